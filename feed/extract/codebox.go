package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"
)

// Where code stands on a page: the element that is one block of it, with its
// numbers, labels and buttons.

// codes are the elements of code on the page, in order.
func (p *page) codes() []int32 {
	if p.codeAt == nil {
		p.codeAt = []int32{}
		for i := range p.nodes {
			nd := &p.nodes[i]
			code := nd.tag == atom.Pre || nd.tag == atom.Code
			if code || nd.tag == atom.Table && wordIn(nd.n, "highlight", "code", "hljs", "blob") {
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
	if len(below) < 2 || len(below) == maxCodeRows {
		return false
	}
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
	if rest > int32(len(below)*maxLineNumber) { // more than a number a line
		return false
	}
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
	if up < 0 || b.inItem || nd.text == 0 {
		return false
	}
	if b.p.nodes[up].text != nd.text {
		return false
	}
	switch b.p.nodes[up].tag {
	case atom.P, atom.Div, atom.Figure, atom.Section, atom.Body:
	default:
		return false
	}
	return b.p.rowsOfCode(i) != noRows || b.p.find(i, func(nd *node) bool { return nd.tag == atom.Br || nd.flag&fBlock != 0 }) >= 0
}
