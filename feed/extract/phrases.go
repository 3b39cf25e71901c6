package extract

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"depesche/feed/extract/lexicon"
)

// What papers print stands in the files of package lexicon. Here is which of it each rule
// looks for.

// phrases are entries of the lexicon that a line is held against.
type phrases struct{ of lexicon.Matcher }

func phrasesOf(topics lexicon.Places) phrases { return phrases{lexicon.NewMatcher(topics)} }

func (ps phrases) match(s string) bool { return ps.of.Match(s) }

// count is the number of different entries that a text has.
func (ps phrases) count(s string) int { return ps.of.Count(s) }

// lazy is a pattern that is compiled when it is first used: hundreds of them would cost
// every start of the program 100 ms.
func lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// lazyOf is lazy, of a pattern that is put together.
func lazyOf(pattern func() string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern()) })
}

// loneLines are the topics whose lines, where they stand alone, are no text.
var loneLines = lexicon.Of(
	lexicon.Label, lexicon.Share, lexicon.Listen, lexicon.Ad, lexicon.ReadTime, lexicon.Newsletter, lexicon.Comments, lexicon.Follow,
	lexicon.Next, lexicon.Subscribe, lexicon.Paywall, lexicon.Picture, lexicon.Video, lexicon.Published, lexicon.Updated, lexicon.Ago,
	lexicon.Breadcrumb, lexicon.MostRead, lexicon.Related, lexicon.Podcast, lexicon.Consent, lexicon.Poll, lexicon.Tags,
)

// boxes are the topics whose lines advertise something beside the article.
var boxes = lexicon.Of(
	lexicon.Invitation, lexicon.Newsletter, lexicon.Follow, lexicon.Subscribe, lexicon.Comments, lexicon.Podcast, lexicon.Share, lexicon.Listen,
	lexicon.Poll, lexicon.Video,
)

var (
	label       = phrasesOf(lexicon.Places{Whole: loneLines})
	stopHeading = phrasesOf(lexicon.Places{
		Lead:  lexicon.Of(lexicon.Heading),
		Whole: lexicon.Of(lexicon.Heading, lexicon.Related, lexicon.MostRead, lexicon.Comments, lexicon.Tags, lexicon.AuthorBox),
	})
	pointer = phrasesOf(lexicon.Places{
		Lead:     lexicon.Of(lexicon.Pointer, lexicon.Podcast, lexicon.Video),
		Whole:    lexicon.Of(lexicon.Pointer),
		Anywhere: lexicon.Of(lexicon.Pointer),
	})
	invitation     = phrasesOf(lexicon.Places{Lead: boxes, Anywhere: boxes})
	weakInvitation = phrasesOf(lexicon.Places{Anywhere: lexicon.Of(lexicon.Mention)})
	embedNote      = phrasesOf(everywhere(lexicon.Embed))
	correction     = phrasesOf(everywhere(lexicon.Correction))
	smallPrint     = phrasesOf(lexicon.Places{Lead: lexicon.Of(lexicon.SmallPrint), Whole: lexicon.Of(lexicon.SmallPrint)})
	paywallLine    = phrasesOf(everywhere(lexicon.Paywall))
	consentLine    = phrasesOf(everywhere(lexicon.Consent))

	commentHeading = lazyOf(func() string {
		return `^[^\pL\pN]*(?:\d+ )?(?:` + lexicon.Any(lexicon.CommentHeading) + `)(?:\s?\(?\d*\)?)[^\pL]*$`
	})
	roleStart  = lazyOf(func() string { return `^(?:` + lexicon.Any(lexicon.Role) + `)\s(?:in|im|bei|der|at|for|of)\s` })
	bioVerb    = lazyOf(func() string { return `^[^\pL]*(?:\([^)]*\) )?(?:` + lexicon.Any(lexicon.Bio) + `)\s` })
	bylineLead = lazyOf(func() string { return `(?i)^(?:` + lexicon.Any(lexicon.Byline) + `)(?:\s*[:：]\s*|\s+)` })
	roleTail   = lazyOf(func() string {
		return `(?i)[\s,(–-]+(?:(?:` + lexicon.Any(lexicon.Role) + `)\b|(?:記者|編集委員|特派員|기자|특파원|선임기자|记者)).*$`
	})
	roleFirst   = lazyOf(func() string { return `(?i)^(?:` + lexicon.Any(lexicon.Role) + `)(?:\s|$)` })
	profileLead = lazyOf(func() string { return `(?i)^(?:` + lexicon.Any(lexicon.Profile) + `)\s+` })
	creditBare  = lazyOf(func() string { return `(?i)^(?:` + lexicon.Any(lexicon.PhotoFirst) + `)\s+` })
)

func everywhere(t lexicon.Topic) lexicon.Places {
	s := lexicon.Of(t)
	return lexicon.Places{Whole: s, Lead: s, Anywhere: s}
}

// Words that stand where others stand, in all languages.
var (
	notName    = lexicon.Words(lexicon.NotName)
	screenOnly = lexicon.Words(lexicon.ScreenReader)
	months     = lexicon.Months
)

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
