package find

import (
	"strings"

	"depesche/feed"
	"depesche/feed/markup"
)

// maxHeader is how many bytes of the field are read.
const maxHeader = 16 << 10

// Header lists the feeds that an answer's Link header names, in its order:
//
//	Link: </atom.xml>; rel="alternate"; type="application/atom+xml"; title="Bote"
//
// base is the address of the answer.
func Header(links []string, base string) []feed.Source {
	p := &pageReader{base: markup.Base(nil, base), seen: map[string]int{}}
	p.page = p.base
	rest := strings.Join(links, ",")
	for rest = rest[:min(len(rest), maxHeader)]; rest != ""; {
		var attrs map[string]string
		attrs, rest = nextLink(rest)
		if attrs != nil {
			p.link(attrs)
		}
	}
	return p.best()
}

// nextLink cuts the first link off a Link header and gives its address, as href, and its
// parameters, as a <link> has them; nil where there is none.
func nextLink(s string) (attrs map[string]string, rest string) {
	_, s, ok := strings.Cut(s, "<")
	if !ok {
		return nil, ""
	}
	href, s, ok := strings.Cut(s, ">")
	if !ok {
		return nil, ""
	}
	attrs = map[string]string{"href": href}
	for {
		s = strings.TrimLeft(s, " \t")
		if s == "" || s[0] != ';' {
			return attrs, s
		}
		var name, value string
		name, value, s = nextParameter(strings.TrimLeft(s[1:], " \t"))
		if _, there := attrs[name]; !there && name != "" {
			attrs[name] = value
		}
	}
}

// nextParameter cuts name=value or name="value" off a list of parameters.
func nextParameter(s string) (name, value, rest string) {
	end := strings.IndexAny(s, "=;,")
	if end < 0 {
		return strings.ToLower(strings.TrimSpace(s)), "", ""
	}
	name = strings.ToLower(strings.TrimSpace(s[:end]))
	if s[end] != '=' {
		return name, "", s[end:]
	}
	s = strings.TrimLeft(s[end+1:], " \t")
	if !strings.HasPrefix(s, `"`) {
		end = strings.IndexAny(s+";", ";,")
		return name, strings.TrimSpace(s[:end]), s[end:]
	}
	var b strings.Builder
	i := 1
	for ; i < len(s) && s[i] != '"'; i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return name, b.String(), s[min(i+1, len(s)):]
}
