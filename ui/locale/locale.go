// Package locale holds every word depesche says to people, in English and
// German. A phrase is a field; a misspelt one does not compile and a missing
// one fails a test. A third language is one more value of Text.
package locale

import "strings"

// Text is all that is said in one language, in parts that are each kept in a
// file of their own.
type Text struct {
	Code   string // "en", "de"
	Page   Page   // the article page: page.go
	Screen Screen // list, status line, prompt, help: screen.go
	CLI    CLI    // the command line: cli.go
	Errors Errors // failures in words: errors.go
	Dates  Dates  // dates, ages, numbers: dates.go

	Schedule Schedule // how sources do: schedule.go
	Why      Why      // an account of how a page was taken apart: why.go
	Pictures Pictures // pictures and what stands in their place: pictures.go
	Desk     Desk     // rules, tags, editions: desk.go
	Keep     Keep     // letting go what is not kept: keep.go
}

// English and German are the languages depesche speaks.
func English() *Text {
	return &Text{Code: "en", Page: pageEN, Screen: screenEN, CLI: cliEN, Errors: errorsEN, Dates: datesEN, Schedule: scheduleEN, Pictures: picturesEN, Desk: deskEN, Keep: keepEN, Why: whyEN}
}

// German is depesche in German.
func German() *Text {
	return &Text{Code: "de", Page: pageDE, Screen: screenDE, CLI: cliDE, Errors: errorsDE, Dates: datesDE, Schedule: scheduleDE, Pictures: picturesDE, Desk: deskDE, Keep: keepDE, Why: whyDE}
}

// For chooses by a locale's name as LC_ALL, LC_MESSAGES or LANG hold it
// ("de_AT.UTF-8") or a setting ("de"); all but German is English.
func For(name string) *Text {
	if l := strings.ToLower(name); l == "de" || strings.HasPrefix(l, "de_") || strings.HasPrefix(l, "de-") || strings.HasPrefix(l, "german") {
		return German()
	}
	return English()
}
