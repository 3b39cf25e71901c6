package term

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Cells is how the terminal counts columns. One that says so (mode 2027) takes a family of
// emoji for two, and a syllable of Hindi for one; all others count its signs one by one.
// What stands beside a text has to know, or it is pushed aside; Bubble Tea draws by the
// same answer. Rows are cut by the larger of both counts, and padded by this one.
type Cells struct{ Clusters bool }

// Method is Bubble Tea's for these cells.
func (c Cells) Method() ansi.Method {
	if c.Clusters {
		return ansi.GraphemeWidth
	}
	return ansi.WcWidth
}

// Width is how many columns a styled line takes.
func (c Cells) Width(s string) int {
	if c.Clusters || !counted(s) {
		return ansi.StringWidth(s)
	}
	return ansi.StringWidthWc(s)
}

// Cut leaves at most w columns of a styled line.
func (c Cells) Cut(s string, w int) string {
	if c.Clusters || !counted(s) {
		return ansi.Truncate(s, w, "")
	}
	return cutWc(s, w)
}

// Fit brings a line that has w columns where clusters are counted to w columns here.
func (c Cells) Fit(s string, w int) string {
	if c.Clusters || !counted(s) {
		return s
	}
	switch n := ansi.StringWidthWc(s); {
	case n < w:
		return s + strings.Repeat(" ", w-n)
	case n > w:
		s = cutWc(s, w)
		return s + strings.Repeat(" ", w-ansi.StringWidthWc(s))
	}
	return s
}

// Widest is how many columns a text takes at most, however they are counted.
func Widest(s string) int {
	if !counted(s) {
		return ansi.StringWidth(s)
	}
	return max(ansi.StringWidth(s), ansi.StringWidthWc(s))
}

// CutWidest leaves at most w columns of a text, however they are counted; more stands
// where it was cut.
func CutWidest(s string, w int, more string) string {
	if !counted(s) {
		return ansi.Truncate(s, w, more)
	}
	if Widest(s) <= w {
		return s
	}
	room := w - ansi.StringWidth(more)
	if room < 0 {
		return ansi.Truncate(more, w, "")
	}
	return cut(s, room, Widest) + more
}

// cutWc is what ansi.TruncateWc should be: that of x/ansi 0.11.9 cuts by clusters.
func cutWc(s string, w int) string { return cut(s, w, ansi.StringWidthWc) }

// cut leaves the clusters of s that fit in w columns, as width counts them, and all of
// its control sequences.
func cut(s string, w int, width func(string) int) string {
	var b strings.Builder
	at, full := 0, false
	var state byte
	for len(s) > 0 {
		seq, _, n, next := ansi.DecodeSequence(s, state, nil)
		control := seq[0] == 0x1b || seq[0] < 0x20
		if n == 1 && !control && len(s) > 1 && s[1] >= 0xc0 { // DecodeSequence does not look for what joins a letter of ASCII
			seq, _ = ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
			n = len(seq)
		}
		s, state = s[n:], next
		wide := 0
		if !control {
			wide = width(seq)
		}
		full = full || at+wide > w
		if control || !full {
			b.WriteString(seq)
			at += wide
		}
	}
	return b.String()
}

// counted reports whether the two counts of s may differ: not where it is in the letters
// of Europe, ideographs, syllables of Hangul, or the signs that we draw with.
func counted(s string) bool {
	for i := range len(s) {
		if b := s[i]; b >= 0xcc && b <= 0xe1 || b == 0xef || b == 0xf0 || b == 0xe2 && strings.HasPrefix(s[i:], zeroWidthJoiner) {
			return true
		}
	}
	return false
}

const zeroWidthJoiner = "\u200d"
