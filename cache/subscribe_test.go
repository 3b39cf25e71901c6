package cache

import (
	"errors"
	"slices"
	"testing"

	"depesche/feed"
)

// Sources that are added together are asked for together: each case stands beside a new one.
func TestManySourcesAreAddedAsOneWouldBe(t *testing.T) {
	d := newDesk(t, Options{})
	first := d.feed(tageblatt, story(1, "A"))
	gone := d.feed("https://lindenau.example/gone.xml", story(2, "B"))
	d.must(d.RemoveSource(t.Context(), gone))
	list := []feed.Source{
		{URL: tageblatt + "#other"},                        // is there
		{URL: "https://lindenau.example/gone.xml"},         // comes back
		{URL: "https://lindenau.example/a.xml", ID: first}, // an id that is taken
		{URL: "https://lindenau.example/b.xml", Title: "B", Folder: []string{"Land", "Stadt"}},
		{URL: " https://LINDENAU.example/b.xml"}, // twice
		{URL: "https://ada:secret@lindenau.example/c.xml"},
	}
	if n, err := d.AddSources(t.Context(), list...); err != nil || n != 4 {
		t.Fatalf("added %d, %v", n, err)
	}
	rows, err := d.Sources(t.Context())
	d.must(err)
	ids := map[feed.SourceID]bool{}
	var urls []string
	for _, r := range rows {
		ids[r.ID] = true
		urls = append(urls, r.URL)
	}
	want := []string{tageblatt, "https://lindenau.example/gone.xml", "https://lindenau.example/a.xml", "https://lindenau.example/b.xml", "https://lindenau.example/c.xml"}
	if !slices.Equal(urls, want) || len(ids) != 5 || rows[3].Title != "B" || len(rows[3].Folder) != 2 || rows[1].Unread != 1 {
		t.Errorf("sources %+v", rows)
	}
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if rows, err := d.Sources(t.Context()); err != nil || len(rows) != 1 {
		t.Errorf("after undo %+v, %v", rows, err)
	}
	if _, err := d.AddSources(t.Context(), feed.Source{URL: "https://lindenau.example/d.xml"}, feed.Source{URL: "ftp://lindenau.example/"}); !errors.Is(err, ErrAddress) {
		t.Errorf("error %v", err)
	}
	if rows, err := d.Sources(t.Context()); err != nil || len(rows) != 1 {
		t.Errorf("of a list with a mistake something stays: %+v, %v", rows, err)
	}
	d.sound()
}

// Whoever is about to add sources does not get the sample edition first.
func TestSubscribingWithoutTheSampleEdition(t *testing.T) {
	sample := []feed.Source{{URL: "https://sample.example/feed.xml"}}
	dir := t.TempDir()
	for _, step := range []struct {
		subscribing bool
		want        int
	}{{true, 0}, {false, 1}, {true, 1}} {
		d := newDesk(t, Options{Dir: dir, Sample: sample, Subscribing: step.subscribing})
		if rows, err := d.Sources(t.Context()); err != nil || len(rows) != step.want {
			t.Errorf("subscribing %v: %d sources, want %d, %v", step.subscribing, len(rows), step.want, err)
		}
		d.must(d.Close())
	}
}
