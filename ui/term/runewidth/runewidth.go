// Package runewidth stands where x/ansi looks for the columns of a sign on a terminal
// that counts signs one by one. The real one lays out two tables with a byte for each
// character of Unicode before it answers for the first one beyond Latin: 2.2 MB of
// memory and a millisecond of each start. This module has what x/ansi names and looks in
// ranges; its answers are the same, which a test in ui/term holds. go.mod's replace puts
// it there, and an x/ansi that names more does not compile.
package runewidth

import "sort"

// Condition says how is measured.
type Condition struct {
	EastAsianWidth     bool // signs that are wide among ideographs only are wide
	StrictEmojiNeutral bool // always so
}

// RuneWidth is how many columns a sign takes: 0, 1 or 2.
func (c *Condition) RuneWidth(r rune) int {
	switch {
	case c.EastAsianWidth && in(ambiguous, r):
		return 2
	case r < 0x20, r >= 0x7f && r <= 0x9f, r == 0xad, r > 0x10ffff:
		return 0
	case r < 0x300, r >= 0x2500 && r < 0x25fd: // letters of Europe, and what frames are drawn with
		return 1
	case in(none, r):
		return 0
	case in(wide, r):
		return 2
	}
	return 1
}

// span is a range of signs, both ends in it.
type span struct{ first, last rune }

func in(spans []span, r rune) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].last >= r })
	return i < len(spans) && spans[i].first <= r
}
