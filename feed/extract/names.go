package extract

import (
	"strings"
	"unicode"
)

var (
	nameSplit  = lazy(`\s*(?:[,;|/•·&、，]|\s(?:und|and|et|y|e|og|och|en|i|a|ve|sowie|mit|with|with additional reporting by)\s)\s*`)
	bylineLead = lazyOf(func() string { return `(?i)^(?:` + topic(bylines).any() + `)(?:\s*[:：]\s*|\s+)` })
	// profileLead stands before a name in a link to what its owner wrote.
	profileLead = lazyOf(func() string { return `(?i)^(?:` + topic(profiles).any() + `)\s+` })
	dateLike    = lazy(`\d{1,2}[.:/]\d{2}|\d{4}|\d{1,2}\. `)
	initialEnd  = lazy(`(?:^|\s)(?:\p{Lu}|Jr|Sr)\.$`)
)

func contains(list []string, s string) bool {
	k := foldKey(s)
	for _, x := range list {
		if foldKey(x) == k {
			return true
		}
	}
	return false
}

// looksLikeNames reports whether a short line can be nothing but names: two to
// four words each, all with a capital.
func looksLikeNames(s string) bool {
	if len(s) > 80 || sentenceEnd(s) {
		return false
	}
	for _, n := range nameSplit().Split(s, -1) {
		words := strings.Fields(n)
		if len(words) < 2 || len(words) > 4 {
			return false
		}
		for _, w := range words {
			if !unicode.IsUpper(firstRune(w)) || strings.ContainsAny(w, "0123456789?!:") || len(w) > 3 && w == strings.ToUpper(w) {
				return false
			}
		}
	}
	return true
}
