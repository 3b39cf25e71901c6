package extract

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// lax reads JSON as pages write it: with line breaks and stray controls
// inside strings, trailing commas, comments, a missing end. Objects become
// map[string]any, arrays []any, numbers and words strings of their letters or bool.
type lax struct {
	s     string
	i     int
	left  int // values that may still be read
	depth int
}

const laxDepth = 60

// laxJSON gives the value s begins with, nil when there is none.
func laxJSON(s string) any {
	p := lax{s: s, left: 200_000}
	return p.value()
}

func (p *lax) space() {
	for p.i < len(p.s) {
		switch c := p.s[p.i]; {
		case c <= ' ' || c == ';':
			p.i++
		case c == 0xEF && strings.HasPrefix(p.s[p.i:], "\uFEFF"):
			p.i += 3
		case strings.HasPrefix(p.s[p.i:], "/*"):
			p.skipTo("*/")
		case strings.HasPrefix(p.s[p.i:], "//"):
			p.skipTo("\n")
		case strings.HasPrefix(p.s[p.i:], "<!--"):
			p.i += 4
		case strings.HasPrefix(p.s[p.i:], "<![CDATA["):
			p.i += 9
		default:
			return
		}
	}
}

func (p *lax) skipTo(end string) {
	if j := strings.Index(p.s[p.i:], end); j >= 0 {
		p.i += j + len(end)
	} else {
		p.i = len(p.s)
	}
}

func (p *lax) value() any {
	p.space()
	if p.i >= len(p.s) || p.left <= 0 {
		return nil
	}
	p.left--
	switch c := p.s[p.i]; c {
	case '{', '[':
		if p.depth >= laxDepth {
			p.i = len(p.s)
			return nil
		}
		p.depth++
		defer func() { p.depth-- }()
		if c == '{' {
			return p.object()
		}
		return p.array()
	case '"':
		return p.str()
	}
	start := p.i
	for p.i < len(p.s) && !strings.ContainsRune(",]}:\n\"", rune(p.s[p.i])) {
		p.i++
	}
	if p.i == start {
		p.i++ // a stray colon or quote: step over it, or we would stand still
	}
	switch w := strings.TrimSpace(p.s[start:min(p.i, len(p.s))]); w {
	case "true":
		return true
	case "false":
		return false
	case "null", "undefined", "":
		return nil
	default:
		return w
	}
}

func (p *lax) object() any {
	out := map[string]any{}
	p.i++
	for {
		p.space()
		if p.i >= len(p.s) || p.left <= 0 {
			return out
		}
		switch p.s[p.i] {
		case '}':
			p.i++
			return out
		case ',':
			p.i++
			continue
		case ']':
			return out
		}
		var key string
		if p.s[p.i] == '"' {
			key = p.str()
		} else {
			start := p.i
			for p.i < len(p.s) && p.s[p.i] != ':' && p.s[p.i] != '}' && p.s[p.i] != ',' {
				p.i++
			}
			key = strings.TrimSpace(p.s[start:p.i])
		}
		p.space()
		if p.i < len(p.s) && p.s[p.i] == ':' {
			p.i++
			v := p.value()
			if _, twice := out[key]; !twice {
				out[key] = v
			}
		}
	}
}

func (p *lax) array() any {
	out := []any{}
	p.i++
	for {
		p.space()
		if p.i >= len(p.s) || p.left <= 0 {
			return out
		}
		switch p.s[p.i] {
		case ']':
			p.i++
			return out
		case ',':
			p.i++
			continue
		case '}':
			return out
		}
		out = append(out, p.value())
	}
}

// str reads a string; the quote under the cursor opens it.
func (p *lax) str() string {
	p.i++
	start := p.i
	for p.i < len(p.s) && p.s[p.i] != '"' && p.s[p.i] != '\\' {
		p.i++
	}
	if p.i >= len(p.s) || p.s[p.i] == '"' { // nothing escaped: no copy
		out := p.s[start:p.i]
		p.i++
		return out
	}
	var b strings.Builder
	b.WriteString(p.s[start:p.i])
	for p.i < len(p.s) {
		c := p.s[p.i]
		switch c {
		case '"':
			p.i++
			return b.String()
		case '\\':
			p.escape(&b)
			continue
		}
		next := strings.IndexAny(p.s[p.i:], "\"\\")
		if next < 0 {
			next = len(p.s) - p.i
		}
		b.WriteString(p.s[p.i : p.i+next])
		p.i += next
	}
	return b.String()
}

func (p *lax) escape(b *strings.Builder) {
	if p.i+1 >= len(p.s) {
		p.i = len(p.s)
		return
	}
	c := p.s[p.i+1]
	p.i += 2
	switch c {
	case 'n', 'r':
		b.WriteByte('\n')
	case 't', 'b', 'f':
		b.WriteByte(' ')
	case 'u':
		r := p.hex4()
		if utf16.IsSurrogate(r) && strings.HasPrefix(p.s[p.i:], `\u`) {
			p.i += 2
			r = utf16.DecodeRune(r, p.hex4())
		}
		if !utf8.ValidRune(r) {
			r = utf8.RuneError
		}
		b.WriteRune(r)
	default:
		b.WriteByte(c)
	}
}

func (p *lax) hex4() rune {
	if p.i+4 > len(p.s) {
		p.i = len(p.s)
		return utf8.RuneError
	}
	v, err := strconv.ParseUint(p.s[p.i:p.i+4], 16, 32)
	p.i += 4
	if err != nil {
		return utf8.RuneError
	}
	return rune(v)
}
