package program

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"
)

// TestMain lets the test's own binary stand for a reader's program.
func TestMain(m *testing.M) {
	switch os.Getenv("PROGRAM_TEST") {
	case "":
		os.Exit(m.Run())
	case "echo":
		_, _ = os.Stdin.WriteTo(os.Stdout)
		os.Stdout.WriteString(strings.Join(os.Args[1:], "|"))
	case "fail":
		os.Stderr.WriteString("first\nno \x1b[31mkey\n")
		os.Exit(3)
	case "flood":
		for {
			if _, err := os.Stdout.WriteString(strings.Repeat("x", 4096)); err != nil {
				os.Exit(1)
			}
		}
	case "hang":
		time.Sleep(time.Hour)
	}
}

func run(t *testing.T, how string, l Limits, args ...string) (string, error) {
	t.Helper()
	t.Setenv("PROGRAM_TEST", how)
	out, err := Run(t.Context(), append([]string{os.Args[0]}, args...), []byte("in:"), l)
	return string(out), err
}

func TestRun(t *testing.T) {
	out, err := run(t, "echo", Limits{}, "$HOME", "; rm -rf x", "`a`", "")
	if err != nil || out != "in:$HOME|; rm -rf x|`a`|" {
		t.Errorf("got %q, %v", out, err)
	}
}

// What a program says that prints a secret may hold it, and errors go to logs.
func TestASecretIsNotKept(t *testing.T) {
	_, err := run(t, "fail", Limits{Secret: true})
	var e *Error
	if !errors.As(err, &e) || e.Kind != Failed || e.Said != "" || strings.Contains(err.Error(), "key") {
		t.Errorf("got %v", err)
	}
}

func TestRunFails(t *testing.T) {
	for how, c := range map[string]struct {
		l    Limits
		kind Kind
		said string
	}{
		"fail":  {Limits{}, Failed, "no [31mkey"},
		"flood": {Limits{Bytes: 1 << 16}, TooMuch, ""},
		"hang":  {Limits{Time: 50 * time.Millisecond}, TimedOut, ""},
	} {
		t.Run(how, func(t *testing.T) {
			out, err := run(t, how, c.l, "secret-argument")
			var e *Error
			if !errors.As(err, &e) || e.Kind != c.kind || e.Said != c.said || out != "" {
				t.Fatalf("got %q, %#v", out, err)
			}
			if strings.Contains(err.Error(), "secret") {
				t.Errorf("the error tells the arguments: %v", err)
			}
		})
	}
	for _, argv := range [][]string{nil, {""}, {"/no/such/program"}} {
		var e *Error
		if _, err := Run(t.Context(), argv, nil, Limits{}); !errors.As(err, &e) || e.Kind != NotStarted {
			t.Errorf("%q: %v", argv, err)
		}
	}
}

func TestRunEndsWithItsContext(t *testing.T) {
	t.Setenv("PROGRAM_TEST", "hang")
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	if _, err := Run(ctx, []string{os.Args[0]}, nil, Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
