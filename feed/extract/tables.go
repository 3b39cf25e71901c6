package extract

import (
	"golang.org/x/net/html/atom"

	"depesche/feed"
)

const (
	maxRows  = 2000
	maxCells = 50
	maxHeads = 3 // rows of a head; there are tables of nothing but <th>
)

// grid is a table on its way to a block: rows of cells, each in its column.
// A cell without text is empty, one that a wide or high cell covers is nil.
type grid struct {
	title feed.Text
	rows  [][]feed.Text
	below []int // for each column, the rows that a cell above still covers
	heads int   // rows that went into the first one, the head
	data  bool  // the head is over
	wide  int
}

// table takes a table of data; one that arranges text is text.
func (b *builder) table(i int32) {
	b.flush()
	if b.codeBox(i) {
		return
	}
	if b.layoutTable(i) {
		b.flow(i)
		return
	}
	var g grid
	b.p.each(i, func(j int32) bool {
		switch nd := &b.p.nodes[j]; {
		case nd.flag&(fHidden|fUsed) != 0:
		case nd.tag == atom.Caption || nd.tag == atom.Figcaption:
			g.title = b.inline(j)
		case nd.tag == atom.Tr:
			if len(g.rows) < maxRows {
				b.row(&g, j)
			}
		default:
			return true
		}
		return false
	})
	if len(g.rows) == 0 {
		return
	}
	for r := range g.rows {
		for len(g.rows[r]) < g.wide {
			g.rows[r] = append(g.rows[r], nil)
		}
	}
	b.add(piece{Block: feed.Block{Kind: feed.Table, Rows: g.rows, Headless: g.heads == 0, Text: g.title}, at: i, tag: atom.Table})
}

// row adds a row of the page to the table.
func (b *builder) row(g *grid, i int32) {
	var row []feed.Text
	var names []int // columns of <th>: the head, or what the row is about
	cells, filled, strong := 0, 0, 0
	covered := func() {
		for len(row) < len(g.below) && g.below[len(row)] > 0 {
			g.below[len(row)]--
			row = append(row, nil)
		}
	}
	for k := i + 1; k < b.p.nodes[i].end; k = b.p.nodes[k].end {
		nd := &b.p.nodes[k]
		covered()
		if nd.tag != atom.Td && nd.tag != atom.Th || nd.flag&fHidden != 0 || len(row) >= maxCells {
			continue
		}
		cells++
		t := b.inline(k)
		if len(t) > 0 {
			filled++
		}
		if nd.tag == atom.Th {
			names = append(names, len(row))
		} else if len(t) > 0 && allStrong(t) {
			strong++
		}
		g.put(&row, t, nd)
	}
	covered()
	if filled == 0 {
		return
	}
	head := b.p.parentTag(i) == atom.Thead || len(names) == cells || len(g.rows) == 0 && cells > 1 && strong == filled
	g.add(row, head && !g.data && g.heads < maxHeads, filled)
	if g.data {
		for _, c := range names {
			bold(row[c])
		}
	}
}

// put sets a cell in its column, over as many columns and rows as it says.
func (g *grid) put(row *[]feed.Text, t feed.Text, nd *node) {
	high := min(max(atoi(attr(nd.n, "rowspan")), 1), maxRows)
	for range min(max(atoi(attr(nd.n, "colspan")), 1), maxCells-len(*row)) {
		c := len(*row)
		if c == len(g.below) {
			g.below = append(g.below, 0)
		}
		g.below[c] = high - 1
		*row = append(*row, t)
		t = nil
	}
}

// add puts a row below the others. Several rows of a head become one, a head of
// one wide cell becomes the title.
func (g *grid) add(row []feed.Text, head bool, filled int) {
	g.wide = max(g.wide, len(row))
	switch {
	case !head:
		g.data = true
	case len(g.rows) == 0 && filled == 1 && len(row) > 1 && len(g.title) == 0:
		for _, t := range row {
			g.title = append(g.title, t...)
		}
		return
	default:
		if g.heads++; g.heads > 1 {
			g.rows[0] = mergeHeads(g.rows[0], row)
			return
		}
	}
	g.rows = append(g.rows, row)
}

// mergeHeads joins two rows of a head, column by column. What stands over
// several columns is said of each.
func mergeHeads(upper, lower []feed.Text) []feed.Text {
	out := make([]feed.Text, max(len(upper), len(lower)))
	over := feed.Text(nil)
	for c := range out {
		if c < len(upper) && upper[c] != nil {
			over = upper[c]
		} else if c >= len(upper) {
			over = nil
		}
		out[c] = append(feed.Text{}, over...)
		if c < len(lower) && len(lower[c]) > 0 {
			if len(over) > 0 {
				out[c] = append(out[c], feed.Span{Text: " "})
			}
			out[c] = append(out[c], lower[c]...)
		}
	}
	return out
}

// layoutTable reports whether a table arranges text rather than data.
func (b *builder) layoutTable(i int32) bool {
	cells, passages := 0, 0
	for j := i + 1; j < b.p.nodes[i].end; j++ {
		switch nd := &b.p.nodes[j]; nd.tag {
		case atom.P:
			if nd.own > passageInCell {
				passages++
			}
		case atom.Td, atom.Th:
			cells++
			if nd.text > textInCell {
				return true
			}
		case atom.Table, atom.H1, atom.H2, atom.H3, atom.Figure, atom.Ul, atom.Form, atom.Article:
			return true
		}
	}
	return cells < 3 || passages > 1
}

// textInCell is how much text a cell has, in bytes, that is no datum.
const textInCell = 250

// passageInCell is how long a paragraph in a cell is, in bytes, that is no datum.
const passageInCell = 80
