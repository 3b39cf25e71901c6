package feed

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

const (
	flagOfWales = "\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F"
	zalgo       = "\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a"
)

func TestClean(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain text stays", "Zürich, 9. November\n\tGrüße", "Zürich, 9. November\n\tGrüße"},
		{"nothing", "", ""},
		{"escape sequences lose their escape", "a\x1b[31mb\x1b]0;title\x07c", "a[31mb]0;titlec"},
		{"C1 controls go", "a\u009b31mb\u009dc\u0090d\u009ce", "a31mbcde"},
		{"a raw C1 byte is no UTF-8", "a\x9bb", "a\ufffdb"},
		{"NUL, backspace and DEL go", "a\x00b\x08c\x7fd", "abcd"},
		{"line ends become one", "a\r\nb\rc\nd", "a\nb\nc\nd"},
		{"other line ends too", "a\vb\fc\u0085d", "a\nb\nc\nd"},
		{"two carriage returns are two lines", "a\r\r\nb", "a\n\nb"},
		{"bidi overrides and isolates go", "a\u202eb\u202cc\u2066d\u2069e\u061cf", "abcdef"},
		{"left-to-right and right-to-left marks stay where letters run so", "שלום\u200e A\u200f", "שלום\u200e A\u200f"},
		{"elsewhere they go", "a\u200eb\u200fc", "abc"},
		{"invisible operators, fillers and formats go", "a\u2061b\u2064c\u17b4d\u034fe\u115ff\u180eg\ufffch\U0001D173i\U0001BCA0j", "abcdefghij"},
		{"selectors that choose nothing go", "a\ufe00b\ufe0dc\U000E0100d\u180be", "abcde"},
		{"selectors behind what has forms stay", "葛\ufe00 ∩\ufe00 ᠠ\u180b", "葛\ufe00 ∩\ufe00 ᠠ\u180b"},
		{"joiners, soft hyphens and variation selectors stay", "👩\u200d🚒 Feuer\u00adwehr ❤\ufe0f می\u200cخواهم 葛\U000E0100", "👩\u200d🚒 Feuer\u00adwehr ❤\ufe0f می\u200cخواهم 葛\U000E0100"},
		{"invisible tags go", "a\U000E0041\U000E0042b\U000E0001c", "abc"},
		{"tags of a flag stay", flagOfWales + "!", flagOfWales + "!"},
		{"tags behind the flag's end go", flagOfWales + "\U000E0041b", flagOfWales + "b"},
		{"a long secret behind a flag is cut", "\U0001F3F4" + strings.Repeat("\U000E0061", 40), "\U0001F3F4" + strings.Repeat("\U000E0061", maxTags)},
		{"byte order marks, annotations and fillers go", "\ufeffa\ufff9b\u3164c\uffa0d", "abcd"},
		{"no characters at all", "a\ufffeb\U0001FFFFc\ufdd0d", "abcd"},
		{"invalid UTF-8 is marked", "a\xffb\xc3", "a\ufffdb\ufffd"},
		{"a surrogate in UTF-8 is marked byte for byte", "a\xed\xa0\x80b", "a\ufffd\ufffd\ufffdb"},
		{"the replacement character itself stays", "a\ufffdb", "a\ufffdb"},
		{"a heap of marks is cut", "Z" + zalgo + zalgo + "a", "Z" + string([]rune(zalgo)[:maxHeap]) + "a"},
		{"a control inside a heap does not help it", "Z" + zalgo[:8] + "\x1b" + zalgo, "Z" + zalgo[:8] + zalgo[:8]},
		{"marks of a language stay", "Tiếng Việt שָׁלוֹם हिन्दी", "Tiếng Việt שָׁלוֹם हिन्दी"},
	}
	for _, tt := range tests {
		if got := Clean(tt.in); got != tt.want {
			t.Errorf("%s: Clean(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

func TestCleanLeavesCleanTextAlone(t *testing.T) {
	s := strings.Repeat("Grüße aus Lindenau. ", 50)
	if n := testing.AllocsPerRun(10, func() { Clean(s) }); n != 0 {
		t.Errorf("clean text is copied: %v allocations", n)
	}
}

func TestLine(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"blanks only", " \n\t\u00a0 ", ""},
		{"blanks of all kinds are one", "  a\n\n b\t c\r\nd\u2003e\u3000f\u2028g ", "a b c d e f g"},
		{"form feeds and NEL part words", "a\vb\fc\u0085d", "a b c d"},
		{"non-breaking spaces stay inside", "\u00a09\u00a0Uhr\u202f!\u202f", "9\u00a0Uhr\u202f!"},
		{"zero-width spaces go", "a\u200bb \u200b c", "ab c"},
		{"what is dropped leaves no blank", "a \x1b b", "a b"},
	}
	for _, tt := range tests {
		if got := Line(tt.in); got != tt.want {
			t.Errorf("%s: Line(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

// FuzzClean holds the first door: whatever comes in, nothing that a terminal
// would act on gets through, and a second pass changes nothing.
func FuzzClean(f *testing.F) {
	for _, s := range []string{
		"", "Grüße", "a\x1b[31mb", "\u009b31m", "\x9b", "a\r\r\nb", "\u202e", flagOfWales, flagOfWales + "\U000E0041", "\U0001F3F4\x00\U000E0041", "Z" + zalgo + "\u200b" + zalgo, "\ufeff", "\xed\xa0\x80", "\u00a0 \u200b\n", "\U0001F3F4\u200b\U000E0061",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		clean, line := Clean(s), Line(s)
		checkClean(t, s, clean)
		checkClean(t, s, line)
		if Clean(clean) != clean {
			t.Errorf("Clean(%q) = %q, and again %q", s, clean, Clean(clean))
		}
		if Line(line) != line || Clean(line) != line {
			t.Errorf("Line(%q) = %q, and again %q, %q", s, line, Line(line), Clean(line))
		}
		if Line(clean) != line {
			t.Errorf("Line(%q) = %q, of clean text %q", s, line, Line(clean))
		}
		if strings.ContainsAny(line, "\n\t") || strings.Contains(line, "  ") || strings.TrimSpace(line) != line {
			t.Errorf("Line(%q) = %q is no line", s, line)
		}
		if len(clean) > 3*len(s) {
			t.Errorf("Clean(%q) grew to %d bytes", s, len(clean))
		}
		if isClean(s) && clean != s {
			t.Errorf("%q is clean, but Clean gives %q", s, clean)
		}
	})
}

func checkClean(t *testing.T, in, out string) {
	t.Helper()
	if !utf8.ValidString(out) {
		t.Errorf("%q became %q, which is no UTF-8", in, out)
	}
	heap, flag := 0, false
	for _, r := range out {
		tag := r >= 0xE0000 && r <= 0xE00FF
		switch {
		case unicode.Is(unicode.Cc, r) && r != '\n' && r != '\t', unicode.Is(unicode.Bidi_Control, r) && r != 0x200E && r != 0x200F, tag && !flag, unicode.Is(unicode.Noncharacter_Code_Point, r):
			t.Errorf("%q became %q, which holds %U", in, out, r)
		case unicode.In(r, unicode.Mn, unicode.Me) && r < 0xE0000:
			heap++
		default:
			heap = 0
		}
		if heap > maxHeap {
			t.Errorf("%q became %q, with %d marks in a row", in, out, heap)
		}
		flag = r == 0x1F3F4 || tag && flag
	}
}

func BenchmarkClean(b *testing.B) {
	clean := strings.Repeat("Grüße aus Lindenau, sagte Ada Lindner. ", 128)
	b.Run("clean", func(b *testing.B) {
		b.SetBytes(int64(len(clean)))
		for b.Loop() {
			Clean(clean)
		}
	})
	b.Run("dirty", func(b *testing.B) {
		dirty := clean + "\x1b"
		b.SetBytes(int64(len(dirty)))
		for b.Loop() {
			Clean(dirty)
		}
	})
}

// TestALineThatIsOneStaysItself holds the short way to what Line makes letter by letter.
func TestALineThatIsOneStaysItself(t *testing.T) {
	pieces := []string{
		"Rat", "Straße", "ä", " ", "  ", "\u00a0", "\u2007", "\u202f", "\u2009", "\u200b", "\u0301", "\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
		"Lindenau am Hafen", "Bürgermeisterin", " ! ", "a b c d e f g h", "Hafen!\x1f", "am Markt \x7f", "am Ufer",
		"\u3000", "\n", "\t", "\x1b", "\x7f", "\u0085", "\u202e", "\u200d", "漢", "\xff", "\ufffd", "\U0001F3F4", "\U000E0067", "–",
	}
	r := rand.New(rand.NewPCG(3, 4))
	same := 0
	for range 50_000 {
		var b strings.Builder
		for range r.IntN(6) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		s := b.String()
		if IsLine(s) {
			same++
			if got := Line(s + "\t"); got != s { // what it ends in takes the long way
				t.Fatalf("%q is a line, but becomes %q", s, got)
			}
		} else if got := Line(s); Line(got) != got {
			t.Fatalf("%q becomes %q, and that %q", s, got, Line(got))
		}
	}
	if same < 5000 {
		t.Errorf("only %d were lines", same)
	}
}

func TestForeignFilesAreCleaned(t *testing.T) {
	a := Article{
		Comments: "javascript:alert(1)",
		Enclosures: []Enclosure{
			{URL: "file:///etc/passwd"}, {URL: "https://lindenau.example/1.mp3", Type: "audio/\x1b[31mmpeg", Title: "Folge\u202e\x07 1"},
		},
	}
	a.Clean()
	want := []Enclosure{{URL: "https://lindenau.example/1.mp3", Type: "audio/[31mmpeg", Title: "Folge 1"}}
	if a.Comments != "" || !reflect.DeepEqual(a.Enclosures, want) {
		t.Errorf("%+v, comments %q", a.Enclosures, a.Comments)
	}
}
