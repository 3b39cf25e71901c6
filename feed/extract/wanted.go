package extract

import (
	"golang.org/x/net/html/atom"
)

// wanted reports whether a node has a place in the text, as the page was read; a picture of the text
// is taken here.
func (b *builder) wanted(i int32, nd *node) bool {
	p := b.p
	if pic := p.pics[i]; pic != nil {
		delete(p.pics, i)
		b.cutRun()
		b.addFigure(i, pic)
		return false
	}
	if nd.tag == 0 {
		if nd.text == 0 {
			return true
		}
		part := p.taken[i]
		if !part.isText() {
			return false
		}
		if part != b.taken && len(b.run) > 0 {
			b.flush()
		}
		b.taken = part
		return true
	}
	switch nd.tag {
	case atom.Iframe, atom.Video, atom.Audio, atom.Embed, atom.Object, atom.Hr:
		return b.reading.amid(i)
	case atom.Img, atom.Picture, atom.Noscript:
		return false
	case atom.Br:
		return true
	}
	if nd.text == 0 && nd.flag&fHidden == 0 {
		return true
	}
	from, to := b.reading.span(i)
	if to == from {
		return true
	}
	if b.reading.holdsText(i) {
		return true
	}
	b.breakAt(nd)
	for j := i + 1; j < nd.end; j++ { // a frame in a box without words of the text
		if pic := p.pics[j]; pic != nil {
			delete(p.pics, j)
			b.addFigure(j, pic)
		}
	}
	return false
}
