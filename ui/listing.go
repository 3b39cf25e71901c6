package ui

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/list"
)

// place is a list of articles with a name: everything, a folder, a source, a search.
type place struct {
	title string
	query cache.Query
	found bool   // a search over everything
	own   string // the filter that makes it what it is, not one the reader put on it

	waiting int // articles that its search did not know yet when it was asked last
}

// filter is what the reader filtered this place by, "" where it is shown whole.
func (p *place) filter() string {
	if p.query.Filter == p.own {
		return ""
	}
	return p.query.Filter
}

func (m *Model) allPlace() place { return place{title: m.t.Screen.All} }
func (m *Model) unreadPlace() place {
	return place{title: m.t.Screen.Unread, query: cache.Query{Unread: true}}
}

func (m *Model) starredPlace() place {
	return place{title: m.t.Screen.Starred, query: cache.Query{Starred: true}}
}

func (m *Model) todayPlace() place {
	return place{title: m.t.Screen.Today, query: cache.Query{Since: m.midnight()}}
}

// both is a filter that wants what a and b want.
func both(a, b string) string {
	switch {
	case strings.TrimSpace(a) == "":
		return b
	case strings.TrimSpace(b) == "":
		return a
	}
	return "(" + a + ") (" + b + ")"
}

// goTo asks for a place; it is shown when its first rows have come. keep is
// where the cursor should then stand.
func (m *Model) goTo(p place, keep cache.Key) tea.Cmd {
	m.gen++
	m.loading = true
	return listCmd(m.ctx, m.o.Store, m.gen, p, keep, firstRows)
}

func (m *Model) showList(msg listMsg) tea.Cmd {
	if msg.gen != m.gen {
		return nil
	}
	m.loading = false
	if msg.err != nil {
		m.gen++ // what stands there keeps standing
		return m.fail(msg.err)
	}
	if msg.place.found && !m.place.found {
		m.visits = append(m.visits, visit{place: m.place, list: m.list, fresh: m.fresh})
	}
	m.place, m.fresh = msg.place, 0
	m.place.waiting = msg.waiting
	m.list.Show(msg.rows)
	m.sources.mark(m.place)
	found := m.list.GoToKey(msg.keep)
	if found {
		msg.keep = 0
	}
	cmds := []tea.Cmd{m.glance()}
	switch {
	case msg.waiting > 0: // its keys come when more is known
		text := m.t.Screen.StillReading(msg.waiting)
		if len(msg.rows) == 0 {
			text = m.t.Screen.NothingYet(msg.waiting)
		}
		cmds = append(cmds, m.say(text, false), m.after(restEvery, restMsg{gen: m.gen}))
		return tea.Batch(cmds...)
	case len(msg.rows) >= firstRows:
		cmds = append(cmds, keysCmd(m.ctx, m.o.Store, m.gen, m.place.query, msg.keep))
	}
	if msg.place.found && len(msg.rows) == 0 {
		cmds = append(cmds, m.say(m.t.Screen.NothingFound(msg.place.query.Filter), true))
	}
	return tea.Batch(cmds...)
}

func (m *Model) showKeys(msg keysMsg) tea.Cmd {
	if msg.gen != m.gen {
		return nil
	}
	if msg.err != nil {
		return m.fail(msg.err)
	}
	m.list.Extend(msg.keys)
	m.place.waiting = msg.waiting
	if msg.waiting > 0 {
		return tea.Batch(m.wanted(), m.after(restEvery, restMsg{gen: m.gen}))
	}
	if msg.followed && m.place.found && m.list.Len() == 0 {
		return m.say(m.t.Screen.NothingFound(m.place.query.Filter), true)
	}
	if msg.keep != 0 && m.list.Cursor() == 0 {
		m.list.GoToKey(msg.keep)
	}
	return m.wanted()
}

// askRest asks again for a list that was shown before all could be searched; what is new stands below.
func (m *Model) askRest(msg restMsg) tea.Cmd {
	if msg.gen != m.gen {
		return nil
	}
	return restCmd(m.ctx, m.o.Store, m.gen, m.place.query)
}

// wanted loads the rows the list misses around its cursor.
func (m *Model) wanted() tea.Cmd {
	if want := m.list.Want(); len(want) > 0 {
		return rowsCmd(m.ctx, m.o.Store, m.gen, m.marking.n, want)
	}
	return nil
}

func (m *Model) showRows(msg rowsMsg) tea.Cmd {
	if msg.gen != m.gen {
		return nil
	}
	if msg.err != nil {
		m.list.Failed(msg.asked)
		return m.fail(msg.err)
	}
	switch {
	case m.marking.open > 0:
		m.marking.ask = append(m.marking.ask, msg.asked...)
		return nil
	case msg.marks != m.marking.n:
		return rowsCmd(m.ctx, m.o.Store, m.gen, m.marking.n, msg.asked)
	}
	tags := m.tagsOf(m.open.row.ID)
	came := m.texts(msg.rows)
	m.list.Put(msg.asked, msg.rows)
	if !slices.Equal(tags, m.tagsOf(m.open.row.ID)) { // the page shows them
		return tea.Batch(came, m.setOpen(), m.glance())
	}
	return tea.Batch(came, m.glance())
}

// moved is called after every move of the list's cursor.
func (m *Model) moved() tea.Cmd { return tea.Batch(m.wanted(), m.glance()) }

// glance shows the article under the cursor on the page beside the list, once the cursor rests.
func (m *Model) glance() tea.Cmd {
	row, ok := m.list.Row()
	if !ok || !m.preview || m.prefs.focus == panePage || m.layout.Page.W == 0 || row.ID == m.seen {
		return nil
	}
	m.peek++
	if m.seen == "" { // nothing is shown yet: no need to wait
		return m.showPreview(previewMsg{seq: m.peek})
	}
	return m.after(previewAfter, previewMsg{seq: m.peek})
}

func (m *Model) showPreview(msg previewMsg) tea.Cmd {
	row, ok := m.list.Row()
	if msg.seq != m.peek || !ok || m.prefs.focus == panePage || m.layout.Page.W == 0 {
		return nil
	}
	return m.openArticle(row, false)
}

// reload makes the list anew, with what has come since; the cursor stays on its article.
func (m *Model) reload() tea.Cmd { return m.goTo(m.place, m.list.Key()) }

// takeNew is reload by key: it says where there was nothing to take in.
func (m *Model) takeNew() tea.Cmd {
	switch {
	case m.fresh > 0:
		return m.reload()
	case m.refresh.running:
		return tea.Batch(m.reload(), m.say(m.t.Screen.NothingNewYet, false))
	}
	return tea.Batch(m.reload(), m.say(m.t.Screen.NothingNew, false))
}

// change shows the same place under another query.
func (m *Model) change(f func(*cache.Query)) tea.Cmd {
	p := m.place
	f(&p.query)
	return m.goTo(p, m.list.Key())
}

func (m *Model) toggleUnreadOnly() tea.Cmd {
	on := !m.place.query.Unread
	said := m.t.Screen.ShowingAll
	if on {
		said = m.t.Screen.ShowingUnread
	}
	return tea.Batch(m.say(said, false), m.change(func(q *cache.Query) { q.Unread = on }))
}

func (m *Model) cycleOrder() tea.Cmd {
	next := map[cache.Order]cache.Order{cache.Newest: cache.Oldest, cache.Oldest: cache.BySource, cache.BySource: cache.Newest, cache.BestHit: cache.Newest}[m.place.query.Order]
	return tea.Batch(m.say(m.t.Screen.Orders[next], false), rememberCmd(m.ctx, m.o.Store, "order", strconv.Itoa(int(next))), m.change(func(q *cache.Query) { q.Order = next }))
}

// leaveSearch goes back to the list as it was before a search; it reports whether there was one.
func (m *Model) leaveSearch() bool {
	n := len(m.visits)
	if n == 0 {
		return false
	}
	v := m.visits[n-1]
	m.visits = m.visits[:n-1]
	m.gen++
	m.place, m.list, m.fresh = v.place, v.list, v.fresh
	m.sources.mark(m.place)
	return true
}

// unread goes to the next unread article, or source, and opens it where the
// reader is reading.
func (m *Model) unread(dir int) tea.Cmd {
	if m.prefs.focus == paneSources {
		at := m.sources.cursor
		if m.sources.nextUnread(dir); m.sources.cursor == at {
			return m.say(m.t.Screen.NothingUnread, false)
		}
		return m.openSource()
	}
	i, known := m.list.Unread(dir)
	if !known {
		return jumpCmd(m.ctx, m.o.Store, m.gen, m.place.query, dir)
	}
	return m.jumpTo(i)
}

func (m *Model) jump(msg jumpMsg) tea.Cmd {
	if msg.gen != m.gen {
		return nil
	}
	if msg.err != nil {
		return m.fail(msg.err)
	}
	in := make(map[cache.Key]bool, len(msg.keys))
	for _, k := range msg.keys {
		in[k] = true
	}
	return m.jumpTo(m.list.Next(in, msg.dir))
}

func (m *Model) jumpTo(i int) tea.Cmd {
	if i < 0 {
		return m.say(m.t.Screen.NothingUnread, false)
	}
	m.list.GoTo(i)
	if m.prefs.focus == panePage {
		return tea.Batch(m.wanted(), m.openHere())
	}
	return m.moved()
}

// step goes n articles on and opens the one there.
func (m *Model) step(n int) tea.Cmd {
	if !m.list.Down(n) {
		return m.say(m.t.Screen.EndOfList, false)
	}
	return tea.Batch(m.wanted(), m.openHere())
}

// openHere opens the article under the cursor for reading; where its row is
// still on its way, opening waits for the row.
func (m *Model) openHere() tea.Cmd {
	if row, ok := m.list.Row(); ok {
		return tea.Batch(m.openArticle(row, true), m.focus(panePage))
	}
	if m.list.Len() == 0 {
		return m.noArticle()
	}
	m.seen = ""
	return m.focus(paneList)
}

func (m *Model) nextHit(dir int) tea.Cmd {
	switch {
	case m.prefs.focus == panePage && m.page.Query() != "" && dir > 0:
		m.page.NextHit()
		return nil
	case m.prefs.focus == panePage && m.page.Query() != "":
		m.page.PrevHit()
		return nil
	case m.prefs.focus != paneList || m.list.Query() == "":
		return m.say(m.t.Screen.NoSearch(m.key("search")), false)
	}
	m.list.NextHit(dir)
	return m.moved()
}

func (m *Model) showHits(msg hitsMsg) tea.Cmd {
	if msg.gen != m.gen {
		return nil
	}
	if msg.err != nil {
		return m.fail(msg.err)
	}
	if m.list.Mark(msg.query, msg.keys) == 0 {
		m.list.Mark("", nil)
		if msg.waiting > 0 {
			return m.say(m.t.Screen.NothingYet(msg.waiting), false)
		}
		return m.say(m.t.Screen.NothingFound(msg.query), true)
	}
	if n, _ := m.list.Hits(); n == 0 {
		m.list.NextHit(1)
	}
	return m.moved()
}

// current is the article that keys act on: the open one while the keys go to
// the page, else the one under the cursor.
func (m *Model) current() (cache.Row, bool) {
	if m.prefs.focus == panePage && m.open.row.ID != "" {
		return m.open.row, true
	}
	return m.list.Row()
}

// noArticle says why a key for articles did nothing.
func (m *Model) noArticle() tea.Cmd { return m.say(m.t.Screen.NoArticle, false) }

// changeRow alters what is known of an article wherever it is shown.
func (m *Model) changeRow(id feed.ID, f func(*cache.Row)) {
	m.list.Change(id, f)
	for i := range m.visits {
		m.visits[i].list.Change(id, f)
	}
	if m.open.row.ID == id {
		f(&m.open.row)
	}
}

// look is how the list is drawn now.
func (m *Model) look() *list.Look {
	return &list.Look{
		Styles: m.st, Text: m.t, Now: m.now, ASCII: m.o.ASCII, Words: m.prefs.linear,
		Focus:  m.prefs.focus == paneList,
		Single: m.place.query.Source != "",
		Order:  m.place.query.Order, Open: m.open.row.ID,
		End: m.endOfList(), Cells: m.cells, Pending: m.marking.pending,
	}
}

// allRead reports whether nothing is unread in the place that is shown. What the sources count lags behind a
// refresh.
func (m *Model) allRead() bool {
	if m.sources.open < 0 || m.place.query.Starred || m.refresh.running {
		return false
	}
	return m.fresh == 0 && m.unreadHere() == 0 && !m.list.HasUnread()
}

func (m *Model) endOfList() string {
	end := m.t.Screen.End
	if m.allRead() {
		end = m.t.Screen.Through
	}
	if m.prefs.linear {
		return end + "."
	}
	if m.o.ASCII {
		return "- " + end + " -"
	}
	return "— " + end + " —"
}
