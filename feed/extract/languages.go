package extract

import (
	"slices"
	"strings"
	"sync"
)

// language is what the papers of one language print beside their text. A new
// language is a file like the others, lang_xx.go, and a line in languages.
//
// Patterns are regular expressions in small letters. All of them are looked
// for on every page, whatever its language: pages name a wrong one, and quote
// others. A pattern must therefore mean nothing else in any language, or say
// where it ends.
type language struct {
	code   string // BCP 47
	common string // its commonest words, by which a text is known; "" where the script tells
	months string // twelve, parted by bars; forms of one by blanks; "_" is a blank in one

	credits    []string // stand before a colon and a photo credit
	creditBy   []string // stand before a photo credit without a colon
	creditLead []string // may open an element that holds nothing but the credit

	bylines  []string // stand before a name
	profiles []string // stand before a name in a link to what a person wrote
	roles    []string // begin what stands behind a name
	notNames string   // words that stand where a name stands, parted by bars

	stops           []string // headings of sections that lead away from the article
	pointers        []string // open a line that sends the reader to another article
	invitations     []string // stand in lines that want something of the reader
	weakInvitations []string // the same, but also what articles are about: they count in a short line with a link, or at the end
	labels          []string // stand alone and mean a part of the page, not the text

	corrections []string // open the paper's own notices of what it changed
	smallPrints []string // open lines behind the text that are about it, and no part of it
	bios        []string // verbs that go on after a name in a line about the author
	comments    []string // stand over what readers wrote

	paywall    []string // stand in the line where a text ends at a paywall
	consent    []string // stand in a consent dialogue
	embedNotes []string // stand where something from another site would be shown, or say that links earn money
	screenOnly string   // notes for screen readers in running text, parted by bars
}

var languages = [...]*language{
	&german, &english, &french, &italian, &spanish, &portuguese, &dutch, &danish, &norwegian, &swedish, &finnish,
	&polish, &czech, &turkish, &japanese, &korean, &chinese, &arabic, &hebrew, &elsewhere,
}

// topic is one of the lists of a language.
type topic func(*language) []string

// all are the patterns of a topic in every language.
func (t topic) all() []string {
	var out []string
	for _, l := range languages {
		out = append(out, t(l)...)
	}
	return out
}

// any is the pattern that matches where one of the topic's does.
func (t topic) any() string { return strings.Join(t.all(), "|") }

func creditMarks(l *language) []string { return l.credits }
func creditBy(l *language) []string    { return l.creditBy }
func creditLeads(l *language) []string { return l.creditLead }
func bylines(l *language) []string     { return l.bylines }
func profiles(l *language) []string    { return l.profiles }
func roles(l *language) []string       { return l.roles }
func smallPrints(l *language) []string { return l.smallPrints }
func bios(l *language) []string        { return l.bios }
func comments(l *language) []string    { return l.comments }

// words are the words of lists in which bars part them.
func words(of func(*language) string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		out := map[string]bool{}
		for _, l := range languages {
			for w := range strings.SplitSeq(of(l), "|") {
				if w != "" {
					out[w] = true
				}
			}
		}
		return out
	})
}

// notName are words that stand where a name stands.
var notName = words(func(l *language) string { return l.notNames })

// screenOnly are notes for screen readers.
var screenOnly = words(func(l *language) string { return l.screenOnly })

// months gives the number of each month by its names.
var months = sync.OnceValue(func() map[string]int {
	out := map[string]int{}
	for _, l := range languages {
		n := 0
		for names := range strings.SplitSeq(l.months, "|") {
			n++
			for name := range strings.FieldsSeq(names) {
				name = strings.ReplaceAll(name, "_", " ")
				if out[name] == 0 {
					out[name] = n
				}
			}
		}
	}
	return out
})

// monthNames is the pattern of a month's name, the longer ones first.
func monthNames() string {
	var all []string
	for name := range months() {
		all = append(all, name)
	}
	slices.SortFunc(all, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return strings.Join(all, "|")
}
