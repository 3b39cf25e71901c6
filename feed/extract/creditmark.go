package extract

import (
	"cmp"
	"encoding/binary"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
	"unicode"

	"depesche/feed/extract/lexicon"
	"depesche/feed/extract/lexicon/literal"
)

// A photo credit stands behind a mark: "Foto:", "©", "photo by". The pattern of all of
// them in all languages is long, and a caption is read for it several times, so that
// only those marks are looked for whose words are there, and only around them.

const (
	markBegins = `(?:^|` + markParts + `)`
	markParts  = `[\s(\[|/.,;:。、，–—-]` // stand before a mark
)

// markPattern is the pattern of some marks: words in front of a colon, signs, and words
// that need none.
func markPattern(begins string, words, signs, by []string) string {
	var of []string
	if words != nil {
		of = append(of, `(?:`+strings.Join(words, "|")+`)\s?(?:\[M\]|\(M\))?\s?[:：=＝]\s?(?:©\s?)?`)
	}
	for _, s := range signs {
		of = append(of, s+`\s?`)
	}
	if by != nil {
		of = append(of, `(?:`+strings.Join(by, "|")+`)\s`)
	}
	return `(?i)` + begins + `(?:` + strings.Join(of, "|") + `)`
}

var markSigns = []string{"©", "ⓒ", "&copy;", `\(c\)`}

// creditMark is the pattern of all marks, laterMark of those that are not a text's beginning.
var (
	creditMark = lazyOf(func() string { return allMarks(markBegins) })
	laterMark  = lazyOf(func() string { return allMarks(markParts) })
)

func allMarks(begins string) string {
	return markPattern(begins, lexicon.All(lexicon.Photo), markSigns, lexicon.All(lexicon.PhotoBy))
}

// markRoom is what a mark may hold beside its word, on either side: what parts it from the
// text before, a note that the picture is a montage, the colon, and a sign.
const markRoom = 20

// markText says what a text stands for that a mark cannot do without.
type markText struct {
	kind    markKind
	pattern string
	reach   int // bytes of the mark's longest word; -1 where there is no bound
}

type markKind int

const (
	markWord markKind = iota // in front of a colon
	markSign
	markBy
)

// markTexts are these texts; their numbers are those of what they stand for.
var markTexts = sync.OnceValues(func() (*literal.Finder, []markText) {
	l, list := literal.NewFinder(), []markText(nil)
	for kind, patterns := range [...][]string{markWord: lexicon.All(lexicon.Photo), markSign: markSigns, markBy: lexicon.All(lexicon.PhotoBy)} {
		for _, p := range patterns {
			reach, needs := -1, []string(nil)
			if tree, err := syntax.Parse(p, syntax.Perl); err == nil {
				reach, needs = literal.Longest(tree), literal.NeedsOf(tree)
			}
			l.Add(len(list), needs)
			list = append(list, markText{markKind(kind), p, reach})
		}
	}
	return l, list
})

// fewMarks are the patterns of such marks as stand together in a text, as far as they were
// needed: a caption has one or two of the hundreds there are.
var fewMarks struct {
	sync.Mutex
	of map[string]*regexp.Regexp
}

// manyMarks is how many of them are kept; a page that wants more of them is held against the
// pattern of all.
const manyMarks = 500

// markPatternOf gives the pattern of some marks by their numbers, in order and each once; first
// says that it is for the beginning of a text.
func markPatternOf(numbers []int, first bool) *regexp.Regexp {
	var room [64]byte
	key := room[:0]
	for _, n := range numbers {
		key = binary.AppendUvarint(key, uint64(n))
	}
	if first {
		key = append(key, 0, 0) // no list of numbers ends so: each stands in it once
	}
	fewMarks.Lock()
	defer fewMarks.Unlock()
	re := fewMarks.of[string(key)]
	switch {
	case re != nil:
		return re
	case len(fewMarks.of) >= manyMarks && first:
		return creditMark()
	case len(fewMarks.of) >= manyMarks:
		return laterMark()
	}
	_, list := markTexts()
	var of [markBy + 1][]string
	for _, i := range numbers {
		of[list[i].kind] = append(of[list[i].kind], list[i].pattern)
	}
	begins := markParts
	if first {
		begins = markBegins
	}
	re = regexp.MustCompile(markPattern(begins, of[markWord], of[markSign], of[markBy]))
	if fewMarks.of == nil {
		fewMarks.of = map[string]*regexp.Regexp{}
	}
	fewMarks.of[string(key)] = re
	return re
}

// span is a part of a text.
type span struct{ from, to int }

// markSpans calls yield with the marks a text may hold and the parts where, until it says true.
func markSpans(s string, yield func(mark int, where span) bool) bool {
	low := toLower(s)
	texts, list := markTexts()
	return texts.Find(low, func(i, at int) bool {
		m := &list[i]
		if m.reach < 0 || at < 0 || len(low) != len(s) { // small letters of other lengths: the places are not the same
			return yield(i, span{0, len(s)})
		}
		p := span{max(0, at-m.reach-markRoom), min(len(s), at+m.reach+markRoom)}
		if m.kind == markWord && !strings.ContainsAny(s[at:p.to], ":：=＝") {
			return false
		}
		return yield(i, p)
	})
}

// mayMark reports whether a text has a place where a mark may stand.
func mayMark(s string) bool { return markSpans(s, func(int, span) bool { return true }) }

// marksIn gives the places of the first n marks in a text, of all where n is negative.
func marksIn(s string, n int) [][]int {
	numbers, parts := make([]int, 0, 16), make([]span, 0, 16) // most texts have no more
	markSpans(s, func(mark int, p span) bool {
		numbers, parts = append(numbers, mark), append(parts, p)
		return false
	})
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	slices.SortFunc(parts, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	var out [][]int
	for i := 0; i < len(parts) && (n < 0 || len(out) < n); {
		p := parts[i]
		for i++; i < len(parts) && parts[i].from <= p.to; i++ {
			p.to = max(p.to, parts[i].to)
		}
		for _, m := range markPatternOf(numbers, p.from == 0).FindAllStringIndex(s[p.from:p.to], -1) { // of n, some may go on in small letters
			if at := []int{p.from + m[0], p.from + m[1]}; (n < 0 || len(out) < n) && !leadsOn(s, at) {
				out = append(out, at)
			}
		}
	}
	return out
}

// leadsOn reports whether a mark without a sign goes on in small letters: "Foto de familia" names nobody.
func leadsOn(s string, at []int) bool {
	return !strings.ContainsAny(s[at[0]:at[1]], ":：=＝©ⓒ(") && unicode.IsLower(firstRune(strings.TrimLeft(s[at[1]:], " ")))
}

// firstMark gives the place of a text's first mark; nil where it has none.
func firstMark(s string) []int {
	if m := marksIn(s, 1); m != nil {
		return m[0]
	}
	return nil
}

// markedLine reports whether a line is a photo credit and says so: "Foto: ...".
func markedLine(l string) bool {
	m := firstMark(l)
	return m != nil && m[0] == 0 && isCredit(l)
}
