package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
	"depesche/ui/locale"
	"depesche/ui/theme"
)

func pane(t testing.TB, a feed.Article, width, h int) *Pane {
	var p Pane
	p.Resize(width, h)
	p.Show(set(t, a, opts(width, locale.German())))
	return &p
}

// shown is the text of a window.
func shown(p *Pane) []string { return strings.Split(ansi.Strip(p.Render(p.w, p.h)), "\n") }

func TestRenderIsAsLargeAsAsked(t *testing.T) {
	p := pane(t, world(), 40, 10)
	p.Search("a")
	p.LinkMode(true)
	for w := 0; w <= 90; w += 3 {
		for _, h := range []int{1, 2, 10, 200} {
			for range 3 {
				lines := strings.Split(p.Render(w, h), "\n")
				if len(lines) != h {
					t.Fatalf("%dx%d: %d lines", w, h, len(lines))
				}
				for _, l := range lines {
					if got := ansi.StringWidth(l); got > w {
						t.Fatalf("%dx%d: %d columns in %q", w, h, got, l)
					}
				}
				p.PageDown()
			}
		}
	}
	if got := (&Pane{}).Render(5, 2); got != "\n" {
		t.Errorf("an empty pane draws %q", got)
	}
}

func TestColumnIsCentred(t *testing.T) {
	p := pane(t, ferry(), 40, 10)
	if got := strings.Split(ansi.Strip(p.Render(80, 10)), "\n")[0]; !strings.HasPrefix(got, strings.Repeat(" ", 20)+"Lindenauer") {
		t.Errorf("%q", got)
	}
}

func TestScrolling(t *testing.T) {
	p := pane(t, pool(), 66, 20)
	n := len(p.Page().Lines)
	for _, c := range []struct {
		name  string
		move  func() bool
		moved bool
		line  int
	}{
		{"up at the top", func() bool { return p.Up(1) }, false, 0},
		{"down", func() bool { return p.Down(3) }, true, 3},
		{"half a window", p.HalfDown, true, 13},
		{"half a window back", p.HalfUp, true, 3},
		{"a window, but for two lines", p.PageDown, true, 21},
		{"back", p.PageUp, true, 3},
		{"the end", p.Bottom, true, n - 20},
		{"beyond the end", func() bool { return p.Down(1) }, false, n - 20},
		{"the top", p.Top, true, 0},
	} {
		if moved := c.move(); moved != c.moved || p.Line() != c.line {
			t.Errorf("%s: %v, line %d; want %v, %d", c.name, moved, p.Line(), c.moved, c.line)
		}
	}
	if !p.AtTop() || p.AtEnd() || p.Percent() >= 50 {
		t.Error("at the top:", p.AtTop(), p.AtEnd(), p.Percent())
	}
	p.Bottom()
	if p.AtTop() || !p.AtEnd() || p.Percent() != 100 {
		t.Error("at the end:", p.AtTop(), p.AtEnd(), p.Percent())
	}
}

func TestSubheads(t *testing.T) {
	p := pane(t, pool(), 66, 10)
	var got []string
	for p.NextSubhead() {
		got = append(got, shown(p)[0])
	}
	want := []string{"Protest der Schwimmvereine, Lob von der Handelskammer", "So geht es weiter"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("forward: %q", got)
	}
	if !p.PrevSubhead() || shown(p)[0] != want[0] || !p.PrevSubhead() || !p.AtTop() || p.PrevSubhead() {
		t.Errorf("backward: at %q", shown(p)[0])
	}
	if o := p.Outline(); len(o) != 2 || o[1].Title != want[1] {
		t.Errorf("outline: %v", o)
	}
}

func TestPositionHoldsAtAnyWidth(t *testing.T) {
	a := long(1200)
	pages := map[int]Page{}
	for _, w := range []int{20, 45, 72, 110} {
		pages[w] = set(t, a, opts(w, nil))
	}
	for _, from := range []int{30, 72} {
		p := pane(t, a, from, 20)
		for p.Down(7) {
			if p.AtEnd() {
				break
			}
			at := p.Position()
			for w, pg := range pages {
				q := &Pane{}
				q.Resize(w, 20)
				q.Show(pg)
				q.Restore(at)
				l := q.page.lines[q.Line()]
				if q.AtEnd() || l.block == at.Block && l.offset <= at.Offset {
					if q.Position() != at {
						t.Fatalf("%v became %v by resizing", at, q.Position())
					}
					continue
				}
				t.Fatalf("%v at %d is line %d: %v", at, w, q.Line(), l)
			}
		}
	}
}

func TestShowKeepsThePlaceOfTheSameArticle(t *testing.T) {
	p := pane(t, pool(), 66, 12)
	p.Search("Haushalt")
	p.NextSubhead()
	at := p.Position()
	p.Show(set(t, pool(), opts(40, nil)))
	if p.Position() != at || !strings.HasPrefix(strings.TrimSpace(shown(p)[0]), "Protest") {
		t.Errorf("%v, %q", p.Position(), shown(p)[0])
	}
	if _, n := p.Hits(); n == 0 {
		t.Error("the search is gone")
	}
	p.Show(set(t, ferry(), opts(40, nil)))
	if !p.AtTop() || p.Query() != "" {
		t.Error("another article does not begin at its top")
	}
}

func TestSearch(t *testing.T) {
	a := feed.Article{ID: "s", Language: "de", Headline: "Suche", Body: []feed.Block{
		para("Die Donaudampfschifffahrtsgesellschaft fährt über Straßen, Cafés und “Brücken”. DONAU!"),
		para("Der\u00a0Rat der Stadt tagte – und tagte."),
	}}
	for _, w := range []int{12, 20, 80} {
		p := pane(t, a, w, 30)
		for query, want := range map[string]int{
			"donau": 2, "Donaudampfschifffahrtsgesellschaft": 1, "STRASSEN": 1, "strassen": 1, "straßen": 1, "cafes": 1, "über straßen": 1, `"brücken"`: 1,
			"brucken": 1, "der rat der stadt": 1, "tagte - und tagte": 1, "fehlt": 0, "": 0, "   ": 0, "tagte": 2,
		} {
			if got := p.Search(query); got != want {
				t.Errorf("width %d: %q has %d hits, want %d", w, query, got, want)
			}
		}
	}
}

func TestSearchGoesRound(t *testing.T) {
	p := pane(t, pool(), 40, 12)
	n := p.Search("haushalt")
	if cur, total := p.Hits(); cur != 1 || total != n || n < 4 {
		t.Fatalf("%d of %d, found %d", cur, total, n)
	}
	for i := 2; i <= n; i++ {
		if !p.NextHit() {
			t.Fatal("no next hit")
		}
		cur, _ := p.Hits()
		line := p.find.line(cur - 1)
		if cur != i || line < p.Line() || line >= p.Line()+12 {
			t.Errorf("hit %d, want %d; line %d is not in the window from %d", cur, i, line, p.Line())
		}
	}
	p.NextHit()
	if cur, _ := p.Hits(); cur != 1 {
		t.Errorf("behind the last comes %d", cur)
	}
	p.PrevHit()
	if cur, _ := p.Hits(); cur != n {
		t.Errorf("before the first comes %d", cur)
	}
	p.Search("")
	if p.NextHit() || p.PrevHit() {
		t.Error("an ended search has hits")
	}
}

func TestHitsAreMarked(t *testing.T) {
	st := theme.New(true, false)
	p := pane(t, feed.Article{ID: "h", Headline: "Ü", Body: []feed.Block{
		{Kind: feed.Paragraph, Text: feed.Text{{Text: "eins "}, {Text: "zwei drei", Style: feed.Strong, Link: "https://a.invalid/"}, {Text: " vier"}}},
	}}, 40, 10)
	before := p.Render(40, 10)
	p.Search("zwei d")
	after := p.Render(40, 10)
	if on, _ := sgr(st.Page.CurrentHit); !strings.Contains(after, on+"zwei d") {
		t.Errorf("%q", after)
	}
	if ansi.Strip(before) != ansi.Strip(after) {
		t.Error("the marks change the text")
	}
	if strings.Count(before, "\x1b]8;") != strings.Count(after, "\x1b]8;") {
		t.Error("the marks change the links")
	}
}

func TestOverlay(t *testing.T) {
	const on, off = "\x1b[7m", "\x1b[m"
	for _, c := range []struct {
		in, want string
		from, to int
		text     string
	}{
		{"abcdef", "ab\x1b[7mcd\x1b[mef", 2, 4, ""},
		{"\x1b[1mabcdef\x1b[m", "\x1b[1mab\x1b[m\x1b[7mcd\x1b[m\x1b[1mef\x1b[m", 2, 4, ""},
		{"ab\x1b[1mcd\x1b[mef", "ab\x1b[1m\x1b[m\x1b[7mcd\x1b[mef", 2, 4, ""},
		{"a\x1b[1mb\x1b[3mc\x1b[md", "\x1b[7mabc\x1b[md", 0, 3, ""},
		{"市議会", "市\x1b[7m議\x1b[m会", 2, 4, ""},
		{"abc", "ab\x1b[7mc\x1b[m", 2, 9, ""},
		{"abcdef", "\x1b[7mXY\x1b[mcdef", 0, 2, "XY"},
	} {
		got := overlay(c.in, []patch{{c.from, c.to, on, off, c.text}})
		if c.text == "" && ansi.Strip(got) != ansi.Strip(c.in) {
			t.Errorf("%q has lost text: %q", c.in, got)
		}
		if !strings.HasPrefix(got, c.want) && got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
	if got := overlay("x", nil); got != "x" {
		t.Error(got)
	}
}

func TestLinks(t *testing.T) {
	p := pane(t, pool(), 66, 8)
	pg := p.Page()
	if len(pg.Links) != 2 || pg.Links[0].URL != "https://lindenau.invalid/haushalt?jahr=2027&seite=1" || pg.Links[0].N != 1 {
		t.Fatalf("%v", pg.Links)
	}
	if l := pg.Links[0]; !strings.HasPrefix(ansi.Strip(ansi.TruncateLeft(pg.Lines[l.Line], l.Col, "")), l.Text[:7]) {
		t.Errorf("link 1 does not stand at %d:%d", l.Line, l.Col)
	}
	if p.LinkMode(true); p.InLinkMode() {
		t.Error("letters without a link in the window")
	}
	p.GoTo(pg.Links[0].Line)
	if n := p.LinkMode(true); n != 1 || !strings.Contains(shown(p)[0], "antwurf") && !strings.Contains(strings.Join(shown(p), "\n"), "antwurf") {
		t.Errorf("%d links, %q", n, shown(p)[0])
	}
	if l, ok, more := p.Pick("a"); !ok || more || l.N != 1 || p.InLinkMode() {
		t.Errorf("picked %v, %v, %v", l, ok, more)
	}
	p.LinkMode(true)
	if _, ok, more := p.Pick("z"); ok || more || p.InLinkMode() {
		t.Error("a letter that names no link does not end the mode")
	}
	if _, ok, _ := p.Pick("a"); ok {
		t.Error("a letter counts outside of the mode")
	}
}

func TestLinksAreFoundWhereTheyStand(t *testing.T) {
	one, two := pane(t, pool(), 50, 12), inColumns(t, pool(), 50, 30)
	for name, p := range map[string]*Pane{"one column": one, "two columns": two} {
		want := p.Page().Links[0]
		found := map[string]int{} // cells by address, over the whole article
		for p.Top(); ; {
			w, h := p.w+6, p.h
			for y, l := range strings.Split(ansi.Strip(p.Render(w, h)), "\n") {
				for x := range w {
					if l, ok := p.LinkAt(x, y); ok {
						found[l.URL]++
					}
				}
				if x := strings.Index(l, "Entwurf"); x >= 0 && !strings.Contains(l, "1  Entwurf") { // but in the list at the end
					x = ansi.StringWidth(l[:x])
					if got, ok := p.LinkAt(x, y); !ok || got.URL != want.URL {
						t.Errorf("%s: at %d,%d stands %v", name, x, y, got)
					}
					if got, ok := p.LinkAt(x-1, y); ok {
						t.Errorf("%s: before it stands %v", name, got)
					}
				}
			}
			if !p.PageDown() {
				break
			}
		}
		if found[want.URL] < len("Entwurf des Haushalts") || len(found) != 2 {
			t.Errorf("%s: found %v", name, found)
		}
		for _, out := range [][2]int{{-1, 0}, {0, -1}, {500, 0}, {0, 500}} {
			if l, ok := p.LinkAt(out[0], out[1]); ok {
				t.Errorf("%s: outside stands %v", name, l)
			}
		}
	}
	if _, ok := (&Pane{}).LinkAt(0, 0); ok {
		t.Error("an empty pane has a link")
	}
}

func TestManyLinksHaveTwoLetters(t *testing.T) {
	a := feed.Article{ID: "many", Headline: "Links"}
	var text feed.Text
	for i := range 40 {
		text = append(text, feed.Span{Text: fmt.Sprintf("Link%02d", i), Link: fmt.Sprintf("https://a.invalid/%d", i)}, feed.Span{Text: " "})
	}
	a.Body = []feed.Block{{Kind: feed.Paragraph, Text: text}}
	p := pane(t, a, 60, 12)
	if n := p.LinkMode(true); n < 40 {
		t.Fatalf("%d links", n)
	}
	if _, ok, more := p.Pick("s"); ok || !more {
		t.Fatal("one letter is enough")
	}
	if l, ok, _ := p.Pick("a"); !ok || l.N != len(labelLetters)+1 {
		t.Errorf("sa is link %d", l.N)
	}
}

func TestOnlyWebLinksAreLinks(t *testing.T) {
	a := feed.Article{ID: "l", Headline: "L", Body: []feed.Block{{Kind: feed.Paragraph, Text: feed.Text{
		{Text: "a", Link: "javascript:alert(1)"},
		{Text: "b", Link: "file:///etc/passwd"},
		{Text: "c", Link: "mailto:ada@a.invalid"},
		{Text: "d", Link: "https://a.invalid/\x1b\\böse seite"},
		{Text: "e", Link: "HTTPS://a.invalid/x"},
	}}}}
	p := set(t, a, Options{Width: 60})
	var got []string
	for _, l := range p.Links {
		got = append(got, l.URL)
	}
	want := "mailto:ada@a.invalid https://a.invalid/x"
	if strings.Join(got, " ") != want {
		t.Errorf("%q, want %q", got, want)
	}
	for _, l := range p.Lines {
		if strings.Contains(l, "javascript") || strings.Contains(l, "file:") {
			t.Errorf("%q", l)
		}
	}
}

func TestFirstScreen(t *testing.T) {
	a := long(3000)
	whole := set(t, a, opts(66, nil))
	o := opts(66, nil)
	o.Rows = 40
	first := set(t, a, o)
	if first.Whole || len(first.Lines) < 40 || len(first.Lines) > 80 {
		t.Fatalf("%v, %d lines", first.Whole, len(first.Lines))
	}
	for i, l := range first.Lines {
		if l != whole.Lines[i] {
			t.Fatalf("line %d: %q, later %q", i, l, whole.Lines[i])
		}
	}
	o.From = Position{Block: 30, Offset: 5}
	later := set(t, a, o)
	if n := len(later.Lines) - later.line(o.From); later.Whole || n < 40 || n > 80 {
		t.Errorf("%d lines below the place", n)
	}
	var p Pane
	p.Resize(66, 20)
	p.Show(first)
	if p.Bottom(); p.AtEnd() {
		t.Error("the end of the first screen is taken for the end")
	}
}

func TestPicturesHaveTheirPlace(t *testing.T) {
	o := opts(66, nil)
	o.PictureRows = func(p *feed.Picture, w int) int {
		if strings.Contains(p.URL, "bus") {
			return 4
		}
		return 7
	}
	p := set(t, pool(), o)
	if len(p.Figures) != 2 || p.Figures[0].Rows != 7 || p.Figures[1].Rows != 4 {
		t.Fatalf("%v", p.Figures)
	}
	for _, f := range p.Figures {
		for i := range f.Rows {
			if p.Lines[f.Line+i] != "" {
				t.Errorf("line %d of a picture is taken: %q", i, p.Lines[f.Line+i])
			}
		}
		if got := ansi.Strip(p.Lines[f.Line+f.Rows]); !strings.HasPrefix(got, f.Picture.Caption[:10]) {
			t.Errorf("below a picture stands %q", got)
		}
	}
}
