package extract

import (
	"bytes"
	"io"
	"math/bits"
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// Bounds for hostile pages. Real news pages have at most some 90,000 nodes.
const (
	maxPage  = 16 << 20
	maxNodes = 400_000
	maxDepth = 500 // of an element; html.Parse itself refuses more than 512
	maxParse = 1200 * time.Millisecond
)

// node is an element or a text of the page, in document order. Its children
// are the nodes up to end.
type node struct {
	n       *html.Node
	tag     atom.Atom // 0 for text
	parent  int32
	end     int32 // index behind the last descendant
	marks   mark  // of the element itself
	above   mark  // of its ancestors below <body>
	text    int32 // bytes of visible text without white space
	link    int32 // of these, inside links
	own     int32 // bytes of text whose nearest block is this element
	ownLink int32
	good    int32 // bytes of text in paragraphs that look like prose
	flag    flags
}

// tagOther is the tag of elements HTML does not know; they are inline, as in CSS.
const tagOther atom.Atom = 1<<32 - 1 // no name has it: atom.A is 1

type flags uint8

const (
	fBlock  flags = 1 << iota
	fHidden       // not shown: own or inherited
	fLink         // inside a link
	fUI           // inside a button or a form control
	fProse        // a block of prose
	fUsed         // already taken as a part of the head
	fKept         // kept by the reader's rules: own or inherited
)

// page is one document with all that was measured on the single walk over it.
type page struct {
	nodes []node
	meta  meta
	opt   Options
	base  *url.URL // what references are resolved against; nil: nothing is known
	based bool     // base has been looked for
	words *markCache
	lang  string
	why   *trace

	unseen int32 // prose that a style or attribute hides, in bytes

	kept    map[*html.Node]bool // what the reader's rules keep
	figures int                 // that were taken apart
	codeAt  []int32             // elements of code; see codes
	notes   []footnote
	marksAt map[*html.Node]int // the links in the text that lead to a note, with its number

	copied bool                    // a text that was copied from a page, line by line
	taken  []part                  // for each node, what the candidate it stands in was taken for
	pics   map[int32]*feed.Picture // pictures of the text, by their nodes
}

// parse reads the page as HTML within bounds of size, depth and time.
func parse(src []byte) (*html.Node, error) {
	if len(src) > maxPage {
		src = src[:maxPage]
	}
	until := time.Now().Add(maxParse)
	doc, err := html.Parse(&timedReader{src: src, until: until})
	if err != nil {
		doc, err = html.Parse(&timedReader{src: flatten(src), until: until.Add(maxParse / 4)})
	}
	return doc, err
}

// timedReader ends the document when time is up: some inputs make the HTML
// parser quadratic, and half a page is better than none.
type timedReader struct {
	src   []byte
	until time.Time
}

func (t *timedReader) Read(p []byte) (int, error) {
	if len(p) > 16<<10 {
		p = p[:16<<10]
	}
	if time.Now().After(t.until) {
		return 0, io.EOF
	}
	if len(t.src) == 0 {
		return 0, io.EOF
	}
	n := copy(p, t.src)
	t.src = t.src[n:]
	return n, nil
}

// flatten drops the tags of a document that nests deeper than the parser
// accepts, from a depth on that no page needs.
func flatten(src []byte) []byte {
	var out bytes.Buffer
	z := html.NewTokenizer(bytes.NewReader(src))
	depth := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out.Bytes()
		case html.StartTagToken:
			raw := z.Raw()
			name, _ := z.TagName()
			if voidTag(atom.Lookup(name)) {
				out.Write(raw)
				continue
			}
			if depth++; depth < 100 {
				out.Write(raw)
			} else {
				out.WriteByte(' ')
			}
		case html.EndTagToken:
			if depth--; depth < 99 {
				out.Write(z.Raw())
			} else {
				out.WriteByte(' ')
			}
			depth = max(depth, 0)
		case html.CommentToken:
		default:
			out.Write(z.Raw())
		}
	}
}

func voidTag(a atom.Atom) bool {
	switch a {
	case atom.Br, atom.Img, atom.Input, atom.Hr, atom.Meta, atom.Link, atom.Source, atom.Area, atom.Base, atom.Col, atom.Embed, atom.Param, atom.Track, atom.Wbr:
		return true
	}
	return false
}

// walk reads the document once, top to bottom, and measures it. With reveal,
// elements that a style or attribute hides count as shown.
func (p *page) walk(doc *html.Node, reveal bool) {
	p.nodes = p.nodes[:0]
	cur := int32(-1)
	depth := 0
	n := doc.FirstChild
	for n != nil && len(p.nodes) < maxNodes {
		down := false
		switch n.Type {
		case html.ElementNode:
			if p.enter(n, cur, reveal) && n.FirstChild != nil && depth < maxDepth {
				cur = int32(len(p.nodes) - 1)
				depth++
				down = true
			}
		case html.TextNode:
			p.addText(n, cur)
		}
		if down {
			n = n.FirstChild
			continue
		}
		for n != nil && n.NextSibling == nil {
			n = n.Parent
			if n == doc || n == nil {
				n = nil
				break
			}
			p.nodes[cur].end = int32(len(p.nodes))
			cur = p.nodes[cur].parent
			depth--
		}
		if n != nil {
			n = n.NextSibling
		}
	}
	for ; cur >= 0; cur = p.nodes[cur].parent {
		p.nodes[cur].end = int32(len(p.nodes))
	}
	p.joinDropCaps()
	p.sum()
}

// enter adds an element; false when its children are not part of the page's text.
func (p *page) enter(n *html.Node, parent int32, reveal bool) bool {
	switch n.DataAtom {
	case atom.Script:
		if !isTeXScript(n) || !p.enterFormula(n, parent) {
			p.meta.script(n)
		}
		return false
	case atom.Math:
		p.enterFormula(n, parent)
		return false
	case atom.Img:
		if twinOfMath(n) || p.enterFormula(n, parent) {
			return false
		}
	case atom.Template:
		if attr(n, "shadowrootmode") == "" && attr(n, "shadowroot") == "" { // what a shadow tree declares is shown
			return false
		}
	case atom.Meta, atom.Link, atom.Title, atom.Base:
		p.meta.head(n)
		return false
	case atom.Style, atom.Svg, atom.Select, atom.Textarea, atom.Canvas, atom.Datalist, atom.Map, atom.Param, atom.Dialog:
		return false
	}
	nd := node{n: n, tag: n.DataAtom, parent: parent, end: int32(len(p.nodes) + 1)}
	if nd.tag == 0 {
		nd.tag = tagOther
	}
	if len(n.Attr) > 0 {
		nd.marks = marksOf(n, p.words)
	}
	if parent >= 0 {
		up := &p.nodes[parent]
		nd.flag = up.flag & (fHidden | fLink | fUI | fKept)
		if up.tag != atom.Body && up.tag != atom.Html {
			nd.above = up.above | up.marks
		}
	}
	switch n.DataAtom {
	case atom.A:
		nd.flag |= fLink
	case atom.Button:
		if parent < 0 || !isHeading(p.nodes[parent].tag) { // one that folds a text out says what it is about
			nd.flag |= fUI
		}
	case atom.Label, atom.Input:
		nd.flag |= fUI
	case atom.Html:
		p.meta.htmlLang = attr(n, "lang")
	case atom.Noscript:
		nd.flag |= fHidden
	case atom.Nav:
		nd.marks |= mNav
	}
	if nd.marks&mUnseen != 0 && isLabel(n) {
		nd.marks |= mHidden
	}
	if nd.marks&mHidden != 0 && !reveal && nd.tag != atom.Body && nd.tag != atom.Html {
		nd.flag |= fHidden
	}
	nd.flag = p.mathFlags(n, parent, nd.flag)
	if blockTag(nd.tag) {
		nd.flag |= fBlock
	}
	if p.kept[n] {
		nd.flag = nd.flag&^fHidden | fKept
	}
	p.nodes = append(p.nodes, nd)
	return true
}

// labelText is the most that a class name can take from sight, in bytes: what readers are told who
// cannot see the page. A passage of text is not hidden by a name.
const labelText = 200

// isLabel reports whether an element holds little text.
func isLabel(n *html.Node) bool {
	size := 0
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			if size += len(c.Data); size > labelText && len(strings.Join(strings.Fields(c.Data), " ")) > labelText/2 || size > 8*labelText {
				return false
			}
		}
	}
	return true
}

func (p *page) addText(n *html.Node, parent int32) {
	if parent < 0 {
		return
	}
	size := inkBytes(n.Data)
	if size > 10 && size < 40 && screenOnly()[strings.ToLower(strings.TrimSpace(n.Data))] {
		return
	}
	up := &p.nodes[parent]
	if size == 0 && !strings.ContainsAny(n.Data, " \n\t") {
		return
	}
	nd := node{n: n, parent: parent, end: int32(len(p.nodes) + 1), flag: up.flag & (fHidden | fLink | fUI)}
	if up.tag != atom.Body && up.tag != atom.Html {
		nd.above = up.above | up.marks
	}
	if nd.flag&fHidden != 0 && size > 80 && up.tag == atom.P && (nd.above|up.marks)&noise == 0 {
		p.unseen += size
	}
	if nd.flag&(fHidden|fUI) == 0 {
		nd.text = size
		if nd.flag&fLink != 0 {
			nd.link = size
		}
	}
	p.nodes = append(p.nodes, nd)
}

// inkBytes counts the bytes of s that are more than white space and controls, eight at once.
func inkBytes(s string) int32 {
	const ones = 0x0101010101010101
	n := 0
	for ; len(s) >= 8; s = s[8:] {
		w := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		n += bits.OnesCount64((w&(0x7F*ones) + (0x7F-' ')*ones | w) & (0x80 * ones))
	}
	for i := range len(s) {
		if s[i] > ' ' {
			n++
		}
	}
	return int32(n)
}

// sum adds the measures of children to their parents, last to first.
func (p *page) sum() {
	for i := len(p.nodes) - 1; i > 0; i-- {
		nd := &p.nodes[i]
		if nd.flag&fBlock != 0 && nd.isProse() {
			nd.flag |= fProse
			nd.good += nd.own
		}
		if nd.parent < 0 {
			continue
		}
		up := &p.nodes[nd.parent]
		up.text += nd.text
		up.link += nd.link
		up.good += nd.good
		if nd.flag&fBlock == 0 {
			if nd.tag == 0 {
				up.own += nd.text
				up.ownLink += nd.link
			} else {
				up.own += nd.own
				up.ownLink += nd.ownLink
			}
		}
	}
}

// isProse reports whether a block's own text reads like running text: long
// enough, and no list of links.
func (nd *node) isProse() bool {
	switch nd.tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Figcaption, atom.Li, atom.Td, atom.Th, atom.Dt, atom.Footer, atom.Nav, atom.Address, atom.Caption:
		return nd.tag == atom.Li && nd.own > 200 && nd.ownLink*4 < nd.own || nd.tag == atom.Td && nd.own > 120 && nd.ownLink*4 < nd.own
	case atom.P:
		return nd.own >= 50 && nd.ownLink*5 < nd.own*2
	}
	return nd.own >= 100 && nd.ownLink*3 < nd.own
}

func blockTag(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Nav, atom.Aside, atom.H1, atom.H2, atom.H3, atom.H4,
		atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Blockquote, atom.Pre, atom.Figure, atom.Figcaption, atom.Table,
		atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption, atom.Form, atom.Fieldset, atom.Hr, atom.Address, atom.Details,
		atom.Summary, atom.Body, atom.Html, atom.Center, atom.Hgroup, atom.Video, atom.Audio, atom.Iframe, atom.Menu, atom.Legend:
		return true
	}
	return false
}

func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

// each calls f for every element below i in document order; f returns false
// to leave out its children.
func (p *page) each(i int32, f func(j int32) bool) {
	for j := i + 1; j < p.nodes[i].end; {
		if f(j) {
			j++
		} else {
			j = p.nodes[j].end
		}
	}
}

// firstText is the text that an element begins with.
func (nd *node) firstText() string {
	for n := nd.n.FirstChild; n != nil; n = n.FirstChild {
		if n.Type == html.TextNode {
			return n.Data
		}
	}
	return ""
}

// within reports whether j stands below or at i.
func (p *page) within(j, i int32) bool { return i >= 0 && j >= i && j < p.nodes[i].end }

// up calls f for the ancestors of i, nearest first, until f returns false.
func (p *page) up(i int32, f func(j int32) bool) {
	for j := p.nodes[i].parent; j >= 0; j = p.nodes[j].parent {
		if !f(j) {
			return
		}
	}
}

// find gives the first element below i for which f is true, or -1.
func (p *page) find(i int32, f func(*node) bool) int32 {
	for j := i + 1; j < p.nodes[i].end; j++ {
		if nd := &p.nodes[j]; nd.tag != 0 && f(nd) {
			return j
		}
	}
	return -1
}
