package term

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

func TestLinesFitHoweverColumnsAreCounted(t *testing.T) {
	for _, s := range []string{
		"", "abc", "Brücke – heute …", "日本語の記事", "한국어", "👩‍👩‍👧‍👦 Familie", "🏳️‍🌈🏳️‍🌈🏳️‍🌈", "Herz ❤️ Taste 1️⃣", "हिन्दी में", "ประชาชน", "e\u0301e\u0301e\u0301", "\x1b[1mहिन्दी\x1b[m में",
	} {
		for w := range 24 {
			padded := s + strings.Repeat(" ", max(0, w-ansi.StringWidth(s)))
			padded = ansi.Truncate(padded, w, "")
			if n := ansi.StringWidthWc(Cells{}.Fit(padded, w)); ansi.StringWidth(padded) == w && n != w {
				t.Errorf("%q in %d columns takes %d", s, w, n)
			}
			if got := (Cells{Clusters: true}).Fit(padded, w); got != padded {
				t.Errorf("%q in %d columns is changed to %q", s, w, got)
			}
			for _, more := range []string{"", "…"} {
				got := CutWidest(s, w, more)
				if Widest(got) > w {
					t.Errorf("%q cut to %d columns takes %d: %q", s, w, Widest(got), got)
				}
				if Widest(s) <= w && got != s {
					t.Errorf("%q has room in %d columns and became %q", s, w, got)
				}
				if !utf8.ValidString(got) {
					t.Errorf("%q cut to %q", s, got)
				}
			}
		}
	}
}

// What is not counted twice is counted the same both ways.
func FuzzCounted(f *testing.F) {
	f.Add("Brücke …")
	f.Add("日本語 한국어 ★●▌▣")
	f.Fuzz(func(t *testing.T, s string) {
		if utf8.ValidString(s) && !counted(s) && ansi.StringWidth(s) != ansi.StringWidthWc(s) {
			t.Errorf("%q takes %d or %d columns", s, ansi.StringWidth(s), ansi.StringWidthWc(s))
		}
	})
}
