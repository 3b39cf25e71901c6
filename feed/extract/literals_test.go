package extract

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"depesche/feed/race"
)

// fixtureLines are the lines of all fixtures, in small letters, as rules see them.
func fixtureLines(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.html")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	tags := regexp.MustCompile(`<[^>]*>`)
	var lines []string
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(tags.ReplaceAllString(string(src), "\n")) {
			if line = strings.TrimSpace(strings.ToLower(line)); line != "" {
				lines = append(lines, line)
			}
		}
	}
	return lines
}

func TestLookingForCreditWordsFirstLosesNoMark(t *testing.T) {
	if race.Detects {
		t.Skip("letters, in one goroutine")
	}
	marks, names := 0, 0
	for _, line := range fixtureLines(t) {
		if creditMark().MatchString(line) {
			marks++
			if !mayMark(line) {
				t.Errorf("mayMark(%q) = false", line)
			}
		}
		if libraryName().MatchString(line) {
			names++
			if !hasLibrary(line) {
				t.Errorf("hasLibrary(%q) = false", line)
			}
		}
	}
	if marks == 0 || names == 0 {
		t.Errorf("the fixtures have %d marks and %d names: the test shows nothing", marks, names)
	}
}

func TestToLower(t *testing.T) {
	for r := range rune(0x2100) {
		s := "A" + string(r) + "Öß"
		for _, s := range []string{s, s[:len(s)-1], s[:2] + "z", s[2:]} {
			if got, want := toLower(s), strings.ToLower(s); got != want {
				t.Fatalf("%q: %q, want %q", s, got, want)
			}
		}
	}
}
