package page

import (
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
	"depesche/ui/locale"
)

// letters are the visible characters of a text, in order.
func letters(s string) string {
	var b strings.Builder
	for _, r := range s {
		if !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) && !unicode.IsControl(r) || r == 0x200d {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// printedLetters are those of a block as it stands on the page, without what
// we put in: hyphens at line ends, and whatever stands left of the text.
func printedLetters(p *Page, block int) string {
	var b strings.Builder
	for n, s := range p.Lines {
		l := p.lines[n]
		if l.block != block {
			continue
		}
		s = ansi.Strip(ansi.TruncateLeft(s, l.skip, ""))
		if l.join == joinHyphen {
			s = strings.TrimSuffix(s, "-")
		}
		b.WriteString(s)
	}
	return letters(b.String())
}

// lettersOf are a block's own; bare tells that the page adds nothing to them.
func lettersOf(b *feed.Block) string {
	var s strings.Builder
	s.WriteString(b.Text.String())
	for _, it := range b.Items {
		s.WriteString(it.String())
	}
	return letters(s.String())
}

func TestLettersInAreLettersOut(t *testing.T) {
	for _, a := range []feed.Article{pool(), ferry(), world(), hostile(), long(800)} {
		a.Dateline = ""
		for _, w := range []int{8, 13, 27, 40, 66, 72, 120} {
			for _, o := range []Options{opts(w, nil), {Width: w, Justify: true, Hyphenate: Always}, {Width: w, Hyphenate: Never}} {
				p := set(t, a, o)
				for i := range a.Body {
					b := &a.Body[i]
					if b.Kind == feed.Table || b.Kind == feed.Figure || b.Kind == feed.Rule {
						continue
					}
					if got, want := printedLetters(&p, i+1), lettersOf(b); got != want {
						t.Errorf("%s at %d, block %d: in  %q\nout %q", a.ID, w, i, want, got)
					}
				}
			}
		}
	}
}

// lines of text that Markdown, HTML or a terminal would take for something.
func hostileLines() []string {
	return []string{
		"Bürger*innen und Leser*innen, Kolleg*innen", "_so_ heißt die Gruppe_nicht", "**fett** gedruckt", "1. Platz für Lindenau", "# Überschrift",
		"> zitat", "|a|b|\n|-|-|", "`code` und ``mehr``", "<b>fett</b>", "&amp; &lt; &#27; &copy;", `\* \_ \[ \\ \`, "[x](y) und ![x](y)", "[^1] und [^1]: Fußnote",
		"<https://example.invalid>", "https://example.invalid/a_b_c?x=1&amp;y=2", "--- \n***", "+ plus", "- minus", "* stern", "~~durch~~", ":smile: :+1:", "$x$ und $$y$$",
		"- [ ] Aufgabe", "    eingerückt", "Titel\n=====", "Term\n: Erklärung", "{{ .Text }} und %s %d", "Zeile  \nZeile", `C:\Users\new`, "a\\\nb", "<!-- weg -->", "<script>alert(1)</script>",
		"“Q”‘q’ „Q“ »Q« «Q» ‹q›", "5 % von 12 000 €", "a/b/c und/oder", "www.example.invalid", "ada@example.invalid", "H₂O x² ½ …", "© ® ™ §", "ﬁ ﬀ", "a\u0338b e\u0301\u0302",
	}
}

func hostile() feed.Article {
	a := feed.Article{ID: "hostile", Language: "de", Headline: "# Über*schrift* [x](y)", Kicker: "1. `Kicker`", Standfirst: "> &amp; \\*"}
	for _, s := range hostileLines() {
		a.Body = append(a.Body, para(s), sub(s),
			feed.Block{Kind: feed.Quote, Text: plain(s)},
			feed.Block{Kind: feed.Code, Text: plain(s)},
			feed.Block{Kind: feed.List, Items: []feed.Text{plain(s), plain(s)}},
			feed.Block{Kind: feed.Paragraph, Text: feed.Text{
				{Text: s, Style: feed.Strong},
				{Text: s, Style: feed.Emphasis},
				{Text: s, Style: feed.Strong | feed.Emphasis},
				{Text: s, Style: feed.CodeStyle},
				{Text: s, Link: "https://example.invalid/?a=1&b=2"},
				{Text: s, Link: "https://example.invalid/", Style: feed.Strong | feed.CodeStyle},
				{Text: s, Link: "javascript:alert(1)"},
			}})
	}
	return a
}

func TestHeadKeepsItsLetters(t *testing.T) {
	a := hostile()
	p := set(t, a, Options{Width: 200})
	got := printedLetters(&p, 0)
	for _, s := range []string{a.Kicker, a.Headline, a.Standfirst} {
		if !strings.Contains(got, letters(s)) {
			t.Errorf("the head has lost %q: %q", s, got)
		}
	}
}

func TestNoLineIsTooWide(t *testing.T) {
	for _, a := range []feed.Article{pool(), ferry(), world(), hostile()} {
		step := 1
		if a.ID == "hostile" {
			step = 3
		}
		for w := 1; w <= 120; w += step {
			o := opts(w, locale.German())
			o.Justify = w%2 == 0
			o.ASCII = w%3 == 0
			o.Notes = []string{"Der Text wurde geändert."}
			p := set(t, a, o)
			checkPage(t, &p)
		}
	}
}

// checkPage holds what is true of every page.
func checkPage(t *testing.T, p *Page) {
	t.Helper()
	if len(p.Lines) != len(p.lines) {
		t.Fatalf("%d lines, %d of them known", len(p.Lines), len(p.lines))
	}
	for n, l := range p.Lines {
		if w := ansi.StringWidth(l); w > p.full(n) {
			t.Errorf("width %d: line %d has %d columns: %q", p.Width, n, w, l)
		}
		if strings.ContainsAny(l, "\n\r\t") {
			t.Errorf("line %d holds a break: %q", n, l)
		}
		if strings.HasSuffix(ansi.Strip(l), " ") {
			t.Errorf("line %d is padded: %q", n, l)
		}
		if !balanced(l) {
			t.Errorf("line %d leaves a style or a link open: %q", n, l)
		}
	}
	for i, b := range p.Blocks {
		if b > len(p.Lines) || i > 0 && b < p.Blocks[i-1] {
			t.Errorf("block %d begins at line %d of %d", i, b, len(p.Lines))
		}
	}
	for i := 1; i < len(p.lines); i++ {
		a, b := p.lines[i-1], p.lines[i]
		if b.block < a.block || b.block == a.block && b.offset < a.offset {
			t.Errorf("positions run backwards at line %d: %v after %v", i, b, a)
		}
	}
}

// balanced reports whether a line ends in the terminal's own style, outside of links.
func balanced(l string) bool {
	styled, linked := false, false
	var state byte
	for len(l) > 0 {
		seq, _, n, next := ansi.DecodeSequence(l, state, nil)
		state, l = next, l[n:]
		switch {
		case isSGR(seq):
			styled = seq != "\x1b[m" && seq != "\x1b[0m"
		case strings.HasPrefix(seq, "\x1b]8;"):
			linked = !strings.HasPrefix(seq, "\x1b]8;;\x1b") && !strings.HasPrefix(seq, "\x1b]8;;\a")
		}
	}
	return !styled && !linked
}

func FuzzSet(f *testing.F) {
	for _, s := range hostileLines() {
		f.Add(s, 20)
	}
	f.Add("Donaudampfschifffahrtsgesellschaft", 7)
	f.Add("👩‍👩‍👧‍👦🇩🇪 市議会は、火曜日。「七」", 3)
	f.Add("\x1b[2J\u009b\x00", 1)
	f.Add("قال المجلس 12 a", 5)
	f.Fuzz(func(t *testing.T, s string, width int) {
		width = 1 + (width%120+120)%120
		s = feed.Clean(s)
		a := feed.Article{Language: "de", Headline: s, Credit: s, Lead: &feed.Picture{Caption: s, Credit: s}, Body: []feed.Block{
			para(s), sub(s),
			{Kind: feed.Quote, Text: plain(s)},
			{Kind: feed.Code, Text: plain(s)},
			{Kind: feed.OrderedList, Items: []feed.Text{plain(s)}},
			{Kind: feed.Table, Rows: [][]feed.Text{{plain(s), plain("a")}, {plain("1"), plain(s)}}},
			{Kind: feed.Subhead, Role: feed.FactBox, Text: plain(s)},
			{Kind: feed.List, Role: feed.FactBox, Items: []feed.Text{plain(s), plain(s), plain("a")}, Levels: []int{0, 3, 9}},
			{Kind: feed.Quote, Role: feed.PullQuote, Text: plain(s)},
			{Kind: feed.Table, Headless: true, Rows: [][]feed.Text{{plain(s), nil, plain("b")}, {nil, plain(s), nil}, {plain("2")}}},
			{Kind: feed.Paragraph, Text: feed.Text{{Text: s, Style: feed.Strong}, {Text: s, Link: "#note-1"}}},
			{Kind: feed.Paragraph, Role: feed.Footnote, Anchor: "note-1", Text: plain(s)},
			{Kind: feed.Paragraph, Role: feed.Footnote, Text: plain(s)},
		}}
		p := set(t, a, Options{Width: width, Justify: width%2 == 0, Columns: 1 + width%2, Plain: width%5 == 0, ASCII: width%3 == 0})
		checkPage(t, &p)
		var window Pane
		window.Show(p)
		for window.Resize(p.Spread, 1+width%30); window.PageDown(); {
			window.Render(p.Spread, 1+width%30)
		}
		if width >= 16 { // narrower, what is wider than the page is shown as a dot
			if got, want := printedLetters(&p, 1), letters(s); got != want {
				t.Errorf("at %d: in %q, out %q", width, want, got)
			}
		}
	})
}
