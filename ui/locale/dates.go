package locale

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Dates writes times and numbers as the language does.
type Dates struct {
	Date   func(t time.Time) string             // "23 November 2026"
	Clock  func(t time.Time) string             // "14:05"
	Stamp  func(t time.Time) string             // date and clock
	Day    func(t, now time.Time) string        // "Today", "Yesterday", "Monday, 16 November"
	Age    func(t, now time.Time) string        // at most 4 cells: "now", "5m", "3h", "2d", "6w", "2y"
	Ago    func(t, now time.Time) string        // in words: "3 hours ago"
	Number func(n int) string                   // with separators: "100,000"
	Bytes  func(n int64) string                 // "1.2 MB"
	Plural func(n int, one, many string) string // "1 article", "2 articles"
}

var (
	monthsEN = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	monthsDE = [...]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"}
	daysEN   = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
	daysDE   = [...]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"}
)

var datesEN = Dates{
	Date:  func(t time.Time) string { return fmt.Sprintf("%d %s %d", t.Day(), monthsEN[t.Month()-1], t.Year()) },
	Clock: func(t time.Time) string { return t.Format("15:04") },
	Stamp: func(t time.Time) string {
		return fmt.Sprintf("%d %s %d, %s", t.Day(), monthsEN[t.Month()-1], t.Year(), t.Format("15:04"))
	},
	Day: func(t, now time.Time) string {
		return day(t, now, "Today", "Yesterday", "%s, %d %s", daysEN[:], monthsEN[:])
	},
	Age:    func(t, now time.Time) string { return age(t, now, "now", "m", "h", "d", "w", "y") },
	Ago:    agoEN,
	Number: func(n int) string { return grouped(n, ",") },
	Bytes:  func(n int64) string { return bytes(n, ".") },
	Plural: plural(","),
}

var datesDE = Dates{
	Date:  func(t time.Time) string { return fmt.Sprintf("%d. %s %d", t.Day(), monthsDE[t.Month()-1], t.Year()) },
	Clock: func(t time.Time) string { return t.Format("15:04") },
	Stamp: func(t time.Time) string {
		return fmt.Sprintf("%d. %s %d, %s Uhr", t.Day(), monthsDE[t.Month()-1], t.Year(), t.Format("15:04"))
	},
	Day: func(t, now time.Time) string {
		return day(t, now, "Heute", "Gestern", "%s, %d. %s", daysDE[:], monthsDE[:])
	},
	Age:    func(t, now time.Time) string { return age(t, now, "neu", "min", "h", "T", "W", "J") },
	Ago:    agoDE,
	Number: func(n int) string { return grouped(n, ".") },
	Bytes:  func(n int64) string { return bytes(n, ",") },
	Plural: plural("."),
}

// age is t's distance from now; what lies ahead is as good as now.
func age(t, now time.Time, fresh, minute, hour, dayName, week, year string) string {
	if t.IsZero() {
		return ""
	}
	switch d := now.Sub(t); {
	case d < time.Minute:
		return fresh
	case d < time.Hour:
		return strconv.Itoa(int(d/time.Minute)) + minute
	case d < 24*time.Hour:
		return strconv.Itoa(int(d/time.Hour)) + hour
	case d < 14*24*time.Hour:
		return strconv.Itoa(int(d/(24*time.Hour))) + dayName
	case d < 365*24*time.Hour:
		return strconv.Itoa(int(d/(7*24*time.Hour))) + week
	default:
		return strconv.Itoa(int(d/(365*24*time.Hour))) + year
	}
}

func agoEN(t, now time.Time) string {
	n, unit := span(now.Sub(t))
	if n == 0 {
		return "just now"
	}
	return plural(",")(n, [...]string{"minute", "hour", "day"}[unit], [...]string{"minutes", "hours", "days"}[unit]) + " ago"
}

func agoDE(t, now time.Time) string {
	n, unit := span(now.Sub(t))
	if n == 0 {
		return "gerade eben"
	}
	return "vor " + plural(".")(n, [...]string{"Minute", "Stunde", "Tag"}[unit], [...]string{"Minuten", "Stunden", "Tagen"}[unit])
}

// span counts a duration in minutes (unit 0), hours (1) or days (2); under a minute it is 0.
func span(d time.Duration) (n, unit int) {
	switch {
	case d < time.Minute:
		return 0, 0
	case d < time.Hour:
		return int(d / time.Minute), 0
	case d < 48*time.Hour:
		return int(d / time.Hour), 1
	default:
		return int(d / (24 * time.Hour)), 2
	}
}

func day(t, now time.Time, today, yesterday, other string, days, months []string) string {
	t = t.In(now.Location())
	midnight := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	switch {
	case !t.Before(midnight):
		return today
	case !t.Before(midnight.AddDate(0, 0, -1)):
		return yesterday
	}
	s := fmt.Sprintf(other, days[t.Weekday()], t.Day(), months[t.Month()-1])
	if t.Year() != now.Year() {
		s += " " + strconv.Itoa(t.Year())
	}
	return s
}

func grouped(n int, sep string) string {
	s := strconv.Itoa(n)
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + sep + s[i:]
	}
	return sign + s
}

// Freed is a number of bytes in words, "" where there are none.
func (d *Dates) Freed(n int64) string {
	if n <= 0 {
		return ""
	}
	return d.Bytes(n)
}

func bytes(n int64, point string) string {
	if n < 1000 {
		return strconv.FormatInt(n, 10) + " B"
	}
	f, unit := float64(n)/1000, "kB"
	for _, u := range []string{"MB", "GB", "TB"} {
		if f < 999.5 {
			break
		}
		f, unit = f/1000, u
	}
	prec := 1
	if f >= 99.5 {
		prec = 0
	}
	return strings.Replace(strconv.FormatFloat(f, 'f', prec, 64), ".", point, 1) + " " + unit
}

func plural(sep string) func(int, string, string) string {
	return func(n int, one, many string) string {
		if n == 1 {
			return "1 " + one
		}
		return grouped(n, sep) + " " + many
	}
}
