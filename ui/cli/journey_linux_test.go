package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// tageblatt is the paper of the script journey.txtar, on the loopback.
func tageblatt(t *testing.T) *site {
	t.Helper()
	script, err := txtar.ParseFile(filepath.Join("testdata", "script", "journey.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range script.Files {
		name, ok := strings.CutPrefix(f.Name, "site/")
		if !ok {
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, name), f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s, err := newSite(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.server.Close)
	return s
}

// A reader's first evening, by keys alone: from the sample edition to a paper of their
// own, read, searched, marked, hidden, and found again the next morning without a network.
func TestAJourneyOnTheScreen(t *testing.T) {
	s, home := tageblatt(t), t.TempDir()
	start := func(w, h int) *reader {
		return onTerminal(t, home, w, h, exec.CommandContext(t.Context(), os.Args[0]))
	}
	r := start(120, 36)
	r.waitFor("depesche in zwei Minuten")
	r.press("a")
	r.waitFor("Hinzufügen:")
	r.press(s.server.URL, "\r")
	r.waitFor("Der Haushalt steht")
	r.waitFor("Neue Brücke für den Kanal")
	r.waitUntil("the sample edition goes", func(screen string) bool { return !strings.Contains(screen, "depesche in zwei Minuten") })
	r.waitFor("dpa · 1 Min.") // its page has come
	r.press("g", "\r")
	r.waitFor("Von Ada Lindner")
	r.press("/", "Halle", "\r")
	r.waitFor("1/3")
	r.press("\x1b")
	r.waitUntil("the hits are gone", func(screen string) bool { return !strings.Contains(screen, "1/3") })
	r.press("s")
	r.waitFor("1 Artikel gemerkt; u nimmt es zurück.")
	r.press("h", "G", "D")
	r.waitFor("1 Artikel versteckt; u nimmt es zurück.")
	r.press(".")
	r.waitUntil("the hidden article is gone", func(screen string) bool { return !strings.Contains(screen, "Neue Brücke") })
	r.press("Q")
	if err := r.end(); err != nil {
		t.Fatal(err)
	}

	s.down.Store(true)
	r = start(80, 24)
	r.waitFor("Der Haushalt steht")
	if screen := r.screen(); strings.Contains(screen, "Neue Brücke") || !strings.Contains(screen, "★") {
		t.Errorf("the next morning:\n%s", screen)
	}
	r.press("F", "ist:versteckt", "\r")
	r.waitFor("Neue Brücke für den Kanal")
	r.press("D")
	r.waitFor("1 Artikel wieder gezeigt; u nimmt es zurück.")
	r.press("\x1b")
	r.waitFor("Der Haushalt steht")
	r.press("\\", "Fußgänger", "\r")
	r.waitFor("Suche: Fußgänger")
	r.waitFor("Neue Brücke für den Kanal")
	r.press("R")
	r.waitFor("1 von 1 Quelle antwortet nicht richtig; ! sagt, warum.")
	r.press("q", "q")
	if err := r.end(); err != nil {
		t.Fatal(err)
	}
}
