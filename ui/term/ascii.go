package term

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// A terminal or a program whose locale is not UTF-8 would show two or three signs of rubbish
// for each letter beyond ASCII; what it gets are the letters nearest to it.

// signs are what punctuation and symbols become, in as many columns as they take.
var signs = map[rune]string{
	'„': `"`, '“': `"`, '”': `"`, '«': `"`, '»': `"`, '‟': `"`, '‚': "'", '‘': "'", '’': "'", '‹': "'", '›': "'", '′': "'", '″': `"`,
	'–': "-", '—': "-", '―': "-", '‐': "-", '‑': "-", '−': "-", '…': ".", '•': "*", '·': "*", '●': "*", '★': "*", '☆': "*", '○': "o", '◐': "o",
	'▪': "*", '■': "*", '□': "o", '♪': "*", '✓': "x", '×': "x", '→': ">", '←': "<", '↑': "^", '↓': "v", '↵': "<", '⏎': "<", '▸': ">", '▾': "v",
	'─': "-", '━': "-", '│': "|", '┃': "|", '▌': "|", '▐': "|", '█': "#", '▀': "\"", '▄': "_",
	'ß': "s", 'æ': "a", 'Æ': "A", 'œ': "o", 'Œ': "O", 'ø': "o", 'Ø': "O", 'đ': "d", 'Đ': "D", 'ł': "l", 'Ł': "L", 'ð': "d", 'þ': "t", 'ı': "i",
	'€': "E", '£': "L", '§': "S", '°': "o", '©': "c", '®': "r", '¿': "?", '¡': "!", 'µ': "u",
}

// spelled are what letters and signs become where columns do not matter.
var spelled = map[rune]string{
	'ä': "ae", 'ö': "oe", 'ü': "ue", 'Ä': "Ae", 'Ö': "Oe", 'Ü': "Ue", 'ß': "ss", 'ẞ': "SS", 'æ': "ae", 'Æ': "Ae", 'œ': "oe", 'Œ': "Oe", 'ø': "oe", 'Ø': "Oe",
	'å': "aa", 'Å': "Aa", 'þ': "th", '…': "...", '€': "EUR", '©': "(c)", '®': "(r)", '→': "->", '←': "<-", '—': "--", '§': "section ",
}

// InCells gives a text in ASCII, in which each sign takes as many columns as before: accents go,
// and what has no likeness is a question mark.
func InCells(s string) string {
	return inASCII(s, func(r rune, width int) string {
		sign, ok := signs[r]
		if !ok {
			sign = nearest(r, width)
		}
		return sign + strings.Repeat(" ", max(0, width-len(sign)))
	})
}

// Spelled gives a text in ASCII that need not keep its columns: "Brücke" is "Bruecke".
func Spelled(s string) string {
	return inASCII(s, func(r rune, width int) string {
		for _, known := range []map[rune]string{spelled, signs} {
			if sign, ok := known[r]; ok {
				return sign
			}
		}
		return nearest(r, width)
	})
}

// inASCII has every sign beyond ASCII written by write: its first rune, and its columns.
func inASCII(s string, write func(rune, int) string) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	if i == len(s) {
		return s
	}
	i = max(0, i-1) // it may belong to the letter before it
	var b strings.Builder
	b.WriteString(s[:i])
	for s = s[i:]; s != ""; {
		if s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
			b.WriteByte(s[0])
			s = s[1:]
			continue
		}
		sign, width := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		s = s[len(sign):]
		if r, _ := utf8.DecodeRuneInString(sign); r < utf8.RuneSelf {
			b.WriteByte(sign[0]) // without its accents
		} else {
			b.WriteString(write(r, width))
		}
	}
	return b.String()
}

// nearest is the letter that a sign is made of, blanks for blanks, nothing for what has no
// width, else question marks as wide as it is.
func nearest(r rune, width int) string {
	switch {
	case width == 0:
		return ""
	case unicode.IsSpace(r):
		return strings.Repeat(" ", width)
	case r >= 0x2500 && r <= 0x257f: // what frames are drawn with
		return "+"
	}
	if base := norm.NFKD.String(string(r)); base[0] < utf8.RuneSelf && width == 1 {
		return base[:1]
	}
	return strings.Repeat("?", width)
}
