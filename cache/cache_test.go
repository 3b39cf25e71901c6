package cache

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"depesche/feed"
)

// fake is an origin that answers what a test gives it.
type fake struct {
	mu      sync.Mutex
	feeds   map[string]feed.Delivery // by URL
	errs    map[string]error
	asked   []string
	pages   map[string]feed.Article // by link
	picture []byte
	shown   []string      // pictures that were asked for
	none    error         // why there is no picture
	server  []feed.Source // not nil: it keeps sources itself
	pushed  []feed.Mark
	bring   func(feed.Enclosure, feed.Piece, func(*feed.Transfer) error) error // downloads
	full    func(feed.Article) (feed.Article, error)
	pull    func(context.Context, feed.Source, feed.Validators) (feed.Delivery, error)
}

func (f *fake) Sources(context.Context) ([]feed.Source, error) { return f.server, nil }

func (f *fake) Find(_ context.Context, address string) ([]feed.Source, error) {
	return []feed.Source{{URL: address}}, nil
}

func (f *fake) Pull(ctx context.Context, s feed.Source, v feed.Validators) (feed.Delivery, error) {
	if f.pull != nil {
		return f.pull(ctx, s, v)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.asked = append(f.asked, s.URL)
	return f.feeds[s.URL], f.errs[s.URL]
}

func (f *fake) Full(_ context.Context, a feed.Article) (feed.Article, error) {
	if f.full != nil {
		return f.full(a)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	p, ok := f.pages[a.Link]
	if !ok {
		return a, errors.New("no such page")
	}
	p.ID, p.Source, p.GUID = a.ID, a.Source, a.GUID
	return p, nil
}

func (f *fake) Explain(_ context.Context, a feed.Article) ([]feed.Reason, error) {
	return []feed.Reason{{What: "headline", Text: string(a.Source) + " " + a.Link}}, nil
}

func (f *fake) Picture(_ context.Context, url string) ([]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.shown = append(f.shown, url)
	return f.picture, f.none
}

func (f *fake) Download(_ context.Context, _ feed.Article, e feed.Enclosure, have feed.Piece, _ int64, take func(*feed.Transfer) error) error {
	return f.bring(e, have, take)
}

func (f *fake) Push(_ context.Context, m []feed.Mark) error {
	f.pushed = append(f.pushed, m...)
	return nil
}

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// desk is a cache with its clock, for tests.
type desk struct {
	*Cache
	t      *testing.T
	origin *fake
	now    time.Time
	o      Options
}

func newDesk(t *testing.T, o Options) *desk {
	t.Helper()
	if o.Dir == "" {
		o.Dir = t.TempDir()
	}
	d := &desk{t: t, now: noon, o: o, origin: &fake{feeds: map[string]feed.Delivery{}, errs: map[string]error{}, pages: map[string]feed.Article{}}}
	d.o.Now = func() time.Time { return d.now }
	d.open()
	t.Cleanup(func() { d.Cache.Close() })
	return d
}

func (d *desk) open() {
	d.t.Helper()
	c, err := Open(d.t.Context(), d.o, d.origin)
	if err != nil {
		d.t.Fatal(err)
	}
	d.Cache = c
}

// again closes the cache and opens it anew.
func (d *desk) again() {
	d.t.Helper()
	if err := d.Close(); err != nil {
		d.t.Fatal(err)
	}
	d.open()
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// feed makes a source with articles and fetches it.
func (d *desk) feed(url string, articles ...feed.Article) feed.SourceID {
	d.t.Helper()
	_, err := d.AddSources(d.t.Context(), feed.Source{URL: url})
	d.must(err)
	d.deliver(url, articles...)
	id := feed.NewSourceID(feed.Address(url))
	d.fetch(id)
	return id
}

func (d *desk) deliver(url string, articles ...feed.Article) {
	d.origin.feeds[url] = feed.Delivery{Source: feed.Source{Title: "Lindenauer Tageblatt"}, Articles: articles}
}

// fetch refreshes and gives the steps.
func (d *desk) fetch(ids ...feed.SourceID) []Progress {
	d.t.Helper()
	var out []Progress
	for p := range d.Refresh(d.t.Context(), ids...) {
		out = append(out, p)
	}
	return out
}

func (d *desk) list(q Query) []Row {
	d.t.Helper()
	rows, err := d.List(d.t.Context(), q)
	d.must(err)
	return rows
}

// heads lists the headlines of a query.
func (d *desk) heads(q Query) []string {
	d.t.Helper()
	var out []string
	for _, r := range d.list(q) {
		out = append(out, r.Headline)
	}
	return out
}

// story makes an article for a test.
func story(n int, headline string) feed.Article {
	return feed.Article{
		Link: fmt.Sprintf("https://lindenau.example/politik/%d.html", n), GUID: fmt.Sprint("guid-", n), Headline: headline,
		Published: noon.Add(-time.Duration(n) * time.Hour), Language: "de", Access: feed.Full,
		Body: []feed.Block{{Text: feed.Plain(fmt.Sprint("Der Rat von Lindenau hat Punkt ", n, " beraten."))}},
	}
}

const tageblatt = "https://lindenau.example/feed.xml"

func TestFromFeedToPage(t *testing.T) {
	d := newDesk(t, Options{})
	a := story(1, "Straße gesperrt")
	a.Kicker, a.Standfirst, a.Section, a.Agencies = "Verkehr", "Bis Montag.", "Lokales", []feed.Agency{"dpa"}
	d.feed(tageblatt, a, story(2, "Zweite Meldung"))
	rows := d.list(Query{})
	if len(rows) != 2 || rows[0].Headline != "Straße gesperrt" || rows[1].Headline != "Zweite Meldung" {
		t.Fatalf("rows: %+v", rows)
	}
	r := rows[0]
	if r.SourceTitle != "Lindenauer Tageblatt" || r.Kicker != "Verkehr" || len(r.Agencies) != 1 || r.Section != "Lokales" || r.Minutes != 1 || r.Read {
		t.Errorf("row: %+v", r)
	}
	got, err := d.Article(t.Context(), r.ID, Best)
	d.must(err)
	if got.Body[0].Text.String() != a.Body[0].Text.String() || got.GUID != a.GUID || got.Source != r.Source || !got.Published.Equal(a.Published) {
		t.Errorf("article: %+v", got)
	}
	if _, err := d.Article(t.Context(), r.ID, FromPage); !errors.Is(err, ErrNotFound) {
		t.Errorf("page of an article without one: %v", err)
	}
	d.again()
	if n := len(d.list(Query{})); n != 2 {
		t.Errorf("after a restart %d rows", n)
	}
}

// searches are filters, and the first letters of the headlines they find.
var searches = []struct {
	filter string
	want   string
}{
	{"", "BMH"},
	{"strassenbahn", "BM"},
	{"Straßenbahn", "BM"},
	{"straßen*", "BM"},
	{"burgermeisterin", "BM"},
	{"Buergermeisterin", "BM"},
	{"müller", "M"},
	{"MUELLER", "M"},
	{`"Straßenbahn kein Wort"`, "M"},
	{`"kein Straßenbahn Wort"`, ""},
	{`"fabrik wort"~20`, "M"},
	{`"fabrik wort"~2`, ""},
	{"strassenbahn -fabrik", "B"},
	{"-strassenbahn", "H"},
	{"nicht strassenbahn", "H"},
	{"fabrik or haushalt", "MH"},
	{"fabrik oder haushalt", "MH"},
	{"(fabrik | haushalt) is:starred", "M"},
	{"fabrik or is:starred", "M"},
	{"headline:strassenbahn", "B"},
	{"caption:ufer", "B"},
	{"kicker:stadt*", "B"},
	{"author:lindner", "B"},
	{`autor:"Ada Lindner"`, "B"},
	{"agency:DPA", "B"},
	{"agentur:afp agentur:dpa", "B"},
	{"-agency:dpa", "MH"},
	{"section:politik", "B"},
	{"ressort:lokales", "B"},
	{"source:tageblatt", "BMH"},
	{"quelle:lindenauer", "BMH"},
	{"source:anzeiger", ""},
	{"-source:tageblatt", ""},
	{"lang:en", "H"},
	{"sprache:de", "BM"},
	{"is:teaser", "M"},
	{"ist:voll", "BH"},
	{"is:unread", "BMH"},
	{"ist:gelesen", ""},
	{"has:picture", "B"},
	{"age:1d", "BM"},
	{"age:>1d", "H"},
	{"after:3h", "BM"},
	{"after:heute", "BM"},
	{"before:2026-11-22", "H"},
	{"before:22.11.2026", "H"},
	{"minutes:<5", "BMH"},
	{"minutes:>5", ""},
	{"/^(mueller|haus)/", "MH"},
	{"is:new", "BMH"},
	{"COVID-19", ""},
	{"!!!", "BMH"},
}

func TestSearch(t *testing.T) {
	d := newDesk(t, Options{})
	a := story(1, "Bürgermeisterin verteidigt Straßenbahn")
	a.Byline, a.Lead = "Von Ada Lindner", &feed.Picture{URL: "https://lindenau.example/a.jpg", Caption: "Die neue Linie am Ufer"}
	a.Kicker, a.Section, a.Agencies = "Stadtverkehr", "Politik/Lokales", []feed.Agency{"dpa", "AFP"}
	b := story(2, "Mueller Co. zieht um")
	b.Access = feed.Teaser
	b.Body = []feed.Block{{Text: feed.Plain("Die Fabrik verlässt die Stadt. Von der Straßenbahn kein Wort der Bürgermeisterin?")}}
	c := story(50, "Haushalt beschlossen")
	c.Language = "en-GB"
	d.feed(tageblatt, a, b, c)
	d.must(d.Mark(t.Context(), feed.Mark{Article: d.list(Query{})[1].ID, Kind: feed.Star}))
	for _, tc := range searches {
		for _, order := range []Order{Newest, Oldest, BySource, BestHit} {
			q := Query{Filter: tc.filter, Order: order}
			rows, err := d.List(t.Context(), q)
			if err != nil {
				t.Errorf("%s (order %d): %v", tc.filter, order, err)
				continue
			}
			got := ""
			for _, r := range rows {
				got += r.Headline[:1]
			}
			if order == Newest && got != tc.want || len(got) != len(tc.want) {
				t.Errorf("%s (order %d): %q, want %q", tc.filter, order, got, tc.want)
			}
			if n, err := d.Count(t.Context(), q); err != nil || n != len(tc.want) {
				t.Errorf("%s (order %d): count %d, %v", tc.filter, order, n, err)
			}
		}
	}
	rows := d.list(Query{Filter: "strassenbahn", Order: BestHit})
	if rows[0].Headline[0] != 'B' {
		t.Errorf("the headline does not weigh more: %v", rows)
	}
	if want := "\x02Straßenbahn\x03"; rows[1].Snippet == "" || !strings.Contains(rows[1].Snippet, want) {
		t.Errorf("snippet %q", rows[1].Snippet)
	}
}
