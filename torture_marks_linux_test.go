package main

import (
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// shown is what the terminal's reader sees now.
func (x *terminal) shown() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return ansi.Strip(x.em.Render())
}

var place = regexp.MustCompile(`(\d+)/\d+\s*$`)

// cursor is the place of the list's cursor as the last line tells it, from 1.
func cursor(screen string) int {
	m := place.FindStringSubmatch(strings.TrimRight(screen, " \r\n"))
	if m == nil {
		return 1
	}
	n, _ := strconv.Atoi(m[1]) // digits
	return n
}

// markedMost is how many articles are starred before the end at most: of the rows that a start reads first.
const markedMost = 28

// TestMarksOutliveTheEnd stars one article after the other while a refresh stores what it brings, and
// ends the reader in the midst of it. However the end comes, what the screen had answered to is
// stored; by a kill that nobody can hear, what the screen showed as stored.
func TestMarksOutliveTheEnd(t *testing.T) {
	v := newVictim(t)
	v.must("import", filepath.Join(v.home, "feeds.opml"))
	v.must("refresh", "--quiet")
	r := rand.New(rand.NewPCG(7, 8))
	ends := []struct {
		name string
		by   syscall.Signal // 0: its window is closed
		code int
	}{
		{"HUP", syscall.SIGHUP, 129},
		{"INT", syscall.SIGINT, 130},
		{"QUIT", syscall.SIGQUIT, 131},
		{"TERM", syscall.SIGTERM, 143},
		{"window", 0, 129},
		{"line", 0, 129}, // of a terminal that sends no signal
		{"KILL", syscall.SIGKILL, -1},
	}
	answered := 0
	for round := range rounds() {
		for _, end := range ends {
			v.must("mark", "unstar", "is:starred")
			v.hour.Add(1)
			cmd := v.command()
			if end.name == "line" {
				cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
			}
			x := openTerminal(t, cmd)
			x.shows("Meldung")
			x.keys("R")
			for range markedMost {
				x.keys("sj")
			}
			until, at := 1+r.IntN(markedMost), 0
			x.wait("an answer", func() bool { at = cursor(ansi.Strip(x.em.Render())); return at > until }) // it is ended while it answers
			want := at - 1
			switch screen := x.shown(); end.by {
			case 0:
				_ = x.master.Close()
			case syscall.SIGKILL:
				want = strings.Count(screen, "★")
				_ = x.cmd.Process.Kill()
			default:
				if err := x.cmd.Process.Signal(end.by); err != nil {
					t.Fatal(err)
				}
			}
			said := x.end()
			if code := x.cmd.ProcessState.ExitCode(); code != end.code {
				t.Errorf("%s: it ends with %d, want %d", end.name, code, end.code)
			}
			if end.by == syscall.SIGTERM && !strings.Contains(said, ansi.ResetModeAltScreenSaveCursor) {
				t.Error("the terminal was not given back")
			}
			if have := len(v.starred()); have < want {
				t.Errorf("round %d, %s: %d stars were on the screen, %d are stored", round, end.name, want, have)
			}
			answered += want
		}
	}
	v.sound()
	t.Logf("%d readers ended while they stored, %d marks answered, none lost", rounds()*len(ends), answered)
}
