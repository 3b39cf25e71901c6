package cache

import (
	"testing"

	"depesche/feed"
)

// TestCopiesInSight counts the copies of an article, whatever has become of itself.
func TestCopiesInSight(t *testing.T) {
	d := newDesk(t, Options{})
	copied := story(1, "Der Haushalt steht")
	d.feed(tageblatt, copied, story(2, "Nur hier"))
	for _, paper := range []string{bote, "https://kurier.example/feed.xml"} {
		a := copied // under the address of the first
		a.Headline += " in " + paper
		d.feed(paper, a)
	}
	d.must(d.Settle(t.Context()))
	want := func(when, filter string, articles, copies int) {
		t.Helper()
		rows := d.list(Query{Filter: filter})
		if len(rows) != articles {
			t.Errorf("%s: %d articles have copies", when, len(rows))
		}
		for _, r := range rows {
			if r.Copies != copies {
				t.Errorf("%s: %q has %d copies", when, r.Headline, r.Copies)
			}
		}
	}
	want("all in sight", "has:copies", 3, 2)
	hidden := d.row("Der Haushalt steht")
	d.must(d.Mark(t.Context(), feed.Mark{Article: hidden.ID, Kind: feed.Hide}))
	want("one is hidden", "has:copies", 2, 1)
	want("the hidden one", "is:hidden", 1, 2)
}
