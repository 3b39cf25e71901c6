package page

import (
	"testing"

	"github.com/microcosm-cc/bluemonday"
)

// What stands in for the package that Glamour takes HTML out with does as that does.
func TestHTMLIsTakenOut(t *testing.T) {
	for in, want := range map[string]string{
		"":                              "",
		"nur Text":                      "nur Text",
		"a < b &amp; c":                 "a &lt; b &amp; c",
		"<b>fett</b> <i class=x>schräg": "fett schräg",
		"vor<script>alert(1)</script>nach<style>p{}</style>!": "vornach!",
		"<!-- still --><br/>ja":                               "ja",
	} {
		if got := bluemonday.StrictPolicy().Sanitize(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
