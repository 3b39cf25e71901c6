// Package extract takes a news page apart: kicker, headline, standfirst,
// byline, dates, pictures with caption and credit, the text in blocks, the
// agency's credit line.
//
// A page goes through it top to bottom: one html.Parse and one walk that measures every element (page), the lines and
// pictures that a reader could point at (candidates), the questions asked of each of them (evidence), the reading of
// the whole page whose answers weigh most (decide), and the article put together of it (assemble, finish). What each
// answer weighs stands in weights.txt and, for copied text, in plain.txt; program fit finds them. The package knows no
// publisher; the words of the languages are data of package lexicon.
package extract

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"depesche/feed"
	"depesche/feed/extract/chain"
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
	URL     string       // address of the page: links and pictures are resolved against it
	Rules   *Rules       // the reader's own for this site; nil: none
	Weights *chain.Model // instead of the built-in ones; nil: those
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
		a, err := explainText(src, o, t)
		return a, t.lines, err
	}
	a, err := article(src, o, t)
	return a, t.lines, err
}

func article(src []byte, o Options, why *trace) (feed.Article, error) {
	a := feed.Article{Link: o.URL}
	p, err := newPage(src, o, why)
	if err != nil {
		return a, err
	}
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

// newPage parses a page and measures it. The error is ErrNoArticle.
func newPage(src []byte, o Options, why *trace) (*page, error) {
	doc, err := parse(src)
	if err != nil {
		return nil, ErrNoArticle
	}
	p := &page{opt: o, words: newMarkCache(), why: why, kept: o.Rules.apply(doc, why)}
	p.nodes = make([]node, 0, min(bytes.Count(src, []byte("<"))+64, maxNodes))
	p.walk(doc, false)
	if len(p.nodes) == 0 {
		return nil, ErrNoArticle
	}
	if good := p.nodes[0].good; good < 200 || p.unseen > 1500 && p.unseen > 4*good { // a page whose text is shown by a script
		p.meta = meta{}
		p.walk(doc, true)
	}
	p.setBase()
	p.lang = langTag(p.meta.htmlLang)
	return p, nil
}

// lead picks the lead picture: the first one above the text, before others the one that stands for the
// page where it is shared; else the first in the text when it stands before the first paragraph.
func (p *page) lead(a *feed.Article, heads []piece, pieces *[]piece) {
	og := p.address(p.meta.get("og:image"))
	body := *pieces
	n := 0
	for n < len(body) && body[n].Kind == feed.Figure {
		n++
	}
	cand := append(append([]piece{}, heads...), body[:n]...)
	body = body[n:]
	lead := p.leadOf(cand, og)
	var rest []piece
	for i := range cand {
		pic := cand[i].Picture
		switch {
		case i == lead:
			a.Lead = pic
		case pic.URL == "" && pic.Caption == "", lead >= 0 && pic.URL != "" && samePicture(pic.URL, cand[lead].Picture.URL):
		default:
			rest = append(rest, cand[i])
		}
	}
	if a.Lead == nil && og != "" {
		body = p.leadInText(a, og, body)
	} else if a.Lead != nil && a.Lead.URL == "" {
		a.Lead.URL = og
	}
	*pieces = slices.DeleteFunc(append(rest, body...), func(pc piece) bool {
		return pc.Kind == feed.Figure && pc.Picture.URL == "" && pc.Picture.Caption == "" && pc.Picture.Credit == ""
	})
}

// leadOf gives the number of the lead among the pictures above the text, -1 where none is.
func (p *page) leadOf(list []piece, og string) int {
	first := -1
	for i := range list {
		switch pic := list[i].Picture; {
		case og != "" && sizeOf(pic.URL, og):
			return i
		case first < 0 && pic.URL != "":
			first = i
		}
	}
	if first < 0 && len(list) > 0 {
		return 0
	}
	return first
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
