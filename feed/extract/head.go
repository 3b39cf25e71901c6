package extract

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// titles are the names a page gives its article outside the text: often made
// for search engines, but they tell which of its headings is the headline.
func (p *page) titles(ld *ldArticle) []string {
	var out []string
	for _, t := range []string{p.meta.get("og:title"), ld.headline, p.meta.get("twitter:title"), p.meta.title} {
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}

// headline finds the element that shows the headline, -1 when none does.
func (p *page) headline(titles []string) int32 {
	best, bestScore := int32(-1), 0.0
	count := 0
	known := make([]map[string]int, len(titles))
	for i, t := range titles {
		known[i] = keyWords(t)
	}
	for i := range p.nodes {
		nd := &p.nodes[i]
		level := 0.0
		switch {
		case nd.tag == atom.H1:
			level = 1
		case nd.tag == atom.H2, nd.tag == atom.H3, nd.marks&mHeadline != 0 && nd.flag&fBlock != 0 && nd.tag != atom.Header:
			level = 0.5
		default:
			continue
		}
		if nd.flag&(fHidden|fUI) != 0 || nd.text == 0 || nd.text > 400 || nd.marks&mLogo != 0 {
			continue
		}
		text := p.line(int32(i))
		score := 0.0
		words := keyWords(text)
		for _, t := range known {
			score = max(score, overlap(words, t))
		}
		if nd.tag == atom.H1 {
			count++
		}
		if level < 1 && score < 0.7 {
			continue
		}
		if nd.above&(mRelated|mTeaser|mNav|mFoot|mComment) != 0 && level < 1 {
			score -= 0.4
		}
		if nd.above&mLogo != 0 {
			score -= 0.3
		}
		if nd.tag == atom.H1 && (nd.above&(mNav|mFoot|mCrumb|mDialog) != 0 || p.inList(int32(i))) {
			score -= 0.6
		}
		score += level
		if score > bestScore+0.001 {
			best, bestScore = int32(i), score
		}
	}
	if bestScore < 1.2 && len(titles) > 0 && count > 0 { // an h1 that has nothing to do with the title: the site's name
		if t := p.line(best); utf8.RuneCountInString(t) < 12 {
			return -1
		}
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

// plainTitle is the headline of a page that shows none: of its titles the one
// that the others begin with.
func (p *page) plainTitle(titles []string) string {
	best := titles[0]
	for _, t := range titles[1:] {
		if len(t) > 15 && len(t) < len(best) && strings.HasPrefix(best, t) {
			best = t
		}
	}
	return p.siteless(best)
}

// siteless drops the site's name from the end of a title: "Title | Site".
func (p *page) siteless(title string) string {
	site := p.meta.get("og:site_name", "application-name")
	for _, sep := range []string{" | ", " - ", " – ", " — ", " • ", " :: ", " · ", " » "} {
		if i := strings.LastIndex(title, sep); i > 0 {
			tail := title[i+len(sep):]
			if site != "" && likeness(tail, site) > 0.4 || sep == " | " && len(tail) < 30 || strings.Contains(tail, ".") && !strings.Contains(tail, " ") {
				return p.siteless(title[:i])
			}
		}
	}
	return title
}

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
			return p.line(j), j
		}
		if nd.own == 0 || nd.flag&fBlock == 0 {
			continue
		}
		blocks++
		if nd.own < 20 || nd.text > 1200 || nd.marks&(mByline|mDate|mTags) != 0 && nd.text < 200 {
			continue
		}
		if p.unmarkedStandfirst(j, h, root, prose, titles, descriptions) {
			return p.line(j), j
		}
		if nd.flag&fProse != 0 {
			prose++
		}
	}
	return "", -1
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
	case sentenceEnd(text) && p.apart(j) && !dateLike.MatchString(cut(text, 30)):
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
		return class != "" && class != other && nd.text < 500 && after >= 0 && attr(p.nodes[after].n, "class") == other && p.nodes[after].tag == nd.tag && !firstLetter.MatchString(class)
	}
	a, b := &p.nodes[nd.parent], &p.nodes[o.parent]
	return o.tag != nd.tag || other != class || a.tag != b.tag || attr(a.n, "class") != attr(b.n, "class")
}

// firstLetter is in the class of a first paragraph that differs in its initial only.
var firstLetter = regexp.MustCompile(`(?i)first|drop|initial|dcap`)

// nextProse is the first block of prose from j on, -1 when there is none.
func (p *page) nextProse(j int32) int32 {
	for ; j < int32(len(p.nodes)); j++ {
		o := &p.nodes[j]
		if o.flag&(fNoise|fHidden) != 0 {
			j = o.end - 1
			continue
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
