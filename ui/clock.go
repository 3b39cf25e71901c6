package ui

import (
	"reflect"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Bubble Tea draws on a clock that always runs: half a beat is the least time a
// key takes, and each beat costs something, also where nothing is to be drawn. One
// pace cannot serve both, so that ours changes.
const (
	frames = 72 // a second, until the clock is in our hand, and where it cannot be

	hurried = 2 * time.Millisecond   // after a key: what it did is drawn at once
	steady  = 16 * time.Millisecond  // what comes by itself, a refresh say
	resting = 500 * time.Millisecond // nothing changes

	hurriedFor = 60 * time.Millisecond // commands that a key began answer within it
	steadyFor  = 300 * time.Millisecond
)

// clock sets the pace at which a program draws. The zero value leaves it alone.
type clock struct {
	mu     sync.Mutex
	ticker *time.Ticker // the program's
	pace   time.Duration
	slower *time.Timer // ends the pace
}

// take finds the ticker of a running program, which has no exported name. A
// program that has none under this name keeps its own pace; a test holds the name.
func (c *clock) take(p *tea.Program) {
	f := reflect.ValueOf(p).Elem().FieldByName("ticker")
	if !f.IsValid() || f.Type() != reflect.TypeFor[*time.Ticker]() || f.IsNil() {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ticker = (*time.Ticker)(f.UnsafePointer())
	c.slower = time.AfterFunc(steadyFor, c.slow)
}

// quicken draws at a pace from now on, for as long as it is worth it. A quicker
// pace is not slowed by it, and a beat that is due is never put off.
func (c *clock) quicken(pace time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.ticker == nil || c.pace != 0 && c.pace < pace {
		return
	}
	if c.pace != pace {
		c.set(pace)
	}
	c.slower.Reset(hold(pace))
}

// slow ends a pace.
func (c *clock) slow() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.pace == hurried {
		c.set(steady)
		c.slower.Reset(hold(steady))
		return
	}
	c.set(resting)
}

func (c *clock) set(pace time.Duration) {
	c.pace = pace
	c.ticker.Reset(pace)
}

func hold(pace time.Duration) time.Duration {
	if pace == hurried {
		return hurriedFor
	}
	return steadyFor
}

// stop lets nothing of the clock run on.
func (c *clock) stop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.slower != nil {
		c.slower.Stop()
	}
	c.ticker = nil
}

// paced is the model with the clock that its messages set.
type paced struct {
	*Model
	clock clock
	prog  *tea.Program
	pace  time.Duration // that the last message wants; 0: only if it changed the screen
	still bool          // the last message changed nothing
	shown tea.View
}

// Update sees what kind of message comes; the model does the rest.
func (p *paced) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	p.still = false
	switch msg := msg.(type) {
	case tea.KeyMsg, tea.MouseMsg, tea.PasteMsg, tea.WindowSizeMsg:
		p.pace = hurried
	case listenMsg: // by itself, each second, and a version behind it
		p.pace, p.still = 0, true
	case versionMsg:
		p.pace, p.still = 0, msg.err == nil && msg.version == p.version
	case tickMsg:
		p.pace = 0
	default:
		p.pace = steady
	}
	_, cmd := p.Model.Update(msg)
	return p, cmd
}

// View draws the model and has the clock show it. To draw for a message that
// changes nothing would be most of what idling costs.
func (p *paced) View() tea.View {
	if p.clock.ticker == nil {
		p.clock.take(p.prog)
	}
	if p.still {
		return p.shown
	}
	v := p.Model.View()
	if p.pace == 0 && v.Content != p.shown.Content {
		p.pace = steady
	}
	if p.pace != 0 {
		p.clock.quicken(p.pace)
	}
	p.shown = v
	return v
}
