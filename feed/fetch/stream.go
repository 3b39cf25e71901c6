package fetch

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
)

const (
	maxStream = 24 * time.Hour // for one file

	// A server that keeps a connection alive with a byte now and then would never end: of a file
	// so much has to come within so many times the client's Stall.
	leastPace = 20_000
	paceStall = 8
)

// askPart asks for what follows the bytes that are there, and for no coding: a part of a
// packed file is of no use.
func (t *trip) askPart(h http.Header) {
	if t.request.Stream == nil {
		return
	}
	h.Set("Accept-Encoding", "identity")
	if t.request.From > 0 && t.request.IfRange != "" {
		h.Set("Range", fmt.Sprintf("bytes=%d-", t.request.From))
		h.Set("If-Range", t.request.IfRange)
	}
}

// partial reports an answer that only who asks for a part gets.
func (t *trip) partial(resp *http.Response) bool {
	return t.request.Stream != nil && (resp.StatusCode == http.StatusPartialContent || resp.StatusCode == http.StatusRequestedRangeNotSatisfiable)
}

// stream hands the body on as it comes.
func (t *trip) stream(w *watch, resp *http.Response, p *Page) error {
	if err := t.place(resp, p); err != nil {
		return err
	}
	if challenged(resp.Header) {
		return &StatusError{Code: resp.StatusCode, Challenge: true}
	}
	if p.Size > t.limit {
		return ErrTooBig
	}
	w.expect(t.client.o.Stall, "nothing more received")
	wire := &steady{body: resp.Body, watch: w, stall: t.client.o.Stall}
	body := &paced{r: wire, window: paceStall * t.client.o.Stall, since: time.Now()}
	in, err := t.uncoded(resp, p, body)
	if err != nil {
		return err
	}
	err = t.request.Stream(p, &measured{r: in, left: t.limit - p.From})
	broke := errors.Join(wire.err, body.err)
	switch {
	case err == nil, errors.Is(err, ErrTooBig):
		return err
	case broke != nil || errors.Is(err, io.ErrUnexpectedEOF):
		return w.explain(err)
	}
	return err
}

// place tells where in the file the answer begins, and how long the whole is.
func (t *trip) place(resp *http.Response, p *Page) error {
	p.Size, p.IfRange = resp.ContentLength, rangeValidator(resp.Header)
	if !t.partial(resp) {
		return nil
	}
	first, size, ok := contentRange(resp.Header.Get("Content-Range"))
	asked := t.request.From > 0 && t.request.IfRange != ""
	if !ok || !asked || otherEntity(resp.Header, t.request.IfRange) {
		return ErrRange
	}
	p.From, p.Size = t.request.From, size
	if resp.StatusCode == http.StatusRequestedRangeNotSatisfiable {
		if size != t.request.From {
			return ErrRange
		}
		resp.Body, resp.ContentLength = http.NoBody, 0 // all of it is there
		resp.Header.Del("Content-Encoding")
		return nil
	}
	if first != t.request.From || size >= 0 && size <= first {
		return ErrRange
	}
	return nil
}

// uncoded undoes gzip, which some servers put over everything; nothing else was asked for.
func (t *trip) uncoded(resp *http.Response, p *Page, body io.Reader) (io.Reader, error) {
	codings, err := parseCodings(strings.Join(resp.Header.Values("Content-Encoding"), ","))
	switch {
	case err == nil && len(codings) == 0:
		return body, nil
	case err != nil || len(codings) > 1 || codings[0] != "gzip" || p.From > 0:
		return nil, &NetError{Kind: BadCoding, Err: errors.Join(err, errors.New("coded in a way that was not asked for"))}
	}
	p.Size, p.IfRange = -1, ""
	in, err := gzip.NewReader(body)
	if err != nil {
		return nil, &NetError{Kind: BadCoding, Err: err}
	}
	return in, nil
}

// contentRange reads "bytes 5-9/10", "bytes 5-9/*" and "bytes */10"; size is -1 where it is not said.
func contentRange(s string) (first, size int64, ok bool) {
	rest, ok := strings.CutPrefix(strings.ToLower(strings.TrimSpace(s)), "bytes ")
	span, whole, found := strings.Cut(rest, "/")
	if !ok || !found {
		return 0, 0, false
	}
	if size = -1; whole != "*" {
		n, err := strconv.ParseInt(whole, 10, 64)
		if err != nil || n < 0 {
			return 0, 0, false
		}
		size = n
	}
	if span == "*" {
		return -1, size, size >= 0
	}
	from, to, found := strings.Cut(span, "-")
	first, err := strconv.ParseInt(from, 10, 64)
	last, err2 := strconv.ParseInt(to, 10, 64)
	return first, size, found && err == nil && err2 == nil && first >= 0 && last >= first
}

// rangeValidator is what tells two states of a file apart for sure: a strong ETag, else a date of
// change that lies before the answer. "" where there is neither.
func rangeValidator(h http.Header) string {
	v := validators(h)
	if v.ETag != "" {
		if strings.HasPrefix(v.ETag, `"`) {
			return v.ETag
		}
		return ""
	}
	changed, err := http.ParseTime(v.LastModified)
	sent, err2 := http.ParseTime(h.Get("Date"))
	if err != nil || err2 != nil || !changed.Before(sent) {
		return ""
	}
	return v.LastModified
}

// otherEntity reports whether a part is of another state of the file than the one that was asked for.
func otherEntity(h http.Header, asked string) bool {
	etag := h.Get("ETag")
	return strings.HasPrefix(asked, `"`) && etag != "" && etag != asked
}

// paced is a body that has to come with a least speed.
type paced struct {
	r      io.Reader
	window time.Duration
	since  time.Time
	got    int
	err    error
}

func (p *paced) Read(b []byte) (int, error) {
	n, err := p.r.Read(b)
	p.got += n
	if spent := time.Since(p.since); err == nil && spent > p.window {
		if p.got < leastPace {
			p.err = &lateError{"hardly anything received", p.window}
			return n, p.err
		}
		p.since, p.got = time.Now(), 0
	}
	return n, err
}

// measured is a body that ends with ErrTooBig where it is longer than it may be.
type measured struct {
	r    io.Reader
	left int64
}

func (m *measured) Read(b []byte) (int, error) {
	if m.left < 0 {
		return 0, ErrTooBig
	}
	n, err := m.r.Read(b[:min(int64(len(b)), m.left+1)])
	if m.left -= int64(n); m.left < 0 {
		return n - 1, ErrTooBig
	}
	return n, err
}
