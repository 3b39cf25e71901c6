package ui

import (
	"strings"
	"testing"
	"time"

	"depesche/feed"
)

func TestWrittenArticlesNameTheirFiles(t *testing.T) {
	a := feed.Article{
		Headline: "Der Kran", Language: "de", Link: "https://funk.example/1", Comments: "https://funk.example/1#leser",
		Enclosures: []feed.Enclosure{
			{URL: "https://funk.example/1.mp3?a=1&b=2", Type: "audio/mpeg", Title: "Folge <12> [neu]", Length: 12_300_000, Duration: 45 * time.Minute},
			{URL: "javascript:alert(1)", Title: "nirgends"},
		},
	}
	for name, c := range map[string]struct{ got, file, comments string }{
		"text":     {PlainText(&a), "Audio: Folge <12> [neu] · audio/mpeg · 12,3 MB · 45 min\nhttps://funk.example/1.mp3?a=1&b=2\n", "https://funk.example/1#leser"},
		"markdown": {Markdown(&a), "- Audio: [Folge \\<12\\> \\[neu\\]](<https://funk.example/1.mp3?a=1&b=2>) · audio/mpeg · 12,3 MB · 45 min\n", "[Kommentare](<https://funk.example/1#leser>)"},
		"html":     {HTML(&a), `<p class="file">Audio: <a href="https://funk.example/1.mp3?a=1&amp;b=2">Folge &lt;12&gt; [neu]</a> · audio/mpeg · 12,3 MB · 45 min</p>`, `<a href="https://funk.example/1#leser">Kommentare</a>`},
	} {
		for _, want := range []string{c.file, c.comments} {
			if !strings.Contains(c.got, want) {
				t.Errorf("%s: %q is missing in\n%s", name, want, c.got)
			}
		}
		if strings.Contains(c.got, "javascript") || strings.Contains(c.got, "nirgends") {
			t.Errorf("%s leads to where no reader should go:\n%s", name, c.got)
		}
	}
}
