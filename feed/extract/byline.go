package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// authors finds who wrote the article: the names that JSON-LD and meta tags
// give and the byline on the page. printed is the byline as it stands there.
func (p *page) authors(ld *ldArticle, h, region int32) (printed string, names []string) {
	site := p.siteNames(ld)
	add := func(list []string) []string {
		var out []string
		for _, raw := range list {
			for _, n := range splitNames(raw) {
				if n = cleanName(n); n != "" && !site[foldKey(n)] && !contains(out, n) {
					out = append(out, n)
				}
			}
		}
		return out
	}
	fromLD := add(ld.authors)
	fromMeta := add(p.meta.all("author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "byl", "cxenseparse:author", "article:author_name", "authors", "articleauthor", "twitter:data1"))
	shown, lines := p.bylines(h, region)
	fromPage := add(shown)
	printed = strings.Join(lines, " ")
	switch {
	case len(fromLD) > 0:
		names = fromLD
	case len(fromPage) > 0:
		names = fromPage
	default:
		names = fromMeta
	}
	if printed == "" {
		printed = strings.Join(names, ", ")
	}
	if len(printed) > 300 {
		printed = strings.Join(names, ", ")
	}
	return printed, names
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
	put(ld.publisher)
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

// bylines collects the elements near the headline that are marked as byline.
// parts are the names in elements of their own, lines the whole elements.
func (p *page) bylines(h, region int32) (parts, lines []string) {
	if h < 0 {
		return nil, nil
	}
	from := max(p.nodes[region].parent, h-80, 0)
	prose := 0
	seen := map[string]bool{}
	for j := from; j < p.nodes[region].end && prose < 3 && len(parts) < 12; j++ {
		nd := &p.nodes[j]
		if nd.tag == 0 {
			continue
		}
		if nd.flag&fHidden != 0 || nd.marks&(mRelated|mComment|mNav|mTeaser|mFoot) != 0 && nd.good < 500 || nd.tag == atom.Figure || nd.tag == atom.Figcaption || nd.marks&(mCaption|mCredit) != 0 {
			j = nd.end - 1
			continue
		}
		if nd.flag&fProse != 0 {
			prose++
		}
		rel := attr2(nd, "rel")
		if nd.marks&mByline == 0 && rel != "author" && attr2(nd, "itemprop") != "author" && nd.tag != atom.Address {
			continue
		}
		if nd.text == 0 || nd.text > 200 || nd.flag&fProse != 0 && nd.own > 150 {
			continue
		}
		line := p.line(j)
		if seen[line] {
			j = nd.end - 1
			continue
		}
		seen[line] = true
		lines = append(lines, line)
		found := false
		p.each(j, func(k int32) bool {
			c := &p.nodes[k]
			if c.tag == 0 || c.flag&fHidden != 0 || c.marks&(mDate|mAbout|mShare|mTool) != 0 && c.marks&mByline == 0 || c.tag == atom.Time {
				return c.tag == 0
			}
			if c.text > 0 && (c.tag == atom.A || attr2(c, "itemprop") == "name" || attr2(c, "rel") == "author") {
				if href := attr(c.n, "href"); !strings.HasPrefix(href, "mailto:") && !strings.Contains(href, "twitter.com") {
					parts = append(parts, p.line(k))
					found = true
				}
				return false
			}
			return true
		})
		if !found {
			parts = append(parts, line)
		}
		j = nd.end - 1
	}
	return parts, lines
}

var (
	nameSplit  = lazy(`\s*(?:[,;|/•·&、，]|\s(?:und|and|et|y|e|og|och|en|i|a|ve|sowie|mit|with|with additional reporting by)\s)\s*`)
	bylineLead = lazy(`(?i)^(?:` + strings.Join(bylineWords, "|") + `)(?:\s*:\s*|\s+)`)
	roleTail   = lazy(`(?i)[\s,(–-]+(?:(?:` + strings.Join(roleWords, "|") + `)\b|(?:記者|編集委員|기자|특파원|선임기자|记者)).*$`)
	roleFirst  = lazy(`(?i)^(?:` + strings.Join(roleWords, "|") + `)(?:\s|$)`)
	dateLike   = lazy(`\d{1,2}[.:/]\d{2}|\d{4}|\d{1,2}\. `)
)

// splitNames cuts a byline into names.
func splitNames(s string) []string {
	s = feed.Line(s)
	for range 3 {
		s = bylineLead().ReplaceAllString(s, "")
	}
	return nameSplit().Split(s, -1)
}

// cleanName gives a person's name, or "" where it cannot be one.
func cleanName(s string) string {
	s = feed.Line(s)
	for range 2 {
		s = bylineLead().ReplaceAllString(s, "")
	}
	if i := strings.IndexAny(s, "(<[@"); i > 0 {
		s = s[:i]
	} else if i == 0 {
		return ""
	}
	s = roleTail().ReplaceAllString(s, "")
	s = strings.Trim(s, " .,:;|-–—*\"'")
	if n := utf8.RuneCountInString(s); n < 2 || n > 60 || len(strings.Fields(s)) > 6 {
		return ""
	}
	if strings.Contains(s, "http") || strings.Contains(s, "www.") || dateLike().MatchString(s) || notName[strings.ToLower(s)] {
		return ""
	}
	r := firstRune(s)
	if unicode.IsLower(r) && !strings.Contains(s, " ") || roleFirst().MatchString(s) {
		return ""
	}
	if unicode.IsDigit(r) {
		return ""
	}
	return s
}

func contains(list []string, s string) bool {
	k := foldKey(s)
	for _, x := range list {
		if foldKey(x) == k {
			return true
		}
	}
	return false
}

// looksLikeNames reports whether a short line can be nothing but names: two to
// four words each, all with a capital.
func looksLikeNames(s string) bool {
	if len(s) > 80 || sentenceEnd(s) {
		return false
	}
	for _, n := range nameSplit().Split(s, -1) {
		words := strings.Fields(n)
		if len(words) < 2 || len(words) > 4 {
			return false
		}
		for _, w := range words {
			if !unicode.IsUpper(firstRune(w)) || strings.ContainsAny(w, "0123456789?!:") || len(w) > 3 && w == strings.ToUpper(w) {
				return false
			}
		}
	}
	return true
}

func (p *page) takeByline(a *feed.Article, line string) {
	for _, n := range splitNames(line) {
		if n = cleanName(n); n != "" && !contains(a.Authors, n) {
			a.Authors = append(a.Authors, n)
		}
	}
	if len(a.Authors) > 0 {
		a.Byline = line
	}
}
