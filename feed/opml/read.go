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
// same: all that could be read.
func Read(data []byte) (List, error) {
	text, _ := charset.UTF8(data, "")
	r := reader{scan: markup.Scanner{Src: text}}
	r.read()
	if !r.opml && len(r.list.Sources) == 0 {
		return List{}, ErrNotOPML
	}
	if r.broken || len(r.stack) > 0 || r.opml && !r.closed {
		return r.list, ErrDamaged
	}
	return r.list, nil
}

type reader struct {
	builder
	scan     markup.Scanner
	entities markup.Entities
	stack    []outline // open <outline> elements
	deep     int       // open ones beyond the bound
	path     []string  // the folders among them
	opml     bool      // the root was seen
	closed   bool      // and closed
	broken   bool

	line, counted int // the line that offset counted stands in
}

type outline struct{ folder bool }

func (r *reader) read() {
	for {
		t := r.scan.Next()
		switch t.Kind {
		case markup.EOF:
			return
		case markup.Declaration:
			r.entities.Declare(t.Inner)
		case markup.StartTag:
			if t.Cut {
				r.broken = true
				return
			}
			r.start(&t)
		case markup.EndTag:
			r.end(strings.ToLower(string(t.Name)))
		default: // of no use here
		}
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

func (r *reader) end(name string) {
	switch name {
	case "outline":
		if r.deep > 0 {
			r.deep--
			return
		}
		if len(r.stack) == 0 {
			r.broken = true
			return
		}
		if r.stack[len(r.stack)-1].folder {
			r.path = r.path[:len(r.path)-1]
		}
		r.stack = r.stack[:len(r.stack)-1]
	case "opml", "oml":
		r.closed = true
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
	o.read(t.Attrs, r)
	name := o.title
	if name == "" {
		name = o.text
	}
	isFeed := o.xml != "" || o.address != "" && feedTypes[o.kind]
	if isFeed {
		r.feed(&o, name, t.Start)
	} else if o.address != "" && (o.kind == "include" || o.kind == "link") && strings.HasSuffix(strings.ToLower(o.address), ".opml") {
		r.skip(r.lineAt(t.Start), o.address, Include)
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
	r.stack = append(r.stack, outline{folder: folder})
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
		var dst *string
		switch strings.ToLower(string(name)) {
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
			continue
		}
		if *dst != "" {
			continue
		}
		if dst == &o.xml || dst == &o.site || dst == &o.address {
			*dst = strings.TrimSpace(string(markup.AppendText(nil, value, &r.entities)))
		} else {
			*dst = r.text(value)
		}
	}
	o.kind = strings.ToLower(o.kind)
}

func (r *reader) feed(o *outlineAttrs, name string, at int) {
	address := o.xml
	if address == "" {
		address = o.address
	}
	u := feed.WebLink(markup.Link(nil, address))
	if u == "" {
		r.skip(r.lineAt(at), address, why(address))
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
