package ui

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/page"
)

// reading is the article on the page.
type reading struct {
	row      cache.Row
	version  cache.Version
	article  feed.Article
	shown    pageKey         // of the page in the pane
	asked    pageKey         // of the page that was asked for last
	saved    cache.Position  // where the reader was when it was last kept
	back     *left           // where to be when the page is there again, for the way back
	files    map[string]bool // addresses of its files that are on the disk
	changed  time.Time       // when the site changed it, if it did since it was read
	read     bool            // it was opened, not only glanced at
	marked   bool            // it was marked as read for that; what the reader undoes stays undone
	linked   bool            // a page behind a link, that is in no list
	came     bool            // there is a newer text than the one in the pane
	failed   bool
	restored bool
}

// pageKey says all that a page depends on.
type pageKey struct {
	id      feed.ID
	version cache.Version
	width   int
	columns int
	theme   string
	edition int       // counts how often the text was fetched anew
	changed time.Time // the note on it says when
	room    room
	tags    string
}

// pageCache keeps the pages set last.
type pageCache struct {
	kept  []pageMsg // the one used last at the end
	fresh map[feed.ID]int
}

// keptPages is how many: the open article, those before and after it, and their
// other versions.
const keptPages = 8

func (c *pageCache) get(k pageKey) (pageMsg, bool) {
	for i, p := range c.kept {
		if p.key == k {
			c.kept = append(append(c.kept[:i:i], c.kept[i+1:]...), p)
			return p, true
		}
	}
	return pageMsg{}, false
}

func (c *pageCache) put(msg pageMsg) {
	for i, p := range c.kept {
		if p.key == msg.key {
			c.kept[i] = msg
			return
		}
	}
	c.kept = append(c.kept, msg)
	if len(c.kept) > keptPages {
		c.kept = append([]pageMsg(nil), c.kept[1:]...)
	}
}

// renew drops an article's pages: its text has changed.
func (c *pageCache) renew(id feed.ID) {
	if c.fresh == nil {
		c.fresh = map[feed.ID]int{}
	}
	c.fresh[id]++
}

func (m *Model) pageKey(id feed.ID, v cache.Version) pageKey {
	columns, width := m.layout.text(m.columns, m.pageWidth)
	return pageKey{
		id: id, version: v, width: width, columns: columns,
		theme: m.st.Name + strconv.FormatBool(m.st.Dark) + strconv.FormatBool(m.prefs.linear), edition: m.pages.fresh[id], changed: m.changedAt(id), room: m.room(id),
		tags: strings.Join(m.tagsOf(id), ","),
	}
}

func (m *Model) setting(k pageKey, row *cache.Row) setting {
	return setting{
		st: m.st, key: k, rows: 3 * m.layout.H, changed: row.Changed,
		opts: page.Options{
			Text: m.t, Now: m.now, Source: row.SourceTitle, Fetched: row.Fetched, Changed: m.changedAt(row.ID), Tags: row.Tags,
			Justify: m.o.Justify, Hyphenate: m.o.Hyphenate, ASCII: m.o.ASCII, Plain: m.prefs.linear,
			PictureRows: m.places(k.room), Files: m.filesOf(row.ID),
		},
	}
}

// changedAt is when the open article changed, if it is that one.
func (m *Model) changedAt(id feed.ID) time.Time {
	if m.open.row.ID != id {
		return time.Time{}
	}
	return m.open.changed
}

// filesOf are the addresses of the open article's files that are on the disk.
func (m *Model) filesOf(id feed.ID) map[string]bool {
	if m.open.row.ID != id {
		return nil
	}
	return m.open.files
}

// tagsOf are the tags of an article that is open or listed.
func (m *Model) tagsOf(id feed.ID) []string {
	if m.open.row.ID == id {
		return m.open.row.Tags
	}
	row, _ := m.list.Find(id)
	return row.Tags
}

// openArticle puts an article on the page. read: the reader opened it, so
// that it counts as read; else it is only glanced at.
func (m *Model) openArticle(row cache.Row, read bool) tea.Cmd {
	m.takeText()                                                                // coming back to it, one sees it
	news := row.Changed && (m.open.row.ID != row.ID || m.open.changed.IsZero()) // the text kept here is the old one
	if news {
		m.pages.renew(row.ID)
	}
	if m.open.row.ID == row.ID && !m.open.failed && !news {
		m.seen = row.ID
		m.open.read, m.open.marked = m.open.read || read, m.open.marked && !read
		return tea.Batch(m.setOpen(), m.markOpened())
	}
	save := m.savePosition()
	m.open = reading{row: row, read: read}
	m.seen = row.ID
	m.target, m.trail, m.following = nil, nil, ""
	return tea.Batch(save, m.leavePictures(), m.setOpen(), m.ahead())
}

// setOpen has the open article set as the screen now wants it.
func (m *Model) setOpen() tea.Cmd {
	if m.open.row.ID == "" || m.layout.Page.W == 0 {
		return nil
	}
	k := m.pageKey(m.open.row.ID, m.open.version)
	m.open.asked = k
	if m.open.shown == k {
		return nil
	}
	if p, ok := m.pages.get(k); ok {
		return m.showPage(p)
	}
	set := m.setting(k, &m.open.row)
	if m.open.linked && m.open.shown.id != k.id {
		return setCmd(m.open.article, cache.Position{}, set)
	}
	if s := m.open.shown; s.id == k.id && s.version == k.version && s.edition == k.edition {
		set.rows = 0
		return setCmd(m.open.article, m.position(), set)
	}
	return openCmd(m.ctx, m.o.Store, set, false)
}

// ahead sets the next article's page while this one is read.
func (m *Model) ahead() tea.Cmd {
	next, ok := m.list.At(m.list.Cursor() + 1)
	if !ok || m.layout.Page.W == 0 || !m.open.read {
		return nil
	}
	k := m.pageKey(next.ID, cache.Best)
	if _, ok := m.pages.get(k); ok {
		return nil
	}
	return openCmd(m.ctx, m.o.Store, m.setting(k, &next), true)
}

func (m *Model) showPage(msg pageMsg) tea.Cmd {
	if msg.err == nil && msg.page.Whole {
		m.pages.put(msg)
	}
	if msg.key != m.open.asked || msg.key == m.open.shown && m.page.Page().Whole {
		if msg.err == nil && msg.ahead {
			return m.fetchPictures(msg)
		}
		return nil // the reader has moved on
	}
	if msg.err != nil {
		m.open.failed, m.held = true, nil
		if m.open.shown.id != msg.key.id {
			m.page.Clear()
			m.open.shown = pageKey{}
		} else {
			m.open.version = m.open.shown.version // keep what can be read
			m.open.asked = m.open.shown
		}
		return m.fail(msg.err)
	}
	first := m.open.shown.id != msg.key.id || !m.open.restored
	if !first && m.yielded(msg) {
		return nil
	}
	m.open.failed, m.open.article, m.open.shown = false, msg.article, msg.key
	if msg.files != nil {
		m.open.files = msg.files
	}
	if !msg.changed.IsZero() {
		m.open.changed = msg.changed
	}
	msg.page.ID = msg.key.id
	m.page.Show(msg.page)
	m.page.Resize(m.layout.Page.W, m.layout.Page.H)
	if first {
		m.open.restored = true
		m.open.saved = msg.position
		at, back := page.Position(msg.position), m.open.back
		if m.open.back = nil; back != nil {
			at = back.at
		}
		if at != (page.Position{}) {
			m.page.Restore(at)
		}
		if back != nil && back.open.shown == msg.key {
			m.page.GoTo(back.line)
		}
	}
	cmds := []tea.Cmd{m.markOpened(), m.fetchPictures(msg)}
	if !msg.page.Whole {
		set := m.setting(msg.key, &m.open.row)
		set.rows = 0
		cmds = append(cmds, setCmd(msg.article, msg.position, set))
	}
	return tea.Batch(append(cmds, m.release())...)
}

// markOpened marks the open article as read once its page is there, and only once
// for each time that it is opened.
func (m *Model) markOpened() tea.Cmd {
	if m.away || !m.open.read || m.open.marked || m.open.shown.id != m.open.row.ID {
		return nil
	}
	m.open.marked = true
	if m.open.row.Read && !m.open.row.Changed {
		return nil
	}
	if m.open.row.Changed {
		m.pages.renew(m.open.row.ID) // opened again, it has no news to tell
	}
	return m.mark(m.open.row, feed.Read, "")
}

func (m *Model) toggleRead() tea.Cmd {
	if said, ok := m.inList(); !ok {
		return said
	}
	if ks := m.chosen(); ks != nil {
		return m.writes.add(markChosenCmd(m.lasting(), m.o.Store, ks, readFlag, m.now))
	}
	row, ok := m.current()
	if !ok {
		return m.noArticle()
	}
	kind := feed.Read
	if row.Read {
		kind = feed.Unread
	}
	if m.prefs.focus == paneList {
		cmd := m.mark(row, kind, "")
		m.list.Down(1)
		return tea.Batch(cmd, m.moved())
	}
	return m.mark(row, kind, m.didOne(kind))
}

func (m *Model) toggleStar() tea.Cmd {
	if said, ok := m.inList(); !ok {
		return said
	}
	if ks := m.chosen(); ks != nil {
		return m.writes.add(markChosenCmd(m.lasting(), m.o.Store, ks, starFlag, m.now))
	}
	row, ok := m.current()
	if !ok {
		return m.noArticle()
	}
	kind := feed.Star
	if row.Starred {
		kind = feed.Unstar
	}
	if m.prefs.focus == panePage {
		return m.mark(row, kind, m.didOne(kind))
	}
	return m.mark(row, kind, "")
}

// toggleHidden takes an article, or those chosen, out of the lists, or back into them.
// Nothing moves: the row says so, and is gone when the list is made anew.
func (m *Model) toggleHidden() tea.Cmd {
	if said, ok := m.inList(); !ok {
		return said
	}
	if ks := m.chosen(); ks != nil {
		return m.writes.add(markChosenCmd(m.lasting(), m.o.Store, ks, hideFlag, m.now))
	}
	row, ok := m.current()
	if !ok {
		return m.noArticle()
	}
	kind := feed.Hide
	if row.Hidden {
		kind = feed.Unhide
	}
	cmd := tea.Sequence(m.mark(row, kind, m.didOne(kind)), m.sourcesCmd())
	if m.prefs.focus == paneList {
		m.list.Down(1)
		return tea.Batch(cmd, m.moved())
	}
	return cmd
}

// markAllRead marks the whole list as read, but not what has come since it was made.
func (m *Model) markAllRead() tea.Cmd {
	q := m.place.query
	if m.prefs.focus == paneSources {
		q = m.sources.current(m).query
	}
	q.Unread, q.Order, q.Limit, q.Offset = false, cache.Newest, 0, 0
	if m.fresh > 0 && m.prefs.focus != paneSources {
		return m.writes.add(markTheseCmd(m.lasting(), m.o.Store, q, m.list.Keys(), m.now))
	}
	return m.writes.add(markAllCmd(m.lasting(), m.o.Store, q))
}

func (m *Model) allMarked(msg allMarkedMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	return tea.Batch(m.reread(), m.say(m.t.Screen.AllRead(msg.n, m.key("undo")), false))
}

func (m *Model) undone(msg undoneMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	what := m.did(msg.action.What, msg.action.N)
	if msg.n > 1 {
		what = m.t.Screen.DoneCount(msg.n)
	}
	say := m.t.Screen.Undone(what)
	if msg.redo {
		say = m.t.Screen.Redone(what)
	}
	cmd := m.reread()
	if msg.views {
		m.setViews(msg.stored)
		m.listSources()
	}
	if msg.sources {
		cmd = tea.Batch(cmd, m.reload())
	}
	return tea.Batch(cmd, m.say(say, false))
}

// position is where the reader is in the open article.
func (m *Model) position() cache.Position { return cache.Position(m.page.Position()) }

// unsaved is the reader's place, if it is not kept yet.
func (m *Model) unsaved() (cache.Position, bool) {
	at := m.position()
	return at, m.open.read && m.open.row.ID != "" && m.open.shown.id == m.open.row.ID && m.open.shown.version == cache.Best && at != m.open.saved
}

func (m *Model) savePosition() tea.Cmd {
	at, ok := m.unsaved()
	if !ok {
		return nil
	}
	m.open.saved = at
	return savePositionCmd(m.ctx, m.o.Store, m.open.row.ID, at)
}

// nextVersion shows the text the feed delivered, the one taken from the page,
// and the better of both in turn.
func (m *Model) nextVersion() tea.Cmd {
	if m.open.row.ID == "" {
		return m.say(m.t.Screen.OpenFirst, false)
	}
	if said, ok := m.inList(); !ok {
		return said
	}
	if m.takeText() {
		m.open.version = cache.Best
		return tea.Batch(m.setOpen(), m.say(m.t.Screen.Versions[m.open.version], false))
	}
	m.open.version = (m.open.version + 1) % 3
	if m.open.version == cache.FromPage && !m.open.row.HasPage {
		m.open.version = cache.Best
	}
	return tea.Batch(m.setOpen(), m.say(m.t.Screen.Versions[m.open.version], false))
}

func (m *Model) fetchPage() tea.Cmd {
	row, ok := m.current()
	if !ok {
		return m.noArticle()
	}
	if m.prefs.focus == panePage && m.open.linked {
		return m.follow(row.Link, true)
	}
	return tea.Batch(m.say(m.t.Screen.Fetching(hostOf(row.Link)), false), fullCmd(m.ctx, m.o.Store, row.ID))
}

// fetched shows the page that was fetched, if the reader is still there.
func (m *Model) fetched(msg fullMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	m.pages.renew(msg.id)
	m.changeRow(msg.id, func(r *cache.Row) { r.HasPage, r.Fetched, r.Changed = true, m.now, msg.changed })
	said := m.t.Screen.Fetched
	if msg.changed {
		said = m.t.Screen.FetchedNews(m.key("changes"))
	}
	return tea.Batch(m.setOpen(), m.reread(), m.say(said, false))
}

func (m *Model) widen(n int) tea.Cmd {
	m.pageWidth = clamp(m.pageWidth+n, 30, 120)
	return tea.Batch(m.setOpen(), m.say(m.t.Screen.Width(m.pageWidth), false),
		rememberCmd(m.ctx, m.o.Store, "width", fmt.Sprintf("%d/%d", m.pageWidth, m.o.PageWidth)))
}

// toggleColumns has the text set in two columns, or in one again.
func (m *Model) toggleColumns() tea.Cmd {
	m.columns = 3 - m.columns
	m.prefs.columns = m.columns > 1
	said := m.t.Screen.OneColumn
	switch {
	case m.columns > 1 && m.layout.W < twoColumns:
		said = m.t.Screen.TooNarrow(twoColumns)
	case m.columns > 1:
		said = m.t.Screen.TwoColumns
	}
	return tea.Batch(m.relayout(), m.say(said, false),
		rememberCmd(m.ctx, m.o.Store, "columns", fmt.Sprintf("%d/%d", m.columns, max(m.o.Columns, 1))))
}

// progressText says where in the article the reader is.
func (m *Model) progressText() string {
	if m.open.shown.id == "" {
		return ""
	}
	if cur, n := m.page.Hits(); n > 0 {
		return fmt.Sprintf("%d/%d  %d %%", cur, n, m.page.Percent())
	}
	return fmt.Sprintf("%d %%", m.page.Percent())
}
