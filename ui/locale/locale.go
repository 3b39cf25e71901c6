// Package locale holds every word depesche says to people. A phrase is a field of
// Text; a misspelt one does not compile and a missing one fails a test. A language is
// a file, en.go or de.go, and a line in languages.
package locale

import "strings"

// Text is all that is said in one language. The files named say what each part has.
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
	Files    Files    // files that go with articles, and their downloads: files.go
}

// languages are those depesche speaks, by the names that locales have. Who speaks none of
// them is spoken to in the first.
var languages = [...]struct {
	code, name string
	text       func() *Text
}{
	{"en", "english", English},
	{"de", "german", German},
}

// Codes lists the languages, as a setting names them.
func Codes() []string {
	out := make([]string, len(languages))
	for i, l := range languages {
		out[i] = l.code
	}
	return out
}

// For chooses by a locale's name as LC_ALL, LC_MESSAGES or LANG hold it
// ("de_AT.UTF-8") or a setting ("de").
func For(name string) *Text {
	name = strings.ToLower(name)
	for _, l := range languages {
		if rest, ok := strings.CutPrefix(name, l.code); ok && (rest == "" || strings.ContainsAny(rest[:1], "_-.@")) || strings.HasPrefix(name, l.name) {
			return l.text()
		}
	}
	return languages[0].text()
}
