package parse

import "time"

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
