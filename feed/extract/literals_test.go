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

func TestLookingForTextsFirstLosesNoMatch(t *testing.T) {
	if race.Detects {
		t.Skip("letters, in one goroutine")
	}
	lines := fixtureLines(t)
	for name, ps := range map[string]phrases{
		"stop headings": stopHeading, "pointers": pointer, "invitations": invitation, "weak invitations": weakInvitation,
		"embeds": embedNote, "corrections": correction, "labels": label, "paywalls": paywallLine, "consent": consentLine,
	} {
		matches := 0
		for _, line := range lines {
			want := 0
			for _, re := range ps().patterns {
				if re.MatchString(line) {
					want++
				}
			}
			if got := ps.match(line); got != (want > 0) {
				t.Errorf("%s: match(%q) = %v, %d patterns match", name, line, got, want)
			}
			if want > 0 {
				matches++
			}
		}
		if matches == 0 {
			t.Errorf("%s: no line of the fixtures matches: the test shows nothing", name)
		}
	}
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

func TestNeedsOf(t *testing.T) {
	for pattern, want := range map[string]string{
		`fotos?`:                   "foto",
		`^read (?:more|on)\b`:      "read ",
		`(?:symbol|archiv)bild`:    "bild symbol archiv",
		`(?:a|b)?`:                 "",
		`(?i:word)`:                "",
		`mehr (?:zum )?thema|dazu`: "mehr  thema dazu",
	} {
		for _, need := range needsOf(pattern) {
			if want == "" || !strings.Contains(want, need) {
				t.Errorf("needsOf(%q) has %q", pattern, need)
			}
		}
		if (len(needsOf(pattern)) == 0) != (want == "") {
			t.Errorf("needsOf(%q) = %q", pattern, needsOf(pattern))
		}
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
