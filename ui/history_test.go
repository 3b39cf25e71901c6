package ui

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/locale"
)

// TestEveryChangeIsHistory makes every change that a reader can make, and looks for its
// entry in the journal after a restart, with its words; it is taken back and done again.
func TestEveryChangeIsHistory(t *testing.T) {
	papers, dir, ctx := newPapers(), t.TempDir(), t.Context()
	var c *cache.Cache
	open := func() {
		t.Helper()
		if c != nil {
			if err := c.Close(); err != nil {
				t.Fatal(err)
			}
		}
		var err error
		if c, err = cache.Open(ctx, cache.Options{Dir: dir, Now: func() time.Time { return testNow }}, papers); err != nil {
			t.Fatal(err)
		}
	}
	open()
	t.Cleanup(func() { _ = c.Close() })
	if _, err := c.AddSources(ctx, sourceList()[:2]...); err != nil {
		t.Fatal(err)
	}
	for range c.Refresh(ctx) {
	}
	rows, err := c.List(ctx, cache.Query{})
	if err != nil {
		t.Fatal(err)
	}
	id := rows[0].ID
	mark := func(k feed.MarkKind) func() error {
		return func() error { return c.Mark(ctx, feed.Mark{Article: id, Kind: k}) }
	}
	all := func(k feed.MarkKind) func() error {
		return func() error {
			_, err := c.MarkAll(ctx, cache.Query{Filter: "lang:de", Order: cache.Newest}, k)
			return err
		}
	}
	rule := cache.Rule{Query: "brücke", Deeds: []cache.Deed{{Kind: cache.Highlight}, {Kind: cache.Tagging, Tag: "Bau"}}}
	for _, change := range []struct {
		what string
		do   func() error
	}{
		{"read", mark(feed.Read)},
		{"unread", mark(feed.Unread)},
		{"star", mark(feed.Star)},
		{"unstar", mark(feed.Unstar)},
		{"hide", mark(feed.Hide)},
		{"unhide", mark(feed.Unhide)},
		{"marks", func() error {
			return c.Mark(ctx, feed.Mark{Article: id, Kind: feed.Read}, feed.Mark{Article: id, Kind: feed.Star})
		}},
		{"unread", all(feed.Unread)},
		{"read", all(feed.Read)},
		{"star", all(feed.Star)},
		{"hide", all(feed.Hide)},
		{"unhide", func() error { _, err := c.MarkAll(ctx, cache.Query{Filter: "is:hidden"}, feed.Unhide); return err }},
		{"tag", func() error { _, err := c.Tag(ctx, []string{"Rat"}, nil, id); return err }},
		{"untag", func() error { _, err := c.Tag(ctx, nil, []string{"Rat"}, id); return err }},
		{"tag", func() error { _, err := c.TagAll(ctx, []string{"Rat"}, nil, cache.Query{}); return err }},
		{"add-rule", func() error { n, _, err := c.AddRule(ctx, rule, true); rule.ID = n; return err }},
		{"change-rule", func() error { rule.Query = "hafen"; _, err := c.ChangeRule(ctx, rule, true); return err }},
		{"run-rule", func() error {
			if _, err := c.Tag(ctx, nil, []string{"Bau"}, id); err != nil {
				return err
			}
			if _, err := c.MarkAll(ctx, cache.Query{}, feed.Unread); err != nil {
				return err
			}
			rule.Deeds, rule.Query = []cache.Deed{{Kind: cache.MarkRead}}, "stadtrat"
			if _, err := c.ChangeRule(ctx, rule, false); err != nil {
				return err
			}
			_, err := c.RunRules(ctx)
			return err
		}},
		{"remove-rule", func() error { _, err := c.RemoveRule(ctx, rule.ID); return err }},
		{"add-source", func() error { _, err := c.AddSources(ctx, sourceList()[2]); return err }},
		{"change-source", func() error {
			s := sourceList()[2]
			s.Title, s.Folder = "Umbenannt", []string{"Anderswo"}
			return c.ChangeSource(ctx, s)
		}},
		{"remove-source", func() error { return c.RemoveSource(ctx, sourceList()[2].ID) }},
		{"edition", func() error {
			for step := range c.Pack(ctx, cache.EditionOptions{Query: cache.Query{}}) {
				if step.Err != nil {
					return step.Err
				}
			}
			return nil
		}},
		{"save-view", func() error { return c.Change(ctx, "save-view", viewsName, `[{"name":"Hafen"}]`) }},
		{"rename-view", func() error { return c.Change(ctx, "rename-view", viewsName, `[{"name":"Der Hafen"}]`) }},
		{"remove-view", func() error { return c.Change(ctx, "remove-view", viewsName, `[]`) }},
	} {
		if err := change.do(); err != nil {
			t.Fatalf("%s: %v", change.what, err)
		}
		after := state(t, c)
		open()
		h, err := c.History(ctx, 1)
		if err != nil || len(h) == 0 || h[0].What != change.what || h[0].Undone || h[0].N == 0 {
			t.Fatalf("%s: the history ends with %+v, %v", change.what, h, err)
		}
		for _, l := range []*locale.Text{locale.English(), locale.German()} {
			if l.Screen.Did[change.what] == nil {
				t.Errorf("%s has no words in %s", change.what, l.Code)
			}
		}
		if _, err := c.Undo(ctx); err != nil {
			t.Fatalf("undo %s: %v", change.what, err)
		}
		if slices.Equal(state(t, c), after) {
			t.Errorf("%s: undo changes nothing", change.what)
		}
		open()
		if a, err := c.Redo(ctx); err != nil || a.What != change.what {
			t.Fatalf("redo %s: %+v, %v", change.what, a, err)
		}
		if got := state(t, c); !slices.Equal(got, after) {
			t.Errorf("%s, undone and done again:\n%q\nwas\n%q", change.what, got, after)
		}
	}
}

// state is all that a reader can change.
func state(t *testing.T, c *cache.Cache) (out []string) {
	t.Helper()
	ctx := t.Context()
	add := func(v any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, fmt.Sprintf("%+v", v))
	}
	for _, q := range []cache.Query{{}, {Filter: "is:hidden"}, {Filter: "is:muted"}, {Filter: "is:packed"}} {
		add(c.List(ctx, q))
	}
	add(c.Tags(ctx))
	add(c.Rules(ctx))
	add(c.Sources(ctx))
	add(c.Recall(ctx, viewsName))
	return out
}

// A list kept under a name is taken back like all else, and the other ones stay.
func TestViewsAreUndone(t *testing.T) {
	p := play(t, 120, 40, "F", "type:text:Hafen", "enter", "+", "type:Hafen", "enter", "+", "type:Werft", "enter")
	names := func() (out string) {
		for _, v := range p.m.views {
			out += v.Name + " "
		}
		return out
	}
	for _, step := range []struct{ key, want string }{{"", "Hafen Werft "}, {"u", "Hafen "}, {"u", ""}, {"U", "Hafen "}, {"U", "Hafen Werft "}} {
		if step.key != "" {
			p.press(step.key)
		}
		if got := names(); got != step.want {
			t.Errorf("after %q there are %q, want %q", step.key, got, step.want)
		}
	}
}
