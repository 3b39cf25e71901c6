package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
)

const (
	gutter   = 2  // blanks between columns
	maxCols  = 16 // more are a list
	maxTable = 2000
)

// table sets rows and columns where they fit, else a list of the rows.
func (s *setter) table(b *feed.Block) {
	rows := b.Rows
	if len(b.Text) > 0 {
		s.text(strong(b.Text), look{balanced: true})
		s.follow()
	}
	if len(rows) == 0 {
		return
	}
	from := len(s.p.lines)
	if cols := s.columns(b); cols != nil {
		s.grid(b, cols)
		for i := from; i < len(s.p.lines)-1; i++ {
			s.p.lines[i].keep = true
		}
		return
	}
	s.rows(b)
}

// strong is a text all in bold.
func strong(t feed.Text) feed.Text {
	out := make(feed.Text, len(t))
	for i, sp := range t {
		sp.Style |= feed.Strong
		out[i] = sp
	}
	return out
}

// column is a column's width, and whether it holds numbers.
type column struct {
	w, least int
	numeric  bool
}

// columns finds widths that fit the page, nil where there are none, or where
// columns are nothing for the ear.
func (s *setter) columns(b *feed.Block) []column {
	n := 0
	for _, r := range b.Rows {
		n = max(n, len(r))
	}
	if n == 0 || n > maxCols || len(b.Rows) > maxTable || s.o.Plain {
		return nil
	}
	cols := make([]column, n)
	for c := range cols {
		cols[c].numeric = len(b.Rows) > 1 || b.Headless
	}
	for i, r := range b.Rows {
		for c := range r {
			s.measure(cols, r, c, i > 0 || b.Headless)
		}
	}
	for _, r := range b.Rows { // what reaches over several columns has what they have, and more where it needs it
		for c := range r {
			s.stretch(cols, r, c)
		}
	}
	room, least, want := s.width-gutter*(n-1), 0, 0
	for _, c := range cols {
		least += c.least
		want += c.w
	}
	if want <= room {
		return cols
	}
	if least > room {
		return nil
	}
	extra := room - least
	for i := range cols { // what is left goes where it is wanted, by how much it is
		c := &cols[i]
		need := c.w - c.least
		share := 0
		if want > least {
			share = extra * need / (want - least)
		}
		extra -= share
		want, least = want-c.w, least-c.least
		c.w = c.least + share
	}
	return cols
}

// reach is how many columns a cell takes: those behind it that are empty, too.
func reach(r []feed.Text, c int) int {
	n := 1
	for len(r[c]) > 0 && c+n < len(r) && len(r[c+n]) == 0 {
		n++
	}
	return n
}

// measure enters a cell's width, and that of its widest word, in its column.
func (s *setter) measure(cols []column, r []feed.Text, c int, data bool) {
	w, word := s.cellWidth(r[c])
	col := &cols[c]
	if reach(r, c) == 1 {
		col.w, col.least = max(col.w, w), max(col.least, word)
	}
	if data && !numeric(s.flow.text) {
		col.numeric = false
	}
}

// stretch widens the columns of a cell that they together do not hold.
func (s *setter) stretch(cols []column, r []feed.Text, c int) {
	n := reach(r, c)
	if n == 1 {
		return
	}
	w, word := s.cellWidth(r[c])
	for i, col := range cols[c : c+n] {
		if i > 0 {
			w, word = w-gutter, word-gutter
		}
		w, word = w-col.w, word-col.least
	}
	for i := range n {
		cols[c+i].w += (max(w, 0) + i) / n
		cols[c+i].least += (max(word, 0) + i) / n
	}
}

func (s *setter) cellWidth(t feed.Text) (w, word int) {
	s.flow.load(t, s.width)
	f := &s.flow
	from := 0
	for k, cl := range f.cells {
		if isGap(cl.kind) {
			from = k + 1
		}
		word = max(word, int(f.sum[k+1]-f.sum[min(from, k+1)]))
	}
	return int(f.sum[len(f.cells)]), word
}

// numeric reports whether a cell holds a number, with sign, unit or nothing.
func numeric(t string) bool {
	digits := t == ""
	for _, r := range strings.TrimSpace(t) {
		switch {
		case unicode.IsDigit(r):
			digits = true
		case unicode.IsLetter(r):
			return false
		}
	}
	return digits || len(t) <= 3
}

// grid sets the table in columns, the first row as its head unless it has none.
func (s *setter) grid(b *feed.Block, cols []column) {
	total := gutter * (len(cols) - 1)
	for _, c := range cols {
		total += c.w
	}
	for i, r := range b.Rows {
		s.gridRow(r, cols, i == 0 && !b.Headless)
		if i == 0 && len(b.Rows) > 1 && !b.Headless {
			s.put(s.st.Page.TableRule.Render(strings.Repeat(s.g.rule, total)), line{})
		}
	}
}

func (s *setter) gridRow(r []feed.Text, cols []column, head bool) {
	cells := make([][]setLine, len(cols))
	high := 0
	for c := range r {
		if len(r[c]) == 0 {
			continue
		}
		w := cols[c].w
		for _, col := range cols[c+1 : c+reach(r, c)] {
			w += gutter + col.w
		}
		if w == 0 {
			continue
		}
		t := r[c]
		if head {
			t = strong(t)
		}
		cells[c] = append(cells[c], s.compose(t, look{}, w)...)
		high = max(high, len(cells[c]))
	}
	for y := range high {
		var b strings.Builder
		var links []place
		at, owed := 0, 0 // columns so far, blanks not yet written
		for c := range cols {
			if y < len(cells[c]) {
				l := cells[c][y]
				lead := 0
				if cols[c].numeric {
					lead = max(0, cols[c].w-l.width)
				}
				b.WriteString(strings.Repeat(" ", max(0, owed+lead)))
				b.WriteString(l.text)
				for _, p := range l.links {
					links = append(links, place{at + lead + p.col, p.span})
				}
				owed = cols[c].w - l.width - lead
			} else {
				owed += cols[c].w
			}
			at += cols[c].w + gutter
			owed += gutter
		}
		s.put(b.String(), line{})
		s.noteLinks(links, 0)
	}
	for _, t := range r {
		s.offset += utf8.RuneCountInString(t.String())
	}
}

// rows sets a table that does not fit as a list: each row under its first
// cell, the others behind the names of their columns.
func (s *setter) rows(b *feed.Block) {
	head, data := b.Rows[0], b.Rows[1:]
	if len(data) == 0 || b.Headless {
		head, data = nil, b.Rows
	}
	if len(head) > 0 {
		s.text(strong(head[0]), look{})
	}
	for i, r := range data {
		if i > 0 {
			s.gap(1)
		}
		for c, t := range r {
			f := s.beside(s.g.bullets[0], s.st.Page.Bullet)
			f.rest = strings.Repeat(" ", ansi.StringWidth(f.first))
			switch {
			case c == 0:
				s.text(strong(t), look{frame: f})
			case len(t) == 0:
			default:
				f.first, f.rest = f.rest, f.rest+f.rest
				s.text(named(head, c, t), look{frame: f})
			}
		}
	}
}

// named puts the column's name before a cell.
func named(head []feed.Text, c int, t feed.Text) feed.Text {
	if c >= len(head) || len(head[c]) == 0 {
		return t
	}
	out := append(feed.Text{}, head[c]...)
	return append(append(out, feed.Span{Text: ": "}), t...)
}
