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

var handleName = lazy(`^[\pL][\pL\d._-]{1,29}$`)

// leadsToAuthor reports whether an address is that of a person's page, by a directory in it: "/authors/ada".
func leadsToAuthor(href string) bool {
	for {
		_, rest, ok := strings.Cut(href, "/")
		if !ok {
			return false
		}
		href = rest
		if end := strings.IndexByte(href, '/'); end > 0 && end+1 < len(href) && href[end+1] != '/' && authorDirectory[toLower(href[:end])] {
			return true
		}
	}
}

// authorDirectory are directories in the addresses of persons' pages.
var authorDirectory = table3("author|authors|authore|authoren|autor|autore|autoren|autorin|autores|autora|autoras|autori|auteur|auteurs|editor|editors|redakteur|redakteure|redaktion|redaktor|journalista|journalist|journalists|journaliste|journalistes|periodista|periodistas|giornalist|giornalisti|reporter|reporters|staff|people|team|profil|profile|by|firma|skribenter|forfatter|forfattere|contributor|contributors|columnist|columnists|yazar|yazarlar")
