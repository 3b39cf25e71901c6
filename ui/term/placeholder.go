package term

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// placeholder is the character in whose cells a terminal shows a picture it
// holds, if its colour names one.
const placeholder = '\U0010EEEE'

// namesPicture reports whether a sequence selects one of the 240 fixed colours of
// the palette, as ui/picture does before a row of placeholders. Nothing else of
// ours does so right before text that is not its own.
func namesPicture(seq string) bool {
	n, ok := strings.CutPrefix(seq, "\x1b[38;5;")
	return ok && len(n) > 1
}

// marks is how long the marks are that say which cell of a picture is meant.
func marks(s string) int {
	n := 0
	for range 3 {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !unicode.Is(unicode.Mn, r) {
			break
		}
		n += size
	}
	return n
}
