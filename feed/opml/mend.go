package opml

import (
	"bytes"
	"strings"

	"depesche/feed/markup"
)

// Lists are written by hand and by programs that escape nothing: a description with a link in
// it, a title in quotes, an end tag that is missing. What belongs together is told by the
// names of attributes and by indentation.

// maxOutline is how many bytes a broken tag may take.
const maxOutline = 64 << 10

// wellFormed reports whether a start tag keeps the rules of XML as far as quotes and angle
// brackets go.
func wellFormed(src []byte, t *markup.Token) bool {
	if t.Cut || t.End == 0 || src[t.End-1] != '>' {
		return false
	}
	for rest := t.Attrs; ; {
		trimmed := bytes.TrimLeft(rest, " \t\r\n")
		if len(trimmed) == 0 {
			return true
		}
		if len(trimmed) == len(rest) {
			return false // no blank between two attributes
		}
		eq := bytes.IndexByte(trimmed, '=')
		if eq <= 0 || !isName(bytes.TrimRight(trimmed[:eq], " \t\r\n")) {
			return false
		}
		value := bytes.TrimLeft(trimmed[eq+1:], " \t\r\n")
		if len(value) == 0 || value[0] != '"' && value[0] != '\'' {
			return false
		}
		end := bytes.IndexByte(value[1:], value[0])
		if end < 0 || bytes.IndexByte(value[1:1+end], '<') >= 0 {
			return false
		}
		rest = value[end+2:]
	}
}

func isName(s []byte) bool {
	for _, c := range s {
		letter := c|0x20 >= 'a' && c|0x20 <= 'z'
		if !letter && (c < '0' || c > '9') && c != '_' && c != '-' && c != ':' && c != '.' {
			return false
		}
	}
	return len(s) > 0
}

// landmarks end a broken tag: nobody writes them within a value.
var landmarks = [...]string{"<outline", "</outline", "<body", "</body", "</opml", "<!--"}

// mend gives a broken start tag its whole extent, up to the last ">" before the next landmark,
// and the attributes that stand in it.
func (r *reader) mend(t *markup.Token) (attrs map[string][]byte) {
	from := t.Start + 1 + len(t.Name)
	window := r.scan.Src[from:min(len(r.scan.Src), from+maxOutline)]
	end := len(window)
	for i := 0; i < end; i++ {
		if window[i] == '<' && landmark(window[i:]) {
			end = i
		}
	}
	cut := end == len(window) && len(window) < maxOutline
	if gt := bytes.LastIndexByte(window[:end], '>'); gt >= 0 {
		t.Attrs, t.End, cut = window[:gt], from+gt+1, false
	} else {
		t.Attrs, t.End = window[:end], from+end
	}
	t.Attrs = bytes.TrimRight(t.Attrs, " \t\r\n")
	t.Attrs, t.Empty = bytes.CutSuffix(t.Attrs, []byte("/"))
	t.Empty = t.Empty || r.scan.Src[t.End-1] != '>' // who forgets that forgets the end tag, too
	t.Cut, r.scan.Pos = cut, t.End
	return knownAttributes(t.Attrs)
}

func landmark(s []byte) bool {
	for _, l := range landmarks {
		if len(s) >= len(l) && strings.EqualFold(string(s[:len(l)]), l) {
			return true
		}
	}
	return false
}

// attributes are those of an outline. The second word tells those that HTML has, too: within a
// tag in a value they are part of it.
var attributes = map[string]bool{
	"text": false, "xmlurl": false, "htmlurl": false, "description": false, "category": false, "version": false, "created": false,
	"iscomment": false, "isbreakpoint": false, "type": true, "title": true, "url": true, "language": true,
}

// knownAttributes reads name="value" where quotes and brackets within values are not escaped: a
// value ends where the next attribute of an outline begins.
func knownAttributes(s []byte) map[string][]byte {
	out := map[string][]byte{}
	name, begin, quote := "", 0, byte(0)
	inTag := false // within a tag in a value
	finish := func(end int) {
		value := bytes.TrimRight(s[begin:end], " \t\r\n")
		if n := len(value); n > 0 && value[n-1] == quote {
			value = value[:n-1]
		}
		if _, there := out[name]; !there && name != "" {
			out[name] = value
		}
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '<' && i+1 < len(s) && (s[i+1] == '/' || s[i+1]|0x20 >= 'a' && s[i+1]|0x20 <= 'z'):
			inTag = true
		case c == '>':
			inTag = false
		case c != ' ' && c != '\t' && c != '\n' && c != '\r':
		default:
			next, q, at := attributeAt(s[i+1:])
			html, known := attributes[next]
			if next == "" || inTag && (html || !known) || !known && !endsValue(s[:i], quote) {
				continue
			}
			finish(i)
			name, quote, begin, inTag = next, q, i+1+at, false
			i = begin - 1
		}
	}
	finish(len(s))
	return out
}

// endsValue reports whether what stands before a blank is the end of a value.
func endsValue(before []byte, quote byte) bool {
	before = bytes.TrimRight(before, " \t\r\n")
	return len(before) == 0 || quote != 0 && before[len(before)-1] == quote
}

// attributeAt reads the name of an attribute in small letters, its quote, and where its value
// begins; "" where none stands there.
func attributeAt(s []byte) (name string, quote byte, at int) {
	eq := bytes.IndexByte(s[:min(len(s), 40)], '=')
	if eq <= 0 {
		return "", 0, 0
	}
	word := bytes.TrimRight(s[:eq], " \t\r\n")
	if !isName(word) {
		return "", 0, 0
	}
	for at = eq + 1; at < len(s) && (s[at] == ' ' || s[at] == '\t' || s[at] == '\n' || s[at] == '\r'); at++ {
	}
	if at >= len(s) || s[at] != '"' && s[at] != '\'' {
		return "", 0, 0
	}
	return strings.ToLower(string(word)), s[at], at + 1
}

// tags is how the outlines of a list are tagged.
type tags struct {
	uneven   bool // as many begin as end
	indented bool // what lies in another stands further to the right
}

// survey counts a list's tags before it is read.
func survey(src []byte) (s tags) {
	r := reader{scan: markup.Scanner{Src: src}}
	open, first := 0, -1
	for {
		t := r.scan.Next()
		outline := strings.EqualFold(string(t.Name), "outline")
		switch {
		case t.Kind == markup.EOF:
			s.uneven = open != 0
			return s
		case t.Kind == markup.StartTag && outline:
			if !wellFormed(src, &t) {
				r.mend(&t)
			}
			if !t.Empty {
				open++
			}
		case t.Kind == markup.EndTag && outline:
			open--
		default:
			continue
		}
		if column := column(src, t.Start); column >= 0 && column != first {
			s.indented = s.indented || first >= 0
			first = column
		}
	}
}

// column is how far to the right a tag stands that is the first in its line; -1: it is not.
func column(src []byte, at int) int {
	for i := at - 1; ; i-- {
		if i < 0 || src[i] == '\n' || src[i] == '\r' {
			return at - 1 - i
		}
		if src[i] != ' ' && src[i] != '\t' {
			return -1
		}
	}
}
