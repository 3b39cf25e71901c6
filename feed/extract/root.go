package extract

import "golang.org/x/net/html/atom"

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
	for {
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
}

// clean is the prose of an element outside what is marked as noise.
func (p *page) clean(i int32) int32 { return p.nodes[i].good - p.nodes[i].noisy }
