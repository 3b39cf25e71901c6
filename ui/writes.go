package ui

import (
	"context"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// writes are what the reader did and the store does not have yet, oldest first. Each is done by the
// command that its key brings, but in the order of the keys, and none is lost on the way: what no
// command got to when the screen ends is done then, whatever ended it.
type writes struct {
	mu      sync.Mutex
	waiting []*write
	unheard []*write // whose answer the model has not had

	storing sync.Mutex // who does one; it guards what a write becomes, too
}

// write is one thing to store.
type write struct {
	do    tea.Cmd
	begun bool
	msg   tea.Msg // its answer
}

// add puts a write behind the others and gives the command that does it.
func (q *writes) add(do tea.Cmd) tea.Cmd {
	w := &write{do: do}
	q.mu.Lock()
	q.waiting, q.unheard = append(q.waiting, w), append(q.unheard, w)
	q.mu.Unlock()
	return func() tea.Msg {
		q.storing.Lock()
		defer q.storing.Unlock()
		for !w.begun && q.next() {
		}
		return writtenMsg{w}
	}
}

// next does the oldest write, and reports whether there was one. Who calls it is storing.
func (q *writes) next() bool {
	q.mu.Lock()
	if len(q.waiting) == 0 {
		q.mu.Unlock()
		return false
	}
	w := q.waiting[0]
	q.waiting = q.waiting[1:]
	q.mu.Unlock()
	w.begun = true
	w.msg = w.do()
	return true
}

// heard gives the answer of a write, which the model now has.
func (q *writes) heard(w *write) tea.Msg {
	q.mu.Lock()
	defer q.mu.Unlock()
	for i, u := range q.unheard {
		if u == w {
			q.unheard = append(q.unheard[:i:i], q.unheard[i+1:]...)
			break
		}
	}
	return w.msg
}

// finish does what still waits when the screen has ended, for so long at most, and gives the answers
// that the model never had.
func (q *writes) finish(patience time.Duration) []tea.Msg {
	q.storing.Lock()
	defer q.storing.Unlock()
	for end := time.Now().Add(patience); time.Now().Before(end) && q.next(); {
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	out := make([]tea.Msg, 0, len(q.unheard))
	for _, w := range q.unheard {
		if !w.begun {
			w.msg = markedMsg{err: context.DeadlineExceeded}
		}
		out = append(out, w.msg)
	}
	return out
}
