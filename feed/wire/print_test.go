package wire

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"depesche/feed"
)

// Two stories of one agency about one flood. They share the paragraph of
// background that agencies put under each of them.
const (
	floodMonday = `Nach tagelangem Regen ist die Linde am Montag über die Ufer getreten. Im Zentrum von Lindenau standen am Nachmittag mehrere Straßen unter Wasser, wie die Feuerwehr mitteilte. Rund vierzig Helfer füllten Sandsäcke und sicherten die Keller der Schule und des Rathauses. Verletzt wurde nach ersten Angaben niemand.
Bürgermeisterin Ada Lindner rief die Bewohner der Uferstraße auf, ihre Autos in höher gelegene Viertel zu bringen. „Wir rechnen damit, dass der Scheitel in der Nacht die Stadt erreicht“, sagte sie. Die Stadtverwaltung richtete in der Turnhalle eine Notunterkunft mit sechzig Betten ein. Bis zum Abend meldeten sich dort zwölf Menschen.
Der Bahnverkehr zwischen Lindenau und Altmark wurde eingestellt, weil das Wasser den Damm an zwei Stellen unterspült hat. Ersatzbusse fahren nach Auskunft des Betreibers nur bis zur Kreisgrenze. Wie lange die Strecke gesperrt bleibt, ist offen.
Die Linde entspringt im Altland und mündet nach hundertzwanzig Kilometern in den See. Zuletzt hatte der Fluss die Stadt vor elf Jahren überschwemmt, damals entstand ein Schaden von neun Millionen. Seither wird über den Bau eines Rückhaltebeckens gestritten.
Der Wetterdienst erwartet in den kommenden Tagen nur noch einzelne Schauer. Fachleute der Wasserbehörde wollen am Dienstag prüfen, ob die Deiche oberhalb der Stadt dem Druck weiter standhalten.`

	floodThursday = `Drei Tage nach dem Hochwasser in Lindenau hat das Aufräumen begonnen. Mehr als zweihundert Freiwillige schaufelten am Donnerstag Schlamm aus Wohnungen und Läden, die ersten Schulklassen kehrten in den Unterricht zurück. Die Stadt stellte Container für zerstörte Möbel bereit und bat um Spenden von Trocknern und Werkzeug.
Der Kreis bezifferte den Schaden vorläufig auf vier Millionen. Landrat Jan Krug versprach eine Soforthilfe von tausend je Haushalt, die ohne Prüfung ausgezahlt werden soll. Anträge nimmt das Rathaus von Freitag an entgegen.
Die Linde entspringt im Altland und mündet nach hundertzwanzig Kilometern in den See. Zuletzt hatte der Fluss die Stadt vor elf Jahren überschwemmt, damals entstand ein Schaden von neun Millionen. Seither wird über den Bau eines Rückhaltebeckens gestritten.
Im Rat zeichnet sich nun eine Mehrheit für das Becken ab. Zwei Fraktionen kündigten an, ihren Widerstand aufzugeben, sofern das Land die Hälfte der Kosten trägt. Eine Bürgerinitiative verlangt dagegen, zuerst die Auen oberhalb der Stadt zu öffnen. Darüber soll der Rat in der kommenden Woche beraten.`

	floodJapanese = `大雨の影響で川の水位が上がり、市の中心部では月曜日の午後に複数の道路が冠水した。消防によると、約四十人が土のうを積んで学校と市役所の地下を守った。けが人は確認されていない。市は体育館に避難所を設け、夜までに十二人が身を寄せた。鉄道は二か所で路盤が流され、運転を見合わせている。再開の見通しは立っていない。気象当局は今後数日は弱い雨にとどまるとみている。`
)

func article(text string) *feed.Article {
	a := &feed.Article{Headline: "Hochwasser", Standfirst: "Nach tagelangem Regen"}
	for p := range strings.SplitSeq(text, "\n") {
		a.Body = append(a.Body, feed.Block{Kind: feed.Paragraph, Text: feed.Plain(p)})
	}
	return a
}

func paragraphs(text string, which ...int) string {
	all := strings.Split(text, "\n")
	var out []string
	for _, i := range which {
		out = append(out, all[i])
	}
	return strings.Join(out, "\n")
}

// findable reports a common key: a database would have come upon the pair.
func findable(a, b Print) bool {
	for _, k := range a.Key() {
		if slices.Contains(b.Key(), k) {
			return true
		}
	}
	return false
}

func TestSame(t *testing.T) {
	headline := article(floodMonday)
	headline.Headline, headline.Standfirst, headline.Kicker = "Land unter in Lindenau", "Die Feuerwehr kämpft", "Regen"
	dressed := article(floodMonday)
	dressed.Body = slices.Insert(dressed.Body, 2,
		feed.Block{Kind: feed.Subhead, Text: feed.Plain("Bahn steht still")},
		feed.Block{Kind: feed.Figure, Picture: &feed.Picture{Caption: "Helfer füllen Sandsäcke an der Uferstraße in Lindenau."}})
	dressed.Body[0].Text = feed.Text{{Text: "NACH TAGELANGEM REGEN", Style: feed.Strong}, {Text: strings.TrimPrefix(floodMonday[:strings.Index(floodMonday, "\n")], "Nach tagelangem Regen")}}
	numbered := func(text, credit string) *feed.Article {
		a := article(text)
		a.Credit = credit
		return a
	}
	monday := article(floodMonday)
	tests := []struct {
		name string
		a, b *feed.Article
		same bool
	}{
		{"itself", monday, monday, true},
		{"under another headline", monday, headline, true},
		{"with subheads, a picture and capitals of the paper's", monday, dressed, true},
		{"cut to its first half", monday, article(paragraphs(floodMonday, 0, 1)), true},
		{"cut by a third", monday, article(paragraphs(floodMonday, 0, 1, 2)), true},
		{"with its background cut out", monday, article(paragraphs(floodMonday, 0, 2, 4)), true},
		{"with an editor's paragraph", monday, article(floodMonday + "\nIm benachbarten Neudorf blieb es ruhig. Dort hatte die Gemeinde nach dem letzten Hochwasser einen Wall gebaut, der auch diesmal dicht hielt, wie ein Sprecher unserer Zeitung sagte."), true},
		{"with soft hyphens and other quotation marks", monday, article(strings.NewReplacer("Feuerwehr", "Feuer\u00adwehr", "„", "»", "“", "«", " am ", "\u00a0am ").Replace(floodMonday)), true},
		{"with words changed", monday, article(strings.NewReplacer("Rund vierzig Helfer", "Etwa 40 Einsatzkräfte", "mitteilte", "berichtete", "rief die Bewohner", "forderte die Anwohner", "ist offen", "blieb zunächst unklar").Replace(floodMonday)), true},
		{"another story of the same flood", monday, article(floodThursday), false},
		{"another story, with the same background at more length", article(paragraphs(floodMonday, 0, 3)), article(paragraphs(floodThursday, 0, 1, 2, 3)), false},
		{"another language", monday, article(floodJapanese), false},
		{"Japanese", article(floodJapanese), article(floodJapanese[:3*150]), true},
		{"one story number", numbered(floodMonday, "© dpa-infocom, dpa:261109-99-53606/3"), numbered(floodThursday, "dpa:261109-99-53606/7"), true},
		{"one story number under teasers", numbered("Kurz.", "dpa:261109-99-53606/3"), numbered("Auch kurz.", "dpa:261109-99-53606/7"), true},
		{"two story numbers, one text", numbered(floodMonday, "dpa:261109-99-53606/3"), numbered(floodMonday, "dpa:261109-99-53999/1"), true},
		{"two story numbers, two texts", numbered(floodMonday, "dpa:261109-99-53606/3"), numbered(floodThursday, "dpa:261109-99-53999/1"), false},
		{"two teasers alike", article("Nach tagelangem Regen ist die Linde über die Ufer getreten."), article("Nach tagelangem Regen ist die Linde über die Ufer getreten."), false},
		{"nothing", &feed.Article{}, &feed.Article{}, false},
	}
	for _, tt := range tests {
		a, b := Fingerprint(tt.a), Fingerprint(tt.b)
		if got := Same(a, b); got != tt.same || Same(b, a) != got {
			common, shorter := a.overlap(b)
			t.Errorf("%s: Same = %v, the other way %v (%d of %d)", tt.name, got, Same(b, a), common, shorter)
		}
		if tt.same && !findable(a, b) {
			t.Errorf("%s: no key in common", tt.name)
		}
	}
}

func TestFingerprintOfStoryNumberInText(t *testing.T) {
	a := article(floodMonday + "\n© dpa-infocom, dpa:261109-99-53606/3")
	if got := Fingerprint(a).story; got != "261109-99-53606" {
		t.Errorf("story = %q", got)
	}
}

func TestTeaserHasNoPrint(t *testing.T) {
	words := strings.Fields(floodMonday)
	if p := Fingerprint(article(strings.Join(words[:minWords-1], " "))); !p.IsZero() || p.Key() != nil || p.Encode() != nil {
		t.Errorf("a teaser has the print %v", p)
	}
	if p := Fingerprint(article(strings.Join(words[:minWords], " "))); p.IsZero() || len(p.Key()) != keySize {
		t.Errorf("%d words have the print %v", minWords, p)
	}
	list := &feed.Article{Body: []feed.Block{{Kind: feed.List, Items: []feed.Text{feed.Plain(floodMonday)}}}}
	if Fingerprint(list).IsZero() {
		t.Error("a list has no print")
	}
}

// The cache keeps prints for years: the same text must always give the same bytes.
func TestPrintIsStable(t *testing.T) {
	got := fmt.Sprint(Fingerprint(article(floodMonday)).Key(), Fingerprint(article(floodJapanese)).Key())
	const want = "[26556592 32347895 61862028 116348104 140679681 151766220 182240681 190371488] [4039114 7243536 136489268 211808405 228876395 236798594 245047115 258321261]"
	if got != want {
		t.Errorf("keys = %s, want %s; raise printVersion where this is meant", got, want)
	}
}

func TestPrintEncoding(t *testing.T) {
	for _, a := range []*feed.Article{article(floodMonday), article(floodThursday), article(paragraphs(floodMonday, 0)), {}, {Credit: "dpa:261109-99-53606/3"}} {
		p := Fingerprint(a)
		data := p.Encode()
		back, err := Decode(data)
		if err != nil || !slices.Equal(back.mins, p.mins) || back.runs != p.runs || back.story != p.story {
			t.Errorf("Decode(Encode) = %v, %v, want %v", back, err, p)
		}
		if len(data) > 420 {
			t.Errorf("a print takes %d bytes", len(data))
		}
		for cut := 1; cut < len(data); cut++ {
			if _, err := Decode(data[:cut]); err == nil {
				t.Errorf("Decode takes %d of %d bytes", cut, len(data))
			}
		}
	}
	if _, err := Decode([]byte{printVersion + 1, 0, 0}); err == nil {
		t.Error("Decode takes another version")
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(Fingerprint(article(floodMonday)).Encode())
	f.Add([]byte{printVersion, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Decode(data)
		if err != nil {
			return
		}
		back, err := Decode(p.Encode())
		if err != nil || !slices.Equal(back.mins, p.mins) || back.story != p.story {
			t.Errorf("%x: %v, %v", data, back, err)
		}
		Same(p, back)
		if len(p.Key()) > keySize+1 {
			t.Errorf("%d keys", len(p.Key()))
		}
	})
}

// newsroom writes stories that sound alike: their phrases come from one stock,
// as an agency's do, and their facts are their own.
type newsroom struct{ *rand.Rand }

var stock = [...]string{
	"wie die Polizei am Montag mitteilte", "nach Angaben der Feuerwehr", "sagte eine Sprecherin der Stadt", "in der Nacht zum Dienstag", "teilte das Ministerium mit", "war zunächst unklar", "die Ermittlungen dauern an", "nach ersten Erkenntnissen",
	"in den vergangenen Jahren", "im Vergleich zum Vorjahr", "unter Berufung auf Kreise", "hieß es am Abend", "die Opposition kritisierte das Vorhaben", "am frühen Morgen", "auf dem Gelände der Messe", "seit Beginn des Jahres",
}

func (n newsroom) story(words int) []string {
	var out []string
	for count := 0; count < words; {
		var p []string
		for range 4 + n.IntN(4) {
			for range 8 + n.IntN(10) {
				p = append(p, fmt.Sprintf("wort%d", n.IntN(4000)))
			}
			p = append(p, stock[n.IntN(len(stock))]+".")
		}
		text := strings.Join(p, " ")
		count += len(strings.Fields(text))
		out = append(out, text)
	}
	return out
}

// edit cuts the story from its end to no less than half, changes every
// fifteenth word and adds a paragraph of forty words of the paper's own.
func (n newsroom) edit(story []string) []string {
	out := slices.Clone(story[:len(story)-n.IntN(len(story)/2+1)])
	for i, p := range out {
		words := strings.Fields(p)
		for j := range words {
			if n.IntN(15) == 0 {
				words[j] = fmt.Sprintf("anders%d", n.IntN(1000))
			}
		}
		out[i] = strings.Join(words, " ")
	}
	own := strings.Join(strings.Fields(n.story(40)[0])[:40], " ")
	return slices.Insert(out, n.IntN(len(out)+1), own)
}

func TestSameOverEdits(t *testing.T) {
	n := newsroom{rand.New(rand.NewPCG(1, 2))}
	const rounds = 400
	missed, lost, alarms := 0, 0, 0
	for range rounds {
		story := n.story(150 + n.IntN(900))
		a := Fingerprint(article(strings.Join(story, "\n")))
		b := Fingerprint(article(strings.Join(n.edit(story), "\n")))
		if !Same(a, b) {
			missed++
		}
		if !findable(a, b) {
			lost++
		}
		if Same(a, Fingerprint(article(strings.Join(n.story(150+n.IntN(900)), "\n")))) {
			alarms++
		}
	}
	if missed > rounds/50 || lost > rounds/50 || alarms > 0 {
		t.Errorf("of %d edited stories %d missed, %d without a common key; %d strangers taken for the same", rounds, missed, lost, alarms)
	}
}

func BenchmarkFingerprint(b *testing.B) {
	n := newsroom{rand.New(rand.NewPCG(1, 2))}
	a := article(strings.Join(n.story(800), "\n"))
	b.ReportMetric(float64(a.Words()), "words")
	for b.Loop() {
		Fingerprint(a)
	}
}

func BenchmarkSame(b *testing.B) {
	n := newsroom{rand.New(rand.NewPCG(1, 2))}
	story := n.story(800)
	x, y := Fingerprint(article(strings.Join(story, "\n"))), Fingerprint(article(strings.Join(n.edit(story), "\n")))
	for b.Loop() {
		Same(x, y)
	}
}
