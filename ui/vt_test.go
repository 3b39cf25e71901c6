package ui

import (
	"bytes"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// probed is the model with a question that a test may ask of it while the
// program runs: what it draws now.
type probed struct{ *Model }

type probeMsg chan string

func (p probed) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if c, ok := msg.(probeMsg); ok {
		c <- p.View().Content
		return p, nil
	}
	_, cmd := p.Model.Update(msg)
	return p, cmd
}

// newlines makes the line ends of a terminal that is not raw: the emulator has
// no line discipline.
type newlines struct{ w io.Writer }

func (n newlines) Write(p []byte) (int, error) {
	if _, err := n.w.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n"))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// What the terminal shows is what the view says, whatever was pressed.
func TestTheTerminalShowsWhatTheViewSays(t *testing.T) {
	const w, h = 104, 30
	pl := play(t, w, h)
	m := New(pl.m.o)
	m.ctx = t.Context()
	m.first(io.Discard)
	em := vt.NewSafeEmulator(w, h)
	in, answers := io.Pipe()
	go func() { _, _ = io.Copy(answers, em) }() // what the terminal answers goes to the program
	prog := tea.NewProgram(probed{m}, tea.WithInput(in), tea.WithOutput(newlines{em}), tea.WithWindowSize(w, h),
		tea.WithColorProfile(colorprofile.TrueColor), tea.WithEnvironment([]string{"TERM=xterm-256color"}), tea.WithoutSignals(), tea.WithFPS(120))
	ended := make(chan error, 1)
	go func() {
		_, err := prog.Run()
		ended <- err
	}()
	r := rand.New(rand.NewPCG(1, 2))
	names := []string{
		"j", "k", "j", "k", "J", "K", "n", "p", "space", "b", "ctrl+d", "ctrl+u", "G", "g", "enter", "h", "esc",
		"tab", "]", "[", "s", "m", "z", "H", ",", "?", "down", "up", "v", "P", "<", ">", "u", "T", ":",
	}
	for i := range 60 {
		name := names[r.IntN(len(names))]
		prog.Send(keyOf(name))
		if i%15 == 14 {
			prog.Send(keyOf("esc"))
		}
		if got, want, same := settle(prog, em, h); !same {
			t.Fatalf("after key %d, %q, the terminal shows\n%s\nthe view says\n%s", i, name, got, want)
		}
	}
	prog.Quit()
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("the program does not end")
	}
}

// settle waits until the terminal shows what the view says.
func settle(prog *tea.Program, em *vt.SafeEmulator, h int) (got, want string, same bool) {
	deadline := time.After(10 * time.Second)
	look := time.NewTicker(3 * time.Millisecond)
	defer look.Stop()
	for {
		c := make(probeMsg, 1)
		prog.Send(c)
		want = trimmed(ansi.Strip(<-c), h)
		if got = trimmed(ansi.Strip(em.Render()), h); got == want {
			return got, want, true
		}
		select {
		case <-deadline:
			return got, want, false
		case <-look.C:
		}
	}
}

func trimmed(s string, h int) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r", ""), "\n")
	for len(lines) < h {
		lines = append(lines, "")
	}
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}
