package page

// search is a search within a page.
type search struct {
	query string
	hits  []hit
	cur   int
}

// hit is a place where the query stands; it may run over several lines.
type hit struct{ line, from, to int }

func (s *search) run(pg *Page, query string) { s.query = query; _ = pg }

// from makes the first hit at or below a line the current one.
func (s *search) from(line int) {
	s.cur = 0
	for i, h := range s.hits {
		if h.line >= line {
			s.cur = i
			return
		}
	}
}

// Search looks for query in the page, whatever its case and accents, marks
// all hits and shows the first at or below the top line. It gives their
// number. An empty query ends the search.
func (p *Pane) Search(query string) int {
	p.find = search{}
	if query == "" {
		return 0
	}
	p.find.run(&p.page, query)
	p.find.from(p.top)
	return len(p.find.hits)
}

// Hits gives the current hit, counted from 1, and how many there are.
func (p *Pane) Hits() (current, total int) {
	if len(p.find.hits) == 0 {
		return 0, 0
	}
	return p.find.cur + 1, len(p.find.hits)
}

// Query is what is being searched for, "" when nothing is.
func (p *Pane) Query() string { return p.find.query }

// NextHit goes to the next hit, after the last to the first. It reports whether there is one.
func (p *Pane) NextHit() bool { return p.hitBy(1) }

// PrevHit goes to the hit before.
func (p *Pane) PrevHit() bool { return p.hitBy(-1) }

func (p *Pane) hitBy(d int) bool {
	n := len(p.find.hits)
	if n == 0 {
		return false
	}
	p.find.cur = ((p.find.cur+d)%n + n) % n
	return true
}
