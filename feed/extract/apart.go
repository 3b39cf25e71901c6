package extract

import (
	"golang.org/x/net/html/atom"
)

// What stands apart from the text, told by how its neighbours are set and by
// the picture it stands under.

// apart reports whether a block is of another kind than the prose that follows
// it: it stands in the head, not in the text.
func (p *page) apart(i int32) bool {
	nd := &p.nodes[i]
	class := attr(nd.n, "class")
	next := p.nextProse(nd.end)
	if next < 0 || nd.parent < 0 {
		return false
	}
	o := &p.nodes[next]
	other := attr(o.n, "class")
	if o.parent == nd.parent { // a first paragraph with a class of its own
		after := p.nextProse(o.end)
		return class != "" && class != other && nd.text < 500 && after >= 0 && attr(p.nodes[after].n, "class") == other && p.nodes[after].tag == nd.tag && !firstLetter().MatchString(class)
	}
	for range 3 { // a box may stand between two paragraphs of the text
		if p.sameKind(i, next) {
			return false
		}
		if next = p.nextProse(p.nodes[next].end); next < 0 {
			break
		}
	}
	return true
}

// sameKind reports whether two blocks are set alike: by tag and class, in
// elements of the same tag and class.
func (p *page) sameKind(i, j int32) bool {
	x, y := &p.nodes[i], &p.nodes[j]
	if x.tag != y.tag || attr(x.n, "class") != attr(y.n, "class") || x.parent < 0 || y.parent < 0 {
		return false
	}
	a, b := &p.nodes[x.parent], &p.nodes[y.parent]
	return a == b || a.tag == b.tag && attr(a.n, "class") == attr(b.n, "class")
}

// firstLetter is in the class of a first paragraph that differs in its initial only.
var firstLetter = lazy(`(?i)first|drop|initial|dcap`)

// nextProse is the first block of prose from j on, -1 when there is none.
func (p *page) nextProse(j int32) int32 {
	for ; j < int32(len(p.nodes)); j++ {
		o := &p.nodes[j]
		if o.flag&(fNoise|fHidden) != 0 {
			j = o.end - 1
			continue
		}
		if o.tag != 0 && o.good > 0 && o.flag&fProse == 0 {
			if _, out := p.weak(j); out {
				j = o.end - 1
				continue
			}
		}
		if o.flag&fProse != 0 && o.tag != atom.Li {
			return j
		}
	}
	return -1
}

// bodyLike reports whether a paragraph has brothers of its own kind: then it is
// the text's first paragraph, and no standfirst.
func (p *page) bodyLike(i int32) bool {
	nd := &p.nodes[i]
	class := attr(nd.n, "class")
	n := 0
	for j := nd.end; nd.parent >= 0 && j < p.nodes[nd.parent].end; j = p.nodes[j].end {
		if o := &p.nodes[j]; o.tag == nd.tag && attr(o.n, "class") == class && o.flag&fProse != 0 {
			n++
		}
	}
	return n > 0
}

// underPicture reports whether an element stands in a small box right behind a
// picture: a caption, whatever the box is called.
func (p *page) underPicture(i, h int32) bool {
	size := p.nodes[i].text
	under := false
	p.up(i, func(j int32) bool {
		if nd := &p.nodes[j]; nd.text > size+size/4+40 || nd.tag == atom.Body || p.within(h, j) {
			return false
		}
		between := int32(0)
		for k := i - 1; k > j && between < 40 && !under; k-- {
			if nd := &p.nodes[k]; nd.tag == 0 {
				between += nd.text
			}
			under = p.picturesIn(k, k+1)
		}
		return !under
	})
	return under
}

// picturesIn reports whether a picture worth showing stands among the nodes
// from i up to end.
func (p *page) picturesIn(i, end int32) bool {
	for ; i < end; i++ {
		if nd := &p.nodes[i]; nd.tag == atom.Img && nd.flag&fHidden == 0 && nd.above&mAbout == 0 && p.img(i) != nil {
			return true
		}
	}
	return false
}
