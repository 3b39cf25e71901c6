package cache

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"depesche/feed"
)

func TestDailyCopies(t *testing.T) {
	d := newDesk(t, Options{Copies: 3})
	d.feed(tageblatt, story(1, "A"), story(2, "B"))
	var last string
	for range 5 {
		name, err := d.Copy(t.Context())
		d.must(err)
		if name == "" {
			t.Fatal("no copy")
		}
		if again, err := d.Copy(t.Context()); again != "" || err != nil {
			t.Fatalf("a second copy of the day: %s, %v", again, err)
		}
		last = name
		d.now = d.now.Add(25 * time.Hour)
	}
	have, err := copies(filepath.Join(d.dir, copiesName))
	if err != nil || len(have) != 3 || have[0].name != last {
		t.Fatalf("copies %v, %v", have, err)
	}
	// A clock that was ten years ahead does not end the copies.
	d.now = d.now.AddDate(10, 0, 0)
	_, err = d.Copy(t.Context())
	d.must(err)
	d.now = d.now.AddDate(-10, 0, 0)
	if name, err := d.Copy(t.Context()); name == "" || err != nil {
		t.Errorf("after the clock was set back: %q, %v", name, err)
	}
	if name, err := d.Copy(t.Context()); name != "" || err != nil {
		t.Errorf("a second copy of that day: %q, %v", name, err)
	}
	d.now = d.now.Add(25 * time.Hour)
	last, err = d.Copy(t.Context())
	d.must(err)
	if have, err := copies(filepath.Join(d.dir, copiesName)); err != nil || len(have) != 3 || have[0].name != last || have[0].made.After(d.now) {
		t.Errorf("the copy from the future is kept for others: %v, %v", have, err)
	}
	// A copy is a cache.
	d.must(d.Mark(t.Context(), feed.Mark{Article: d.list(Query{})[0].ID, Kind: feed.Star}))
	d.must(d.Close())
	for _, suffix := range sidecars {
		d.must(ignoreMissing(os.Remove(d.path + suffix)))
	}
	d.must(os.Rename(last, d.path))
	d.open()
	if rows := d.list(Query{}); len(rows) != 2 || rows[0].Starred || d.Damaged() != nil {
		t.Errorf("the copy: %+v, %v", rows, d.Damaged())
	}
	d.sound()
}

// TestClockJumps sets the clock ten years forth and back.
func TestClockJumps(t *testing.T) {
	for name, years := range map[string]int{"forth": 10, "back": -10} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, Options{KeepDays: 30})
			id := d.feed(tageblatt, story(1, "A"), story(2, "B"))
			d.must(d.Mark(t.Context(), feed.Mark{Article: d.list(Query{})[0].ID, Kind: feed.Star}))
			right := d.now
			d.now = d.now.AddDate(years, 0, 0)
			d.deliver(tageblatt, story(1, "A"), story(2, "B"), story(3, "C"))
			if steps := d.fetch(id); steps[0].Err != nil || steps[0].New != 1 {
				t.Fatalf("%+v", steps)
			}
			if n, err := d.Expire(t.Context()); n != 0 || err != nil {
				t.Errorf("%d went, %v", n, err)
			}
			d.must(d.Mark(t.Context(), feed.Mark{Article: d.list(Query{})[1].ID, Kind: feed.Star}))
			d.now = right
			d.again()
			asked := len(d.origin.asked)
			for range d.RefreshDue(t.Context()) {
			}
			if len(d.origin.asked) == asked {
				d.now = d.now.Add(2 * longestInterval)
				for range d.RefreshDue(t.Context()) {
				}
			}
			if len(d.origin.asked) == asked {
				t.Error("the source is not asked any more")
			}
			if n, err := d.Expire(t.Context()); n != 0 || err != nil {
				t.Errorf("%d went, %v", n, err)
			}
			if got := d.list(Query{Starred: true}); len(got) != 2 {
				t.Errorf("%d stars", len(got))
			}
			if a, err := d.Undo(t.Context()); err != nil || a.What != "star" {
				t.Errorf("undo %+v, %v", a, err)
			}
			d.sound()
		})
	}
}
