package cache

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"depesche/feed"
)

func TestExpire(t *testing.T) {
	d := newDesk(t, Options{KeepDays: 7})
	id := d.feed(tageblatt, story(1, "A"), story(2, "Starred"), story(3, "Kept"), story(4, "Read"), story(5, "In the feed"))
	rows := d.list(Query{})
	d.must(d.Mark(
		t.Context(),
		feed.Mark{Article: rows[1].ID, Kind: feed.Star}, feed.Mark{Article: rows[2].ID}, feed.Mark{Article: rows[3].ID},
		feed.Mark{Article: rows[2].ID, Kind: feed.Unread},
	))
	d.deliver(tageblatt, story(5, "In the feed"))
	d.fetch(id)
	d.now = d.now.Add(6 * 24 * time.Hour)
	if n, err := d.Expire(t.Context()); n != 0 || err != nil {
		t.Errorf("too early: %d, %v", n, err)
	}
	d.now = d.now.Add(2 * 24 * time.Hour)
	if n, err := d.Expire(t.Context()); n != 2 || err != nil {
		t.Errorf("expired %d, %v", n, err)
	}
	want := []string{"Starred", "Kept", "In the feed"}
	if got := d.heads(Query{}); !slices.Equal(got, want) {
		t.Errorf("left %q", got)
	}
	d.deliver(tageblatt, story(1, "A"), story(4, "Read"), story(5, "In the feed")) // the feed brings them back
	for _, p := range d.fetch(id) {
		if p.New != 0 {
			t.Errorf("%d are new again", p.New)
		}
	}
	if got := d.heads(Query{}); !slices.Equal(got, want) {
		t.Errorf("after they came again %q", got)
	}
	d.sound()
}

func TestExpireByCount(t *testing.T) {
	d := newDesk(t, Options{KeepPerSource: 2})
	id := d.feed(tageblatt, story(1, "A"), story(2, "B"), story(3, "C"), story(4, "D"), story(5, "E"))
	d.must(d.Mark(t.Context(), feed.Mark{Article: d.list(Query{})[4].ID, Kind: feed.Star}))
	if n, err := d.Expire(t.Context()); n != 0 || err != nil {
		t.Errorf("those in the feed: %d, %v", n, err)
	}
	d.deliver(tageblatt, story(1, "A"))
	d.fetch(id)
	if n, err := d.Expire(t.Context()); n != 2 || err != nil {
		t.Errorf("expired %d, %v", n, err)
	}
	if got := d.heads(Query{}); !slices.Equal(got, []string{"A", "B", "E"}) {
		t.Errorf("left %q", got)
	}
}

func TestRepair(t *testing.T) {
	d := newDesk(t, Options{})
	a := story(1, "A")
	a.Lead = &feed.Picture{URL: "https://lindenau.example/a.jpg"}
	d.feed(tageblatt, a, story(2, "B"))
	d.origin.picture = []byte("picture")
	_, err := d.Picture(t.Context(), a.Lead.URL)
	d.must(err)
	d.sound()
	d.must(os.RemoveAll(filepath.Join(d.o.Dir, picturesName)))
	d.must(d.write(t.Context(), d.fetched, func(t *tx) error {
		return t.script("update source set unread = 77; delete from text_0")
	}))
	bad := func(found []Finding) (out []string) {
		for _, f := range found {
			if !f.OK {
				out = append(out, f.What)
			}
		}
		return out
	}
	found, err := d.Check(t.Context())
	if got := bad(found); err != nil || !slices.Equal(got, []string{"search-index", "counters", "pictures"}) {
		t.Errorf("found %v, %v", found, err)
	}
	found, err = d.Repair(t.Context())
	for _, f := range found {
		if err != nil || f.OK == f.Fixed {
			t.Errorf("repair %+v, %v", f, err)
		}
	}
	d.sound()
	if got := d.heads(Query{Filter: "rat"}); len(got) != 2 {
		t.Errorf("search after repair: %q", got)
	}
}
