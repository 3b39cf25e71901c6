package extract

import (
	"hash/maphash"
	"strings"

	"golang.org/x/net/html/atom"

	"depesche/feed/date"
)

// sheet is a page spread out as candidates, with what must be known of the whole page to say
// what one of them is: where the headline seems to be, which box holds the prose, which shapes
// come again and again.
type sheet struct {
	p      *page
	ld     *ldArticle
	cands  []candidate
	before []int32 // for each node, how many candidates begin before it
	prose  []int32 // for each candidate, how many of those before it are prose
	heads  []int32 // for each node, how many headings stand before it; so pics, forms, times
	pics   []int32
	forms  []int32
	around []uint32 // for each node what tagsAround said

	titles       []string
	titleWords   wordBags
	descriptions []string // letters of them, where they say more than a word or two
	authors      []string // letters of the names that data give
	inData       *pictureSet
	captions     []string // of pictures in data
	siteKeys     map[string]bool
	sectionKey   string
	address      string // of the picture that stands for the page where it is shared

	home    date.Home
	anchor  int   // the candidate that looks most like the headline; -1: none does
	body    int32 // the element with most of the prose right below it
	likes   []float32
	sign    []uint64 // how a candidate is set: element and class, and the same of its parent
	common  uint64   // the sign that most of the prose in body has
	commonT atom.Atom
	signs   map[uint64]int
	said    map[string]int // how often a line stands on the page
	module  []int32        // the outermost element around a candidate that does not hold the body
	box     []int32        // the innermost one that holds a candidate beside it
	shapes  map[int32]uint64
	under   []underHeading
	cards   map[int32]bool
	from    int // the first and the last candidate that may be a part of the article, with some room
	to      int
}

// underHeading says which heading of furniture a candidate stands below.
type underHeading struct {
	at int // candidate of the heading, -1: none
}

var seed = maphash.MakeSeed()

// newSheet spreads a page out.
func newSheet(p *page, ld *ldArticle) *sheet {
	s := &sheet{p: p, ld: ld, cands: p.candidates(), home: p.home(), anchor: -1}
	s.count()
	s.stated()
	if s.findAnchor(); s.anchor < 0 {
		s.guessAnchor()
	}
	s.findBody()
	s.findBoxes()
	s.findSigns()
	s.findUnder()
	s.findReach()
	return s
}

// Room around the article, in candidates: above its headline, and behind the last line of prose in the
// element of the text.
const (
	roomAbove = 12
	roomBelow = 25
)

// findReach finds the stretch of the page in which a part of the article may stand. Questions that take
// time are asked only there: a menu has no byline.
func (s *sheet) findReach() {
	s.from, s.to = 0, len(s.cands)-1
	if s.anchor >= 0 {
		s.from = max(0, s.anchor-roomAbove)
	}
	_, end := s.span(s.body)
	for last := end - 1; last > s.from; last-- {
		if s.cands[last].prose {
			s.to = min(s.to, last+roomBelow)
			break
		}
	}
}

// reaches reports whether a candidate is a line that may be a part of the article, of so many letters at most.
func (s *sheet) reaches(i, most int) bool {
	return s.cands[i].kind == aLine && s.cands[i].runes <= most && i >= s.from && i <= s.to
}

// count sums up what stands before each node.
func (s *sheet) count() {
	n := len(s.p.nodes)
	room := make([]int32, 4*(n+1))
	s.before, s.heads, s.pics, s.forms = room[:n+1], room[n+1:2*(n+1)], room[2*(n+1):3*(n+1)], room[3*(n+1):]
	s.around = make([]uint32, n)
	k := 0
	for i := range n {
		for k < len(s.cands) && int(s.cands[k].from) < i {
			k++
		}
		s.before[i] = int32(k)
		nd := &s.p.nodes[i]
		s.heads[i+1], s.pics[i+1], s.forms[i+1] = s.heads[i], s.pics[i], s.forms[i]
		switch {
		case isHeading(nd.tag):
			s.heads[i+1]++
		case nd.tag == atom.Img:
			s.pics[i+1]++
		case nd.tag == atom.Form || nd.tag == atom.Input || nd.tag == atom.Button:
			s.forms[i+1]++
		}
	}
	s.before[n] = int32(len(s.cands))
	s.prose = make([]int32, len(s.cands)+1)
	for i := range s.cands {
		s.prose[i+1] = s.prose[i]
		if s.cands[i].prose {
			s.prose[i+1]++
		}
	}
}

// span gives the candidates in an element: from the first up to the one behind the last.
func (s *sheet) span(i int32) (from, to int) {
	return int(s.before[i]), int(s.before[s.p.nodes[i].end])
}

// proseIn is how many lines of prose an element holds.
func (s *sheet) proseIn(i int32) int {
	from, to := s.span(i)
	return int(s.prose[to] - s.prose[from])
}

// in counts in one of the sums what stands in an element.
func (s *sheet) in(sum []int32, i int32) int { return int(sum[s.p.nodes[i].end] - sum[i]) }

// stated collects what the page's data say: titles, descriptions, names.
func (s *sheet) stated() {
	p := s.p
	s.titles = p.titles(s.ld)
	for _, t := range s.titles {
		t = cut(t, longestTitle)
		s.titleWords.add(t)
		if part := longestPart(t); len(part) > 11 && part != t && !p.ownName(part) {
			s.titleWords.add(part)
		}
	}
	for _, d := range append([]string{s.ld.description}, p.meta.all("og:description", "description", "twitter:description")...) {
		if k := foldKey(strings.TrimRight(d, ". …")); len(k) >= leastDescription {
			s.descriptions = append(s.descriptions, k)
		}
	}
	s.inData = newPictureSet(s.ld.images)
	for i := range s.ld.images {
		if said := s.ld.images[i].caption; len(said) > leastCaption && len(s.captions) < mostCaptions {
			s.captions = append(s.captions, said)
		}
	}
	s.siteKeys = p.siteNames(s.ld)
	for _, n := range persons(append(append([]string{}, s.ld.authors...), p.meta.all(authorTags...)...), s.siteKeys, p.lang) {
		if k := foldKey(n); len(k) > 4 {
			s.authors = append(s.authors, k)
		}
	}
	s.sectionKey = foldKey(p.section(s.ld))
	s.address = p.address(p.meta.get("og:image"))
	s.likes = make([]float32, len(s.cands))
	s.said = make(map[string]int, len(s.cands))
	for i := range s.cands {
		c := &s.cands[i]
		if c.kind == aLine && c.runes < 160 {
			s.said[c.low]++
		}
	}
}

// Bounds on the captions in a page's data that its lines are held against: in bytes, and how many.
const (
	leastCaption = 14
	mostCaptions = 200
)

// longestTitle is how much of a title counts, in bytes; a line that is compared with it has 300 letters at most.
const longestTitle = 4000

// How much the look of a line counts beside its likeness to the page's titles.
const (
	firstRank  = 0.5 // of an h1
	secondRank = 0.25
	thirdRank  = 0.1
	homeLink   = 0.8 // a link to the front page: the site's name
	inMenu     = 0.4
	overText   = 0.3  // prose follows within headReach candidates
	leastMatch = 0.55 // of all together
)

// headReach is how many candidates a head has at most, menus of the page apart.
const headReach = 30

// findAnchor looks for the line that is likest to the page's titles.
func (s *sheet) findAnchor() {
	most := leastMatch
	for i := range s.cands {
		c := &s.cands[i]
		if c.kind != aLine || c.runes > 300 || c.runes < 4 {
			continue
		}
		like := s.titleWords.likest(c.text)
		s.likes[i] = float32(like)
		score := like + s.rank(c)
		if s.prose[min(i+headReach, len(s.cands))] > s.prose[i] {
			score += overText
		}
		if score > most+0.001 {
			s.anchor, most = i, score
		}
	}
}

// Bounds of a headline in a page that says nothing of itself, in letters; most have from likely to
// likelyMost.
const (
	leastHeadline = 12
	likelyLeast   = 30
	likelyMost    = 120
	mostHeadline  = 200
)

// guessAnchor looks for the headline of a page without titles, as of a copied text: above the place where
// prose begins to follow prose, the line that has a headline's size and none of the signs of other lines.
func (s *sheet) guessAnchor() {
	start := 0
	for start+1 < len(s.cands) && !(s.cands[start].prose && s.cands[start+1].prose) {
		start++
	}
	most := 0.0
	for i := max(0, start-headReach); i < min(start+1, len(s.cands)); i++ {
		if score := s.headlineLike(i) - float64(start-i)/headReach; score > most {
			s.anchor, most = i, score
		}
	}
}

// headlineLike says how much a line by itself looks like a headline: 0 not at all.
func (s *sheet) headlineLike(i int) float64 {
	c := &s.cands[i]
	switch {
	case c.kind != aLine || c.runes < leastHeadline || c.runes > mostHeadline || c.link*2 > c.ink:
		return 0
	case c.says.All() != 0 || len(date.In(c.text, s.home)) > 0 || readSignature(c.text, nil, s.p.lang).only || isCredit(c.text):
		return 0
	}
	score := 1.0
	if c.runes >= likelyLeast && c.runes <= likelyMost {
		score += 0.5
	}
	if lineEnd(s, i) != endStop {
		score += 0.5
	}
	if c.words > 3 || isWide(firstRune(c.text)) {
		score += 0.3
	}
	return score
}

// rank is what the look of a line says for its being the headline.
func (s *sheet) rank(c *candidate) float64 {
	nd := &s.p.nodes[c.at]
	score := 0.0
	switch nd.tag {
	case atom.H1:
		score = firstRank
	case atom.H2:
		score = secondRank
	case atom.H3:
		score = thirdRank
	}
	if attr2(nd, "role") == "heading" && attr2(nd, "aria-level") == "1" {
		score = firstRank
	}
	if c.link*10 > c.ink*9 {
		if s.p.leadsHome(c.at) {
			score -= homeLink
		}
		if !isHeading(nd.tag) {
			score -= inMenu
		}
	}
	if s.p.inList(c.at) || s.p.tagAbove(c.at, atom.Nav, atom.Footer) {
		score -= inMenu
	}
	return score
}

// tagAbove reports whether an element, or one around it, has one of the tags.
func (p *page) tagAbove(i int32, tags ...atom.Atom) bool {
	for j := i; j > 0; j = p.nodes[j].parent {
		for _, t := range tags {
			if p.nodes[j].tag == t {
				return true
			}
		}
	}
	return false
}

// bodyLevels says how much a paragraph speaks for each element around it, the nearest first.
var bodyLevels = [...]float64{1, 0.9, 0.6, 0.4, 0.25}

// mostOfLine bounds how much one long line counts, in letters.
const mostOfLine = 400

// findBody finds the element that has most of the prose behind the headline right below it.
func (s *sheet) findBody() {
	from := max(s.anchor, 0)
	if s.prose[len(s.cands)]-s.prose[from] < 2 {
		from = 0
	}
	sum := map[int32]float64{}
	for i := from; i < len(s.cands); i++ {
		c := &s.cands[i]
		if !c.prose {
			continue
		}
		j := s.p.nodes[c.at].parent
		for _, w := range bodyLevels {
			if j < 0 || s.p.nodes[j].tag == atom.Html {
				break
			}
			sum[j] += w * float64(min(c.runes, mostOfLine))
			j = s.p.nodes[j].parent
		}
	}
	most := 0.0
	for j, v := range sum {
		if v > most || v == most && j > s.body {
			s.body, most = j, v
		}
	}
}

// findBoxes finds for each candidate the outermost element that does not hold the body,
// and the innermost one with another candidate in it.
func (s *sheet) findBoxes() {
	s.module, s.box = make([]int32, len(s.cands)), make([]int32, len(s.cands))
	for i := range s.cands {
		c := &s.cands[i]
		s.module[i], s.box[i] = c.at, -1
		for j := c.at; j > 0; j = s.p.nodes[j].parent {
			from, to := s.span(j)
			if s.box[i] < 0 && to-from > 1 {
				s.box[i] = j
			}
			if s.p.within(s.body, j) {
				break
			}
			s.module[i] = j
		}
		if s.box[i] < 0 {
			s.box[i] = s.module[i]
		}
	}
}

// setting tells how a candidate is set: its element and class, and those of its parent. Classes
// count as marks that are equal or not; what they say does not matter here.
func (s *sheet) setting(i int32) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for range 2 {
		if i < 0 {
			break
		}
		nd := &s.p.nodes[i]
		if nd.n != nil {
			h.WriteString(nd.n.Data)
			h.WriteByte(0)
			h.WriteString(attr2(nd, "class"))
			h.WriteByte(1)
		}
		i = nd.parent
	}
	return h.Sum64()
}

// findSigns counts how candidates are set, and finds how most of the prose is.
func (s *sheet) findSigns() {
	s.sign, s.signs = make([]uint64, len(s.cands)), map[uint64]int{}
	prose := map[uint64]int{}
	most := 0
	for i := range s.cands {
		c := &s.cands[i]
		at := c.at
		if c.split != 0 {
			at = c.split
		}
		s.sign[i] = s.setting(at)
		s.signs[s.sign[i]]++
		if c.prose && s.p.within(c.at, s.body) {
			if prose[s.sign[i]] += min(c.runes, mostOfLine); prose[s.sign[i]] > most {
				most = prose[s.sign[i]]
				s.common, s.commonT = s.sign[i], s.p.nodes[c.at].tag
			}
		}
	}
}

// findUnder notes below which heading of furniture each candidate stands: the last line above it
// that looks like a heading and says so, until another heading has prose below it.
func (s *sheet) findUnder() {
	s.under = make([]underHeading, len(s.cands))
	last := -1
	for i := range s.cands {
		c := &s.cands[i]
		s.under[i].at = last
		if c.kind != aLine || c.runes > headingRunes {
			continue
		}
		if h := c.heads(); h == 1 || h == 3 {
			last = i
		} else if isHeading(s.p.nodes[c.at].tag) && c.link*2 < c.ink && i+1 < len(s.cands) && s.cands[i+1].prose {
			last = -1
		}
	}
}

// shape tells what an element is made of: its tag, and kind, element and linkage of the first
// candidates in it. Cards of one make have the same.
func (s *sheet) shape(i int32) uint64 {
	if h, ok := s.shapes[i]; ok {
		return h
	}
	if s.shapes == nil {
		s.shapes = map[int32]uint64{}
	}
	var h maphash.Hash
	h.SetSeed(seed)
	h.WriteString(s.p.nodes[i].n.Data)
	from, to := s.span(i)
	for k := from; k < min(to, from+6); k++ {
		c := &s.cands[k]
		h.WriteByte(byte(c.kind))
		h.WriteString(s.p.nodes[c.at].n.Data)
		if c.link*2 > c.ink {
			h.WriteByte(1)
		}
	}
	s.shapes[i] = h.Sum64()
	return s.shapes[i]
}

// alike counts the neighbours of an element that have its shape, itself included, up to 9.
func (s *sheet) alike(i int32) int {
	up := s.p.nodes[i].parent
	if up < 0 {
		return 1
	}
	n, looked := 0, 0
	for j := up + 1; j < s.p.nodes[up].end && n < 9 && looked < 60; j = s.p.nodes[j].end {
		nd := &s.p.nodes[j]
		if nd.tag == 0 || nd.text == 0 {
			continue
		}
		looked++
		if nd.tag == s.p.nodes[i].tag && s.shape(j) == s.shape(i) {
			n++
		}
	}
	return max(n, 1)
}
