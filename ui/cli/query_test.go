package cli

import (
	"os"
	"strings"
	"testing"

	"depesche/cache"
	"depesche/ui/locale"
)

// TestQueryTable reads every line of the query language's table in both languages, and
// looks for it in the README; no field is left out.
func TestQueryTable(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"en", "de"} {
		var all strings.Builder
		for _, l := range locale.For(lang).CLI.Queries {
			if _, err := cache.ParseQuery(l.Query); err != nil {
				t.Errorf("%s: %v", l.Query, err)
			}
			if row := "| `" + l.Query + "` | " + l.Finds + " |"; lang == "en" && !strings.Contains(string(readme), row) {
				t.Errorf("the README lacks %s", row)
			}
			all.WriteString(l.Query + " " + l.Finds + "\n")
		}
		for _, f := range cache.Fields() {
			known := f.Names[0] == "id" // for scripts
			for _, n := range f.Names {
				known = known || strings.Contains(all.String(), n)
			}
			if !known {
				t.Errorf("%s: the table says nothing of %s:", lang, f.Names[0])
			}
		}
	}
}
