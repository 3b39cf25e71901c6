package markup

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"depesche/feed"
)

// tokens writes what the scanner finds in one line.
func tokens(src string) string {
	names := [...]string{"eof", "start", "end", "cdata", "comment", "pi", "decl"}
	s := Scanner{Src: []byte(src)}
	var out []string
	for {
		t := s.Next()
		if t.Kind == EOF {
			return strings.Join(out, " ")
		}
		w := names[t.Kind]
		switch t.Kind {
		case StartTag:
			w += ":" + string(t.Name)
			for rest := t.Attrs; ; {
				var name, value []byte
				if name, value, rest = NextAttr(rest); len(name) == 0 {
					break
				}
				w += fmt.Sprintf("[%s=%s]", name, value)
			}
			if t.Empty {
				w += "/"
			}
		case EndTag:
			w += ":" + string(t.Name)
		case CDATA:
			w += ":" + string(t.Inner)
		default: // of no use here
		}
		if t.Cut {
			w += "!"
		}
		out = append(out, w)
	}
}

func TestScanner(t *testing.T) {
	for src, want := range map[string]string{
		`<a b="1" c='2' d=3 e><x:y/></a >`:   `start:a[b=1][c=2][d=3][e=] start:x:y/ end:a`,
		`<a b=">" c='"'>`:                    `start:a[b=>][c="]`,
		`a < b <c> 1<2 <<d>`:                 `start:c start:d`,
		`<a b="1><c>`:                        `start:a[b=1] start:c`,
		`<a b="x c="y">`:                     `start:a[b=x][c=y]`,
		`<a b=x/y/>`:                         `start:a[b=x/y]/`,
		`<a <b>`:                             `start:a start:b`,
		`<a b = "1"c="2">`:                   `start:a[b=1][c=2]`,
		`<a b`:                               `start:a[b=]!`,
		`</a <b>`:                            `end:a start:b`,
		`</ a>`:                              ``,
		`<![CDATA[<a>]]><b>`:                 `cdata:<a> start:b`,
		`<![CDATA[<a>`:                       `cdata:<a>!`,
		`<!-- <a> --><b>`:                    `comment start:b`,
		`<!-- <b>`:                           `comment! start:b`,
		`<?xml version="1.0"?><a>`:           `pi start:a`,
		`<?xml version="1.0"><a>`:            `pi start:a`,
		`<!DOCTYPE a [<!ENTITY b "c>">]><d>`: `decl start:d`,
		`<!DOCTYPE a [<d>`:                   `decl!`,
		`<ä ö="ü">`:                          `start:ä[ö=ü]`,
		`<a b="it's" c='"x"'>`:               `start:a[b=it's][c="x"]`,
		`<a title="5" x="a = b">`:            `start:a[title=5][x=a = b]`,
		`<a href=https://x.example/?a=b&c=d e=f>`: `start:a[href=https://x.example/?a=b&c=d][e=f]`,
		``:  ``,
		`<`: ``,
	} {
		if got := tokens(src); got != want {
			t.Errorf("%s\n got %s\nwant %s", src, got, want)
		}
	}
}

func TestDecode(t *testing.T) {
	for in, want := range map[string]string{
		"a &amp; b &lt;c&gt; &quot;d&quot; &apos;":     `a & b <c> "d" '`,
		"&#228;&#xE4;&#XE4;&auml;&Auml;":               "ääääÄ",
		"&#132;ja&#147; &#128;":                        "„ja“ €",
		"&amp;amp;":                                    "&amp;",
		"a & b &; &x; &#; &#x; &#xg; &copy 1":          "a & b &; &x; &#; &#x; &#xg; &copy 1",
		"&#0;&#xD800;&#x110000;&#99999999999;":         "\uFFFD\uFFFD\uFFFD\uFFFD",
		"&NBSP;&Quot;":                                 "\u00a0\"",
		"&verylongnamethatnobodyhasevergivenanything;": "&verylongnamethatnobodyhasevergivenanything;",
		"plain": "plain",
	} {
		if got := Decode(in); got != want {
			t.Errorf("Decode(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestEntities(t *testing.T) {
	var e Entities
	e.Declare([]byte(`DOCTYPE x [<!ENTITY a "Aal &amp; B&#228;r"><!ENTITY b '&a;'><!ENTITY c SYSTEM "file:///etc/passwd"><!ENTITY % d "x"><!ENTITY e "<b>"><!ENTITY f "` + strings.Repeat("x", maxEntity+1) + `"><!ENTITY g "gut">]`))
	got := string(AppendText(nil, []byte("&a; &b; &c; &d; &e; &g; &amp;"), &e))
	if want := "&a; &b; &c; &d; &e; gut &"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestEscape(t *testing.T) {
	if got := Escape(`a < b & "c" > d`); got != `a &lt; b &amp; "c" &gt; d` {
		t.Errorf("%q", got)
	}
}

func TestLink(t *testing.T) {
	base, err := url.Parse("https://bote.example/politik/eins.html?x=1")
	if err != nil {
		t.Fatal(err)
	}
	for ref, want := range map[string]string{
		"https://bote.example/2":                  "https://bote.example/2",
		"HTTP://Bote.example/2":                   "http://Bote.example/2",
		"zwei.html":                               "https://bote.example/politik/zwei.html",
		"/zwei":                                   "https://bote.example/zwei",
		"../zwei":                                 "https://bote.example/zwei",
		"?x=2":                                    "https://bote.example/politik/eins.html?x=2",
		"//anders.example/x":                      "https://anders.example/x",
		"www.anders.example/x":                    "http://www.anders.example/x",
		" https://bote.example/\n a b ":           "https://bote.example/%20a%20b",
		"https://bote.example/ä?ö=ü#ß":            "https://bote.example/%C3%A4?%C3%B6=%C3%BC#%C3%9F",
		"https://müller.example:8080/":            "https://xn--mller-kva.example:8080/",
		"https://bote.example/100%":               "https://bote.example/100%25",
		"https://bote.example/a%20b":              "https://bote.example/a%20b",
		"https://bote.example/?a=1&amp;b=2":       "https://bote.example/?a=1&b=2",
		"https://bote.example/\"<x>":              "https://bote.example/%22%3Cx%3E",
		"feed://bote.example/rss":                 "http://bote.example/rss",
		"feed:https://bote.example/rss":           "https://bote.example/rss",
		"mailto:ada@bote.example":                 "mailto:ada@bote.example",
		"MAILTO:ada@bote.example?subject=a b":     "mailto:ada@bote.example?subject=a%20b",
		"javascript:alert(1)":                     "",
		"java\nscript:alert(1)":                   "",
		"data:text/html,x":                        "",
		"file:///etc/passwd":                      "",
		"ftp://bote.example/":                     "",
		"https://":                                "",
		"https:///x":                              "",
		"mailto:":                                 "",
		"":                                        "",
		"https://[::1":                            "",
		"https://a b.example/":                    "",
		"https://bote.example/\u202egpj.exe":      "https://bote.example/gpj.exe",
		"https://bote.example/\x1b[31m":           "https://bote.example/[31m",
		"https://" + strings.Repeat("x", maxLink): "",
		"https://bote.example/" + strings.Repeat("ä", maxLink/3): "",
		"https://%zz.example/": "",
		"//::":                 "",
	} {
		if got := Link(base, ref); got != want {
			t.Errorf("Link(%q) = %q, want %q", ref, got, want)
		}
	}
	if got := Link(nil, "zwei.html"); got != "" {
		t.Errorf("without a base: %q", got)
	}
}

func TestBase(t *testing.T) {
	outer := Base(nil, "https://bote.example/a/b")
	for ref, want := range map[string]string{
		"":                     "https://bote.example/a/b",
		"c/":                   "https://bote.example/a/c/",
		"https://x.example/":   "https://x.example/",
		"javascript:alert(1)":  "https://bote.example/a/b",
		"mailto:a@b.example":   "https://bote.example/a/b",
		"http://%zz.example/%": "https://bote.example/a/b",
	} {
		if got := Base(outer, ref); got.String() != want {
			t.Errorf("Base(%q) = %s, want %s", ref, got, want)
		}
	}
	if Base(nil, "relativ/") != nil {
		t.Error("a base out of nothing")
	}
}

func FuzzLink(f *testing.F) {
	for _, s := range []string{"https://müller.example/ä b", "//x", "feed:x", "http://a%b/%", "mailto:a@b", "www.x", "http://[::1]:80/", "https://x.example:99999999/"} {
		f.Add(s)
	}
	base, _ := url.Parse("https://bote.example/")
	f.Fuzz(func(t *testing.T, ref string) {
		got := Link(base, ref)
		if got == "" {
			return
		}
		for i := range len(got) {
			if got[i] <= ' ' || got[i] >= 0x7F {
				t.Fatalf("Link(%q) = %q", ref, got)
			}
		}
		if !strings.HasPrefix(got, "mailto:") && feed.WebLink(got) == "" {
			t.Fatalf("Link(%q) = %q: no web address", ref, got)
		}
		if again := Link(nil, got); again != got {
			t.Fatalf("Link(%q) = %q, and again %q", ref, got, again)
		}
	})
}

func FuzzScanner(f *testing.F) {
	f.Add([]byte(`<a b="1" c='2'><![CDATA[x]]><!-- y --></a><?z?><!DOCTYPE a [<!ENTITY b "c">]>`))
	f.Add([]byte(`<a b="<c d='</e f=g h"i`))
	f.Fuzz(func(t *testing.T, src []byte) {
		s := Scanner{Src: src}
		at := 0
		for {
			tok := s.Next()
			if tok.Start < at || tok.End < tok.Start || tok.End > len(src) || s.Pos < at {
				t.Fatalf("token %+v behind %d", tok, at)
			}
			if tok.Kind == EOF {
				return
			}
			if tok.End == tok.Start {
				t.Fatalf("token %+v is empty", tok)
			}
			at = tok.End
			for rest := tok.Attrs; len(rest) > 0; {
				name, _, next := NextAttr(rest)
				if len(name) == 0 {
					break
				}
				if len(next) >= len(rest) {
					t.Fatalf("no progress in %q", rest)
				}
				rest = next
			}
			AppendText(nil, tok.Attrs, nil)
		}
	})
}
