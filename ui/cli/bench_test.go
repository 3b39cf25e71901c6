package cli

import (
	"bytes"
	"database/sql"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

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

// BenchmarkTakeOver takes over 1,000 articles of 300 words from newsboat, and again when
// all of them are here.
func BenchmarkTakeOver(b *testing.B) {
	home := b.TempDir()
	dir := filepath.Join(home, ".newsboat")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		b.Fatal(err)
	}
	db, err := sql.Open("sqlite", filepath.Join(dir, "cache.db"))
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat("<p>Der Stadtrat von Lindenau hat <b>lange</b> beraten und dann doch anders entschieden.</p>", 25)
	if _, err := db.Exec(`create table rss_feed(rssurl, url, title); create table rss_item(feedurl, guid, title, author, url, pubDate, content, unread, flags);
		with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000)
		insert into rss_item select 'https://blatt.example/' || (i % 20), i, 'Meldung ' || i, 'Ada Lindner', 'https://blatt.example/a/' || i, 1795428000 - i, ?, i % 2, iif(i % 100, '', 'a') from n`, text); err != nil {
		b.Fatal(err)
	}
	if err := db.Close(); err != nil {
		b.Fatal(err)
	}
	take := func(b *testing.B, data string) {
		var errs bytes.Buffer
		w := world{args: []string{"--data", data, "import", "newsboat"}, in: strings.NewReader(""), out: io.Discard, errs: &errs, now: time.Now, environ: []string{"HOME=" + home}}
		if run(b.Context(), w) != 0 {
			b.Fatal(errs.String())
		}
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			take(b, b.TempDir())
		}
	})
	b.Run("again", func(b *testing.B) {
		data := b.TempDir()
		take(b, data)
		for b.Loop() {
			take(b, data)
		}
	})
}
