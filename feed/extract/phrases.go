package extract

import (
	"regexp"
	"regexp/syntax"
	"strings"
)

// phrases are patterns that may stand anywhere in a line. Each is tried only
// where the longest word it cannot do without occurs: one big alternation
// costs a hundred times as much.
type phrases []phrase

type phrase struct {
	need string
	re   *regexp.Regexp
}

// newLeading makes patterns that a line begins with, behind any signs; end is
// what follows each.
func newLeading(patterns []string, end string) phrases {
	whole := make([]string, len(patterns))
	for i, p := range patterns {
		whole[i] = `^[^\pL\pN]*(?:` + p + `)` + end
	}
	return newPhrases(whole)
}

func newPhrases(patterns []string) phrases {
	out := make(phrases, len(patterns))
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
	for i := range ps {
		if strings.Contains(s, ps[i].need) && ps[i].re.MatchString(s) {
			return true
		}
	}
	return false
}

// count is the number of patterns that match.
func (ps phrases) count(s string) int {
	n := 0
	for i := range ps {
		if strings.Contains(s, ps[i].need) && ps[i].re.MatchString(s) {
			n++
		}
	}
	return n
}
