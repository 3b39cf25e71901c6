package direct

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"depesche/feed"
)

// files are an article's files in a line.
func files(a *feed.Article) string {
	var out []string
	for _, e := range a.Enclosures {
		out = append(out, fmt.Sprint(e.URL, " ", e.Type, " ", e.Title, " ", e.Length, " ", e.Duration))
	}
	return strings.Join(out, "\n")
}

func TestFilesOfAnEntry(t *testing.T) {
	for name, c := range map[string]struct{ item, want string }{
		"an episode": {
			`<title>Folge 1</title><link>https://bote.example/1</link><enclosure url="https://cdn.bote.example/1.mp3" length="12" type="audio/mpeg"/>`,
			"https://cdn.bote.example/1.mp3 audio/mpeg  12 0s",
		},
		"listed by enclosure and by media:content, with and without a tracker": {
			`<title>Folge 1</title><enclosure url="https://bote.example/1.mp3" type="audio/mpeg"/><media:content url="https://bote.example/1.mp3?utm_source=feed" type="audio/mpeg" duration="60"/>`,
			"https://bote.example/1.mp3 audio/mpeg  0 0s",
		},
		"of a group the one the feed prefers": {
			`<title>Folge 1</title><media:group><media:content url="https://bote.example/1.ogg" type="audio/ogg"/><media:content url="https://bote.example/1.mp3" type="audio/mpeg" isDefault="true"/><media:content url="https://bote.example/1.mp4" type="video/mp4"/><media:content url="https://bote.example/2.mp4" type="video/mp4"/></media:group>`,
			"https://bote.example/1.mp3 audio/mpeg  0 0s\nhttps://bote.example/1.mp4 video/mp4  0 0s",
		},
		"not the picture that is shown": {
			`<title>Die Mole</title><enclosure url="https://bote.example/b.jpg" type="image/jpeg"/>`, "",
		},
		"no address but the web's": {
			`<title>Folge 1</title><enclosure url="file:///etc/passwd" type="audio/mpeg"/><enclosure url="javascript:alert(1)"/><enclosure url="http://127.0.0.1/x.mp3"/>`, "",
		},
		"no more than an article keeps": {
			`<title>Folge 1</title>` + strings.Join(numbered(`<enclosure url="https://bote.example/%d.mp3" type="audio/mpeg"/>`, 50), ""),
			strings.Join(numbered("https://bote.example/%d.mp3 audio/mpeg  0 0s", feed.MaxEnclosures), "\n"),
		},
	} {
		a := one(t, c.item)
		if got := files(&a); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func numbered(format string, n int) (out []string) {
	for i := range n {
		out = append(out, fmt.Sprintf(format, i))
	}
	return out
}

func TestAnEpisodeWithoutAPageIsItsFile(t *testing.T) {
	d := pull(t, rss("",
		`<title>Folge 1</title><guid isPermaLink="false">f1</guid><enclosure url="https://bote.example/1.mp3" length="5" type="audio/mpeg"/>`,
		`<title>Folge 2</title><guid isPermaLink="false">f2</guid><enclosure url="https://bote.example/1.mp3" length="5" type="audio/mpeg"/>`,
		`<enclosure url="https://bote.example/3.mp3" length="5" type="audio/mpeg"/>`))
	if len(d.Articles) != 3 {
		t.Fatalf("%d articles, two of which have the same file: %+v", len(d.Articles), d.Articles)
	}
	for i, link := range []string{"https://bote.example/1.mp3", "https://bote.example/1.mp3", "https://bote.example/3.mp3"} {
		if a := &d.Articles[i]; a.Link != link || !a.FileLink() {
			t.Errorf("its address is %q, want %q", a.Link, link)
		}
	}
	if h := d.Articles[2].Headline; h != "3.mp3" {
		t.Errorf("a file alone is called %q", h)
	}
	asked := web{}
	if _, err := reading(asked).Full(t.Context(), d.Articles[0]); !errors.Is(err, ErrNoPage) {
		t.Errorf("the file is fetched as a page: %v", err)
	}
}

func TestCommentsAndFilesOutliveThePage(t *testing.T) {
	a := one(t, `<title>Folge 1</title><link>https://bote.example/1</link><comments>https://bote.example/1#leser</comments><media:content url="https://bote.example/1.mp3" type="audio/mpeg" duration="60"/>`)
	if a.Comments != "https://bote.example/1#leser" {
		t.Errorf("comments %q", a.Comments)
	}
	got := merge(a, feed.Article{Headline: "Folge 1"})
	if got.Comments != a.Comments || len(got.Enclosures) != 1 || got.Enclosures[0].Duration != time.Minute {
		t.Errorf("behind its page: %+v", got)
	}
}
