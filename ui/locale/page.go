package locale

import "fmt"

// Page is what the article page says itself.
type Page struct {
	Minutes    func(n int) string          // reading time: "4 min"
	Updated    func(when string) string    // "Updated 14:05"
	Photo      string                      // before a photo credit: "Photo: "
	PhotoWords []string                    // what a printed credit may begin with already, small letters
	Picture    string                      // for a picture without a caption
	Quote      string                      // before a quotation, where signs are to be heard
	PullQuote  string                      // before a sentence set apart, likewise
	Subhead    string                      // before a subhead, likewise
	FactBox    string                      // where a fact box begins, likewise
	BoxEnd     string                      // and where it ends
	Correction string                      // before a correction notice
	Links      string                      // heading of the list of links
	Teaser     string                      // only a summary was delivered
	Paywall    string                      // the text ends at a paywall
	Consent    string                      // a consent dialogue stood in place of the text
	Untitled   string                      // for an article without a headline
	Empty      string                      // for an article without any text
	Fetched    func(when string) string    // when the text was fetched
	Changed    func(when string) string    // the site changed the text since it was read
	By         func(names []string) string // byline made of names, where none was printed
}

var pageEN = Page{
	Minutes:    func(n int) string { return fmt.Sprintf("%d min", n) },
	Updated:    func(when string) string { return "updated " + when },
	Photo:      "Photo: ",
	PhotoWords: []string{"photo", "photograph", "photography", "image", "picture", "credit", "illustration", "graphic", "©", "foto", "bild"},
	Picture:    "Picture",
	Quote:      "Quotation",
	PullQuote:  "From the text",
	Subhead:    "Subhead",
	FactBox:    "Fact box.",
	BoxEnd:     "End of the fact box.",
	Correction: "Correction",
	Links:      "Links",
	Teaser:     "Only the summary has been delivered; the whole article is on the site.",
	Paywall:    "The text ends here: the paper shows the rest to subscribers.",
	Consent:    "The site answered with a consent dialogue in place of the article.",
	Untitled:   "Without a headline",
	Empty:      "The source delivered no text for this article.",
	Fetched:    func(when string) string { return "Fetched on " + when + "." },
	Changed:    func(when string) string { return "The text has changed since you read it, on " + when + "." },
	By:         func(names []string) string { return "By " + joined(names, " and ") },
}

var pageDE = Page{
	Minutes:    func(n int) string { return fmt.Sprintf("%d Min.", n) },
	Updated:    func(when string) string { return "geändert " + when },
	Photo:      "Foto: ",
	PhotoWords: []string{"foto", "fotos", "fotograf", "fotografie", "bild", "bilder", "grafik", "illustration", "quelle", "©", "photo", "image", "credit"},
	Picture:    "Bild",
	Quote:      "Zitat",
	PullQuote:  "Aus dem Text",
	Subhead:    "Zwischentitel",
	FactBox:    "Infokasten.",
	BoxEnd:     "Ende des Infokastens.",
	Correction: "Korrektur",
	Links:      "Links",
	Teaser:     "Geliefert wurde nur die Zusammenfassung; der ganze Artikel steht auf der Seite.",
	Paywall:    "Hier endet der Text: Den Rest zeigt die Zeitung nur mit Abo.",
	Consent:    "Statt des Artikels kam ein Zustimmungsdialog.",
	Untitled:   "Ohne Überschrift",
	Empty:      "Die Quelle hat zu diesem Artikel keinen Text geliefert.",
	Fetched:    func(when string) string { return "Abgerufen am " + when + "." },
	Changed: func(when string) string {
		return "Der Text hat sich geändert, seit Sie ihn gelesen haben: am " + when + "."
	},
	By: func(names []string) string { return "Von " + joined(names, " und ") },
}

// joined lists names as a sentence does: "A, B and C".
func joined(names []string, and string) string {
	out := ""
	for i, n := range names {
		switch {
		case i == 0:
		case i == len(names)-1:
			out += and
		default:
			out += ", "
		}
		out += n
	}
	return out
}
