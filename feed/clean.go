package feed

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean is the door in. Every string that comes from the network or a foreign
// file passes it once, after its entities are decoded, before it is put into an
// Article, a Source or an error.
//
// It drops C0 controls but newline and tab, DEL, C1 controls, bidi overrides,
// embeddings and isolates, and what has no shape: tags, fillers, invisible operators, format
// marks of music and shorthand, variation selectors that choose nothing; carriage
// return, vertical tab, form feed and NEL become newline; invalid UTF-8 becomes
// U+FFFD. Marks that text needs stay: soft hyphen, zero-width joiner and
// non-joiner, LRM and RLM in a text with letters from right to left, the variation selectors
// of emoji and, behind an ideograph, those of CJK, Mongolian's behind its letters. The tag
// characters stay where they spell a flag, after U+1F3F4. Of a heap of combining marks the
// first eight stay.
func Clean(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	tags, heap := 0, 0 // what may still follow of an emoji tag sequence; combining marks in a row
	turned := false    // a letter from right to left stands in s; looked up once it matters
	looked := false
	before := rune(0) // the last character that was kept
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n <= 1:
			b.WriteRune(utf8.RuneError)
			tags, heap, before = 0, 0, utf8.RuneError
		case r == '\r', r == '\v', r == '\f', r == 0x85:
			if r != '\r' || i+1 >= len(s) || s[i+1] != '\n' {
				b.WriteByte('\n')
				heap, before = 0, '\n'
			}
			tags = 0
		case r >= 0xE0020 && r <= 0xE007F && tags > 0:
			b.WriteRune(r)
			before = r
			if tags--; r == 0xE007F {
				tags = 0
			}
		case unwanted(r):
			tags = 0
		case r == 0x200E || r == 0x200F:
			if !looked {
				turned, looked = rightToLeft(s), true
			}
			if turned {
				b.WriteRune(r)
				heap, before = 0, r
			}
			tags = 0
		case selects(r) && !selectable(before, r):
			tags = 0
		default:
			if heap = heapAfter(heap, r); heap <= maxHeap {
				b.WriteRune(r)
				before = r
			}
			tags = 0
			if r == 0x1F3F4 {
				tags = maxTags
			}
		}
		i += n
	}
	return b.String()
}

const (
	maxHeap = 8 // combining marks on one letter; Tibetan and Hebrew need half of that
	maxTags = 7 // "gbeng" or "gbsct" and the end tag, with one to spare
)

// heapAfter counts combining marks in a row. A zero-width space does not end
// the row, because Line drops it.
func heapAfter(heap int, r rune) int {
	switch {
	case r < 0x300:
		return 0
	case unicode.In(r, unicode.Mn, unicode.Me):
		if heap <= maxHeap {
			heap++
		}
		return heap
	case r == 0x200B:
		if heap > maxHeap {
			return maxHeap
		}
		return heap
	}
	return 0
}

// Line is Clean for what must stand in one line: headlines, names, captions.
// White space of any kind and length becomes one blank; a non-breaking space
// (U+00A0, U+2007, U+202F) stays itself.
func Line(s string) string {
	if IsLine(s) {
		return s
	}
	s = Clean(s)
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		switch {
		case isGap(r):
			gap = true
		case r == 0x200B:
		default:
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		}
	}
	return strings.Trim(b.String(), " \u00a0\u2007\u202f")
}

// IsLine reports whether s is one clean line as it is: single blanks between words, and
// nothing that Clean or Line would change. Most of what comes is.
func IsLine(s string) bool {
	prev, heap := byte(' '), 0
	for i := 0; i < len(s); {
		if n, single := printable(s[i:], prev == ' '); n > 0 {
			if !single {
				return false
			}
			prev, heap = s[i+n-1], 0
			i += n
			continue
		}
		c := s[i]
		if c < utf8.RuneSelf {
			if c < ' ' || c == 0x7F || c == ' ' && prev == ' ' {
				return false
			}
			prev, heap = c, 0
			i++
			continue
		}
		if isLetterPair(s[i:]) {
			prev, heap = c, 0
			i += 2
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n <= 1 || unwanted(r) || doubtful(r) || isGap(r) || r == 0x200B {
			return false
		}
		if heap = heapAfter(heap, r); heap > maxHeap {
			return false
		}
		if stays := r == 0xA0 || r == 0x2007 || r == 0x202F; stays && (i == 0 || i+n == len(s)) {
			return false
		}
		prev = c
		i += n
	}
	return prev != ' ' || s == ""
}

// printable is how many bytes at the beginning of s are printable ASCII, looked at by eights:
// less than eight at the end of s are left out. single says that no two blanks stand side by
// side among them, nor one at the beginning where after is true.
func printable(s string, after bool) (n int, single bool) {
	const (
		ones  = 0x0101010101010101
		highs = 0x80 * ones
	)
	before := uint64(0) // 0x80 where a blank stood before
	if after {
		before = 0x80
	}
	for len(s)-n >= 8 {
		b := s[n : n+8]
		w := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 | uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		del, blank := w^0x7F*ones, w^' '*ones
		other := (w | (w-' '*ones)&^w | (del-ones)&^del) & highs // its lowest bit is right, those above it may be carried
		blanks := ^((blank&^highs + 0x7F*ones) | blank) & highs
		if other != 0 {
			k := bits.TrailingZeros64(other) / 8
			blanks &= 1<<(8*k) - 1
			return n + k, blanks&(blanks<<8|before) == 0
		}
		if n += 8; blanks&(blanks<<8|before) != 0 {
			return n, false
		}
		before = blanks >> 56
	}
	return n, true
}

// isLetterPair reports whether s begins with a character from U+00C0 to U+02FF, two bytes:
// letters and their marks, nothing that is dropped.
func isLetterPair(s string) bool {
	return s[0] >= 0xC3 && s[0] <= 0xCB && len(s) > 1 && s[1]&0xC0 == 0x80
}

// isGap reports white space that becomes one blank in a line.
func isGap(r rune) bool {
	switch r {
	case ' ', '\t', '\n', 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x205F, 0x3000:
		return true
	}
	return false
}

func isClean(s string) bool {
	heap := 0
	for i := 0; i < len(s); {
		if n, _ := printable(s[i:], false); n > 0 {
			i, heap = i+n, 0
			continue
		}
		c := s[i]
		if c < utf8.RuneSelf {
			if c < 0x20 && c != '\n' && c != '\t' || c == 0x7F {
				return false
			}
			i++
			heap = 0
			continue
		}
		if isLetterPair(s[i:]) {
			i, heap = i+2, 0
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n <= 1 || unwanted(r) || doubtful(r) {
			return false
		}
		if heap = heapAfter(heap, r); heap > maxHeap {
			return false
		}
		i += n
	}
	return true
}

// doubtful reports a character that stays or goes by what stands around it.
func doubtful(r rune) bool { return r == 0x200E || r == 0x200F || selects(r) }

// selects reports a variation selector, but those that any emoji may have.
func selects(r rune) bool {
	switch {
	case r >= 0x180B && r <= 0x180D, r == 0x180F:
		return true
	case r >= 0xFE00 && r <= 0xFE0D:
		return true
	}
	return r >= 0xE0100 && r <= 0xE01EF
}

// selectable reports whether a selector means something behind a character: those of CJK behind
// an ideograph, Mongolian's behind a Mongolian letter, the others behind signs and letters
// that have standardised forms, as ideographs and mathematical signs.
func selectable(before, selector rune) bool {
	switch {
	case selector >= 0xE0100:
		return unicode.Is(unicode.Han, before)
	case selector <= 0x180F:
		return unicode.Is(unicode.Mongolian, before)
	case selector > 0xFE02: // nothing is standardised beyond the third
		return false
	}
	return unicode.Is(unicode.Han, before) || unicode.Is(unicode.Sm, before) || unicode.Is(unicode.Myanmar, before) || before >= 0x3000 && before <= 0x303F || before >= 0xFF00 && before <= 0xFF60
}

// rightToLeft reports whether a text has letters from right to left: there the marks LRM and
// RLM keep a name or a number in its place, elsewhere they only hide.
func rightToLeft(s string) bool {
	for _, r := range s {
		if r >= 0x590 && r <= 0x8FF || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFE || r >= 0x10800 && r <= 0x10FFF || r >= 0x1E800 && r <= 0x1EFFF {
			return true
		}
	}
	return false
}

func unwanted(r rune) bool {
	switch {
	case r < 0x20:
		return r != '\n' && r != '\t'
	case r >= 0x7F && r <= 0x9F: // DEL and C1: 8-bit CSI, OSC, DCS, ...
		return true
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069: // bidi embeddings, overrides, isolates
		return true
	case r >= 0x2060 && r <= 0x2065: // word joiner, invisible operators of mathematics
		return r != 0x2060
	case r >= 0x206A && r <= 0x206F, r >= 0xFFF0 && r <= 0xFFFC, r == 0xFEFF: // deprecated format marks, annotations, a missing object, BOM
		return true
	case r == 0x034F, r == 0x115F, r == 0x1160, r == 0x17B4, r == 0x17B5, r == 0x180E: // joiner without a shape, fillers, vowels that were given up
		return true
	case r >= 0x1BCA0 && r <= 0x1BCA3, r >= 0x1D173 && r <= 0x1D17A: // formats of shorthand and of music
		return true
	case r >= 0xE0100 && r <= 0xE01EF: // variation selectors of CJK ideographs
		return false
	case r >= 0xE0000 && r <= 0xE0FFF: // tags and what is reserved beside them
		return true
	case r == 0x3164, r == 0xFFA0: // Hangul fillers: letters that show nothing
		return true
	case r == 0x061C: // Arabic letter mark: a bidi control without a glyph
		return true
	case r == 0x10EEEE: // in its cell some terminals show a picture that they hold
		return true
	case r >= 0xD800 && r <= 0xDFFF, r > 0x10FFFF, r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE: // no characters at all
		return true
	}
	return false
}
