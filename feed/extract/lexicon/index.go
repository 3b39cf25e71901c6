package lexicon

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"depesche/feed/extract/lexicon/literal"
)

// entry is one line of a section of phrases.
type entry struct {
	topic     Topic
	place     place
	text      string   // plain text, folded; "" of a regular expression
	pattern   string   // the regular expression; "" of plain text
	needs     []string // texts of which every match of the expression contains one
	goesOn    bool     // its last word may go on
	hasRest   bool     // a whole line that may go on
	freeStart bool     // may begin within a word
	compile   sync.Once
	re        *regexp.Regexp
}

// restOfLine is how many bytes may follow an entry that stands for a whole line and goes on.
const restOfLine = 80

// matches tries a regular expression; it is compiled when it is first tried. An entry may
// begin with signs itself, so that a line is tried with those it begins with and without.
func (e *entry) matches(line, words string) bool {
	e.compile.Do(func() { e.re = regexp.MustCompile(e.pattern) })
	switch e.place {
	case anywhere:
		return e.re.MatchString(line)
	case whole:
		words = strings.TrimRightFunc(words, notInWord)
		line = strings.TrimSpace(line)
	case lead:
	}
	return e.re.MatchString(words) || line != words && e.re.MatchString(line)
}

// begins reports whether a line begins with a plain entry.
func (e *entry) begins(line string) bool {
	rest, ok := strings.CutPrefix(line, e.text)
	switch {
	case !ok:
		return false
	case e.place == whole && len(rest) > restOfLine:
		return false
	}
	return e.goesOn || !wordGoesOn(rest)
}

// stands reports whether a plain entry that occurs in a line stands there as words.
func (e *entry) stands(line string, at int) bool {
	if !e.freeStart && at > 0 {
		if r, _ := utf8.DecodeLastRuneInString(line[:at]); inWord(r) {
			return false
		}
	}
	return e.goesOn || !wordGoesOn(line[at+len(e.text):])
}

func wordGoesOn(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && inWord(r)
}

// inWord reports whether a sign is part of a word; vowels of Indian scripts are marks.
func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

func notInWord(r rune) bool { return !inWord(r) }

// leadBytes is how much of a line's first word is looked up, at most.
const leadBytes = 6

// index holds entries so that a line is compared with few of them: entries that are the
// whole line are looked up, those that begin it are looked up by its first bytes, and the
// others are tried only where a text occurs that they cannot do without.
type index struct {
	whole map[string][]*entry
	leads map[string][]*entry
	texts *literal.Finder
	list  []*entry // those of texts
}

// Matcher holds a line against the entries of some topics. Its index is built when the
// first line comes.
type Matcher func() *index

// NewMatcher makes a matcher of the entries of topics at places.
func NewMatcher(of Places) Matcher {
	return sync.OnceValue(func() *index { return newIndex(theBook().entries, of) })
}

func newIndex(entries []*entry, of Places) *index {
	x := &index{whole: map[string][]*entry{}, leads: map[string][]*entry{}, texts: literal.NewFinder()}
	for _, e := range entries {
		if of.at(e.place).Has(e.topic) {
			x.add(e)
		}
	}
	return x
}

func (x *index) add(e *entry) {
	switch {
	case e.pattern != "":
		x.texts.Add(len(x.list), e.needs)
		x.list = append(x.list, e)
	case e.place == whole && !e.hasRest:
		x.whole[e.text] = append(x.whole[e.text], e)
	case e.place == anywhere:
		x.texts.Add(len(x.list), []string{e.text})
		x.list = append(x.list, e)
	default:
		key := e.text[:min(leadBytes, len(e.text))]
		x.leads[key] = append(x.leads[key], e)
	}
}

// each calls yield with the entries that a line has, some more than once, until it says
// false. Entries that can add nothing to what was found are not tried.
func (x *index) each(line string, yield func(*entry) bool, found *Places) {
	if len(line) > MaxLine {
		line = strings.ToValidUTF8(line[:MaxLine], "")
	}
	line = fold(line)
	words := strings.TrimLeftFunc(line, notInWord)
	if !x.eachWhole(words, yield) {
		return
	}
	for n := min(leadBytes, len(words)); n > 0; n-- {
		for _, e := range x.leads[words[:n]] {
			if e.begins(words) && !yield(e) {
				return
			}
		}
	}
	x.texts.Find(line, func(i, at int) bool {
		e := x.list[i]
		if found != nil && found.at(e.place).Has(e.topic) {
			return false
		}
		if e.pattern != "" && e.matches(line, words) || e.pattern == "" && e.stands(line, at) {
			return !yield(e)
		}
		return false
	})
}

// longestWhole is how long a line can be, in bytes, that is an entry.
const longestWhole = 120

func (x *index) eachWhole(words string, yield func(*entry) bool) bool {
	words = strings.TrimRightFunc(words, notInWord)
	if len(words) > longestWhole {
		return true
	}
	keys := [...]string{words, numbersAs(words), withoutCount(words)}
	for i, k := range keys {
		if k == "" || i > 0 && k == words {
			continue
		}
		for _, e := range x.whole[k] {
			if !yield(e) {
				return false
			}
		}
	}
	return true
}

// numbersAs writes each number in a line as the sign that stands for one.
func numbersAs(s string) string {
	if strings.IndexFunc(s, unicode.IsDigit) < 0 {
		return s
	}
	var b strings.Builder
	in := false
	for i, r := range s {
		switch {
		case unicode.IsDigit(r):
			if !in {
				b.WriteByte('#')
			}
			in = true
		case in && (r == '.' || r == ',') && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9':
		default:
			in = false
			b.WriteRune(r)
		}
	}
	return b.String()
}

// withoutCount takes a count in brackets off the end of a line whose last bracket is gone.
func withoutCount(s string) string {
	head := strings.TrimRightFunc(s, unicode.IsDigit)
	if len(head) == len(s) || !strings.HasSuffix(head, "(") && !strings.HasSuffix(head, "[") {
		return s
	}
	return strings.TrimRightFunc(head, notInWord)
}

// fold writes a line in small letters, with one blank for any, one apostrophe, and one
// letter for those that writers and fonts mix up.
func fold(s string) string {
	if folded(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for _, r := range s {
		if r = foldRune(r); r < 0 {
			continue
		}
		if r == ' ' {
			blank = true
			continue
		}
		if blank && r != ':' && r != '?' && r != '!' {
			b.WriteByte(' ')
		}
		blank = false
		b.WriteRune(r)
	}
	if blank {
		b.WriteByte(' ')
	}
	return b.String()
}

// folded reports whether a line is plain and in small letters already.
func folded(s string) bool {
	blank := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf, c >= 'A' && c <= 'Z', c < ' ':
			return false
		case blank && (c == ' ' || c == ':' || c == '?' || c == '!'):
			return false
		}
		blank = c == ' '
	}
	return true
}

// foldRune gives the small letter that stands for a letter, one blank for all; negative for none.
func foldRune(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z':
		return r
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r < utf8.RuneSelf && r > ' ':
		return r
	case unicode.IsSpace(r):
		return ' '
	}
	return foldLetter(unicode.ToLower(r))
}

// foldLetter gives the letter that stands for a small letter; negative for none.
func foldLetter(r rune) rune {
	switch r {
	case '’', '‘', 'ʼ', '´':
		return '\''
	case '：':
		return ':'
	case '（':
		return '('
	case '）':
		return ')'
	case 'ı': // capitals of Turkish have two i
		return 'i'
	case 'ș':
		return 'ş'
	case 'ț':
		return 'ţ'
	case 'ё':
		return 'е'
	case 'أ', 'إ', 'آ':
		return 'ا'
	case 'ی', 'ى':
		return 'ي'
	case 'ک':
		return 'ك'
	case 'ά':
		return 'α'
	case 'έ':
		return 'ε'
	case 'ή':
		return 'η'
	case 'ί', 'ϊ', 'ΐ':
		return 'ι'
	case 'ό':
		return 'ο'
	case 'ύ', 'ϋ', 'ΰ':
		return 'υ'
	case 'ώ':
		return 'ω'
	case 'ς':
		return 'σ'
	case '\u0307', 'ـ', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u00ad', '\ufeff':
		return -1
	}
	return r
}
