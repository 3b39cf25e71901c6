package date

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Label is what the words beside a date say that it is of.
type Label uint8

// What a date is of.
const (
	Unlabelled Label = iota
	Published
	Updated
)

// Found is a date in a line.
type Found struct {
	Date
	Label    Label
	From, To int // the bytes of the line that are the date, without the label
}

// Bounds of the search in a line.
const (
	mostParts   = 200 // of a line
	mostTries   = 10  // places in a line at which a date may begin
	widestDate  = 36  // parts of a date
	mostNumbers = 9   // of a date: day, month, year, a time with fraction, and an offset
)

// In finds the dates in a line among other words, in their order: those that tell day, month
// and year, in words or in numbers, with the time that belongs to them. Each has the label that
// stands before it, else behind it. Of a line longer than 400 bytes the beginning is read.
func In(line string, h Home) []Found {
	if len(line) > longestLine {
		line = line[:longestLine]
	}
	if !mayHold(line) {
		return nil
	}
	var buf [mostParts]part
	parts := scan(line, buf[:0])
	var out []Found
	tries := 0
	for i := 0; i < len(parts) && tries < mostTries; {
		end := i
		for end < len(parts) && !foreign(&parts[end], h.Lang) {
			end++
		}
		if i = firstOf(parts, i, end, h.Lang); i >= end || !enough(parts[i:end], h.Lang) {
			i = max(end, i) + 1
			continue
		}
		tries++
		d, n := longest(line, parts[i:min(end, i+widestDate)], h)
		if n == 0 {
			i++
			continue
		}
		out = append(out, Found{Date: d, From: parts[i].from, To: parts[i+n-1].to})
		i += n
	}
	for k := range out {
		out[k].Label = labelOf(line, out, k)
	}
	return out
}

// mayHold reports whether a line has the digits of a date.
func mayHold(line string) bool {
	n := 0
	for _, c := range line {
		if unicode.IsDigit(c) {
			n++
		}
	}
	return n >= 3
}

// foreign reports whether a part is in no date.
func foreign(p *part, lang string) bool {
	switch p.kind {
	case 'n':
		return len(p.text) > 6
	case 'w':
		return p.sense == 0 && !zoneWord(p.text) && words().month(p.text, lang) == 0
	case ' ':
		return false
	}
	return strings.IndexByte(",.()[];'\"/-+:|_", p.kind) < 0
}

// zoneWord reports whether a word may be a zone, or the T of a date for programs.
func zoneWord(w string) bool {
	if _, ok := zones[w]; ok {
		return true
	}
	_, ok := cities[w]
	return ok || continents[w]
}

// firstOf is the first part from i on with which a date may begin.
func firstOf(parts []part, i, end int, lang string) int {
	for ; i < end; i++ {
		p := &parts[i]
		switch {
		case p.kind == 'n' && (i == 0 || parts[i-1].kind != 'n'):
			return i
		case p.kind == 'w' && words().month(p.text, lang) != 0:
			return i
		case p.sense&(isDay|isAM|isPM) != 0 && !oneLetter(p):
			return i
		}
	}
	return i
}

func oneLetter(p *part) bool { return utf8.RuneCountInString(p.text) == 1 }

// enough reports whether parts have the numbers of a date: three, or two and a month.
func enough(parts []part, lang string) bool {
	numbers, named := 0, 0
	for i := range parts {
		switch {
		case parts[i].kind == 'n':
			numbers++
		case parts[i].kind == 'w' && words().month(parts[i].text, lang) != 0:
			named = 1
		}
	}
	return numbers >= 2 && numbers+named >= 3
}

// longest reads the longest date with which parts begin, and tells how many of them it takes.
func longest(line string, parts []part, h Home) (Date, int) {
	most, numbers := 0, 0
	for most < len(parts) && numbers <= mostNumbers {
		if parts[most].kind == 'n' {
			numbers++
		}
		most++
	}
	for n := most; n >= 3; n-- {
		if !mayEnd(&parts[n-1], h.Lang) {
			continue
		}
		r := reader{home: h, src: line, strange: true, parts: parts[:n]}
		if !r.understand() {
			continue
		}
		if d := r.date(); d.Precision >= Day {
			return d, n + lastDot(parts, n)
		}
	}
	return Date{}, 0
}

// lastDot is 1 where the date of n parts ends with "p.m" and its dot follows.
func lastDot(parts []part, n int) int {
	if n == len(parts) || parts[n].kind != '.' {
		return 0
	}
	if parts[n-2].kind == '.' && parts[n-1].kind == 'w' {
		return 1
	}
	return 0
}

// mayEnd reports whether a date may end with a part.
func mayEnd(p *part, lang string) bool {
	switch p.kind {
	case 'n', ')', ']':
		return true
	case 'w':
		switch {
		case p.sense&(isHour|isAM|isPM|isAsian) != 0, p.sense&isDay != 0 && !oneLetter(p), p.text == "m": // of "p.m"
			return true
		}
		return zoneWord(p.text) || words().month(p.text, lang) != 0
	}
	return false
}

// labelOf tells what the kth date of a line is of: by the last label before it, else by what
// stands right behind it.
func labelOf(line string, found []Found, k int) Label {
	from, to := 0, len(line)
	if k > 0 {
		from = found[k-1].To
	}
	if k+1 < len(found) {
		to = found[k+1].From
	}
	if what := LabelAt(line[from:found[k].From]); what != Unlabelled {
		return what
	}
	behind := strings.TrimLeft(line[found[k].To:to], " ()[],·|:")
	for i := range words().labels {
		l := &words().labels[i]
		if len(behind) < len(l.text) || !strings.EqualFold(behind[:len(l.text)], l.text) {
			continue
		}
		if k+1 == len(found) || behindOnly(line, found[k].To, to) {
			return l.Label
		}
	}
	return Unlabelled
}

// behindOnly reports whether a label behind a date belongs to that one, not to the next:
// something parts it from the next.
func behindOnly(line string, from, to int) bool {
	return strings.ContainsAny(strings.TrimRight(line[from:to], " "), "/|)];") || strings.HasSuffix(line[from:to], "  ")
}

// LabelAt gives the last word of a text that says what a date behind it is of.
func LabelAt(text string) Label {
	if len(text) > longestLine {
		text = text[len(text)-longestLine:]
	}
	low := strings.ToLower(text)
	best, end := Unlabelled, -1
	for i := range words().labels {
		l := &words().labels[i]
		at := strings.LastIndex(low, l.text)
		if at < 0 || at+len(l.text) <= end || !apart(low, at, at+len(l.text)) {
			continue
		}
		best, end = l.Label, at+len(l.text)
	}
	return best
}

// apart reports whether no letter stands beside a word of a script with blanks.
func apart(s string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	behind, _ := utf8.DecodeRuneInString(s[to:])
	first, _ := utf8.DecodeRuneInString(s[from:])
	if first >= firstAsian {
		return true
	}
	return !unicode.IsLetter(before) && !unicode.IsLetter(behind)
}
