package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"depesche/feed/date"
	"depesche/feed/wire"
)

// What a line says of itself by its letters, whatever the page is made of.

// shortLine is the longest line that may be a byline, a credit, a label.
const shortLine = 250

func lineEvidence() []evidence {
	return []evidence{
		{"made of", []string{"", "words", "picture", "table", "code"}, func(s *sheet, i int) int { return int(s.cands[i].kind) + 1 }},
		{"length", []string{"", "1-2", "3-9", "10-19", "20-34", "35-54", "55-79", "80-119", "120-179", "180-279", "280-449", "450+"}, func(s *sheet, i int) int {
			if s.cands[i].kind != aLine {
				return 0
			}
			return bucket(s.cands[i].runes, 3, 10, 20, 35, 55, 80, 120, 180, 280, 450)
		}},
		{"words", []string{"", "1", "2", "3", "4-5", "6-8", "9-12", "13-18", "19-30", "31+"}, func(s *sheet, i int) int {
			if s.cands[i].kind != aLine {
				return 0
			}
			return bucket(s.cands[i].words, 2, 3, 4, 6, 9, 13, 19, 31)
		}},
		{"end", []string{"", "full stop", "question", "exclamation", "colon", "dots", "comma", "quote", "bracket", "digit", "letter", "sign"}, lineEnd},
		{"start", []string{"", "small letter", "digit", "quote", "bracket", "arrow or bullet", "dash", "sign", "at or hash", "capital", "letter without case"}, lineStart},
		{"capitals", []string{"", "all", "each word", "some"}, capitals},
		{"reads as text", []string{"", "short", "one sentence", "several"}, sentences},
		{"digits", []string{"", "some", "many", "only"}, digits},
		{"date", []string{"", "in it", "most of it", "all of it"}, dateIn},
		{"clock", []string{"", "in it", "all of it"}, clockIn},
		{"name", []string{"", "names alone", "by-word", "by-word and names", "an author's in it", "an author's alone"}, nameIn},
		{"job", []string{"", "yes"}, func(s *sheet, i int) int {
			c := &s.cands[i]
			return yes(s.reaches(i, shortLine) && jobLike(c.text))
		}},
		{"photo mark", []string{"", "credit alone", "credit alone, marked", "caption and credit", "caption and marked credit", "a library"}, photoIn},
		{"agency", []string{"", "alone", "at the end"}, agencyIn},
		{"parted from the next by", []string{"", "colon", "bar or dot", "break", "blank", "nothing"}, partedBy},
		{"separator", []string{"", "bar or dot", "arrow"}, func(s *sheet, i int) int {
			said := 0
			for _, r := range s.cands[i].text {
				switch r {
				case '›', '»', '>', '→':
					return 2
				case '|', '·', '•':
					said = 1
				}
			}
			return said
		}},
		{"address", []string{"", "web", "mail or handle", "hash"}, func(s *sheet, i int) int {
			switch t := s.cands[i].low; {
			case strings.Contains(t, "http") || strings.Contains(t, "www."):
				return 1
			case strings.Contains(t, "@"):
				return 2
			case strings.HasPrefix(t, "#"):
				return 3
			}
			return 0
		}},
		{"said", []string{"", "twice", "three times", "more"}, func(s *sheet, i int) int {
			if s.cands[i].kind != aLine {
				return 0
			}
			return max(bucket(s.said[s.cands[i].low], 2, 3, 4)-1, 0)
		}},
	}
}

// endStop is the answer that a line ends in a full stop.
const endStop = 1

func lineEnd(s *sheet, i int) int {
	if s.cands[i].kind != aLine {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(s.cands[i].text)
	switch {
	case strings.ContainsRune(".。．।۔", r):
		if strings.HasSuffix(s.cands[i].text, "...") {
			return 5
		}
		return 1
	case strings.ContainsRune("?？؟", r):
		return 2
	case strings.ContainsRune("!！", r):
		return 3
	case strings.ContainsRune(":：", r):
		return 4
	case r == '…':
		return 5
	case strings.ContainsRune(",;、،", r):
		return 6
	case strings.ContainsRune("\"'“”‘’»«›‹」』", r):
		return 7
	case strings.ContainsRune(")]）", r):
		return 8
	case unicode.IsDigit(r):
		return 9
	case unicode.IsLetter(r):
		return 10
	}
	return 11
}

func lineStart(s *sheet, i int) int {
	if s.cands[i].kind != aLine {
		return 0
	}
	r := firstRune(s.cands[i].text)
	switch {
	case unicode.IsLower(r):
		return 1
	case unicode.IsDigit(r):
		return 2
	case strings.ContainsRune("\"'“”„‘’‚«»‹›「『", r):
		return 3
	case strings.ContainsRune("([（【", r):
		return 4
	case strings.ContainsRune("→►▶➤➡▸•*‣◆■●", r):
		return 5
	case strings.ContainsRune("–—-", r):
		return 6
	case r == '@' || r == '#':
		return 8
	case unicode.IsUpper(r):
		return 9
	case unicode.IsLetter(r):
		return 10
	}
	return 7
}

// partedBy tells what stands between a part of a line and the next one: a colon behind a kicker, which may be there
// for those only who cannot see the page.
func partedBy(s *sheet, i int) int {
	if i+1 >= len(s.cands) || s.cands[i+1].at != s.cands[i].at || s.cands[i+1].kind != aLine {
		return 0
	}
	from, to := s.cands[i].to-1, s.cands[i+1].from
	between, broken := "", false
	for j := from; j <= to; j++ {
		switch nd := &s.p.nodes[j]; {
		case nd.tag == atom.Br:
			broken = true
		case nd.tag == 0 && j > from && j < to:
			between += nd.n.Data
		}
	}
	switch {
	case strings.ContainsAny(between, ":："):
		return 1
	case strings.ContainsAny(between, "|·•/–—"):
		return 2
	case broken:
		return 3
	case between != "":
		return 4
	}
	return 5
}

func capitals(s *sheet, i int) int {
	c := &s.cands[i]
	if c.kind != aLine || c.runes > shortLine {
		return 0
	}
	upper, lower, words, big := 0, 0, 0, 0
	for w := range strings.FieldsSeq(c.text) {
		r := firstRune(w)
		if !unicode.IsLetter(r) {
			r = firstRune(strings.TrimLeft(w, "\"'“„«(["))
		}
		if unicode.IsLetter(r) {
			words++
		}
		if unicode.IsUpper(r) {
			big++
		}
		for _, r := range w {
			switch {
			case r >= 'a' && r <= 'z':
				lower++
			case unicode.IsUpper(r):
				upper++
			case unicode.IsLower(r):
				lower++
			}
		}
	}
	switch {
	case upper == 0:
		return 0
	case lower == 0 && upper > 2:
		return 1
	case words > 1 && big == words:
		return 2
	}
	return 3
}

func sentences(s *sheet, i int) int {
	c := &s.cands[i]
	if c.kind != aLine || !c.reads {
		return 0
	}
	if sentenceBreak(c.text) > 0 {
		return 3
	}
	if sentenceEnd(c.text) {
		return 2
	}
	return 1
}

func digits(s *sheet, i int) int {
	c := &s.cands[i]
	if c.kind != aLine || c.runes > shortLine {
		return 0
	}
	n, letters := 0, 0
	for _, r := range c.text {
		switch {
		case r < utf8.RuneSelf && isLetter(byte(r)):
			letters++
		case unicode.IsDigit(r):
			n++
		case unicode.IsLetter(r):
			letters++
		}
	}
	switch {
	case n == 0:
		return 0
	case letters == 0:
		return 3
	case n*3 > letters:
		return 2
	}
	return 1
}

// datedLine is the longest line in which a date is looked for, in letters.
const datedLine = 160

func dateIn(s *sheet, i int) int {
	c := &s.cands[i]
	if !s.reaches(i, datedLine) || c.runes < 5 {
		return 0
	}
	covered := 0
	for _, f := range date.In(c.text, s.home) {
		covered += f.To - f.From
		if f.Label != date.Unlabelled {
			covered += labelRoom
		}
	}
	return share(int32(covered), int32(len(c.text)), 1, 50, 90)
}

// labelRoom is about what "published:" and its like take before a date, in bytes.
const labelRoom = 10

func clockIn(s *sheet, i int) int {
	c := &s.cands[i]
	if c.kind != aLine || c.runes > datedLine || !mayBeClock(c.text) || !clockTime().MatchString(c.text) {
		return 0
	}
	if clockLine().MatchString(c.text) {
		return 2
	}
	return 1
}

// mayBeClock reports whether a line has a figure, what parts hours from minutes, and another figure.
func mayBeClock(line string) bool {
	for i := 2; i < len(line); i++ {
		if c := line[i-1]; (c == ':' || c == 'h') && isDigit(line[i-2]) && isDigit(line[i]) {
			return true
		}
	}
	return false
}

func nameIn(s *sheet, i int) int {
	c := &s.cands[i]
	if !s.reaches(i, shortLine) {
		return 0
	}
	if len(s.authors) > 0 {
		k := c.key()
		for _, a := range s.authors {
			if k == a {
				return 5
			}
			if strings.Contains(k, a) {
				return 4
			}
		}
	}
	switch led, only := signs(c.text, s.p.lang); {
	case led && only:
		return 3
	case led:
		return 2
	case only:
		return 1
	}
	return 0
}

// longCaption is the longest line that may be a caption with its credit, in letters.
const longCaption = 700

func photoIn(s *sheet, i int) int {
	c := &s.cands[i]
	if !s.reaches(i, longCaption) || c.link*10 > c.ink*9 {
		return 0
	}
	caption, credit := splitCredit(c.text)
	marked := credit != "" && firstMark(c.text) != nil
	switch {
	case credit != "" && caption == "" && marked:
		return 2
	case credit != "" && caption == "":
		return 1
	case credit != "" && marked:
		return 4
	case credit != "":
		return 3
	case c.runes < shortLine && hasLibrary(c.text):
		return 5
	}
	return 0
}

// longLast is the longest last paragraph that may end in an agency's name, in letters.
const longLast = 3000

func agencyIn(s *sheet, i int) int {
	c := &s.cands[i]
	if !s.reaches(i, longLast) || c.link*2 > c.ink {
		return 0
	}
	if c.runes < shortLine {
		if _, ok := wire.ParseCredit(c.text, s.p.lang); ok {
			return 1
		}
	}
	if c.prose {
		if _, _, ok := wire.TrailingCredit(c.text, s.p.lang); ok {
			return 2
		}
	}
	return 0
}
