package parse

import "time"

// Date reads a date.
func Date(s string) time.Time {
	for _, l := range []string{time.RFC1123Z, time.RFC1123, time.RFC3339} {
		if t, err := time.Parse(l, s); err == nil {
			return t
		}
	}
	return time.Time{}
}
