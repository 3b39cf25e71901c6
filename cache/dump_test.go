package cache

import (
	"bytes"
	"encoding/json"
	"testing"
	"time"

	"depesche/feed"
)

// dumped is everything of a cache, as lines of JSON.
func (d *desk) dumped(q Query) []byte {
	d.t.Helper()
	var out bytes.Buffer
	d.must(d.Dump(d.t.Context(), q, func(e *Entry) error { return json.NewEncoder(&out).Encode(e) }))
	return out.Bytes()
}

func (d *desk) restore(data []byte) Restored {
	d.t.Helper()
	in := json.NewDecoder(bytes.NewReader(data))
	done, err := d.Restore(d.t.Context(), func() (*Entry, error) {
		if !in.More() {
			return nil, nil
		}
		var e Entry
		return &e, in.Decode(&e)
	})
	d.must(err)
	return done
}

func TestWhatIsDumpedComesBackWhole(t *testing.T) {
	d := newDesk(t, Options{})
	undated := story(3, "Ohne Datum")
	undated.Published = time.Time{}
	full := story(1, "Rat & Tat")
	full.Byline, full.Agencies, full.Lead = "Von Ada Lindner", []feed.Agency{"dpa"}, &feed.Picture{URL: "https://lindenau.example/a.jpg", Caption: "Brücke", Credit: "Krug"}
	d.origin.pages[full.Link] = long(1, 3, "Rat & Tat")
	_, err := d.AddSources(t.Context(), feed.Source{URL: tageblatt, Title: "Mein Blatt", Folder: []string{"Lokal", "Nord"}})
	d.must(err)
	d.deliver(tageblatt, full, story(2, "Zweite"), undated, story(4, "Stumm"))
	d.fetch()
	id := d.list(Query{Filter: "headline:Rat"})[0].ID
	if _, err := d.Full(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	d.must(d.Mark(t.Context(), feed.Mark{Article: id, Kind: feed.Read}, feed.Mark{Article: id, Kind: feed.Star}))
	d.must(d.SetPosition(t.Context(), id, Position{Block: 3, Offset: 12}))
	_, err = d.Tag(t.Context(), []string{"Nachlesen", "Öffentlich"}, nil, id)
	d.must(err)
	d.rule("headline:Stumm", "mute,keep", true)
	d.rule("headline:Zweite", "highlight", true)
	d.must(d.Mark(t.Context(), feed.Mark{Article: d.list(Query{Filter: "headline:Zweite"})[0].ID, Kind: feed.Hide}))
	want := append(d.dumped(Query{}), d.dumped(Query{Filter: "is:muted"})...)
	want = append(want, d.dumped(Query{Filter: "is:hidden"})...)

	other := newDesk(t, Options{})
	other.now = noon.AddDate(0, 0, 40)
	if done := other.restore(want); done != (Restored{Sources: 1, Added: 4}) {
		t.Errorf("restored %+v", done)
	}
	got := append(other.dumped(Query{}), other.dumped(Query{Filter: "is:muted"})...)
	got = append(got, other.dumped(Query{Filter: "is:hidden"})...)
	if !bytes.Equal(got, want) {
		t.Errorf("came back as\n%s\nwas\n%s", got, want)
	}
	if rows := other.list(Query{Filter: "beraten agency:dpa"}); len(rows) != 1 || !rows[0].HasPage {
		t.Errorf("search: %+v", rows)
	}
	other.sound()

	// A second time nothing changes, and marks that are there stay.
	rows := other.list(Query{Filter: "is:hidden headline:Zweite"})
	other.must(other.Mark(t.Context(), feed.Mark{Article: rows[0].ID, Kind: feed.Star}))
	if done := other.restore(want); done != (Restored{Known: 4}) {
		t.Errorf("restored again %+v", done)
	}
	if rows := other.list(Query{Filter: "is:hidden headline:Zweite"}); !rows[0].Starred {
		t.Error("a mark was taken away")
	}
	if h, err := other.History(t.Context(), 1); err != nil || h[0].What != "star" {
		t.Errorf("history %+v, %v", h, err)
	}
}

func TestADumpBringsMarksToWhatIsHere(t *testing.T) {
	d, other := newDesk(t, Options{}), newDesk(t, Options{})
	d.feed(tageblatt, story(1, "A"), story(2, "B"))
	other.feed(tageblatt, story(1, "A"), story(2, "B"))
	_, err := d.MarkAll(t.Context(), Query{Filter: "headline:A"}, feed.Star)
	d.must(err)
	_, err = d.Tag(t.Context(), []string{"x"}, nil, d.list(Query{})[0].ID)
	d.must(err)
	if done := other.restore(d.dumped(Query{})); done != (Restored{Known: 2}) {
		t.Errorf("%+v", done)
	}
	other.wantMarks("restored", "A*#x B | ")
	if a := other.undo(); a.What != "import" || a.N != 1 {
		t.Errorf("undone %+v", a)
	}
	other.wantMarks("undone", "A B | ")
}
