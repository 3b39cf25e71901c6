package extract

import (
	"bytes"
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"depesche/feed"
	"depesche/feed/markup"
)

// Articles in several pages. What tells a further page from the next article is its address
// alone: rel=next leads to either, and so does a link "2".

// maxPageNumber is the highest number that is taken for one of a page: years and the ids of
// articles are higher.
const maxPageNumber = 99

// NextPage gives the address of page n+1 of an article whose first page is at first, as its
// page n, an HTML page in UTF-8, links to it; "" where it links to none. It is on the same host and the
// same address but for the number of the page. An address with a bare number behind it
// ("/artikel-2.html", "/artikel/2/") may be another article's, and counts only where a link
// reads just as the number does.
func NextPage(src []byte, first string, n int) string {
	next := ""
	if !mayLinkOn(src, n+1) {
		return next
	}
	eachPageLink(src, first, func(to pageLink) bool {
		if to.number == n+1 && to.sure() {
			next = to.address
		}
		return next == ""
	})
	return next
}

// mayLinkOn reports whether a page holds rel=next at all, or a text that is this number alone: most hold
// neither, and reading all their tags would cost a tenth of what taking them apart does.
func mayLinkOn(src []byte, n int) bool {
	number := []byte(strconv.Itoa(n))
	for at := 0; ; at += len(number) {
		i := bytes.Index(src[at:], number)
		if i < 0 {
			break
		}
		at += i
		before, after := bytes.TrimRight(src[:at], " \t\r\n"), bytes.TrimLeft(src[at+len(number):], " \t\r\n")
		if endsIn(before, '>', ';') && startsIn(after, '<', '&') {
			return true
		}
	}
	const nearRel = 40 // bytes in which rel=" and other words in front of next find room
	for at := 0; ; at += len("next") {
		i := bytes.Index(src[at:], []byte("next"))
		if i < 0 {
			return false
		}
		at += i
		if bytes.Contains(bytes.ToLower(src[max(0, at-nearRel):at]), []byte("rel")) {
			return true
		}
	}
}

func endsIn(s []byte, a, b byte) bool {
	return len(s) > 0 && (s[len(s)-1] == a || s[len(s)-1] == b)
}

func startsIn(s []byte, a, b byte) bool { return len(s) > 0 && (s[0] == a || s[0] == b) }

// WholePage gives the address at which all pages of the article are one, "" where the page links
// to none such.
func WholePage(src []byte, first string) string {
	whole := ""
	eachPageLink(src, first, func(to pageLink) bool {
		if to.number == allPages {
			whole = to.address
		}
		return whole == ""
	})
	return whole
}

// pageLink is a link to a page of the same article.
type pageLink struct {
	address string
	number  int  // of the page, or allPages
	named   bool // the address says that the number is a page's
	next    bool // rel=next
	label   string
}

// sure reports whether a link leads to a page of the article and not to another one.
func (l *pageLink) sure() bool {
	return l.next && l.named || l.label == strconv.Itoa(l.number)
}

// allPages stands for the number of a page that holds all of them.
const allPages = -1

// eachPageLink calls f with the links to the article's own pages until it returns false.
func eachPageLink(src []byte, first string, f func(pageLink) bool) {
	base := markup.Base(nil, first)
	article := newPaged(first)
	if base == nil || article == nil {
		return
	}
	z := html.NewTokenizer(bytes.NewReader(src[:min(len(src), maxPage)]))
	z.SetMaxBuf(1 << 20)
	var open *pageLink
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return
		case html.TextToken:
			if open != nil && len(open.label) < 40 {
				open.label += string(z.Text())
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); atom.Lookup(name) == atom.A && open != nil {
				if open.label = feed.Line(open.label); !f(*open) {
					return
				}
				open = nil
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			switch atom.Lookup(name) {
			case atom.Base:
				href, _ := linkAttrs(z, more)
				base = markup.Base(base, href)
			case atom.Link:
				if to := article.link(base, z, more); to != nil && to.next && !f(*to) {
					return
				}
			case atom.A:
				open = article.link(base, z, more)
			default: // no link
			}
		default: // of no use here
		}
	}
}

// linkAttrs reads where a tag leads, and as what.
func linkAttrs(z *html.Tokenizer, more bool) (href, rel string) {
	for n := 0; more && n < 50; n++ {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "href":
			href = string(value)
		case "rel":
			rel = string(value)
		}
	}
	return href, rel
}

// paged is the address of an article's first page.
type paged struct {
	host  string
	stem  string // path without the number, the ending and slashes at the end
	ext   string // ".html"
	query url.Values
}

// newPaged is nil for an address that is no article's, as those of a front page or a
// section, or one of a further page.
func newPaged(first string) *paged {
	u, err := url.Parse(feed.Address(first))
	if err != nil || u.Host == "" {
		return nil
	}
	p := &paged{host: u.Host, query: u.Query()}
	p.stem, p.ext = stemOf(u.Path)
	for name := range p.query {
		if isPageParam(name) {
			if p.query.Get(name) != "1" {
				return nil
			}
			p.query.Del(name)
		}
	}
	if m := pageNamed().FindStringSubmatch(p.stem); m != nil {
		if m[2] != "1" {
			return nil
		}
		p.stem = m[1]
	}
	if p.section() {
		return nil
	}
	return p
}

// section reports whether the address looks like a front page's or a section's, whose name is
// a word; an article's has hyphens, a number, an ending or a parameter.
func (p *paged) section() bool {
	bare := p.ext == "" && len(p.query) == 0
	return p.stem == "" || bare && !strings.ContainsAny(path.Base(p.stem), "-_0123456789")
}

func stemOf(p string) (stem, ext string) {
	p = strings.TrimRight(p, "/")
	ext = path.Ext(p)
	if len(ext) > 6 || strings.Trim(ext, ".0123456789") == "" { // "/artikel.2" has none
		ext = ""
	}
	return strings.TrimSuffix(p, ext), ext
}

// isPageParam reports whether a parameter holds the number of a page. "p" does not: of WordPress
// it is the id of a post.
func isPageParam(name string) bool {
	switch strings.ToLower(name) {
	case "page", "pg", "pageno", "pagenum", "page_number", "pagenumber", "currentpage",
		"seite", "pagina", "sida", "side", "strona", "sayfa", "sivu", "stranka":
		return true
	}
	return false
}

// pageNamed is a path that says the number of a page: "/artikel/seite-2", "/artikel-p2", "/artikel/page/2".
var pageNamed = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(.+)[/,_.-](?:page|pg|p|seite|pagina|sida|side|strona|sayfa|sivu|stranka)[/_=-]?(\d{1,2})$`)
})

// pageBare is what stands behind an article's address where that is a number alone.
var pageBare = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[/,_.-](\d{1,2})$`) })

// link reads a tag; nil where it leads to no page of the article.
func (p *paged) link(base *url.URL, z *html.Tokenizer, more bool) *pageLink {
	href, rel := linkAttrs(z, more)
	if href == "" || strings.Contains(href, "#") { // comments have pages, too, and are jumped to
		return nil
	}
	address := markup.Link(base, href)
	u, err := url.Parse(feed.Address(address))
	if err != nil || u.Host != p.host {
		return nil
	}
	to := &pageLink{address: address}
	if to.number, to.named = p.number(u); to.number == 0 {
		return nil
	}
	for r := range strings.FieldsSeq(strings.ToLower(rel)) {
		to.next = to.next || r == "next"
	}
	return to
}

// number is which page of the article an address is, 0: none; named tells whether it says so.
func (p *paged) number(u *url.URL) (n int, named bool) {
	stem, ext := stemOf(u.Path)
	query := u.Query()
	if stem == p.stem && ext == p.ext {
		for name, values := range query {
			if !isPageParam(name) || len(values) != 1 {
				continue
			}
			query.Del(name)
			if strings.EqualFold(values[0], "all") {
				n = allPages
			} else if n = pageNumber(values[0]); n == 0 {
				return 0, false
			}
			if sameQuery(query, p.query) {
				return n, true
			}
			return 0, false
		}
		return 0, false
	}
	if ext != p.ext || !sameQuery(query, p.query) {
		return 0, false
	}
	if m := pageNamed().FindStringSubmatch(stem); m != nil && m[1] == p.stem {
		return pageNumber(m[2]), true
	}
	rest, ok := strings.CutPrefix(stem, p.stem)
	if m := pageBare().FindStringSubmatch(rest); ok && m != nil {
		return pageNumber(m[1]), false
	}
	return 0, false
}

// pageNumber reads the number of a page, 0 where it is none.
func pageNumber(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > maxPageNumber {
		return 0
	}
	return n
}

func sameQuery(a, b url.Values) bool { return a.Encode() == b.Encode() }
