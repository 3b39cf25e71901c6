package cli

import (
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// shellWithJobs starts the reader as a shell does that knows jobs, and says how the
// terminal is set while the reader is stopped and after it.
const shellWithJobs = `set -m
"$0"
echo "stopped: $(stty -a | tr '\n' ' ')"
read line
fg >/dev/null
echo "ended: $(stty -a | tr '\n' ' ')"
`

// Ctrl-Z gives the terminal back to the shell as it was, and fg draws the screen anew where
// it was left.
func TestSuspendAndResume(t *testing.T) {
	suspendAndResume(t, func(r *reader) { r.press("\x1a") })
}

// Told to stop from outside, it does the same.
func TestStoppedFromOutside(t *testing.T) {
	suspendAndResume(t, func(r *reader) {
		if err := syscall.Kill(child(t, r.cmd.Process.Pid), syscall.SIGTSTP); err != nil {
			t.Fatal(err)
		}
	})
}

// In a window of its own there is nobody to return to, who would have the reader go on.
func TestNobodyToSuspendTo(t *testing.T) {
	r := onTerminal(t, t.TempDir(), 90, 24, exec.CommandContext(t.Context(), os.Args[0]))
	r.waitFor("1/8")
	r.press("\x1a")
	r.waitFor("Hier gibt es keine Shell")
	r.press("j")
	r.waitFor("2/8")
	r.press("Q")
	if err := r.end(); err != nil {
		t.Error(err)
	}
}

// child is the one child of a process.
func child(t *testing.T, of int) int {
	t.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%[1]d/task/%[1]d/children", of))
	if err != nil {
		t.Skip(err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	return pid
}

func suspendAndResume(t *testing.T, stop func(*reader)) {
	t.Helper()
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip(err)
	}
	r := onTerminal(t, t.TempDir(), 90, 24, exec.CommandContext(t.Context(), sh, "-c", shellWithJobs, os.Args[0]))
	r.waitFor("1/8")
	r.press("j")
	r.waitFor("2/8")
	stop(r)
	stopped := r.waitFor("stopped:")
	out := string(r.output())
	back := out[:strings.LastIndex(out, "stopped:")]
	for what, mode := range map[string][2]string{
		"the alternate screen": {ansi.SetModeAltScreenSaveCursor, ansi.ResetModeAltScreenSaveCursor},
		"the cursor":           {ansi.ResetModeTextCursorEnable, ansi.SetModeTextCursorEnable},
		"bracketed paste":      {ansi.SetModeBracketedPaste, ansi.ResetModeBracketedPaste},
		"reports of focus":     {ansi.SetModeFocusEvent, ansi.ResetModeFocusEvent},
	} {
		if strings.LastIndex(back, mode[1]) < strings.LastIndex(back, mode[0]) {
			t.Errorf("stopped, it keeps %s", what)
		}
	}
	cooked(t, stopped)

	r.press("\r")
	r.waitFor("2/8") // where it was left, on a screen drawn anew
	r.press("j")
	r.waitFor("3/8")
	if screen := r.screen(); strings.Contains(screen, "stopped:") || !strings.Contains(screen, "DEPESCHE") {
		t.Errorf("the screen was not drawn anew:\n%s", screen)
	}
	r.press("Q")
	cooked(t, r.waitFor("ended:"))
	if err := r.end(); err != nil {
		t.Error(err)
	}
}

// cooked checks what stty says of a terminal that a shell can use.
func cooked(t *testing.T, said string) {
	t.Helper()
	for _, flag := range []string{"icanon", "echo", "isig", "opost", "icrnl"} {
		if !strings.Contains(said, " "+flag) || strings.Contains(said, "-"+flag+" ") {
			t.Errorf("the terminal is left without %s: %s", flag, said)
		}
	}
}

// waitFor waits until the terminal shows a text, and gives what is shown, its lines joined.
func (r *reader) waitFor(text string) string {
	r.t.Helper()
	r.waitUntil(text, func(screen string) bool { return strings.Contains(screen, text) })
	r.quiet(60 * time.Millisecond)
	return strings.ReplaceAll(r.screen(), "\n", "")
}

func (r *reader) waitUntil(what string, so func(screen string) bool) {
	r.t.Helper()
	for deadline := time.Now().Add(time.Minute); !so(r.screen()); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			r.t.Fatalf("%s: it does not come:\n%s", what, r.screen())
		}
	}
}

// screen is what the terminal shows, as text.
func (r *reader) screen() string { return strings.ReplaceAll(ansi.Strip(r.em.Render()), "\r", "") }
