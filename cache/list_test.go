package cache

import (
	"fmt"
	"slices"
	"testing"

	"depesche/feed"
)

// TestEveryWayToAList holds lists and counts, by whatever way they are found, to what one plain select gives.
func TestEveryWayToAList(t *testing.T) {
	d := newDesk(t, Options{})
	ctx := t.Context()
	var list, other []feed.Article
	for i := range 300 {
		list = append(list, story(i+1, []string{"Stadtrat berät", "Hafen zu", "Ratlos am Hafen"}[i%3]))
		other = append(other, story(i+1001, []string{"Hafen auf", "Markt", "Steuern und Hafengeld"}[i%3]))
	}
	d.feed(tageblatt, list...)
	d.feed(bote, other...)
	leaves := d.feed("https://kurier.example/feed.xml", story(2001, "Hafen fort"), story(2002, "Markt fort"))
	d.must(d.Settle(ctx))
	// Some are out of sight for each of the reasons there are, and some are gone, but in the search index yet.
	keys, err := d.Keys(ctx, Query{})
	d.must(err)
	rows, err := d.Rows(ctx, []Key{keys[3], keys[40], keys[41], keys[300]})
	d.must(err)
	for _, r := range rows {
		d.must(d.Mark(ctx, feed.Mark{Article: r.ID, Kind: feed.Hide}))
	}
	d.rule("headline:ratlos minutes:1", "mute", true)
	d.must(d.RemoveSource(ctx, leaves))
	if _, err := d.MarkAll(ctx, Query{Limit: 200}, feed.Read); err != nil {
		t.Fatal(err)
	}
	d.deliver(bote, story(3001, "Hafen neu"), story(3002, "Markt neu")) // not in the index yet, below
	d.fetch()
	d.must(d.write(ctx, d.fetched, func(t *tx) error {
		var p part
		if err := t.each("select "+partColumn+" from part limit 1", nil, p.scan); err != nil {
			return err
		}
		return t.script("delete from " + p.table + " where rowid in (select id from article where headline like '% neu'); delete from article where id % 17 = 0")
	}))
	for _, filter := range []string{"hafen", "-hafen"} { // nothing is digested before these
		s, err := d.plan(ctx, Query{Filter: filter})
		d.must(err)
		s.dense = true
		n, err := d.countFound(ctx, s)
		d.must(err)
		s.found, s.dense = nil, false
		query, args := s.keys()
		if want, err := d.packedKeys(ctx, query, args); err != nil || n != len(want) || n == 0 {
			t.Errorf("%s: %d counted, want %d, %v", filter, n, len(want), err)
		}
	}
	for _, filter := range []string{
		"hafen", "hafen*", "-hafen", "-hafen -markt", "rat -hafen", "nirgendwo", "-nirgendwo", "hafen or markt", "-(hafen markt)", "hafen is:unread", "-hafen is:unread",
		"-hafen is:hidden", "hafen is:muted", "hafen lang:de", "-hafen lang:de", "-hafen source:bote", "/hafen/", "/^hafen (auf|zu)$/", "/HAFENGELD|neu/", "-/hafen/", "/teuer/ -markt", "/(?-i)Hafen/", "/./",
	} {
		for name, q := range everyView() {
			for order := Newest; order <= BySource; order++ {
				for _, page := range [][2]int{{0, 0}, {30, 0}, {7, 150}} {
					q.Filter, q.Order, q.Limit, q.Offset = filter, order, page[0], page[1]
					label := fmt.Sprintf("%s of %s, order %d, %v", filter, name, order, page)
					s, err := d.plan(ctx, q)
					d.must(err)
					s.found, s.dense = nil, false
					query, args := s.keys()
					want, err := d.packedKeys(ctx, query, args)
					d.must(err)
					got, err := d.Keys(ctx, q)
					d.must(err)
					if !slices.Equal(got, want) {
						t.Errorf("%s: %d articles, want %d", label, len(got), len(want))
					}
					if s.match != "" {
						s, err := d.plan(ctx, q)
						d.must(err)
						s.dense = true
						got, err := d.selectKeys(ctx, s)
						d.must(err)
						if !slices.Equal(got, want) {
							t.Errorf("%s, walked: %d articles, want %d", label, len(got), len(want))
						}
						if page[0] == 0 {
							if n, err := d.countFound(ctx, s); err != nil || n != len(want) {
								t.Errorf("%s, walked: %d counted, want %d, %v", label, n, len(want), err)
							}
						}
					}
					if n, err := d.Count(ctx, q); page[0] == 0 && (err != nil || n != len(want)) {
						t.Errorf("%s: %d counted, want %d, %v", label, n, len(want), err)
					}
				}
			}
		}
	}
}
