package parse

import (
	"errors"
	"fmt"
	"strings"

	"depesche/feed"
)

// ErrNotFeed is what every NotFeedError is.
var ErrNotFeed = errors.New("not a feed")

// NotFeedError says what stood in place of a feed.
type NotFeedError struct {
	Is    string        // "html", "json", "opml", "sitemap", "xml", "text", "pdf", "picture", "archive", "data" or "empty"
	Title string        // of an HTML page
	Feeds []feed.Source // the feeds an HTML page names, best first
}

var kinds = map[string]string{
	"html": "an HTML page", "json": "JSON of another kind", "opml": "a list of subscriptions (OPML)",
	"sitemap": "a sitemap", "xml": "XML of another kind", "text": "plain text", "pdf": "a PDF document",
	"picture": "a picture", "archive": "compressed data", "data": "binary data", "empty": "nothing at all",
}

// Error says what it is, and which feed it names.
func (e *NotFeedError) Error() string {
	s := "not a feed but " + kinds[e.Is]
	if e.Title != "" {
		s += " (" + e.Title + ")"
	}
	if len(e.Feeds) > 0 {
		s += ", which names the feed " + e.Feeds[0].URL
	}
	return s
}

// Unwrap makes errors.Is(err, ErrNotFeed) true.
func (e *NotFeedError) Unwrap() error { return ErrNotFeed }

// What can be wrong with a feed that was recovered, as DamagedError.Problems says it.
const (
	CutShort    = "it is cut short"
	NoEntryEnd  = "an entry has no end"
	NoEndTag    = "an end tag is missing"
	NoCDATAEnd  = "a CDATA section has no end"
	TextInFront = "there is text in front of it"
	TextTooLong = "a text is too long"
)

// TooManyError comes beside a document that has only the newest of a feed's entries.
type TooManyError struct{ Taken, Of int }

// Error says how many were taken.
func (e *TooManyError) Error() string { return fmt.Sprintf("%d of %d entries taken", e.Taken, e.Of) }

// DamagedError comes beside a document that was recovered: it says what was
// wrong with the feed.
type DamagedError struct{ Problems []string }

// Error lists the problems.
func (e *DamagedError) Error() string { return "damaged feed: " + strings.Join(e.Problems, ", ") }
