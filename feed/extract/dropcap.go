package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

const (
	maxDropCaps = 40 // letters that are looked at on a page
	maxLetter   = 7  // bytes of one behind a quotation mark
)

// joinDropCaps joins first letters that stand in a block of their own to the word
// in the block behind: "T", "he pilots". It works on the tree, before the text is
// measured: a headline's summary may begin with one as a paragraph may.
func (p *page) joinDropCaps() {
	left := maxDropCaps
	for i := range p.nodes {
		nd := &p.nodes[i]
		if nd.tag != 0 || nd.text == 0 || nd.text > maxLetter {
			continue
		}
		letter, ok := dropCap(nd.n.Data)
		if !ok || nd.flag&(fHidden|fUI|fLink) != 0 {
			continue
		}
		if left--; left < 0 {
			return
		}
		next := p.nextText(int32(i))
		block := p.blockOf(int32(i))
		if next < 0 || p.blockOf(next) == block || p.ownsMore(int32(i), block) {
			continue
		}
		text := strings.TrimLeft(p.nodes[next].n.Data, " \t\r\n\u00a0")
		r, _ := utf8.DecodeLastRuneInString(letter)
		blank, ok := p.afterLetter(r, text)
		if !ok {
			continue
		}
		p.nodes[next].n = &html.Node{Type: html.TextNode, Data: letter + blank + text, Parent: p.nodes[next].n.Parent}
		p.nodes[next].text += nd.text
		nd.text, nd.flag = 0, nd.flag|fHidden
	}
}

// dropCap is a text that is one capital letter, maybe behind a quotation mark.
func dropCap(s string) (string, bool) {
	s = strings.TrimSpace(s)
	letter := strings.TrimLeft(s, "„“\"«»‘'")
	r, size := utf8.DecodeRuneInString(letter)
	return s, size > 0 && size == len(letter) && unicode.IsUpper(r)
}

// nextText is the next text behind i that is shown, -1 where none follows closely.
func (p *page) nextText(i int32) int32 {
	for j := i + 1; j < int32(len(p.nodes)) && j < i+12; j++ {
		if nd := &p.nodes[j]; nd.tag == 0 && nd.text > 0 {
			if nd.flag&(fLink|fUI) != 0 {
				return -1
			}
			return j
		}
	}
	return -1
}

// ownsMore reports whether a block has text before the one at i: the letter does
// not begin it.
func (p *page) ownsMore(i, block int32) bool {
	for j := i - 1; j > block && block >= 0; j-- {
		if p.nodes[j].tag == 0 && p.nodes[j].text > 0 {
			return true
		}
	}
	return false
}

// afterLetter is what stands between a letter and the text that goes on behind it:
// nothing within a word. Where the letter can be a word, the rest tells: a word that
// the page has elsewhere stands by itself. False: the text does not go on.
func (p *page) afterLetter(letter rune, text string) (blank string, ok bool) {
	first, _, _ := strings.Cut(text, " ")
	first = strings.TrimRight(first, ",.;:!?")
	r := firstRune(text)
	capitals := unicode.IsUpper(r) && strings.ToUpper(first) == first && utf8.RuneCountInString(first) > 1
	if !unicode.IsLower(r) && !capitals {
		return "", false
	}
	if strings.ContainsRune(oneLetterWords(langTag(p.meta.htmlLang)), letter) && p.says(first) {
		return " ", true
	}
	return "", true
}

// says reports whether a word stands within a text of the page.
func (p *page) says(word string) bool {
	for i := range p.nodes {
		if p.nodes[i].tag == 0 && strings.Contains(p.nodes[i].n.Data, " "+word+" ") {
			return true
		}
	}
	return false
}
