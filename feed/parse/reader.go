package parse

import (
	"bytes"
	"net/url"
	"strings"
	"time"

	"depesche/feed/markup"
)

// Bounds of a document.
const (
	maxEntries = 5000
	maxDepth   = 200 // elements open at once; deeper ones are not looked at
	maxList    = 200 // enclosures, authors, categories of one entry

	maxRaw   = 64 << 10 // bytes of a title, a name, a caption that are read
	maxPlain = 4 << 10  // bytes of it that are kept
	maxHTML  = 4 << 20  // bytes of a summary or a content

	maxExtension = 64 << 10 // bytes in which an element's end is looked for
)

// frame is an element that is open.
type frame struct {
	is       element
	space    space
	name     []byte // as written
	bindings int    // how many were in scope before it
	base     *url.URL
	lang     string
	media    int // index of the picture it describes; -1: none
}

// reader turns markup into a Document, in one pass.
type reader struct {
	scan     markup.Scanner
	entities markup.Entities
	doc      *Document
	stack    []frame
	bindings []binding
	scratch  []byte // reused by every text
	reread   int    // bytes that were read twice, looking for end tags
	itemEnd  markup.Finder
	entryEnd markup.Finder
	atom     bool // the root is Atom's: names without a namespace are Atom's too
	cdf      bool

	head    head
	item    *item // open entry, nil outside
	spare   item  // its memory
	root    bool  // a root element was seen
	closed  bool  // and closed again
	damage  damage
	docBase *url.URL
}

// readXML reads a document whose first root element was found by sniff.
func readXML(text []byte, base *url.URL) (*Document, error) {
	r := &reader{scan: markup.Scanner{Src: text}, doc: &Document{}, docBase: base}
	r.stack = make([]frame, 0, 16)
	for {
		t := r.scan.Next()
		switch t.Kind {
		case markup.EOF:
			return r.finish()
		case markup.StartTag:
			r.start(&t)
		case markup.EndTag:
			if r.end(t.Name); r.closed && len(r.doc.Entries) > 0 {
				return r.finish() // what comes behind is no feed
			}
		case markup.Declaration:
			if !r.root {
				r.entities.Declare(t.Inner)
			}
		default: // of no use here
		}
	}
}

func (r *reader) finish() (*Document, error) {
	if r.item != nil {
		r.damage.note(CutShort)
		r.doc.Cut = true
		r.close(true)
	} else if r.root && !r.closed {
		r.damage.note(CutShort)
	}
	r.doc.newest()
	r.head.finish(r.doc)
	r.doc.settle(r.docBase)
	return r.doc, r.damage.err()
}

func (r *reader) top() frame {
	if len(r.stack) == 0 {
		return frame{base: r.docBase, media: -1}
	}
	return r.stack[len(r.stack)-1]
}

// push opens an element.
func (r *reader) push(t *markup.Token, is element, s space, bindings int) {
	f := r.top()
	f.is, f.space, f.name, f.bindings = is, s, t.Name, bindings
	f.base, f.lang = r.scope(t.Attrs, f.base, f.lang)
	r.stack = append(r.stack, f)
}

// scope reads xml:base and xml:lang.
func (r *reader) scope(attrs []byte, base *url.URL, lang string) (*url.URL, string) {
	if !bytes.Contains(attrs, []byte("xml:")) {
		return base, lang
	}
	if v := attr(attrs, "xml:base"); v != nil {
		base = markup.Base(base, r.line(v))
	}
	if v := attr(attrs, "xml:lang"); v != nil {
		lang = languageTag(r.line(v))
	}
	return base, lang
}

func (r *reader) start(t *markup.Token) {
	outer := len(r.bindings)
	r.bind(t.Name, t.Attrs)
	is, s := r.element(t.Name)
	if is == original && attr(t.Attrs, "url") != nil {
		is = ignored // RSS: it holds nothing but a name
	}
	if r.item != nil {
		r.item.filled = true
	}
	if is == entry && r.extended() {
		is = foreign
	}
	switch is {
	case entry:
		r.open()
	case root, channel:
		r.opened(t, is, s)
	default: // of no matter for where we are
	}
	switch {
	case is != unknown && !is.holds():
		r.leaf(t, is, s)
		r.bindings = r.bindings[:outer]
		return
	case len(r.stack) >= maxDepth:
		r.bindings = r.bindings[:outer]
		return
	}
	r.push(t, is, s, outer)
	r.begin(t, is)
	if t.Empty {
		r.pop()
	}
}

// opened notes the root element, or the channel.
func (r *reader) opened(t *markup.Token, is element, s space) {
	if is == root {
		if !r.root {
			r.atom = s == atom || bytes.EqualFold(t.Name, []byte("feed"))
		}
		r.root = true
	}
	if is == channel {
		r.root = r.root || len(r.stack) == 0
		if v := attr(t.Attrs, "href"); v != nil { // CDF
			r.cdf = true
			r.head.link.set(r.line(v), r.top().base, 3)
		}
		if v := r.about(t.Attrs); v != nil {
			r.head.link.set(r.line(v), r.top().base, 1)
		}
	}
}

// begin does what an element that holds others asks for at its start.
func (r *reader) begin(t *markup.Token, is element) {
	f := &r.stack[len(r.stack)-1]
	switch is {
	case entry:
		r.begun(t)
	case image:
		if r.item != nil {
			r.wordPicture(t, f.base)
		}
	case mediaGroup:
		if r.item != nil {
			f.media = r.item.group()
		}
	case mediaContent, mediaThumbnail:
		if r.item != nil {
			f.media = r.picture(t.Attrs, is == mediaThumbnail, f.media)
		} else if is == mediaThumbnail {
			r.head.icon.set(r.line(attr(t.Attrs, "url")), f.base, 1)
		}
	case root, channel:
		if r.cdf {
			f.base = markup.Base(f.base, r.line(attr(t.Attrs, "base")))
		}
		if f.lang != "" && r.doc.Language == "" {
			r.doc.Language = f.lang
		}
	default: // the rest means nothing here
	}
}

// end closes the innermost element of that name, and what was left open in it.
func (r *reader) end(name []byte) {
	for i := len(r.stack) - 1; i >= 0; i-- {
		f := &r.stack[i]
		if bytes.EqualFold(f.name, name) {
			for len(r.stack) > i {
				r.pop()
			}
			return
		}
		if f.is == entry && !r.ends(name) {
			return // what it closes was opened outside this entry, or never
		}
	}
}

// ends reports whether an end tag closes a feed, so that an open entry is closed
// with it.
func (r *reader) ends(name []byte) bool {
	is, _ := r.element(name)
	return is == root || is == channel || is == entry
}

func (r *reader) pop() {
	f := &r.stack[len(r.stack)-1]
	r.bindings = r.bindings[:min(f.bindings, len(r.bindings))]
	is := f.is
	r.stack = r.stack[:len(r.stack)-1]
	switch {
	case is == entry && r.item != nil:
		r.close(false)
	case is == root && len(r.stack) == 0, is == channel && len(r.stack) == 0:
		r.closed = true
	}
}

// open makes room for a new entry: one that was never closed ends here.
func (r *reader) open() {
	if r.item == nil {
		return
	}
	r.damage.note(NoEntryEnd)
	for i := len(r.stack) - 1; i >= 0; i-- {
		if r.stack[i].is == entry {
			for len(r.stack) > i {
				r.pop()
			}
			return
		}
	}
	r.close(false)
}

// extended reports whether we are within an element of the open entry that we do not know,
// and that has an end: an entry that begins there is a part of it.
func (r *reader) extended() bool {
	if r.item == nil || len(r.stack) == 0 {
		return false
	}
	f := &r.stack[len(r.stack)-1]
	if f.is == foreign {
		return true
	}
	if f.is != unknown {
		return false
	}
	rest := r.scan.Src[r.scan.Pos:]
	rest = rest[:min(len(rest), maxExtension)]
	return bytes.Contains(rest, append(append([]byte("</"), f.name...), '>'))
}

// inside is the nearest element around that says where we are: an entry, an
// image, a source, or unknown for one that we know nothing of.
func (r *reader) inside() element {
	for i := len(r.stack) - 1; i >= 0; i-- {
		if r.stack[i].is != wrapper {
			return r.stack[i].is
		}
	}
	return root
}

// outside reports whether the text belongs to something that is neither feed
// nor entry.
func (r *reader) outside() bool {
	for i := len(r.stack) - 1; i >= 0; i-- {
		switch r.stack[i].is {
		case original, textInput, cloud, foreign:
			return true
		case entry, root, channel:
			return false
		default: // the rest means nothing here
		}
	}
	return false
}

// damage collects what was wrong with a feed.
type damage struct{ problems []string }

func (d *damage) note(problem string) {
	for _, p := range d.problems {
		if p == problem {
			return
		}
	}
	d.problems = append(d.problems, problem)
}

func (d *damage) err() error {
	if len(d.problems) == 0 {
		return nil
	}
	return &DamagedError{Problems: d.problems}
}

// A slot keeps the best of several values: the first with the highest rank.
type slot struct {
	value string
	rank  int8
}

func (s *slot) wants(rank int8) bool { return rank > s.rank }

func (s *slot) set(v string, rank int8) {
	if v != "" && rank > s.rank {
		s.value, s.rank = v, rank
	}
}

type timeSlot struct {
	value time.Time
	rank  int8
}

func (s *timeSlot) set(t time.Time, rank int8) {
	if !t.IsZero() && rank > s.rank {
		s.value, s.rank = t, rank
	}
}

// linkSlot keeps a reference: absolute where its base is known, else as written.
type linkSlot struct {
	value string
	rank  int8
}

func (s *linkSlot) set(ref string, base *url.URL, rank int8) {
	if rank <= s.rank || ref == "" {
		return
	}
	if strings.IndexByte(ref, ' ') >= 0 && strings.IndexByte(ref, '/') < 0 && relative(ref) {
		return // words, and no address
	}
	if v := reference(base, ref); v != "" {
		s.value, s.rank = v, rank
	}
}

// reference resolves ref; without a base a relative one stays as it is, for settle.
func reference(base *url.URL, ref string) string {
	v := markup.Link(base, ref)
	if v == "" && base == nil && relative(ref) {
		return ref
	}
	return v
}
