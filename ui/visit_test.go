package ui

import (
	"testing"
	"time"

	"depesche/cache"
	"depesche/feed"
)

func TestWhatCameSinceTheLastVisitIsTold(t *testing.T) {
	pl := play(t, 120, 40).hasNot("neu seit dem", "Seit dem letzten Mal")
	if err := pl.c.Remember(t.Context(), visitName, testNow.Add(-5*time.Hour).Format(time.RFC3339)); err != nil {
		t.Fatal(err)
	}
	pl.start(120, 40, func(*Options) {})
	pl.has("4 neu seit dem", "Lindenauer Bote 3, The Courier 1")
	pl.press("h", "g", "j", "j", "enter").has("Seit dem letzten Mal", "Werft", "Why the harbour").hasNot("Möwen")
}

// The next visit counts from when the sources were asked last, not from when the
// screen was left: what they printed in between has not been here yet.
func TestFromWhenTheNextVisitCounts(t *testing.T) {
	pl := play(t, 80, 24)
	asked := testNow.Add(-time.Hour)
	pl.m.sources.rows = []cache.SourceRow{{Fetched: asked.Add(-time.Hour)}, {Fetched: asked}, {Source: feed.Source{Title: "never asked"}}}
	if got := pl.m.visited(); !got.Equal(asked) {
		t.Errorf("it counts from %v, not from %v", got, asked)
	}
	pl.m.sources.rows = nil
	if got := pl.m.visited(); !got.Equal(testNow) {
		t.Errorf("without sources it counts from %v", got)
	}
}

func TestTheEndOfTheListSaysThatOneIsThrough(t *testing.T) {
	play(t, 80, 24).has("— das ist alles —").press("A").has("— das ist alles, und alles ist gelesen —")
}
