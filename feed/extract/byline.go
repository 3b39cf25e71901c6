package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// authors finds who wrote the article: the names that JSON-LD and meta tags
// give and the byline on the page. printed is the byline as it stands there.
func (p *page) authors(ld *ldArticle, h, region int32) (printed string, names []string) {
	site := p.siteNames(ld)
	meta := p.meta.all("author", "article:author", "parsely-author", "dc.creator", "dc:creator", "dcterms.creator", "sailthru.author", "byl", "cxenseparse:author", "article:author_name", "authors", "articleauthor", "twitter:misc:written by", "twitter:data1")
	said, fromPage := p.signed(h, region, site)
	printed = strings.Join(said.lines, " ")
	if names = reconcile(fromPage, ld.authors, meta, site, p.lang); len(names) == 0 {
		names = handles(append(append(append([]string{}, ld.authors...), said.handles...), meta...), site)
	}
	if printed == "" {
		printed = strings.Join(names, ", ")
	}
	if len(printed) > 300 {
		printed = strings.Join(names, ", ")
	}
	return printed, names
}

// handles are names that are one word in small letters, as bloggers sign: taken
// only where nothing else is known.
func handles(list []string, site map[string]bool) []string {
	for _, raw := range list {
		if s := profileLead().ReplaceAllString(bylineLead().ReplaceAllString(raw, ""), ""); handleName().MatchString(s) && !notName()[strings.ToLower(s)] && !site[foldKey(s)] {
			return []string{s}
		}
	}
	return nil
}

// siteNames are the names of the publisher, by their letters: no authors.
func (p *page) siteNames(ld *ldArticle) map[string]bool {
	out := map[string]bool{}
	put := func(s string) {
		if k := foldKey(s); k != "" {
			out[k] = true
			out["redaktion"+k] = true
			out[k+"redaktion"] = true
			out["online"+k] = true
			out[k+"online"] = true
			out["the"+k] = true
		}
	}
	put(p.meta.get("og:site_name"))
	if !ld.personal {
		put(ld.publisher)
	}
	put(p.meta.get("application-name"))
	if h := host(p.opt.URL); h != "" {
		put(h)
		if i := strings.LastIndexByte(h, '.'); i > 0 {
			put(h[:i])
			if j := strings.LastIndexByte(h[:i], '.'); j >= 0 {
				put(h[j+1 : i])
				put(h[j+1:])
			}
		}
	}
	return out
}

// byline is what the page says about who wrote it.
type byline struct {
	parts   []string // names, each in an element of its own
	lines   []string // the elements whole
	handles []string // what stands in links that are marked as the author's
}

// signed looks for the byline, the surest place first: what is marked near the
// headline, links to an author's page, a line that says "By NAME", what is
// marked behind the text.
func (p *page) signed(h, region int32, site map[string]bool) (byline, []string) {
	from := max(p.nodes[region].parent, h-80, 0)
	if h < 0 {
		from = region
	}
	marked := p.marked(from, p.nodes[region].end, 3)
	if names := withoutPapers(marked.parts, site, p.lang); len(names) > 0 {
		return marked, names
	}
	for _, find := range []func(from, end int32) byline{p.authorLinks, p.saidBy} {
		if by := find(from, p.nodes[region].end); len(by.lines) > 0 {
			if names := withoutPapers(by.parts, site, p.lang); len(names) > 0 {
				return by, names
			}
		}
	}
	end := p.marked(from, p.nodes[region].end, 1<<30)
	if names := withoutPapers(end.parts, site, p.lang); len(names) > 0 {
		end.handles = append(marked.handles, end.handles...)
		return end, names[:1]
	}
	marked.handles = append(marked.handles, end.handles...)
	return marked, nil
}

// unsigned reports whether no byline stands in an element.
func (p *page) unsigned(nd *node) bool {
	if nd.marks&mByline != 0 && nd.marks&(mComment|mNav|mFoot|mCaption) == 0 && nd.text < 100 && nd.above&(mRelated|mComment|mNav|mFoot) == 0 { // "article-card__author"
		return nd.flag&fHidden != 0
	}
	return nd.flag&fHidden != 0 || nd.marks&(mRelated|mComment|mNav|mTeaser|mFoot) != 0 && nd.good < 500 || nd.tag == atom.Figure || nd.tag == atom.Figcaption || nd.marks&(mCaption|mCredit) != 0
}

// manyAuthors is so many that they are a list of something else.
const manyAuthors = 12

// signatures looks at the elements in which a byline may stand, up to the given number of
// paragraphs. look fills by, and says when it has taken an element whole.
func (p *page) signatures(from, end int32, paragraphs int, by *byline, look func(j int32, nd *node) (whole bool)) {
	prose := 0
	for j := from; j < end && prose < paragraphs && len(by.parts) < manyAuthors; j++ {
		nd := &p.nodes[j]
		if nd.tag == 0 {
			continue
		}
		whole := p.unsigned(nd)
		if !whole {
			if nd.flag&fProse != 0 {
				prose++
			}
			whole = look(j, nd)
		}
		if whole {
			j = nd.end - 1
		}
	}
}

// marked collects the elements that are marked as byline, up to the given
// number of paragraphs.
func (p *page) marked(from, end int32, paragraphs int) (by byline) {
	seen := map[string]bool{}
	p.signatures(from, end, paragraphs, &by, func(j int32, nd *node) bool {
		if nd.marks&mByline == 0 && attr2(nd, "rel") != "author" && attr2(nd, "itemprop") != "author" && nd.tag != atom.Address {
			return false
		}
		if nd.text == 0 || nd.text > 200 || nd.flag&fProse != 0 && nd.own > 150 {
			return false
		}
		line := p.line(j)
		if !seen[line] {
			seen[line] = true
			by.lines = append(by.lines, line)
			p.namesIn(j, line, &by)
		}
		return true
	})
	return by
}

// namesIn adds the names in an element that is marked as byline: its links and
// what is marked as a name, else those of the whole line.
func (p *page) namesIn(i int32, line string, by *byline) {
	var links []string
	name := func(k int32) {
		links = append(links, p.line(k))
		by.handles = append(by.handles, p.line(k))
	}
	if nd := &p.nodes[i]; nd.tag == atom.A || attr2(nd, "rel") == "author" {
		by.handles = append(by.handles, line)
	}
	p.each(i, func(k int32) bool {
		c := &p.nodes[k]
		if c.tag == 0 || c.flag&fHidden != 0 || c.marks&(mDate|mAbout|mShare|mTool) != 0 && c.marks&mByline == 0 || c.tag == atom.Time {
			return c.tag == 0
		}
		prop := attr2(c, "itemprop")
		switch {
		case c.text == 0:
		case prop == "name" || attr2(c, "rel") == "author" || strings.HasSuffix(prop, " name"):
			name(k)
			return false
		case c.tag == atom.A:
			if isAuthorLink(attr(c.n, "href"), len(links) > 0) {
				name(k)
			}
			return false
		}
		return true
	})
	s := readSignature(line, links, p.lang)
	if s.office && !s.led && len(by.parts) > 0 {
		return // whom the author talked to
	}
	by.parts = append(append(by.parts, s.names...), s.wires...)
}

// withoutDay is a line up to its date.
func withoutDay(line string) string {
	marked := markDates(line)
	if i := strings.Index(marked, dayMark); i > 0 && strings.HasPrefix(line, marked[:i]) {
		return strings.TrimRight(line[:i], " ,|·•–—-/.(")
	}
	return line
}

// isAuthorLink reports an address that may be an author's page. Behind the first
// name a section's is none: "Jorun Vik in Politics".
func isAuthorLink(href string, named bool) bool {
	if strings.HasPrefix(href, "mailto:") || strings.Contains(href, "twitter.com") {
		return false
	}
	return !named || !otherPath().MatchString(href)
}

// authorLinks collects the links above the text whose address is that of an
// author's page.
func (p *page) authorLinks(from, end int32) (by byline) {
	p.signatures(from, end, 2, &by, func(j int32, nd *node) bool {
		if nd.tag != atom.A || nd.text < 3 || nd.text > 60 || nd.above&(mNav|mCrumb|mFoot|mRelated|mTeaser) != 0 || !authorPath().MatchString(attr(nd.n, "href")) {
			return false
		}
		if line := p.line(j); !slices.Contains(by.lines, line) {
			by.lines = append(by.lines, line)
			by.parts = append(by.parts, readSignature(line, []string{line}, p.lang).names...)
		}
		return false
	})
	return by
}

// saidBy finds a short line above or right behind the text that says "By NAME".
func (p *page) saidBy(from, end int32) byline {
	prose := 0
	for j := from; j < end && prose < 2; j++ {
		nd := &p.nodes[j]
		if nd.tag == 0 {
			continue
		}
		if p.unsigned(nd) {
			j = nd.end - 1
			continue
		}
		if nd.flag&fProse != 0 {
			prose++
		}
		if nd.own == 0 || nd.text < 6 || nd.text > 120 || nd.tag == atom.A || nd.tag == atom.H1 || nd.tag == atom.H2 || p.find(j, func(c *node) bool {
			return c.tag == atom.Span && saidLead().MatchString(feed.Line(c.firstText())) && c.text > 6
		}) >= 0 {
			continue
		}
		line := p.line(j)
		if !saidLead().MatchString(line) {
			continue
		}
		if s := readSignature(line, nil, p.lang); s.only && s.led && (anyFullName(s.names) || len(s.names) == 0) {
			return byline{parts: append(s.names, s.wires...), lines: []string{withoutDay(line)}}
		}
	}
	return byline{}
}

var (
	handleName = lazy(`^[\pL][\pL\d._-]{1,29}$`)
	authorPath = lazy(`(?i)/(?:authors?|auth?oren?|editors?|redakteure?|journalista|periodistas?|giornalisti?|autor(?:en|in|es|a|as)?|auteurs?|autori|redaktion|redaktor|reporters?|journalists?|journalistes?|staff|people|team|profile?|profil|by|firma|skribenter|forfattere?|contributors?|columnists?|yazar(?:lar)?)/[^/]`)
	saidLead   = lazy(`^(?i:von|by|par|di|por|door|av|af|tekst|text|autor(?:in)?|author|autore|auteur|автор|автори|yazan|yazı|haber|文|取材・文|作者|记者|記者)(?:\s*[:：・／]\s*|\s+)`)
	// otherPath is the address of a section or a topic.
	otherPath = lazy(`(?i)/(?:categor(?:y|ies)|cat|tags?|topics?|themen?|ressort|section|rubri(?:k|que)s?|kategorie|temas?|channel)/`)
)

// takeByline takes the authors from a line of the text that turned out to be the byline.
func (p *page) takeByline(a *feed.Article, line string) {
	s := readSignature(line, nil, p.lang)
	if len(s.names) > 0 && !anyFullName(s.names) {
		return // "di Lecce": a word of the text
	}
	for _, n := range s.names {
		a.Authors = addName(a.Authors, n)
	}
	addAgencies(a, s.agencies)
	if len(s.names)+len(s.agencies) > 0 {
		a.Byline = line
	}
}
