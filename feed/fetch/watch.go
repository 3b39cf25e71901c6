package fetch

import (
	"context"
	"errors"
	"io"
	"time"
)

// watch holds one exchange to its times: a whole that never moves and a
// phase that each sign of life begins anew.
type watch struct {
	ctx    context.Context
	cancel context.CancelCauseFunc
	whole  *time.Timer
	phase  *time.Timer
	caller context.Context

	ends time.Time     // when the whole is over
	left time.Duration // of it, while it is paused
}

// lateError is the cause with which a watch cancels.
type lateError struct {
	what  string
	after time.Duration
}

func (e *lateError) Error() string { return e.what + " within " + e.after.String() }
func (e *lateError) Timeout() bool { return true }

// newWatch begins an exchange that may last for what is left of the whole.
func newWatch(ctx context.Context, left, whole time.Duration) *watch {
	w := &watch{caller: ctx, ends: time.Now().Add(left)}
	w.ctx, w.cancel = context.WithCancelCause(ctx)
	late := &lateError{"not finished", whole}
	w.whole = time.AfterFunc(left, func() { w.cancel(late) })
	return w
}

// expect begins a phase that may last d.
func (w *watch) expect(d time.Duration, what string) {
	if w.phase != nil {
		w.phase.Stop()
	}
	late := &lateError{what, d}
	w.phase = time.AfterFunc(d, func() { w.cancel(late) })
}

// pause stops both clocks while we are the ones who keep the server waiting.
func (w *watch) pause() {
	w.left = time.Until(w.ends)
	w.whole.Stop()
	w.phase.Stop()
}

func (w *watch) resume(phase time.Duration) {
	w.ends = time.Now().Add(w.left)
	w.whole.Reset(w.left)
	w.phase.Reset(phase)
}

func (w *watch) stop() {
	w.whole.Stop()
	if w.phase != nil {
		w.phase.Stop()
	}
	w.cancel(context.Canceled)
}

// expired gives why the exchange was ended from our side, nil if it was not.
func (w *watch) expired() error {
	if err := w.caller.Err(); err != nil {
		return err
	}
	var late *lateError
	if errors.As(context.Cause(w.ctx), &late) {
		return late
	}
	return nil
}

// explain gives an exchange's error its type. The caller's own end comes first,
// then our timers, then what the network said.
func (w *watch) explain(err error) error {
	why := w.expired()
	switch {
	case why == nil:
		return classify(err)
	case errors.Is(why, context.Canceled):
		return why
	}
	return &NetError{Kind: TimedOut, Err: why}
}

// steady is a body whose every byte tells the watch that the server lives.
type steady struct {
	body  io.Reader
	watch *watch
	stall time.Duration
	err   error // what the wire said, other than a proper end
}

func (s *steady) Read(p []byte) (int, error) {
	if err := s.watch.expired(); err != nil {
		s.err = err
		return 0, err
	}
	n, err := s.body.Read(p)
	if n > 0 {
		s.watch.phase.Reset(s.stall)
	}
	if err != nil && err != io.EOF {
		s.err = err
	}
	return n, err
}
