package date

import (
	"strings"
	"time"
)

// longestParts is more parts than a date has.
const longestParts = 64

// reader gathers what the parts of a date mean.
type reader struct {
	home    Home
	src     string // what the parts were cut from
	strange bool   // among other words: what could be one of them is not taken for a part of a date
	parts   []part
	used    [longestParts]bool

	year, month, day     int
	hour, minute, second int
	nano                 int
	precision            Precision
	hasTime              bool
	clockEnd             int // index behind the time
	pm, am               bool
	zone                 int // seconds east of UTC
	hasZone              bool
	saidZone             bool // for Clock: the zone stood beside it
	lostZone             bool // an offset was said that no place has
	korean               bool
}

func (r *reader) at(i int) part {
	if i < 0 || i >= len(r.parts) {
		return part{}
	}
	return r.parts[i]
}

// num reports whether an unread number of so many digits stands at i.
func (r *reader) num(i, digitsMin, digitsMax int) bool {
	if i < 0 || i >= len(r.parts) || r.used[i] {
		return false
	}
	p := &r.parts[i]
	return p.kind == 'n' && len(p.text) >= digitsMin && len(p.text) <= digitsMax
}

func (r *reader) word(i int, words ...string) bool {
	if i < 0 || i >= len(r.parts) || r.parts[i].kind != 'w' {
		return false
	}
	for _, w := range words {
		if r.parts[i].text == w {
			return true
		}
	}
	return false
}

func (r *reader) means(i int, s sense) bool {
	return i >= 0 && i < len(r.parts) && r.parts[i].sense&s != 0
}

func (r *reader) monthAt(i int) int {
	if r.at(i).kind != 'w' {
		return 0
	}
	return words().month(r.parts[i].text, r.home.Lang)
}

// sign reports whether one of the signs stands at i.
func (r *reader) sign(i int, signs string) bool {
	return i >= 0 && i < len(r.parts) && strings.IndexByte(signs, r.parts[i].kind) >= 0
}

func (r *reader) take(from, to int) {
	for i := from; i < to && i < len(r.used); i++ {
		r.used[i] = true
	}
}

// blank is the index behind blanks and the given signs.
func (r *reader) blank(i int, signs string) int {
	for r.sign(i, " ") || r.sign(i, signs) {
		i++
	}
	return i
}

// understand finds date, time and zone; all that is left over must be known to mean nothing.
func (r *reader) understand() bool {
	if !r.strange {
		if ok, done := r.seconds(); done {
			return ok
		}
	}
	if r.strange || !r.compact() {
		r.clock()
	}
	if r.year == 0 && !r.findDay() {
		return false
	}
	if !r.hasTime {
		r.dotClock()
	}
	return r.rest()
}

// findDay reads the day, in whichever form it is.
func (r *reader) findDay() bool { return r.asian() || r.iso() || r.named() || r.numbers() }

// seconds reads seconds or milliseconds since 1970.
func (r *reader) seconds() (ok, done bool) {
	if len(r.parts) != 1 || r.parts[0].kind != 'n' {
		return false, false
	}
	p := r.parts[0]
	v := int64(p.value)
	switch len(p.text) {
	case 13:
		v /= 1000
	case 9, 10:
	default:
		return false, false
	}
	t := time.Unix(v, 0).UTC()
	r.year, r.month, r.day = t.Year(), int(t.Month()), t.Day()
	r.hour, r.minute, r.second = t.Clock()
	r.hasZone, r.hasTime, r.precision = true, true, Day
	return sane(t), true
}

// compact reads 20250303, 20250303T100000 and 20250303100000.
func (r *reader) compact() bool {
	i := r.blank(0, "")
	p := r.at(i)
	if p.kind != 'n' {
		return false
	}
	switch len(p.text) {
	case 8, 12, 14:
	default:
		return false
	}
	if year := atoi(p.text[:4]); year < earliestYear || year > latestYear {
		return false
	}
	r.year, r.month, r.day, r.precision = atoi(p.text[:4]), atoi(p.text[4:6]), atoi(p.text[6:8]), Day
	r.take(i, i+1)
	digits := p.text[8:]
	if digits == "" {
		j := r.blank(i+1, "")
		if r.word(j, "t") {
			j++
		}
		if !r.digitClock(j) {
			r.clock()
		}
		return true
	}
	r.setDigits(digits, i+1)
	return true
}

// digitClock reads 101112 and 1011 at i.
func (r *reader) digitClock(i int) bool {
	if !r.num(i, 4, 4) && !r.num(i, 6, 6) {
		return false
	}
	r.take(i, i+1)
	if r.word(i-1, "t") {
		r.take(i-1, i)
	}
	r.setDigits(r.at(i).text, i+1)
	return true
}

func (r *reader) setDigits(digits string, end int) {
	r.hasTime, r.clockEnd = true, end
	r.hour, r.minute = atoi(digits[:2]), atoi(digits[2:4])
	if len(digits) == 6 {
		r.second = atoi(digits[4:])
	}
}

// date puts the parts together; none where there is no such day or time.
func (r *reader) date() Date {
	if r.pm && r.hour < 12 {
		r.hour += 12
	}
	if r.am && r.hour == 12 {
		r.hour = 0
	}
	if !r.possible() {
		return Date{}
	}
	day := time.Date(r.year, time.Month(r.month), r.day, 0, 0, 0, 0, time.UTC)
	if day.Day() != r.day {
		return Date{}
	}
	if r.lostZone {
		r.hour, r.minute, r.second, r.nano, r.hasTime = 0, 0, 0, 0, false
	}
	zone := r.zone
	switch {
	case r.hasZone && !r.lostZone:
	case r.korean && r.home.Zone == Zone{}:
		zone = 9 * 3600
	default:
		zone = r.home.Zone.offset(r.year, r.month, r.day, r.hour, r.minute)
	}
	loc := time.UTC
	if zone != 0 {
		loc = time.FixedZone("", zone)
	}
	t := time.Date(r.year, time.Month(r.month), r.day, r.hour, r.minute, r.second, r.nano, loc)
	if !sane(t) {
		return Date{}
	}
	precision := r.precision
	if r.hasTime {
		precision = Minute
	}
	return Date{t, precision, r.hasZone && !r.lostZone}
}

func (r *reader) possible() bool {
	midnight := r.hour == 24 && r.minute == 0 && r.second == 0
	if r.minute > 59 || r.second > 60 || r.hour > 23 && !midnight {
		return false
	}
	return within(r.year, earliestYear, latestYear) && within(r.month, 1, 12) && r.day >= 1
}

func within(n, least, most int) bool { return n >= least && n <= most }

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
