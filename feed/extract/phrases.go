package extract

import (
	"regexp"
	"sync"

	"depesche/feed/extract/lexicon"
)

// What papers print stands in the files of package lexicon. Here is which of it each rule
// looks for.

// phrases are entries of the lexicon that a line is held against.
type phrases struct{ of lexicon.Matcher }

func phrasesOf(topics lexicon.Places) phrases { return phrases{lexicon.NewMatcher(topics)} }

func (ps phrases) match(s string) bool { return ps.of.Match(s) }

// lazy is a pattern that is compiled when it is first used: hundreds of them would cost
// every start of the program 100 ms.
func lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// lazyOf is lazy, of a pattern that is put together.
func lazyOf(pattern func() string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern()) })
}

var (
	label = phrasesOf(lexicon.Places{Whole: lexicon.Of(
		lexicon.Label, lexicon.Share, lexicon.Listen, lexicon.Ad, lexicon.ReadTime, lexicon.Newsletter, lexicon.Comments, lexicon.Follow,
		lexicon.Next, lexicon.Subscribe, lexicon.Paywall, lexicon.Picture, lexicon.Video, lexicon.Published, lexicon.Updated, lexicon.Ago,
		lexicon.Breadcrumb, lexicon.MostRead, lexicon.Related, lexicon.Podcast, lexicon.Consent, lexicon.Poll, lexicon.Tags,
	)})
	leadsAway = phrasesOf(lexicon.Places{
		Lead:  lexicon.Of(lexicon.Heading),
		Whole: lexicon.Of(lexicon.Heading, lexicon.Related, lexicon.MostRead, lexicon.Comments, lexicon.Tags, lexicon.AuthorBox),
	})
	correction  = phrasesOf(everywhere(lexicon.Correction))
	consentLine = phrasesOf(everywhere(lexicon.Consent))

	bylineLead  = lazyOf(func() string { return `(?i)^(?:` + lexicon.Any(lexicon.Byline) + `)(?:\s*[:：]\s*|\s+)` })
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
)
