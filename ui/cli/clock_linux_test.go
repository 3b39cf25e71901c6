package cli

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"depesche/feed/race"
)

// wrongClock says by how much the clock of a program under test is wrong: "87600h".
const wrongClock = "DEPESCHE_TEST_CLOCK"

// TestAClockThatJumpsTenYears sets the clock ten years ahead, right again, ten years back and right
// again, and works with the program each time. Nothing is deleted, no mark is lost, and all can be read.
func TestAClockThatJumpsTenYears(t *testing.T) {
	if race.Detects {
		t.Skip("one program after the other")
	}
	const years = 10 * 365 * 24 * time.Hour
	var issue atomic.Int64 // each has ten articles, half of them from the issue before
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `<rss version="2.0"><channel><title>Blatt</title><link>https://lindenau.example/</link>`)
		for n := range 10 {
			n += 5 * int(issue.Load())
			fmt.Fprintf(w, `<item><guid>%[1]d</guid><title>Meldung %[1]d</title><link>https://lindenau.example/%[1]d</link><description>Der Rat hat getagt.</description><pubDate>%[2]s</pubDate></item>`,
				n, time.Now().Add(-time.Duration(n)*time.Minute).Format(time.RFC1123Z))
		}
		fmt.Fprint(w, `</channel></rss>`)
	}))
	defer site.Close()
	home := t.TempDir()
	settings := filepath.Join(home, "config", "depesche", "config.toml")
	if err := os.MkdirAll(filepath.Dir(settings), 0o700); err != nil {
		t.Fatal(err)
	}
	// As strict as retention gets: whatever is older than a month may go.
	if err := os.WriteFile(settings, []byte("[refresh]\nat_start = false\nfull_text = false\n[keep]\ndays = 30\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var wrong time.Duration
	command := func(args ...string) *exec.Cmd {
		cmd := exec.CommandContext(t.Context(), os.Args[0], args...)
		cmd.Env = []string{wrongClock + "=" + wrong.String()}
		return cmd
	}
	must := func(args ...string) string {
		t.Helper()
		cmd := command(args...)
		cmd.Env, cmd.Dir = append(cmd.Env, readerEnviron(home)...), home
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("clock wrong by %v: %q: %v\n%s", wrong, args, err, out)
		}
		return string(out)
	}
	ids := func(filter ...string) (out []string) {
		for line := range strings.Lines(must(append([]string{"list", "--limit", "0"}, filter...)...)) {
			id, _, _ := strings.Cut(line, "\t")
			out = append(out, id)
		}
		return out
	}
	must("add", site.URL)
	must("refresh", "--quiet")
	there, starred := ids(), 0
	if len(there) != 10 {
		t.Fatalf("%d articles at the beginning", len(there))
	}
	for _, wrong = range []time.Duration{0, years, 0, -years, 0} {
		issue.Add(1)
		must("refresh", "--quiet")
		now := ids()
		if want := len(there) + 5; len(now) != want {
			t.Errorf("clock wrong by %v: after the refresh %d articles, want %d", wrong, len(now), want)
		}
		newest := feedID(t, now, there)
		must("mark", "star", newest)
		must("mark", "read", there[0])
		starred++
		there = now

		r := onTerminal(t, home, 100, 30, command())
		r.waitFor("Meldung")
		r.press("g", "\r")
		r.waitFor("Der Rat hat getagt.")
		r.press("Q")
		if err := r.end(); err != nil {
			t.Errorf("clock wrong by %v: the reader: %v", wrong, err)
		}

		must("tidy", "--quiet")
		if got := ids(); len(got) != len(there) {
			t.Errorf("clock wrong by %v: after tidying %d articles, want %d", wrong, len(got), len(there))
		}
		if got := ids("is:starred"); len(got) != starred {
			t.Errorf("clock wrong by %v: %d stars, want %d", wrong, len(got), starred)
		}
		if out := must("search", "getagt", "--limit", "0"); strings.Count(out, "\n") != len(there) {
			t.Errorf("clock wrong by %v: of %d articles are found\n%s", wrong, len(there), out)
		}
		for _, id := range []string{newest, there[0], there[len(there)-1]} {
			if out := must("show", id); !strings.Contains(out, "Der Rat hat getagt.") {
				t.Errorf("clock wrong by %v: %s cannot be read: %q", wrong, id, out)
			}
		}
		if out := must("doctor"); strings.Contains(out, "wrong\t") {
			t.Errorf("clock wrong by %v: doctor:\n%s", wrong, out)
		}
	}
}

// feedID gives an article that is in one list and not in the other.
func feedID(t *testing.T, in, notIn []string) string {
	t.Helper()
	old := strings.Join(notIn, "\n")
	for _, id := range in {
		if !strings.Contains(old, id) {
			return id
		}
	}
	t.Fatal("no new article")
	return ""
}
