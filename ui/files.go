package ui

import (
	"html"
	"strings"

	"depesche/feed"
	"depesche/ui/locale"
	"depesche/ui/page"
)

// fileLine is what a written article says of a file: what it is, and behind its name what is
// known of it, in the article's language.
func fileLine(a *feed.Article, e *feed.Enclosure) (kind, facts string) {
	t := locale.For(a.Language)
	kind = t.Files.Media[e.Medium().String()] + ": "
	if said := page.FileFacts(t, e); len(said) > 0 {
		facts = " · " + strings.Join(said, " · ")
	}
	return kind, facts
}

// plainFiles are the files of an article, and the page of its comments, for a text file.
func plainFiles(a *feed.Article) (out []string) {
	for i := range a.Enclosures {
		e := &a.Enclosures[i]
		if u := feed.WebLink(e.URL); u != "" {
			kind, facts := fileLine(a, e)
			out = append(out, kind+e.Name()+facts+"\n"+u)
		}
	}
	return out
}

func markdownFiles(a *feed.Article) string {
	var b strings.Builder
	for i := range a.Enclosures {
		e := &a.Enclosures[i]
		if u := feed.WebLink(e.URL); u != "" {
			kind, facts := fileLine(a, e)
			b.WriteString("- " + kind + "[" + escape(e.Name()) + "](<" + u + ">)" + escape(facts) + "\n")
		}
	}
	return strings.TrimRight(b.String(), "\n")
}

func htmlFiles(a *feed.Article) string {
	var b strings.Builder
	for i := range a.Enclosures {
		e := &a.Enclosures[i]
		if u := feed.WebLink(e.URL); u != "" {
			kind, facts := fileLine(a, e)
			b.WriteString(`<p class="file">` + html.EscapeString(kind) + `<a href="` + html.EscapeString(u) + `">` + html.EscapeString(e.Name()) + "</a>" + html.EscapeString(facts) + "</p>\n")
		}
	}
	return b.String()
}

// discussion is the page on which an article is discussed, where that is not its own page.
func discussion(a *feed.Article) string {
	if a.Comments == a.Link {
		return ""
	}
	return feed.WebLink(a.Comments)
}
