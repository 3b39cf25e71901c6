package extract

import (
	"errors"
	"strings"
	"testing"

	"depesche/feed"
)

// hostile pages end with an answer in bounded time, whatever they nest.
var hostile = map[string]string{
	"ten megabytes of nested divs":      strings.Repeat("<div>", 2_000_000),
	"ten megabytes of nested inline":    strings.Repeat("<b><i>", 1_700_000),
	"formatting with different classes": differing("<b class=%>", "<p>x", 100_000),
	"a hundred thousand tables":         strings.Repeat("<table><tr><td>x", 100_000),
	"a hundred thousand closed tables":  strings.Repeat("<table><tr><td>x</td></tr></table>", 100_000),
	"text fostered out of tables":       "<table>" + strings.Repeat("x<tr>y", 300_000),
	"nested lists":                      strings.Repeat("<ul><li>x", 200_000),
	"nested figures":                    strings.Repeat("<figure><figcaption>x", 100_000),
	"nested quotations":                 strings.Repeat("<blockquote><p>text", 100_000),
	"a page of scripts":                 strings.Repeat("<script>var a = {b: [1,2,3]};</script>", 100_000),
	"unclosed anchors":                  strings.Repeat("<a href=x>y", 300_000),
	"broken JSON-LD":                    `<script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, 200_000) + `</script><p>x`,
	"JSON-LD of quotes":                 `<script type="application/ld+json">` + strings.Repeat(`"\`, 500_000) + `</script><p>x`,
	"one long line":                     "<p>" + strings.Repeat("word ", 1_500_000),
	"many line breaks":                  "<div>" + strings.Repeat("A sentence that ends here, quite long so that it counts.<br>", 60_000),
	"many headings":                     strings.Repeat("<h1>Headline</h1><h2 class=title>Another</h2>", 60_000),
	"many paragraphs":                   "<h1>Head</h1>" + strings.Repeat("<p>A paragraph of some words which looks like prose to the reader, with a full stop.</p>", 60_000),
	"many captions":                     strings.Repeat("<figure><img src=a.jpg><figcaption>Foto: x (Foto: (Foto: y / © z</figcaption></figure>", 30_000),
	"a caption of brackets":             "<figure><img src=a.jpg><figcaption>" + strings.Repeat("(", 200_000) + strings.Repeat(")", 200_000) + "</figcaption></figure>",
	"many attributes":                   "<p " + strings.Repeat("class=a id=b ", 200_000) + ">x",
	"standfirsts all the way":           "<h1>Head</h1>" + strings.Repeat(`<div class="standfirst">`, 400) + strings.Repeat("x ", 300_000),
	"bylines all the way":               "<h1>Head</h1>" + strings.Repeat(`<span class="byline author">`, 400) + strings.Repeat("<a>x</a> ", 100_000),
	"nothing at all":                    "",
	"invalid UTF-8":                     strings.Repeat("\xff\xfe<p>\x80", 1000),
}

func differing(tag, text string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Replace(tag, "%", strings.Repeat("a", i%50)+string(rune('a'+i%26)), 1))
		b.WriteString(text)
	}
	return b.String()
}

func TestHostilePagesEnd(t *testing.T) {
	for name, page := range hostile {
		t.Run(name, func(t *testing.T) {
			a, err := Article([]byte(page), Options{URL: "https://site.example/a"})
			if err != nil && !errors.Is(err, ErrNoArticle) {
				t.Fatalf("error %v, want none or ErrNoArticle", err)
			}
			if bad := broken(&a); bad != "" {
				t.Error(bad)
			}
		})
	}
}

// broken says which promise an article breaks, "" when none.
func broken(a *feed.Article) string {
	head := []string{a.Kicker, a.Headline, a.Standfirst, a.Byline, a.Dateline, a.Section, a.Credit, a.Language}
	head = append(append(append(head, a.Authors...), a.Topics...), a.Corrections...)
	for _, s := range head {
		if s != feed.Clean(s) || strings.ContainsAny(s, "\n\t") {
			return "control character in the head: " + s
		}
	}
	seen, anchors := map[string]bool{}, map[string]bool{}
	for i := range a.Body {
		if id := a.Body[i].Anchor; id != "" {
			if anchors["#"+id] || a.Body[i].Role != feed.Footnote {
				return "anchor twice, or of no footnote: " + id
			}
			anchors["#"+id] = true
		}
	}
	for i := range a.Body {
		b := &a.Body[i]
		if bad := brokenBlock(b, anchors); bad != "" {
			return bad
		}
		if s := b.Text.String(); (b.Kind == feed.Paragraph || b.Kind == feed.Quote) && len(s) > 200 {
			if seen[s] {
				return "text twice: " + s
			}
			seen[s] = true
		}
	}
	if a.Lead != nil {
		return brokenPicture(a.Lead)
	}
	return ""
}

func brokenBlock(b *feed.Block, anchors map[string]bool) string {
	s := b.Text.String()
	if s != feed.Clean(s) {
		return "control character in a block: " + s
	}
	switch b.Kind {
	case feed.Paragraph, feed.Subhead, feed.Quote, feed.Code, feed.Embed:
		if strings.TrimSpace(s) == "" {
			return "empty " + b.Kind.String()
		}
	case feed.List, feed.OrderedList:
		for _, it := range b.Items {
			if it.String() == "" || it.String() != feed.Clean(it.String()) {
				return "empty or dirty list item"
			}
		}
		if len(b.Items) == 0 || b.Levels != nil && len(b.Levels) != len(b.Items) {
			return "empty list, or not a level for each item"
		}
	case feed.Table:
		if len(b.Rows) == 0 {
			return "empty table"
		}
		for _, row := range b.Rows {
			if len(row) != len(b.Rows[0]) {
				return "rows of different length"
			}
		}
	case feed.Figure:
		if b.Picture == nil {
			return "figure without a picture"
		}
		return brokenPicture(b.Picture)
	case feed.Rule:
	}
	bad := ""
	eachText(b, func(t feed.Text) {
		for _, sp := range t {
			if sp.Link != "" && !strings.HasPrefix(sp.Link, "http") && !strings.HasPrefix(sp.Link, "mailto:") && !anchors[sp.Link] {
				bad = "link " + sp.Link
			}
		}
	})
	return bad
}

func brokenPicture(p *feed.Picture) string {
	for _, s := range []string{p.Alt, p.Caption, p.Credit, p.URL} {
		if s != feed.Clean(s) {
			return "control character in a picture: " + s
		}
	}
	if p.Credit != "" && len(p.Credit) > 6 && strings.HasSuffix(p.Caption, "Foto: "+p.Credit) {
		return "credit in the caption: " + p.Caption
	}
	return ""
}
