package extract

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Notes that a style sets beside the text and that stand in the middle of a
// sentence on the page. Read as they stand, they would cut it in two.

const (
	leastSidenote = 12 // bytes of one that is not called so
	leastGlued    = 3  // words of a sentence that begins right behind a letter
)

// isSidenote reports whether an inline element is a note beside the text: behind
// the switch that shows it, called one, or a sentence that begins in the middle
// of another without a blank before it.
func (p *page) isSidenote(i int32) bool {
	nd := &p.nodes[i]
	if nd.text == 0 || nd.text > longNote || nd.flag&(fHidden|fUI|fLink|fUsed) != 0 {
		return false
	}
	if p.precedingText(i) == "" {
		return false
	}
	if wordIn(nd.n, "sidenote", "marginnote", "sidenotes", "marginnotes", "tooltiptext") {
		return true
	}
	return nd.text >= leastSidenote && (p.switchBefore(i) || p.gluedSentence(i))
}

// precedingText is the text right before an element, in the same block.
func (p *page) precedingText(i int32) string {
	up := p.blockOf(i)
	for j := i - 1; j > up; j-- {
		nd := &p.nodes[j]
		if nd.flag&fBlock != 0 || nd.tag == atom.Br {
			return ""
		}
		if nd.tag == 0 && nd.flag&(fHidden|fUI) == 0 {
			return nd.n.Data
		}
	}
	return ""
}

// switchBefore reports whether a box to tick stands right before an element.
func (p *page) switchBefore(i int32) bool {
	for s := p.nodes[i].n.PrevSibling; s != nil; s = s.PrevSibling {
		if s.Type == html.ElementNode {
			return s.DataAtom == atom.Input && attr(s, "type") == "checkbox"
		}
		if strings.TrimSpace(s.Data) != "" {
			return false
		}
	}
	return false
}

// gluedSentence reports whether an element begins with a capital right behind a
// small letter, and is a whole sentence.
func (p *page) gluedSentence(i int32) bool {
	before, _ := utf8.DecodeLastRuneInString(p.precedingText(i))
	if !unicode.IsLower(before) || !unicode.IsUpper(firstRune(p.nodes[i].firstText())) {
		return false
	}
	s := p.line(i)
	return len(strings.Fields(s)) >= leastGlued && sentenceEnd(s)
}

func (p *page) addSidenote(i int32) {
	n := len(p.notes) + 1
	p.notes = append(p.notes, footnote{i, n})
	p.nodes[i].flag |= fUsed
	if p.marksAt == nil {
		p.marksAt = map[*html.Node]int{}
	}
	p.marksAt[p.nodes[i].n] = n
}

// sideMark is the mark in the text of a note that stood beside it.
func (b *builder) sideMark(n int) {
	old := b.link
	b.link = "#" + noteAnchor(n)
	b.text("[" + strconv.Itoa(n) + "]")
	b.link = old
}
