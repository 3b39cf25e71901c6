package cache

import (
	"slices"
	"testing"

	"depesche/feed"
)

// TestOnePublishersFeedsShareArticles lets two feeds of a paper, and a stranger's, bring one article.
func TestOnePublishersFeedsShareArticles(t *testing.T) {
	const politics, stranger = "https://rss.lindenau.example/politik.xml", "https://fremd.example/feed.xml"
	d := newDesk(t, Options{})
	first := d.feed(tageblatt, story(1, "Rat tagt"), story(2, "Hafen zu"))
	other := story(1, "Rat tagt heute") // a title of its own, and an id of its own
	other.GUID, other.Link = "politik-77", other.Link+"?utm_source=rss"
	second := d.feed(politics, other, story(3, "Wahl"))
	d.feed(stranger, story(1, "Gelesen: Rat tagt"))
	counts := func(want ...int) {
		t.Helper()
		list, err := d.Sources(t.Context())
		d.must(err)
		var got []int
		for _, r := range list {
			got = append(got, r.Unread, r.Shared, r.Total)
			if n, err := d.Count(t.Context(), Query{Source: r.ID, Unread: true}); n != r.Unread || err != nil {
				t.Errorf("%s: counted %d, %v, it says %d", r.Title, n, err, r.Unread)
			}
			if rows := d.list(Query{Source: r.ID}); len(rows) != r.Total {
				t.Errorf("%s lists %d of %d", r.Title, len(rows), r.Total)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("counts %d, want %d", got, want)
		}
		d.sound()
	}
	if got := d.heads(Query{}); !slices.Equal(got, []string{"Gelesen: Rat tagt", "Rat tagt", "Hafen zu", "Wahl"}) {
		t.Errorf("all: %q", got)
	}
	for _, o := range []Order{Newest, Oldest, BySource} {
		if got := d.heads(Query{Source: second, Order: o}); len(got) != 2 || !slices.Contains(got, "Rat tagt") {
			t.Errorf("of the second: %q", got)
		}
	}
	for filter, want := range map[string]int{"source:politik": 2, "source:politik rat": 2, "-source:politik": 2, "source:politik tagt": 1, "source:politik is:unread -wahl": 1} {
		if got := d.heads(Query{Filter: filter}); len(got) != want {
			t.Errorf("%s: %q", filter, got)
		}
	}
	counts(2, 0, 2, 2, 1, 2, 1, 0, 1)

	// Read once is read in both, and stays so whatever the feeds say next.
	one := d.list(Query{Filter: "headline:tagt -gelesen"})[0]
	d.must(d.Mark(t.Context(), feed.Mark{Article: one.ID}))
	counts(1, 0, 2, 1, 0, 2, 1, 0, 1)
	changed := other
	changed.Headline = "Rat hat getagt"
	d.deliver(politics, changed, story(3, "Wahl"))
	if steps := d.fetch(second); steps[0].New+steps[0].Updated != 0 {
		t.Errorf("%+v", steps[0])
	}
	counts(1, 0, 2, 1, 0, 2, 1, 0, 1)

	// Without the first source it stands in the second; and both have it again when that comes back.
	d.must(d.RemoveSource(t.Context(), first))
	counts(1, 0, 2, 1, 0, 1)
	if r, err := d.Row(t.Context(), one.ID); err != nil || r.Source != second || !r.Read {
		t.Errorf("%+v, %v", r, err)
	}
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	counts(1, 0, 2, 1, 0, 2, 1, 0, 1)
	if _, err := d.MarkAll(t.Context(), Query{Source: first}, feed.Unread); err != nil {
		t.Fatal(err)
	}
	counts(2, 0, 2, 2, 1, 2, 1, 0, 1)

	// What is let go is gone in both.
	d.must(d.write(t.Context(), d.fetched, func(t *tx) error { return t.letGo(one.Key, d.Cache.now()) }))
	counts(1, 0, 1, 1, 0, 1, 1, 0, 1)
	d.fetch()
	if got := d.heads(Query{Filter: "tagt -gelesen"}); len(got) != 0 {
		t.Errorf("it came back: %q", got)
	}
}

func TestPublisher(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		same bool
	}{
		{"https://www.blatt.example/a.xml", "https://rss.blatt.example/b", true},
		{"https://blatt.example/a.xml", "https://blatt.example/b", true},
		{"https://a.co.uk/x", "https://b.co.uk/x", false},
		{"https://www.a.co.uk/x", "https://news.a.co.uk/x", true},
		{"http://127.0.0.1:1/x", "http://127.0.0.1:1/y", true},
		{"http://127.0.0.1:1/x", "http://127.0.0.1:2/y", false},
		{"", "", false},
	} {
		if got := samePublisher([]string{tc.a}, []string{tc.b}); got != tc.same {
			t.Errorf("%s and %s: %v", tc.a, tc.b, got)
		}
	}
}
