package opml

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"depesche/feed"
	"depesche/feed/charset"
	"depesche/feed/markup"
)

// ErrNotOPML means that the data is no list of subscriptions.
var ErrNotOPML = errors.New("not a list of subscriptions (OPML)")

// ErrNotURLs means that a file is no list of addresses.
var ErrNotURLs = errors.New("not a list of addresses, one a line")

// ErrDamaged comes beside a list that was recovered from a broken file.
var ErrDamaged = errors.New("damaged OPML: it is cut short, or its tags do not match")

// Read reads OPML of any version. Nested outlines are folders, and so are the
// paths of a category attribute. With ErrDamaged there is a list all the
// same: all that could be read, and what was wrong, by line, in List.Mended.
func Read(data []byte) (List, error) {
	text, _ := charset.UTF8(data, "")
	r := reader{scan: markup.Scanner{Src: text}, tags: survey(text)}
	r.read()
	if !r.opml && len(r.list.Sources) == 0 {
		return List{}, ErrNotOPML
	}
	r.finish()
	if len(r.list.Mended) > 0 {
		return r.list, ErrDamaged
	}
	return r.list, nil
}

type reader struct {
	builder
	scan     markup.Scanner
	entities markup.Entities
	tags     tags
	stack    []outline // open <outline> elements
	deep     int       // open ones beyond the bound
	path     []string  // the folders among them
	opml     bool      // the root was seen
	closed   bool      // and closed
	cut      bool      // the source ended inside a tag

	line, counted int // the line that offset counted stands in
}

// outline is an open element.
type outline struct {
	folder, feed bool
	lost         bool // a child's end tag was missing
	line, column int
}

func (r *reader) read() {
	for {
		t := r.scan.Next()
		switch t.Kind {
		case markup.EOF:
			return
		case markup.Declaration:
			r.entities.Declare(t.Inner)
		case markup.StartTag:
			r.start(&t)
		case markup.EndTag:
			r.end(&t)
		default: // of no use here
		}
	}
}

// finish notes what is missing at the end.
func (r *reader) finish() {
	last := r.lineAt(len(bytes.TrimRight(r.scan.Src, " \t\r\n")))
	if !r.opml {
		r.mended(1, Head)
	}
	if r.cut || r.opml && !r.closed {
		r.mended(last, Cut)
		return
	}
	for len(r.stack) > 0 {
		r.lose()
	}
}

func (r *reader) start(t *markup.Token) {
	switch strings.ToLower(string(t.Name)) {
	case "opml", "oml":
		r.opml = true
	case "title":
		if r.list.Title == "" && len(r.stack) == 0 && !t.Empty {
			rest := r.scan.Src[t.End:]
			if i := bytes.Index(rest, []byte("</")); i >= 0 {
				raw := bytes.TrimSuffix(bytes.TrimPrefix(bytes.TrimSpace(rest[:i]), []byte("<![CDATA[")), []byte("]]>"))
				r.list.Title = r.text(raw)
			}
		}
	case "outline":
		r.outline(t)
	}
}

func (r *reader) end(t *markup.Token) {
	switch strings.ToLower(string(t.Name)) {
	case "outline":
		r.endOutline(t)
	case "opml", "oml":
		r.closed = true
	}
}

// endOutline closes an outline: the one that begins as far to the right, where some of them
// have no end and the list is indented.
func (r *reader) endOutline(t *markup.Token) {
	line, column := r.lineAt(t.Start), column(r.scan.Src, t.Start)
	if r.deep > 0 {
		r.deep--
		return
	}
	if r.tags.uneven && r.tags.indented && column >= 0 {
		for n := len(r.stack) - 1; n >= 0 && r.stack[n].column > column; n-- {
			r.lose()
		}
		if n := len(r.stack); n > 0 && r.stack[n-1].column >= 0 && r.stack[n-1].column < column {
			r.mended(line, Surplus)
			return
		}
	}
	if len(r.stack) == 0 {
		r.mended(line, Surplus)
		return
	}
	if n := len(r.stack); r.flat() && n > 1 && r.stack[n-1].feed && r.stack[n-2].lost {
		r.lose() // its sisters have no end either
	}
	r.pop()
}

// flat reports whether nothing but the tags themselves tells which of them is missing.
func (r *reader) flat() bool { return r.tags.uneven && !r.tags.indented }

func (r *reader) pop() {
	if r.stack[len(r.stack)-1].folder {
		r.path = r.path[:len(r.path)-1]
	}
	r.stack = r.stack[:len(r.stack)-1]
}

// lose closes an outline whose end tag is missing.
func (r *reader) lose() {
	r.mended(r.stack[len(r.stack)-1].line, Unclosed)
	r.pop()
	if n := len(r.stack); n > 0 {
		r.stack[n-1].lost = true
	}
}

// endsBefore closes what a new outline cannot lie in, where end tags are missing: a feed, or
// what does not stand further to the left.
func (r *reader) endsBefore(column int) {
	if !r.tags.uneven {
		return
	}
	for n := len(r.stack) - 1; n >= 0; n-- {
		deeper := r.tags.indented && column >= 0 && r.stack[n].column >= column
		if !deeper && !r.stack[n].feed {
			return
		}
		r.lose()
	}
}

// text decodes an attribute's value. Programs escape titles twice, as feeds do.
func (r *reader) text(raw []byte) string {
	s := string(markup.AppendText(nil, raw, &r.entities))
	return feed.Line(markup.Decode(s))
}

// outline reads a feed, or opens a folder.
func (r *reader) outline(t *markup.Token) {
	var o outlineAttrs
	line, column := r.lineAt(t.Start), column(r.scan.Src, t.Start)
	if !wellFormed(r.scan.Src, t) {
		loose := t.Attrs
		for name, value := range r.mend(t) {
			o.take(name, value, r)
		}
		o.read(loose, r)
		if t.Cut { // its address may be cut, too
			r.cut = true
			return
		}
		r.mended(line, Quotes)
	}
	o.read(t.Attrs, r)
	r.endsBefore(column)
	name := o.title
	if name == "" {
		name = o.text
	}
	isFeed := o.xml != "" || o.address != "" && feedTypes[o.kind]
	if isFeed {
		r.feed(&o, name, line)
	} else if o.address != "" && (o.kind == "include" || o.kind == "link") && strings.HasSuffix(strings.ToLower(o.address), ".opml") {
		r.skip(line, o.address, Include)
	}
	if t.Empty {
		return
	}
	if len(r.stack) >= 4*maxFolders {
		r.deep++
		return
	}
	folder := !isFeed && name != "" && len(r.path) < maxFolders
	if folder {
		r.path = append(r.path, name)
	}
	r.stack = append(r.stack, outline{folder: folder, feed: isFeed, line: line, column: column})
}

// feedTypes are the values of type with which url means a feed.
var feedTypes = map[string]bool{"rss": true, "atom": true, "source": true, "feed": true, "pie": true, "rss1": true, "rss2": true, "rdf": true, "jsonfeed": true}

type outlineAttrs struct {
	title, text, kind, xml, site, address, description, language, category string
}

func (o *outlineAttrs) read(attrs []byte, r *reader) {
	for len(attrs) > 0 {
		var name, value []byte
		name, value, attrs = markup.NextAttr(attrs)
		if len(name) == 0 {
			return
		}
		o.take(strings.ToLower(string(name)), value, r)
	}
}

// take keeps the first value of an attribute.
func (o *outlineAttrs) take(name string, value []byte, r *reader) {
	var dst *string
	switch name {
	case "title":
		dst = &o.title
	case "text":
		dst = &o.text
	case "type":
		dst = &o.kind
	case "xmlurl":
		dst = &o.xml
	case "htmlurl":
		dst = &o.site
	case "url":
		dst = &o.address
	case "description":
		dst = &o.description
	case "language":
		dst = &o.language
	case "category":
		dst = &o.category
	default:
		return
	}
	switch {
	case *dst != "":
	case dst == &o.xml || dst == &o.site || dst == &o.address:
		*dst = strings.TrimSpace(string(markup.AppendText(nil, value, &r.entities)))
	case dst == &o.kind:
		*dst = strings.ToLower(r.text(value))
	default:
		*dst = r.text(value)
	}
}

func (r *reader) feed(o *outlineAttrs, name string, line int) {
	address := o.xml
	if address == "" {
		address = o.address
	}
	u := feed.WebLink(markup.Link(nil, address))
	if u == "" {
		r.skip(line, address, why(address))
		return
	}
	if name == address {
		name = "" // what Write puts where there is no title
	}
	s := feed.Source{
		URL: u, Site: feed.WebLink(markup.Link(nil, o.site)), Title: name,
		Description: o.description, Language: o.language,
	}
	found := false
	for c := range strings.SplitSeq(o.category, ",") {
		if p := folders(c); len(p) > 0 {
			s.Folder, found = p, true
			r.add(s)
		}
	}
	if len(r.path) > 0 || !found {
		s.Folder = nil
		if len(r.path) > 0 {
			s.Folder = slices.Clone(r.path)
		}
		r.add(s)
	}
}

// folders reads a path of category: "/Politik/Inland".
func folders(c string) []string {
	var out []string
	for p := range strings.SplitSeq(c, "/") {
		if p = strings.TrimSpace(p); p != "" && len(out) < maxFolders {
			out = append(out, p)
		}
	}
	return out
}

// lineAt is the line an offset stands in. Offsets only grow.
func (r *reader) lineAt(at int) int {
	r.line += bytes.Count(r.scan.Src[r.counted:at], []byte("\n"))
	r.counted = at
	return r.line + 1
}

// why tells why an address cannot be subscribed to.
func why(address string) Why {
	switch {
	case strings.HasPrefix(address, "exec:"), strings.HasPrefix(address, "|"):
		return Exec
	case strings.HasPrefix(address, "filter:"):
		return Filter
	case strings.HasPrefix(address, "query:"):
		return Search
	}
	return Address
}
