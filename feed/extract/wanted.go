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
	if isMedia(nd) {
		return b.reading.amid(i)
	}
	switch nd.tag {
	case atom.Hr:
		return b.reading.amid(i)
	case atom.Img, atom.Picture, atom.Noscript:
		return false
	case atom.Br:
		return true
	}
	if nd.text == 0 && nd.flag&fHidden == 0 || b.showsElsewhere(i, nd) {
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

// showsElsewhere reports whether an element amid the text brings something from elsewhere, whatever its words were
// taken for: a post, or a film with its title.
func (b *builder) showsElsewhere(i int32, nd *node) bool {
	switch nd.tag {
	case atom.Blockquote:
		return b.post(i) != "" && b.reading.amid(i)
	case atom.Figure:
		return nd.text < frameText && b.p.find(i, isMedia) >= 0 && b.reading.amid(i)
	}
	return false
}

// isMedia reports whether an element shows a film, a sound or another page.
func isMedia(nd *node) bool {
	switch nd.tag {
	case atom.Iframe, atom.Video, atom.Audio, atom.Embed, atom.Object:
		return true
	}
	return false
}
