package cache

import (
	"errors"
	"slices"
	"testing"

	"depesche/feed"
)

func (d *desk) counts() (unread, total int) {
	d.t.Helper()
	list, err := d.Sources(d.t.Context())
	d.must(err)
	for _, s := range list {
		unread, total = unread+s.Unread, total+s.Total
	}
	return unread, total
}

func TestMarksAreUndoneAfterARestart(t *testing.T) {
	d := newDesk(t, Options{})
	if _, err := d.Undo(t.Context()); !errors.Is(err, ErrNothing) {
		t.Errorf("undo of nothing: %v", err)
	}
	d.feed(tageblatt, story(1, "A"), story(2, "B"), story(3, "C"))
	ids := d.list(Query{})
	mark := func(i int, k feed.MarkKind) {
		t.Helper()
		d.must(d.Mark(t.Context(), feed.Mark{Article: ids[i].ID, Kind: k}))
	}
	state := func() string {
		s := ""
		for _, r := range d.list(Query{}) {
			switch {
			case r.Read && r.Starred:
				s += "X"
			case r.Read:
				s += "r"
			case r.Starred:
				s += "*"
			default:
				s += "."
			}
		}
		return s
	}
	mark(0, feed.Read)
	mark(0, feed.Read) // changes nothing: no entry
	mark(1, feed.Star)
	n, err := d.MarkAll(t.Context(), Query{}, feed.Read)
	if err != nil || n != 2 {
		t.Fatalf("mark all: %d, %v", n, err)
	}
	states := []string{"rXr", "r*.", "r..", "..."}
	if got := state(); got != states[0] {
		t.Fatalf("state %s", got)
	}
	if unread, total := d.counts(); unread != 0 || total != 3 {
		t.Errorf("counts %d of %d", unread, total)
	}
	d.again()
	for i, want := range states[1:] {
		a, err := d.Undo(t.Context())
		if err != nil || !a.Undone || state() != want {
			t.Errorf("undo %d: %+v, %v, state %s, want %s", i, a, err, state(), want)
		}
	}
	if unread, _ := d.counts(); unread != 3 {
		t.Errorf("after undo %d unread", unread)
	}
	d.again()
	for _, want := range []string{"r..", "r*.", "rXr"} {
		if _, err := d.Redo(t.Context()); err != nil || state() != want {
			t.Errorf("redo: %v, state %s, want %s", err, state(), want)
		}
	}
	if _, err := d.Redo(t.Context()); !errors.Is(err, ErrNothing) {
		t.Errorf("redo of nothing: %v", err)
	}
	if _, err := d.Undo(t.Context()); err != nil {
		t.Error(err)
	}
	mark(2, feed.Star) // a new action ends what could be redone
	if _, err := d.Redo(t.Context()); !errors.Is(err, ErrNothing) {
		t.Errorf("redo after a new action: %v", err)
	}
	h, err := d.History(t.Context(), 10)
	if err != nil || len(h) != 4 || h[0].What != "star" || h[2].What != "read" || h[3].What != "add-source" || h[0].N != 1 {
		t.Errorf("history %+v, %v", h, err)
	}
}

func TestSeveralMarksAreOneAction(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "A"), story(2, "B"))
	rows := d.list(Query{})
	d.must(d.Mark(t.Context(), feed.Mark{Article: rows[0].ID, Kind: feed.Star}, feed.Mark{Article: rows[0].ID}, feed.Mark{Article: rows[1].ID}))
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, r := range d.list(Query{}) {
		if r.Read || r.Starred {
			t.Errorf("not undone: %+v", r)
		}
	}
	if _, err := d.Redo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if r := d.list(Query{}); !r[0].Read || !r[0].Starred || !r[1].Read || r[1].Starred {
		t.Errorf("not done again: %+v", r)
	}
	err := d.Mark(t.Context(), feed.Mark{Article: rows[1].ID, Kind: feed.Unread}, feed.Mark{Article: "nosucharticle"})
	if !errors.Is(err, ErrNotFound) {
		t.Errorf("mark of an unknown article: %v", err)
	}
	if r := d.list(Query{}); !r[1].Read {
		t.Error("half of an action was stored")
	}
}

func TestTouchesPack(t *testing.T) {
	want := []touch{{1, 0, 1}, {2, 3, 15}, {900, 7, 0}, {1 << 40, 15, 15}}
	got, err := unpackTouches(packTouches(want, flagBits), flagBits)
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v", got, err)
	}
	if _, err := unpackTouches([]byte{0x80}, flagBits); err == nil {
		t.Error("half a number was read")
	}
}

func TestUnreadListKeepsWhatWasJustRead(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "A"), story(2, "B"), story(3, "C"), story(4, "D"))
	rows := d.list(Query{})
	d.must(d.Mark(t.Context(), feed.Mark{Article: rows[1].ID}, feed.Mark{Article: rows[3].ID}))
	for _, tc := range []struct {
		q    Query
		want []string
	}{
		{Query{Unread: true}, []string{"A", "C"}},
		{Query{Unread: true, Keep: []Key{rows[1].Key}}, []string{"A", "B", "C"}},
		{Query{Unread: true, Keep: []Key{rows[3].Key, rows[0].Key}}, []string{"A", "C", "D"}},
		{Query{Unread: true, Keep: []Key{rows[3].Key}, Order: Oldest}, []string{"D", "C", "A"}},
		{Query{Unread: true, Keep: []Key{rows[1].Key}, Order: BySource}, []string{"A", "B", "C"}},
		{Query{Unread: true, Keep: []Key{rows[1].Key}, Filter: "rat"}, []string{"A", "B", "C"}},
		{Query{Unread: true, Keep: []Key{rows[1].Key}, Filter: "access:full is:full"}, nil},
		{Query{Unread: true, Keep: []Key{rows[1].Key}, Source: rows[0].Source, Limit: 2}, []string{"A", "B"}},
		{Query{Filter: "is:read"}, []string{"B", "D"}},
		{Query{Limit: 2, Offset: 1}, []string{"B", "C"}},
	} {
		rows, err := d.List(t.Context(), tc.q)
		if tc.want == nil {
			if err == nil {
				t.Errorf("%+v: no error", tc.q)
			}
			continue
		}
		var got []string
		for _, r := range rows {
			got = append(got, r.Headline)
		}
		if err != nil || !slices.Equal(got, tc.want) {
			t.Errorf("%+v: %v, %v; want %v", tc.q, got, err, tc.want)
		}
	}
}

func TestMarksGoToTheServerFirst(t *testing.T) {
	d := newDesk(t, Options{})
	d.origin.server = []feed.Source{{URL: tageblatt, Title: "Tageblatt"}}
	d.deliver(tageblatt, story(1, "A"), story(2, "B"))
	d.fetch()
	rows := d.list(Query{})
	if len(rows) != 2 {
		t.Fatalf("%d rows of the server's source", len(rows))
	}
	d.must(d.Mark(t.Context(), feed.Mark{Article: rows[0].ID, Kind: feed.Read}))
	d.must(d.Mark(t.Context(), feed.Mark{Article: rows[0].ID, Kind: feed.Unread}, feed.Mark{Article: rows[1].ID, Kind: feed.Star}))
	if _, err := d.MarkAll(t.Context(), Query{Filter: "is:starred"}, feed.Read); err != nil {
		t.Fatal(err)
	}
	d.again()
	d.fetch()
	got := map[feed.ID][]feed.MarkKind{}
	for _, m := range d.origin.pushed {
		got[m.Article] = append(got[m.Article], m.Kind)
	}
	if !slices.Equal(got[rows[0].ID], []feed.MarkKind{feed.Unread}) || len(got[rows[1].ID]) != 2 {
		t.Errorf("pushed %v", d.origin.pushed)
	}
	d.origin.pushed = nil
	d.fetch()
	if len(d.origin.pushed) != 0 {
		t.Errorf("pushed again %v", d.origin.pushed)
	}
}
