package extract

import (
	"strings"
	"unicode"
)

var (
	nameSplit  = lazy(`\s*(?:[,;|/•·&、，]|\s(?:und|and|et|y|e|og|och|en|i|a|ve|sowie|mit|with|with additional reporting by)\s)\s*`)
	initialEnd = lazy(`(?:^|\s)(?:\p{Lu}|Jr|Sr)\.$`)
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
