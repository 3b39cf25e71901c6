//go:build unix

package ui

import (
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/unix"
)

// Who is told to stop from outside gives the terminal back first, as by its own key. Bubble Tea then sends
// the signal to the whole group, and as Go does not let go of a signal that it has caught, we stop ourselves.

// stops hears the signal to stop, from start to end.
type stops struct {
	told       chan os.Signal
	ends       chan struct{}
	suspending atomic.Bool // the next signal is Bubble Tea's own
}

func newStops() *stops { return &stops{told: make(chan os.Signal, 1), ends: make(chan struct{})} }

// start has a program suspend itself when it is told to stop.
func (s *stops) start(send func(tea.Msg)) {
	if !canStop() {
		return
	}
	signal.Notify(s.told, syscall.SIGTSTP)
	go func() {
		for {
			select {
			case <-s.told:
				if s.suspending.Load() {
					_ = syscall.Kill(os.Getpid(), syscall.SIGSTOP) // nobody may refuse it
				} else {
					send(tea.SuspendMsg{})
				}
			case <-s.ends:
				return
			}
		}
	}()
}

// filter sees what goes to the program.
func (s *stops) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg.(type) {
	case tea.SuspendMsg:
		if !canStop() {
			return cannotStopMsg{}
		}
		s.suspending.Store(true)
	case tea.ResumeMsg:
		s.suspending.Store(false)
	}
	return msg
}

func (s *stops) end() {
	signal.Stop(s.told)
	close(s.ends)
}

// canStop reports whether there is somebody who would have the program go on. A group that nobody of its
// session is above, that of a program which a window was opened for, is not stopped by the system, and
// would wait for ever to be continued.
func canStop() bool {
	own, err := unix.Getsid(0)
	if err != nil {
		return true
	}
	parent, err := unix.Getsid(os.Getppid())
	return err != nil || own == parent && own != unix.Getpgrp()
}
