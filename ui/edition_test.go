package ui

import (
	"testing"
	"time"

	"depesche/cache"
)

// unreached is the error of somebody who does not answer.
type unreached struct{}

func (unreached) Error() string    { return "niemand antwortet" }
func (unreached) Unanswered() bool { return true }

func (pl *player) network(up bool) {
	for _, u := range []string{boteURL, courierURL, blattURL} {
		delete(pl.p.fails, u)
		if !up {
			pl.p.fails[u] = unreached{}
		}
	}
}

func TestAnEditionIsPackedAndSaysWhatIsMissing(t *testing.T) {
	pl := play(t, 120, 40)
	for _, a := range pl.p.articles[boteURL] {
		pl.p.full[a.Link] = a
	}
	pl.press("E").has("Ausgabe: 45")
	pl.press("ctrl+u", "type:60 quelle:Bote", "enter")
	pl.has("Gepackt: 3 Artikel", "Das fehlt (2):", "Bild  Stadtrat von Lindenau", "Text  Werft stellt wieder ein", "the site gives only a part")
	pl.press("q").has("Ausgabe", "Stadtrat von Lindenau").hasNot("Möwen")
	n, err := pl.c.Count(t.Context(), cache.Query{Filter: "is:packed"})
	if err != nil || n != 3 {
		t.Errorf("%d are packed, %v", n, err)
	}
	pl.press("E", "ctrl+u", "type:titel:Nirgends", "enter").has("Es gibt nichts zu packen.")
	pl.press("E", "ctrl+u", "type:nix:da", "enter")
	if !pl.m.toast.alert || pl.m.packing.running {
		t.Error("a bad query is not told")
	}
}

func TestEditionsAreAskedForInOneLine(t *testing.T) {
	for text, want := range map[string]cache.EditionOptions{
		"45":            {Minutes: 45, Query: cache.Query{Unread: true}},
		"":              {Query: cache.Query{Unread: true}},
		"30 agency:dpa": {Minutes: 30, Query: cache.Query{Filter: "agency:dpa"}},
		"Haushalt Rat":  {Query: cache.Query{Filter: "Haushalt Rat"}},
	} {
		if got := editionOf(text); got.Minutes != want.Minutes || got.Query.Filter != want.Query.Filter || got.Query.Unread != want.Query.Unread {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

// retries counts the times the screen means to look for the network again.
func (pl *player) retries() (n int) {
	for _, m := range pl.timed {
		if _, ok := m.(retryMsg); ok {
			n++
		}
	}
	return n
}

func TestOfflineIsCalm(t *testing.T) {
	pl := play(t, 120, 40)
	pl.network(false)
	pl.press("R").has("Ohne Netz; Stand: ").hasNot("nicht richtig")
	if pl.m.toast.alert || pl.retries() != 1 {
		t.Errorf("alert %v, %d retries", pl.m.toast.alert, pl.retries())
	}
	pl.press("j", "j").has("Ohne Netz; Stand: ") // one line, as long as it lasts
	first := pl.m.offline
	pl.send(retryMsg{})
	if pl.m.offline <= first && first < time.Hour && pl.m.o.Interval > first || pl.retries() != 2 {
		t.Errorf("tried again after %s, then %s, %d times", first, pl.m.offline, pl.retries())
	}
	rows, err := pl.c.Sources(t.Context())
	for _, r := range rows {
		if r.Fails > 0 || err != nil {
			t.Errorf("%s is blamed: %v", r.Title, err)
		}
	}
	pl.press("!").has("Alle Quellen").press("esc")

	pl.network(true)
	pl.press("R").hasNot("Ohne Netz")
	pl.send(retryMsg{}) // one that was under way: nothing to do
	if pl.m.offline != 0 || pl.m.refresh.running {
		t.Error("it is still offline")
	}
}

func TestASubscriptionWaitsForTheNetwork(t *testing.T) {
	pl := play(t, 120, 40)
	pl.network(false)
	pl.press("R")
	pl.p.unreached = true
	pl.press("a", "type:neu.example/feed", "enter")
	rows, err := pl.c.Sources(t.Context())
	if err != nil || rows[len(rows)-1].URL != "https://neu.example/feed" {
		t.Errorf("sources %+v, %v", rows, err)
	}
}
