package cache

import (
	"regexp/syntax"
	"testing"
)

func TestWhatAPatternNeeds(t *testing.T) {
	for source, want := range map[string]string{
		"Rat": "rat", "steuer": "teuer", "(neue) Brücke+": " brück", "a|bc": "", "x*y?": "", "HAFEN (auf|zu)": "hafen ", "": "", "Größe": "größe", "kιλος": "λο", "^abc$": "abc", "(ab){2}": "ab", "(ab){0,2}c": "c",
	} {
		p, err := newPattern(source)
		if err != nil {
			t.Fatal(err)
		}
		if p.need != want {
			t.Errorf("%s needs %q, want %q", source, p.need, want)
		}
	}
}

// FuzzPatternNeedsWhatItMatches holds the short way to the long one.
func FuzzPatternNeedsWhatItMatches(f *testing.F) {
	for _, source := range []string{"steuer", "K(öln|elvin)", "ſtraße", "a+b", "σας", "i̇", "[ab]c", "(?-i)Rat", "x{2,3}y"} {
		for _, text := range []string{"STEUER", "Steuer", "\u212Aöln", "STRASSE ſteuer", "ΣΑΣ", "İstanbul", "AAB", "Rat rat", "xxXY", "\xff\xfe", "STRAẞE"} {
			f.Add(source, text)
		}
	}
	f.Fuzz(func(t *testing.T, source, text string) {
		if _, err := syntax.Parse(source, syntax.Perl); err != nil || len(source) > maxPattern {
			return
		}
		p, err := newPattern(source)
		if err != nil {
			return
		}
		if got, want := p.matches(text), p.re.MatchString(text); got != want {
			t.Errorf("/%s/ of %q: %v, want %v; it needs %q", source, text, got, want, p.need)
		}
	})
}
