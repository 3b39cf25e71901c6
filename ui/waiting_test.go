package ui

import (
	"context"
	"testing"

	"depesche/cache"
)

// lagging is a store whose search index has not got all articles yet.
type lagging struct {
	Store
	waiting int
}

func (l *lagging) Waiting(context.Context, string) (int, error) { return l.waiting, nil }

func (l *lagging) List(ctx context.Context, q cache.Query) ([]cache.Row, error) {
	rows, err := l.Store.List(ctx, q)
	if q.Filter != "" && l.waiting > 0 {
		rows = rows[:min(1, len(rows))]
	}
	return rows, err
}

func (l *lagging) Keys(ctx context.Context, q cache.Query) ([]cache.Key, error) {
	keys, err := l.Store.Keys(ctx, q)
	if q.Filter != "" && l.waiting > 0 {
		keys = keys[:min(1, len(keys))]
	}
	return keys, err
}

// TestASearchShowsWhatThereIsAndFollows searches while articles wait for the search index.
func TestASearchShowsWhatThereIsAndFollows(t *testing.T) {
	var lag *lagging
	start := func(search string) *player {
		return playWith(t, 100, 30, func(o *Options) {
			lag = &lagging{o.Store, 12_000}
			o.Store = lag
		}, `\`, "type:"+search, "enter")
	}
	rest := func(pl *player) {
		t.Helper()
		asked := 0
		timed := pl.timed
		pl.timed = nil
		for _, msg := range timed {
			if msg, ok := msg.(restMsg); ok && msg.gen == pl.m.gen {
				asked++
				pl.send(msg)
			}
		}
		if asked != 1 {
			t.Errorf("asked %d times for the rest", asked)
		}
	}
	all := playWith(t, 100, 30, func(*Options) {}, `\`, "type:stadt", "enter").m.list.Keys()
	if len(all) < 3 {
		t.Fatalf("only %d articles found", len(all))
	}
	pl := start("stadt").has("12.000 Artikel fehlen noch im Suchindex")
	if n := pl.m.list.Len(); n != 1 {
		t.Errorf("%d shown at once", n)
	}
	first := pl.m.list.Keys()[0]
	rest(pl) // still waiting
	lag.waiting = 0
	rest(pl)
	if got := pl.m.list.Keys(); len(got) != len(all) || got[0] != first {
		t.Errorf("afterwards %v, want %v", got, all)
	}
	if len(pl.timed) > 0 {
		t.Errorf("asks on: %v", pl.timed)
	}

	pl = start("gibtesnicht").has("Noch nichts gefunden; 12.000 Artikel fehlen").hasNot("Nichts gefunden")
	lag.waiting = 0
	rest(pl)
	pl.has("Nichts gefunden: gibtesnicht")

	// Whoever goes elsewhere is not followed.
	pl = start("stadt").press("esc", "a")
	if pl.m.askRest(restMsg{gen: pl.m.gen - 1}) != nil {
		t.Error("an old search is followed")
	}
}
