package extract

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"depesche/feed"
)

func FuzzArticle(f *testing.F) {
	files, err := filepath.Glob("testdata/*.html")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	for _, page := range []string{
		"<p>\x1b[31m&#27;]8;;x&#7;text that is long enough to be taken for a paragraph of prose, really.",
		"<h1>A<b>:</b></h1><figure><img src=a.jpg><figcaption>x (Foto: y)</figcaption></figure><p>z</p>",
		"<table><tr><td><ul><li><blockquote><pre>\r\n</pre></blockquote></table>",
		"<article><h1>A</h1><p>Text long enough to be prose, which it has to be.<sup><a href=#n1>1</a></sup><aside class=pullquote>long enough to be prose</aside><details><summary>Box</summary><dl><dt>a<dd>b<dt>c</dl></details><ol start=3><li>x<ul><li>y</ol><p id=n1>Note <a href=#r>^</a>",
		"<figure><table><thead><tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d<tbody><tr><th>e<td>f<td>g</table><figcaption>t</figcaption></figure><figure><video src=/v></video><figcaption>Film</figcaption></figure>",
		"<article><h1>A</h1><pre><div>1</div><div>a<br>b</div></pre><table><tr><td>1<td><pre>x</pre></table><code>a<br>b</code><p>a<br>b<br>c<br>d e</p><p>x<sup>2</sup><math><mi>x</mi></math><script type=math/tex>\\frac12</script><ruby>a<rt>b</ruby><q>c</q><div>T</div><p>he end of it all.<span class=sidenote>Note.</span> and on</p>",
		"<div><template shadowrootmode=open><p>Text</p></template><lite-youtube videoid=a></lite-youtube></div><script>x={\"a\":[{\"text\":\"b\"}]}</script><script>self.__next_f.push([1,\"1:[]\"])</script>",
	} {
		f.Add([]byte(page))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 64<<10 {
			return
		}
		a, _ := Article(src, Options{URL: address})
		if bad := broken(&a); bad != "" {
			t.Fatal(bad)
		}
		shown := visible(src)
		if shown == "" { // a formula says more than its letters
			return
		}
		if !bytes.Contains(bytes.ToLower(src), []byte("<script")) && !subsequence(foldKey(runningText(&a)), shown) {
			t.Fatalf("not in the order of the page: %q", runningText(&a))
		}
		for i := range a.Body {
			if s := own(a.Body[i].Text); a.Body[i].Kind != feed.Embed && !subsequence(foldKey(s), shown) {
				t.Fatalf("not on the page: %q", s)
			}
		}
		if len(Fragment(string(src), address)) > len(src) {
			t.Fatal("more blocks than bytes")
		}
	})
}

func FuzzText(f *testing.F) {
	src, err := os.ReadFile("testdata/treaty.txt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(src)
	f.Add([]byte("Kicker\nHeadline of the day\n\nFoto: x\n\n- a\n- b\n1. c\n\x1b[0m(dpa)"))
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 64<<10 {
			return
		}
		a, _ := Text(src, Options{})
		if bad := broken(&a); bad != "" {
			t.Fatal(bad)
		}
	})
}

// runningText is the text of an article without what stands beside it.
func runningText(a *feed.Article) string {
	var b strings.Builder
	for i := range a.Body {
		switch blk := &a.Body[i]; {
		case blk.Role != feed.Ordinary:
		case blk.Kind == feed.Paragraph || blk.Kind == feed.Subhead || blk.Kind == feed.Quote || blk.Kind == feed.Code:
			b.WriteString(own(blk.Text))
		}
	}
	return b.String()
}

// visible is all text of a page, folded, scripts and all: what is shown is a part of it.
func visible(src []byte) string {
	doc, err := html.Parse(strings.NewReader(string(src)))
	if err != nil {
		return ""
	}
	var b strings.Builder
	for n := range doc.Descendants() {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Type == html.ElementNode && formulaOf(n) != "":
			return ""
		case n.DataAtom == atom.Img:
			b.WriteString(pictureLetter(n))
		}
	}
	return foldKey(level(b.String()))
}

// level sets on the line what stands high or low.
func level(s string) string {
	for _, pair := range [...][2]string{{raisedFrom, raisedTo}, {loweredFrom, loweredTo}} {
		to := []rune(pair[1])
		for k, r := range []rune(pair[0]) {
			s = strings.ReplaceAll(s, string(to[k]), string(r))
		}
	}
	return s
}

// own is a text without the marks of notes, which the page may show otherwise.
func own(t feed.Text) string {
	var b strings.Builder
	for _, s := range t {
		if !strings.HasPrefix(s.Link, "#") {
			b.WriteString(s.Text)
		}
	}
	return level(b.String())
}

// subsequence reports whether the characters of s stand in text in their order.
func subsequence(s, text string) bool {
	if text == "" {
		return true
	}
	rest := []rune(text)
	for _, r := range s {
		i := 0
		for i < len(rest) && rest[i] != r {
			i++
		}
		if i == len(rest) {
			return false
		}
		rest = rest[i+1:]
	}
	return true
}
