package cli

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"depesche/ui/term/pty"
)

// On a terminal without a cursor to move the list is printed, with a sentence, and
// nothing that such a terminal would show as rubbish.
func TestOnATerminalOfPaper(t *testing.T) {
	master, slave, err := pty.Open(80, 24)
	if err != nil {
		t.Skip("no pseudo terminals here:", err)
	}
	defer master.Close()
	said := make(chan string, 1)
	go func() {
		var b bytes.Buffer
		_, _ = io.Copy(&b, master)
		said <- b.String()
	}()
	home := t.TempDir()
	code := run(t.Context(), world{
		in: slave, out: slave, errs: slave, now: time.Now,
		environ: []string{"TERM=dumb", "HOME=" + home, "XDG_DATA_HOME=" + home, "XDG_STATE_HOME=" + home, "XDG_CONFIG_HOME=" + home, "LANG=en_GB.UTF-8"},
	})
	_ = slave.Close()
	out := <-said
	if code != done || strings.ContainsAny(out, "\x1b\a") {
		t.Errorf("exit code %d, said %q", code, out)
	}
	if !strings.Contains(out, "a terminal of the kind dumb has no screen") || strings.Count(out, "\n") < 4 {
		t.Errorf("said %q", out)
	}
}
