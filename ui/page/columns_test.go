package page

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
	"depesche/ui/locale"
)

// inColumns is a pane with an article in two columns.
func inColumns(t testing.TB, a feed.Article, width, h int) *Pane {
	o := opts(width, locale.German())
	o.Columns = 2
	o.PictureRows = func(*feed.Picture, int) int { return 5 }
	var p Pane
	p.Resize(2*width+Gutter, h)
	p.Show(set(t, a, o))
	return &p
}

// Every line that is not empty stands in just one spread, in order, and no
// column is higher than the window.
func TestColumnsHoldEveryLineOnce(t *testing.T) {
	for _, a := range []feed.Article{pool(), ferry(), world(), asides(), long(900), {ID: "empty"}} {
		for _, w := range []int{20, 40, 72} {
			for _, h := range []int{1, 2, 5, 9, 24, 46, 200} {
				p := inColumns(t, a, w, h)
				pg := p.Page()
				at := 0
				lines := func(from, to int) {
					for ; at < from; at++ {
						if !pg.isAir(at) {
							t.Fatalf("%s at %d, height %d: line %d is lost: %q", a.ID, w, h, at, pg.Lines[at])
						}
					}
					if from < at {
						t.Fatalf("%s at %d, height %d: line %d is shown again", a.ID, w, h, from)
					}
					at = to
				}
				for _, s := range p.spreads {
					lines(s.from, s.from+s.head)
					high := s.head
					if s.head > 0 && len(s.cols) > 0 {
						high++
					}
					for _, c := range s.cols {
						lines(c[0], c[1])
					}
					if high+s.rows() > h {
						t.Fatalf("%s at %d, height %d: a spread has %d lines", a.ID, w, h, high+s.rows())
					}
				}
				lines(len(pg.Lines), len(pg.Lines))
			}
		}
	}
}

func TestColumnsEndWhereTheyShould(t *testing.T) {
	for h := 14; h < 50; h += 3 {
		p := inColumns(t, long(2500), 60, h)
		pg := p.Page()
		heads := map[int]bool{}
		for _, m := range pg.Subheads {
			heads[m.Line] = true
		}
		for _, s := range p.spreads {
			for _, c := range s.cols {
				if c[1] <= c[0] || c[1] >= len(pg.Lines) {
					continue
				}
				last, next := pg.lines[c[1]-1], pg.lines[c[1]]
				if heads[c[1]-1] {
					t.Errorf("height %d: a column ends with the subhead %q", h, pg.Lines[c[1]-1])
				}
				if last.block == next.block && pg.Lines[c[1]] != "" && pg.Lines[c[1]-1] != "" {
					if pg.lines[c[1]-1].keep && c[1]-c[0] == s.rows() && s.rows() > 12 {
						t.Errorf("height %d: a column ends within what belongs together: %q | %q", h, pg.Lines[c[1]-1], pg.Lines[c[1]])
					}
				}
			}
		}
		for _, f := range pg.Figures {
			for _, s := range p.spreads {
				for _, c := range s.cols {
					if f.Line >= c[0] && f.Line < c[1] && f.Line+f.Rows+1 > c[1] {
						t.Errorf("height %d: a picture is cut in two", h)
					}
				}
			}
		}
	}
}

func TestColumnsAreTurned(t *testing.T) {
	p := inColumns(t, long(3000), 60, 30)
	n := len(p.spreads)
	if n < 3 {
		t.Fatalf("%d spreads", n)
	}
	for i := 1; i < n; i++ {
		if p.AtEnd() || !p.PageDown() || p.Line() != p.spreads[i].from {
			t.Fatalf("turn %d leads to line %d, want %d", i, p.Line(), p.spreads[i].from)
		}
	}
	if !p.AtEnd() || p.Percent() != 100 || p.PageDown() || p.Down(3) {
		t.Error("there is something behind the end")
	}
	if !p.Up(1) || p.Line() != p.spreads[n-2].from || !p.HalfUp() || p.Line() != p.spreads[n-3].from {
		t.Errorf("back is line %d", p.Line())
	}
	if !p.Top() || !p.AtTop() || p.Up(1) || !p.Bottom() || !p.AtEnd() {
		t.Error("top and end are not reached")
	}
}

func TestAWheelTurnsColumnsSlowly(t *testing.T) {
	p := inColumns(t, long(3000), 60, 30)
	turned := 0
	for range 9 {
		if p.Wheel(3) {
			turned++
		}
	}
	if turned != 3 || p.Line() != p.spreads[3].from {
		t.Errorf("turned %d times, to line %d", turned, p.Line())
	}
	p.Wheel(3)
	p.Wheel(3)
	first, second, third := p.Wheel(-3), p.Wheel(-3), p.Wheel(-3)
	if first || second || !third || p.Line() != p.spreads[2].from {
		t.Errorf("the other way round leads to line %d", p.Line())
	}
	one := pane(t, long(900), 60, 20)
	if !one.Wheel(3) || one.Line() != 3 {
		t.Errorf("one column: line %d", one.Line())
	}
}

func TestColumnsFindTheirPlaces(t *testing.T) {
	p := inColumns(t, long(3000), 60, 30)
	seen := func(line int) bool {
		from, to := p.window()
		return line >= from && line < to
	}
	n := 0
	for p.NextSubhead() {
		n++
	}
	if n == 0 || n >= len(p.Page().Subheads) {
		t.Errorf("%d jumps for %d subheads, several of them in one window", n, len(p.Page().Subheads))
	}
	p.Top()
	hits := p.Search("Haushalt")
	for range hits {
		if cur, _ := p.Hits(); !seen(p.find.line(cur - 1)) {
			t.Fatalf("hit %d is not in sight", cur)
		}
		p.NextHit()
	}
	p.Search("")
	p.GoTo(p.Page().Links[0].Line)
	if p.LinkMode(true) == 0 {
		t.Error("no letters in sight")
	}
	p.GoTo(p.Page().Subheads[5].Line)
	at := p.Position()
	for _, h := range []int{12, 50, 30} {
		p.Render(2*60+Gutter, h)
		if !seen(p.Page().line(at)) || p.Position() != at {
			t.Errorf("at height %d the place is lost", h)
		}
	}
	o := opts(50, nil) // one column again
	p.Show(set(t, long(3000), o))
	if p.Position() != at || p.Line() != p.Page().line(at) {
		t.Errorf("%v became %v", at, p.Position())
	}
}

func TestColumnsFitTheirWindow(t *testing.T) {
	for _, a := range []feed.Article{pool(), asides(), world()} {
		p := inColumns(t, a, 40, 20)
		for w := 0; w <= 130; w += 5 {
			for _, h := range []int{1, 3, 11, 20, 60} {
				lines := strings.Split(p.Render(w, h), "\n")
				if len(lines) != h {
					t.Fatalf("%dx%d: %d lines", w, h, len(lines))
				}
				for _, l := range lines {
					if ansi.StringWidth(l) > w || !balanced(l) {
						t.Fatalf("%dx%d: %q", w, h, l)
					}
				}
				if !p.PageDown() {
					p.Top()
				}
			}
		}
	}
}

// The first screen does not change when the rest of a long article has come.
func TestColumnsOfAFirstScreenStay(t *testing.T) {
	o := opts(60, nil)
	o.Columns, o.Rows = 2, 120
	var p Pane
	p.Resize(130, 40)
	p.Show(set(t, long(4000), o))
	first := p.Render(130, 40)
	o.Rows = 0
	p.Show(set(t, long(4000), o))
	if p.Render(130, 40) != first {
		t.Error("the first screen has changed")
	}
}

func TestAShortStoryEndsInColumnsOfLikeHeight(t *testing.T) {
	p := inColumns(t, ferry(), 40, 60)
	if len(p.spreads) != 1 {
		t.Fatalf("%d spreads", len(p.spreads))
	}
	c := p.spreads[0].cols
	if d := (c[0][1] - c[0][0]) - (c[1][1] - c[1][0]); d < -4 || d > 4 {
		t.Errorf("the columns are %v", c)
	}
}
