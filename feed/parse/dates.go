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
	if t, ok := rfc3339(s); ok {
		return t
	}
	var d dateReader
	if !d.scan(s) || !d.understand() {
		return time.Time{}
	}
	t, _ := d.time()
	return t
}

// rfc3339 is the fast way for the commonest form: 2025-03-03T10:00:00+01:00.
func rfc3339(s string) (time.Time, bool) {
	if len(s) < 20 || s[4] != '-' || s[10] != 'T' || s[13] != ':' {
		return time.Time{}, false
	}
	t, err := time.Parse(time.RFC3339, s)
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
		end := 0
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
			d.take(i, i+1)
		case d.word(i, "pm", "오후", "下午"):
			d.pm = true
			d.take(i, i+1)
		case d.word(i, "a", "p") && d.at(i+1).kind == '.' && d.word(i+2, "m"):
			d.pm = d.at(i).text == "p"
			d.am = !d.pm
			d.take(i, i+4)
		}
	}
}

// asian reads 2025年3月3日 and its Korean like, with the time in the same manner.
func (d *dateReader) asian() bool {
	found := false
	for i := range d.parts {
		if !d.num(i, 1, 4) {
			continue
		}
		v, j := d.at(i).value, d.blank(i+1, "")
		switch {
		case d.word(j, "年", "년"):
			d.year, found = v, true
			d.korean = d.at(j).text == "년"
		case d.word(j, "月", "월"):
			d.month = v
		case d.word(j, "日", "일"):
			d.day = v
		case d.word(j, "时", "時", "시") && !d.hasTime:
			d.hour = v
			d.hasTime = true
			d.noon(i, i)
		case d.word(j, "分", "분"):
			d.minute = v
		case d.word(j, "秒", "초"):
			d.second = v
		default:
			continue
		}
		d.take(i, j+1)
	}
	return found
}

// iso reads a date that begins with its year: 2025-03-03, 2025/3/3, 2025-062, 2025-W10-1,
// 2025-03, 2025.
func (d *dateReader) iso() bool {
	i := d.blank(0, "")
	for d.at(i).kind == 'w' { // a day's name in front
		if !isDay(d.at(i).text) {
			return false
		}
		i = d.blank(i+1, ",.")
	}
	if !d.num(i, 4, 4) {
		return d.ordinal(i)
	}
	d.year = d.at(i).value
	sep := d.at(i + 1).kind
	switch {
	case sep == '-' && d.word(i+2, "w") && d.num(i+3, 2, 2):
		return d.week(i)
	case sep == '-' && d.num(i+2, 3, 3):
		return d.dayOfYear(i, i+2, d.at(i+2).value)
	case (sep == '-' || sep == '/' || sep == '.') && d.num(i+2, 1, 2) && d.at(i+3).kind == sep && d.num(i+4, 1, 2):
		d.month, d.day = d.at(i+2).value, d.at(i+4).value
		d.take(i, i+5)
		if d.at(i+5).kind == sep && sep == '.' { // Hungarian, Korean: 2025.3.3.
			d.take(i+5, i+6)
		}
	case sep == '-' && d.num(i+2, 2, 2) && d.blank(i+3, "") == len(d.parts):
		d.month, d.day = d.at(i+2).value, 1
		d.take(i, i+3)
	case len(d.parts) == 1:
		d.month, d.day = 1, 1
		d.take(i, i+1)
	default:
		d.year = 0
		return false
	}
	return true
}

// ordinal reads 2025062: year and day of the year.
func (d *dateReader) ordinal(i int) bool {
	if !d.num(i, 7, 7) || len(d.parts) > i+1 && d.at(i+1).kind != 'w' {
		return false
	}
	v := d.at(i).value
	d.year = v / 1000
	return sane(d.year) && d.dayOfYear(i, i, v%1000)
}

func (d *dateReader) dayOfYear(from, to, n int) bool {
	t := time.Date(d.year, 1, n, 0, 0, 0, 0, time.UTC)
	if n < 1 || t.Year() != d.year {
		return false
	}
	d.month, d.day = int(t.Month()), t.Day()
	d.take(from, to+1)
	return true
}

// week reads 2025-W10-1 and 2025-W10.
func (d *dateReader) week(i int) bool {
	n, day, end := d.at(i+3).value, 1, i+4
	if d.at(end).kind == '-' && d.num(end+1, 1, 1) {
		day, end = d.at(end+1).value, end+2
	}
	if n < 1 || n > 53 || day < 1 || day > 7 {
		return false
	}
	first := time.Date(d.year, 1, 4, 0, 0, 0, 0, time.UTC) // always in week 1
	monday := first.AddDate(0, 0, -(int(first.Weekday())+6)%7)
	t := monday.AddDate(0, 0, (n-1)*7+day-1)
	d.year, d.month, d.day = t.Year(), int(t.Month()), t.Day()
	d.take(i, end)
	return true
}

// named reads a date with the month's name, in any order in which the year is told from
// the day.
func (d *dateReader) named() bool {
	at := -1
	for i := range d.parts {
		if d.at(i).kind != 'w' || d.used[i] {
			continue
		}
		m := monthNamed(d.at(i).text)
		if m == 0 || at < 0 && isDay(d.at(i).text) && d.monthAfter(i) {
			continue
		}
		d.month, at = m, i
		break
	}
	if at < 0 {
		return false
	}
	d.take(at, at+1)
	return d.around(at)
}

// monthAfter reports whether a month's name follows: "mar" is a Tuesday then.
func (d *dateReader) monthAfter(i int) bool {
	for i++; i < len(d.parts); i++ {
		if d.at(i).kind == 'w' && monthNamed(d.at(i).text) != 0 {
			return true
		}
	}
	return false
}

// around finds day and year beside a month's name.
func (d *dateReader) around(at int) bool {
	var numbers []int
	before := 0
	for i := range d.parts {
		if !d.num(i, 1, 4) || d.at(i-1).kind == '+' || d.at(i-1).kind == '-' && len(d.at(i).text) == 4 && len(numbers) >= 2 {
			continue
		}
		numbers = append(numbers, i)
		if i < at {
			before++
		}
		if len(numbers) == 2 {
			break
		}
	}
	if len(numbers) < 2 {
		return false
	}
	day, year := numbers[0], numbers[1]
	if len(d.at(day).text) >= 3 && len(d.at(year).text) <= 2 { // 2025 March 3
		day, year = year, day
	}
	if len(d.at(day).text) > 2 {
		return false
	}
	d.day = d.at(day).value
	d.year = fullYear(d.at(year))
	d.take(day, day+1)
	d.take(year, year+1)
	if d.word(day+1, "st", "nd", "rd", "th", "er", "º", "ª", "de") {
		d.take(day+1, day+2)
	}
	return true
}

// fullYear reads a year of two digits as mail does: up to 49 it is 2000 and
// after. Three digits count from 1900.
func fullYear(p part) int {
	switch len(p.text) {
	case 2:
		if p.value < 50 {
			return 2000 + p.value
		}
		return 1900 + p.value
	case 3:
		return 1900 + p.value
	}
	return p.value
}

// dotted reads 03.03.2025, and with slashes or dashes what can only be read in one way.
func (d *dateReader) dotted() bool {
	for i := range d.parts {
		sep := d.at(i + 1).kind
		if !d.num(i, 1, 2) || (sep != '.' && sep != '/' && sep != '-') {
			continue
		}
		j := d.blank(i+2, "")
		if !d.num(j, 1, 2) || d.at(j+1).kind != sep {
			continue
		}
		k := d.blank(j+2, "")
		if !d.num(k, 4, 4) && (sep != '.' || !d.num(k, 2, 2)) {
			continue
		}
		a, b := d.at(i).value, d.at(j).value
		switch {
		case sep == '.' || a > 12 || a == b:
			d.day, d.month = a, b
		case b > 12:
			d.month, d.day = a, b
		default:
			return false
		}
		d.year = fullYear(d.at(k))
		d.take(i, k+1)
		return true
	}
	return false
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
