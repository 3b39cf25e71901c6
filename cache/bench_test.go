package cache_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"depesche/cache"
	"depesche/cache/cachetest"
	"depesche/feed"
)

// sizes of the caches that are measured; DEPESCHE_BENCH_LARGE adds the largest,
// which takes minutes to make.
func sizes() []int {
	if os.Getenv("DEPESCHE_BENCH_LARGE") != "" {
		return []int{1000, 10_000, 100_000}
	}
	return []int{1000, 10_000}
}

// filled runs a benchmark on a cache of each size. The caches stay in
// DEPESCHE_BENCH_DIR, if that is set, for the next run.
func filled(b *testing.B, f func(b *testing.B, c *cache.Cache, dir string)) {
	for _, n := range sizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := os.Getenv("DEPESCHE_BENCH_DIR")
			if dir == "" {
				dir = b.TempDir()
			}
			dir = filepath.Join(dir, fmt.Sprint(n))
			c, err := cachetest.Fill(b.Context(), dir, n)
			if err != nil {
				b.Fatal(err)
			}
			b.Cleanup(func() { c.Close() })
			f(b, c, dir)
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	filled(b, func(b *testing.B, c *cache.Cache, dir string) {
		c.Close()
		for b.Loop() {
			c, err := cache.Open(b.Context(), cache.Options{Dir: dir}, cachetest.Origin{})
			if err != nil {
				b.Fatal(err)
			}
			if _, err := c.List(b.Context(), cache.Query{Unread: true, Limit: 50}); err != nil {
				b.Fatal(err)
			}
			c.Close()
		}
	})
}

func BenchmarkList(b *testing.B) {
	for name, q := range map[string]cache.Query{
		"newest300": {Limit: 300}, "unread50": {Unread: true, Limit: 50}, "starred50": {Starred: true, Limit: 50},
		"agency50": {Filter: "agency:dpa", Limit: 50}, "folder50": {Folder: []string{"Ordner 3"}, Unread: true, Limit: 50},
		"source50": {Filter: `source:"Blatt 3"`, Limit: 50}, "teaser50": {Filter: "is:teaser -section:sport", Limit: 50},
		"bysource50": {Order: cache.BySource, Unread: true, Limit: 50}, "minutes50": {Filter: "minutes:>3 lang:de", Limit: 50},
		"regex50": {Filter: "/steuer/", Limit: 50}, "none50": {Filter: "agency:none", Limit: 50},
		"copies50": {Filter: "has:copies", Limit: 50}, "nothing50": {Filter: "/nirgendwo/", Limit: 50}, "without50": {Filter: "-stadt", Limit: 50},
	} {
		b.Run(name, func(b *testing.B) {
			filled(b, func(b *testing.B, c *cache.Cache, _ string) {
				for b.Loop() {
					if _, err := c.List(b.Context(), q); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}

func BenchmarkKeys(b *testing.B) {
	filled(b, func(b *testing.B, c *cache.Cache, _ string) {
		for b.Loop() {
			if _, err := c.Keys(b.Context(), cache.Query{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkSearch(b *testing.B) {
	for name, q := range map[string]cache.Query{
		"common": {Filter: "stadt", Order: cache.BestHit, Limit: 50}, "two": {Filter: "steuer* brücke", Order: cache.BestHit, Limit: 50},
		"rare": {Filter: "ratstadt4711", Order: cache.BestHit, Limit: 50}, "newest": {Filter: "stadt", Limit: 50},
		"phrase": {Filter: `"der rat"`, Order: cache.BestHit, Limit: 50}, "author": {Filter: "author:lindner wasser", Order: cache.BestHit, Limit: 50},
		"beginning": {Filter: "steuer*", Order: cache.BestHit, Limit: 50},
	} {
		b.Run(name, func(b *testing.B) {
			filled(b, func(b *testing.B, c *cache.Cache, _ string) {
				for b.Loop() {
					if _, err := c.List(b.Context(), q); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}

func BenchmarkMark(b *testing.B) {
	filled(b, func(b *testing.B, c *cache.Cache, _ string) {
		rows, err := c.List(b.Context(), cache.Query{Limit: 100})
		if err != nil {
			b.Fatal(err)
		}
		i := 0
		for b.Loop() {
			kind := feed.Read
			if i/len(rows)%2 == 1 {
				kind = feed.Unread
			}
			if err := c.Mark(b.Context(), feed.Mark{Article: rows[i%len(rows)].ID, Kind: kind}); err != nil {
				b.Fatal(err)
			}
			i++
		}
	})
}

// BenchmarkMarkAll marks a thousand or ten thousand articles and undoes it: two actions.
func BenchmarkMarkAll(b *testing.B) {
	filled(b, func(b *testing.B, c *cache.Cache, _ string) {
		for b.Loop() {
			if _, err := c.MarkAll(b.Context(), cache.Query{Limit: 10_000, Order: cache.Oldest}, feed.Unread); err != nil {
				b.Fatal(err)
			}
			if _, err := c.Undo(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkArticle(b *testing.B) {
	filled(b, func(b *testing.B, c *cache.Cache, _ string) {
		rows, err := c.List(b.Context(), cache.Query{Limit: 50})
		if err != nil {
			b.Fatal(err)
		}
		i := 0
		for b.Loop() {
			if _, err := c.Article(b.Context(), rows[i%len(rows)].ID, cache.Best); err != nil {
				b.Fatal(err)
			}
			i++
		}
	})
}

func BenchmarkCounts(b *testing.B) {
	filled(b, func(b *testing.B, c *cache.Cache, _ string) {
		for b.Loop() {
			if _, err := c.Sources(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkRefreshStore stores 1,000 new articles of 450 words in 5 sources, held
// against no rules and against many.
func BenchmarkRefreshStore(b *testing.B) {
	for _, rules := range []int{0, 50, 500} {
		b.Run(fmt.Sprint(rules, "rules"), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				o := cachetest.Origin{Articles: 1000}
				c, err := cache.Open(b.Context(), cache.Options{Dir: b.TempDir(), Now: func() time.Time { return cachetest.Now }}, o)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := c.AddSources(b.Context(), o.List()...); err != nil {
					b.Fatal(err)
				}
				for i := range rules {
					r := cache.Rule{Query: fmt.Sprintf("headline:nirgendwo%d or \"zwei wörter%d\" -agency:dpa", i, i), Deeds: []cache.Deed{{Kind: cache.Mute}}}
					if _, _, err := c.AddRule(b.Context(), r, false); err != nil {
						b.Fatal(err)
					}
				}
				b.StartTimer()
				refresh(b, c)
				b.StopTimer()
				c.Close()
				b.StartTimer()
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/1000, "µs/article")
		})
	}
}

// BenchmarkRefreshNothingNew asks 500 sources that have nothing new.
func BenchmarkRefreshNothingNew(b *testing.B) {
	o := cachetest.Origin{Articles: 500, PerFeed: 1}
	c, err := cache.Open(b.Context(), cache.Options{Dir: b.TempDir(), Now: func() time.Time { return cachetest.Now }}, o)
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close()
	if err := o.Fill(context.Background(), c); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		refresh(b, c)
	}
}

// BenchmarkRefreshNews asks 500 sources on fifty hosts, each of which has a new article and nineteen old ones.
func BenchmarkRefreshNews(b *testing.B) {
	o := cachetest.Origin{Articles: 500 * 19, PerFeed: 19, Fresh: 1, Words: 60}
	c, err := o.Open(b.Context(), b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close()
	for b.Loop() {
		refresh(b, c)
	}
}

func refresh(b *testing.B, c *cache.Cache) {
	b.Helper()
	for p := range c.Refresh(b.Context()) {
		if p.Err != nil {
			b.Fatal(p.Err)
		}
	}
}
