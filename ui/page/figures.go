package page

import "sort"

// figureAt is the figure whose free place line n belongs to, nil where there is none.
func (p *Pane) figureAt(n int) *Figure {
	all := p.page.Figures
	i := sort.Search(len(all), func(i int) bool { return all[i].Line > n }) - 1
	if i < 0 || n >= all[i].Line+all[i].Rows {
		return nil
	}
	return &all[i]
}

// Figures lists the figures in the window and a window around it, those in the
// window first.
func (p *Pane) Figures() []*Figure {
	var in, near []*Figure
	for i := range p.page.Figures {
		f := &p.page.Figures[i]
		end := f.Line + max(1, f.Rows)
		switch {
		case end > p.top && f.Line < p.top+p.h:
			in = append(in, f)
		case end > p.top-p.h && f.Line < p.top+2*p.h:
			near = append(near, f)
		}
	}
	return append(in, near...)
}
