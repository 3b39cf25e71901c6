// Package opml reads and writes lists of subscriptions: OPML 1 and 2, and
// newsboat's urls file.
package opml

import (
	"io"

	"depesche/feed"
)

// List is a list of subscriptions. A feed in several folders stands there
// several times, once for each.
type List struct {
	Title   string
	Sources []feed.Source // URL, Site, Title, Description, Language, Folder
	Skipped []Skip        // what was left out
}

// Skip is an entry that was left out, and why.
type Skip struct {
	Line int    // in the file, from 1
	Text string // as it stood there, cut
	Why  string // "exec", "filter", "query", "address"
}

// Read reads OPML.
func Read(data []byte) (List, error) { return List{}, nil }

// ReadURLs reads newsboat's urls file.
func ReadURLs(data []byte) (List, error) { return List{}, nil }

// Write writes OPML 2.0.
func Write(w io.Writer, l List) error { return nil }
