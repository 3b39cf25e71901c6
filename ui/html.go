package ui

import (
	"fmt"
	"html"
	"strings"

	"depesche/feed"
	"depesche/ui/locale"
)

// HTML is an article as a page of its own, its text escaped: no script, no style
// and no address but http and https.
func HTML(a *feed.Article) string {
	var b strings.Builder
	put := func(tag, s string) {
		if s != "" {
			fmt.Fprintf(&b, "<%s>%s</%s>\n", tag, html.EscapeString(s), strings.Fields(tag)[0])
		}
	}
	lang := a.Language
	if lang == "" {
		lang = "und"
	}
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head><meta charset=\"utf-8\"><title>%s</title></head>\n<body>\n<article>\n",
		html.EscapeString(lang), html.EscapeString(a.Headline))
	put(`p class="kicker"`, a.Kicker)
	put("h1", a.Headline)
	put(`p class="standfirst"`, a.Standfirst)
	put(`p class="byline"`, a.Byline)
	b.WriteString(htmlFiles(a))
	if a.Lead != nil {
		b.WriteString(htmlPicture(a.Lead))
	}
	for i := range a.Body {
		b.WriteString(htmlBlock(&a.Body[i]))
	}
	for _, c := range a.Corrections {
		put(`p class="correction"`, c)
	}
	put(`p class="credit"`, a.Credit)
	if link := feed.WebLink(a.Link); link != "" {
		fmt.Fprintf(&b, "<p><a href=\"%s\">%s</a></p>\n", html.EscapeString(link), html.EscapeString(link))
	}
	if link := discussion(a); link != "" {
		fmt.Fprintf(&b, "<p><a href=\"%s\">%s</a></p>\n", html.EscapeString(link), html.EscapeString(locale.For(a.Language).Files.Comments))
	}
	b.WriteString("</article>\n</body>\n</html>\n")
	return b.String()
}

func htmlBlock(blk *feed.Block) string {
	text := htmlText(blk.Text)
	switch blk.Kind {
	case feed.Subhead:
		return "<h2>" + text + "</h2>\n"
	case feed.Quote:
		return "<blockquote>" + text + "</blockquote>\n"
	case feed.Code:
		return "<pre>" + text + "</pre>\n"
	case feed.Rule:
		return "<hr>\n"
	case feed.List, feed.OrderedList:
		tag := map[bool]string{true: "ol", false: "ul"}[blk.Kind == feed.OrderedList]
		out := "<" + tag + ">\n"
		for _, it := range blk.Items {
			out += "<li>" + htmlText(it) + "</li>\n"
		}
		return out + "</" + tag + ">\n"
	case feed.Table:
		out := "<table>\n"
		for _, row := range blk.Rows {
			out += "<tr>"
			for _, cell := range row {
				out += "<td>" + htmlText(cell) + "</td>"
			}
			out += "</tr>\n"
		}
		return out + "</table>\n"
	case feed.Figure:
		if blk.Picture != nil {
			return htmlPicture(blk.Picture)
		}
	default: // a paragraph
	}
	if text == "" {
		return ""
	}
	return "<p>" + text + "</p>\n"
}

func htmlPicture(p *feed.Picture) string {
	out := "<figure>"
	if src := feed.WebLink(p.URL); src != "" {
		out += fmt.Sprintf("<img src=\"%s\" alt=\"%s\">", html.EscapeString(src), html.EscapeString(p.Alt))
	}
	if says := strings.TrimSpace(p.Caption + " " + p.Credit); says != "" {
		out += "<figcaption>" + html.EscapeString(says) + "</figcaption>"
	}
	return out + "</figure>\n"
}

func htmlText(t feed.Text) string {
	var b strings.Builder
	for i := range t {
		s := &t[i]
		text := strings.ReplaceAll(html.EscapeString(s.Text), "\n", "<br>\n")
		for _, m := range []struct {
			style feed.Style
			tag   string
		}{{feed.CodeStyle, "code"}, {feed.Struck, "s"}, {feed.Emphasis, "em"}, {feed.Strong, "strong"}} {
			if s.Style&m.style != 0 {
				text = "<" + m.tag + ">" + text + "</" + m.tag + ">"
			}
		}
		if link := feed.WebLink(s.Link); link != "" {
			text = `<a href="` + html.EscapeString(link) + `">` + text + "</a>"
		}
		b.WriteString(text)
	}
	return b.String()
}
