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

// beside finds text of the article that stands beside the element with nearly
// all of it: an opening or a last paragraph in a box of its own.
func (p *page) beside(h, region, root int32) (before, behind []int32) {
	for j := region + 1; j < p.nodes[region].end; {
		if j != root && (p.within(root, j) || h > j && p.within(h, j)) {
			j++
			continue
		}
		if j != root && p.isBeside(h, j) {
			if j < root {
				before = append(before, j)
			} else {
				behind = append(behind, j)
			}
		}
		j = p.nodes[j].end
	}
	return before, behind
}

func (p *page) isBeside(h, j int32) bool {
	nd := &p.nodes[j]
	switch {
	case nd.tag == 0 || nd.tag == atom.Aside || nd.flag&(fNoise|fUsed|fHidden) != 0,
		nd.marks&(mSide|mAbout|mNote|mByline|mDate) != 0,
		j <= h:
		return false
	}
	return p.clean(j) >= 60 && nd.link*4 <= nd.text && p.clean(j)*2 >= nd.text
}

// beside adds the paragraphs of elements beside the root that are long enough
// to be no small print.
func (b *builder) beside(elements []int32, least int) {
	for _, j := range elements {
		from := len(b.pieces)
		b.node(j)
		b.flush()
		own := slices.DeleteFunc(b.pieces[from:], func(pc piece) bool {
			return pc.Kind != feed.Paragraph && pc.Kind != feed.List || len(pc.text) < least
		})
		b.pieces = b.pieces[:from+len(own)]
	}
}
