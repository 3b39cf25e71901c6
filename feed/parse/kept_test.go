package parse

import (
	"strings"
	"testing"
)

func TestWhatAnotherReaderKeptPassesTheSameDoors(t *testing.T) {
	k := Kept{
		ID: "tag:a\x1b[31m,1", Title: "Rat &amp;amp; <b>Tat</b>\x1b]0;x\a", Link: "https://blatt.example/a/1.html",
		Base: "https://blatt.example/b/", Authors: []string{"ada@blatt.example (Ada Lindner)", "", "Jan Krug"},
		Content:    `<p>Ein <a href="c.html">Text</a>\x9b2J<img src="/d.jpg" width="600" height="400"></p><script>alert(1)</script>`,
		Categories: []string{"Stadt", "Stadt", "\x1b[0m"},
		Enclosures: []Enclosure{{URL: "javascript:alert(1)", Type: "image/png"}, {URL: "https://blatt.example/ton.mp3", Type: "audio/mpeg"}},
	}
	e := k.Entry()
	d := Document{Entries: []Entry{e}}
	checkDocument(t, &d)
	if e.Title != "Rat & Tat]0;x" || e.ID != "tag:a[31m,1" || strings.Join(e.Authors, ";") != "Ada Lindner;Jan Krug" || len(e.Categories) != 2 {
		t.Errorf("%+v", e)
	}
	if !strings.Contains(e.Content, `href="https://blatt.example/b/c.html"`) || e.Image != "https://blatt.example/d.jpg" || len(e.Enclosures) != 1 {
		t.Errorf("%+v", e)
	}
	if e := (&Kept{Link: "javascript:alert(1)", Title: "x", Summary: "1 < 2"}).Entry(); e.Link != "" || e.Summary != "1 &lt; 2" {
		t.Errorf("%+v", e)
	}
	if e := (&Kept{Link: "/a", Base: "https://blatt.example/"}).Entry(); e.Link != "https://blatt.example/a" {
		t.Errorf("%+v", e)
	}
}
