package heritage

import (
	"cmp"
	"slices"
	"strings"

	"depesche/feed"
	"depesche/feed/parse"
)

// newsraft keeps newsraft.sqlite3. What is important there is starred here.
var newsraft = layout{
	program: "newsraft",
	table:   "items",
	columns: []string{"feed_url|feed", "guid", "title", "link|url", "content", "publication_date|pubdate", "update_date|upddate", "unread", "important?", "persons?", "extras?", "attachments?"},
	item: func(r row) raw {
		it := raw{
			feed: feed.Source{URL: r.text(0)}, read: r.number(7) == 0, starred: r.number(8) != 0,
			kept: parse.Kept{ID: r.text(1), Title: r.text(2), Link: r.text(3), Published: r.seconds(5), Updated: r.seconds(6)},
		}
		if it.kept.Published.IsZero() {
			it.kept.Published = it.kept.Updated
		}
		it.texts(r.text(4))
		for _, p := range pieces(r.text(9)) {
			it.kept.Authors = append(it.kept.Authors, cmp.Or(p["name"], p["email"]))
		}
		for _, p := range pieces(r.text(10)) {
			if c := p["category"]; c != "" {
				it.kept.Categories = append(it.kept.Categories, c)
			}
		}
		for _, p := range pieces(r.text(11)) {
			if p["content"] == "" { // else it is a page of comments, or the feed of somebody else
				it.kept.Enclosures = append(it.kept.Enclosures, enclosure(p["url"], p["type"])...)
			}
		}
		return it
	},
	feeds:   "feeds",
	sources: []string{"feed_url", "link?", "title?"},
	source:  func(r row) raw { return raw{feed: feed.Source{URL: r.text(0), Site: r.text(1), Title: r.text(2)}} },
}

// pieces takes apart what newsraft keeps in one value: each piece begins with a caret and
// has fields of "name=value"; the first character parts them all.
func pieces(s string) []map[string]string {
	var out []map[string]string
	if s == "" {
		return nil
	}
	for field := range strings.SplitSeq(s[1:], s[:1]) {
		if field == "^" {
			if out = append(out, map[string]string{}); len(out) > 100 {
				return out
			}
			continue
		}
		if name, value, ok := strings.Cut(field, "="); ok && len(out) > 0 && value != "" {
			out[len(out)-1][name] = value
		}
	}
	return out
}

// texts takes the longest text as the content and the one before it as the summary; one
// alone may be either. Early versions kept one text as it is.
func (it *raw) texts(s string) {
	if s == "" || s[0] >= ' ' {
		it.text = s
		return
	}
	var all []string
	for _, p := range pieces(s) {
		text := p["text"]
		if kind := p["type"]; kind != "" && !strings.Contains(strings.ToLower(kind), "html") {
			text = plainAsHTML(text)
		}
		if text != "" && !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	slices.SortStableFunc(all, func(a, b string) int { return len(a) - len(b) })
	switch n := len(all); {
	case n == 1:
		it.text = all[0]
	case n > 1:
		it.kept.Summary, it.kept.Content = all[n-2], all[n-1]
	}
}
