package ui

import (
	"context"
	"errors"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed"
)

// refusing is a store that takes no marks while it is told so.
type refusing struct {
	Store
	err error
}

func (s *refusing) Mark(ctx context.Context, marks ...feed.Mark) error {
	if s.err != nil {
		return s.err
	}
	return s.Store.Mark(ctx, marks...)
}

// stars is how many stars are stored.
func (pl *player) stars() int {
	pl.t.Helper()
	n, err := pl.c.Count(pl.t.Context(), cache.Query{Starred: true})
	if err != nil {
		pl.t.Fatal(err)
	}
	return n
}

// A mark is drawn as pending until the store has it.
func TestAMarkIsPendingUntilItIsStored(t *testing.T) {
	pl := play(t, 80, 24)
	_, cmd := pl.m.Update(keyOf("s"))
	pl.has("○").hasNot("★")
	pl.run(cmd)
	pl.has("★").hasNot("○")
	_, cmd = pl.m.Update(keyOf("m"))
	pl.has("○")
	pl.run(cmd)
	pl.hasNot("○")
}

// A mark that the store refuses goes back on the screen, with a sentence.
func TestARefusedMarkGoesBack(t *testing.T) {
	store := &refusing{err: &cache.StorageError{Path: "/data/depesche.db", Err: cache.ErrFull}}
	pl := playWith(t, 80, 24, func(o *Options) { store.Store, o.Store = o.Store, store })
	before := pl.screen()
	pl.press("s").has("nicht gespeichert und zurückgesetzt").hasNot("★", "○")
	pl.press("m").has("nicht gespeichert und zurückgesetzt")
	pl.press("k")
	if after := pl.screen(); after != before {
		t.Errorf("the screen is not as it was before:\n%s", after)
	}
	store.err = nil
	pl.press("s").has("★")
	if n := pl.stars(); n != 1 {
		t.Errorf("%d stars are stored", n)
	}
}

// A mark that is refused while a later one is taken leaves what is stored.
func TestARefusedMarkBesideATakenOne(t *testing.T) {
	store := &refusing{err: errors.New("no")}
	pl := playWith(t, 80, 24, func(o *Options) { store.Store, o.Store = o.Store, store })
	_, star := pl.m.Update(keyOf("s"))
	_, read := pl.m.Update(keyOf("m"))
	msg := star()
	store.err = nil
	pl.run(func() tea.Msg { return msg })
	pl.run(read)
	pl.hasNot("★", "○")
	row, err := pl.c.List(t.Context(), cache.Query{Limit: 1})
	if err != nil || !row[0].Read || row[0].Starred {
		t.Fatal(row, err)
	}
	if shown, _ := pl.m.list.At(0); !shown.Read || shown.Starred {
		t.Error("the screen shows something else than what is stored")
	}
}

// Keys are stored in their order, whichever command comes first.
func TestWritesKeepTheirOrder(t *testing.T) {
	pl := play(t, 80, 24)
	_, first := pl.m.Update(keyOf("s"))
	_, second := pl.m.Update(keyOf("s"))
	_, third := pl.m.Update(keyOf("s"))
	pl.run(third)
	pl.run(first)
	pl.run(second)
	if n := pl.stars(); n != 1 {
		t.Errorf("%d stars are stored", n)
	}
	pl.has("★")
}

// What no command got to is stored when the screen ends, though it was told to.
func TestTheEndStoresWhatWaits(t *testing.T) {
	pl := play(t, 80, 24)
	ctx, stop := context.WithCancel(t.Context())
	pl.m.ctx = ctx
	pl.m.Update(keyOf("s"))
	stop()
	if err := pl.m.stored(); err != nil {
		t.Fatal(err)
	}
	if n := pl.stars(); n != 1 {
		t.Errorf("%d stars are stored", n)
	}
}

// What cannot be stored at the end is counted, and what takes too long is given up.
func TestTheEndTellsWhatIsLost(t *testing.T) {
	store := &refusing{err: cache.ErrFull}
	pl := playWith(t, 80, 24, func(o *Options) { store.Store, o.Store = o.Store, store })
	pl.m.Update(keyOf("s"))
	pl.m.Update(keyOf("s"))
	var lost *UnstoredError
	if err := pl.m.stored(); !errors.As(err, &lost) || lost.N != 2 || !errors.Is(err, cache.ErrFull) {
		t.Errorf("%v", err)
	}
	var q writes
	done := false
	q.add(func() tea.Msg { done = true; return nil })
	if answers := q.finish(-time.Second); done || len(answers) != 1 {
		t.Errorf("%v", answers)
	}
}
