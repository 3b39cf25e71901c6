package wire

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"depesche/feed"
)

// longestDateline bounds, in bytes, how far into a paragraph a dateline may reach.
const longestDateline = 200

// ParseDateline parts the place, date and agency in front of a text from it:
// "Berlin (dpa/bb) - Der Senat ..." gives "Berlin (dpa/bb) -", the rest, and
// dpa. A paper's own dateline ("DUBLIN —", "München/London –") is ok without
// agencies. rest is the end of the paragraph, byte for byte.
func ParseDateline(paragraph, lang string) (dateline, rest string, agencies []feed.Agency, ok bool) {
	l := newLocale(lang)
	lead := len(paragraph) - len(strings.TrimLeftFunc(paragraph, unicode.IsSpace))
	s := paragraph[lead:]
	head := s
	if len(head) > longestDateline {
		head = head[:longestDateline]
		for len(head) > 0 && !utf8.ValidString(head[len(head)-min(3, len(head)):]) {
			head = head[:len(head)-1]
		}
	}
	var end int
	for _, read := range [...]func(string, locale) (int, []feed.Agency){eastern, leadingBracket, placeAndBracket, slashed, placeAndAgency, ownDateline} {
		if end, agencies = read(head, l); end > 0 {
			break
		}
	}
	rest = strings.TrimLeftFunc(s[end:], unicode.IsSpace)
	if end == 0 || rest == "" {
		return "", paragraph, nil, false
	}
	return feed.Line(s[:end]), rest, agencies, true
}

// easternLine is the Chinese dateline: agency, place, date, the sign for
// telegram, perhaps the reporter in brackets.
var easternLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[（(]?(\p{Han}{2,4}社|\p{Han}{2,3}网|\p{Han}{2,3}網)([^。，,\n]{2,40}?)[电電][）)]?(?:[（(][^）)]{1,40}[）)])?[:：,，\s]*`)
})

func eastern(s string, l locale) (int, []feed.Agency) {
	if s == "" || s[0] < utf8.RuneSelf && s[0] != '(' {
		return 0, nil
	}
	m := easternLine().FindStringSubmatchIndex(s)
	if m == nil {
		return 0, nil
	}
	name := s[m[2]:m[3]]
	for name != "" { // 中央社記者 begins with 中央社
		if a := lookup(name, l); a != nil {
			return m[1], []feed.Agency{a.code}
		}
		_, n := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-n]
	}
	return 0, nil
}

// leadingBracket reads "(ANSA) - ROMA, ", "(EFE).- ", "(서울=연합뉴스) NAME 기자 = ",
// "［東京　９日　ロイター］ - ", "【ソウル＝NAME】".
func leadingBracket(s string, l locale) (int, []feed.Agency) {
	inside, n := bracketAt(s)
	if n == 0 {
		return 0, nil
	}
	agencies, known := bracketCredit(inside, l)
	if len(agencies) == 0 {
		agencies = spacedCredit(inside, l)
		known = len(agencies) > 0
	}
	if len(agencies) == 0 {
		if strings.HasPrefix(s, "【") && strings.ContainsAny(inside, "=＝") && len(inside) < 60 {
			return n, nil
		}
		return 0, nil
	}
	if m := koreanReporter().FindString(s[n:]); m != "" {
		return n + len(m), agencies
	}
	stop := terminator(s[n:])
	if stop == 0 {
		if !known || !startsText(s[n:]) {
			return 0, nil
		}
		return n, agencies
	}
	n += stop
	if m := placeBehind().FindString(s[n:]); m != "" {
		n += len(m)
	}
	return n, agencies
}

// koreanReporter is the name that follows "(서울=연합뉴스)".
var koreanReporter = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*(?:[\p{Hangul}·, ]{2,40}(?:기자|특파원)\s*)?[=＝]\s*`)
})

// placeBehind is the place that Italian papers print behind the agency:
// "ROMA, 09 NOV - ".
var placeBehind = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*\p{Lu}[\p{Lu}' ]{1,30}(?:, \d{1,2} \p{Lu}{3,9})?(?:, | [-–—] )`)
})

// placeAndBracket reads "Berlin (dpa/bb) - ", "PARIS, Nov 9 (Reuters) -",
// "Frankfurt (epd). ", "Vatikanstadt (KNA) ", "PARIS — (AP) ".
func placeAndBracket(s string, l locale) (int, []feed.Agency) {
	open := strings.IndexByte(s, '(')
	for _, o := range [...]string{"（", "["} {
		if i := strings.Index(s, o); i >= 0 && (i < open || open < 0) {
			open = i
		}
	}
	if open <= 0 {
		return 0, nil
	}
	from := strings.TrimRight(s[:open], " \n\t\u00a0")
	inside, n := bracketAt(s[open:])
	if s[open] == '[' { // "Lindenau [Altland], November 9 (ANI)"
		next := strings.IndexByte(s[open+1:], '(')
		if n == 0 || next < 0 {
			return 0, nil
		}
		open += 1 + next
		from = strings.NewReplacer("[", "", "]", "").Replace(strings.TrimSpace(s[:open]))
		inside, n = bracketAt(s[open:])
	}
	dashed := strings.TrimRight(from, " –—-")
	if n == 0 || !isDatePlace(dashed) {
		return 0, nil
	}
	agencies, known := bracketCredit(inside, l)
	end := open + n
	stop := terminator(s[end:])
	switch {
	case !startsText(s[end+stop:]): // the sentence goes on
		return 0, nil
	case stop > 0 && len(agencies) > 0:
	case stop > 0 && known && dashes(s[end:end+stop]): // "Lindenau (kg) - ": the paper's own hand
	case len(agencies) > 0 && (dashed != from || strings.Count(dashed, " ") < 4):
	default:
		return 0, nil
	}
	return end + stop, agencies
}

// slashed reads "МОСКВА, 24 апреля. /ТАСС/. " and "LINDENAU, November 9. /TASS/. ".
func slashed(s string, l locale) (int, []feed.Agency) {
	open := strings.IndexByte(s, '/')
	if open <= 0 || open > 80 {
		return 0, nil
	}
	width := strings.IndexByte(s[open+1:], '/')
	if width < 0 || width > 40 || !isDatePlace(strings.TrimRight(s[:open], " .\n")) {
		return 0, nil
	}
	a := lookup(fold(s[open+1:open+1+width]), l)
	if a == nil {
		return 0, nil
	}
	end := open + width + 2
	stop := terminator(s[end:])
	if stop == 0 {
		return 0, nil
	}
	return end + stop, []feed.Agency{a.code}
}

// placeAndAgency reads an agency without brackets: "LONDON — Reuters — ", "SYDNEY,
// AAP - ", "Berlin - dpa. ", "МОСКВА, 9 ноя - РИА Новости. ".
func placeAndAgency(s string, l locale) (int, []feed.Agency) {
	const longestPlace, longestAgency = 60, 40
	for _, d := range [...]string{" — ", " – ", " - ", ", "} {
		i := strings.LastIndex(s[:min(len(s), longestPlace)], d)
		for ; i > 0; i = strings.LastIndex(s[:i], d) {
			rest := s[i+len(d):]
			n := strings.IndexAny(rest, "–—-.:")
			if n <= 0 || n > longestAgency || !isDatePlace(s[:i]) {
				continue
			}
			a := lookup(strings.TrimSpace(fold(rest[:n])), l)
			stop := terminator(rest[n:])
			if a != nil && stop > 0 && startsText(rest[n+stop:]) {
				return i + len(d) + n + stop, []feed.Agency{a.code}
			}
		}
	}
	return 0, nil
}

// ownDateline reads what papers print themselves and no headline looks like:
// "DUBLIN — ", "PUTRAJAYA, Nov 22 — ", "München/London – ".
func ownDateline(s string, _ locale) (int, []feed.Agency) {
	for _, d := range [...]string{" — ", "— ", " – ", " - "} {
		i := strings.Index(s[:min(len(s), 60+len(d))], d)
		if i <= 0 {
			continue
		}
		place := strings.TrimSpace(s[:i])
		city, date, _ := strings.Cut(place, ",")
		capitals := utf8.RuneCountInString(city) >= 4 && strings.ToUpper(city) == city && strings.ToLower(city) != city && !strings.ContainsAny(city, "0123456789:") && !labels[strings.ToLower(city)]
		capitals = capitals && (strings.Contains(d, "—") || date != "") // with a shorter dash and no date it is a label: "REPORTAGE - "
		pair := strings.Count(place, "/") == 1 && len(place) < 40 && !strings.ContainsAny(place, " :") && isPlace(strings.ReplaceAll(place, "/", " "))
		if (capitals || pair) && isDatePlace(place) && startsText(s[i+len(d):]) {
			return i + len(d), nil
		}
	}
	return 0, nil
}

// bracketAt gives what stands in the bracket that opens s, and its length.
func bracketAt(s string) (inside string, n int) {
	closers := [...][2]string{{"(", ")"}, {"（", "）"}, {"[", "]"}, {"［", "］"}, {"【", "】"}, {"〔", "〕"}}
	for _, c := range closers {
		if strings.HasPrefix(s, c[0]) {
			i := strings.Index(s, c[1])
			if i < 0 || i > 100 {
				return "", 0
			}
			return s[len(c[0]):i], i + len(c[1])
		}
	}
	return "", 0
}

// bracketCredit reads the bracket of a dateline. known: it holds agencies and
// signs only.
func bracketCredit(inside string, l locale) (agencies []feed.Agency, known bool) {
	f := fold(inside)
	if f == "" || len(f) > 60 || isPicture(f) {
		return nil, false
	}
	parts := cut(f, l)
	for i, p := range parts {
		switch p.class {
		case agencyHit, sign, desk:
		case other, place, person:
			if i > 0 || len(parts) == 1 || p.class == other && !isTitle(p.text) {
				return nil, false // a place may stand in front: "(東京=共同)"
			}
		case unnamed, paper, press:
			return nil, false
		}
	}
	return codes(parts), len(parts) > 0
}

// spacedCredit reads an agency as the last word of a bracket: "東京 ９日 ロイター".
func spacedCredit(inside string, l locale) []feed.Agency {
	words := strings.Fields(fold(inside))
	if len(words) == 1 { // "東京共同"
		for i := range words[0] {
			if a := lookup(words[0][i:], l); a != nil && i >= len("東京") && isHan(words[0]) {
				return []feed.Agency{a.code}
			}
		}
		return nil
	}
	if len(words) < 2 || len(words) > 5 {
		return nil
	}
	if a := lookup(words[len(words)-1], l); a != nil && isDatePlace(strings.Join(words[:len(words)-1], " ")) {
		return []feed.Agency{a.code}
	}
	return nil
}

func isHan(s string) bool {
	for _, r := range s {
		if !unicode.In(r, unicode.Han, unicode.Katakana) {
			return false
		}
	}
	return true
}

// terminator gives the length of what ends a dateline: a dash, a stop, a
// colon, ".-"; 0 where there is none.
func terminator(s string) int {
	found := false
	for i, r := range s {
		switch {
		case r == '-' || r == '–' || r == '—' || r == '―' || r == '.' || r == ':' || r == '：' || r == '|' || r == '=' || r == '＝' || r == '。' || r == '－' || r == '_':
			found = true
		case unicode.IsSpace(r):
		default:
			if !found {
				return 0
			}
			return i
		}
	}
	if found {
		return len(s)
	}
	return 0
}

func dashes(s string) bool { return strings.ContainsAny(s, "-–—") }

// startsText reports the beginning of a sentence: a capital, a figure, an
// opening quotation mark.
func startsText(s string) bool {
	s = strings.TrimLeft(s, " \n\t\u00a0\"'„“”«»‘’–—-")
	r, _ := utf8.DecodeRuneInString(s)
	return isCapital(r) || unicode.IsDigit(r) || strings.HasPrefix(s, "¿") || strings.HasPrefix(s, "¡")
}

// isDatePlace reports places and a date: "ST. LOUIS, Missouri", "Lindenau/Berlin, 9 nov",
// "Praha 9. listopadu". Small letters only in names and after a figure.
func isDatePlace(s string) bool {
	s = strings.Trim(fold(s), " .,-–—")
	if s == "" || len(s) > 90 {
		return false
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '/' || r == ',' || r == '-' || r == '–' })
	if len(words) > 10 {
		return false
	}
	afterFigure, capital := 0, false
	for i, w := range words {
		bareWord := strings.TrimRight(w, ".)")
		if strings.Contains(strings.Trim(w, "."), ".") && utf8.RuneCountInString(w) > 6 {
			return false
		}
		if strings.HasSuffix(w, ".") && utf8.RuneCountInString(bareWord) > 5 && i < len(words)-1 {
			return false // a sentence ended here
		}
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "('"))
		switch {
		case unicode.IsDigit(r):
			afterFigure = 3
			continue
		case isCapital(r):
			capital = true
		case placeWords[w] || strings.HasPrefix(w, "d'") || strings.HasPrefix(w, "al"):
		case afterFigure > 0:
		default:
			return false
		}
		afterFigure--
	}
	return capital
}
