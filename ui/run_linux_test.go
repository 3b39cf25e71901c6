package ui

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"depesche/ui/term/pty"
)

// tty is a terminal with the reader in it.
type tty struct {
	t      *testing.T
	em     *vt.SafeEmulator
	master *os.File
	ended  chan error

	mu   sync.Mutex
	said bytes.Buffer
}

// runOn runs the reader on a pseudo terminal; typed is there before it is.
func runOn(t *testing.T, o Options, w, h int, typed string) *tty {
	t.Helper()
	return runModel(t, o, w, h, typed, func(*Model) {})
}

func runModel(t *testing.T, o Options, w, h int, typed string, change func(*Model)) *tty {
	t.Helper()
	master, slave, err := pty.Open(w, h)
	if err != nil {
		t.Skip("no pseudo terminals here:", err)
	}
	y := &tty{t: t, em: vt.NewSafeEmulator(w, h), master: master, ended: make(chan error, 1)}
	go func() { _, _ = io.Copy(master, y.em) }() // what the terminal answers
	go func() { _, _ = io.Copy(y, master) }()
	if _, err := master.WriteString(typed); err != nil {
		t.Fatal(err)
	}
	o.Environ = []string{"TERM=xterm-256color", "COLORTERM=truecolor"}
	ctx, stop := context.WithCancel(t.Context())
	m := New(o)
	m.ctx = ctx
	change(m)
	go func() { y.ended <- m.run(slave, slave) }()
	t.Cleanup(func() {
		stop()
		_ = slave.Close()
		_ = master.Close()
	})
	return y
}

func (y *tty) Write(p []byte) (int, error) {
	y.mu.Lock()
	defer y.mu.Unlock()
	y.said.Write(p)
	return y.em.Write(p)
}

func (y *tty) output() string {
	y.mu.Lock()
	defer y.mu.Unlock()
	return y.said.String()
}

func (y *tty) until(what string, so func() bool) {
	y.t.Helper()
	deadline := time.After(time.Minute)
	look := time.NewTicker(3 * time.Millisecond)
	defer look.Stop()
	for !so() {
		select {
		case <-deadline:
			y.t.Fatalf("%s: the terminal shows\n%s", what, ansi.Strip(y.em.Render()))
		case <-look.C:
		}
	}
}

// shows waits until the terminal shows a text.
func (y *tty) shows(text string) {
	y.t.Helper()
	y.until(text, func() bool { return strings.Contains(ansi.Strip(y.em.Render()), text) })
}

func (y *tty) press(keys string) {
	y.t.Helper()
	if _, err := y.master.WriteString(keys); err != nil {
		y.t.Fatal(err)
	}
}

// end waits until the reader has been left.
func (y *tty) end() error {
	y.t.Helper()
	select {
	case err := <-y.ended:
		return err
	case <-time.After(time.Minute):
		y.t.Fatal("the reader does not end")
		return nil
	}
}

// The list is drawn before Bubble Tea asks the terminal anything, and what was
// typed meanwhile is not lost.
func TestTheFirstFrameWaitsForNothing(t *testing.T) {
	o := play(t, 80, 24).m.o
	drawn, settled := make(chan struct{}), make(chan struct{})
	o.Drawn, o.Settled = func() { close(drawn) }, func() { close(settled) }
	y := runOn(t, o, 80, 24, "jj")
	y.shows("3/7")
	select {
	case <-drawn:
	default:
		t.Error("nobody was told that the first frame stands")
	}
	out := y.output()
	frame, question := strings.Index(out, "Stadtrat"), strings.Index(out, ansi.RequestModeSynchronizedOutput)
	if frame < 0 || question < 0 || frame > question {
		t.Errorf("the list is drawn at byte %d, the first question asked at byte %d", frame, question)
	}
	select {
	case <-settled:
	case <-time.After(time.Minute):
		t.Error("nobody was told that the start is over")
	}
	y.press("Q")
	if err := y.end(); err != nil {
		t.Error(err)
	}
	y.givenBack()
}

// givenBack checks that the terminal is as it was before the reader.
func (y *tty) givenBack() {
	y.t.Helper()
	for what, mode := range map[string][2]string{
		"the alternate screen":   {ansi.SetModeAltScreenSaveCursor, ansi.ResetModeAltScreenSaveCursor},
		"the cursor":             {ansi.ResetModeTextCursorEnable, ansi.SetModeTextCursorEnable},
		"the mouse":              {ansi.SetModeMouseButtonEvent, ansi.ResetModeMouseButtonEvent},
		"bracketed paste":        {ansi.SetModeBracketedPaste, ansi.ResetModeBracketedPaste},
		"reports of focus":       {ansi.SetModeFocusEvent, ansi.ResetModeFocusEvent},
		"reports of the colours": {ansi.SetModeLightDark, ansi.ResetModeLightDark},
	} {
		y.until(what+" given back", func() bool {
			out := y.output()
			return strings.LastIndex(out, mode[1]) >= strings.LastIndex(out, mode[0])
		})
	}
}

// A defect in a key's method, in the view or in a command gives the terminal back.
func TestADefectGivesTheTerminalBack(t *testing.T) {
	for name, spoil := range throwing {
		t.Run(name, func(t *testing.T) {
			o := play(t, 80, 24).m.o
			o.Mouse, o.Scheme = true, Auto
			y := runModel(t, o, 80, 24, "", spoil)
			y.shows("1/7")
			y.press("?")
			var defect *PanicError
			if err := y.end(); !errors.As(err, &defect) {
				t.Fatalf("it ended with %v", err)
			}
			y.givenBack()
			if strings.Contains(y.output(), "goroutine") {
				t.Error("a stack was thrown at the reader")
			}
		})
	}
}
