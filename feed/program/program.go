// Package program runs the reader's own programs, those that their settings name: for
// a feed that is no page of the web, a filter over one, a password. A program is a list of
// words that no shell reads, with an end to its time and its output, and is ended together with
// what it has started.
package program

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"depesche/feed"
)

// Limits bound one run; the zero value of a field means its default.
type Limits struct {
	Time  time.Duration // default: 60 seconds
	Bytes int64         // of output, default: 16 MiB

	// Secret says that the program prints a secret. Nothing that it says on standard
	// error is kept then: it may repeat the secret, and errors go to logs.
	Secret bool
}

const (
	defaultTime  = 60 * time.Second
	defaultBytes = 16 << 20

	maxComplaint = 4 << 10 // bytes of standard error that are kept
	patience     = 2 * time.Second
)

// Kind says why a program's output cannot be used.
type Kind uint8

// The kinds of an Error.
const (
	NotStarted Kind = iota // there is no such program, or it may not be run
	Failed                 // it ended with a status other than 0
	TimedOut
	TooMuch // output
)

// String says the kind in two English words.
func (k Kind) String() string {
	return [...]string{"not started", "failed", "timed out", "too much"}[k]
}

// Error is a run that gave nothing. It never holds a program's arguments or output:
// they may be secret.
type Error struct {
	Name string // the program's, without its folder
	Kind Kind
	Said string // the last line of standard error, cleaned and cut
	Err  error
}

// Error names the program and what went wrong.
func (e *Error) Error() string {
	s := fmt.Sprintf("run %s: %s", e.Name, e.Kind)
	if e.Said != "" {
		s += ": " + e.Said
	}
	return s
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Run runs argv with input on its standard input and gives its output. The error
// is an *Error, or the context's.
func Run(ctx context.Context, argv []string, input []byte, l Limits) ([]byte, error) {
	if l.Time <= 0 {
		l.Time = defaultTime
	}
	if l.Bytes <= 0 {
		l.Bytes = defaultBytes
	}
	if len(argv) == 0 || argv[0] == "" {
		return nil, &Error{Kind: NotStarted}
	}
	name := feed.Line(filepath.Base(argv[0]))
	within, cancel := context.WithTimeout(ctx, l.Time)
	defer cancel()
	out, said := &bounded{max: l.Bytes, full: cancel}, &tail{mute: l.Secret}
	c := exec.CommandContext(within, argv[0], argv[1:]...)
	c.Stdout, c.Stderr = out, said
	if input != nil {
		c.Stdin = bytes.NewReader(input)
	}
	c.WaitDelay = patience // for children that keep the pipes open
	together(c)
	err := c.Run()
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case out.over:
		return nil, &Error{Name: name, Kind: TooMuch}
	case within.Err() != nil:
		return nil, &Error{Name: name, Kind: TimedOut, Said: said.line(), Err: within.Err()}
	case err == nil:
		return out.kept.Bytes(), nil
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return nil, &Error{Name: name, Kind: Failed, Said: said.line(), Err: err}
	}
	return nil, &Error{Name: name, Kind: NotStarted, Err: err}
}

// bounded keeps output up to a bound and ends the program beyond it.
type bounded struct {
	kept bytes.Buffer // not embedded: its ReadFrom would know no bound
	max  int64
	full func()
	over bool
}

func (b *bounded) Write(p []byte) (int, error) {
	if int64(b.kept.Len()+len(p)) > b.max {
		b.over = true
		b.full()
		return 0, io.ErrShortWrite
	}
	return b.kept.Write(p)
}

// tail keeps the end of what is written.
type tail struct {
	kept []byte
	mute bool // nothing is kept
}

func (t *tail) Write(p []byte) (int, error) {
	if t.mute {
		return len(p), nil
	}
	t.kept = append(t.kept, p[max(0, len(p)-maxComplaint):]...)
	t.kept = t.kept[max(0, len(t.kept)-maxComplaint):]
	return len(p), nil
}

func (t *tail) line() string {
	lines := strings.Split(strings.TrimSpace(string(t.kept)), "\n")
	r := []rune(feed.Line(lines[len(lines)-1]))
	if len(r) > 160 {
		r = append(r[:159], '…')
	}
	return string(r)
}
