package ui

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
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
	opts := []tea.ProgramOption{
		tea.WithContext(ctx), tea.WithInput(m.listened(in)), tea.WithOutput(out), tea.WithFPS(frames),
		tea.WithoutSignalHandler(), // whoever made ctx hears them
	}
	if o.Environ != nil {
		opts = append(opts, tea.WithEnvironment(o.Environ))
	}
	if o.Width > 0 && o.Height > 0 {
		opts = append(opts, tea.WithWindowSize(o.Width, o.Height), tea.WithColorProfile(colorprofile.Env(o.Environ)))
	}
	stops := newStops()
	screen := &paced{Model: m}
	screen.prog = tea.NewProgram(screen, append(opts, tea.WithFilter(stops.filter))...)
	m.quit = screen.prog.Quit
	stops.start(screen.prog.Send)
	_, err := screen.prog.Run()
	stops.end()
	screen.clock.stop()
	switch {
	case m.crash != nil:
		err = m.crash
	case m.gone.Load():
		err = ErrHangup
	case ctx.Err() != nil:
		err = ctx.Err()
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
	if lost := m.stored(); lost != nil {
		err = errors.Join(err, lost)
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

// ErrHangup says that the terminal went away without a word: its window was closed, or the line was cut.
var ErrHangup = errors.New("the terminal is gone")

// UnstoredError says that marks are not in the store though the screen showed them as pending.
type UnstoredError struct {
	N   int
	Err error // why the first of them is not
}

func (e *UnstoredError) Error() string { return fmt.Sprintf("%d marks not stored: %v", e.N, e.Err) }

func (e *UnstoredError) Unwrap() error { return e.Err }

// storedFor is how long the end of the screen waits for the store, which itself waits ten seconds for
// another program that holds it.
const storedFor = 15 * time.Second

// stored has all that the reader did stored before the program ends.
func (m *Model) stored() error {
	var lost UnstoredError
	for _, msg := range m.writes.finish(storedFor) {
		if mark, ok := msg.(markedMsg); ok && mark.err != nil {
			lost.N++
			lost.Err = cmp.Or(lost.Err, mark.err)
		}
	}
	if lost.N == 0 {
		return nil
	}
	return &lost
}

// listened is the terminal that keys come from, with an ear for its end: to Bubble Tea the end of input is
// none of the program, which would stay for ever where no signal tells it.
func (m *Model) listened(in io.Reader) io.Reader {
	f, ok := in.(*os.File)
	if !ok || !term.IsTerminal(f.Fd()) {
		return in
	}
	return &terminalInput{File: f, gone: func() {
		m.gone.Store(true)
		go m.quit()
	}}
}

// terminalInput is a terminal that tells when it has gone.
type terminalInput struct {
	*os.File
	gone func()
}

// Read reads what is typed.
func (t *terminalInput) Read(p []byte) (int, error) {
	n, err := t.File.Read(p)
	if n == 0 && err != nil && !errors.Is(err, os.ErrClosed) {
		t.gone()
	}
	return n, err
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
