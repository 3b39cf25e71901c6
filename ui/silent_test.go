package ui

import (
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed/race"
	"depesche/ui/keys"
)

// atAnEnd are the actions that need not say that there is no further to go, and the one
// that only draws what stands there.
var atAnEnd = []keys.Action{
	keys.Down, keys.Up, keys.HalfDown, keys.HalfUp, keys.PageDown, keys.PageUp, keys.Top, keys.Bottom, keys.Forward, keys.Redraw,
}

// Every key of the table, in every place: it changes the screen, or it is said what it did,
// or why it does nothing here.
func TestNoKeyIsSilent(t *testing.T) {
	for i, place := range []struct {
		name string
		w    int
		keys []string
	}{
		{"the list", 80, nil},
		{"the list beside the page", 120, nil},
		{"a list of one", 80, []string{"F", "type:Möwen", "enter"}},
		{"an empty list", 120, []string{"F", "type:Quastenflosser", "enter"}},
		{"the page", 120, []string{"enter"}},
		{"the page's end", 80, []string{"enter", "G"}},
		{"a page without subheads, links, pictures", 80, []string{"G", "enter"}},
		{"a page with hits", 80, []string{"enter", "/", "type:Rat", "enter"}},
		{"all articles", 200, []string{"h"}},
		{"a folder", 120, []string{"h", "G", "k", "k", "k"}},
		{"a source", 120, []string{"h", "G"}},
		{"a sheet", 80, []string{"!"}},
		{"a chosen link", 80, []string{"enter", "G", "tab", "type:a"}},
	} {
		t.Run(place.name, func(t *testing.T) {
			if race.Detects && i%4 > 0 {
				t.Skip("one key after the other, as in the other places")
			}
			pl := play(t, place.w, 24, place.keys...)
			for _, key := range everyKey() {
				if !pl.answers(key) {
					t.Errorf("%s does nothing and says nothing:\n%s", key, pl.screen())
					return
				}
				pl.takeBack()
				pl.start(place.w, 24, func(*Options) {})
				pl.press(place.keys...)
			}
		})
	}
}

// A command of the palette says so, too, wherever it is chosen from.
func TestNoCommandIsSilent(t *testing.T) {
	for _, place := range [][]string{nil, {"F", "type:Quastenflosser", "enter"}, {"enter"}, {"h"}} {
		pl := play(t, 80, 24, place...)
		_, what := pl.m.actionItems(true)
		for i := range what {
			if slices.Contains(atAnEnd, what[i].Action) {
				continue
			}
			pl.press("?") // all of them, also those that the palette leaves out
			pl.m.menu.cursor = i
			pl.m.menu.cancel = nil
			before := len(pl.raw) + len(pl.links)
			pl.press("esc")
			screen := pl.m.View().Content
			pl.press("?")
			pl.m.menu.cursor = i
			if pl.press("enter"); !pl.quit && pl.m.View().Content == screen && len(pl.raw)+len(pl.links) == before && what[i].Action != keys.Suspend {
				t.Errorf("%v: %s does nothing and says nothing:\n%s", place, what[i].Name, pl.screen())
			}
			pl.takeBack()
			pl.start(80, 24, func(*Options) {})
			pl.press(place...)
		}
	}
}

// everyKey lists the keys of the table that may be silent nowhere.
func everyKey() (out []string) {
	var quiet []string
	for _, e := range keys.Table() {
		if slices.Contains(atAnEnd, e.Action) {
			quiet = append(quiet, e.Keys...)
		}
		out = append(out, e.Keys...)
	}
	slices.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(k string) bool { return slices.Contains(quiet, k) })
}

// answers presses a key and reports whether anything came of it.
func (pl *player) answers(key string) bool {
	pl.send(toastMsg{seq: pl.m.toast.seq}) // what was said before is gone
	before, raw, links, clip := pl.m.View().Content, len(pl.raw), len(pl.links), pl.clip
	suspended := false
	_, cmd := pl.m.Update(keyOf(key))
	if cmd != nil {
		pl.run(func() tea.Msg {
			msg := cmd()
			_, suspended = msg.(tea.SuspendMsg)
			return msg
		})
	}
	return pl.quit || suspended || pl.m.View().Content != before || len(pl.raw) > raw || len(pl.links) > links || pl.clip != clip
}

// takeBack undoes what the last key did to the articles and the screen, if it did anything.
func (pl *player) takeBack() {
	pl.t.Helper()
	pl.quit, pl.links, pl.clip = false, nil, ""
	clear(pl.saved)
	for _, name := range []string{"linear", "order", "columns", "width", "folded", picturesName} {
		if err := pl.c.Remember(pl.t.Context(), name, ""); err != nil {
			pl.t.Fatal(err)
		}
	}
	for { // all but the first, which added the sources
		done, err := pl.c.History(pl.t.Context(), 99)
		if err != nil {
			pl.t.Fatal(err)
		}
		step, first := pl.c.Undo, len(done)-1
		switch now := slices.IndexFunc(done, func(a cache.Action) bool { return !a.Undone }); now {
		case first:
			return
		case -1: // the key was undo itself
			step = pl.c.Redo
		}
		if _, err := step(pl.t.Context()); err != nil {
			pl.t.Fatal(err)
		}
	}
}
