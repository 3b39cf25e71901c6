package extract

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

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
