package date

import (
	"strings"
	"unicode/utf8"
)

// part is a piece of a date: a number, a word, or a sign.
type part struct {
	kind     byte // 'n', 'w', or the sign itself; ' ' where blanks stood
	sense    sense
	text     string // digits, or a word in small letters
	value    int
	from, to int // bytes of the string
}

// scan cuts s into parts, as many as the slice has room for.
func scan(s string, parts []part) []part {
	for i := 0; i < len(s) && len(parts) < cap(parts); {
		c := s[i]
		begin := i
		switch {
		case isDigit(c):
			n := 0
			for i < len(s) && isDigit(s[i]) {
				n = min(n*10+int(s[i]-'0'), 1<<52)
				i++
			}
			parts = append(parts, part{kind: 'n', text: s[begin:i], value: n, from: begin, to: i})
		case isLetter(c):
			for i < len(s) && isLetter(s[i]) {
				i++
			}
			if i < len(s) && s[i] >= utf8.RuneSelf {
				parts, i = scanWide(s, begin, parts)
			} else {
				parts = append(parts, word(s, begin, i))
			}
		case c >= utf8.RuneSelf:
			parts, i = scanWide(s, begin, parts)
		case isBlank(c):
			for i < len(s) && isBlank(s[i]) {
				i++
			}
			parts = append(parts, part{kind: ' ', from: begin, to: i})
		default:
			i++
			parts = append(parts, part{kind: c, from: begin, to: i})
		}
		parts = joinPair(parts)
	}
	return parts
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isBlank(c byte) bool  { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// isWide reports whether a byte is of a letter, or of a character outside ASCII.
func isWide(c byte) bool { return isLetter(c) || c >= utf8.RuneSelf }

func word(s string, from, to int) part {
	low := strings.ToLower(s[from:to])
	return part{kind: 'w', sense: words().senses[low], text: low, from: from, to: to}
}

// joinPair makes one word of the two of a month's name.
func joinPair(parts []part) []part {
	n := len(parts)
	if n < 3 || parts[n-1].kind != 'w' || parts[n-2].kind != ' ' {
		return parts
	}
	if !words().pairs[parts[n-3].text] {
		return parts
	}
	if both := parts[n-3].text + " " + parts[n-1].text; words().months[both] != 0 {
		parts[n-3].text, parts[n-3].to = both, parts[n-1].to
		return parts[:n-2]
	}
	return parts
}

// scanWide adds what begins at i up to the next sign, digit or blank of ASCII: letters of other scripts, among
// which stand no-break blanks, the signs of typographers, digits and signs of other scripts.
func scanWide(s string, i int, parts []part) ([]part, int) {
	begin := i // of the word that is read
	end := i
	number := false // a number of other digits has been read up to end
	flush := func() {
		if begin < end && !number && len(parts) < cap(parts) {
			parts = append(parts, word(s, begin, end))
		}
		begin, number = end, false
	}
	for i < len(s) && isWide(s[i]) && len(parts) < cap(parts) {
		c, size := utf8.DecodeRuneInString(s[i:])
		sign, digit := fold(c)
		switch {
		case digit >= 0:
			if !number {
				flush()
				if len(parts) == cap(parts) {
					return parts, i
				}
				parts = append(parts, part{kind: 'n', from: i})
			}
			p := &parts[len(parts)-1]
			p.text += string(rune('0' + digit))
			p.value, p.to = min(p.value*10+digit, 1<<52), i+size
			end, number = i+size, true
		case sign != 0 || c > firstAsian && words().senses[s[i:i+size]]&isAsian != 0:
			flush()
			if len(parts) < cap(parts) && sign != skipped {
				p := part{kind: sign, from: i, to: i + size}
				if sign == 0 {
					p = word(s, i, i+size)
				}
				parts = append(parts, p)
			}
			begin, end = i+size, i+size
		default:
			if number {
				flush()
			}
			end = i + size
		}
		i += size
	}
	flush()
	return parts, i
}

// firstAsian is where the characters of East Asia begin.
const firstAsian = 0x3000

// skipped is the sign of what is not to be seen.
const skipped = 1

// fold gives the sign of ASCII that a character stands for, 0 for none, or the digit, -1 for none.
func fold(c rune) (sign byte, digit int) {
	switch {
	case c >= '٠' && c <= '٩':
		return 0, int(c - '٠')
	case c >= '۰' && c <= '۹':
		return 0, int(c - '۰')
	case c >= '०' && c <= '९':
		return 0, int(c - '०')
	case c >= '０' && c <= '９':
		return 0, int(c - '０')
	case c >= '！' && c <= '～' && !isLetter(byte(c-0xFEE0)):
		return byte(c - 0xFEE0), -1
	case c == 0xA0, c >= 0x2002 && c <= 0x200A, c == 0x202F, c == 0x3000:
		return ' ', -1
	case c >= 0x2010 && c <= 0x2015, c == 0x2212:
		return '-', -1
	case c >= 0x200B && c <= 0x200F, c >= 0x202A && c <= 0x202E, c >= 0x2066 && c <= 0x2069, c == 0xFEFF:
		return skipped, -1
	}
	switch c {
	case '·', '•', '∙', '⋅', '｜', '│', '・':
		return '|', -1
	case '’', '‘', 'ʼ':
		return '\'', -1
	case '、', '،':
		return ',', -1
	case '「', '【':
		return '[', -1
	case '」', '】':
		return ']', -1
	}
	return 0, -1
}
