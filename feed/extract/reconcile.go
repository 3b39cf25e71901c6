package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/feed/wire"
)

// reconcile gives the article's authors where its page, its JSON-LD and its meta
// tags say different things. page are names that were read from the page, ld and meta
// are lines as the data have them: names, several names, a publisher, an
// address. site are the publisher's own names, by their letters. Nobody is an
// answer, too.
func reconcile(page, ld, meta []string, site map[string]bool, lang string) []string {
	page = withoutPapers(page, site, lang)
	fromLD, fromMeta := persons(ld, site, lang), persons(meta, site, lang)
	if better := append(append([]string{}, page...), fromMeta...); !anyFullName(fromLD) && anyFullName(better) && !inFull(fromLD, better) {
		fromLD = nil // a handle, a desk: the page knows the person
	}
	switch {
	case len(fromLD) > 0:
		names := fullNames(fromLD, append(page, fromMeta...))
		if namesAll(page, names) {
			return page
		}
		return names
	case len(page) > 0:
		return settle(fullNames(page, fromMeta), fromMeta)
	}
	return fromMeta
}

// settle decides between the page and its meta tags. The page is right where it
// names people; where it names somebody and something besides ("Jorun Vik",
// "Valve"), whom both name is the author, and where it names nobody in
// full and shares no name with the tags, the tags are.
func settle(page, meta []string) []string {
	if len(meta) == 0 {
		return page
	}
	var both []string
	full := true
	for _, n := range page {
		full = full && isFullName(n)
		if contains(meta, n) {
			both = append(both, n)
		}
	}
	switch {
	case full:
		return page
	case len(both) > 0:
		return both
	case anyFullName(meta) && !anyFullName(page):
		return meta
	}
	return page
}

// persons cuts lines into names, each once, without the publisher's own. Agencies
// are among them as they are printed.
func persons(list []string, site map[string]bool, lang string) []string {
	var out []string
	for _, raw := range list {
		if site[foldKey(raw)] { // "Lindenau 24": what is left without the number would be a name
			continue
		}
		if isAddress(raw) {
			continue
		}
		s := readSignature(raw, nil, lang)
		for _, n := range append(s.names, s.wires...) {
			out = addName(out, n)
		}
	}
	return withoutPapers(out, site, lang)
}

// withoutPapers leaves the publisher's own names away and, beside people, other papers'.
func withoutPapers(names []string, site map[string]bool, lang string) []string {
	var out []string
	for _, n := range names {
		if !publishers(site, n) {
			out = addName(out, n)
		}
	}
	if anyFullName(out) {
		out = slices.DeleteFunc(out, func(n string) bool {
			words := strings.Fields(n)
			_, known := wire.Lookup(n, lang)
			return len(words) > 1 && isOutlet(words[len(words)-1]) && !known
		})
	}
	return out
}

// isAddress reports an address on the web or of mail in a name's place.
func isAddress(s string) bool {
	s = strings.TrimSpace(s)
	return strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || strings.Contains(s, "@") && !strings.ContainsAny(s, " (<")
}

// namesAll reports whether the page names all the authors that data do, and more.
func namesAll(page, data []string) bool {
	const mostAuthors = 6 // more is a list of something else
	for _, n := range data {
		if !contains(page, n) {
			return false
		}
	}
	for _, n := range page {
		if !isFullName(n) {
			return false
		}
	}
	return len(page) > len(data) && len(page) <= mostAuthors
}

// isFullName reports a name of two to five words, or one in a script that parts no words.
func isFullName(n string) bool {
	if isEastern(firstRune(n)) {
		return utf8.RuneCountInString(n) <= 8
	}
	words := strings.Fields(n)
	if len(words) < 2 || len(words) > 6 {
		return false
	}
	for _, w := range words {
		r := firstRune(w)
		if !unicode.IsLetter(r) || unicode.IsLower(r) && !particle()[w] && w != "und" || isOutlet(w) {
			return false
		}
	}
	return true
}

func anyFullName(list []string) bool {
	for _, n := range list {
		if isFullName(n) {
			return true
		}
	}
	return false
}

// inFull reports whether every name is the beginning of a full one.
func inFull(names, full []string) bool {
	for _, n := range names {
		found := false
		for _, f := range full {
			found = found || f == n || strings.HasPrefix(f, n+" ")
		}
		if !found {
			return false
		}
	}
	return len(names) > 0
}

// publishers reports whether a name is, or begins with, the publisher's.
func publishers(site map[string]bool, name string) bool {
	key := foldKey(name)
	if site[key] {
		return true
	}
	for s := range site {
		if len(s) > 8 && strings.HasPrefix(key, s) {
			return true
		}
	}
	return false
}

// fullNames puts a person's full name where names has only a part of it.
func fullNames(names, full []string) []string {
	out := append([]string{}, names...)
	for i, n := range out {
		if strings.Contains(n, " ") {
			continue
		}
		for _, f := range full {
			if strings.HasPrefix(f, n+" ") && !contains(out, f) {
				out[i] = f
			}
		}
	}
	return out
}
