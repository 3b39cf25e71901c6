package extract

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// shownText is a page's text without what slim may cut, element by element.
func shownText(t testing.TB, src []byte) string {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(src))
	if err != nil {
		return "" // too deep
	}
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.DataAtom == atom.Svg || n.DataAtom == atom.Style, n.DataAtom == atom.Script && !strings.Contains(strings.ToLower(attr(n, "type")), "ld+json"):
			return
		case n.Type == html.ElementNode:
			b.WriteString("<" + n.Data + ">")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	return b.String()
}

var slimCases = []struct {
	name, page string
	gone       string // "": nothing to cut
}{
	{"a script", `<p>a</p><script>var x = "gone"</script><p>b</p>`, "gone"},
	{"a style", `<STYLE type=text/css>p { gone: 0 }</Style ><p>b</p>`, "gone"},
	{"a drawing", `<p>a<svg class="i"><g><path d="gone"/></g></svg>b</p>`, "gone"},
	{"data", `<script type="application/ld+json">{"headline":"kept"}</script><p>b</p>`, ""},
	{"an attribute that holds a script", `<div title="<script>"><p>kept</p></div><p alt='</script>'>b</p>`, ""},
	{"an attribute without quotes", `<div data-x=<script> title=don't><p>kept</p><script>gone</script>`, "gone"},
	{"a comment that holds a script", `<!-- <script> --><p>kept</p><!-- </script> -->`, ""},
	{"a comment that ends oddly", `<!-- --!><script>"-->"</script><p>kept</p>`, ""},
	{"a script with an address only", `<script src="/a.js"></script><title></title><script>gone</script><p>b</p>`, "gone"},
	{"a script in a script", `<script><!-- <script> </script> gone --></script><p>b</p>`, "gone"},
	{"a comment in a script", `<script><!-- gone --> "<script>"</script><p>b</p>`, "gone"},
	{"a short comment in a script", `<script><!--> gone "<script>"</script><p>b</p>`, "gone"},
	{"a script in a script without an end", `<script><!-- <script> </script> kept <p>b</p>`, ""},
	{"a title that holds a script", `<title><script></title><p>kept</p><script></script>`, ""},
	{"a text field", `<textarea><script></textarea><p>kept</p></script>`, ""},
	{"a script without an end", `<p>a</p><script>var x = "<p>kept</p>"`, ""},
	{"a drawing that text ends", `<svg><g><p>kept</p></svg><p>b</p>`, ""},
	{"a drawing with a name", `<svg><!-- a --><title>gone</title><style>.a{}</style><path/></svg><p>b</p>`, "gone"},
	{"a script behind a drawing that text ends", `<svg><g><p>kept</p></svg><script>gone</script><p>b</p>`, "gone"},
	{"a script in a drawing", `<svg><foo/><script/><p>kept</p></svg></script><p>b</p>`, ""},
	{"characters in a drawing", `<svg><foo/><![CDATA[<script>]]></svg><p>kept</p></script>`, ""},
	{"an empty drawing", `<svg/><p>a</p><script>gone</script>`, "gone"},
	{"a drawing in a drawing", `<svg><g/><svg><path class="gone"/></svg><p>kept</p></svg>b`, "gone"},
	{"a formula", `<math><script/><mi>kept</mi></math></script>`, ""},
	{"less than", `<p>1 < 2 <3 </p><script>gone</script><`, "gone"},
	{"an attribute for scripts", `<div data-x="gone" class=a><p aria-label='gone'>kept</p></div>`, "gone"},
	{"an attribute for scripts without quotes", `<p data-x=gone/>kept<br data-y = gone>`, "gone"},
	{"an attribute that is read", `<img data-src="/a.jpg" DATA-SRC=/b.jpg data-Src=/c.jpg>kept`, ""},
	{"an attribute that looks like one", `<p title="x data-y=kept" data=kept>kept</p>`, ""},
	{"an attribute without an end", `<p data-x="kept>kept</p>`, ""},
	{"a name that looks like an attribute", `<x-element-of-my-own-data-kept>kept</x-element-of-my-own-data-kept>`, ""},
	{"an end tag with attributes", `<p>a</p x="<script>">kept<p y="</script>">b</p>`, ""},
}

func TestSlimCutsNoText(t *testing.T) {
	for _, c := range slimCases {
		t.Run(c.name, func(t *testing.T) {
			parts, _ := slim([]byte(c.page), false)
			rest := bytes.Join(parts, nil)
			if got, want := shownText(t, rest), shownText(t, []byte(c.page)); got != want {
				t.Errorf("%s: %s, want %s", rest, got, want)
			}
			if c.gone != "" && bytes.Contains(rest, []byte(c.gone)) || c.gone == "" && len(rest) != len(c.page) {
				t.Errorf("left %s of %s", rest, c.page)
			}
		})
	}
}

// A rule that reads an attribute for scripts has it in slim's list.
func TestSlimKeepsWhatIsRead(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	name := regexp.MustCompile(`"((?:data|aria)-[a-z-]+)"`)
	found := 0
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range name.FindAllStringSubmatch(string(src), -1) {
			if found++; unread([]byte(m[1])) {
				t.Errorf("%s reads %s, which slim cuts", f, m[1])
			}
		}
	}
	if found == 0 {
		t.Error("nothing is read")
	}
}

// A page for which the reader has rules keeps its attributes: they may be named.
func TestSlimLeavesTagsWhole(t *testing.T) {
	page := `<p data-x="kept" aria-label=kept>b</p>`
	if parts, _ := slim([]byte(page), true); string(bytes.Join(parts, nil)) != page {
		t.Errorf("left %s", bytes.Join(parts, nil))
	}
}

func TestSlimKeepsState(t *testing.T) {
	long := strings.Repeat("x", leastState+1)
	_, states := slim([]byte(`<script>short</script><script>`+long+`1</script><script type="application/json">`+long+`2</script><script type="text/template">`+long+`3</script>`), false)
	if len(states) != 2 || string(states[0]) != long+"1" || string(states[1]) != long+"2" {
		t.Errorf("states %q", states)
	}
}

func FuzzSlim(f *testing.F) {
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
	for _, c := range slimCases {
		f.Add([]byte(c.page))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 64<<10 {
			return
		}
		parts, _ := slim(src, false)
		want := shownText(t, src)
		if got := shownText(t, bytes.Join(parts, nil)); got != want && want != "" {
			t.Errorf("cut from %q: %q, want %q", src, got, want)
		}
	})
}
