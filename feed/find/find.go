// Package find tells which feeds a site offers. Its functions are pure: who
// calls them fetches.
package find

import (
	"net/url"
	"path"
	"sort"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"depesche/feed"
	"depesche/feed/charset"
	"depesche/feed/markup"
)

// Bounds of a page.
const (
	maxPage  = 8 << 20 // bytes that are looked at
	maxFeeds = 100
)

// candidate is a feed that a page names.
type candidate struct {
	source feed.Source
	rank   int // the higher, the likelier it is the feed a reader wants
}

// Links lists the feeds an HTML page names, best first: those its head declares, then
// what its links look like; the site's own before those of comments, of
// authors and of other sites. base is the page's address.
func Links(page []byte, base string) []feed.Source {
	text, _ := charset.UTF8(page[:min(len(page), maxPage)], "")
	p := &pageReader{base: markup.Base(nil, base), seen: map[string]int{}}
	p.page = p.base
	p.read(string(text))
	return p.best()
}

// Refresh gives the address that a page leads to by itself, by a <meta http-equiv="refresh">;
// "" where it stays.
func Refresh(page []byte, base string) string {
	text, _ := charset.UTF8(page[:min(len(page), maxPage)], "")
	p := &pageReader{base: markup.Base(nil, base), seen: map[string]int{}}
	p.read(string(text))
	if feed.Address(p.next) == feed.Address(base) {
		return "" // it only renews itself
	}
	return p.next
}

// refresh reads a <meta>.
func refresh(base *url.URL, attrs map[string]string) string {
	if !strings.EqualFold(strings.TrimSpace(attrs["http-equiv"]), "refresh") {
		return ""
	}
	_, rest, ok := strings.Cut(attrs["content"], ";")
	name, value, is := strings.Cut(rest, "=")
	if !ok || !is || !strings.EqualFold(strings.TrimSpace(name), "url") {
		return ""
	}
	return markup.Link(base, strings.Trim(strings.TrimSpace(value), `"'`))
}

// best gives what was found, best first, without what has no rank left.
func (p *pageReader) best() []feed.Source {
	sort.SliceStable(p.found, func(i, j int) bool { return p.found[i].rank > p.found[j].rank })
	var out []feed.Source
	for _, c := range p.found {
		if c.rank > 0 {
			out = append(out, c.source)
		}
	}
	return out
}

type pageReader struct {
	base, page *url.URL
	title      string
	next       string // where the page leads by itself; "": nowhere
	found      []candidate
	seen       map[string]int // where an address stands in found
}

func (p *pageReader) read(text string) {
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(1 << 20)
	open := -1 // the anchor whose text is being read
	label := ""
	inTitle := false
	for {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			return
		case html.TextToken:
			if inTitle {
				p.title += string(z.Text())
			} else if open >= 0 && len(label) < 200 {
				label += " " + string(z.Text())
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			switch atom.Lookup(name) {
			case atom.Title:
				inTitle = false
			case atom.A:
				if open >= 0 && p.found[open].source.Title == "" {
					p.found[open].source.Title = feed.Line(html.UnescapeString(label))
				}
				open = -1
			default: // the rest means nothing here
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			tag := atom.Lookup(name)
			attrs := attributes(z, more)
			switch tag {
			case atom.Title:
				inTitle = p.title == "" && kind == html.StartTagToken
			case atom.Base:
				p.base = markup.Base(p.base, attrs["href"])
			case atom.Link:
				p.link(attrs)
			case atom.Meta:
				if p.next == "" {
					p.next = refresh(p.base, attrs)
				}
			case atom.A:
				open, label = p.anchor(attrs), ""
			default: // the rest means nothing here
			}
		default: // of no use here
		}
	}
}

// attributes of the current tag; the first of a name counts.
func attributes(z *html.Tokenizer, more bool) map[string]string {
	attrs := map[string]string{}
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		if _, ok := attrs[string(k)]; !ok && len(attrs) < 50 {
			attrs[string(k)] = string(v)
		}
	}
	return attrs
}

// types are the media types of feeds, and how sure each makes us.
var types = map[string]int{
	"application/rss+xml": 100, "application/atom+xml": 100, "application/feed+json": 98, "application/rdf+xml": 90,
	"application/x.atom+xml": 90, "application/x-atom+xml": 90, "application/rss": 90, "application/atom": 90, "text/rss+xml": 90,
	"text/atom+xml": 90, "text/rss": 90, "text/rdf": 80, "text/xml": 70, "application/xml": 70, "application/json": 60,
}

// link reads a <link> of the page's head.
func (p *pageReader) link(attrs map[string]string) {
	kind, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(attrs["type"])), ";")
	rank := types[strings.TrimSpace(kind)]
	rels := strings.Fields(strings.ToLower(attrs["rel"]))
	declared := false
	for _, rel := range rels {
		switch rel {
		case "feed":
			declared = true
			rank = max(rank, 95)
		case "alternate", "service.feed":
			declared = true
		}
	}
	if !declared || rank == 0 {
		return
	}
	u := markup.Link(p.base, attrs["href"])
	// WordPress declares its programming interface as JSON, too.
	if kind == "application/json" && !strings.Contains(strings.ToLower(u), "feed") || strings.Contains(u, "/wp-json/") || strings.Contains(u, "oembed") {
		return
	}
	p.add(u, feed.Line(attrs["title"]), 1000+rank)
}

// anchor reads an <a>; it gives the place of the candidate it made, or -1.
func (p *pageReader) anchor(attrs map[string]string) int {
	href := attrs["href"]
	rank := types[strings.ToLower(strings.TrimSpace(attrs["type"]))]
	if rank == 0 {
		rank = likeness(href)
	}
	if rank == 0 {
		return -1
	}
	title := attrs["title"]
	if title == "" {
		title = attrs["aria-label"]
	}
	return p.add(markup.Link(p.base, href), feed.Line(title), rank)
}

// likeness tells by an address alone how much it looks like a feed's: 0 is not at all.
func likeness(href string) int {
	low := strings.ToLower(strings.TrimSpace(href))
	if strings.HasPrefix(low, "feed:") {
		return 80
	}
	u, err := url.Parse(low)
	if err != nil || (u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https") {
		return 0
	}
	dir, file := path.Split(strings.TrimRight(u.Path, "/"))
	switch path.Ext(file) {
	case ".rss", ".atom", ".rdf":
		return 70
	case ".xml":
		if strings.Contains(file, "rss") || strings.Contains(file, "feed") || strings.Contains(file, "atom") || file == "index.xml" {
			return 65
		}
		if strings.Contains(dir, "rss") || strings.Contains(dir, "feed") {
			return 60
		}
		return 0
	case ".json":
		if file == "feed.json" {
			return 60
		}
		return 0
	case ".html", ".htm", ".pdf", ".zip", ".png", ".jpg", ".svg":
		return 0
	}
	switch {
	case file == "feed" || file == "rss" || file == "atom" || file == "rss2":
		return 55
	case strings.Contains(u.RawQuery, "feed=") || strings.Contains(u.RawQuery, "format=rss") || strings.Contains(u.RawQuery, "type=rss"):
		return 50
	case strings.HasPrefix(u.Host, "feeds.") && len(u.Path) > 1:
		return 50
	}
	return 0
}

// lesser are words in a title or address of feeds that are not what a reader wants
// first, and what each costs.
var lesser = []struct {
	word string
	cost int
}{
	{"comment", 60},
	{"kommentar", 60},
	{"commentaires", 60},
	{"comentarios", 60},
	{"/author/", 40},
	{"/autor/", 40},
	{"/tag/", 35},
	{"/category/", 30},
	{"/kategorie/", 30},
	{"podcast", 15},
	{"forum", 20},
	{"search", 20},
	{"suche", 20},
}

// add notes a candidate. An address named twice keeps its better rank, and its first title.
func (p *pageReader) add(address, title string, rank int) int {
	if address == "" || strings.HasPrefix(address, "mailto:") {
		return -1
	}
	low := strings.ToLower(title + " " + address)
	for _, l := range lesser {
		if strings.Contains(low, l.word) && (p.page == nil || !strings.Contains(strings.ToLower(p.page.Path), l.word)) {
			rank -= l.cost
		}
	}
	if rank < 1000 && p.page != nil {
		if u, err := url.Parse(address); err == nil && !sameSite(u.Hostname(), p.page.Hostname()) {
			rank -= 30
		}
	}
	key := feed.Address(address)
	if i, ok := p.seen[key]; ok {
		if p.found[i].source.Title == "" {
			p.found[i].source.Title = title
		}
		p.found[i].rank = max(p.found[i].rank, rank)
		return i
	}
	if len(p.found) >= maxFeeds {
		return -1
	}
	site := ""
	if p.page != nil {
		site = p.page.String()
	}
	p.seen[key] = len(p.found)
	p.found = append(p.found, candidate{source: feed.Source{URL: address, Title: title, Site: site}, rank: rank})
	return len(p.found) - 1
}

// sameSite reports whether two hosts share their last two labels.
func sameSite(a, b string) bool {
	return tail(a) == tail(b)
}

func tail(host string) string {
	labels := strings.Split(strings.ToLower(host), ".")
	return strings.Join(labels[max(0, len(labels)-2):], ".")
}
