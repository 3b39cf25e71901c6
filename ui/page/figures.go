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
