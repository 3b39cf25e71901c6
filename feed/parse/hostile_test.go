package parse

import (
	"errors"
	"strings"
	"testing"
)

// The documents of this test are some megabytes of one thing: whatever is not
// linear in them does not come to an end.
func TestHostile(t *testing.T) {
	const n = 100_000
	frame := func(s string) string {
		return `<rss version="2.0"><channel><title>Bote</title><item><title>Eins</title><link>https://bote.example/1</link></item>` + s + "</channel></rss>"
	}
	item := func(s string) string { return frame("<item><title>Zwei</title><guid>2</guid>" + s + "</item>") }
	rep := func(s string) string { return strings.Repeat(s, n) }
	for name, doc := range map[string]string{
		"deep":                      frame(rep("<x>")),
		"deep and closed":           frame(rep("<x>") + rep("</x>")),
		"deep namespaces":           frame(rep(`<x xmlns:a="b">`)),
		"end tags":                  frame(rep("</x>")),
		"items":                     frame(rep("<item><title>x</title></item>")),
		"items without end":         frame(rep("<item><title>x")),
		"empty items":               frame(rep("<item>")),
		"titles":                    item(rep("<title>")),
		"two leaves in turn":        item(rep("<title><link>")),
		"descriptions":              item(rep("<description>")),
		"all leaves in turn":        item(rep("<title><description><guid><content><pubDate><author>")),
		"nested in a description":   item("<description>" + rep("x<description>")),
		"cdata without end":         item(rep("<title><![CDATA[")),
		"cdata with one end":        item(rep("<title><![CDATA[x</title>") + "</item>]]>"),
		"cdata and descriptions":    item(rep("<description><![CDATA[x</description>") + "</item>]]>"),
		"comments without end":      item(rep("<!--")),
		"comments in a text":        item("<description>" + rep("<!--") + "</description>"),
		"instructions":              rep("<?x ") + frame(""),
		"declarations":              rep("<!DOCTYPE [") + frame(""),
		"declarations in a text":    item("<description>" + rep("<!d[") + "</description>"),
		"quotes":                    item(rep(`<a b="`)),
		"quotes of two kinds":       item(rep(`<a b="<a b='`)),
		"attributes":                item("<enclosure " + rep(` a="b"`) + "/>"),
		"attributes without end":    item("<enclosure " + rep(` a="b=`) + "/>"),
		"less than":                 item("<description>" + rep("<") + "</description>"),
		"ampersands":                item("<title>" + rep("&") + "</title>"),
		"ampersands half":           item("<title>" + rep("&a") + "</title><description>" + rep("&abcdefghijklmnopqrstuvwxyz0") + "</description>"),
		"scripts in a title":        item("<title>" + rep("&lt;script&gt;") + "</title>"),
		"scripts in a description":  item("<description>" + rep("&lt;script&gt;") + "</description>"),
		"pairs in a title":          item("<title>" + rep("&lt;code&gt;") + "</title>"),
		"escaped tags":              item("<description><b>" + rep("&lt;x") + "</b></description>"),
		"relative links":            item("<description>" + rep(`&lt;a href="x"&gt;`) + "</description>"),
		"pictures":                  item("<description>" + rep(`&lt;img width="1" src="x"&gt;`) + "</description>"),
		"names":                     item("<author>" + rep("<name>") + "</author>"),
		"names and others":          item("<author>" + rep("<a><name>") + "</author>"),
		"categories":                item(rep("<category>x</category>")),
		"categories, all different": item(strings.Repeat("<category>a</category><category>bb</category><category>ccc</category>", n/3)),
		"enclosures":                item(rep(`<enclosure url="https://bote.example/x"/>`)),
		"media":                     item(rep(`<media:group><media:content url="https://bote.example/x.jpg">`)),
		"wrappers":                  frame("<items>" + rep("<rdf:li>") + "</items>"),
		"divs":                      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Bote</title><entry><title>Eins</title><id>1</id><content type="xhtml">` + rep("<div>") + "</content></entry></feed>",
		"summaries in summaries":    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Bote</title><entry><title>Eins</title><id>1</id></entry><entry><id>2</id><summary type="xhtml">` + rep("<summary>x") + "</entry></feed>",
		"JSON":                      `{"version":"https://jsonfeed.org/version/1","title":"Bote","items":[{"id":"1","title":"Eins"},{"id":"2","tags":[` + rep("1,") + `1],"attachments":` + strings.Repeat("[", 9000) + strings.Repeat("]", 9000) + "}]}",
		"JSON, commas":              `{"version":"https://jsonfeed.org/version/1","title":"Bote","items":[{"id":"1","title":"Eins"},` + rep(",") + "]}",
		"JSON, items":               `{"version":"https://jsonfeed.org/version/1","title":"Bote","items":[{"id":"1","title":"Eins"}` + rep(`,{"id":1}`) + "]}",
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Feed([]byte(doc), Options{URL: testAddress})
			if d == nil {
				t.Fatal(err)
			}
			checkDocument(t, d)
			if d.Title != "Bote" || len(d.Entries) == 0 || d.Entries[0].Title != "Eins" {
				t.Errorf("lost: %q, %d entries", d.Title, len(d.Entries))
			}
		})
	}
}

func TestNoFeedInMegabytes(t *testing.T) {
	for name, doc := range map[string]string{
		"page":     "<html>" + strings.Repeat(`<a href="/feed">x<title>`, 100_000),
		"nothing":  strings.Repeat("\x00", 1<<20),
		"text":     strings.Repeat("<", 1<<20),
		"brackets": strings.Repeat("[", 1<<20),
		"objects":  strings.Repeat(`{"items":`, 1<<17),
		"doctypes": strings.Repeat("<!doctype html", 1<<17),
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Feed([]byte(doc), Options{URL: testAddress})
			if d != nil || !errors.Is(err, ErrNotFeed) {
				t.Errorf("got %v, %v", d, err)
			}
		})
	}
}

func TestBounds(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE rss [<!ENTITY a "` + strings.Repeat("x", 200) + `"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title>`)
	for range maxEntries + 10 {
		b.WriteString("<item><title>&a;&a;&a;&a;&a;</title></item>")
	}
	b.WriteString("<item><description>" + strings.Repeat("Ein langer Text. ", maxHTML/10) + "</description></item>")
	d, err := Feed([]byte(b.String()), Options{})
	var damaged *DamagedError
	if !errors.As(err, &damaged) {
		t.Fatalf("no word about it: %v", err)
	}
	if len(d.Entries) != maxEntries {
		t.Errorf("%d entries", len(d.Entries))
	}
	if d.Title != "&b;" {
		t.Errorf("an entity made of others was expanded: %q", d.Title)
	}
	made := 0
	for i := range d.Entries {
		made += strings.Count(d.Entries[i].Title, "x")
	}
	if made > 1<<16 {
		t.Errorf("entities made %d bytes", made)
	}
	long := "<rss><channel><title>" + strings.Repeat("Lang ", 1<<20) + "</title><item><title>x</title><description>" + strings.Repeat("Ein Text.<br>", 1<<19) + "</description></item></channel></rss>"
	d, err = Feed([]byte(long), Options{})
	if len(d.Title) > maxPlain+4 || len(d.Entries[0].Summary) > maxHTML || !errors.As(err, &damaged) {
		t.Errorf("title of %d, summary of %d bytes, %v", len(d.Title), len(d.Entries[0].Summary), err)
	}
}
