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
	at := int32(-1)
	if p.nodes[i].tag != atom.Pre {
		return -1
	}
	for j := i + 1; j < p.nodes[i].end; j = p.nodes[j].end {
		nd := &p.nodes[j]
		switch {
		case nd.tag == 0 && nd.text > 0, nd.tag == atom.Code && at >= 0:
			return -1
		case nd.tag == atom.Code:
			at = j
		}
	}
	if at >= 0 && p.nodes[i].text-p.nodes[at].text <= maxCodeLabel {
		return at
	}
	return -1
}

// codeReader writes code line by line.
type codeReader struct {
	p       *page
	lone    int32 // the only child that counts; -1: all do
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
	rows := c.p.rowsOfCode(i)
	for j := i + 1; j < c.p.nodes[i].end; j = c.p.nodes[j].end {
		nd := &c.p.nodes[j]
		switch {
		case nd.flag&(fHidden|fUI) != 0, nd.tag == 0 && rows != noRows && nd.text == 0, nd.flag&fUsed != 0:
		case nd.tag == 0:
			c.write(nd.n.Data)
		case c.lone >= 0 && c.p.nodes[j].parent == c.p.nodes[c.lone].parent && j != c.lone:
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
	case nd.text > 0 && nd.text < c.size && c.p.numberColumn(j):
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
	return p.nodes[i].end > i+2 && p.countsUp(i, 2) || p.nodes[i].tag == atom.Pre && p.countsUp(i, 2)
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

// codes are the elements of code on the page, in order.
func (p *page) codes() []int32 {
	if p.codeAt == nil {
		p.codeAt = []int32{}
		for i := range p.nodes {
			nd := &p.nodes[i]
			if nd.tag == atom.Pre || nd.tag == atom.Code || nd.tag == atom.Table && wordIn(nd.n, "highlight", "code", "hljs", "blob") {
				p.codeAt = append(p.codeAt, int32(i))
			}
		}
	}
	return p.codeAt
}

// codeBelow are the outermost elements of code below i.
func (p *page) codeBelow(i int32) []int32 {
	all := p.codes()
	k, _ := slices.BinarySearch(all, i+1)
	var out []int32
	end := p.nodes[i].end
	for ; k < len(all) && all[k] < end && len(out) < maxCodeRows; k++ {
		if len(out) == 0 || all[k] >= p.nodes[out[len(out)-1]].end {
			out = append(out, all[k])
		}
	}
	return out
}

// codeBox takes an element that is nothing but one block of code: rows of lines,
// a table with a column of numbers, a <pre> with a label and a button over it.
// False leaves it to be read as text.
func (b *builder) codeBox(i int32) bool {
	nd := &b.p.nodes[i]
	all := b.p.codes()
	if k, _ := slices.BinarySearch(all, i); k == len(all) || all[k] >= nd.end || nd.text == 0 {
		return false
	}
	below := b.p.codeBelow(i)
	if nd.tag == atom.Table {
		if !b.p.codeTable(i, below) {
			return false
		}
		b.code(i)
		return true
	}
	pres, size := int32(-1), int32(0)
	for _, j := range below {
		size += b.p.nodes[j].text
		if b.p.nodes[j].tag != atom.Pre {
			continue
		}
		if pres >= 0 {
			pres = -2
			break
		}
		pres = j
	}
	switch {
	case pres >= 0 && len(below) == 1:
		return b.labelledCode(i, pres)
	case b.p.rowsInBlocks(i, below):
		b.code(i)
		return true
	}
	return false
}

// codeTable reports whether a table sets code: a column of line numbers beside
// it, or numbers that stand in an attribute and code by its class.
func (p *page) codeTable(i int32, below []int32) bool {
	rows, numbered, coded := 0, 0, 0
	p.each(i, func(j int32) bool {
		if p.nodes[j].tag != atom.Tr {
			return p.nodes[j].tag != 0
		}
		rows++
		var cells []int32
		for k := j + 1; k < p.nodes[j].end; k = p.nodes[k].end {
			if p.nodes[k].tag == atom.Td || p.nodes[k].tag == atom.Th {
				cells = append(cells, k)
			}
		}
		if len(cells) < 2 || len(cells) > 3 {
			return false
		}
		last := cells[len(cells)-1]
		if p.nodes[cells[0]].text == 0 || p.onlyNumbers(cells[0]) {
			numbered++
		}
		if wordIn(p.nodes[last].n, "code", "blob") || p.allIn(last, below) {
			coded++
		}
		return false
	})
	return rows > 0 && numbered == rows && coded == rows
}

// allIn reports whether all text of an element stands in the elements given.
func (p *page) allIn(i int32, elements []int32) bool {
	var size int32
	for _, j := range elements {
		if p.within(j, i) {
			size += p.nodes[j].text
		}
	}
	return size > 0 && size == p.nodes[i].text
}

// rowsInBlocks reports whether an element has no text but code, which stands in
// blocks of a line each.
func (p *page) rowsInBlocks(i int32, below []int32) bool {
	var size int32
	parents := map[int32]bool{}
	for _, j := range below {
		size += p.nodes[j].text
		up := p.nodes[j].parent
		if p.nodes[j].tag == atom.Pre {
			if !wordIn(p.nodes[j].n, "line") {
				return false
			}
		} else if p.nodes[up].tag != atom.Div {
			return false
		}
		parents[up] = true
	}
	rest := p.nodes[i].text - size
	return len(parents) > 1 && (rest == 0 || p.gutterText(i) == rest)
}

// gutterText is how many bytes of text below i are line numbers in elements of
// their own, outside of code.
func (p *page) gutterText(i int32) int32 {
	var size int32
	p.each(i, func(j int32) bool {
		nd := &p.nodes[j]
		if nd.tag == 0 || nd.tag == atom.Pre || nd.tag == atom.Code {
			return false
		}
		if nd.flag&fBlock != 0 && nd.text > 0 && p.onlyNumbers(j) {
			size += nd.text
			return false
		}
		return true
	})
	return size
}

// labelledCode takes the <pre> of an element in which only a label and buttons
// stand beside it: the name of the language, the word on the button.
func (b *builder) labelledCode(i, pre int32) bool {
	nd := &b.p.nodes[i]
	rest := nd.text - b.p.nodes[pre].text
	if rest <= 0 || rest > maxCodeLabel {
		return false
	}
	named := b.p.languageOf(pre)
	label := true
	b.p.each(i, func(j int32) bool {
		el := &b.p.nodes[j]
		switch {
		case j == pre || !label:
			return false
		case el.tag != 0 && wordIn(el.n, "copy", "clipboard", "toolbar", "lang", "language", "badge"):
			return false
		case el.tag == 0 && el.text > 0 && strings.ToLower(strings.TrimSpace(el.n.Data)) != named:
			label = false
		}
		return true
	})
	if label {
		b.pre(pre)
	}
	return label
}

// languageOf is the language of code as its class names it, in small letters: "go".
func (p *page) languageOf(pre int32) string {
	for j := pre; j < p.nodes[pre].end; j++ {
		if p.nodes[j].tag == 0 {
			continue
		}
		for c := range strings.FieldsSeq(strings.ToLower(attr(p.nodes[j].n, "class"))) {
			for _, lead := range []string{"language-", "lang-", "brush:", "highlight-source-"} {
				if name, ok := strings.CutPrefix(c, lead); ok {
					return name
				}
			}
		}
	}
	return "\x00"
}

// codeAlone reports whether an inline element of code is all its paragraph says,
// and has several lines.
func (b *builder) codeAlone(i int32) bool {
	nd := &b.p.nodes[i]
	up := nd.parent
	for up >= 0 && b.p.nodes[up].flag&fBlock == 0 {
		up = b.p.nodes[up].parent
	}
	if up < 0 || nd.text == 0 || b.p.nodes[up].text != nd.text || b.inItem {
		return false
	}
	switch b.p.nodes[up].tag {
	case atom.P, atom.Div, atom.Figure, atom.Section, atom.Body:
	default:
		return false
	}
	return b.p.rowsOfCode(i) != noRows || b.p.find(i, func(nd *node) bool { return nd.tag == atom.Br || nd.flag&fBlock != 0 }) >= 0
}
