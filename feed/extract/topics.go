package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

const maxTopics = 40

// topics are what the article is about: as data and meta tags say, or, where
// these say little, as the links among its tags do.
func (p *page) topics(ld *ldArticle, h int32) []string {
	list := ld.keywords
	if len(list) == 0 {
		if list = p.meta.all("article:tag"); len(list) < 2 {
			for _, v := range p.meta.all("news_keywords", "keywords", "parsely-tags", "article:tag") {
				if list = splitKeywords(v); len(list) > 0 {
					break
				}
			}
		}
	}
	if len(list) < 2 {
		list = append(list, p.shownTopics(h)...)
	}
	var out []string
	for _, t := range list {
		if t = feed.Line(t); t != "" && len(t) < 100 && len(out) < maxTopics && !strings.Contains(t, ": ") && !contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// shownTopics reads the tags that stand near the article: the first element
// behind the headline that is marked as such and holds few, short links.
func (p *page) shownTopics(h int32) []string {
	if h < 0 {
		return nil
	}
	for j := h + 1; j < int32(len(p.nodes)); j++ {
		nd := &p.nodes[j]
		if nd.marks&mTags == 0 || nd.text == 0 || nd.text > 500 || nd.flag&fHidden != 0 || (nd.marks|nd.above)&(mNav|mFoot|mRelated|mTeaser|mComment|mCrumb) != 0 {
			continue
		}
		var out []string
		p.each(j, func(k int32) bool {
			if c := &p.nodes[k]; c.tag == atom.A && c.text > 1 && c.text < 36 {
				out = append(out, strings.TrimLeft(p.line(k), "#"))
				return false
			}
			return true
		})
		if n := len(out); n > 0 && n <= 15 {
			return out
		}
	}
	return nil
}
