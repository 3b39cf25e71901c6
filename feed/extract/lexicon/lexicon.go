// Package lexicon knows what papers print beside their text, in each language: labels on
// buttons, headings of boxes, lines that ask readers to subscribe, the words before a
// byline or a photo credit. All of it is data: a file for each language, lang/xx.txt,
// where xx is the language's BCP 47 code. A file is found by its name, so that a new
// language needs no Go.
//
// # The files
//
// A file consists of sections. A section begins with its name in brackets and has one
// entry on each line; empty lines and lines that begin with // are skipped. A section of
// phrases is named for a topic and for the place where its entries stand in a line:
//
//	[share whole]       the line is the entry, and nothing else
//	[pointer lead]      the line begins with the entry
//	[paywall anywhere]  the entry stands somewhere in the line
//
// Signs around a line do not count, nor do capitals, kinds of blanks and of apostrophes,
// or a count in brackets at the end: "▸ Comments (12)" is "comments". An entry is plain
// text in small letters, with two signs:
//
//	# min read          # is a number
//	abonnier…           … at the end: the line goes on, and the word may
//	all articles by …   the same; where an entry is to be whole, for some words only
//
// Plain text stands for whole words, except in scripts that put no blanks between them.
// An entry with one of \ ( ) [ ] { } ? * + | ^ $ is a regular expression of package
// regexp; it ends where it says it ends, \b or $. Such entries cost more: write two plain
// lines rather than one expression, where two will do.
//
// Every entry is tried on every page, whatever its language, because pages name a wrong
// one and quote others. So an entry must mean nothing else in any language. Whole lines
// are safe. What may stand anywhere must be long enough that no article about newsletters,
// cookies or comments contains it.
//
// The other sections are lists: words, for example [common] and [months], and patterns
// that package extract puts together itself, for example [photo] and [role]. See List.
//
// # Adding a language
//
// Write lang/xx.txt, for a start with [common] (some thirty of the commonest words, by
// which a text is recognized), [months], [photo], [byline], [role] and the sections
// "related whole", "pointer lead", "share whole", "comments whole", "newsletter whole",
// "ad whole", "read time whole", "published whole", "paywall anywhere". The tests say what
// is wrong with the file: an unknown section, a bad pattern, a line that stands there
// twice. Add some printed lines to TestTopics, and a text of some thirty words to TestDetect
// in package extract; a file with a section [bio] has all that a page in TestLanguages needs.
//
// A file of 500 lines takes some 10 KB of the program and one millisecond when the first
// page is read. It costs nothing before that, and nothing that can be measured for a line.
// mul.txt has what belongs to no one language.
package lexicon

import (
	"math/bits"
	"strings"
)

// Topic is what a printed line is about.
type Topic uint8

// The topics. Their names in the files are those of topicNames.
const (
	ReadTime   Topic = iota // "3 min read"
	Published               // "Published on", without or before a date
	Updated                 // "Last updated"
	Ago                     // "2 hours ago"
	Share                   // share, print, save, copy the link
	Listen                  // the article read aloud
	Ad                      // the word above an advertisement
	Newsletter              // heads, texts and buttons of newsletter boxes
	Comments                // headings, counts and buttons of readers' comments
	Follow                  // "Follow us on"
	Tags                    // the word before an article's tags
	MostRead                // headings of rankings
	Related                 // headings over links to other articles
	Pointer                 // lines that send the reader to one other article
	Next                    // next and previous article
	Breadcrumb              // "You are here"
	Subscribe               // buttons and lines that sell a subscription
	Paywall                 // what stands where a text ends for those who do not pay
	Consent                 // what consent dialogs say
	Embed                   // what stands where another site's content would be shown
	Podcast                 // boxes that advertise a podcast
	Poll                    // buttons and lines of polls
	AuthorBox               // lines about the author that are no part of the text
	Job                     // what follows or replaces an author's name: "Staff writer"
	Picture                 // "1/5", "Enlarge"
	Video                   // what players and slideshows print
	Correction              // the paper's own notices of what it changed
	SmallPrint              // lines about the text: rights, first publication
	Agency                  // "With material from"
	Menu                    // sections and pages of a site: "Politics", "Imprint"
	Facts                   // headings of fact boxes
	Heading                 // headings of any sections that lead away from the article
	Invitation              // lines that want something else of the reader
	Mention                 // the same, but also what articles are about: counts in a short line, or with a link
	Label                   // other lines that stand alone and are no text

	topics int = iota
)

// AllTopics are all of them.
func AllTopics() []Topic {
	all := make([]Topic, topics)
	for i := range all {
		all[i] = Topic(i)
	}
	return all
}

// topicNames are the topics as the files write them.
var topicNames = [topics]string{
	"read time", "published", "updated", "ago", "share", "listen", "ad", "newsletter", "comments", "follow", "tags", "most read",
	"related", "pointer", "next", "breadcrumb", "subscribe", "paywall", "consent", "embed", "podcast", "poll", "author box", "job",
	"picture", "video", "correction", "small print", "agency", "menu", "facts", "heading", "invitation", "mention", "label",
}

// String is the topic's name in the files.
func (t Topic) String() string { return topicNames[t] }

// Set is a set of topics, a bit each.
type Set uint64

// Of makes a set.
func Of(topics ...Topic) Set {
	var s Set
	for _, t := range topics {
		s |= 1 << t
	}
	return s
}

// Has reports whether a topic is in the set.
func (s Set) Has(t Topic) bool { return s>>t&1 != 0 }

// String gives the names of the set's topics, with commas.
func (s Set) String() string {
	var names []string
	for ; s != 0; s &= s - 1 {
		names = append(names, Topic(bits.TrailingZeros64(uint64(s))).String())
	}
	return strings.Join(names, ", ")
}

// place is where in a line an entry stands.
type place uint8

const (
	whole place = iota
	lead
	anywhere
	places int = iota
)

var placeNames = [places]string{"whole", "lead", "anywhere"}

// Places are topics by where in a line an entry of theirs stands.
type Places struct {
	Whole    Set // the line says nothing else
	Lead     Set // the line begins so
	Anywhere Set // it stands in the line
}

// All are the topics of all places.
func (p Places) All() Set { return p.Whole | p.Lead | p.Anywhere }

func (p *Places) at(at place) *Set {
	switch at {
	case whole:
		return &p.Whole
	case lead:
		return &p.Lead
	case anywhere:
	}
	return &p.Anywhere
}

// MaxLine is how many bytes of a line are read: what papers print for all articles stands
// in short lines, and pages are written by strangers.
const MaxLine = 8 << 10

// everything is the matcher of all entries.
var everything = NewMatcher(Places{^Set(0), ^Set(0), ^Set(0)})

// Topics gives all topics of a line, in any letter case.
func Topics(line string) Set { return Find(line).All() }

// Find gives the topics of a line by where the words stand that say so.
func Find(line string) Places {
	var found Places
	everything().each(line, func(e *entry) bool {
		*found.at(e.place) |= 1 << e.topic
		return true
	}, &found)
	return found
}

// Match reports whether a line has one of the matcher's entries.
func (m Matcher) Match(line string) bool {
	hit := false
	m().each(line, func(*entry) bool {
		hit = true
		return false
	}, nil)
	return hit
}

// Count is the number of different entries that a line has.
func (m Matcher) Count(line string) int {
	seen := map[*entry]bool{}
	m().each(line, func(e *entry) bool {
		seen[e] = true
		return true
	}, nil)
	return len(seen)
}
