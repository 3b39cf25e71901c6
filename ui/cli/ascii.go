package cli

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"depesche/ui/term"
)

// Where the locale is not UTF-8, nothing beyond ASCII is written to standard output and standard
// error. Text for people is spelled with the letters there are; what programs read keeps its
// letters, by the means of its form. Files are always UTF-8.

// inASCII has the door write nothing but ASCII: on a terminal in as many columns as before.
func (d *door) inASCII() {
	d.ascii = term.Spelled
	if d.terminal() {
		d.ascii = term.InCells
	}
}

// json is a line of JSON as it may go out.
func (a *app) json(line []byte) []byte {
	if a.utf8() {
		return line
	}
	return []byte(beyondASCII(string(line), func(b *strings.Builder, r rune) {
		if r > 0xFFFF {
			r -= 0x10000
			fmt.Fprintf(b, `\u%04x\u%04x`, 0xD800+r>>10, 0xDC00+r&0x3FF)
			return
		}
		fmt.Fprintf(b, `\u%04x`, r)
	}))
}

// markup writes XML or HTML as it may go out.
func (a *app) markup(w io.Writer) io.Writer {
	if a.utf8() {
		return w
	}
	return &references{to: w}
}

// references writes a reference for each sign beyond ASCII.
type references struct {
	to   io.Writer
	rest []byte
}

func (r *references) Write(p []byte) (int, error) {
	all := append(r.rest, p...)
	n := len(all) - cutSign(all)
	r.rest = append([]byte(nil), all[n:]...)
	text := beyondASCII(string(all[:n]), func(b *strings.Builder, c rune) { fmt.Fprintf(b, "&#%d;", c) })
	if _, err := io.WriteString(r.to, text); err != nil {
		return 0, err
	}
	return len(p), nil
}

// beyondASCII has each sign beyond ASCII written by write.
func beyondASCII(s string, write func(*strings.Builder, rune)) string {
	var b strings.Builder
	for _, r := range s {
		if r < utf8.RuneSelf {
			b.WriteRune(r)
		} else {
			write(&b, r)
		}
	}
	return b.String()
}
