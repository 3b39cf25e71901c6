package parse

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/mmcdole/gofeed"
)

// words are what the generated feeds are made of.
var words = strings.Fields(`Am Montag hat der Rat der Stadt Lindenau über die Brücke am Fluß beraten und
	sie für drei Jahre gesperrt weil „das Bauwerk“ älter ist als gedacht sagte die Bürgermeisterin den Gästen
	später fährt die Straßenbahn wieder größere Züge zwischen Markt und Hafen während Händler Entschädigung fordern`)

// german generates a feed as German papers deliver it: n entries with summary,
// content and a picture with caption and credit.
func german(seed, n int) []byte {
	var b bytes.Buffer
	next := uint32(seed*2654435761 + 1)
	text := func(count int) string {
		var s strings.Builder
		for range count {
			next = next*1664525 + 1013904223
			s.WriteString(words[int(next>>8)%len(words)] + " ")
		}
		return strings.TrimSpace(s.String()) + "."
	}
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Lindenauer Bote</title><link>https://bote.example/</link><description>Nachrichten</description><language>de-DE</language>
<atom:link rel="self" type="application/rss+xml" href="https://bote.example/rss"/>
`)
	for i := range n {
		fmt.Fprintf(&b, `<item>
<title>%s</title>
<link>https://bote.example/politik/artikel-%d-%d.html</link>
<guid isPermaLink="false">bote-%d-%d</guid>
<pubDate>Mon, 03 Mar 2025 %02d:%02d:00 +0100</pubDate>
<dc:creator>Ada Lindner</dc:creator>
<category>Politik</category>
<description>&lt;p&gt;%s&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>%s</p><p>%s <a href="/mehr/%d">Mehr</a></p><p>%s</p>]]></content:encoded>
<media:content url="https://bote.example/bild/%d.jpg" type="image/jpeg" width="1200" height="675"><media:description>%s</media:description><media:credit>Ada Lindner/dpa</media:credit></media:content>
</item>
`, text(8), seed, i, seed, i, i%24, i%60, text(40), text(80), text(80), i, text(80), i, text(12))
	}
	b.WriteString("</channel></rss>\n")
	return b.Bytes()
}

func feeds(n int) (docs [][]byte, size int64) {
	for i := range n {
		d := german(i, 30)
		docs = append(docs, d)
		size += int64(len(d))
	}
	return docs, size
}

// BenchmarkFeed reads 200 feeds of 30 entries; its speed is to be held against
// BenchmarkRawTokens, its allocations against 700 KB a feed.
func BenchmarkFeed(b *testing.B) {
	docs, size := feeds(200)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			if _, err := Feed(d, Options{URL: testAddress}); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkRawTokens is encoding/xml taking the same feeds apart into tokens, and doing
// nothing with them.
func BenchmarkRawTokens(b *testing.B) {
	docs, size := feeds(200)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			dec := xml.NewDecoder(bytes.NewReader(d))
			for {
				if _, err := dec.RawToken(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					b.Fatal(err)
				}
			}
		}
	}
}

// BenchmarkGofeed is the field's usual parser on the same feeds; it is in the module for this alone.
func BenchmarkGofeed(b *testing.B) {
	docs, size := feeds(200)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			if _, err := gofeed.NewParser().Parse(bytes.NewReader(d)); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// TestAllocations holds what a feed of 30 entries may allocate. Counts do not
// depend on the machine, as times do.
func TestAllocations(t *testing.T) {
	doc := german(1, 30)
	const runs = 20
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range runs {
		if _, err := Feed(doc, Options{URL: testAddress}); err != nil {
			t.Fatal(err)
		}
	}
	runtime.ReadMemStats(&after)
	if got := (after.TotalAlloc - before.TotalAlloc) / runs; got > 700<<10 || got > 5*uint64(len(doc)) {
		t.Errorf("%d bytes allocated for a feed of %d", got, len(doc))
	}
}
