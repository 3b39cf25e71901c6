package cache

import (
	"errors"
	"testing"

	"depesche/feed"
)

// headlines are those of a list in its order, run together.
func (d *desk) headlines(filter string) string {
	d.t.Helper()
	s := ""
	for _, r := range d.list(Query{Filter: filter}) {
		s += r.Headline
	}
	return s
}

func TestHiddenByHand(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "A"), story(2, "B"), story(3, "C"))
	ids := map[string]feed.ID{}
	for _, r := range d.list(Query{}) {
		ids[r.Headline] = r.ID
	}
	all := d.headlines("")
	want := func(when, listed, hidden string) {
		t.Helper()
		if got := d.headlines(""); got != listed {
			t.Errorf("%s: listed %q, want %q", when, got, listed)
		}
		if got := d.headlines("is:hidden"); got != hidden {
			t.Errorf("%s: hidden %q, want %q", when, got, hidden)
		}
		if unread, total := d.counts(); unread != len(listed) || total != len(listed) {
			t.Errorf("%s: counted %d of %d", when, unread, total)
		}
		d.sound()
	}
	without := func(s string) string {
		out := ""
		for _, r := range all {
			if string(r) != s {
				out += string(r)
			}
		}
		return out
	}
	mark := func(k feed.MarkKind, h string) {
		t.Helper()
		d.must(d.Mark(t.Context(), feed.Mark{Article: ids[h], Kind: k}, feed.Mark{Article: ids[h], Kind: k}))
	}
	mark(feed.Hide, "B")
	mark(feed.Hide, "B") // changes nothing: no entry
	want("hidden", without("B"), "B")
	if r, err := d.Row(t.Context(), ids["B"]); err != nil || !r.Hidden || r.Muted {
		t.Errorf("its row: %+v, %v", r, err)
	}
	d.feed(tageblatt, story(1, "A"), story(2, "B"), story(3, "C")) // its feed still has it
	want("after a refresh", without("B"), "B")
	d.again()
	want("after a restart", without("B"), "B")
	if a, err := d.Undo(t.Context()); err != nil || a.What != "hide" || a.N != 1 {
		t.Errorf("undo: %+v, %v", a, err)
	}
	want("undone", all, "")
	_, err := d.Redo(t.Context())
	d.must(err)
	want("redone", without("B"), "B")

	// A rule that mutes it too, and goes, leaves it hidden.
	id, _, err := d.AddRule(t.Context(), Rule{Query: "headline:B or headline:C", Deeds: []Deed{{Kind: Mute}}}, true)
	d.must(err)
	if got := d.headlines("is:muted"); got != "C" {
		t.Errorf("muted %q", got)
	}
	_, err = d.RemoveRule(t.Context(), id)
	d.must(err)
	want("without the rule", without("B"), "B")

	if n, err := d.MarkAll(t.Context(), Query{}, feed.Hide); err != nil || n != 2 {
		t.Errorf("hide all: %d, %v", n, err)
	}
	want("all hidden", "", all)
	if n, err := d.MarkAll(t.Context(), Query{Filter: "is:hidden"}, feed.Unhide); err != nil || n != 3 {
		t.Errorf("show all: %d, %v", n, err)
	}
	want("all shown", all, "")
	err = d.Mark(t.Context(), feed.Mark{Article: ids["A"], Kind: feed.Hide}, feed.Mark{Article: "nosucharticle", Kind: feed.Hide})
	if !errors.Is(err, ErrNotFound) {
		t.Errorf("an unknown article: %v", err)
	}
	if err := d.Mark(t.Context(), feed.Mark{Article: ids["A"], Kind: feed.Hide}, feed.Mark{Article: ids["B"], Kind: feed.Star}); err == nil {
		t.Error("two kinds in one action")
	}
	want("after mistakes", all, "")
}

// A source that is removed and comes back brings what was hidden back hidden.
func TestHiddenOutlivesItsSource(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "A"), story(2, "B"))
	r := d.list(Query{})[0]
	d.must(d.Mark(t.Context(), feed.Mark{Article: r.ID, Kind: feed.Hide}))
	d.must(d.RemoveSource(t.Context(), r.Source))
	if got := d.headlines("is:hidden"); got != "" {
		t.Errorf("of a removed source: %q", got)
	}
	_, err := d.Undo(t.Context())
	d.must(err)
	if got := d.headlines("is:hidden"); got != r.Headline {
		t.Errorf("hidden %q", got)
	}
	d.sound()
}
