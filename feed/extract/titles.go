package extract

import "strings"

// titles are the names a page gives its article outside the text: often made
// for search engines, but they tell which of its headings is the headline.
func (p *page) titles(ld *ldArticle) []string {
	var out []string
	for _, t := range []string{p.meta.get("og:title"), ld.headline, p.meta.get("twitter:title"), p.meta.title, p.meta.get("headline", "parsely-title", "sailthru.title", "dc.title")} {
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}

// plainTitle is the headline of a page that shows none: of its titles the one
// that the others begin with.
func (p *page) plainTitle(titles []string) string {
	best := titles[0]
	for _, t := range titles[1:] {
		if len(t) > 15 && len(t) < len(best) && strings.HasPrefix(best, t) {
			best = t
		}
	}
	return p.siteless(best)
}

// siteless drops the site's name from a title: "Title | Site", "Site » Title".
func (p *page) siteless(title string) string {
	for {
		at, sep := lastSeparator(title)
		if at <= 0 {
			return title
		}
		tail := title[at+len(sep):]
		switch {
		case p.ownName(tail) || sep == " | " && len(tail) < 30 && len(tail) < at || sep == "ㅣ" || strings.Contains(tail, ".") && !strings.Contains(tail, " "):
			title = title[:at]
		default:
			if head, rest, ok := strings.Cut(title, sep); ok && p.ownName(head) && len(rest) > 11 {
				title = rest
				continue
			}
			return title
		}
	}
}

// lastSeparator finds the last sign that parts a title from a site's name.
func lastSeparator(title string) (at int, sep string) {
	at = -1
	for _, s := range titleSeparators {
		if i := strings.LastIndex(title, s); i > at {
			at, sep = i, s
		}
	}
	return at, sep
}

// longestPart is the longest of the parts that separators make of a title.
func longestPart(title string) string {
	best := ""
	for {
		at, sep := lastSeparator(title)
		if at < 0 {
			if len(title) > len(best) {
				best = title
			}
			return strings.TrimSpace(best)
		}
		if tail := title[at+len(sep):]; len(tail) > len(best) {
			best = tail
		}
		title = title[:at]
	}
}

// ownName reports whether a part of a title is the site's name: as the page
// says it, or as its address does.
func (p *page) ownName(part string) bool {
	if site := p.meta.get("og:site_name", "application-name"); site != "" && likeness(part, site) > 0.4 {
		return true
	}
	name := host(p.opt.URL)
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	name = foldKey(name[strings.LastIndexByte(name, '.')+1:])
	key := foldKey(part)
	return len(name) > 3 && len(key) > 3 && (strings.Contains(key, name) || strings.Contains(name, key))
}

var titleSeparators = []string{" | ", " - ", " – ", " — ", " • ", " :: ", " · ", " » ", "ㅣ", "｜"}
