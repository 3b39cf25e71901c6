package wire

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"depesche/feed"
)

// Credit is a line that says which agency a text comes from.
type Credit struct {
	Line     string        // as printed, in one line: "(afp/red)"
	Agencies []feed.Agency // in printed order, each once
	Unnamed  bool          // agencies are credited but none is named: "mit Agenturen"
	Story    string        // the wire's own number of the story, the same in every paper: "dpa:261109-99-53606"
}

// Bounds on what is looked at, in bytes. A credit is a short line; a note in
// a sentence or two is the longest form.
const (
	longestCredit = 240
	longestNote   = 700
)

// storyNumber is dpa's: date, service, number; the version behind the slash
// differs between papers.
var storyNumber = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\bdpa:(\d{6}-\d{1,4}-\d{1,8})(?:/\d{1,3})?`) })

// ParseCredit reads a line of its own, the one after the text or the source
// line above it. It reports false where the line is no agency credit: a
// picture credit, an editor's sign, a paper, a sentence that quotes an agency.
func ParseCredit(line, lang string) (Credit, bool) {
	if len(line) > 4*longestNote {
		return Credit{}, false
	}
	s := feed.Line(line)
	if s == "" || len(s) > longestNote {
		return Credit{}, false
	}
	return parseCredit(s, newLocale(lang))
}

func parseCredit(s string, l locale) (Credit, bool) {
	c := Credit{Line: s}
	if !Mentions(s) {
		return c, false
	}
	f := fold(s)
	if strings.Contains(f, "dpa:") {
		if m := storyNumber().FindStringSubmatchIndex(f); m != nil {
			c.Story = "dpa:" + f[m[2]:m[3]]
			f = f[:m[0]] + "dpa" + f[m[1]:]
		}
	}
	if isNote(f, l) {
		return c, readNote(f, l, &c)
	}
	if len(f) > longestCredit || isPicture(f) {
		return c, false
	}
	f, ok := cutCopyright(unwrap(f), s != "" && isWrapped(f), c.Story != "")
	if !ok {
		return c, false
	}
	if isWrapped(fold(s)) {
		f = nameAtSlash(f)
	}
	mode, f := cutIntro(f)
	parts := cut(f, l)
	if !mode.allows(parts) || buttons[c.Line] {
		return c, false
	}
	c.Agencies = codes(parts)
	c.Unnamed = len(c.Agencies) == 0
	return c, true
}

// nameAtSlash makes a comma of the slash in "(Ada Lindner / Reuters)": in brackets
// and with blanks around it a writer stands there, elsewhere a photographer.
func nameAtSlash(f string) string {
	name, agency, ok := strings.Cut(f, " / ")
	if !ok || strings.Contains(agency, "/") || !isPerson(name) {
		return f
	}
	return name + ", " + agency
}

// mode says how a credit line begins, and with that what it may hold.
type mode uint8

const (
	bare   mode = iota // "afp/red"
	source             // "Quelle: dpa"
	by                 // "Von Ada Lindner, dpa"
	with               // "With files from The Canadian Press and Ada Lindner"
)

// allows reports whether the parts make an agency credit in this mode.
func (m mode) allows(parts []part) bool {
	hits, nameless, people := 0, 0, 0
	for i, p := range parts {
		switch p.class {
		case agencyHit:
			hits++
		case unnamed:
			nameless++
		case person:
			people++
			if m != with && (p.joint == slash || p.joint == bar || i+1 < len(parts) && (parts[i+1].joint == slash || parts[i+1].joint == bar)) {
				return false // "NAME/dpa", "dpa | NAME": a photographer
			}
			if m == bare && (p.joint == bracket || strings.Count(p.text, " ") > 3) {
				return false
			}
		case other:
			if m != with && m != by || !isTitle(p.text) {
				return false
			}
		case place:
			if i == 0 {
				return false
			}
		case sign, desk, paper, press:
		}
	}
	if m == bare && len(parts) == 1 && nameless == 1 {
		if w := strings.ToLower(parts[0].text); agencyWords[w] && !loneWords[w] {
			return false // "Agenturmeldungen" heads a list
		}
	}
	return hits+nameless > 0 && people <= 6
}

// isTitle reports what can be a paper or a name: one to six words, the first
// with a capital.
func isTitle(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return (isCapital(r) || unicode.IsDigit(r)) && strings.Count(s, " ") < 6
}

// withWords open a credit that names further hands beside the agency.
var withWords = set("mit", "with", "avec", "con", "com", "amb", "met", "med", "additional", "additionally", "reporting", "z", "s", "unter", "including", "incorporating", "zusätzliche", "ergänzt", "nach", "по", "ile", "mukaan")

// byWords open a line that names who wrote.
var byWords = set("von", "by", "par", "por", "da", "door", "av", "af", "de", "di", "per", "od", "autor", "autorin", "autoren", "author", "authors", "auteur", "autore", "von:", "by:")

// cutIntro takes "Quelle:" and its like away. Words such as "mit" stay: the
// parts drop them.
func cutIntro(f string) (mode, string) {
	if i := strings.IndexAny(f, ":•·|►"); i > 0 && i <= 40 {
		_, n := utf8.DecodeRuneInString(f[i:])
		if sourceWords[strings.ToLower(strings.TrimSpace(f[:i]))] {
			return source, strings.TrimSpace(f[i+n:])
		}
	}
	w, rest, _ := strings.Cut(f, " ")
	switch w = strings.TrimRight(strings.ToLower(w), ":"); {
	case withWords[w]:
		return with, f
	case byWords[w]:
		return by, strings.TrimSpace(rest)
	case sourceWords[w] && !agencyWords[w] && rest != "":
		return source, strings.TrimLeft(rest, ":•- ")
	}
	return bare, f
}

// unwrap takes brackets and marks from around a whole line.
func unwrap(f string) string {
	for range 3 {
		f = trim(f, " \t–—―-*•·●◆♦■▪►▶.…|_\"")
		if !isWrapped(f) {
			break
		}
		_, n := utf8.DecodeRuneInString(f)
		_, m := utf8.DecodeLastRuneInString(f)
		f = f[n : len(f)-m]
	}
	return f
}

var closers = map[rune]rune{'(': ')', '[': ']', '【': '】', '〔': '〕', '/': '/', '«': '»', '<': '>'}

// isWrapped reports one pair of brackets, or slashes, around the whole.
func isWrapped(f string) bool {
	first, n := utf8.DecodeRuneInString(f)
	last, m := utf8.DecodeLastRuneInString(f)
	closer, ok := closers[first]
	if !ok || closer != last || len(f) < n+m {
		return false
	}
	inside := f[n : len(f)-m]
	return !strings.ContainsRune(inside, last) && !strings.ContainsRune(inside, first) || first == '(' && balanced(inside)
}

func balanced(s string) bool {
	depth := 0
	for _, r := range s {
		switch r {
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}

// cutCopyright takes the sign away where it stands before a text's agency:
// with dpa's story number, a year, or inside brackets. Elsewhere it is a picture's.
func cutCopyright(f string, wrapped, story bool) (string, bool) {
	rest, ok := strings.CutPrefix(f, "©")
	if !ok {
		rest, ok = strings.CutPrefix(f, "(c)")
	}
	if !ok {
		return f, true
	}
	rest = strings.TrimSpace(rest)
	if n := len(rest) - len(" 2026"); n > 0 && rest[n] == ' ' && isDigits(rest[n+1:]) {
		rest = rest[n+1:] + rest[n:n+1] + rest[:n]
	}
	year := len(rest) > 5 && isDigits(rest[:4]) && rest[4] == ' '
	if year {
		rest = rest[5:]
	}
	if year || wrapped || story || strings.HasPrefix(rest, "dpa-infocom") || strings.HasPrefix(rest, "dpa infocom") {
		return rest, !strings.ContainsRune(rest, '|')
	}
	return "", false
}

// isPicture reports a picture's credit by its opening word or by a library in it.
func isPicture(f string) bool {
	lower := strings.ToLower(f)
	for _, w := range pictureWords {
		if strings.Contains(lower, w) {
			return true
		}
	}
	lower = strings.TrimLeft(lower, " ([{*•–—-")
	if strings.HasPrefix(lower, "©") {
		return false // cutCopyright decides
	}
	end := strings.IndexFunc(lower, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(lower)
	}
	return pictureOpeners[lower[:end]]
}

// TrailingCredit finds the credit at the end of a paragraph: "... sagte sie.
// (afp/red)", "... he said. — AP", "... ifølge politiet. /ritzau/". rest is the
// paragraph without it. A bracket inside a sentence is none: "Khan (PTI)."
func TrailingCredit(paragraph, lang string) (rest string, c Credit, ok bool) {
	l := newLocale(lang)
	body := strings.TrimRightFunc(paragraph, isSpaceOrMark)
	if len(paragraph)-len(body) > longestCredit {
		return paragraph, Credit{}, false
	}
	if i := strings.LastIndexByte(body, '\n'); i >= 0 && len(body)-i <= longestNote {
		if line := feed.Line(body[i+1:]); line != "" {
			if c, ok := parseCredit(line, l); ok {
				return trimRight(body[:i]), c, true
			}
		}
	}
	for range 2 { // the credit, or the paper's own mark behind it
		open := lastBracket(body)
		if open < 0 {
			break
		}
		before := strings.TrimRightFunc(body[:open], unicode.IsSpace)
		inside := feed.Line(body[open:])
		if c, ok := parseCredit(inside, l); ok && (before == "" || endsSentence(before)) {
			return trimRight(before), c, true
		}
		if !isOwnMark(inside) || !endsSentence(before) && lastBracket(before) < 0 {
			break
		}
		body = before
	}
	return trailingWords(paragraph, body, l)
}

// trailingWords looks behind the last sentences of a paragraph for a credit
// without brackets.
func trailingWords(paragraph, body string, l locale) (string, Credit, bool) {
	end := len(body)
	for range 4 {
		i := sentenceBreak(body[:end])
		if i < 0 || len(body)-i > longestCredit {
			break
		}
		tail := feed.Line(body[i:])
		if c, ok := parseCredit(tail, l); ok && isTail(tail, l) {
			return trimRight(body[:i]), c, true
		}
		end = i
	}
	return paragraph, Credit{}, false
}

// isTail is stricter than a line of its own: codes only, or an opening that
// leaves no doubt.
func isTail(tail string, l locale) bool {
	f := unwrap(fold(tail))
	if isNote(f, l) || strings.HasPrefix(f, "©") {
		return true
	}
	m, f := cutIntro(f)
	switch m {
	case source:
		return true
	case by:
		return false
	case with:
		return len(f) < 120 && !strings.HasSuffix(strings.TrimSpace(tail), "?")
	case bare:
	}
	for _, p := range cut(f, l) {
		switch p.class {
		case agencyHit:
			if len(p.text) > 30 || l.lang == "ko" { // in Korean papers so ends a caption
				return false
			}
		case sign, desk, paper, unnamed, press:
		case person, place, other:
			return false
		}
	}
	return !strings.ContainsAny(f, "?!")
}

// sentenceBreak gives where the last sentence of s begins, -1 where s is only one.
func sentenceBreak(s string) int {
	for i := len(s) - 1; i > max(0, len(s)-2*longestCredit); i-- {
		if s[i] != ' ' && s[i] != '\n' && s[i] != '/' && s[i] != 0xA0 {
			continue
		}
		if isAlnum(s[i-1]) {
			continue // no stop there
		}
		head := strings.TrimRight(s[:i], " \n\u00a0–—-")
		if i+1 < len(s) && endsSentence(head) && !endsAbbreviated(head) {
			return len(head)
		}
	}
	return -1
}

// endsAbbreviated reports "U.S.", "Dr.", "z. B.", "9.": a stop that ends no sentence.
func endsAbbreviated(s string) bool {
	if !strings.HasSuffix(s, ".") {
		return false
	}
	s = s[:len(s)-1]
	w := s[strings.LastIndexAny(s, " \n(.")+1:]
	return utf8.RuneCountInString(w) == 1 || w == "Dr" || w == "Mr" || w == "Mrs" || w == "St" || w == "Prof"
}

// endsSentence reports a stop at the end, quotation marks and brackets behind it apart.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \u00a0\"'”“’‘»«)]")
	r, _ := utf8.DecodeLastRuneInString(s)
	switch r {
	case '.', '!', '?', '…', '。', '！', '？', '।', '؟', '」', '』', '－':
		return true
	}
	return false
}

// lastBracket gives where the bracket begins that ends s, -1 where s ends otherwise.
func lastBracket(s string) int {
	r, n := utf8.DecodeLastRuneInString(s)
	if r == '.' || r == '。' {
		r, n = utf8.DecodeLastRuneInString(s[:len(s)-n])
	}
	opener := ""
	switch r {
	case ')':
		opener = "("
	case '）':
		opener = "（"
	case ']':
		opener = "["
	case '】':
		opener = "【"
	case '〕':
		opener = "〔"
	}
	if opener == "" || n == 0 {
		return -1
	}
	i := strings.LastIndex(s, opener)
	if len(s)-i > longestCredit {
		return -1
	}
	return i
}

// isOwnMark reports "(E-2)", "(phy)": a bracket of the paper behind the credit.
func isOwnMark(bracketed string) bool {
	s := trimMarks(bracketed)
	return s != "" && utf8.RuneCountInString(s) <= 6 && !strings.Contains(s, " ")
}

func isSpaceOrMark(r rune) bool {
	return unicode.IsSpace(r) || r == '♦' || r == '◆' || r == '■' || r == '▪' || r == '●'
}

func trimRight(s string) string {
	return strings.TrimRightFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '–' || r == '—' })
}
