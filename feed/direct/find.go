package direct

import (
	"context"
	"errors"
	"strings"
	"sync"

	"depesche/feed"
	"depesche/feed/charset"
	"depesche/feed/fetch"
	"depesche/feed/find"
	"depesche/feed/parse"
)

// At most so many addresses are asked for one site.
const (
	maxLinks   = 8
	maxGuesses = 12
	atOnce     = 4
)

// NoFeedError says that an address offers no feed: it could be read, is
// none, names none, and none was found where sites keep them.
type NoFeedError struct {
	URL string              // cleaned
	Not *parse.NotFeedError // what it is; nil: a feed so broken that nothing could be read
}

// Error says what it is.
func (e *NoFeedError) Error() string {
	s := "no feed found at " + e.URL
	if e.Not != nil {
		s += ": " + feed.Line(e.Not.Error())
	}
	return s
}

// Unwrap makes errors.Is(err, parse.ErrNotFeed) true.
func (e *NoFeedError) Unwrap() error {
	if e.Not == nil {
		return parse.ErrNotFeed
	}
	return e.Not
}

// Find tells which feeds an address offers, best first: the address itself if it
// is a feed, else those that its page names, else those found where sites keep
// them. Each has been fetched and read. An address without a scheme is tried as
// https, then as http. What offers no feed is a *NoFeedError.
func (o *Origin) Find(ctx context.Context, address string) ([]feed.Source, error) {
	var page *fetch.Page
	var err error
	for _, at := range spellings(address) {
		page, err = o.ask(ctx, at)
		var network *fetch.NetError
		if err == nil || !errors.As(err, &network) || network.Kind == fetch.NoHost {
			break // http helps only where https does not answer
		}
	}
	if err != nil {
		return nil, err
	}
	s, err := o.read(page)
	if err == nil {
		return []feed.Source{s}, nil
	}
	none := &NoFeedError{URL: fetch.Shown(page.URL)}
	errors.As(err, &none.Not)
	if found := o.verify(ctx, candidates(page, none.Not)); len(found) > 0 {
		return found, nil
	}
	if found := o.verify(ctx, guesses(page.URL)); len(found) > 0 {
		return found, nil
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return nil, none
}

// spellings are the addresses that a reader may mean.
func spellings(address string) []string {
	address = strings.TrimSpace(address)
	for _, p := range [...]string{"feed:", "rss:", "itpc:", "podcast:"} {
		if rest, ok := strings.CutPrefix(address, p); ok {
			address = strings.TrimPrefix(rest, "//")
			break
		}
	}
	scheme, _, ok := strings.Cut(address, "://")
	if ok && !strings.ContainsAny(scheme, "/.?#") {
		return []string{address}
	}
	address = strings.TrimPrefix(address, "//")
	return []string{"https://" + address, "http://" + address}
}

func (o *Origin) ask(ctx context.Context, address string) (*fetch.Page, error) {
	private := o.o.Private(feed.Source{URL: address})
	page, err := o.client.Get(ctx, fetch.Request{URL: address, Accept: fetch.AcceptFeed, Private: private})
	if err != nil {
		return nil, err
	}
	if page.Gone {
		return nil, &fetch.StatusError{URL: fetch.Shown(page.URL), Code: page.Status}
	}
	if page.Moved == "" { // the address that was asked is the one to keep
		page.Moved = address
	}
	return page, nil
}

// read makes a source of a page that is a feed.
func (o *Origin) read(page *fetch.Page) (feed.Source, error) {
	doc, err := readFeed(page)
	if doc == nil {
		return feed.Source{}, err
	}
	c := conversion{doc: doc, base: page.URL}
	if !fetch.Local(page.URL) {
		c.foreign = fetch.Local
	}
	s := c.description()
	s.URL = page.Moved
	s.ID = feed.NewSourceID(s.URL)
	return s, nil
}

// candidates are the feeds that a page names.
func candidates(page *fetch.Page, not *parse.NotFeedError) []string {
	var named []feed.Source
	if not != nil {
		named = not.Feeds
	}
	if len(named) == 0 {
		text, _ := charset.UTF8(page.Body, page.ContentType)
		named = find.Links(text, page.URL)
	}
	var out []string
	for _, s := range named {
		out = append(out, s.URL)
	}
	return unique(out, maxLinks)
}

func guesses(address string) []string { return unique(find.Guesses(address), maxGuesses) }

// verify fetches and reads addresses, and keeps those that are feeds, in order.
func (o *Origin) verify(ctx context.Context, addresses []string) []feed.Source {
	found := make([]feed.Source, len(addresses))
	slots := make(chan struct{}, atOnce)
	var all sync.WaitGroup
	for i, address := range addresses {
		all.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			if page, err := o.ask(ctx, address); err == nil {
				found[i], _ = o.read(page) // what is no feed stays empty
			}
		})
	}
	all.Wait()
	var out []feed.Source
	seen := map[string]bool{}
	for _, s := range found {
		if k := feed.Address(s.URL); s.URL != "" && !seen[k] {
			seen[k] = true
			out = append(out, s)
		}
	}
	return out
}
