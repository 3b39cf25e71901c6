package page

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
	"depesche/ui/locale"
	"depesche/ui/theme"
)

// funk is an article with files and a page of comments.
func funk() feed.Article {
	return feed.Article{
		ID: "funk", Headline: "Der Kran", Link: "https://funk.invalid/1", Comments: "https://funk.invalid/1#leser", Body: []feed.Block{para("Wir sprechen über den Wind.")},
		Enclosures: []feed.Enclosure{
			{URL: "https://funk.invalid/1.mp3", Type: "audio/mpeg", Title: "Folge 12", Length: 12_300_000, Duration: 45 * time.Minute},
			{URL: "https://funk.invalid/f/film.mp4?x=1", Duration: 62 * time.Minute, Length: 1},
			{URL: "https://funk.invalid/plan.pdf", Type: "application/pdf", Title: strings.Repeat("Sehr langer Titel ", 20)},
		},
	}
}

func TestFilesStandInTheHead(t *testing.T) {
	st, _ := theme.Named("", true, false)
	for name, c := range map[string]struct {
		o    Options
		want []string
	}{
		"German":         {Options{Text: locale.German(), Files: map[string]bool{"https://funk.invalid/1.mp3": true}}, []string{"♪ Folge 12 · audio/mpeg · 12,3 MB · 45 min · heruntergeladen", "▶ film.mp4 · 1 h 2 min", "▤ Sehr langer Titel", "Kommentare"}},
		"English":        {Options{Text: locale.English()}, []string{"♪ Folge 12 · audio/mpeg · 12.3 MB · 45 min", "Comments"}},
		"without UTF-8":  {Options{Text: locale.German(), ASCII: true}, []string{"Audio: Folge 12 - audio/mpeg - 12,3 MB - 45 min", "Video: film.mp4 - 1 h 2 min", "Datei: Sehr"}},
		"read out aloud": {Options{Text: locale.German(), Plain: true}, []string{"Audio: Folge 12, audio/mpeg, 12,3 MB, 45 min", "Video: film.mp4, 1 h 2 min"}},
	} {
		c.o.Width = 72
		p, err := Set(st, funk(), c.o)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(ansi.Strip(strings.Join(p.Lines, "\n")), "\u00a0", " ")
		for _, want := range c.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is missing in\n%s", name, want, text)
			}
		}
		for i, l := range p.Lines {
			if w := ansi.StringWidth(l); w > 72 {
				t.Errorf("%s: line %d is %d wide", name, i, w)
			}
		}
		if len(p.Links) != 4 || p.Links[0].URL != "https://funk.invalid/1.mp3" || p.Links[3].URL != "https://funk.invalid/1#leser" {
			t.Errorf("%s: links %+v", name, p.Links)
		}
	}
}

func TestCommentsOnThePageItselfAreNoLink(t *testing.T) {
	st, _ := theme.Named("", true, false)
	a := funk()
	a.Comments, a.Enclosures = a.Link, nil
	p, err := Set(st, a, Options{Width: 40})
	if err != nil || len(p.Links) != 0 {
		t.Errorf("%+v, %v", p.Links, err)
	}
}
