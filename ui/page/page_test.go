package page

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
	"depesche/ui/locale"
	"depesche/ui/theme"
)

var update = flag.Bool("update", false, "write the goldens anew")

// noon is the time tests read at.
var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func plain(s string) feed.Text { return feed.Plain(s) }

func para(s string) feed.Block { return feed.Block{Kind: feed.Paragraph, Text: plain(s)} }

func sub(s string) feed.Block { return feed.Block{Kind: feed.Subhead, Text: plain(s)} }

// pool is a German article with everything a page can have.
func pool() feed.Article {
	return feed.Article{
		ID: "pool", Language: "de", Link: "https://lindenau.invalid/pool",
		Kicker: "Haushalt", Headline: "Stadtrat streicht Zuschuss für das Freibad, behält aber die Buslinie 12",
		Standfirst: "Nach sieben Stunden Debatte steht der Haushalt. Die Bürger*innen zahlen künftig mehr für den Badetag, fahren aber weiter mit dem Bus zum Ostring.",
		Byline:     "Von Ada Lindner und Jan Krug", Dateline: "Lindenau (dpa) -", Section: "Politik",
		Published: time.Date(2026, 11, 23, 7, 5, 0, 0, time.UTC), Modified: time.Date(2026, 11, 23, 10, 20, 0, 0, time.UTC),
		Lead: &feed.Picture{URL: "https://lindenau.invalid/pool.jpg", Caption: "Das Freibad am Ostring ist seit 1974 in Betrieb; der Zuschuss sinkt um 120\u202f000 Euro.", Credit: "Jan Krug/dpa"},
		Body: []feed.Block{
			para("Der Stadtrat von Lindenau hat am Montagabend den Haushaltsplan für das kommende Jahr beschlossen. Nach sieben Stunden Debatte stimmten 31 Mitglieder dafür, 14 dagegen; zwei enthielten sich."),
			{Kind: feed.Paragraph, Text: feed.Text{
				{Text: "Der Zuschuss für das Freibad wird gestrichen. „Wir müssen sparen, und zwar dort, wo es am wenigsten weh tut“, sagte die Kämmerin. Der "},
				{Text: "Entwurf des Haushalts", Link: "https://lindenau.invalid/haushalt?jahr=2027&seite=1"},
				{Text: " sah zunächst "},
				{Text: "nur", Style: feed.Emphasis},
				{Text: " eine Kürzung um die Hälfte vor – rund 60 Prozent der Besucher hätten das "},
				{Text: "ausdrücklich", Style: feed.Strong},
				{Text: " unterstützt."},
			}},
			sub("Protest der Schwimmvereine, Lob von der Handelskammer"),
			para("Die Donaudampfschifffahrtsgesellschaft, die Trägerin des Bades, kündigte Widerspruch an. Am Samstag wollen die Schwimmvereine vor dem Rathaus demonstrieren."),
			{Kind: feed.Quote, Text: plain("Ein Freibad ist kein Luxus. Es ist der Ort, an dem Kinder schwimmen lernen.")},
			{Kind: feed.List, Items: []feed.Text{
				plain("Freibad: Zuschuss entfällt ab Januar, der Eintritt steigt von 4,50 auf 6 Euro"),
				plain("Buslinie 12: bleibt"),
				plain("Bücherei: öffnet samstags zwei Stunden länger, dafür montags gar nicht mehr"),
			}},
			{Kind: feed.Table, Text: plain("Der Haushalt in Zahlen"), Rows: [][]feed.Text{
				{plain("Posten"), plain("2026"), plain("2027")},
				{plain("Freibad"), plain("120.000"), plain("0")},
				{plain("Buslinie 12"), plain("310.000"), plain("325.000")},
				{plain("Bücherei"), plain("88.500"), plain("91.000")},
			}},
			{Kind: feed.Figure, Picture: &feed.Picture{URL: "https://lindenau.invalid/bus.jpg", Caption: "Die Linie 12 am Ostring.", Credit: "Foto: Stadtwerke"}},
			sub("So geht es weiter"),
			{Kind: feed.OrderedList, Items: []feed.Text{plain("Genehmigung durch die Bezirksregierung"), plain("Bekanntmachung"), plain("Inkrafttreten am 1. Januar")}},
			{Kind: feed.Code, Text: plain("summe = 120000\nrest  = summe / 2")},
			{Kind: feed.Rule},
			{Kind: feed.Embed, Text: feed.Text{{Text: "Video: Die Sitzung in drei Minuten", Link: "https://video.invalid/sitzung"}}},
		},
		Credit: "(dpa/red)", Corrections: []string{"In einer früheren Fassung stand, der Zuschuss betrage 102.000 Euro. Richtig sind 120.000 Euro."},
	}
}

// ferry is an English one.
func ferry() feed.Article {
	return feed.Article{
		ID: "ferry", Language: "en", Kicker: "Transport", Headline: "River ferry to return after nine years, council says",
		Standfirst: "The crossing at Lindenau closed in 2017. It is to open again in April, with one boat and no night service.",
		Authors:    []string{"Ada Lindner", "Tom Weir"}, Section: "News", Published: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC),
		Body: []feed.Block{
			para("The ferry across the river at Lindenau will run again from April, nine years after the last boat was sold, the council announced on Friday. Commuters on the eastern bank, who have had to take a thirteen-mile detour over the motorway bridge, “cannot wait”, a spokeswoman for their association said."),
			sub("One boat, forty passengers"),
			para("The boat carries forty passengers and twelve bicycles. A single ticket will cost £2.40; season tickets are to follow. Characteristically, the operating company declined to comment on its international negotiations."),
		},
		Access: feed.Paywall,
	}
}

// world is an article in the scripts of the world.
func world() feed.Article {
	return feed.Article{
		ID: "world", Headline: "市議会、プール補助金を廃止へ——バス路線は維持", Language: "ja",
		Body: []feed.Block{
			para("リンデナウ市議会は月曜日の夜、七時間に及ぶ審議の末、来年度の予算案を可決した。「節約しなければならない」と財務担当者は述べた。（共同）"),
			para("The word “عربي” stands in an English sentence, and so does עברית; both keep their letters."),
			para("قال المجلس البلدي يوم الاثنين إن الحافلة رقم 12 ستستمر في العمل بين المدينة والضاحية الشرقية، بعد نقاش استمر سبع ساعات في القاعة الكبرى."),
			para("Familie 👩‍👩‍👧‍👦 fährt 🚌 nach Āla\u0304m\u0323 — Flaggen 🇩🇪🇦🇹, ‼️ und ein e\u0301 aus zwei Zeichen."),
			para("리덴나우 시의회는 월요일 밤 예산안을 통과시켰다. 버스 노선은 유지된다."),
		},
	}
}

func opts(width int, t *locale.Text) Options {
	return Options{Width: width, Text: t, Now: noon, Source: "Lindenauer Zeitung"}
}

func set(t testing.TB, a feed.Article, o Options) Page {
	t.Helper()
	p, err := Set(theme.New(true, false), a, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// text is a page without its styles.
func words(p *Page) string {
	var b strings.Builder
	for _, l := range p.Lines {
		b.WriteString(strings.TrimRight(ansi.Strip(l), " ") + "\n")
	}
	return b.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is set otherwise than before:\n%s", name, got)
	}
}

func TestGolden(t *testing.T) {
	for _, a := range []feed.Article{pool(), ferry(), world()} {
		for _, width := range []string{"40", "66", "72"} {
			for _, l := range []*locale.Text{locale.English(), locale.German()} {
				w := int(width[0]-'0')*10 + int(width[1]-'0')
				p := set(t, a, opts(w, l))
				golden(t, string(a.ID)+"-"+width+"-"+l.Code, words(&p))
			}
		}
	}
}
