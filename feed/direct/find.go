package direct

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"depesche/feed"
	"depesche/feed/charset"
	"depesche/feed/fetch"
	"depesche/feed/find"
	"depesche/feed/markup"
	"depesche/feed/parse"
)

// At most so many addresses are asked for one site.
const (
	maxLinks   = 8
	maxGuesses = 12
	fewGuesses = 3 // of a server that asks for fewer requests
	atOnce     = 4
)

// NoFeedError says that an address offers no feed: it could be read, is
// none, names none, and none was found where sites keep them.
type NoFeedError struct {
	URL string              // cleaned
	Not *parse.NotFeedError // what it is; nil: a feed so broken that nothing could be read

	Login bool // the address led to a page that asks for a password
}

// Error says what it is.
func (e *NoFeedError) Error() string {
	s := "no feed found at " + e.URL
	if e.Not != nil {
		s += ": " + feed.Line(e.Not.Error())
	}
	return s
}

// Is makes errors.Is(err, feed.ErrNoFeed) true.
func (e *NoFeedError) Is(target error) bool { return target == feed.ErrNoFeed }

// Unwrap makes errors.Is(err, parse.ErrNotFeed) true.
func (e *NoFeedError) Unwrap() error {
	if e.Not == nil {
		return parse.ErrNotFeed
	}
	return e.Not
}

// Find tells which feeds an address offers, best first: the address itself if it
// is a feed, else those that its page names, else those found where sites keep
// them, also where the page itself is refused or leads elsewhere. Each has been fetched and
// read, and the first Pull begins with what came. Of an address that feed.Watch made it gives the
// page itself, if it has headlines, and those as the source's description. An address without a scheme is tried as
// https, then as http. What offers no feed is a *NoFeedError.
func (o *Origin) Find(ctx context.Context, address string) ([]feed.Source, error) {
	if feed.IsWatch(address) {
		return o.watch(ctx, address)
	}
	page, typed, err := o.reach(ctx, address)
	if err != nil {
		if found := o.verify(ctx, typed, around(typed, err)); len(found) > 0 {
			return found, nil
		}
		return nil, cmp.Or(ctx.Err(), err)
	}
	s, err := o.read(page)
	if err == nil {
		return []feed.Source{s}, nil
	}
	none := &NoFeedError{URL: fetch.Shown(page.URL), Login: asksForLogin(page, typed)}
	errors.As(err, &none.Not)
	if found := o.verify(ctx, page.URL, candidates(page, none.Not)); len(found) > 0 {
		return found, nil
	}
	if next := find.Refresh(page.Body, page.URL); next != "" {
		if found := o.behind(ctx, page.URL, next); len(found) > 0 {
			return found, nil
		}
	}
	for _, at := range unique([]string{typed, page.URL}, 2) { // what was typed may have led away, to a consent page
		if found := o.verify(ctx, at, guesses(at)); len(found) > 0 {
			return found, nil
		}
	}
	return nil, cmp.Or[error](ctx.Err(), none)
}

// Look finds the first feed that an address offers, and reads it. offers are all that were
// found; an error may come with a document that was recovered.
func (o *Origin) Look(ctx context.Context, address string) (doc *parse.Document, offers []feed.Source, err error) {
	offers, err = o.Find(ctx, address)
	if err != nil {
		return nil, nil, err
	}
	page := o.taken(offers[0].URL)
	if page == nil {
		if page, err = o.ask(ctx, offers[0].URL, o.o.Private(offers[0])); err != nil {
			return nil, offers, err
		}
	}
	doc, err = reader(offers[0].URL)(page)
	return doc, offers, err
}

// behind gives the feeds of the address to which a page leads by itself: that is one, or a
// page that names some.
func (o *Origin) behind(ctx context.Context, from, next string) []feed.Source {
	page, err := o.ask(ctx, next, o.allows(from, next))
	if err != nil {
		return nil
	}
	if s, err := o.read(page); err == nil {
		return []feed.Source{s}
	}
	return o.verify(ctx, page.URL, candidates(page, nil))
}

// allows reports whether a page may lead to an address of the reader's own network: one of the
// public web never may, one within it may lead to its own host.
func (o *Origin) allows(page, address string) bool {
	return o.o.Private(feed.Source{URL: page}) && fetch.SameHost(page, address)
}

// reach asks what a reader has typed; at is the spelling of it that was asked last.
func (o *Origin) reach(ctx context.Context, address string) (page *fetch.Page, at string, err error) {
	for _, at = range Spellings(address) {
		page, err = o.ask(ctx, at, o.o.Private(feed.Source{URL: at}))
		var network *fetch.NetError
		if err == nil || !errors.As(err, &network) || network.Kind == fetch.NoHost {
			break // http helps only where https does not answer
		}
	}
	return page, at, err
}

// around gives where a feed may stand whose page was refused: what keeps programs from
// pages often lets them have the feed.
func around(typed string, err error) []string {
	var refused *fetch.StatusError
	if !errors.As(err, &refused) {
		return nil
	}
	switch code := refused.Code; {
	case code == http.StatusTooManyRequests:
		return unique(find.Guesses(typed), fewGuesses)
	case code == http.StatusUnauthorized, code == http.StatusForbidden, refused.Challenge:
		return guesses(typed)
	}
	return nil
}

// asksForLogin reports whether an address led to a page with a form for a password.
func asksForLogin(page *fetch.Page, typed string) bool {
	if feed.Address(page.URL) == feed.Address(typed) {
		return false
	}
	low := bytes.ToLower(page.Body)
	return bytes.Contains(low, []byte(`type="password"`)) || bytes.Contains(low, []byte("type=password")) || bytes.Contains(low, []byte("type='password'"))
}

// Spellings are the addresses that a reader may mean by what they typed, the likeliest first;
// each is as a list of subscriptions has it that is read.
func Spellings(typed string) []string {
	typed = strings.TrimSpace(typed)
	for _, p := range [...]string{"feed:", "rss:", "itpc:", "podcast:"} {
		if rest, ok := strings.CutPrefix(typed, p); ok {
			typed = strings.TrimPrefix(rest, "//")
			break
		}
	}
	scheme, _, ok := strings.Cut(typed, "://")
	if ok && !strings.ContainsAny(scheme, "/.?#") {
		return []string{written(typed)}
	}
	if typed = strings.TrimPrefix(typed, "//"); typed == "" || typed[0] == '/' {
		return []string{typed} // nobody's host
	}
	both := []string{written("https://" + typed), written("http://" + typed)}
	if fetch.Local(both[0]) { // nobody has a certificate for a machine of the own network
		slices.Reverse(both)
	}
	return both
}

// written is an address as it is kept; one that is none stays, for who says why.
func written(address string) string { return cmp.Or(markup.Link(nil, address), address) }

// ask fetches what may be a feed. private allows it to lie in the reader's own network.
func (o *Origin) ask(ctx context.Context, address string, private bool) (*fetch.Page, error) {
	page, err := o.client.Get(ctx, fetch.Request{URL: address, Accept: accept(address), Private: private, Source: address, Part: true})
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
	o.hold(s.URL, page)
	return s, nil
}

// candidates are the feeds that a page names, in its header or its text.
func candidates(page *fetch.Page, not *parse.NotFeedError) []string {
	named := find.Header(page.Header.Values("Link"), page.URL)
	if not != nil && len(not.Feeds) > 0 {
		named = append(named, not.Feeds...)
	} else {
		text, _ := charset.UTF8(page.Body, page.ContentType)
		named = append(named, find.Links(text, page.URL)...)
	}
	var out []string
	for _, s := range named {
		out = append(out, s.URL)
	}
	return unique(out, maxLinks)
}

func guesses(address string) []string { return unique(find.Guesses(address), maxGuesses) }

// verify fetches and reads the addresses that a page named, or stands beside, and keeps those
// that are feeds, in order.
func (o *Origin) verify(ctx context.Context, page string, addresses []string) []feed.Source {
	found := make([]feed.Source, len(addresses))
	slots := make(chan struct{}, atOnce)
	var all sync.WaitGroup
	var thrown atomic.Pointer[any] // by a page: who asked for it is to know, and not the whole program to end
	for i, address := range addresses {
		all.Go(func() {
			slots <- struct{}{}
			defer func() {
				<-slots
				if r := recover(); r != nil {
					r = fmt.Errorf("%v\n%s", r, debug.Stack())
					thrown.Store(&r)
				}
			}()
			if page, err := o.ask(ctx, address, o.allows(page, address)); err == nil {
				found[i], _ = o.read(page) // what is no feed stays empty
			}
		})
	}
	all.Wait()
	if r := thrown.Load(); r != nil {
		panic(*r)
	}
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
