package direct

import (
	"time"

	"depesche/feed"
	"depesche/feed/fetch"
	"depesche/feed/parse"
)

// Article makes of an entry that another reader kept what Pull would make of it:
// the same text, and an identity by which Pull's article is known again.
func Article(s feed.Source, e *parse.Entry, now time.Time) feed.Article {
	c := conversion{source: s, doc: &parse.Document{}, base: s.URL, now: now}
	if !fetch.Local(s.URL) {
		c.foreign = fetch.Local
	}
	return c.article(e)
}
