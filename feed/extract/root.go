package extract

import (
	"slices"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// region finds the part of the page that holds the article's head and text:
// the smallest element around the headline with enough prose in it.
func (p *page) region(h1 int32) int32 {
	body := p.find(0, func(nd *node) bool { return nd.tag == atom.Body })
	if body < 0 {
		body = 0
	}
	total := p.nodes[body].good
	if h1 < 0 {
		return body
	}
	region := body
	p.up(h1, func(j int32) bool {
		nd := &p.nodes[j]
		switch {
		case nd.tag == atom.Body || nd.tag == atom.Html:
			return false
		case nd.tag == atom.Article && nd.good*10 >= total*3 && nd.good > 500,
			nd.good*10 >= total*6 && nd.good > 300,
			nd.marks&mArticle != 0 && nd.good*2 > total && nd.good > 500:
			region = j
			return false
		}
		return true
	})
	return region
}

// root goes down from the region to the element that holds the text: as long
// as one child has nearly all of the prose.
func (p *page) root(region int32) int32 {
	cur := region
	for p.clean(cur) > 0 {
		best := int32(-1)
		for j := cur + 1; j < p.nodes[cur].end; j = p.nodes[j].end {
			if p.nodes[j].tag != 0 && (best < 0 || p.clean(j) > p.clean(best)) {
				best = j
			}
		}
		if best < 0 || p.clean(best)*100 < p.clean(cur)*92 || p.nodes[best].tag == atom.P || p.nodes[best].tag == atom.Blockquote {
			return cur
		}
		cur = best
	}
	return cur
}

// clean is the prose of an element outside what is marked as noise.
func (p *page) clean(i int32) int32 { return p.nodes[i].good - p.nodes[i].noisy }

// asideText is an element with text of the article beside the root.
type asideText struct {
	at     int32
	module bool // of the same make as what holds the root: all of it counts
}

// beside finds text of the article that stands beside the element with nearly
// all of it: an opening or a last paragraph in a box of its own, or one of
// several boxes of one make.
func (p *page) beside(h, region, root int32) (before, behind []asideText) {
	around := region
	if root == region && p.nodes[region].parent >= 0 { // then only boxes of its own make
		around = p.nodes[region].parent
	}
	for j := around + 1; j < p.nodes[around].end; {
		if j != root && (p.within(root, j) || h > j && p.within(h, j)) {
			j++
			continue
		}
		if j != root {
			onPath := root // the child of j's parent that is the root or holds it
			for p.nodes[onPath].parent > p.nodes[j].parent {
				onPath = p.nodes[onPath].parent
			}
			t := asideText{j, p.nodes[onPath].parent == p.nodes[j].parent && p.sameMake(j, onPath)}
			switch {
			case j <= h || !t.module && (around != region || !p.isBeside(j)):
			case j < root:
				before = append(before, t)
			default:
				behind = append(behind, t)
			}
		}
		j = p.nodes[j].end
	}
	return before, behind
}

func (p *page) isBeside(j int32) bool {
	nd := &p.nodes[j]
	if nd.tag == 0 || nd.tag == atom.Aside || nd.flag&(fNoise|fUsed|fHidden) != 0 || nd.marks&(mSide|mAbout|mNote|mByline|mDate) != 0 {
		return false
	}
	return p.clean(j) >= 60 && nd.link*4 <= nd.text && p.clean(j)*2 >= nd.text
}

// sameMake reports whether two neighbours are boxes of one kind, as editing
// systems make them of each part of a text.
func (p *page) sameMake(j, k int32) bool {
	a, b := &p.nodes[j], &p.nodes[k]
	if a.tag != b.tag || a.tag == 0 || a.tag == atom.Article || a.tag == atom.Td || a.tag == atom.Li || a.flag&(fNoise|fUsed|fHidden) != 0 {
		return false
	}
	class := attr(a.n, "class")
	return class != "" && class == attr(b.n, "class") && a.text >= 40 && a.link*4 <= a.text && a.text < b.text && !p.cardShape(j) &&
		p.find(j, func(nd *node) bool { return nd.tag == atom.H1 || nd.tag == atom.Time || asksForMail(nd) }) < 0
}

// beside adds the text of elements beside the root; of those of another make
// only paragraphs that are long enough to be no small print.
func (b *builder) beside(elements []asideText, least int) {
	for _, t := range elements {
		from := len(b.pieces)
		b.node(t.at)
		b.flush()
		if t.module {
			continue
		}
		own := slices.DeleteFunc(b.pieces[from:], func(pc piece) bool {
			return pc.Kind != feed.Paragraph && pc.Kind != feed.List || len(pc.text) < least
		})
		b.pieces = b.pieces[:from+len(own)]
	}
}
