package extract

import (
	"golang.org/x/net/html/atom"
)

// Where a candidate stands: from the headline, from the prose, in which box, and how that box
// compares with its neighbours.

// proseReach is how many candidates are passed over where a line is looked for beside another; it bounds the
// work on a page of pictures.
const proseReach = 200

func placeEvidence() []evidence {
	return []evidence{
		{"headline", []string{"", "none on the page", "above", "this", "below"}, func(s *sheet, i int) int {
			switch {
			case s.anchor < 0:
				return 1
			case i < s.anchor:
				return 2
			case i == s.anchor:
				return 3
			}
			return 4
		}},
		{"steps from headline", []string{"", "1", "2", "3", "4", "5-6", "7-9", "10-14", "15-24", "25+", "-1", "-2", "-3", "-4", "-5 to -6", "-7 to -10", "-11 and more"}, func(s *sheet, i int) int {
			if s.anchor < 0 || i == s.anchor {
				return 0
			}
			if d := i - s.anchor; d > 0 {
				return bucket(d, 2, 3, 4, 5, 7, 10, 15, 25)
			}
			return 9 + bucket(s.anchor-i, 2, 3, 4, 5, 7, 11)
		}},
		{"head box", []string{"", "one element", "one box without prose", "one box with a paragraph", "one box with the text", "only the page"}, headBox},
		{"prose above", []string{"", "0", "1", "2", "3-5", "6+"}, func(s *sheet, i int) int {
			from := max(s.anchor, 0)
			if i < from {
				return 0
			}
			return bucket(int(s.prose[i]-s.prose[from]), 1, 2, 3, 6)
		}},
		{"prose below", []string{"", "0", "1", "2", "3-5", "6+"}, func(s *sheet, i int) int {
			return bucket(int(s.prose[len(s.cands)]-s.prose[i+1]), 1, 2, 3, 6)
		}},
		{"body below", []string{"", "0", "1", "2", "3-5", "6+"}, func(s *sheet, i int) int {
			_, to := s.span(s.body)
			if i >= to {
				return 1
			}
			return bucket(int(s.prose[to]-s.prose[i+1]), 1, 2, 3, 6)
		}},
		{"beside the body", []string{"", "above it", "right in it", "one level in", "deeper", "below it"}, besideBody},
		{"set like the text", []string{"", "same element, once", "same element", "another element, once", "another element", "same element and class, elsewhere", "all the same"}, setLike},
		{"set so", []string{"", "2", "3-5", "6-12", "13+"}, func(s *sheet, i int) int { return bucket(s.signs[s.sign[i]], 2, 3, 6, 13) - 1 }},
		{"lines since prose", []string{"", "0", "1", "2", "3-5", "6+"}, func(s *sheet, i int) int {
			n := 0
			for j := i - 1; j >= max(0, i-proseReach) && n < 7; j-- {
				if s.cands[j].prose {
					return bucket(n, 1, 2, 3, 6)
				}
				if s.cands[j].kind == aLine {
					n++
				}
			}
			return 0
		}},
		{"lines to prose", []string{"", "0", "1", "2", "3-5", "6+"}, func(s *sheet, i int) int {
			n := 0
			for j := i + 1; j < min(len(s.cands), i+proseReach) && n < 7; j++ {
				if s.cands[j].prose {
					return bucket(n, 1, 2, 3, 6)
				}
				if s.cands[j].kind == aLine {
					n++
				}
			}
			return 0
		}},
		{"followed by", []string{"", "text set as usual", "other prose", "a list", "a card or links", "a picture", "a short line", "nothing"}, followedBy},
		{"after", []string{"", "text set as usual", "other prose", "a heading", "a picture", "a short line"}, after},
		{"neighbours", []string{"", "prose before", "prose behind", "prose on both sides"}, func(s *sheet, i int) int {
			before := i > 0 && s.cands[i-1].prose && s.sign[i-1] == s.common
			behind := i+1 < len(s.cands) && s.cands[i+1].prose && s.sign[i+1] == s.common
			return yes(before) + 2*yes(behind)
		}},
	}
}

// followedBy tells what stands behind a candidate, past a picture and its caption.
func followedBy(s *sheet, i int) int {
	if i+1 >= len(s.cands) {
		return 7
	}
	n := &s.cands[i+1]
	switch {
	case n.prose && s.sign[i+1] == s.common:
		return 1
	case n.prose:
		return 2
	case n.kind == aPicture:
		return 5
	case n.link*2 > n.ink:
		return 4
	case s.p.nodes[n.at].tag == atom.Li:
		return 3
	}
	return 6
}

// after tells what stands before a candidate.
func after(s *sheet, i int) int {
	if i == 0 {
		return 0
	}
	b := &s.cands[i-1]
	switch {
	case b.prose && s.sign[i-1] == s.common:
		return 1
	case b.prose:
		return 2
	case b.kind == aPicture:
		return 4
	case isHeading(s.p.nodes[b.at].tag):
		return 3
	}
	return 5
}

// headBox tells the smallest element around headline and candidate.
func headBox(s *sheet, i int) int {
	if s.anchor < 0 || i == s.anchor {
		return 0
	}
	h, c := &s.cands[s.anchor], &s.cands[i]
	j := h.at
	if c.at == j {
		return 1
	}
	for j > 0 && !s.p.within(c.at, j) {
		j = s.p.nodes[j].parent
	}
	switch n := s.proseIn(j); {
	case s.p.nodes[j].tag == atom.Body || j <= 0:
		return 5
	case n == 0:
		return 2
	case n == 1:
		return 3
	}
	return 4
}

func besideBody(s *sheet, i int) int {
	c := &s.cands[i]
	if !s.p.within(c.at, s.body) {
		if c.from < s.body {
			return 1
		}
		return 5
	}
	depth := 0
	for j := c.at; j != s.body && j > 0 && depth < 3; j = s.p.nodes[j].parent {
		depth++
	}
	return 1 + max(depth, 1)
}

func setLike(s *sheet, i int) int {
	c := &s.cands[i]
	inside := s.p.within(c.at, s.body)
	once := s.signs[s.sign[i]] == 1
	switch {
	case s.sign[i] == s.common && inside:
		return 6
	case s.sign[i] == s.common:
		return 5
	case s.p.nodes[c.at].tag == s.commonT && once:
		return 1
	case s.p.nodes[c.at].tag == s.commonT:
		return 2
	case once:
		return 3
	}
	return 4
}

var sizes5 = []string{"", "1", "2", "3-5", "6-12", "13+"}

func boxEvidence() []evidence {
	return []evidence{
		{"module size", sizes5, func(s *sheet, i int) int { return s.size(s.module[i]) }},
		{"module linked", []string{"", "some", "a fifth", "half", "most"}, func(s *sheet, i int) int { return s.linked(s.module[i]) }},
		{"module prose", []string{"", "1", "2", "3-5", "6+"}, func(s *sheet, i int) int { return bucket(s.proseIn(s.module[i]), 1, 2, 3, 6) - 1 }},
		{"module form", []string{"", "yes"}, func(s *sheet, i int) int { return yes(s.in(s.forms, s.module[i]) > 0) }},
		{"module headings", []string{"", "1", "2+"}, func(s *sheet, i int) int { return bucket(s.in(s.heads, s.module[i]), 1, 2) - 1 }},
		{"module pictures", []string{"", "1", "2+"}, func(s *sheet, i int) int { return bucket(s.in(s.pics, s.module[i]), 1, 2) - 1 }},
		{"module alike", []string{"", "2", "3-5", "6+"}, func(s *sheet, i int) int { return bucket(s.alike(s.module[i]), 2, 3, 6) - 1 }},
		{"module element", []string{"", "p", "figure", "list", "aside", "nav", "footer", "header", "section", "div", "table", "blockquote", "form", "article", "heading", "other"}, func(s *sheet, i int) int { return boxElement(s.p.nodes[s.module[i]].tag) }},
		{"module holds the headline", []string{"", "yes"}, func(s *sheet, i int) int {
			return yes(s.anchor >= 0 && s.p.within(s.cands[s.anchor].at, s.module[i]))
		}},
		{"module heading", []string{"", "others", "buttons", "an offer"}, func(s *sheet, i int) int { return s.firstSays(s.module[i], i) }},
		{"box size", sizes5, func(s *sheet, i int) int { return s.size(s.box[i]) }},
		{"box linked", []string{"", "some", "a fifth", "half", "most"}, func(s *sheet, i int) int { return s.linked(s.box[i]) }},
		{"box prose", []string{"", "1", "2", "3-5", "6+"}, func(s *sheet, i int) int { return bucket(s.proseIn(s.box[i]), 1, 2, 3, 6) - 1 }},
		{"box form", []string{"", "yes"}, func(s *sheet, i int) int { return yes(s.in(s.forms, s.box[i]) > 0) }},
		{"box pictures", []string{"", "1", "2+"}, func(s *sheet, i int) int { return bucket(s.in(s.pics, s.box[i]), 1, 2) - 1 }},
		{"box alike", []string{"", "2", "3-5", "6+"}, func(s *sheet, i int) int {
			if s.box[i] == s.module[i] {
				return 0
			}
			return bucket(s.alike(s.box[i]), 2, 3, 6) - 1
		}},
		{"box element", []string{"", "p", "figure", "list", "aside", "nav", "footer", "header", "section", "div", "table", "blockquote", "form", "article", "heading", "other"}, func(s *sheet, i int) int { return boxElement(s.p.nodes[s.box[i]].tag) }},
		{"box heading", []string{"", "others", "buttons", "an offer"}, func(s *sheet, i int) int { return s.firstSays(s.box[i], i) }},
		{"box is the body's", []string{"", "yes"}, func(s *sheet, i int) int { return yes(s.p.within(s.body, s.box[i])) }},
		{"in box", []string{"", "first", "last", "only"}, func(s *sheet, i int) int {
			from, to := s.span(s.box[i])
			return yes(i == from) + 2*yes(i == to-1)
		}},
		{"card", []string{"", "linked heading", "picture and text with one link"}, card},
		{"below a heading", []string{"", "right below, same box", "same box", "same module", "right below", "near", "far"}, belowHeading},
	}
}

func (s *sheet) size(i int32) int {
	from, to := s.span(i)
	return bucket(to-from, 2, 3, 6, 13)
}

func (s *sheet) linked(i int32) int {
	nd := &s.p.nodes[i]
	return share(nd.link, nd.text, 5, 20, 50, 80)
}

func boxElement(t atom.Atom) int {
	switch t {
	case atom.P:
		return 1
	case atom.Figure:
		return 2
	case atom.Ul, atom.Ol, atom.Dl, atom.Li:
		return 3
	case atom.Aside:
		return 4
	case atom.Nav:
		return 5
	case atom.Footer:
		return 6
	case atom.Header:
		return 7
	case atom.Section:
		return 8
	case atom.Div:
		return 9
	case atom.Table, atom.Tr, atom.Td:
		return 10
	case atom.Blockquote:
		return 11
	case atom.Form:
		return 12
	case atom.Article, atom.Main:
		return 13
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return 14
	}
	return 15
}

// firstSays tells what the first line of an element says, where that is another one and as
// short as a heading.
func (s *sheet) firstSays(box int32, i int) int {
	from, _ := s.span(box)
	for first := from; from < i && from-first < proseReach && s.cands[from].kind != aLine; {
		from++
	}
	if from >= i || i-from > 40 || s.cands[from].runes > headingRunes {
		return 0
	}
	return s.cands[from].heads()
}

// cardLevels is how far up a candidate looks for the card it may stand in.
const cardLevels = 4

// card tells a candidate in a small box with the shape of a teaser.
func card(s *sheet, i int) int {
	c := &s.cands[i]
	j := c.at
	for range cardLevels {
		nd := &s.p.nodes[j]
		if j <= 0 || s.p.within(s.body, j) || nd.text > 700 || s.anchor >= 0 && s.p.within(s.cands[s.anchor].at, j) {
			return 0
		}
		if s.cardShape(j) {
			if s.in(s.pics, j) > 0 {
				return 2
			}
			return 1
		}
		j = nd.parent
	}
	return 0
}

// cardShape reports whether a small element is a teaser: a heading that is a link, or a picture
// and a text that are links to one page.
func (s *sheet) cardShape(i int32) bool {
	known, ok := s.cards[i]
	if !ok {
		if s.cards == nil {
			s.cards = map[int32]bool{}
		}
		known = s.isCard(i)
		s.cards[i] = known
	}
	return known
}

func (s *sheet) isCard(i int32) bool {
	nd := &s.p.nodes[i]
	if nd.link == 0 || nd.tag == atom.P {
		return false
	}
	picture := ""
	for j := i; j < nd.end; j++ {
		c := &s.p.nodes[j]
		switch {
		case isHeading(c.tag):
			if c.text > 15 && c.link*10 >= c.text*9 {
				return true
			}
		case c.tag == atom.A:
			href := attr(c.n, "href")
			if href == "" || href[0] == '#' || imageName(href) != "" {
				continue
			}
			if s.in(s.pics, j) > 0 {
				if c.text > 15 {
					return true
				}
				picture = href
			} else if c.text > 15 && href == picture {
				return true
			}
		}
	}
	return false
}

func belowHeading(s *sheet, i int) int {
	h := s.under[i].at
	if h < 0 {
		return 0
	}
	switch {
	case s.box[h] == s.box[i] && i == h+1:
		return 1
	case s.box[h] == s.box[i] && !s.p.within(s.body, s.box[i]):
		return 2
	case s.module[h] == s.module[i]:
		return 3
	case i == h+1:
		return 4
	case i < h+6:
		return 5
	}
	return 6
}
