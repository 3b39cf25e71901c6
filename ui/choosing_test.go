package ui

import (
	"testing"

	"depesche/cache"
	"depesche/feed"
)

func readOf(t *testing.T, pl *player) (out []bool) {
	t.Helper()
	rows, err := pl.c.List(t.Context(), cache.Query{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		out = append(out, rows[i].Read)
	}
	return out
}

func count(bs []bool) (n int) {
	for _, b := range bs {
		if b {
			n++
		}
	}
	return n
}

func TestSeveralAreChosenAndMarkedAtOnce(t *testing.T) {
	pl := play(t, 80, 24, "t", "j", "t").has("✓")
	pl.press("m").has("2 Artikel als gelesen markiert; u nimmt es zurück.").hasNot("✓")
	if got := readOf(t, pl); !got[0] || got[1] || !got[2] {
		t.Errorf("read are %v", got)
	}
	pl.press("u")
	if n := count(readOf(t, pl)); n != 0 {
		t.Errorf("%d are read after one step back", n)
	}
}

func TestASpanIsChosen(t *testing.T) {
	pl := play(t, 80, 24, "V", "j", "j", "m")
	if got := readOf(t, pl); count(got) != 3 || !got[0] || !got[2] {
		t.Errorf("read are %v", got)
	}
	pl.press("g", "V", "j", "V", "G", "t", "s")
	rows, err := pl.c.List(t.Context(), cache.Query{Starred: true})
	if err != nil || len(rows) != 3 {
		t.Fatalf("%d are starred, %v", len(rows), err)
	}
	pl.press("*", "m", "*", "m") // the rest as read, then all as unread again
	if n := count(readOf(t, pl)); n != 0 {
		t.Errorf("%d are read", n)
	}
	pl.press("*").has("✓").press("esc").hasNot("✓")
}

func TestTheUndoList(t *testing.T) {
	pl := play(t, 120, 40, "s", "m", "j", "s", "W").has("Was geschehen ist", "1 Artikel gemerkt", "1 Artikel als gelesen markiert")
	pl.press("down", "enter").has("Zurückgenommen: 2 Vorgänge")
	if n := count(readOf(t, pl)); n != 0 {
		t.Errorf("%d are read", n)
	}
	pl.press("W").has("Zurückgenommen").press("enter").has("Wiederholt: 2 Vorgänge")
	if n := count(readOf(t, pl)); n != 1 {
		t.Errorf("%d are read after doing it again", n)
	}
}

func TestStepsThroughTheJournal(t *testing.T) {
	undone, done := cache.Action{Undone: true}, cache.Action{}
	journal := []cache.Action{undone, undone, done, done}
	for chosen, want := range map[int]struct {
		redo bool
		n    int
	}{0: {true, 2}, 1: {true, 1}, 2: {false, 1}, 3: {false, 2}} {
		if redo, n := steps(journal, chosen); redo != want.redo || n != want.n {
			t.Errorf("to reach %d: redo %v, %d steps; want %v, %d", chosen, redo, n, want.redo, want.n)
		}
	}
}

func TestTagsAreGivenAndTaken(t *testing.T) {
	pl := play(t, 80, 24, "t", "t", "#", "type:hafen stadt", "enter").has("2 Artikel")
	rows, err := pl.c.List(t.Context(), cache.Query{Filter: "tag:hafen"})
	if err != nil || len(rows) != 2 {
		t.Fatalf("%d with the tag, %v", len(rows), err)
	}
	pl.press("g", "#", "type:-hafen", "enter")
	rows, err = pl.c.List(t.Context(), cache.Query{Filter: "tag:hafen"})
	if err != nil || len(rows) != 1 {
		t.Fatalf("%d with the tag, %v", len(rows), err)
	}
	pl.press("h", "g", "4j", "enter").has("stadt")
}

func TestAListIsKeptUnderAName(t *testing.T) {
	pl := play(t, 120, 40, "+").has("erst mit F filtern")
	pl.press("F", "type:Brücke", "enter", "+", "type:Brücken", "enter").has("Behalten als Brücken")
	pl.press("esc", "h").has("Brücken                          1")
	pl.start(120, 40, func(o *Options) { o.Views = []View{{Name: "Sport", Query: "kicker:Sport"}} }) // after a restart
	pl.press("h", "g", "4j", "enter").has("SV Lindenau").hasNot("Stadtrat")
	pl.press("h", "j", "enter").has("Stadtrat").hasNot("SV Lindenau")
	pl.press("h", "e", "ctrl+u", "type:Bauten", "enter").has("Bauten")
	pl.press("k", "D").has("lässt sich hier nicht ändern", "Sport")
	pl.press("j", "D").has("Bauten entfernt")
	if len(pl.m.views) != 0 {
		t.Errorf("%v are kept", pl.m.views)
	}
}

func TestAgenciesAndSectionsAreLists(t *testing.T) {
	pl := play(t, 120, 40, "h", "g", "4j", "enter").has("dpa", "Agenturen")
	pl.press("j", "enter").has("Stadtrat").hasNot("Werft")
	pl.press("h", "j", "enter").has("Lokales")
	pl.press("j", "enter").has("Stadtrat").hasNot("Werft")
}

func TestTheOrderIsRemembered(t *testing.T) {
	pl := play(t, 80, 24, ",")
	pl.start(80, 24, func(*Options) {})
	if got := pl.m.place.query.Order; got != cache.Oldest {
		t.Errorf("the order is %v", got)
	}
	if row, _ := pl.m.list.Row(); row.Headline != "SV Lindenau gewinnt" {
		t.Errorf("the first row is %q", row.Headline)
	}
}

// What a list shows is said in the query language, so that it can be kept.
func TestAPlaceInTheQueryLanguage(t *testing.T) {
	for want, p := range map[string]place{
		"":                                  {},
		"is:unread":                         {query: cache.Query{Unread: true}},
		`source:"The Courier" (dpa | afp)`:  {title: "The Courier", query: cache.Query{Source: feed.SourceID("x"), Filter: "dpa | afp"}},
		`folder:"Lokal/Hafen 1" is:starred`: {query: cache.Query{Folder: []string{"Lokal", "Hafen 1"}, Starred: true}},
	} {
		if got := p.expression(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// A hidden article stays where it is, says so, and is gone when the list is made anew.
func TestHidingByHand(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		pl := play(t, size[0], size[1], "D").has("1 Artikel versteckt; u nimmt es zurück.", "versteckt", "Stadtrat", "6 ungelesen")
		pl.press("k", "D").has("1 Artikel wieder gezeigt; u nimmt es zurück.", "7 ungelesen").press("k", "D", ".").hasNot("Stadtrat")
		pl.press("F", "type:ist:versteckt", "enter").has("Stadtrat").press("esc").hasNot("Stadtrat")
		pl.press("u", ".").has("Stadtrat", "7 ungelesen")
	}
	pl := play(t, 80, 24, "t", "j", "t", "D").has("2 Artikel versteckt; u nimmt es zurück.", "5 ungelesen")
	pl.press(".", "enter", "D").has("1 Artikel versteckt").press("W").has("2 Artikel versteckt")
	rows, err := pl.c.List(t.Context(), cache.Query{Filter: "is:hidden"})
	if err != nil || len(rows) != 3 {
		t.Errorf("%d are hidden, %v", len(rows), err)
	}
}

// The filter is completed in the language that it is written in, best known names first.
func TestTheFilterIsCompletedInItsLanguage(t *testing.T) {
	for typed, want := range map[string]string{
		"ist:": "ist:ungelesen", "is:": "is:unread", "ist:ge": "ist:gelesen", "hat:": "hat:bild", "tit": "titel:", "ab": "ab:", "ist:un": "ist:ungelesen", "is:ge": "is:gelesen",
	} {
		pl := play(t, 80, 24, "F", "type:"+typed, "tab")
		if got := pl.m.ask.prompt.Text(); got != want {
			t.Errorf("%s becomes %s, not %s", typed, got, want)
		}
	}
}
