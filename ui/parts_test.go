package ui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"depesche/feed"
)

func TestLayouts(t *testing.T) {
	three := layout{
		W: 200, H: 50, Head: rect{0, 0, 200, 1}, Rule: rect{0, 1, 200, 1}, Status: rect{0, 49, 200, 1},
		Sources: rect{0, 2, 29, 47}, List: rect{30, 2, 64, 47}, Page: rect{95, 2, 105, 47},
	}
	for _, c := range []struct {
		name string
		w, h int
		p    prefs
		want layout
	}{
		{"nothing", 0, 0, prefs{}, layout{}},
		{"a cell", 1, 1, prefs{focus: paneList}, layout{W: 1, H: 1, List: rect{0, 0, 1, 1}}},
		{"narrow list", 80, 24, prefs{focus: paneList}, layout{
			W: 80, H: 24, Head: rect{0, 0, 80, 1}, Rule: rect{0, 1, 80, 1}, Status: rect{0, 23, 80, 1}, List: rect{0, 2, 80, 21},
		}},
		{"narrow page, low", 80, 10, prefs{focus: panePage}, layout{
			W: 80, H: 10, Head: rect{0, 0, 80, 1}, Status: rect{0, 9, 80, 1}, Page: rect{0, 1, 80, 8},
		}},
		{"wide", 200, 50, prefs{focus: paneList, sources: true}, three},
		{"zen", 200, 50, prefs{focus: panePage, zen: true}, layout{W: 200, H: 50, Page: rect{0, 0, 200, 50}}},
	} {
		if got := arrange(c.w, c.h, c.p); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

// Whatever the size, panes stay on the screen, apart from each other, and the one
// with the keys is shown.
func TestLayoutsAreTotal(t *testing.T) {
	for w := range 210 {
		for h := range 61 {
			for _, p := range []prefs{{focus: paneSources}, {focus: paneList}, {focus: panePage}, {focus: paneList, sources: true}, {focus: panePage, zen: true}} {
				l := arrange(w, h, p)
				x := 0
				for _, r := range []rect{l.Sources, l.List, l.Page} {
					if r.W == 0 {
						continue
					}
					if r.X < x || r.X+r.W > w || r.Y+r.H > h || r.H < 1 {
						t.Fatalf("%dx%d %+v: %+v", w, h, p, l)
					}
					x = r.X + r.W + 1
				}
				focus := map[pane]rect{paneSources: l.Sources, paneList: l.List, panePage: l.Page}[p.focus]
				if w > 0 && h > 0 && focus.W == 0 {
					t.Fatalf("%dx%d %+v: the pane with the keys is not shown", w, h, p)
				}
				if _, c := l.text(1, 72); c < 1 || c > max(1, l.Page.W) || c > 72 {
					t.Fatalf("%dx%d: a column of %d in %d", w, h, c, l.Page.W)
				}
			}
		}
	}
}

func TestComparing(t *testing.T) {
	show := func(ps []para) string {
		var b strings.Builder
		for _, p := range ps {
			for _, r := range p {
				b.WriteString(map[tone]string{plainTone: "", mutedTone: "", addedTone: "+", removedTone: "-"}[r.tone] + r.text + "|")
			}
		}
		return b.String()
	}
	for _, c := range []struct{ name, before, now, want string }{
		{"a word", "mit knapper Mehrheit", "mit großer Mehrheit", "mit |-knapper| |+großer| Mehrheit|"},
		{"what stays is left out", "a\nb\nc", "a\nx\nc", "[…]|-b| |+x|[…]|"},
		{"a new paragraph", "a", "a\nneu hier", "[…]|+neu hier|"},
		{"a lost one", "a\nfort", "a", "[…]|-fort|"},
		{"from nothing", "", "neu", "+neu|"},
		{"the last word", "es sei da.", "es sei knapp.", "es sei |-da.| |+knapp.|"},
	} {
		if got := show(compare(strings.Split(c.before, "\n"), strings.Split(c.now, "\n"))); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// Whatever is compared, what stays and goes is the old text, what stays and comes the new one.
func FuzzEdits(f *testing.F) {
	f.Add("a b c", "a c d")
	f.Add("", "x")
	f.Fuzz(func(t *testing.T, a, b string) {
		before, now := strings.Split(a, " "), strings.Split(b, " ")
		var old, fresh []string
		for _, e := range edits(before, now) {
			if e.op <= 0 {
				old = append(old, e.text)
			}
			if e.op >= 0 {
				fresh = append(fresh, e.text)
			}
		}
		if !slices.Equal(old, before) || !slices.Equal(fresh, now) {
			t.Errorf("%q and %q give %q and %q", before, now, old, fresh)
		}
	})
}

func TestVeryLongTextsAreComparedWithoutATable(t *testing.T) {
	a, b := make([]string, 3000), make([]string, 3000)
	for i := range a {
		a[i], b[i] = "a", "b"
	}
	if n := len(edits(a, b)); n != 6000 {
		t.Errorf("%d steps", n)
	}
}

func TestFields(t *testing.T) {
	for in, want := range map[string][]string{
		"wc -w":              {"wc", "-w"},
		`say "two words" x`:  {"say", "two words", "x"},
		`a 'b "c' d\ e`:      {"a", `b "c`, "d e"},
		"  ":                 nil,
		`printf ''`:          {"printf", ""},
		`$(rm) ; | && ${x}`:  {"$(rm)", ";", "|", "&&", "${x}"},
		"grep\t-i   brücke ": {"grep", "-i", "brücke"},
	} {
		got, err := fields(in)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: %q, %v", in, got, err)
		}
	}
	if _, err := fields(`a "b`); err == nil {
		t.Error("an open quote is no error")
	}
}

func TestMarkdown(t *testing.T) {
	a := feed.Article{
		Kicker: "Kultur", Headline: "Bürger*innen_und Leser*innen", Link: "https://x.example/1", Dateline: "Lindenau (dpa) –",
		Body: []feed.Block{
			{Kind: feed.Paragraph, Text: feed.Text{{Text: "Ein "}, {Text: "starkes ", Style: feed.Strong}, {Text: "Wort", Link: "https://x.example/2"}, {Text: " <b>"}}},
			{Kind: feed.Subhead, Text: feed.Plain("Zwischentitel")},
			{Kind: feed.OrderedList, Items: []feed.Text{feed.Plain("eins"), feed.Plain("zwei")}},
			{Kind: feed.OrderedList, Start: 9, Items: []feed.Text{feed.Plain("neun"), feed.Plain("erstens"), feed.Plain("zweitens"), feed.Plain("zehn")}, Levels: []int{0, 1, 1, 0}},
			{Kind: feed.Table, Headless: true, Rows: [][]feed.Text{{feed.Plain("Höhe"), feed.Plain("42 m")}}},
			{Kind: feed.Quote, Text: feed.Plain("so\nund so")},
			{Kind: feed.Table, Rows: [][]feed.Text{{feed.Plain("A"), feed.Plain("B|C")}, {feed.Plain("1"), feed.Plain("2")}}},
			{Kind: feed.Code, Text: feed.Plain("x ``` y")},
			{Kind: feed.Figure, Picture: &feed.Picture{URL: "https://x.example/b.jpg", Caption: "Unten", Credit: "Krug"}},
			{Kind: feed.Rule},
		},
		Credit: "(dpa)", Corrections: []string{"Verbessert."},
	}
	want := strings.Join([]string{
		"**Kultur**", `# Bürger\*innen\_und Leser\*innen`,
		`Lindenau (dpa) – Ein **starkes** [Wort](<https://x.example/2>) \<b\>`,
		"## Zwischentitel", "1. eins\n2. zwei", "9. neun\n    1. erstens\n    2. zweitens\n10. zehn", "|  |  |\n| --- | --- |\n| Höhe | 42 m |", "> so\n> und so", "| A | B\\|C |\n| --- | --- |\n| 1 | 2 |", "````\nx ``` y\n````",
		"![](<https://x.example/b.jpg>)\n\nUnten (Krug)", "---", "> Verbessert.", "(dpa)", "<https://x.example/1>", "",
	}, "\n\n")
	if got := Markdown(&a); got != strings.TrimSuffix(want, "\n\n")+"\n\n" {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := PlainText(&a); strings.Contains(got, "**") || !strings.Contains(got, "Bürger*innen_und Leser*innen") {
		t.Errorf("plain text: %s", got)
	}
}

func TestFileNames(t *testing.T) {
	for in, want := range map[string]string{
		"Der Turm: 3 Meter!": "der-turm-3-meter", "../../etc/passwd": "etc-passwd", "": "article", "…": "article", "日本 語": "日本-語",
	} {
		if got := fileName(&feed.Article{Headline: in}); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if n := len(fileName(&feed.Article{Headline: strings.Repeat("lang", 100)})); n > 120 {
		t.Errorf("a name of %d bytes", n)
	}
}

func TestNewFilesAreNeverOverwritten(t *testing.T) {
	name := t.TempDir() + "/a.md"
	if err := writeNew(name, []byte("eins")); err != nil {
		t.Fatal(err)
	}
	if err := writeNew(name, []byte("zwei")); err == nil {
		t.Error("overwritten")
	}
}

func TestTheStarterSourcesAreWebAddresses(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range Starter() {
		if feed.WebLink(s.URL) != s.URL || feed.WebLink(s.Site) == "" || s.Title == "" || len(s.Folder) == 0 || seen[s.URL] {
			t.Errorf("%+v", s)
		}
		seen[s.URL] = true
	}
}

func TestOldPagesGoFirst(t *testing.T) {
	var c pageCache
	for i := range 2 * keptPages {
		c.put(pageMsg{key: pageKey{width: i}})
		c.get(pageKey{width: 0})
	}
	if _, ok := c.get(pageKey{width: 0}); !ok {
		t.Error("the page that is used most is gone")
	}
	if _, ok := c.get(pageKey{width: 1}); ok || len(c.kept) > keptPages {
		t.Errorf("%d pages kept", len(c.kept))
	}
}

func TestTheDividerIsDragged(t *testing.T) {
	pl := playWith(t, 120, 40, func(o *Options) { o.Mouse = true })
	x := pl.m.layout.Page.X - 1
	pl.send(tea.MouseClickMsg{X: x, Y: 10, Button: tea.MouseLeft})
	pl.send(tea.MouseMotionMsg{X: x + 9, Y: 12, Button: tea.MouseLeft})
	if got := pl.m.layout.Page.X - 1; got != x+9 {
		t.Errorf("the divider stands at %d, not at %d", got, x+9)
	}
	pl.send(tea.MouseMotionMsg{X: 119, Y: 12, Button: tea.MouseLeft})
	pl.send(tea.MouseReleaseMsg{X: 119, Y: 12})
	if w := pl.m.layout.Page.W; w < leastPage {
		t.Errorf("%d cells are left of the page", w)
	}
	was := pl.m.layout
	pl.send(tea.MouseMotionMsg{X: 50, Y: 12})
	pl.start(120, 40, func(*Options) {})
	if pl.m.layout != was {
		t.Errorf("after a restart the layout is %+v, not %+v", pl.m.layout, was)
	}
}
