// Package parse reads feeds as the web serves them: RSS 0.9x to 2.0, RDF, Atom
// 0.3 and 1.0, JSON Feed 1.0 and 1.1, and the Channel Definition Format.
//
// It never gives up on a feed that holds articles. Bad bytes, downloads cut
// short, warnings printed in front of the document, missing end tags, unknown
// entities and bare ampersands cost at most the element they stand in; what was
// wrong comes back as a DamagedError beside the document.
//
// Every string has passed feed.Clean or feed.Line after its entities were
// decoded, every address is absolute, a date that cannot be read is zero.
// Time and memory are linear in the size of the input.
package parse

import (
	"time"
)

// Options say where the bytes came from.
type Options struct {
	URL             string // the feed's address after redirects; base of relative links
	ContentType     string // header of that name: its charset, and a hint at the format
	ContentLocation string // header of that name; a base that goes before URL
}

// Document is a feed.
type Document struct {
	Title       string // plain text
	Description string // plain text
	Link        string // the site's address
	FeedURL     string // the address the feed gives itself
	Language    string // BCP 47
	Icon        string // address of a small picture
	Hub         string // WebSub hub
	Updated     time.Time
	TTL         time.Duration  // how long the feed asks to be left alone; 0: not said
	SkipHours   []int          // hours of the day, UTC, in which it need not be asked
	SkipDays    []time.Weekday // days on which it need not be asked
	Entries     []Entry        // in the feed's order, the newest 5000 of them
	Total       int            // entries the feed has
	Cut         bool           // the document broke off inside an entry: what follows is missing
}

// Entry is one article of a feed.
type Entry struct {
	ID           string // the feed's own identifier, as delivered
	Title        string // plain text
	Link         string // the page's address
	Authors      []string
	Published    time.Time
	Updated      time.Time
	Summary      string // HTML
	Content      string // HTML
	Enclosures   []Enclosure
	Categories   []string
	Comments     string // address of the page with the comments
	CommentsFeed string // address of the feed of comments
	CommentCount int    // comments so far; 0: none, or not said
	Image        string // address of the picture that goes with it
	ImageCaption string // plain text
	ImageCredit  string // plain text
	Language     string // BCP 47, the feed's where the entry does not say
	Cut          bool   // the document ended inside of it: the last one
}

// Enclosure is a file that goes with an entry.
type Enclosure struct {
	URL      string        // absolute http(s) address
	Type     string        // media type as printed
	Length   int64         // bytes as printed; 0: not said
	Duration time.Duration // 0: not said
	Title    string        // plain text

	// Files with the same number are one and the same in several forms; 0: it stands for itself.
	Alternative int
	Preferred   bool // the one of them that the feed wants to be taken
}
