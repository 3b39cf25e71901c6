// Package cli is the command line: a file for each verb, and here what they
// share. Main is the whole program but for signals and os.Exit, so that scripts
// can run it within a test.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"charm.land/fang/v2"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"depesche/feed"
	"depesche/ui"
	"depesche/ui/config"
	"depesche/ui/fault"
	"depesche/ui/locale"
)

// Exit codes.
const (
	done   = 0
	failed = 1
	misuse = 2
)

// Main runs the program and gives its exit code: 0, 1 where something failed, 2
// where the command line or the settings are wrong, 128 and a signal's number where
// that ended ctx, see Stopped. args are without the program's name.
func Main(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	return run(ctx, world{args: args, in: in, out: out, errs: errs, environ: os.Environ(), now: time.Now})
}

// world is all that reaches the program from outside.
type world struct {
	args      []string
	in        io.Reader
	out, errs io.Writer
	environ   []string
	now       func() time.Time
	dir       string            // what relative paths begin at; "": the process's own
	network   http.RoundTripper // nil: the real one
}

func (w *world) getenv(name string) string {
	for _, e := range slices.Backward(w.environ) {
		if v, ok := strings.CutPrefix(e, name+"="); ok {
			return v
		}
	}
	return ""
}

// path is where the reader means p to be.
func (w *world) path(p string) string {
	if w.dir == "" || filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(w.dir, p)
}

// app is one run: the world, the settings, and the two doors out.
type app struct {
	world
	text  *locale.Text
	cfg   config.Config
	paths config.Paths
	wrong error // what is wrong with settings or paths; verbs that need neither do not look

	stdout, stderr *door
	tty            bool // stdout is a terminal
	mono           bool // no colours
	paper          bool // no styles either, and no cursor to move

	ended <-chan struct{} // closed when the program is told to end; nil: it never is

	downloadDir string // that was named on the command line; "": as the settings say

	vault   vault
	verb    string // that runs, for the log
	log     *slog.Logger
	logFile io.Closer
	version string
}

// errSilent ends a verb with status 1 after it has said itself what failed.
var errSilent = errors.New("failed")

// usageError is a command line that cannot be meant.
type usageError struct{ say string }

func (e *usageError) Error() string { return e.say }

func run(ctx context.Context, w world) (code int) {
	a := newApp(w)
	a.ended = ctx.Done()
	defer func() {
		if r := recover(); r != nil {
			a.defect(r, a.verb, debug.Stack())
			code = failed
		}
		a.close()
	}()
	err := a.execute(ctx)
	code = a.report(err)
	if by, ok := stopped(ctx, err); ok {
		return by
	}
	return code
}

func newApp(w world) *app {
	a := &app{world: w, text: locale.English(), version: version()}
	a.stdout, a.stderr = newDoor(w.out), newDoor(w.errs)
	a.tty = a.stdout.terminal()
	a.paper = slices.Contains(paper, a.getenv("TERM"))
	a.mono = a.getenv("NO_COLOR") != "" || a.paper
	if a.paper {
		a.stdout.plain()
	}
	if !a.utf8() {
		a.stdout.inASCII()
		a.stderr.inASCII()
	}
	data, file := globals(w.args)
	paths, err := config.FindPaths(a.getenv, data, file)
	a.paths = paths
	if paths.Config != "" {
		cfg, cfgErr := config.Load(paths.Config, file != "")
		a.cfg = cfg
		err = errors.Join(err, cfgErr)
	} else {
		a.cfg = config.Default()
	}
	a.wrong = err
	a.text = locale.For(a.cfg.LocaleName(a.getenv))
	return a
}

// globals finds --data and --config before anything else is known: the
// settings choose the language in which the command line is explained.
func globals(args []string) (data, file string) {
	f := pflag.NewFlagSet("", pflag.ContinueOnError)
	f.ParseErrorsAllowlist.UnknownFlags = true
	f.SetOutput(io.Discard)
	f.Usage = func() {}
	f.StringVar(&data, "data", "", "")
	f.StringVar(&file, "config", "", "")
	f.BoolP("help", "h", false, "")
	_ = f.Parse(args) // what is wrong with them is said when the verb reads them
	return data, file
}

// execute runs the verb. Only help is drawn by fang: before it prints an error
// it would ask the terminal for its colours, and wait for the answer.
func (a *app) execute(ctx context.Context) error {
	root := a.root()
	root.SetArgs(a.args)
	root.SetIn(a.in)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	if !helpWanted(a.args) {
		return root.ExecuteContext(ctx)
	}
	if a.tty && !a.mono {
		root.SetOut(terminalDoor{a.stdout})
	}
	a.stdout.help, a.stdout.words = true, a.text.CLI.Help.Titles
	return fang.Execute(ctx, root, fang.WithoutVersion(), fang.WithoutManpage(), fang.WithoutCompletions(),
		fang.WithColorSchemeFunc(helpColours), fang.WithErrorHandler(func(io.Writer, fang.Styles, error) {}))
}

func helpWanted(args []string) bool {
	if len(args) > 0 && args[0] == "help" {
		return true
	}
	if len(args) > 0 && strings.HasPrefix(args[0], cobra.ShellCompRequestCmd) {
		return false
	}
	for _, arg := range args {
		switch arg {
		case "--":
			return false
		case "-h", "--help":
			return true
		}
	}
	return false
}

// report says an error and gives the exit code for it.
func (a *app) report(err error) int {
	if e := a.stdout.Flush(); err == nil {
		err = e
	}
	var usage *usageError
	var defect *ui.PanicError
	switch {
	case err == nil:
		return done
	case errors.Is(err, errSilent), errors.As(err, new(Stopped)):
		return failed
	case errors.As(err, &defect):
		a.defect(defect.Value, defect.While, defect.Stack)
		return failed
	case errors.As(err, &usage):
		a.complain(usage.say)
		a.complain(a.text.CLI.TryHelp)
		return misuse
	}
	a.logger().Info("failed", "verb", a.verb, "err", err)
	a.complain(fault.Sentence(a.text, err))
	if isMisuse(err) {
		return misuse
	}
	return failed
}

// complain writes lines for people to stderr.
func (a *app) complain(text string) {
	for line := range strings.SplitSeq(feed.Clean(text), "\n") { // it may repeat a file's name, or an argument
		fmt.Fprintln(a.stderr, "depesche: "+line)
	}
	_ = a.stderr.Flush()
}

// settings is what a verb asks for first that needs paths and settings.
func (a *app) settings() error { return a.wrong }

func (a *app) close() {
	_ = a.stdout.Flush()
	_ = a.stderr.Flush()
	if a.logFile != nil {
		_ = a.logFile.Close()
	}
}

// width is the terminal's, 80 where there is none.
func (a *app) width() int {
	if f, ok := a.out.(term.File); ok && a.tty {
		if w, _, err := term.GetSize(f.Fd()); err == nil && w > 0 {
			return w
		}
	}
	return 80
}

func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return strings.TrimPrefix(info.Main.Version, "v")
}
