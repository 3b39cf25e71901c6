package hyphen

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// divided shows a word with its divisions.
func divided(p *Patterns, word string) string {
	var b strings.Builder
	from := 0
	for _, at := range p.Points(nil, word) {
		b.WriteString(word[from:at] + "-")
		from = at
	}
	return b.String() + word[from:]
}

func TestPoints(t *testing.T) {
	for _, c := range []struct{ lang, want string }{
		{"de", "Haus-halts-aus-schuss"},
		{"de", "Bür-ger-meis-te-rin"},
		{"de-AT", "Ge-mein-de-rats-sit-zung"},
		{"de", "Stra-ßen-bahn"},
		{"de", "zwi-schen"},
		{"de", "Zu-cker"},
		{"de", "Presse"}, // two letters are not left alone at the start of a line
		{"de", "Do-nau-dampf-schiff-fahrt"},
		{"de", "oben"},
		{"en", "hy-phen-ation"},
		{"en-GB", "gov-ern-ment"},
		{"en", "par-lia-ment"},
		{"en", "oblig-a-tory"},
		{"en", "present"},
		{"en", "Wa-ter"},
		{"en", "ther-apists"}, // and not the rapists
		{"en", "re-in-vent"},
		{"en", "analy-sis"},
		{"en", "Spokes-wo-man"},
		{"en", "any-thing"},
		{"de", "Staubecken"}, // Staub-ecken or Stau-becken: better not at all
		{"de", "Wachstube"},
		{"de", "be-inhal-ten"},
		{"de", "Ur-instinkt"},
		{"de", "Blu-men-topf-erde"},
		{"de", "Ver-wal-tungs-ge-richts-ent-schei-dung"},
		{"de", "Eu-ro-pa-ab-ge-ord-nete"},
		{"de", "Au-ßen-mi-nis-te-rin"},
	} {
		word := strings.ReplaceAll(c.want, "-", "")
		if got := divided(For(c.lang), word); got != c.want {
			t.Errorf("%s: %s, want %s", c.lang, got, c.want)
		}
	}
}

func TestWholeWords(t *testing.T) {
	de := For("de")
	for _, w := range []string{"", "a", "Tag", "UNESCO", "GmbHs", "Москва", strings.Repeat("wort", 30), "naïf\u0301"} {
		if got := de.Points(nil, w); len(got) != 0 {
			t.Errorf("%q is divided at %v", w, got)
		}
	}
	if p := For("fr"); p != nil || p.Points(nil, "bonjour") != nil {
		t.Error("a language without patterns has some")
	}
}

func TestFilesAreWhole(t *testing.T) {
	for lang, want := range map[string]int{"de": 35056, "en": 4447} {
		p := For(lang)
		n := 0
		for _, v := range p.values {
			if v != 0 {
				n++
			}
		}
		if n != want {
			t.Errorf("%s: %d patterns, want %d", lang, n, want)
		}
	}
}

func FuzzPoints(f *testing.F) {
	f.Add("Haushaltsausschuss")
	f.Add("\xff\u0301")
	f.Fuzz(func(t *testing.T, word string) {
		last := 0
		for _, at := range For("de").Points(nil, word) {
			if at <= last || at >= len(word) || !utf8.RuneStart(word[at]) {
				t.Fatalf("%q is divided at %d", word, at)
			}
			last = at
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(deFile)
	}
}

func BenchmarkPoints(b *testing.B) {
	p := For("de")
	var dst []int
	for b.Loop() {
		dst = p.Points(dst[:0], "Haushaltsausschuss")
	}
}
