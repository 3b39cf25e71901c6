package lexicon

import (
	"slices"
	"strings"
	"sync"
)

// List is a list of words or patterns of each language that is no topic.
type List uint8

// The lists. Patterns are regular expressions in small letters, without anchors.
const (
	Common         List = iota // words: a language's commonest, by which a text is recognized
	MonthNames                 // twelve lines, forms of one by blanks, "_" is a blank in one, "-" no name
	OneLetter                  // words: of one letter, with which a sentence may begin, in capitals
	Particle                   // words: in small letters, with which a name may begin
	Abbreviation               // words: their full stop ends no sentence
	Photo                      // patterns: stand before a colon and a photo credit
	PhotoBy                    // patterns: stand before a photo credit without a colon
	PhotoFirst                 // patterns: may open an element that holds nothing but the credit
	NotCredit                  // lines: in brackets, only look like a credit
	BareSource                 // lines: stand alone behind a caption and say where a picture is from
	CreditWord                 // words: may stand in small letters within a credit
	Byline                     // patterns: stand before a name
	Profile                    // patterns: stand before a name in a link to what a person wrote
	Role                       // patterns: begin what stands behind a name
	Bio                        // patterns: verbs that go on after a name in a line about the author
	CommentHeading             // patterns: stand over what readers wrote
	NotName                    // lines: stand where a name stands
	ScreenReader               // lines: notes for screen readers in running text
	DateLabel                  // patterns: stand before the date of publication or change

	lists int = iota
)

// listNames are the lists as the files write them.
var listNames = [lists]string{
	"common", "months", "one letter", "particle", "abbreviation", "photo", "photo by", "photo first", "not a credit", "bare source", "credit word",
	"byline", "profile", "role", "bio", "comment heading", "not a name", "screen reader", "date label",
}

// ofWords reports whether blanks part the list's entries.
func (l List) ofWords() bool {
	return l == Common || l == OneLetter || l == Particle || l == Abbreviation || l == CreditWord
}

// All gives a list of all languages, in the order of their codes, each entry once.
func All(l List) []string {
	var out []string
	b, seen := theBook(), map[string]bool{}
	for _, code := range b.codes {
		for _, s := range b.lists[code][l] {
			if !seen[s] {
				seen[s] = true
				out = append(out, s)
			}
		}
	}
	return out
}

// Any gives the pattern that matches where one of a list's does; the longer ones first, so
// that "photo by" is found and not "photo".
func Any(l List) string {
	all := All(l)
	slices.SortStableFunc(all, func(a, b string) int { return len(b) - len(a) })
	return strings.Join(all, "|")
}

// Words gives a function that says what is in a list; the list is read when it is first called.
func Words(l List) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		out := map[string]bool{}
		for _, w := range All(l) {
			out[w] = true
		}
		return out
	})
}

// Language gives a list of one language, by its BCP 47 code without a region.
func Language(code string, l List) []string {
	if of := theBook().lists[code]; of != nil {
		return of[l]
	}
	return nil
}

// Codes are the codes of all languages, sorted.
func Codes() []string { return slices.Clone(theBook().codes) }

// Months gives the number of each month, 1 to 12, by its names in all languages.
var Months = sync.OnceValue(func() map[string]int {
	out := map[string]int{}
	b := theBook()
	for _, code := range b.codes {
		for i, names := range b.lists[code][MonthNames] {
			for name := range strings.FieldsSeq(names) {
				if name = strings.ReplaceAll(name, "_", " "); name != "-" && out[name] == 0 {
					out[name] = i + 1
				}
			}
		}
	}
	return out
})
