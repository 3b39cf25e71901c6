package heritage

import (
	"strings"

	"depesche/feed"
	"depesche/feed/date"
	"depesche/feed/parse"
)

// newsboat, and newsbeuter before it, keeps cache.db. Its flags are letters that a reader
// gives to what is to be kept: an article with any has a star, and a tag for each. What
// was deleted there is not to come again.
var newsboat = layout{
	program: "newsboat",
	table:   "rss_item",
	columns: []string{"feedurl", "guid", "title", "author", "url", "pubDate", "content", "unread", "flags?", "deleted?", "base?", "enclosure_url?", "enclosure_type?", "content_mime_type?"},
	item: func(r row) raw {
		it := raw{
			feed: feed.Source{URL: r.text(0)}, text: r.text(6),
			kept: parse.Kept{
				ID: r.text(1), Title: r.text(2), Authors: []string{r.text(3)}, Link: r.text(4), Published: r.seconds(5),
				Base: r.text(10), Enclosures: enclosure(r.text(11), r.text(12)),
			},
			read: r.number(7) == 0, deleted: r.number(9) == 1, tags: flagTags(r.text(8)),
		}
		it.starred = len(it.tags) > 0
		if k := &it.kept; madeUp(k.ID, k.Link, k.Title) {
			k.ID = ""
		}
		if kind := r.text(13); strings.HasPrefix(kind, "text/plain") {
			it.text = plainAsHTML(it.text)
		}
		return it
	},
	feeds:   "rss_feed",
	sources: []string{"rssurl", "url", "title"},
	source:  func(r row) raw { return raw{feed: feed.Source{URL: r.text(0), Site: r.text(1), Title: r.text(2)}} },
}

// madeUp reports whether newsboat made the id itself, as it does where the feed has none: of
// address and date, or of the title.
func madeUp(id, link, title string) bool {
	if link == "" {
		return id == title
	}
	rest, ok := strings.CutPrefix(id, link)
	return ok && strings.Contains(rest, " ") && !date.Time(rest).IsZero()
}

// flagTags makes tags of newsboat's flags.
func flagTags(flags string) []string {
	var out []string
	for _, f := range flags {
		if f >= 'a' && f <= 'z' || f >= 'A' && f <= 'Z' {
			out = append(out, "newsboat-"+string(f))
		}
		if len(out) == 52 {
			break
		}
	}
	return out
}
