package cli

import (
	"context"
	"errors"
	"syscall"

	"depesche/ui"
	"depesche/ui/fault"
)

// Stopped says which signal ended the program. It is the cause of the context that Main is given, whose
// code is then what a shell says of a program that a signal ended: 128 and its number.
type Stopped struct{ Signal syscall.Signal }

func (s Stopped) Error() string { return "told to end: " + s.Signal.String() }

// stopped is the code of a program that a signal ended, or the end of its terminal.
func stopped(ctx context.Context, err error) (code int, ok bool) {
	var by Stopped
	if errors.As(err, &by) || errors.As(context.Cause(ctx), &by) {
		return 128 + int(by.Signal), true
	}
	return 0, false
}

// left is what is to be told when the screen has ended; a signal, or a window that was closed, needs no words.
func (a *app) left(ctx context.Context, err error) error {
	var lost *ui.UnstoredError
	if errors.As(err, &lost) {
		a.logger().Warn("marks not stored", "n", lost.N, "err", lost.Err)
		a.complain(a.text.Errors.Unstored(lost.N, fault.Sentence(a.text, lost.Err)))
	}
	var defect *ui.PanicError
	switch {
	case errors.As(err, &defect):
		return defect
	case errors.Is(err, ui.ErrHangup):
		return Stopped{syscall.SIGHUP}
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case lost != nil:
		return errSilent
	}
	return err
}
