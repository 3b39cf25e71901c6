package extract

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"depesche/feed"
	"depesche/feed/extract/lexicon"
	"depesche/feed/extract/lexicon/literal"
)

// splitCredit parts a caption from the photo credit at its end (or, rarer, its
// start or in brackets within): "Der Saal. Foto: Ada Lindner/dpa" is "Der Saal."
// and "Ada Lindner/dpa".
func splitCredit(s string) (caption, credit string) {
	s = feed.Line(strings.Map(plainSpace, s))
	if s == "" {
		return "", ""
	}
	if c, cr, ok := bracketCredit(s); ok {
		if rest, more := splitCredit(c); more != "" && rest != "" {
			return rest, joinCredits(more, cr)
		}
		return c, cr
	}
	if c, cr, ok := markedCredit(s); ok {
		return c, cr
	}
	if c, cr, ok := libraryCredit(s); ok {
		return c, cr
	}
	if strings.Contains(s, "기자") {
		if m := eastTail().FindStringSubmatchIndex(s); m != nil && m[0] > 0 {
			return trimCaption(s[:m[0]]), s[m[2]:m[3]]
		}
	}
	return s, ""
}

func joinCredits(a, b string) string {
	switch {
	case a == "" || strings.Contains(b, a):
		return b
	case b == "" || strings.Contains(a, b):
		return a
	}
	return a + " / " + b
}

func plainSpace(r rune) rune {
	if r == 0xA0 || r == 0x202F || r == 0x2009 {
		return ' '
	}
	return r
}

// bracketCredit finds a credit in brackets: "(Foto: NAME)", "[NAME / AFP]".
func bracketCredit(s string) (string, string, bool) {
	for end := len(s); end > 0; {
		j := lastBracket(s[:end], ')', ']', "）")
		if j < 0 {
			return "", "", false
		}
		open := lastBracket(s[:j], '(', '[', "（")
		if open < 0 {
			return "", "", false
		}
		_, ow := utf8.DecodeRuneInString(s[open:])
		_, cw := utf8.DecodeRuneInString(s[j:])
		in := strings.TrimSpace(s[open+ow : j])
		tail := strings.TrimSpace(strings.Trim(s[j+cw:], " .|"))
		if len(in) <= 160 && !notCredit()[strings.ToLower(in)] {
			in = strings.TrimSuffix(in, "撮影") // "photographed by", behind the name
			if opensWithMark(in) || tail == "" && !isSentence(in) && (hasLibrary(in) || strings.HasSuffix(s[:j], "撮影") || len(in) < 40 && endsSentence(s[:open]) && unicode.IsUpper(firstRune(in))) {
				cr := cleanCredit(in)
				before := strings.TrimSpace(s[:open])
				if tail != "" && len(tail) < 60 && before != "" && !hasLibrary(tail) {
					return feed.Line(before + " " + tail), cr, cr != ""
				}
				if tail == "" {
					return trimCaption(before), cr, cr != ""
				}
				if hasLibrary(tail) {
					return trimCaption(before), joinCredits(cr, cleanCredit(tail)), true
				}
				return feed.Line(before + " " + tail), cr, cr != ""
			}
		}
		end = open
	}
	return "", "", false
}

// opensWithMark reports whether a text begins as a credit does: "Foto: ...", "Photo Ada Lindner".
func opensWithMark(s string) bool {
	if m := firstMark(s); m != nil && m[0] == 0 {
		return true
	}
	m := pictureWordAhead(s)
	return m != nil && looksLikeNames(s[m[1]:])
}

// lastBracket is where the last of three brackets begins, -1 where s has none.
func lastBracket(s string, round, square byte, wide string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == round || s[i] == square || s[i] == wide[0] && strings.HasPrefix(s[i:], wide) {
			return i
		}
	}
	return -1
}

// markedCredit finds a credit behind a word such as "Foto:" or "©".
func markedCredit(s string) (string, string, bool) {
	if m := pictureWordAhead(s); m != nil {
		if caption, credit, ok := creditFirst(s[m[1]:]); ok && hasLibrary(credit) {
			return caption, credit, true
		}
	}
	all := marksIn(s, -1)
	if len(all) == 0 {
		return "", "", false
	}
	if all[0][0] == 0 {
		if caption, credit, ok := creditFirst(s[all[0][1]:]); ok {
			return caption, credit, true
		}
	}
	first := -1
	for k := len(all) - 1; k >= 0; k-- { // the first of the marks that stand in one tail
		rest := s[all[k][0]:]
		if len(rest) > 200 || isProseTail(s[all[k][1]:]) {
			break
		}
		first = k
	}
	if first < 0 {
		if all[0][0] == 0 { // credit in front: "Foto: NAME. Text" or "© NAME | Text"
			return leadingCredit(s, all[0][1])
		}
		return "", "", false
	}
	at := all[first][0]
	before, tail := s[:at], s[at:]
	if at > 0 && strings.TrimSpace(before) != "" {
		// "NAME / © AGENCY" and "NAME, Foto: AGENCY": the name in front belongs to the credit.
		if b, name, ok := nameBefore(before); ok {
			return trimCaption(b), joinCredits(name, cleanCredit(tail)), true
		}
	}
	cr := cleanCredit(tail)
	return trimCaption(before), cr, cr != ""
}

func leadingCredit(s string, from int) (string, string, bool) {
	for _, sep := range []string{" | ", ". ", " – ", "; "} {
		if j := strings.Index(s[from:], sep); j > 0 && j < 80 {
			if sep == ". " && isInitial(s[from:from+j]) {
				continue
			}
			return feed.Line(s[from+j+len(sep):]), cleanCredit(s[from : from+j]), true
		}
	}
	return "", "", false
}

func isInitial(s string) bool {
	i := strings.LastIndexByte(s, ' ')
	return len(s)-i-1 <= 2
}

// nameBefore parts a trailing "NAME /" or "NAME |" from the text before it.
func nameBefore(s string) (rest, name string, ok bool) {
	t := strings.TrimRight(s, " ")
	if !strings.HasSuffix(t, "/") {
		return "", "", false
	}
	t = strings.TrimRight(t, " /")
	i := sentenceBreak(t)
	name = strings.TrimSpace(t[i:])
	if i == 0 || len(name) > 60 || isSentence(name) {
		return "", "", false
	}
	return t[:i], name, true
}

// libraryCredit finds a credit without a mark: a last part that names an
// agency or picture library and is no sentence.
func libraryCredit(s string) (string, string, bool) {
	if caption, credit, ok := creditLast(s); ok {
		return trimCaption(withoutPictureWord(caption)), cleanCredit(credit), true
	}
	for _, sep := range []string{" | ", " / ", " — ", " – ", " - ", "  ", " © "} {
		j := strings.Index(s, sep)
		for j >= 0 {
			tail := s[j+len(sep):]
			if len(tail) <= 120 && hasLibrary(tail) && !isSentence(tail) && (sep != " / " && sep != " - " && sep != " – " || endsSentence(s[:j]) || len(tail) < 40) {
				if sep == " / " || sep == " | " {
					if k := sentenceBreak(s[:j]); k > 0 && !isSentence(s[k:j]) && len(s)-k < 120 {
						return trimCaption(s[:k]), cleanCredit(s[k:]), true
					}
				}
				return trimCaption(s[:j]), cleanCredit(tail), true
			}
			next := strings.Index(tail, sep)
			if next < 0 {
				break
			}
			j += len(sep) + next
		}
	}
	if m := namesBehindPicture(s); m != nil && m[0] > 0 {
		return trimCaption(s[:m[0]]), cleanCredit(s[m[2]:]), true
	}
	i := sentenceBreak(strings.TrimRight(s, " ."))
	tail := strings.TrimSpace(s[i:])
	if len(tail) <= 100 && hasLibrary(tail) && !isSentence(tail) {
		return trimCaption(s[:i]), cleanCredit(tail), true
	}
	if i > 20 && (looksLikeNames(tail) && len(tail) <= 40 || bareSource()[strings.ToLower(tail)]) {
		return trimCaption(s[:i]), tail, true
	}
	return "", "", false
}

// pictureWord is a word for a picture with nothing but a name behind it, and no colon between: "Photo Ada Lindner".
var pictureWord = lazyOf(func() string {
	return `\s(?i:` + lexicon.Any(lexicon.Photo) + `)\s((?:\p{Lu}[\pL.'’-]*\s){1,3}\p{Lu}[\pL'’-]+(?:\s?/\s?[^.]{2,40})?)$`
})

// hasLibrary reports whether a part names an agency or a picture library. The pattern of all
// their names is long: a text is held to those of the names whose beginning is there.
func hasLibrary(s string) bool {
	if strings.ContainsFunc(s, isFarEastern) && containsAny(s, easternLibraries[:]...) {
		return true
	}
	low := toLower(s)
	var tried [4]uint64 // a bit for each of the libraries, of which there are some hundred
	return libraryStarts().Find(low, func(k, at int) bool {
		if at > 0 && isWordByte(low[at-1]) && !beginsOddly(k) || tried[k>>6]>>(k&63)&1 != 0 {
			return false
		}
		if k >= len(libraries) && len(low) == len(s) && !strings.HasPrefix(s[at:], libraryCodes[k-len(libraries)]) {
			return false // a code in small letters is a word
		}
		tried[k>>6] |= 1 << (k & 63)
		return libraryPatterns()[k]().MatchString(s)
	})
}

// beginsOddly reports whether the name of a library begins with a letter that is none of ASCII: Č, İ.
func beginsOddly(library int) bool {
	k := library - len(libraries)
	return k >= 0 && libraryCodes[k][0] >= utf8.RuneSelf
}

func isWordByte(c byte) bool { return isLetter(c) || c >= '0' && c <= '9' || c == '_' }

// toLower is strings.ToLower, quick for western letters and for what has no capitals.
func toLower(s string) string {
	var b strings.Builder
	done := 0 // of s, in b
	for i := 0; i < len(s); i++ {
		low := lowerByte(s[i])
		switch c := s[i]; {
		case c < utf8.RuneSelf:
		case (c == 0xC2 || c == 0xC3) && i+1 < len(s) && s[i+1]&0xC0 == 0x80: // to U+00FF
			i++
			if low = s[i]; c == 0xC3 && low <= 0x9E && low != 0x97 {
				low |= 0x20
			}
		case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2]&0xC0 == 0x80: // quotation marks, dashes
			i += 2
			continue
		default:
			return strings.ToLower(s)
		}
		if low == s[i] {
			continue
		}
		if done == 0 {
			b.Grow(len(s))
		}
		b.WriteString(s[done:i])
		b.WriteByte(low)
		done = i + 1
	}
	if done == 0 {
		return s
	}
	b.WriteString(s[done:])
	return b.String()
}

func lowerByte(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c | 0x20
	}
	return c
}

// libraryStarts are how the libraries' names begin.
var libraryStarts = sync.OnceValue(func() *literal.Finder {
	l := literal.NewFinder()
	for i, name := range slices.Concat(libraries, libraryCodes) {
		begin, _ := regexp.MustCompile(strings.ToLower(name)).LiteralPrefix()
		l.Add(i, []string{begin})
	}
	return l
})

// libraryPatterns are the patterns of the libraries' names, each by itself, by the numbers of
// libraryStarts.
var libraryPatterns = sync.OnceValue(func() []func() *regexp.Regexp {
	var list []func() *regexp.Regexp
	for _, name := range libraries {
		list = append(list, lazy(`(?i:\b(?:`+name+`)\b)`))
	}
	for _, name := range libraryCodes {
		list = append(list, lazy(`\b(?:`+name+`)\b`))
	}
	return list
})

// hasPictureWord reports whether a word for a picture may begin in a part of a text. The patterns with all of them are
// long: a text without is not held against them.
func hasPictureWord(s string, from, to int) bool {
	texts, list := markTexts()
	return texts.Find(toLower(s), func(i, at int) bool { return list[i].kind == markWord && (at < 0 || at >= from && at < to) })
}

// namesBehindPicture finds a word for a picture with names behind it at the end of a text.
func namesBehindPicture(s string) []int {
	last := s[strings.LastIndexByte(s, ' ')+1:]
	if !strings.Contains(s, "/") && !unicode.IsUpper(firstRune(last)) || sentenceEnd(last) || !hasPictureWord(s, 1, len(s)) {
		return nil
	}
	return pictureWord().FindStringSubmatchIndex(s)
}

// wordBegins is how far into a word for a picture stands what it cannot do without, in bytes.
const wordBegins = 8

// pictureWordAhead finds a word for a picture that a text opens with.
func pictureWordAhead(s string) (at []int) {
	texts, list := markTexts()
	texts.Find(toLower(s[:min(len(s), 4*wordBegins)]), func(i, from int) bool {
		if list[i].kind == markWord && from < wordBegins {
			at = pictureWordsFirst()[i]().FindStringIndex(s)
		}
		return at != nil
	})
	return at
}

// pictureWordsFirst are the words for a picture that a line opens with, by the numbers of markTexts.
var pictureWordsFirst = sync.OnceValue(func() []func() *regexp.Regexp {
	var out []func() *regexp.Regexp
	_, list := markTexts()
	for i := range list {
		out = append(out, lazy(`^(?i:`+list[i].pattern+`)\s`))
	}
	return out
})

// withoutPictureWord takes a word for a picture off a caption, with a capital, that leads on to its credit: "The bridge.
// Photo". In small letters it is one of the caption.
func withoutPictureWord(caption string) string {
	if m := pictureWordLast().FindStringIndex(caption); m != nil && unicode.IsUpper(firstRune(caption[m[0]+1:])) {
		return caption[:m[0]]
	}
	return caption
}

var pictureWordLast = lazyOf(func() string { return ` (?i:` + lexicon.Any(lexicon.Photo) + `)$` })

// sentenceBreak is the index behind the last sentence end inside s, 0 where
// there is none. An initial or a title ("A.", "Dr.") ends no sentence.
func sentenceBreak(s string) int {
	for i := len(s) - 2; i > 0; i-- {
		c := s[i]
		if c != '.' && c != '!' && c != '?' && c != '"' && c != ')' {
			if strings.HasPrefix(s[i:], "“") || strings.HasPrefix(s[i:], "”") || strings.HasPrefix(s[i:], "»") {
				if j := i + 3; j < len(s) && s[j] == ' ' && s[i-1] == '.' {
					return j + 1
				}
			}
			if strings.HasPrefix(s[i:], "。") {
				return i + len("。")
			}
			continue
		}
		if s[i+1] != ' ' && s[i+1] != 0xC2 {
			continue
		}
		if c == '.' {
			w := strings.LastIndexAny(s[:i], " (/") + 1
			if i-w <= 2 && i-w > 0 && unicode.IsUpper(firstRune(s[w:])) || abbreviations()[strings.ToLower(s[w:i])] {
				continue
			}
		}
		if (c == '"' || c == ')') && s[i-1] != '.' && s[i-1] != '!' && s[i-1] != '?' {
			continue
		}
		return i + 2
	}
	return 0
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func endsSentence(s string) bool { return sentenceEnd(strings.TrimSpace(s)) }

// sentenceEnd reports whether s ends as a sentence does.
func sentenceEnd(s string) bool {
	s = strings.TrimRight(s, "\"'“”„«»’‘)]› \u00a0")
	r, _ := utf8.DecodeLastRuneInString(s)
	switch r {
	case '.', '!', '?', ':', '…', ';', '。', '！', '？', '」', '』', '．', '؟', '।', '۔', '᠃', '։':
		return true
	}
	return false
}

// isSentence reports whether a possible credit reads like text: many words in
// small letters.
func isSentence(s string) bool {
	small, words := 0, 0
	for w := range strings.FieldsSeq(s) {
		words++
		r := firstRune(strings.TrimLeft(w, "(\"„“"))
		if unicode.IsLower(r) && !creditWord()[strings.ToLower(strings.Trim(w, ",.:"))] && !hasLibrary(w) {
			small++
		}
		if small > 2 || words > 16 {
			return true
		}
	}
	return small > 0 && small*3 > words && words > 2
}

// isProseTail reports whether what follows a credit mark goes on as text.
func isProseTail(s string) bool {
	i := sentenceBreak(s)
	if i > 0 && isSentence(s[i:]) {
		return true
	}
	return isSentence(s)
}

func trimCaption(s string) string {
	s = strings.TrimSpace(s)
	for {
		t := strings.TrimRight(s, " |/–—-+•·,;\u00a0")
		t = strings.TrimSuffix(t, "(")
		t = strings.TrimSuffix(t, "[")
		if t == s {
			return feed.Line(s)
		}
		s = t
	}
}

// cleanCredit drops the marks around a credit: "(Foto: NAME)" is "NAME".
func cleanCredit(s string) string {
	s = feed.Line(s)
	var marked bool
	for {
		t := strings.Trim(s, " |,;:•·–—+\u00a0")
		t = strings.TrimSpace(strings.TrimPrefix(t, "/"))
		m := firstMark(t)
		if marked = m != nil; marked && m[0] == 0 {
			t = t[m[1]:]
		} else if m := creditBare().FindStringIndex(t); m != nil {
			t = t[m[1]:]
		} else if m := pictureWordAhead(t); m != nil && looksLikeNames(t[m[1]:]) {
			t = t[m[1]:]
		}
		if len(t) > 1 && (t[0] == '(' && t[len(t)-1] == ')' && strings.Count(t, "(") == 1 || t[0] == '[' && t[len(t)-1] == ']') {
			t = t[1 : len(t)-1]
		}
		if strings.Count(t, ")") > strings.Count(t, "(") {
			t = strings.TrimSuffix(t, ")")
		}
		if strings.Count(t, "(") > strings.Count(t, ")") {
			t = strings.TrimPrefix(t, "(")
		}
		if t == s {
			break
		}
		s = t
	}
	if strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..") && strings.LastIndexAny(s, " .") < len(s)-2 && len(s) > 3 {
		if i := strings.LastIndexByte(s, ' '); len(s)-i > 4 {
			s = s[:len(s)-1]
		}
	}
	if !marked {
		return s
	}
	for _, m := range marksIn(s, 4) { // a second mark inside: "NAME, Foto: AGENCY"
		if m[0] > 0 && strings.ContainsAny(s[m[0]:m[1]], ":：©") {
			s = joinCredits(strings.Trim(s[:m[0]], " |,;:/–—-©"), cleanCredit(s[m[0]:]))
			break
		}
	}
	return s
}

// isCredit reports whether a whole line is nothing but a photo credit.
func isCredit(s string) bool {
	if len(s) > 200 || !strings.ContainsAny(s, ":：©(（=＝/|") && isSentence(s) {
		return false
	}
	c, cr := splitCredit(s)
	return c == "" && cr != ""
}

var (
	eastTail    = lazy(`\s(\p{Hangul}{2,4})\s(?:사진|선임|인턴)?기자\.?$`)
	libraryName = lazyOf(func() string {
		return `(?i:\b(?:` + strings.Join(libraries, "|") + `)\b)|\b(?:` + strings.Join(libraryCodes, "|") + `)\b|` + strings.Join(easternLibraries[:], "|")
	})
)
