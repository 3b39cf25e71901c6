package cache

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"depesche/feed"
)

// fromTheFuture is a text as a newer program may have stored it.
const fromTheFuture = `{"headline":"Hafen","link":"","layout":"wide","body":[{"type":"timeline","events":[{"at":"8 Uhr","says":"Das Fährschiff legt an."}]},{"type":"paragraph","text":"Mehr nicht."}]}`

// store puts a blob in the place of an article's text, and lets it be indexed anew.
func (d *desk) store(id feed.ID, blob []byte) {
	d.t.Helper()
	d.must(d.write(d.t.Context(), d.fetched, func(t *tx) error {
		if _, err := t.exec("update body set feed = ? where id = (select id from article where ident = ?)", blob, string(id)); err != nil {
			return err
		}
		_, err := t.exec("insert or ignore into pending(id) select id from article where ident = ?", string(id))
		return err
	}))
}

func (d *desk) packed(text string) []byte {
	return d.codec.packing.Load().enc.EncodeAll([]byte(text), nil)
}

func (d *desk) stored(id feed.ID) (blob []byte) {
	d.t.Helper()
	d.must(d.one(d.t.Context(), "select b.feed from body b join article a using(id) where a.ident = ?", []any{string(id)}, &blob))
	return blob
}

// What a newer program wrote outlives all that this one does, and is found and read.
func TestATextFromANewerProgramStays(t *testing.T) {
	d := newDesk(t, Options{KeepDays: 1, KeepPerSource: 1})
	d.feed(tageblatt, story(1, "Alt"), story(2, "Neu"))
	id := d.list(Query{})[0].ID
	blob := d.packed(fromTheFuture)
	d.store(id, blob)
	d.must(d.Settle(t.Context()))
	if n, err := d.Count(t.Context(), Query{Filter: "fährschiff"}); n != 1 || err != nil {
		t.Errorf("found %d, %v", n, err)
	}
	d.must(d.Mark(t.Context(), feed.Mark{Article: id, Kind: feed.Star}, feed.Mark{Article: id, Kind: feed.Read}))
	for range 40 {
		d.now = d.now.Add(48 * time.Hour)
		if _, err := d.Expire(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	d.again()
	if _, err := d.Repair(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := d.stored(id); !bytes.Equal(got, blob) {
		t.Errorf("the text became\n%q\nwas\n%q", got, blob)
	}
	a, err := d.Article(t.Context(), id, Best)
	if err != nil || a.PlainText() != "8 Uhr\nDas Fährschiff legt an.\nMehr nicht.\n" {
		t.Errorf("read as %q, %v", a.PlainText(), err)
	}
	// Out and into another cache.
	other := newDesk(t, Options{})
	var out []*Entry
	d.must(d.Dump(t.Context(), Query{Filter: "is:starred"}, func(e *Entry) error {
		out = append(out, e)
		return nil
	}))
	if _, err := other.Restore(t.Context(), func() (*Entry, error) {
		if len(out) == 0 {
			return nil, nil
		}
		e := out[0]
		out = out[1:]
		return e, nil
	}); err != nil {
		t.Fatal(err)
	}
	text, err := other.codec.unpacked(other.stored(id))
	if err != nil || !strings.Contains(string(text), `"events":[{"at":"8 Uhr"`) || !strings.Contains(string(text), `"layout":"wide"`) {
		t.Errorf("%v: in the other cache it is %s", err, text)
	}
}

// What cannot be read at all is kept, said, and in nobody's way.
func TestATextThatCannotBeReadStays(t *testing.T) {
	d := newDesk(t, Options{})
	source := d.feed(tageblatt, story(1, "Eins"), story(2, "Zwei"))
	id := d.list(Query{})[0].ID
	headline := d.list(Query{})[0].Headline
	blob := []byte("no text at all")
	d.store(id, blob)
	d.must(d.Settle(t.Context()))
	d.must(d.Mark(t.Context(), feed.Mark{Article: id, Kind: feed.Star}))
	if _, err := d.Article(t.Context(), id, Best); !errors.Is(err, ErrText) {
		t.Errorf("read: %v", err)
	}
	var heads []string
	d.must(d.Dump(t.Context(), Query{}, func(e *Entry) error {
		heads = append(heads, e.Feed.Headline)
		if e.ID == id && (!e.Starred || e.Feed.Headline != headline) {
			t.Errorf("it goes out as %+v", e.Feed)
		}
		return nil
	}))
	if len(heads) != 2 {
		t.Errorf("out go %q", heads)
	}
	if got := d.stored(id); !bytes.Equal(got, blob) {
		t.Errorf("the text became %q", got)
	}
	// The paper's next text takes its place; it is kept as an earlier one.
	one, two := story(1, "Eins"), story(2, "Zwei")
	one.Body, two.Body = []feed.Block{{Text: feed.Plain("Anders.")}}, []feed.Block{{Text: feed.Plain("Auch anders.")}}
	d.deliver(tageblatt, one, two)
	d.fetch(source)
	if a, err := d.Article(t.Context(), id, Best); err != nil || !strings.Contains(a.PlainText(), "nders.") {
		t.Errorf("read %q, %v", a.PlainText(), err)
	}
	var kept []byte
	d.must(d.one(t.Context(), "select r.text from revision r join article a on a.id = r.article where a.ident = ?", []any{string(id)}, &kept))
	if !bytes.Equal(kept, blob) {
		t.Errorf("kept %q", kept)
	}
	if _, err := d.Revisions(t.Context(), id); err != nil {
		t.Error(err)
	}
	d.sound()
}
