package wire

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/feed"
)

// class says what a part of a credit is.
type class uint8

const (
	other     class = iota
	agencyHit       // one of the table
	unnamed         // "Agenturen"
	sign            // "red", "ino": who edited it
	desk            // "lby" after "dpa/"
	paper           // "ntv.de"
	press           // "ots"
	person          // "Ada Lindner": a capitalised name of several words
	place           // "Lindenau" after a sign, "MANILA" after an agency
)

// joint says what stood in front of a part.
type joint uint8

const (
	start joint = iota
	slash
	comma
	bar
	word // "und", "with"
	dash
	bracket
)

// part is a piece of a credit between two joints.
type part struct {
	text   string
	joint  joint
	class  class
	agency *agency
}

// maxParts bounds the work on one line; a credit has few hands.
const maxParts = 24

// cut takes a folded line apart. Slashes, commas, brackets, bars, dashes
// between blanks and words like "und" part it; "TT-AFP" is parted where both
// sides are agencies.
func cut(s string, l locale) []part {
	var parts []part
	joint, from := start, 0
	put := func(to int) {
		if t := trim(s[from:to], " \t.:*\"„“”_"); t != "" && len(parts) < maxParts {
			parts = append(parts, part{text: t, joint: joint})
		}
	}
	for i, r := range s {
		next, n := jointAt(s, i, r, l)
		if n == 0 || i < from {
			continue
		}
		before := len(parts)
		put(i)
		from = i + n
		if len(parts) > before || next != word { // ", and" stays a comma
			joint = next
		}
	}
	put(len(s))
	parts = splitHyphens(parts, l)
	for i := range parts {
		p := &parts[i]
		p.class, p.agency = classify(parts, i, l)
	}
	return parts
}

// jointAt reads a joint of n bytes at s[i:]; n is 0 where there is none.
func jointAt(s string, i int, r rune, l locale) (joint, int) {
	switch r {
	case '/', '+', '／':
		return slash, utf8.RuneLen(r)
	case ',', ';', '、', '，', '；':
		return comma, utf8.RuneLen(r)
	case '|', '•', '·', '・', '●', '♦', '◆', '■':
		return bar, utf8.RuneLen(r)
	case '&':
		return word, 1
	case '(', ')', '[', ']', '【', '】', '〔', '〕':
		return bracket, utf8.RuneLen(r)
	case '–', '—', '―', '=':
		return dash, utf8.RuneLen(r)
	case '-':
		if i > 0 && s[i-1] == ' ' && (i+1 == len(s) || s[i+1] == ' ') {
			return dash, 1
		}
	case ' ':
		end := strings.IndexByte(s[i+1:], ' ')
		if end <= 0 || end > 16 {
			return start, 0
		}
		if isConjunction(s[i+1:i+1+end], l) {
			return word, end + 1
		}
	}
	return start, 0
}

func isConjunction(w string, l locale) bool {
	if localConjunctions[l.lang][w] {
		return true
	}
	return conjunctions[w] || len(w) >= 3 && strings.ToUpper(w) == w && conjunctions[strings.ToLower(w)]
}

// splitHyphens parts "TT-AFP-Reuters", and leaves "Keystone-SDA" whole.
func splitHyphens(parts []part, l locale) []part {
	out := make([]part, 0, len(parts))
	for _, p := range parts {
		if !strings.Contains(p.text, "-") || len(p.text) > longestForm || lookup(p.text, l) != nil {
			out = append(out, p)
			continue
		}
		pieces := strings.Split(p.text, "-")
		all := true
		for _, t := range pieces {
			all = all && lookup(t, l) != nil
		}
		if !all {
			out = append(out, p)
			continue
		}
		for i, t := range pieces {
			j := slash
			if i == 0 {
				j = p.joint
			}
			out = append(out, part{text: t, joint: j})
		}
	}
	return out
}

func classify(parts []part, i int, l locale) (class, *agency) {
	text := parts[i].text
	afterDpa := i > 0 && parts[i-1].agency != nil && parts[i-1].agency.code == "dpa" && parts[i].joint == slash
	switch lower := strings.ToLower(text); {
	case afterDpa && dpaDesks[text]:
		return desk, nil
	case isPress(lower):
		return press, nil
	case ownDesk[lower]:
		return sign, nil
	}
	if a, bare := agencyIn(text, l); a != nil {
		return agencyHit, a
	} else if bare {
		return unnamed, nil
	}
	switch {
	case photoDesks[text]:
		return other, nil
	case isSign(text):
		return sign, nil
	case isDomain(text) || isStation(text) || isDate(text):
		return paper, nil
	case i > 0 && isPlace(text) && !strings.Contains(text, " ") && (parts[i-1].class == agencyHit || parts[i-1].class == sign) && parts[i].joint == comma:
		return place, nil
	case isSignAndPlace(text):
		return sign, nil
	case isPerson(text):
		return person, nil
	}
	return other, nil
}

// agencyIn finds the one agency a part names, past words in front ("Material
// der Nachrichtenagentur") and behind ("Sport", "writer NAME in Paris").
// bare reports words for agencies without a name.
func agencyIn(text string, l locale) (a *agency, bare bool) {
	for range 8 {
		if a := agencyThen(text, l); a != nil {
			return a, false
		}
		if agencyWords[strings.ToLower(text)] {
			return nil, true
		}
		rest, dropped, agencyWord := dropLeadIn(text)
		if !dropped {
			return nil, false
		}
		bare = bare || agencyWord
		if text = rest; text == "" {
			return nil, bare
		}
	}
	return nil, false
}

// agencyThen reads an agency at the start of a part, alone or with after-words
// or a place behind it.
func agencyThen(text string, l locale) *agency {
	if a := lookup(trimMarks(text), l); a != nil {
		return a
	}
	if code, kind, ok := strings.Cut(text, "-"); ok && (leadIns[strings.ToLower(kind)] || agencyWords[strings.ToLower(kind)]) {
		return lookup(trimMarks(code), l) // "dpa-Material"
	}
	for end := len(text); ; {
		end = strings.LastIndexByte(text[:end], ' ')
		if end <= 0 {
			return nil
		}
		if a := lookup(trimMarks(text[:end]), l); a != nil && isAfter(text[end+1:]) {
			return a
		}
	}
}

// isAfter reports what may follow an agency: after-words, then nothing, a
// name behind one of them, or "in" and a place.
func isAfter(rest string) bool {
	seen := false
	for rest != "" {
		w, tail, _ := strings.Cut(rest, " ")
		switch lower := strings.ToLower(strings.Trim(w, ".,:")); {
		case lower == "in" || lower == "aus" || lower == "à" || lower == "en":
			return isPlace(tail)
		case afterWords[lower]:
			seen = true
		case isDigits(w):
		default:
			return seen && isPerson(rest) || isPerson(rest) && strings.Contains(rest, " in ")
		}
		rest = tail
	}
	return true
}

// dropLeadIn takes one lead-in or agency word from the front.
func dropLeadIn(text string) (rest string, dropped, agencyWord bool) {
	if i := strings.IndexByte(text, '\''); i > 0 && i <= 4 && leadIns[strings.ToLower(text[:i+1])] {
		return text[i+1:], true, false
	}
	w, tail, _ := strings.Cut(text, " ")
	w = strings.ToLower(strings.TrimRight(w, ":"))
	switch {
	case agencyWords[w]:
		return strings.TrimSpace(tail), true, true
	case leadIns[w] || ownDesk[w]:
		return strings.TrimSpace(tail), true, false
	}
	if two, tail2, ok := strings.Cut(tail, " "); ok || two != "" {
		if agencyWords[w+" "+strings.ToLower(two)] {
			return strings.TrimSpace(tail2), true, true
		}
	}
	return text, false, false
}

func isPress(lower string) bool {
	lower = trimMarks(lower)
	for _, p := range pressReleases {
		if rest, ok := strings.CutPrefix(lower, p); ok && (rest == "" || rest[0] == ' ') {
			return true
		}
	}
	return false
}

// photoDesks stand in a photographer's place: "STR/AFP".
var photoDesks = set("STR", "STF", "HO", "UGC", "EPA", "AFPTV", "NASA", "ESA")

// isSign reports an editor's sign: one to four small letters, or one to three
// of any kind ("E", "jW").
func isSign(s string) bool {
	n, small := 0, 0
	for _, r := range s {
		if !unicode.IsLetter(r) || !unicode.IsUpper(r) && !unicode.IsLower(r) {
			return false
		}
		if unicode.IsLower(r) {
			small++
		}
		n++
	}
	return n > 0 && n <= 3 || small == n && n == 4
}

// isStation reports a paper's or station's own capitals: "WELT", "BR24".
func isStation(s string) bool {
	for _, r := range s {
		if (r < 'A' || r > 'Z') && (r < '0' || r > '9') {
			return false
		}
	}
	return len(s) >= 2 && len(s) <= 5 && !isDigits(s)
}

// isDate reports "9.11.2026", "10:00", "2026".
func isDate(s string) bool {
	digits := 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r != '.' && r != ':' && r != '-' && r != ' ':
			return false
		}
	}
	return digits >= 2
}

// isSignAndPlace reports "ck Lindenau".
func isSignAndPlace(s string) bool {
	w, rest, ok := strings.Cut(s, " ")
	return ok && isSign(w) && unicode.IsLower(rune(w[0])) && isPlace(rest) && !leadIns[w]
}

// isDomain reports "ntv.de", "ORF.at".
func isDomain(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	if dot <= 0 || len(s)-dot < 3 || len(s)-dot > 11 || strings.ContainsAny(s, " @:") {
		return false
	}
	for _, r := range s[dot+1:] {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// isPlace reports one to four words that begin with a capital.
func isPlace(s string) bool {
	words := 0
	for w := range strings.SplitSeq(strings.Trim(s, " .,:"), " ") {
		r, _ := utf8.DecodeRuneInString(w)
		if !isCapital(r) && !placeWords[w] {
			return false
		}
		words++
	}
	return words >= 1 && words <= 4
}

// placeWords stand in small letters within a place's name.
var placeWords = set("am", "an", "der", "im", "in", "bei", "ob", "vor", "de", "la", "le", "les", "los", "las", "del", "do", "da", "di", "of", "and", "the", "sur", "upon", "sul", "y", "und", "auf", "dem", "den")

// nameWords stand in small letters within a person's name.
var nameWords = set("von", "van", "de", "der", "den", "zu", "zur", "vom", "da", "di", "du", "dos", "del", "della", "la", "le", "el", "al", "bin", "ibn", "ter", "ten", "af", "av", "y", "e", "i", "in", "dr.", "und", "zum", "a", "o", "bint", "ould", "do", "das", "des")

// isPerson reports two to six words that look like a name: each begins with a
// capital or is a particle.
func isPerson(s string) bool {
	words, capitals := 0, 0
	for w := range strings.SplitSeq(s, " ") {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case isCapital(r):
			capitals++
		case !nameWords[w]:
			return false
		}
		words++
	}
	return words >= 2 && words <= 6 && capitals >= 2
}

// isCapital reports a capital, or a letter of a script that has none.
func isCapital(r rune) bool {
	return unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
}

func isDigits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return s != ""
}

// codes lists the agencies of the parts in printed order, each once.
func codes(parts []part) []feed.Agency {
	var out []feed.Agency
	for _, p := range parts {
		if p.agency != nil {
			out = appendOnce(out, p.agency.code)
		}
	}
	return out
}

func appendOnce(list []feed.Agency, code feed.Agency) []feed.Agency {
	for _, c := range list {
		if c == code {
			return list
		}
	}
	return append(list, code)
}
