package lexicon

import (
	"strings"
	"testing"
)

func TestTopics(t *testing.T) {
	for _, c := range []struct {
		line string
		want Topic
	}{
		{"3 Min. Lesezeit", ReadTime},
		{"Lesedauer: 2 Minuten", ReadTime},
		{"7 min read", ReadTime},
		{"Temps de lecture : 4 min", ReadTime},
		{"Читати 5 хв", ReadTime},
		{"読了時間：約3分", ReadTime},
		{"Zuletzt aktualisiert: heute", Updated},
		{"Última actualización 10:42", Updated},
		{"vor 3 Stunden", Ago},
		{"2 hours ago", Ago},
		{"il y a 4 heures", Ago},
		{"Artikel merken", Share},
		{"Copy link", Share},
		{"링크 복사", Share},
		{"复制链接", Share},
		{"ANZEIGE", Ad},
		{"Ascolta l’articolo", Listen},
		{"Das Wichtigste am Abend, direkt in Ihr Postfach", Newsletter},
		{"Sign up for our free evening letter", Newsletter},
		{"Ogni sera nella tua casella di posta", Newsletter},
		{"Noch keine Kommentare", Comments},
		{"▸ Comments (12)", Comments},
		{"14 reacties", Comments},
		{"Folgen Sie uns auf einem Kanal", Follow},
		{"Citește și: bacul a fost vândut", Pointer},
		{"Διαβάστε επίσης: το πλοίο πουλήθηκε", Pointer},
		{"ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ", Related},
		{"यह भी पढ़ें: नाव बिक गई", Pointer},
		{"Читайте також: пором продали", Pointer},
		{"Das könnte Sie auch interessieren", Related},
		{"İlgili Haberler", Related},
		{"Mest læste", MostRead},
		{"Najczęściej czytane", MostRead},
		{"Siguiente noticia", Next},
		{"Sie sind hier:", Breadcrumb},
		{"Dieser Artikel ist exklusiv für Mitglieder", Paywall},
		{"To continue reading, take out a subscription", Paywall},
		{"Wir und unsere 12 Partner verarbeiten Daten", Consent},
		{"Empfohlener redaktioneller Inhalt", Embed},
		{"A post shared by the harbour office", Embed},
		{"Hören Sie dazu auch unseren Podcast: Hafen am Abend", Podcast},
		{"Jetzt abstimmen", Poll},
		{"Alle Artikel von Ada Lindner", AuthorBox},
		{"Politikredakteurin", Job},
		{"Senior political correspondent", Job},
		{"Bild 3 von 12", Picture},
		{"1/5", Picture},
		{"Wait 1 second to continue.", Video},
		{"Skip ad", Video},
		{"Rettelse: Året var forkert", Correction},
		{"All rights reserved.", SmallPrint},
		{"Impressum", Menu},
		{"Das Wichtigste in Kürze", Facts},
	} {
		if got := Topics(c.line); !got.Has(c.want) {
			t.Errorf("%q: %s, want %s", c.line, got, c.want)
		}
	}
}

// Sentences about what papers print beside their text are text.
func TestProseHasNoTopic(t *testing.T) {
	for _, line := range []string{
		"Der Verein verschickt seit zehn Jahren einen Newsletter, den dreihundert Menschen lesen.",
		"Im Podcast sprach die Bürgermeisterin über den Hafen und die Kosten der neuen Brücke.",
		"Ein Kommentar unter dem Beitrag hatte den Streit im Dorf ausgelöst.",
		"The newsletter was founded by two teachers who had lost their jobs at the harbour school.",
		"Her podcast about lighthouses has more listeners than the town has people.",
		"The commission said that cookies were the smallest of the problems it had found.",
		"Readers wrote hundreds of comments when the bakery closed.",
		"He follows the pilots on their rounds and writes down what they say.",
		"Le conseil a voté la rénovation du pont mardi soir, malgré les réserves du maire.",
		"La newsletter de l’association compte trois cents lecteurs dans la vallée.",
		"El puente se construyó en dos años y costó el doble de lo previsto.",
		"Il ponte resterà chiuso fino a marzo, ha detto la sindaca ai giornalisti.",
		"De brug blijft dicht tot maart, zei de burgemeester tegen de raad.",
		"A câmara aprovou na terça-feira a obra da ponte velha sobre o rio.",
		"Rada miasta przyjęła we wtorek plan przebudowy mostu nad rzeką.",
		"Broen bliver lukket i to år, mens der bygges en ny ved siden af.",
		"Bron stängs i två år medan en ny byggs bredvid den gamla.",
		"市議会は火曜日、古い橋を建て替える計画を承認した。",
		"Міська рада у вівторок ухвалила план перебудови старого мосту.",
	} {
		if got := Topics(line); got != 0 {
			t.Errorf("%q: %s", line, got)
		}
	}
}

func TestFindSaysWhereAnEntryStands(t *testing.T) {
	if f := Find("Newsletter"); !f.Whole.Has(Newsletter) || f.Anywhere != 0 {
		t.Errorf("%+v", f)
	}
	if f := Find("Read also: a ferry is sold"); !f.Lead.Has(Pointer) || f.Whole != 0 {
		t.Errorf("%+v", f)
	}
	if f := Find(strings.Repeat("word ", MaxLine) + "to your inbox."); f.Anywhere != 0 {
		t.Errorf("read beyond MaxLine: %+v", f)
	}
}

// benchLines are a page's worth: labels and paragraphs in several languages.
func benchLines() []string {
	page := []string{
		"Startseite", "Politik", "Artikel merken", "3 Min. Lesezeit", "Von Ada Lindner", "Aktualisiert: 10. November 2026",
		"Der Stadtrat hat am Dienstag beschlossen, die alte Brücke über den Fluss zu erneuern. Die Arbeiten sollen im Frühjahr beginnen und nach dem Plan der Stadt zwei Jahre dauern.",
		"The town council decided on Tuesday to renew the old bridge across the river. The work is to begin in spring and to take two years, according to the town's own plan.",
		"Lesen Sie auch: Die Fähre fährt wieder", "Das könnte Sie auch interessieren", "14 Kommentare", "Impressum",
		"Міська рада у вівторок ухвалила план перебудови старого мосту через річку, який давно потребує ремонту.", "市議会は火曜日、川にかかる古い橋を建て替える計画を承認した。工事は来年の春に始まる予定だ。",
		"Newsletter",
	}
	var out []string
	for len(out) < 300 {
		out = append(out, page...)
	}
	return out
}

func BenchmarkTopicsOfAPage(b *testing.B) {
	lines := benchLines()
	Topics("")
	for b.Loop() {
		for _, l := range lines {
			Topics(l)
		}
	}
}

// BenchmarkFirstUse reads all files and builds the index of all entries.
func BenchmarkFirstUse(b *testing.B) {
	for b.Loop() {
		readBook()
		x := newIndex(theBook().entries, Places{^Set(0), ^Set(0), ^Set(0)})
		x.each("Lesen Sie auch", func(*entry) bool { return true }, nil)
	}
}
