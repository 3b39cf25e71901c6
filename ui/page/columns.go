package page

import (
	"sort"
	"strings"
)

// Gutter is how many cells lie between two columns of text, the rule among them.
const Gutter = 5

// leastRows is how high the columns below a head must be; a higher head stands alone.
const leastRows = 6

// spread is what the window shows at once of a page in columns: perhaps the head
// over all of them, below it the columns, to be read one after the other.
type spread struct {
	from, to int // lines from..to, but for empty ones at the columns' ends
	head     int // lines of the head, from from on
	cols     [][2]int
}

// rows is how high the columns are.
func (s *spread) rows() int {
	n := 0
	for _, c := range s.cols {
		n = max(n, c[1]-c[0])
	}
	return n
}

// spread is the width of all columns together.
func (o *Options) spread() int { return max(1, o.Columns)*(o.Width+Gutter) - Gutter }

// full is how wide a line of the page may be.
func (pg *Page) full(n int) int {
	if n < pg.Head {
		return pg.Spread
	}
	return pg.Width
}

// spreads parts a page into windows of h lines.
func (pg *Page) spreads(h int) []spread {
	if h < 1 {
		return nil
	}
	var out []spread
	at, rows, head := 0, h, 0
	switch {
	case pg.Head == 0:
	case pg.Head+1+leastRows <= h:
		rows, head = h-pg.Head-1, pg.Head
	default:
		for ; at < pg.Head; at = min(at+h, pg.Head) {
			to := min(at+h, pg.Head)
			out = append(out, spread{from: at, to: to, head: to - at})
		}
	}
	for at < len(pg.lines) {
		s := spread{from: at, head: head}
		at = s.fill(pg, at+head, rows)
		if pg.Whole && at >= len(pg.lines) {
			s.balance(pg, rows)
		}
		out = append(out, s)
		rows, head = h, 0
	}
	return out
}

// fill puts the lines from at on into columns so high, and gives the line behind the last.
func (s *spread) fill(pg *Page, at, rows int) int {
	s.cols = make([][2]int, 0, pg.Columns)
	for range pg.Columns {
		for at < len(pg.lines) && pg.isAir(at) {
			at++
		}
		to := pg.columnEnd(at, rows)
		s.cols = append(s.cols, [2]int{at, to})
		at = to
	}
	for at < len(pg.lines) && pg.isAir(at) {
		at++
	}
	s.to = at
	return at
}

// balance ends all columns at about the same height, as on the last page of a story.
func (s *spread) balance(pg *Page, rows int) {
	from := s.from + s.head
	for h := max(leastRows, (s.to-from)/pg.Columns); h < rows; h++ {
		try := *s
		if try.fill(pg, from, h) >= len(pg.lines) {
			*s = try
			return
		}
	}
}

// isAir reports an empty line between two texts: no column begins with it.
func (pg *Page) isAir(n int) bool { return pg.Lines[n] == "" && !pg.lines[n].keep }

// columnEnd is where a column that begins with a line ends: not behind a subhead, not
// within a figure or table, not behind the first or before the last line of a
// paragraph; unless less than half of it would be filled.
func (pg *Page) columnEnd(from, rows int) int {
	limit := from + rows
	if limit >= len(pg.lines) {
		return len(pg.lines)
	}
	for to := limit; to > from+rows/2; to-- {
		if !pg.lines[to-1].keep {
			return to
		}
	}
	return limit
}

// paged reports whether the page is in columns, which are turned and not scrolled.
func (p *Pane) paged() bool { return p.page.Columns > 1 }

// lay parts a page in columns anew, for another page or height.
func (p *Pane) lay() {
	p.spreads = nil
	if p.paged() {
		p.spreads = p.page.spreads(p.h)
	}
	p.laid = p.h
}

// spreadAt is the number of the spread that a line is in.
func (p *Pane) spreadAt(line int) int {
	n := sort.Search(len(p.spreads), func(i int) bool { return p.spreads[i].from > line })
	return max(0, n-1)
}

// turn goes so many spreads on.
func (p *Pane) turn(n int) bool {
	if len(p.spreads) == 0 {
		return false
	}
	i := max(0, min(p.spreadAt(p.top)+n, len(p.spreads)-1))
	return p.scroll(p.spreads[i].from)
}

// rollsPerTurn is how many lines a wheel must turn for the next page in columns: a
// finger on a trackpad sends dozens at once.
const rollsPerTurn = 9

// Wheel scrolls n lines as a wheel does; a page in columns is turned when it has
// come far enough.
func (p *Pane) Wheel(n int) bool {
	if !p.paged() {
		return p.Down(n)
	}
	if p.rolled*n < 0 {
		p.rolled = 0
	}
	p.rolled += n
	if p.rolled > -rollsPerTurn && p.rolled < rollsPerTurn {
		return false
	}
	p.rolled = 0
	return p.Down(n)
}

// window gives the lines in sight, from..to.
func (p *Pane) window() (from, to int) {
	if len(p.spreads) > 0 {
		s := &p.spreads[p.spreadAt(p.top)]
		return s.from, s.to
	}
	return p.top, min(p.top+p.h, len(p.page.Lines))
}

// renderSpread draws the spread in the window: h lines.
func (p *Pane) renderSpread(w int, labels []label) []string {
	lines := make([]string, 0, p.h)
	if len(p.spreads) == 0 {
		return lines
	}
	s := &p.spreads[p.spreadAt(p.top)]
	pad := strings.Repeat(" ", max(0, (w-p.page.Spread)/2))
	for n := s.from; n < s.from+s.head; n++ {
		lines = append(lines, pad+p.decorate(n, labels))
	}
	if s.head > 0 && len(s.cols) > 0 {
		lines = append(lines, "")
	}
	for y := range s.rows() {
		var b strings.Builder
		b.WriteString(pad)
		at := 0 // columns written
		for i, c := range s.cols {
			if i > 0 {
				b.WriteString(strings.Repeat(" ", max(0, i*(p.page.Width+Gutter)-Gutter-at)))
				b.WriteString(p.page.between)
				at = i * (p.page.Width + Gutter)
			}
			if c[0]+y >= c[1] {
				continue
			}
			cell := p.decorate(c[0]+y, labels)
			b.WriteString(cell)
			at += p.method.StringWidth(cell)
		}
		lines = append(lines, strings.TrimRight(b.String(), " "))
	}
	return lines
}
