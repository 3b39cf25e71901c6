package ui

import (
	"io"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
)

// still is a program that ends at its first message.
type still struct{}

func (s still) Init() tea.Cmd                       { return nil }
func (s still) Update(tea.Msg) (tea.Model, tea.Cmd) { return s, tea.Quit }
func (s still) View() tea.View                      { return tea.NewView("") }

func TestTheProgramsTickerIsFound(t *testing.T) {
	r, w := io.Pipe()
	defer w.Close()
	p := tea.NewProgram(still{}, tea.WithInput(r), tea.WithOutput(io.Discard), tea.WithWindowSize(10, 2))
	var c clock
	if c.take(p); c.ticker != nil {
		t.Fatal("a program that does not run has no ticker")
	}
	if _, err := p.Run(); err != nil {
		t.Fatal(err)
	}
	if c.take(p); c.ticker == nil {
		t.Fatal("Bubble Tea has no ticker under its old name: every key waits for half a beat of a fixed clock, and idling costs")
	}
	c.stop()
}

// beats counts what a ticker gives in a time.
func beats(c *clock, d time.Duration) int {
	n := 0
	end := time.After(d)
	for {
		select {
		case <-c.ticker.C:
			n++
		case <-end:
			return n
		}
	}
}

func TestTheClockFollowsWhatHappens(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := &clock{ticker: time.NewTicker(time.Second / frames)}
		c.slower = time.AfterFunc(steadyFor, c.slow)
		defer c.stop()
		beats(c, 2*steadyFor)
		if n := beats(c, 10*time.Second); n > 20 {
			t.Errorf("%d beats in ten seconds at rest", n)
		}
		begin := time.Now()
		c.quicken(hurried)
		<-c.ticker.C
		if d := time.Since(begin); d > hurried {
			t.Errorf("the first beat after a key came after %v", d)
		}
		beats(c, hurriedFor)
		if n := beats(c, steadyFor/2); n < 5 || n > int(steadyFor/2/steady)+1 {
			t.Errorf("%d beats while it calms down", n)
		}
		beats(c, steadyFor)
		if n := beats(c, 10*time.Second); n > 20 {
			t.Errorf("%d beats in ten seconds after a key", n)
		}
	})
}

func TestMessagesWithoutEndPutNoBeatOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := &clock{ticker: time.NewTicker(resting)}
		c.slower = time.AfterFunc(steadyFor, c.slow)
		defer c.stop()
		n := 0
		for range 1000 { // one each millisecond, as a refresh brings them
			c.quicken(steady)
			time.Sleep(time.Millisecond)
			select {
			case <-c.ticker.C:
				n++
			default:
			}
		}
		if want := int(time.Second / steady); n < want-2 || n > want+1 {
			t.Errorf("%d beats in a second full of messages, want %d", n, want)
		}
	})
}

func TestASlowPaceDoesNotSlowAKeys(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := &clock{ticker: time.NewTicker(resting)}
		c.slower = time.AfterFunc(steadyFor, c.slow)
		defer c.stop()
		c.quicken(hurried)
		c.quicken(steady)
		if n := beats(c, hurriedFor/2); n < int(hurriedFor/2/hurried)-2 {
			t.Errorf("%d beats while a key is answered", n)
		}
	})
}

func TestWhatChangesNothingIsNotDrawn(t *testing.T) {
	pl := play(t, 80, 24)
	p := &paced{Model: pl.m, prog: tea.NewProgram(still{})}
	draw := func(msg tea.Msg) string {
		p.Update(msg)
		return p.View().Content
	}
	first := draw(tea.FocusMsg{})
	p.version = 7
	p.toast.text = "something else is there" // behind the messages' back: who draws shows it
	for _, msg := range []tea.Msg{listenMsg{}, versionMsg{version: 7}} {
		if draw(msg) != first {
			t.Errorf("%T draws the screen", msg)
		}
	}
	if draw(versionMsg{version: 8}) == first {
		t.Error("another program's change draws nothing")
	}
}
