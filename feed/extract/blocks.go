package extract

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// piece is a block on probation: with what the rules want to know about it.
type piece struct {
	feed.Block
	at     int32 // element of the page
	tag    atom.Atom
	text   string // plain
	link   int    // bytes of it in links
	strong int    // bytes of it in bold
	marks  mark   // of the element and the ones it stands in, up to the root
	drop   string // the rule that dropped it
}

// builder turns a part of the tree into pieces, top to bottom.
type builder struct {
	p       *page
	root    int32
	pieces  []piece
	run     []feed.Span
	gaps    []int // positions in run where a line was broken, as index of the span that follows
	block   int32
	style   feed.Style
	link    string
	anchor  bool        // inside a link, be its address good or not
	linked  int         // bytes of the run inside links
	spans   []feed.Span // room for the texts of one span, which most are
	depth   int
	inItem  bool // in a list's item: the lists in it are taken by themselves
	role    feed.Role
	taken   part     // of the run
	reading *reading // which text is part of the article; nil: all of it
}

func (b *builder) node(i int32) {
	nd := &b.p.nodes[i]
	if b.reading != nil && !b.wanted(i, nd) {
		return
	}
	if nd.tag == 0 {
		if nd.flag&(fHidden|fUI) == 0 {
			b.text(nd.n.Data)
		}
		return
	}
	if nd.flag&(fHidden|fUsed) == fUsed && len(b.p.marksAt) > 0 && nd.tag != atom.A {
		if n := b.p.marksAt[nd.n]; n > 0 {
			b.sideMark(n)
		}
	}
	if nd.flag&(fHidden|fUsed) != 0 || b.depth > maxDepth {
		return
	}
	if nd.flag&fUI != 0 && nd.tag != atom.Button {
		return
	}
	b.depth++
	b.element(i, nd)
	b.depth--
}

// breakAt ends the run where a block was left out.
func (b *builder) breakAt(nd *node) {
	if nd.flag&fBlock != 0 {
		b.flush()
	}
}

func (b *builder) element(i int32, nd *node) {
	switch nd.tag {
	case atom.Br:
		b.br()
	case atom.Hr:
		b.flush()
		b.add(piece{Block: feed.Block{Kind: feed.Rule}, at: i, tag: nd.tag})
	case atom.Figure, atom.Picture, atom.Img:
		b.figure(i)
	case atom.Ul, atom.Ol, atom.Menu:
		if !b.inItem {
			b.list(i)
		}
	case atom.Dl:
		b.definitions(i)
	case atom.Dt:
		old := b.style
		b.style |= feed.Strong
		b.flow(i)
		b.style = old
	case atom.Table:
		b.table(i)
	case atom.Pre:
		b.pre(i)
	case atom.Blockquote:
		b.quote(i)
	case atom.Iframe, atom.Video, atom.Audio, atom.Embed, atom.Object:
		b.embed(i)
	default:
		switch {
		case b.phrase(i, nd):
		case nd.flag&fBlock == 0:
			b.inlineElement(i, nd)
		case b.codeBox(i), b.box(i):
		case b.reading == nil && b.mayFrame(nd) && b.pictureBox(i):
		default:
			b.flow(i)
		}
	}
}

// phrase takes an element that says how a part of a sentence is set; false for another.
func (b *builder) phrase(i int32, nd *node) bool {
	switch nd.tag {
	case atom.Strong, atom.B:
		b.styled(i, feed.Strong)
	case atom.Em, atom.I, atom.Cite:
		b.styled(i, feed.Emphasis)
	case atom.Code, atom.Kbd, atom.Samp, atom.Tt:
		if nd.tag == atom.Code && b.codeAlone(i) {
			b.code(i)
			return true
		}
		b.styled(i, feed.CodeStyle)
	case atom.S, atom.Strike, atom.Del:
		b.styled(i, feed.Struck)
	case atom.Sup, atom.Sub:
		b.script(i, nd.tag == atom.Sup)
	case atom.Rt, atom.Rtc:
		b.ruby(i)
	case atom.Rp: // the brackets that ruby writes itself
	case atom.A:
		if n := b.p.marksAt[nd.n]; n > 0 {
			b.mark(i, n)
			return true
		}
		old := b.link
		if href := b.p.address(attr(nd.n, "href")); href != "" {
			b.link = href
		}
		in := b.anchor
		b.anchor = true
		b.children(i)
		b.link, b.anchor = old, in
	case atom.Q:
		b.quoted(i)
	default:
		return false
	}
	return true
}

// inlineElement takes an element without a meaning of its own in a line.
func (b *builder) inlineElement(i int32, nd *node) {
	switch {
	case nd.tag == tagOther && b.player(i):
	case nd.text > 0 && b.pictureSpan(i):
	case nd.text == 0 && nd.marks&mBreak != 0:
		b.br()
	case nd.marks&mBold != 0 && nd.tag == atom.Span:
		b.styled(i, feed.Strong)
	default:
		b.children(i)
	}
}

const smallFrame = 400 // bytes of text in a <div> around a picture

// mayFrame reports whether a block is marked as a picture, or is a small <div> without links.
func (b *builder) mayFrame(nd *node) bool {
	if nd.marks&(mFigure|mGallery|mVideo) != 0 {
		return true
	}
	return nd.tag == atom.Div && nd.link == 0 && nd.text > 0 && nd.text < smallFrame
}

func (b *builder) children(i int32) {
	for j := i + 1; j < b.p.nodes[i].end; j = b.p.nodes[j].end {
		b.node(j)
	}
}

func (b *builder) styled(i int32, s feed.Style) {
	old := b.style
	b.style |= s
	b.children(i)
	b.style = old
}

func (b *builder) text(s string) {
	if s == "" {
		return
	}
	if strings.TrimLeft(s, " \t\r\n\f") == "" && len(b.run) == 0 {
		return
	}
	if b.anchor {
		b.linked += len(strings.TrimSpace(s))
	}
	b.run = append(b.run, feed.Span{Text: s, Style: b.style, Link: b.link})
}

func (b *builder) br() {
	if len(b.run) > 0 {
		b.gaps = append(b.gaps, len(b.run))
	}
}

// flush makes pieces of the run: one, or several where lines were broken twice.
func (b *builder) flush() {
	if len(b.run) == 0 {
		b.gaps = b.gaps[:0]
		return
	}
	run, gaps, linked := b.run, b.gaps, b.linked
	b.run, b.gaps, b.linked = run[:0], gaps[:0], 0 // what is made of them is a copy
	if b.isVerse(run, gaps) {
		b.verse(versesOf(run, gaps))
		return
	}
	start, first := 0, 0 // of the part, and the gap that is the first in it
	lines := b.brParagraphs(run, gaps)
	for g := 0; g < len(gaps); g++ {
		at := gaps[g]
		double := g+1 < len(gaps) && blankSpans(run[at:gaps[g+1]])
		if (double || lines) && at > start {
			b.part(run[start:at], gaps[first:g], start)
			start, first = at, g+1
		} else if at < len(run) && at > 0 {
			run[at-1].Text += " "
		}
	}
	if start > 0 { // the links were not counted line by line
		linked = 0
	}
	b.emit(run[start:], linked)
}

// part makes a piece of a run's part from the span at start on, as verse or as a paragraph.
func (b *builder) part(run []feed.Span, gaps []int, start int) {
	own := make([]int, 0, len(gaps))
	for _, at := range gaps {
		if at > start {
			own = append(own, at-start)
		}
	}
	if b.isVerse(run, own) {
		b.verse(versesOf(run, own))
		return
	}
	b.emit(run, 0)
}

// brParagraphs reports whether single line breaks part paragraphs here: in a
// block that is no <p>, has many of them, and whose lines end like sentences.
func (b *builder) brParagraphs(run []feed.Span, gaps []int) bool {
	if len(gaps) < 2 || b.block < 0 || b.p.nodes[b.block].tag == atom.P && len(gaps) < 6 {
		return false
	}
	ends, lines, start, size := 0, 0, 0, 0
	for _, at := range append(gaps, len(run)) {
		if at <= start {
			continue
		}
		s := strings.TrimSpace(feed.Text(run[start:at]).String())
		start = at
		if s == "" {
			continue
		}
		lines++
		size += len(s)
		if sentenceEnd(s) {
			ends++
		}
	}
	return lines > 2 && ends*3 >= lines*2 && size/lines > 100
}

func blankSpans(s []feed.Span) bool {
	for _, x := range s {
		if strings.TrimSpace(x.Text) != "" {
			return false
		}
	}
	return true
}

func (b *builder) emit(run []feed.Span, linked int) {
	t := b.tidy(run)
	if len(t) == 0 {
		return
	}
	at := max(b.block, 0)
	if len(b.pieces) < 8 {
		joinInitial(t, b.p.lang)
	}
	pc := piece{at: at, tag: b.p.nodes[at].tag, Block: feed.Block{Text: t}}
	pc.link = linked
	subhead := isHeading(pc.tag)
	if b.reading != nil {
		subhead = b.taken == partSubhead
	}
	if subhead {
		pc.Kind = feed.Subhead
		for i := range pc.Text {
			pc.Text[i].Style = 0
		}
		pc.Text = b.tidy(pc.Text)
	}
	b.add(pc)
}

// add finishes a piece's measures.
func (b *builder) add(pc piece) {
	if pc.text == "" {
		pc.text = pc.Text.String()
	}
	links := 0
	for _, s := range pc.Text {
		if s.Link != "" {
			links += len(s.Text)
		}
		if s.Style&feed.Strong != 0 {
			pc.strong += len(strings.TrimSpace(s.Text))
		}
	}
	pc.link = max(pc.link, links)
	if pc.Role == feed.Ordinary {
		pc.Role = b.role
	}
	nd := &b.p.nodes[pc.at]
	pc.marks = nd.marks
	for j := nd.parent; j >= 0 && j >= b.root; j = b.p.nodes[j].parent {
		if j != b.root {
			pc.marks |= b.p.nodes[j].marks
		}
	}
	b.pieces = append(b.pieces, pc)
}

// tidy is the function of that name, with room for the short texts of a page.
func (b *builder) tidy(run []feed.Span) feed.Text {
	if !isTidy(run) {
		return tidied(run)
	}
	if len(b.spans) == cap(b.spans) {
		b.spans = make([]feed.Span, 0, min(2*cap(b.spans)+1, 16))
	}
	n := len(b.spans)
	b.spans = append(b.spans, run[0])
	return b.spans[n : n+1 : n+1]
}

// tidy cleans a run: white space collapsed over the spans, controls dropped,
// equal neighbours joined.
func tidy(run []feed.Span) feed.Text {
	if isTidy(run) {
		return feed.Text{run[0]}
	}
	return tidied(run)
}

// isTidy reports a run that is as it should be: most paragraphs are.
func isTidy(run []feed.Span) bool {
	return len(run) == 1 && run[0].Text != "" && feed.IsLine(run[0].Text)
}

func tidied(run []feed.Span) feed.Text {
	t := tidier{out: make(feed.Text, 0, len(run))}
	for _, s := range run {
		t.add(s)
	}
	t.end()
	out := t.out
	for len(out) > 0 {
		if out[0].Text = strings.TrimLeft(out[0].Text, " \u00a0\u202f"); out[0].Text != "" {
			break
		}
		out = out[1:]
	}
	for n := len(out); n > 0; n = len(out) {
		if out[n-1].Text = strings.TrimRight(out[n-1].Text, " \u00a0\u202f"); out[n-1].Text != "" {
			break
		}
		out = out[:n-1]
	}
	return out
}

// tidier builds a clean text span by span.
type tidier struct {
	out  feed.Text
	buf  strings.Builder
	cur  feed.Span // style and link of what is in buf
	gap  bool      // white space is due before the next character
	some bool      // anything was written
}

func (t *tidier) add(s feed.Span) {
	if t.buf.Len() > 0 && (s.Style != t.cur.Style || s.Link != t.cur.Link) {
		if t.gap && (s.Link != "" || s.Style&feed.Struck != 0) { // the blank before a link is no part of it, nor is it struck out
			t.buf.WriteByte(' ')
			t.gap = false
		}
		t.end()
	}
	t.cur = feed.Span{Style: s.Style, Link: s.Link}
	text := feed.Clean(s.Text)
	for k := 0; k < len(text); {
		c := text[k]
		if c <= ' ' {
			t.gap = true
			k++
			continue
		}
		n := 1
		if c >= utf8.RuneSelf {
			var r rune
			if r, n = utf8.DecodeRuneInString(text[k:]); r == 0x2028 || r == 0x2029 {
				t.gap = true
				k += n
				continue
			} else if r == 0x200B || r == 0xFEFF {
				k += n
				continue
			}
		}
		if t.gap && t.some {
			t.buf.WriteByte(' ')
		}
		t.gap = false
		end := k + n
		for end < len(text) && text[end] > ' ' && text[end] < utf8.RuneSelf {
			end++
		}
		t.buf.WriteString(text[k:end])
		t.some = true
		k = end
	}
}

// end closes the span that is being built.
func (t *tidier) end() {
	if t.buf.Len() > 0 {
		t.cur.Text = t.buf.String()
		t.out = append(t.out, t.cur)
		t.buf.Reset()
	}
}
