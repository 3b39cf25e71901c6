package page

import (
	"sort"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
)

// Position is where a reader is: the block (0 is the head, 1 the first block
// of the body) and the runes of its text before the top line. It holds at any
// width; its fields are those of cache.Position.
type Position struct {
	Block  int
	Offset int
}

// Pane is a window on a page. The zero value is an empty one.
type Pane struct {
	page    Page
	top     int // first line in the window
	w, h    int
	rolled  int      // lines a wheel has come since the page in columns was turned
	laid    int      // height that spreads are for
	spreads []spread // of a page in columns
	find    search
	links   bool   // link mode: letters stand at the links
	typed   string // letters typed so far
	anchor  Position
	art     Art
	method  ansi.Method // how the terminal counts columns
}

// Art gives a line of a figure: row counts from 0 to f.Rows-1. What it gives is
// f.Width columns wide at most.
type Art func(f *Figure, row int) string

// Draw has the free places of figures filled by art.
func (p *Pane) Draw(art Art) { p.art = art }

// Show puts a page into the pane. The same article set anew keeps its place
// and its search; another begins at the top.
func (p *Pane) Show(pg Page) {
	same := pg.ID != "" && pg.ID == p.page.ID
	at := p.anchor
	query := p.find.query
	p.page, p.top, p.links, p.typed = pg, 0, false, ""
	p.lay()
	p.find = search{}
	p.anchor = Position{}
	if same {
		p.Restore(at)
		if query != "" {
			p.find.run(&p.page, query)
			p.find.from(p.top)
		}
	}
}

// Clear empties the pane.
func (p *Pane) Clear() { *p = Pane{w: p.w, h: p.h, art: p.art} }

// Page is what the pane shows.
func (p *Pane) Page() *Page { return &p.page }

// ID is the article shown, "" where there is none.
func (p *Pane) ID() feed.ID { return p.page.ID }

// Resize says how large the window is; Render does it as well.
func (p *Pane) Resize(w, h int) {
	p.w, p.h = max(w, 0), max(h, 0)
	if p.paged() && p.laid != p.h {
		p.lay()
		p.top = p.page.line(p.anchor)
	}
	p.top = p.clamp(p.top)
}

// clamp gives the first line of the window that shows a line.
func (p *Pane) clamp(line int) int {
	if p.paged() {
		if len(p.spreads) == 0 {
			return 0
		}
		return p.spreads[p.spreadAt(line)].from
	}
	return max(0, min(line, len(p.page.Lines)-p.h))
}

func (p *Pane) scroll(line int) bool {
	to := p.clamp(line)
	moved := to != p.top
	p.top = to
	if moved {
		p.anchor = p.page.at(to)
		if p.paged() && line < len(p.page.lines) {
			p.anchor = p.page.at(max(line, to))
		}
		p.links, p.typed = false, "" // letters belong to what was in the window
	}
	return moved
}

// move scrolls so many lines, or turns a page in columns.
func (p *Pane) move(n int) bool {
	switch {
	case !p.paged():
		return p.scroll(p.top + n)
	case n < 0:
		return p.turn(-1)
	}
	return p.turn(1)
}

// Down moves n lines; all moves report whether anything moved. A page in columns is
// turned, whatever moves it.
func (p *Pane) Down(n int) bool { return p.move(n) }

// Up moves n lines back.
func (p *Pane) Up(n int) bool { return p.move(-n) }

// HalfDown moves half a window.
func (p *Pane) HalfDown() bool { return p.move(max(1, p.h/2)) }

// HalfUp moves half a window back.
func (p *Pane) HalfUp() bool { return p.move(-max(1, p.h/2)) }

// overlap is how many lines two windows share, so that the eye finds its place.
const overlap = 2

// PageDown moves a window.
func (p *Pane) PageDown() bool { return p.move(max(1, p.h-overlap)) }

// PageUp moves a window back.
func (p *Pane) PageUp() bool { return p.move(-max(1, p.h-overlap)) }

// Top moves to the head.
func (p *Pane) Top() bool { return p.scroll(0) }

// Bottom moves to the end.
func (p *Pane) Bottom() bool { return p.scroll(len(p.page.Lines)) }

// GoTo brings a line to the top.
func (p *Pane) GoTo(line int) bool { return p.scroll(line) }

// AtTop reports whether the first line is in the window.
func (p *Pane) AtTop() bool { return p.top == 0 }

// AtEnd reports whether the last line of the whole article is in the window.
func (p *Pane) AtEnd() bool {
	_, to := p.window()
	return p.page.Whole && to >= len(p.page.Lines)
}

// Line is the first line shown.
func (p *Pane) Line() int { return p.top }

// Percent is how much of the page has been shown, 100 when the end is in the window.
func (p *Pane) Percent() int {
	n := len(p.page.Lines)
	if n == 0 || p.AtEnd() {
		return 100
	}
	_, to := p.window()
	return min(99, to*100/n)
}

// NextSubhead brings the next subhead to the top, PrevSubhead the one before.
// They report whether there was one.
func (p *Pane) NextSubhead() bool {
	after := p.top
	if p.paged() { // those in sight need no jump
		_, to := p.window()
		after = to - 1
	}
	for _, m := range p.page.Subheads {
		if m.Line > after {
			return p.scroll(m.Line)
		}
	}
	return false
}

// PrevSubhead brings the subhead before to the top, or the head where there is none.
func (p *Pane) PrevSubhead() bool {
	for i := len(p.page.Subheads) - 1; i >= 0; i-- {
		if p.page.Subheads[i].Line < p.top {
			return p.scroll(p.page.Subheads[i].Line)
		}
	}
	return p.scroll(0)
}

// Jump goes to a place that a Link names: a footnote, or where the text refers to
// it. It reports whether there is one; the line comes to the upper third.
func (p *Pane) Jump(name string) bool {
	line, ok := p.page.anchors[name]
	if ok {
		p.scroll(line - p.h/3)
	}
	return ok
}

// Outline lists the subheads.
func (p *Pane) Outline() []Mark { return p.page.Subheads }

// Position is where the reader is.
func (p *Pane) Position() Position { return p.anchor }

// Restore goes back to a position, also one taken at another width.
func (p *Pane) Restore(at Position) {
	p.top = p.clamp(p.page.line(at))
	p.anchor = at
}

// at is the position of a line, line the line of a position.
func (pg *Page) at(n int) Position {
	if n <= 0 || n >= len(pg.lines) {
		return Position{}
	}
	return Position{Block: pg.lines[n].block, Offset: pg.lines[n].offset}
}

func (pg *Page) line(at Position) int {
	if at == (Position{}) {
		return 0
	}
	n := sort.Search(len(pg.lines), func(i int) bool {
		l := &pg.lines[i]
		return l.block > at.Block || l.block == at.Block && l.offset > at.Offset
	})
	for n--; n > 0 && pg.lines[n].block == pg.lines[n-1].block && pg.lines[n].offset == pg.lines[n-1].offset; n-- {
		// blank lines have the place of the text above them, which is what was read
	}
	return max(0, n)
}

// Render draws the window: exactly h lines, none wider than w, the column
// centred where there is more room than it needs.
func (p *Pane) Render(w, h int) string {
	p.Resize(w, h)
	var labels []label
	if p.links {
		labels = p.labels()
	}
	var lines []string
	if p.paged() {
		lines = p.renderSpread(w, labels)
	} else {
		lines = p.renderColumn(w, labels)
	}
	size := p.h
	for _, s := range lines {
		size += len(s)
	}
	var b strings.Builder
	b.Grow(size)
	for i := range p.h {
		if i > 0 {
			b.WriteByte('\n')
		}
		if i >= len(lines) {
			continue
		}
		if p.page.Spread > w {
			lines[i] = ansi.Truncate(lines[i], w, "")
		}
		b.WriteString(lines[i])
	}
	return b.String()
}

// Measure says how the terminal counts the columns of a cluster, for what stands beside
// a column of text: ansi.WcWidth, its signs one by one, until it is known.
func (p *Pane) Measure(m ansi.Method) { p.method = m }

// renderColumn draws the one column of text in the window.
func (p *Pane) renderColumn(w int, labels []label) []string {
	pad := strings.Repeat(" ", max(0, (w-p.page.Width)/2))
	from, to := p.window()
	lines := make([]string, 0, p.h)
	for n := from; n < to; n++ {
		s := p.decorate(n, labels)
		if s != "" {
			s = pad + s
		}
		lines = append(lines, s)
	}
	return lines
}
