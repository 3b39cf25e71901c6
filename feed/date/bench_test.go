package date

import (
	"strings"
	"testing"
)

// BenchmarkRead reads the commonest forms of feeds, and one in words.
func BenchmarkRead(b *testing.B) {
	for _, c := range []struct{ name, in string }{
		{"RFC3339", "2025-03-03T10:00:00+01:00"},
		{"RFC822", "Mon, 03 Mar 2025 10:00:00 +0100"},
		{"GMT", "Mon, 03 Mar 2025 10:00:00 GMT"},
		{"words", "Montag, 3. März 2025, 10.15 Uhr"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if Read(c.in, Home{}).IsZero() {
					b.Fatal(c.in)
				}
			}
		})
	}
}

// BenchmarkIn looks for dates in lines with and without one.
func BenchmarkIn(b *testing.B) {
	for _, c := range []struct{ name, in string }{
		{"byline", "Von Ada Lindner · 12. März 2024, 10.15 Uhr · 3 Min."},
		{"prose", "Die Brücke kostet 12,5 Millionen Euro und soll 2027 fertig sein, sagte die Bürgermeisterin am 3. Tag."},
		{"hostile numbers", strings.Repeat("1.", 200)},
		{"hostile months", strings.Repeat("mai 1 ", 70)},
		{"hostile clocks", strings.Repeat("1:1 mai 20 ", 40)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				In(c.in, Home{})
			}
		})
	}
}
