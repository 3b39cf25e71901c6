package parse

import (
	"bytes"
	"strconv"
	"strings"
	"time"

	"depesche/feed"
	"depesche/feed/markup"
)

// text is what stood in an element, not decoded yet.
type text struct {
	raw   []byte
	tags  bool // it holds tags outside of CDATA
	cut   bool // the document ended inside
	attrs []byte
	space space
}

// leaf reads an element that is taken whole.
func (r *reader) leaf(t *markup.Token, is element, s space) {
	x := text{attrs: t.Attrs, space: s, cut: t.Cut}
	if !t.Empty {
		x.raw, x.tags, x.cut = r.inner(t.Name, is)
	} else if is == link {
		x.raw = r.after()
	}
	if r.outside() {
		if is == author && r.item != nil && len(r.item.originalAuthor) < maxList {
			if name, _ := r.person(&x); name != "" {
				r.item.originalAuthor = append(r.item.originalAuthor, name)
			}
		}
		return
	}
	f := r.top()
	f.base, f.lang = r.scope(t.Attrs, f.base, f.lang)
	in := r.inside()
	switch {
	case in == image || in == mediaGroup && r.item == nil:
		r.head.image(r, is, &x, f)
	case in == skipHours || in == skipDays:
		r.skip(is, &x)
	case r.item != nil:
		r.inItem(is, &x, f, in == unknown)
	default:
		r.inHead(is, &x, f, in == unknown)
	}
}

// inner takes the text of an element up to its end tag. Where that is missing
// the text ends before the next element that cannot stand in it.
func (r *reader) inner(name []byte, is element) (raw []byte, tags, cut bool) {
	src := r.scan.Src
	begin := r.scan.Pos
	stop := -1 // where an element began that does not belong here
	depth := 0
	long := is.long() && r.reread <= len(src)
	person := is == author || is == podcastOwner
	open := 0  // other elements that were opened inside and not closed
	parts := 0 // of a person: elements of any name, as <title>
	for {
		t := r.scan.Next()
		switch t.Kind {
		case markup.EOF:
			if stop < 0 {
				return src[begin:], tags, true
			}
			return r.broken(begin, len(src), stop, tags)
		case markup.CDATA:
			if end := r.swallowed(&t, name); end >= 0 {
				r.damage.note(NoCDATAEnd)
				raw = src[begin:end]
				r.scan.Pos = end
				return raw, tags, false
			}
		case markup.EndTag:
			if bytes.EqualFold(t.Name, name) {
				if depth > 0 {
					depth--
					continue
				}
				return src[begin:t.Start], tags, false
			}
			if person && parts > 0 && !r.boundary(t.Name, true) {
				parts--
				continue
			}
			stray := open == 0 && !isHTML(t.Name)
			if r.boundary(t.Name, true) || !long && (stray || r.known(t.Name)) {
				return r.broken(begin, t.Start, stop, tags)
			}
			if stray && stop < 0 {
				stop = t.Start
			}
			open = max(0, open-1)
		case markup.StartTag:
			same := bytes.EqualFold(t.Name, name)
			switch {
			case same && long && tags:
				if !t.Empty {
					depth++
				}
			case same, r.boundary(t.Name, false), !long && r.known(t.Name) && !person:
				return r.broken(begin, t.Start, stop, tags)
			case stop < 0 && r.known(t.Name):
				stop = t.Start
			}
			tags = true
			if person && !t.Empty {
				parts++
			}
			if !t.Empty && !isHTML(t.Name) {
				open++
			}
		default: // of no use here
		}
	}
}

// broken ends a text whose end tag is missing.
func (r *reader) broken(begin, at, stop int, tags bool) ([]byte, bool, bool) {
	r.damage.note(NoEndTag)
	if stop >= 0 {
		r.reread += at - stop
		at = stop
	}
	r.scan.Pos = at
	return r.scan.Src[begin:at], tags, false
}

// swallowed finds the end of a text in a CDATA section that runs on into other
// entries because its own end is missing; -1 where all is well.
func (r *reader) swallowed(t *markup.Token, name []byte) int {
	within := func(at int) bool { return at >= 0 && at < t.End }
	if src := r.scan.Src; !t.Cut && !within(r.itemEnd.Find(src, "</item>", t.Start)) && !within(r.entryEnd.Find(src, "</entry>", t.Start)) {
		return -1
	}
	var buf [40]byte
	closing := append(append(append(buf[:0], "</"...), name...), '>')
	i := bytes.Index(t.Inner, closing)
	if i < 0 {
		return -1
	}
	return t.Start + len("<![CDATA[") + i
}

// boundary reports whether a tag begins or ends an entry or the feed.
func (r *reader) boundary(name []byte, end bool) bool {
	if len(name) > 24 {
		return false
	}
	is, s := r.element(name)
	if s == xhtml {
		return false
	}
	return is == entry || end && (is == root || is == channel)
}

// known reports whether a tag is one of the feed's own.
func (r *reader) known(name []byte) bool {
	is, s := r.element(name)
	return is != unknown && s != xhtml && is != content && is != wrapper || is == content && s == encoded
}

// after is the text behind an empty tag: HTML writers make "<link/>http://..."
// of a link.
func (r *reader) after() []byte {
	rest := r.scan.Src[r.scan.Pos:]
	if i := bytes.IndexByte(rest[:min(len(rest), 2000)], '<'); i > 0 {
		if s := bytes.TrimSpace(rest[:i]); bytes.HasPrefix(s, []byte("http")) {
			return s
		}
	}
	return nil
}

// attr is the value of an attribute as written, nil where there is none.
func attr(attrs []byte, want string) []byte {
	for len(attrs) > 0 {
		name, value, rest := markup.NextAttr(attrs)
		if len(name) == 0 {
			return nil
		}
		if len(name) == len(want) && strings.EqualFold(string(name), want) {
			return value
		}
		attrs = rest
	}
	return nil
}

// about is the address of an RDF node: rdf:about, under whatever prefix.
func (r *reader) about(attrs []byte) []byte {
	if !bytes.Contains(attrs, []byte("about")) {
		return nil
	}
	for len(attrs) > 0 {
		name, value, rest := markup.NextAttr(attrs)
		if len(name) == 0 {
			return nil
		}
		if s, local := r.resolve(name); s == rdf && string(local) == "about" {
			return value
		}
		attrs = rest
	}
	return nil
}

// line is an attribute's or a simple element's value: one line, decoded.
func (r *reader) line(raw []byte) string {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || len(raw) > maxRaw {
		return ""
	}
	if bytes.IndexByte(raw, '&') < 0 {
		return feed.Line(string(raw))
	}
	r.scratch = markup.AppendText(r.scratch[:0], raw, &r.entities)
	return feed.Line(string(r.scratch))
}

// word is the value of an element that holds an address, a date, a number.
func (x *text) word(r *reader) string {
	raw := x.raw[:min(len(x.raw), maxRaw)]
	if bytes.IndexByte(raw, '<') >= 0 {
		raw = bytes.TrimSpace(raw)
		if bytes.HasPrefix(raw, []byte("<![CDATA[")) && bytes.HasSuffix(raw, []byte("]]>")) && bytes.Count(raw, []byte("<![")) == 1 {
			raw = raw[9 : len(raw)-3]
			return feed.Line(string(raw))
		}
		r.scratch = r.flatten(r.scratch[:0], raw, false)
		return feed.Line(stripTags(string(r.scratch)))
	}
	return r.line(raw)
}

// address is the value of an element that holds an address; publishers break long
// ones into lines.
func (x *text) address(r *reader) string {
	if raw := bytes.TrimSpace(x.raw); bytes.ContainsAny(raw, "\r\n") {
		y := *x
		y.raw = bytes.Join(bytes.FieldsFunc(raw, func(c rune) bool { return c == '\r' || c == '\n' || c == '\t' }), nil)
		return y.word(r)
	}
	return x.word(r)
}

func (r *reader) skip(is element, x *text) {
	v := x.word(r)
	switch is {
	case hour:
		if n, err := strconv.Atoi(v); err == nil && n >= 0 && n <= 24 && len(r.doc.SkipHours) < 24 {
			r.doc.SkipHours = append(r.doc.SkipHours, n%24)
		}
	case day:
		for d := time.Sunday; d <= time.Saturday; d++ {
			if strings.EqualFold(v, d.String()) && len(r.doc.SkipDays) < 7 {
				r.doc.SkipDays = append(r.doc.SkipDays, d)
			}
		}
	default: // the rest means nothing here
	}
}
