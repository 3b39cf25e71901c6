package extract

import "depesche/feed/extract/chain"

// part is what a candidate is on the page: a part of the article, or furniture.
type part uint8

// The parts. Furniture has three names, by where it stands, because what stands before a
// headline, between paragraphs and behind the end looks different.
const (
	partBefore part = iota // above the article
	partKicker
	partHeadline
	partStandfirst
	partByline // who wrote it and when, reading time: one line or several
	partFigure // a picture of the article
	partCaption
	partCredit // of a picture
	partAside  // between headline and end, and no part of the article
	partText
	partSubhead
	partSource // the agency's line at the end, a signature
	partAfter  // behind the end
	partCount
)

var partNames = [partCount]string{"before", "kicker", "headline", "standfirst", "byline", "figure", "caption", "photo credit", "aside", "text", "subhead", "source", "after"}

func (p part) String() string { return partNames[p] }

// state is a part together with the stretch of the page that it stands in. Papers set the
// parts in an order: above the headline, between headline and text, in the text, behind it.
type state int

const (
	sBefore state = iota
	sKicker0
	sStandfirst0
	sByline0
	sFigure0
	sCaption0
	sCredit0
	sHeadline
	sKicker1 // a kicker below the headline
	sStandfirst1
	sByline1
	sFigure1
	sCaption1
	sCredit1
	sAside1
	sText
	sSubhead
	sFigure2
	sCaption2
	sCredit2
	sAside2
	sByline2
	sSource
	sAfter
	stateCount
)

// stretches of the page, in their order; a page never goes back to an earlier one.
const (
	stretchAbove = iota
	stretchHeadline
	stretchHead
	stretchText
	stretchEnd
)

var states = [stateCount]struct {
	part    part
	stretch int
}{
	sBefore: {partBefore, stretchAbove}, sKicker0: {partKicker, stretchAbove}, sStandfirst0: {partStandfirst, stretchAbove}, sByline0: {partByline, stretchAbove},
	sFigure0: {partFigure, stretchAbove}, sCaption0: {partCaption, stretchAbove}, sCredit0: {partCredit, stretchAbove},
	sHeadline: {partHeadline, stretchHeadline},
	sKicker1:  {partKicker, stretchHead}, sStandfirst1: {partStandfirst, stretchHead}, sByline1: {partByline, stretchHead},
	sFigure1: {partFigure, stretchHead}, sCaption1: {partCaption, stretchHead}, sCredit1: {partCredit, stretchHead}, sAside1: {partAside, stretchHead},
	sText: {partText, stretchText}, sSubhead: {partSubhead, stretchText}, sFigure2: {partFigure, stretchText}, sCaption2: {partCaption, stretchText}, sCredit2: {partCredit, stretchText},
	sAside2: {partAside, stretchText}, sByline2: {partByline, stretchText}, sSource: {partSource, stretchText},
	sAfter: {partAfter, stretchEnd},
}

// order is the order of the parts, for the chain: within a stretch any part may follow any,
// and a later stretch any earlier one; the text begins with text or a subhead.
func order() chain.Shape {
	s := chain.Shape{Labels: int(partCount), Features: featureCount(), Edges: edgeKinds}
	for to := state(0); to < stateCount; to++ {
		s.States = append(s.States, int(states[to].part))
		s.Last = append(s.Last, int(to))
		if states[to].stretch < stretchText || to == sText || to == sSubhead {
			s.First = append(s.First, int(to))
		}
		var from []int
		for f := state(0); f < stateCount; f++ {
			if mayFollow(f, to) {
				from = append(from, int(f))
			}
		}
		s.Follows = append(s.Follows, from)
	}
	return s
}

func mayFollow(from, to state) bool {
	a, b := states[from].stretch, states[to].stretch
	switch {
	case b < a:
		return false
	case a == b:
		return true
	case b == stretchText:
		return to == sText || to == sSubhead
	case b == stretchEnd:
		return a == stretchText || a == stretchHead
	case b == stretchHead:
		return a == stretchHeadline || from == sBefore
	}
	return true
}
