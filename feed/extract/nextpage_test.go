package extract

import (
	"strings"
	"testing"
)

const inParts = "https://blatt.example/stadt/bruecke-wird-saniert"

var nextPages = map[string]struct {
	first string
	n     int
	html  string
	want  string
}{
	"rel=next in the head":           {inParts, 1, `<link rel="next" href="/stadt/bruecke-wird-saniert?page=2">`, inParts + "?page=2"},
	"a link rel=next":                {inParts, 1, `<a rel="nofollow next" href="?seite=2">weiter</a>`, inParts + "?seite=2"},
	"a link that reads 2":            {inParts, 1, `<b>1</b> <a href="?page=2"> <span>2</span></a> <a href="?page=3">3</a>`, inParts + "?page=2"},
	"with blanks around it":          {inParts, 1, "<a href='?page=2'>&nbsp;2&nbsp;</a>", inParts + "?page=2"},
	"in capitals":                    {inParts, 1, `<LINK REL="next" HREF="?page=2">`, inParts + "?page=2"},
	"the third behind the second":    {inParts, 2, `<a href="?page=1">1</a><a href="?page=3">3</a><a href="?page=4">4</a>`, inParts + "?page=3"},
	"none behind the last":           {inParts, 3, `<a href="?page=1">1</a><a href="?page=2">2</a>`, ""},
	"a folder of the article's":      {inParts + "/", 1, `<a href="/stadt/bruecke-wird-saniert/2/">2</a>`, inParts + "/2/"},
	"named in the path":              {inParts, 1, `<link rel=next href="/stadt/bruecke-wird-saniert/seite-2">`, inParts + "/seite-2"},
	"named by the first, too":        {inParts + "/seite-1", 1, `<link rel=next href="seite-2">`, inParts + "/seite-2"},
	"before the ending":              {inParts + ".html", 1, `<a href="bruecke-wird-saniert-2.html">2</a>`, inParts + "-2.html"},
	"p2 before the ending":           {inParts + ".html", 1, `<a rel=next href="bruecke-wird-saniert-p2.html">Nächste</a>`, inParts + "-p2.html"},
	"behind a comma":                 {inParts + ".html", 1, `<a href="bruecke-wird-saniert,2.html">2</a>`, inParts + ",2.html"},
	"beside other parameters":        {inParts + "?id=77", 1, `<a rel=next href="?id=77&amp;page=2">weiter</a>`, inParts + "?id=77&page=2"},
	"trackers do not count":          {inParts + "?utm_source=feed", 1, `<a rel=next href="?page=2">weiter</a>`, inParts + "?page=2"},
	"through <base>":                 {inParts, 1, `<base href="https://blatt.example/stadt/"><a href="bruecke-wird-saniert?page=2">2</a>`, inParts + "?page=2"},
	"the next article":               {inParts, 1, `<link rel="next" href="/stadt/markt-zieht-um"><a rel=next href="/stadt/schule">weiter</a>`, ""},
	"the next article by its number": {"https://blatt.example/news/12", 1, `<link rel="next" href="/news/13"><a href="/news/2">2</a>`, ""},
	"the next article by its id":     {"https://blatt.example/show?id=1", 1, `<link rel="next" href="/show?id=2"><a href="/show?id=2">2</a>`, ""},
	"a namesake":                     {inParts, 1, `<link rel="next" href="/stadt/bruecke-wird-saniert-2">`, ""},
	"another post's id":              {"https://blatt.example/?p=1", 1, `<link rel="next" href="/?p=2"><a href="/?p=2">2</a>`, ""},
	"pages of comments":              {inParts, 1, `<a href="?page=2#comments">2</a><a href="/stadt/bruecke-wird-saniert/comment-page-2/">2</a>`, ""},
	"another host":                   {inParts, 1, `<a rel=next href="https://anzeige.example/stadt/bruecke-wird-saniert?page=2">2</a>`, ""},
	"another article's pages":        {inParts, 1, `<a rel=next href="/stadt/anderes-thema?page=2">2</a>`, ""},
	"a section's pages":              {"https://blatt.example/stadt", 1, `<link rel=next href="/stadt/page/2/"><a href="/stadt?page=2">2</a>`, ""},
	"a front page's":                 {"https://blatt.example/", 1, `<link rel=next href="/page/2/"><a href="?page=2">2</a>`, ""},
	"the middle of an article":       {inParts + "?page=4", 1, `<a href="?page=2">2</a><a rel=next href="?page=5">weiter</a>`, ""},
	"a number that is a year's":      {inParts, 2025, `<a href="/stadt/bruecke-wird-saniert/2026">2026</a>`, ""},
	"a jump ahead":                   {inParts, 1, `<a rel=next href="?page=3">weiter</a>`, ""},
	"in a script":                    {inParts, 1, `<script>var s='<a rel=next href="?page=2">2</a>'</script>`, ""},
}

func TestNextPage(t *testing.T) {
	for name, tc := range nextPages {
		t.Run(name, func(t *testing.T) {
			if got := NextPage([]byte("<!doctype html><body><p>Text</p>"+tc.html), tc.first, tc.n); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func TestWholePage(t *testing.T) {
	for html, want := range map[string]string{
		`<a href="?page=2">2</a><a href="?page=all">Auf einer Seite lesen</a>`: inParts + "?page=all",
		`<a href="?page=2">2</a>`:                                   "",
		`<a href="/stadt/anderes?page=all">Auf einer Seite</a>`:     "",
		`<a href="https://x.example/?page=all">Auf einer Seite</a>`: "",
	} {
		if got := WholePage([]byte(html), inParts); got != want {
			t.Errorf("%s: got %q, want %q", html, got, want)
		}
	}
}

// What it gives is on the article's own host, whatever the page holds.
func FuzzNextPage(f *testing.F) {
	for _, tc := range nextPages {
		f.Add(tc.html, tc.first, tc.n)
	}
	f.Fuzz(func(t *testing.T, src, first string, n int) {
		got := NextPage([]byte(src), first, n)
		if got == "" {
			return
		}
		article := newPaged(first)
		if !strings.Contains(got, "://"+article.host+"/") && !strings.Contains(strings.ToLower(got), article.host) {
			t.Errorf("%q leads from %q to %q", src, first, got)
		}
	})
}
