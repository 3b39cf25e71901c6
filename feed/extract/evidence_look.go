package extract

import (
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"
)

// What a candidate looks like: the element it is set in, bold, links.

func lookEvidence() []evidence {
	out := []evidence{
		{"element", []string{"", "h1", "h2", "h3", "h4 to h6", "p", "li", "dt", "figcaption", "cell", "blockquote", "box", "inline", "summary", "time", "address"}, element},
		{"bold", []string{"", "begins", "all"}, func(s *sheet, i int) int {
			c := &s.cands[i]
			return share(c.strong, c.ink, 1, 95)
		}},
		{"italic", []string{"", "some", "all"}, func(s *sheet, i int) int { return share(s.cands[i].emph, s.cands[i].ink, 1, 95) }},
		{"linked", []string{"", "a little", "a third", "most", "all"}, func(s *sheet, i int) int {
			c := &s.cands[i]
			if c.kind == aPicture {
				return 0
			}
			return share(c.link, c.ink, 1, 30, 70, 97)
		}},
		{"links", []string{"", "one", "two", "several"}, func(s *sheet, i int) int {
			return max(bucket(int(s.cands[i].links), 1, 2, 3)-1, 0)
		}},
		{"leads to", []string{"", "this place", "mail", "another site", "a person", "the front page", "a section", "a page"}, target},
		{"in figure", []string{"", "figure", "figcaption", "small box with a picture"}, inFigure},
		{"in button", []string{"", "yes"}, func(s *sheet, i int) int { return yes(s.p.nodes[s.cands[i].from].flag&fUI != 0) }},
	}
	for k, t := range aroundTags {
		out = append(out, evidence{"in " + t.name, []string{"", "yes"}, func(s *sheet, i int) int { return int(s.tagsAround(s.cands[i].inner()) >> k & 1) }})
	}
	return out
}

// aroundTags are the elements that count wherever a candidate stands in them.
var aroundTags = [...]struct {
	name string
	tag  atom.Atom
}{
	{"nav", atom.Nav},
	{"footer", atom.Footer},
	{"aside", atom.Aside},
	{"form", atom.Form},
	{"header", atom.Header},
	{"article", atom.Article},
	{"main", atom.Main},
	{"section", atom.Section},
	{"blockquote", atom.Blockquote},
	{"details", atom.Details},
	{"table", atom.Table},
	{"ul", atom.Ul},
	{"ol", atom.Ol},
	{"address", atom.Address},
	{"time", atom.Time},
	{"small", atom.Small},
	{"cite", atom.Cite},
}

// tagsAround has a bit for each of aroundTags that an element is or stands in.
func (s *sheet) tagsAround(i int32) uint32 {
	const known = 1 << len(aroundTags)
	if i <= 0 {
		return 0
	}
	if s.around[i] == 0 {
		bits := known | s.tagsAround(s.p.nodes[i].parent)
		for k := range aroundTags {
			if aroundTags[k].tag == s.p.nodes[i].tag {
				bits |= 1 << k
			}
		}
		s.around[i] = bits
	}
	return s.around[i]
}

// inner is the innermost element that is known to hold a candidate whole.
func (c *candidate) inner() int32 {
	if c.split != 0 {
		return c.split
	}
	return c.at
}

func element(s *sheet, i int) int {
	c := &s.cands[i]
	if c.kind != aLine {
		return 0
	}
	switch s.p.nodes[c.at].tag {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4, atom.H5, atom.H6:
		return 4
	case atom.P:
		return 5
	case atom.Li:
		return 6
	case atom.Dt, atom.Dd:
		return 7
	case atom.Figcaption, atom.Caption:
		return 8
	case atom.Td, atom.Th:
		return 9
	case atom.Blockquote:
		return 10
	case atom.Summary:
		return 13
	case atom.Address:
		return 15
	}
	if attr2(&s.p.nodes[c.at], "role") == "heading" {
		return 1
	}
	if c.split != 0 {
		if s.p.nodes[c.split].tag == atom.Time {
			return 14
		}
		return 12
	}
	return 11
}

// target says where the first link of a candidate leads.
func target(s *sheet, i int) int {
	c := &s.cands[i]
	if c.link*2 < c.ink && c.kind != aPicture {
		return 0
	}
	a := s.linkOf(c)
	if a < 0 {
		return 0
	}
	href := strings.TrimSpace(attr(s.p.nodes[a].n, "href"))
	switch {
	case href == "" || href[0] == '#' || strings.HasPrefix(href, "javascript:"):
		return 1
	case strings.HasPrefix(href, "mailto:") || strings.HasPrefix(href, "tel:"):
		return 2
	case leadsToAuthor(href) || attr(s.p.nodes[a].n, "rel") == "author":
		return 4
	}
	u, err := url.Parse(href)
	if err != nil {
		return 1
	}
	path := strings.Trim(u.Path, "/")
	switch {
	case u.Host != "" && s.p.base != nil && !strings.HasSuffix(u.Host, strings.TrimPrefix(s.p.base.Host, "www.")):
		return 3
	case path == "":
		return 5
	case strings.Count(path, "/") < 2 && len(path) < 30 && !strings.ContainsAny(path, "0123456789."):
		return 6
	}
	return 7
}

// linkOf is the first link in or around a candidate, -1 where there is none.
func (s *sheet) linkOf(c *candidate) int32 {
	for j := c.from; j > 0; j = s.p.nodes[j].parent {
		if s.p.nodes[j].tag == atom.A {
			return j
		}
	}
	for j := c.from; j < c.to; j++ {
		if s.p.nodes[j].tag == 0 && s.p.nodes[j].flag&fLink != 0 {
			for k := s.p.nodes[j].parent; k > 0; k = s.p.nodes[k].parent {
				if s.p.nodes[k].tag == atom.A {
					return k
				}
			}
		}
	}
	return -1
}

// frameText is how much text a box around a picture has at most, where it is a frame and no
// passage of an article.
const frameText = 900

// inFigcaption is the answer of inFigure that a candidate stands in a figure's caption.
const inFigcaption = 2

// inFigure tells a candidate in a figure, or in a small box with a single picture that is as good as one.
func inFigure(s *sheet, i int) int {
	c := &s.cands[i]
	caption := false
	for j := c.at; j > 0; j = s.p.nodes[j].parent {
		nd := &s.p.nodes[j]
		switch nd.tag {
		case atom.Figcaption:
			caption = true
		case atom.Figure:
			if caption {
				return 2
			}
			return 1
		case atom.Body, atom.Article, atom.Main:
			return 0
		}
		if caption {
			continue
		}
		if n := s.in(s.pics, j); n > 0 && c.kind == aLine {
			if nd.text < frameText && s.proseIn(j) < 3 && s.in(s.heads, j) == 0 && !s.p.within(s.body, j) {
				return 3
			}
			return 0
		}
	}
	if caption {
		return 2
	}
	return 0
}
