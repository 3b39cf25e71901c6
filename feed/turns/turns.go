// Package turns bounds how much is computed at once. A refresh waits for a hundred servers together, and
// where they answer together, a hundred feeds wait to be taken apart; a key pressed then would stand in
// line behind them all. With as many at work as there are processors nothing takes longer, and who comes
// meanwhile finds a thread that is free.
package turns

// Turns are as many as may compute at once. The zero value bounds nothing.
type Turns struct{ taken chan struct{} }

// New makes turns for n at once, one at least.
func New(n int) Turns { return Turns{make(chan struct{}, max(n, 1))} }

// Do waits for a turn and does f, which waits for nobody who needs one.
func (t Turns) Do(f func()) {
	if t.taken != nil {
		t.taken <- struct{}{}
		defer func() { <-t.taken }()
	}
	f()
}
