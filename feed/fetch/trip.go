package fetch

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"depesche/feed"
)

// trip is one Get on its way through redirects.
type trip struct {
	client    *Client
	request   Request
	first, at *url.URL
	hops      int
	retries   int                       // with an answer to a challenge
	permanent bool                      // all redirects so far were 301 or 308
	whole     time.Duration             // that it may take
	left      time.Duration             // of that
	limit     int64                     // bytes of body
	cookies   map[string][]*http.Cookie // of this trip only, by scheme and host; see keepCookies
}

// maxRetries is how often a request is made again for a server that wants another proof of
// who asks: once, and once more where its question was stale.
const maxRetries = 2

// step asks one address. It gives a page, or the address it redirects to.
func (t *trip) step(ctx context.Context) (*Page, *url.URL, error) {
	if t.left <= 0 {
		return nil, nil, &NetError{Kind: TimedOut, Err: &lateError{"not finished", t.whole}}
	}
	release, err := t.client.gate.enter(ctx, hostPort(t.at))
	if err != nil {
		return nil, nil, err
	}
	defer release()

	start := time.Now()
	defer func() { t.left -= time.Since(start) }()
	w := newWatch(ctx, t.left, t.whole)
	defer w.stop()
	w.expect(t.client.o.Head, "no answer")

	req := t.newRequest(w.ctx)
	resp, err := t.client.o.Transport.RoundTrip(req)
	if err != nil {
		return nil, nil, w.explain(err)
	}
	defer resp.Body.Close()
	t.keepCookies(resp)
	if t.retries < maxRetries && t.client.digests.challenged(req, resp, t.at) {
		t.retries++
		_, _ = io.CopyN(io.Discard, resp.Body, 4<<10)
		return nil, t.at, nil
	}
	if isRedirect(resp.StatusCode) {
		next, err := t.redirect(resp)
		return nil, next, err
	}
	page, err := t.answer(w, resp)
	return page, nil, err
}

func (t *trip) newRequest(ctx context.Context) *http.Request {
	home := within(t.first, t.at)
	if home && t.request.Private {
		ctx = permit(ctx)
	}
	if t.request.Source != "" {
		ctx = context.WithValue(ctx, behalf{}, t.request.Source)
	}
	target := *t.at
	target.User = nil
	req := (&http.Request{
		Method: http.MethodGet, URL: &target, Host: target.Host, Header: make(http.Header, 8),
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
	}).WithContext(ctx)
	if home {
		for k, v := range t.request.Header {
			req.Header[http.CanonicalHeaderKey(k)] = v
		}
		if u := t.first.User; u != nil && req.Header.Get("Authorization") == "" {
			password, _ := u.Password()
			req.SetBasicAuth(u.Username(), password)
		}
		t.client.digests.sign(req, &target)
	}
	for _, c := range t.cookies[target.Scheme+target.Host] {
		req.AddCookie(c)
	}
	if req.Header.Get("User-Agent") == "" {
		req.Header.Set("User-Agent", t.client.o.UserAgent)
	}
	req.Header.Set("Accept", or(t.request.Accept, AcceptFeed))
	req.Header.Set("Accept-Encoding", acceptEncoding)
	t.askPart(req.Header)
	if v := t.request.Validators.ETag; v != "" {
		req.Header.Set("If-None-Match", v)
	}
	if v := t.request.Validators.LastModified; v != "" && !future(v, t.client.o.Now()) {
		req.Header.Set("If-Modified-Since", v)
	}
	return req
}

// keepCookies keeps a server's cookies for the rest of this trip and for this
// host alone: papers exist that set one and redirect to the same page until it
// comes back. They are forgotten with the trip.
func (t *trip) keepCookies(resp *http.Response) {
	if len(resp.Header["Set-Cookie"]) == 0 || !isRedirect(resp.StatusCode) {
		return
	}
	if t.cookies == nil {
		t.cookies = map[string][]*http.Cookie{}
	}
	key := t.at.Scheme + t.at.Host
	for _, c := range resp.Cookies() {
		if len(t.cookies[key]) < 20 {
			t.cookies[key] = append(t.cookies[key], &http.Cookie{Name: c.Name, Value: c.Value})
		}
	}
}

func isRedirect(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// redirect reads where an answer leads.
func (t *trip) redirect(resp *http.Response) (*url.URL, error) {
	if t.hops++; t.hops > maxRedirects {
		return nil, ErrTooManyRedirects
	}
	location := resp.Header.Get("Location")
	if location == "" {
		return nil, &NetError{Kind: Malformed, Err: errors.New("a redirect without an address")}
	}
	base := *t.at
	base.User = nil
	next, err := loose(location)
	if err != nil {
		return nil, &NetError{Kind: Malformed, Err: errors.New("a redirect to what is no address")}
	}
	next = base.ResolveReference(next)
	if next, err = checked(next); err != nil {
		return nil, err
	}
	next.User = nil // a stranger does not say with which password we come
	if resp.StatusCode != http.StatusMovedPermanently && resp.StatusCode != http.StatusPermanentRedirect {
		t.permanent = false
	}
	// A short body is read so that the connection can be used again.
	_, _ = io.CopyN(io.Discard, resp.Body, 4<<10)
	return next, nil
}

// answer makes a page of what is no redirect.
func (t *trip) answer(w *watch, resp *http.Response) (*Page, error) {
	h := resp.Header
	asked := t.request.Validators
	p := &Page{
		Status: resp.StatusCode, Header: h, Validators: validators(h),
		Wait: wait(h, t.client.o.Now()), ContentType: feed.Line(h.Get("Content-Type")),
	}
	p.URL, p.Moved = t.addresses()
	switch {
	case resp.StatusCode == http.StatusNotModified && asked != (feed.Validators{}):
		p.NotModified = true
		// A 304 need not repeat them.
		p.Validators = feed.Validators{ETag: or(p.Validators.ETag, asked.ETag), LastModified: or(p.Validators.LastModified, asked.LastModified)}
		return p, nil
	case resp.StatusCode == http.StatusGone:
		p.Gone = true
		return p, nil
	case t.partial(resp):
		return p, t.stream(w, resp, p)
	case !answered(resp.StatusCode):
		return nil, &StatusError{Code: resp.StatusCode, Wait: retryAfter(h, t.client.o.Now()), Challenge: challenged(h) || t.walled(w, resp, p)}
	case resp.ContentLength > t.limit && !t.request.Part:
		return nil, ErrTooBig
	}
	if t.request.Stream != nil {
		return p, t.stream(w, resp, p)
	}
	w.expect(t.client.o.Stall, "nothing more received")
	if err := t.read(w, resp, p); err != nil {
		return p, err
	}
	if challenged(h) || botWall(p.Body) {
		return p, &StatusError{Code: resp.StatusCode, Challenge: true}
	}
	return p, nil
}

// answered reports whether a status comes with what was asked for; 204 is an answer, too, of
// nothing at all.
func answered(status int) bool {
	return status == http.StatusOK || status == http.StatusNonAuthoritativeInfo || status == http.StatusNoContent
}

// walled reports whether the page that comes with a refusal is a test for robots.
func (t *trip) walled(w *watch, resp *http.Response, p *Page) bool {
	if resp.ContentLength == 0 || !strings.Contains(p.ContentType, "html") {
		return false
	}
	w.expect(t.client.o.Stall, "nothing more received")
	body, _ := Decode(&steady{body: io.LimitReader(resp.Body, maxWall), watch: w, stall: t.client.o.Stall}, strings.Join(resp.Header.Values("Content-Encoding"), ","), maxWall)
	return botWall(body)
}

// read fills the page's body.
func (t *trip) read(w *watch, resp *http.Response, p *Page) error {
	wire := &steady{body: resp.Body, watch: w, stall: t.client.o.Stall}
	coding := strings.Join(resp.Header.Values("Content-Encoding"), ",")
	body, err := decode(wire, coding, t.limit, func() error {
		size := t.limit
		if coding == "" && resp.ContentLength > 0 {
			size = min(resp.ContentLength, t.limit)
		}
		return t.grow(w, p, size)
	})
	if err != nil && w.expired() != nil {
		return w.explain(err)
	}
	switch {
	case err == nil:
	case errors.Is(err, ErrTooBig) && !t.request.Part:
		return err
	case wire.err == nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, ErrTooBig):
		return &NetError{Kind: BadCoding, Err: err}
	case len(body) == 0:
		return w.explain(err)
	default:
		p.Truncated, p.TooBig = true, errors.Is(err, ErrTooBig)
		p.Validators = feed.Validators{} // or the next answer would be "not modified" for half a feed
	}
	p.Body = body
	return nil
}

// grow waits for room for a long body. The time does not count: the server did not take it.
func (t *trip) grow(w *watch, p *Page, size int64) error {
	if p.release != nil {
		return nil // an inner coding
	}
	w.pause()
	defer w.resume(t.client.o.Stall)
	var err error
	p.release, err = t.client.heavy.enter(w.ctx, size)
	return err
}

// addresses gives where the trip ended, and the same again if the reader's
// address should become it.
func (t *trip) addresses() (final, moved string) {
	u := *t.at
	u.User, u.Fragment, u.RawFragment = nil, "", ""
	final = feed.Line(u.String())
	if t.hops == 0 || !t.permanent || t.first.Scheme == "https" && u.Scheme == "http" {
		return final, ""
	}
	if t.first.User != nil && within(t.first, t.at) {
		u.User = t.first.User // the reader's own password goes on with the address
	}
	return final, feed.Line(u.String())
}
