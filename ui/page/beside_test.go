package page

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
	"depesche/ui/locale"
	"depesche/ui/theme"
)

// asides is an article with all that stands beside the text.
func asides() feed.Article {
	note := func(mark, anchor string) feed.Span { return feed.Span{Text: mark, Link: "#" + anchor} }
	return feed.Article{
		ID: "asides", Language: "de", Headline: "Warum der Leuchtturm stehen bleibt", Dateline: "Lindenau –",
		Body: []feed.Block{
			{Kind: feed.Paragraph, Text: feed.Text{
				{Text: "Der Turm wird nicht verkauft."}, note("[1]", "note-1"), {Text: " Die Stadt hat es am Montag beschlossen, nach einer Sitzung, die bis in die Nacht ging."}, note("[2]", "note-2"),
			}},
			{Kind: feed.Quote, Role: feed.PullQuote, Text: plain("Ein Hafen ohne Turm ist ein Parkplatz mit Wasser.")},
			para("Im Rat stimmten alle dafür, nur der Kämmerer enthielt sich der Stimme."),
			{Kind: feed.Subhead, Role: feed.FactBox, Text: plain("Der Turm in Zahlen")},
			{Kind: feed.List, Role: feed.FactBox, Items: []feed.Text{plain("42 Meter hoch"), plain("1898 erbaut"), plain("drei Stockwerke, davon"), plain("zwei bewohnt"), plain("eines leer")}, Levels: []int{0, 0, 0, 1, 1}},
			{Kind: feed.Paragraph, Role: feed.FactBox, Text: plain("Das Licht reicht achtzehn Seemeilen weit, bei klarem Wetter etwas mehr.")},
			{Kind: feed.Paragraph, Text: feed.Text{{Text: "Frau Lindner, was wird nun aus dem Turm?", Style: feed.Strong}}},
			para("Wir machen ein Museum daraus, mit einem Café im Erdgeschoss."),
			{Kind: feed.OrderedList, Start: 3, Items: []feed.Text{plain("Dach"), plain("Treppe"), plain("Stufen"), plain("Geländer"), plain("Licht")}, Levels: []int{0, 0, 1, 1, 0}},
			{Kind: feed.Table, Headless: true, Rows: [][]feed.Text{{plain("Höhe"), plain("42 m")}, {plain("Alter"), plain("128 Jahre")}}},
			{Kind: feed.Table, Rows: [][]feed.Text{
				{plain("Besucher in den drei Monaten des Sommers"), nil, nil}, {plain("Juni"), plain("Juli"), plain("August")}, {plain("1.200"), plain("2.900"), plain("3.100")},
			}},
			{Kind: feed.Paragraph, Role: feed.Footnote, Anchor: "note-1", Text: plain("So steht es im Protokoll der Sitzung, das die Verwaltung am Dienstag ins Netz gestellt hat.")},
			{Kind: feed.Paragraph, Role: feed.Footnote, Text: plain("Es hat vierzehn Seiten, und keine davon ist geschwärzt.")},
			{Kind: feed.Paragraph, Role: feed.Footnote, Anchor: "note-2", Text: feed.Text{{Text: "Nachzulesen im "}, {Text: "Archiv", Link: "https://lindenau.invalid/archiv"}, {Text: "."}}},
		},
	}
}

func TestWhatStandsBesideTheText(t *testing.T) {
	for name, o := range map[string]Options{
		"asides-72": opts(72, locale.German()), "asides-30": opts(30, locale.German()),
		"asides-ascii-60": {Width: 60, Text: locale.English(), ASCII: true},
		"asides-plain-60": {Width: 60, Text: locale.German(), Plain: true},
	} {
		p := set(t, asides(), o)
		checkPage(t, &p)
		golden(t, name, words(&p))
	}
	plainPool := opts(60, locale.German())
	plainPool.Plain = true
	p := set(t, pool(), plainPool)
	golden(t, "pool-plain-60", words(&p))
}

func TestPlainHasNoFrames(t *testing.T) {
	for _, a := range []feed.Article{asides(), pool()} {
		p := set(t, a, Options{Width: 60, Text: locale.German(), Plain: true, Notes: []string{"Notiz"}, Source: "Bote"})
		for n, l := range p.Lines {
			if s := ansi.Strip(l); strings.ContainsAny(s, "│─▌▸|") || strings.HasSuffix(s, "-") && p.lines[n].join == joinHyphen {
				t.Errorf("line %d is not for ears: %q", n, s)
			}
		}
	}
}

func TestFootnotesLeadBothWays(t *testing.T) {
	p := pane(t, asides(), 60, 10)
	pick := func(n int) {
		t.Helper()
		if p.LinkMode(true) < n {
			t.Fatalf("%d marks in the window: %q", len(p.labels()), shown(p))
		}
		l, ok, _ := p.Pick(labelLetters[n-1 : n])
		if !ok || l.Jump == "" || l.URL != "" || !p.Jump(l.Jump) {
			t.Fatalf("letter %d gives %+v", n, l)
		}
	}
	pick(1)
	if s := strings.Join(shown(p), "\n"); !strings.Contains(s, "[1] So steht es") {
		t.Fatalf("the note is not in sight:\n%s", s)
	}
	at := p.Line()
	pick(1)
	if s := strings.Join(shown(p), "\n"); !strings.Contains(s, "nicht verkauft.[1]") || p.Line() >= at {
		t.Errorf("the text is not in sight:\n%s", s)
	}
	if on, _ := sgr(theme.New(true, false).Page.LinkNumber); !strings.Contains(strings.Join(p.Page().Lines, "\n"), on+"[1]\x1b[m Die Stadt") {
		t.Errorf("the mark is not told from the text: %q", p.Page().Lines)
	}
	if p.Jump("#note-9") {
		t.Error("a note that is not there is found")
	}
}

func TestQuestionsStandCloseToTheirAnswers(t *testing.T) {
	p := set(t, asides(), opts(72, nil))
	s := words(&p)
	if !strings.Contains(s, "aus dem Turm?\nWir machen") {
		t.Error(s)
	}
}

func TestTickerTimes(t *testing.T) {
	for s, want := range map[string]int{
		"14:05 Uhr: Der Rat tagt": 10, "14.05 Uhr": 9, "9:30 a.m. The boat": 9, "14:05 Der": 5, "23:59": 5,
		"24.12 ist Heiligabend": 0, "3.50 Euro": 0, "14:05:30": 5 + 1, "14:0": 0, "Uhr": 0, "": 0, "1:2 verloren": 0, "12:345": 0, "2.30.4": 0, "7.30am it rains": 6,
	} {
		if got := clock(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
	a := feed.Article{ID: "t", Headline: "Ticker", Body: []feed.Block{para("14:05 Uhr: eins"), para("14:01 Uhr: zwei"), para("13:58 Uhr: drei")}}
	p := set(t, a, opts(60, nil))
	if !strings.Contains(strings.Join(p.Lines, "\n"), "\x1b[1m14:05 Uhr:") {
		t.Errorf("the time is not in bold: %q", p.Lines)
	}
}
