// Package term is the last door before the terminal. Articles are written by
// strangers, and what draws them (Bubble Tea, Lip Gloss, Glamour) hands most
// control strings on; nothing leaves depesche but text, colours and web links.
package term

import (
	"io"
	"strings"
	"unicode/utf8"
)

// Safe gives s without anything a terminal would obey but select graphic
// rendition (CSI ... m) and hyperlinks (OSC 8) to http, https and mailto
// addresses. Newline and tab stay; every other control character of C0 and C1
// goes, with the control string it opens where there is one. Invalid UTF-8
// becomes U+FFFD. Text passes as it is. Safe(Safe(s)) == Safe(s).
//
// Kitty's placeholders, cells in which the terminal shows a picture it holds, pass
// only as ui/picture writes them: in a row, right behind the colour that names
// the picture. In an article's text no colour can stand.
func Safe(s string) string {
	i, linked, cells := clean(s)
	if i == len(s) {
		if linked {
			return s + closeLink
		}
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	b.WriteString(s[:i])
	for i < len(s) {
		c := s[i]
		switch {
		case c == '\n' || c == '\t' || c >= 0x20 && c < 0x7f:
			cells = false
			b.WriteByte(c)
			i++
		case c == 0x1b:
			n, keep := escape(s[i:])
			cells = namesPicture(keep)
			if keep != "" {
				b.WriteString(keep)
				if strings.HasPrefix(keep, "\x1b]8;") {
					linked = keep != closeLink
				}
			}
			i += n
		case c < utf8.RuneSelf:
			i++
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			switch {
			case r == utf8.RuneError && n == 1:
				b.WriteRune(utf8.RuneError)
			case r <= 0x9f:
				n = c1(s[i:])
			case r != placeholder:
				b.WriteString(s[i : i+n])
			case cells:
				n += marks(s[i+n:])
				b.WriteString(s[i : i+n])
			}
			cells = cells && r == placeholder
			i += n
		}
	}
	if linked { // a link never runs on into what is written after it
		b.WriteString(closeLink)
	}
	return b.String()
}

const closeLink = "\x1b]8;;\x1b\\"

// clean is how far s may pass as it is, whether a link is open there, and whether
// a placeholder may stand there.
func clean(s string) (n int, linked, cells bool) {
	row := -1 // where a placeholder may stand
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == 0x1b:
			n, keep := escape(s[i:])
			if keep == "" || keep != s[i:i+n] {
				return i, linked, i == row
			}
			if namesPicture(keep) {
				row = i + n
			}
			if keep[1] == ']' {
				linked = keep != closeLink
			}
			i += n
		case c < utf8.RuneSelf:
			if c < 0x20 && c != '\n' && c != '\t' || c == 0x7f {
				return i, linked, i == row
			}
			i++
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if r <= 0x9f || r == utf8.RuneError && n == 1 {
				return i, linked, i == row
			}
			if r == placeholder {
				if i != row {
					return i, linked, i == row
				}
				n += marks(s[i+n:])
				row = i + n
			}
			i += n
		}
	}
	return len(s), linked, false
}

// escape reads the sequence that s opens with ESC: its length, and what of it
// may pass.
func escape(s string) (n int, keep string) {
	if len(s) < 2 {
		return 1, ""
	}
	switch c := s[1]; {
	case c == '[':
		return csi(s, 2)
	case c == ']':
		return osc(s, 2)
	case c == 'P' || c == '_' || c == '^' || c == 'X': // DCS, APC, PM, SOS
		n, _ := untilST(s, 2)
		return n, ""
	case c >= 0x20 && c <= 0x2f: // intermediates, then one final
		i := 2
		for i < len(s) && s[i] >= 0x20 && s[i] <= 0x2f {
			i++
		}
		if i < len(s) && s[i] >= 0x30 && s[i] <= 0x7e {
			i++
		}
		return i, ""
	case c >= 0x30 && c <= 0x7e:
		return 2, ""
	}
	return 1, "" // ESC before a control or text: the ESC alone goes
}

// c1 is the length of the control string that an 8-bit control (two bytes in
// UTF-8) opens. None of them may pass.
func c1(s string) int {
	switch s[1] {
	case 0x9b:
		n, _ := csi(s, 2)
		return n
	case 0x9d, 0x90, 0x9f, 0x9e, 0x98:
		n, _ := untilST(s, 2)
		return n
	}
	return 2
}

// csi reads a control sequence from its first parameter on; only plain SGR may pass.
func csi(s string, from int) (n int, keep string) {
	i := from
	for i < len(s) && s[i] >= 0x20 && s[i] <= 0x3f {
		i++
	}
	if i >= len(s) || s[i] < 0x40 || s[i] > 0x7e {
		return i, "" // cut short: what was read goes, what stopped it is looked at anew
	}
	if s[i] == 'm' && s[0] == 0x1b {
		for _, c := range []byte(s[from:i]) {
			if (c < '0' || c > '9') && c != ';' && c != ':' {
				return i + 1, ""
			}
		}
		return i + 1, s[:i+1]
	}
	return i + 1, ""
}

// osc reads an operating system command; only links may pass, written anew.
func osc(s string, from int) (n int, keep string) {
	n, body := untilST(s, from)
	if rest, ok := strings.CutPrefix(body, "8;"); ok && n > from+len(body) {
		params, url, ok := strings.Cut(rest, ";")
		if !ok {
			return n, ""
		}
		if url == "" {
			return n, closeLink
		}
		if webLink(url) && plainParams(params) {
			if strings.HasSuffix(s[:n], "\x1b\\") {
				return n, s[:n]
			}
			return n, "\x1b]8;" + params + ";" + url + "\x1b\\"
		}
	}
	return n, ""
}

// untilST finds the end of a control string: BEL, ESC \ or U+009C. A newline
// or another ESC ends it as well: a text that forgot to end its string must
// not swallow the page behind it.
func untilST(s string, from int) (n int, body string) {
	for i := from; i < len(s); i++ {
		switch s[i] {
		case 0x07:
			return i + 1, s[from:i]
		case 0x1b:
			if i+1 < len(s) && s[i+1] == '\\' {
				return i + 2, s[from:i]
			}
			return i, s[from:i]
		case 0xc2:
			if i+1 < len(s) && s[i+1] == 0x9c {
				return i + 2, s[from:i]
			}
		case '\n':
			return i, s[from:i]
		}
	}
	return len(s), s[from:]
}

// maxURL is what terminals agree to take in a link (VTE: 2083).
const maxURL = 2083

func webLink(u string) bool {
	if len(u) > maxURL {
		return false
	}
	for i := 0; i < len(u); i++ {
		if u[i] <= 0x20 || u[i] >= 0x7f {
			return false
		}
	}
	l := strings.ToLower(u[:min(len(u), 8)])
	return strings.HasPrefix(l, "http://") || strings.HasPrefix(l, "https://") || strings.HasPrefix(l, "mailto:")
}

// plainParams allows id=... of letters and digits, which ties the lines of one link together.
func plainParams(p string) bool {
	if len(p) > 64 {
		return false
	}
	for i := 0; i < len(p); i++ {
		c := p[i]
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '=' && c != '-' {
			return false
		}
	}
	return true
}

// Writer passes on what is written to it through Safe. It holds an unfinished
// line back until its newline or Flush, so that a sequence is never cut in two.
type Writer struct {
	w    io.Writer
	held []byte
}

// maxHeld bounds a line that never ends.
const maxHeld = 1 << 20

// NewWriter makes a Writer on w.
func NewWriter(w io.Writer) *Writer { return &Writer{w: w} }

// Write takes all of p; an error is the underlying writer's.
func (w *Writer) Write(p []byte) (int, error) {
	w.held = append(w.held, p...)
	end := lastNewline(w.held) + 1
	if end == 0 && len(w.held) > maxHeld {
		end = len(w.held)
	}
	if end == 0 {
		return len(p), nil
	}
	if err := w.out(end); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Flush writes what is held back.
func (w *Writer) Flush() error {
	if len(w.held) == 0 {
		return nil
	}
	return w.out(len(w.held))
}

func (w *Writer) out(n int) error {
	_, err := io.WriteString(w.w, Safe(string(w.held[:n])))
	w.held = append(w.held[:0], w.held[n:]...)
	return err
}

func lastNewline(p []byte) int {
	for i := len(p) - 1; i >= 0; i-- {
		if p[i] == '\n' {
			return i
		}
	}
	return -1
}
