package fetch

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"net/http"
	"net/netip"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"depesche/feed"
)

func packed(t testing.TB, coding string, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser
	var err error
	switch coding {
	case "gzip":
		w = gzip.NewWriter(&b)
	case "br":
		w = brotli.NewWriter(&b)
	case "zstd":
		w, err = zstd.NewWriter(&b)
	case "deflate":
		w = zlib.NewWriter(&b)
	case "raw":
		w, err = flate.NewWriter(&b, 6)
	default:
		return data
	}
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestDecode(t *testing.T) {
	text := []byte(strings.Repeat("Der Hafen von Lindenau liegt still. ", 200))
	markup := []byte(`<?xml version="1.0"?><rss><channel><title>Der Bote</title></channel></rss>`)
	gz := packed(t, "gzip", text)
	for _, tc := range []struct {
		name, coding string
		body         []byte
	}{
		{"as it is", "", text},
		{"identity", "identity", text},
		{"gzip", "gzip", gz},
		{"x-gzip", "X-GZIP", gz},
		{"brotli", "br", packed(t, "br", text)},
		{"zstd", "zstd", packed(t, "zstd", text)},
		{"deflate with zlib's frame", "deflate", packed(t, "deflate", text)},
		{"deflate without it", "deflate", packed(t, "raw", text)},
		{"two codings, the last on top", "gzip, br", packed(t, "br", gz)},
		{"gzip in two members", "gzip", append(packed(t, "gzip", text[:100]), packed(t, "gzip", text[100:])...)},
		{"gzip with padding behind", "gzip", append(bytes.Clone(gz), make([]byte, 100)...)},
		{"gzip by name only", "gzip", text},
		{"zstd by name only", "zstd", text},
		{"gzip that nobody named", "", gz},
		{"a name that is no coding", "aws-chunked", text},
		{"gzip below it", "aws-chunked, gzip", gz},
		{"gzip instead of it", "binary", gz},
		{"markup under the name of brotli", "br", markup},
		{"markup under the name of deflate", "deflate", markup},
		{"gzip once more than named", "gzip", packed(t, "gzip", gz)},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := Decode(bytes.NewReader(tc.body), tc.coding, 1<<20)
			if err != nil || !bytes.Equal(got, text) && !bytes.Equal(got, markup) {
				t.Errorf("%d bytes, %v", len(got), err)
			}
		})
	}
}

func TestDecodeFails(t *testing.T) {
	text := bytes.Repeat([]byte("Lindenau "), 100_000)
	for _, coding := range []string{"gzip", "br", "zstd", "deflate", ""} {
		t.Run("bomb "+coding, func(t *testing.T) {
			got, err := Decode(bytes.NewReader(packed(t, coding, text)), coding, 10_000)
			if !errors.Is(err, ErrTooBig) || got != nil {
				t.Errorf("%d bytes, %v", len(got), err)
			}
		})
	}
	noise := make([]byte, 300_000) // does not pack, so that half of it is half of the text
	x := uint32(1)
	for i := range noise {
		x = x*1664525 + 1013904223
		noise[i] = byte(x >> 24)
	}
	for _, coding := range []string{"gzip", "br", "zstd", "deflate"} {
		t.Run("broken off "+coding, func(t *testing.T) {
			whole := packed(t, coding, noise)
			got, err := Decode(bytes.NewReader(whole[:len(whole)/2]), coding, 1<<20)
			if !errors.Is(err, io.ErrUnexpectedEOF) || len(got) == 0 || !bytes.HasPrefix(noise, got) {
				t.Errorf("%d bytes, %v", len(got), err)
			}
		})
	}
	if _, err := Decode(strings.NewReader("x"), "gzip, gzip, gzip, gzip", 10); err == nil {
		t.Error("coded too many times")
	}
	if _, err := Decode(bytes.NewReader(append([]byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0}, "\xff\xff\xff"...)), "gzip", 10); err == nil {
		t.Error("broken gzip was read")
	}
	if got, err := Decode(strings.NewReader(""), "gzip", 10); err != nil || len(got) != 0 {
		t.Errorf("an empty body is empty in every coding: %q %v", got, err)
	}
}

func TestWait(t *testing.T) {
	now := time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	for _, tc := range []struct {
		name string
		head []string
		want time.Duration
	}{
		{"nothing asked", nil, 0},
		{"seconds", []string{"Retry-After", "120"}, 2 * time.Minute},
		{"a date", []string{"Retry-After", "Wed, 04 Mar 2026 05:16:07 GMT"}, 10 * time.Minute},
		{"a date gone by", []string{"Retry-After", "Wed, 04 Mar 2020 05:16:07 GMT"}, 0},
		{"a year", []string{"Retry-After", "31536000"}, MaxWait},
		{"a year as a date", []string{"Retry-After", "Thu, 04 Mar 2027 05:16:07 GMT"}, MaxWait},
		{"more digits than fit", []string{"Retry-After", strings.Repeat("9", 40)}, MaxWait},
		{"junk", []string{"Retry-After", "soon"}, 0},
		{"a negative number", []string{"Retry-After", "-5"}, 0},
		{"max-age", []string{"Cache-Control", "public, Max-Age=300"}, 5 * time.Minute},
		{"max-age less what has passed", []string{"Cache-Control", "max-age=300", "Age", "100"}, 200 * time.Second},
		{"older than its age", []string{"Cache-Control", "max-age=300", "Age", "1000"}, 0},
		{"quoted", []string{"Cache-Control", `max-age="300"`}, 5 * time.Minute},
		{"no-cache wins", []string{"Cache-Control", "max-age=300", "Cache-Control", "no-cache"}, 0},
		{"Retry-After wins", []string{"Cache-Control", "max-age=300", "Retry-After", "60"}, time.Minute},
	} {
		if got := wait(reply(200, "", tc.head...).Header, now); got != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, got, tc.want)
		}
	}
}

func TestValidatorsThatCannotGoBackAreLeftOut(t *testing.T) {
	for _, v := range []string{"a\x00b", "a\nb", strings.Repeat("x", maxValidator+1)} {
		if got := validators(http.Header{"Etag": {v}}); got.ETag != "" {
			t.Errorf("%q", got.ETag)
		}
	}
}

func TestPrivate(t *testing.T) {
	for address, want := range map[string]bool{
		"127.0.0.1": true, "127.8.8.8": true, "10.0.0.1": true, "172.16.0.1": true, "192.168.178.1": true, "169.254.169.254": true,
		"100.64.0.1": true, "0.0.0.0": true, "0.1.2.3": true, "224.0.0.1": true, "255.255.255.255": true, "192.0.0.8": true,
		"::": true, "::1": true, "::127.0.0.1": true, "::ffff:10.0.0.1": true, "fe80::1%eth0": true, "fd00::1": true, "fec0::1": true, "ff02::1": true,
		"64:ff9b::7f00:1": true, "2002:7f00:1::": true, "2002:c0a8:101::1": true,
		"8.8.8.8": false, "203.0.113.7": false, "198.18.0.1": false, "172.32.0.1": false, "100.128.0.1": false,
		"2001:db8::1": false, "64:ff9b::808:808": false, "2002:808:808::1": false, "::ffff:8.8.8.8": false,
	} {
		if got := private(netip.MustParseAddr(address)); got != want {
			t.Errorf("%s: %v", address, got)
		}
	}
}

func TestLocal(t *testing.T) {
	for address, want := range map[string]bool{
		"http://localhost:8080/": true, "https://nas/feed": true, "http://nas.local/": true, "http://NAS.Local./": true, "http://x.localhost": true,
		"http://192.168.1.5/": true, "http://[fe80::1]/": true, "http://router.home.arpa/": true,
		"https://lindenau.example/": false, "https://8.8.8.8/": false, "nas": false, "": false, "https://local.example": false, "http://[2001:db8::1]/": false,
	} {
		if got := Local(address); got != want {
			t.Errorf("%s: %v", address, got)
		}
	}
}

func TestShown(t *testing.T) {
	for address, want := range map[string]string{
		"https://ada:pw@a.example/x?y": "https://a.example/x?y",
		"ada:p@w@a.example":            "a.example",
		"feed:https://ada:pw@a.b/":     "a.b/",
		"https://a.example/\x1b[31m":   "https://a.example/[31m",
	} {
		if got := Shown(address); got != want {
			t.Errorf("%q: %q", address, got)
		}
	}
	if n := len([]rune(Shown("https://a.example/" + strings.Repeat("x", 1000)))); n != 200 {
		t.Error(n)
	}
}

func FuzzDecode(f *testing.F) {
	text := []byte("Der Hafen von Lindenau liegt still.")
	for _, c := range []string{"gzip", "br", "zstd", "deflate", "gzip, br", "zorp"} {
		first, _, _ := strings.Cut(c, ",")
		f.Add(packed(f, first, text), c)
		f.Add(packed(f, first, bytes.Repeat([]byte{0}, 1<<20)), c)
	}
	const limit = 1 << 16
	f.Fuzz(func(t *testing.T, body []byte, coding string) {
		got, err := Decode(bytes.NewReader(body), coding, limit)
		if len(got) > limit {
			t.Errorf("%d bytes", len(got))
		}
		if errors.Is(err, ErrTooBig) && got != nil {
			t.Error("too big, and yet bytes")
		}
	})
}

// FuzzAnswer feeds raw HTTP answers to a client: whatever a server says, the
// reader gets a page or a clean, typed error, and no wait beyond a day.
func FuzzAnswer(f *testing.F) {
	for _, s := range []string{
		"HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Encoding: gzip\r\n\r\nabc",
		"HTTP/1.1 301 Moved\r\nLocation: //b.example/\x1b]0;x\r\n\r\n",
		"HTTP/1.1 429 \x1b[31m\r\nRetry-After: 99999999999999999999\r\n\r\n",
		"HTTP/1.0 200 OK\r\nCache-Control: max-age=1,max-age=\"x\r\nAge: -\r\nContent-Type: text/\u009b\r\n\r\n",
		"HTTP/1.1 304 Not Modified\r\nLast-Modified: \u202e\r\n\r\n",
		"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nzz",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		w := web(func(r *http.Request) (*http.Response, error) {
			return http.ReadResponse(bufio.NewReader(bytes.NewReader(raw)), r)
		})
		p, err := New(Options{Transport: w, MaxBytes: 1 << 16}).Get(t.Context(), Request{URL: "https://ada:geheim@a.example/", Validators: feed.Validators{ETag: `"1"`}})
		if err != nil {
			if s := err.Error(); s != feed.Line(s) || strings.Contains(s, "geheim") {
				t.Errorf("%q", s)
			}
			return
		}
		if p.URL != feed.Line(p.URL) || p.Moved != feed.Line(p.Moved) || p.ContentType != feed.Line(p.ContentType) || p.Wait < 0 || p.Wait > MaxWait {
			t.Errorf("%+v", p)
		}
	})
}

// A bomb costs what may be kept of it, not what it would become.
func TestBombsCostTheirBound(t *testing.T) {
	const max = 4 << 20
	zeros := make([]byte, 64<<20)
	for _, coding := range []string{"gzip", "br", "zstd", "deflate"} {
		body := packed(t, coding, zeros)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Decode(bytes.NewReader(body), coding, max)
		runtime.ReadMemStats(&after)
		if got := after.TotalAlloc - before.TotalAlloc; !errors.Is(err, ErrTooBig) || got > 32<<20 {
			t.Errorf("%s: %d bytes allocated, %v", coding, got, err)
		}
	}
}
