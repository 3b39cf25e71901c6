package locale

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
