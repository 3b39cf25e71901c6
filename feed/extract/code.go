package extract

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// Code as highlighters set it: lines in elements, numbers in a column or in front
// of each line, buttons beside it. What is code is told by its elements and their
// shape; a class is asked only where they say nothing.

const (
	maxCodeLabel  = 40 // bytes of what stands over code and is no part of it: "go", "Copy"
	maxLineNumber = 7  // digits of a line's number
	maxCodeRows   = 5000
)

// code takes what stands below i as one block of code.
func (b *builder) code(i int32) {
	b.flush()
	if t := b.p.codeText(i); t != "" {
		b.add(piece{Block: feed.Block{Kind: feed.Code, Text: feed.Plain(t)}, at: i, tag: atom.Pre})
	}
}

// codeText is the code below i with its lines and indents, without the numbers
// of the lines; "" where there is none.
func (p *page) codeText(i int32) string {
	c := codeReader{p: p, lone: p.loneCode(i), size: p.nodes[i].text}
	c.children(i)
	t := strings.Trim(feed.Clean(c.withoutNumbers()), "\n")
	if strings.TrimSpace(t) == "" {
		return ""
	}
	lines := strings.Split(t, "\n")
	for k := range lines {
		lines[k] = strings.TrimRight(strings.ReplaceAll(lines[k], "\u00a0", " "), " \t\u200b")
	}
	return strings.Trim(strings.ReplaceAll(strings.Join(lines, "\n"), "\u200b", ""), "\n")
}

// loneCode is the one <code> of a <pre> in which all else stands in elements of
// its own, as a label and a button do; -1 where the whole is code.
func (p *page) loneCode(i int32) int32 {
	if p.nodes[i].tag != atom.Pre {
		return -1
	}
	below := p.codeBelow(i)
	if len(below) != 1 || p.nodes[i].text-p.nodes[below[0]].text > maxCodeLabel {
		return -1
	}
	for j := i + 1; j < p.nodes[i].end; j = p.nodes[j].end {
		if p.nodes[j].tag == 0 && p.nodes[j].text > 0 {
			return -1
		}
	}
	return below[0]
}

// codeReader writes code line by line.
type codeReader struct {
	p       *page
	lone    int32 // the only element that counts; -1: all do
	inside  int   // elements of code that are open
	size    int32 // bytes of text in all
	buf     strings.Builder
	open    bool // something was written since the last line break
	due     bool // a block has ended: what follows stands in the next line
	numbers []lineNumber
	lines   int // line breaks written
}

// lineNumber is a number in an element of its own at the beginning of a line.
type lineNumber struct{ line, from, to, value int }

func (c *codeReader) write(s string) {
	if s == "" {
		return
	}
	if c.due {
		c.newline()
	}
	c.buf.WriteString(s)
	c.lines += strings.Count(s, "\n")
	c.open = !strings.HasSuffix(s, "\n")
}

func (c *codeReader) newline() {
	c.buf.WriteByte('\n')
	c.lines++
	c.due, c.open = false, false
}

func (c *codeReader) children(i int32) {
	if t := c.p.nodes[i].tag; t == atom.Pre || t == atom.Code {
		c.inside++
		defer func() { c.inside-- }()
	}
	rows := c.p.rowsOfCode(i)
	for j := i + 1; j < c.p.nodes[i].end; j = c.p.nodes[j].end {
		nd := &c.p.nodes[j]
		switch {
		case nd.flag&(fHidden|fUI) != 0, nd.tag == 0 && rows != noRows && nd.text == 0, nd.flag&fUsed != 0:
		case nd.tag == 0:
			c.write(nd.n.Data)
		case c.lone >= 0 && !c.p.within(j, c.lone) && !c.p.within(c.lone, j):
		default:
			c.element(j, nd, rows == spanRows)
		}
	}
}

// element writes one element; a row is in a line of its own although it is no block.
func (c *codeReader) element(j int32, nd *node, row bool) {
	switch {
	case nd.tag == atom.Br:
		c.write("\n")
		c.due = false
		return
	case nd.tag == atom.Tr:
		c.row(j)
		return
	case c.gutter(j, nd):
		return
	case nd.flag&fBlock != 0 || row:
		c.line(j)
		return
	}
	if value, ok := lineNumberOf(nd.firstText()); ok && !c.open && nd.end == j+2 { // a leaf
		text := c.p.nodes[j+1].n.Data
		shown := strings.TrimRight(text, "\n")
		c.write(text)
		to := c.buf.Len() - len(text) + len(shown)
		c.numbers = append(c.numbers, lineNumber{c.lines, to - len(shown), to, value})
		return
	}
	c.children(j)
}

// gutter reports whether an element holds the numbers of lines: several in a column,
// or one in a block beside the code.
func (c *codeReader) gutter(j int32, nd *node) bool {
	if nd.text == 0 || nd.text >= c.size {
		return false
	}
	if c.inside == 0 && nd.flag&fBlock != 0 && nd.tag != atom.Pre {
		return c.p.onlyNumbers(j)
	}
	return c.p.numberColumn(j)
}

// line writes an element that is a line, or several.
func (c *codeReader) line(j int32) {
	if c.open || c.due {
		c.newline()
	}
	before := c.buf.Len()
	c.children(j)
	if c.open || c.buf.Len() == before { // an empty line is one, too
		c.due, c.open = true, false
	}
}

// row writes a row of a table: its cells of line numbers, or of nothing, are left out.
func (c *codeReader) row(i int32) {
	var cells []int32
	for j := i + 1; j < c.p.nodes[i].end; j = c.p.nodes[j].end {
		if t := c.p.nodes[j].tag; t == atom.Td || t == atom.Th {
			cells = append(cells, j)
		}
	}
	for len(cells) > 1 && (c.p.nodes[cells[0]].text == 0 || c.p.onlyNumbers(cells[0])) {
		cells = cells[1:]
	}
	for _, j := range cells {
		c.line(j)
	}
}

func lineNumberOf(s string) (int, bool) {
	s = strings.Trim(s, " \t\u00a0|:.")
	if s == "" || len(s) > maxLineNumber {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 0
}

// withoutNumbers is the code without the numbers in front of its lines, if each
// line that is not empty has one and they count up.
func (c *codeReader) withoutNumbers() string {
	s := c.buf.String()
	if len(c.numbers) < 2 || strings.Count(strings.TrimRight(s, "\n"), "\n")+1 != len(c.numbers) {
		return s
	}
	for k := 1; k < len(c.numbers); k++ {
		if c.numbers[k].value != c.numbers[k-1].value+1 || c.numbers[k].line == c.numbers[k-1].line {
			return s
		}
	}
	var out strings.Builder
	at := 0
	for _, n := range c.numbers {
		out.WriteString(s[at:n.from])
		at = n.to
	}
	out.WriteString(s[at:])
	return out.String()
}

// numberColumn reports whether all text below i are two line numbers or more, one
// below the other.
func (p *page) numberColumn(i int32) bool {
	several := p.nodes[i].end > i+2 || p.nodes[i].tag == atom.Pre // a leaf in code is code
	return several && p.countsUp(i, 2)
}

// onlyNumbers reports whether all text below i is one line number, or several.
func (p *page) onlyNumbers(i int32) bool { return p.countsUp(i, 1) }

const maxCodeColumn = 60_000 // bytes of a column of line numbers

// countsUp reports whether the text below i are at least so many numbers that count up.
func (p *page) countsUp(i int32, least int) bool {
	if p.nodes[i].text == 0 || p.nodes[i].text > maxCodeColumn {
		return false
	}
	last, n := 0, 0
	for j := i + 1; j < p.nodes[i].end; j++ {
		nd := &p.nodes[j]
		if nd.tag != 0 || nd.text == 0 {
			continue
		}
		for w := range strings.FieldsSeq(nd.n.Data) {
			v, ok := lineNumberOf(w)
			if !ok || n > 0 && v != last+1 {
				return false
			}
			last = v
			n++
		}
	}
	return n >= least
}

type rowKind int

const (
	noRows    rowKind = iota
	blockRows         // blocks: the white space between them is that of the source
	spanRows          // inline elements that a style sets in a line each
)

// rowsOfCode says whether the children of an element of code are its lines.
func (p *page) rowsOfCode(i int32) rowKind {
	blocks, spans, breaks := 0, 0, false
	for j := i + 1; j < p.nodes[i].end; j = p.nodes[j].end {
		nd := &p.nodes[j]
		switch {
		case nd.tag == 0 && nd.text > 0:
			return noRows
		case nd.tag == 0:
			breaks = breaks || strings.Contains(nd.n.Data, "\n")
		case nd.flag&fBlock != 0 || nd.tag == atom.Tr || nd.tag == atom.Tbody:
			blocks++
		case nd.tag == atom.Br, nd.flag&(fUI|fHidden) != 0:
		case wordIn(nd.n, "line"):
			spans++
			breaks = breaks || strings.HasSuffix(p.rawText(j), "\n")
		default:
			return noRows
		}
	}
	switch {
	case blocks > 0 && spans == 0:
		return blockRows
	case spans > 1 && blocks == 0 && !breaks:
		return spanRows
	}
	return noRows
}

// wordIn reports whether a word is one of those that an element's class, or the
// name of a data attribute, is made of.
func wordIn(n *html.Node, words ...string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(attr(n, "class")), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if slices.Contains(words, w) {
			return true
		}
	}
	return false
}
