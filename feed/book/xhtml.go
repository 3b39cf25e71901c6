package book

import (
	"cmp"
	_ "embed" // the style sheet
	"fmt"
	"strings"

	"depesche/feed"
)

//go:embed style.css
var style string

// Page writes articles as one web page, their pictures as links to where they came
// from. language is of a page of several.
func Page(language string, w Words, list ...Article) string {
	title := ""
	if len(list) == 1 {
		title, language = list[0].Headline, cmp.Or(list[0].Language, language)
	}
	p := writer{words: w, picture: func(p *feed.Picture) string { return feed.WebLink(p.URL) }}
	p.raw(`<!DOCTYPE html>` + "\n")
	p.open(language, title, `<meta charset="utf-8"/>`+"\n<style>\n"+style+"</style>\n")
	for i := range list {
		if len(list) > 1 {
			p.prefix = fmt.Sprintf("a%d-", i+1)
		}
		p.article(&list[i])
	}
	p.raw("</body>\n</html>\n")
	return p.String()
}

// writer writes XHTML.
type writer struct {
	strings.Builder
	words   Words
	picture func(*feed.Picture) string // where a picture is found
	prefix  string                     // before the anchors of one article of several on a page
	anchors map[string]bool            // what a text's own links can lead to
}

func (w *writer) raw(s string) { w.WriteString(s) }

// open begins a document, up to its body.
func (w *writer) open(language, title, head string) {
	w.raw(`<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"`)
	if isLanguage(language) {
		fmt.Fprintf(w, ` lang="%s" xml:lang="%s"`, language, language)
	}
	if title == "" {
		title = "depesche"
	}
	fmt.Fprintf(w, ">\n<head>\n<title>%s</title>\n%s</head>\n<body>\n", text(title), head)
}

// escaped is how a character that means something in XHTML is written, "" for any
// other; what XML cannot hold at all becomes the sign for that.
func escaped(r rune) string {
	switch r {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '"':
		return "&quot;"
	case 0xFFFE, 0xFFFF:
		return "\uFFFD"
	}
	return ""
}

// text makes XHTML of text.
func text(s string) string {
	s = feed.Clean(s)
	var b strings.Builder
	last := 0
	for i, r := range s {
		if e := escaped(r); e != "" {
			b.WriteString(s[last:i])
			b.WriteString(e)
			last = i + len(string(r))
		}
	}
	if last == 0 {
		return s
	}
	return b.String() + s[last:]
}

// attribute is text that keeps to one line.
func attribute(s string) string { return text(feed.Line(s)) }

// para writes one element of text, if there is any.
func (w *writer) para(element, class, s string) {
	if s = strings.TrimSpace(s); s == "" {
		return
	}
	if class != "" {
		class = ` class="` + class + `"`
	}
	fmt.Fprintf(w, "<%s%s>%s</%s>\n", element, class, text(s), element)
}

// article writes head, text and foot in newspaper order.
func (w *writer) article(a *Article) {
	w.anchors = map[string]bool{}
	for i := range a.Body {
		if id := a.Body[i].Anchor; isName(id) {
			w.anchors[id] = true
		}
	}
	w.raw("<article>\n<header>\n")
	w.para("p", "kicker", a.Kicker)
	head := a.Headline
	if head == "" {
		head = "…"
	}
	w.para("h1", "", head)
	w.para("p", "standfirst", a.Standfirst)
	byline := a.Byline
	if byline == "" && len(a.Authors) > 0 {
		byline = w.words.By(a.Authors)
	}
	w.para("p", "byline", byline)
	w.para("p", "meta", w.meta(a))
	w.files(a)
	w.raw("</header>\n")
	if a.Lead != nil {
		w.figure(a.Lead)
	}
	w.body(a)
	w.para("p", "notice", w.words.Access[a.Access])
	w.para("p", "agency", a.Credit)
	for _, c := range a.Corrections {
		if !strings.HasPrefix(strings.ToLower(c), strings.ToLower(w.words.Correction)) {
			c = w.words.Correction + ": " + c
		}
		w.para("p", "correction", c)
	}
	if u := feed.WebLink(a.Link); u != "" {
		fmt.Fprintf(w, "<p class=\"meta\"><a href=\"%s\">%s</a></p>\n", attribute(u), text(w.words.Original))
	}
	if u := feed.WebLink(a.Comments); u != "" && u != a.Link && w.words.Comments != "" {
		fmt.Fprintf(w, "<p class=\"meta\"><a href=\"%s\">%s</a></p>\n", attribute(u), text(w.words.Comments))
	}
	w.raw("</article>\n")
}

// files names what goes with the article; the files themselves stay where they are.
func (w *writer) files(a *Article) {
	for i := range a.Enclosures {
		e := &a.Enclosures[i]
		u := feed.WebLink(e.URL)
		if u == "" {
			continue
		}
		kind, facts := "", ""
		if w.words.File != nil {
			kind = w.words.File(e)
		}
		if w.words.Facts != nil {
			facts = w.words.Facts(e)
		}
		fmt.Fprintf(w, "<p class=\"meta\">%s<a href=\"%s\">%s</a>%s</p>\n", text(kind), attribute(u), text(feed.Line(e.Name())), text(facts))
	}
}

func (w *writer) meta(a *Article) string {
	var parts []string
	for _, s := range []string{a.Paper, a.Section} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if !a.Published.IsZero() {
		parts = append(parts, w.words.Date(a.Published))
	}
	if n := feed.Minutes(a.Words()); n > 0 {
		parts = append(parts, w.words.Minutes(n))
	}
	return strings.Join(parts, " · ")
}

// body writes the text; blocks in a row that stand beside it in one role share a box.
func (w *writer) body(a *Article) {
	role, lead := feed.Ordinary, true
	for i := range a.Body {
		blk := &a.Body[i]
		if blk.Role != role || blk.Role == feed.Footnote && blk.Anchor != "" {
			w.close(role)
			role = blk.Role
			w.begin(blk)
		}
		dateline := ""
		if lead && blk.Kind == feed.Paragraph && blk.Role == feed.Ordinary {
			dateline, lead = a.Dateline, false
		}
		w.block(blk, dateline)
	}
	w.close(role)
}

func (w *writer) begin(blk *feed.Block) {
	switch blk.Role {
	case feed.PullQuote:
		w.raw("<aside class=\"pull\">\n")
	case feed.FactBox:
		w.raw("<aside class=\"box\">\n")
	case feed.Footnote:
		id := ""
		if w.anchors[blk.Anchor] {
			id = ` id="` + w.prefix + blk.Anchor + `"`
		}
		fmt.Fprintf(w, "<aside class=\"note\"%s>\n", id)
	case feed.Ordinary:
	}
}

func (w *writer) close(r feed.Role) {
	if r != feed.Ordinary {
		w.raw("</aside>\n")
	}
}

func (w *writer) block(blk *feed.Block, dateline string) {
	switch blk.Kind {
	case feed.Subhead:
		fmt.Fprintf(w, "<h2>%s</h2>\n", w.spans(blk.Text))
	case feed.Quote:
		fmt.Fprintf(w, "<blockquote><p>%s</p></blockquote>\n", strings.ReplaceAll(w.spans(blk.Text), "\n", "<br/>\n"))
	case feed.List:
		w.list("ul", "", blk)
	case feed.OrderedList:
		start := ""
		if blk.Start > 1 {
			start = fmt.Sprintf(` start="%d"`, blk.Start)
		}
		w.list("ol", start, blk)
	case feed.Table:
		w.table(blk)
	case feed.Figure:
		if blk.Picture != nil {
			w.figure(blk.Picture)
		}
	case feed.Code:
		fmt.Fprintf(w, "<pre><code>%s</code></pre>\n", text(blk.Text.String()))
	case feed.Rule:
		w.raw("<hr/>\n")
	case feed.Paragraph, feed.Embed:
		if dateline != "" {
			dateline = "<b class=\"dateline\">" + text(strings.TrimSpace(dateline)) + "</b> "
		}
		fmt.Fprintf(w, "<p>%s%s</p>\n", dateline, w.spans(blk.Text))
	}
}

// list writes items one within another as deep as they are nested.
func (w *writer) list(element, attrs string, blk *feed.Block) {
	if len(blk.Items) == 0 {
		return
	}
	depth := -1
	for i, it := range blk.Items {
		level := 0
		if i < len(blk.Levels) {
			level = min(blk.Levels[i], depth+1, feed.MaxLevel)
		}
		level = max(level, 0)
		switch {
		case level > depth:
			fmt.Fprintf(w, "<%s%s>", element, attrs)
			attrs = ""
		default:
			for ; depth > level; depth-- {
				fmt.Fprintf(w, "</li></%s>", element)
			}
			w.raw("</li>")
		}
		depth = level
		fmt.Fprintf(w, "\n<li>%s", w.spans(it))
	}
	for ; depth >= 0; depth-- {
		fmt.Fprintf(w, "</li></%s>", element)
	}
	w.raw("\n")
}

func (w *writer) table(blk *feed.Block) {
	if len(blk.Rows) == 0 {
		return
	}
	w.raw("<table>\n")
	if title := w.spans(blk.Text); title != "" {
		fmt.Fprintf(w, "<caption>%s</caption>\n", title)
	}
	for i, row := range blk.Rows {
		cell := "td"
		if i == 0 && !blk.Headless {
			cell = "th"
		}
		w.raw("<tr>")
		for _, c := range row {
			fmt.Fprintf(w, "<%s>%s</%s>", cell, w.spans(c), cell)
		}
		w.raw("</tr>\n")
	}
	w.raw("</table>\n")
}

// figure writes a picture with caption and credit; the words stand where the
// picture is not to be had.
func (w *writer) figure(p *feed.Picture) {
	at := w.picture(p)
	caption, credit := strings.TrimSpace(p.Caption), strings.TrimSpace(p.Credit)
	if at == "" && caption == "" && credit == "" {
		return
	}
	w.raw("<figure>\n")
	if at != "" {
		fmt.Fprintf(w, "<img src=\"%s\" alt=\"%s\"/>\n", attribute(at), attribute(p.Alt))
	}
	if caption != "" || credit != "" {
		w.raw("<figcaption>" + text(caption))
		if credit != "" {
			fmt.Fprintf(w, " <span class=\"credit\">%s%s</span>", text(w.words.Photo), text(credit))
		}
		w.raw("</figcaption>\n")
	}
	w.raw("</figure>\n")
}

// spans writes a text in its styles, with its links.
func (w *writer) spans(t feed.Text) string {
	var b strings.Builder
	for _, s := range t {
		out := text(s.Text)
		for _, st := range []struct {
			bit     feed.Style
			element string
		}{{feed.CodeStyle, "code"}, {feed.Struck, "s"}, {feed.Emphasis, "em"}, {feed.Strong, "strong"}} {
			if s.Style&st.bit != 0 && out != "" {
				out = "<" + st.element + ">" + out + "</" + st.element + ">"
			}
		}
		if to := w.link(s.Link); to != "" && out != "" {
			out = `<a href="` + to + `">` + out + "</a>"
		}
		b.WriteString(out)
	}
	return b.String()
}

// link is where a span leads, "" for nowhere a reader should be sent.
func (w *writer) link(to string) string {
	if name, ok := strings.CutPrefix(to, "#"); ok {
		if w.anchors[name] {
			return "#" + w.prefix + name
		}
		return ""
	}
	if rest, ok := strings.CutPrefix(to, "mailto:"); ok && !strings.ContainsAny(rest, " \"<>") {
		return attribute(to)
	}
	return attribute(feed.WebLink(to))
}

// isLanguage reports whether s has the form of a language's name, as "de-AT".
func isLanguage(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if part == "" || len(part) > 8 || i == 0 && len(part) < 2 || strings.ContainsFunc(part, func(r rune) bool {
			return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (i == 0 || r < '0' || r > '9')
		}) {
			return false
		}
	}
	return true
}

// isName reports whether s can be an id in XML: small letters, digits, hyphens,
// beginning with a letter.
func isName(s string) bool {
	for i, r := range s {
		if (r < 'a' || r > 'z') && (i == 0 || (r < '0' || r > '9') && r != '-') {
			return false
		}
	}
	return s != ""
}
