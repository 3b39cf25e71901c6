package ui

import (
	"context"
	"errors"
	"io"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"depesche/cache"
	"depesche/ui/picture"
)

// Run shows the screen until the reader leaves it or ctx ends. in and out are
// the terminal. The place in the open article is kept, however it ends.
func Run(ctx context.Context, o Options, in io.Reader, out io.Writer) error {
	m := New(o)
	m.ctx = ctx
	return m.run(in, out)
}

func (m *Model) run(in io.Reader, out io.Writer) error {
	ctx, o := m.ctx, &m.o
	m.pictures.term.Measure(out)
	drawn := m.first(out)
	if o.Drawn != nil {
		o.Drawn()
	}
	opts := []tea.ProgramOption{tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(out), tea.WithFPS(frames)}
	if o.Environ != nil {
		opts = append(opts, tea.WithEnvironment(o.Environ))
	}
	if o.Width > 0 && o.Height > 0 {
		opts = append(opts, tea.WithWindowSize(o.Width, o.Height), tea.WithColorProfile(colorprofile.Env(o.Environ)))
	}
	screen := &paced{Model: m}
	screen.prog = tea.NewProgram(screen, opts...)
	m.quit = screen.prog.Quit
	_, err := screen.prog.Run()
	screen.clock.stop()
	if m.crash != nil {
		err = m.crash
	}
	if m.scheme == Auto && !m.o.Mono {
		_, _ = io.WriteString(out, ansi.ResetModeLightDark)
	}
	if err != nil && drawn { // it may have failed before the screen was its own
		_, _ = io.WriteString(out, ansi.ResetModeAltScreenSaveCursor+ansi.SetModeTextCursorEnable)
	}
	// However it ended, also by a panic: what the terminal holds of ours goes.
	if held := m.pictures.shelf.Held(); len(held) > 0 {
		_, werr := io.WriteString(out, picture.Release(held, m.pictures.term.Tmux))
		err = errors.Join(err, werr)
	}
	if serr := o.Store.Remember(context.WithoutCancel(ctx), visitName, m.visited().Format(time.RFC3339)); err == nil && !errors.Is(serr, cache.ErrReadOnly) {
		err = serr
	}
	if at, ok := m.unsaved(); ok {
		// ctx may have ended; the place is kept all the same.
		if serr := o.Store.SetPosition(context.WithoutCancel(ctx), m.open.row.ID, at); err == nil {
			err = serr
		}
	}
	return err
}

// first reads what was remembered and the first rows, and draws them before
// Bubble Tea has begun: its own first frame waits for its clock and for what the
// terminal is asked. It takes a few milliseconds, however large the cache is. It
// reports whether something was drawn.
func (m *Model) first(out io.Writer) bool {
	if msg, ok := recallCmd(m.ctx, m.o.Store, rememberedNames...)().(recalledMsg); ok {
		m.recalled(msg)
	}
	w, h, ok := terminalSize(out)
	rows := firstRows
	if ok { // no more than can be seen; the others follow with the keys
		rows = min(firstRows, h+1)
	}
	msg, _ := listCmd(m.ctx, m.o.Store, m.gen, m.place, 0, rows)().(listMsg)
	if msg.err != nil {
		return false
	}
	m.list.Show(msg.rows)
	m.primed, m.rest = true, len(msg.rows) >= rows
	if !ok {
		return false
	}
	m.early = m.resize(w, h)
	cw := colorprofile.NewWriter(out, m.o.environ())
	_, err := io.WriteString(cw, ansi.SetModeAltScreenSaveCursor+ansi.ResetModeTextCursorEnable+ansi.EraseEntireScreen+
		ansi.CursorHomePosition+strings.ReplaceAll(m.View().Content, "\n", "\r\n"))
	return err == nil
}

// terminalSize is the size of a terminal in cells; ok is false where out is none.
func terminalSize(out io.Writer) (w, h int, ok bool) {
	f, is := out.(term.File)
	if !is || !term.IsTerminal(f.Fd()) {
		return 0, 0, false
	}
	w, h, err := term.GetSize(f.Fd())
	return w, h, err == nil && w > 0 && h > 0
}
