package picture

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func key(n int, p Protocol) Key { return Key{URL: fmt.Sprint(n), Protocol: p, Cols: 4, Rows: 2} }

func TestShelfShowsKittyOnlyWhenSent(t *testing.T) {
	var s Shelf
	k := key(1, Kitty)
	e := s.Ask(k)
	if e.ID < firstID || e.Ready {
		t.Fatalf("%+v", e)
	}
	if _, ok := s.Put(k, e.ID, Drawing{Send: "x", Lines: []string{"y"}}, nil); !ok || s.Get(k).Ready || s.Get(k).Send != "" {
		t.Errorf("drawn, not sent: %v, %+v", ok, s.Get(k))
	}
	s.Sent(k, e.ID)
	if !s.Get(k).Ready {
		t.Error("sent, and not ready")
	}
	if _, ok := s.Put(k, e.ID, Drawing{}, nil); ok {
		t.Error("an answer nobody waits for is taken")
	}
}

func TestShelfForgetsTheOldest(t *testing.T) {
	var s Shelf
	var thrown []int
	first := s.Ask(key(0, Kitty)).ID
	for i := range maxDrawings + 5 {
		k := key(i, Kitty)
		if s.Get(k) == nil {
			s.Ask(k)
		}
		ids, ok := s.Put(k, s.Get(k).ID, Drawing{}, nil)
		if !ok {
			t.Fatal(i)
		}
		s.Sent(k, s.Get(k).ID)
		thrown = append(thrown, ids...)
		s.Get(key(1, Kitty)) // what is looked at stays
	}
	if len(thrown) != 5 || thrown[0] != first || s.Get(key(1, Kitty)) == nil || s.Get(key(0, Kitty)) != nil {
		t.Errorf("thrown out: %v", thrown)
	}
	if n := len(s.Held()); n != maxDrawings {
		t.Errorf("%d ids are taken", n)
	}
	if got := s.Clear(); len(got) != maxDrawings || s.Get(key(1, Kitty)) != nil {
		t.Errorf("cleared: %v", got)
	}
}

func TestShelfIsBoundInBytes(t *testing.T) {
	var s Shelf
	for i := range 6 {
		k := key(i, Half)
		s.Ask(k)
		s.Put(k, 0, Drawing{Lines: []string{strings.Repeat("x", maxHeld/4)}}, nil)
	}
	if s.size > maxHeld || len(s.held) != 4 {
		t.Errorf("%d bytes in %d drawings", s.size, len(s.held))
	}
}

func TestShelfDoesNotUseAnIDAgainAtOnce(t *testing.T) {
	var s Shelf
	seen := map[int]bool{}
	for i := range lastID - firstID + 1 {
		k := key(i, Kitty)
		e := s.Ask(k)
		if e == nil || seen[e.ID] {
			t.Fatalf("%d: %+v", i, e)
		}
		seen[e.ID] = true
		s.drop(k)
	}
}

func TestShelfRunsOutOfIDs(t *testing.T) {
	var s Shelf
	for i := range lastID - firstID + 1 {
		s.Ask(key(i, Kitty))
	}
	if s.Ask(key(999, Kitty)) != nil {
		t.Error("an id from nowhere")
	}
	if s.Ask(key(999, Half)) == nil {
		t.Error("half blocks need no id")
	}
}

func TestRetryKeepsWhatIsThere(t *testing.T) {
	var s Shelf
	s.Ask(key(1, Half))
	s.Put(key(1, Half), 0, Drawing{}, nil)
	s.Ask(key(2, Half))
	s.Put(key(2, Half), 0, Drawing{}, errors.New("no"))
	id := s.Ask(key(3, Kitty)).ID
	if got := s.Retry(); !slices.Equal(got, []int{id}) {
		t.Errorf("to be freed: %v", got)
	}
	if s.Get(key(1, Half)) == nil || s.Get(key(2, Half)) != nil || s.Get(key(3, Kitty)) != nil {
		t.Error("the wrong ones are gone")
	}
}
