package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// standfirst finds the summary between headline and text and the element that
// shows it, -1 when there is none. root is the element of the text.
func (p *page) standfirst(h, region, root int32, titles, descriptions []string) (string, int32) {
	if h < 0 {
		return "", -1
	}
	prose, blocks := 0, 0
	limit := p.nodes[region].end
	for j := p.nodes[h].end; j < limit && blocks < 40 && prose < 2; j++ {
		nd := &p.nodes[j]
		if nd.tag == 0 {
			continue
		}
		if p.noStandfirst(nd) {
			if nd.marks&mShare == 0 || p.find(j, func(c *node) bool { return c.marks&mStandfirst != 0 && c.text >= 20 }) < 0 {
				j = nd.end - 1
			}
			continue
		}
		if p.markedStandfirst(j, h) && !p.titleLike(j, h, titles) && !p.multi(j) {
			return p.summary(j), j
		}
		if nd.own == 0 || nd.flag&fBlock == 0 {
			continue
		}
		blocks++
		if nd.own < 20 || nd.text > 1200 || nd.marks&(mByline|mDate|mTags) != 0 && nd.text < 200 {
			continue
		}
		if p.unmarkedStandfirst(j, h, root, prose, titles, descriptions) {
			return p.summary(j), j
		}
		if nd.flag&fProse != 0 {
			prose++
		}
	}
	return "", -1
}

// summary is the text of a standfirst without what stands in it beside: the
// byline, a form, a box of the newsletter.
func (p *page) summary(i int32) string {
	var b strings.Builder
	for j := i; j < p.nodes[i].end; j++ {
		nd := &p.nodes[j]
		switch {
		case nd.flag&(fHidden|fUI) != 0:
		case nd.tag == 0:
			b.WriteString(nd.n.Data)
		case j > i && nd.text > 0 && nd.text*2 < p.nodes[i].text && (nd.flag&fNoise != 0 || nd.marks&(mNewsletter|mByline) != 0 && nd.flag&fBlock != 0):
			b.WriteByte(' ')
			j = nd.end - 1
		case nd.tag == atom.Br || nd.flag&fBlock != 0:
			b.WriteByte(' ')
		}
	}
	return feed.Line(b.String())
}

// noStandfirst reports whether neither an element nor what is in it can be a standfirst.
func (p *page) noStandfirst(nd *node) bool {
	if nd.flag&(fHidden|fUI) != 0 || nd.marks&mConsent != 0 {
		return true
	}
	switch nd.tag {
	case atom.Figure, atom.Nav, atom.Aside, atom.Form, atom.Figcaption:
		return true
	}
	if nd.marks&mStandfirst != 0 && nd.marks&(mRelated|mComment|mAd|mNewsletter|mFigure) == 0 {
		return false
	}
	return nd.flag&fNoise != 0 && nd.marks&noise&^mFoot != 0 ||
		nd.marks&(mRelated|mShare|mCaption|mCredit|mAbout|mComment|mVideo|mAd|mNewsletter) != 0 && nd.text < 3000
}

// markedStandfirst reports whether an element is marked as standfirst and has its size.
func (p *page) markedStandfirst(j, h int32) bool {
	nd := &p.nodes[j]
	return nd.marks&mStandfirst != 0 && nd.marks&(mCaption|mByline|mRelated|mShare|mNewsletter|mAd) == 0 && !p.inFigure(j, h) &&
		nd.text >= 20 && nd.text < 1200 && (nd.flag&fBlock != 0 || nd.own >= 20) && nd.link*2 < nd.text && !(nd.tag == atom.H3 && nd.text < 60)
}

// inFigure reports whether an element belongs to a picture: a near ancestor, one
// with little more text, says so.
func (p *page) inFigure(i, h int32) bool {
	size := p.nodes[i].text
	in := false
	p.up(i, func(j int32) bool {
		nd := &p.nodes[j]
		if nd.text > 2*size+200 || p.within(h, j) {
			return false
		}
		in = nd.tag == atom.Figure || nd.marks&(mFigure|mGallery|mCaption) != 0
		return !in
	})
	return in
}

// unmarkedStandfirst finds a standfirst by its place and looks: a long second
// heading, a bold first paragraph, the page's own description, or the only
// sentence between headline and text.
func (p *page) unmarkedStandfirst(j, h, root int32, prose int, titles, descriptions []string) bool {
	nd := &p.nodes[j]
	text := p.line(j)
	if prose > 0 || nd.link*2 > nd.text || p.inFigure(j, h) || len(text) < 40 || isCredit(text) || p.titleLike(j, h, titles) {
		return false
	}
	switch {
	case nd.tag == atom.H2:
		kicker, _ := p.splitHeadline(j)
		return len(text) > 50 && len(text) < 1100 && kicker == ""
	case nd.tag == atom.H3, nd.tag == atom.Li, nd.tag == atom.Figcaption, len(text) > 900:
		return false
	case (sentenceEnd(text) || isSentence(text) && prose == 0 && p.near(h, j)) && p.apart(j) && !dateLike().MatchString(cut(text, 30)):
		return true
	}
	return p.allBold(j) || described(text, descriptions) && !p.bodyLike(j)
}

// multi reports whether an element that is marked as summary holds more than
// one thing: headings, figures, many paragraphs.
func (p *page) multi(i int32) bool {
	n := 0
	for j := i + 1; j < p.nodes[i].end; j++ {
		nd := &p.nodes[j]
		if nd.text == 0 {
			continue
		}
		if nd.marks&(mCaption|mCredit) != 0 {
			return true
		}
		switch nd.tag {
		case atom.H1, atom.H2, atom.Figure, atom.Article, atom.Time:
			return true
		case atom.P:
			if nd.own > 0 {
				n++
			}
		}
	}
	return n > 5
}

// titleLike reports whether an element only repeats the headline.
func (p *page) titleLike(i, h int32, titles []string) bool {
	text := p.line(i)
	most := 0.75
	if p.nodes[i].tag == atom.H2 { // where the h1 is made for search engines, the h2 is the headline as printed
		most = 0.45
	}
	if likeness(text, p.line(h)) > most {
		return true
	}
	for _, t := range titles {
		if likeness(text, t) > most {
			return true
		}
	}
	return false
}

func (p *page) allBold(i int32) bool {
	if p.nodes[i].marks&mBold != 0 {
		return true
	}
	bold := int32(0)
	for j := i + 1; j < p.nodes[i].end; j++ {
		if nd := &p.nodes[j]; nd.tag == atom.Strong || nd.tag == atom.B {
			bold += nd.text
			j = nd.end - 1
		}
	}
	return bold > 0 && bold*100 >= p.nodes[i].text*97
}

// near reports whether no more than two blocks with text stand between the
// headline and an element.
func (p *page) near(h, i int32) bool {
	n := 0
	for j := p.nodes[h].end; j < i; j++ {
		if nd := &p.nodes[j]; nd.flag&fBlock != 0 && nd.flag&fHidden == 0 && nd.own > 0 {
			n++
		}
	}
	return n <= 2
}

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

// described reports whether a text is what the page's description says.
func described(text string, descriptions []string) bool {
	t := foldKey(text)
	for _, d := range descriptions {
		k := foldKey(strings.TrimRight(d, ". …"))
		if len(k) < 20 || len(t) < 20 {
			continue
		}
		if n := min(len(k), len(t), 120); k[:n] == t[:n] || n > 40 && (strings.Contains(k, t) || strings.Contains(t, k)) {
			return true
		}
	}
	return false
}

// keyPoints takes a list of sentences that stands above the first paragraph as
// the standfirst of an article that has no other.
func (p *page) keyPoints(pieces []piece, a *feed.Article) {
	if a.Standfirst != "" {
		return
	}
	for i := range pieces {
		pc := &pieces[i]
		switch {
		case pc.drop != "" || pc.Kind == feed.Figure || pc.Kind == feed.Subhead:
			continue
		case pc.Kind != feed.List || len(pc.Items) < 2 || len(pc.Items) > 6 || pc.link*4 > len(pc.text):
			if len(pc.text) > 60 {
				return
			}
			continue
		}
		all := make([]string, 0, len(pc.Items))
		for _, it := range pc.Items {
			s := it.String()
			if len(s) < 30 || len(s) > 300 || !sentenceEnd(s) && !isSentence(s) {
				return
			}
			all = append(all, s)
		}
		a.Standfirst = strings.Join(all, " ")
		pc.drop = "standfirst"
		if i > 0 && pieces[i-1].Kind == feed.Subhead && pieces[i-1].drop == "" {
			pieces[i-1].drop = "heading of the standfirst"
		}
		return
	}
}
