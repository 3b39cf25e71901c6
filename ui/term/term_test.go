package term

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSafe(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain text", "Bürger*innen\tund\n„Zitat“", "Bürger*innen\tund\n„Zitat“"},
		{"a style", "\x1b[1;38;2;1;2;3mfett\x1b[m", "\x1b[1;38;2;1;2;3mfett\x1b[m"},
		{"a style with colons", "\x1b[4:3mx\x1b[0m", "\x1b[4:3mx\x1b[0m"},
		{"a web link", "\x1b]8;;https://a.invalid/x\x1b\\x\x1b]8;;\x1b\\", "\x1b]8;;https://a.invalid/x\x1b\\x\x1b]8;;\x1b\\"},
		{"a link ended by BEL", "\x1b]8;id=1;http://a.invalid\ax\x1b]8;;\a", "\x1b]8;id=1;http://a.invalid\x1b\\x\x1b]8;;\x1b\\"},
		{"a mail address", "\x1b]8;;mailto:a@b.invalid\ax\x1b]8;;\a", "\x1b]8;;mailto:a@b.invalid\x1b\\x\x1b]8;;\x1b\\"},
		{"a link left open", "\x1b]8;;http://a.invalid\ax", "\x1b]8;;http://a.invalid\x1b\\x\x1b]8;;\x1b\\"},
		{"a file link", "\x1b]8;;file:///etc/passwd\ax\x1b]8;;\a", "x\x1b]8;;\x1b\\"},
		{"a script link", "\x1b]8;;javascript:alert(1)\ax", "x"},
		{"a link with a blank", "\x1b]8;;http://a.invalid/ b\ax", "x"},
		{"the screen cleared", "a\x1b[2Jb", "ab"},
		{"the cursor moved", "a\x1b[10;20Hb\x1b[Ac", "abc"},
		{"a private mode", "\x1b[?1049hx", "x"},
		{"key reporting that ends in m", "\x1b[>4;2mx\x1b[?4m", "x"},
		{"the clipboard", "a\x1b]52;c;aGk=\ab", "ab"},
		{"a title", "\x1b]0;title\x1b\\b", "b"},
		{"DCS", "a\x1bPq#0~\x1b\\b", "ab"},
		{"Kitty's graphics", "a\x1b_Ga=d\x1b\\b", "ab"},
		{"a picture of ours", "a\x1b[38;5;20m\U0010EEEE\u0305\u0305\U0010EEEE\U0010EEEE\x1b[39mb", "a\x1b[38;5;20m\U0010EEEE\u0305\u0305\U0010EEEE\U0010EEEE\x1b[39mb"},
		{"a picture of ours behind what goes", "\x07\x1b[38;5;20m\U0010EEEE\u0305\u0305\U0010EEEE\x1b[39mb", "\x1b[38;5;20m\U0010EEEE\u0305\u0305\U0010EEEE\x1b[39mb"},
		{"a placeholder in a text", "a\U0010EEEE\u0305b", "a\u0305b"},
		{"a placeholder in a text of ours", "\x1b[38;2;1;2;3m\U0010EEEE\U0010EEEEb\x1b[m", "\x1b[38;2;1;2;3mb\x1b[m"},
		{"a placeholder behind text in a picture's colour", "\x1b[38;5;20mx\U0010EEEE\x1b[m", "\x1b[38;5;20mx\x1b[m"},
		{"PM and SOS", "a\x1b^x\x1b\\b\x1bXy\x1b\\c", "abc"},
		{"8-bit CSI", "a\u009b2Jb", "ab"},
		{"8-bit CSI as a style", "a\u009b1mb", "ab"},
		{"8-bit OSC", "a\u009d52;c;x\u009cb", "ab"},
		{"8-bit DCS", "a\u0090q~\x1b\\b", "ab"},
		{"raw C1 bytes", "a\x9b2Jb", "a\ufffd2Jb"},
		{"controls", "a\x00\x07\x08\x0b\x0c\r\x0e\x7fb\u0085c", "abc"},
		{"a character set", "a\x1b(0b\x1b)Bc", "abc"},
		{"a reset", "a\x1bcb\x1b7\x1b8", "ab"},
		{"an escape at the end", "a\x1b", "a"},
		{"a sequence cut short", "a\x1b[3", "a"},
		{"a string without an end keeps its lines apart", "a\x1b]0;title\nb", "a\nb"},
		{"an escape within an escape", "\x1b\x1b[2Jx", "x"},
		{"a sequence made by taking another out", "\x1b\x1b[K[2Jx", "[2Jx"},
		{"a style within a string", "\x1bP\x1b[31mx", "\x1b[31mx"},
		{"invalid UTF-8", "a\xffb", "a\ufffdb"},
	} {
		if got := Safe(c.in); got != c.want {
			t.Errorf("%s: Safe(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestSafeGivesCleanTextBackAsItIs(t *testing.T) {
	s := strings.Repeat("Der Stadtrat von Lindenau \x1b[1mhat\x1b[m beschlossen.\n", 50)
	if n := testing.AllocsPerRun(10, func() { Safe(s) }); n != 0 {
		t.Errorf("%v allocations for a screen of our own", n)
	}
}

func FuzzSafe(f *testing.F) {
	for _, s := range []string{"", "\x1b[1mx\x1b[m", "\x1b]8;;https://a.invalid\ax", "\u009b2J", "\x1b\x1b]0;\x1b\\\x1b[K", "a\xc2", "\x1b[1\u009bm", "\x1b]8;;\x1b]8;;http://x\a", "\x1b[38;5;20m\U0010EEEE\u0305\u0305\U0010EEEE\x1b[39m\U0010EEEE", "\x07\x1b[38;5;20m\U0010EEEE\u0305\x07\U0010EEEE"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Safe(s)
		if !utf8.ValidString(got) {
			t.Fatalf("%q is no UTF-8", got)
		}
		if again := Safe(got); again != got {
			t.Fatalf("Safe(%q) = %q, and then %q", s, got, again)
		}
		obeyed(t, got)
	})
}

// obeyed looks at what is left by another way than Safe: every ESC opens one of the two
// sequences allowed.
func obeyed(t *testing.T, s string) {
	if at := strings.IndexRune(s, placeholder); at >= 0 && !strings.Contains(s[:at], "\x1b[38;5;") {
		t.Fatalf("a placeholder without a colour that names a picture is left in %q", s)
	}
	for i, r := range s {
		if r == 0x1b {
			rest := s[i+1:]
			switch {
			case strings.HasPrefix(rest, "\\"):
			case strings.HasPrefix(rest, "["):
				end := strings.IndexFunc(rest[1:], func(r rune) bool { return (r < '0' || r > '9') && r != ';' && r != ':' })
				if end < 0 || rest[1+end] != 'm' {
					t.Fatalf("a sequence is left in %q", s)
				}
			case strings.HasPrefix(rest, "]8;"):
				url, _, ok := strings.Cut(rest[3:], "\x1b\\")
				_, url, found := strings.Cut(url, ";")
				if !ok || !found || url != "" && !webLink(url) {
					t.Fatalf("a link is left in %q", s)
				}
			default:
				t.Fatalf("a sequence is left in %q", s)
			}
			continue
		}
		if r < 0x20 && r != '\n' && r != '\t' || r >= 0x7f && r <= 0x9f {
			t.Fatalf("control %U is left in %q", r, s)
		}
	}
}

func TestWriter(t *testing.T) {
	var out bytes.Buffer
	w := NewWriter(&out)
	for _, p := range []string{"a\x1b[", "2Jb\x1b[1", "mc\nd\x1b]52;", "c;x\ae"} {
		if n, err := w.Write([]byte(p)); n != len(p) || err != nil {
			t.Fatalf("Write(%q) = %d, %v", p, n, err)
		}
	}
	if got := out.String(); got != "ab\x1b[1mc\n" {
		t.Errorf("whole lines: %q", got)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); got != "ab\x1b[1mc\nde" {
		t.Errorf("after Flush: %q", got)
	}
}

type broken struct{}

var errBroken = errors.New("broken")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestWriterReportsErrors(t *testing.T) {
	w := NewWriter(broken{})
	if _, err := w.Write([]byte("a\n")); !errors.Is(err, errBroken) {
		t.Errorf("Write: %v", err)
	}
	if _, err := w.Write(bytes.Repeat([]byte("x"), maxHeld+1)); !errors.Is(err, errBroken) {
		t.Errorf("an endless line is held back: %v", err)
	}
}

func BenchmarkSafe(b *testing.B) {
	s := strings.Repeat("\x1b[38;2;1;2;3mDer Stadtrat von Lindenau hat am Dienstag nach sieben Stunden etwas beschlossen\x1b[m\n", 50)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Safe(s)
	}
}
