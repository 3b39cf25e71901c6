package fetch

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestContentRange(t *testing.T) {
	for s, want := range map[string][3]int64{
		"bytes 5-9/10": {5, 10, 1}, "bytes 5-9/*": {5, -1, 1}, "bytes */10": {-1, 10, 1}, "Bytes 0-0/1": {0, 1, 1},
		"bytes */*": {-1, -1, 0}, "bytes 9-5/10": {9, 10, 0}, "5-9/10": {}, "bytes 5-9": {}, "bytes -5-9/10": {0, 10, 0}, "bytes a-b/c": {}, "": {},
	} {
		first, size, ok := contentRange(s)
		if ok != (want[2] == 1) || ok && (first != want[0] || size != want[1]) {
			t.Errorf("%q: %d of %d, %v", s, first, size, ok)
		}
	}
}

func TestWhatTellsTwoStatesOfAFileApart(t *testing.T) {
	const day, next = "Fri, 20 Nov 2026 10:00:00 GMT", "Fri, 20 Nov 2026 10:00:09 GMT"
	for name, c := range map[string]struct {
		h    http.Header
		want string
	}{
		"a tag":                       {http.Header{"Etag": {`"1"`}, "Last-Modified": {day}}, `"1"`},
		"a weak tag":                  {http.Header{"Etag": {`W/"1"`}, "Last-Modified": {day}, "Date": {next}}, ""},
		"a date before the answer":    {http.Header{"Last-Modified": {day}, "Date": {next}}, day},
		"a date of the same second":   {http.Header{"Last-Modified": {day}, "Date": {day}}, ""},
		"a date without the answer's": {http.Header{"Last-Modified": {day}}, ""},
		"nothing":                     {http.Header{}, ""},
	} {
		if got := rangeValidator(c.h); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// streamed gets an address of a server as a stream, what it gives as text.
func streamed(t *testing.T, r Request, o Options, serve http.HandlerFunc) (string, *Page, error) {
	t.Helper()
	s := httptest.NewServer(serve)
	defer s.Close()
	var got strings.Builder
	var at *Page
	r.URL, r.Private = s.URL, true
	r.Stream = func(p *Page, body io.Reader) error {
		at = p
		_, err := io.Copy(&got, body)
		return err
	}
	_, err := New(o).Get(t.Context(), r)
	return got.String(), at, err
}

func TestStreamsGoOn(t *testing.T) {
	serve := func(status int, contentRange, etag, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("Range") != "bytes=3-" || r.Header.Get("If-Range") != `"1"` || r.Header.Get("Accept-Encoding") != "identity" {
				w.WriteHeader(http.StatusTeapot)
				return
			}
			if contentRange != "" {
				w.Header().Set("Content-Range", contentRange)
			}
			w.Header().Set("ETag", etag)
			w.WriteHeader(status)
			_, _ = io.WriteString(w, body)
		}
	}
	for name, c := range map[string]struct {
		serve http.HandlerFunc
		from  int64
		body  string
		err   error
	}{
		"from where it was":     {serve(206, "bytes 3-5/6", `"1"`, "def"), 3, "def", nil},
		"from the beginning":    {serve(200, "", `"2"`, "uvwxyz"), 0, "uvwxyz", nil},
		"all of it is there":    {serve(416, "bytes */3", `"1"`, "nothing to say"), 3, "", nil},
		"more is there than is": {serve(416, "bytes */2", `"1"`, ""), 0, "", ErrRange},
		"another part":          {serve(206, "bytes 0-2/6", `"1"`, "abc"), 0, "", ErrRange},
		"a part of another":     {serve(206, "bytes 3-5/6", `"2"`, "def"), 0, "", ErrRange},
		"no word on which part": {serve(206, "", `"1"`, "def"), 0, "", ErrRange},
	} {
		got, at, err := streamed(t, Request{From: 3, IfRange: `"1"`}, Options{}, c.serve)
		if !errors.Is(err, c.err) || got != c.body || err == nil && at.From != c.from {
			t.Errorf("%s: %q, %+v, %v", name, got, at, err)
		}
	}
}

func TestStreamsEnd(t *testing.T) {
	_, _, err := streamed(t, Request{MaxBytes: 100}, Options{}, func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			_, _ = io.WriteString(w, "without an end ")
		}
	})
	if !errors.Is(err, ErrTooBig) {
		t.Errorf("without an end: %v", err)
	}
	_, _, err = streamed(t, Request{MaxBytes: 100}, Options{}, func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Length", "101") })
	if !errors.Is(err, ErrTooBig) {
		t.Errorf("announced too long: %v", err)
	}
	got, _, err := streamed(t, Request{MaxBytes: 3}, Options{}, func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "abc") })
	if err != nil || got != "abc" {
		t.Errorf("just as long as it may be: %q, %v", got, err)
	}
	begun := time.Now()
	_, _, err = streamed(t, Request{}, Options{Stall: 100 * time.Millisecond}, func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil { // a byte now and then
			_, _ = io.WriteString(w, ".")
			_ = http.NewResponseController(w).Flush()
			time.Sleep(20 * time.Millisecond)
		}
	})
	var net *NetError
	if !errors.As(err, &net) || net.Kind != TimedOut {
		t.Errorf("a byte now and then, for %v: %v", time.Since(begun), err)
	}
}
