package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// Bounds for reading a page's state.
const (
	leastState = 400 // bytes of a string worth looking at
	deepState  = 3   // strings of JSON inside strings of JSON
)

// fallback finds the text of a page that shows none because a script would
// write it: in JSON-LD's articleBody, or as HTML inside the page's JSON state.
func (p *page) fallback(a *feed.Article, ld *ldArticle) {
	have := 0
	for i := range a.Body {
		have += len(a.Body[i].Text.String())
	}
	if len(ld.body) > 600 && len(ld.body) > 4*have {
		var pieces []piece
		text := strings.ReplaceAll(strings.ReplaceAll(ld.body, "\r", "\n"), "\u2028", "\n")
		if strings.Contains(text, "</p>") {
			pieces = p.fragment(text)
		} else {
			for l := range strings.SplitSeq(text, "\n") {
				if l = feed.Line(l); l != "" {
					pieces = append(pieces, piece{Block: feed.Block{Text: feed.Plain(l)}, text: l})
				}
			}
		}
		p.useState(a, pieces)
		return
	}
	if have > 400 {
		return
	}
	best := ""
	for _, s := range p.meta.state {
		harvest(s, 0, &best)
	}
	for i := range p.nodes {
		if nd := &p.nodes[i]; nd.tag == atom.Noscript && nd.n.FirstChild != nil && strings.Count(nd.n.FirstChild.Data, "<p") > 1 && len(nd.n.FirstChild.Data) > len(best) {
			best = nd.n.FirstChild.Data // the text for readers without scripts, which the parser leaves as it is
		}
	}
	if s := p.stateHTML(); len(s) > len(best) {
		best = s
	}
	if len(best) > 2*have+300 {
		p.useState(a, p.fragment(best))
	}
}

func (p *page) useState(a *feed.Article, pieces []piece) {
	for i := range pieces {
		pieces[i].at = 0
	}
	pieces = p.finish(pieces, a)
	if len(pieces) == 0 {
		return
	}
	a.Body = a.Body[:0]
	for i := range pieces {
		a.Body = append(a.Body, pieces[i].Block)
	}
}

// fragment reads HTML that stood in the page's state.
func (p *page) fragment(src string) []piece {
	doc, err := parse([]byte(src))
	if err != nil {
		return nil
	}
	f := &page{opt: p.opt, base: p.base, based: p.based, words: p.words}
	f.walk(doc, false)
	if len(f.nodes) == 0 {
		return nil
	}
	b := builder{p: f}
	b.children(0)
	b.flush()
	f.attachCaptions(b.pieces)
	return b.pieces
}

// harvest looks through the string literals of a script for the longest one
// that holds paragraphs of HTML.
func harvest(s string, depth int, best *string) {
	for i := 0; i < len(s); {
		j := strings.IndexByte(s[i:], '"')
		if j < 0 {
			return
		}
		i += j
		end := i + 1
		for end < len(s) && s[end] != '"' {
			if s[end] == '\\' {
				end++
			}
			end++
		}
		if end-i > leastState && end <= len(s) {
			l := lax{s: s, i: i}
			v := l.str()
			switch {
			case strings.Count(v, "</p>") > 1 && strings.Count(v, `\"`) < 3:
				if len(v) > len(*best) {
					*best = v
				}
			case depth < deepState && strings.Contains(v, `"`):
				harvest(v, depth+1, best)
			}
		}
		i = end + 1
	}
}
