package ui

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/keys"
	"depesche/ui/list"
	"depesche/ui/locale"
	"depesche/ui/page"
	"depesche/ui/term"
	"depesche/ui/theme"
)

// Model is the whole screen. It is a tea.Model.
type Model struct {
	ctx   context.Context
	o     Options
	t     *locale.Text
	st    *theme.Styles
	acts  map[keys.Action]action
	after func(time.Duration, tea.Msg) tea.Cmd // tea.Tick, but in tests

	layout    layout
	cells     term.Cells
	prefs     prefs
	scheme    Scheme
	dark      bool
	preview   bool
	pageWidth int
	columns   int // of text, where there is room for them
	keys      keys.Reader
	held      []func() tea.Cmd // what was typed about a text that is on its way

	sources sourcesPane
	list    list.List
	place   place
	gen     int // of the list; answers to an older one are dropped
	marking marking
	writes  writes
	loading bool      // a list is on its way
	visits  []visit   // where h leads back to, the last first
	version int64     // of the database, to see what other programs changed
	seen    feed.ID   // what the preview shows, or was asked to show
	peek    int       // of the preview; an older one is dropped
	now     time.Time // of this update

	page     page.Pane
	open     reading
	lastTime time.Time // when the reader was here last; zero: never
	views    []View    // saved queries, beside those of the settings
	pages    pageCache

	pictures pictures
	viewer   *viewer

	trail     []left    // where back leads to from a page that a link led to
	following string    // the link that is on its way
	note      *noteJump // the last jump to or from a footnote

	ask      *question
	lines    map[string][]string // lines typed before, by kind of question
	menu     *menu
	sheet    *sheet
	target   *page.Link // the link that was chosen, not yet opened
	toast    toast
	refresh  refreshing
	packing  packing
	queue    downloads
	offline  time.Duration // until the network is tried again; 0: it is there
	fresh    int           // articles that came since the list was made
	sized    bool
	dragging bool        // the line between list and page follows the pointer
	away     bool        // the terminal is not the one the reader types into
	crash    *PanicError // a defect that ends the screen
	quit     func()      // quits the program; nil where there is none
	gone     atomic.Bool // the terminal is
	primed   bool        // the first rows are there before Init
	rest     bool        // and they are not all there are
	early    tea.Cmd     // what the first frame asked for before Init
}

// visit is a list that was left for another, as it was.
type visit struct {
	place place
	list  list.List
	fresh int // what had come since it was made
}

// New makes the screen; nothing is read before Init's commands run.
func New(o Options) *Model {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.PageWidth <= 0 {
		o.PageWidth = 72
	}
	if o.Text == nil {
		o.Text = locale.English()
	}
	m := &Model{
		ctx: context.Background(), o: o, t: o.Text, after: after,
		scheme: o.Scheme, dark: o.Scheme != Light, preview: o.Preview, pageWidth: o.PageWidth, columns: max(o.Columns, 1),
		lines: map[string][]string{}, pages: pageCache{},
	}
	m.now = o.Now()
	m.acts = m.actions()
	m.prefs = prefs{focus: paneList, sources: true, linear: o.Linear, columns: m.columns > 1}
	m.place = m.allPlace()
	if o.Unread {
		m.place = m.unreadPlace()
	}
	m.st, _ = theme.Named(o.Theme, m.dark, o.Mono)
	m.pictures = newPictures(&m.o)
	m.page.Draw(m.art)
	return m
}

// Init gives the commands that fill the first screen.
func (m *Model) Init() tea.Cmd {
	cmds := []tea.Cmd{
		m.early, sinceCmd(m.ctx, m.o.Store, m.lastTime), m.sourcesCmd(),
		versionCmd(m.ctx, m.o.Store),
		m.after(tickEvery, tickMsg{}), m.after(listenEvery, listenMsg{}), m.after(settledAfter, settledMsg{}),
	}
	switch {
	case !m.primed:
		cmds = append(cmds, m.goTo(m.place, 0)) // it says what is wrong
	case m.rest:
		cmds = append(cmds, keysCmd(m.ctx, m.o.Store, m.gen, m.place.query, 0))
	}
	if cmd := m.askBackground(); cmd != nil {
		cmds = append(cmds, cmd, tea.Raw(ansi.SetModeLightDark))
	}
	if !m.pictures.hidden {
		cmds = append(cmds, m.pictures.ask())
	}
	if m.o.Alert != "" {
		cmds = append(cmds, m.say("", true))
	}
	if m.o.RefreshAtStart {
		cmds = append(cmds, m.startRefresh(true, nil))
	}
	if m.o.Interval > 0 {
		cmds = append(cmds, m.after(m.o.Interval, refreshMsg{}))
	}
	return guard(tea.Batch(cmds...))
}

func (m *Model) midnight() time.Time {
	y, mo, d := m.now.Date()
	return time.Date(y, mo, d, 0, 0, 0, 0, m.now.Location())
}

// words says an error in a sentence. What the store does not find was removed since the
// screen showed it.
func (m *Model) words(err error) string {
	if errors.Is(err, cache.ErrNotFound) {
		return m.t.Screen.NotHere(m.key("reload-list"))
	}
	if m.o.Words != nil {
		return m.o.Words(err)
	}
	return err.Error()
}

// fail tells an error in the status line and writes it to the log.
func (m *Model) fail(err error) tea.Cmd {
	if m.o.Log != nil {
		m.o.Log.Warn("screen", "err", err)
	}
	return m.say(m.words(err), true)
}

// toast is a short message in the status line.
type toast struct {
	text  string
	alert bool
	seq   int
}

// say shows a short message for a while. What had to be said first stands until the reader presses a key.
func (m *Model) say(text string, alert bool) tea.Cmd {
	if m.o.Alert != "" {
		m.toast = toast{text: feed.Line(m.o.Alert), alert: true}
		return nil
	}
	m.toast = toast{text: feed.Line(text), alert: alert, seq: m.toast.seq + 1}
	return m.after(toastFor, toastMsg{seq: m.toast.seq})
}
