package cli

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"depesche/cache"
	"depesche/feed"
	"depesche/feed/direct"
	"depesche/feed/fetch"
)

// BenchmarkRefresh200 asks 200 feeds of 20 entries each on loopback, through
// fetch, parse and cache: the first time, and when nothing has changed. All
// stand on one host, so that two are asked at a time.
func BenchmarkRefresh200(b *testing.B) {
	const tag = `"one"`
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprintf(w, "<rss version=\"2.0\"><channel><title>Blatt %s</title>", r.URL.Path)
		for i := range 20 {
			fmt.Fprintf(w, "<item><title>Meldung %d</title><guid isPermaLink=\"false\">%s-%d</guid><description>%s</description></item>",
				i, r.URL.Path, i, strings.Repeat("Der Stadtrat von Lindenau hat lange beraten. ", 40))
		}
		fmt.Fprint(w, "</channel></rss>")
	}))
	defer site.Close()
	sources := make([]feed.Source, 200)
	for i := range sources {
		sources[i].URL = fmt.Sprintf("%s/%d.xml", site.URL, i)
	}
	open := func(b *testing.B) *cache.Cache {
		c, err := cache.Open(b.Context(), cache.Options{Dir: b.TempDir()}, direct.New(fetch.New(fetch.Options{UserAgent: "depesche"}), direct.Options{}))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := c.AddSources(b.Context(), sources...); err != nil {
			b.Fatal(err)
		}
		return c
	}
	refresh := func(b *testing.B, c *cache.Cache, unchanged bool) {
		n := 0
		for p := range c.Refresh(b.Context()) {
			if p.Err != nil || p.NotModified != unchanged {
				b.Fatalf("%s: not modified %v, %v", p.Title, p.NotModified, p.Err)
			}
			n++
		}
		if n != len(sources) {
			b.Fatalf("%d of %d sources answered", n, len(sources))
		}
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			c := open(b)
			b.StartTimer()
			refresh(b, c, false)
			b.StopTimer()
			if err := c.Close(); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
	})
	b.Run("unchanged", func(b *testing.B) {
		c := open(b)
		defer c.Close()
		refresh(b, c, false)
		for b.Loop() {
			refresh(b, c, true)
		}
	})
}
