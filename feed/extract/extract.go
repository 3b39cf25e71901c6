// Package extract takes a news page apart: kicker, headline, standfirst,
// byline, dates, pictures with caption and credit, the text in blocks, the
// agency's credit line.
//
// One html.Parse, one walk that measures every element; then the parts are
// looked for top to bottom, each in a file of its own. The package knows no
// publisher: its rules are about how newspapers write pages, and the words they
// look for stand in tables (words.go, patterns.go).
package extract

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"depesche/feed"
)

// ErrNoArticle says that a page holds no text which could be an article.
var ErrNoArticle = errors.New("no article found on the page")

// ErrConsentWall and ErrPaywall are ErrNoArticle, and say what stood in its place.
var (
	ErrConsentWall error = &wallError{"a consent dialogue in place of the article"}
	ErrPaywall     error = &wallError{"a paywall in place of the article"}
)

type wallError struct{ what string }

func (e *wallError) Error() string { return e.what }
func (e *wallError) Unwrap() error { return ErrNoArticle }

// Options say what is known about a page from elsewhere.
type Options struct {
	URL   string // address of the page: links and pictures are resolved against it
	Rules *Rules // the reader's own for this site; nil: none
}

// Article takes an HTML page in UTF-8 apart. The error is ErrNoArticle, or one of
// those that wrap it, when there is no text; the article may then still hold what the page's metadata say.
func Article(src []byte, o Options) (feed.Article, error) {
	return article(src, o, nil)
}

// Explain does what Article does, or Text when the page is no HTML, and tells
// how it came about.
func Explain(src []byte, o Options) (feed.Article, []feed.Reason, error) {
	t := &trace{}
	if !IsHTML(src) {
		a, err := Text(src, o)
		t.plain(&a)
		return a, t.lines, err
	}
	a, err := article(src, o, t)
	return a, t.lines, err
}

func article(src []byte, o Options, why *trace) (feed.Article, error) {
	a := feed.Article{Link: o.URL}
	doc, states, tags, err := parse(src, o.Rules != nil)
	if err != nil {
		return a, ErrNoArticle
	}
	p := &page{opt: o, words: newMarkCache(), why: why, states: states, kept: o.Rules.apply(doc, why)}
	p.nodes = make([]node, 0, min(tags+64, maxNodes))
	p.walk(doc, false)
	if len(p.nodes) == 0 {
		return a, ErrNoArticle
	}
	if good := p.nodes[0].good; good < 200 || p.unseen > 1500 && p.unseen > 4*good { // a page whose text is shown by a script
		p.meta = meta{}
		p.walk(doc, true)
	}
	p.setBase()
	p.take(&a)
	if len(a.Body) > 0 {
		return a, nil
	}
	switch a.Access {
	case feed.ConsentWall:
		return a, ErrConsentWall
	case feed.Paywall:
		return a, ErrPaywall
	default:
		return a, ErrNoArticle
	}
}

// take reads the parts of the article off the measured page.
func (p *page) take(a *feed.Article) {
	ld := p.meta.article()
	p.lang = langTag(p.meta.htmlLang)
	titles := p.titles(&ld)
	h := p.headline(titles)
	below := ""
	if h >= 0 {
		a.Kicker, a.Headline, below = p.headlineParts(h, titles)
		if a.Kicker == "" {
			a.Kicker = p.kickerBefore(h, a.Headline, titles)
			p.tell("kicker", "element before the headline", a.Kicker)
		} else {
			p.tell("kicker", "first part of the heading", a.Kicker)
		}
		p.note("headline", "heading likest to the page's titles", h)
	} else if len(titles) > 0 {
		a.Headline = p.plainTitle(titles)
		p.tell("headline", "no heading on the page: its title", a.Headline)
	}
	p.judge(h)
	region := p.region(h)
	descriptions := []string{ld.description}
	descriptions = append(descriptions, p.meta.all("og:description", "description", "twitter:description")...)
	root := p.root(region)
	stand, at := p.standfirst(&head{h, region, root, titles, descriptions})
	a.Standfirst = stand
	if stand == "" {
		a.Standfirst = below
	}
	if at >= 0 {
		p.nodes[at].flag |= fUsed
		p.note("standfirst", "summary between headline and text", at)
		if over := p.headingOver(at); over >= 0 && !p.within(h, over) {
			p.nodes[over].flag |= fUsed
			p.note("drop", "heading of the standfirst", over)
		}
	}
	if h >= 0 {
		p.nodes[h].flag |= fUsed
	}
	a.Published, a.Modified = p.dates(&ld, h)
	a.Byline, a.Authors = p.authors(&ld, h, region)
	a.Section, a.Topics = p.section(&ld), p.topics(&ld, h)
	a.Canonical = p.address(p.meta.canonical)
	p.body(a, h, region, root)
	p.fallback(a, &ld)
	if len(a.Body) == 0 && len(a.Standfirst) >= 60 { // a piece of news of one paragraph
		a.Body, a.Standfirst = []feed.Block{{Text: feed.Plain(a.Standfirst)}}, ""
	}
	p.stated(a, &ld)
	p.sourceLine(a, h, region, root)
	p.bylineAgencies(a, &ld)
	if len(a.Body) > 0 {
		a.Body = p.addNotes(a.Body)
	}
	var text strings.Builder
	for i := range a.Body {
		if text.Len() < 8000 {
			text.WriteString(a.Body[i].Text.String())
			text.WriteByte('\n')
		}
	}
	a.Language = p.language(&ld, text.String())
	a.Access = p.access(&ld, a, root)
	p.account(a, &ld)
}

// body builds the blocks and finds the lead picture.
func (p *page) body(a *feed.Article, h, region, root int32) {
	p.note("body", "element with nearly all of the prose", root)
	p.findNotes(root)
	b := builder{p: p, root: root, block: root, filter: true}
	opening, closing := p.beside(h, region, root)
	b.beside(opening, 60)
	for j := root + 1; j < p.nodes[root].end; j = p.nodes[j].end {
		b.node(j)
	}
	b.flush()
	b.beside(closing, 120)
	before, after := p.keptPieces(root)
	pieces := slices.Concat(before, b.pieces, after)
	p.dropAbove(pieces, h, root)
	p.keyPoints(pieces, a)
	pieces = p.finish(pieces, a)
	heads := p.headFigures(region, root)
	p.lead(a, heads, &pieces)
	for i := range pieces {
		a.Body = append(a.Body, pieces[i].Block)
	}
}

// dropAbove drops what stands before the headline inside the root: it is no
// text, unless it is most of the text.
func (p *page) dropAbove(pieces []piece, h, root int32) {
	if h < 0 || !p.within(h, root) {
		return
	}
	above, all := 0, 0
	for i := range pieces {
		if pieces[i].Kind == feed.Paragraph {
			all += len(pieces[i].text)
			if pieces[i].at < h {
				above += len(pieces[i].text)
			}
		}
	}
	if above*2 > all {
		return
	}
	for i := range pieces {
		if pieces[i].at < h && pieces[i].Kind != feed.Figure && !p.isKept(&pieces[i]) {
			pieces[i].drop = "above the headline"
		}
	}
}

// headFigures are the pictures between headline and text that do not stand in
// the text's own element.
func (p *page) headFigures(region, root int32) []piece {
	if region == root {
		return nil
	}
	b := builder{p: p, root: region, block: region, filter: true}
	for j := region + 1; j < root; {
		if p.within(root, j) {
			j++
			continue
		}
		b.node(j)
		j = p.nodes[j].end
	}
	b.flush()
	p.attachCaptions(b.pieces)
	out := b.pieces[:0]
	for _, pc := range b.pieces {
		if pc.Kind == feed.Figure {
			out = append(out, pc)
		}
	}
	return out
}

// lead picks the lead picture: the first one above the text, else the first in
// the text when it stands before the first paragraph.
func (p *page) lead(a *feed.Article, heads []piece, pieces *[]piece) {
	og := p.address(p.meta.get("og:image"))
	body := *pieces
	n := 0
	for n < len(body) && body[n].Kind == feed.Figure {
		n++
	}
	cand := append(append([]piece{}, heads...), body[:n]...)
	body = body[n:]
	var rest []piece
	for i := range cand {
		pic := cand[i].Picture
		if a.Lead == nil && pic.URL != "" {
			a.Lead = pic
			continue
		}
		if pic.URL == "" && pic.Caption == "" || a.Lead != nil && samePicture(pic.URL, a.Lead.URL) {
			continue
		}
		rest = append(rest, cand[i])
	}
	if a.Lead == nil && og != "" {
		body = p.leadInText(a, og, body)
	}
	*pieces = append(rest, body...)
	kept := (*pieces)[:0]
	for _, pc := range *pieces {
		if pc.Kind == feed.Figure && pc.Picture.URL == "" && pc.Picture.Caption == "" {
			continue
		}
		kept = append(kept, pc)
	}
	*pieces = kept
}

// leadInText takes the picture that stands for the page where it is shared as
// the lead: with its caption where it is the first one in the text, and not at
// all where it stands further down.
func (p *page) leadInText(a *feed.Article, og string, body []piece) []piece {
	first := true
	for i := range body {
		pic := body[i].Picture
		if pic == nil || pic.URL == "" {
			continue
		}
		if sizeOf(pic.URL, og) {
			if first {
				a.Lead = pic
				return append(body[:i:i], body[i+1:]...)
			}
			return body
		}
		first = false
	}
	a.Lead = &feed.Picture{URL: og, Alt: p.meta.get("og:image:alt")}
	return body
}

func (p *page) section(ld *ldArticle) string {
	if ld.section != "" {
		return ld.section
	}
	return p.meta.get("article:section", "section", "parsely-section", "cxenseparse:section")
}

// path is where an element stands: "article > div.body > p".
func (p *page) path(i int32) string {
	var parts []string
	for j := i; j >= 0 && len(parts) < 4; j = p.nodes[j].parent {
		nd := &p.nodes[j]
		if nd.tag == 0 {
			continue
		}
		s := nd.n.Data
		if c := strings.Fields(attr(nd.n, "class")); len(c) > 0 {
			s += "." + c[0]
		}
		parts = append([]string{s}, parts...)
	}
	return feed.Line(strings.Join(parts, " > "))
}

func cut(s string, n int) string {
	for i := range s {
		if i >= n {
			return s[:i] + "…"
		}
	}
	return s
}

// IsHTML reports whether data looks like an HTML page rather than plain text.
func IsHTML(data []byte) bool {
	head := bytes.ToLower(data[:min(len(data), 4096)])
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<p>", "<p ", "<div", "<article"} {
		if bytes.Contains(head, []byte(tag)) {
			return true
		}
	}
	return false
}
