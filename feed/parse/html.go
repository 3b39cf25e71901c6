package parse

import (
	"bytes"
	"net/url"
	"strings"

	"depesche/feed"
	"depesche/feed/markup"
)

// What an HTML element does to the text around it.
const (
	inline = 1 + iota // nothing
	block             // parts it from what stands before and behind
	void              // has no end tag
	breaks            // is a line break
	silent            // its text is not to be read
)

// htmlNames are HTML's elements; a name that is not among them is no markup but
// what somebody wrote between angle brackets.
var htmlNames = map[string]int{
	"a": inline, "abbr": inline, "acronym": inline, "b": inline, "bdi": inline, "bdo": inline, "big": inline, "blink": inline, "cite": inline,
	"code": inline, "data": inline, "del": inline, "dfn": inline, "em": inline, "font": inline, "i": inline, "ins": inline, "kbd": inline,
	"label": inline, "mark": inline, "nobr": inline, "q": inline, "rp": inline, "rt": inline, "ruby": inline, "s": inline, "samp": inline,
	"small": inline, "span": inline, "strike": inline, "strong": inline, "sub": inline, "sup": inline, "time": inline, "tt": inline,
	"u": inline, "var": inline, "picture": inline, "button": inline,
	"address": block, "article": block, "aside": block, "blockquote": block, "body": block, "center": block, "dd": block, "details": block,
	"div": block, "dl": block, "dt": block, "figcaption": block, "figure": block, "footer": block, "form": block, "h1": block, "h2": block,
	"h3": block, "h4": block, "h5": block, "h6": block, "header": block, "html": block, "li": block, "main": block, "nav": block, "ol": block,
	"p": block, "pre": block, "section": block, "summary": block, "table": block, "tbody": block, "td": block, "tfoot": block, "th": block,
	"thead": block, "tr": block, "ul": block, "iframe": block, "video": block, "audio": block, "object": block, "noscript": block,
	"img": void, "input": void, "embed": void, "wbr": void, "col": void, "source": void, "track": void, "area": void,
	"br": breaks, "hr": breaks,
	"script": silent, "style": silent, "title": silent, "head": silent,
}

// isHTML reports whether a name is one of HTML's.
func isHTML(name []byte) bool {
	var low [12]byte
	return len(name) <= len(low) && htmlNames[string(lower(low[:0], name))] != 0
}

// always are elements whose tag is markup even where it stands alone: the text
// was cut behind it.
var always = map[string]bool{
	"b": true, "i": true, "em": true, "strong": true, "span": true, "font": true, "a": true, "p": true, "u": true, "sup": true,
	"sub": true, "small": true, "nobr": true, "div": true, "br": true, "hr": true, "img": true, "wbr": true, "q": true,
}

// plainTitle makes plain text of a title as publishers deliver it: HTML, plain text
// with HTML's references, or either of them escaped once too often. Angle
// brackets that are no markup stay: "Vec<T>", "a < b", "the <blink> tag".
func plainTitle(s string) string {
	if strings.IndexByte(s, '<') >= 0 {
		s = stripPairs(s)
	}
	return plainLine(s)
}

// plainLine decodes the references of HTML, and of HTML escaped twice.
func plainLine(s string) string {
	if strings.IndexByte(s, '&') >= 0 {
		s = markup.Decode(s)
		if strings.IndexByte(s, '<') >= 0 && strings.Contains(s, "</") {
			s = stripPairs(s)
		}
		if strings.IndexByte(s, '&') >= 0 && strings.IndexByte(s, ';') >= 0 {
			s = decodeLetters(s)
		}
		if strings.Contains(s, "<![CDATA[") { // a CDATA section that was escaped
			s = strings.ReplaceAll(strings.ReplaceAll(s, "<![CDATA[", ""), "]]>", "")
		}
	}
	return feed.Line(s)
}

// decodeLetters decodes references that nobody means to print: all but those
// to angle brackets and blanks, which stand in texts about HTML.
func decodeLetters(s string) string {
	for _, keep := range []string{"&lt;", "&gt;", "&nbsp;"} {
		if strings.Contains(s, keep) {
			return s
		}
	}
	return markup.Decode(s)
}

// stripTags drops every tag of HTML.
func stripTags(s string) string {
	return strip(s, func(name string) bool { return htmlNames[name] != 0 })
}

// stripPairs drops the tags that are markup: HTML's, with an end tag or such as
// need none.
func stripPairs(s string) string {
	low := strings.ToLower(s)
	checked := map[string]bool{}
	return strip(s, func(name string) bool {
		if htmlNames[name] == 0 {
			return false
		}
		if always[name] {
			return true
		}
		paired, ok := checked[name]
		if !ok {
			paired = strings.Contains(low, "</"+name+">") && strings.Contains(low, "<"+name)
			checked[name] = paired
		}
		return paired
	})
}

func strip(s string, markupName func(name string) bool) string {
	src := []byte(s)
	scan := markup.Scanner{Src: src}
	out := make([]byte, 0, len(src))
	at := 0
	mute := "" // the element whose text is not read
	var ends map[string]int
	for {
		t := scan.Next()
		if mute == "" {
			out = append(out, src[at:t.Start]...)
		}
		at = t.End
		switch t.Kind {
		case markup.EOF:
			return string(out)
		case markup.CDATA:
			out = append(out, t.Inner...)
			continue
		case markup.Comment, markup.Declaration, markup.Instruction:
			continue
		default: // a tag: below
		}
		name := strings.ToLower(string(t.Name))
		if !markupName(name) || wordsOnly(t.Attrs) || !closed(src, &t) {
			out = append(out, src[t.Start:t.End]...)
			continue
		}
		switch htmlNames[name] {
		case block, breaks:
			out = append(out, ' ')
		case silent:
			switch {
			case t.Kind == markup.StartTag && !t.Empty && mute == "" && lastEnd(&ends, s, name) >= t.End:
				mute = name
			case t.Kind == markup.EndTag && mute == name:
				mute = ""
			}
		}
	}
}

// lastEnd is where the last end tag of a name begins, looked up once for each.
func lastEnd(ends *map[string]int, s, name string) int {
	at, ok := (*ends)[name]
	if !ok {
		if *ends == nil {
			*ends = map[string]int{}
		}
		at = strings.LastIndex(strings.ToLower(s), "</"+name)
		(*ends)[name] = at
	}
	return at
}

// closed reports whether a tag has its ">", or attributes, as one has that was cut: "a<b" is
// no markup.
func closed(src []byte, t *markup.Token) bool {
	return src[t.End-1] == '>' || bytes.IndexByte(t.Attrs, '=') >= 0
}

// wordsOnly reports whether what stands behind a name are words and no attributes: "a<b and
// c>d" is no markup.
func wordsOnly(attrs []byte) bool {
	return len(bytes.Trim(attrs, " \t\r\n/")) > 0 && bytes.IndexByte(attrs, '=') < 0
}

// looksHTML reports whether a text of unknown kind is HTML: it has a tag of HTML
// that closes, or one that needs no end, or a reference.
func looksHTML(s string) bool {
	if i := strings.IndexByte(s, '<'); i >= 0 {
		return stripPairs(s[i:]) != s[i:]
	}
	return markup.Decode(s) != s
}

// doubleEscaped reports whether HTML was escaped once too often: no tag in it,
// but the text of tags that only markup has.
func doubleEscaped(b []byte) bool {
	if bytes.IndexByte(b, '<') >= 0 || !bytes.Contains(b, []byte("&lt;")) {
		return false
	}
	for _, sign := range []string{"&lt;/p&gt;", "&lt;p&gt;", "&lt;br", "&lt;/a&gt;", "&lt;/div&gt;", "&lt;img ", "&lt;/li&gt;", "&lt;/em&gt;", "&lt;/strong&gt;"} {
		if bytes.Contains(b, []byte(sign)) {
			return true
		}
	}
	return false
}

// addresses are the attributes of HTML that hold one.
var addresses = map[string]bool{
	"href": true, "src": true, "poster": true, "cite": true, "longdesc": true, "background": true, "data-src": true, "srcset": true,
}

// absoluteLinks makes the addresses in HTML absolute. What is absolute already,
// and all else, stays byte for byte; src itself comes back where nothing changed.
func absoluteLinks(src []byte, base *url.URL) []byte {
	if base == nil || bytes.IndexByte(src, '<') < 0 {
		return src
	}
	scan := markup.Scanner{Src: src}
	var out []byte
	at := 0
	for {
		t := scan.Next()
		if t.Kind == markup.EOF {
			break
		}
		if t.Kind != markup.StartTag || len(t.Attrs) == 0 {
			continue
		}
		if v := attr(t.Attrs, "xml:base"); v != nil {
			base = markup.Base(base, string(v))
		}
		for rest := t.Attrs; len(rest) > 0; {
			var name, value []byte
			name, value, rest = markup.NextAttr(rest)
			if len(name) == 0 {
				break
			}
			if !hasAddress(name, value) {
				continue
			}
			full := resolveAttr(base, strings.ToLower(string(name)), strings.TrimSpace(string(value)))
			if full == "" {
				continue
			}
			if out == nil {
				out = make([]byte, 0, len(src)+len(src)/8+64)
			}
			// value is a part of src: its place is the distance of their ends.
			begin := cap(src) - cap(value)
			out = append(append(out, src[at:begin]...), full...)
			at = begin + len(value)
		}
	}
	if out == nil {
		return src
	}
	return append(out, src[at:]...)
}

// hasAddress reports whether an attribute holds an address that is not absolute.
func hasAddress(name, value []byte) bool {
	value = bytes.TrimSpace(value)
	if len(value) == 0 || len(name) > 10 || value[0] == '#' || bytes.HasPrefix(value, []byte("http")) {
		return false
	}
	var low [10]byte
	if !addresses[string(lower(low[:0], name))] {
		return false
	}
	return relative(string(value[:min(len(value), 64)]))
}

func resolveAttr(base *url.URL, name, value string) string {
	if name != "srcset" {
		return strings.ReplaceAll(markup.Link(base, markup.Decode(value)), "&", "&amp;")
	}
	var b strings.Builder
	for candidate := range strings.SplitSeq(value, ", ") {
		ref, size, _ := strings.Cut(strings.TrimSpace(candidate), " ")
		full := markup.Link(base, markup.Decode(ref))
		if full == "" {
			return ""
		}
		if b.Len() > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strings.ReplaceAll(full, "&", "&amp;"))
		if size != "" {
			b.WriteString(" " + size)
		}
	}
	return b.String()
}

// relative reports whether a reference has no scheme and is more than a fragment.
func relative(ref string) bool {
	for i := range len(ref) {
		c := ref[i]
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z', i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'):
		default:
			return c != ':' || i == 0
		}
	}
	return ref != ""
}
