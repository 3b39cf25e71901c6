package parse

import (
	"strings"
	"time"
)

// Date reads a date as feeds write it: RFC 3339 and the other forms of ISO
// 8601, RFC 822 and its misspellings, the form of asctime, German and other
// European day and month names, "03.03.2025", seconds since 1970. A date without a zone is
// UTC; one without a time is midnight. What cannot be read for certain (a zone
// nobody knows, "03/04/2025", the 31st of February) is the zero time.
func Date(s string) time.Time {
	s = strings.TrimSpace(s)
	if len(s) < 4 || len(s) > 120 {
		return time.Time{}
	}
	if t, ok := usual(s); ok {
		return t
	}
	var d dateReader
	if !d.scan(s) || !d.understand() {
		return time.Time{}
	}
	t, _ := d.time()
	return t
}

// usual is the fast way for the two commonest forms, 2025-03-03T10:00:00+01:00 and
// Mon, 03 Mar 2025 10:00:00 +0100.
func usual(s string) (time.Time, bool) {
	var layout string
	switch {
	case len(s) >= 20 && s[4] == '-' && s[10] == 'T' && s[13] == ':':
		layout = time.RFC3339
	case len(s) == 31 && s[3] == ',' && s[26] == '+' && s[27] < '2':
		layout = time.RFC1123Z
	default:
		return time.Time{}, false
	}
	t, err := time.Parse(layout, s)
	if err != nil || !sane(t.Year()) {
		return time.Time{}, false
	}
	return t, true
}

// sane keeps out the years that programs print for "no date".
func sane(year int) bool { return year >= 1900 && year <= 2199 }

// part is a piece of a date: a number, a word, or a sign.
type part struct {
	kind  byte // 'n', 'w', or the sign itself; ' ' where blanks stood
	text  string
	value int
}

// dateReader takes a date apart and gathers what it means.
type dateReader struct {
	parts []part
	used  [64]bool
	buf   [64]part

	year, month, day     int
	hour, minute, second int
	nano                 int
	hasTime              bool
	pm, am               bool
	zone                 int // seconds east of UTC
	hasZone              bool
	korean               bool
}

// scan cuts s into parts. It fails on more of them than a date has.
func (d *dateReader) scan(s string) bool {
	d.parts = d.buf[:0]
	for i := 0; i < len(s); {
		if len(d.parts) >= len(d.buf)-1 {
			return false
		}
		c := s[i]
		begin := i
		switch {
		case c >= '0' && c <= '9':
			n := 0
			for i < len(s) && s[i] >= '0' && s[i] <= '9' {
				n = min(n*10+int(s[i]-'0'), 1<<52)
				i++
			}
			d.parts = append(d.parts, part{'n', s[begin:i], n})
		case c|0x20 >= 'a' && c|0x20 <= 'z', c >= 0x80:
			for i < len(s) && (s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' || s[i] >= 0x80) {
				i++
			}
			d.words(s[begin:i])
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			for i < len(s) && (s[i] == ' ' || s[i] == '\t' || s[i] == '\n' || s[i] == '\r') {
				i++
			}
			d.parts = append(d.parts, part{kind: ' '})
		default:
			i++
			d.parts = append(d.parts, part{kind: c})
		}
	}
	return len(d.parts) > 0
}

// words adds a run of letters. No-break spaces part it, a minus sign of typographers is a
// sign, and the signs of East Asian dates are taken apart from each other.
func (d *dateReader) words(s string) {
	word := ""
	flush := func() {
		if word != "" && len(d.parts) < len(d.buf)-1 {
			d.parts = append(d.parts, part{'w', strings.ToLower(word), 0})
			word = ""
		}
	}
	for _, r := range s {
		sign := byte(0)
		switch r {
		case 0xA0, 0x202F, 0x2009, 0x3000:
			sign = ' '
		case 0x2212, 0x2010, 0x2011, 0x2012, 0x2013:
			sign = '-'
		case '年', '月', '日', '时', '時', '分', '秒', '년', '월', '일', '시', '분', '초':
			flush()
			word = string(r)
			flush()
			continue
		}
		if sign == 0 {
			word += string(r)
			continue
		}
		flush()
		if len(d.parts) < len(d.buf)-1 {
			d.parts = append(d.parts, part{kind: sign})
		}
	}
	flush()
}

func (d *dateReader) at(i int) part {
	if i < 0 || i >= len(d.parts) {
		return part{}
	}
	return d.parts[i]
}

func (d *dateReader) num(i, digitsMin, digitsMax int) bool {
	p := d.at(i)
	return p.kind == 'n' && !d.used[i] && len(p.text) >= digitsMin && len(p.text) <= digitsMax
}

func (d *dateReader) word(i int, words ...string) bool {
	p := d.at(i)
	if p.kind != 'w' {
		return false
	}
	for _, w := range words {
		if p.text == w {
			return true
		}
	}
	return false
}

func (d *dateReader) take(from, to int) {
	for i := from; i < to && i < len(d.used); i++ {
		d.used[i] = true
	}
}

// blank is the index behind blanks and the given signs.
func (d *dateReader) blank(i int, signs string) int {
	for i < len(d.parts) && (d.parts[i].kind == ' ' || strings.IndexByte(signs, d.parts[i].kind) >= 0) {
		i++
	}
	return i
}

// understand finds date, time and zone; all that is left over must be known to mean nothing.
func (d *dateReader) understand() bool {
	if ok, done := d.seconds(); done {
		return ok
	}
	if !d.compact() {
		d.clock()
	}
	if d.year == 0 && !d.asian() && !d.iso() && !d.named() && !d.dotted() {
		return false
	}
	return d.rest()
}

// seconds reads seconds or milliseconds since 1970.
func (d *dateReader) seconds() (ok, done bool) {
	if len(d.parts) != 1 || d.parts[0].kind != 'n' {
		return false, false
	}
	p := d.parts[0]
	v := int64(p.value)
	switch len(p.text) {
	case 13:
		v /= 1000
	case 9, 10:
	default:
		return false, false
	}
	t := time.Unix(v, 0).UTC()
	d.year, d.month, d.day = t.Year(), int(t.Month()), t.Day()
	d.hour, d.minute, d.second = t.Clock()
	d.hasZone = true
	return sane(d.year), true
}

// compact reads 20250303, 20250303T100000 and 20250303100000.
func (d *dateReader) compact() bool {
	i := d.blank(0, "")
	p := d.at(i)
	if p.kind != 'n' || (len(p.text) != 8 && len(p.text) != 14 && len(p.text) != 12) || !sane(p.value/pow10(len(p.text)-4)) {
		return false
	}
	d.year, d.month, d.day = atoi(p.text[:4]), atoi(p.text[4:6]), atoi(p.text[6:8])
	d.take(i, i+1)
	digits := p.text[8:]
	if digits == "" {
		j := d.blank(i+1, "")
		if d.word(j, "t") {
			j++
		}
		if d.num(j, 4, 4) || d.num(j, 6, 6) {
			digits = d.at(j).text
			d.take(i, j+1)
		} else {
			d.clock()
			return true
		}
	}
	d.hasTime = true
	d.hour, d.minute = atoi(digits[:2]), atoi(digits[2:4])
	if len(digits) == 6 {
		d.second = atoi(digits[4:])
	}
	return true
}

// clock reads 10:00, 10:00:00.123, 10.30 Uhr, 10 Uhr, 10h30, and am and pm.
func (d *dateReader) clock() {
	for i := range d.parts {
		if !d.num(i, 1, 2) {
			continue
		}
		var end int
		switch {
		case d.at(i+1).kind == ':' && d.num(i+2, 1, 2) && d.at(i-1).kind != '+' && d.at(i-1).kind != ':':
			if d.at(i-1).kind == '-' && d.hasDigitsBefore(i-1) && d.at(i-3).kind == ':' {
				continue // the minutes of a zone
			}
			end = i + 3
			if d.at(end).kind == ':' && d.num(end+1, 1, 2) {
				d.second = d.at(end + 1).value
				end += 2
				if (d.at(end).kind == '.' || d.at(end).kind == ',' || d.at(end).kind == ':') && d.num(end+1, 1, 12) {
					d.nano = fraction(d.at(end + 1).text)
					end += 2
				}
			}
			d.minute = d.at(i + 2).value
		case d.word(i+1, "h", "u") && d.num(i+2, 2, 2):
			d.minute, end = d.at(i+2).value, i+3
		case d.at(i+1).kind == '.' && d.num(i+2, 2, 2) && d.word(d.blank(i+3, ""), "uhr"):
			d.minute, end = d.at(i+2).value, i+3
		case d.word(d.blank(i+1, ""), "uhr", "am", "pm") && !d.hasClock():
			end = i + 1
		default:
			continue
		}
		d.hour, d.hasTime = d.at(i).value, true
		d.take(i, end)
		d.noon(i, end)
		return
	}
}

// hasClock reports whether a time with a colon stands anywhere.
func (d *dateReader) hasClock() bool {
	for i := range d.parts {
		if d.parts[i].kind == ':' {
			return true
		}
	}
	return false
}

func (d *dateReader) hasDigitsBefore(i int) bool { return d.at(i-1).kind == 'n' }

// noon reads what stands around a time: "Uhr", am and pm.
func (d *dateReader) noon(begin, end int) {
	for _, i := range [...]int{d.blank(end, ""), begin - 1, begin - 2} {
		switch {
		case d.word(i, "uhr", "hrs", "h"):
			d.take(i, i+1)
		case d.word(i, "am", "오전", "上午"):
			d.am = true
			d.korean = d.korean || d.at(i).text == "오전"
			d.take(i, i+1)
		case d.word(i, "pm", "오후", "下午"):
			d.pm = true
			d.korean = d.korean || d.at(i).text == "오후"
			d.take(i, i+1)
		case d.word(i, "a", "p") && d.at(i+1).kind == '.' && d.word(i+2, "m"):
			d.pm = d.at(i).text == "p"
			d.am = !d.pm
			d.take(i, i+4)
		}
	}
}

func pow10(n int) int {
	v := 1
	for range n {
		v *= 10
	}
	return v
}

func atoi(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// fraction reads the digits behind a second's point as nanoseconds.
func fraction(s string) int {
	n := 0
	for i := range 9 {
		n *= 10
		if i < len(s) {
			n += int(s[i] - '0')
		}
	}
	return n
}
