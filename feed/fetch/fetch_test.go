package fetch

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/icholy/digest"

	"depesche/feed"
)

// web is a network in memory: every request is answered by a function.
type web func(*http.Request) (*http.Response, error)

func (w web) RoundTrip(r *http.Request) (*http.Response, error) { return w(r) }

// reply makes an answer; headers are name, value, name, value, ...
func reply(status int, body string, headers ...string) *http.Response {
	h := http.Header{}
	for i := 0; i+1 < len(headers); i += 2 {
		h.Add(headers[i], headers[i+1])
	}
	return &http.Response{StatusCode: status, Header: h, Body: io.NopCloser(strings.NewReader(body)), ContentLength: int64(len(body))}
}

// on answers by host and path; what it does not know is 404.
func on(answers map[string]func(*http.Request) *http.Response) web {
	return func(r *http.Request) (*http.Response, error) {
		if f := answers[r.URL.Host+r.URL.Path]; f != nil {
			return f(r), nil
		}
		return reply(404, ""), nil
	}
}

func always(status int, body string, headers ...string) func(*http.Request) *http.Response {
	return func(*http.Request) *http.Response { return reply(status, body, headers...) }
}

func get(t *testing.T, w web, r Request) *Page {
	t.Helper()
	p, err := New(Options{Transport: w}).Get(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestGetGivesThePage(t *testing.T) {
	w := web(func(r *http.Request) (*http.Response, error) {
		for name, want := range map[string]string{"User-Agent": "depesche/9 (+https://lindenau.example)", "Accept": AcceptPage, "Accept-Encoding": acceptEncoding} {
			if got := r.Header.Get(name); got != want {
				t.Errorf("%s: %q, want %q", name, got, want)
			}
		}
		return reply(200, "Hallo", "ETag", `W/"a,b"`, "Last-Modified", "gestern, 7 Uhr", "Content-Type", "text/html; charset=utf-8", "Cache-Control", "public, max-age=600"), nil
	})
	c := New(Options{Transport: w, UserAgent: "depesche/9 (+https://lindenau.example)"})
	p, err := c.Get(t.Context(), Request{URL: " https://Lindenau.example/a?b=c#d ", Accept: AcceptPage})
	if err != nil {
		t.Fatal(err)
	}
	if p.URL != "https://lindenau.example/a?b=c" || p.Status != 200 || string(p.Body) != "Hallo" || p.Moved != "" ||
		p.Validators != (feed.Validators{ETag: `W/"a,b"`, LastModified: "gestern, 7 Uhr"}) || p.Wait != 10*time.Minute ||
		p.ContentType != "text/html; charset=utf-8" || p.NotModified || p.Gone || p.Truncated {
		t.Errorf("%+v", p)
	}
}

func TestValidatorsGoBackExactlyAsTheyCame(t *testing.T) {
	v := feed.Validators{ETag: `W/"x, y"`, LastModified: "Mon, 1 Jan 24 00:00:00 +0100"}
	w := web(func(r *http.Request) (*http.Response, error) {
		if r.Header.Get("If-None-Match") == v.ETag && r.Header.Get("If-Modified-Since") == v.LastModified {
			return reply(304, "", "ETag", `"new"`), nil
		}
		return reply(200, "whole"), nil
	})
	p := get(t, w, Request{URL: "https://lindenau.example/", Validators: v})
	if !p.NotModified || p.Validators != (feed.Validators{ETag: `"new"`, LastModified: v.LastModified}) {
		t.Errorf("%+v", p)
	}
}

func TestA304ThatNobodyAskedForIsAnError(t *testing.T) {
	_, err := New(Options{Transport: on(map[string]func(*http.Request) *http.Response{"a.example/": always(304, "")})}).
		Get(t.Context(), Request{URL: "https://a.example/"})
	var status *StatusError
	if !errors.As(err, &status) || status.Code != 304 {
		t.Error(err)
	}
}

func TestStatusErrors(t *testing.T) {
	for code, wait := range map[int]time.Duration{205: 0, 206: 0, 401: 0, 404: 0, 429: 2 * time.Minute, 503: 2 * time.Minute, 999: 0} {
		w := web(func(*http.Request) (*http.Response, error) {
			r := reply(code, "<rss/>")
			if wait > 0 {
				r.Header.Set("Retry-After", "120")
			}
			return r, nil
		})
		_, err := New(Options{Transport: w}).Get(t.Context(), Request{URL: "https://ada:secret@a.example/feed"})
		var status *StatusError
		if !errors.As(err, &status) || status.Code != code || status.Wait != wait || status.URL != "https://a.example/feed" {
			t.Errorf("%d: %#v", code, err)
		}
	}
}

func TestAChallengeIsToldApart(t *testing.T) {
	w := on(map[string]func(*http.Request) *http.Response{"a.example/": always(403, "Just a moment", "cf-mitigated", "challenge")})
	_, err := New(Options{Transport: w}).Get(t.Context(), Request{URL: "https://a.example/"})
	var status *StatusError
	if !errors.As(err, &status) || !status.Challenge || !strings.Contains(err.Error(), "browser") {
		t.Error(err)
	}
}

func TestGone(t *testing.T) {
	p := get(t, on(map[string]func(*http.Request) *http.Response{"a.example/": always(410, "bye")}), Request{URL: "https://a.example/"})
	if !p.Gone || len(p.Body) != 0 {
		t.Errorf("%+v", p)
	}
}

func TestRedirects(t *testing.T) {
	to := func(code int, where string) func(*http.Request) *http.Response {
		return always(code, "", "Location", where)
	}
	w := on(map[string]func(*http.Request) *http.Response{
		"a.example/301":    to(301, "/308"),
		"a.example/308":    to(308, "//b.example/end"),
		"a.example/302":    to(302, "/308"),
		"a.example/mixed":  to(301, "/302"),
		"a.example/down":   to(301, "http://b.example/end"),
		"a.example/loop":   to(302, "/loop"),
		"a.example/file":   to(302, "file:///etc/passwd"),
		"a.example/none":   always(302, ""),
		"a.example/bad":    to(302, "http://[::1/%zz"),
		"a.example/user":   to(301, "https://mallory:pw@b.example/end#x"),
		"b.example/end":    always(200, "end"),
		"b.example/9":      to(302, "/8"),
		"b.example/8":      to(302, "/7"),
		"b.example/7":      to(302, "/6"),
		"b.example/6":      to(302, "/5"),
		"b.example/5":      to(302, "/4"),
		"b.example/4":      to(302, "/3"),
		"b.example/3":      to(302, "/2"),
		"b.example/2":      to(302, "/end"),
		"a.example/gone":   to(301, "/410"),
		"a.example/410":    always(410, ""),
		"a.example/to-404": to(301, "/404"),
	})
	c := New(Options{Transport: w})
	for _, tc := range []struct {
		name, from, end, moved string
		err                    error
	}{
		{"a chain of permanent ones moves the address", "https://a.example/301", "https://b.example/end", "https://b.example/end", nil},
		{"one temporary link keeps it", "https://a.example/302", "https://b.example/end", "", nil},
		{"also when it is the last", "https://a.example/mixed", "https://b.example/end", "", nil},
		{"never down to http", "https://a.example/down", "http://b.example/end", "", nil},
		{"a password in the target is dropped", "https://a.example/user", "https://b.example/end", "https://b.example/end", nil},
		{"seven are followed", "https://b.example/8", "https://b.example/end", "", nil},
		{"a loop ends", "https://a.example/loop", "", "", ErrTooManyRedirects},
		{"only the web", "https://a.example/file", "", "", ErrScheme},
		{"gone after a move", "https://a.example/gone", "https://a.example/410", "https://a.example/410", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			p, err := c.Get(t.Context(), Request{URL: tc.from})
			if !errors.Is(err, tc.err) || tc.err == nil && err != nil {
				t.Fatal(err)
			}
			if err == nil && (p.URL != tc.end || p.Moved != tc.moved) {
				t.Errorf("ended at %q, moved to %q", p.URL, p.Moved)
			}
		})
	}
	for _, path := range []string{"none", "bad"} {
		_, err := c.Get(t.Context(), Request{URL: "https://a.example/" + path})
		var n *NetError
		if !errors.As(err, &n) || n.Kind != Malformed {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestWhatIsTheReadersStaysWithTheirHost(t *testing.T) {
	type seen struct{ auth, header, cookie string }
	saw := map[string]seen{}
	w := web(func(r *http.Request) (*http.Response, error) {
		key := r.URL.Scheme + "://" + r.URL.Host + r.URL.Path
		saw[key] = seen{r.Header.Get("Authorization"), r.Header.Get("X-Key"), r.Header.Get("Cookie")}
		switch {
		case key == "https://a.example/start" && r.Header.Get("Cookie") == "":
			return reply(302, "", "Location", "/start", "Set-Cookie", "sid=1; Path=/; Domain=.example"), nil
		case key == "https://a.example/start":
			return reply(302, "", "Location", "https://b.example/mid"), nil
		case key == "https://b.example/mid":
			return reply(302, "", "Location", "http://a.example/plain"), nil
		case key == "http://a.example/plain":
			return reply(302, "", "Location", "https://a.example:8443/port"), nil
		case key == "https://a.example:8443/port":
			return reply(302, "", "Location", "https://a.example/end"), nil
		}
		return reply(200, "x"), nil
	})
	p := get(t, w, Request{URL: "https://ada:geheim@a.example/start", Header: http.Header{"x-key": {"k"}}})
	full := seen{"Basic YWRhOmdlaGVpbQ==", "k", "sid=1"}
	for key, want := range map[string]seen{
		"https://a.example/start": full, "https://b.example/mid": {}, "http://a.example/plain": {},
		"https://a.example:8443/port": {}, "https://a.example/end": full,
	} {
		if saw[key] != want {
			t.Errorf("%s saw %+v, want %+v", key, saw[key], want)
		}
	}
	if strings.Contains(p.URL, "geheim") {
		t.Error(p.URL)
	}
}

func TestAMovedAddressKeepsItsPasswordAtHome(t *testing.T) {
	w := on(map[string]func(*http.Request) *http.Response{
		"a.example/old": always(301, "", "Location", "/new"), "a.example/new": always(200, "x"),
		"a.example/away": always(301, "", "Location", "https://b.example/"), "b.example/": always(200, "x"),
	})
	if p := get(t, w, Request{URL: "https://ada:pw@a.example/old"}); p.Moved != "https://ada:pw@a.example/new" || p.URL != "https://a.example/new" {
		t.Errorf("%q %q", p.Moved, p.URL)
	}
	if p := get(t, w, Request{URL: "https://ada:pw@a.example/away"}); p.Moved != "https://b.example/" {
		t.Errorf("%q", p.Moved)
	}
}

func TestNoErrorHoldsAPasswordOrAnEscape(t *testing.T) {
	for _, address := range []string{
		"https://ada:geheim@a.example/", "ftp://ada:geheim@a.example/", "https://ada:geheim@a.example:port/", "ada:geheim@a.example",
		"feed:https://ada:geheim@a.example/", "https://ada:geheim@%zz/", "\x1b]0;x\x07", "https://a.example/\u202e\u009b31m", "", "https://", "://", "http://ada:geheim@[::1",
	} {
		w := web(func(*http.Request) (*http.Response, error) { return nil, errors.New("malformed \x1b[31m answer\u009b") })
		_, err := New(Options{Transport: w}).Get(t.Context(), Request{URL: address})
		if err == nil {
			t.Errorf("%q was fetched", address)
			continue
		}
		if s := err.Error(); strings.Contains(s, "geheim") || s != feed.Line(s) {
			t.Errorf("%q: %q", address, s)
		}
	}
}

func TestTheLimitHolds(t *testing.T) {
	for _, tc := range []struct {
		name string
		resp func() *http.Response
	}{
		{"by the header alone", func() *http.Response { r := reply(200, ""); r.ContentLength = 1 << 40; return r }},
		{"by the bytes", func() *http.Response { r := reply(200, strings.Repeat("a", 1001)); r.ContentLength = -1; return r }},
		{"by what is unpacked", func() *http.Response {
			return reply(200, string(packed(t, "gzip", bytes.Repeat([]byte("a"), 1<<20))), "Content-Encoding", "gzip")
		}},
	} {
		w := web(func(*http.Request) (*http.Response, error) { return tc.resp(), nil })
		_, err := New(Options{Transport: w}).Get(t.Context(), Request{URL: "https://a.example/", MaxBytes: 1000})
		if !errors.Is(err, ErrTooBig) {
			t.Errorf("%s: %v", tc.name, err)
		}
	}
	w := on(map[string]func(*http.Request) *http.Response{"a.example/": always(200, strings.Repeat("a", 1000))})
	if p := get(t, w, Request{URL: "https://a.example/", MaxBytes: 1000}); len(p.Body) != 1000 {
		t.Error(len(p.Body))
	}
}

func TestABrokenOffBodyIsGivenAsSuch(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		w.Header().Set("Content-Length", "100")
		if r.URL.Path == "/half" {
			_, _ = io.WriteString(w, "<rss><channel>")
		}
		_ = http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	}))
	defer srv.Close()
	c := New(Options{})
	defer c.CloseIdleConnections()
	p, err := c.Get(t.Context(), Request{URL: srv.URL + "/half", Private: true})
	if err != nil || !p.Truncated || string(p.Body) != "<rss><channel>" || p.Validators != (feed.Validators{}) {
		t.Errorf("%+v %v", p, err)
	}
	_, err = c.Get(t.Context(), Request{URL: srv.URL + "/nothing", Private: true})
	var n *NetError
	if !errors.As(err, &n) || n.Kind != Broken {
		t.Error(err)
	}
}

// mute is a body that gives a byte a second and then nothing until the request ends.
type mute struct {
	ctx   context.Context
	bytes int
}

func (m *mute) Read(p []byte) (int, error) {
	var next <-chan time.Time
	if m.bytes > 0 {
		m.bytes--
		next = time.After(time.Second)
	}
	select {
	case <-next:
		p[0] = 'a'
		return 1, nil
	case <-m.ctx.Done():
		return 0, context.Cause(m.ctx)
	}
}

func (m *mute) Close() error { return nil }

func TestTimesEnd(t *testing.T) {
	body := func(bytes int) web {
		return func(r *http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, ContentLength: -1, Body: &mute{r.Context(), bytes}}, nil
		}
	}
	for _, tc := range []struct {
		name string
		w    web
		want time.Duration
	}{
		{"no header", func(r *http.Request) (*http.Response, error) { <-r.Context().Done(); return nil, r.Context().Err() }, 20 * time.Second},
		{"a stalled body", body(3), 3*time.Second + 15*time.Second},
		{"a body that drips", body(1000), 60 * time.Second},
		{"redirects for ever", func(r *http.Request) (*http.Response, error) {
			<-time.After(18 * time.Second)
			return reply(302, "", "Location", "/"), nil
		}, 72 * time.Second}, // the fourth begins within the time and is let end
	} {
		t.Run(tc.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				start := time.Now()
				_, err := New(Options{Transport: tc.w}).Get(t.Context(), Request{URL: "https://a.example/"})
				var n *NetError
				if !errors.As(err, &n) || n.Kind != TimedOut || !n.Timeout() {
					t.Error(err)
				}
				if d := time.Since(start); d > tc.want {
					t.Errorf("took %s, want %s", d, tc.want)
				}
			})
		})
	}
}

func TestCancelIsImmediateAndTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		w := web(func(r *http.Request) (*http.Response, error) { <-r.Context().Done(); return nil, r.Context().Err() })
		time.AfterFunc(time.Second, cancel)
		_, err := New(Options{Transport: w}).Get(ctx, Request{URL: "https://a.example/"})
		if !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		var n *NetError
		if errors.As(err, &n) {
			t.Error("what the caller ended is no failure of the network")
		}
	})
}

func TestPrivateAddressesAreRefused(t *testing.T) {
	other := httptest.NewServer(http.NotFoundHandler())
	defer other.Close()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/other":
			http.Redirect(w, r, other.URL, http.StatusFound)
		case "/name":
			http.Redirect(w, r, "http://localhost:"+r.Host[strings.LastIndexByte(r.Host, ':')+1:]+"/", http.StatusFound)
		case "/neighbour":
			http.Redirect(w, r, "http://127.0.0.2:"+r.Host[strings.LastIndexByte(r.Host, ':')+1:]+"/", http.StatusFound)
		case "/self":
			http.Redirect(w, r, "/", http.StatusFound)
		}
	}))
	defer srv.Close()
	c := New(Options{})
	defer c.CloseIdleConnections()
	for _, tc := range []struct {
		name    string
		address string
		private bool
		refused bool
	}{
		{"a number", srv.URL, false, true},
		{"a name", strings.Replace(srv.URL, "127.0.0.1", "localhost", 1), false, true},
		{"what the reader added", srv.URL, true, false},
		{"a redirect to itself", srv.URL + "/self", true, false},
		{"a redirect to another port", srv.URL + "/other", true, true},
		{"a redirect to the machine's own name", srv.URL + "/name", true, false},
		{"a redirect to another number", srv.URL + "/neighbour", true, true},
		{"after the first was allowed", srv.URL, false, true},
	} {
		_, err := c.Get(t.Context(), Request{URL: tc.address, Private: tc.private})
		if errors.Is(err, ErrPrivate) != tc.refused || !tc.refused && err != nil {
			t.Errorf("%s: %v", tc.name, err)
		}
	}
}

func TestAProxyDoesNotOpenTheHouse(t *testing.T) {
	var asked []string
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.String())
		_, _ = io.WriteString(w, "through the proxy")
	}))
	defer proxy.Close()
	at, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	c := New(Options{Proxy: http.ProxyURL(at)})
	defer c.CloseIdleConnections()
	for _, address := range []string{"http://192.168.1.1/", "http://localhost/", "http://printer/", "http://[::1]/", "http://nas.local/"} {
		if _, err := c.Get(t.Context(), Request{URL: address}); !errors.Is(err, ErrPrivate) {
			t.Errorf("%s: %v", address, err)
		}
	}
	p, err := c.Get(t.Context(), Request{URL: "http://203.0.113.7/feed"})
	if err != nil || string(p.Body) != "through the proxy" || len(asked) != 1 {
		t.Errorf("%v %v", err, asked)
	}
	if p, err = c.Get(t.Context(), Request{URL: "http://192.168.1.1/feed", Private: true}); err != nil || len(asked) != 2 {
		t.Errorf("%v %v %v", p, err, asked)
	}
}

func TestADeadProxyIsNamedAsSuch(t *testing.T) {
	srv := httptest.NewServer(http.NotFoundHandler())
	at, err := url.Parse(srv.URL)
	if err != nil {
		t.Fatal(err)
	}
	srv.Close()
	_, err = New(Options{Proxy: http.ProxyURL(at)}).Get(t.Context(), Request{URL: "http://203.0.113.7/feed"})
	var n *NetError
	if !errors.As(err, &n) || n.Kind != BadProxy {
		t.Error(err)
	}
}

func TestKindsOfFailure(t *testing.T) {
	closed := httptest.NewServer(http.NotFoundHandler())
	closed.Close()
	secure := httptest.NewUnstartedServer(http.NotFoundHandler())
	secure.Config.ErrorLog = log.New(io.Discard, "", 0) // our refusing its certificate is no news
	secure.StartTLS()
	defer secure.Close()
	cut := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }))
	defer cut.Close()
	garbage := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err == nil {
			_, _ = io.WriteString(conn, "\x1b[31mHTTP/7 what\r\n\r\n")
			conn.Close()
		}
	}))
	defer garbage.Close()
	head := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		for i := range 40 {
			w.Header().Set(fmt.Sprintf("X-%d", i), strings.Repeat("a", 10<<10))
		}
	}))
	defer head.Close()
	for _, tc := range []struct {
		name, url string
		tls       *tls.Config
		kind      NetKind
	}{
		{"no name", "http://nirgendwo.invalid/", nil, NoHost},
		{"a closed port", closed.URL, nil, Refused},
		{"a stranger's certificate", secure.URL, nil, CertUnknown},
		{"a certificate of another host", strings.Replace(secure.URL, "127.0.0.1", "localhost", 1), &tls.Config{RootCAs: secure.Client().Transport.(*http.Transport).TLSClientConfig.RootCAs}, CertName},
		{"TLS where there is none", strings.Replace(cut.URL, "http:", "https:", 1), nil, BadTLS},
		{"a cut connection", cut.URL, nil, Broken},
		{"no HTTP", garbage.URL, nil, Malformed},
		{"a header without an end", head.URL, nil, Malformed},
	} {
		c := New(Options{TLS: tc.tls})
		_, err := c.Get(t.Context(), Request{URL: tc.url, Private: true})
		c.CloseIdleConnections()
		var n *NetError
		if !errors.As(err, &n) || n.Kind != tc.kind {
			t.Errorf("%s: %v", tc.name, err)
		}
	}
}

func TestThroughTLS(t *testing.T) {
	srv := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "ok") }))
	defer srv.Close()
	c := New(Options{TLS: &tls.Config{RootCAs: srv.Client().Transport.(*http.Transport).TLSClientConfig.RootCAs}})
	defer c.CloseIdleConnections()
	if p, err := c.Get(t.Context(), Request{URL: srv.URL, Private: true}); err != nil || string(p.Body) != "ok" {
		t.Error(err)
	}
}

func TestTwoAHost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		running, peak, all, peakAll := map[string]int{}, map[string]int{}, 0, 0
		enter := make(chan string)
		leave := make(chan string)
		go func() {
			for {
				select {
				case h, ok := <-enter:
					if !ok {
						return
					}
					running[h]++
					all++
					peak[h], peakAll = max(peak[h], running[h]), max(peakAll, all)
				case h := <-leave:
					running[h]--
					all--
				}
			}
		}()
		c := New(Options{Total: 5, Transport: web(func(r *http.Request) (*http.Response, error) {
			enter <- r.URL.Host
			<-time.After(time.Second)
			leave <- r.URL.Host
			if r.URL.Path == "/away" {
				return reply(302, "", "Location", "https://busy.example/"), nil
			}
			return reply(200, "x"), nil
		})})
		done := make(chan error)
		n := 0
		for i := range 10 {
			for _, u := range []string{"https://busy.example/", fmt.Sprintf("https://h%d.example/away", i)} {
				n++
				go func() { _, err := c.Get(t.Context(), Request{URL: u}); done <- err }()
			}
		}
		for range n {
			if err := <-done; err != nil {
				t.Error(err)
			}
		}
		close(enter)
		if peak["busy.example"] != 2 || peakAll != 5 || len(c.gate.hosts) != 0 {
			t.Errorf("to one host %d, in all %d, %d hosts left behind", peak["busy.example"], peakAll, len(c.gate.hosts))
		}
	})
}

func TestTheGateHonoursTheContext(t *testing.T) {
	g := newGate(1, 1)
	release, err := g.enter(t.Context(), "a")
	if err != nil {
		t.Fatal(err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	for _, host := range []string{"a", "b"} { // the host's slot, and the slot of all
		if _, err := g.enter(ended, host); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", host, err)
		}
	}
	release()
	if len(g.hosts) != 0 || len(g.all) != 0 {
		t.Error("the gate keeps what was given back")
	}
}

func TestTheTimeBeforeTheGateDoesNotCount(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := New(Options{PerHost: 1, Transport: web(func(*http.Request) (*http.Response, error) {
			<-time.After(15 * time.Second)
			return reply(200, "x"), nil
		})})
		done := make(chan error)
		for range 8 { // two minutes of queue
			go func() { _, err := c.Get(t.Context(), Request{URL: "https://a.example/"}); done <- err }()
		}
		for range 8 {
			if err := <-done; err != nil {
				t.Error(err)
			}
		}
	})
}

// What Options.Access gives for an address goes to its host alone.
func TestAccessStaysWithItsHost(t *testing.T) {
	type seen struct{ auth, cookie, agent string }
	saw := map[string]seen{}
	w := web(func(r *http.Request) (*http.Response, error) {
		saw[r.URL.Host] = seen{r.Header.Get("Authorization"), r.Header.Get("Cookie"), r.Header.Get("User-Agent")}
		if r.URL.Host == "a.example" {
			return reply(302, "", "Location", "https://b.example/"), nil
		}
		return reply(200, "x"), nil
	})
	asked := ""
	c := New(Options{Transport: w, UserAgent: "wir", Access: func(_ context.Context, address string) (http.Header, error) {
		asked = address
		return http.Header{"Authorization": {"Basic eDp5"}, "Cookie": {"abo=1"}, "User-Agent": {"andere"}}, nil
	}})
	if _, err := c.Get(t.Context(), Request{URL: "https://a.example/rss"}); err != nil {
		t.Fatal(err)
	}
	if asked != "https://a.example/rss" || saw["a.example"] != (seen{"Basic eDp5", "abo=1", "andere"}) || saw["b.example"] != (seen{"", "", "wir"}) {
		t.Errorf("asked %q, saw %+v", asked, saw)
	}
	c = New(Options{Transport: w, Access: func(context.Context, string) (http.Header, error) { return nil, errors.New("no secret") }})
	if _, err := c.Get(t.Context(), Request{URL: "https://a.example/rss"}); err == nil || !strings.Contains(err.Error(), "no secret") {
		t.Errorf("got %v", err)
	}
}

// Long bodies wait for each other: as many as fit into the greatest one's room are held at a time.
func TestLongBodiesWaitForEachOther(t *testing.T) {
	const size = 3 << 20
	w := web(func(*http.Request) (*http.Response, error) { return reply(200, strings.Repeat("x", size)), nil })
	c := New(Options{Transport: w, MaxBytes: 4 << 20})
	first, err := c.Get(t.Context(), Request{URL: "https://a.example/", Hold: true})
	if err != nil || len(first.Body) != size {
		t.Fatal(err)
	}
	second := make(chan error, 1)
	go func() {
		_, err := c.Get(t.Context(), Request{URL: "https://b.example/"})
		second <- err
	}()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Get(ctx, Request{URL: "https://c.example/"}); !errors.Is(err, context.Canceled) {
		t.Errorf("the third got %v", err)
	}
	if c.heavy.room.TryAcquire(size) {
		t.Fatal("there is room for a second one")
	}
	first.Release()
	first.Release()
	if err := <-second; err != nil {
		t.Error(err)
	}
	if !c.heavy.room.TryAcquire(4 << 20) {
		t.Error("the second still holds its room")
	}
}

// A body that fails on the way gives its room back.
func TestFailuresGiveTheirRoomBack(t *testing.T) {
	w := web(func(*http.Request) (*http.Response, error) {
		return reply(200, strings.Repeat("x", 6<<20), "Content-Encoding", "identity"), nil
	})
	c := New(Options{Transport: w, MaxBytes: 4 << 20})
	for range 3 {
		if _, err := c.Get(t.Context(), Request{URL: "https://a.example/"}); !errors.Is(err, ErrTooBig) {
			t.Fatal(err)
		}
	}
	if !c.heavy.room.TryAcquire(4 << 20) {
		t.Error("the room is gone")
	}
}

// A server that takes no password in the clear is answered, and not asked twice again.
func TestDigest(t *testing.T) {
	asked, nonce := 0, "n1"
	w := web(func(r *http.Request) (*http.Response, error) {
		asked++
		got := r.Header.Get("Authorization")
		stale := strings.HasPrefix(got, "Digest ") && !strings.Contains(got, `nonce="`+nonce+`"`)
		c, err := digest.ParseCredentials(got)
		if err == nil && !stale {
			want, err := digest.Digest(&digest.Challenge{Realm: "Bote", Nonce: nonce, Algorithm: "SHA-256", QOP: []string{"auth"}}, digest.Options{
				Method: "GET", URI: "/abo?a=%22", Username: "ada", Password: "geheim", Cnonce: c.Cnonce, Count: c.Nc,
			})
			if err == nil && c.Response == want.Response && c.URI == "/abo?a=%22" {
				return reply(200, "abo "+c.Nonce), nil
			}
		}
		return reply(401, "", "WWW-Authenticate", fmt.Sprintf(`Digest realm="Bote", nonce=%q, algorithm=SHA-256, qop="auth", stale=%v`, nonce, stale)), nil
	})
	c := New(Options{Transport: w})
	for i, want := range []int{2, 3, 5} { // refused once, then known, then stale
		if i == 2 {
			nonce = "n2"
		}
		p, err := c.Get(t.Context(), Request{URL: `https://ada:geheim@bote.example/abo?a="`})
		if err != nil || string(p.Body) != "abo "+nonce || asked != want {
			t.Fatalf("round %d: %v, asked %d times, want %d", i, err, asked, want)
		}
	}
	asked = 0
	_, err := c.Get(t.Context(), Request{URL: "https://ada:falsch@bote.example/abo"})
	var status *StatusError
	if !errors.As(err, &status) || status.Code != 401 || asked != 1 {
		t.Errorf("a wrong password: %v, asked %d times", err, asked)
	}
	asked = 0
	if _, err = c.Get(t.Context(), Request{URL: "https://bote.example/abo"}); err == nil || asked != 1 {
		t.Errorf("no password: %v, asked %d times", err, asked)
	}
}

// What is asked for is what a browser would ask for.
func TestAddressesAreReadAsABrowserReadsThem(t *testing.T) {
	seen := ""
	w := web(func(r *http.Request) (*http.Response, error) {
		if r.URL.Path == "/to" {
			return reply(302, "", "Location", r.Header.Get("X-To")), nil
		}
		seen = r.URL.Host + r.URL.RequestURI()
		return reply(200, "ok"), nil
	})
	for in, want := range map[string]string{
		"https://bote.example/q?x=1 2":                      "bote.example/q?x=1%202",
		`https://bote.example/f?a={"von":["Stadt Linden"]}`: "bote.example/f?a={%22von%22:[%22Stadt%20Linden%22]}",
		"https://bote.example/50%off/feed":                  "bote.example/50%25off/feed",
		"https://bote.example/q?a=100%&b=%C3%BC#teil":       "bote.example/q?a=100%&b=%C3%BC",
		"https://bote.example/q?a=b|c&d='e'":                "bote.example/q?a=b%7Cc&d=%27e%27",
		"https://bote.example/Übersicht für heute?q=größe":  "bote.example/%C3%9Cbersicht%20f%C3%BCr%20heute?q=gr%C3%B6%C3%9Fe",
		"https://Bücher.example/feed":                       "xn--bcher-kva.example/feed",
		"https://bote.example/sch%C3%B6n/%2Fa?b=%2F":        "bote.example/sch%C3%B6n/%2Fa?b=%2F",
		"https://bote.example?a=b":                          "bote.example/?a=b",
		"https://bote.example/\tfe\ned":                     "bote.example/feed",
	} {
		want = strings.NewReplacer("{", "%7B", "}", "%7D", "[", "%5B", "]", "%5D").Replace(want)
		get(t, w, Request{URL: in})
		if seen != want {
			t.Errorf("%s was asked for as %s, want %s", in, seen, want)
		}
		if strings.ContainsAny(in, "\t\n") {
			continue // no header has these
		}
		get(t, w, Request{URL: "https://bote.example/to", Header: http.Header{"X-To": {in}}})
		if seen != want {
			t.Errorf("led to %s, %s was asked for, want %s", in, seen, want)
		}
	}
}

// A date that lies in the future would make a server answer "not modified" until then.
func TestADateInTheFutureIsNotSentBack(t *testing.T) {
	now := time.Date(2026, 12, 1, 4, 0, 0, 0, time.UTC)
	for date, sent := range map[string]bool{
		"Sat, 16 Nov 2041 19:11:00 GMT": false, "Tue, 01 Dec 2026 05:00:00 GMT": true, "Fri, 20 Nov 2026 10:00:00 GMT": true, "gestern": true,
	} {
		got := ""
		w := web(func(r *http.Request) (*http.Response, error) {
			got = r.Header.Get("If-Modified-Since")
			return reply(200, "ok"), nil
		})
		_, err := New(Options{Transport: w, Now: func() time.Time { return now }}).
			Get(t.Context(), Request{URL: "https://bote.example/", Validators: feed.Validators{ETag: `"a"`, LastModified: date}})
		if err != nil || (got == date) != sent {
			t.Errorf("%s: sent %q, %v", date, got, err)
		}
	}
}

// Pages that only test for robots are told apart from what has something to read.
func TestBotWalls(t *testing.T) {
	wall := func(err error) bool {
		var status *StatusError
		return errors.As(err, &status) && status.Challenge
	}
	anubis := `<!doctype html><html><head><title>Making sure you&#39;re not a bot!</title><script id="anubis_challenge" type="application/json">{}</script></head><body></body></html>`
	article := "<!doctype html><html><body>" + strings.Repeat("<p>Ein Absatz.</p>", 20) + `<pre>id="anubis_challenge"</pre></body></html>`
	for name, tc := range map[string]struct {
		status int
		body   string
		head   []string
		want   bool
	}{
		"Cloudflare, refused":      {403, "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>", nil, true},
		"Cloudflare, with success": {200, "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>", nil, true},
		"Anubis":                   {200, anubis, nil, true},
		"packed":                   {503, string(packed(t, "gzip", []byte(anubis))), []string{"Content-Encoding", "gzip"}, true},
		"an article about it":      {200, article, nil, false},
		"a feed about it":          {200, `<rss><channel><title>x</title><description>id="anubis_challenge"</description></channel></rss>`, nil, false},
		"a plain refusal":          {403, "<html><title>403 Forbidden</title></html>", nil, false},
	} {
		w := web(func(*http.Request) (*http.Response, error) {
			return reply(tc.status, tc.body, append([]string{"Content-Type", "text/html"}, tc.head...)...), nil
		})
		_, err := New(Options{Transport: w}).Get(t.Context(), Request{URL: "https://bote.example/"})
		if wall(err) != tc.want || tc.status == 200 && !tc.want && err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A SOCKS proxy that resolves names gets them as they are: no DNS of ours hears of them. Whose
// request it is decides which proxy is taken.
func TestSOCKSResolvesNames(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	asked := make(chan string, 1)
	go func() {
		c, err := l.Accept()
		if err != nil {
			return
		}
		defer c.Close()
		b := make([]byte, 512)
		_, _ = io.ReadFull(c, b[:2])
		_, _ = io.ReadFull(c, b[:b[1]])
		_, _ = c.Write([]byte{5, 0})
		_, _ = io.ReadFull(c, b[:5]) // version, connect, 0, a name, its length
		n := int(b[4])
		_, _ = io.ReadFull(c, b[:n+2])
		asked <- string(b[:n])
		_, _ = c.Write([]byte{5, 0, 0, 1, 0, 0, 0, 0, 0, 0})
		_, _ = c.Read(b)
		_, _ = io.WriteString(c, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nTor o")
	}()
	c := New(Options{Proxy: func(r *http.Request) (*url.URL, error) {
		if Behalf(r.Context()) != "https://bote.example/feed" {
			return nil, errors.New("for nobody")
		}
		return url.Parse("socks5h://" + l.Addr().String())
	}})
	defer c.CloseIdleConnections()
	p, err := c.Get(t.Context(), Request{URL: "http://nowhere.invalid/artikel", Source: "https://bote.example/feed"})
	if err != nil || string(p.Body) != "Tor o" {
		t.Fatal(p, err)
	}
	if host := <-asked; host != "nowhere.invalid" {
		t.Errorf("the proxy was asked for %q", host)
	}
	for _, address := range []string{"http://192.168.1.1/", "http://printer/", "http://nas.local/"} {
		if _, err := c.Get(t.Context(), Request{URL: address, Source: "https://bote.example/feed"}); !errors.Is(err, ErrPrivate) {
			t.Errorf("%s: %v", address, err)
		}
	}
	var n *NetError
	if _, err = c.Get(t.Context(), Request{URL: "http://nowhere.invalid/"}); !errors.As(err, &n) || n.Kind != BadProxy {
		t.Error(err)
	}
}
