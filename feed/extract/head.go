package extract

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
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
