package term

import (
	"hash/crc32"
	"testing"
	"unicode"

	"github.com/mattn/go-runewidth"
)

// What stands in for the package that x/ansi asks for a sign's columns answers as that
// does: the sums are over what go-runewidth 0.0.30 says of all of Unicode.
func TestEverySignIsAsWide(t *testing.T) {
	for eastAsian, want := range map[bool]uint32{false: 0xb252196f, true: 0xab6fb07c} {
		c := runewidth.Condition{EastAsianWidth: eastAsian, StrictEmojiNeutral: true}
		widths := make([]byte, unicode.MaxRune+1)
		for r := range widths {
			widths[r] = byte(c.RuneWidth(rune(r)))
		}
		if got := crc32.ChecksumIEEE(widths); got != want {
			t.Errorf("East Asian %v: sum %08x, want %08x", eastAsian, got, want)
		}
		if n := c.RuneWidth(-1) + c.RuneWidth(unicode.MaxRune+1); n != 0 {
			t.Errorf("East Asian %v: what is no sign takes %d columns", eastAsian, n)
		}
	}
}
