package page

import (
	"slices"
	"sort"
)

// figureAt is the figure whose free place line n belongs to, nil where there is none.
func (p *Pane) figureAt(n int) *Figure {
	all := p.page.Figures
	i := sort.Search(len(all), func(i int) bool { return all[i].Line > n }) - 1
	if i < 0 || n >= all[i].Line+all[i].Rows {
		return nil
	}
	return &all[i]
}

// Spares reports whether a figure's place can go with nothing moving in the window: it
// lies below, and what follows still fills the window, or above with its caption, which
// is set otherwise without it.
func (p *Pane) Spares(f *Figure) bool {
	if p.paged() {
		return false // columns are filled anew
	}
	from, to := p.window()
	end := f.Line + f.Rows
	if f.Line >= to {
		return len(p.page.Lines)-f.Rows >= from+p.h
	}
	for end < from && p.page.Lines[end] != "" {
		end++
	}
	return end < from
}

// Exchange shows the same article set anew at the same width with another place for one of
// its pictures, if every line in the window stays as it is and where it is; else it does
// nothing.
func (p *Pane) Exchange(pg Page) bool {
	from, to := p.window()
	top := from
	for i := range min(len(p.page.Figures), len(pg.Figures)) {
		if f := &p.page.Figures[i]; f.Line < from && f.Rows != pg.Figures[i].Rows {
			top += len(pg.Lines) - len(p.page.Lines)
			break
		}
	}
	if p.paged() || top < 0 || top+to-from > len(pg.Lines) || !slices.Equal(p.page.Lines[from:to], pg.Lines[top:top+to-from]) {
		return false
	}
	links, typed, anchor := p.links, p.typed, p.anchor
	p.Show(pg)
	p.top, p.links, p.typed, p.anchor = p.clamp(top), links, typed, anchor
	return true
}

// Figures lists the figures in the window and a window around it, those in the
// window first.
func (p *Pane) Figures() []*Figure {
	from, to := p.window()
	var in, near []*Figure
	for i := range p.page.Figures {
		f := &p.page.Figures[i]
		end := f.Line + max(1, f.Rows)
		switch {
		case end > from && f.Line < to:
			in = append(in, f)
		case end > 2*from-to && f.Line < 2*to-from:
			near = append(near, f)
		}
	}
	return append(in, near...)
}
