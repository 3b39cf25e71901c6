package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/feed"
)

const (
	gutter   = 2  // blanks between columns
	maxCols  = 16 // more are a list
	maxTable = 2000
)

// table sets rows and columns where they fit, else a list of the rows.
func (s *setter) table(b *feed.Block) {
	if len(b.Text) > 0 {
		s.text(strong(b.Text), look{balanced: true})
	}
	if len(b.Rows) == 0 {
		return
	}
	if cols := s.columns(b.Rows); cols != nil {
		s.grid(b.Rows, cols)
		return
	}
	s.rows(b.Rows)
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

// columns finds widths that fit the page, nil where there are none.
func (s *setter) columns(rows [][]feed.Text) []column {
	n := 0
	for _, r := range rows {
		n = max(n, len(r))
	}
	if n == 0 || n > maxCols || len(rows) > maxTable {
		return nil
	}
	cols := make([]column, n)
	for c := range cols {
		cols[c] = s.column(rows, c)
	}
	room, least, want := s.o.Width-gutter*(n-1), 0, 0
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

// column measures a column: its widest cell, and its widest word.
func (s *setter) column(rows [][]feed.Text, c int) column {
	col := column{numeric: len(rows) > 1}
	for i, r := range rows {
		if c >= len(r) {
			continue
		}
		s.flow.load(r[c], s.o.Width)
		f := &s.flow
		col.w = max(col.w, int(f.sum[len(f.cells)]))
		word := 0
		for k, cl := range f.cells {
			if isGap(cl.kind) {
				word = k + 1
			}
			col.least = max(col.least, int(f.sum[k+1]-f.sum[min(word, k+1)]))
		}
		if i > 0 && !numeric(f.text) {
			col.numeric = false
		}
	}
	return col
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

// grid sets the table in columns, the first row as its head.
func (s *setter) grid(rows [][]feed.Text, cols []column) {
	total := gutter * (len(cols) - 1)
	for _, c := range cols {
		total += c.w
	}
	for i, r := range rows {
		s.gridRow(r, cols, i == 0)
		if i == 0 && len(rows) > 1 {
			s.put(s.st.Page.TableRule.Render(strings.Repeat(s.g.rule, total)), line{})
		}
	}
}

func (s *setter) gridRow(r []feed.Text, cols []column, head bool) {
	cells := make([][]setLine, len(cols))
	high := 0
	for c := range cols {
		if c >= len(r) || cols[c].w == 0 {
			continue
		}
		t := r[c]
		if head {
			t = strong(t)
		}
		cells[c] = append(cells[c], s.compose(t, look{}, cols[c].w)...)
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
					lead = cols[c].w - l.width
				}
				b.WriteString(strings.Repeat(" ", owed+lead))
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
func (s *setter) rows(rows [][]feed.Text) {
	head, data := rows[0], rows[1:]
	if len(data) == 0 {
		head, data = nil, rows
	}
	if len(head) > 0 && len(data) > 0 {
		s.text(strong(head[0]), look{})
	}
	for i, r := range data {
		if i > 0 {
			s.gap(1)
		}
		for c, t := range r {
			switch {
			case c == 0:
				s.text(strong(t), look{frame: frame{first: s.g.bullet + " ", rest: "  ", style: s.st.Page.Bullet}})
			case len(t) == 0:
			default:
				s.text(named(head, c, t), look{frame: frame{first: "  ", rest: "    "}})
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
