package cli

import (
	"context"
	"io"
	"os"
)

// stdin is standard input whose reading ends when the program is told to end: a system's
// call that waits for a terminal or a pipe hears of no signal.
func (a *app) stdin() io.Reader {
	if _, file := a.in.(*os.File); !file {
		return a.in
	}
	return &endable{from: a.in, ended: a.ended}
}

// endable is a reader that one goroutine reads.
type endable struct {
	from  io.Reader
	ended <-chan struct{}

	buffer []byte
	rest   []byte         // what was read and not yet given
	asked  chan endedRead // a reading that is under way; nil: there is none
}

type endedRead struct {
	n   int
	err error
}

// Read gives what there is, or context.Canceled at the end of the program.
func (e *endable) Read(p []byte) (int, error) {
	if len(e.rest) > 0 {
		n := copy(p, e.rest)
		e.rest = e.rest[n:]
		return n, nil
	}
	if e.asked == nil {
		if e.buffer == nil {
			e.buffer = make([]byte, 64<<10)
		}
		asked := make(chan endedRead, 1)
		e.asked = asked
		go func() {
			n, err := e.from.Read(e.buffer)
			asked <- endedRead{n, err}
		}()
	}
	select {
	case r := <-e.asked:
		e.asked, e.rest = nil, e.buffer[:r.n]
		n := copy(p, e.rest)
		e.rest = e.rest[n:]
		if len(e.rest) > 0 {
			return n, nil // an error comes again
		}
		return n, r.err
	case <-e.ended:
		return 0, context.Canceled
	}
}
