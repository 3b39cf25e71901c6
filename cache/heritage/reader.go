package heritage

import (
	"strings"

	"depesche/feed"
	"depesche/feed/parse"
)

// Google Reader's form: FreshRSS exports it, The Old Reader, Inoreader and Bazqux answer
// with it, and Google's own archives have it. What was done to an item stands among its
// categories: "user/-/state/com.google/read", ".../starred", "user/-/label/NAME".

func readerProgram(item, top fields) string {
	if item["origin"] == nil || item["categories"] == nil && item["canonical"] == nil && item["alternate"] == nil {
		return ""
	}
	if strings.Contains(top.text("id"), "org.freshrss") {
		return "FreshRSS"
	}
	return "Google Reader"
}

func readerItem(f, top fields) raw {
	origin := f.child("origin")
	it := raw{
		feed: feed.Source{URL: readerFeed(origin), Site: origin.text("htmlUrl"), Title: origin.text("title")},
		kept: parse.Kept{
			ID: f.text("id"), Title: f.text("title"), Link: firstOf(href(f, "canonical"), href(f, "alternate")),
			Authors: []string{f.text("author")}, Published: f.date("published"), Updated: f.date("updated"),
		},
	}
	if strings.HasPrefix(it.kept.ID, "tag:google.com,2005:reader/") { // the server's, not the feed's
		it.kept.ID = ""
	}
	if it.kept.Published.IsZero() {
		if it.kept.Published = f.seconds("timestampUsec"); it.kept.Published.IsZero() {
			it.kept.Published = f.seconds("crawlTimeMsec")
		}
	}
	content, summary := f.child("content").text("content"), f.child("summary").text("content")
	if content != "" && summary != "" {
		it.kept.Content, it.kept.Summary = content, summary
	} else {
		it.text = content + summary
	}
	// An export of what is starred need not say so of each.
	it.starred = strings.HasSuffix(top.text("id"), "/state/com.google/starred") || strings.HasSuffix(top.text("id"), "/state/org.freshrss/starred")
	for _, c := range f.words("categories") {
		it.category(c)
	}
	for _, m := range f.list("enclosure") {
		c := object(m)
		it.kept.Enclosures = append(it.kept.Enclosures, enclosure(c.text("href"), c.text("type"))...)
	}
	return it
}

// category takes a category for what it says: a state, a label, or a topic of the feed's.
func (it *raw) category(c string) {
	rest, ok := strings.CutPrefix(c, "user/")
	if !ok {
		it.kept.Categories = append(it.kept.Categories, c)
		return
	}
	_, what, _ := strings.Cut(rest, "/")
	switch kind, name, _ := strings.Cut(what, "/"); kind {
	case "label":
		it.tags = append(it.tags, name)
	case "state":
		switch name[strings.LastIndexByte(name, '/')+1:] {
		case "read":
			it.read = true
		case "starred":
			it.starred = true
		}
	}
}

// readerFeed is the address of an item's feed: named, or in the name of its stream.
func readerFeed(origin fields) string {
	if u := origin.text("feedUrl"); u != "" {
		return u
	}
	return strings.TrimPrefix(origin.text("streamId"), "feed/")
}

// href is the address in a list of links, a page's first.
func href(f fields, name string) string {
	first := ""
	for _, m := range f.list(name) {
		link := object(m)
		if u := link.text("href"); u != "" && (first == "" || strings.Contains(link.text("type"), "html")) {
			if first = u; strings.Contains(link.text("type"), "html") {
				break
			}
		}
	}
	return first
}
