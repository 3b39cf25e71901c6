package heritage

import (
	"depesche/feed"
	"depesche/feed/parse"
)

// Miniflux answers GET /v1/entries with a list of entries, each with its feed. It has no
// id of the feed's own; the address tells which article it is.

func minifluxProgram(entry, _ fields) string {
	if entry["status"] == nil || entry.text("url") == "" || entry["feed"] == nil && entry["feed_id"] == nil {
		return ""
	}
	return "Miniflux"
}

func minifluxItem(f, _ fields) raw {
	source := f.child("feed")
	it := raw{
		feed: feed.Source{URL: source.text("feed_url"), Site: source.text("site_url"), Title: source.text("title")},
		text: f.text("content"), read: f.text("status") == "read", deleted: f.text("status") == "removed", starred: f.truth("starred"),
		kept: parse.Kept{
			Title: f.text("title"), Link: f.text("url"), Authors: []string{f.text("author")}, Categories: f.words("tags"),
			Published: f.date("published_at"),
		},
	}
	if c := source.child("category").text("title"); c != "" && c != "All" { // where Miniflux puts what has none
		it.feed.Folder = []string{c}
	}
	for _, m := range f.list("enclosures") {
		c := object(m)
		it.kept.Enclosures = append(it.kept.Enclosures, enclosure(c.text("url"), c.text("mime_type"))...)
	}
	return it
}
