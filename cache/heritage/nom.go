package heritage

import (
	"strings"
	"time"

	"depesche/feed"
	"depesche/feed/parse"
)

// nom keeps nom.db, the names of the feeds in config.yml. Its favourites are starred here.
var nom = layout{
	program: "nom",
	table:   "items",
	also:    "migrations",
	columns: []string{"feedurl", "link", "title", "content", "author", "readat", "publishedat", "updatedat", "createdat", "favourite?", "guid?"},
	item: func(r row) raw {
		it := raw{
			feed: feed.Source{URL: r.text(0)}, text: r.text(3), read: r.text(5) != "", starred: favourite(r),
			kept: parse.Kept{ID: r.text(10), Link: r.text(1), Title: r.text(2), Authors: []string{r.text(4)}, Published: written(r.text(6))},
		}
		if it.kept.Published.IsZero() {
			it.kept.Published = written(r.text(8))
		}
		return it
	},
}

func favourite(r row) bool { return r.number(9) != 0 || strings.EqualFold(r.text(9), "true") }

// written reads a time as Go's drivers for SQLite write it.
func written(s string) time.Time {
	s, _, _ = strings.Cut(s, " m=")
	for _, form := range []string{"2006-01-02 15:04:05.999999999-07:00", "2006-01-02 15:04:05.999999999 -0700 MST", time.RFC3339Nano, "2006-01-02 15:04:05"} {
		if t, err := time.Parse(form, s); err == nil && t.Year() > 1970 && t.Year() < 2200 {
			return t.UTC()
		}
	}
	return time.Time{}
}
