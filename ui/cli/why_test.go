package cli

import (
	"os"
	"path/filepath"
	"testing"

	"depesche/feed/extract"
	"depesche/ui/locale"
)

// Every rule that takes a page of the extractor's own tests apart, and every part
// it names, can be told in German.
func TestRulesHaveGermanWords(t *testing.T) {
	files, err := filepath.Glob("../../feed/extract/testdata/*.html")
	if err != nil || len(files) == 0 {
		t.Fatal("no pages", err)
	}
	why := locale.German().Why
	rules := map[string]bool{}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, reasons, _ := extract.Explain(src, extract.Options{URL: "https://tageblatt.example/a"})
		for _, r := range reasons {
			if why.Parts[r.What] == "" {
				t.Errorf("%s: no German for the part %q", name, r.What)
			}
			if why.Rules[r.Rule] == "" {
				t.Errorf("%s: no German for the rule %q", name, r.Rule)
			}
			rules[r.Rule] = true
		}
	}
	if len(rules) < 40 {
		t.Errorf("the pages show %d rules only", len(rules))
	}
}
