package page

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// search is a search within a page.
type search struct {
	query string
	text  *folded
	hits  []hit
	marks []stretch // all hits in order of their lines
	cur   int
}

// hit is a place where the query stands: stretches[from:to] of the search.
type hit struct{ from, to int }

// stretch is a part of a line that belongs to a hit, in columns.
type stretch struct{ line, from, to, hit int }

// folded is a page as it is searched: small letters without accents, lines joined as
// their text goes on, and for every byte the cell it stands in.
type folded struct {
	text  string
	cells []foldedCell
}

type foldedCell struct{ line, from, to int32 }

// fold makes the searchable text of a page.
func fold(pg *Page) *folded {
	f := &folded{}
	var b strings.Builder
	last := byte('\n')
	add := func(s string, c foldedCell) {
		if s == "" || s == " " && (last == ' ' || last == '\n') {
			return
		}
		b.WriteString(s)
		for range len(s) {
			f.cells = append(f.cells, c)
		}
		last = s[len(s)-1]
	}
	for n, styled := range pg.Lines {
		l := &pg.lines[n]
		plain := ansi.Strip(styled)
		if l.join == joinHyphen {
			plain = strings.TrimSuffix(plain, "-")
		}
		col := 0
		for len(plain) > 0 {
			c, w := plain[:1], 1
			if plain[0] >= utf8.RuneSelf || len(plain) > 1 && plain[1] >= utf8.RuneSelf {
				c, w = ansi.FirstGraphemeCluster(plain, ansi.GraphemeWidth)
			}
			plain = plain[len(c):]
			if col >= l.skip {
				add(foldString(c), foldedCell{int32(n), int32(col), int32(col + w)})
			}
			col += w
		}
		end := foldedCell{int32(n), int32(col), int32(col)}
		switch l.join {
		case joinBlank:
			add(" ", end)
		case joinNone:
			add("\n", end)
		case joinTight, joinHyphen:
		}
	}
	f.text = b.String()
	return f
}

// foldString gives small letters without accents; typographic signs as they are typed.
func foldString(s string) string {
	if len(s) == 1 {
		if c := s[0]; c >= 'A' && c <= 'Z' {
			return lower[c-'A' : c-'A'+1]
		}
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r), r == 0xad, r == 0x200b, r == 0x200e, r == 0x200f:
		case r == 'ß', r == 'ẞ':
			b.WriteString("ss")
		case r == 0x2018, r == 0x2019, r == 0x201a:
			b.WriteByte('\'')
		case r >= 0x201c && r <= 0x201f, r == 0xab, r == 0xbb:
			b.WriteByte('"')
		case r >= 0x2010 && r <= 0x2015:
			b.WriteByte('-')
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

const lower = "abcdefghijklmnopqrstuvwxyz"

func foldQuery(q string) string {
	var b strings.Builder
	for len(q) > 0 {
		c, _ := ansi.FirstGraphemeCluster(q, ansi.GraphemeWidth)
		if c == "" {
			break
		}
		b.WriteString(foldString(c))
		q = q[len(c):]
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// maxHits bounds what a search for a single letter marks.
const maxHits = 20000

func (s *search) run(pg *Page, query string) {
	s.query, s.hits, s.marks, s.cur = query, nil, nil, 0
	q := foldQuery(query)
	if q == "" {
		return
	}
	if s.text == nil {
		s.text = fold(pg)
	}
	for at := 0; len(s.hits) < maxHits; {
		i := strings.Index(s.text.text[at:], q)
		if i < 0 {
			return
		}
		at += i
		s.add(s.text.cells[at : at+len(q)])
		at += len(q)
	}
}

// add enters a hit by the cells it covers.
func (s *search) add(cells []foldedCell) {
	from := len(s.marks)
	for _, c := range cells {
		if n := len(s.marks); n > from && s.marks[n-1].line == int(c.line) {
			s.marks[n-1].to = max(s.marks[n-1].to, int(c.to))
			continue
		}
		s.marks = append(s.marks, stretch{int(c.line), int(c.from), int(c.to), len(s.hits)})
	}
	s.hits = append(s.hits, hit{from, len(s.marks)})
}

// line is where a hit begins.
func (s *search) line(i int) int { return s.marks[s.hits[i].from].line }

// from makes the first hit at or below a line the current one.
func (s *search) from(line int) {
	s.cur = sort.Search(len(s.hits), func(i int) bool { return s.line(i) >= line })
	if s.cur == len(s.hits) {
		s.cur = 0
	}
}

// on gives the stretches on a line.
func (s *search) on(line int) []stretch {
	from := sort.Search(len(s.marks), func(i int) bool { return s.marks[i].line >= line })
	to := from
	for to < len(s.marks) && s.marks[to].line == line {
		to++
	}
	return s.marks[from:to]
}

// Search looks for query in the page, whatever its case and accents and
// wherever lines break, marks all hits and shows the first at or below the top
// line, else the first of all. It gives their number. An empty query ends the search.
func (p *Pane) Search(query string) int {
	p.find.run(&p.page, query)
	if len(p.find.hits) > 0 {
		p.find.from(p.top)
		p.reveal()
	}
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

// PrevHit goes to the hit before, from the first to the last.
func (p *Pane) PrevHit() bool { return p.hitBy(-1) }

func (p *Pane) hitBy(d int) bool {
	n := len(p.find.hits)
	if n == 0 {
		return false
	}
	p.find.cur = ((p.find.cur+d)%n + n) % n
	p.reveal()
	return true
}

// reveal scrolls no further than it must for the current hit to be well in the window.
func (p *Pane) reveal() {
	line := p.find.line(p.find.cur)
	margin := min(2, (p.h-1)/2)
	switch from, to := p.window(); {
	case p.paged():
		if line < from || line >= to {
			p.scroll(line)
		}
	case line < p.top+margin:
		p.scroll(line - p.h/3)
	case line >= p.top+p.h-margin:
		p.scroll(line - p.h/3)
	}
}
