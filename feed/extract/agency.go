package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"depesche/feed"
	"depesche/feed/wire"
)

// creditLine takes the agency's credit from the end of the text: a line of its
// own among the last ones, or the end of the last paragraph. It is no body text.
func (p *page) creditLine(pieces []piece, a *feed.Article) {
	seen := 0
	for i := len(pieces) - 1; i >= 0 && seen < 6; i-- {
		pc := &pieces[i]
		if pc.Kind != feed.Paragraph {
			continue
		}
		switch pc.drop {
		case "", "end matter", "byline or date", "byline", "small print":
		default:
			continue
		}
		seen++
		if c, ok := wire.ParseCredit(pc.text, p.lang); ok {
			pc.drop = "agency credit"
			p.setCredit(a, c)
			continue
		}
		if a.Credit == "" && len(pc.text) > 60 {
			if rest, c, ok := wire.TrailingCredit(pc.text, p.lang); ok {
				pc.Text = cutText(pc.Text, len(rest))
				pc.text = pc.Text.String()
				p.setCredit(a, c)
			}
			if len(pc.text) > 150 {
				return
			}
		}
	}
}

// setCredit keeps a credit; of several, the one that names an agency wins.
func (p *page) setCredit(a *feed.Article, c wire.Credit) {
	if a.Credit == "" || len(a.Agencies) == 0 && len(c.Agencies) > 0 {
		a.Credit = c.Line
	}
	addAgencies(a, c.Agencies)
}

func addAgencies(a *feed.Article, list []feed.Agency) {
	for _, g := range list {
		if !slices.Contains(a.Agencies, g) {
			a.Agencies = append(a.Agencies, g)
		}
	}
}

// cutText shortens a text to its first n bytes, without a blank at the end.
func cutText(t feed.Text, n int) feed.Text {
	var out feed.Text
	for _, s := range t {
		if n <= 0 {
			break
		}
		if len(s.Text) > n {
			s.Text = s.Text[:n]
		}
		n -= len(s.Text)
		out = append(out, s)
	}
	if k := len(out); k > 0 {
		out[k-1].Text = strings.TrimRight(out[k-1].Text, " \u00a0")
	}
	return out
}

// sourceLine looks for a credit in the short lines between headline and text,
// and behind the text outside its own element.
func (p *page) sourceLine(a *feed.Article, h, region, root int32) {
	if h < 0 {
		return
	}
	seen := 0
	for j := p.nodes[h].end; j < p.nodes[region].end && seen < 14; j++ {
		nd := &p.nodes[j]
		if nd.tag == 0 {
			continue
		}
		if nd.flag&fHidden != 0 || p.notSource(nd) {
			j = nd.end - 1
			continue
		}
		if nd.flag&fProse != 0 {
			break
		}
		if nd.own == 0 || nd.text > 160 {
			continue
		}
		seen++
		p.trySource(a, j)
	}
	seen = 0
	for j := p.nodes[root].end; j < min(p.nodes[region].end, p.nodes[root].end+60) && seen < 3; j++ {
		nd := &p.nodes[j]
		if nd.tag == 0 || nd.flag&fBlock == 0 || nd.own == 0 {
			continue
		}
		if p.notSource(nd) || nd.above&noise != 0 {
			j = nd.end - 1
			continue
		}
		if seen++; nd.text < 160 {
			p.trySource(a, j)
		}
	}
}

func (p *page) notSource(nd *node) bool {
	return nd.marks&(mCaption|mFigure|mGallery|mRelated|mTeaser|mComment|mNav|mAd|mVideo) != 0 && nd.good < 300 || nd.tag == atom.Figure || nd.tag == atom.Nav || nd.tag == atom.Form
}

func (p *page) trySource(a *feed.Article, j int32) {
	line := p.line(j)
	if c, ok := wire.ParseCredit(line, p.lang); ok {
		p.note("agency", "source line", j)
		if k := foldKey(line); strings.Contains(foldKey(a.Byline), k) && len(a.Authors) > 0 { // the byline says it
			addAgencies(a, c.Agencies)
			return
		}
		p.setCredit(a, c)
	}
}

// bylineAgencies adds the agencies that are named where authors are named.
func (p *page) bylineAgencies(a *feed.Article, ld *ldArticle) {
	lines := append([]string{}, ld.authors...)
	lines = append(lines, p.meta.all("author", "article:author", "parsely-author", "cxenseparse:author", "articleauthor", "dc.creator", "source")...)
	lines = append(lines, a.Byline)
	for _, l := range lines {
		const longest = 200
		if len(l) <= longest {
			addAgencies(a, readSignature(l, nil, p.lang).agencies)
		}
	}
	a.Authors = slices.DeleteFunc(a.Authors, func(n string) bool {
		_, ok := wire.Lookup(n, p.lang)
		return ok && !strings.Contains(n, " ")
	})
	if len(a.Authors) == 0 {
		a.Authors = nil
	}
}
