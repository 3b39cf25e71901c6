package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// What a <figure> frames that is no picture, or several.

// otherFigure reports whether a <figure> frames something else than pictures:
// a table, a quotation, code, a film.
func (b *builder) otherFigure(i int32) bool {
	return b.p.find(i, func(nd *node) bool {
		switch nd.tag {
		case atom.Table, atom.Blockquote, atom.Pre, atom.Iframe, atom.Ul, atom.Ol, atom.Video, atom.Audio:
			return true
		}
		return false
	}) >= 0 && b.p.find(i, func(nd *node) bool { return nd.tag == atom.Img }) < 0
}

// severalPictures reports whether a <figure> is a gallery in which each picture
// has its own caption.
func (b *builder) severalPictures(i int32) bool {
	pictures, captions := 0, 0
	b.p.each(i, func(j int32) bool {
		nd := &b.p.nodes[j]
		switch {
		case nd.flag&fHidden != 0 || nd.tag == 0:
			return false
		case nd.tag == atom.Img || nd.tag == atom.Picture:
			pictures++
			return false
		case nd.text > 0 && (nd.tag == atom.Figcaption || nd.flag&fBlock != 0 && nd.marks&mCaption != 0):
			captions++
			return false
		}
		return true
	})
	return pictures > 1 && captions > 1
}

// titled takes a figure that frames a table or a film: what stands under it
// is its title.
func (b *builder) titled(i int32) {
	at := b.p.find(i, func(nd *node) bool { return nd.tag == atom.Figcaption && nd.flag&fHidden == 0 })
	if at < 0 {
		b.flow(i)
		return
	}
	b.flush()
	from := len(b.pieces)
	b.p.nodes[at].flag |= fUsed
	b.flow(i)
	b.p.nodes[at].flag &^= fUsed
	for k := from; k < len(b.pieces); k++ {
		pc := &b.pieces[k]
		title, _ := splitCredit(b.p.line(at))
		switch {
		case title == "":
		case pc.Kind == feed.Table && len(pc.Text) == 0:
			pc.Text = feed.Plain(title)
			return
		case pc.Kind == feed.Embed && len(pc.Text) == 1:
			pc.Text[0].Text, pc.text = title, title
			return
		case pc.Kind == feed.Quote:
			pc.Text = append(pc.Text, feed.Span{Text: said + strings.TrimLeft(title, "–—- ")})
			pc.text = pc.Text.String()
			return
		}
	}
	b.pieces = b.pieces[:from] // nothing to title: all in its place
	b.flow(i)
}
