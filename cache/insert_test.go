package cache

import (
	"errors"
	"fmt"
	"testing"

	"depesche/feed"
)

// What stores articles asks no foreign keys: it has to see for itself that a source is
// still there, which another program may have let go of since the feed was asked for.
func TestArticlesOfASourceThatIsGoneAreNotStored(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "A"))
	gone := &sourceState{key: 4711, sid: "gone"}
	err := d.write(t.Context(), d.storing, func(tx *tx) error {
		list, shared := d.arrivals([]feed.Article{story(2, "B")}, nil, func() {})
		_, err := d.put(tx, gone, delivery{list: list, shared: shared})
		return err
	})
	if !errors.Is(err, ErrNotFound) {
		t.Errorf("error %v", err)
	}
	if got := d.heads(Query{}); len(got) != 1 {
		t.Errorf("stored %q", got)
	}
	d.sound()
}

// Deliveries of every size are stored whole, in the feed's order, each article under an ID of its own.
func TestDeliveriesOfEverySize(t *testing.T) {
	for _, n := range []int{1, 2, 3, 4, 5, 15, 16, 17, 63, 64, 65, 257} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			d := newDesk(t, Options{})
			var list []feed.Article
			for i := range n {
				a := story(i+1, fmt.Sprint("Meldung ", i))
				a.Section = "Land"
				if i%7 == 3 { // two entries of one address, told apart by their ids, would have one ID
					a.Link = list[i-1].Link
				}
				list = append(list, a)
			}
			d.feed(tageblatt, list...)
			ids := map[feed.ID]bool{}
			rows := d.list(Query{Filter: "section:land"})
			for _, r := range rows {
				ids[r.ID] = true
				a, err := d.Article(t.Context(), r.ID, Best)
				if err != nil || a.Headline != r.Headline {
					t.Errorf("%s reads %q, %v", r.Headline, a.Headline, err)
				}
			}
			if len(rows) != n || len(ids) != n {
				t.Fatalf("%d rows, %d IDs", len(rows), len(ids))
			}
			for i, r := range rows {
				if want := fmt.Sprint("Meldung ", i); r.Headline != want {
					t.Fatalf("row %d is %s", i, r.Headline)
				}
			}
			if s, err := d.Sources(t.Context()); err != nil || s[0].Total != n || s[0].Unread != n {
				t.Errorf("counts %+v, %v", s, err)
			}
			d.sound()
		})
	}
}

// TestWhatIsKnownIsNotPacked packs only what is new of a feed, and what was taken for known and is not.
func TestWhatIsKnownIsNotPacked(t *testing.T) {
	d := newDesk(t, Options{})
	old := story(1, "Wie immer")
	id := d.feed(tageblatt, old, story(2, "Zweite"))
	var key int64
	d.must(d.one(t.Context(), "select id from source where sid = ?", []any{string(id)}, &key))
	have, err := d.textsOf(t.Context(), key)
	d.must(err)
	learnt := 0
	list, _ := d.arrivals([]feed.Article{story(3, "Neu"), old, story(2, "Zweite, geändert")}, have, func() { learnt++ })
	if list[0].blob == nil || list[1].blob != nil || list[2].blob == nil || learnt != 2 {
		t.Errorf("packed: %v, %v, %v", list[0].blob != nil, list[1].blob != nil, list[2].blob != nil)
	}
	twin := old // the same text in another article, and the known one with a file beside it
	twin.GUID, twin.Link = "guid-twin", "https://lindenau.example/politik/noch-einmal.html"
	old.Comments = "https://lindenau.example/politik/1.html#kommentare"
	d.deliver(tageblatt, twin, old, story(2, "Zweite"))
	d.fetch()
	rows := d.list(Query{})
	if len(rows) != 3 {
		t.Fatalf("%d articles", len(rows))
	}
	for _, r := range rows {
		a, err := d.Article(t.Context(), r.ID, FromFeed)
		d.must(err)
		if len(a.Body) != 1 || a.Body[0].Text.String() == "" || r.Link == old.Link && a.Comments != old.Comments {
			t.Errorf("%s is stored as %+v", r.Link, a)
		}
	}
	d.sound()
}
