package extract

import (
	"strings"
)

// authorTags are the meta tags that name who wrote an article.
var authorTags = []string{"author", "article:author", "parsely-author", "dc.creator", "dc:creator", "dcterms.creator", "sailthru.author", "byl", "cxenseparse:author", "article:author_name", "authors", "articleauthor", "twitter:misc:written by", "twitter:data1"}

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

// withoutDay is a line up to its date.
func withoutDay(line string) string {
	marked := markDates(line)
	if i := strings.Index(marked, dayMark); i > 0 && strings.HasPrefix(line, marked[:i]) {
		return strings.TrimRight(line[:i], " ,|·•–—-/.(")
	}
	return line
}

var (
	handleName = lazy(`^[\pL][\pL\d._-]{1,29}$`)
	authorPath = lazy(`(?i)/(?:authors?|auth?oren?|editors?|redakteure?|journalista|periodistas?|giornalisti?|autor(?:en|in|es|a|as)?|auteurs?|autori|redaktion|redaktor|reporters?|journalists?|journalistes?|staff|people|team|profile?|profil|by|firma|skribenter|forfattere?|contributors?|columnists?|yazar(?:lar)?)/[^/]`)
)
