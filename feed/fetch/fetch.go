// Package fetch brings bytes from the web: conditional, bounded in size and
// time, at most two connections a host, and never where a stranger's link must
// not lead. What it brings is decompressed but still in its own charset.
//
// What it promises to whom:
//   - to a server: validators are sent back exactly as they came, Retry-After and
//     max-age are told to the caller, nothing is asked twice on its own account;
//   - to the reader: passwords and cookies go to the host they belong to and to no
//     other, and stand in no error; a link or redirect of the public web reaches no
//     loopback, private or link-local address;
//   - to the program: no answer is longer than its limit, none takes longer than its
//     time, and every failure has a type.
package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"depesche/feed"
)

// What to ask for, as Request.Accept.
const (
	AcceptFeed    = "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.5, text/html;q=0.3, */*;q=0.1"
	AcceptPage    = "text/html, application/xhtml+xml, application/xml;q=0.8, */*;q=0.1"
	AcceptPicture = "image/jpeg, image/png, image/webp, image/gif, image/*;q=0.5, */*;q=0.1"
)

// The limits that hold where Options gives none.
const (
	DefaultMaxBytes = 16 << 20
	DefaultPerHost  = 2
	DefaultTotal    = 64
	DefaultTimeout  = 60 * time.Second
	DefaultDial     = 10 * time.Second
	DefaultHead     = 20 * time.Second
	DefaultStall    = 15 * time.Second

	maxRedirects   = 7
	maxHeaderBytes = 256 << 10 // some papers send 30 KB of Content-Security-Policy
)

// Options are the client's settings; the zero value of a field means its default.
type Options struct {
	UserAgent string                                // "depesche/1.0 (+https://...)"; default: "depesche"
	Transport http.RoundTripper                     // default: Network(the same options)
	Proxy     func(*http.Request) (*url.URL, error) // default: from the environment; may ask Behalf of the request's context
	TLS       *tls.Config                           // default: the system's roots
	MaxBytes  int64                                 // of a decompressed body
	PerHost   int                                   // connections to one host at a time
	Total     int                                   // connections in all at a time
	Timeout   time.Duration                         // for a whole answer with its redirects, not counting the wait for a free connection
	Dial      time.Duration                         // to connect, and once more for TLS
	Head      time.Duration                         // from the request to the answer's header
	Stall     time.Duration                         // without a single byte of the body
	Now       func() time.Time                      // for dates in Retry-After

	// Access gives the header fields that belong to an address: passwords, cookies, another
	// User-Agent. It is asked for each Get; what it gives is sent to the host of that
	// address and to no other. nil: none.
	Access func(ctx context.Context, address string) (http.Header, error)
}

// Client fetches. It may be used by any number of goroutines.
type Client struct {
	o       Options
	gate    *gate
	heavy   *heavy
	digests digests
}

// New makes a client.
func New(o Options) *Client {
	o.UserAgent = or(o.UserAgent, "depesche")
	o.MaxBytes = or(o.MaxBytes, DefaultMaxBytes)
	o.Timeout = or(o.Timeout, DefaultTimeout)
	o.Head = or(o.Head, DefaultHead)
	o.Stall = or(o.Stall, DefaultStall)
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Transport == nil {
		o.Transport = Network(o)
	}
	return &Client{o: o, gate: newGate(or(o.PerHost, DefaultPerHost), or(o.Total, DefaultTotal)), heavy: newHeavy(o.MaxBytes)}
}

func or[T comparable](v, otherwise T) T {
	var zero T
	if v == zero {
		return otherwise
	}
	return v
}

// Request says what to fetch.
type Request struct {
	URL        string // http or https; user:password@ in it becomes basic authentication
	Accept     string // default: AcceptFeed
	Validators feed.Validators
	MaxBytes   int64       // default: the client's
	Header     http.Header // sent to the host of URL only, not where it redirects to

	// Private allows loopback, private and link-local addresses for what the
	// reader added at such an address. It holds for the host and port of URL
	// alone (and for its https on 443 when URL is its http on 80): a feed at
	// 192.168.1.5:3000 that repeats the public web cannot redirect us to the
	// printer, nor to another port of the same machine.
	Private bool

	// Part takes the beginning of a body that is too big: Page.TooBig says so then.
	Part bool

	// Source is the address of the source on whose behalf the request is made; "": nobody's.
	// It says which proxy is taken, and is told to nobody.
	Source string
	// Stream is given the body as it comes, in place of Page.Body: for files that are too long
	// for memory. The whole may take a day then, as long as something comes. An error of
	// Stream's own is what Get answers.
	Stream func(*Page, io.Reader) error
	// From asks for what follows so many bytes, which are of what IfRange names. The answer may begin
	// at 0 all the same, see Page.From; one that is neither is ErrRange. With Stream only.
	From    int64
	IfRange string

	// Hold leaves it to the caller to Release the page; without it Get has done so.
	Hold bool
}

// Page is an answer.
type Page struct {
	URL    string // after redirects, without user and password
	Moved  string // where all redirects were permanent (301, 308): the new address, never from https to http; else ""
	Status int

	NotModified bool // 304 to what Validators asked: Body is empty
	Gone        bool // 410: it has ended; Body is empty
	Truncated   bool // the connection broke off within the body: Body is the part that came, Validators are empty
	TooBig      bool // the body is bigger than Request.MaxBytes: Body is its beginning, see Request.Part; Truncated, too

	Header      http.Header     // as received; foreign text
	Validators  feed.Validators // to send with the next request
	Wait        time.Duration   // how long the server asks us to wait (Retry-After, else max-age), at most MaxWait; 0: nothing asked
	ContentType string          // one clean line
	From        int64           // of a Stream: where in the file it begins
	Size        int64           // of a Stream: bytes of the whole file; -1: not said
	IfRange     string          // of a Stream: for the request that takes it up again; "": there can be none
	Body        []byte          // decompressed, in its own charset

	release func() // of the room that a long body takes
}

// Release says that a long body, and what was made of it, is no longer held in memory;
// until then other long ones wait. It may be called more than once.
func (p *Page) Release() {
	if p.release != nil {
		p.release()
	}
}

// Get fetches one address. An answer is a Page (200, 203, a 304 to our
// validators, 410); all else is an error: *StatusError, *NetError, or one that
// wraps ErrPrivate, ErrTooBig, ErrScheme, ErrAddress, ErrTooManyRedirects or the
// context's error. No error's text holds a password or a control character.
func (c *Client) Get(ctx context.Context, r Request) (*Page, error) {
	first, err := parse(r.URL)
	if err != nil {
		return nil, failed(r.URL, err)
	}
	if c.o.Access != nil {
		own, err := c.o.Access(ctx, r.URL)
		if err != nil {
			return nil, failed(r.URL, err)
		}
		r.Header = merged(own, r.Header)
	}
	t := &trip{client: c, request: r, first: first, at: first, permanent: true, whole: c.o.Timeout, limit: or(r.MaxBytes, c.o.MaxBytes)}
	if r.Stream != nil {
		t.whole = maxStream
	}
	t.left = t.whole
	for range maxRedirects + 1 {
		page, next, err := t.step(ctx)
		if err != nil {
			if page != nil {
				page.Release()
			}
			return nil, failed(t.at.String(), err)
		}
		if page != nil {
			if !r.Hold {
				page.Release()
			}
			return page, nil
		}
		t.at = next
	}
	return nil, failed(t.at.String(), ErrTooManyRedirects)
}

// merged is a with b put over it.
func merged(a, b http.Header) http.Header {
	if len(a) == 0 {
		return b
	}
	out := a.Clone()
	for k, v := range b {
		out[http.CanonicalHeaderKey(k)] = v
	}
	return out
}

// CloseIdleConnections closes connections that wait for another request.
func (c *Client) CloseIdleConnections() {
	if t, ok := c.o.Transport.(interface{ CloseIdleConnections() }); ok {
		t.CloseIdleConnections()
	}
}

// failed puts the address, cleaned, before an error that does not name it itself.
func failed(address string, err error) error {
	if e := (*StatusError)(nil); errors.As(err, &e) {
		e.URL = Shown(address)
		return err
	}
	if e := (*NetError)(nil); errors.As(err, &e) {
		e.URL = Shown(address)
		return err
	}
	return fmt.Errorf("fetch %s: %w", Shown(address), err)
}
