package extract

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"
	"unicode"
)

// phrases are patterns that may stand anywhere in a line. Each is tried only
// where the longest word it cannot do without occurs: one big alternation
// costs a hundred times as much. They are compiled when the first line is
// tried: hundreds of them would cost every start of the program 100 ms.
type phrases func() []phrase

type phrase struct {
	need string // every match contains it
	lead string // every match begins with it, behind signs; of patterns for a line's beginning
	re   *regexp.Regexp
}

// lazy is a pattern that is compiled when it is first used, for the same reason.
func lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// newLeading makes patterns that a line begins with, behind any signs; end is
// what follows each.
func newLeading(patterns []string, end string) phrases {
	whole := make([]string, len(patterns))
	for i, p := range patterns {
		whole[i] = `^[^\pL\pN]*(?:` + p + `)` + end
	}
	return sync.OnceValue(func() []phrase {
		out := compile(whole)
		for i, p := range patterns {
			if lead, _ := regexp.MustCompile(p).LiteralPrefix(); lead != "" && !notWord(firstRune(lead)) {
				out[i].lead = lead
			}
		}
		return out
	})
}

func newPhrases(patterns []string) phrases {
	return sync.OnceValue(func() []phrase { return compile(patterns) })
}

func compile(patterns []string) []phrase {
	out := make([]phrase, len(patterns))
	for i, p := range patterns {
		out[i] = phrase{re: regexp.MustCompile(p)}
		if tree, err := syntax.Parse(p, syntax.Perl); err == nil {
			out[i].need = literal(tree)
		}
	}
	return out
}

// literal is the longest text that every match of a pattern contains.
func literal(re *syntax.Regexp) string {
	switch re.Op {
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase == 0 {
			return string(re.Rune)
		}
	case syntax.OpCapture, syntax.OpPlus:
		return literal(re.Sub[0])
	case syntax.OpConcat:
		best := ""
		for _, s := range re.Sub {
			if l := literal(s); len(l) > len(best) {
				best = l
			}
		}
		return best
	}
	return ""
}

func (ps phrases) match(s string) bool {
	word := strings.TrimLeftFunc(s, notWord)
	list := ps()
	for i := range list {
		p := &list[i]
		if strings.HasPrefix(word, p.lead) && (p.lead != "" || strings.Contains(s, p.need)) && p.re.MatchString(s) {
			return true
		}
	}
	return false
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }

// count is the number of patterns that match.
func (ps phrases) count(s string) int {
	n := 0
	list := ps()
	for i := range list {
		if strings.Contains(s, list[i].need) && list[i].re.MatchString(s) {
			n++
		}
	}
	return n
}
