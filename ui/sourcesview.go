package ui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"depesche/ui/locale"
	"depesche/ui/theme"
)

// render draws the pane: exactly h lines of exactly w cells.
func (s *sourcesPane) render(st *theme.Styles, dates *locale.Dates, w, h int, focus, ascii bool) []string {
	if w <= 0 || h <= 0 {
		return nil
	}
	s.fit(h)
	if len(s.drawn) > 4*h {
		clear(s.drawn)
	}
	lines := make([]string, 0, h)
	for i := s.top; i < len(s.items) && len(lines) < h; i++ {
		if s.items[i].gap && len(lines) > 0 {
			lines = append(lines, strings.Repeat(" ", w))
		}
		if len(lines) < h {
			lines = append(lines, s.line(st, dates, i, w, focus, ascii))
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

// sourceLine is all that a line of the pane shows.
type sourceLine struct {
	st                                    *theme.Styles
	title                                 string
	number, depth, w                      int
	folder, folded, alert, standing, open bool
	chosen                                bool // the keys go to it
	ascii                                 bool
}

// line draws the line of an item, or gives it as it was drawn: few of them change with a key.
func (s *sourcesPane) line(st *theme.Styles, dates *locale.Dates, i, w int, focus, ascii bool) string {
	it := &s.items[i]
	l := sourceLine{
		st: st, title: it.place.title, number: s.number(i), depth: it.depth, w: w,
		folder: it.isFolder(), folded: it.isFolder() && s.isFolded(it), alert: it.kind == feedItem && it.source.Problem != "",
		standing: it.kind == standing, open: i == s.open, chosen: i == s.cursor && focus, ascii: ascii,
	}
	out, ok := s.drawn[l]
	if !ok {
		out = l.draw(dates)
		if s.drawn == nil {
			s.drawn = map[sourceLine]string{}
		}
		s.drawn[l] = out
	}
	return out
}

func (l *sourceLine) draw(dates *locale.Dates) string {
	st, w := l.st, l.w
	num := ""
	if l.number > 0 {
		num = " " + dates.Number(l.number) + " "
	}
	lead := " "
	if l.open {
		lead = "▸"
	}
	sign := strings.Repeat("  ", l.depth)
	if l.folder {
		sign += map[bool]string{true: "▸ ", false: "▾ "}[l.folded]
	}
	if l.alert {
		sign += "! "
	}
	if l.ascii {
		lead, sign = plainArrows.Replace(lead), plainArrows.Replace(sign)
	}
	room := max(0, w-ansi.StringWidth(num)-1)
	text := ansi.Truncate(sign+l.title, room, ellipsis(l.ascii))
	gap := strings.Repeat(" ", max(0, w-1-ansi.StringWidth(text)-ansi.StringWidth(num)))
	label := st.Screen.Muted
	switch {
	case l.chosen:
		return fit(st.Screen.Chosen.Render(lead+text+gap+num), w)
	case l.alert:
		label = st.Screen.Alert
	case l.folder:
		label = st.Screen.Section
	case l.number > 0 || l.standing:
		label = st.Screen.Text
	}
	if l.open {
		label = label.Bold(true)
	}
	out := st.Screen.Accent.Render(lead) + label.Render(text) + gap
	if num != "" {
		out += st.Screen.Count.Render(num)
	}
	return fit(out, w)
}

var plainArrows = strings.NewReplacer("▸", ">", "▾", "v")

// words is a line of the pane as a sentence, for ears and braille.
func (s *sourcesPane) words(text *locale.Text, i int) string {
	it, t := &s.items[i], &text.Screen
	out := []string{it.place.title}
	if it.isFolder() {
		out = append(out, map[bool]string{true: t.Folded, false: t.Unfolded}[s.isFolded(it)])
	}
	if i == s.open {
		out = append(out, t.Shown)
	}
	if it.kind == feedItem && it.source.Problem != "" {
		out = append(out, t.Failing)
	}
	switch n := s.number(i); {
	case n == 0:
	case it.place.query.Starred:
		out = append(out, text.Dates.Number(n))
	default:
		out = append(out, t.UnreadCount(n))
	}
	return strings.Join(out, ", ") + "."
}

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
