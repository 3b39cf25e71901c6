package extract

import (
	"errors"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"depesche/feed"
)

func TestCreditIsPartedFromCaption(t *testing.T) {
	for _, c := range []struct{ name, in, caption, credit string }{
		{"colon", "Der Saal am Abend. Foto: Ada Lindner/dpa", "Der Saal am Abend.", "Ada Lindner/dpa"},
		{"no full stop before it", "Delegierte im Saal Foto: ADA LINDNER/POOL/AFP via Getty Images", "Delegierte im Saal", "ADA LINDNER/POOL/AFP via Getty Images"},
		{"a non-breaking space", "Der Saal\u00a0Foto:\u00a0Ada Lindner", "Der Saal", "Ada Lindner"},
		{"brackets", "Der Saal (Foto: Ada Lindner)", "Der Saal", "Ada Lindner"},
		{"brackets without a word", "The hall at night. (AP)", "The hall at night.", "AP"},
		{"a sign", "Der Saal © Ada Lindner/dpa", "Der Saal", "Ada Lindner/dpa"},
		{"a bar", "Der Saal am Abend | picture alliance/dpa | Ada Lindner", "Der Saal am Abend", "picture alliance/dpa | Ada Lindner"},
		{"a library behind the sentence", "Der Saal am Abend. Ada Lindner/Getty Images", "Der Saal am Abend.", "Ada Lindner/Getty Images"},
		{"nothing but a credit", "Foto: Ada Lindner", "", "Ada Lindner"},
		{"in front, with two houses", "Foto: Ada Lindner / AFP via Getty Images Der Saal in Lindenau. Hier tagt der Rat.", "Der Saal in Lindenau. Hier tagt der Rat.", "Ada Lindner / AFP via Getty Images"},
		{"in front behind a sign", "© Ada Lindner/dpa/picture alliance Jan Krug (links) vor wenigen Wochen in Lindenau.", "Jan Krug (links) vor wenigen Wochen in Lindenau.", "Ada Lindner/dpa/picture alliance"},
		{"in front behind a word without a colon", "Photo Ada Lindner / Reuters Vue du port de Lindenau, où le conseil a voté.", "Vue du port de Lindenau, où le conseil a voté.", "Ada Lindner / Reuters"},
		{"names without a sign behind a place", "Rund 40 Menschen kamen nach Lindenau Ada Lindner, AP/dpa", "Rund 40 Menschen kamen nach Lindenau", "Ada Lindner, AP/dpa"},
		{"a name with a particle", "Il municipio di Lindenau Ada De Santis / Reuters", "Il municipio di Lindenau", "Ada De Santis / Reuters"},
		{"a word for a picture between", "Vue du port de Lindenau. Photo Ada Lindner, Reuters", "Vue du port de Lindenau.", "Ada Lindner, Reuters"},
		{"a photo that the caption is about", "The Krugs on a family photo. Reuters", "The Krugs on a family photo.", "Reuters"},
		{"a house that nobody knows", "The hall at night. Ada Lindner/The Lindenau Times", "The hall at night.", "Ada Lindner/The Lindenau Times"},
		{"a name in characters", "市役所の前で取材に応じる市長 小林美咲/AFP", "市役所の前で取材に応じる市長", "小林美咲/AFP"},
		{"photograph", "The hall. Photograph: Ada Lindner/Reuters", "The hall.", "Ada Lindner/Reuters"},
		{"photo by", "The hall. Photo by Ada Lindner", "The hall.", "Ada Lindner"},
		{"French", "La salle. Crédit photo : Ada Lindner / AFP", "La salle.", "Ada Lindner / AFP"},
		{"a name behind the sentence", "The hall was full on the first night. Ada Lindner", "The hall was full on the first night.", "Ada Lindner"},
		{"supplied", "The hall was full on the first night. Supplied", "The hall was full on the first night.", "Supplied"},
		{"Japanese", "会場を出る代表＝13日、東京で（田中一郎撮影）", "会場を出る代表＝13日、東京で", "田中一郎"},
		{"Korean", "대표가 회의장에서 인사하고 있다. 김민수 기자", "대표가 회의장에서 인사하고 있다.", "김민수"},
		{"a reporter in a Korean sentence", "김민수 기자 회의장에서 질문을 하고 있다.", "김민수 기자 회의장에서 질문을 하고 있다.", ""},
		{"an archive is no credit", "Der Saal (Archivbild)", "Der Saal (Archivbild)", ""},
		{"left and right are no credit", "Ada Lindner (l.) im Saal", "Ada Lindner (l.) im Saal", ""},
		{"a photo in a sentence", "Ein Foto des Saals hängt im Rathaus.", "Ein Foto des Saals hängt im Rathaus.", ""},
		{"an agency in a sentence", "Der Saal, in dem Reuters das Gespräch führte, wird umgebaut.", "Der Saal, in dem Reuters das Gespräch führte, wird umgebaut.", ""},
		{"Spanish family photo", "Foto de familia de los ministros", "Foto de familia de los ministros", ""},
		{"empty", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			caption, credit := splitCredit(c.in)
			if caption != c.caption || credit != c.credit {
				t.Errorf("splitCredit(%q) = %q, %q; want %q, %q", c.in, caption, credit, c.caption, c.credit)
			}
		})
	}
}

func TestDates(t *testing.T) {
	p := &page{opt: Options{URL: "https://www.tageblatt.de/a"}}
	for _, c := range []struct{ in, want string }{
		{"2026-11-09T18:04:00+01:00", "2026-11-09T18:04:00+01:00"},
		{"2026-11-09T18:04:00.123Z", "2026-11-09T18:04:00Z"},
		{"2026-11-09T18:04:00+0100", "2026-11-09T18:04:00+01:00"},
		{"2026-11-09 18:04:00", "2026-11-09T18:04:00+01:00"},
		{"2026-07-09 18:04:00", "2026-07-09T18:04:00+02:00"},
		{"Mon, 09 Nov 2026 18:04:00 GMT", "2026-11-09T18:04:00Z"},
		{"Mon, 09 Nov 2026 18:04:00 +0100", "2026-11-09T18:04:00+01:00"},
		{"1794243840", "2026-11-09T17:04:00Z"},
		{"1794243840000", "2026-11-09T17:04:00Z"},
		{"9. November 2026, 18.04 Uhr", "2026-11-09T18:04:00+01:00"},
		{"Montag, 09.11.2026, 18:04 Uhr", "2026-11-09T18:04:00+01:00"},
		{"November 9, 2026, 6:04 PM", "2026-11-09T18:04:00+01:00"},
		{"Nov 9, 2026 6:04 PM EST", "2026-11-09T18:04:00-05:00"},
		{"9 novembre 2026 à 18h04", "2026-11-09T18:04:00+01:00"},
		{"2026年11月9日 18時04分", "2026-11-09T18:04:00+01:00"},
		{"20261109", "2026-11-09T00:00:00+01:00"},
		{"yesterday", ""},
		{"99.99.2026", ""},
		{"", ""},
	} {
		if got := feed.FormatTime(p.date(c.in)); got != c.want {
			t.Errorf("date(%q) = %s, want %s", c.in, got, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Von Ada Lindner und Jan Krug", "Ada Lindner|Jan Krug"},
		{"By Ada Lindner, Political Correspondent", "Ada Lindner"},
		{"Ada Lindner, Redakteurin", "Ada Lindner"},
		{"Par Ada Lindner et Jan Krug", "Ada Lindner|Jan Krug"},
		{"Ada Lindner (Text) & Jan Krug", "Ada Lindner|Jan Krug"},
		{"Redaktion", ""},
		{"https://site.example/ada", ""},
		{"신현주 기자", "신현주"},
		{"12. November 2026", ""},
	} {
		got := readSignature(c.in, nil, "").names
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("names of %q = %q, want %q", c.in, s, c.want)
		}
	}
}

func TestLaxJSON(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", `{"headline":"x"}`, "x"},
		{"a line break in a string", "{\"headline\":\"x\ny\"}", "x y"},
		{"a trailing comma", `{"a":[1,2,],"headline":"x",}`, "x"},
		{"comments and CDATA", `//<![CDATA[` + "\n" + `{/* no */"headline":"x"}`, "x"},
		{"no end", `{"headline":"x","a":[{"b":`, "x"},
		{"an escape", `{"headline":"\u00fcber \ud83d\ude00 \"x\""}`, `über 😀 "x"`},
		{"a graph", `{"@graph":[{"@type":"Person","name":"p"},{"@type":"NewsArticle","headline":"x"}]}`, "x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := c.in
			if !strings.Contains(s, "@graph") {
				s = strings.Replace(s, `"headline"`, `"@type":"NewsArticle","headline"`, 1)
			}
			m := meta{ld: []any{laxJSON(s)}}
			if got := m.article().headline; got != c.want {
				t.Errorf("headline of %s = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestLanguageIsDetected(t *testing.T) {
	for lang, text := range map[string]string{
		"de": strings.Repeat("Der Stadtrat hat die Brücke und den Weg nicht mit dem Geld der Stadt bezahlt. ", 4),
		"en": strings.Repeat("The council of the town has said that it will not pay for the bridge and the road. ", 4),
		"fr": strings.Repeat("Le conseil de la ville a décidé que les travaux ne sont pas pour cette année et les suivantes. ", 4),
		"ja": strings.Repeat("市議会は橋を建て替えることを決めた。", 4),
		"ko": strings.Repeat("시의회는 다리를 다시 짓기로 결정했다. ", 4),
		"zh": strings.Repeat("市议会决定重建这座桥梁和道路。", 4),
		"ar": strings.Repeat("قرر مجلس المدينة إعادة بناء الجسر القديم ", 4),
		"he": strings.Repeat("מועצת העיר החליטה לבנות מחדש את הגשר ", 4),
		"":   "12 34 56",
	} {
		if got := detect(text); got != lang {
			t.Errorf("detect(%.30q) = %q, want %q", text, got, lang)
		}
	}
}

func TestIsHTML(t *testing.T) {
	for in, want := range map[string]bool{
		"<!DOCTYPE html><p>x": true, "\n <HTML>": true, "<div class=a>x</div>": true, "": false,
		"Ein Text, in dem 1 < 2 ist.": false, "Kicker\n\nHeadline": false, "{\"a\":1}": false,
	} {
		if IsHTML([]byte(in)) != want {
			t.Errorf("IsHTML(%q) = %v, want %v", in, !want, want)
		}
	}
}

func TestFragment(t *testing.T) {
	blocks := Fragment(`<p>Ein <b>kurzer</b> Text mit <a href="/x">Link</a>.</p><img src="/pixel.gif" width="1" height="1"><figure><img src="b.jpg"><figcaption>Der Saal. Foto: Ada Lindner</figcaption></figure><script>alert(1)</script>Rest`, "https://tageblatt.example/a/")
	var got []string
	for _, b := range blocks {
		s := b.Kind.String() + ":" + b.Text.String()
		if b.Picture != nil {
			s += b.Picture.URL + "|" + b.Picture.Caption + "|" + b.Picture.Credit
		}
		got = append(got, s)
	}
	want := "paragraph:Ein kurzer Text mit Link.;figure:https://tageblatt.example/a/b.jpg|Der Saal.|Ada Lindner;paragraph:Rest"
	if s := strings.Join(got, ";"); s != want {
		t.Errorf("blocks\n%s\nwant\n%s", s, want)
	}
	if l := blocks[0].Text[3].Link; l != "https://tageblatt.example/x" {
		t.Errorf("link %q", l)
	}
	if b := Fragment("Nur Text", ""); len(b) != 1 || b[0].Text.String() != "Nur Text" {
		t.Errorf("plain text gives %v", b)
	}
	if b := Fragment("", ""); len(b) != 0 {
		t.Errorf("nothing gives %v", b)
	}
}

func TestNoArticleIsSaid(t *testing.T) {
	for _, page := range []string{"", "<p>", "<script>x</script>", "<nav><a href=/>Start</a></nav>"} {
		if _, err := Article([]byte(page), Options{}); !errors.Is(err, ErrNoArticle) {
			t.Errorf("Article(%q): %v, want ErrNoArticle", page, err)
		}
	}
	for page, want := range map[string]error{
		"consent-wall": ErrConsentWall,
		"paywall-only": ErrPaywall,
	} {
		src, err := os.ReadFile("testdata/" + page + ".html")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Article(src, Options{}); !errors.Is(err, want) || !errors.Is(err, ErrNoArticle) {
			t.Errorf("%s: %v, want %v", page, err, want)
		}
	}
	if _, err := Text(nil, Options{}); !errors.Is(err, ErrNoArticle) {
		t.Errorf("Text of nothing: %v, want ErrNoArticle", err)
	}
}

func TestExplainNamesTheRules(t *testing.T) {
	page := `<meta property="article:author" content="Jan Krug"><article><h1>Lindenau erneuert die Brücke</h1><p>Der Stadtrat von Lindenau hat am Dienstag beschlossen, die alte Brücke über die Linde zu erneuern. Die Kosten von zwölf Millionen Euro teilen sich Stadt und Land.</p><p>Lesen Sie auch: <a href="/x">Die Fähre</a></p><p>Die Arbeiten sollen im Frühjahr beginnen und zwei Jahre dauern, teilte die Stadt mit. Der Verkehr wird so lange über die Umgehung geleitet.</p></article>`
	a, reasons, err := Explain([]byte(page), Options{})
	if err != nil || len(a.Body) != 2 {
		t.Fatalf("%d blocks, error %v", len(a.Body), err)
	}
	found := map[string]bool{}
	for _, r := range reasons {
		found[r.What+": "+r.Rule] = true
	}
	for _, want := range []string{"headline: headline rather than ", "byline: byline on the page, then meta tags", "paragraph: stands in the text", "drop: aside rather than "} {
		if !slices.ContainsFunc(slices.Collect(maps.Keys(found)), func(r string) bool { return strings.HasPrefix(r, want) }) {
			t.Errorf("no reason %q in %v", want, reasons)
		}
	}
}

// A box that asks to subscribe takes no list of the article along that has no heading of its own.
func TestAListBehindAnOfferStays(t *testing.T) {
	src := "<html lang=en><head><title>The ferry is back</title></head><body><article><h1>The ferry is back</h1>" +
		strings.Repeat("<p>The ferry between the two banks has run again since Monday, every twenty minutes, the company said in the afternoon.</p>", 3) +
		"<p>The timetable for the coming weeks, as the company gave it on Monday, looks like this:</p><p>Subscribe to continue reading</p>" +
		"<ul><li>On weekdays the first boat leaves the harbour at six in the morning.</li><li>On Sundays the first boat leaves the harbour at eight in the morning.</li></ul></article></body></html>"
	a, err := Article([]byte(src), Options{URL: address})
	if err != nil {
		t.Fatal(err)
	}
	if last := a.Body[len(a.Body)-1]; len(last.Items) == 0 {
		t.Errorf("%d blocks, the last is %v", len(a.Body), last)
	}
}
