package extract

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"depesche/feed"
	"depesche/feed/race"
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
	"a million attributes":              "<p " + numbered("a%=b ", 1_000_000) + ">x",
	"a thousand attributes each":        strings.Repeat("<p "+numbered("a%=b ", 1000)+">x", 1000),
	"one text of ten megabytes":         "<p>" + strings.Repeat("x", 10<<20),
	"two hundred thousand links":        "<p>" + strings.Repeat("<a href=/a>b</a> ", 200_000),
	"links that look like notes":        "<article>" + numbered("<p>Text that is long enough to count as prose here, it is.<sup><a href=#n%>1</a></sup><p id=n%>A note", 20_000),
	"a list of classes without end":     "<div class='" + numbered("newsletter-%-related ", 300_000) + "'><p>x",
	"growing lists of classes":          growing("<p class='%'>Text that is long enough to count as prose, with words.", "wide-teaser ", 1500),
	"a class on every element":          numbered("<div class='teaser-% card related-%'><p class='byline-%'>x</p></div>", 80_000),
	"nested boxes":                      strings.Repeat("<aside class=infobox><h3>Box</h3><p>text", 60_000),
	"nested figures with captions":      strings.Repeat("<figure class=gallery><img src=a.jpg><div class=caption>x</div>", 60_000),
	"nested definitions":                strings.Repeat("<dl><dt>a<dd>b", 100_000),
	"nested lists with text":            strings.Repeat("<ul><li>A line of text that stands in the list", 90_000),
	"cells over everything":             "<table>" + strings.Repeat("<tr>"+strings.Repeat("<td colspan=65534 rowspan=65534>x", 20), 3000) + "</table>",
	"a table of many rows":              "<table>" + strings.Repeat("<tr><td>a<td>b<td>c", 80_000) + "</table>",
	"pull quotes without end":           "<article>" + strings.Repeat("<p>A sentence of the text which is long enough to be pulled out of it.</p><aside class=pullquote>A sentence. Of the text. Which is long enough to be pulled</aside>", 8_000),
	"times without end":                 "<article>" + strings.Repeat("<p>12:04<p>A paragraph of the ticker that is long enough to be read.", 60_000),
	"quotation marks and brackets":      "<figure><img src=a.jpg><figcaption>" + strings.Repeat("Foto: x / © y (z) ", 50_000) + "</figcaption></figure>",
	"JSON in JSON":                      "<script>" + strings.Repeat(`"{\"a\":\"`, 200_000) + "</script><p>x",
	"entities":                          "<p>" + strings.Repeat("&amp;&#x1b;&lt;p&gt; ", 300_000),
	"code in boxes in boxes":            strings.Repeat("<div>", 300) + strings.Repeat("<div><code>x</code></div><table class=code><tr><td>1<td><pre>y</pre></table>", 30_000),
	"letters without end":               strings.Repeat("<div>A</div><p>small word in the text</p>", 50_000),
	"figures set high in each other":    "<p>1" + strings.Repeat("<sup><q>", 200) + strings.Repeat("2 ", 300_000),
	"a formula without end":             "<p>" + strings.Repeat("<math>", 10) + strings.Repeat("<mfrac><msup>", 200) + strings.Repeat("<mi>x</mi>", 100_000),
	"TeX without end":                   "<p><script type=math/tex>" + strings.Repeat(`\frac{`, 300_000) + "</script>" + strings.Repeat(`<script type=math/tex>\sqrt{{{</script>`, 30_000),
	"comments beside a formula":         "<p>" + strings.Repeat("<!--x-->", 100_000) + strings.Repeat("<b>x</b>", 100_000),
	"lines of verse without end":        "<p>" + strings.Repeat("a line of verse that goes on<br>", 100_000),
	"notes in every sentence":           strings.Repeat("<p>word<span class=sidenote>A note that says it all.</span> and on", 30_000),
	"a stream of rows":                  "<script>" + strings.Repeat(`self.__next_f.push([1,"1:[[[`, 100_000) + "</script><p>x",
	"state in state":                    `<script type="application/json">` + strings.Repeat(`[{"children":`, 200_000) + `</script><p>x`,
	"many lines of one shape":           "<h1>Head of it all</h1><div>" + numbered("<section><a href=/%><img src=/%.jpg><h3>A line of a card that is no. %</h3></a></section>", 30_000) + "</div>",
	"lines side by side":                "<h1>Head of it all</h1><div>" + numbered("<span>Line %</span> <span>by Ada, %</span><br><br>", 40_000),
	"boxes in boxes with a line each":   strings.Repeat("<div><p>A line that stands here, with a comma and a stop.</p>", 480) + strings.Repeat("<p>x, y and z</p>", 40_000),
	"a heading without end":             "<title>" + numbered("word% ", 200_000) + "</title><h1>" + numbered("word% ", 200_000) + "</h1>" + numbered("<p>word% stands in a line of some words</p>", 20_000),
	"a thousand titles":                 numbered("<title>Title % of the page</title><meta property=og:title content='Title %'><meta name=description content='What page % says of itself, which is long enough'>", 1000) + numbered("<p>Title % of the page, which says of itself what it says.</p>", 20_000),
	"a hundred thousand pictures":       numbered("<img src=/a/b%-100x100.jpg width=300>", 100_000),
	"pictures in data and on the page":  `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Head of it all","image":[` + numbered(`"https://site.example/i/%.jpg",`, 20_000) + `"x"]}</script><h1>Head of it all</h1>` + numbered("<p><img src=/i/b%.jpg width=700></p>", 20_000),
	"authors in data and on the page":   `<script type="application/ld+json">{"@type":"NewsArticle","author":[` + numbered(`{"name":"Ada Lindner %"},`, 5000) + `{}]}</script><h1>Head of it all</h1>` + strings.Repeat("<p>Von Ada Lindner, Jan Krug und anderen, die da sind.</p>", 20_000),
	"lines of nothing but joints":       "<h1>Head of it all</h1>" + strings.Repeat("<p>a, b | c / d & e; f • g (h) [i] – j und k, 3. Mai 2026, 12:30, l</p>", 20_000),
	"captions of one picture":           "<h1>Head of it all</h1><figure><img src=a.jpg>" + strings.Repeat("<figcaption>A line below it. Foto: Ada Lindner/dpa</figcaption>", 30_000) + "</figure>",
	"inline elements without end":       "<h1>" + strings.Repeat("<b>", 400) + numbered("<i>%</i>", 100_000),
	"nothing at all":                    "",
	"invalid UTF-8":                     strings.Repeat("\xff\xfe<p>\x80", 1000),
}

// numbered repeats a text with the number of each time in place of "%".
func numbered(text string, n int) string {
	parts := strings.Split(text, "%")
	var b strings.Builder
	for i := range n {
		for k, p := range parts {
			if k > 0 {
				b.WriteString(strconv.Itoa(i))
			}
			b.WriteString(p)
		}
	}
	return b.String()
}

// growing repeats a tag whose "%" holds one word more each time.
func growing(tag, word string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Replace(tag, "%", strings.Repeat(word, i%300), 1))
	}
	return b.String()
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
	if race.Detects {
		t.Skip("megabytes in one goroutine")
	}
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
		if s := foldKey(b.Text.String()); (b.Kind == feed.Paragraph || b.Kind == feed.Quote) && b.Role == feed.Ordinary && len(s) > 100 {
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
		filled := false
		for _, row := range b.Rows {
			if len(row) != len(b.Rows[0]) {
				return "rows of different length"
			}
			for _, c := range row {
				filled = filled || c.String() != ""
			}
		}
		if !filled {
			return "table of empty cells"
		}
	case feed.Figure:
		if b.Picture == nil || b.Picture.URL+b.Picture.Caption+b.Picture.Credit == "" {
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
	for _, m := range creditMark().FindAllStringIndex(p.Caption, -1) {
		if p.Credit != "" && strings.TrimSpace(p.Caption[m[1]:]) == p.Credit {
			return "credit in the caption: " + p.Caption
		}
	}
	return ""
}
