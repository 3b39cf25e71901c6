package find

import (
	"slices"
	"strings"
	"testing"

	"depesche/feed"
)

func TestLinks(t *testing.T) {
	const base = "https://bote.example/politik/"
	for name, c := range map[string]struct {
		page string
		want []string // "title address"
	}{
		"declared in the head": {
			`<head><title>Bote</title><link rel="alternate" type="application/rss+xml" title="Alles" href="/rss"><link rel=alternate type=application/atom+xml href=atom.xml></head>`,
			[]string{"Alles https://bote.example/rss", " https://bote.example/politik/atom.xml"},
		},
		"comments come last": {
			`<link rel="alternate" type="application/rss+xml" title="Bote » Kommentar-Feed" href="/comments/feed/"><link rel="alternate" type="application/rss+xml" title="Bote » Feed" href="/feed/">`,
			[]string{"Bote » Feed https://bote.example/feed/", "Bote » Kommentar-Feed https://bote.example/comments/feed/"},
		},
		"a base of its own": {
			`<base href="https://feeds.example/x/"><link rel="feed" href="y.xml">`,
			[]string{" https://feeds.example/x/y.xml"},
		},
		"anchors that look like feeds": {
			`<a href="/impressum">Impressum</a> <a href="/index.rdf">RDF</a> <a href="https://bote.example/feed/">Alle <b>Nachrichten</b></a> <a href="/bild.xml">Karte</a><a href="javascript:feed()">x</a><a href="https://anders.example/rss.xml">Anderswo</a>`,
			[]string{"RDF https://bote.example/index.rdf", "Alle Nachrichten https://bote.example/feed/", "Anderswo https://anders.example/rss.xml"},
		},
		"the head goes before anchors, each address once": {
			`<a href="/rss">Abonnieren</a><link rel="ALTERNATE" type="Application/RSS+XML; charset=utf-8" href="/rss"><a href="feed:https://bote.example/zwei.rss">Zwei</a>`,
			[]string{"Abonnieren https://bote.example/rss", "Zwei https://bote.example/zwei.rss"},
		},
		"what is declared and no feed": {
			`<link rel="alternate" hreflang="en" href="/en"><link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/1"><link rel="alternate" type="application/json+oembed" href="/oembed"><link rel="stylesheet" type="text/xml" href="/x.xml">`,
			nil,
		},
		"JSON Feed": {
			`<link rel="alternate" type="application/feed+json" href="/feed.json">`,
			[]string{" https://bote.example/feed.json"},
		},
		"titles of strangers": {
			"<link rel=alternate type=application/rss+xml title='Rot &#27;[31m\u202e x\n y' href=/rss>",
			[]string{"Rot [31m x y https://bote.example/rss"},
		},
		"addresses of strangers": {
			`<link rel=alternate type=application/rss+xml href="javascript:alert(1)"><link rel=alternate type=application/rss+xml href="file:///etc/passwd"><link rel=alternate type=application/rss+xml>`,
			nil,
		},
		"windows-1252": {
			"<meta charset=iso-8859-1><link rel=alternate type=application/rss+xml title='Gr\xFC\xDFe' href=/rss>",
			[]string{"Grüße https://bote.example/rss"},
		},
		"no page": {"", nil},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, s := range Links([]byte(c.page), base) {
				got = append(got, s.Title+" "+s.URL)
				if s.Site != base {
					t.Errorf("site %q", s.Site)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestLinksOnACommentPage(t *testing.T) {
	page := `<link rel="alternate" type="application/rss+xml" href="/comments/feed/">`
	if got := Links([]byte(page), "https://bote.example/comments/"); len(got) != 1 {
		t.Errorf("%v", got)
	}
}

func TestGuesses(t *testing.T) {
	for address, want := range map[string][]string{
		"bote.example":                               {"https://bote.example/feed", "https://bote.example/rss.xml", "https://bote.example/atom.xml", "https://bote.example/index.xml"},
		"http://bote.example/politik/":               {"http://bote.example/politik/feed", "http://bote.example/politik.rss", "http://bote.example/feed"},
		"https://bote.example/blog/index.html":       {"https://bote.example/blog/feed", "https://bote.example/rss"},
		"https://www.youtube.com/channel/abc":        {"https://www.youtube.com/feeds/videos.xml?channel_id=abc"},
		"https://github.com/ada/werk":                {"https://github.com/ada/werk/releases.atom"},
		"https://social.example/@ada":                {"https://social.example/@ada.rss"},
		"https://www.reddit.com/r/lindenau/comments": {"https://www.reddit.com/r/lindenau/.rss"},
	} {
		got := Guesses(address)
		at := -1
		for _, w := range want {
			i := slices.Index(got, w)
			if i <= at {
				t.Errorf("%s: %s is not there, or in the wrong order, in %q", address, w, got)
			}
			at = i
		}
		seen := map[string]bool{}
		for _, g := range got {
			if seen[g] || feed.WebLink(g) == "" {
				t.Errorf("%s: %q is there twice, or no address", address, g)
			}
			seen[g] = true
		}
		if len(got) > 40 {
			t.Errorf("%s: %d guesses", address, len(got))
		}
	}
	for _, address := range []string{"", "zwei worte", "javascript:alert(1)", "file:///etc/passwd", "https://"} {
		if got := Guesses(address); got != nil {
			t.Errorf("%q: %q", address, got)
		}
	}
}

func FuzzLinks(f *testing.F) {
	f.Add(`<link rel="alternate" type="application/rss+xml" title="x" href="/rss"><a href="/feed">y</a>`, "https://bote.example/")
	f.Add(`<base href="//x"><a href="feed:\x1b">`, "")
	f.Fuzz(func(t *testing.T, page, base string) {
		for _, s := range Links([]byte(page), base) {
			if feed.WebLink(s.URL) == "" || strings.ContainsAny(s.URL, " \n\x1b") || feed.Line(s.Title) != s.Title {
				t.Errorf("%+v", s)
			}
		}
		for _, g := range Guesses(base) {
			if feed.WebLink(g) == "" {
				t.Errorf("guess %q", g)
			}
		}
	})
}
