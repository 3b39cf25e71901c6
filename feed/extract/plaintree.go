package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// plainTree makes the trees of fragments that are written as most feeds write theirs: well
// formed, with elements that hold no surprise. It makes the tree that html.Parse makes, a
// fuzz test says so, at a fraction of its cost, and makes none where anything else stands in
// the fragment. Its memory serves one tree after the other.
type plainTree struct {
	nodes []html.Node
	attrs []html.Attribute
	open  []*html.Node // innermost last
	paras int          // paragraphs among them
}

// maxPlainDepth bounds the elements open at once; html.Parse gives up at 512.
const maxPlainDepth = 200

// shape is how an element of a plain tree may stand.
type shape uint8

const (
	strange shape = iota // not in a plain tree
	blocky               // ends an open paragraph
	heading              // so does it, and stands in no other heading
	listed               // so does it, and stands right in its list
	format               // a formatting element: none stands in one of its own kind
	phrase               // any other part of a line
	lone                 // a part of a line without an end tag
	ruled                // without an end tag, and ends a paragraph
	mute                 // without an end tag, and shows nothing
)

func shapeOf(a atom.Atom) shape {
	switch a {
	case atom.P, atom.Div, atom.Figure, atom.Figcaption, atom.Ul, atom.Ol, atom.Dl, atom.Blockquote, atom.Section, atom.Article, atom.Aside, atom.Header,
		atom.Footer, atom.Main, atom.Nav, atom.Center, atom.Address:
		return blocky
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return heading
	case atom.Li, atom.Dt, atom.Dd:
		return listed
	case atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U:
		return format
	case atom.Span, atom.Sub, atom.Sup, atom.Abbr, atom.Cite, atom.Q, atom.Del, atom.Ins, atom.Mark, atom.Time, atom.Kbd, atom.Samp, atom.Var, atom.Picture:
		return phrase
	case atom.Br, atom.Img, atom.Wbr:
		return lone
	case atom.Hr:
		return ruled
	case atom.Source:
		return mute
	}
	return strange
}

// parse gives the document that a fragment makes; nil where it is not plain. It is good
// until the next call.
func (t *plainTree) parse(s string) *html.Node {
	if strings.IndexByte(s, '\r') >= 0 || strings.IndexByte(s, 0) >= 0 {
		return nil
	}
	clear(t.nodes)
	if need := 2*strings.Count(s, "<") + 5; need > cap(t.nodes) {
		t.nodes = make([]html.Node, 0, need)
	}
	t.nodes, t.attrs, t.open, t.paras = t.nodes[:0], t.attrs[:0], t.open[:0], 0
	doc := t.node(html.DocumentNode, 0, "")
	t.open = append(t.open, doc)
	t.push(t.element(atom.Html))
	t.element(atom.Head)
	t.push(t.element(atom.Body))
	for first := true; s != ""; first = false {
		text, n := s, strings.IndexByte(s, '<')
		if n >= 0 {
			text = s[:n]
		}
		if text != "" {
			t.text(text, first)
		}
		if n < 0 {
			break
		}
		if s = t.tag(s[n:]); s == notPlain {
			return nil
		}
	}
	return doc
}

// notPlain is what tag gives where parsing ends. No rest of a fragment is like it: it would begin in the middle of one.
const notPlain = "\x00"

func (t *plainTree) node(kind html.NodeType, a atom.Atom, data string) *html.Node {
	t.nodes = append(t.nodes, html.Node{Type: kind, DataAtom: a, Data: data}) // there is room: parse has counted
	return &t.nodes[len(t.nodes)-1]
}

// add hangs a node below the innermost open element.
func (t *plainTree) add(n *html.Node) {
	up := t.open[len(t.open)-1]
	n.Parent, n.PrevSibling = up, up.LastChild
	if up.LastChild != nil {
		up.LastChild.NextSibling = n
	} else {
		up.FirstChild = n
	}
	up.LastChild = n
}

func (t *plainTree) element(a atom.Atom) *html.Node {
	n := t.node(html.ElementNode, a, a.String())
	t.add(n)
	return n
}

func (t *plainTree) push(n *html.Node) {
	t.open = append(t.open, n)
	if n.DataAtom == atom.P {
		t.paras++
	}
}

func (t *plainTree) pop() {
	if t.top() == atom.P {
		t.paras--
	}
	t.open = t.open[:len(t.open)-1]
}

func (t *plainTree) top() atom.Atom { return t.open[len(t.open)-1].DataAtom }

// text adds text; at the beginning of a document white space does not count.
func (t *plainTree) text(s string, first bool) {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	if first {
		s = strings.TrimLeft(s, " \t\r\n\f")
	}
	if s != "" {
		t.add(t.node(html.TextNode, 0, s))
	}
}

// tag reads the tag that s begins with and gives what follows it, or notPlain.
func (t *plainTree) tag(s string) string {
	i := 1
	closing := len(s) > 1 && s[1] == '/'
	if closing {
		i++
	}
	var name [12]byte
	n := 0
	for ; i < len(s) && n < len(name) && isAlnum(s[i]); n++ {
		name[n] = lowerByte(s[i])
		i++
	}
	a := atom.Lookup(name[:n])
	shape := shapeOf(a)
	if shape == strange || i >= len(s) {
		return notPlain
	}
	if closing {
		if s[i] != '>' || a != t.top() {
			return notPlain
		}
		t.pop()
		return s[i+1:]
	}
	from := len(t.attrs)
	i = t.attributes(s, i)
	if i < 0 || !t.fits(a, shape) {
		return notPlain
	}
	el := t.element(a)
	if to := len(t.attrs); to > from {
		el.Attr = t.attrs[from:to:to]
		if shape == format { // html.Parse sorts theirs, to compare them
			slices.SortFunc(el.Attr, func(a, b html.Attribute) int { return strings.Compare(a.Key, b.Key) })
		}
	}
	if shape != lone && shape != ruled && shape != mute {
		t.push(el)
	}
	return s[i:]
}

// fits ends the paragraph that an element ends, and reports whether the element then stands
// where HTML lets it stay.
func (t *plainTree) fits(a atom.Atom, shape shape) bool {
	if len(t.open) >= maxPlainDepth {
		return false
	}
	switch shape {
	case blocky, heading, listed, ruled:
		if t.top() == atom.P {
			t.pop()
		}
		if t.paras > 0 {
			return false
		}
	case format:
		for _, n := range t.open {
			if n.DataAtom == a {
				return false
			}
		}
	case strange, phrase, lone, mute:
	}
	switch top := t.top(); {
	case shape == heading:
		return shapeOf(top) != heading
	case a == atom.Li:
		return top == atom.Ul || top == atom.Ol
	case shape == listed:
		return top == atom.Dl
	}
	return true
}

// attributes reads those of a start tag from s[i] on into t.attrs, and gives where the tag
// ends; -1 where one is not written name="value".
func (t *plainTree) attributes(s string, i int) int {
	from := len(t.attrs)
	for i < len(s) {
		switch c := s[i]; {
		case c == '>':
			return i + 1
		case c == '/' && strings.HasPrefix(s[i:], "/>"):
			return i + 2
		case c != ' ' && c != '\n' && c != '\t' || i+1 >= len(s):
			return -1
		}
		if i++; !isLetter(s[i]) {
			continue
		}
		n := i
		for n < len(s) && (isLetter(s[n]) || s[n] >= '0' && s[n] <= '9' || s[n] == '-' || s[n] == '_' || s[n] == ':') {
			n++
		}
		key := strings.ToLower(s[i:n])
		if n+1 >= len(s) || s[n] != '=' || s[n+1] != '"' && s[n+1] != '\'' {
			return -1
		}
		size := strings.IndexByte(s[n+2:], s[n+1])
		if size < 0 {
			return -1
		}
		value, ok := plainValue(s[n+2 : n+2+size])
		if !ok {
			return -1
		}
		for _, a := range t.attrs[from:] {
			if a.Key == key {
				return -1
			}
		}
		t.attrs = append(t.attrs, html.Attribute{Key: key, Val: value})
		i = n + 2 + size + 1
	}
	return -1
}

// references are those that escaping makes; in values others are rare.
var references = strings.NewReplacer("&amp;", "&", "&quot;", `"`, "&#34;", `"`, "&#39;", "'", "&lt;", "<", "&gt;", ">")

// plainValue decodes an attribute's value. False says that a reference in it is not among
// the usual ones, nor the beginning of a query's parameter: "?a=1&b=2".
func plainValue(s string) (string, bool) {
	if strings.IndexByte(s, '&') < 0 {
		return s, true
	}
	for rest := s; ; {
		_, after, found := strings.Cut(rest, "&")
		if !found {
			return references.Replace(s), true
		}
		n := 0
		for n < len(after) && isLetter(after[n]) {
			n++
		}
		if n == 0 || n == len(after) || after[n] != '=' {
			switch end := strings.IndexByte(after, ';'); {
			case end < 0:
				return "", false
			case after[:end] != "amp" && after[:end] != "quot" && after[:end] != "#34" && after[:end] != "#39" && after[:end] != "lt" && after[:end] != "gt":
				return "", false
			}
		}
		rest = after
	}
}
