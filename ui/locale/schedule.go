package locale

import (
	"time"
)

// Schedule is how a source does and when it is asked again, in words.
type Schedule struct {
	Never   string                               // it was not asked yet
	Asked   func(ago, next string) string        // it works; next may be ""
	Failing func(n int, ago, next string) string // so often in a row, since
	Ended   string                               // 410
	Saved   string                               // saved pages: no feed
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
