package list

import (
	"strings"
	"time"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/page"
	"depesche/ui/term"
	"depesche/ui/theme"
)

// oneLineFrom is the width from which a row is a single line: there headline, source
// and age stand side by side without crowding.
const oneLineFrom = 100

// days is how long each day has a heading of its own; older articles stand
// under their month, for a heading over every article is none.
const days = 7

// indent is the margin and the column of the marks.
const indent = 3

// signs are the marks of a row; the plain ones are for terminals without UTF-8.
type signs struct {
	unread, chosen, star, page, picture, dot, more, rule, light, pending string
	here                                                                 string                 // a file is on the disk
	media                                                                map[feed.Medium]string // nil: in a word
}

var (
	fine  = signs{unread: "●", chosen: "✓", star: "★", page: "¶", picture: "▣", dot: " · ", more: "…", rule: "─", light: "◆", pending: "○", here: "↓", media: page.MediaSigns}
	plain = signs{unread: "*", chosen: "x", star: "+", page: "=", picture: "#", dot: " - ", more: "~", rule: "-", light: "!", pending: ".", here: "v"}
)

// Legend are the marks of a row as a reader meets them, for the help: unread, starred, chosen,
// highlighted, page there, picture there, the story in two further papers, marked but not stored
// yet, with a file, with one that is on the disk.
func Legend(lk *Look) [10]string {
	s := lk.signs()
	return [10]string{s.unread, s.star, s.chosen, s.light, s.page, s.picture, "+2", s.pending, medium(lk, feed.Audio), medium(lk, feed.Audio) + s.here}
}

func (lk *Look) signs() *signs {
	if lk.ASCII {
		return &plain
	}
	return &fine
}

// Render draws the window: exactly h lines, each exactly w cells wide.
func (l *List) Render(lk *Look, w, h int) []string {
	if w <= 0 || h <= 0 {
		return nil
	}
	l.sheet.begin(setting{lk.Styles, lk.Text, lk.ASCII, lk.Single, single(w, h), lk.Cells, w}, h)
	l.fit(lk, w, h)
	lines := make([]string, 0, h)
	group := ""
	l.shown = 0
	l.drawn = l.drawn[:0]
	for i := l.top; i < len(l.keys) && len(lines) < h; i++ {
		if g := l.group(lk, i, group); g != group {
			group = g
			lines = l.heading(lines, lk, g, w, h)
		}
		for len(l.drawn) < len(lines) {
			l.drawn = append(l.drawn, -1)
		}
		lines = append(lines, l.rowLines(lk, i, w, h)...)
		for len(l.drawn) < len(lines) {
			l.drawn = append(l.drawn, i)
		}
		if len(lines) <= h {
			l.shown++
		}
	}
	if len(lines) < h && lk.End != "" && len(l.keys) > 0 {
		end := lk.End
		if !lk.Words {
			end = strings.Repeat(" ", max(0, (w-ansi.StringWidth(end))/2)) + end
		}
		lines = append(lines, padded([]string{"", lk.Styles.Screen.Muted.Render(ansi.Truncate(end, w, ""))}, w)...)
	}
	lines = lines[:min(len(lines), h)]
	for blank := strings.Repeat(" ", w); len(lines) < h; {
		lines = append(lines, blank)
	}
	return lines
}

// fit moves the window so that the cursor's row is in it, with a row of context
// where there is room. Rows hold still while the cursor passes over them; at the
// edge half a window is turned at once.
func (l *List) fit(lk *Look, w, h int) {
	l.cursor = max(0, min(l.cursor, len(l.keys)-1))
	if len(l.keys) == 0 {
		l.top = 0
		return
	}
	context := 0
	if h >= 10 {
		context = 1
	}
	first, last := max(0, l.cursor-context), min(l.cursor+context, len(l.keys)-1)
	if l.top > first || last-l.top > h || l.height(lk, l.top, last, w, h) > h {
		l.top = first
		for l.top > 0 && l.height(lk, l.top-1, l.cursor, w, h) <= h/2 {
			l.top--
		}
	}
	for l.top < l.cursor && l.height(lk, l.top, last, w, h) > h {
		l.top++
	}
	for l.top > 0 && l.height(lk, l.top-1, len(l.keys)-1, w, h) <= h {
		l.top--
	}
}

// height counts the lines of the rows from one place to another, stopping
// when there are more than h.
func (l *List) height(lk *Look, from, to, w, h int) int {
	n, group := 0, ""
	for i := from; i <= to && n <= h; i++ {
		if g := l.group(lk, i, group); g != group {
			if n > 0 && h >= 12 {
				n++
			}
			group = g
			n++
		}
		n += l.lines(lk, i, w, h)
	}
	return n
}

// group is the heading a row stands under; a row that is not loaded goes with
// the one before it.
func (l *List) group(lk *Look, i int, before string) string {
	r := l.rows[l.keys[i]]
	if r == nil {
		return before
	}
	switch lk.Order {
	case cache.BySource:
		return r.SourceTitle
	case cache.BestHit:
		return ""
	case cache.Newest, cache.Oldest:
	}
	if r.Published.IsZero() {
		return before
	}
	if lk.Now.Sub(r.Published) > days*24*time.Hour {
		return lk.Text.Screen.Month(r.Published.In(lk.Now.Location()))
	}
	return lk.Text.Dates.Day(r.Published, lk.Now)
}

func (l *List) heading(lines []string, lk *Look, g string, w, h int) []string {
	if len(lines) > 0 && h >= 12 {
		lines = append(lines, strings.Repeat(" ", w))
	}
	s := &lk.Styles.Screen
	if lk.Words {
		return append(lines, pad(s.Section.Render(ansi.Truncate(g+":", max(0, w), "")), w))
	}
	g = ansi.Truncate(g, max(0, w-2), lk.signs().more)
	rest := w - ansi.StringWidth(g) - 3
	out := " " + s.Section.Render(g)
	if rest > 3 {
		out += " " + s.Divider.Render(strings.Repeat(lk.signs().rule, rest))
	}
	return append(lines, pad(out, w))
}

// single reports whether a row is one line in a window of this size.
func single(w, h int) bool { return w >= oneLineFrom || h < 6 || w < 20 }

// lines is the height of a row.
func (l *List) lines(lk *Look, i, w, h int) int {
	if lk.Words {
		return len(l.words(lk, i, w))
	}
	if single(w, h) {
		return 1
	}
	r := l.rows[l.keys[i]]
	if r == nil {
		return 2
	}
	if was := l.sheet.rows[r.Key]; was.row == r {
		return len(was.lines)
	}
	n := 2
	if len(headline(lk, r, w-indent-1)) > 1 {
		n++
	}
	if r.Snippet != "" {
		n++
	}
	return n
}

// row draws one row; its lines may be shorter than w.
func (l *List) row(lk *Look, i, w, h int) []string {
	if lk.Words {
		return l.words(lk, i, w)
	}
	k := l.keys[i]
	r := l.rows[k]
	st, current := &lk.Styles.Row, i == l.cursor
	if current && lk.Focus || current && lk.Open == "" {
		st = &lk.Styles.Current
	}
	if r == nil {
		return l.missingRow(lk, st, k, w, h)
	}
	mark := l.mark(lk, st, r, i, current)
	if single(w, h) {
		return []string{fill(mark+wideRow(lk, st, r, w-indent), st, w)}
	}
	width := w - indent - 1
	var out []string
	below := st.Fill.Render(strings.Repeat(" ", indent))
	if current && !lk.Focus && lk.Open != "" && !lk.ASCII {
		below = st.Marker.Render("▌") + st.Fill.Render(strings.Repeat(" ", indent-1))
	}
	for n, line := range headline(lk, r, width) {
		lead := mark
		if n > 0 {
			lead = below
		}
		out = append(out, fill(lead+paint(st, line), st, w))
	}
	// What stands under the headline looks the same with and without the cursor: a
	// key then draws little, which counts on a slow line.
	st = &lk.Styles.Row
	under := strings.Repeat(" ", indent)
	out = append(out, fill(under+metaLine(lk, st, r, width), st, w))
	if r.Snippet != "" {
		out = append(out, fill(under+snippet(st, r.Snippet, width, lk.signs().more), st, w))
	}
	return out
}

func (l *List) missingRow(lk *Look, st *theme.Row, k cache.Key, w, h int) []string {
	word := lk.signs().more
	if l.gone[k] {
		word = lk.Text.Screen.Gone
	}
	first := fill(st.Fill.Render(strings.Repeat(" ", indent))+st.Meta.Render(ansi.Truncate(word, max(0, w-indent), "")), st, w)
	if single(w, h) {
		return []string{first}
	}
	return []string{first, fill("", st, w)}
}

// mark is the column of signs: unread, starred, found by the search.
func (l *List) mark(lk *Look, st *theme.Row, r *cache.Row, i int, current bool) string {
	k := l.keys[i]
	s := lk.signs()
	lead := st.Fill.Render(" ")
	switch {
	case current && lk.ASCII:
		lead = st.Fill.Render(">")
	case current && lk.Styles.Mono:
		lead = st.Fill.Render("▌")
	case current && !lk.Focus: // the keys are elsewhere: a bar in place of the ground
		lead = st.Marker.Render("▌")
	}
	body := st.Fill.Render(" ")
	switch {
	case l.isChosen(i, k):
		body = st.Marker.Render(s.chosen)
	case l.hits[k]:
		body = st.Hit.Render("/")
	case lk.Pending[r.ID] > 0:
		body = st.Marker.Render(s.pending)
	case r.Starred:
		body = st.Star.Render(s.star)
	case r.Highlighted:
		body = st.Marker.Render(s.light)
	case !r.Read:
		body = st.Marker.Render(s.unread)
	}
	return lead + body + st.Fill.Render(" ")
}

// part is a stretch of a headline line.
type part struct {
	text   string
	kicker bool
	read   bool
	light  bool // a rule wants it to stand out
}

// headline breaks kicker and headline into at most two lines of a width.
func headline(lk *Look, r *cache.Row, w int) [][]part {
	head := r.Headline
	if head == "" {
		head = lk.Text.Page.Untitled
	}
	kicker := r.Kicker
	if kicker != "" {
		kicker = term.CutWidest(kicker, max(8, w/2), lk.signs().more)
	}
	room := w
	var first []part
	if kicker != "" && term.Widest(kicker)+4 < w {
		first = append(first, part{text: kicker + "  ", kicker: true})
		room -= term.Widest(kicker) + 2
	}
	a, rest := breakLine(head, room)
	out := [][]part{append(first, part{text: a, read: r.Read, light: r.Highlighted})}
	if rest != "" {
		out = append(out, []part{{text: term.CutWidest(rest, w, lk.signs().more), read: r.Read, light: r.Highlighted}})
	}
	return out
}

// breakLine cuts s at the last blank that leaves at most w cells before it.
func breakLine(s string, w int) (line, rest string) {
	if term.Widest(s) <= w {
		return s, ""
	}
	head := term.CutWidest(s, w+1, "")
	if i := strings.LastIndexByte(head, ' '); i > 0 {
		return head[:i], strings.TrimLeft(s[i:], " ")
	}
	head = term.CutWidest(s, w, "")
	if head == "" { // not even one character fits
		return "", s
	}
	return head, s[len(head):]
}

func paint(st *theme.Row, parts []part) string {
	var b strings.Builder
	for _, p := range parts {
		switch {
		case p.kicker:
			b.WriteString(st.Kicker.Render(p.text))
		case p.light:
			b.WriteString(st.Marker.Render(p.text))
		case p.read:
			b.WriteString(st.Read.Render(p.text))
		default:
			b.WriteString(st.Unread.Render(p.text))
		}
	}
	return b.String()
}

// metaLine is the second line: facts at the left, age at the right.
func metaLine(lk *Look, st *theme.Row, r *cache.Row, width int) string {
	age := lk.Text.Dates.Age(r.Published, lk.Now)
	room := max(0, width-ansi.StringWidth(age)-1)
	left := joined(facts(lk, r), lk.signs(), room)
	gap := width - ansi.StringWidth(left) - ansi.StringWidth(age)
	if gap < 0 {
		return st.Meta.Render(ansi.Truncate(age, max(0, width), ""))
	}
	return st.Meta.Render(left + strings.Repeat(" ", gap) + age)
}

// wideRow is a row in one line: kicker and headline, then source, facts and age in columns.
func wideRow(lk *Look, st *theme.Row, r *cache.Row, w int) string {
	age := lk.Text.Dates.Age(r.Published, lk.Now)
	tail := strings.Repeat(" ", max(0, 6-ansi.StringWidth(age))) + age
	if w >= 60 {
		source := ""
		if !lk.Single {
			source = cell(r.SourceTitle, min(24, w/5), lk.signs().more) + " "
		}
		short := []string{}
		if len(r.Agencies) > 0 {
			short = append(short, agencies(r.Agencies))
		}
		short = append(append(hindrance(lk, r), short...), tokens(lk, r)...)
		if f := File(lk, r); f != "" {
			short = append([]string{f}, short...)
		}
		minutes := ""
		if r.Minutes > 0 {
			minutes = lk.Text.Page.Minutes(r.Minutes)
		}
		tail = " " + source + cell(joined(short, &signs{dot: " ", more: lk.signs().more}, min(20, w/6)), min(20, w/6), lk.signs().more) + " " + right(minutes, 8) + tail
	}
	room := w - ansi.StringWidth(tail) - 1
	if room < 1 {
		tail, room = "", max(0, w)
	}
	head := headOne(lk, r, room)
	used := 0
	for _, p := range head {
		used += lk.Cells.Width(p.text)
	}
	return paint(st, head) + st.Meta.Render(strings.Repeat(" ", max(0, room-used))+tail) + st.Fill.Render(" ")
}

func headOne(lk *Look, r *cache.Row, room int) []part {
	var out []part
	if r.Kicker != "" && room >= 40 {
		k := term.CutWidest(r.Kicker, room/3, lk.signs().more) + "  "
		out = append(out, part{text: k, kicker: true})
		room -= term.Widest(k)
	}
	head := r.Headline
	if head == "" {
		head = lk.Text.Page.Untitled
	}
	return append(out, part{text: term.CutWidest(head, max(0, room), lk.signs().more), read: r.Read, light: r.Highlighted})
}

func cell(s string, w int, more string) string {
	s = ansi.Truncate(s, w, more)
	return s + strings.Repeat(" ", max(0, w-ansi.StringWidth(s)))
}

func right(s string, w int) string {
	return strings.Repeat(" ", max(0, w-ansi.StringWidth(s))) + s
}

// snippet draws where a search matched; the hits stand between \x02 and \x03.
func snippet(st *theme.Row, s string, width int, more string) string {
	s = strings.NewReplacer("\n", " ", "\t", " ").Replace(s)
	var b strings.Builder
	for room := width; s != "" && room > 0; {
		var text string
		style := st.Snippet
		if s[0] == '\x02' {
			text, s, _ = strings.Cut(s[1:], "\x03")
			style = st.Hit
		} else {
			i := strings.IndexByte(s, '\x02')
			if i < 0 {
				i = len(s)
			}
			text, s = s[:i], s[i:]
		}
		text = strings.Trim(text, "\x02\x03")
		text = ansi.Truncate(text, room, more)
		room -= ansi.StringWidth(text)
		b.WriteString(style.Render(text))
	}
	return b.String()
}

// fill brings a line of a row to width in the row's own ground.
func fill(s string, st *theme.Row, w int) string {
	n := ansi.StringWidth(s)
	if n > w {
		return ansi.Truncate(s, w, "")
	}
	return s + render(st.Fill, strings.Repeat(" ", w-n))
}

func render(st lipgloss.Style, s string) string {
	if s == "" {
		return ""
	}
	return st.Render(s)
}

// pad brings a line to exactly w cells.
func pad(s string, w int) string {
	switch n := ansi.StringWidth(s); {
	case n < w:
		return s + strings.Repeat(" ", w-n)
	case n > w:
		return ansi.Truncate(s, w, "")
	}
	return s
}
