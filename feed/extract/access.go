package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// access says how much of the article the page holds: told by the page's data,
// by a paywall behind the text, by what the text itself says.
func (p *page) access(ld *ldArticle, a *feed.Article, root int32) feed.Access {
	size := 0
	var text strings.Builder
	for i := range a.Body {
		s := a.Body[i].Text.String()
		size += len(s)
		if text.Len() < 4000 {
			text.WriteString(strings.ToLower(s))
			text.WriteByte('\n')
		}
	}
	switch {
	case size < 2500 && consentLine.count(text.String()) > 1:
		return feed.ConsentWall
	case p.walled, ld.closed && size < 1500, ld.closed && p.paywall(root):
		return feed.Paywall
	case size < 250:
		return feed.Teaser
	}
	return feed.Full
}

// paywall reports whether a shown element near the end of the text or behind it
// is marked as a paywall.
func (p *page) paywall(root int32) bool {
	from := root + (p.nodes[root].end-root)/2
	for j := from; j < min(p.nodes[root].end+400, int32(len(p.nodes))); j++ {
		nd := &p.nodes[j]
		if nd.tag != 0 && nd.marks&mPaywall != 0 && nd.flag&fHidden == 0 && nd.text > 40 && nd.tag != atom.Body {
			return true
		}
	}
	return false
}

var (
	paywallLine = newPhrases(paywallWords)
	consentLine = newPhrases(consentWords)
)
