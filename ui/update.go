package ui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
	"depesche/ui/keys"
	"depesche/ui/prompt"
	"depesche/ui/theme"
)

// Update routes a message to the method named for it. It does no I/O and sets
// no page. Whatever has come into sight by it is then drawn.
func (m *Model) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	model = m //nolint:wastedassign // what is given back when it panics
	if m.crash != nil {
		return m, tea.Quit
	}
	defer m.caught(nameOf(msg))
	m.now = m.o.Now()
	cmd = m.route(msg)
	if more := m.drawPictures(); more != nil {
		cmd = tea.Batch(cmd, more)
	}
	if more := m.yieldPlaces(); more != nil {
		cmd = tea.Batch(cmd, more)
	}
	return m, guard(cmd)
}

func (m *Model) route(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return m.resize(msg.Width, msg.Height)
	case tea.KeyPressMsg:
		return m.press(msg)
	case tea.PasteMsg:
		return m.paste(msg.Content)
	case tea.MouseWheelMsg:
		return m.wheel(tea.Mouse(msg))
	case tea.MouseClickMsg:
		return m.click(tea.Mouse(msg))
	case tea.MouseMotionMsg:
		return m.drag(tea.Mouse(msg))
	case tea.MouseReleaseMsg:
		return m.drop()
	case tea.BackgroundColorMsg:
		return m.background(msg.IsDark())
	case tea.FocusMsg:
		m.away = false
		return tea.Batch(versionCmd(m.ctx, m.o.Store), m.askBackground(), m.markOpened())
	case tea.BlurMsg:
		m.away = true
	case tea.ResumeMsg:
		return tea.Batch(m.renewPictures(), versionCmd(m.ctx, m.o.Store), m.askBackground())
	case uv.DarkColorSchemeEvent, uv.LightColorSchemeEvent: // the system changed its colours
		return m.askBackground()
	case tea.ModeReportMsg:
		if msg.Mode == ansi.ModeUnicodeCore {
			m.cells.Clusters = msg.Value == ansi.ModeReset || msg.Value == ansi.ModeSet || msg.Value == ansi.ModePermanentlySet
			m.page.Measure(m.cells.Method())
		}
	case cannotStopMsg:
		return m.say(m.t.Screen.NoShell, false)
	case panicMsg:
		m.crashed(msg.err)
	case toastMsg:
		if msg.seq == m.toast.seq {
			m.toast.text = ""
		}
	case tickMsg:
		return m.tick()
	case listenMsg:
		return m.listen()
	case settledMsg:
		return settledCmd(m.o.Settled)
	case retryMsg:
		return m.retry()
	case refreshMsg:
		return tea.Batch(m.startRefresh(true, nil), m.after(m.o.Interval, refreshMsg{}))
	default:
		return m.answer(msg)
	}
	return nil
}

// answer routes what commands bring.
func (m *Model) answer(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case listMsg:
		return m.showList(msg)
	case keysMsg:
		return m.showKeys(msg)
	case restMsg:
		return m.askRest(msg)
	case rowsMsg:
		return m.showRows(msg)
	case hitsMsg:
		return m.showHits(msg)
	case jumpMsg:
		return m.jump(msg)
	case sourcesMsg:
		return m.showSources(msg)
	case previewMsg:
		return m.showPreview(msg)
	case pageMsg:
		return m.showPage(msg)
	case progressMsg:
		return m.showProgress(msg)
	case versionMsg:
		return m.showVersion(msg)
	case recalledMsg:
		return m.recalled(msg)
	case pictureMsg:
		return m.pictureDrawn(msg)
	case keptMsg:
		for url, at := range msg.sizes {
			m.pictures.sizes.learn(url, at)
		}
		return nil
	case sentMsg:
		m.pictures.shelf.Sent(msg.key, msg.id)
		return nil
	case paintMsg:
		return m.paint(msg)
	}
	return m.done(msg)
}

// done routes the answers to what the reader did.
func (m *Model) done(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case unkeptMsg:
		return m.fail(msg.err)
	case writtenMsg:
		return m.route(m.writes.heard(msg.w))
	case markedMsg:
		return m.marked(msg)
	case standingMsg:
		return m.restore(msg)
	case allMarkedMsg:
		return m.allMarked(msg)
	case chosenMsg:
		return m.chosenDone(msg)
	case historyMsg:
		return m.showHistory(msg)
	case leavingMsg:
		return m.tidied(msg)
	case sinceMsg:
		return m.showSince(msg)
	case facetsMsg:
		return m.showFacets(msg)
	case undoneMsg:
		return m.undone(msg)
	case fullMsg:
		return m.fetched(msg)
	case followedMsg:
		return m.followed(msg)
	case foundMsg:
		return m.found(msg)
	case addedMsg:
		return m.added(msg)
	case pageSavedMsg:
		return m.pageSaved(msg)
	case changedMsg:
		return m.changed(msg)
	case importsMsg:
		return m.chooseImport(msg)
	case takenOverMsg:
		return m.takenOver(msg)
	case storiesMsg:
		return m.chooseStory(msg)
	case changesMsg:
		return m.showChanges(msg)
	case whyMsg:
		return m.showWhy(msg)
	case pipedMsg:
		return m.piped(msg)
	case packMsg:
		return m.packed(msg)
	case goodsMsg:
		return m.useGoods(msg)
	case downloadStepMsg:
		return m.downloadStep(msg)
	case downloadedMsg:
		return m.downloaded(msg)
	case metMsg:
		return m.chooseDeed(msg)
	case rulesMsg:
		return m.showRules(msg)
	case ruledMsg:
		return m.ruled(msg)
	case savedMsg:
		if msg.err != nil {
			return m.fail(msg.err)
		}
		return m.say(m.t.Screen.Saved(msg.name), false)
	case openedMsg:
		if msg.err != nil {
			return m.fail(msg.err)
		}
	default:
		return m.hear(msg)
	}
	return nil
}

// resize lays everything out anew; the page keeps the reader's place.
func (m *Model) resize(w, h int) tea.Cmd {
	if w == m.layout.W && h == m.layout.H && m.sized {
		return nil
	}
	first := !m.sized
	m.sized = w > 0 && h > 0
	m.layout.W, m.layout.H = w, h
	m.resizePictures()
	cmd := m.relayout()
	if m.viewer != nil {
		cmd = tea.Batch(cmd, m.repaint())
	}
	if first && m.list.Len() > 0 {
		cmd = tea.Batch(cmd, m.glance())
	}
	return cmd
}

// relayout puts the panes where size and focus want them, and has the page set
// in its new width.
func (m *Model) relayout() tea.Cmd {
	m.layout = arrange(m.layout.W, m.layout.H, m.prefs)
	m.page.Resize(m.layout.Page.W, m.layout.Page.H)
	if m.layout.Page.W == 0 || m.open.row.ID == "" {
		return nil
	}
	return m.setOpen()
}

// scopes are the places keys are looked up in now, the innermost first.
func (m *Model) scopes() []keys.Scope {
	switch {
	case m.viewer != nil:
		return []keys.Scope{keys.Viewer}
	case m.menu != nil:
		return []keys.Scope{keys.Menu}
	case m.ask != nil:
		return []keys.Scope{keys.Prompt}
	case m.target != nil:
		return []keys.Scope{keys.Target}
	case m.sheet != nil:
		return []keys.Scope{keys.Sheet}
	case m.page.InLinkMode():
		return []keys.Scope{keys.LinkMode}
	}
	here := m.paneScope()
	if here == keys.Page && m.page.Query() != "" || here == keys.List && m.list.Query() != "" {
		return []keys.Scope{keys.Hits, here}
	}
	return []keys.Scope{here}
}

func (m *Model) press(key tea.KeyPressMsg) tea.Cmd {
	if m.o.Alert != "" { // it has been seen
		m.o.Alert, m.toast.text = "", ""
	}
	if m.holdKey(key) {
		return nil
	}
	scopes := m.scopes()
	r := m.keys.Press(m.o.Keys, key, scopes...)
	if r.Waiting {
		return nil
	}
	if len(r.Actions) == 0 {
		return m.typed(r)
	}
	m.toast.text = "" // read by now, and about something else
	cmds := make([]tea.Cmd, 0, len(r.Actions))
	for i, a := range r.Actions {
		if i > 0 && m.awaiting() {
			m.hold(func() tea.Cmd { return m.do(a, r.Count) })
			continue
		}
		cmds = append(cmds, m.do(a, r.Count))
	}
	return tea.Batch(cmds...)
}

// typed takes a key that is bound to nothing here: text where one types, else it says so.
func (m *Model) typed(r keys.Result) tea.Cmd {
	switch {
	case m.menu != nil:
		m.menu.typed(r.Text)
	case m.ask != nil:
		m.toast.text = ""
		m.ask.prompt.Type(r.Text)
	case m.page.InLinkMode():
		return m.pickLink(r.Text)
	case r.Stray != "" && m.viewer == nil:
		return m.stray(r.Stray)
	}
	return nil
}

// stray says of a key that does nothing here where it does something.
func (m *Model) stray(seq string) tea.Cmd {
	t, key := &m.t.Screen, keys.Label(seq, m.o.ASCII)
	places := m.paneNames(m.o.Keys.Elsewhere(seq))
	if len(places) == 0 {
		return m.say(t.UnknownKey(key, m.key("help")), false)
	}
	return m.say(t.KeyElsewhere(key, places), false)
}

// paneNames says which panes are in a scope: "in the list".
func (m *Model) paneNames(in keys.Scope) (names []string) {
	for i, s := range []keys.Scope{keys.Sources, keys.List, keys.Page} {
		if in&s != 0 {
			names = append(names, m.t.Screen.Places[i])
		}
	}
	return names
}

// paneScope is the pane that the keys go to.
func (m *Model) paneScope() keys.Scope {
	return map[pane]keys.Scope{paneSources: keys.Sources, paneList: keys.List, panePage: keys.Page}[m.prefs.focus]
}

func (m *Model) paste(text string) tea.Cmd {
	if m.menu != nil || m.ask != nil {
		return m.typed(keys.Result{Text: strings.TrimSpace(feed.Line(text))})
	}
	return nil
}

// do carries out an action, in a menu or prompt there.
func (m *Model) do(a keys.Action, count int) tea.Cmd {
	switch {
	case m.menu != nil:
		return m.menuDo(a)
	case m.ask != nil:
		switch m.ask.prompt.Do(a) {
		case prompt.Accepted:
			return m.answered()
		case prompt.Cancelled:
			m.ask = nil
		case prompt.Nothing, prompt.Edited:
		}
		return nil
	case m.sheet != nil:
		return m.sheetDo(a, count)
	}
	if act := m.acts[a]; act != nil {
		return act(count)
	}
	return nil
}

// askBackground asks the terminal for the colour of its paper, where that decides ours.
func (m *Model) askBackground() tea.Cmd {
	if m.scheme != Auto || m.o.Mono {
		return nil
	}
	return tea.RequestBackgroundColor
}

// background hears what colour the terminal's paper has.
func (m *Model) background(dark bool) tea.Cmd {
	if m.scheme != Auto || dark == m.dark {
		return nil
	}
	m.dark = dark
	return tea.Batch(m.restyle(m.st.Name), rememberCmd(m.ctx, m.o.Store, "paper", map[bool]string{true: "dark", false: "light"}[dark]))
}

// restyle changes the theme; the page is set anew in its colours.
func (m *Model) restyle(name string) tea.Cmd {
	m.st, _ = theme.Named(name, m.dark, m.o.Mono)
	return m.setOpen()
}

// tick saves the place now and then, so that a crash loses little of it.
func (m *Model) tick() tea.Cmd {
	return tea.Batch(m.savePosition(), m.after(tickEvery, tickMsg{}))
}

// listen looks for what other programs have changed.
func (m *Model) listen() tea.Cmd {
	return tea.Batch(versionCmd(m.ctx, m.o.Store), m.after(listenEvery, listenMsg{}))
}

// showVersion hears the database's version: when another program has changed
// it, states and counts are read anew, in their places.
func (m *Model) showVersion(msg versionMsg) tea.Cmd {
	if msg.err != nil || msg.version == m.version {
		return nil
	}
	first := m.version == 0
	m.version = msg.version
	if m.refresh.running {
		return nil
	}
	m.sources.heard = m.sources.heard || !first
	return m.reread() // the first time for what was done since the start, which nobody has heard of
}

// reread loads states and counts anew; nothing moves.
func (m *Model) reread() tea.Cmd {
	return tea.Batch(rowsCmd(m.ctx, m.o.Store, m.gen, m.marking.n, m.list.Stale()), m.sourcesCmd())
}

const wheelLines = 3

func (m *Model) wheel(e tea.Mouse) tea.Cmd {
	n := wheelLines
	if e.Button == tea.MouseWheelUp {
		n = -n
	}
	switch {
	case m.menu != nil || m.ask != nil || m.viewer != nil:
	case m.sheet != nil:
		m.sheet.scroll(n)
	case m.layout.Page.has(e.X, e.Y):
		m.page.Wheel(n)
	case m.layout.List.has(e.X, e.Y):
		m.list.Scroll(n)
		return m.moved()
	case m.layout.Sources.has(e.X, e.Y):
		m.sources.move(n)
	}
	return nil
}

// click brings the keys to the pane under the pointer, and in a list the cursor to its row.
func (m *Model) click(e tea.Mouse) tea.Cmd {
	if e.Button != tea.MouseLeft || m.menu != nil || m.ask != nil || m.sheet != nil || m.viewer != nil {
		return nil
	}
	switch {
	case m.layout.List.W > 0 && e.X == m.layout.Page.X-1 && e.Y >= m.layout.Page.Y:
		m.dragging = true
	case m.layout.Page.has(e.X, e.Y):
		return m.clickPage(e.X-m.layout.Page.X, e.Y-m.layout.Page.Y)
	case m.layout.List.has(e.X, e.Y):
		if i := m.list.Line(e.Y - m.layout.List.Y); i >= 0 {
			m.list.GoTo(i)
		}
		return tea.Batch(m.focus(paneList), m.moved())
	case m.layout.Sources.has(e.X, e.Y):
		m.sources.at(e.Y - m.layout.Sources.Y)
		return tea.Batch(m.focus(paneSources), m.openSource())
	}
	return nil
}

// drag moves the line between list and page with the pointer.
func (m *Model) drag(e tea.Mouse) tea.Cmd {
	if !m.dragging || e.X == m.layout.Page.X-1 {
		return nil
	}
	m.prefs.list = max(1, e.X-m.layout.List.X)
	return m.relayout()
}

// drop ends dragging; the line stays where it is, also next time.
func (m *Model) drop() tea.Cmd {
	if !m.dragging {
		return nil
	}
	m.dragging = false
	m.prefs.list = m.layout.List.W
	return rememberCmd(m.ctx, m.o.Store, "list", strconv.Itoa(m.prefs.list))
}
