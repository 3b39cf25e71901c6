package turns_test

import (
	"sync"
	"sync/atomic"
	"testing"

	"depesche/feed/turns"
)

func TestNoMoreAtOnceThanThereAreTurns(t *testing.T) {
	var now, most atomic.Int32
	var all sync.WaitGroup
	turn := turns.New(2)
	for range 50 {
		all.Go(func() {
			turn.Do(func() {
				n := now.Add(1)
				for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
				}
				now.Add(-1)
			})
		})
	}
	all.Wait()
	if most.Load() > 2 {
		t.Errorf("%d at once", most.Load())
	}
}

func TestATurnIsGivenBackByWhoPanics(t *testing.T) {
	turn := turns.New(0) // one, for all that
	func() {
		defer func() { _ = recover() }()
		turn.Do(func() { panic("thrown") })
	}()
	done := false
	turn.Do(func() { done = true })
	turns.Turns{}.Do(func() { done = done && true })
	if !done {
		t.Error("nobody has had a turn")
	}
}
