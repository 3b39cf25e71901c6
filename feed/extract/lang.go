package extract

import (
	"math/bits"
	"strings"
	"unicode"
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

// detect tells a text's language from its script or its commonest words; ""
// when the text is short or undecided.
func detect(text string) string {
	if len(text) > 6000 {
		text = text[:6000]
	}
	if l := script(text); l != "" {
		return l
	}
	hits := make([]int, len(languages))
	words := 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		for in := commonWords[w]; in != 0; in &= in - 1 {
			hits[bits.TrailingZeros32(in)]++
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
	return languages[best]
}

func script(text string) string {
	var kana, han, hangul, arabic, hebrew, cyrillic, letters int
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
		case r >= 0x0400 && r <= 0x04FF:
			cyrillic++
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
	case arabic*2 > letters && !strings.ContainsAny(text, "پچژگ"):
		return "ar"
	}
	return ""
}

var languages = []string{"de", "en", "fr", "it", "es", "nl", "da", "no", "sv", "pl", "cs", "tr", "pt"}

var commonWords = wordIndex(map[string]string{
	"de": "der die und das nicht ist den mit von auf für sich ein eine dem des auch wie aus bei nach wird sind werden hat dass einen einer zum zur über",
	"en": "the of and to in that is was for with his as on be at by have from this not are but had they which you were their has will said",
	"fr": "le la les des et est une du dans qui que pour pas sur plus par avec ce il sont aux cette ont mais été",
	"it": "il di che la un è per una non sono con del della dei le gli nel alla più anche ha dal",
	"es": "el la de que y los en un por con no una las del se para su al como más pero ha este",
	"nl": "de het een en van ik te dat niet op is met voor zijn er aan om ook als bij door maar naar",
	"da": "og det at en den til er som på de med han af for ikke der var har et blev efter også",
	"no": "og det å en den til er som på de med han av for ikke har et ble etter også fra om vi",
	"sv": "och det att en den till är som på de med han av för inte har ett från om men också var",
	"pl": "i w na z się nie do to że jest o jak po przez od dla za ale był oraz który są",
	"cs": "a v na se je že s z do o to k i ve pro za by jako po ale podle jsou který",
	"tr": "ve bir bu için da de ile olarak olan çok daha gibi sonra kadar ne en göre ancak olduğu",
	"pt": "o de que e do da em um para é com não uma os no se na por mais as dos como mas foi ao",
})

// wordIndex gives for each word the languages that have it, a bit for each.
func wordIndex(by map[string]string) map[string]uint32 {
	out := map[string]uint32{}
	for i, l := range languages {
		for w := range strings.FieldsSeq(by[l]) {
			out[w] |= 1 << i
		}
	}
	return out
}

var langNames = map[string]string{"german": "de", "deutsch": "de", "english": "en", "french": "fr", "italian": "it", "spanish": "es", "dutch": "nl", "danish": "da", "norwegian": "no", "swedish": "sv", "polish": "pl", "czech": "cs", "turkish": "tr", "japanese": "ja", "korean": "ko", "chinese": "zh", "arabic": "ar", "hebrew": "he", "ger": "de", "deu": "de", "eng": "en"}
