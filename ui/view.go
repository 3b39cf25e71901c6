package ui

import (
	"cmp"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
	"depesche/ui/term"
)

// View draws the screen. What is not text of our own has passed feed.Clean on
// its way in; term.Safe is the last door.
func (m *Model) View() (v tea.View) {
	v.AltScreen = true
	if m.crash != nil {
		return v
	}
	defer m.caught("View")
	lines, cursor := m.draw()
	v = tea.NewView(m.shown(term.Safe(strings.Join(lines, "\n"))))
	v.AltScreen = true
	v.Cursor = cursor
	v.WindowTitle = m.shown(m.title())
	v.ReportFocus = true
	if m.o.Mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if r := &m.refresh; r.running && !m.prefs.linear {
		v.ProgressBar = tea.NewProgressBar(tea.ProgressBarIndeterminate, 0)
		if r.total > 0 {
			v.ProgressBar = tea.NewProgressBar(tea.ProgressBarDefault, r.done*100/r.total)
		}
	}
	return v
}

// shown is a text as the terminal can show it.
func (m *Model) shown(s string) string {
	if m.o.ASCII {
		return term.InCells(s)
	}
	return s
}

// draw gives the screen's lines, exactly as many as it has, none too wide, and
// where the terminal's cursor stands.
func (m *Model) draw() ([]string, *tea.Cursor) {
	l := &m.layout
	if l.W <= 0 || l.H <= 0 {
		return nil, nil
	}
	if m.viewer != nil {
		return m.viewerLines(), nil
	}
	var cursor *tea.Cursor
	lines := make([]string, 0, l.H)
	if l.Head.H > 0 {
		lines = append(lines, fit(m.head(l.W), l.W))
	}
	if l.Rule.H > 0 {
		lines = append(lines, m.rule())
	}
	body := l.H - len(lines) - l.Status.H
	switch {
	case m.menu != nil:
		part, x, y := m.menu.render(m.st, l.W, body, m.o.ASCII, cmp.Or(m.menu.means(), m.t.Screen.NothingFound(m.menu.filter.Text())))
		if m.prefs.linear {
			x, y = 0, min(m.menu.line, max(0, body-1))
		}
		cursor = tea.NewCursor(x, len(lines)+y)
		lines = append(lines, part...)
	case m.sheet != nil:
		lines = append(lines, m.sheet.render(m.st, l.W, body, m.o.ASCII)...)
	case m.prefs.linear:
		part, at := m.linear(l.W, body)
		cursor = linearCursor(len(lines), at, l.H)
		lines = append(lines, part...)
	default:
		lines = append(lines, m.panes(body)...)
	}
	if m.ask != nil {
		line, x := m.ask.prompt.Render(m.st, l.W)
		cursor = tea.NewCursor(x, l.H-1)
		if l.Status.H == 0 { // no line of its own: it lies over the last one
			lines = lines[:len(lines)-1]
		}
		if m.ask.query && m.toast.alert && m.toast.text != "" { // what is wrong with what was typed stands above it
			said := m.longStatus(m.toast.text, l.W)
			said = said[:min(len(said), len(lines))]
			lines = append(lines[:len(lines)-len(said)], said...)
		}
		lines = append(lines, fit(line, l.W))
	} else if l.Status.H > 0 {
		said := m.status(l.W)
		lines = append(lines[:len(lines)-len(said)+1], said...)
	}
	return lines, cursor
}

// panes draws what stands side by side, with a line between.
func (m *Model) panes(h int) []string {
	l := &m.layout
	var cols [][]string
	var widths []int
	if l.Sources.W > 0 {
		widths = append(widths, l.Sources.W)
		cols = append(cols, m.sources.render(m.st, &m.t.Dates, l.Sources.W, h, m.prefs.focus == paneSources, m.o.ASCII))
	}
	if l.List.W > 0 {
		widths = append(widths, l.List.W)
		cols = append(cols, m.listLines(l.List.W, h))
	}
	if l.Page.W > 0 {
		cols = append(cols, m.pageLines(l.Page.W, h))
	}
	if len(cols) == 1 {
		return cols[0]
	}
	bar := "│"
	if m.o.ASCII {
		bar = "|"
	}
	bar = m.st.Screen.Divider.Render(bar)
	out := make([]string, h)
	var b strings.Builder
	for y := range out {
		size := len(bar) * len(cols)
		for _, c := range cols {
			size += len(c[y])
		}
		b.Reset()
		b.Grow(size)
		for i, c := range cols {
			if i > 0 {
				b.WriteString(bar)
			}
			if i == len(cols)-1 {
				b.WriteString(c[y])
			} else {
				b.WriteString(m.cells.Fit(c[y], widths[i]))
			}
		}
		out[y] = b.String()
	}
	return out
}

func (m *Model) listLines(w, h int) []string {
	if m.list.Len() > 0 {
		return m.list.Render(m.look(), w, h)
	}
	said := m.t.Screen.NothingHere
	switch {
	case m.loading:
		said = ""
	case len(m.sources.rows) == 0:
		said = m.t.Screen.NoSources(m.key("add-source"), m.key("import-sources"), m.key("starter-sources"))
	case m.place.waiting > 0:
		said = m.t.Screen.NothingYet(m.place.waiting)
	case m.place.found, m.place.filter() != "":
		said = m.t.Screen.NothingFound(m.place.query.Filter)
	case m.place.query.Unread:
		said = m.t.Screen.AllReadHere
	}
	return m.notice(said, w, h)
}

// notice sets a few words in the middle of an empty pane.
func (m *Model) notice(said string, w, h int) []string {
	var words []string
	if said != "" {
		words = strings.Split(ansi.Wrap(said, max(1, min(w-4, 44)), ""), "\n")
	}
	lines := make([]string, 0, h)
	for range max(0, (h-len(words))/3) {
		lines = append(lines, strings.Repeat(" ", w))
	}
	for _, s := range words {
		if len(lines) < h {
			s = ansi.Truncate(s, w, "")
			lines = append(lines, fit(strings.Repeat(" ", max(0, (w-ansi.StringWidth(s))/2))+m.st.Screen.Muted.Render(s), w))
		}
	}
	for len(lines) < h {
		lines = append(lines, strings.Repeat(" ", w))
	}
	return lines
}

func (m *Model) pageLines(w, h int) []string {
	if m.open.row.ID == "" || m.open.shown.id == "" {
		said := ""
		if m.open.failed {
			said = m.toast.text
		}
		return m.notice(said, w, h)
	}
	lines := strings.Split(m.page.Render(w, h), "\n")
	for len(lines) < h {
		lines = append(lines, "")
	}
	return lines[:h]
}

// head is the line above everything: the paper's name, what is shown, the date.
func (m *Model) head(w int) string {
	s := &m.st.Screen
	if m.prefs.linear {
		return ansi.Truncate(m.linearHead(), w, "")
	}
	name := "DEPESCHE"
	what := m.place.title
	if f := m.place.filter(); f != "" && !m.place.found {
		what += "  [" + f + "]"
	}
	if n := m.unreadHere(); n > 0 && m.place.filter() == "" { // what the sources count is unfiltered
		what += " · " + m.t.Screen.UnreadCount(n)
	}
	if m.o.ASCII {
		what = strings.ReplaceAll(what, "·", "-")
	}
	date := m.t.Screen.Weekday(m.now) + ", " + m.t.Dates.Date(m.now)
	room := w - len(name) - 4
	if room < 8 {
		return s.Masthead.Render(ansi.Truncate(" "+name, w, ""))
	}
	what = ansi.Truncate(feed.Line(what), room, m.more())
	left := " " + s.Masthead.Render(name) + "  " + s.Title.Render(what)
	gap := w - m.cells.Width(left) - ansi.StringWidth(date) - 1
	if gap < 3 {
		return left
	}
	return left + strings.Repeat(" ", gap) + s.Muted.Render(date) + " "
}

// unreadHere is how much is unread in the place shown, as far as the sources tell.
func (m *Model) unreadHere() int {
	if m.sources.open >= 0 && m.sources.open < len(m.sources.items) && !m.place.query.Starred {
		if n := m.sources.number(m.sources.open); n > 0 || m.sources.open > 0 {
			return n
		}
		return m.sources.unread
	}
	return 0
}

// rule is the line under the head, joined with those between the panes.
func (m *Model) rule() string {
	l := &m.layout
	line, join := "─", "┬"
	if m.o.ASCII {
		line, join = "-", "+"
	}
	if m.menu != nil || m.sheet != nil {
		join = line
	}
	var b strings.Builder
	at := 0
	for _, x := range []int{l.List.X - 1, l.Page.X - 1} {
		if x > at && x < l.W {
			b.WriteString(strings.Repeat(line, x-at) + join)
			at = x + 1
		}
	}
	b.WriteString(strings.Repeat(line, l.W-at))
	return m.st.Screen.Divider.Render(b.String())
}

// title is the window's: the article, or what is unread.
func (m *Model) title() string {
	t := "depesche"
	switch {
	case m.prefs.focus == panePage && m.open.row.Headline != "":
		t = m.open.row.Headline + " – depesche"
	case m.sources.unread > 0:
		t = "depesche – " + m.t.Screen.UnreadCount(m.sources.unread)
	}
	return ansi.Truncate(feed.Line(ansi.Strip(t)), 120, "…")
}
