package cache

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"depesche/feed"
)

// A server that answers "not modified" for ever is asked for the whole once in a week without
// news, and then again after the next.
func TestAWeekWithoutNewsIsDoubted(t *testing.T) {
	d := newDesk(t, Options{})
	id := d.feed(tageblatt, story(1, "A"))
	whole := 0
	d.origin.pull = func(_ context.Context, _ feed.Source, v feed.Validators) (feed.Delivery, error) {
		if v != (feed.Validators{}) {
			return feed.Delivery{NotModified: true}, nil
		}
		whole++
		return feed.Delivery{Source: feed.Source{Title: "T"}, Articles: []feed.Article{story(1, "A")}, Validators: feed.Validators{ETag: `"2041"`}}, nil
	}
	d.fetch(id) // the first answer had no validators
	whole = 0
	for day := 1; day <= 22; day++ {
		d.now = d.now.Add(24 * time.Hour)
		d.fetch(id)
		d.fetch(id)
		if want := day / 7; whole != want {
			t.Fatalf("day %d: asked for the whole %d times, want %d", day, whole, want)
		}
	}
	d.origin.pull = func(context.Context, feed.Source, feed.Validators) (feed.Delivery, error) {
		return feed.Delivery{Articles: []feed.Article{story(1, "A"), story(2, "B")}, Validators: feed.Validators{ETag: `"b"`}}, nil
	}
	d.fetch(id)
	d.origin.pull = func(_ context.Context, _ feed.Source, v feed.Validators) (feed.Delivery, error) {
		if v == (feed.Validators{}) {
			t.Error("asked for the whole in the week of the last news")
		}
		return feed.Delivery{NotModified: true}, nil
	}
	d.now = d.now.Add(6 * 24 * time.Hour)
	d.fetch(id)
}

// What the settings say of one source holds for it alone.
func TestASourceIsAskedAsItsSettingsSay(t *testing.T) {
	yes, no := true, false
	d := newDesk(t, Options{Interval: time.Hour, FullText: true, Pictures: 1 << 20, Ask: map[string]Asking{
		tageblatt: {Interval: 20 * time.Minute, FullText: &no, Pictures: &no},
	}})
	d.origin.none = ErrNotFound
	with := func(n int, headline string) feed.Article {
		a := story(n, headline)
		a.Lead = &feed.Picture{URL: "https://bild.example/" + headline + ".jpg"}
		return a
	}
	fetched := []string{}
	var mu sync.Mutex // pages come side by side
	d.origin.full = func(a feed.Article) (feed.Article, error) {
		mu.Lock()
		defer mu.Unlock()
		fetched = append(fetched, a.Headline)
		return a, nil
	}
	d.feed(tageblatt, with(1, "A"))
	d.feed("https://anders.example/rss", with(2, "B"))
	if !slices.Equal(fetched, []string{"B"}) || !slices.Equal(d.origin.shown, []string{"https://bild.example/B.jpg"}) {
		t.Errorf("pages %q, pictures %q", fetched, d.origin.shown)
	}
	next := func() time.Duration {
		rows, err := d.Sources(t.Context())
		d.must(err)
		return rows[0].Next.Sub(d.now)
	}
	for range 3 { // quiet ones are not asked less often
		if got := next(); got < 20*time.Minute || got > 22*time.Minute {
			t.Errorf("asked again in %v", got)
		}
		d.now = d.now.Add(20 * time.Minute)
		d.fetch(feed.NewSourceID(tageblatt))
	}

	d.o.Ask[tageblatt] = Asking{Interval: 10 * time.Minute, FullText: &yes}
	d.o.FullText = false
	d.again()
	d.now = d.now.Add(11 * time.Minute)
	d.deliver(tageblatt, with(3, "C"))
	d.deliver("https://anders.example/rss", with(4, "D"))
	fetched = nil
	for range d.RefreshDue(t.Context()) {
	}
	for range d.Refresh(t.Context()) {
	}
	slices.Sort(fetched)
	if !slices.Equal(fetched, []string{"A", "C"}) {
		t.Errorf("with full text off but for one source: %q", fetched)
	}
}
