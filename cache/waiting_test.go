package cache_test

import (
	"context"
	"os"
	"slices"
	"testing"
	"time"

	"depesche/cache"
	"depesche/cache/cachetest"
	"depesche/feed"
)

// TestAMarkWaitsForOneStep marks articles in one program while another lets nearly all go,
// copies the database and gives the room back. DEPESCHE_TIDY_DIR names a folder to do it to
// in place of a small one: its articles must have left their feeds.
func TestAMarkWaitsForOneStep(t *testing.T) {
	dir := os.Getenv("DEPESCHE_TIDY_DIR")
	if dir == "" {
		c, _ := fullOf(t, 1200, cache.Options{})
		st, err := c.Stats(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		dir = st.Path[:len(st.Path)-len("/depesche.db")]
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	}
	open := func(o cache.Options) *cache.Cache {
		o.Dir, o.Now = dir, func() time.Time { return cachetest.Now }
		c, err := cache.Open(t.Context(), o, cachetest.Origin{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		return c
	}
	tidier, reader := open(cache.Options{KeepPerSource: 1, Copies: 1}), open(cache.Options{})
	rows, err := reader.List(t.Context(), cache.Query{Limit: 40})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows { // they stay
		if err := reader.Mark(t.Context(), feed.Mark{Article: r.ID, Kind: feed.Star}); err != nil {
			t.Fatal(err)
		}
	}
	for _, chore := range []struct {
		name string
		do   func(context.Context) error
	}{
		{"the daily copy", func(ctx context.Context) error { _, err := tidier.Copy(ctx); return err }},
		{"tidying", func(ctx context.Context) error { _, err := tidier.Tidy(ctx, false); return err }},
	} {
		done := make(chan error, 1)
		start := time.Now()
		go func() { done <- chore.do(t.Context()) }()
		var waits []time.Duration
		for n, busy := 0, true; busy; n++ {
			select {
			case err := <-done:
				if err != nil {
					t.Fatal(chore.name, err)
				}
				busy = false
			case <-time.After(3 * time.Millisecond):
			}
			kind := []feed.MarkKind{feed.Read, feed.Unread}[n/len(rows)%2]
			begun := time.Now()
			if err := reader.Mark(t.Context(), feed.Mark{Article: rows[n%len(rows)].ID, Kind: kind}); err != nil {
				t.Fatalf("%s: a mark: %v", chore.name, err)
			}
			waits = append(waits, time.Since(begun))
		}
		slices.Sort(waits)
		worst, all := waits[len(waits)-1], time.Since(start)
		t.Logf("%s took %v; of %d marks the longest took %v, the median %v", chore.name, all.Round(time.Millisecond), len(waits), worst.Round(time.Millisecond), waits[len(waits)/2].Round(100*time.Microsecond))
		// In one step it would be all of the time. What takes no time at all tells nothing.
		if all > time.Second && worst > all/2 {
			t.Errorf("%s took %v, and a mark waited for %v of it", chore.name, all, worst)
		}
	}
	if n, err := reader.Count(t.Context(), cache.Query{}); err != nil || n == 0 {
		t.Errorf("%d left, %v", n, err)
	}
}
