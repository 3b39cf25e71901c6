package literal

import (
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Starts tells by the first letters of a text which of some patterns can match there: a
// pattern that begins with one of hundreds of words need not be tried on most texts.
type Starts struct {
	of     map[string]uint64 // by the first letters, in one case: a bit for each pattern
	always uint64            // patterns that may begin with anything
}

const (
	startLetters = 4    // how many letters are looked at
	mostStarts   = 4096 // ways to begin, of one pattern
	mostOfClass  = 16   // letters of a class that are told apart
)

// Add takes a pattern in that is anchored to the beginning of a text, by a number below 64.
func (s *Starts) Add(pattern int, tree *syntax.Regexp) {
	if s.of == nil {
		s.of = map[string]uint64{}
	}
	for _, b := range after([]beginning{{}}, tree.Simplify()) {
		if b.text == "" {
			s.always |= 1 << pattern
		}
		s.of[b.text] |= 1 << pattern
	}
}

// Of gives a bit for each pattern that may match at the beginning of a text.
func (s *Starts) Of(text string) uint64 {
	var room [startLetters * utf8.UTFMax]byte
	key, found, n := room[:0], s.always, 0
	for _, r := range text {
		if n++; n > startLetters {
			break
		}
		key = utf8.AppendRune(key, oneCase(r))
		found |= s.of[string(key)]
	}
	return found
}

// oneCase gives the same letter for all that are equal but for their case.
func oneCase(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z':
		return r - 'a' + 'A'
	case r < utf8.RuneSelf:
		return r
	}
	least := r
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		least = min(least, f)
	}
	return least
}

// beginning is what a match may begin with.
type beginning struct {
	text string
	open bool // anything may follow
}

func (b beginning) grows() bool { return !b.open && utf8.RuneCountInString(b.text) < startLetters }

func unique(list []beginning) []beginning {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b beginning) int { return strings.Compare(a.text, b.text) })
	return slices.Compact(list)
}

// after gives what a match may begin with where a pattern stands behind other beginnings.
func after(list []beginning, re *syntax.Regexp) []beginning {
	switch list = unique(list); {
	case len(list) > mostStarts:
		return []beginning{{open: true}}
	case !slices.ContainsFunc(list, beginning.grows):
		return list
	}
	switch re.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return list
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			list = each(list, []rune{r})
		}
		return list
	case syntax.OpCharClass:
		return each(list, runesOf(re.Rune))
	case syntax.OpCapture:
		return after(list, re.Sub[0])
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			list = after(list, sub)
		}
		return list
	case syntax.OpAlternate:
		var all []beginning
		for _, sub := range re.Sub {
			all = append(all, after(list, sub)...)
		}
		return all
	case syntax.OpQuest:
		return append(append([]beginning{}, list...), after(list, re.Sub[0])...)
	case syntax.OpPlus, syntax.OpStar:
		once := after(list, re.Sub[0])
		for i := range once {
			once[i].open = true // the same again, or what follows
		}
		if re.Op == syntax.OpStar {
			once = append(once, list...)
		}
		return once
	}
	return each(list, nil)
}

// each puts a letter of some behind each beginning; where there are none, it may be any.
func each(list []beginning, letters []rune) []beginning {
	var out []beginning
	for _, b := range list {
		if len(letters) == 0 {
			b.open = true
		}
		if !b.grows() {
			out = append(out, b)
			continue
		}
		for _, r := range letters {
			out = append(out, beginning{b.text + string(oneCase(r)), false})
		}
	}
	return out
}

// runesOf are the letters of a class, given as pairs; nil where they are many.
func runesOf(pairs []rune) []rune {
	var out []rune
	for i := 0; i+1 < len(pairs); i += 2 {
		if len(out)+int(pairs[i+1]-pairs[i]) >= mostOfClass {
			return nil
		}
		for r := pairs[i]; r <= pairs[i+1]; r++ {
			out = append(out, r)
		}
	}
	return out
}
