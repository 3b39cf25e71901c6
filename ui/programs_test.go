package ui

import (
	"strings"
	"testing"

	"depesche/feed"
	"depesche/ui/keys"
)

// ownKeys gives the screen programs and keys of the reader's own.
func ownKeys(t *testing.T, programs map[string]Program, binds ...keys.Binding) func(*Options) {
	t.Helper()
	return func(o *Options) {
		o.Commands = programs
		var err error
		if o.Keys, err = keys.New("", binds, o.programNames()...); err != nil {
			t.Fatal(err)
		}
	}
}

// The tests' programs are cat and echo, which every system has that has a shell.
func TestOwnProgramsHaveKeysAndNames(t *testing.T) {
	change := ownKeys(t, map[string]Program{
		"as html":  {Run: []string{"cat"}, Input: "html"},
		"as text":  {Run: []string{"cat"}, Input: "text"},
		"as json":  {Run: []string{"cat"}, Input: "json"},
		"headline": {Run: []string{"echo", "<{headline}>", "{url}", "from {source}", "$HOME"}, Input: "none"},
		"quietly":  {Run: []string{"cat"}, Output: "none"},
	}, keys.Binding{Actions: []string{"run-as-html"}, Keys: []string{"X"}}, keys.Binding{Actions: []string{"toggle-star", "run-headline"}, Keys: []string{"Y"}})
	pl := playWith(t, 100, 40, change, "enter", "X").has("<h1>Stadtrat von Lindenau", "<h2>Streit um die Kosten</h2>", "<article>")
	pl.press("esc", "|", "type:as text", "enter").has("Stadtrat von Lindenau", "Von Ada Lindner").hasNot("<h1>")
	pl.press("esc", "|", "type:as json", "enter").has(`{"`)
	pl.press("esc", "Y").has("<Stadtrat von Lindenau", "https://bote.lindenau.example/1.html", "from Lindenauer Bote", "$HOME")
	if !pl.m.open.row.Starred {
		t.Error("the first action of two was left out")
	}
	pl.press("esc", ":", "type:quietly", "enter").has("quietly ist fertig und sagt nichts.")
	pl.press("?", "type:run-as").has("run-as-html")
}

func TestAnUnknownProgramIsNoAction(t *testing.T) {
	_, err := keys.New("", []keys.Binding{{Actions: []string{"run-speek"}, Keys: []string{"X"}, Where: "config.toml:3"}}, "speak")
	if err == nil || !strings.Contains(err.Error(), "run-speak") || !strings.Contains(err.Error(), "config.toml:3") {
		t.Errorf("the error is %v", err)
	}
}

// No text of an article becomes markup.
func TestHTMLEscapes(t *testing.T) {
	a := feed.Article{
		Language: `de" onload="x`, Kicker: "a<b", Headline: "<script>x</script> & co", Standfirst: `"s"`, Link: "javascript:x",
		Lead: &feed.Picture{URL: `https://a.example/b.jpg?"><i>`, Alt: `"><b>`, Caption: "<i>c", Credit: "d"},
		Body: []feed.Block{
			{Kind: feed.Paragraph, Text: feed.Text{{Text: "1 < 2 "}, {Text: "fett", Style: feed.Strong | feed.Emphasis}, {Text: "los", Link: "https://x.example/?a=1&b=2"}, {Text: "weg", Link: "javascript:y"}}},
			{Kind: feed.List, Items: []feed.Text{feed.Plain("<li>")}},
			{Kind: feed.OrderedList, Items: []feed.Text{feed.Plain("eins")}},
			{Kind: feed.Table, Rows: [][]feed.Text{{feed.Plain("a&b")}}},
			{Kind: feed.Quote, Text: feed.Plain("q")},
			{Kind: feed.Code, Text: feed.Plain("</pre>")},
			{Kind: feed.Rule},
		},
		Corrections: []string{"k<"}, Credit: "(dpa)",
	}
	got := HTML(&a)
	for _, bad := range []string{"<script>", "javascript:", "<b>", "<i>", `onload="`, "</pre></pre>"} {
		if strings.Contains(got, bad) {
			t.Errorf("%q stands in\n%s", bad, got)
		}
	}
	for _, want := range []string{
		"<strong><em>fett</em></strong>", `<a href="https://x.example/?a=1&amp;b=2">los</a>`, "<li>&lt;li&gt;</li>", "<ol>\n<li>eins</li>",
		"<td>a&amp;b</td>", "<blockquote>q</blockquote>", "<pre>&lt;/pre&gt;</pre>", "<hr>", `class="kicker">a&lt;b</p>`, "&lt;i&gt;c d",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
}
