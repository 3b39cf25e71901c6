package extract

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A photo credit that stands in one line with its caption, with no mark between them, is told by how papers set
// one: names of people, agencies and libraries with bars, strokes or commas between them, and nothing else.

// creditToken is a word of a line, or a sign that parts the names of a credit.
type creditToken struct {
	from, to int // bytes of the line
	text     string
	parts    bool // it is such a sign
}

// creditTokens takes a line apart.
func creditTokens(s string) []creditToken {
	var out []creditToken
	add := func(from, to int, parts bool) {
		if from < to {
			out = append(out, creditToken{from, to, s[from:to], parts})
		}
	}
	from := 0
	for i, r := range s {
		switch {
		case r == ' ':
			add(from, i, false)
		case r == '/' || r == '|' || r == '／' || r == '｜':
			add(from, i, false)
			add(i, i+utf8.RuneLen(r), true)
		case r == ',' && (i+1 == len(s) || s[i+1] == ' '):
			add(from, i, false)
			add(i, i+1, true)
		default:
			continue
		}
		from = i + utf8.RuneLen(r)
	}
	add(from, len(s), false)
	return out
}

// longestLibrary is how many words the name of a library has at most.
const longestLibrary = 4

// wholeLibrary is the pattern of a text that is the name of an agency or a library and nothing else.
var wholeLibrary = lazy(`^(?:` + strings.Join([]string{
	`(?i:` + strings.Join(libraries, "|") + `)`, strings.Join(libraryCodes, "|"), strings.Join(easternLibraries[:], "|"),
}, "|") + `)$`)

// libraryBegins are the first two small letters of the names: most words begin otherwise and are not held against the
// pattern.
var libraryBegins = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, name := range slices.Concat(libraries, libraryCodes) {
		begin, _ := regexp.MustCompile(strings.ToLower(name)).LiteralPrefix()
		out[begin[:2]] = true
	}
	return out
})

func isLibrary(s string) bool {
	if !isFarEastern(firstRune(s)) {
		if len(s) < 2 || !libraryBegins()[toLower(s[:2])] && s[0] < utf8.RuneSelf {
			return false
		}
	}
	return wholeLibrary().MatchString(s)
}

// creditLibrary is how many of the first tokens name a library; 0: they name none.
func creditLibrary(t []creditToken) int {
	if len(t) == 0 || t[0].parts {
		return 0
	}
	for n := min(longestLibrary, len(t)); n > 0; n-- {
		if !slices.ContainsFunc(t[:n], func(t creditToken) bool { return t.parts }) && isLibrary(joinTokens(t[:n])) {
			return n
		}
	}
	return 0
}

func joinTokens(t []creditToken) string {
	words := make([]string, len(t))
	for i := range t {
		words[i] = t[i].text
	}
	return strings.Join(words, " ")
}

// creditPerson is how many of the first tokens name a person: two words with capitals, with an initial or a particle
// between or before them; in Chinese and Japanese one word.
func creditPerson(t []creditToken) int {
	switch {
	case len(t) == 0 || t[0].parts:
		return 0
	case isFarEastern(firstRune(t[0].text)):
		if n := utf8.RuneCountInString(t[0].text); n > 1 && n <= longestEasternName {
			return 1
		}
		return 0
	case len(t) < 2 || !nameWord(t[0].text):
		return 0
	case len(t) > 2 && nameWord(t[2].text) && (particle()[strings.ToLower(t[1].text)] || isInitialWord(t[1].text)):
		return 3
	case nameWord(t[1].text) && !particle()[strings.ToLower(t[0].text)]:
		return 2
	}
	return 0
}

// longestEasternName is how many characters a Chinese or Japanese name has at most.
const longestEasternName = 6

func isInitialWord(w string) bool {
	return unicode.IsUpper(firstRune(w)) && strings.HasSuffix(w, ".") && utf8.RuneCountInString(w) <= 3
}

// nameWord reports whether a word may be part of a name: a capital and letters, or an initial.
func nameWord(w string) bool {
	return isInitialWord(w) || unicode.IsUpper(firstRune(w)) && !strings.ContainsFunc(w, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '-' && r != '\'' && r != '’'
	})
}

// creditHouse is how many of the last tokens may name a house that nobody knows: "Ada Lindner/The Harbour Times".
func creditHouse(t []creditToken) int {
	if len(t) > longestLibrary || slices.ContainsFunc(t, func(t creditToken) bool { return !nameWord(t.text) }) {
		return 0
	}
	return len(t)
}

// creditRun reads the longest run of names with signs between them that the tokens begin with. It gives how
// many tokens that are, and whether a library is among them.
func creditRun(t []creditToken) (n int, library bool) {
	for n < len(t) {
		item := creditLibrary(t[n:])
		library = library || item > 0
		if item == 0 && n > 0 {
			item = creditHouse(t[n:])
		}
		if item == 0 {
			item = creditPerson(t[n:])
		}
		if item == 0 {
			return max(n-1, 0), library // without the sign or word before it
		}
		if n += item; n+1 >= len(t) || !t[n].parts && !creditWord()[t[n].text] { // "AFP via Getty Images"
			return n, library
		}
		n++
	}
	return n, library
}

// leastCaptionWords is how many words stand at least behind a credit that opens a line, where the line is a caption.
const leastCaptionWords = 3

// creditFirst parts a credit from the caption behind it, where nothing stands between: "Ada Lindner/dpa The bridge in
// Lindenau."
func creditFirst(s string) (caption, credit string, ok bool) {
	t := creditTokens(s)
	n, _ := creditRun(t)
	if n == 0 || n >= len(t) || t[n].parts {
		return "", "", false
	}
	caption = s[t[n].from:]
	if isFarEastern(firstRune(caption)) {
		return caption, s[:t[n-1].to], utf8.RuneCountInString(caption) > longestEasternName
	}
	if len(t)-n < leastCaptionWords || !unicode.IsUpper(firstRune(caption)) || hasLibrary(caption) {
		return "", "", false
	}
	small := func(t creditToken) bool { return unicode.IsLower(firstRune(t.text)) && !creditWord()[t.text] }
	if !sentenceEnd(caption) && !slices.ContainsFunc(t[n+1:], small) {
		return "", "", false
	}
	return caption, s[:t[n-1].to], true
}

// creditLast parts a caption from a credit at its end that names a library: "The town hall Ada Lindner, Reuters".
func creditLast(s string) (caption, credit string, ok bool) {
	if !strings.ContainsAny(s, "/|／｜") && !hasLibrary(s) {
		return "", "", false
	}
	t := creditTokens(s)
	least := leastBefore
	if isFarEastern(firstRune(s)) {
		least = 1
	}
	for k := max(least, len(t)-longestTail); k < len(t); k++ {
		if t[k].parts || t[k-1].parts || !mayEndCaption(&t[k-1]) {
			continue
		}
		n, library := creditRun(t[k:])
		if k+n < len(t) {
			continue
		}
		ends := sentenceEnd(t[k-1].text) || strings.HasSuffix(t[k-1].text, ")")
		if library || ends && slices.ContainsFunc(t[k:], func(t creditToken) bool { return t.parts }) {
			return s[:t[k-1].to], s[t[k].from:], true
		}
	}
	return "", "", false
}

// leastBefore is how many words of a caption stand before a credit at least: "With Reuters" is none.
const leastBefore = 2

// longestTail is how many words and signs a credit at the end of a caption has at most.
const longestTail = 12

// mayEndCaption reports whether a credit may follow a word without a sign between: a word in small letters
// leads on to what follows, "the office of Reuters".
func mayEndCaption(t *creditToken) bool {
	last, _ := utf8.DecodeLastRuneInString(t.text)
	return !unicode.IsLetter(last) || !unicode.IsLower(firstRune(t.text))
}
