// Package direct is the origin that reads the sites themselves: it fetches feeds
// and pages, parses them and takes them apart.
package direct

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"depesche/feed"
	"depesche/feed/extract"
	"depesche/feed/fetch"
	"depesche/feed/parse"
	"depesche/feed/program"
	"depesche/feed/turns"
)

// What a delivery warns of, beside a *parse.DamagedError.
var (
	ErrNoEntries = errors.New("the feed holds no articles")
	ErrBrokeOff  = errors.New("the feed broke off")
)

// TooBigError warns of a feed that is bigger than the settings allow: its first articles were taken.
type TooBigError struct{ Taken int }

// Error says how many were taken.
func (e *TooBigError) Error() string {
	return fmt.Sprintf("the feed is too big: its first %d articles taken", e.Taken)
}

// ErrNoProgram says that the settings do not name the program any more that made a source.
var ErrNoProgram = errors.New("no such program in the settings")

// Options are the origin's settings.
type Options struct {
	// Private says whether a source may stand at a loopback or private address;
	// nil asks fetch.Local of its URL.
	Private func(feed.Source) bool
	// Sources gives the reader's sources, so that Full and Picture know which
	// private addresses are the reader's own; nil: those that Pull has seen.
	Sources func() []feed.Source
	// Rules are the reader's own for the pages of some sites; nil: none.
	Rules extract.Sites
	// Programs are sources that the reader's own programs make or filter; nil: none.
	Programs []Program
	// Run bounds each run of such a program.
	Run program.Limits
	// Turns are how many feeds and pages may be taken apart at once; the zero value: any number.
	Turns turns.Turns
	// Now is the clock; nil: time.Now.
	Now func() time.Time
}

// Origin reads sites. It may be used by any number of goroutines.
type Origin struct {
	client *fetch.Client
	o      Options

	mu     sync.Mutex
	pulled map[feed.SourceID]feed.Source // what Pull has seen
	told   []feed.Source                 // what Options.Sources said, and when
	toldAt time.Time
	held   map[string]heldPage // by feed.Address: what Find has fetched
}

// New makes an origin that fetches through the client.
func New(c *fetch.Client, o Options) *Origin {
	if o.Private == nil {
		o.Private = func(s feed.Source) bool { return fetch.Local(s.URL) }
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Origin{client: c, o: o, pulled: map[feed.SourceID]feed.Source{}}
}

// Push does nothing: sites keep no marks.
func (*Origin) Push(context.Context, []feed.Mark) error { return nil }

// Pull asks one source for its articles. A feed that was damaged, broken off or
// empty gives what it holds and a Warning. With an error, Delivery.Next is set
// where the server said how long to wait.
func (o *Origin) Pull(ctx context.Context, s feed.Source, v feed.Validators) (feed.Delivery, error) {
	o.mu.Lock()
	if old, ok := o.pulled[s.ID]; !ok || old.URL != s.URL {
		o.told = nil // it has been added just now: its pages may be the next to be asked for
	}
	o.pulled[s.ID] = s
	o.mu.Unlock()

	if IsProgram(s.URL) {
		return o.produce(ctx, s)
	}
	private := o.o.Private(s)
	page, err := o.fetched(ctx, s, v, private)
	if err != nil {
		var status *fetch.StatusError
		if errors.As(err, &status) {
			return feed.Delivery{Next: status.Wait}, err
		}
		return feed.Delivery{}, err
	}
	defer page.Release() // with what was made of it the caller is done at once
	d := feed.Delivery{Validators: page.Validators, NotModified: page.NotModified, Gone: page.Gone, Moved: page.Moved, Next: page.Wait}
	if feed.IsWatch(s.URL) && d.Moved != "" {
		d.Moved = feed.Watch(d.Moved)
	}
	if page.NotModified || page.Gone {
		return d, nil
	}
	if err := o.filtered(ctx, s, page); err != nil {
		return feed.Delivery{Next: page.Wait}, err
	}
	o.o.Turns.Do(func() { d, err = o.deliver(d, s, page, private) })
	return d, err
}

// deliver takes a feed apart. d has what is known of its page.
func (o *Origin) deliver(d feed.Delivery, s feed.Source, page *fetch.Page, private bool) (feed.Delivery, error) {
	doc, err := reader(s.URL)(page)
	if doc == nil {
		return feed.Delivery{Next: page.Wait}, err
	}
	c := conversion{source: s, doc: doc, base: page.URL, now: o.o.Now()}
	if !private {
		c.foreign = fetch.Local
	}
	fill(&d, c, err)
	d.Next = pause(doc, page.Wait, c.now)
	switch {
	case page.TooBig:
		d.Warning, d.Partial = &TooBigError{Taken: len(d.Articles)}, true
	case page.Truncated:
		d.Warning, d.Partial = ErrBrokeOff, true
	}
	return d, nil
}

// fetched gives a source's page: the one that Find has brought, else a new one.
func (o *Origin) fetched(ctx context.Context, s feed.Source, v feed.Validators, private bool) (*fetch.Page, error) {
	if v == (feed.Validators{}) {
		if page := o.taken(s.URL); page != nil {
			return page, nil
		}
	}
	return o.client.Get(ctx, fetch.Request{URL: s.URL, Accept: accept(s.URL), Validators: v, Private: private, Source: s.URL, Part: true, Hold: true})
}

// fill fills in what a feed holds; damage is what was wrong with it. Of a feed that broke
// off inside an entry, that one is left to the next time: half of it would take the place of
// the whole one that may be here.
func fill(d *feed.Delivery, c conversion, damage error) {
	if n := len(c.doc.Entries); n > 0 && c.doc.Entries[n-1].Cut {
		c.doc.Entries = c.doc.Entries[:n-1]
	}
	d.Source, d.Articles = c.description(), c.articles()
	switch {
	case c.doc.Cut:
		d.Warning, d.Partial = ErrBrokeOff, true
		d.Validators = feed.Validators{} // or the next answer would be "not modified" for half a feed
	case damage != nil:
		d.Warning = damage
	case len(d.Articles) == 0:
		d.Warning = ErrNoEntries
	}
}

// readFeed parses a page that should be a feed. The error may come with a
// document that was recovered; a broken-off one without entries is no document.
func readFeed(page *fetch.Page) (*parse.Document, error) {
	doc, err := parse.Feed(page.Body, parse.Options{
		URL: page.URL, ContentType: page.ContentType, ContentLocation: page.Header.Get("Content-Location"),
	})
	if page.Truncated && (doc == nil || len(doc.Entries) == 0) {
		return nil, &fetch.NetError{URL: fetch.Shown(page.URL), Kind: fetch.Broken, Err: io.ErrUnexpectedEOF}
	}
	if doc == nil {
		return nil, fmt.Errorf("read %s: %w", fetch.Shown(page.URL), err)
	}
	return doc, err
}

// pause is how long the feed wants to be left alone: what the server said and
// what the feed says, whichever is longer, and to the end of the hours and days
// it asks us to skip; at most fetch.MaxWait.
func pause(doc *parse.Document, asked time.Duration, now time.Time) time.Duration {
	next := max(asked, doc.TTL)
	if len(doc.SkipHours) == 0 && len(doc.SkipDays) == 0 {
		return min(next, fetch.MaxWait)
	}
	at := now.Add(next).UTC()
	for skipped(doc, at) && at.Sub(now) < fetch.MaxWait {
		at = at.Truncate(time.Hour).Add(time.Hour)
	}
	return min(at.Sub(now), fetch.MaxWait)
}

func skipped(doc *parse.Document, at time.Time) bool {
	for _, h := range doc.SkipHours {
		if h%24 == at.Hour() {
			return true
		}
	}
	for _, d := range doc.SkipDays {
		if d == at.Weekday() {
			return true
		}
	}
	return false
}

// source finds one of the reader's sources.
func (o *Origin) source(id feed.SourceID) (feed.Source, bool) {
	for _, s := range o.sources() {
		if s.ID == id {
			return s, true
		}
	}
	return feed.Source{}, false
}

// sourcesHold is how long an answer of Options.Sources holds: a refresh asks for each page,
// and has hundreds.
const sourcesHold = time.Second

func (o *Origin) sources() []feed.Source {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.o.Sources != nil {
		if age := o.o.Now().Sub(o.toldAt); o.told == nil || age < 0 || age >= sourcesHold {
			o.told, o.toldAt = o.o.Sources(), o.o.Now()
		}
		return o.told
	}
	out := make([]feed.Source, 0, len(o.pulled))
	for _, s := range o.pulled {
		out = append(out, s)
	}
	return out
}

// mayReach reports whether a source's own private address covers a link.
func (o *Origin) mayReach(s feed.Source, link string) bool {
	return o.o.Private(s) && fetch.SameHost(s.URL, link)
}
