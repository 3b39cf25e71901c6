package cache

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"unicode"
)

// pattern is a /regex/ of the query language.
type pattern struct {
	re *regexp.Regexp
	// need stands in every text that matches, in small letters. To look for it costs a
	// tenth of what the machine of a pattern costs that may be of either case.
	need string
}

func newPattern(source string) (*pattern, error) {
	re, err := compilePattern(source)
	if err != nil {
		return nil, err
	}
	p := &pattern{re: re}
	if tree, err := syntax.Parse(re.String(), syntax.Perl); err == nil {
		p.need = needed(tree)
	}
	return p, nil
}

func (p *pattern) matches(text string) bool {
	return strings.Contains(strings.ToLower(text), p.need) && p.re.MatchString(text)
}

// needed gives the longest text that a pattern cannot match without, in small letters; "" for none.
func needed(re *syntax.Regexp) string {
	switch re.Op { // all others can do without any text
	case syntax.OpLiteral:
		return steady(re.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return needed(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return needed(re.Sub[0])
		}
	case syntax.OpConcat:
		best := ""
		for _, sub := range re.Sub {
			if s := needed(sub); len(s) > len(best) {
				best = s
			}
		}
		return best
	}
	return ""
}

// steady gives the longest run of letters that have one small letter whatever way they are written: not so
// s, which may be ſ.
func steady(letters []rune) string {
	best, run := "", ""
	for _, r := range letters {
		run += string(unicode.ToLower(r))
		for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
			if unicode.ToLower(other) != unicode.ToLower(r) {
				run = ""
			}
		}
		if len(run) > len(best) {
			best = run
		}
	}
	return best
}
