package extract

import (
	"bytes"
	"unicode"
)

// slim cuts what no article stands in out of a page before it is parsed:
// scripts without data, styles, drawings, and, unless whole, the attributes that
// no rule reads. They are more than half of most news pages, and the parser
// would read them byte by byte. parts are the rest, in order; states are the
// scripts that may hold the page's text as JSON.
//
// It reads tags as the parser does. Where it cannot be sure that both see the
// same, it leaves everything from there on alone.
func slim(src []byte, whole bool) (parts, states [][]byte) {
	s := slimmer{src: src, whole: whole}
	for s.next() {
	}
	return append(s.parts, src[s.kept:]), s.states
}

type slimmer struct {
	src    []byte
	whole  bool // tags stay as they are
	at     int  // read up to here
	kept   int  // before this everything is in parts, or cut
	parts  [][]byte
	states [][]byte
	name   [20]byte
	inside int // drawings that are open: in them, scripts and styles are no raw text
}

// next goes behind the next tag; false when there is no more to cut.
func (s *slimmer) next() bool {
	i := bytes.IndexByte(s.src[s.at:], '<')
	if i < 0 || s.at+i+2 > len(s.src)-1 {
		return false
	}
	i += s.at
	c := s.src[i+1]
	switch {
	case bytes.HasPrefix(s.src[i:], []byte("<!--")):
		n := bytes.Index(s.src[i+2:], []byte("-->"))
		if n < 0 || bytes.Contains(s.src[i+2:i+2+n], []byte("--!>")) {
			return false
		}
		s.at = i + 2 + n + 3
		return true
	case c == '!' && s.inside > 0:
		return false // <![CDATA[ has a meaning there
	case c == '!' || c == '?' || c == '/' && !isLetter(s.src[i+2]):
		n := bytes.IndexByte(s.src[i+2:], '>')
		s.at = i + 2 + n + 1
		return n >= 0
	case c == '/':
		if s.inside > 0 && string(tagName(s.src[i+2:], &s.name)) == "svg" {
			s.inside--
		}
		s.at = tagEnd(s.src, i+2)
		return s.at > 0
	case isLetter(c):
		return s.tag(i)
	}
	s.at = i + 1
	return true
}

// cut leaves out what stands between i and j.
func (s *slimmer) cut(i, j int) {
	if i < j {
		s.parts = append(s.parts, s.src[s.kept:i])
		s.kept = j
	}
}

// tag goes behind the start tag at i, and behind what belongs to it where that is no HTML.
func (s *slimmer) tag(i int) bool {
	end := tagEnd(s.src, i+1)
	if end < 0 {
		return false
	}
	s.at = end
	name := tagName(s.src[i+1:end], &s.name)
	if !s.whole {
		s.attributes(i+1, end)
	}
	switch string(name) {
	case "plaintext", "math":
		return false
	case "svg":
		return s.drawing(end, name)
	case "textarea", "title", "iframe", "noembed", "noframes", "noscript", "xmp", "script", "style":
		if s.inside > 0 {
			return false
		}
	}
	switch string(name) {
	case "textarea", "title", "iframe", "noembed", "noframes", "noscript", "xmp":
		n := closing(s.src[end:], name)
		s.at = end + n
		return n >= 0
	case "script", "style":
	default:
		return true
	}
	n := closing(s.src[end:], name)
	if n < 0 {
		return false
	}
	inner := s.src[end : end+n]
	if bytes.Contains(inner, []byte("<!--")) && bytes.Contains(bytes.ToLower(inner), []byte("<script")) { // a script in a script may end elsewhere
		if string(name) == "script" {
			n = scriptEnd(s.src[end:])
		}
		if n < 0 {
			return false
		}
		inner = s.src[end : end+n]
	}
	s.at = end + n
	opening := bytes.ToLower(s.src[i:end])
	if string(name) == "script" {
		if bytes.Contains(opening, []byte("ld+json")) || bytes.Contains(opening, []byte("math/")) {
			return true
		}
		if n > leastState && n < maxScript && (!bytes.Contains(opening, []byte("type=")) || bytes.Contains(opening, []byte("json")) || bytes.Contains(opening, []byte("javascript"))) {
			s.states = append(s.states, inner)
		}
	}
	s.cut(end, end+n)
	return true
}

// attributes cuts those out of a tag that no rule reads: what scripts keep at an
// element is a fifth of the markup. i is that of the tag's name.
func (s *slimmer) attributes(i, end int) {
	if !bytes.Contains(s.src[i:end], []byte("-")) {
		return
	}
	for i < end && !isSpace(s.src[i]) && s.src[i] != '/' {
		i++
	}
	for i < end-1 {
		for i < end-1 && (isSpace(s.src[i]) || s.src[i] == '/') {
			i++
		}
		from := i
		for i < end-1 && !isSpace(s.src[i]) && s.src[i] != '/' && (s.src[i] != '=' || i == from) {
			i++
		}
		key := s.src[from:i]
		next := i
		for next < end-1 && isSpace(s.src[next]) {
			next++
		}
		if next < end-1 && s.src[next] == '=' {
			i = valueEnd(s.src[:end], next+1)
		}
		if i < 0 || i > end-1 {
			return
		}
		if unread(key) {
			s.cut(from, i)
		}
	}
}

// unread reports whether no rule reads an attribute.
func unread(key []byte) bool {
	if bytes.HasPrefix(key, []byte("aria-")) {
		return true
	}
	return bytes.HasPrefix(key, []byte("data-")) && !readData[string(key)] && bytes.IndexFunc(key, unicode.IsUpper) < 0
}

// readData are the attributes for scripts that rules read.
var readData = table3("data-src|data-videoid|data-video-id|data-trackid|data-title|data-tweetid|data-shortcode|data-href|data-srcset|data-lazy|data-lazy-src|data-lazy-srcset|data-original|data-image|data-full-src|data-url|data-type|data-testid|data-component|data-module|data-block|data-element|data-test-tag|data-qa|data-cy|data-manual|data-caption|data-img-caption|data-image-caption|data-instgrm-permalink")

// drawing empties an <svg> whose content is nothing but drawing: any other tag
// would end it for the parser. One with other content is left as it is.
func (s *slimmer) drawing(from int, name []byte) bool {
	if s.src[from-2] == '/' {
		return true
	}
	n := closing(s.src[from:], name)
	if n >= 0 && tagEnd(s.src, from+n+2) > 0 && onlyDrawn(s.src[from:from+n]) {
		s.cut(from, from+n)
		s.at = from + n
	}
	s.inside++ // the end tag is still to come
	return true
}

func onlyDrawn(b []byte) bool {
	var name [20]byte
	for {
		i := bytes.IndexByte(b, '<')
		if i < 0 {
			return true
		}
		b = b[i+1:]
		if bytes.HasPrefix(b, []byte("!--")) {
			end := bytes.Index(b, []byte("-->"))
			if end < 4 || bytes.Contains(b[:end], []byte("--!>")) {
				return false
			}
			b = b[end:]
			continue
		}
		opens := len(b) == 0 || b[0] != '/'
		if !opens {
			b = b[1:]
		}
		tag := tagName(b, &name)
		if !drawn[string(tag)] {
			return false
		}
		end := tagEnd(b, 0)
		if end < 0 { // the end of the drawing stands in an attribute
			return false
		}
		b = b[end:]
		if opens && (string(tag) == "title" || string(tag) == "style") { // for the parser, text up to its end tag
			if end = closing(b, tag); end < 0 {
				return false
			}
			b = b[end:]
		}
	}
}

// drawn are the elements of drawings.
var drawn = map[string]bool{
	"path": true, "g": true, "circle": true, "rect": true, "line": true, "polygon": true, "polyline": true, "ellipse": true, "use": true, "defs": true, "symbol": true,
	"clippath": true, "mask": true, "lineargradient": true, "radialgradient": true, "stop": true, "filter": true, "pattern": true, "animate": true, "animatetransform": true,
	"title": true, "desc": true, "style": true, "text": true, "tspan": true, "image": true, "marker": true,
}

// tagName is a tag's name in small letters, put into buf: b begins with it.
func tagName(b []byte, buf *[20]byte) []byte {
	n := 0
	for n < len(b) && n < len(buf) && !isSpace(b[n]) && b[n] != '/' && b[n] != '>' {
		buf[n] = lowerByte(b[n])
		n++
	}
	return buf[:n]
}

// tagEnd is the index behind the ">" that ends a tag, -1 when none does. i is
// that of the tag's name.
func tagEnd(src []byte, i int) int {
	for i < len(src) && !isSpace(src[i]) && src[i] != '/' && src[i] != '>' {
		i++
	}
	key := false
	for i < len(src) {
		switch c := src[i]; {
		case c == '>':
			return i + 1
		case c == '=' && key:
			if i = valueEnd(src, i+1); i < 0 {
				return -1
			}
			key = false
			continue
		case c == '/':
			key = false
		case !isSpace(c):
			key = true
		}
		i++
	}
	return -1
}

// valueEnd is the index behind an attribute's value, -1 when it does not end.
func valueEnd(src []byte, i int) int {
	for i < len(src) && isSpace(src[i]) {
		i++
	}
	if i < len(src) && (src[i] == '"' || src[i] == '\'') {
		n := bytes.IndexByte(src[i+1:], src[i])
		if n < 0 {
			return -1
		}
		return i + n + 2
	}
	for i < len(src) && !isSpace(src[i]) && src[i] != '>' {
		i++
	}
	return i
}

// closing is the index of the end tag of that name, -1 when there is none.
func closing(src, name []byte) int {
	for at := 0; ; {
		i := bytes.Index(src[at:], []byte("</"))
		if i < 0 {
			return -1
		}
		i += at
		rest := src[i+2:]
		if len(rest) > len(name) && bytes.EqualFold(rest[:len(name)], name) && (isSpace(rest[len(name)]) || rest[len(name)] == '/' || rest[len(name)] == '>') {
			return i
		}
		at = i + 2
	}
}

// scriptEnd is the index of the end tag of a script in which a comment opens:
// within that, a script may hold another.
func scriptEnd(src []byte) int {
	comment, inner := false, false
	for i := 0; i < len(src); i++ {
		switch {
		case src[i] == '-':
			if bytes.HasPrefix(src[i:], []byte("-->")) {
				comment, inner = false, false
			}
		case src[i] != '<':
		case bytes.HasPrefix(src[i:], []byte("<!--")):
			comment = true
			i++ // the dashes may be those of the end
		case closing(src[i:min(i+9, len(src))], []byte("script")) == 0:
			if !inner {
				return i
			}
			inner = false
		case comment && !inner && len(src) > i+7 && bytes.EqualFold(src[i+1:i+7], []byte("script")) && (isSpace(src[i+7]) || src[i+7] == '/' || src[i+7] == '>'):
			inner = true
		}
	}
	return -1
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
