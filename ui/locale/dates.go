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

// span counts a duration in minutes (unit 0), hours (1), days (2), months (3) or years (4);
// under a minute it is 0.
func span(d time.Duration) (n, unit int) {
	switch {
	case d < time.Minute:
		return 0, 0
	case d < time.Hour:
		return int(d / time.Minute), 0
	case d < 48*time.Hour:
		return int(d / time.Hour), 1
	}
	switch days := int(d / (24 * time.Hour)); {
	case days < 61:
		return days, 2
	case days < 730:
		return days * 12 / 365, 3
	default:
		return days / 365, 4
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
