package extract

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"depesche/feed"
	"depesche/feed/extract/lexicon"
)

// take reads the parts of the article off the measured page.
func (p *page) take(a *feed.Article) {
	ld := p.meta.article()
	r := newSheet(p, &ld).read(p.model())
	r.explain()
	r.headline(a)
	a.Standfirst = r.joined(r.all(partStandfirst))
	h := r.headNode()
	a.Published, a.Modified = p.dates(&ld, h)
	r.authors(a)
	a.Section, a.Topics = p.section(&ld), p.topics(&ld, h)
	a.Canonical = p.address(p.meta.canonical)
	r.body(a)
	p.fallback(a, &ld)
	if len(a.Body) == 0 && len(a.Standfirst) >= 60 { // a piece of news of one paragraph
		a.Body, a.Standfirst = []feed.Block{{Text: feed.Plain(a.Standfirst)}}, ""
	}
	p.stated(a, &ld)
	r.sources(a)
	p.bylineAgencies(a, &ld)
	if len(a.Body) > 0 {
		a.Body = p.addNotes(a.Body)
	}
	a.Language = p.language(&ld, beginning(a))
	a.Access = r.access(a)
	p.account(a, &ld)
}

// beginning is the beginning of an article's text, by which its language is known.
func beginning(a *feed.Article) string {
	var text strings.Builder
	for i := range a.Body {
		if text.Len() > 8000 {
			break
		}
		text.WriteString(a.Body[i].Text.String())
		text.WriteByte('\n')
	}
	return text.String()
}

// headNode is the element of the headline, -1 where the page shows none.
func (r *reading) headNode() int32 {
	if h := r.all(partHeadline); len(h) > 0 {
		return r.cands[h[0]].at
	}
	if r.anchor >= 0 {
		return r.cands[r.anchor].at
	}
	return -1
}

// headline takes the headline and the kicker, which may stand in one line.
func (r *reading) headline(a *feed.Article) {
	lines := r.headlineLines()
	a.Headline = strings.Join(lines, " ")
	if a.Headline == "" && len(r.titles) > 0 {
		a.Headline = r.p.plainTitle(r.titles)
	}
	if k := r.all(partKicker); len(k) > 0 {
		a.Kicker = trimKicker(r.cands[k[len(k)-1]].text)
		return
	}
	if below := r.restOfHeading(); below != "" {
		lines = append(lines, below)
	}
	for _, t := range r.titles {
		t = r.p.siteless(t)
		if len(lines) > 1 && kickedTitle(t, trimKicker(lines[0]), strings.Join(lines[1:], " ")) {
			a.Kicker, a.Headline = trimKicker(lines[0]), strings.Join(lines[1:], " ")
			return
		}
		if rest, ok := strings.CutSuffix(a.Headline, t); ok && len(t) > 11 && len(rest) < 80 && strings.HasSuffix(strings.TrimRight(rest, " "), ":") {
			a.Kicker, a.Headline = trimKicker(rest), t
			return
		}
	}
}

// restOfHeading is what stands behind the headline in its own heading and was not taken for a part of it.
func (r *reading) restOfHeading() string {
	h := r.all(partHeadline)
	if len(h) == 0 {
		return ""
	}
	last := h[len(h)-1]
	if next := last + 1; next < len(r.cands) && r.cands[next].at == r.cands[last].at && isHeading(r.p.nodes[r.cands[last].at].tag) {
		return r.cands[next].text
	}
	return ""
}

// headlineLines are the lines of the headline; one that the others say once more, for readers who cannot see
// the page, is left out.
func (r *reading) headlineLines() []string {
	var lines []string
	for _, i := range r.all(partHeadline) {
		lines = append(lines, r.cands[i].text)
	}
	if len(lines) < 2 || len(lines) > mostLines {
		return lines
	}
	for k, l := range lines {
		rest := slices.Concat(lines[:k], lines[k+1:])
		if key := foldKey(l); key == foldKey(strings.Join(rest, "")) || saysMoreThan(rest, l) || slices.ContainsFunc(rest, func(o string) bool { return foldKey(o) == key }) {
			return rest
		}
	}
	return lines
}

// mostLines is how many lines of a headline are held against each other; real ones have two or three.
const mostLines = 12

// saysMoreThan reports whether one of the lines goes on where another was cut off: "The bridge is..." .
func saysMoreThan(lines []string, cut string) bool {
	begins := strings.TrimRight(cut, ".… ")
	return begins != cut && slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, begins) })
}

// authors reads the lines that say who wrote it, and holds them against what data say.
func (r *reading) authors(a *feed.Article) {
	p, ld := r.p, r.ld
	var names, guessed []string
	last := -1 // of the lines that only look like names
	for _, i := range r.all(partByline) {
		said := r.signature(i)
		if said.only {
			addAgencies(a, said.agencies)
		}
		sure, signs := r.signs(&said, i)
		if signs && !sure && last >= 0 && i != last+1 {
			signs = false // names apart from the first ones are a menu's
		}
		if !signs {
			continue
		}
		if len(said.names) > 0 && (a.Byline == "" || sure && len(names) == 0) && r.printsByline(i) {
			a.Byline = withoutDay(r.cands[i].text)
		}
		for _, n := range said.names {
			if sure {
				names = addName(names, n)
			} else {
				guessed, last = addName(guessed, n), i
			}
		}
		addAgencies(a, said.agencies)
	}
	if len(withoutPapers(names, r.siteKeys, p.lang)) == 0 {
		if names = guessed; len(names) == 0 {
			names = r.signedSource()
		}
	}
	tags := p.meta.all(authorTags...)
	if a.Authors = reconcile(names, ld.authors, tags, r.siteKeys, p.lang); len(a.Authors) == 0 {
		a.Authors = handles(append(append([]string{}, ld.authors...), tags...), r.siteKeys)
	}
	if !namesOneOf(a.Byline, a.Authors) {
		a.Byline = strings.Join(a.Authors, ", ")
	}
}

// signedSource are the people that the line of the agency names, where it does: "Ada Lindner, Reuters".
func (r *reading) signedSource() []string {
	for _, i := range r.all(partSource) {
		if said := r.signature(i); said.only && anyFullName(said.names) {
			return said.names
		}
	}
	return nil
}

// surelyNames is from where on a line looks like nothing but names.
const surelyNames = 0.8

// signs reports whether the names of a line are authors', and whether that is sure. Where data name people, the line
// has to name one of them; else it is sure where a word such as "By" stands before them or they lead to authors'
// pages, and a guess where the line is nothing but names.
func (r *reading) signs(said *signature, i int) (sure, signs bool) {
	if len(r.sheet.authors) > 0 {
		named := slices.ContainsFunc(said.names, func(n string) bool { return slices.Contains(r.sheet.authors, foldKey(n)) })
		return named, named
	}
	if r.cands[i].says.All().Has(lexicon.Paywall) { // in a script without capitals such a line looks like a name
		return false, false
	}
	if said.led || said.linked {
		return true, true
	}
	return false, said.only && (nameLike(r.cands[i].text) >= surelyNames || len(said.agencies) > 0 && anyFullName(said.names) || !hasCase(r.cands[i].text))
}

// hasCase reports whether a line is in a script with capitals.
func hasCase(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsLower(r) })
}

// printsByline reports whether a line may stand as the byline as printed: a sentence about the author is none.
func (r *reading) printsByline(i int) bool {
	c := &r.cands[i]
	return len(c.text) < longByline && !(c.prose && sentenceEnd(c.text))
}

// longByline is the longest line that is kept as the byline as printed, in bytes.
const longByline = 300

// namesOneOf reports whether a printed byline has one of the names in it.
func namesOneOf(line string, names []string) bool {
	key := foldKey(line)
	for _, n := range names {
		if strings.Contains(key, foldKey(n)) {
			return true
		}
	}
	return false
}

// signature reads the line of a candidate as a byline; links to people in it are the names.
func (r *reading) signature(i int) signature {
	c := &r.cands[i]
	var links []string
	for j := c.from; j < c.to; j++ {
		if r.p.nodes[j].tag != 0 || r.p.nodes[j].flag&fLink == 0 {
			continue
		}
		for k := r.p.nodes[j].parent; k > 0; k = r.p.nodes[k].parent {
			if r.p.nodes[k].tag == atom.A {
				if n := r.p.nodes[k].n; attr(n, "rel") == "author" || leadsToAuthor(attr(n, "href")) {
					links = addName(links, r.p.line(k))
				}
				break
			}
		}
	}
	said := readSignature(c.text, links, r.p.lang)
	said.linked = len(links) > 0
	return said
}

// isText reports whether a part stands in the running text.
func (p part) isText() bool { return p == partText || p == partSubhead }

// root is the smallest element around all of the text.
func (r *reading) root() int32 {
	root := int32(-1)
	for i := range r.path {
		if !r.part(i).isText() && !(r.part(i) == partFigure && r.stretch(i) == stretchText) {
			continue
		}
		at := r.cands[i].at
		if root < 0 {
			root = at
		}
		for root > 0 && !r.p.within(at, root) {
			root = r.p.nodes[root].parent
		}
	}
	return max(root, 0)
}

// body takes the text and the pictures.
func (r *reading) body(a *feed.Article) {
	p := r.p
	p.taken = make([]part, len(p.nodes))
	for i := range r.cands {
		c := &r.cands[i]
		for j := c.from; j < c.to; j++ {
			p.taken[j] = r.part(i)
		}
	}
	heads := r.pictures()
	root := r.root()
	if p.nodes[root].tag != 0 && p.nodes[root].flag&fBlock != 0 && p.nodes[root].parent >= 0 && root > 0 {
		switch p.nodes[root].tag {
		case atom.P, atom.Ul, atom.Ol, atom.Li, atom.Blockquote, atom.Table, atom.Pre:
			root = p.nodes[root].parent
		}
	}
	p.findNotes(root)
	b := builder{p: p, root: root, block: root, reading: r}
	b.children(root)
	b.flush()
	pieces := b.pieces
	r.corrections(a)
	pieces = p.finish(pieces, a)
	p.lead(a, heads, &pieces)
	for i := range pieces {
		a.Body = append(a.Body, pieces[i].Block)
	}
}

// holdsText reports whether an element holds something of the running text, or a picture of it.
func (r *reading) holdsText(i int32) bool {
	from, to := r.span(i)
	for k := from; k < to; k++ {
		if r.part(k).isText() || r.part(k) == partFigure && r.stretch(k) == stretchText {
			return true
		}
	}
	return false
}

// amid reports whether an element without words, a frame or a rule, stands in the text: between its
// lines, and in no box that was left out.
func (r *reading) amid(i int32) bool {
	k := int(r.before[i])
	if k == 0 || k >= len(r.cands) || r.stretch(k-1) < stretchHead || r.stretch(k) == stretchEnd && r.stretch(k-1) != stretchText {
		return false
	}
	for j := i; j > 0 && !r.p.within(r.sheet.body, j); j = r.p.nodes[j].parent {
		if t := r.p.nodes[j].tag; j == i || t == atom.Figure { // its own words, and those of its frame, say nothing
			continue
		}
		if from, to := r.span(j); to > from {
			return r.holdsText(j)
		}
	}
	return true
}

// pictures makes the pictures of the article, gives each its caption and credit, and returns
// those that stand above the text.
func (r *reading) pictures() []piece {
	of := map[int]*feed.Picture{}
	r.p.pics = map[int32]*feed.Picture{}
	for _, i := range r.all(partFigure) {
		c := &r.cands[i]
		if pic := r.p.picture(c.at); pic != nil {
			of[i] = pic
		}
	}
	said, saidOf := -2, -1           // the last line that was said of a picture, and which one
	loose := map[int]*feed.Picture{} // captions whose picture is not there, by their first line
	for i := 0; i < len(r.cands); i++ {
		if r.part(i) != partCaption && r.part(i) != partCredit {
			continue
		}
		j := r.pictureOf(i)
		if follows := i == said+1 && (r.part(i) == partCredit || of[saidOf] != nil && of[saidOf].Caption == ""); follows {
			j = saidOf // what stands right behind a caption is of the same picture
		}
		if j >= 0 {
			said, saidOf = i, j
			if pic := of[j]; pic != nil { // else it is said of a picture that is none of the article's
				r.say(pic, i)
			}
			continue
		}
		pic := &feed.Picture{}
		last := r.sayTogether(pic, i)
		if pic.Caption != "" || pic.Credit != "" {
			loose[i] = pic
		}
		i = last
	}
	var heads []piece
	for i := range r.cands {
		pic, at := of[i], r.cands[i].at
		switch {
		case pic != nil:
			if pic.Caption == "" {
				r.p.captionInData(at, pic)
			}
			if pic.Credit == "" {
				pic.Credit = r.p.creditInData(at)
			}
		case loose[i] != nil:
			pic, at = loose[i], r.cands[i].from
		default:
			continue
		}
		if r.stretch(i) < stretchText {
			heads = append(heads, piece{Block: feed.Block{Kind: feed.Figure, Picture: pic}, at: at})
		} else {
			r.p.pics[at] = pic
		}
	}
	return heads
}

// sayTogether adds the lines from i on that are of one picture which is not there: its caption, then its
// credit. It gives the last of them.
func (r *reading) sayTogether(pic *feed.Picture, i int) int {
	for j := i; ; j++ {
		r.say(pic, j)
		next := j + 1
		switch {
		case next >= len(r.cands), r.part(next) != partCaption && r.part(next) != partCredit, r.pictureOf(next) >= 0:
			return j
		case r.part(next) == partCaption && pic.Credit != "" && pic.Caption != "":
			return j
		}
	}
}

// say adds what a line says to a picture.
func (r *reading) say(pic *feed.Picture, i int) {
	text := r.cands[i].text
	caption, credit := splitCredit(text)
	if r.part(i) == partCredit {
		if caption == "" || credit == "" || len(caption) < 20 {
			caption, credit = "", cleanCredit(text)
		}
	}
	if furniture(caption) {
		caption = ""
	}
	if caption != "" && !strings.Contains(pic.Caption, caption) {
		pic.Caption = strings.TrimSpace(pic.Caption + " " + trimCaption(caption))
	}
	if credit != "" {
		pic.Credit = joinCredits(pic.Credit, credit)
	}
}

// captionReach is how many candidates a caption stands from its picture at most.
const captionReach = 8

// pictureOf finds the picture that a caption or credit belongs to: the nearest one, before
// others the one in its own box, and the one above before the one below. -1: none.
func (r *reading) pictureOf(i int) int {
	best, least := -1, 1<<30
	for d := -captionReach; d <= captionReach; d++ {
		j := i + d
		if j < 0 || j >= len(r.cands) || r.cands[j].kind != aPicture || r.part(j) == partFigure && (r.stretch(j) == stretchText) != (r.stretch(i) == stretchText) {
			continue
		}
		cost := 2 * d
		if d < 0 {
			cost = -2*d - 1
		}
		switch {
		case r.p.sameFrame(r.cands[i].at, r.cands[j].at):
		case r.part(j) != partFigure:
			continue
		default:
			cost += 20
		}
		for k := min(i, j) + 1; k < max(i, j); k++ {
			if r.part(k).isText() {
				cost += 20
			}
		}
		if cost < least {
			best, least = j, cost
		}
	}
	if least > 30 {
		return -1
	}
	return best
}

// sameFrame reports whether two elements stand in one figure, or in one small box.
func (p *page) sameFrame(i, j int32) bool {
	for k := i; k > 0; k = p.nodes[k].parent {
		if p.within(j, k) {
			return p.nodes[k].text < frameText && p.nodes[k].tag != atom.Body
		}
		if p.nodes[k].tag == atom.Figure {
			return false
		}
	}
	return false
}

// corrections keeps the paper's own notices of what it changed, which stand beside the text.
func (r *reading) corrections(a *feed.Article) {
	for i := range r.cands {
		c := &r.cands[i]
		p := r.part(i)
		if (p == partAside || p == partAfter) && c.kind == aLine && c.runes < 700 && c.link*2 < c.ink && correction.match(c.low) {
			a.Corrections = append(a.Corrections, c.text)
		}
	}
}

// sourceReach is how many lines behind the text may hold the agency's.
const sourceReach = 4

// sources looks for the agency's line: what was taken for one, and the short lines of the head and
// right behind the text.
func (r *reading) sources(a *feed.Article) {
	for _, i := range r.all(partSource) {
		r.p.trySource(a, r.cands[i].text)
	}
	behind := 0
	for i := range r.cands {
		c := &r.cands[i]
		if c.kind != aLine || c.runes > 160 || c.link*2 > c.ink {
			continue
		}
		switch {
		case r.stretch(i) == stretchHead && (r.part(i) == partByline || r.part(i) == partAside):
			r.p.trySource(a, c.text)
		case r.stretch(i) == stretchEnd && behind < sourceReach && a.Credit == "":
			behind++
			r.p.trySource(a, c.text)
		}
	}
}
