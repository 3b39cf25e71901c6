package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"depesche/feed"
	"depesche/feed/extract/lexicon"
)

// candidate is a visible line, picture or table of the page: what a reader would point at
// with a finger. Each gets one part.
type candidate struct {
	kind     kind
	at       int32 // the block it stands in; of a picture, its element
	from, to int32 // nodes: from the first of its texts to behind the last
	split    int32 // the inline element that holds it alone, where a line was cut into several; else 0
	text     string
	low      string // text in small letters
	runes    int    // of text; a letter of CJK counts as two
	words    int
	ink      int32 // bytes without blanks
	link     int32 // of these, in links
	strong   int32 // of these, in bold
	emph     int32 // of these, in italics
	links    int32 // how many links
	prose    bool
	reads    bool   // it is made of sentences
	letters  string // what key gives, once it was asked for
	address  string // of a picture
	wide     int    // of a picture, in pixels; 0: not said
	high     int
	alt      string
	says     lexicon.Places // which words of papers' own it has
	seen     []uint8        // its evidence: for each group of evidence.go the number of a value
}

// kind tells what a candidate is made of.
type kind uint8

const (
	aLine kind = iota
	aPicture
	aTable
	aCode
)

// maxCandidates bounds the work on hostile pages; real ones have some 300, front pages 3,000.
const maxCandidates = 12_000

// headingLine is the longest line that is cut where inline elements stand side by side in it:
// longer ones are prose, with a word or two set in bold.
const headingLine = 400

// collector walks over the measured page and makes candidates.
type collector struct {
	p    *page
	out  []candidate
	run  []int32 // texts of the line on its way
	at   int32   // block that the line stands in
	gaps int     // line breaks in a row behind the last text
	link int32   // that was counted last
}

// candidates gives the visible lines and pictures of the page in the order in which they stand.
func (p *page) candidates() []candidate {
	c := collector{p: p, at: -1}
	body := max(p.find(0, func(nd *node) bool { return nd.tag == atom.Body }), 0)
	for i := body; i < p.nodes[body].end && len(c.out) < maxCandidates; {
		i = c.node(i)
	}
	c.flush()
	return c.out
}

// node takes a node and gives the next one to look at.
func (c *collector) node(i int32) int32 {
	nd := &c.p.nodes[i]
	switch {
	case nd.tag == 0:
		c.words(i)
		return i + 1
	case nd.flag&fHidden != 0 && !mayHoldPicture(nd):
		return nd.end
	case nd.tag == atom.Br, nd.marks&mBreak != 0 && nd.tag != 0 && nd.text == 0 && nd.flag&fBlock == 0: // some systems set breaks as empty spans
		if c.gaps++; c.gaps > 1 || c.boldLine() {
			c.flush()
		}
		return i + 1
	case nd.tag == atom.Img || nd.tag == atom.Picture || nd.tag == atom.Noscript || isAmpImage(nd) || background(nd) != "":
		return c.picture(i)
	case nd.flag&fBlock != 0 && (&builder{p: c.p}).codeBox(i):
		c.whole(i, aCode)
		return nd.end
	case nd.tag == atom.Table && !(&builder{p: c.p}).layoutTable(i):
		c.whole(i, aTable)
		return nd.end
	case nd.tag == atom.Pre:
		c.whole(i, aCode)
		return nd.end
	}
	if nd.flag&fBlock != 0 {
		c.flush()
		c.at = i
	}
	return i + 1
}

// boldLine reports whether the line on its way is short and bold from its first letter to its last: a subhead
// that a line break parts from its text.
func (c *collector) boldLine() bool {
	size := int32(0)
	for _, i := range c.run {
		if size += c.p.nodes[i].text; size > shortBold || !c.p.isBold(i) {
			return false
		}
	}
	return size > 0
}

// shortBold is the longest bold line that may be a subhead, in bytes without blanks.
const shortBold = 140

func (p *page) isBold(i int32) bool {
	for j := p.nodes[i].parent; j > 0 && p.nodes[j].flag&fBlock == 0; j = p.nodes[j].parent {
		if t := p.nodes[j].tag; t == atom.Strong || t == atom.B {
			return true
		}
	}
	return false
}

func mayHoldPicture(nd *node) bool { return nd.tag == atom.Noscript || nd.tag == atom.Img }

func isAmpImage(nd *node) bool {
	return nd.tag == tagOther && (nd.n.Data == "amp-img" || nd.n.Data == "amp-image")
}

// words adds a text to the line on its way, or begins a new one where the block is another.
func (c *collector) words(i int32) {
	nd := &c.p.nodes[i]
	if nd.text == 0 {
		return
	}
	if at := max(c.p.blockOf(i), 0); at != c.at {
		c.flush()
		c.at = at
	}
	c.gaps = 0
	c.run = append(c.run, i)
}

// flush makes one candidate of the line on its way, or several where it is nothing but
// inline elements side by side.
func (c *collector) flush() {
	run := c.run
	c.run, c.gaps = c.run[:0], 0
	if len(run) == 0 {
		return
	}
	for _, part := range c.parts(run) {
		c.line(part)
	}
}

// parts cuts a line where elements stand side by side in it without words of their own between:
// a kicker and a headline in one heading, name and date in one line.
func (c *collector) parts(run []int32) []linePart {
	whole := []linePart{{run: run}}
	size := int32(0)
	for _, i := range run {
		size += c.p.nodes[i].text
	}
	if size > headingLine || len(run) < 2 || c.p.isItem(c.at) {
		return whole
	}
	top := c.at
	for { // one wrapper around everything is no part
		inner := c.p.childOf(top, run[0])
		if inner == run[0] || inner != c.p.childOf(top, run[len(run)-1]) {
			break
		}
		top = inner
	}
	var out []linePart
	for k := 0; k < len(run); {
		child := c.p.childOf(top, run[k])
		n := k
		for n < len(run) && c.p.childOf(top, run[n]) == child {
			n++
		}
		part := linePart{run: run[k:n]}
		if child != run[k] {
			part.element = child
		} else if !separator(c.p.nodes[run[k]].n.Data) && !isHeading(c.p.nodes[c.at].tag) {
			return c.trailing(whole, top)
		}
		out = append(out, part)
		k = n
	}
	elements := 0
	for _, part := range out {
		if part.element != 0 {
			elements++
		}
	}
	if c.p.dropsInitial(out) {
		return whole
	}
	if elements < 2 && !(isHeading(c.p.nodes[c.at].tag) && c.p.headingParts(out)) {
		return whole
	}
	return out
}

// dropsInitial reports whether the first part of a line is a letter set large, which belongs to the word behind it.
func (p *page) dropsInitial(parts []linePart) bool {
	if len(parts) < 2 {
		return false
	}
	_, letter := dropCap(p.nodes[parts[0].run[0]].n.Data)
	return letter && len(parts[0].run) == 1 && unicode.IsLower(firstRune(strings.TrimSpace(p.nodes[parts[1].run[0]].n.Data)))
}

// headingParts reports whether the first part of a heading is an element of its own and no
// word of the line: set apart by a blank and as good as a line.
func (p *page) headingParts(parts []linePart) bool {
	first := parts[0].element
	if first == 0 || len(parts) != 2 {
		return false
	}
	switch p.nodes[first].tag {
	case atom.Em, atom.I, atom.B, atom.Strong, atom.Q, atom.Cite, atom.Mark, atom.Code:
		return false
	}
	return true
}

// trailing cuts a caption's last element from it: in a figure a credit stands there.
func (c *collector) trailing(whole []linePart, top int32) []linePart {
	if !c.p.inCaption(c.at) {
		return whole
	}
	run := whole[0].run
	last := c.p.childOf(top, run[len(run)-1])
	k := len(run) - 1
	for k > 0 && c.p.childOf(top, run[k-1]) == last {
		k--
	}
	if k == 0 || last == run[len(run)-1] || c.p.nodes[last].tag == atom.A && c.p.nodes[last].text < 4 {
		return whole
	}
	return []linePart{{run: run[:k]}, {run: run[k:], element: last}}
}

// inCaption reports whether a block is, or stands in, the caption of a figure.
func (p *page) inCaption(i int32) bool {
	for j := i; j > 0; j = p.nodes[j].parent {
		switch p.nodes[j].tag {
		case atom.Figcaption, atom.Figure:
			return true
		case atom.Article, atom.Main, atom.Body:
			return false
		}
	}
	return false
}

// isItem reports whether a block is an item of a list, where a link is a word like others.
func (p *page) isItem(i int32) bool {
	return i >= 0 && (p.nodes[i].tag == atom.Dd || p.nodes[i].tag == atom.Td)
}

// childOf is the child of top that holds i.
func (p *page) childOf(top, i int32) int32 {
	for p.nodes[i].parent != top && p.nodes[i].parent > top {
		i = p.nodes[i].parent
	}
	return i
}

// separator reports whether a text only parts what stands beside it: "|", "·", a blank.
func separator(s string) bool { return strings.Trim(s, " \t\n\r\f\u00a0|·•/–—-,:›>»") == "" }

type linePart struct {
	run     []int32
	element int32 // the element that holds it; 0: none does
}

// line adds the candidate of a run of texts.
func (c *collector) line(part linePart) {
	p, run := c.p, part.run
	cand := candidate{kind: aLine, at: max(c.at, 0), from: run[0], to: run[len(run)-1] + 1, split: part.element}
	var b strings.Builder
	for k, i := range run {
		if k > 0 && p.brBetween(run[k-1], i) {
			b.WriteByte(' ')
		}
		b.WriteString(p.nodes[i].n.Data)
		c.weigh(&cand, i)
	}
	if cand.text = feed.Line(b.String()); separator(cand.text) {
		return
	}
	c.add(&cand)
}

// brBetween reports whether a line break stands between two texts of one block.
func (p *page) brBetween(i, j int32) bool {
	for k := i + 1; k < j; k++ {
		if nd := &p.nodes[k]; nd.tag == atom.Br || nd.tag != 0 && nd.flag&fBlock != 0 {
			return true
		}
	}
	return false
}

// weigh adds the measures of a text to a candidate.
func (c *collector) weigh(cand *candidate, i int32) {
	p := c.p
	nd := &p.nodes[i]
	cand.ink += nd.text
	cand.link += nd.link
	bold, italic, link := false, false, int32(-1)
	for j := nd.parent; j > 0 && j >= cand.at; j = p.nodes[j].parent {
		switch p.nodes[j].tag {
		case atom.Strong, atom.B:
			bold = true
		case atom.Em, atom.I, atom.Cite:
			italic = true
		case atom.A:
			link = j
		}
	}
	if bold {
		cand.strong += nd.text
	}
	if italic {
		cand.emph += nd.text
	}
	if link >= 0 && (cand.links == 0 || link != c.link) {
		cand.links++
		c.link = link
	}
}

// whole adds an element that is one candidate whatever stands in it: a table, code.
func (c *collector) whole(i int32, k kind) {
	c.flush()
	p := c.p
	nd := &p.nodes[i]
	if nd.text == 0 {
		return
	}
	cand := candidate{kind: k, at: i, from: i, to: nd.end, ink: nd.text, link: nd.link, text: cut(p.line(i), 2000)}
	c.add(&cand)
	c.at = -1
}

// picture adds a picture worth showing; gives the next node to look at.
func (c *collector) picture(i int32) int32 {
	p := c.p
	nd := &p.nodes[i]
	next := i + 1
	if nd.tag == atom.Noscript || nd.tag == atom.Picture && nd.text == 0 { // some set the caption in the <picture>
		next = nd.end
	}
	pic := p.picture(i)
	if pic == nil || pic.URL == "" || nd.flag&fHidden != 0 && nd.tag != atom.Noscript {
		return next
	}
	if n := len(c.out); n > 0 && c.out[n-1].kind == aPicture && samePicture(c.out[n-1].address, pic.URL) {
		return next // the same once more, for readers without scripts
	}
	if p.inProse(i) { // a sign in a sentence
		return next
	}
	c.flush()
	c.add(&candidate{kind: aPicture, at: i, from: i, to: next, address: pic.URL, wide: pic.Width, high: pic.Height, alt: pic.Alt, text: pic.Alt})
	c.at = -1
	return next
}

// inProse reports whether a small picture stands between the words of a paragraph.
func (p *page) inProse(i int32) bool {
	at := max(p.blockOf(i), 0)
	return p.nodes[at].tag == atom.P && p.nodes[at].own > 60 && atoi(attr(p.nodes[i].n, "width")) < small && atoi(attr(p.nodes[i].n, "width")) > 0
}

// proseRunes and proseInk are what a line needs to read like running text.
const (
	proseRunes = 60
	shortProse = 35 // with the end of a sentence
)

func (c *collector) add(cand *candidate) {
	for _, r := range cand.text {
		if cand.runes++; isWide(r) {
			cand.runes++
		}
	}
	for range strings.FieldsSeq(cand.text) {
		cand.words++
	}
	cand.low = strings.ToLower(cand.text)
	if cand.kind == aLine {
		cand.says = lexicon.Find(cand.text)
		cand.reads = readsLikeText(cand.text)
		tag := c.p.nodes[cand.at].tag
		long := cand.runes >= proseRunes || cand.runes >= shortProse && sentenceEnd(cand.text)
		cand.prose = long && cand.link*5 < cand.ink*2 && !isHeading(tag) && tag != atom.Figcaption && cand.reads
	}
	c.out = append(c.out, *cand)
}

// key is what foldKey gives of a candidate's text.
func (c *candidate) key() string {
	if c.letters == "" {
		c.letters = foldKey(c.text)
	}
	return c.letters
}

func isWide(r rune) bool {
	return r >= 0x2E80 && r <= 0xD7A3 || r >= 0xF900 && r <= 0xFAFF || r >= 0xFF00 && r <= 0xFF60
}

// readsLikeText reports whether a line is made of sentences: of many words in small letters, or, in
// a script without capitals, of many letters.
func readsLikeText(s string) bool {
	upper, caseless := 0, 0
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			if isLetter(byte(r)) {
				upper++
			}
		case unicode.IsUpper(r) || unicode.IsLower(r):
			upper++
		case unicode.IsLetter(r):
			caseless++
		}
	}
	if caseless > upper {
		return caseless > 20 && (sentenceEnd(s) || caseless > 60)
	}
	return isSentence(s)
}
