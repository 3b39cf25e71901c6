package page

import (
	"bytes"
	"strings"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"depesche/feed"
	"depesche/ui/theme"
)

// element is what Glamour is told a text is.
type element uint8

const (
	body element = iota
	heading
	quotation
	code
)

// segment is a stretch of a line in one span.
type segment struct {
	text string
	span *feed.Span
}

// press has Glamour draw lines that are already broken: with a width of 0 it
// neither wraps nor pads. What it is given is a syntax tree, so nothing in a
// text can be taken for Markdown. A press belongs to one goroutine.
type press struct {
	r                   renderer.Renderer
	src                 []byte // all tokens of a text behind one another
	ends                []int  // where each of them ends
	out                 bytes.Buffer
	linkOn              string // select graphic rendition of a link
	linkOff             string
	noteOn              string // and of a footnote's mark
	noteOff             string
	strikeOn, strikeOff string // and of what is struck out
}

func newPress(st *theme.Styles) *press {
	cfg := st.Glamour
	cfg.Text = cfg.Paragraph.StylePrimitive
	p := &press{r: newRenderer(cfg)}
	p.linkOn, p.linkOff = sgr(st.Page.Link)
	p.noteOn, p.noteOff = sgr(st.Page.LinkNumber)
	p.strikeOn, p.strikeOff = sgr(lipgloss.NewStyle().Strikethrough(true))
	return p
}

func newRenderer(cfg ansi.StyleConfig) renderer.Renderer {
	g := ansi.NewRenderer(ansi.Options{PreserveNewLines: true, Styles: cfg})
	return renderer.NewRenderer(renderer.WithNodeRenderers(util.Prioritized(g, 1000)))
}

// sgr gives what a style writes before and behind a text.
func sgr(s lipgloss.Style) (on, off string) {
	on, off, _ = strings.Cut(s.Render("x"), "x")
	return on, off
}

// lines draws lines, one string each. What Glamour will not give back line by line
// comes without styles: a text is never lost for its looks.
func (p *press) lines(e element, in [][]segment) []string {
	p.out.Reset()
	p.source(e, in)
	if err := p.r.Render(&p.out, p.src, p.tree(e, in)); err == nil {
		// A break belongs to the token before it: a style ends behind it, not in front.
		s := strings.ReplaceAll(p.out.String(), "\n\x1b[m", "\x1b[m\n")
		out := strings.Split(strings.Trim(s, "\n"), "\n")
		if len(out) == len(in) {
			return out
		}
	}
	out := make([]string, len(in))
	for i, l := range in {
		out[i] = plainLine(l)
	}
	return out
}

func plainLine(l []segment) string {
	if len(l) == 1 {
		return l[0].text
	}
	var b strings.Builder
	for _, s := range l {
		b.WriteString(s.text)
	}
	return b.String()
}

// escaper undoes beforehand what Glamour does to every token: it decodes entities
// and drops backslashes. It does nothing else to a text.
var (
	escaper     = strings.NewReplacer("&", "&amp;", `\`, `\\`)
	codeEscaper = strings.NewReplacer(`\`, `\\`) // code keeps its entities
)

// source writes the tokens that tree then points to.
func (p *press) source(e element, in [][]segment) {
	p.src, p.ends = p.src[:0], p.ends[:0]
	for _, l := range in {
		for _, s := range l {
			p.src = append(p.src, p.token(s, e)...)
			p.ends = append(p.ends, len(p.src))
		}
	}
}

func (p *press) token(s segment, e element) string {
	t := s.text
	if e == code {
		return codeEscaper.Replace(t) + "\n"
	}
	if s.span.Style&feed.CodeStyle != 0 && s.span.Link == "" {
		return strings.ReplaceAll(t, "&", "&amp;") // Glamour leaves backslashes in code alone
	}
	if s.span.Style&feed.Struck != 0 {
		t = p.strikeOn + t + p.strikeOff
	}
	if strings.HasPrefix(s.span.Link, "#") {
		t = p.noteOn + t + p.noteOff
	}
	if u := target(s.span.Link); u != "" {
		t = "\x1b]8;;" + u + "\x1b\\" + p.linkOn + t + p.linkOff + "\x1b]8;;\x1b\\"
	}
	if strings.ContainsAny(t, `&\`) {
		t = escaper.Replace(t)
	}
	return t
}

// tree is the syntax tree of the lines.
func (p *press) tree(e element, in [][]segment) ast.Node {
	if e == code {
		return p.codeTree()
	}
	// A TextBlock on its own is drawn straight through. Within a Document and a Paragraph the
	// same bytes come out six times slower.
	var block ast.Node = ast.NewTextBlock()
	root := block
	switch e {
	case heading:
		block = ast.NewHeading(2)
		root = ast.NewDocument()
		root.AppendChild(root, block)
	case quotation:
		block = ast.NewParagraph()
		q := ast.NewBlockquote()
		q.AppendChild(q, block)
		root = ast.NewDocument()
		root.AppendChild(root, q)
	default: // set as it is
	}
	at, k := 0, 0
	for i, l := range in {
		var last *ast.Text
		for _, s := range l {
			n, t := inline(s.span, text.NewSegment(at, p.ends[k]))
			block.AppendChild(block, n)
			last = nil
			if n == ast.Node(t) {
				last = t
			}
			at = p.ends[k]
			k++
		}
		if i == len(in)-1 {
			break
		}
		if last == nil {
			last = ast.NewTextSegment(text.NewSegment(at, at))
			block.AppendChild(block, last)
		}
		last.SetHardLineBreak(true)
	}
	return root
}

// inline is the node of a span's text; t is the text in it.
func inline(s *feed.Span, seg text.Segment) (n ast.Node, t *ast.Text) {
	t = ast.NewTextSegment(seg)
	n = t
	wrap := func(w ast.Node) {
		w.AppendChild(w, n)
		n = w
	}
	if s.Style&feed.CodeStyle != 0 && s.Link == "" {
		wrap(ast.NewCodeSpan())
		return n, t
	}
	if s.Style&feed.Emphasis != 0 {
		wrap(ast.NewEmphasis(1))
	}
	if s.Style&feed.Strong != 0 {
		wrap(ast.NewEmphasis(2))
	}
	return n, t
}

func (p *press) codeTree() ast.Node {
	block := ast.NewCodeBlock()
	at := 0
	for _, end := range p.ends {
		block.Lines().Append(text.NewSegment(at, end))
		at = end
	}
	root := ast.NewDocument()
	root.AppendChild(root, block)
	return root
}

// target is a link as it may leave: http, https or mailto, in printable ASCII; else "".
func target(link string) string {
	if link == "" {
		return ""
	}
	if !strings.HasPrefix(link, "mailto:") {
		if link = feed.WebLink(link); link == "" {
			return ""
		}
	}
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(link); i++ {
		if c := link[i]; c > 0x20 && c < 0x7f {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}
