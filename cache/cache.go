// Package cache keeps what was fetched, in SQLite, and renews it. It holds the
// reader's own marks and so never loses what it was told to keep.
//
// It knows no HTTP and no terminal: where articles come from is an Origin.
package cache
