package cache

import (
	"hash/fnv"
	"time"

	"depesche/feed"
)

// When a source is asked again.
const (
	shortestInterval = 10 * time.Minute
	longestInterval  = 24 * time.Hour
	longestBlock     = 7 * 24 * time.Hour // no server makes us wait longer
)

// due reports whether a schedule's time has come. A time further away than the
// schedule ever sets comes from a clock that was wrong.
func due(next, now int64, longest time.Duration) bool {
	return next <= now || next > now+int64((longest+longest/4).Seconds())
}

// adapt gives the seconds until the next question from those before: a source
// that brought something is asked sooner, a quiet one later, both by degrees.
func adapt(every int64, shortest time.Duration, fresh int) int64 {
	low, high := int64(max(shortest, shortestInterval).Seconds()), int64(longestInterval.Seconds())
	switch {
	case every == 0:
		every = low
	case fresh > 0:
		every /= 2
	default:
		every += every/4 + 1
	}
	return max(low, min(high, every))
}

// backOff gives the seconds until a failing source is asked again: twice as long
// for each failure in a row, up to a day.
func backOff(shortest time.Duration, fails int) int64 {
	d := max(shortest, shortestInterval)
	for i := 1; i < fails && d < longestInterval; i++ {
		d *= 2
	}
	return int64(min(d, longestInterval).Seconds())
}

// jitter moves a time by up to a tenth, the same for a source each time, so that
// all sources of a host do not come due at once.
func jitter(seconds int64, id feed.SourceID, now int64) int64 {
	h := fnv.New32a()
	h.Write([]byte(id))
	return seconds + int64(h.Sum32()+uint32(now))%(seconds/10+1)
}
