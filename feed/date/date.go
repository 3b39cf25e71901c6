// Package date reads dates as feeds and pages write them: RFC 3339 and RFC 822
// with all their misspellings, dates in words in the languages of words.txt,
// dates in numbers, seconds since 1970. It is the one reader of dates, zones and
// names of months. It does no I/O, and takes any string: what it cannot read for
// certain, and what only tells how long ago something was, is no date.
package date

import (
	"strings"
	"time"
)

// Precision tells how much of a date was said.
type Precision uint8

// What was said of a date; the rest of its time is the first of what it may be.
const (
	None Precision = iota // there is no date
	Year
	Month
	Day
	Minute // a clock time, with or without seconds
)

// Date is a date that was read. The zero value is none.
type Date struct {
	Time      time.Time // in the zone that was said, else in that of Home
	Precision Precision
	Zoned     bool // a zone was said
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d.Precision == None }

// Bounds for what is read.
const (
	longestDate  = 120 // bytes of a string that is a date
	longestLine  = 400 // bytes of a line in which dates are looked for
	earliestYear = 1850
	latestYear   = 2199 // programs print years outside of these for "no date"
)

// Time reads a date of a feed, for which nothing is known of the place where it was
// written: a date without a zone is UTC, "03/04/2025" can be read in two ways and
// is none. A date without a clock is midnight. Of one with a small fault (a zone nobody
// knows, the hour 25) what can be read is read. The zero time is none.
func Time(s string) time.Time { return TimeIn(s, "") }

// TimeIn is Time for a text in a language (BCP 47; "": not known), which tells apart months
// that have one name in two languages.
func TimeIn(s, tag string) time.Time {
	lang, _ := splitTag(tag)
	home := Home{Lang: lang}
	d := Read(s, home)
	if d.IsZero() && len(s) <= longestDate {
		d = readable(s, home)
	}
	return d.Time
}

// readable is the date within a string that is none as a whole.
func readable(s string, h Home) Date {
	for _, f := range In(s, h) {
		if f.Precision >= Day && !strings.ContainsAny(s[:f.From], "0123456789") {
			return f.Date
		}
	}
	// Apache's logs, EXIF and others write what stands between day and time as they like.
	for _, cut := range []string{"T", " ", ":"} {
		if head, _, ok := strings.Cut(s, cut); ok {
			if d := Read(strings.ReplaceAll(head, ":", "-"), h); d.Precision >= Day {
				return d
			}
		}
	}
	return Date{}
}

// Read reads a string that holds a date and nothing else but what belongs to it, such as
// the name of the day. What cannot be read for certain (a zone nobody knows, the 31st of
// February) is none; of a date with an offset that no place has, the day is read.
func Read(s string, h Home) Date {
	s = strings.TrimSpace(s)
	if len(s) < 4 || strings.IndexByte(s, '<') >= 0 {
		return ofElement(s, h)
	}
	if len(s) > longestDate {
		return Date{}
	}
	if t, ok := usual(s); ok {
		return Date{t, Minute, true}
	}
	var buf [longestParts]part
	r := reader{home: h, src: s, parts: scan(s, buf[:0])}
	if len(r.parts) < longestParts && r.understand() {
		return r.date()
	}
	return sameTwice(s, h)
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
	if err != nil || !sane(t) {
		return time.Time{}, false
	}
	return t, true
}

// sane keeps out the times that programs print for "no date".
func sane(t time.Time) bool {
	return t.Year() >= earliestYear && t.Year() <= latestYear && t.Unix() != 0
}

// ofElement reads a date that stands in an element: what it says to programs, else what it shows.
func ofElement(s string, h Home) Date {
	if len(s) < 4 || len(s) > 4*longestDate {
		return Date{}
	}
	if _, rest, ok := strings.Cut(s, `datetime="`); ok {
		if value, _, ok := strings.Cut(rest, `"`); ok && strings.IndexByte(value, '<') < 0 {
			if d := Read(value, h); !d.IsZero() {
				return d
			}
		}
	}
	var b strings.Builder
	for s != "" {
		text, rest, _ := strings.Cut(s, "<")
		b.WriteString(text)
		_, s, _ = strings.Cut(rest, ">")
	}
	if b.Len() < 4 || strings.IndexByte(b.String(), '<') >= 0 {
		return Date{}
	}
	return Read(b.String(), h)
}

// sameTwice reads a string in which one date stands in two forms, and nothing else.
func sameTwice(s string, h Home) Date {
	found := In(s, h)
	if len(found) < 2 {
		return Date{}
	}
	end := 0
	for _, f := range found {
		if strings.Trim(s[end:f.From], " \t\r\n,;|/()-") != "" || f.Time.Format(wall) != found[0].Time.Format(wall) {
			return Date{}
		}
		end = f.To
	}
	if strings.Trim(s[end:], " \t\r\n,;|/().-") != "" {
		return Date{}
	}
	return found[0].Date
}

// wall is the time that a clock on the wall shows.
const wall = "2006-01-02 15:04"

// Clock reads a string that holds a time of the day and nothing else, "11:46 Uhr", as a
// time of the day on. It is none where s is anything else.
func Clock(s string, on Date, h Home) Date {
	s = strings.TrimSpace(s)
	if len(s) < 3 || len(s) > 40 || on.Precision < Day {
		return Date{}
	}
	var buf [longestParts]part
	r := reader{home: h, src: s, strange: true, parts: scan(s, buf[:0])}
	if on.Zoned {
		_, r.zone = on.Time.Zone()
		r.hasZone = true
	}
	if r.clock(); !r.hasTime {
		r.dotClock()
	}
	year, month, day := on.Time.Date()
	r.year, r.month, r.day, r.precision = year, int(month), day, Day
	if !r.hasTime || !r.rest() {
		return Date{}
	}
	d := r.date()
	d.Zoned = d.Zoned && (on.Zoned || r.saidZone)
	return d
}
