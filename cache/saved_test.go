package cache

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"depesche/feed"
)

const savedPage = "https://anderswo.example/hafen"

// page is an article as it is taken from a page that no feed of ours has.
func page(link, headline string) feed.Article {
	return feed.Article{
		Link: link, Headline: headline, Language: "de", Published: noon.Add(-90 * 24 * time.Hour),
		Lead: &feed.Picture{URL: "https://anderswo.example/hafen.jpg"},
		Body: []feed.Block{{Text: feed.Plain("Im Hafen von Lindenau liegen wieder Schiffe, und die Kräne drehen sich.")}},
	}
}

func (d *desk) save(a feed.Article) Row {
	d.t.Helper()
	r, err := d.Save(d.t.Context(), a, time.Time{})
	d.must(err)
	return r
}

// savedSource is the source of saved pages, if it is listed.
func (d *desk) savedSource() *SourceRow {
	d.t.Helper()
	rows, err := d.Sources(d.t.Context())
	d.must(err)
	for i := range rows {
		if rows[i].Saved {
			return &rows[i]
		}
	}
	return nil
}

func TestASavedPageIsAnArticleToReadLater(t *testing.T) {
	d := newDesk(t, Options{SavedTitle: "Gemerkt"})
	d.feed(tageblatt, story(1, "Aus dem Feed"))
	r := d.save(page(savedPage, "Der Hafen"))
	if !r.Starred || r.Read || r.SourceTitle != "Gemerkt" || !r.HasPage || !r.Published.Equal(noon) {
		t.Errorf("%+v", r)
	}
	if rows := d.list(Query{Filter: "hafen kräne"}); len(rows) != 1 || rows[0].ID != r.ID {
		t.Errorf("search finds %v", rows)
	}
	a, err := d.Article(t.Context(), r.ID, Best)
	d.must(err)
	if a.Lead == nil || len(a.Body) != 1 || !a.Published.Equal(noon.Add(-90*24*time.Hour)) {
		t.Errorf("%+v", a)
	}
	s := d.savedSource()
	if s == nil || s.Title != "Gemerkt" || s.Unread != 1 || s.Gone {
		t.Fatalf("%+v", s)
	}
	d.now = d.now.Add(48 * time.Hour)
	for _, p := range d.fetch() { // it is asked by no refresh, nor is its page fetched again
		if p.Source == s.ID {
			t.Errorf("the saved pages were asked: %+v", p)
		}
	}
	for range d.Refresh(t.Context(), s.ID) {
		t.Error("they were asked by name")
	}
	d.sound()
}

func TestSavedPagesAreNeverDueByThemselves(t *testing.T) {
	d := newDesk(t, Options{SavedTitle: "Gemerkt"})
	d.save(page(savedPage, "Der Hafen"))
	next, err := d.NextDue(t.Context())
	d.must(err)
	if !next.IsZero() {
		t.Errorf("due %s", next)
	}
}

func TestSavingTwiceIsOneArticle(t *testing.T) {
	d := newDesk(t, Options{SavedTitle: "Gemerkt"})
	first := d.save(page(savedPage+"?utm_source=x", "Der Hafen"))
	d.must(d.Mark(t.Context(), feed.Mark{Article: first.ID, Kind: feed.Read}, feed.Mark{Article: first.ID, Kind: feed.Unstar}))
	longer := page(savedPage+"#kran", "Der Hafen")
	longer.Body = append(longer.Body, feed.Block{Text: feed.Plain("Nachgetragen: auch die Fähre fährt.")})
	again := d.save(longer)
	if again.ID != first.ID || again.Read || !again.Starred {
		t.Errorf("%+v", again)
	}
	a, err := d.Article(t.Context(), first.ID, Best)
	d.must(err)
	if len(a.Body) != 2 {
		t.Errorf("the newer text has %d blocks", len(a.Body))
	}
	if revs, err := d.Revisions(t.Context(), first.ID); err != nil || len(revs) != 1 {
		t.Errorf("%d earlier texts, %v", len(revs), err)
	}
	cut := page(savedPage, "Der Hafen")
	cut.Access = feed.Paywall
	d.save(cut)
	if a, err = d.Article(t.Context(), first.ID, Best); err != nil || len(a.Body) != 2 || a.Access != feed.Full {
		t.Errorf("a page behind a paywall took the place of the whole text: %+v, %v", a, err)
	}
	d.sound()
}

func TestTextsAreKnownByTheirContent(t *testing.T) {
	d := newDesk(t, Options{SavedTitle: "Gemerkt"})
	file := func(guid, link, headline string) feed.ID {
		a := page(link, headline)
		a.GUID = guid
		return d.save(a).ID
	}
	one := file("sha256:1", "", "Ohne Adresse")
	if file("sha256:1", "", "Ohne Adresse") != one {
		t.Error("the same text is another article")
	}
	if file("sha256:2", "", "Ohne Adresse") == one {
		t.Error("another text is the same article")
	}
	sectionsFirst := file("sha256:3", "https://anderswo.example/ressort", "Eins")
	if file("sha256:4", "https://anderswo.example/ressort", "Zwei") == sectionsFirst {
		t.Error("two texts with one address and two headlines are one article")
	}
	if file("sha256:5", "https://anderswo.example/ressort", "Eins") != sectionsFirst {
		t.Error("a page that was saved as a file again is another article")
	}
	d.sound()
}

func TestSavingIsUndone(t *testing.T) {
	d := newDesk(t, Options{SavedTitle: "Gemerkt"})
	r := d.save(page(savedPage, "Der Hafen"))
	if a := d.past()[0]; a.What != "save" || a.N != 1 {
		t.Errorf("%+v", a)
	}
	d.undo()
	if s := d.savedSource(); s != nil {
		t.Errorf("still listed: %+v", s)
	}
	if rows := d.list(Query{}); len(rows) != 0 {
		t.Errorf("%v", rows)
	}
	_, err := d.Redo(t.Context())
	d.must(err)
	if back, err := d.Row(t.Context(), r.ID); err != nil || !back.Starred || d.savedSource() == nil {
		t.Errorf("%+v, %v", back, err)
	}
	d.undo()
	if again := d.save(page(savedPage, "Der Hafen")); !again.Starred || again.Read {
		t.Errorf("%+v", again)
	}
	d.sound()
}

func TestAnArticleOfAFeedIsSavedWhereItIs(t *testing.T) {
	d := newDesk(t, Options{SavedTitle: "Gemerkt"})
	d.feed(tageblatt, story(1, "Aus dem Feed"), story(2, "Ein anderer"))
	feeds := d.list(Query{})[0]
	r, err := d.SaveListed(t.Context(), feeds.ID)
	d.must(err)
	s := d.savedSource()
	if r.ID != feeds.ID || !r.Starred || s == nil || s.Total != 1 {
		t.Fatalf("%+v in %+v", r, s)
	}
	if rows := d.list(Query{Source: s.ID}); len(rows) != 1 || rows[0].ID != feeds.ID {
		t.Errorf("%v", rows)
	}
	d.undo()
	if row, err := d.Row(t.Context(), feeds.ID); err != nil || row.Starred || d.savedSource() != nil {
		t.Errorf("not undone: %+v, %v", row, err)
	}
	_, err = d.Redo(t.Context())
	d.must(err)
	// The paper goes, the article stays with the saved pages.
	d.must(d.RemoveSource(t.Context(), feeds.Source))
	if rows := d.list(Query{}); len(rows) != 1 || rows[0].ID != feeds.ID || rows[0].Source != s.ID {
		t.Errorf("%v", rows)
	}
	d.sound()
}

func TestRetentionSparesSavedPagesUntilTheStarIsTakenAway(t *testing.T) {
	d := newDesk(t, Options{SavedTitle: "Gemerkt", KeepDays: 10, KeepArticles: 1})
	kept, other := d.save(page(savedPage, "Bleibt")), d.save(page(savedPage+"2", "Ohne Stern"))
	d.must(d.Mark(t.Context(), feed.Mark{Article: other.ID, Kind: feed.Unstar}))
	gone := func() bool { _, err := d.Row(t.Context(), other.ID); return err != nil }
	d.now = d.now.Add(9 * 24 * time.Hour)
	d.o.KeepArticles = 0
	d.again()
	_, err := d.Tidy(t.Context(), false)
	d.must(err)
	if gone() {
		t.Error("it went before its age, which counts from the day it was saved")
	}
	for range 60 { // a clock that leaps is followed slowly
		d.now = d.now.Add(24 * time.Hour)
		_, err = d.Tidy(t.Context(), false)
		d.must(err)
	}
	if !gone() {
		t.Error("without a star it is kept for ever")
	}
	if r, err := d.Row(t.Context(), kept.ID); err != nil || !r.Starred {
		t.Errorf("%+v, %v", r, err)
	}
	d.sound()
}

func TestRemovingTheSavedPagesIsNoLoss(t *testing.T) {
	d := newDesk(t, Options{SavedTitle: "Gemerkt", KeepDays: 10})
	r := d.save(page(savedPage, "Der Hafen"))
	d.must(d.RemoveSource(t.Context(), r.Source))
	if d.savedSource() != nil {
		t.Error("still listed")
	}
	for range 90 {
		d.now = d.now.Add(24 * time.Hour)
		_, err := d.Expire(t.Context())
		d.must(err)
	}
	d.save(page(savedPage+"2", "Ein neuer"))
	if rows := d.list(Query{}); len(rows) != 2 {
		t.Errorf("what was saved before has not come back: %v", rows)
	}
	d.sound()
}

func TestSavedPagesAndTheSampleEdition(t *testing.T) {
	d := newDesk(t, Options{SavedTitle: "Gemerkt", Sample: []feed.Source{{URL: "https://sample.invalid/a.xml", Title: "Muster"}}})
	d.deliver("https://sample.invalid/a.xml", story(1, "Muster eins"), story(2, "Muster zwei"))
	d.fetch()
	d.save(page(savedPage, "Der Hafen"))
	d.again()
	if rows := d.list(Query{}); len(rows) != 3 {
		t.Fatalf("saving a page ended the sample edition: %v", rows)
	}
	of := d.list(Query{Filter: "muster eins"})[0]
	_, err := d.SaveListed(t.Context(), of.ID)
	d.must(err)
	_, err = d.AddSources(t.Context(), feed.Source{URL: tageblatt})
	d.must(err)
	d.again()
	if rows := d.list(Query{Order: Oldest}); len(rows) != 2 {
		t.Errorf("the edition is gone, what was saved of it is not: %v", rows)
	}
	d.sound()
}

func TestSavedPagesHaveTheirTitleInTheReadersLanguage(t *testing.T) {
	d := newDesk(t, Options{SavedTitle: "Gemerkt"})
	r := d.save(page(savedPage, "Der Hafen"))
	d.o.SavedTitle = "Saved"
	d.again()
	if s := d.savedSource(); s.Title != "Saved" {
		t.Errorf("called %q", s.Title)
	}
	d.must(d.ChangeSource(t.Context(), feed.Source{ID: r.Source, URL: savedURL, Title: "Später lesen"}))
	d.again()
	if s := d.savedSource(); s.Title != "Später lesen" {
		t.Errorf("called %q, which is not what the reader named it", s.Title)
	}
}

func TestSavedPagesAreDumpedAndRestored(t *testing.T) {
	d := newDesk(t, Options{SavedTitle: "Gemerkt"})
	d.save(page(savedPage, "Der Hafen"))
	var all []*Entry
	d.must(d.Dump(t.Context(), Query{}, func(e *Entry) error { all = append(all, e); return nil }))
	other := newDesk(t, Options{SavedTitle: "Gemerkt"})
	_, err := other.Restore(t.Context(), each(all))
	other.must(err)
	s := other.savedSource()
	if s == nil || s.Title != "Gemerkt" || s.Gone {
		t.Fatalf("%+v", s)
	}
	if rows := other.list(Query{Source: s.ID}); len(rows) != 1 || !rows[0].Starred || rows[0].Headline != "Der Hafen" {
		t.Errorf("%v", rows)
	}
	if next, err := other.NextDue(t.Context()); err != nil || !next.IsZero() {
		t.Errorf("due %s, %v", next, err)
	}
	other.sound()
}

func TestRulesDoNotHideWhatIsSaved(t *testing.T) {
	d := newDesk(t, Options{SavedTitle: "Gemerkt"})
	_, _, err := d.AddRule(t.Context(), Rule{Query: "hafen", Deeds: []Deed{{Kind: Mute}, {Kind: MarkRead}}}, false)
	d.must(err)
	if r := d.save(page(savedPage, "Der Hafen")); r.Muted || r.Read {
		t.Errorf("%+v", r)
	}
	if rows := d.list(Query{}); len(rows) != 1 {
		t.Errorf("%v", rows)
	}
}

func TestTwoInstancesSaveOnePageOnce(t *testing.T) {
	d := newDesk(t, Options{SavedTitle: "Gemerkt"})
	other := newDesk(t, Options{SavedTitle: "Gemerkt", Dir: d.o.Dir})
	ids := make(chan feed.ID, 40)
	for _, c := range []*Cache{d.Cache, other.Cache} {
		go func() {
			for range 20 {
				r, err := c.Save(t.Context(), page(savedPage, "Der Hafen"), time.Time{})
				if err != nil {
					t.Error(err)
				}
				ids <- r.ID
			}
		}()
	}
	first := <-ids
	for range 39 {
		if id := <-ids; id != first {
			t.Errorf("%s and %s", id, first)
		}
	}
	d.sound()
}

// What an older program makes of it: a source like others, with an import to undo.
func TestOlderProgramsUnderstandSavedPages(t *testing.T) {
	d := newDesk(t, Options{SavedTitle: "Gemerkt"})
	d.save(page(savedPage, "Der Hafen"))
	var gone, starred, dropped int
	var what, data string
	d.must(d.one(t.Context(), `select o.gone, s.starred, a.dropped, (select what from journal), (select data from journal)
		from article a join state s using(id) join source o on o.id = a.source`, nil, &gone, &starred, &dropped, &what, &data))
	if gone != 1 || starred != 1 || dropped == 0 {
		t.Errorf("gone %d, starred %d, dropped %d: it would be asked, or let go", gone, starred, dropped)
	}
	if what != "import" || !strings.HasPrefix(data, savedEntry) {
		t.Errorf("the journal has %s %s", what, data)
	}
}

func TestARemovedSourceLeavesItsStarsWithTheSavedPages(t *testing.T) {
	d := newDesk(t, Options{SavedTitle: "Gemerkt"})
	id := d.feed(tageblatt, story(1, "A"), story(2, "B"), story(3, "C"))
	before := d.list(Query{})
	for _, r := range before[:2] {
		d.must(d.Mark(t.Context(), feed.Mark{Article: r.ID, Kind: feed.Star}))
	}
	sources := func() string {
		rows, err := d.Sources(t.Context())
		d.must(err)
		var out []string
		for _, r := range rows {
			out = append(out, fmt.Sprint(r.Title, " ", r.Total, " ", r.Unread))
		}
		return strings.Join(out, ", ")
	}
	whole := sources()
	if n, err := d.StarredIn(t.Context(), id); n != 2 || err != nil {
		t.Errorf("%d starred, %v", n, err)
	}
	for range 2 {
		d.must(d.RemoveSource(t.Context(), id))
		if got := d.list(Query{}); len(got) != 2 || !got[0].Starred || got[0].SourceTitle != "Gemerkt" || sources() != "Gemerkt 2 2" {
			t.Errorf("stay %+v; %s", got, sources())
		}
		d.sound()
		d.undo()
		if got := d.list(Query{}); len(got) != 3 || got[0].Source != id || got[2].Source != id || sources() != whole {
			t.Errorf("undone: %+v; %s, was %s", got, sources(), whole)
		}
		d.sound()
		_, err := d.Redo(t.Context())
		d.must(err)
		if sources() != "Gemerkt 2 2" {
			t.Errorf("redone: %s", sources())
		}
		d.undo()
		d.sound()
	}
	// After weeks the source is let go for good; what is starred is not.
	d.must(d.RemoveSource(t.Context(), id))
	for range 60 {
		d.now = d.now.Add(24 * time.Hour)
		_, err := d.Tidy(t.Context(), false)
		d.must(err)
	}
	if got := d.list(Query{Starred: true}); len(got) != 2 {
		t.Errorf("in the end %+v", got)
	}
	for _, r := range d.list(Query{}) {
		if a, err := d.Article(t.Context(), r.ID, Best); err != nil || a.Headline == "" {
			t.Errorf("%s: %v", r.Headline, err)
		}
	}
	d.sound()
}
