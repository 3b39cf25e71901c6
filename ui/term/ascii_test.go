package term

import (
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

func TestASCII(t *testing.T) {
	for in, want := range map[string][2]string{
		"plain \x1b[1mtext\x1b[m":          {"plain \x1b[1mtext\x1b[m", "plain \x1b[1mtext\x1b[m"},
		"„Brücke“ – heute … für 5 €":       {`"Brucke" - heute . fur 5 E`, `"Bruecke" - heute ... fuer 5 EUR`},
		"Straße, Œuvre, Łódź, Ångström":    {"Strase, Ouvre, Lodz, Angstrom", "Strasse, Oeuvre, Lodz, Aangstroem"},
		"日本 Аб 👩‍🚒":                        {"???? ?? ??", "???? ?? ??"},
		"a\u00a0b\u00adc\u200b│ ┌─┐ ★ → x": {"a bc| +-+ * > x", "a bc| +-+ * -> x"},
		"e\u0301 ﬁ ½ Ⅳ":                    {"e f 1 I", "e f 1 I"},
	} {
		if got := InCells(in); got != want[0] {
			t.Errorf("%q in cells: %q, want %q", in, got, want[0])
		}
		if got := Spelled(in); got != want[1] {
			t.Errorf("%q spelled: %q, want %q", in, got, want[1])
		}
	}
}

func FuzzASCII(f *testing.F) {
	f.Add("„Brücke“ – 日本 👩‍🚒 e\u0301")
	f.Fuzz(func(t *testing.T, s string) {
		for _, got := range []string{InCells(s), Spelled(s)} {
			for i := range len(got) {
				if got[i] >= utf8.RuneSelf {
					t.Fatalf("%q became %q", s, got)
				}
			}
		}
		if got := InCells(s); !counted(s) && utf8.ValidString(s) && ansi.StringWidth(got) != ansi.StringWidth(s) {
			t.Errorf("%q takes %d columns, %q %d", s, ansi.StringWidth(s), got, ansi.StringWidth(got))
		}
	})
}
