package extract

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// judge marks what prose stands in noise, now that the headline is known.
func (p *page) judge(h1 int32) {
	if len(p.nodes) == 0 {
		return
	}
	total := p.nodes[0].good
	for i := len(p.nodes) - 1; i > 0; i-- {
		nd := &p.nodes[i]
		if nd.tag == 0 {
			continue
		}
		if nd.marks&mCaption != 0 && nd.tag != atom.Figcaption && nd.good > 300 && p.proseIn(int32(i)) > 1 {
			p.unmark(int32(i), mCaption) // "image-text": a picture with text beside it
		}
		if p.isNoise(int32(i), h1, total) {
			nd.flag |= fNoise
			nd.noisy = nd.good
		}
		if nd.parent >= 0 {
			p.nodes[nd.parent].noisy += nd.noisy
		}
	}
}

// isNoise reports whether an element is by its own marks no part of the
// article. What holds the headline or most of the page's prose is not thrown
// away for a class name.
func (p *page) isNoise(i, h1, total int32) bool {
	nd := &p.nodes[i]
	if nd.flag&fKept != 0 || p.holdsKept(i) {
		return false
	}
	if p.within(h1, i) || nd.tag == atom.Body || nd.tag == atom.Html || nd.tag == atom.Main {
		return false
	}
	if nd.marks&noise == 0 && nd.tag != atom.Nav && nd.tag != atom.Footer && nd.tag != atom.Form && nd.tag != atom.Menu {
		return false
	}
	if nd.marks&(mComment|mRelated|mFoot|mNav) != 0 || nd.tag == atom.Nav || nd.tag == atom.Footer {
		if nd.good*100 > total*85 {
			return false
		}
	} else if nd.good*100 > total*40 {
		return false
	}
	if nd.marks&mBody != 0 && nd.good > 600 || nd.marks&noise&^(mTool|mTags) == 0 && nd.tag != atom.Nav && p.proseIn(i) > 2 {
		return false
	}
	if nd.marks&noise&^(mShare|mNav|mTool|mTags|mCrumb) == 0 && nd.tag != atom.Nav && nd.good > 300 && nd.link*4 < nd.text { // a bar has no prose
		return false
	}
	if nd.marks&noise == mRelated && nd.good > 600 && nd.link*10 < nd.text && p.proseIn(i) > 1 { // "read more": the rest of the text, folded away
		return false
	}
	if isHeading(nd.tag) && nd.marks&noise == mTool && nd.end < int32(len(p.nodes)) && p.nodes[nd.end].good > 0 { // it folds the text below it out
		return false
	}
	if nd.marks&noise == mTool && len(p.codeBelow(i)) > 0 { // a frame around code with its buttons
		return false
	}
	if nd.tag == atom.Blockquote && nd.marks&mEmbed != 0 || nd.tag == atom.Footer && p.parentTag(i) == atom.Blockquote {
		return false
	}
	if nd.marks&noise == mDialog && p.find(i, func(nd *node) bool { return nd.tag == atom.Figcaption }) >= 0 {
		return false
	}
	switch {
	case nd.tag == atom.P && nd.flag&fProse != 0 && nd.own > 150:
		return nd.marks&(mAd|mNewsletter|mConsent|mComment) != 0
	case nd.flag&fBlock == 0 && p.inSentence(i):
		return false
	case nd.tag == atom.Span || nd.tag == atom.Em || nd.tag == atom.Strong || nd.tag == atom.I || nd.tag == atom.B || nd.tag == atom.A:
		return nd.marks&(mShare|mAd|mNewsletter|mComment|mCrumb|mRelated|mNav|mTool) != 0 && nd.text < 400
	case nd.marks&noise&^(mTool|mTags) == 0 && nd.marks&(mFigure|mGallery) != 0 && nd.good < 200:
		return false
	}
	return true
}

// weak reports whether an element inside the text is left out for a doubtful
// mark together with its shape.
func (p *page) weak(i int32) (string, bool) {
	nd := &p.nodes[i]
	m := nd.marks
	if nd.flag&fBlock == 0 || nd.flag&fKept != 0 || p.holdsKept(i) {
		return "", false
	}
	dense := nd.link*2 > nd.text && nd.text > 0
	switch {
	case nd.tag == atom.Aside || m&mSide != 0:
		if m&(mQuote|mBox|mFigure) != 0 && !dense {
			return "", false
		}
		if nd.good > 200 && nd.link*4 < nd.text {
			return "", false
		}
		return "aside", !p.holdsFigure(i) || dense
	case m&mTeaser != 0:
		if nd.tag == atom.Figure || nd.tag == atom.Picture || p.find(i, func(nd *node) bool { return nd.tag == atom.Figcaption }) >= 0 && !dense {
			return "", false
		}
		if dense || nd.link*4 > nd.text || p.linkedPicture(i) {
			return "teaser", true
		}
	case nd.tag != atom.P && nd.text < 700 && m&mBody == 0 && p.find(i, asksForMail) >= 0 && p.proseIn(i) < 3:
		return "form", true
	case m&mAbout != 0 && nd.text < 1500:
		return "about the author", true
	case nd.tag == atom.Article && nd.above&mArticle == 0 && dense:
		return "teaser article", true
	case nd.tag != atom.P && nd.tag != atom.Figure && nd.text >= 15 && nd.text < 700 && p.cardShape(i) && p.proseIn(i) < 3:
		return "card that leads to another article", true
	}
	if nd.tag != atom.P && nd.tag != atom.Li && nd.text > 30 && nd.link*10 > nd.text*8 && nd.good == 0 && p.blocksIn(i) > 1 && !(p.holdsFigure(i) && p.ownGallery(i)) {
		return "links", true
	}
	return "", false
}

// asksForMail reports whether an element is a form or a field for an address.
func asksForMail(nd *node) bool {
	return nd.tag == atom.Form || nd.tag == atom.Input && attr(nd.n, "type") == "email"
}

// cardShape reports whether a small element has the shape of a teaser: a
// heading that is a link, or a picture and a text that are links to one page.
func (p *page) cardShape(i int32) bool {
	nd := &p.nodes[i]
	if nd.link == 0 || nd.tag == atom.Header || p.find(i, func(nd *node) bool {
		return nd.tag == atom.Figcaption || nd.tag == atom.Time || nd.tag == atom.H1
	}) >= 0 {
		return false
	}
	picture := ""
	for j := i + 1; j < nd.end; j++ {
		c := &p.nodes[j]
		switch c.tag {
		case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			if c.text > 15 && c.link*10 >= c.text*9 && p.leadsAway(j) {
				return true
			}
		case atom.A:
			href := attr(c.n, "href")
			if href == "" || href[0] == '#' || imageName().MatchString(href) {
				continue
			}
			if c.text == 0 && p.find(j, func(nd *node) bool { return nd.tag == atom.Img }) >= 0 {
				picture = href
			} else if c.text > 15 && href == picture {
				return true
			}
		}
	}
	return false
}

// leadsAway reports whether a link below i leads to another page, and does not
// only fold something in or out.
func (p *page) leadsAway(i int32) bool {
	if p.nodes[i].flag&fLink != 0 { // it stands in the link
		return true
	}
	return p.find(i, func(nd *node) bool {
		href := strings.TrimSpace(attr(nd.n, "href"))
		return nd.tag == atom.A && href != "" && href[0] != '#' && !strings.HasPrefix(strings.ToLower(href), "javascript:")
	}) >= 0
}

// blocksIn counts the blocks with text of their own below i, up to 3.
func (p *page) blocksIn(i int32) int {
	n := 0
	for j := i + 1; j < p.nodes[i].end && n < 3; j++ {
		if p.nodes[j].flag&fBlock != 0 && p.nodes[j].own > 0 {
			n++
		}
	}
	return n
}

// proseIn counts the paragraphs with prose below i, up to 3.
func (p *page) proseIn(i int32) int {
	n := 0
	for j := i + 1; j < p.nodes[i].end && n < 3; j++ {
		if p.nodes[j].tag == atom.P && p.nodes[j].flag&fProse != 0 {
			n++
		}
	}
	return n
}

// unmark takes a mark from an element, and from what stands in it.
func (p *page) unmark(i int32, m mark) {
	p.nodes[i].marks &^= m
	for j := i + 1; j < p.nodes[i].end; j++ {
		p.nodes[j].above &^= m
	}
}

func (p *page) holdsFigure(i int32) bool {
	return p.find(i, func(nd *node) bool { return nd.tag == atom.Figure || nd.tag == atom.Img }) >= 0
}

// linkedPicture reports whether a picture below i is a link with text: the
// shape of a teaser.
func (p *page) linkedPicture(i int32) bool {
	return p.find(i, func(nd *node) bool { return nd.tag == atom.Img && nd.flag&fLink != 0 }) >= 0
}
