package cli

import (
	"cmp"
	"context"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"

	"depesche/cache"
	"depesche/ui"
	"depesche/ui/config"
	"depesche/ui/fault"
	"depesche/ui/picture"
)

// readOptions are the flags of depesche without a verb.
type readOptions struct {
	pictures   string // how they are drawn, "": as the settings say
	accessible bool   // the linear screen
}

// paper are terminals whose cursor cannot be moved: a screen would be rubbish there.
var paper = []string{"dumb", "unknown", "network", "dialup", "hardcopy", "lpr"}

// read opens the reader, or lists the articles where there is no terminal.
func (a *app) read(ctx context.Context, o readOptions) error {
	if o.pictures != "" {
		if err := a.oneOf("pictures", o.pictures, picture.Settings()...); err != nil {
			return err
		}
	}
	if in, ok := a.in.(term.File); !a.tty || !ok || !term.IsTerminal(in.Fd()) {
		return a.list(ctx, listOptions{})
	}
	if a.paper {
		if err := a.list(ctx, listOptions{}); err != nil {
			return err
		}
		a.complain(a.text.CLI.NoScreen(a.getenv("TERM")))
		return nil
	}
	if err := a.settings(); err != nil {
		return err
	}
	keys, err := a.keyMap()
	if err != nil {
		return err
	}
	a.collect(growthAtStart)
	drawn, _ := picture.ParseSetting(cmp.Or(o.pictures, a.cfg.Screen.Pictures)) // both were checked
	return a.with(ctx, reading, func(c *cache.Cache) error {
		if err := ui.Run(ctx, ui.Options{
			Store: c, Text: a.text, Keys: keys, Scheme: schemes[a.cfg.Screen.Background], Mono: a.mono, ASCII: !a.utf8(),
			Linear: o.accessible || a.cfg.Screen.Accessible,
			Now:    a.now, Interval: time.Duration(a.cfg.Refresh.Interval), RefreshAtStart: a.cfg.Refresh.AtStart,
			Theme: a.cfg.Screen.Theme, Preview: a.cfg.Screen.Preview, Unread: a.cfg.Screen.Unread, Mouse: a.cfg.Screen.Mouse,
			PageWidth: a.cfg.Screen.Width, Columns: a.cfg.Screen.Columns, Justify: a.cfg.Screen.Justify, Hyphenate: hyphenation[a.cfg.Screen.Hyphenate],
			Drawn: func() { a.keysFirst(); c.KeepHouse() }, Settled: func() { a.settle(ctx, c) },
			Open: a.browse, OpenFile: a.play, SavePage: func(ctx context.Context, from string) (cache.Row, error) {
				return a.savePage(ctx, c, a.fromHome(from), "")
			}, Import: a.finds, FromFile: a.fromFile, TakeOver: func(ctx context.Context, f []ui.Found) (ui.TakenOver, error) { return a.takeOverAll(ctx, c, f) },
			Commands: a.ownPrograms(), Views: a.views(), Log: a.logger(), Environ: a.environ,
			Pictures: drawn, PicturesOnDemand: a.cfg.Refresh.Pictures == config.Demand, Bare: a.bare(),
			Words: func(err error) string { return fault.Sentence(a.text, err) }, Alert: a.cameBack(c),
		}, a.in, a.out); err != nil || ctx.Err() != nil {
			return a.left(ctx, err) // nothing else is begun
		}
		short, cancel := context.WithTimeout(ctx, quitTime)
		defer cancel()
		if err := a.expire(short, c); err != nil && short.Err() == nil {
			return err
		}
		return nil
	})
}

// By how many percent the heap grows before it is collected. A start makes some 16 MB, most
// of it behind the first frame, which nobody waits for a collection of; a migration at
// start is not to have the machine's memory. Later it is as Go has it: half of it saves
// 1 MB while one reads, and costs a sixth of what a key does.
const (
	growthAtStart = 200
	growthLater   = 100
)

// collect says when memory is collected. Who has set GOGC has said it.
func (a *app) collect(growth int) {
	if a.getenv("GOGC") == "" {
		debug.SetGCPercent(growth)
	}
}

// settle gives back what a start or a refresh needed.
func (a *app) settle(ctx context.Context, c *cache.Cache) {
	a.collect(growthLater)
	if err := c.Slim(ctx); err != nil && ctx.Err() == nil {
		a.logger().Warn("memory", "err", err)
	}
	debug.FreeOSMemory()
}

// keysFirst has the system choose between a key and a refresh. It gives a thread that
// has slept the processor at once, while Go's own scheduler lets a key wait for up to
// 10 ms where every thread is at work: so there are two more than processors. Who has
// said how many there are to be has said it.
func (a *app) keysFirst() {
	if a.getenv("GOMAXPROCS") == "" {
		runtime.GOMAXPROCS(runtime.GOMAXPROCS(0) + 2)
	}
}

// quitTime is how long letting go may take when the reader has quit; the rest waits for
// the next time.
const quitTime = time.Second

var schemes = map[string]ui.Scheme{"light": ui.Light, "dark": ui.Dark}

// utf8 reports whether the terminal shows more than ASCII, as the locale says;
// a locale that says nothing at all is taken for a modern one.
func (a *app) utf8() bool {
	for _, v := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if s := strings.ToLower(a.getenv(v)); s != "" {
			return strings.Contains(s, "utf-8") || strings.Contains(s, "utf8")
		}
	}
	return true
}

// ownPrograms are the reader's own, as the screen takes them.
func (a *app) ownPrograms() map[string]ui.Program {
	out := make(map[string]ui.Program, len(a.cfg.Programs))
	for name, p := range a.cfg.Programs {
		out[name] = ui.Program(p)
	}
	return out
}

// views are the queries of the settings.
func (a *app) views() []ui.View {
	out := make([]ui.View, len(a.cfg.Queries))
	for i, q := range a.cfg.Queries {
		out[i] = ui.View(q)
	}
	return out
}
