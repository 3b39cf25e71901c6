package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/feed"
)

var (
	nameSplit = lazy(`\s*(?:[,;|/•·&、，]|\s(?:und|and|et|y|e|og|och|en|i|a|ve|sowie|mit|with|with additional reporting by)\s)\s*`)
	// profileLead stands before a name in a link to what its owner wrote.
	// noticeFirst begins what stands beside a name and is none.
	noticeFirst = lazy(`(?i)^(?:posted|published|publicado|pubblicato|publié|veröffentlicht|publiziert|erschienen|aktualisiert|updated|modified|last|zuletzt|télécharger|download|foto|photo|bild|bildquelle|illustration)\b`)
	initialEnd  = lazy(`(?:^|\s)(?:\p{Lu}|Jr|Sr)\.$`)
	dateLike    = lazy(`\d{1,2}[.:/]\d{2}|\d{4}|\d{1,2}\. `)
)

// splitNames cuts a byline into names.
func splitNames(s string) []string {
	s = feed.Line(strings.Map(plainSpace, s))
	for range 3 {
		s = bylineLead().ReplaceAllString(s, "")
	}
	return nameSplit().Split(s, -1)
}

// cleanName gives a person's name, or "" where it cannot be one.
func cleanName(s string) string {
	s = feed.Line(strings.Map(plainSpace, s))
	for range 2 {
		s = bylineLead().ReplaceAllString(s, "")
	}
	if i := strings.IndexAny(s, "(<[@"); i > 0 {
		s = s[:i]
	} else if i == 0 {
		return ""
	}
	s = profileLead().ReplaceAllString(s, "")
	s = roleTail().ReplaceAllString(s, "")
	s = strings.Trim(s, " ,:;|-–—*\"'")
	if !initialEnd().MatchString(s) {
		s = strings.TrimRight(s, ". ")
	}
	if n := utf8.RuneCountInString(s); n < 2 || n > 60 || len(strings.Fields(s)) > 6 {
		return ""
	}
	if strings.Contains(s, "http") || strings.Contains(s, "www.") || dateLike().MatchString(s) || notName()[strings.ToLower(s)] {
		return ""
	}
	r := firstRune(s)
	word, rest, more := strings.Cut(s, " ")
	switch {
	case unicode.IsDigit(r), roleFirst().MatchString(s), noticeFirst().MatchString(s):
		return ""
	case unicode.IsLower(r) && (!more || !particle()[word]):
		return ""
	case more && strings.ContainsAny(rest, "0123456789"):
		return ""
	}
	return s
}

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
