package cli

import (
	"bytes"
	"database/sql"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"depesche/cache"
	"depesche/feed"
	"depesche/feed/direct"
	"depesche/feed/fetch"
)

// twoHundredFeeds are on loopback, with 20 entries each. All stand on one host, so that two are asked at a time.
func twoHundredFeeds(b *testing.B) []feed.Source {
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
	b.Cleanup(site.Close)
	sources := make([]feed.Source, 200)
	for i := range sources {
		sources[i].URL = fmt.Sprintf("%s/%d.xml", site.URL, i)
	}
	return sources
}

// freshCache opens a new cache with sources.
func freshCache(b *testing.B, sources []feed.Source) *cache.Cache {
	b.Helper()
	c, err := cache.Open(b.Context(), cache.Options{Dir: b.TempDir()}, direct.New(fetch.New(fetch.Options{UserAgent: "depesche"}), direct.Options{}))
	if err != nil {
		b.Fatal(err)
	}
	if _, err := c.AddSources(b.Context(), sources...); err != nil {
		b.Fatal(err)
	}
	return c
}

func refreshAll(b *testing.B, c *cache.Cache, sources int, unchanged bool) {
	b.Helper()
	n := 0
	for p := range c.Refresh(b.Context()) {
		if p.Err != nil || p.NotModified != unchanged {
			b.Fatalf("%s: not modified %v, %v", p.Title, p.NotModified, p.Err)
		}
		n++
	}
	if n != sources {
		b.Fatalf("%d of %d sources answered", n, sources)
	}
}

// BenchmarkRefreshFloors holds a refresh of feeds that are all new against what it cannot do without: a bare
// HTTP client that fetches the same bytes, two at a time, and encoding/xml that reads their tokens and makes
// nothing of them. All three take turns, so that a busy machine slows them alike; "x-http" and "x-xml" are
// how many times as long the refresh takes, "x-both" against the sum.
func BenchmarkRefreshFloors(b *testing.B) {
	sources := twoHundredFeeds(b)
	var fetching, tokens, whole time.Duration
	for b.Loop() {
		begin := time.Now()
		bodies := fetchBare(b, sources)
		fetching += time.Since(begin)
		begin = time.Now()
		readTokens(b, bodies)
		tokens += time.Since(begin)
		c := freshCache(b, sources)
		begin = time.Now()
		refreshAll(b, c, len(sources), false)
		whole += time.Since(begin)
		if err := c.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(0, "ns/op") // of all three
	b.ReportMetric(whole.Seconds()/fetching.Seconds(), "x-http")
	b.ReportMetric(whole.Seconds()/tokens.Seconds(), "x-xml")
	b.ReportMetric(whole.Seconds()/(fetching+tokens).Seconds(), "x-both")
}

// fetchBare fetches with no more than a client needs.
func fetchBare(b *testing.B, sources []feed.Source) [][]byte {
	b.Helper()
	client := &http.Client{Transport: &http.Transport{MaxConnsPerHost: 2, MaxIdleConnsPerHost: 2}}
	defer client.CloseIdleConnections()
	bodies, next := make([][]byte, len(sources)), make(chan int)
	var wait sync.WaitGroup
	for range 2 {
		wait.Go(func() {
			for i := range next {
				req, err := http.NewRequestWithContext(b.Context(), http.MethodGet, sources[i].URL, nil)
				if err != nil {
					b.Error(err)
					continue
				}
				resp, err := client.Do(req)
				if err != nil {
					b.Error(err)
					continue
				}
				bodies[i], err = io.ReadAll(resp.Body)
				if err := errors.Join(err, resp.Body.Close()); err != nil {
					b.Error(err)
				}
			}
		})
	}
	for i := range sources {
		next <- i
	}
	close(next)
	wait.Wait()
	return bodies
}

func readTokens(b *testing.B, bodies [][]byte) {
	b.Helper()
	for _, body := range bodies {
		d := xml.NewDecoder(bytes.NewReader(body))
		for {
			if _, err := d.RawToken(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkRefresh200 asks 200 feeds through fetch, parse and cache: the first time, and when
// nothing has changed.
func BenchmarkRefresh200(b *testing.B) {
	sources := twoHundredFeeds(b)
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			c := freshCache(b, sources)
			b.StartTimer()
			refreshAll(b, c, len(sources), false)
			b.StopTimer()
			if err := c.Close(); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
	})
	b.Run("unchanged", func(b *testing.B) {
		c := freshCache(b, sources)
		defer c.Close()
		refreshAll(b, c, len(sources), false)
		for b.Loop() {
			refreshAll(b, c, len(sources), true)
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
