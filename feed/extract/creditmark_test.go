package extract

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"depesche/feed/extract/lexicon"
	"depesche/feed/race"
)

// TestMarksAreFoundAsByTheWholePattern puts marks, names and what parts them together at
// random, and compares what the short way finds with what the pattern of all marks does.
// namingMarks are the first n marks of a text by the pattern of all, without those that go on in small letters.
func namingMarks(s string, n int) [][]int {
	var out [][]int
	for _, m := range creditMark().FindAllStringIndex(s, -1) {
		if !leadsOn(s, m) && (n < 0 || len(out) < n) {
			out = append(out, m)
		}
	}
	return out
}

func TestMarksAreFoundAsByTheWholePattern(t *testing.T) {
	pieces := []string{
		" ", "  ", " ", ": ", ":", " : ", "=", ". ", ", ", " | ", "/", "(", ")", "[M]", " (M) ", "© ", "©", "(c) ", "&copy;", "ⓒ", "\u212a", "İ", "ſ",
		"Foto", "FOTOS", "foto von ", "Photo by ", "Ada Lindner", "dpa", "Der Rat tagt im neuen Saal", "Photographie", "写真", "：", "사진", "\u00a0", "Bildquelle",
		"ein langer Satz, in dem nichts von alledem steht, was wir suchen, und der doch nicht endet", "ß", "Ä",
	}
	var marks []string
	for _, p := range append(lexicon.All(lexicon.Photo), lexicon.All(lexicon.PhotoBy)...) {
		marks = append(marks, strings.NewReplacer("?", "", "(?:", "", ")", "", `\`, "").Replace(p))
	}
	r := rand.New(rand.NewPCG(1, 2))
	found, tries := 0, 5_000
	if race.Detects { // letters, in one goroutine
		tries /= 20
	}
	for range tries {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			from := pieces
			if r.IntN(3) == 0 {
				from = marks
			}
			b.WriteString(from[r.IntN(len(from))])
		}
		s := b.String()
		for _, n := range []int{-1, 1, 4} {
			want, got := namingMarks(s, n), marksIn(s, n)
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("%q, %d: %v, the pattern finds %v", s, n, got, want)
			}
			found += len(got)
		}
	}
	if found < tries/5 {
		t.Errorf("only %d marks in all", found)
	}
}

func BenchmarkSplitCredit(b *testing.B) {
	for b.Loop() {
		splitCredit("Trotz aller Bedenken verschiebt der Oberbürgermeister den Bericht über die Lieferketten. Foto: Ada Lindner/dpa")
	}
}

// TestLibrariesAreFoundAsByTheWholePattern holds the short way to the pattern of all names.
func TestLibrariesAreFoundAsByTheWholePattern(t *testing.T) {
	pieces := []string{" ", " ", "/", "-", ".", "(", ")", "_", "a", "B", "s", "ä", "Ö", "via ", "images", " Images", "Foto: ", "Ada Lindner"}
	for _, p := range slices.Concat(libraries, libraryCodes) {
		plain := strings.NewReplacer("?", "", "(?:", "", ")", "", `\w+`, "x", `\S*`, "y", "[- ]", "-", `\.`, ".", `[-\w. ]*`, "").Replace(p)
		pieces = append(pieces, plain, strings.ToUpper(plain), strings.ToLower(plain))
	}
	r := rand.New(rand.NewPCG(4, 2))
	found := 0
	for range 60_000 {
		var b strings.Builder
		for range 1 + r.IntN(5) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		s := b.String()
		want := libraryName().MatchString(s)
		if got := hasLibrary(s); got != want {
			t.Fatalf("%q: %v, the pattern says %v", s, got, want)
		}
		if want {
			found++
		}
	}
	if found < 10_000 || found > 59_000 {
		t.Errorf("%d of 60000 name one", found)
	}
}
