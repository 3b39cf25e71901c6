// Package literal finds which of many short texts occur in a line, in one pass over it.
package literal

import (
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Finder finds which of many short texts occur in a line, in one pass over
// it: a pattern is only tried where a text occurs that it cannot do without.
type Finder struct {
	starts [1024]uint64 // a bit for each way a literal begins, by its first bytes
	lists  map[[literalStart]byte][]literal
	short  [256][]literal // too short for lists, by their first bytes
	always []int          // patterns without a literal
}

// literal is a text and the index of the pattern that needs it.
type literal struct {
	text string
	of   int
}

// literalStart is how many bytes of a literal are looked up at once.
const literalStart = 3

// NewFinder makes a Finder without texts.
func NewFinder() *Finder { return &Finder{lists: map[[literalStart]byte][]literal{}} }

// Add takes a pattern in: texts are what it needs, one of them at least. No
// text, or an empty one, says that it may match anything.
func (l *Finder) Add(pattern int, texts []string) {
	if len(texts) == 0 || slices.Contains(texts, "") {
		l.always = append(l.always, pattern)
		return
	}
	for _, t := range texts {
		if len(t) < literalStart {
			l.short[t[0]] = append(l.short[t[0]], literal{t, pattern})
			continue
		}
		k := [literalStart]byte([]byte(t))
		h := startHash(k[0], k[1], k[2])
		l.starts[h>>6] |= 1 << (h & 63)
		l.lists[k] = append(l.lists[k], literal{t, pattern})
	}
}

func startHash(a, b, c byte) uint32 {
	return (uint32(a)<<16 | uint32(b)<<8 | uint32(c)) * 2654435761 >> 16
}

// Find calls yield with the patterns that may match s, some more than once, until
// it says true; at is where the text stands that speaks for the pattern, -1 if none has to.
func (l *Finder) Find(s string, yield func(pattern, at int) bool) bool {
	for _, i := range l.always {
		if yield(i, -1) {
			return true
		}
	}
	for i := range len(s) {
		for _, t := range l.short[s[i]] {
			if strings.HasPrefix(s[i:], t.text) && yield(t.of, i) {
				return true
			}
		}
		if i+literalStart > len(s) {
			continue
		}
		h := startHash(s[i], s[i+1], s[i+2])
		if l.starts[h>>6]&(1<<(h&63)) == 0 {
			continue
		}
		for _, t := range l.lists[[literalStart]byte([]byte(s[i:i+literalStart]))] {
			if strings.HasPrefix(s[i:], t.text) && yield(t.of, i) {
				return true
			}
		}
	}
	return false
}

// NeedsOf gives texts of which every match of a pattern contains one; none where there are
// no such texts.
func NeedsOf(pattern *syntax.Regexp) []string { return needed(pattern.Simplify()) }

func needed(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase != 0 {
			return nil
		}
		return []string{string(re.Rune)}
	case syntax.OpCapture, syntax.OpPlus:
		return needed(re.Sub[0])
	case syntax.OpConcat:
		var best []string
		for _, sub := range re.Sub {
			if n := needed(sub); n != nil && (best == nil || tellMore(n, best)) {
				best = n
			}
		}
		return best
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			n := needed(sub)
			if n == nil {
				return nil
			}
			all = append(all, n...)
		}
		return all
	}
	return nil
}

// tellMore reports whether texts tell a pattern better from others than those of another list do: the
// shortest of them is longer, or there are fewer of the same length.
func tellMore(texts, than []string) bool {
	a, b := shortest(texts), shortest(than)
	return a > b || a == b && len(texts) < len(than)
}

// Longest is how many bytes the longest text takes that a pattern matches, in any case of
// its letters; -1 where there is no bound.
func Longest(re *syntax.Regexp) int {
	n := 0
	switch re.Op {
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			n += longestCase(r)
		}
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		n = utf8.UTFMax
	case syntax.OpStar, syntax.OpPlus:
		n = -1
	case syntax.OpRepeat:
		if n = Longest(re.Sub[0]); re.Max < 0 || n < 0 {
			return -1
		}
		n *= re.Max
	case syntax.OpCapture, syntax.OpQuest, syntax.OpConcat, syntax.OpAlternate:
		for _, sub := range re.Sub {
			m := Longest(sub)
			switch {
			case m < 0:
				return -1
			case re.Op == syntax.OpAlternate:
				n = max(n, m)
			default:
				n += m
			}
		}
	}
	return n
}

// longestCase is how many bytes a letter takes at most, big or small: there is a sign for
// Kelvin that is a k of three bytes.
func longestCase(r rune) int {
	n := utf8.RuneLen(r)
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		n = max(n, utf8.RuneLen(f))
	}
	return n
}

func shortest(texts []string) int {
	n := len(texts[0])
	for _, t := range texts {
		n = min(n, len(t))
	}
	return n
}
