package extract

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"depesche/feed"
)

// TestATidyTextIsTakenAsItIs holds the short way of tidy to the long one.
func TestATidyTextIsTakenAsItIs(t *testing.T) {
	pieces := []string{
		"Rat", "Straße", " ", "  ", "\n", "\t", "\u00a0", "\u202f", "\u2007", "\u2009", "\u3000", "\u2028", "\u200b", "\ufeff", "\u0301", "\x1b", "漢", "\xff", ".", "„", "“",
	}
	r := rand.New(rand.NewPCG(5, 6))
	for range 20_000 {
		var b strings.Builder
		for range r.IntN(6) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		run := []feed.Span{{Text: b.String(), Style: feed.Style(r.IntN(2)), Link: [...]string{"", "https://blatt.example/"}[r.IntN(2)]}}
		if got, want := tidy(run), tidied(run); len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Fatalf("%q: %+v, the long way gives %+v", b.String(), got, want)
		}
	}
}

func TestInkBytes(t *testing.T) {
	s := "a b\tc\x00\x7f \u00a0ä!\x1f\x20\x21„Der Rat\n"
	for from := range len(s) {
		for to := from; to <= len(s); to++ {
			want := int32(0)
			for i := from; i < to; i++ {
				if s[i] > ' ' {
					want++
				}
			}
			if got := inkBytes(s[from:to]); got != want {
				t.Fatalf("%q: %d, want %d", s[from:to], got, want)
			}
		}
	}
}
