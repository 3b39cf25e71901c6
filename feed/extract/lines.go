package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/feed"
	"depesche/feed/extract/lexicon"
)

// Lines that are told by what they are beside their words: said again and
// again, a heading by mark, a list of labels, a picture's heading.

// joinInitial joins a first letter that is set large, in an element of its own,
// to its word: "N a endlich". A letter that can be a word of the language stays.
func joinInitial(t feed.Text, lang string) {
	words := strings.Join(lexicon.Language(baseLang(lang), lexicon.OneLetter), "")
	if words == "" {
		return
	}
	first := &t[0].Text
	r, n := utf8.DecodeRuneInString(*first)
	if !unicode.IsUpper(r) || strings.ContainsRune(words, r) || !strings.HasPrefix((*first)[n:], " ") {
		return
	}
	rest := (*first)[n+1:]
	if rest == "" && len(t) > 1 {
		rest = t[1].Text
	}
	if unicode.IsLower(firstRune(rest)) {
		*first = (*first)[:n] + (*first)[n+1:]
	}
}

// oneLetterWords are the words of one letter that a sentence may begin with.
func oneLetterWords(lang string) string {
	return strings.Join(lexicon.Language(baseLang(lang), lexicon.OneLetter), "")
}
