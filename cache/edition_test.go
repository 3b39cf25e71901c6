package cache

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"depesche/feed"
)

// unreached is the error of somebody who does not answer.
type unreached struct{}

func (unreached) Error() string    { return "nobody answers" }
func (unreached) Unanswered() bool { return true }

func (d *desk) pack(o EditionOptions) *Edition {
	d.t.Helper()
	var last PackStep
	for s := range d.Pack(d.t.Context(), o) {
		last = s
	}
	d.must(last.Err)
	if last.Edition == nil {
		d.t.Fatal("no edition")
	}
	return last.Edition
}

func headsOf(rows []Row) []string {
	var out []string
	for _, r := range rows {
		out = append(out, r.Headline)
	}
	return out
}

// long makes an article of so many minutes.
func long(n, minutes int, headline string) feed.Article {
	a := story(n, headline)
	for range minutes * 20 {
		a.Body = append(a.Body, feed.Block{Text: feed.Plain("Der Rat hat lange über die Brücke beraten und vertagt.")})
	}
	return a
}

func TestAnEditionIsWholeWithoutANetwork(t *testing.T) {
	d := newDesk(t, Options{})
	d.origin.picture = []byte("GIF89a")
	teaser, page := story(1, "Mit Seite"), long(1, 4, "Mit Seite")
	teaser.Access = feed.Teaser
	page.Lead = &feed.Picture{URL: "https://lindenau.example/a.jpg"}
	page.Body = append(page.Body, feed.Block{Kind: feed.Figure, Picture: &feed.Picture{URL: "https://lindenau.example/b.jpg"}})
	d.origin.pages[teaser.Link] = page
	d.feed(tageblatt, teaser, story(2, "Ohne Seite"))
	e := d.pack(EditionOptions{Query: Query{Unread: true}})
	if got := headsOf(e.Rows); !slices.Equal(got, []string{"Mit Seite", "Ohne Seite"}) || e.Minutes != 6 && e.Minutes != 5 {
		t.Fatalf("packed %v, %d minutes", got, e.Minutes)
	}
	if len(e.Lacks) != 1 || e.Lacks[0].What != "page" || e.Lacks[0].Headline != "Ohne Seite" || e.Lacks[0].Err == nil {
		t.Errorf("lacks: %+v", e.Lacks)
	}
	if got := d.heads(Query{Filter: "is:packed"}); !slices.Equal(got, []string{"Mit Seite", "Ohne Seite"}) {
		t.Errorf("is:packed: %v", got)
	}
	d.origin.pages, d.origin.picture = nil, nil // the plug is pulled
	a, err := d.Article(t.Context(), e.Rows[0].ID, Best)
	d.must(err)
	for _, p := range a.Pictures() {
		if data, err := d.KeptPicture(t.Context(), p.URL); err != nil || len(data) == 0 {
			t.Errorf("%s: %v", p.URL, err)
		}
	}
	if len(a.Pictures()) != 2 || !e.Rows[0].HasPicture {
		t.Errorf("pictures: %v, row %+v", a.Pictures(), e.Rows[0])
	}
	d.pack(EditionOptions{Query: Query{Filter: "headline:Ohne"}})
	if got := d.heads(Query{Filter: "is:packed"}); !slices.Equal(got, []string{"Ohne Seite"}) {
		t.Errorf("the next edition holds %v", got)
	}
}

func TestAnEditionFillsItsTimeWithWhatIsLikely(t *testing.T) {
	const abend = "https://abend.example/feed.xml"
	d := newDesk(t, Options{})
	var a, b []feed.Article
	for i := range 10 {
		a = append(a, long(i, 3, "Tageblatt"))
		x := long(20+i, 3, "Abend")
		x.Published = noon.Add(-time.Duration(i)*time.Hour - 4*time.Hour)
		b = append(b, x)
	}
	d.feed(tageblatt, a...)
	d.feed(abend, b...)
	plain := d.pack(EditionOptions{Minutes: 10})
	if got := headsOf(plain.Rows); !slices.Equal(got, []string{"Tageblatt", "Tageblatt", "Tageblatt"}) || plain.Minutes > 10 {
		t.Fatalf("the newest are %v, %d minutes", got, plain.Minutes)
	}
	for _, r := range d.list(Query{Filter: "headline:Abend"})[5:] { // the reader opens what the Abend brings
		d.must(d.Mark(t.Context(), feed.Mark{Article: r.ID}))
		d.must(d.SetPosition(t.Context(), r.ID, Position{Block: 2}))
	}
	if got := headsOf(d.pack(EditionOptions{Minutes: 10, Query: Query{Unread: true}}).Rows); !slices.Contains(got, "Abend") {
		t.Errorf("habits count for nothing: %v", got)
	}
	if got := d.pack(EditionOptions{Minutes: 2}); len(got.Rows) != 0 {
		t.Errorf("three minutes fit into two: %v", headsOf(got.Rows))
	}
	if got := d.pack(EditionOptions{Articles: 4}); len(got.Rows) != 4 {
		t.Errorf("of at most four there are %d", len(got.Rows))
	}
}

func TestAnEditionKeepsToTheDaysAllowance(t *testing.T) {
	d := newDesk(t, Options{})
	d.origin.picture = make([]byte, 1000)
	for i := range 3 * packAtOnce { // more than are fetched at once
		a := story(i+1, fmt.Sprint("Nachricht ", i))
		a.Lead = &feed.Picture{URL: "https://lindenau.example/" + a.Headline + ".jpg"}
		d.origin.pages[a.Link] = a
		d.origin.feeds[tageblatt] = feed.Delivery{Articles: append(d.origin.feeds[tageblatt].Articles, story(i+1, a.Headline))}
	}
	_, err := d.AddSources(t.Context(), feed.Source{URL: tageblatt})
	d.must(err)
	d.fetch()
	e := d.pack(EditionOptions{Bytes: 1500})
	n := 0
	for _, l := range e.Lacks {
		if errors.Is(l.Err, ErrBudget) {
			n++
		}
	}
	if n < 1 || len(e.Lacks) != n {
		t.Errorf("lacks: %+v", e.Lacks)
	}
}

func TestWithoutANetworkNobodyIsToBlame(t *testing.T) {
	const abend = "https://abend.example/feed.xml"
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "A"))
	d.feed(abend, story(2, "B"))
	d.origin.errs[tageblatt], d.origin.errs[abend] = unreached{}, unreached{}
	steps := d.fetch()
	if len(steps) != 1 || !errors.Is(steps[0].Err, ErrOffline) {
		t.Fatalf("steps: %+v", steps)
	}
	sources := func() (failing int) {
		list, err := d.Sources(t.Context())
		d.must(err)
		for _, s := range list {
			if s.Fails > 0 {
				failing++
			}
		}
		return failing
	}
	if n := sources(); n != 0 {
		t.Errorf("%d sources are blamed", n)
	}
	due := 0
	for range d.RefreshDue(t.Context()) {
		due++
	}
	if due != 1 {
		t.Errorf("they are not asked again: %d steps", due)
	}
	delete(d.origin.errs, abend) // one answers: the other one is down
	d.fetch()
	if n := sources(); n != 1 {
		t.Errorf("%d sources fail", n)
	}
	d.origin.errs[abend] = unreached{}
	if steps := d.fetch(feed.NewSourceID(abend)); len(steps) != 1 || !Unanswered(steps[0].Err) { // alone, it is the source's
		t.Errorf("steps: %+v", steps)
	}
	if n := sources(); n != 2 {
		t.Errorf("%d sources fail", n)
	}
	d.must(d.Close())
	d.open()
	if got := len(d.fetch()); got == 0 {
		t.Error("the sources are still held")
	}
}

func TestTriesOfflineDoNotCount(t *testing.T) {
	d := newDesk(t, Options{FullText: true})
	d.origin.full = func(feed.Article) (feed.Article, error) { return feed.Article{}, unreached{} }
	d.feed(tageblatt, story(1, "A"))
	id := d.list(Query{})[0].ID
	for range 5 {
		if _, err := d.Full(t.Context(), id); err == nil {
			t.Fatal("fetched")
		}
	}
	d.origin.full = nil
	d.origin.pages[story(1, "A").Link] = long(1, 2, "A")
	d.fetch()
	if !d.list(Query{})[0].HasPage {
		t.Error("the page was given up")
	}
}
