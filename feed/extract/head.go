package extract

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// headline finds the element that shows the headline, -1 when none does.
func (p *page) headline(titles []string) int32 {
	best, bestScore := int32(-1), 0.0
	first := false // an h1 was weighed
	known := make([]map[string]int, 0, 2*len(titles))
	for _, t := range titles {
		known = append(known, keyWords(t))
		if part := longestPart(t); len(part) > 11 && part != t && !p.ownName(part) {
			known = append(known, keyWords(part))
		}
	}
	for i := range p.nodes {
		if !p.mayHead(int32(i)) {
			continue
		}
		first = first || p.nodes[i].tag == atom.H1
		if score := p.weighHeading(int32(i), known); score > bestScore+0.001 {
			best, bestScore = int32(i), score
		}
	}
	if best < 0 {
		return p.unmarkedHeadline(known)
	}
	if bestScore < 1.2 && len(titles) > 0 && first { // an h1 that has nothing to do with the title: the site's name
		if t := p.line(best); utf8.RuneCountInString(t) < 12 {
			return -1
		}
	}
	return best
}

// mayHead reports whether an element may be the headline: a shown heading, or
// one marked as such, that stands among no teasers.
func (p *page) mayHead(i int32) bool {
	nd := &p.nodes[i]
	switch {
	case nd.tag == atom.H1, nd.tag == atom.H2, nd.tag == atom.H3:
	case nd.marks&mHeadline != 0 && nd.flag&fBlock != 0 && nd.tag != atom.Header:
	default:
		return false
	}
	if nd.flag&(fHidden|fUI) != 0 || nd.text == 0 || nd.text > 400 || nd.marks&mLogo != 0 {
		return false
	}
	return nd.tag == atom.H1 || nd.above&(mRelated|mNav|mFoot|mComment) == 0 || nd.above&mBody != 0
}

// weighHeading says how likely a heading is the headline: by its level, its
// likeness to the page's titles, and the place it stands at.
func (p *page) weighHeading(i int32, titles []map[string]int) float64 {
	nd := &p.nodes[i]
	score := 0.0
	words := keyWords(p.line(i))
	for _, t := range titles {
		score = max(score, overlap(words, t))
	}
	if nd.tag != atom.H1 && score < 0.7 {
		return 0
	}
	if nd.above&mLogo != 0 {
		score -= 0.3
	}
	if nd.tag != atom.H1 {
		if nd.above&(mRelated|mTeaser|mNav|mFoot|mComment) != 0 {
			score -= 0.4
		}
		return score + 0.5
	}
	if p.leadsHome(i) {
		score -= 0.8
	}
	if nd.above&(mNav|mFoot|mCrumb|mDialog) != 0 || p.inList(i) {
		score -= 0.6
	}
	return score + 1
}

// leadsHome reports whether a heading is a link to the site's front page: it
// shows the site's name.
func (p *page) leadsHome(i int32) bool {
	nd := &p.nodes[i]
	if nd.link*10 < nd.text*9 {
		return false
	}
	a := p.find(i, func(nd *node) bool { return nd.tag == atom.A })
	if a < 0 && nd.parent >= 0 && p.nodes[nd.parent].tag == atom.A {
		a = nd.parent
	}
	if a < 0 {
		return false
	}
	u, err := url.Parse(p.address(attr(p.nodes[a].n, "href")))
	return err == nil && u.Host != "" && u.RawQuery == "" && strings.Trim(u.Path, "/") == "" && (p.base == nil || strings.Trim(p.base.Path, "/") != "")
}

// unmarkedHeadline finds the headline of a page without a heading that is like
// its titles: a line that is, whatever its element, else the first heading above
// the text that at least shares words with them.
func (p *page) unmarkedHeadline(titles []map[string]int) int32 {
	best, most := int32(-1), 0.8
	heading, prose := int32(-1), 0
	for i := range p.nodes {
		nd := &p.nodes[i]
		if nd.flag&fProse != 0 {
			prose++
		}
		if nd.tag == 0 || nd.own < 10 || nd.text > 250 || nd.flag&(fHidden|fUI|fLink) != 0 || nd.marks&mLogo != 0 || (nd.marks|nd.above)&(mRelated|mNav|mFoot|mComment|mTeaser|mCrumb) != 0 {
			continue
		}
		words := keyWords(p.line(int32(i)))
		for _, t := range titles {
			if like := overlap(words, t); like > most {
				best, most = int32(i), like
			} else if like > 0.3 && heading < 0 && prose < 2 && (nd.tag == atom.H2 || nd.tag == atom.H3) {
				heading = int32(i)
			}
		}
	}
	if best < 0 {
		return heading
	}
	return best
}

// likeness is the share of words that two texts have in common, 0 to 1.
func likeness(a, b string) float64 { return overlap(keyWords(a), keyWords(b)) }

func overlap(x, y map[string]int) float64 {
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	n := 0
	for w, c := range x {
		n += min(c, y[w])
	}
	sx, sy := 0, 0
	for _, c := range x {
		sx += c
	}
	for _, c := range y {
		sy += c
	}
	return 2 * float64(n) / float64(sx+sy)
}

// keyWords counts the words of s in small letters; of scripts without blanks,
// the characters.
func keyWords(s string) map[string]int {
	out := map[string]int{}
	start := -1
	for i, r := range s {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r)
		if r >= 0x2E80 && r <= 0xD7A3 && letter {
			if start >= 0 {
				out[strings.ToLower(s[start:i])]++
				start = -1
			}
			out[string(r)]++
			continue
		}
		switch {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			out[strings.ToLower(s[start:i])]++
			start = -1
		}
	}
	if start >= 0 {
		out[strings.ToLower(s[start:])]++
	}
	return out
}

// segment is a part of the headline's element with an element of its own.
type segment struct {
	at   int32
	text string
	mark mark
	bare bool // text directly in the heading
}

// segments cuts a heading into the parts its child elements make.
func (p *page) segments(i int32) []segment {
	for { // one wrapper around everything is no part
		only := int32(-1)
		for j := i + 1; j < p.nodes[i].end; j = p.nodes[j].end {
			if p.nodes[j].text > 0 {
				if only >= 0 || p.nodes[j].tag == 0 {
					only = -2
					break
				}
				only = j
			}
		}
		if only < 0 {
			break
		}
		i = only
	}
	var out []segment
	for j := i + 1; j < p.nodes[i].end; j = p.nodes[j].end {
		nd := &p.nodes[j]
		if nd.flag&(fHidden|fUI) != 0 {
			continue
		}
		t := p.line(j)
		if nd.tag == 0 {
			t = feed.Line(nd.n.Data)
		}
		if strings.Trim(t, " :|-–—/•·") == "" {
			continue
		}
		out = append(out, segment{j, t, nd.marks, nd.tag == 0})
	}
	return out
}

// headlineParts parts what stands in the headline's element: the kicker, the
// headline, and a second line below it. The page's titles tell which is which
// where the element does not.
func (p *page) headlineParts(h int32, titles []string) (kicker, headline, below string) {
	whole, segs := p.line(h), p.segments(h)
	first := segment{}
	if len(segs) > 1 && !segs[0].bare {
		first = segs[0]
		rest := joinSegments(segs[1:])
		for _, t := range titles {
			if kickedTitle(t, trimKicker(first.text), rest) {
				return trimKicker(first.text), rest, ""
			}
		}
	}
	for _, t := range titles {
		t = p.siteless(t)
		if len(segs) < 2 || len(t) < 12 || len(t) >= len(whole) {
			continue
		}
		if rest, ok := strings.CutSuffix(whole, t); ok && utf8.RuneCountInString(rest) <= 80 && p.endsAt(h, rest) {
			return trimKicker(rest), t, ""
		}
		if rest, ok := strings.CutPrefix(whole, t); ok && first.mark&mKicker == 0 && p.endsAt(h, t) {
			if rest = feed.Line(rest); p.printedDate(rest).IsZero() && utf8.RuneCountInString(rest) > 20 {
				below = rest
			}
			return "", t, below
		}
	}
	kicker, headline = p.splitHeadline(h)
	if kicker == "" || first.mark&mKicker != 0 {
		return kicker, headline, ""
	}
	for _, t := range titles {
		if likeness(kicker, p.siteless(t)) > 0.85 && likeness(headline, t) < 0.4 {
			return "", kicker, headline
		}
	}
	return kicker, headline, ""
}

// endsAt reports whether an element or line below i ends where its text reads head.
func (p *page) endsAt(i int32, head string) bool {
	want, b := foldKey(head), strings.Builder{}
	for j := i + 1; j < p.nodes[i].end && b.Len() <= len(want); j++ {
		if nd := &p.nodes[j]; nd.tag == 0 && nd.flag&(fHidden|fUI) == 0 {
			b.WriteString(foldKey(nd.n.Data))
			if b.String() == want {
				return true
			}
		}
	}
	return false
}

// splitHeadline parts the kicker inside the heading from the headline.
func (p *page) splitHeadline(h int32) (kicker, headline string) {
	whole := p.line(h)
	segs := p.segments(h)
	for len(segs) > 1 { // labels such as "Plus" or an icon's name
		last := segs[len(segs)-1]
		if !last.bare && (last.mark&(mLogo|mPaywall|mCounter|mComment|mShare|mTool) != 0 || utf8.RuneCountInString(last.text) < 3) {
			segs = segs[:len(segs)-1]
			whole = joinSegments(segs)
			continue
		}
		first := segs[0]
		if !first.bare && first.mark&(mLogo|mPaywall|mCounter) != 0 && first.mark&mKicker == 0 {
			segs = segs[1:]
			whole = joinSegments(segs)
			continue
		}
		break
	}
	if len(segs) < 2 || segs[0].bare {
		return "", whole
	}
	first, rest := segs[0], joinSegments(segs[1:])
	size := utf8.RuneCountInString(first.text)
	switch {
	case first.mark&mKicker != 0, size <= 80 && len(segs) == 2 && segs[1].mark&mHeadline != 0 && first.mark&mHeadline == 0:
	case size <= 60 && (p.hiddenColon(first.at) || strings.HasSuffix(first.text, ":") || segs[1].bare && !strings.Contains(whole, first.text+" ")) && !strings.HasPrefix(rest, ","):
	case size <= 60 && !segs[1].bare && p.nodes[first.at].tag == atom.Span && utf8.RuneCountInString(rest) > size/2 && len(segs) == 2 && p.separate(first.at, segs[1].at):
	default:
		return "", whole
	}
	return trimKicker(first.text), strings.TrimLeft(rest, ":|–— ")
}

// separate reports whether two inline elements are set apart: a hidden or
// shown colon, a line break or a block between them, or no blank.
func (p *page) separate(a, b int32) bool {
	if strings.HasSuffix(p.line(a), ":") {
		return true
	}
	between := ""
	for j := p.nodes[a].end; j < b; j++ {
		if p.nodes[j].tag == atom.Br {
			return true
		}
		if p.nodes[j].tag == 0 {
			between += p.nodes[j].n.Data
		}
	}
	return strings.ContainsAny(between, ":|") || strings.TrimSpace(between) == ""
}

// hiddenColon reports whether an element is followed by a colon that only
// screen readers see, inside it or just behind it.
func (p *page) hiddenColon(i int32) bool {
	for j := i + 1; j < min(p.nodes[i].end+4, int32(len(p.nodes))); j++ {
		nd := &p.nodes[j]
		if nd.tag == 0 && nd.flag&fHidden != 0 && strings.Trim(nd.n.Data, " \n\t") == ":" {
			return true
		}
	}
	return false
}

func joinSegments(segs []segment) string {
	var all []string
	for _, s := range segs {
		all = append(all, s.text)
	}
	return feed.Line(strings.Join(all, " "))
}

func trimKicker(s string) string { return strings.TrimRight(feed.Line(s), " :|-–—/•·") }

// kickerBefore looks for the kicker in the elements just before the headline.
// A breadcrumb, a date or a section in the page's navigation is none.
func (p *page) kickerBefore(h int32, headline string, titles []string) string {
	seen := 0
	for j := h - 1; j > 0 && h-j < 120 && seen < 3; j-- {
		nd := &p.nodes[j]
		if nd.tag == 0 || nd.own == 0 && nd.text == 0 || nd.flag&(fHidden|fUI) != 0 || p.within(h, j) {
			continue
		}
		if nd.flag&fBlock == 0 && nd.marks&mKicker == 0 && nd.tag != atom.Span && nd.tag != atom.A {
			continue
		}
		if nd.text > 120 {
			return ""
		}
		text := trimKicker(p.line(j))
		if text == "" {
			continue
		}
		if nd.flag&fBlock != 0 && nd.own > 0 {
			seen++
		}
		all := nd.marks | nd.above
		if all&(mCrumb|mNav|mShare|mTool|mDate|mByline|mCaption|mCredit|mFigure|mAd) != 0 && nd.marks&mKicker == 0 || all&mCrumb != 0 || nd.tag == atom.Li || p.inList(j) {
			continue
		}
		for _, t := range titles {
			if kickedTitle(t, text, headline) {
				return text
			}
		}
		if nd.marks&mKicker != 0 && nd.marks&(mTags|mCrumb) == 0 {
			return text
		}
	}
	return ""
}

func (p *page) inList(i int32) bool {
	in := false
	p.up(i, func(j int32) bool {
		switch p.nodes[j].tag {
		case atom.Ul, atom.Ol, atom.Nav:
			in = true
			return false
		case atom.Article, atom.Main, atom.Header:
			return false
		}
		return true
	})
	return in
}

// kickedTitle reports whether a title is kicker, separator, headline.
func kickedTitle(title, kicker, headline string) bool {
	if len(title) <= len(kicker) || !strings.EqualFold(title[:len(kicker)], kicker) {
		return false
	}
	rest := strings.TrimLeft(title[len(kicker):], " ")
	if rest == "" || !strings.ContainsRune(":|-–—/", firstRune(rest)) {
		return false
	}
	return likeness(rest, headline) > 0.6
}

// foldKey keeps the letters and digits of s in small letters: what two texts
// are compared by.
func foldKey(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if r < utf8.RuneSelf {
			switch {
			case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
				b.WriteByte(byte(r))
			case r >= 'A' && r <= 'Z':
				b.WriteByte(byte(r) | 0x20)
			}
			continue
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
