package cache

import (
	"errors"
	"fmt"
	"testing"

	"depesche/feed"
)

// kept is an article as another reader kept it: its text differs from what the feed says.
func kept(n int, headline string) *Entry {
	a := story(n, headline)
	a.Body = []feed.Block{{Text: feed.Plain("Der Rat, gekürzt.")}}
	a.Access = feed.Teaser
	return &Entry{Source: EntrySource{URL: tageblatt}, GUID: a.GUID, Seen: a.Published, At: a.Published, Feed: &a}
}

func (d *desk) inherit(entries ...*Entry) Restored {
	d.t.Helper()
	done, err := d.Inherit(d.t.Context(), []feed.Source{{URL: tageblatt}}, each(entries))
	d.must(err)
	return done
}

func each(entries []*Entry) func() (*Entry, error) {
	return func() (*Entry, error) {
		if len(entries) == 0 {
			return nil, nil
		}
		e := entries[0]
		entries = entries[1:]
		return e, nil
	}
}

func TestWhatIsTakenOverIsNotNewWhenTheFeedComes(t *testing.T) {
	d := newDesk(t, Options{})
	read, starred, byLink := kept(1, "Gelesen"), kept(2, "Stern"), kept(3, "Nur an der Adresse zu erkennen")
	read.Read, starred.Starred, starred.Tags, byLink.Read = true, true, []string{"newsboat-a"}, true
	byLink.GUID, byLink.Feed.GUID = "newsboat hat sie selbst gemacht", ""
	bare := kept(4, "Ohne Text")
	bare.Read, bare.Feed.Body = true, nil
	if done := d.inherit(read, starred, byLink, bare, kept(5, "Nicht mehr im Feed")); done != (Restored{Sources: 1, Added: 5}) {
		t.Errorf("%+v", done)
	}
	want := "Gelesenr Stern*#newsboat-a Nur an der Adresse zu erkennenr Ohne Textr Nicht mehr im Feed | "
	d.wantMarks("taken over", want)
	before := d.list(Query{})
	d.deliver(tageblatt, story(1, "Gelesen"), story(2, "Stern"), story(3, "Nur an der Adresse zu erkennen"), story(4, "Ohne Text"))
	for _, p := range d.fetch() {
		if p.New != 0 || p.Err != nil {
			t.Errorf("%+v", p)
		}
	}
	d.wantMarks("after the feed", want)
	for i, r := range d.list(Query{}) {
		if r.ID != before[i].ID || r.Changed {
			t.Errorf("%+v was %s", r, before[i].ID)
		}
		// A real Pull would have called it so.
		if a := story(i+1, ""); r.ID != feed.NewID(r.Source, a.Key()) {
			t.Errorf("%s is called %s", r.Headline, r.ID)
		}
	}
	a, err := d.Article(t.Context(), before[3].ID, Best)
	d.must(err)
	if len(a.Body) == 0 {
		t.Error("the feed's text has not come")
	}
	d.sound()
}

func TestTakingOverTwiceAddsNothing(t *testing.T) {
	d := newDesk(t, Options{})
	read, other := kept(1, "A"), kept(2, "B")
	read.Read, other.Tags = true, []string{"x"}
	d.inherit(read, other)
	id := d.list(Query{})[0].ID
	d.must(d.Mark(t.Context(), feed.Mark{Article: id, Kind: feed.Unread})) // here it is to be read again
	marks, history := d.marks(), len(d.past())
	if done := d.inherit(read, other); done != (Restored{Known: 2}) {
		t.Errorf("%+v", done)
	}
	d.wantMarks("again", marks)
	if n := len(d.past()); n != history {
		t.Errorf("%d actions, were %d", n, history)
	}
}

func (d *desk) past() []Action {
	d.t.Helper()
	h, err := d.History(d.t.Context(), 20)
	d.must(err)
	return h
}

func TestAnImportIsTakenBackInOneStep(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "Hier"), story(2, "Auch hier"))
	before := d.marks()
	here, fresh := kept(1, "Hier"), kept(3, "Neu in einer Quelle von hier")
	here.Read, here.Tags, fresh.Starred = true, []string{"x"}, true
	gone := kept(9, "Weggeworfen")
	gone.Deleted = true
	entries := []*Entry{here, fresh, gone}
	for i := range 2*restoreBatch + 5 { // several transactions
		e := kept(100+i, fmt.Sprint("N", i))
		e.Source.URL = "https://anderswo.example/feed"
		entries = append(entries, e)
	}
	done, err := d.Inherit(t.Context(), []feed.Source{{URL: "https://leer.example/feed", Title: "Leer"}}, each(entries))
	d.must(err)
	if done != (Restored{Sources: 2, Added: 2*restoreBatch + 6, Known: 1}) {
		t.Errorf("%+v", done)
	}
	after := d.marks()
	if a := d.past()[0]; a.What != "import" || a.N != 2*restoreBatch+7 {
		t.Errorf("%+v", a)
	}
	d.deliver(tageblatt, story(1, "Hier"), story(2, "Auch hier"), story(9, "Weggeworfen"))
	d.fetch()
	d.wantMarks("what was thrown away does not come", after)

	if a := d.undo(); a.What != "import" {
		t.Errorf("%+v", a)
	}
	d.wantMarks("undone", before)
	if n := len(d.titles()); n != 1 {
		t.Errorf("%q", d.titles())
	}
	d.sound()
	_, err = d.Redo(t.Context())
	d.must(err)
	d.wantMarks("done again", after)
	d.sound()

	// Taken back, what was thrown away comes; what the feed has brought stays where it is.
	d.undo()
	d.deliver(tageblatt, story(1, "Hier"), story(2, "Auch hier"), story(3, "Neu in einer Quelle von hier"), story(9, "Weggeworfen"))
	d.fetch()
	d.wantMarks("the feed comes", "Hier Auch hier Neu in einer Quelle von hier Weggeworfen | ")
	_, err = d.Redo(t.Context())
	d.must(err)
	if rows := d.list(Query{Filter: "headline:Quelle"}); len(rows) != 1 {
		t.Errorf("%d articles of one", len(rows))
	}
	d.sound()
}

// A ticker's entries share an address; who kept them apart is believed, over batches too.
func TestArticlesThatShareAnAddressStayApart(t *testing.T) {
	d := newDesk(t, Options{})
	var entries []*Entry
	for i := range restoreBatch + 40 {
		e := kept(1, fmt.Sprint("Ticker ", i))
		e.GUID = fmt.Sprint("t", i)
		entries = append(entries, e)
	}
	if done := d.inherit(entries...); done.Added != restoreBatch+40 || done.Known != 0 {
		t.Errorf("%+v", done)
	}
	if done := d.inherit(entries...); done.Added != 0 || done.Known != restoreBatch+40 {
		t.Errorf("again: %+v", done)
	}
	dump := d.dumped(Query{})
	other := newDesk(t, Options{})
	if done := other.restore(dump); done.Added != restoreBatch+40 {
		t.Errorf("restored %+v", done)
	}
	d.sound()
}

// What two feeds of one publisher bring is one article, in an import as in a refresh.
func TestSistersShareWhatIsTakenOver(t *testing.T) {
	d := newDesk(t, Options{})
	const sister = "https://rss.lindenau.example/lokales.xml"
	a, b := kept(1, "A"), kept(1, "A")
	b.Source.URL, b.Starred = sister, true
	if done := d.inherit(a, b); done != (Restored{Sources: 2, Added: 1, Known: 1}) {
		t.Errorf("%+v", done)
	}
	if got := d.marks(); got != "A* | " {
		t.Errorf("taken over: %s", got)
	}
	rows, err := d.Sources(t.Context())
	d.must(err)
	for _, r := range rows {
		if r.Total != 1 {
			t.Errorf("%s has %d", r.URL, r.Total)
		}
	}
	d.undo()
	d.wantMarks("undone", " | ")
	d.sound()
}

func TestOnlySourcesAreTakenBackAsSuch(t *testing.T) {
	d := newDesk(t, Options{})
	d.inherit()
	if a := d.undo(); a.What != "add-source" || a.N != 1 || len(d.titles()) != 0 {
		t.Errorf("%+v, %q", a, d.titles())
	}
}

func TestABrokenSourceOfEntriesLeavesWhatCanBeTakenBack(t *testing.T) {
	d := newDesk(t, Options{})
	n := 0
	_, err := d.Inherit(t.Context(), nil, func() (*Entry, error) {
		if n++; n > restoreBatch+10 {
			return nil, errors.New("broken off")
		}
		return kept(n, fmt.Sprint("N", n)), nil
	})
	if err == nil || len(d.list(Query{})) != restoreBatch {
		t.Errorf("%v, %d articles", err, len(d.list(Query{})))
	}
	d.undo()
	if n := len(d.list(Query{})); n != 0 {
		t.Errorf("%d articles", n)
	}
	d.sound()
}
