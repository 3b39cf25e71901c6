package date

import "time"

// asian reads 2025年3月3日 and its Korean like, with the time in the same manner.
func (r *reader) asian() bool {
	found := false
	for i := range r.parts {
		if !r.num(i, 1, 4) {
			continue
		}
		v, j := r.at(i).value, r.blank(i+1, "")
		if !r.means(j, isAsian) {
			continue
		}
		switch r.at(j).text {
		case "年", "년":
			r.year, found = v, true
			r.korean = r.at(j).text == "년"
		case "月", "월":
			r.month = v
		case "日", "일":
			r.day = v
		case "时", "時", "点", "點", "시":
			if r.hasTime {
				continue
			}
			r.hour, r.hasTime, r.clockEnd = v, true, j+1
			r.halfDay(i, j+1)
		case "分", "분":
			r.minute = v
		case "秒", "초":
			r.second = v
		}
		r.take(i, j+1)
	}
	r.precision = Day
	return found
}

// iso reads a date that begins with its year: 2025-03-03, 2025/3/3, 2025. 3. 3., 2025-062, 2025-W10-1,
// 2025-03, 2025.
func (r *reader) iso() bool {
	i := r.yearAt()
	if !r.num(i, 4, 4) {
		return r.ordinal(i)
	}
	r.year, r.precision = r.at(i).value, Day
	sep := r.at(i + 1).kind
	month := r.blank(i+2, "")
	if sep != '.' {
		month = i + 2
	}
	day := r.blank(month+2, "")
	if sep != '.' {
		day = month + 2
	}
	switch {
	case sep == '-' && r.word(i+2, "w") && r.num(i+3, 2, 2):
		return r.week(i)
	case sep == '-' && r.num(i+2, 3, 3):
		return r.dayOfYear(i, i+2, r.at(i+2).value)
	case r.sign(i+1, "-/.") && r.at(month+1).kind == sep && r.twoNumbers(month, day):
		r.month, r.day = r.at(month).value, r.at(day).value
		r.take(i, day+1)
		if r.at(day+1).kind == sep && sep == '.' { // Hungarian, Korean: 2025.3.3.
			r.take(day+1, day+2)
		}
		if !r.hasTime && r.word(day+1, "t") {
			r.digitClock(day + 2)
		}
	case sep == '-' && r.num(i+2, 2, 2) && r.blank(i+3, "") == len(r.parts):
		r.month, r.day, r.precision = r.at(i+2).value, 1, Month
		r.take(i, i+3)
	case len(r.parts) == 1:
		r.month, r.day, r.precision = 1, 1, Year
		r.take(i, i+1)
	default:
		r.year = 0
		return false
	}
	return true
}

func (r *reader) twoNumbers(month, day int) bool { return r.num(month, 1, 2) && r.num(day, 1, 2) }

// yearAt is where a date that begins with its year has it: behind the day's name and the
// time.
func (r *reader) yearAt() int {
	i := 0
	for ; i < len(r.parts); i++ {
		switch {
		case r.used[i], r.means(i, isDay|isAround), r.sign(i, " ,.|"):
		default:
			return i
		}
	}
	return i
}

// ordinal reads 2025062: year and day of the year.
func (r *reader) ordinal(i int) bool {
	if r.strange || !r.num(i, 7, 7) {
		return false
	}
	if len(r.parts) > i+1 && r.at(i+1).kind != 'w' {
		return false
	}
	v := r.at(i).value
	r.year = v / 1000
	if r.year < earliestYear || r.year > latestYear || !r.dayOfYear(i, i, v%1000) {
		r.year = 0
		return false
	}
	return true
}

func (r *reader) dayOfYear(from, to, n int) bool {
	t := time.Date(r.year, 1, n, 0, 0, 0, 0, time.UTC)
	if n < 1 || t.Year() != r.year {
		return false
	}
	r.month, r.day, r.precision = int(t.Month()), t.Day(), Day
	r.take(from, to+1)
	return true
}

// week reads 2025-W10-1 and 2025-W10.
func (r *reader) week(i int) bool {
	n, day, end := r.at(i+3).value, 1, i+4
	if r.at(end).kind == '-' && r.num(end+1, 1, 1) {
		day, end = r.at(end+1).value, end+2
	}
	if !within(n, 1, 53) || !within(day, 1, 7) {
		return false
	}
	first := time.Date(r.year, 1, 4, 0, 0, 0, 0, time.UTC) // always in week 1
	monday := first.AddDate(0, 0, -(int(first.Weekday())+6)%7)
	t := monday.AddDate(0, 0, (n-1)*7+day-1)
	r.year, r.month, r.day = t.Year(), int(t.Month()), t.Day()
	r.take(i, end)
	return true
}

// named reads a date with the month's name, in any order in which the year is told from
// the day.
func (r *reader) named() bool {
	for i := range r.parts {
		if r.used[i] {
			continue
		}
		m := r.monthAt(i)
		if m == 0 || r.means(i, isDay|isAround) && r.monthAfter(i) { // "mar" is a Tuesday then
			continue
		}
		r.month, r.precision = m, Day
		r.take(i, i+1)
		return r.around(i)
	}
	return false
}

// monthAfter reports whether a month's name follows.
func (r *reader) monthAfter(i int) bool {
	for i++; i < len(r.parts); i++ {
		if r.monthAt(i) != 0 {
			return true
		}
	}
	return false
}

// around finds day and year beside a month's name.
func (r *reader) around(at int) bool {
	var found [2]int
	n := 0
	for i := 0; i < len(r.parts) && n < 2; i++ {
		if !r.num(i, 1, 4) || r.at(i-1).kind == '+' {
			continue
		}
		found[n] = i
		n++
	}
	if n < 2 {
		return false
	}
	day, year := found[0], found[1]
	if len(r.at(day).text) >= 3 && len(r.at(year).text) <= 2 { // 2025 March 3
		day, year = year, day
	}
	if len(r.at(day).text) > 2 || r.strange && !r.beside(day, at, year) {
		return false
	}
	r.day = r.at(day).value
	r.year = fullYear(r.at(year))
	r.take(day, day+1)
	r.take(year, year+1)
	if r.means(day+1, isAround) || r.word(day+1, "er") {
		r.take(day+1, day+2)
	}
	return true
}

// beside reports whether the numbers stand by the month as they do in a date, where they may be any: no comma
// parts the day in front from it, and a year of less than four digits stands right behind it.
func (r *reader) beside(day, month, year int) bool {
	for i := day; i < month; i++ {
		if r.at(i).kind == ',' {
			return false
		}
	}
	return len(r.at(year).text) == 4 || len(r.at(year).text) == 2 && r.blank(month+1, ".-'") == year
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

// numbers reads 03.03.2025, and with slashes or dashes what can only be read in one way, or
// is read so where the text is from.
func (r *reader) numbers() bool {
	for i := range r.parts {
		sep := r.at(i + 1).kind
		if !r.num(i, 1, 2) || !r.sign(i+1, "./-") {
			continue
		}
		j := r.blank(i+2, "")
		if !r.num(j, 1, 2) || r.at(j+1).kind != sep {
			continue
		}
		k := r.blank(j+2, "")
		short := sep == '.' || sep == '/' && r.home.Order != Certain // may have a year of two digits
		if !r.num(k, 4, 4) && !(short && r.num(k, 2, 2)) {
			continue
		}
		return r.setNumbers(i, j, k, sep)
	}
	return r.splitYear()
}

func (r *reader) setNumbers(i, j, k int, sep byte) bool {
	a, b := r.at(i).value, r.at(j).value
	switch {
	case sep == '.' || a > 12 || a == b:
		r.day, r.month = a, b
	case b > 12 || r.home.Order == MonthFirst:
		r.month, r.day = a, b
	case r.home.Order == DayFirst:
		r.day, r.month = a, b
	default:
		return false
	}
	r.year, r.precision = fullYear(r.at(k)), Day
	r.take(i, k+1)
	return true
}

// splitYear reads 12/19 — 2025: day and month, and the year behind a dash.
func (r *reader) splitYear() bool {
	for i := range r.parts {
		if !r.num(i, 1, 2) || r.at(i+1).kind != '/' || !r.num(i+2, 1, 2) {
			continue
		}
		k := r.blank(i+3, "-,")
		if k == i+3 || !r.num(k, 4, 4) {
			continue
		}
		return r.setNumbers(i, i+2, k, '/')
	}
	return false
}
