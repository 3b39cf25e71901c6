package locale

import "fmt"

var deskDE = Desk{
	Rule: Verb{
		"Regeln für neue Artikel",
		`Eine Regel stellt jeden neuen Artikel, den ihre Abfrage trifft, stumm, hebt ihn hervor, markiert ihn als gelesen, merkt ihn, gibt ihm ein Schlagwort oder behält ihn: wenn er mit einer Aktualisierung kommt, und noch einmal, wenn seine Seite geholt ist. Mehreres steht durch Kommas getrennt in einem Wort. Stumme Artikel werden nicht gelöscht, nur nicht aufgeführt; ist:stumm findet sie.

add legt eine Regel an, mit --run auch für die vorhandenen Artikel. preview zeigt, was eine Regel oder Abfrage träfe. run wendet Regeln auf die vorhandenen Artikel an. remove entfernt Regeln; was allein sie stummgestellt, hervorgehoben oder behalten haben, kommt zurück. Alles lässt sich zurücknehmen.`,
		"depesche rule add mute 'titel:Fußball' --run\ndepesche rule add star,tag:Klima Klimaschutz --until 2026-12-24\ndepesche rule preview 'agentur:dpa ressort:Sport'\ndepesche rule list\ndepesche rule run 3\ndepesche rule remove 3",
	},
	Tag: Verb{
		"Artikeln eigene Schlagwörter geben",
		"Gibt Artikeln ein Schlagwort, nach Kennung, nach Abfrage oder nach den Kennungen im ersten Feld jeder Zeile der Standardeingabe (-), oder nimmt es ihnen. tag:NAME findet sie; ein Artikel mit Schlagwort wird nicht gelöscht. list zeigt die Schlagwörter, wie viele Artikel sie haben und wie viele davon ungelesen sind.",
		"depesche tag add Klima k3v9\ndepesche search Klimaschutz | depesche tag add Klima -\ndepesche tag list\ndepesche list tag:Klima\ndepesche tag remove Klima alter:>30d",
	},
	NoRuleVerb: func(name string) string {
		return quoteDE(name) + " gibt es bei Regeln nicht: add, list, remove, preview oder run."
	},
	NoTagVerb: func(name string) string {
		return quoteDE(name) + " gibt es bei Schlagwörtern nicht: add, remove oder list."
	},
	NoDeed: func(text, known string) string {
		return quoteDE(text) + " kann eine Regel nicht; sie kann " + known + ", mehreres durch Kommas getrennt."
	},
	NoTagName: "Ein Schlagwort hat kein Komma, kein Anführungszeichen und höchstens 60 Zeichen.",
	NoUntil: func(text string) string {
		return quoteDE(text) + " ist keine kommende Zeit; ein Tag (2026-12-24) oder eine Dauer (2w) wird verstanden."
	},
	EmptyRule: "Eine Regel braucht eine Abfrage, die nach etwas fragt, und etwas zu tun.", TooManyRules: "Es gibt schon 500 Regeln; erst müssen welche weg.",
	UntilFlag: "bis wann die Regel gilt: 2026-12-24, 2w", RunFlag: "auch auf die vorhandenen Artikel anwenden",
	Deeds:  map[string]string{"mute": "stummstellen", "highlight": "hervorheben", "read": "als gelesen markieren", "star": "merken", "keep": "behalten", "tag:": "Schlagwort geben …"},
	Tagged: func(tag string) string { return "Schlagwort " + tag },
	Until:  func(when string) string { return "bis " + when }, Expired: "abgelaufen",
	Articles:   func(n int) string { return plural(".")(n, "Artikel", "Artikel") },
	RulesTitle: "Regeln für neue Artikel", RulesHint: "tippen sucht; Enter zeigt, was sich tun lässt",
	NoRules: func(key string) string { return "Es gibt noch keine Regeln; " + key + " macht eine aus einem Artikel." },
	NewRule: "eine neue Regel …", RuleFrom: "Eine Regel für Artikel wie diesen",
	OfWord: "Wort", OfSource: "Quelle", OfAgency: "Agentur", OfAuthor: "Autor", OfSection: "Ressort", OfKicker: "Dachzeile", OwnQuery: "eine eigene Abfrage …",
	DoWhat: func(query string) string { return "Was soll geschehen mit  " + query },
	RuleAdded: func(n int, undo string) string {
		return "Angewandt auf " + plural(".")(n, "Artikel", "Artikel") + " und auf alle, die kommen; " + undo + " nimmt es zurück."
	},
	RuleRemoved: func(undo string) string { return "Regel entfernt; " + undo + " holt sie zurück." },
	RuleChanged: func(n int, undo string) string {
		return "Regel geändert, sie trifft " + plural(".")(n, "Artikel", "Artikel") + "; " + undo + " nimmt es zurück."
	},
	RuleRan: func(n int, undo string) string {
		return "Angewandt auf " + plural(".")(n, "Artikel", "Artikel") + "; " + undo + " nimmt es zurück."
	},
	RuleShow: "die Artikel zeigen, die sie trifft", RuleRun: "auf die vorhandenen Artikel anwenden", RuleQuery: "die Abfrage ändern …", RuleUntil: "ändern, bis wann sie gilt …", RuleDelete: "die Regel entfernen",
	Edition: Verb{
		"Eine Ausgabe packen, zum Lesen ohne Netz",
		`Nimmt die neuesten und nächstliegenden Artikel einer Abfrage, oder was ungelesen ist, holt ihre Seiten und alle ihre Bilder und behält sie; ist:gepackt führt sie auf. Mit --minutes so viele, wie in dieser Zeit zu lesen sind. Ein Artikel zählt so alt, wie er ist, aber bis zu viermal so jung, je mehr aus seiner Quelle, seinem Ressort oder von seiner Agentur Sie in den letzten dreißig Tagen geöffnet haben. Was nicht zu haben war, wird mit dem Grund genannt.

Mit --out wird die Ausgabe auch als EPUB geschrieben: in eine neue Datei, oder in einen Ordner unter dem Datum.`,
		"depesche edition --minutes 45\ndepesche edition 'ressort:Politik or agentur:dpa' --out bahn.epub\ndepesche edition --minutes 60 --out ~/Bücher   # von einem Zeitgeber",
	},
	MinutesFlag: "Minuten, um alles zu lesen; 0: ohne Grenze", OutFlag: "als EPUB schreiben: eine neue Datei oder ein Ordner", ArticlesFlag: "höchstens so viele Artikel",
	EditionLabel: "Ausgabe: ", EditionHint: "Minuten und Abfrage: 45 agentur:dpa; ohne Abfrage das Ungelesene", EditionTitle: "Ausgabe",
	Packing: func(done, total int, pictures bool) string {
		if pictures {
			return fmt.Sprintf("Packt: %d von %d Bildern", done, total)
		}
		return fmt.Sprintf("Packt: %d Artikel", done)
	},
	Packed: func(articles, minutes int) string {
		return fmt.Sprintf("Gepackt: %s, %d Minuten.", plural(".")(articles, "Artikel", "Artikel"), minutes)
	},
	NothingToPack: "Es gibt nichts zu packen.", NothingMissing: "Nichts fehlt.",
	Missing: func(n int) string { return "Es fehlt, " + plural(".")(n, "Mal", "Mal") + ":" },
	Lacks:   map[string]string{"page": "Text", "picture": "Bild"},
	Budget:  "Das Tagesmaß für Bilder ist aufgebraucht.", PartOnly: "Die Seite gibt nur einen Teil des Textes her.",
	Offline: func(last string) string { return "Ohne Netz; Stand: " + last + "." }, OfflineNever: "Ohne Netz.",
	Contents: "Inhalt", Photo: "Foto: ", Correction: "Korrektur", Original: "Im Netz", DateLine: datesDE.Stamp,
	Restored: func(sources, added, known int) string {
		s := plural(".")(sources, "Quelle", "Quellen") + " und " + plural(".")(added, "Artikel", "Artikel") + " hinzugefügt"
		if known > 0 {
			s += "; " + grouped(known, ".") + " waren da und haben nun die Markierungen beider"
		}
		return s + "."
	},
	FormatFlag: "opml, jsonl, epub, html, markdown oder text; sonst nach der Endung der Datei",
	WrittenTo:  func(path string) string { return "Geschrieben: " + path }, NoPlaceFor: func(path string) string { return path + " gibt es schon." },
	QueryLabel: "Artikel: ", UntilLabel: "Bis: ", UntilHint: "2026-12-24, 2w; leer: für immer",
}
