package cli

import (
	"bytes"
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"depesche/cache"
	"depesche/feed"
	"depesche/feed/fetch"
	"depesche/ui/config"
	"depesche/ui/locale"
)

// quiet is a program that nobody talks to.
func quiet(t *testing.T, environ ...string) (*app, *bytes.Buffer) {
	t.Helper()
	var out bytes.Buffer
	home := t.TempDir()
	a := newApp(world{
		in: strings.NewReader(""), out: &out, errs: io.Discard, now: time.Now, dir: home,
		environ: append([]string{"HOME=" + home, "APPDATA=" + home, "LOCALAPPDATA=" + home}, environ...),
	})
	t.Cleanup(a.close)
	return a, &out
}

func TestGetenvTakesTheLast(t *testing.T) {
	w := world{environ: []string{"A=1", "AB=2", "A=3"}}
	if got := w.getenv("A"); got != "3" {
		t.Errorf("got %q", got)
	}
}

// Whatever a verb writes passes the door; nothing foreign is obeyed.
func TestTheDoor(t *testing.T) {
	a, out := quiet(t)
	a.record("x\x1b]8;;file:///etc/passwd\x07y\x1b[2J", "a\tb\nc\u009b31m")
	if err := a.object(map[string]string{"t": "a\u009b2Jb & <c>"}); err != nil {
		t.Fatal(err)
	}
	_ = a.stdout.Flush()
	if s := out.String(); strings.ContainsAny(s, "\x1b\x07\u009b") {
		t.Errorf("%q", s)
	}
	if first, rest, _ := strings.Cut(out.String(), "\n"); strings.Count(first, "\t") != 1 || !strings.Contains(rest, "& <c>") {
		t.Errorf("%q", out.String())
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "list.txt", Err: syscall.ENOSPC}
}

// What could not be written is said and is a failure, whichever verb it was and
// whether or not it looked.
func TestAnswersThatAreLost(t *testing.T) {
	for _, args := range [][]string{{"version"}, {"keys"}, {"list"}, {"list", "--json"}, {"help"}} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			var errs bytes.Buffer
			home := t.TempDir()
			code := run(t.Context(), world{
				args: args, in: strings.NewReader(""), out: full{}, errs: &errs, now: time.Now, dir: home,
				environ: []string{"HOME=" + home, "APPDATA=" + home, "LOCALAPPDATA=" + home},
			})
			if code != failed || !strings.Contains(errs.String(), "list.txt") || strings.Count(errs.String(), "\n") != 1 {
				t.Errorf("exit status %d, said %q", code, errs.String())
			}
		})
	}
}

func TestSpliced(t *testing.T) {
	for name, c := range map[string]struct {
		object any
		front  []member
		want   string
	}{
		"members in front":   {map[string]int{"b": 2}, []member{{"a", 1}}, `{"a":1,"b":2}`},
		"nothing in front":   {map[string]int{"b": 2}, nil, `{"b":2}`},
		"an empty object":    {struct{}{}, []member{{"a", "<"}}, `{"a":"<"}`},
		"no object":          {nil, []member{{"a", nil}}, `{"a":null}`},
		"what is no object":  {[]int{1}, []member{{"a", 1}}, `{"a":1}`},
		"nothing whatsoever": {nil, nil, `{}`},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := spliced(c.object, c.front...)
			if err != nil || string(got) != c.want {
				t.Errorf("got %s, %v, want %s", got, err, c.want)
			}
		})
	}
	if _, err := spliced(func() {}); err == nil {
		t.Error("what has no JSON is an error")
	}
}

func TestHits(t *testing.T) {
	s := "der \x02Haushalt\x03 und die \x02Haushalts\x03sperre"
	if got := hits(s); !reflect.DeepEqual(got, []string{"Haushalt", "Haushalts"}) {
		t.Errorf("got %q", got)
	}
	if got := unmarked(s); got != "der Haushalt und die Haushaltssperre" {
		t.Errorf("got %q", got)
	}
	if got := hits("broken \x02off"); !reflect.DeepEqual(got, []string{"off"}) {
		t.Errorf("got %q", got)
	}
	a, _ := quiet(t)
	if got := highlighted(a.styles(), s); !strings.Contains(got, "Haushalts") || strings.ContainsAny(got, "\x02\x03") {
		t.Errorf("got %q", got)
	}
}

func TestAllIDs(t *testing.T) {
	id := string(feed.NewID("s", "k"))
	for name, c := range map[string]struct {
		words []string
		want  bool
	}{
		"whole ids":       {[]string{id, id}, true},
		"a prefix":        {[]string{id[:5]}, false},
		"a field":         {[]string{"source:bericht"[:13]}, false},
		"an id and words": {[]string{id, "Haushalt"}, false},
	} {
		if got := allIDs(c.words); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestUTF8(t *testing.T) {
	for name, c := range map[string]struct {
		environ []string
		want    bool
	}{
		"nothing said":      {nil, true},
		"UTF-8":             {[]string{"LANG=de_DE.UTF-8"}, true},
		"written otherwise": {[]string{"LANG=de_DE.utf8"}, true},
		"Latin-1":           {[]string{"LANG=de_DE.ISO-8859-1"}, false},
		"C wins":            {[]string{"LANG=de_DE.UTF-8", "LC_ALL=C"}, false},
		"LC_CTYPE wins":     {[]string{"LANG=C", "LC_CTYPE=en_GB.UTF-8"}, true},
	} {
		a, _ := quiet(t, c.environ...)
		if a.utf8() != c.want {
			t.Errorf("%s: %v", name, !c.want)
		}
	}
}

// Only web addresses leave, as the last of the arguments, and no shell sees them.
func TestBrowse(t *testing.T) {
	a, _ := quiet(t)
	for _, bad := range []string{"file:///etc/passwd", "javascript:alert(1)", "-x", "--help", "", "mailto:a@b.example", "http://"} {
		if err := a.browse(t.Context(), bad); !errors.Is(err, fetch.ErrScheme) {
			t.Errorf("%q: %v", bad, err)
		}
	}
	a.cfg.Browser = []string{filepath.Join(t.TempDir(), "no such browser")}
	if err := a.browse(t.Context(), "https://lindenau.example/"); err == nil {
		t.Error("a browser that does not exist")
	}
}

// The log is made with its first line, moved aside when it is long, and never
// stops the program.
func TestLogFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "below", "depesche.log")
	f := &logFile{path: path}
	if _, err := os.Stat(path); err == nil {
		t.Fatal("there before it is written to")
	}
	log := slog.New(slog.NewTextHandler(f, nil))
	line := strings.Repeat("x", 1000)
	for range logSize/1000 + 10 {
		log.Info(line)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	log.Info("after the end")
	for _, p := range []string{path, path + ".1"} {
		st, err := os.Stat(p)
		if err != nil || st.Size() == 0 || st.Size() > logSize+5000 || st.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
			t.Errorf("%s: %v, %+v", p, err, st)
		}
	}
	// A file that is too long already is moved aside at once.
	f = &logFile{path: path}
	if err := os.WriteFile(path, make([]byte, logSize+1), 0o600); err != nil {
		t.Fatal(err)
	}
	_, _ = f.Write([]byte("new\n"))
	_ = f.Close()
	if got, _ := os.ReadFile(path); string(got) != "new\n" {
		t.Errorf("%d bytes", len(got))
	}
	dead := &logFile{path: filepath.Join(path, "a file is no folder")}
	if n, err := dead.Write([]byte("x")); n != 1 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	_ = dead.Close()
}

func TestWriteNewLeavesWhatIsThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f")
	if err := writeNew(path, []byte("one")); err != nil {
		t.Fatal(err)
	}
	if err := writeNew(path, []byte("two")); !errors.Is(err, os.ErrExist) {
		t.Errorf("got %v", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "one" {
		t.Errorf("got %q", got)
	}
	// What breaks off leaves no half of a file.
	half := filepath.Join(t.TempDir(), "half")
	if err := streamNew(half, func(w io.Writer) error {
		_, _ = w.Write(make([]byte, 1<<17))
		return io.ErrUnexpectedEOF
	}); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Error(err)
	}
	if _, err := os.Stat(half); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("half a file: %v", err)
	}
}

func TestWritable(t *testing.T) {
	dir := t.TempDir()
	if err := writable(filepath.Join(dir, "a", "b")); err != nil {
		t.Errorf("a folder that can be made: %v", err)
	}
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := writable(filepath.Join(file, "below")); !errors.Is(err, cache.ErrReadOnly) {
		t.Errorf("a file in its place: %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

// Every verb and flag is explained in both languages, with an example that runs
// the program, and every setting is.
func TestEverythingIsExplained(t *testing.T) {
	for _, text := range []*locale.Text{locale.English(), locale.German()} {
		a, _ := quiet(t)
		a.text = text
		root := a.root()
		for _, c := range append(root.Commands(), root) {
			if c.Short == "" || !strings.Contains(c.Example, "depesche") || strings.HasSuffix(c.Short, ".") {
				t.Errorf("%s: %s: %q, %q", text.Code, c.Name(), c.Short, c.Example)
			}
			c.Flags().VisitAll(func(f *pflag.Flag) {
				if f.Usage == "" || strings.HasSuffix(f.Usage, ".") {
					t.Errorf("%s: %s --%s: %q", text.Code, c.Name(), f.Name, f.Usage)
				}
			})
			if c != root && c.GroupID == "" && c.Name() != "help" {
				t.Errorf("%s is in no group", c.Name())
			}
		}
		for _, o := range config.Options() {
			if text.CLI.Settings[o.Key] == "" {
				t.Errorf("%s: setting %s", text.Code, o.Key)
			}
		}
		if n := len(config.Options()); len(text.CLI.Settings) != n {
			t.Errorf("%s: %d settings explained, %d there are", text.Code, len(text.CLI.Settings), n)
		}
	}
}

// Examples of the help are command lines that the program understands.
func TestExamplesParse(t *testing.T) {
	a, _ := quiet(t)
	root := a.root()
	quoted := regexp.MustCompile("'[^']*'")
	for _, c := range append(root.Commands(), root) {
		for line := range strings.SplitSeq(c.Example, "\n") {
			line, _, _ = strings.Cut(line, "   #")
			line, _, _ = strings.Cut(line, " <")
			line, _, _ = strings.Cut(line, " >")
			for part := range strings.SplitSeq(line, "|") {
				words := strings.Fields(quoted.ReplaceAllString(part, "Q"))
				if len(words) == 0 || words[0] != "depesche" {
					continue
				}
				verb, rest, err := a.root().Find(words[1:]) // anew: flags keep what they parsed
				if err != nil {
					t.Errorf("%s: %v", line, err)
					continue
				}
				if err := verb.ParseFlags(rest); err != nil {
					t.Errorf("%s: %v", line, err)
				}
				if err := verb.ValidateArgs(verb.Flags().Args()); err != nil {
					t.Errorf("%s: %v", line, err)
				}
			}
		}
	}
}

func TestHelpWanted(t *testing.T) {
	for line, want := range map[string]bool{
		"help": true, "help list": true, "list --help": true, "list -h": true, "list -- -h": false,
		"list help": false, cobra.ShellCompRequestCmd + " list -h": false, "": false,
	} {
		if got := helpWanted(strings.Fields(line)); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

func TestGlobals(t *testing.T) {
	data, file := globals([]string{"list", "--limit", "3", "--data=/d", "-x", "--config", "/c.toml", "--help"})
	if data != "/d" || file != "/c.toml" {
		t.Errorf("got %q, %q", data, file)
	}
}
