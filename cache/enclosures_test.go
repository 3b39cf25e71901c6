package cache

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"depesche/feed"
)

// episode is an article with files and a page of comments.
func episode() feed.Article {
	const headline = "Kran"
	a := story(1, headline)
	a.Comments = a.Link + "/leser"
	a.Enclosures = []feed.Enclosure{
		{URL: "https://cdn.lindenau.example/" + headline + ".mp3", Type: "audio/mpeg", Title: "Folge", Length: 12_345_678, Duration: 45 * time.Minute},
		{URL: "https://cdn.lindenau.example/" + headline + ".pdf", Type: "application/pdf"},
	}
	return a
}

func TestFilesAndCommentsAreKept(t *testing.T) {
	d := newDesk(t, Options{})
	want := episode()
	d.feed(tageblatt, want, story(2, "Rat"))
	d.again()
	for filter, n := range map[string]int{
		"has:enclosure": 1, "mit:anhang": 1, "is:episode": 1, "ist:folge": 1, "has:audio": 1, "has:video": 0, "-has:enclosure": 1, "is:downloaded": 0,
	} {
		if got := d.list(Query{Filter: filter}); len(got) != n {
			t.Errorf("%q finds %d, want %d", filter, len(got), n)
		}
	}
	r := d.list(Query{Filter: "has:enclosure"})[0]
	if r.Medium != feed.Audio || r.Duration != 45*time.Minute || r.Downloaded {
		t.Errorf("row %+v", r)
	}
	if r := d.list(Query{Filter: "title:Rat"})[0]; r.Medium != feed.NoFile || r.Duration != 0 {
		t.Errorf("row %+v", r)
	}
	same := func(when string) {
		t.Helper()
		a, err := d.Article(t.Context(), r.ID, Best)
		d.must(err)
		if !reflect.DeepEqual(a.Enclosures, want.Enclosures) || a.Comments != want.Comments {
			t.Errorf("%s: %+v, comments %q", when, a.Enclosures, a.Comments)
		}
	}
	same("from the feed")
	page := feed.Article{Headline: "Kran", Body: []feed.Block{{Text: feed.Plain("Der Kran steht seit hundert Jahren am Hafen, und niemand weiß, wie hoch er ist.")}}}
	d.origin.pages[want.Link] = page
	_, err := d.Full(t.Context(), r.ID)
	d.must(err)
	same("behind the page")
	if rows := d.list(Query{Filter: "has:enclosure"}); len(rows) != 1 || rows[0].Medium != feed.Audio {
		t.Errorf("behind the page %+v", rows)
	}
}

// A file that moves, as those with a key in their address do, is the newest one, and no news.
func TestOtherFilesAreNoNews(t *testing.T) {
	d := newDesk(t, Options{})
	id := d.feed(tageblatt, story(1, "Kran"))
	key := d.list(Query{})[0]
	d.must(d.Mark(t.Context(), feed.Mark{Article: key.ID, Kind: feed.Read}))
	a := episode()
	for i, address := range []string{"https://cdn.lindenau.example/a.mp3?key=1", "https://cdn.lindenau.example/a.mp3?key=2"} {
		a.Enclosures[0].URL = address
		d.deliver(tageblatt, a)
		if steps := d.fetch(id); steps[len(steps)-1].Updated != 0 || steps[len(steps)-1].New != 0 {
			t.Errorf("told as news: %+v", steps)
		}
		got, err := d.Article(t.Context(), key.ID, Best)
		d.must(err)
		if len(got.Enclosures) != 2 || got.Enclosures[0].URL != address {
			t.Errorf("%d: %+v", i, got.Enclosures)
		}
		rows := d.list(Query{Filter: "has:audio"})
		if len(rows) != 1 || !rows[0].Read || rows[0].Changed || rows[0].Duration == 0 {
			t.Errorf("%d: %+v", i, rows)
		}
	}
	if revisions, err := d.Revisions(t.Context(), key.ID); err != nil || len(revisions) != 0 {
		t.Errorf("%d earlier texts, %v", len(revisions), err)
	}
	a.Enclosures, a.Comments = nil, ""
	d.deliver(tageblatt, a)
	d.fetch(id)
	if rows := d.list(Query{Filter: "has:enclosure"}); len(rows) != 0 {
		t.Errorf("taken back, and listed: %+v", rows)
	}
	d.sound()
}

func TestAnEpisodeThatIsItsFileHasNoPageToFetch(t *testing.T) {
	d := newDesk(t, Options{FullText: true})
	a := episode()
	a.Link = a.Enclosures[0].URL
	asked := 0
	d.origin.full = func(a feed.Article) (feed.Article, error) { asked++; return a, nil }
	d.feed(tageblatt, a)
	a.Standfirst = "Der Kran, neu beschrieben."
	d.deliver(tageblatt, a)
	d.fetch()
	if asked != 0 {
		t.Errorf("its file was fetched as a page %d times", asked)
	}
}

func TestFilesGoOutAndComeBack(t *testing.T) {
	d := newDesk(t, Options{})
	want := episode()
	d.feed(tageblatt, want)
	var lines []byte
	d.must(d.Dump(t.Context(), Query{}, func(e *Entry) error {
		var err error
		lines, err = json.Marshal(e)
		return err
	}))
	other := newDesk(t, Options{})
	var e Entry
	d.must(json.Unmarshal(lines, &e))
	given := false
	_, err := other.Restore(t.Context(), func() (*Entry, error) {
		if given {
			return nil, nil
		}
		given = true
		return &e, nil
	})
	d.must(err)
	rows := other.list(Query{Filter: "has:audio"})
	if len(rows) != 1 {
		t.Fatalf("%d rows", len(rows))
	}
	got, err := other.Article(t.Context(), rows[0].ID, Best)
	d.must(err)
	if !reflect.DeepEqual(got.Enclosures, want.Enclosures) || got.Comments != want.Comments {
		t.Errorf("came back as %+v, comments %q", got.Enclosures, got.Comments)
	}
}
