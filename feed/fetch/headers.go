package fetch

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/http/httpguts"

	"depesche/feed"
)

// MaxWait is the longest wait a server can ask of us.
const MaxWait = 24 * time.Hour

const maxValidator = 1 << 10

// validators are an answer's own, exactly as received. One that no request
// could carry back, or that is longer than any server has reason to make it, is
// left out: the next request then asks for the whole.
func validators(h http.Header) feed.Validators {
	fit := func(name string) string {
		v := h.Get(name)
		if len(v) > maxValidator || !httpguts.ValidHeaderFieldValue(v) {
			return ""
		}
		return v
	}
	return feed.Validators{ETag: fit("ETag"), LastModified: fit("Last-Modified")}
}

// future reports whether a date lies beyond any clock's error. A server that says so of its
// feed would answer "not modified" until then.
func future(date string, now time.Time) bool {
	t, err := http.ParseTime(date)
	return err == nil && t.After(now.Add(24*time.Hour))
}

// wait is how long the server asks us not to come again: Retry-After, else
// max-age less the age that a cache on the way says it has, at most MaxWait.
func wait(h http.Header, now time.Time) time.Duration {
	if d := retryAfter(h, now); d > 0 {
		return d
	}
	return maxAge(h)
}

// retryAfter reads seconds or a date; what is neither asks for nothing.
func retryAfter(h http.Header, now time.Time) time.Duration {
	v := strings.TrimSpace(h.Get("Retry-After"))
	if s, ok := seconds(v); ok {
		return s
	}
	if t, err := http.ParseTime(v); err == nil && t.After(now) {
		return min(t.Sub(now), MaxWait)
	}
	return 0
}

func maxAge(h http.Header) time.Duration {
	var age time.Duration
	for p := range strings.SplitSeq(strings.Join(h.Values("Cache-Control"), ","), ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(p), "=")
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "no-cache", "no-store":
			return 0
		case "max-age":
			if s, ok := seconds(strings.Trim(strings.TrimSpace(value), `"`)); ok {
				age = s
			}
		}
	}
	if spent, ok := seconds(strings.TrimSpace(h.Get("Age"))); ok {
		age -= spent
	}
	return max(age, 0)
}

// seconds reads a number of seconds of any length, at most MaxWait.
func seconds(s string) (time.Duration, bool) {
	if s == "" || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n > int64(MaxWait/time.Second) {
		return MaxWait, true
	}
	return time.Duration(n) * time.Second, true
}
