package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// Formulas, as text in their sentence: MathML, TeX in a script, pictures of
// formulas that say in TeX what they show. What a program drew of it is left out.

const (
	maxFormula      = 4000 // bytes
	maxFormulaDepth = 40
	maxTwins        = 12 // nodes around a formula and its drawing, white space and comments with them
)

// formulaOf is the formula that an element holds, "" for an element of another kind.
func formulaOf(n *html.Node) string {
	s := ""
	switch n.DataAtom {
	case atom.Math:
		s = mathText(n)
	case atom.Script:
		if n.FirstChild != nil && isTeXScript(n) {
			s = texText(n.FirstChild.Data)
		}
	case atom.Img:
		if alt := attr(n, "alt"); isFormulaPicture(n, alt) {
			s = texText(alt)
		}
	}
	if len(s) > maxFormula {
		return ""
	}
	return feed.Line(s)
}

func isTeXScript(n *html.Node) bool {
	return strings.HasPrefix(strings.ToLower(attr(n, "type")), "math/")
}

// isFormulaPicture reports whether a picture is one of a formula.
func isFormulaPicture(n *html.Node, alt string) bool {
	if alt == "" || len(alt) > maxFormula {
		return false
	}
	if strings.HasPrefix(strings.TrimSpace(alt), `{\displaystyle`) || wordIn(n, "latex", "tex", "mathjax", "mwe") {
		return true
	}
	src := strings.ToLower(attr(n, "src"))
	return slices.ContainsFunc([]string{"latex", "/math/render/", "mimetex", "/tex/"}, func(part string) bool { return strings.Contains(src, part) })
}

// enterFormula adds what an element says in a formula, or what a picture says in
// one character, as text. False for an element that says nothing so.
func (p *page) enterFormula(n *html.Node, parent int32) bool {
	s := formulaOf(n)
	if s == "" && n.DataAtom == atom.Img {
		s = pictureLetter(n)
	}
	if s == "" || parent < 0 {
		return false
	}
	if n.DataAtom == atom.Script {
		p.hideDrawn(parent)
	}
	if n.DataAtom != atom.Img && !letterBefore(n) {
		s = " " + s
	}
	p.addText(&html.Node{Type: html.TextNode, Data: s}, parent)
	return true
}

// letterBefore reports whether something stands right before an element.
func letterBefore(n *html.Node) bool {
	return n.PrevSibling == nil || n.PrevSibling.Type == html.TextNode
}

// hideDrawn hides what a program drew of the formula whose source comes next.
func (p *page) hideDrawn(parent int32) {
	for j := int32(len(p.nodes) - 1); j > parent; j-- {
		nd := &p.nodes[j]
		if nd.parent != parent {
			continue
		}
		if nd.tag == 0 || !strings.Contains(strings.ToLower(attr(nd.n, "class")), "mathjax") {
			return
		}
		for k := j; k < int32(len(p.nodes)); k++ {
			p.nodes[k].flag |= fHidden
			p.nodes[k].text, p.nodes[k].link = 0, 0
		}
	}
}

// holdsMath reports whether an element holds a formula in MathML and nothing else.
func holdsMath(n *html.Node) bool {
	for depth := 0; depth < 3 && n != nil; depth++ {
		if n.DataAtom == atom.Math {
			return depth > 0
		}
		c := n.FirstChild
		if c == nil || c.NextSibling != nil {
			return false
		}
		n = c
	}
	return false
}

// twinOfMath reports whether an element shows what the formula beside it says:
// the two stand alone in the element around them.
func twinOfMath(n *html.Node) bool {
	up := n.Parent
	if up == nil || n.DataAtom == atom.Math {
		return false
	}
	twin, count, nodes := false, 0, 0
	for c := up.FirstChild; c != nil; c = c.NextSibling {
		if nodes++; nodes > maxTwins {
			return false
		}
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) != "":
			return false
		case c.Type != html.ElementNode:
			continue
		}
		if count++; count > 3 {
			return false
		}
		if c != n && holdsMath(c) {
			twin = true
		}
	}
	return twin && !holdsMath(n)
}

// mathFlags are the flags of an element beside a formula or around it: what a
// program drew of it is hidden; the formula itself is shown, although a style hides
// it from the eye where a picture stands for it.
func (p *page) mathFlags(n *html.Node, parent int32, f flags) flags {
	switch {
	case twinOfMath(n):
		return f | fHidden
	case parent >= 0 && f&fHidden != 0 && holdsMath(n):
		return f&^fHidden | p.nodes[parent].flag&fHidden
	}
	return f
}

// pictureLetter is the character that a small picture in a sentence stands for: an
// emoji, or the first letter of the text behind it; else "".
func pictureLetter(n *html.Node) string {
	alt := strings.TrimSpace(attr(n, "alt"))
	if alt == "" || len(alt) > 40 {
		return ""
	}
	r, size := utf8.DecodeRuneInString(alt)
	if next := n.NextSibling; unicode.IsUpper(r) && size == len(alt) && next != nil {
		if next.Type == html.TextNode && unicode.IsLower(firstRune(next.Data)) {
			return alt
		}
	}
	if strings.IndexFunc(alt, notEmoji) >= 0 {
		return ""
	}
	return alt
}

// notEmoji reports whether a character is no part of an emoji.
func notEmoji(r rune) bool {
	switch {
	case r >= 0x1F000 && r < 0x20000, r >= 0x2600 && r <= 0x27BF:
		return false
	case r == 0x200D, r == 0xFE0F, r == 0x2B50: // the joiner, the sign for colour, the star
		return false
	}
	return true
}

// mathText is a formula in MathML as text; where that is empty, what it says of itself in TeX.
func mathText(n *html.Node) string {
	m := mathReader{left: maxFormula}
	if s := strings.TrimSpace(m.row(n, 0)); s != "" {
		return s
	}
	for d := range n.Descendants() {
		if d.Data == "annotation" && strings.Contains(attr(d, "encoding"), "tex") && d.FirstChild != nil {
			return texText(d.FirstChild.Data)
		}
	}
	return texText(attr(n, "alttext"))
}

// mathReader reads MathML; left are the elements that may still be read.
type mathReader struct{ left int }

func (m *mathReader) row(n *html.Node, depth int) string {
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(m.element(c, depth+1))
	}
	return b.String()
}

func (m *mathReader) element(n *html.Node, depth int) string {
	if m.left--; m.left < 0 || depth > maxFormulaDepth || n.Type != html.ElementNode {
		return ""
	}
	switch n.Data {
	case "annotation", "annotation-xml", "mphantom", "none", "mprescripts":
		return ""
	case "mi", "mn", "ms", "mtext":
		return strings.Join(strings.Fields(leafText(n)), " ")
	case "mo":
		return operator(leafText(n), n.PrevSibling == nil)
	case "mspace":
		return " "
	case "mtr", "mlabeledtr":
		return m.list(n, depth, ", ") + "; "
	case "mfenced":
		return "(" + m.list(n, depth, ", ") + ")"
	case "msqrt":
		return "√" + bracketed(m.row(n, depth))
	}
	parts := m.parts(n, depth)
	at := func(k int) string {
		if k < len(parts) {
			return strings.TrimSpace(parts[k])
		}
		return ""
	}
	switch n.Data {
	case "msup", "mover":
		return at(0) + superscriptOr(n.Data == "mover", at(1))
	case "msub", "munder":
		return at(0) + subscript(at(1))
	case "msubsup", "munderover":
		return at(0) + subscript(at(1)) + superscript(at(2))
	case "mfrac":
		return bracketed(at(0)) + "/" + bracketed(at(1))
	case "mroot":
		return superscript(at(1)) + "√" + bracketed(at(0))
	case "semantics":
		return at(0)
	}
	return strings.Join(parts, "")
}

// superscriptOr is what stands over or behind a letter; a bar or an arrow over it is left out.
func superscriptOr(over bool, s string) string {
	if over && strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
		return ""
	}
	return superscript(s)
}

func (m *mathReader) parts(n *html.Node, depth int) []string {
	var out []string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			out = append(out, m.element(c, depth+1))
		}
	}
	return out
}

func (m *mathReader) list(n *html.Node, depth int, sep string) string {
	parts := m.parts(n, depth)
	for k := range parts {
		parts[k] = strings.TrimSpace(parts[k])
	}
	return strings.Join(parts, sep)
}

func leafText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.TrimSpace(b.String())
}

// operator sets the blanks around a sign of a formula; one in front of all is a sign of its number.
func operator(s string, first bool) string {
	switch {
	case strings.IndexFunc(s, func(r rune) bool { return r < 0x2061 || r > 0x2064 }) < 0: // signs that are not seen
		return ""
	case s == ",", s == ";":
		return s + " "
	case strings.ContainsAny(s, "()[]{}|!'′.%/∑∏∫√∂∇^¯"):
		return s
	case first:
		return s
	}
	return " " + s + " "
}

// bracketed puts an expression of several parts in brackets.
func bracketed(s string) string {
	s = strings.TrimSpace(s)
	if strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '.' && r != ',' }) < 0 {
		return s
	}
	if strings.HasPrefix(s, "(") && strings.IndexByte(s, ')') == len(s)-1 {
		return s
	}
	return "(" + s + ")"
}
