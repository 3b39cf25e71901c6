package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// box takes an element that stands beside the running text as what it is: a
// pull quote or a fact box. False leaves it to be read as text.
func (b *builder) box(i int32) bool {
	nd := &b.p.nodes[i]
	if b.role != feed.Ordinary || nd.text < 15 || nd.text*2 > b.p.nodes[b.root].text {
		return false // what holds most of the text is the text
	}
	switch {
	case nd.marks&mPull != 0 || nd.tag == atom.Aside && nd.marks&mQuote != 0:
		return nd.text < 700 && b.pull(i)
	case b.isFactBox(nd, i):
		from := len(b.pieces)
		b.role = feed.FactBox
		b.flow(i)
		b.role = feed.Ordinary
		closeBox(b.pieces[from:])
		return true
	}
	return false
}

// isFactBox reports whether an element is marked as a fact box, or
// is an aside with a heading of its own.
func (b *builder) isFactBox(nd *node, i int32) bool {
	switch {
	case nd.tag != atom.Aside && nd.tag != atom.Div && nd.tag != atom.Section:
		return false
	case nd.marks&mBox != 0:
		return true
	}
	return nd.tag == atom.Aside && b.p.find(i, func(nd *node) bool {
		return nd.tag == atom.H2 || nd.tag == atom.H3 || nd.tag == atom.H4 || nd.tag == atom.H5
	}) >= 0
}

// closeBox makes a subhead of a box's first line where it is a title that is no
// heading. A box of pictures only is none.
func closeBox(pieces []piece) {
	text := false
	for i := range pieces {
		k := pieces[i].Kind
		text = text || k != feed.Subhead && k != feed.Figure && k != feed.Rule && k != feed.Embed
	}
	for i := range pieces {
		if !text {
			pieces[i].Role = feed.Ordinary
		}
	}
	if len(pieces) < 2 || pieces[0].Kind != feed.Paragraph || pieces[1].Kind == feed.Subhead {
		return
	}
	pc := &pieces[0]
	if len(pc.text) > 120 || strings.HasSuffix(pc.text, ".") || pc.tag != atom.Summary && !allStrong(pc.Text) && pc.marks&(mHeadline|mSubhead) == 0 {
		return
	}
	pc.Kind = feed.Subhead
	pc.Text = feed.Plain(pc.text)
}

// pull takes a pull quote. Whether it repeats the text is seen when all of it is
// known, in dropKnown.
func (b *builder) pull(i int32) bool {
	b.flush()
	sub := builder{p: b.p, root: b.root, block: i, reading: b.reading, depth: b.depth, role: feed.PullQuote}
	sub.children(i)
	sub.flush()
	for k := range sub.pieces {
		if kind := sub.pieces[k].Kind; kind == feed.List || kind == feed.OrderedList || kind == feed.Table || kind == feed.Code {
			return false
		}
	}
	if text := quotation(sub.pieces); len(text) > 0 {
		b.add(piece{Block: feed.Block{Kind: feed.Quote, Role: feed.PullQuote, Text: text}, at: i, tag: b.p.nodes[i].tag})
	}
	return true
}

// repeats reports whether a pull quote, or a good part of it, stands in the
// text, of which body are the letters. Papers shorten what they pull out.
func repeats(quote, body string) bool {
	for part := range strings.FieldsFuncSeq(quote, func(r rune) bool { return strings.ContainsRune(".!?…\n[]", r) }) {
		if k := foldKey(part); len(k) > 20 && strings.Contains(body, k) {
			return true
		}
	}
	return false
}
