// Package wire knows the news agencies: it reads the lines in which a paper
// says that an agency wrote the text, and tells when two papers print the same
// story.
//
// Its functions are pure and work on text that has passed feed.Clean. They
// want to be asked about places where a credit can stand (byline, dateline,
// end of the text, a line of its own); an agency quoted in a sentence or named
// under a picture is no credit.
package wire

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"depesche/feed"
)

// Lookup finds the agency that a paper prints as the given word or words:
// "dpa", "(AFP)", "The Associated Press", "ロイター". The language is the page's
// (BCP 47, may be empty); it decides between agencies of the same code and about
// forms that are a word or somebody's initials elsewhere. Small letters count
// where papers print the code so: "dpa", not "pa".
func Lookup(printed, lang string) (feed.Agency, bool) {
	if len(printed) > 4*longestForm {
		return "", false
	}
	a := lookup(trimMarks(fold(printed)), newLocale(lang))
	if a == nil {
		return "", false
	}
	return a.code, true
}

// Name is the agency's full name: "Agence France-Presse" for "AFP". An
// unknown code is its own name.
func Name(code feed.Agency) string {
	for i := range agencies {
		if agencies[i].code == code {
			return agencies[i].name
		}
	}
	return string(code)
}

// Mentions reports whether a line may name an agency, or agencies without a name. It is quick, and
// where it says no, none of the functions of this package finds one in the line.
func Mentions(line string) bool {
	if strings.ContainsFunc(line, isOddlyTyped) {
		line = fold(line)
	}
	telling := tellingWords()
	from := -1
	for i := 0; i <= len(line); {
		r, n := utf8.RuneError, 0
		if i < len(line) {
			r, n = utf8.DecodeRuneInString(line[i:])
		}
		switch in := n > 0 && inWord(r); {
		case in && from < 0:
			from = i
		case !in && from >= 0:
			if telling.has(line[from:i]) {
				return true
			}
			from = -1
		}
		i += max(n, 1)
	}
	return telling.note(line)
}

// isOddlyTyped reports a sign within words that fold changes.
func isOddlyTyped(r rune) bool {
	return r == 0xAD || r >= 0x200B && r <= 0x2060 && unicode.Is(unicode.Cf, r) || r >= 0xFF01 && r <= 0xFF5E
}

// telling are the words that Mentions looks for, in small letters.
type telling struct {
	words  map[string]bool
	starts [64]uint64 // a bit for each way such a word begins, by its first bytes
	notes  []string   // what is said for agencies without naming one
}

func (t *telling) has(w string) bool {
	if h := startOf(w); t.starts[h>>6]>>(h&63)&1 == 0 {
		return false
	}
	var room [longestForm]byte
	if len(w) > len(room) {
		return false
	}
	for i := range len(w) {
		if room[i] = w[i]; w[i] >= utf8.RuneSelf {
			return t.words[strings.ToLower(w)]
		} else if w[i] >= 'A' && w[i] <= 'Z' {
			room[i] |= 0x20
		}
	}
	return t.words[string(room[:len(w)])]
}

// startOf is the same for words that begin with the same bytes, but for their case.
func startOf(w string) uint32 {
	r, n := utf8.DecodeRuneInString(w)
	h := uint32(unicode.ToLower(r)) * 31
	if n < len(w) {
		r, _ = utf8.DecodeRuneInString(w[n:])
		h += uint32(unicode.ToLower(r))
	}
	return h & 0xFFF
}

// note reports whether a line has one of the notes.
func (t *telling) note(line string) bool {
	if len(line) < leastNote {
		return false
	}
	lower := strings.ToLower(line)
	for _, n := range t.notes {
		if strings.Contains(lower, n) {
			return true
		}
	}
	return false
}

// leastNote is less than the shortest of noteMarks that need no agency takes, in bytes.
const leastNote = 12

// tellingWords has the longest word of each form in which agencies are named, and of what is said
// for agencies without a name.
var tellingWords = sync.OnceValue(func() *telling {
	t := &telling{words: map[string]bool{}}
	add := func(form string) {
		longest := ""
		for _, w := range strings.FieldsFunc(form, func(r rune) bool { return !inWord(r) }) {
			if len(w) > len(longest) {
				longest = w
			}
		}
		h := startOf(longest)
		t.words[longest], t.starts[h>>6] = true, t.starts[h>>6]|1<<(h&63)
	}
	for form := range forms() {
		add(form)
	}
	for w := range agencyWords {
		add(w)
	}
	for _, m := range noteMarks {
		if m.rule&alone != 0 {
			t.notes = append(t.notes, m.text)
		}
	}
	return t
})

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return isAlnum(byte(r))
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// locale is a page's language, cut up once.
type locale struct{ lang, region string }

func newLocale(tag string) locale {
	var l locale
	for i, p := range strings.FieldsFunc(tag, func(r rune) bool { return r == '-' || r == '_' }) {
		switch {
		case i == 0:
			l.lang = strings.ToLower(p)
		case len(p) == 2:
			l.region = strings.ToUpper(p)
			if l.region == "GB" {
				l.region = "UK"
			}
			return l
		}
	}
	return l
}

// form is one printed form of one agency.
type form struct {
	agency *agency
	text   string
	langs  string // where it counts; "" everywhere
}

// forms is the table by printed form in small letters.
var forms = sync.OnceValue(func() map[string][]form {
	index := make(map[string][]form, 4*len(agencies))
	for i := range agencies {
		a := &agencies[i]
		add := func(list, langs string) {
			for t := range strings.SplitSeq(list, "|") {
				if t == "" {
					continue
				}
				langs := langs
				if text, only, ok := strings.Cut(t, "@"); ok {
					t, langs = text, only
				}
				k := strings.ToLower(fold(t))
				index[k] = append(index[k], form{a, t, langs})
			}
		}
		add(a.forms, "")
		add(a.local, a.langs)
	}
	return index
})

// longestForm bounds, in bytes, what lookup compares.
const longestForm = 64

func lookup(s string, l locale) *agency {
	if s == "" || len(s) > longestForm {
		return nil
	}
	var best *agency
	rank := -1
	for _, f := range forms()[strings.ToLower(s)] {
		if r := f.fits(s, l); r > rank {
			best, rank = f.agency, r
		}
	}
	return best
}

// fits says how well the form explains what is printed; -1: not at all.
func (f form) fits(printed string, l locale) int {
	rank := 0
	switch {
	case l.region != "" && hasWord(f.agency.countries, l.region):
		rank = 2
	case l.lang != "" && hasWord(f.agency.langs, l.lang):
		rank = 1
	}
	if f.langs != "" && (l.lang == "" || !hasWord(f.langs, l.lang)) {
		return -1
	}
	if printed == f.text || printed == strings.ToUpper(f.text) {
		return rank
	}
	switch n := utf8.RuneCountInString(f.text); {
	case n <= 4: // codes: only as listed
		return -1
	case f.langs != "" && !strings.Contains(f.text, " "): // a word of the language, unless it has its capital
		first, _ := utf8.DecodeRuneInString(printed)
		if !unicode.IsUpper(first) {
			return -1
		}
	}
	return rank
}

func hasWord(list, word string) bool {
	for w := range strings.SplitSeq(list, " ") {
		if w == word {
			return true
		}
	}
	return false
}

// fold evens out the ways of typing the same printed line: full-width letters
// and brackets, kinds of blanks, dashes and apostrophes; runs of blanks become one.
func fold(s string) string {
	if folded(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		switch {
		case r >= 0xFF01 && r <= 0xFF5E:
			r -= 0xFEE0
		case r == 0x2018 || r == 0x2019 || r == 0x00B4 || r == '`':
			r = '\''
		case r == 0x2010 || r == 0x2011:
			r = '-'
		case r == 0x00AD || r == 0x200B || r == 0x200C || r == 0x200E || r == 0x200F || r == 0x2060:
			continue
		}
		if unicode.IsSpace(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// folded reports whether fold would change nothing: single blanks between words of ASCII.
func folded(s string) bool {
	prev := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c <= ' ' && (c != ' ' || prev == ' ') || c == '`' || c >= utf8.RuneSelf {
			return false
		}
		prev = c
	}
	return prev != ' ' || s == ""
}

// trim is strings.Trim of signs, which takes long where one of them is not ASCII: most
// words have none.
func trim(s, signs string) string {
	if s == "" || isAlnum(s[0]) && isAlnum(s[len(s)-1]) {
		return s
	}
	return strings.Trim(s, signs)
}

func isAlnum(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' }

// marks are what papers put around a credit.
const marks = " \t()[]{}【】〔〕［］（）「」<>«»„“”\"*_|•·●◆♦■▪►▶–—―-:;,./…"

// trimMarks takes away what stands around a code, but leaves a bracket that
// belongs to the name: "African News Agency (ANA)".
func trimMarks(s string) string {
	t := trim(s, marks)
	for _, pair := range [...][2]string{{"(", ")"}, {"«", "»"}} {
		if i := strings.Index(t, pair[0]); i > 0 && !strings.Contains(t, pair[1]) && strings.Contains(s, t+pair[1]) {
			t += pair[1]
		}
	}
	return t
}
