package cache_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"depesche/cache"
	"depesche/cache/cachetest"
	"depesche/feed"
	"depesche/feed/race"
)

// emptied delivers what another origin does until its feeds come to hold one article each.
type emptied struct {
	cachetest.Origin
	empty bool
	now   time.Time
}

func (o *emptied) Pull(ctx context.Context, s feed.Source, v feed.Validators) (feed.Delivery, error) {
	if !o.empty {
		return o.Origin.Pull(ctx, s, v)
	}
	return feed.Delivery{Articles: []feed.Article{{GUID: "last", Headline: "Was bleibt", Published: o.now, Body: []feed.Block{{Text: feed.Plain("Ein letztes Wort.")}}}}}, nil
}

// fullOf opens a cache whose n articles have all left their feeds.
func fullOf(t *testing.T, n int, options cache.Options) (*cache.Cache, *emptied) {
	t.Helper()
	o := &emptied{Origin: cachetest.Origin{Articles: n, Words: 80}, now: cachetest.Now}
	options.Dir, options.Now = t.TempDir(), func() time.Time { return o.now }
	c, err := cache.Open(t.Context(), options, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	if err := o.Fill(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	o.empty = true
	for p := range c.Refresh(t.Context()) {
		if p.Err != nil {
			t.Fatal(p.Err)
		}
	}
	if err := c.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	return c, o
}

// onDisk is what the files of the database take up.
func onDisk(t *testing.T, dir string) (n int64) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "depesche.db*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		info, err := os.Stat(f)
		if err != nil {
			t.Fatal(err)
		}
		n += info.Size()
	}
	return n
}

// TestRoomIsGivenBack looks at the files: what articles took up, the disk has again when
// they are gone, with their words in the search index.
func TestRoomIsGivenBack(t *testing.T) {
	if race.Detects {
		t.Skip("thousands of articles, one thing after the other")
	}
	const n = 9000 // more than one part of the index
	options := cache.Options{KeepDays: 7}
	c, o := fullOf(t, n, options)
	st, err := c.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(st.Path)
	keep, err := c.Keys(t.Context(), cache.Query{Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := c.Rows(t.Context(), keep)
	if err != nil {
		t.Fatal(err)
	}
	marks := make([]feed.Mark, len(rows))
	for i, r := range rows {
		marks[i] = feed.Mark{Article: r.ID, Kind: feed.Star}
	}
	if err := c.Mark(t.Context(), marks...); err != nil {
		t.Fatal(err)
	}
	before := onDisk(t, dir)
	start := time.Now()
	gone := 0
	for range 2 {
		o.now = o.now.Add(5 * 24 * time.Hour)
		n, err := c.Expire(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		gone += n
	}
	if want := n - 1000; gone < want || gone > want+100 {
		t.Fatalf("%d went, want %d", gone, want)
	}
	took := time.Since(start)
	open := onDisk(t, dir)
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	after := onDisk(t, dir)
	t.Logf("%d kB, %d kB after %d of %d articles went, %d kB when closed; it took %v", before>>10, open>>10, gone, n, after>>10, took)
	if after > before/5 || open > before/5 {
		t.Errorf("%d kB became %d, %d when closed", before>>10, open>>10, after>>10)
	}

	// What is left is found as it was, with where it matched.
	o.now = o.now.Add(time.Hour)
	c, err = cache.Open(t.Context(), cache.Options{Dir: dir, Now: func() time.Time { return o.now }}, o)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	found, err := c.List(t.Context(), cache.Query{Filter: "rat is:starred", Order: cache.BestHit, Limit: 50})
	if err != nil || len(found) == 0 {
		t.Fatalf("%d found, %v", len(found), err)
	}
	for _, r := range found {
		if r.Snippet == "" {
			t.Errorf("%s is found without a place", r.ID)
		}
	}
	look, err := c.Check(t.Context())
	for _, f := range look {
		if err != nil || !f.OK {
			t.Errorf("%s: %s, %v", f.What, f.Detail, err)
		}
	}
}
