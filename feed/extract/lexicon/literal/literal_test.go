package literal

import (
	"regexp/syntax"
	"strings"
	"testing"
)

func needsOf(t *testing.T, pattern string) []string {
	t.Helper()
	tree, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		t.Fatal(err)
	}
	return NeedsOf(tree)
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
		for _, need := range needsOf(t, pattern) {
			if want == "" || !strings.Contains(want, need) {
				t.Errorf("needsOf(%q) has %q", pattern, need)
			}
		}
		if (len(needsOf(t, pattern)) == 0) != (want == "") {
			t.Errorf("needsOf(%q) = %q", pattern, needsOf(t, pattern))
		}
	}
}
