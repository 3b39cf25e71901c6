package cache

import (
	"errors"
	"slices"
	"testing"
	"time"

	"depesche/feed"
)

func TestIdentity(t *testing.T) {
	art := func(guid, link, headline string) feed.Article {
		a := story(1, headline)
		a.GUID, a.Link = guid, link
		return a
	}
	dated := func(minute int, a feed.Article) feed.Article {
		a.Published = a.Published.Add(time.Duration(minute) * time.Minute)
		return a
	}
	const p, front = "https://lindenau.example/p", "https://lindenau.example/"
	for _, tc := range []struct {
		name        string
		first, then []feed.Article
		want        int // articles in the end
	}{
		{"nothing changed", []feed.Article{art("1", p, "A")}, []feed.Article{art("1", p, "A")}, 1},
		{"another headline", []feed.Article{art("1", p, "A")}, []feed.Article{art("1", p, "B")}, 1},
		{"another address", []feed.Article{art("1", p, "A")}, []feed.Article{art("1", p+"2", "A")}, 1},
		{"another id", []feed.Article{art("1", p, "A")}, []feed.Article{art("2", p, "A")}, 1},
		{"tracking parameters", []feed.Article{art("", p, "A")}, []feed.Article{art("", p+"?utm_source=rss#top", "A")}, 1},
		{"both others, and the headline", []feed.Article{art("1", p, "A")}, []feed.Article{art("2", p+"2", "B")}, 2},
		{"both others, and the date", []feed.Article{art("1", p, "A")}, []feed.Article{dated(9, art("2", p+"2", "A"))}, 2},
		{"both others, but headline, date and text", []feed.Article{art("1", p, "A"), dated(2, art("2", p+"2", "B"))}, []feed.Article{art("3", p+"3", "A"), dated(2, art("4", p+"4", "B"))}, 2},
		{"both others, beside the old one", []feed.Article{art("1", p, "A")}, []feed.Article{art("1", p, "A"), art("2", p+"2", "A")}, 2},
		{"no ids, one address", []feed.Article{dated(2, art("", p, "A")), dated(1, art("", p, "B"))}, []feed.Article{dated(3, art("", p, "C")), dated(2, art("", p, "A")), dated(1, art("", p, "B"))}, 3},
		{"no ids, the front page", []feed.Article{dated(2, art("", front, "A")), dated(1, art("", front, "B"))}, []feed.Article{dated(3, art("", front, "C"))}, 3},
		{"no ids, one address, one date", []feed.Article{art("", p, "A"), art("", p, "B")}, []feed.Article{dated(2, art("", p, "C")), art("", p, "A")}, 3},
		{"no ids, one address, the date of now", []feed.Article{art("", p, "A"), art("", p, "B")}, []feed.Article{dated(5, art("", p, "A")), dated(5, art("", p, "B"))}, 2},
		{"no ids, one address, one headline", []feed.Article{dated(2, art("", p, "A")), dated(1, art("", p, "A"))}, []feed.Article{dated(3, art("", p, "A")), dated(2, art("", p, "A"))}, 3},
		{"no ids, one address, a headline is edited", []feed.Article{dated(2, art("", p, "A")), dated(1, art("", p, "B"))}, []feed.Article{dated(2, art("", p, "A!")), dated(1, art("", p, "B"))}, 2},
		{"one page with anchors", []feed.Article{art("", p+"#a", "A"), art("", p+"#b", "B")}, []feed.Article{art("", p+"#c", "C"), art("", p+"#a", "A!"), art("", p+"#b", "B")}, 3},
		{"id and address shared", []feed.Article{dated(2, art("x", p, "A")), dated(1, art("x", p, "B"))}, []feed.Article{dated(3, art("x", p, "C")), dated(2, art("x", p, "A"))}, 3},
		{"one, then two of one address", []feed.Article{dated(1, art("", p, "A"))}, []feed.Article{dated(2, art("", p, "B")), dated(1, art("", p, "A"))}, 2},
		{"two, then another alone", []feed.Article{dated(2, art("", p, "A")), dated(1, art("", p, "B"))}, []feed.Article{dated(3, art("", p, "C"))}, 3},
		{"two, then one of them alone", []feed.Article{dated(2, art("", p, "A")), dated(1, art("", p, "B"))}, []feed.Article{dated(2, art("", p, "A"))}, 2},
		{"one page in two sections", []feed.Article{art("", p+"#from=a", "A"), art("", p+"#from=b", "A")}, nil, 1},
		{"all entries link to the front page", []feed.Article{art("1", front, "A"), art("2", front, "B")}, []feed.Article{art("3", front, "C"), art("1", front, "A")}, 3},
		{"one entry at a time on the front page", []feed.Article{art("1", front, "A")}, []feed.Article{art("2", front, "B")}, 2},
		{"all entries share an address", []feed.Article{art("1", p, "A"), art("2", p, "B")}, []feed.Article{art("1", p, "A"), art("2", p, "B"), art("3", p, "C")}, 3},
		{"all entries share an id", []feed.Article{art("x", p, "A"), art("x", p+"2", "B")}, []feed.Article{art("x", p, "A"), art("x", p+"2", "B")}, 2},
		{"neither id nor address", []feed.Article{art("", "", "A"), art("", "", "B")}, []feed.Article{art("", "", "A")}, 2},
		{"the same twice in a feed", []feed.Article{art("1", p, "A"), art("1", p, "A")}, nil, 1},
		{"an address that is used again", []feed.Article{art("1", p, "A")}, []feed.Article{art("1", p+"2", "A"), art("2", p, "B")}, 2},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d := newDesk(t, Options{})
			id := d.feed(tageblatt, tc.first...)
			if _, err := d.MarkAll(t.Context(), Query{}, feed.Read); err != nil {
				t.Fatal(err)
			}
			read := d.list(Query{})
			if tc.then != nil {
				d.deliver(tageblatt, tc.then...)
				d.fetch(id)
			}
			rows := d.list(Query{})
			if len(rows) != tc.want {
				t.Errorf("%d articles, want %d", len(rows), tc.want)
			}
			for _, r := range read {
				i := slices.IndexFunc(rows, func(x Row) bool { return x.ID == r.ID })
				if i < 0 || !rows[i].Read {
					t.Errorf("%q is not read any more", r.Headline)
				}
			}
		})
	}
}

func TestCopiesOfAStory(t *testing.T) {
	d := newDesk(t, Options{})
	long := []feed.Block{}
	for _, s := range []string{
		"Der Stadtrat von Lindenau hat am Montag nach langer Beratung beschlossen, die alte Brücke am Ufer noch in diesem Jahr zu erneuern.",
		"Die Kosten werden auf vier Millionen geschätzt, von denen das Land zwei übernimmt, wie die Verwaltung am Abend mitteilte.",
		"Während der Arbeiten fährt die Straßenbahn über den Markt, Fußgänger kommen über einen Steg auf die andere Seite des Flusses.",
	} {
		long = append(long, feed.Block{Text: feed.Plain(s)})
	}
	a, b, c := story(1, "Brücke wird erneuert"), story(2, "Lindenau baut"), story(3, "Anderes")
	a.Body, b.Body = long, long
	b.Link = "https://anzeiger.example/bau.html"
	d.feed(tageblatt, a, c)
	d.feed("https://anzeiger.example/rss", b)
	twin := c // the same page in a feed of somebody else
	d.feed("https://sammler.example/politik.xml", twin)
	for _, r := range d.list(Query{}) {
		if r.Copies != 1 {
			t.Errorf("%s of %s: %d copies", r.Headline, r.SourceTitle, r.Copies)
		}
		other, err := d.Stories(t.Context(), r.ID)
		if err != nil || len(other) != 1 || other[0].ID == r.ID {
			t.Errorf("%s: %v, %v", r.Headline, other, err)
		}
	}
	if n, err := d.Count(t.Context(), Query{Filter: "has:copies"}); n != 4 || err != nil {
		t.Errorf("has:copies %d, %v", n, err)
	}
}

func TestADeliveryThatBrokeOffDropsNothing(t *testing.T) {
	d := newDesk(t, Options{})
	id := d.feed(tageblatt, story(1, "A"), story(2, "B"))
	dropped := func() (n int) {
		d.must(d.one(t.Context(), "select count(*) from article where dropped <> 0", nil, &n))
		return n
	}
	broken := errors.New("broke off")
	d.origin.feeds[tageblatt] = feed.Delivery{Articles: []feed.Article{story(3, "C")}, Partial: true, Warning: broken}
	if steps := d.fetch(id); !errors.Is(steps[0].Warning, broken) || steps[0].New != 1 || dropped() != 0 {
		t.Errorf("%+v, %d dropped", steps[0], dropped())
	}
	d.deliver(tageblatt, story(3, "C"))
	if d.fetch(id); dropped() != 2 {
		t.Errorf("%d dropped", dropped())
	}
}

func TestATextTakenApartOtherwiseIsNoChange(t *testing.T) {
	d := newDesk(t, Options{})
	was := story(1, "A")
	was.Standfirst, was.Body, was.Access = "Ein Aufsatz über Brücken.", nil, feed.Teaser
	id := d.feed(tageblatt, was)
	if _, err := d.MarkAll(t.Context(), Query{}, feed.Read); err != nil {
		t.Fatal(err)
	}
	now := was
	now.Standfirst, now.Body = "", []feed.Block{{Text: feed.Text{{Text: "Ein "}, {Text: "Aufsatz", Link: "https://anderswo.example/x"}, {Text: " über Brücken."}}}}
	d.deliver(tageblatt, now)
	steps := d.fetch(id)
	r := d.list(Query{})[0]
	a, err := d.Article(t.Context(), r.ID, Best)
	if steps[0].Updated != 0 || r.Changed || !r.Read || r.Standfirst != was.Standfirst || err != nil || len(a.Body) != 1 || a.Standfirst != "" {
		t.Errorf("%+v %+v %+v, %v", steps[0], r, a, err)
	}
}
