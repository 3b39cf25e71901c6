package ui

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed"
)

// sourcesPane lists what there is to read: everything, unread, starred, today,
// then folders and sources with what is unread in them.
type sourcesPane struct {
	rows    []cache.SourceRow
	items   []sourceItem
	folded  map[string]bool
	cursor  int
	top     int
	open    int // the item whose list is shown, -1 when none is
	starred int
	today   int // unread articles of today
	unread  int
	total   int
	heard   bool // another program has changed something

	since    int            // what came since the last visit
	found    map[string]int // what is unread in each saved query
	tags     []cache.TagRow
	agencies []facet
	sections []facet

	drawn map[sourceLine]string // lines as they look
}

// itemKind says what a line of the pane is.
type itemKind uint8

const (
	standing   itemKind = iota // all, unread, today, starred
	viewItem                   // a saved query, a tag, an agency, a section
	foldItem                   // the heading of such
	folderItem                 // a folder of sources
	feedItem                   // a source
)

// sourceItem is a line of the pane.
type sourceItem struct {
	kind     itemKind
	place    place
	source   *cache.SourceRow // of a feedItem
	folder   []string         // that it is, or stands in
	fold     string           // the heading it is, or stands under
	settings bool             // it cannot be removed here
	unread   int              // of a viewItem
	depth    int
	gap      bool
}

// foldKey names what folding this line means; "" where nothing can be folded.
func (it *sourceItem) foldKey() string {
	if it.fold != "" || len(it.folder) == 0 {
		return it.fold
	}
	return folderKey(it.folder)
}

// isFolder reports whether other lines stand under this one.
func (it *sourceItem) isFolder() bool { return it.kind == folderItem || it.kind == foldItem }

func folderKey(path []string) string { return strings.Join(path, "\x00") }

func (m *Model) sourcesCmd() tea.Cmd {
	return sourcesCmd(m.ctx, m.o.Store, m.midnight(), m.allViews())
}

// showSources brings the sources anew; the cursor stays on its item.
func (m *Model) showSources(msg sourcesMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	s := &m.sources
	s.rows, s.starred, s.today, s.tags, s.found = msg.rows, msg.starred, msg.today, msg.tags, msg.found
	before := s.total
	s.unread, s.total = 0, 0
	for i := range s.rows {
		s.unread += s.rows[i].Unread - s.rows[i].Shared
		s.total += s.rows[i].Total - s.rows[i].SharedTotal
	}
	if s.heard && !m.refresh.running {
		m.fresh += max(0, s.total-before)
	}
	s.heard = false
	m.listSources()
	return nil
}

// listSources builds the pane's items from its sources.
func (m *Model) listSources() {
	s := &m.sources
	at := ""
	if s.cursor < len(s.items) {
		at = s.items[s.cursor].id()
	}
	s.items = s.items[:0]
	s.items = append(s.items, sourceItem{place: m.allPlace()}, sourceItem{place: m.unreadPlace()},
		sourceItem{place: m.todayPlace()}, sourceItem{place: m.starredPlace()})
	if s.since > 0 {
		s.items = slices.Insert(s.items, 2, sourceItem{place: m.sincePlace(), unread: s.since})
	}
	m.addViews(s)
	s.add(nil)
	for i := range s.items {
		if s.items[i].id() == at {
			s.cursor = i
		}
	}
	s.cursor = clamp(s.cursor, 0, len(s.items)-1)
	s.mark(m.place)
}

// add appends the folders and sources that stand directly in a folder.
func (s *sourcesPane) add(path []string) {
	var folders []string
	for i := range s.rows {
		if f := s.rows[i].Folder; len(f) > len(path) && slices.Equal(f[:len(path)], path) && !slices.Contains(folders, f[len(path)]) {
			folders = append(folders, f[len(path)])
		}
	}
	gap := len(path) == 0
	for _, f := range folders {
		sub := append(slices.Clone(path), f)
		s.items = append(s.items, sourceItem{
			kind: folderItem, place: place{title: f, query: cache.Query{Folder: sub}}, folder: sub, depth: len(path), gap: gap,
		})
		gap = false
		if !s.folded[folderKey(sub)] && len(path) < 8 {
			s.add(sub)
		}
	}
	for i := range s.rows {
		r := &s.rows[i]
		if slices.Equal(r.Folder, path) {
			s.items = append(s.items, sourceItem{
				kind: feedItem, place: place{title: sourceTitle(r), query: cache.Query{Source: r.ID}}, source: r, folder: path, depth: len(path), gap: gap,
			})
			gap = false
		}
	}
}

func sourceTitle(r *cache.SourceRow) string {
	if t := feed.Line(r.Title); t != "" {
		return t
	}
	return hostOf(r.URL)
}

func (it *sourceItem) id() string {
	switch it.kind {
	case feedItem:
		return "s" + string(it.source.ID)
	case folderItem:
		return "f" + folderKey(it.folder)
	case viewItem:
		return "q" + it.place.query.Filter
	case foldItem:
		return "x" + it.fold
	case standing:
	}
	return "v" + it.place.title
}

// number is what the pane says beside an item: what is unread, or how many
// starred articles there are.
func (s *sourcesPane) number(i int) int {
	it := &s.items[i]
	switch {
	case it.kind == feedItem:
		return it.source.Unread
	case it.kind == viewItem:
		return it.unread
	case it.kind == foldItem:
		return 0
	case it.kind == folderItem:
		n := 0
		for j := range s.rows {
			if f := s.rows[j].Folder; len(f) >= len(it.folder) && slices.Equal(f[:len(it.folder)], it.folder) {
				n += s.rows[j].Unread - s.rows[j].Shared
			}
		}
		return n
	case it.place.query.Starred:
		return s.starred
	case it.unread > 0:
		return it.unread
	case !it.place.query.Since.IsZero():
		return s.today
	case it.place.query.Unread:
		return s.unread
	}
	return 0
}

// count changes a source's number of unread articles by n.
func (s *sourcesPane) count(id feed.SourceID, n int, published, midnight time.Time) {
	for i := range s.rows {
		if s.rows[i].ID == id {
			s.rows[i].Unread = max(0, s.rows[i].Unread+n)
			s.unread = max(0, s.unread+n)
		}
	}
	if !published.Before(midnight) {
		s.today = max(0, s.today+n)
	}
}

// mark remembers which item's list is shown.
func (s *sourcesPane) mark(p place) {
	s.open = -1
	for i := range s.items {
		if q := &s.items[i].place.query; s.items[i].kind != foldItem && s.items[i].place.title == p.title && (s.items[i].kind != viewItem || q.Filter == p.own) && q.Source == p.query.Source && slices.Equal(q.Folder, p.query.Folder) && !p.found {
			s.open = i
			return
		}
	}
}

// current is the place the cursor is on.
func (s *sourcesPane) current(m *Model) place {
	if s.cursor < len(s.items) {
		return s.items[s.cursor].place
	}
	return m.allPlace()
}

// item is the line under the cursor, nil in an empty pane.
func (s *sourcesPane) item() *sourceItem {
	if s.cursor < len(s.items) {
		return &s.items[s.cursor]
	}
	return nil
}

// source is the source under the cursor, nil where it is none.
func (s *sourcesPane) source() *cache.SourceRow {
	if s.cursor < len(s.items) {
		return s.items[s.cursor].source
	}
	return nil
}

func (s *sourcesPane) goTo(i int) { s.cursor = max(0, min(i, len(s.items)-1)) }
func (s *sourcesPane) move(n int) { s.goTo(s.cursor + n) }
func (s *sourcesPane) at(line int) {
	for i, y := s.top, 0; i < len(s.items); i++ {
		if s.items[i].gap && y > 0 {
			y++
		}
		if y == line {
			s.goTo(i)
			return
		}
		y++
	}
}

// nextUnread moves to the next source with something unread.
func (s *sourcesPane) nextUnread(dir int) {
	for i := s.cursor + dir; i >= 0 && i < len(s.items); i += dir {
		if s.items[i].source != nil && s.items[i].source.Unread > 0 {
			s.cursor = i
			return
		}
	}
}

// openSource shows the list of the item under the cursor.
func (m *Model) openSource() tea.Cmd {
	if m.sources.cursor >= len(m.sources.items) || m.sources.open == m.sources.cursor || m.sources.items[m.sources.cursor].kind == foldItem {
		return nil
	}
	m.visits = nil
	p := m.sources.current(m)
	p.query.Order = m.place.query.Order
	if p.query.Order == cache.BestHit {
		p.query.Order = cache.Newest
	}
	return m.goTo(p, 0)
}

// foldFolder folds what the cursor is on or in, or unfolds it.
func (m *Model) foldFolder() tea.Cmd {
	s := &m.sources
	if s.cursor >= len(s.items) || s.items[s.cursor].foldKey() == "" {
		return m.say(m.t.Screen.NothingToFold, false)
	}
	fold := s.items[s.cursor].foldKey()
	if s.folded == nil {
		s.folded = map[string]bool{}
	}
	s.folded[fold] = !s.folded[fold]
	for i := range s.items {
		if s.items[i].isFolder() && s.items[i].foldKey() == fold {
			s.cursor = i
		}
	}
	m.listSources()
	var folds []string
	for k, on := range s.folded {
		if on {
			folds = append(folds, strings.ReplaceAll(k, "\x00", "\t"))
		}
	}
	slices.Sort(folds)
	return tea.Batch(m.lookForFacets(), rememberCmd(m.ctx, m.o.Store, "folded", strings.Join(folds, "\n")))
}
