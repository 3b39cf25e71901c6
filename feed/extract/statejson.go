package extract

import (
	"cmp"
	"html"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// The text of an article as a script has it: an array in the page's state whose
// elements are paragraphs, in whatever shape the editor's program gives them.
// The array is told by its shape: many texts that end like sentences. It becomes
// HTML, and is then read as a page is.

const (
	leastStateText  = 300 // bytes of sentences in the array
	leastStateParas = 2   // sentences' worth of elements
	leastParagraph  = 40  // bytes of an element that counts
	maxStateHTML    = 2 << 20
	maxStateDepth   = 40
	maxStateScripts = 400
	maxDateValue    = 40 // bytes
)

// stateHTML is the article that the page's scripts hold as data, as HTML; "" for none.
func (p *page) stateHTML() string {
	var scripts []string
	scripts = append(scripts, p.meta.state...)
	best := stateArray{}
	for _, s := range scripts[:min(len(scripts), maxStateScripts)] {
		if strings.Contains(s, "__next_f") {
			continue
		}
		if i := strings.IndexAny(s, "{["); i >= 0 {
			best.search(laxJSON(s[jsonStart(s, i):]), 0)
		}
	}
	for _, row := range flightRows(scripts) {
		best.search(row, 0)
	}
	if best.list == nil {
		return ""
	}
	w := stateWriter{}
	w.elements(best.list, 0)
	return w.b.String()
}

// jsonStart is where the value begins that a script assigns: behind the first "="
// where the script does not begin with the value itself.
func jsonStart(s string, i int) int {
	if eq := strings.IndexByte(s[:i], '='); eq >= 0 || strings.TrimSpace(s[:i]) == "" || strings.HasSuffix(strings.TrimSpace(s[:i]), "(") {
		return i
	}
	if eq := strings.Index(s, "={"); eq >= 0 {
		return eq + 1
	}
	if eq := strings.Index(s, "= {"); eq >= 0 {
		return eq + 2
	}
	return i
}

// flightRows are the values of a page whose parts come as a stream of rows:
// pushes of pieces of text, which together are lines of "number:value".
func flightRows(scripts []string) []any {
	var stream strings.Builder
	left := maxStateScripts
	for _, s := range scripts {
		_, rest, ok := strings.Cut(s, "__next_f")
		for ok && left > 0 && stream.Len() < maxScript {
			left--
			if _, after, found := strings.Cut(rest, "push("); found {
				if parts, is := laxJSON(after).([]any); is && len(parts) > 1 {
					if text, is := parts[1].(string); is {
						stream.WriteString(text)
					}
				}
				rest = after
			}
			_, rest, ok = strings.Cut(rest, "__next_f")
		}
	}
	var out []any
	for line := range strings.SplitSeq(stream.String(), "\n") {
		id, value, ok := strings.Cut(line, ":")
		if !ok || len(id) > 8 || len(value) < leastParagraph {
			continue
		}
		switch value[0] {
		case '[', '{':
			out = append(out, laxJSON(value))
		case 'T': // a long text: its length, then itself
			if _, text, found := strings.Cut(value, ","); found {
				out = append(out, []any{text})
			}
		}
	}
	return out
}

// stateArray is the array with the most text so far.
type stateArray struct {
	list []any
	size int
}

// search looks through a value for a better array, innermost first: of two that
// hold the same text, the inner one has less else.
func (a *stateArray) search(v any, depth int) {
	if depth > maxStateDepth {
		return
	}
	switch v := v.(type) {
	case map[string]any:
		for _, key := range sortedKeys(v) {
			a.search(v[key], depth+1)
		}
	case []any:
		for _, e := range v {
			a.search(e, depth+1)
		}
		a.weigh(v)
	}
}

func (a *stateArray) weigh(list []any) {
	size, paras := 0, 0
	for _, e := range list {
		s := textOf(e, 0)
		if len(s) < leastParagraph || leadsElsewhere(e) {
			continue
		}
		if n := strings.Count(s, "</p>"); n > 1 {
			paras += n - 1
		} else if !sentenceEnd(strings.TrimSpace(stripTags(s))) {
			continue
		}
		paras++
		size += len(s)
	}
	if paras >= leastStateParas && size >= leastStateText && size > a.size+a.size/4 {
		a.list, a.size = list, size
	}
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// leadsElsewhere reports whether an element of an array is no part of a text but
// points to one: it has a date, or an address beside a title.
func leadsElsewhere(e any) bool {
	m, ok := e.(map[string]any)
	if !ok {
		return false
	}
	address, texts := false, 0
	for _, key := range sortedKeys(m) {
		s, is := m[key].(string)
		switch {
		case !is:
		case isoStart(s):
			return true
		case strings.HasPrefix(s, "/") || strings.HasPrefix(s, "http"):
			address = true
		case strings.Contains(s, " "):
			texts++
		}
	}
	return address && texts > 1
}

// isoStart reports whether a value begins with a date: "2026-03-22".
func isoStart(s string) bool {
	if len(s) < len("2026-03-22") || len(s) > maxDateValue {
		return false
	}
	return s[4] == '-' && s[7] == '-' && (s[0] == '1' || s[0] == '2')
}

// textKeys are the fields that hold text in the programs that editors use, in the
// order in which they are looked at.
var textKeys = [...]string{"text", "value", "html", "innerHTML", "content", "children", "body", "data", "model", "props", "paragraph", "markup", "copy", "nodes", "items", "blocks"}

// textOf is the text that a value holds, as it stands: with tags, where it has some.
func textOf(v any, depth int) string {
	if depth > maxStateDepth {
		return ""
	}
	switch v := v.(type) {
	case string:
		return v
	case []any:
		if _, props, ok := reactElement(v); ok {
			return textOf(props["children"], depth+1)
		}
		var b strings.Builder
		for _, e := range v {
			if b.Len() < maxStateHTML {
				b.WriteString(textOf(e, depth+1))
			}
		}
		return b.String()
	case map[string]any:
		for _, key := range textKeys {
			if s := textOf(v[key], depth+1); strings.TrimSpace(s) != "" {
				return s
			}
		}
		return longestSentence(v)
	}
	return ""
}

// longestSentence is the longest field that reads like a sentence, where none of the usual is there.
func longestSentence(m map[string]any) string {
	best := ""
	for _, key := range sortedKeys(m) {
		s, _ := m[key].(string)
		if len(s) > len(best) && strings.Count(s, " ") > 3 && sentenceEnd(strings.TrimSpace(s)) {
			best = s
		}
	}
	return best
}

// reactElement takes an element of a component tree apart: ["$", "p", key, {...}].
func reactElement(v []any) (tag string, props map[string]any, ok bool) {
	if len(v) < 4 || v[0] != "$" {
		return "", nil, false
	}
	tag, _ = v[1].(string)
	props, ok = v[3].(map[string]any)
	return tag, props, ok
}

// stateWriter writes values as HTML.
type stateWriter struct{ b strings.Builder }

func (w *stateWriter) elements(list []any, depth int) {
	for _, e := range list {
		if w.b.Len() > maxStateHTML || depth > maxStateDepth {
			return
		}
		if !leadsElsewhere(e) {
			w.block(e, depth)
		}
	}
}

func (w *stateWriter) block(e any, depth int) {
	switch v := e.(type) {
	case string:
		if utf8.RuneCountInString(v) > 1 && !strings.HasPrefix(v, "$") {
			w.wrapped("p", markupOf(v))
		}
	case []any:
		if tag, props, ok := reactElement(v); ok {
			w.component(tag, props, depth)
			return
		}
		w.elements(v, depth+1)
	case map[string]any:
		kind := kindOf(v)
		switch kind {
		case "":
			return
		case "ul", "ol":
			if items := listOf(v); items != nil {
				w.b.WriteString("<" + kind + ">")
				for _, it := range items {
					w.wrapped("li", inlineOf(it, 0))
				}
				w.b.WriteString("</" + kind + ">")
				return
			}
			kind = "p"
		}
		w.wrapped(kind, inlineOf(v, 0))
	}
}

// component writes an element of a component tree; one that is no element of HTML
// is what stands in it.
func (w *stateWriter) component(tag string, props map[string]any, depth int) {
	a := atom.Lookup([]byte(tag))
	leaf := isHeading(a)
	switch a {
	case atom.Script, atom.Style, atom.Nav, atom.Footer:
		return
	case atom.P, atom.Li, atom.Blockquote:
		leaf = true
	}
	switch {
	case leaf:
		w.wrapped(tag, inlineOf(props["children"], 0))
	case blockTag(a):
		if list, ok := props["children"].([]any); ok {
			if _, _, one := reactElement(list); !one {
				w.elements(list, depth+1)
				return
			}
		}
		w.block(props["children"], depth+1)
	default:
		w.block(props["children"], depth+1)
	}
}

func (w *stateWriter) wrapped(tag, inner string) {
	if strings.TrimSpace(inner) == "" {
		return
	}
	if strings.HasPrefix(strings.TrimSpace(inner), "<p") { // it has its own
		w.b.WriteString(inner)
		return
	}
	w.b.WriteString("<" + tag + ">" + inner + "</" + tag + ">\n")
}

// markupOf is a text as HTML: with its tags where it has some.
func markupOf(s string) string {
	if strings.Contains(s, "</") || strings.Contains(s, "<br") {
		return s
	}
	return html.EscapeString(s)
}

// inlineOf writes the text of a block with its bold and italic spans and links.
func inlineOf(v any, depth int) string {
	if depth > maxStateDepth {
		return ""
	}
	switch v := v.(type) {
	case string:
		return markupOf(v)
	case []any:
		if tag, props, ok := reactElement(v); ok {
			return tagged(tag, props["href"], inlineOf(props["children"], depth+1))
		}
		var b strings.Builder
		for _, e := range v {
			if b.Len() < maxStateHTML {
				b.WriteString(inlineOf(e, depth+1))
			}
		}
		return b.String()
	case map[string]any:
		for _, key := range textKeys {
			s := inlineOf(v[key], depth+1)
			if s == "" {
				continue
			}
			return tagged(spanTag(v), v["url"], s)
		}
		return markupOf(longestSentence(v))
	}
	return ""
}

func tagged(tag string, href any, s string) string {
	to, _ := href.(string)
	switch tag {
	case "a":
		return `<a href="` + html.EscapeString(to) + `">` + s + "</a>"
	case "b", "strong", "em", "i", "code", "sup", "sub", "q":
		return "<" + tag + ">" + s + "</" + tag + ">"
	case "br":
		return "<br>"
	}
	return s
}

// spanTag is how a span is set: by its flags, or by the names of its marks.
func spanTag(m map[string]any) string {
	switch {
	case m["bold"] == true:
		return "strong"
	case m["italic"] == true:
		return "em"
	}
	if to, _ := m["url"].(string); to != "" {
		return "a"
	}
	marks, _ := m["marks"].([]any)
	for _, mark := range marks {
		name, _ := mark.(string)
		if fields, ok := mark.(map[string]any); ok {
			name, _ = fields["type"].(string)
		}
		switch name {
		case "strong", "bold":
			return "strong"
		case "em", "italic", "emphasis":
			return "em"
		}
	}
	return ""
}

// listOf are the items of a list's block.
func listOf(m map[string]any) []any {
	for _, key := range [...]string{"items", "content", "children", "list", "data", "text", "value"} {
		switch v := m[key].(type) {
		case []any:
			return v
		case map[string]any:
			if in := listOf(v); in != nil {
				return in
			}
		}
	}
	return nil
}

// kindOf is the element that a block becomes, by what it is called; a paragraph
// where the name says nothing, "" for what is no text.
func kindOf(m map[string]any) string {
	name := ""
	for _, key := range [...]string{"type", "_type", "nodeType", "blockName", "tag", "tagName", "kind", "name", "component", "__typename", "style"} {
		s, _ := m[key].(string)
		name = cmp.Or(name, strings.ToLower(s))
	}
	if style, _ := m["style"].(string); len(style) == 2 && style[0] == 'h' {
		return "h3"
	}
	has := func(parts ...string) bool {
		return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(name, part) })
	}
	switch {
	case has("image", "picture", "gallery", "video", "embed", "newsletter", "related", "advert", "teaser", "promo"), name == "ad":
		return ""
	case has("heading", "header", "subtitle", "subhead", "title"), isHeading(atom.Lookup([]byte(name))):
		return "h3"
	case has("quote"):
		return "blockquote"
	case has("ordered") && !has("unordered"), name == "ol":
		return "ol"
	case has("list"), name == "ul":
		return "ul"
	case has("code"), name == "pre":
		return "pre"
	}
	return "p"
}
