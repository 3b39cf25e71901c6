// Package markup reads XML and HTML the way the web serves it: a scanner for
// tags that survives what breaks an XML parser, references to characters, and
// references to addresses. The readers of feeds and subscription lists stand on it.
package markup

import "bytes"

// Kind says what a Token is.
type Kind uint8

// The kinds of tokens. Text between tags is not reported: it is what lies
// between one token's End and the next one's Start.
const (
	EOF         Kind = iota
	StartTag         // <name ...>, also <name .../>
	EndTag           // </name>
	CDATA            // <![CDATA[ ... ]]>
	Comment          // <!-- ... -->
	Instruction      // <? ... ?>
	Declaration      // <!DOCTYPE ... [ ... ]>
)

// Token is a piece of markup. Its slices share memory with the source.
type Token struct {
	Kind       Kind
	Start, End int    // where it stands in the source, End exclusive
	Name       []byte // of a tag, as written, with its prefix
	Attrs      []byte // what stands between a start tag's name and its end; see NextAttr
	Inner      []byte // what a CDATA section, declaration or instruction holds
	Empty      bool   // a start tag that closes itself
	Cut        bool   // the source ended inside
}

// Scanner finds the markup in a source, in one pass.
type Scanner struct {
	Src []byte
	Pos int

	cdata, comment, instruction Finder
	single, double              Finder
	undeclared                  bool // a declaration without an end was met
}

// Finder remembers where a needle was found last, so that a document full of
// beginnings without ends is not searched anew for each. It serves one needle
// and one source.
type Finder struct {
	from, at int
	set      bool
}

// Find is the first index of needle in src at or after pos, or -1.
func (f *Finder) Find(src []byte, needle string, pos int) int {
	if f.set && pos >= f.from && (f.at < 0 || pos <= f.at) {
		return f.at
	}
	at := bytes.Index(src[pos:], []byte(needle))
	if at >= 0 {
		at += pos
	}
	*f = Finder{from: pos, at: at, set: true}
	return at
}

// Next gives the next token at or after Pos, and moves behind it.
func (s *Scanner) Next() Token {
	for {
		i := bytes.IndexByte(s.Src[s.Pos:], '<')
		if i < 0 || s.Pos+i+1 >= len(s.Src) {
			s.Pos = len(s.Src)
			return Token{Kind: EOF, Start: s.Pos, End: s.Pos}
		}
		at := s.Pos + i
		c := s.Src[at+1]
		switch {
		case nameStart(c):
			return s.start(at)
		case c == '/':
			if at+2 < len(s.Src) && nameStart(s.Src[at+2]) {
				return s.end(at)
			}
		case c == '!':
			if t, ok := s.bang(at); ok {
				return t
			}
		case c == '?':
			return s.delimited(Instruction, at, at+2, "?>", &s.instruction)
		}
		s.Pos = at + 1 // a "<" that begins nothing is text
	}
}

func (s *Scanner) start(at int) Token {
	end := at + 1
	for end < len(s.Src) && nameByte(s.Src[end]) {
		end++
	}
	t := Token{Kind: StartTag, Start: at, Name: s.Src[at+1 : end]}
	closing := s.tagEnd(end)
	t.Attrs, t.End = s.Src[end:closing], closing
	switch {
	case closing >= len(s.Src):
		t.Cut = true
	case s.Src[closing] == '>':
		t.End++
	}
	if n := len(t.Attrs); n > 0 && t.Attrs[n-1] == '/' && !t.Cut {
		t.Attrs, t.Empty = t.Attrs[:n-1], true
	}
	s.Pos = t.End
	return t
}

// tagEnd finds the ">" of a start tag from its name's end; one inside quotes
// does not count. A tag that is never closed ends before the next one, or with
// the source.
func (s *Scanner) tagEnd(i int) int {
	for i < len(s.Src) {
		switch s.Src[i] {
		case '>':
			return i
		case '"', '\'':
			if !afterEquals(s.Src, i) {
				i++
				continue
			}
			f := &s.double
			if s.Src[i] == '\'' {
				f = &s.single
			}
			q := f.Find(s.Src, string(s.Src[i]), i+1)
			if q < 0 || unclosed(s.Src[i+1:q], s.Src[q+1:]) {
				if gt := index(s.Src, '>', i); gt >= 0 { // the closing quote is missing
					return gt
				}
				return len(s.Src)
			}
			i = q + 1
		case '<':
			if i+1 < len(s.Src) && (nameStart(s.Src[i+1]) || s.Src[i+1] == '/' || s.Src[i+1] == '!') {
				return i
			}
			i++
		default:
			i++
		}
	}
	return len(s.Src)
}

func afterEquals(src []byte, i int) bool {
	for i--; i >= 0; i-- {
		if !space(src[i]) {
			return src[i] == '='
		}
	}
	return false
}

// unclosed tells by what follows a quote whether it opens the next value
// rather than closing this one.
func unclosed(value, after []byte) bool {
	if bytes.IndexByte(value, '>') < 0 || len(after) == 0 {
		return false
	}
	c := after[0]
	return !space(c) && c != '/' && c != '>' && c != '?'
}

func index(src []byte, c byte, from int) int {
	if i := bytes.IndexByte(src[from:], c); i >= 0 {
		return from + i
	}
	return -1
}

func (s *Scanner) end(at int) Token {
	end := at + 2
	for end < len(s.Src) && nameByte(s.Src[end]) {
		end++
	}
	t := Token{Kind: EndTag, Start: at, Name: s.Src[at+2 : end]}
	for end < len(s.Src) && s.Src[end] != '>' && s.Src[end] != '<' {
		end++
	}
	switch {
	case end >= len(s.Src):
		t.Cut = true
	case s.Src[end] == '>':
		end++
	}
	t.End, s.Pos = end, end
	return t
}

func (s *Scanner) bang(at int) (Token, bool) {
	rest := s.Src[at+2:]
	switch {
	case bytes.HasPrefix(rest, []byte("[CDATA[")):
		return s.delimited(CDATA, at, at+9, "]]>", &s.cdata), true
	case bytes.HasPrefix(rest, []byte("--")):
		t := s.delimited(Comment, at, at+4, "-->", &s.comment)
		if t.Cut { // nothing closes it: it ends with its first line
			s.Pos = at + 4
			t.End = s.Pos
		}
		return t, true
	case len(rest) > 0 && (rest[0]|0x20 >= 'a' && rest[0]|0x20 <= 'z'):
		return s.declaration(at), true
	}
	return Token{}, false
}

func (s *Scanner) delimited(k Kind, at, inner int, closing string, f *Finder) Token {
	inner = min(inner, len(s.Src))
	t := Token{Kind: k, Start: at}
	if end := f.Find(s.Src, closing, inner); end >= 0 {
		t.Inner, t.End = s.Src[inner:end], end+len(closing)
	} else {
		t.Inner, t.End, t.Cut = s.Src[inner:], len(s.Src), true
		if k == Instruction { // "<?xml version='1.0'>" is common enough
			if gt := index(s.Src, '>', inner); gt >= 0 {
				t.Inner, t.End, t.Cut = s.Src[inner:gt], gt+1, false
			}
		}
	}
	s.Pos = t.End
	return t
}

// maxDeclaration is the longest document type declaration that is read, in
// bytes; of a longer one the rest is skipped as text.
const maxDeclaration = 1 << 16

func (s *Scanner) declaration(at int) Token {
	limit := min(len(s.Src), at+maxDeclaration)
	depth := 0
	quote := byte(0)
	for i := at + 2; i < limit && !s.undeclared; i++ {
		c := s.Src[i]
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"', c == '\'':
			quote = c
		case c == '[':
			depth++
		case c == ']':
			depth--
		case c == '>' && depth <= 0:
			s.Pos = i + 1
			return Token{Kind: Declaration, Start: at, End: s.Pos, Inner: s.Src[at+2 : i]}
		}
	}
	s.undeclared = true
	end := limit
	if gt := index(s.Src[:limit], '>', at); gt >= 0 {
		end = gt + 1
	}
	s.Pos = end
	return Token{Kind: Declaration, Start: at, End: end, Inner: s.Src[at+2 : end], Cut: true}
}

// NextAttr reads the first attribute of attrs (Token.Attrs, or what an earlier
// call left). The value is as written, without its quotes; an attribute without a
// value has a nil one. The name is empty at the end.
func NextAttr(attrs []byte) (name, value, rest []byte) {
	i := 0
	for i < len(attrs) && (space(attrs[i]) || attrs[i] == '/' || attrs[i] == '=' || attrs[i] == '"' || attrs[i] == '\'') {
		i++
	}
	begin := i
	for i < len(attrs) && !space(attrs[i]) && attrs[i] != '=' && attrs[i] != '"' && attrs[i] != '\'' {
		i++
	}
	name = attrs[begin:i]
	for i < len(attrs) && space(attrs[i]) {
		i++
	}
	if len(name) == 0 || i >= len(attrs) || attrs[i] != '=' {
		return name, nil, attrs[i:]
	}
	for i++; i < len(attrs) && space(attrs[i]); i++ {
	}
	if i >= len(attrs) {
		return name, []byte{}, nil
	}
	if q := attrs[i]; q == '"' || q == '\'' {
		if end := index(attrs, q, i+1); end >= 0 {
			if cut := spilled(attrs[i+1:end], attrs[end+1:]); cut >= 0 {
				return name, attrs[i+1 : i+1+cut], attrs[i+1+cut:]
			}
			return name, attrs[i+1 : end], attrs[end+1:]
		}
		i++ // the closing quote is missing
	}
	begin = i
	for i < len(attrs) && !space(attrs[i]) {
		i++
	}
	return name, attrs[begin:i], attrs[i:]
}

// spilled finds where a value ends whose closing quote is missing, so that it
// runs on to the opening quote of the next attribute: a="x b="y". -1: all is well.
func spilled(value, after []byte) int {
	if len(value) == 0 || value[len(value)-1] != '=' || len(after) == 0 || space(after[0]) || after[0] == '/' || after[0] == '>' {
		return -1
	}
	i := len(value) - 1
	for i > 0 && nameByte(value[i-1]) {
		i--
	}
	if i == 0 || i == len(value)-1 || !space(value[i-1]) {
		return -1
	}
	return i - 1
}

func space(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

func nameStart(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c == ':' || c >= 0x80
}

func nameByte(c byte) bool {
	return nameStart(c) || c >= '0' && c <= '9' || c == '-' || c == '.'
}
