package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// meta is what a page says about itself outside its text.
type meta struct {
	htmlLang  string
	title     string
	base      string
	canonical string
	tags      map[string][]string // <meta> by lower-case name, property or itemprop
	ld        []any               // JSON-LD documents
	state     []string            // scripts that hold the page's state as JSON
	ldBytes   int
}

const maxScript = 4 << 20

// script keeps the scripts that hold data.
func (m *meta) script(n *html.Node) {
	if n.FirstChild == nil {
		return
	}
	src := n.FirstChild.Data
	kind := strings.ToLower(attr(n, "type"))
	switch {
	case strings.Contains(kind, "ld+json"):
		if m.ldBytes += len(src); m.ldBytes > maxScript {
			return
		}
		if strings.Contains(src, "&quot;") && !strings.Contains(src, `"`) {
			src = html.UnescapeString(src)
		}
		if v := laxJSON(src); v != nil {
			m.ld = append(m.ld, v)
		}
	case len(src) > leastState && len(src) < maxScript && (strings.Contains(kind, "json") || kind == "" || strings.Contains(kind, "javascript")):
		m.state = append(m.state, src)
	}
}

// head reads one element of the page's head.
func (m *meta) head(n *html.Node) {
	switch n.DataAtom {
	case atom.Title:
		if m.title == "" && n.FirstChild != nil && (n.Parent == nil || n.Parent.DataAtom != atom.Svg) {
			m.title = feed.Line(n.FirstChild.Data)
		}
	case atom.Base:
		if m.base == "" {
			m.base = attr(n, "href")
		}
	case atom.Link:
		if rel := strings.ToLower(attr(n, "rel")); rel == "canonical" && m.canonical == "" {
			m.canonical = attr(n, "href")
		}
	case atom.Meta:
		content := attr(n, "content")
		if content == "" {
			return
		}
		if m.tags == nil {
			m.tags = map[string][]string{}
		}
		for _, key := range [...]string{"property", "name", "itemprop", "http-equiv"} {
			if k := strings.ToLower(attr(n, key)); k != "" && len(m.tags[k]) < 40 {
				m.tags[k] = append(m.tags[k], content)
			}
		}
	}
}

// get gives the first non-empty value of the named meta tags, cleaned.
func (m *meta) get(names ...string) string {
	for _, n := range names {
		for _, v := range m.tags[n] {
			if v = plain(v); v != "" {
				return v
			}
		}
	}
	return ""
}

// all gives all values of the named meta tags.
func (m *meta) all(names ...string) []string {
	var out []string
	for _, n := range names {
		for _, v := range m.tags[n] {
			if v = plain(v); v != "" {
				out = append(out, v)
			}
		}
	}
	return out
}

// plain makes one clean line of a value in which entities may have been
// escaped twice and tags may stand.
func plain(s string) string {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	if i := strings.IndexByte(s, '<'); i >= 0 && strings.IndexByte(s[i:], '>') > 0 {
		s = stripTags(s)
	}
	return feed.Line(s)
}

// stripTags drops what looks like a tag: "<" with a letter or slash behind it.
func stripTags(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 || i+1 >= len(s) {
			break
		}
		c := s[i+1] | 0x20
		j := strings.IndexByte(s[i:], '>')
		if j < 0 || (c < 'a' || c > 'z') && s[i+1] != '/' && s[i+1] != '!' {
			b.WriteString(s[:i+1])
			s = s[i+1:]
			continue
		}
		b.WriteString(s[:i])
		if t := strings.ToLower(s[i+1 : i+j]); strings.HasPrefix(t, "p") || strings.HasPrefix(t, "/p") || strings.HasPrefix(t, "br") {
			b.WriteByte(' ')
		}
		s = s[i+j+1:]
	}
	b.WriteString(s)
	return b.String()
}
