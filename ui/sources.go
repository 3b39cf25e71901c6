package ui

import (
	"slices"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/theme"
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
}

// sourceItem is a line of the pane.
type sourceItem struct {
	place  place
	source *cache.SourceRow
	folder []string
	depth  int
	gap    bool
}

func (it *sourceItem) isFolder() bool { return it.source == nil && len(it.folder) > 0 }

func folderKey(path []string) string { return strings.Join(path, "\x00") }

// showSources brings the sources anew; the cursor stays on its item.
func (m *Model) showSources(msg sourcesMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	s := &m.sources
	s.rows, s.starred, s.today = msg.rows, msg.starred, msg.today
	s.unread, s.total = 0, 0
	for i := range s.rows {
		s.unread += s.rows[i].Unread
		s.total += s.rows[i].Total
	}
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
			place: place{title: f, query: cache.Query{Folder: sub}}, folder: sub, depth: len(path), gap: gap,
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
				place: place{title: sourceTitle(r), query: cache.Query{Source: r.ID}}, source: r, folder: path, depth: len(path), gap: gap,
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
	switch {
	case it.source != nil:
		return "s" + string(it.source.ID)
	case len(it.folder) > 0:
		return "f" + folderKey(it.folder)
	}
	return "v" + it.place.title
}

// number is what the pane says beside an item: what is unread, or how many
// starred articles there are.
func (s *sourcesPane) number(i int) int {
	it := &s.items[i]
	switch {
	case it.source != nil:
		return it.source.Unread
	case it.isFolder():
		n := 0
		for j := range s.rows {
			if f := s.rows[j].Folder; len(f) >= len(it.folder) && slices.Equal(f[:len(it.folder)], it.folder) {
				n += s.rows[j].Unread
			}
		}
		return n
	case it.place.query.Starred:
		return s.starred
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
		if q := &s.items[i].place.query; s.items[i].place.title == p.title && q.Source == p.query.Source && slices.Equal(q.Folder, p.query.Folder) && !p.found {
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
	if m.sources.cursor >= len(m.sources.items) || m.sources.open == m.sources.cursor {
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

func (m *Model) foldFolder() tea.Cmd {
	s := &m.sources
	if s.cursor >= len(s.items) || len(s.items[s.cursor].folder) == 0 {
		return nil
	}
	path := s.items[s.cursor].folder
	if s.folded == nil {
		s.folded = map[string]bool{}
	}
	s.folded[folderKey(path)] = !s.folded[folderKey(path)]
	for i := range s.items {
		if s.items[i].isFolder() && slices.Equal(s.items[i].folder, path) {
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
	return rememberCmd(m.ctx, m.o.Store, "folded", strings.Join(folds, "\n"))
}

// render draws the pane: exactly h lines of exactly w cells.
func (s *sourcesPane) render(st *theme.Styles, w, h int, focus, ascii bool) []string {
	if w <= 0 || h <= 0 {
		return nil
	}
	s.fit(h)
	lines := make([]string, 0, h)
	for i := s.top; i < len(s.items) && len(lines) < h; i++ {
		if s.items[i].gap && len(lines) > 0 {
			lines = append(lines, strings.Repeat(" ", w))
		}
		if len(lines) < h {
			lines = append(lines, s.line(st, i, w, focus, ascii))
		}
	}
	for len(lines) < h {
		lines = append(lines, strings.Repeat(" ", w))
	}
	return lines
}

func (s *sourcesPane) fit(h int) {
	s.cursor = max(0, min(s.cursor, len(s.items)-1))
	s.top = max(0, min(s.top, s.cursor))
	lines := func(from int) int {
		n := 0
		for i := from; i <= s.cursor && i < len(s.items); i++ {
			if s.items[i].gap && i > from {
				n++
			}
			n++
		}
		return n
	}
	for s.top < s.cursor && lines(s.top) > h {
		s.top++
	}
}

func (s *sourcesPane) line(st *theme.Styles, i, w int, focus, ascii bool) string {
	it := &s.items[i]
	n := s.number(i)
	num := ""
	if n > 0 {
		num = " " + strconv.Itoa(n) + " "
	}
	lead := " "
	if i == s.open {
		lead = "▸"
	}
	sign := strings.Repeat("  ", it.depth)
	if it.isFolder() {
		sign += map[bool]string{true: "▸ ", false: "▾ "}[s.folded[folderKey(it.folder)]]
	}
	alert := it.source != nil && it.source.Problem != ""
	if alert {
		sign += "! "
	}
	if ascii {
		lead, sign = plainArrows.Replace(lead), plainArrows.Replace(sign)
	}
	room := max(0, w-ansi.StringWidth(num)-1)
	text := ansi.Truncate(sign+it.place.title, room, "…")
	gap := strings.Repeat(" ", max(0, w-1-ansi.StringWidth(text)-ansi.StringWidth(num)))
	label := st.Screen.Muted
	switch {
	case i == s.cursor && focus:
		return fit(st.Screen.Chosen.Render(lead+text+gap+num), w)
	case alert:
		label = st.Screen.Alert
	case it.isFolder():
		label = st.Screen.Section
	case n > 0 || it.source == nil:
		label = st.Screen.Text
	}
	if i == s.open {
		label = label.Bold(true)
	}
	out := st.Screen.Accent.Render(lead) + label.Render(text) + gap
	if num != "" {
		out += st.Screen.Count.Render(num)
	}
	return fit(out, w)
}

var plainArrows = strings.NewReplacer("▸", ">", "▾", "v")

// fit brings a line to exactly w cells.
func fit(s string, w int) string {
	switch n := ansi.StringWidth(s); {
	case n < w:
		return s + strings.Repeat(" ", w-n)
	case n > w:
		return ansi.Truncate(s, w, "")
	}
	return s
}
