package page

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
	"depesche/ui/locale"
	"depesche/ui/theme"
)

// broken gives a paragraph's lines at a width.
func broken(t *testing.T, s, lang string, o Options) []string {
	t.Helper()
	p := set(t, feed.Article{Headline: "x", Language: lang, Body: []feed.Block{para(s)}}, o)
	var out []string
	for n, l := range p.Lines {
		if p.lines[n].block == 1 && l != "" {
			out = append(out, ansi.Strip(l))
		}
	}
	return out
}

func TestLineBreaks(t *testing.T) {
	for _, c := range []struct {
		name, lang, text string
		width            int
		want             string
	}{
		{"a word is divided where a line would stay short", "de", "Die Donaudampfschifffahrtsgesellschaft", 24, "Die Donaudampfschiff-|fahrtsgesellschaft"},
		{"soft hyphens come before patterns", "de", "Die Staub\u00adecken\u00adreinigung", 12, "Die Staub-|eckenreini-|gung|"},
		{"a soft hyphen within a line is not seen", "de", "Staub\u00adecke", 20, "Staubecke"},
		{"a no-break space keeps", "de", "etwa 120\u202f000\u00a0Euro weg", 14, "etwa|120\u202f000\u00a0Euro|weg"},
		{"a line ends behind a hyphen", "de", "die SPD-Politikerin", 12, "die SPD-|Politikerin"},
		{"but not before digits", "de", "die Welle Covid-19", 16, "die Welle|Covid-19"},
		{"no line begins with punctuation", "fr", "Alors ? Vraiment !", 9, "Alors ?|Vraiment|!"},
		{"guillemets stay with their words", "fr", "il dit « bonjour » hier", 11, "il dit|« bonjour »|hier"},
		{"a dash stays at the line's end", "de", "Der Rat tagt – heute und dann", 14, "Der Rat tagt –|heute und dann"},
		{"no line begins with an ideographic stop", "ja", "市議会は火曜日。夜", 14, "市議会は火曜|日。夜"},
		{"nor ends with an opening bracket", "ja", "市議会は夜「七時間」", 12, "市議会は夜|「七時間」"},
		{"a word too long is cut", "", "x aaaaaaaaaaaa", 8, "x aaaaaa|aaaaaa"},
		{"a newline is kept", "de", "eins\nzwei", 20, "eins|zwei"},
		{"white space collapses", "de", " eins \t zwei ", 20, "eins zwei"},
		{"a name is not divided", "en", "this is what Washington", 18, "this is what|Washington"},
		{"but a word at the start of a sentence is", "en", "is it? Characteristically it is", 16, "is it? Charac-|teristically it|is"},
		{"an abbreviation stays together", "de", "wie gesagt z. B. heute", 13, "wie gesagt|z. B. heute"},
	} {
		got := strings.Join(broken(t, c.text, c.lang, Options{Width: c.width}), "|")
		if c.name == "soft hyphens come before patterns" {
			if !strings.HasPrefix(got, "Die Staub-|ecken") {
				t.Errorf("%s: %s", c.name, got)
			}
			continue
		}
		if got != c.want && !(c.lang == "fr" && !badStart(got)) {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// badStart reports a line that begins with what must not begin one.
func badStart(lines string) bool {
	for l := range strings.SplitSeq(lines, "|") {
		if r := []rune(l); len(r) > 0 && strings.ContainsRune("!?»:;,.)", r[0]) {
			return true
		}
	}
	return false
}

func TestJustify(t *testing.T) {
	s := strings.Repeat("Der Stadtrat von Lindenau hat beschlossen, dass der Zuschuss entfällt. ", 4)
	lines := broken(t, s, "de", Options{Width: 40, Justify: true})
	for i, l := range lines[:len(lines)-1] {
		if w := ansi.StringWidth(l); w != 40 {
			t.Errorf("line %d has %d columns: %q", i, w, l)
		}
	}
	if strings.Contains(lines[len(lines)-1], "  ") {
		t.Errorf("the last line is spread: %q", lines[len(lines)-1])
	}
}

func TestNeverDivides(t *testing.T) {
	for _, l := range broken(t, "Die Donaudampfschifffahrtsgesellschaft", "de", Options{Width: 20, Hyphenate: Never}) {
		if strings.HasSuffix(l, "-") {
			t.Errorf("%q", l)
		}
	}
}

func TestDirectionMarks(t *testing.T) {
	for _, l := range broken(t, "قال المجلس البلدي يوم 12 إن Lindenau ABC تستمر في العمل", "ar", Options{Width: 12}) {
		r := []rune(strings.TrimLeft(l, " "))[0]
		if r != '\u200f' && !isRTL(r) {
			t.Errorf("a line of Arabic would be taken for Latin: %q", l)
		}
		if ansi.StringWidth(l) != 12 {
			t.Errorf("a line of Arabic does not stand at the right: %q", l)
		}
	}
	for _, l := range broken(t, "The word عربي عربي عربي stands here and nothing else", "en", Options{Width: 9}) {
		if r := []rune(l)[0]; isRTL(r) {
			t.Errorf("a line of English would be taken for Arabic: %q", l)
		}
	}
	if got := broken(t, "kein Zeichen zu viel", "de", Options{Width: 40})[0]; got != "kein Zeichen zu viel" {
		t.Errorf("%q", got)
	}
}

func TestStatesAreSaid(t *testing.T) {
	for _, l := range []*locale.Text{locale.English(), locale.German()} {
		for access, want := range map[feed.Access]string{feed.Teaser: l.Page.Teaser, feed.Paywall: l.Page.Paywall, feed.ConsentWall: l.Page.Consent} {
			p := set(t, feed.Article{Headline: "x", Access: access, Body: []feed.Block{para("Text.")}}, Options{Width: 120, Text: l})
			if got := words(&p); !strings.Contains(got, want) {
				t.Errorf("%s, %s: %s", l.Code, access, got)
			}
		}
		p := set(t, feed.Article{}, Options{Width: 120, Text: l, Notes: []string{"note"}})
		for _, want := range []string{l.Page.Untitled, l.Page.Empty, "│ note"} {
			if got := words(&p); !strings.Contains(got, want) {
				t.Errorf("%s: %q is not said: %s", l.Code, want, got)
			}
		}
	}
}

func TestCreditIsLabelledOnce(t *testing.T) {
	for credit, want := range map[string]string{
		"Jan Krug/dpa": "Foto: Jan Krug/dpa", "Foto: Jan Krug": "Foto: Jan Krug", "© Jan Krug": "© Jan Krug", "Bild: dpa": "Bild: dpa", "Fotolia": "Foto: Fotolia", "dpa": "Foto: dpa",
	} {
		p := set(t, feed.Article{Headline: "x", Lead: &feed.Picture{Caption: "c", Credit: credit}}, Options{Width: 60, Text: locale.German()})
		if got := words(&p); !strings.Contains(got, " "+want+"\n") || strings.Contains(got, "Foto: Foto:") {
			t.Errorf("%q: %s", credit, got)
		}
	}
}

func TestDates(t *testing.T) {
	day := time.Date(2026, 11, 23, 7, 5, 0, 0, time.UTC)
	for _, c := range []struct {
		name     string
		pub, mod time.Time
		want     string
	}{
		{"only the day is known", day.Truncate(24 * time.Hour), time.Time{}, "23 November 2026\n"},
		{"changed the same day", day, day.Add(time.Hour), "23 November 2026, 07:05\u00a0· updated 08:05\n"},
		{"changed at once", day, day.Add(time.Minute), "23 November 2026, 07:05\n"},
		{"changed later", day, day.Add(48 * time.Hour), "updated 25 November 2026, 07:05\n"},
	} {
		p := set(t, feed.Article{Headline: "x", Published: c.pub, Modified: c.mod}, Options{Width: 100})
		if got := words(&p); !strings.Contains(got, c.want) {
			t.Errorf("%s: %s", c.name, got)
		}
	}
	p := set(t, feed.Article{Headline: "x", Published: day}, Options{Width: 100, Now: noon.In(time.FixedZone("CET", 3600))})
	if got := words(&p); !strings.Contains(got, "08:05") {
		t.Errorf("the time is not the reader's: %s", got)
	}
}

func TestPlainSigns(t *testing.T) {
	a := pool()
	p := set(t, a, Options{Width: 60, ASCII: true, Source: "Lindenau"})
	for _, sign := range []string{"│", "─", "▌", "•", "▸"} {
		if strings.Contains(words(&p), sign) {
			t.Errorf("%s is left", sign)
		}
	}
}

func TestMonoPageHasNoColours(t *testing.T) {
	p, err := Set(theme.New(true, true), pool(), opts(66, nil))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range p.Lines {
		if strings.Contains(l, "38;") || strings.Contains(l, "48;") {
			t.Errorf("%q", l)
		}
	}
}

func TestParagraphsAreDrawnAsGlamourDrawsThem(t *testing.T) {
	press := newPress(theme.New(true, false))
	in := [][]segment{{{"eins & zwei \\", &feed.Span{}}, {"drei", &feed.Span{Style: feed.Strong}}}, {{"vier", &feed.Span{Style: feed.Emphasis}}}}
	short := strings.Join(press.lines(body, in), "\n")
	long := strings.Join(press.lines(quotation, in), "\n")
	if ansi.Strip(short) != ansi.Strip(long) || ansi.Strip(short) != "eins & zwei \\drei\nvier" {
		t.Errorf("%q and %q", short, long)
	}
	if !strings.Contains(short, "\x1b[1mdrei\x1b[m") || !strings.Contains(short, "\x1b[3mvier\x1b[m") {
		t.Errorf("%q", short)
	}
}

func TestAnotherLanguageIsNotDivided(t *testing.T) {
	for text, want := range map[string]string{
		"Der Rat und die Stadt, das ist nicht von Dauer": "de",
		"The council and the city of Lindenau is to go":  "en",
		"Le conseil de la ville":                         "",
	} {
		if got := language(&feed.Article{Headline: text}); got != want {
			t.Errorf("%q is taken for %q", text, got)
		}
	}
}

// Where no picture is drawn, its description stands above the caption, unless both
// say the same.
func TestWhoSeesNoPictureIsToldWhatItShows(t *testing.T) {
	words := func(alt string, o Options) string {
		o.Width, o.Text = 60, locale.German()
		pic := &feed.Picture{URL: "https://lindenau.invalid/a.jpg", Alt: alt, Caption: "Die Mole am Morgen."}
		return ansi.Strip(strings.Join(set(t, feed.Article{Headline: "x", Lead: pic}, o).Lines, "\n"))
	}
	const alt = "Ein Leuchtturm vor rotem Himmel"
	if got := words(alt, Options{}); !strings.Contains(got, "│ Bild: "+alt+"\n│ Die Mole am Morgen.") {
		t.Errorf("it is not told:\n%s", got)
	}
	if got := words(alt, Options{PictureRows: func(*feed.Picture, int) int { return 4 }}); strings.Contains(got, alt) {
		t.Errorf("it is told beside the picture:\n%s", got)
	}
	for _, same := range []string{"", "Die Mole am Morgen", "die mole"} {
		if got := words(same, Options{}); strings.Contains(got, "Bild:") {
			t.Errorf("%q is told beside the same caption:\n%s", same, got)
		}
	}
}
