package extract

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// phrases are patterns that may stand anywhere in a line. Each is tried only
// where a text occurs that it cannot do without: one big alternation costs a
// hundred times as much. They are compiled when the first line is tried:
// hundreds of them would cost every start of the program 100 ms.
type phrases func() *phraseTable

type phraseTable struct {
	patterns []*regexp.Regexp
	texts    *literals        // what the patterns need, wherever it stands
	leads    map[string][]int // those that a line's first word leads to, by its first bytes
}

// leadBytes is how much of a line's first word is looked up, at most.
const leadBytes = 4

// lazy is a pattern that is compiled when it is first used, for the same reason.
func lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// lazyOf is lazy, of a pattern that is put together.
func lazyOf(pattern func() string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern()) })
}

// newLeading makes patterns that a line begins with, behind any signs; end is
// what follows each.
func newLeading(of topic, end string) phrases {
	return sync.OnceValue(func() *phraseTable {
		t := &phraseTable{texts: newLiterals(), leads: map[string][]int{}}
		for i, p := range of.all() {
			whole := `^[^\pL\pN]*(?:` + p + `)` + end
			t.patterns = append(t.patterns, regexp.MustCompile(whole))
			lead, _ := regexp.MustCompile(p).LiteralPrefix()
			if lead == "" || notWord(firstRune(lead)) {
				t.texts.add(i, needsOf(whole))
				continue
			}
			lead = lead[:min(leadBytes, len(lead))]
			t.leads[lead] = append(t.leads[lead], i)
		}
		return t
	})
}

func newPhrases(of topic) phrases {
	return sync.OnceValue(func() *phraseTable {
		t := &phraseTable{texts: newLiterals()}
		for i, p := range of.all() {
			t.patterns = append(t.patterns, regexp.MustCompile(p))
			t.texts.add(i, needsOf(p))
		}
		return t
	})
}

func (ps phrases) match(s string) bool {
	t := ps()
	word := strings.TrimLeftFunc(s, notWord)
	for n := min(leadBytes, len(word)); n > 0 && len(t.leads) > 0; n-- {
		for _, i := range t.leads[word[:n]] {
			if t.patterns[i].MatchString(s) {
				return true
			}
		}
	}
	return t.texts.find(s, func(i, _ int) bool { return t.patterns[i].MatchString(s) })
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }

// count is the number of patterns that match.
func (ps phrases) count(s string) int {
	t := ps()
	found := map[int]bool{}
	t.texts.find(s, func(i, _ int) bool {
		if !found[i] && t.patterns[i].MatchString(s) {
			found[i] = true
		}
		return false
	})
	return len(found)
}
