//go:build unix

package program

import (
	"errors"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A program's children end with it, also those that keep its output open.
func TestChildrenEndToo(t *testing.T) {
	note := t.TempDir() + "/pid"
	_, err := Run(t.Context(), []string{"/bin/sh", "-c", "sleep 600 & echo $! > " + note + "; wait"}, nil, Limits{Time: 300 * time.Millisecond})
	var e *Error
	if !errors.As(err, &e) || e.Kind != TimedOut {
		t.Fatalf("got %v", err)
	}
	data, err := os.ReadFile(note)
	if err != nil {
		t.Fatal(err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	// A killed child may stand as a zombie until its new parent has looked.
	for range 100 {
		if stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat"); err == nil && strings.Contains(string(stat), ") Z ") {
			return
		}
		if syscall.Kill(pid, 0) != nil {
			return
		}
		syscall.Select(0, nil, nil, nil, &syscall.Timeval{Usec: 10_000})
	}
	t.Errorf("the child %d lives", pid)
}
