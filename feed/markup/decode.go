package markup

import (
	"bytes"
	"html"
	"unicode/utf8"
)

// longest is the most bytes between "&" and ";" of a reference we look at;
// the longest name of HTML has 31.
const longest = 33

// Entities are the small internal entities a document declares. They are
// plain text: a value that refers to others, or holds markup, is not kept, so that
// nothing grows by nesting.
type Entities struct {
	values map[string]string
	budget int // bytes that may still be made
}

// limits for Entities: how many, how long each, how much text in all.
const (
	maxEntities = 64
	maxEntity   = 256
	maxExpanded = 1 << 16
)

// Declare reads the <!ENTITY name "value"> declarations of a document type
// declaration's inside.
func (e *Entities) Declare(dtd []byte) {
	for range maxEntities {
		i := bytes.Index(dtd, []byte("<!ENTITY"))
		if i < 0 {
			return
		}
		dtd = dtd[i+len("<!ENTITY"):]
		fields := bytes.TrimLeft(dtd, " \t\r\n")
		n := 0
		for n < len(fields) && nameByte(fields[n]) {
			n++
		}
		value := bytes.TrimLeft(fields[n:], " \t\r\n")
		if n == 0 || len(value) == 0 || (value[0] != '"' && value[0] != '\'') {
			continue
		}
		end := index(value, value[0], 1)
		if end < 0 || end > maxEntity {
			continue
		}
		text := AppendText(nil, value[1:end], nil)
		if bytes.ContainsAny(text, "<&%") {
			continue
		}
		if e.values == nil {
			e.values = make(map[string]string)
			e.budget = maxExpanded
		}
		e.values[string(fields[:n])] = string(text)
	}
}

// look gives the value of a declared entity, as long as the budget lasts.
func (e *Entities) look(name []byte) (string, bool) {
	if e == nil || e.values == nil {
		return "", false
	}
	v, ok := e.values[string(name)]
	if !ok || e.budget < len(v) {
		return "", false
	}
	e.budget -= len(v)
	return v, true
}

// AppendText appends text with its references to characters decoded once:
// XML's five, numbers, the names of HTML, and what the document declares. A
// reference needs its semicolon; what is none stays as written. Numbers from
// 128 to 159 mean windows-1252, as on every web page.
func AppendText(dst, text []byte, e *Entities) []byte {
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return append(dst, text...)
		}
		dst = append(dst, text[:i]...)
		text = text[i:]
		n := reference(text)
		if n == 0 {
			dst = append(dst, '&')
			text = text[1:]
			continue
		}
		dst = appendReference(dst, text[:n], e)
		text = text[n:]
	}
}

// Decode is AppendText for a string, without declared entities.
func Decode(s string) string {
	for i := range len(s) {
		if s[i] == '&' {
			return string(AppendText(make([]byte, 0, len(s)), []byte(s), nil))
		}
	}
	return s
}

// reference is the length of the reference at the start of s, "&" and ";"
// included; 0 if it is none.
func reference(s []byte) int {
	for i := 1; i < len(s) && i <= longest; i++ {
		c := s[i]
		switch {
		case c == ';':
			if i == 1 {
				return 0
			}
			return i + 1
		case c == '#' && i == 1, c >= '0' && c <= '9', c|0x20 >= 'a' && c|0x20 <= 'z', c == '_', c == '.', c == '-':
		default:
			return 0
		}
	}
	return 0
}

func appendReference(dst, ref []byte, e *Entities) []byte {
	name := ref[1 : len(ref)-1]
	if name[0] == '#' {
		r, ok := number(name[1:])
		if !ok {
			return append(dst, ref...)
		}
		return utf8.AppendRune(dst, r)
	}
	switch string(name) {
	case "amp":
		return append(dst, '&')
	case "lt":
		return append(dst, '<')
	case "gt":
		return append(dst, '>')
	case "quot":
		return append(dst, '"')
	case "apos":
		return append(dst, '\'')
	}
	if v, ok := e.look(name); ok {
		return append(dst, v...)
	}
	if v, ok := named(ref); ok {
		return append(dst, v...)
	}
	return append(dst, ref...)
}

// named looks a reference up among HTML's; in the wrong case too ("&AUML;" is none,
// "&NBSP;" and "&Quot;" are meant).
func named(ref []byte) (string, bool) {
	s := string(ref)
	if v := html.UnescapeString(s); v != s && v[len(v)-1] != ';' {
		return v, true
	}
	low := string(bytes.ToLower(ref))
	if v := html.UnescapeString(low); v != low && v[len(v)-1] != ';' {
		return v, true
	}
	return "", false
}

// windows1252 are the characters of the numbers 128 to 159.
var windows1252 = [32]rune{
	0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
	0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
}

func number(s []byte) (rune, bool) {
	base := rune(10)
	if len(s) > 0 && s[0]|0x20 == 'x' {
		base, s = 16, s[1:]
	}
	if len(s) == 0 {
		return 0, false
	}
	var r rune
	for _, c := range s {
		var d rune
		switch {
		case c >= '0' && c <= '9':
			d = rune(c - '0')
		case base == 16 && c|0x20 >= 'a' && c|0x20 <= 'f':
			d = rune(c|0x20-'a') + 10
		default:
			return 0, false
		}
		if r = r*base + d; r > utf8.MaxRune {
			return utf8.RuneError, true
		}
	}
	switch {
	case r >= 0x80 && r <= 0x9F:
		return windows1252[r-0x80], true
	case r == 0, !utf8.ValidRune(r):
		return utf8.RuneError, true
	}
	return r, true
}

// Escape writes plain text as HTML.
func Escape(s string) string {
	n := 0
	for i := range len(s) {
		switch s[i] {
		case '&':
			n += 4
		case '<', '>':
			n += 3
		}
	}
	if n == 0 {
		return s
	}
	out := make([]byte, 0, len(s)+n)
	for i := range len(s) {
		switch s[i] {
		case '&':
			out = append(out, "&amp;"...)
		case '<':
			out = append(out, "&lt;"...)
		case '>':
			out = append(out, "&gt;"...)
		default:
			out = append(out, s[i])
		}
	}
	return string(out)
}
