package parse

import (
	"bytes"
	"encoding/base64"
	"net/url"
	"strings"
	"unicode/utf8"

	"depesche/feed"
	"depesche/feed/markup"
)

// flavour says how decoded text is to be read.
type flavour uint8

const (
	hypertext flavour = iota // HTML
	literal                  // plain text, said to be so
	loose                    // plain text, because nothing was said
	nothing                  // no text at all: a picture in base64
)

// construct decodes a text once, and tells how to read what comes out. The
// bytes are the reader's scratch: used up before the next call.
func (r *reader) construct(x *text) ([]byte, flavour) {
	if !r.atomic(x) {
		return r.markup(x), hypertext
	}
	kind := strings.ToLower(r.line(attr(x.attrs, "type")))
	if i := strings.IndexByte(kind, ';'); i >= 0 {
		kind = strings.TrimSpace(kind[:i])
	}
	mode := strings.ToLower(r.line(attr(x.attrs, "mode")))
	if mode == "base64" {
		return r.base64(x, kind)
	}
	switch {
	case kind == "xhtml", kind == "application/xhtml+xml", mode == "xml" && (kind == "html" || kind == "text/html"):
		if mode == "escaped" || !x.tags {
			return r.markup(x), hypertext
		}
		return unwrap(r.flat(x, true)), hypertext
	case kind == "html", kind == "text/html":
		return r.markup(x), hypertext
	case x.tags && (strings.HasPrefix(kind, "text") || kind == "" || kind == "plain"):
		return unwrap(r.markup(x)), hypertext // tags that nobody escaped
	case kind == "":
		return r.markup(x), loose
	case strings.HasPrefix(kind, "text"), kind == "plain":
		return r.markup(x), literal
	case strings.HasSuffix(kind, "xml"):
		return r.markup(x), hypertext
	}
	return r.base64(x, kind)
}

// atomic reports whether Atom's rules for text hold.
func (r *reader) atomic(x *text) bool {
	return x.space == atom || (x.space == plain || x.space == xhtml) && r.atom
}

// base64 decodes content in base64, if it is text: said to be so, or found to be.
func (r *reader) base64(x *text, kind string) ([]byte, flavour) {
	raw := bytes.Map(func(c rune) rune {
		if c <= ' ' {
			return -1
		}
		return c
	}, x.raw)
	out, err := base64.StdEncoding.DecodeString(string(raw))
	if err != nil {
		return nil, nothing
	}
	switch said := kind == "" || strings.HasPrefix(kind, "text"); {
	case strings.HasSuffix(kind, "html"):
		return out, hypertext
	case !said && (!utf8.Valid(out) || feed.Clean(string(out)) != string(out)):
		return nil, nothing
	}
	return out, loose
}

// markup decodes references and CDATA. Where tags stand unescaped the
// references stay: they are the HTML's own.
func (r *reader) markup(x *text) []byte {
	return r.flat(x, x.tags && !escapedTags(x.raw))
}

// flat is the text without what is XML's alone; keep says that references stay.
func (r *reader) flat(x *text, keep bool) []byte {
	r.scratch = r.flatten(r.scratch[:0], bytes.TrimSpace(x.raw), keep)
	return bytes.TrimSpace(r.scratch)
}

// flatten appends raw without CDATA marks, comments and instructions.
func (r *reader) flatten(dst, raw []byte, keep bool) []byte {
	if bytes.IndexByte(raw, '<') < 0 {
		return markup.AppendText(dst, raw, &r.entities)
	}
	scan := markup.Scanner{Src: raw}
	at := 0
	for {
		t := scan.Next()
		if keep {
			dst = append(dst, raw[at:t.Start]...)
		} else {
			dst = markup.AppendText(dst, raw[at:t.Start], &r.entities)
		}
		at = t.End
		switch t.Kind {
		case markup.EOF:
			return dst
		case markup.CDATA:
			dst = append(dst, t.Inner...)
		case markup.StartTag, markup.EndTag, markup.Declaration:
			dst = r.tag(dst, raw, &t)
		default: // of no use here
		}
	}
}

// tag appends a tag that stood unescaped, without a prefix that means XHTML.
func (r *reader) tag(dst, raw []byte, t *markup.Token) []byte {
	i := bytes.IndexByte(t.Name, ':')
	if i < 0 || t.Kind == markup.Declaration {
		return append(dst, raw[t.Start:t.End]...)
	}
	if s, _ := r.resolve(t.Name); s != xhtml {
		return append(dst, raw[t.Start:t.End]...)
	}
	n := 1
	if t.Kind == markup.EndTag {
		n = 2
	}
	dst = append(dst, raw[t.Start:t.Start+n]...)
	return append(dst, raw[t.Start+n+i+1:t.End]...)
}

// escapedTags reports whether a text holds tags that are escaped, so that its
// references are those of the feed, whatever else stands in it.
func escapedTags(raw []byte) bool {
	for {
		i := bytes.Index(raw, []byte("&lt;"))
		if i < 0 {
			return false
		}
		raw = raw[i+4:]
		name := bytes.TrimPrefix(raw, []byte("/"))
		n := 0
		for n < len(name) && n < 12 && (name[n]|0x20 >= 'a' && name[n]|0x20 <= 'z' || name[n] >= '1' && name[n] <= '6') {
			n++
		}
		if n > 0 && htmlNames[strings.ToLower(string(name[:n]))] != 0 {
			return true
		}
	}
}

// unwrap takes the <div> off that Atom asks for around XHTML.
func unwrap(b []byte) []byte {
	b = bytes.TrimSpace(b)
	scan := markup.Scanner{Src: b}
	t := scan.Next()
	if t.Kind != markup.StartTag || t.Start != 0 || !bytes.EqualFold(t.Name, []byte("div")) || attr(t.Attrs, "class") != nil {
		return b
	}
	if t.Empty {
		return b[t.End:]
	}
	depth := 1
	for inner := t.End; ; {
		switch t = scan.Next(); t.Kind {
		case markup.EOF:
			return b
		case markup.StartTag:
			if !t.Empty && bytes.EqualFold(t.Name, []byte("div")) {
				depth++
			}
		case markup.EndTag:
			if bytes.EqualFold(t.Name, []byte("div")) {
				depth--
			}
			if depth == 0 {
				if t.End != len(b) {
					return b
				}
				return bytes.TrimSpace(b[inner:t.Start])
			}
		default: // of no use here
		}
	}
}

// plain is a text as one line of plain text: a title, a name, a caption.
func (r *reader) plain(x *text) string {
	x.raw = x.raw[:min(len(x.raw), maxRaw)]
	return short(r.plainText(x))
}

// short cuts a text that no paper prints in one line.
func short(s string) string {
	if len(s) <= maxPlain {
		return s
	}
	return feed.Line(strings.ToValidUTF8(s[:maxPlain], "") + "…")
}

func (r *reader) plainText(x *text) string {
	b, f := r.construct(x)
	switch f {
	case nothing:
		return ""
	case literal:
		return feed.Line(string(b))
	case loose:
		return plainTitle(string(b))
	default: // HTML: below
	}
	if x.tags && !escapedTags(x.raw) { // the tags are real ones, and the references HTML's
		return feed.Line(markup.Decode(stripTags(string(b))))
	}
	return plainTitle(string(b))
}

// html is a text as HTML, its links absolute.
func (r *reader) html(x *text, base *url.URL) string {
	if len(x.raw) > maxHTML {
		x.raw = x.raw[:maxHTML]
		if i := bytes.LastIndexByte(x.raw, '<'); i > maxHTML/2 {
			x.raw = x.raw[:i] // no half tag
		}
		r.damage.note(TextTooLong)
	}
	b, f := r.construct(x)
	switch f {
	case nothing:
		return ""
	case literal:
		return markup.Escape(feed.Clean(string(b)))
	case loose:
		if !looksHTML(string(b)) {
			return markup.Escape(feed.Clean(string(b)))
		}
	default: // HTML: below
	}
	return finishHTML(b, base)
}

// finishHTML does what is done to all HTML: what was escaped once too often is
// unescaped, links are made absolute, control characters dropped.
func finishHTML(b []byte, base *url.URL) string {
	if doubleEscaped(b) {
		b = markup.AppendText(make([]byte, 0, len(b)), b, nil)
	}
	return feed.Clean(string(absoluteLinks(b, base)))
}
