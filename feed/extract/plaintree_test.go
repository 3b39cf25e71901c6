package extract

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// plainFragments are such as feeds hold, and what makes them another tree than they look like.
var plainFragments = []string{
	"", " ", "Nur Text", " \n&#32;Text mit &amp; und &uuml; und &nbsp;", "a < b &lt; c", "Text <br>neu<br/> <wbr>x",
	`<p><strong>Auf</strong> der <em>Br&uuml;cke</em></p><figure><img src="/a.jpg?x=1&amp;y=2&z=3" alt='"Saal"' width="3"/><figcaption>Der Saal <cite>Foto</cite></figcaption></figure><h2>Am Ufer</h2><p>b</p>`,
	`<ul><li>a<b>b</b></li><li><p>c</p><ul><li>d</li></ul></li></ul><ol><li>e</li></ol><dl><dt>f</dt><dd>g</dd></dl>`,
	`<div class="a b"><p>x<p>y<div>z</div></div>`, `<a href="/x"><p>y</p></a><blockquote><p>z</p></blockquote><hr>`, `<P CLASS="A">a</P>`,
	"<b><b><b><b>x</b></b></b></b>", "<a>x<a>y</a></a>", "<p><b>a<p>b</b>c", "<h1>a<h2>b</h2></h1>", "<li>a<li>b", "<ul><p>a<li>b</li></ul>", "<p>a<ul><li>b</ul>c</p>", "<span><p>a</span>b</p>",
	"<table><tr><td>a</table>", "<pre>\na</pre>", "a<!-- b -->c", "<p a=b>c</p>", `<p a="b"c="d">e</p>`, `<p a="1" A="2">e</p>`, `<a title="x" href="y">z</a>`, `<p title="x" class="y">z</p>`, "a\r\nb", "a\x00b", "</p>a", "<p>a</div>b", "<script>a</script>b", "<p>a<", "<p>a</", "<p title=\"&copy &copy; &amp;lt; &#39;\">b</p>",
	"<p a=\"&amp=1;&lt;\">x", "<p/>a", "<b/>a", "<p>a</p >b", "<video><p>x</p></video>", "<picture><source srcset=\"a 2x\"><img src=\"b\"></picture>", "<b><div>a</div></b>c", "<address><div><li>x</li></div></address>", "<ul><li><div><li>x</li></div></li></ul>",
}

// likeParse fails where a plain tree is not the one that html.Parse makes, and reports
// whether there was one.
func likeParse(t *testing.T, tree *plainTree, s string) bool {
	t.Helper()
	got := tree.parse(s)
	if got == nil {
		return false
	}
	want, err := html.Parse(strings.NewReader(s))
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	if !sameTree(got, want) {
		var a, b strings.Builder
		_, _ = html.Render(&a, got), html.Render(&b, want)
		t.Fatalf("%q makes\n%s\nhtml.Parse makes\n%s", s, a.String(), b.String())
	}
	return true
}

func sameTree(a, b *html.Node) bool {
	if a.Type != b.Type || a.DataAtom != b.DataAtom || a.Data != b.Data || a.Namespace != b.Namespace || !slices.Equal(a.Attr, b.Attr) {
		return false
	}
	x, y := a.FirstChild, b.FirstChild
	var before *html.Node
	for ; x != nil && y != nil; x, y = x.NextSibling, y.NextSibling {
		if x.Parent != a || x.PrevSibling != before || !sameTree(x, y) {
			return false
		}
		before = x
	}
	return x == nil && y == nil && a.LastChild == before
}

func TestAPlainTreeIsTheOneThatHTMLMakes(t *testing.T) {
	tree, plain := &plainTree{}, 0
	for i, s := range plainFragments {
		is := likeParse(t, tree, s)
		if is {
			plain++
		}
		if i < 11 && i != 4 && !is {
			t.Errorf("%q is plain", s)
		}
	}
	if plain == len(plainFragments) {
		t.Error("all are plain")
	}
	pieces := strings.Split("text| |\n| a b |<p>|</p>|<p>|</p>|<b>|</b>|<a href='x'>|</a>|<i>|</i>|<span>|</span>|<div>|</div>|<ul>|</ul>|<li>|</li>|<h2>|</h2>|<h3>|</h3>|<br>|<br/>|<hr>|<img src=\"a\">|<blockquote>|</blockquote>|<dl>|</dl>|<dt>|</dt>|<dd>|</dd>|<source>|<figure>|</figure>|&amp;|&uuml|<font size='1'>|</font>|<center>|</center>|<p class=\"a\" id='b'>", "|")
	r, made := rand.New(rand.NewPCG(5, 6)), 0
	for range 40_000 {
		var b strings.Builder
		var open []string
		for range r.IntN(14) {
			piece := pieces[r.IntN(len(pieces))]
			if n := len(open); n > 0 && r.IntN(3) > 0 { // or few would be well formed
				piece, open = "</"+open[n-1]+">", open[:n-1]
			}
			b.WriteString(piece)
			if name, _, _ := strings.Cut(strings.Trim(piece, "<>"), " "); piece[0] == '<' && piece[1] != '/' && shapeOf(atom.Lookup([]byte(name))) < lone {
				open = append(open, name)
			}
		}
		if likeParse(t, tree, b.String()) {
			made++
		}
	}
	if made < 5000 {
		t.Errorf("only %d were plain", made)
	}
}

func FuzzPlainTree(f *testing.F) {
	for _, s := range plainFragments {
		f.Add(s)
	}
	tree := &plainTree{}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) < 64<<10 {
			likeParse(t, tree, s)
		}
	})
}
