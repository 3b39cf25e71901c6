package find

import (
	"bytes"
	"errors"
	"io"
	"net/url"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"depesche/feed"
	"depesche/feed/charset"
	"depesche/feed/date"
	"depesche/feed/markup"
)

// Bounds of a page that is followed.
const (
	maxWatched   = 4 << 20 // bytes
	maxAnchors   = 5000
	maxHeadlines = 100
	maxTitle     = 300 // characters
	maxTeaser    = 600
	leastRepeats = 3 // links of one shape that make a list
)

// Headline is a linked heading of a page.
type Headline struct {
	Title     string // one line
	Link      string // absolute http(s) address
	Teaser    string // the text that stands with it; ""
	Published time.Time
}

// Headlines lists what a page without a feed announces, in its order: the links of the shape
// that is repeated there and reads like headlines. A shape is the tags that lead to a link; no
// names of classes are asked. title is the page's. A page without such a list gives none.
func Headlines(page []byte, base string) (title string, list []Headline) {
	text, _ := charset.UTF8(page[:min(len(page), maxWatched)], "")
	root, err := html.Parse(&hurried{from: bytes.NewReader(text), until: time.Now().Add(maxParse)})
	if err != nil {
		return "", nil
	}
	f := &front{base: markup.Base(nil, base), links: map[string]*link{}}
	f.page = f.base
	f.walk(root, place{})
	chosen := f.choose()
	marked := f.mark(chosen)
	for _, l := range chosen {
		h := Headline{Title: l.text, Link: l.address}
		f.beside(&h, l, marked)
		list = append(list, h)
	}
	return f.title, list
}

// maxParse is how long a page may take to parse: forged ones take for ever.
const maxParse = 2 * time.Second

// hurried is a reader that fails after its time.
type hurried struct {
	from  io.Reader
	until time.Time
}

var errSlow = errors.New("the page takes too long to read")

func (h *hurried) Read(p []byte) (int, error) {
	if time.Now().After(h.until) {
		return 0, errSlow
	}
	return h.from.Read(p)
}

// front is a page whose links are weighed.
type front struct {
	base, page *url.URL
	title      string
	links      map[string]*link // by feed.Address: the best that leads there
	order      []*link
}

// place is where a node stands.
type place struct {
	shape   string // the tags that lead there
	depth   int
	heading bool // within one
	main    bool // within the page's main part
	aside   bool // within what frames the page: menus, notes, its foot
}

// link is one that may be a headline.
type link struct {
	node    *html.Node
	address string
	text    string
	weight  float64 // how much it reads like a headline
	place
}

// maxDepth is how deep a page is read.
const maxDepth = 400

func (f *front) walk(n *html.Node, at place) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		switch c.DataAtom {
		case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Svg, atom.Form, atom.Select:
			continue
		case atom.Title:
			if f.title == "" && at.depth < 4 {
				f.title = feed.Line(textOf(c, maxTitle))
			}
			continue
		case atom.Base:
			f.base = markup.Base(f.base, attribute(c, "href"))
		}
		if hidden(c) || at.depth >= maxDepth {
			continue
		}
		in := at.within(c)
		if c.DataAtom == atom.A {
			f.anchor(c, in)
		}
		f.walk(c, in)
	}
}

// within is the place of what stands in an element.
func (p place) within(n *html.Node) place {
	p.depth++
	if len(p.shape) < 2000 {
		p.shape += ">" + n.Data
	}
	role := strings.ToLower(attribute(n, "role"))
	p.heading = p.heading || isHeading(n)
	p.main = p.main || n.DataAtom == atom.Main || role == "main"
	p.aside = p.aside || n.DataAtom == atom.Nav || n.DataAtom == atom.Footer || n.DataAtom == atom.Aside || n.DataAtom == atom.Dialog ||
		role == "navigation" || role == "contentinfo" || role == "complementary" || role == "banner" || role == "search"
	return p
}

func isHeading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return strings.EqualFold(attribute(n, "role"), "heading")
}

func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return strings.EqualFold(a.Val, "true")
		}
	}
	return false
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// anchor weighs a link. Of several that lead to one page the best stays.
func (f *front) anchor(n *html.Node, at place) {
	address := feed.WebLink(markup.Link(f.base, attribute(n, "href")))
	if address == "" || f.isHome(address) || len(f.links) >= maxAnchors {
		return
	}
	l := &link{node: n, address: address, place: at}
	if h, path := headingIn(n, "", 0); h != nil {
		l.heading, l.shape = true, at.shape+path
		l.text = feed.Line(textOf(h, maxTitle))
	} else {
		l.text = feed.Line(textOf(n, maxTitle))
	}
	l.weight = l.weigh()
	if l.weight == 0 {
		return
	}
	key := feed.Address(address)
	old := f.links[key]
	switch {
	case old == nil:
		f.links[key] = l
		f.order = append(f.order, l)
	case l.weight > old.weight:
		*old = *l // where the first stood
	}
}

// isHome reports whether an address is the page itself, or its site's front page.
func (f *front) isHome(address string) bool {
	u, err := url.Parse(address)
	if err != nil || f.page == nil {
		return err != nil
	}
	front := strings.Trim(u.Path, "/") == "" && u.RawQuery == "" && strings.EqualFold(u.Host, f.page.Host)
	return front || feed.Address(address) == feed.Address(f.page.String())
}

// headingIn finds a heading within a link, and the tags that lead to it.
func headingIn(n *html.Node, path string, depth int) (*html.Node, string) {
	for c := n.FirstChild; c != nil && depth < 8; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		p := path + ">" + c.Data
		if isHeading(c) {
			return c, p
		}
		if h, p := headingIn(c, p, depth+1); h != nil {
			return h, p
		}
	}
	return nil, ""
}

// The words of a headline: fewer are a label, more a text.
const (
	fewWords  = 3
	fullWords = 8
)

// weigh says how much a link reads like a headline, by its length and its place.
func (l *link) weigh() float64 {
	n := words(l.text)
	switch letters := utf8.RuneCountInString(l.text); {
	case n < 1, letters < 2, !l.heading && (n < 2 || letters < 6):
		return 0
	}
	w := min(float64(n), fullWords) / fullWords
	if l.heading {
		w = 0.6 + 0.6*w
	}
	if l.main {
		w *= 1.2
	}
	if l.aside {
		w *= 0.15
	}
	return w
}

// words counts the words of a text; two signs of a script without blanks are one.
func words(s string) int {
	n, wide := 0, 0
	in := false
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Han, r), unicode.Is(unicode.Hiragana, r), unicode.Is(unicode.Katakana, r), unicode.Is(unicode.Thai, r):
			wide++
			in = false
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if !in {
				n++
			}
			in = true
		case unicode.IsSpace(r):
			in = false
		}
	}
	return n + wide/2
}

// choose gives the links of the page's list: those of the shape that weighs most in all. Where
// these are headings, headings of other repeated shapes belong to it: a front page has several.
func (f *front) choose() []*link {
	shapes := map[string][]*link{}
	for _, l := range f.order {
		shapes[l.shape] = append(shapes[l.shape], l)
	}
	best, most := "", 0.0
	for _, l := range f.order { // in the page's order, so that it is always the same
		if shapes[l.shape][0] != l {
			continue
		}
		if w := listWeight(shapes[l.shape]); w > most {
			best, most = l.shape, w
		}
	}
	if best == "" {
		return nil
	}
	first := shapes[best][0]
	var out []*link
	for _, l := range f.order {
		kin := l.heading && first.heading && !l.aside && l.main == first.main && len(shapes[l.shape]) > 1
		if (l.shape == best || kin) && len(out) < maxHeadlines {
			out = append(out, l)
		}
	}
	return out
}

// mostCounted is how many links of a shape count: an archive of hundreds is no better list.
const mostCounted = 40

// listWeight is what links of one shape weigh together; 0: they are no list of headlines.
func listWeight(list []*link) float64 {
	texts := map[string]bool{}
	sum, n := 0.0, 0
	for _, l := range list {
		if texts[l.text] {
			continue // "read more"
		}
		texts[l.text] = true
		n += words(l.text)
		if len(texts) <= mostCounted {
			sum += l.weight
		}
	}
	if len(texts) < leastRepeats || len(texts) < len(list)/2 || list[0].aside || n < fewWords*len(texts) && !list[0].heading {
		return 0
	}
	return sum
}

// mark counts for each node how many of the chosen links stand in it.
func (f *front) mark(chosen []*link) map[*html.Node]int {
	marked := map[*html.Node]int{}
	for _, l := range chosen {
		for n := l.node; n != nil; n = n.Parent {
			marked[n]++
		}
	}
	return marked
}

// maxClimb is how far up the box of a headline is looked for.
const maxClimb = 8

// beside adds what stands with a headline in a box of its own: a date, a teaser.
func (f *front) beside(h *Headline, l *link, marked map[*html.Node]int) {
	box := l.node
	for range maxClimb {
		if p := box.Parent; p == nil || marked[p] != 1 || p.DataAtom == atom.Body {
			break
		}
		box = box.Parent
	}
	b := &boxReader{headline: h, home: date.HomeOf(f.page.Hostname())}
	b.read(box, 0)
}

// boxReader looks for date and teaser in a headline's box.
type boxReader struct {
	headline *Headline
	home     date.Home
}

func (b *boxReader) read(n *html.Node, depth int) {
	for c := n.FirstChild; c != nil && depth < 30; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		switch c.DataAtom {
		case atom.Time:
			if b.headline.Published.IsZero() {
				printed := attribute(c, "datetime")
				if printed == "" {
					printed = textOf(c, maxTitle)
				}
				b.headline.Published = date.Read(printed, b.home).Time.UTC()
			}
			continue
		case atom.P:
			text := feed.Line(textOf(c, maxTeaser))
			if b.headline.Teaser == "" && text != b.headline.Title && words(text) > fullWords {
				b.headline.Teaser = text
			}
			continue
		case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Svg, atom.Form:
			continue
		}
		b.read(c, depth+1)
	}
}

// textOf is the visible text of a node, cut to about so many characters.
func textOf(n *html.Node, most int) string {
	var b strings.Builder
	var read func(*html.Node, int)
	read = func(n *html.Node, depth int) {
		for c := n.FirstChild; c != nil && b.Len() < 4*most && depth < maxDepth; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				b.WriteString(c.Data)
			case c.Type != html.ElementNode || hidden(c) || c.DataAtom == atom.Script || c.DataAtom == atom.Style || c.DataAtom == atom.Svg:
			default:
				block := c.DataAtom == atom.P || c.DataAtom == atom.Div || c.DataAtom == atom.Br || isHeading(c)
				if block {
					b.WriteByte(' ')
				}
				read(c, depth+1)
				if block {
					b.WriteByte(' ')
				}
			}
		}
	}
	read(n, 0)
	s := strings.Join(strings.Fields(b.String()), " ")
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
