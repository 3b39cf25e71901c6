package parse

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func TestNotFeed(t *testing.T) {
	for name, c := range map[string]struct{ body, is string }{
		"nothing":             {"", "empty"},
		"white space":         {" \n\t\xEF\xBB\xBF", "empty"},
		"a page":              {"<!DOCTYPE html><title>x</title>", "html"},
		"a page in capitals":  {"<HTML><BODY>x", "html"},
		"half a page":         {"<p>Wartung</p>", "html"},
		"XHTML":               {`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head/></html>`, "html"},
		"a page about feeds":  {"<html><body><feed-list><channel>x</channel></feed-list></body></html>", "html"},
		"subscriptions":       {`<opml version="2.0"><body/></opml>`, "opml"},
		"a sitemap":           {`<?xml version="1.0"?><sitemapindex/>`, "sitemap"},
		"XML":                 {`<?xml version="1.0"?><note><to>x</to></note>`, "xml"},
		"JSON":                {`{"a": [1, 2]}`, "json"},
		"a list in JSON":      {`[{"title": "x"}]`, "json"},
		"broken JSON":         {`{"a": `, "json"},
		"words":               {"Hier ist nichts.", "text"},
		"a PDF":               {"%PDF-1.7\n%\xE2\xE3\xCF\xD3", "pdf"},
		"a picture":           {"\x89PNG\r\n\x1a\n\x00\x00", "picture"},
		"gzip":                {"\x1f\x8b\x08\x00\x00", "archive"},
		"bytes of all values": {"\x00\x01\x02\x03\xfe\xff\x80", "data"},
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := Feed([]byte(c.body), Options{URL: testAddress})
			var not *NotFeedError
			if doc != nil || !errors.Is(err, ErrNotFeed) || !errors.As(err, &not) {
				t.Fatalf("got %v, %v", doc, err)
			}
			if not.Is != c.is || kinds[not.Is] == "" {
				t.Errorf("it is %q, want %q", not.Is, c.is)
			}
		})
	}
}

func TestPageNamesItsFeeds(t *testing.T) {
	_, err := Feed([]byte(`<html><head><title>Bote &amp; mehr</title><link rel="alternate" type="application/rss+xml" title="Alles" href="/rss"></head>`), Options{URL: testAddress})
	var not *NotFeedError
	if !errors.As(err, &not) || not.Title != "Bote & mehr" || len(not.Feeds) != 1 || not.Feeds[0].URL != "https://bote.example/rss" {
		t.Errorf("got %+v", err)
	}
}

func TestBases(t *testing.T) {
	const rss = `<rss version="2.0"><channel><title>x</title>%<item><title>y</title><link>z</link></item></channel></rss>`
	for name, c := range map[string]struct {
		head, want string
		o          Options
	}{
		"the document's address":           {"", "https://bote.example/a/z", Options{URL: "https://bote.example/a/b"}},
		"Content-Location goes before it":  {"", "https://ort.example/c/z", Options{URL: "https://bote.example/a/b", ContentLocation: "https://ort.example/c/d"}},
		"a relative Content-Location":      {"", "https://bote.example/c/z", Options{URL: "https://bote.example/a/b", ContentLocation: "/c/d"}},
		"a Content-Location that is none":  {"", "https://bote.example/a/z", Options{URL: "https://bote.example/a/b", ContentLocation: "javascript:x"}},
		"its own address where none known": {`<atom:link rel="self" href="https://selbst.example/e/f"/>`, "https://selbst.example/e/z", Options{}},
		"the site's where that is missing": {`<link>https://seite.example/</link>`, "https://seite.example/z", Options{}},
		"nothing is known":                 {"", "", Options{}},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Feed([]byte(strings.Replace(rss, "%", c.head, 1)), c.o)
			if err != nil || d.Entries[0].Link != c.want {
				t.Errorf("got %q, %v; want %q", d.Entries[0].Link, err, c.want)
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	const doc = `<?xml version="1.0" encoding="ENC"?><rss version="2.0"><channel><title>Größe „ja“</title><item><title>Übung</title></item></channel></rss>`
	latin, err := charmap.Windows1252.NewEncoder().String(doc)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(doc)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ body, contentType string }{
		"declared":             {strings.Replace(latin, "ENC", "iso-8859-1", 1), ""},
		"in the header only":   {strings.Replace(latin, ` encoding="ENC"`, "", 1), "application/rss+xml; charset=windows-1252"},
		"nowhere":              {strings.Replace(latin, ` encoding="ENC"`, "", 1), ""},
		"declared as UTF-8":    {strings.Replace(latin, "ENC", "utf-8", 1), "text/xml"},
		"unknown":              {strings.Replace(latin, "ENC", "x-quatsch", 1), ""},
		"UTF-8 declared Latin": {strings.Replace(doc, "ENC", "iso-8859-1", 1), "text/xml; charset=iso-8859-1"},
		"UTF-16":               {wide, ""},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Feed([]byte(c.body), Options{ContentType: c.contentType})
			if err != nil || d.Title != "Größe „ja“" || d.Entries[0].Title != "Übung" {
				t.Errorf("got %q, %v", d.Title, err)
			}
		})
	}
}

// TestCutAnywhere reads every beginning of a feed: what is read must be what
// the whole feed says, and no entry whose end has come may be missing.
func TestCutAnywhere(t *testing.T) {
	whole := german(3, 4)
	full, err := Feed(whole, Options{URL: testAddress})
	if err != nil {
		t.Fatal(err)
	}
	for n := range whole {
		d, err := Feed(whole[:n], Options{URL: testAddress})
		if d == nil {
			if !errors.Is(err, ErrNotFeed) {
				t.Fatalf("after %d bytes: %v", n, err)
			}
			continue
		}
		var damaged *DamagedError
		if !errors.As(err, &damaged) && n < len(whole)-len(">\n") {
			t.Fatalf("after %d bytes nothing is wrong", n)
		}
		if done := strings.Count(string(whole[:n]), "</item>"); len(d.Entries) < done {
			t.Fatalf("after %d bytes: %d of %d entries", n, len(d.Entries), done)
		}
		for i, e := range d.Entries {
			f := full.Entries[i]
			if e.Title != f.Title || e.Link != f.Link || e.ID != "" && e.ID != f.ID || !e.Published.IsZero() && !e.Published.Equal(f.Published) {
				t.Fatalf("after %d bytes: %+v", n, e)
			}
		}
	}
}

func TestAuthorsAreNotShared(t *testing.T) {
	d, err := Feed([]byte(`<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><author><name>Ada Lindner</name></author><entry><id>1</id><title>a</title></entry><entry><id>2</id><title>b</title></entry></feed>`), Options{})
	if err != nil {
		t.Fatal(err)
	}
	d.Entries[0].Authors = append(d.Entries[0].Authors, "Jan Krug")
	if !slices.Equal(d.Entries[1].Authors, []string{"Ada Lindner"}) {
		t.Errorf("got %q", d.Entries[1].Authors)
	}
}
