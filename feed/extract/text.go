package extract

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"depesche/feed"
)

const maxText = 4 << 20

// Text takes an article in plain text apart, as a person copies it from a page: the article alone, with
// what follows it, or with the menus of the whole page. Each line is a candidate; the same questions are
// asked of it as of the lines of a page, and the answers weighed by weights of their own. The error is
// ErrNoArticle.
func Text(src []byte, o Options) (feed.Article, error) { return explainText(src, o, nil) }

func explainText(src []byte, o Options, why *trace) (feed.Article, error) {
	a := feed.Article{Link: o.URL}
	p := textPage(src, o)
	p.why = why
	p.take(&a)
	if len(a.Body) == 0 {
		return a, ErrNoArticle
	}
	return a, nil
}

// textPage makes a page of a text: each line a paragraph or, behind a bullet, an item of a list.
func textPage(src []byte, o Options) *page {
	if len(src) > maxText {
		src = src[:maxText]
	}
	body := newElement(atom.Body)
	var list *html.Node
	lines := paragraphs(feed.Clean(string(bytes.ToValidUTF8(src, []byte("\uFFFD")))))
	bullet := func(i int) bool { return i >= 0 && i < len(lines) && bulletLine().MatchString(lines[i]) }
	for i, l := range lines {
		tag, into := atom.P, body
		if bullet(i) && (bullet(i-1) || bullet(i+1)) {
			if list == nil {
				list = newElement(atom.Ul)
				body.AppendChild(list)
			}
			tag, into = atom.Li, list
			_, l, _ = strings.Cut(l, " ")
		} else {
			list = nil
		}
		line := newElement(tag)
		line.AppendChild(&html.Node{Type: html.TextNode, Data: l})
		into.AppendChild(line)
	}
	doc := &html.Node{Type: html.DocumentNode}
	doc.AppendChild(body)
	p := &page{opt: o, words: newMarkCache(), copied: true}
	p.walk(doc, false)
	p.lang = detect(string(src))
	return p
}

func newElement(tag atom.Atom) *html.Node {
	return &html.Node{Type: html.ElementNode, Data: tag.String(), DataAtom: tag}
}

// paragraphs gives the paragraphs of a text: its lines, or, in a text that was
// wrapped at some width, what stands between empty lines.
func paragraphs(text string) []string {
	raw := strings.Split(text, "\n")
	long, inner, chunks := 0, 0, 0
	prev, last := "", 0
	for _, l := range raw {
		l = strings.TrimSpace(l)
		long = max(long, utf8.RuneCountInString(l))
		switch {
		case l != "" && prev == "":
			chunks++
		case l != "":
			inner++
		}
		prev = l
	}
	wrapped := long <= 100 && chunks > 2 && inner > chunks
	var out []string
	open := false
	for _, l := range raw {
		bullet := listMark().MatchString(l)
		l = feed.Line(l)
		switch {
		case l == "":
			open = false
			continue
		case wrapped && open && !bullet && last*10 >= long*6:
			out[len(out)-1] += " " + l
		default:
			out = append(out, l)
		}
		open, last = true, utf8.RuneCountInString(l)
	}
	return out
}

// bulletLine is an item of a list; a line of speech may begin with a long dash.
var bulletLine = lazy(`^\s*[-*•▪◦]\s+\S`)

var listMark = lazy(`^\s*(?:[-*•–]|\d{1,2}[.)])\s+\S`)
