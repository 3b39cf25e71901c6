package extract

import (
	"math/bits"
	"strings"
	"sync"
	"unicode"

	"depesche/feed/extract/lexicon"
)

// baseLang is the language of a tag without region: "de" of "de-AT".
func baseLang(tag string) string {
	i := strings.IndexAny(tag, "-_")
	if i < 0 {
		i = len(tag)
	}
	return strings.ToLower(tag[:i])
}

// langTag makes a BCP 47 tag of what pages write: "de_DE", "DE-de", "german".
func langTag(s string) string {
	s = strings.TrimSpace(strings.SplitN(s, ",", 2)[0])
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '_' })
	if len(parts) == 0 || len(parts) > 3 {
		return ""
	}
	base := strings.ToLower(parts[0])
	if full, ok := langNames[base]; ok {
		base = full
	}
	if len(base) < 2 || len(base) > 3 || base == "und" || strings.IndexFunc(base, func(r rune) bool { return r < 'a' || r > 'z' }) >= 0 {
		return ""
	}
	for _, p := range parts[1:] {
		switch {
		case len(p) == 2 && isLetters(p):
			return base + "-" + strings.ToUpper(p)
		case len(p) == 4 && isLetters(p):
			return base + "-" + strings.ToUpper(p[:1]) + strings.ToLower(p[1:])
		}
	}
	return base
}

func isLetters(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// language settles the article's language: what the page says, checked by the
// text's own words where the two can be told apart.
func (p *page) language(ld *ldArticle, text string) string {
	said := ""
	for _, s := range []string{p.meta.htmlLang, p.meta.get("content-language", "language", "og:locale", "dc.language", "inlanguage"), ld.language} {
		if said = langTag(s); said != "" {
			break
		}
	}
	seen := detect(text)
	if said == "" || seen != "" && baseLang(said) != seen && !(seen == "no" && (baseLang(said) == "nb" || baseLang(said) == "nn")) {
		if seen != "" {
			return seen
		}
	}
	return said
}

// maxLanguages is how many languages can be told apart: a bit of a word for each.
const maxLanguages = 64

// detect tells a text's language from its script or its commonest words; ""
// when the text is short or undecided.
func detect(text string) string {
	if len(text) > 6000 {
		text = text[:6000]
	}
	if l := script(text); l != "" {
		return l
	}
	var hits [maxLanguages]int
	known, words := commonWords(), 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		words++
		for in := known[w]; in != 0; in &= in - 1 {
			hits[bits.TrailingZeros64(in)]++
		}
	}
	best, second := 0, 0
	for l, n := range hits {
		switch {
		case l == 0:
		case n > hits[best]:
			second, best = hits[best], l
		case n > second:
			second = n
		}
	}
	if words < 25 || hits[best]*12 < words || hits[best]*4 < second*5 {
		return ""
	}
	return lexicon.Codes()[best]
}

func script(text string) string {
	var kana, han, hangul, arabic, hebrew, greek, letters int
	for _, r := range text {
		switch {
		case !unicode.IsLetter(r):
			continue
		case r >= 0x3040 && r <= 0x30FF:
			kana++
		case r >= 0x4E00 && r <= 0x9FFF:
			han++
		case r >= 0xAC00 && r <= 0xD7A3:
			hangul++
		case r >= 0x0600 && r <= 0x06FF:
			arabic++
		case r >= 0x0590 && r <= 0x05FF:
			hebrew++
		case r >= 0x0370 && r <= 0x03FF || r >= 0x1F00 && r <= 0x1FFF:
			greek++
		}
		letters++
	}
	switch {
	case letters < 20:
	case hangul*3 > letters:
		return "ko"
	case kana*8 > letters:
		return "ja"
	case han*2 > letters:
		return "zh"
	case hebrew*2 > letters:
		return "he"
	case greek*2 > letters:
		return "el"
	case arabic*2 > letters && !strings.ContainsAny(text, "پچژگ"):
		return "ar"
	}
	return ""
}

// commonWords gives for each word the languages that have it, a bit for each.
var commonWords = sync.OnceValue(func() map[string]uint64 {
	out := map[string]uint64{}
	for i, code := range lexicon.Codes() {
		for _, w := range lexicon.Language(code, lexicon.Common) {
			out[w] |= 1 << i
		}
	}
	return out
})

var langNames = map[string]string{"german": "de", "deutsch": "de", "english": "en", "french": "fr", "italian": "it", "spanish": "es", "dutch": "nl", "danish": "da", "norwegian": "no", "swedish": "sv", "finnish": "fi", "portuguese": "pt", "polish": "pl", "czech": "cs", "turkish": "tr", "japanese": "ja", "korean": "ko", "chinese": "zh", "arabic": "ar", "hebrew": "he", "ger": "de", "deu": "de", "eng": "en"}
