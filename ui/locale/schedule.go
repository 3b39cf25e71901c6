package locale

import (
	"strconv"
	"time"
)

// Schedule is how a source does and when it is asked again, in words.
type Schedule struct {
	Never   string                               // it was not asked yet
	Asked   func(ago, next string) string        // it works; next may be ""
	Failing func(n int, ago, next string) string // so often in a row, since
	Ended   string                               // 410
	At      func(when string) string             // the next time
	Due     string                               // the next time is now
}

// State says how a source does: when it answered, or since when and how often it has
// failed, and when it is asked again.
func (t *Text) State(fetched, failed, next time.Time, fails int, gone bool, now time.Time) string {
	s := &t.Schedule
	again := ""
	switch {
	case next.IsZero():
	case next.After(now):
		again = s.At(soon(&t.Dates, next.In(now.Location()), now))
	default:
		again = s.Due
	}
	switch {
	case gone:
		return s.Ended
	case fails > 0:
		return s.Failing(fails, t.Dates.Ago(failed, now), again)
	case fetched.IsZero():
		return s.Never
	}
	return s.Asked(t.Dates.Ago(fetched, now), again)
}

// soon is a time as close as people need it.
func soon(d *Dates, t, now time.Time) string {
	if t.Sub(now) < 12*time.Hour {
		return d.Clock(t)
	}
	return d.Stamp(t)
}

var scheduleEN = Schedule{
	Never: "not asked yet",
	Asked: func(ago, next string) string { return "answered " + ago + maybe(next, "; ", "") },
	Failing: func(n int, ago, next string) string {
		return "failing, first " + ago + maybe(map[bool]string{true: strconv.Itoa(n) + " times in a row"}[n > 1], ", ", "") + maybe(next, "; ", "")
	},
	Ended: "ended (410), not asked any more",
	At:    func(when string) string { return "next at " + when },
	Due:   "due now",
}

var scheduleDE = Schedule{
	Never: "noch nicht gefragt",
	Asked: func(ago, next string) string { return "hat " + ago + " geantwortet" + maybe(next, "; ", "") },
	Failing: func(n int, ago, next string) string {
		return "gestört, zuerst " + ago + maybe(map[bool]string{true: strconv.Itoa(n) + "-mal in Folge"}[n > 1], ", ", "") + maybe(next, "; ", "")
	},
	Ended: "eingestellt (410), wird nicht mehr gefragt",
	At:    func(when string) string { return "nächster Abruf: " + when },
	Due:   "jetzt an der Reihe",
}
