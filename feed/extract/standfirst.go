package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// head is what the search for the standfirst knows of the page: headline, the
// element around head and text, the element of the text, what data say.
type head struct {
	h, region, root      int32
	titles, descriptions []string
}

// standfirst finds the summary between headline and text and the element that
// shows it, -1 when there is none. What is marked as one goes before what only
// looks like one.
func (p *page) standfirst(hd *head) (string, int32) {
	if hd.h < 0 {
		return "", -1
	}
	at := p.inHead(hd, func(j int32, _ int) int32 {
		if (p.markedStandfirst(j, hd.h) || p.secondHeading(hd, j)) && !p.titleLike(j, hd.h, hd.titles) && !p.multi(j) {
			return j
		}
		return -1
	})
	if at < 0 {
		at = p.inHead(hd, func(j int32, prose int) int32 { return p.unmarkedStandfirst(hd, j, prose) })
	}
	if at < 0 || p.nodes[0].good-p.nodes[at].good < 80 { // the page's only text is no summary of it
		return "", -1
	}
	return p.summary(at), at
}

// inHead tries the elements from the headline to the second paragraph of prose,
// and gives the first one that try gives; prose is the number of paragraphs so far.
func (p *page) inHead(hd *head, try func(j int32, prose int) int32) int32 {
	prose, blocks := 0, 0
	limit := p.nodes[hd.region].end
	if end := p.nodes[hd.root].end; end > hd.h {
		limit = min(limit, end)
	}
	for j := p.nodes[hd.h].end; j < limit && blocks < 40 && prose < 2; j++ {
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
		if at := try(j, prose); at >= 0 {
			if text := p.line(at); described(text, hd.descriptions) || !pointer.match(strings.ToLower(text)) {
				return at
			}
			j = nd.end - 1 // another article's teaser
			continue
		}
		if nd.flag&fBlock != 0 && nd.own > 0 {
			blocks++
		}
		if nd.flag&fProse != 0 && !p.underPicture(j, hd.h) && !p.captionText(hd, j, p.line(j)) {
			prose++
		}
	}
	return -1
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

// unmarkedStandfirst finds a standfirst by its place and looks, and gives its
// element: a list of points or a group of lines above the text, a second
// heading, a bold first paragraph, the page's own description, or the only
// sentence between headline and text.
func (p *page) unmarkedStandfirst(hd *head, j int32, prose int) int32 {
	nd := &p.nodes[j]
	if prose > 0 || nd.text < 20 || nd.text > 1200 || nd.flag&fBlock == 0 && !p.betweenBlocks(j) || nd.marks&(mByline|mDate|mTags) != 0 && nd.text < 200 {
		return -1
	}
	if p.points(hd, j) || p.lines(hd, j) {
		return j
	}
	if nd.own < 20 || nd.link*2 > nd.text || !p.looksStandfirst(hd, j) {
		return -1
	}
	return j
}

// betweenBlocks reports whether an inline element stands alone between blocks,
// as if it were one.
func (p *page) betweenBlocks(i int32) bool {
	nd := &p.nodes[i]
	switch nd.tag {
	case atom.Span, atom.B, atom.Strong, atom.Em, atom.I, atom.Font:
	default:
		return false
	}
	if nd.parent < 0 {
		return false
	}
	before, after := int32(-1), int32(-1)
	for j := nd.parent + 1; j < p.nodes[nd.parent].end; j = p.nodes[j].end {
		c := &p.nodes[j]
		switch {
		case j == i || c.text == 0:
		case j < i:
			before = j
		case after < 0:
			after = j
		}
	}
	return before >= 0 && p.nodes[before].flag&fBlock != 0 && (after < 0 || p.nodes[after].flag&fBlock != 0)
}

// looksStandfirst reports whether a single block looks like a standfirst.
func (p *page) looksStandfirst(hd *head, j int32) bool {
	nd := &p.nodes[j]
	text := p.line(j)
	said := described(text, hd.descriptions)
	capt := p.captionText(hd, j, text)
	if capt && firstMark(text) != nil || p.inFigure(j, hd.h) || isCredit(text) || clockTime().MatchString(text) && len(text) < 120 || p.titleLike(j, hd.h, hd.titles) {
		return false
	}
	if !said && (capt || p.underPicture(j, hd.h)) {
		return false
	}
	switch {
	case len(text) < 40:
		return false
	case nd.tag == atom.H2:
		kicker, _ := p.splitHeadline(j)
		return len(text) > 50 && len(text) < 1100 && kicker == ""
	case nd.tag == atom.H3, nd.tag == atom.Li, nd.tag == atom.Figcaption, len(text) > 900:
		return false
	case (sentenceEnd(text) || isSentence(text) && p.near(hd.h, j)) && (nd.flag&fBlock == 0 || p.apart(j)) && !dateLike().MatchString(cut(text, 30)):
		return true
	}
	return p.allBold(j) || said && !p.bodyLike(j)
}

// captionText reports whether a line behind a picture ends in a photo credit.
func (p *page) captionText(hd *head, j int32, text string) bool {
	caption, credit := splitCredit(text)
	return caption != "" && credit != "" && !p.allBold(j) && (firstMark(text) != nil || p.picturesIn(hd.h, j))
}

// secondHeading reports whether a heading stands in one element with the
// headline, and no text does.
func (p *page) secondHeading(hd *head, j int32) bool {
	nd := &p.nodes[j]
	switch nd.tag {
	case atom.H2, atom.H3, atom.H4, atom.H5:
	default:
		return false
	}
	if nd.text < 20 || nd.text > 1200 || nd.link*2 > nd.text {
		return false
	}
	beside := false
	p.up(hd.h, func(k int32) bool {
		if p.nodes[k].good > 0 {
			return false
		}
		beside = p.within(j, k)
		return !beside
	})
	return beside
}

// points reports whether a list above the text holds its main points: a few
// sentences, no links.
func (p *page) points(hd *head, j int32) bool {
	nd := &p.nodes[j]
	if nd.tag != atom.Ul && nd.tag != atom.Ol || nd.link*4 > nd.text || p.within(hd.root, j) {
		return false
	}
	items := 0
	for k := j + 1; k < nd.end; k = p.nodes[k].end {
		c := &p.nodes[k]
		if c.tag == 0 || c.text == 0 {
			continue
		}
		s := p.line(k)
		if c.tag != atom.Li || len(s) < 30 || len(s) > 300 || !sentenceEnd(s) && !isSentence(s) {
			return false
		}
		items++
	}
	return items > 1 && items < 7
}

// headingOver gives the heading just before a list of main points, -1 when
// there is none.
func (p *page) headingOver(i int32) int32 {
	if t := p.nodes[i].tag; t != atom.Ul && t != atom.Ol {
		return -1
	}
	over := int32(-1)
	for j := p.nodes[i].parent + 1; j < i; j = p.nodes[j].end {
		if nd := &p.nodes[j]; nd.tag != 0 && nd.text > 0 {
			over = -1
			if nd.text < 50 && nd.flag&fBlock != 0 {
				over = j
			}
		}
	}
	if over >= 0 && sentenceEnd(strings.TrimRight(p.line(over), ":")) {
		return -1
	}
	return over
}

// lines reports whether an element above the text holds nothing but a few
// short paragraphs.
func (p *page) lines(hd *head, j int32) bool {
	nd := &p.nodes[j]
	if nd.tag == atom.P || nd.own > 0 || nd.text > 700 || nd.good*2 > p.nodes[hd.region].good || nd.link*4 > nd.text || p.within(hd.root, j) || p.within(hd.h, j) || p.inFigure(j, hd.h) || p.underPicture(j, hd.h) {
		return false
	}
	n, bold := 0, false
	for k := j + 1; k < nd.end; k = p.nodes[k].end {
		c := &p.nodes[k]
		if c.tag == 0 || c.text == 0 {
			continue
		}
		if n > 0 && p.allBold(k) != bold {
			return false
		}
		bold = p.allBold(k)
		if c.tag != atom.P || c.own < 25 || c.text > 300 || !sentenceEnd(p.line(k)) {
			return false
		}
		if n++; n == 1 {
			if next := p.nextProse(nd.end); next < 0 || p.sameKind(k, next) {
				return false
			}
		}
	}
	return n > 1 && n < 6
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
	if nd := &p.nodes[i]; nd.tag == atom.H2 && nd.marks&mStandfirst == 0 && script(text) == "" { // where the h1 is made for search engines, the h2 is the headline as printed
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

var clockTime = lazy(`\b\d{1,2}[:h]\d{2}\b`)

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
