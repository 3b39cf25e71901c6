package cache_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"depesche/cache"
	"depesche/cache/cachetest"
	"depesche/feed"
)

// TestGrowth prints how what a reader waits for grows with the cache: make bench runs it.
// DEPESCHE_GROWTH lists the sizes, as "1000 10000 100000"; the caches stay in
// DEPESCHE_BENCH_DIR, if that is set, for the next time: a million articles take most of an hour
// to make. Keys of all and the count of a filter grow with what they give; a rare word is
// looked for in every part of the index.
func TestGrowth(t *testing.T) {
	var sizes []int
	for _, s := range strings.Fields(os.Getenv("DEPESCHE_GROWTH")) {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		sizes = append(sizes, n)
	}
	if sizes == nil {
		t.Skip("DEPESCHE_GROWTH lists no sizes")
	}
	var names []string
	rows := map[string][]float64{}
	note := func(name string, v float64) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
		rows[name] = append(rows[name], v)
	}
	for _, n := range sizes {
		dir := os.Getenv("DEPESCHE_BENCH_DIR")
		if dir == "" {
			dir = t.TempDir()
		}
		grow(t, filepath.Join(dir, strconv.Itoa(n)), n, note)
	}
	var out strings.Builder
	w := tabwriter.NewWriter(&out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(w, "articles\t")
	for i, n := range sizes {
		fmt.Fprintf(w, "%d\t", n)
		if i > 0 {
			fmt.Fprint(w, "x\t")
		}
	}
	fmt.Fprintln(w)
	for _, name := range names {
		fmt.Fprint(w, name, "\t")
		for i, v := range rows[name] {
			fmt.Fprintf(w, "%.2f\t", v)
			if i > 0 {
				fmt.Fprintf(w, "%.1f\t", v/rows[name][i-1])
			}
		}
		fmt.Fprintln(w)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	fmt.Print(out.String())
}

// TestMadeUpNews holds the news that are measured to what real ones are like.
func TestMadeUpNews(t *testing.T) {
	o := cachetest.Origin{Articles: 600, PerFeed: 50, Words: 100, Fresh: 2}
	c, err := o.Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	// Of twelve papers eight print what others have, two articles in five.
	if n, err := c.Count(t.Context(), cache.Query{Filter: "has:copies"}); err != nil || n != 600*2/5 {
		t.Errorf("%d articles are in stories, %v", n, err)
	}
	for range 2 {
		fresh := 0
		for p := range c.Refresh(t.Context()) {
			if p.Err != nil {
				t.Fatal(p.Err)
			}
			fresh += p.New
		}
		if fresh != 12*o.Fresh {
			t.Errorf("%d new articles", fresh)
		}
	}
}

// grow measures a cache of n articles.
func grow(t *testing.T, dir string, n int, note func(string, float64)) {
	c, err := cachetest.Fill(t.Context(), dir, n)
	if err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	// measure notes the best of some runs, in milliseconds: what else the machine does
	// must not count.
	measure := func(name string, runs int, f func(i int)) {
		list := make([]float64, runs)
		for i := range list {
			start := time.Now()
			f(i)
			list[i] = float64(time.Since(start).Microseconds()) / 1000
		}
		note(name+" (ms)", slices.Min(list))
	}
	must(c.Settle(ctx))
	must(c.Close())
	measure("start and first list", 9, func(int) {
		c, err := cache.Open(ctx, cache.Options{Dir: dir}, cachetest.Origin{})
		must(err)
		_, err = c.List(ctx, cache.Query{Unread: true, Limit: 50})
		must(err)
		must(c.Close())
	})
	if c, err = cachetest.Fill(ctx, dir, n); err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for _, l := range []struct {
		name string
		q    cache.Query
	}{
		{"page of 50, all", cache.Query{Limit: 50}},
		{"page of 200, all", cache.Query{Limit: 200}},
		{"page of 50, unread", cache.Query{Limit: 50, Unread: true}},
		{"page of 50, a folder", cache.Query{Limit: 50, Folder: []string{"Ordner 3"}}},
		{"page of 50, a source", cache.Query{Limit: 50, Filter: `source:"Blatt 3"`}},
		{"page of 50, an agency", cache.Query{Limit: 50, Filter: "agency:dpa"}},
		{"page of 50, section and teaser", cache.Query{Limit: 50, Filter: "is:teaser section:sport"}},
		{"page of 50, /regex/", cache.Query{Limit: 50, Filter: "/steuer/"}},
		{"page of 50, /regex/ without a hit", cache.Query{Limit: 50, Filter: "/nirgendwo/"}},
		{"page of 50, with copies", cache.Query{Limit: 50, Filter: "has:copies"}},
		{"search, a common word", cache.Query{Limit: 50, Filter: "stadt", Order: cache.BestHit}},
		{"search, a rare word", cache.Query{Limit: 50, Filter: "ratstadt4711", Order: cache.BestHit}},
		{"search, a phrase of small words", cache.Query{Limit: 50, Filter: `"der rat"`, Order: cache.BestHit}},
		{"search, a beginning", cache.Query{Limit: 50, Filter: "steuer*", Order: cache.BestHit}},
		{"search, a beginning, by date", cache.Query{Limit: 50, Filter: "steuer*"}},
		{"search, by date", cache.Query{Limit: 50, Filter: "stadt"}},
		{"search, words not in a text", cache.Query{Limit: 50, Filter: "-stadt"}},
	} {
		measure(l.name, 9, func(int) {
			_, err := c.List(ctx, l.q)
			must(err)
		})
	}
	measure("keys of all", 9, func(int) {
		_, err := c.Keys(ctx, cache.Query{})
		must(err)
	})
	measure("counts of all sources", 9, func(int) {
		_, err := c.Sources(ctx)
		must(err)
	})
	measure("count of a filter", 9, func(int) {
		_, err := c.Count(ctx, cache.Query{Filter: "agency:dpa is:unread"})
		must(err)
	})
	measure("count of a word's hits", 9, func(int) {
		_, err := c.Count(ctx, cache.Query{Filter: "stadt"})
		must(err)
	})
	list, err := c.List(ctx, cache.Query{Limit: 40})
	must(err)
	measure("article", len(list), func(i int) {
		_, err := c.Article(ctx, list[i].ID, cache.Best)
		must(err)
	})
	measure("one mark", len(list), func(i int) {
		must(c.Mark(ctx, feed.Mark{Article: list[i].ID, Kind: feed.Star}))
	})
	measure("10,000 marks in one action", 5, func(int) {
		_, err := c.MarkAll(ctx, cache.Query{Limit: 10_000, Order: cache.Oldest}, feed.Unread)
		must(err)
		_, err = c.Undo(ctx)
		must(err)
	})
	measure("all marked in one action", 5, func(i int) {
		_, err := c.MarkAll(ctx, cache.Query{}, [...]feed.MarkKind{feed.Read, feed.Unread}[i%2])
		must(err)
	})
	for range len(list) + 5 {
		_, err := c.Undo(ctx)
		must(err)
	}
	measure("refresh, nothing new", 3, func(int) {
		for p := range c.Refresh(ctx) {
			must(p.Err)
		}
	})
	// A further source of a hundred articles, and out again.
	id := feed.NewSourceID(feed.Address(cachetest.Extra))
	_, err = c.AddSources(ctx, feed.Source{URL: cachetest.Extra})
	must(err)
	start := time.Now()
	for p := range c.Refresh(ctx, id) {
		must(p.Err)
	}
	must(c.Settle(ctx))
	note("new article, stored and indexed (ms)", float64(time.Since(start).Microseconds())/1000/100)
	must(c.RemoveSource(ctx, id))
	must(c.Close())
	note("size (MB)", size(t, dir))
	if c, err = cachetest.Fill(ctx, dir, n); err != nil {
		t.Fatal(err)
	}
}

func size(t *testing.T, dir string) float64 {
	t.Helper()
	total := int64(0)
	if err := filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if !strings.Contains(e.Name(), ".schema") { // a copy from before a migration
			total += info.Size()
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return float64(total) / 1e6
}
