package cache

import (
	"errors"
	"slices"
	"testing"
	"time"

	"depesche/feed"
)

func (d *desk) titles() []string {
	d.t.Helper()
	list, err := d.Sources(d.t.Context())
	d.must(err)
	var out []string
	for _, s := range list {
		out = append(out, s.Title)
	}
	return out
}

func TestAddSources(t *testing.T) {
	d := newDesk(t, Options{})
	n, err := d.AddSources(
		t.Context(),
		feed.Source{URL: "https://Lindenau.example:443/feed.xml?utm_source=x", Title: "Tageblatt", Folder: []string{"Lokal", "Stadt"}},
		feed.Source{URL: tageblatt, Title: "Das gleiche"},
		feed.Source{URL: "https://anzeiger.example/rss"},
	)
	if err != nil || n != 2 {
		t.Fatalf("added %d, %v", n, err)
	}
	list, err := d.Sources(t.Context())
	d.must(err)
	if len(list) != 2 || !slices.Equal(list[0].Folder, []string{"Lokal", "Stadt"}) || list[1].Title != "https://anzeiger.example/rss" {
		t.Errorf("sources %+v", list)
	}
	if n, err := d.AddSources(t.Context(), feed.Source{URL: tageblatt}); n != 0 || err != nil {
		t.Errorf("the same again: %d, %v", n, err)
	}
	if _, err := d.AddSources(t.Context(), feed.Source{URL: "file:///etc/passwd"}); err == nil {
		t.Error("a file was added")
	}
	d.deliver("https://anzeiger.example/rss", story(1, "A"))
	d.fetch()
	if got := d.titles(); !slices.Equal(got, []string{"Tageblatt", "Lindenauer Tageblatt"}) {
		t.Errorf("titles %q", got)
	}
	if _, err := d.Undo(t.Context()); err != nil || len(d.titles()) != 0 {
		t.Errorf("undo of adding: %v, %q", err, d.titles())
	}
	if _, err := d.Redo(t.Context()); err != nil || len(d.titles()) != 2 || len(d.list(Query{})) != 1 {
		t.Errorf("redo of adding: %v, %q", err, d.titles())
	}
}

func TestRemovedSourceComesBack(t *testing.T) {
	d := newDesk(t, Options{})
	id := d.feed(tageblatt, story(1, "A"), story(2, "B"))
	d.must(d.Mark(t.Context(), feed.Mark{Article: d.list(Query{})[0].ID}))
	d.must(d.RemoveSource(t.Context(), id))
	if len(d.titles()) != 0 || len(d.list(Query{})) != 0 || len(d.list(Query{Filter: "rat"})) != 0 {
		t.Error("still in sight")
	}
	if n, err := d.Count(t.Context(), Query{}); n != 0 || err != nil {
		t.Errorf("count %d, %v", n, err)
	}
	if err := d.RemoveSource(t.Context(), id); !errors.Is(err, ErrNotFound) {
		t.Errorf("removed twice: %v", err)
	}
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	rows := d.list(Query{})
	if len(rows) != 2 || !rows[0].Read || rows[1].Read {
		t.Errorf("after undo: %+v", rows)
	}
	if unread, total := d.counts(); unread != 1 || total != 2 {
		t.Errorf("counts %d of %d", unread, total)
	}
	d.must(d.RemoveSource(t.Context(), id))
	if n, err := d.AddSources(t.Context(), feed.Source{URL: tageblatt}); n != 1 || err != nil {
		t.Errorf("added again: %d, %v", n, err)
	}
	if rows := d.list(Query{}); len(rows) != 2 || !rows[0].Read {
		t.Errorf("after adding again: %+v", rows)
	}
	d.must(d.RemoveSource(t.Context(), id))
	d.now = d.now.Add(31 * 24 * time.Hour)
	if n, err := d.Expire(t.Context()); n != 2 || err != nil {
		t.Errorf("expired %d, %v", n, err)
	}
	if s, err := d.Stats(t.Context()); err != nil || s.Articles != 0 {
		t.Errorf("stats %+v, %v", s, err)
	}
	d.sound()
}

func TestChangeSource(t *testing.T) {
	d := newDesk(t, Options{})
	id := d.feed(tageblatt, story(1, "A"))
	if _, err := d.AddSources(t.Context(), feed.Source{URL: "https://anzeiger.example/rss"}); err != nil {
		t.Fatal(err)
	}
	d.must(d.ChangeSource(t.Context(), feed.Source{ID: id, URL: tageblatt, Title: "Mein Blatt", Folder: []string{"X"}}))
	if got := d.titles()[0]; got != "Mein Blatt" || d.list(Query{Folder: []string{"X"}})[0].SourceTitle != got {
		t.Errorf("title %q", got)
	}
	err := d.ChangeSource(t.Context(), feed.Source{ID: id, URL: "https://anzeiger.example/rss"})
	if !errors.Is(err, ErrTaken) {
		t.Errorf("an address of another source: %v", err)
	}
	if _, err := d.Undo(t.Context()); err != nil || d.titles()[0] != "Lindenauer Tageblatt" {
		t.Errorf("undo: %v, %q", err, d.titles())
	}
	if err := d.ChangeSource(t.Context(), feed.Source{ID: "nosource", URL: tageblatt}); !errors.Is(err, ErrNotFound) {
		t.Errorf("unknown source: %v", err)
	}
}

func TestSampleEditionGoesWithTheFirstSource(t *testing.T) {
	sample := []feed.Source{{URL: "https://sample.invalid/de.xml", Title: "Probe"}, {URL: "https://sample.invalid/en.xml"}}
	d := newDesk(t, Options{Sample: sample})
	if !d.Sampled() {
		t.Error("nobody is told that there is a sample edition to be filled")
	}
	d.deliver(sample[0].URL, story(1, "Probe A"))
	d.fetch()
	list, err := d.Sources(t.Context())
	d.must(err)
	if len(list) != 2 || !list[0].Sample || len(d.list(Query{})) != 1 {
		t.Fatalf("sample: %+v", list)
	}
	d.o.Sample = sample[:1] // another language's edition
	d.o.Sample[0].Folder = []string{"Sample edition"}
	d.again()
	list, err = d.Sources(t.Context())
	d.must(err)
	if !slices.Equal(list[0].Folder, sample[0].Folder) || len(d.list(Query{Folder: sample[0].Folder})) != 1 {
		t.Errorf("the edition is in %q, want %q", list[0].Folder, sample[0].Folder)
	}
	if _, err := d.Undo(t.Context()); !errors.Is(err, ErrNothing) {
		t.Errorf("what the program did is undone: %v", err)
	}
	if got := d.titles(); !slices.Equal(got, []string{"Probe"}) || len(d.list(Query{})) != 1 {
		t.Errorf("another edition: %q", got)
	}
	d.feed(tageblatt, story(2, "B"))
	if got := d.heads(Query{}); !slices.Equal(got, []string{"B"}) {
		t.Errorf("after the first source: %q", got)
	}
	d.again()
	if len(d.titles()) != 1 {
		t.Errorf("the sample is back beside a source: %q", d.titles())
	}
	d.must(d.RemoveSource(t.Context(), d.list(Query{})[0].Source))
	d.again()
	if got := d.titles(); !slices.Equal(got, []string{"Probe"}) {
		t.Errorf("without sources: %q", got)
	}
	if _, err := d.Undo(t.Context()); err != nil || !slices.Equal(d.heads(Query{}), []string{"B"}) {
		t.Errorf("undo: %v, %q", err, d.heads(Query{}))
	}
	d.sound()
}

// sound fails the test when the database is not.
func (d *desk) sound() {
	d.t.Helper()
	found, err := d.Check(d.t.Context())
	d.must(err)
	for _, f := range found {
		if !f.OK {
			d.t.Errorf("check %s: %s", f.What, f.Detail)
		}
	}
}
