// Package opml reads and writes lists of subscriptions: OPML 1 and 2, broken
// or not, and newsboat's urls file.
package opml

import (
	"encoding/json"
	"slices"

	"depesche/feed"
)

// Bounds of a list.
const (
	maxSources = 20000
	maxFolders = 12   // folders inside each other
	maxSkipped = 1000 // that are reported
)

// List is a list of subscriptions. A feed in several folders stands there
// several times, once for each.
type List struct {
	Title   string
	Sources []feed.Source // URL, Site, Title, Description, Language, Folder; in the file's order
	Skipped []Skip        // what was left out
	Mended  []Skip        // what was wrong, and could be read all the same; without Text
}

// Skip is an entry that was left out, and why.
type Skip struct {
	Line int    // in the file, from 1; 0: not known
	Text string // as it stood there, cut
	Why  Why
}

// Why says why an entry was left out, or what was mended.
type Why string

// The reasons.
const (
	Exec    Why = "exec"    // a program to run: never taken from a list
	Filter  Why = "filter"  // a program to run over a feed: likewise
	Search  Why = "query"   // a search over other feeds
	Address Why = "address" // no http or https address
	Include Why = "include" // another list
	TooMany Why = "many"    // beyond the bound

	Quotes   Why = "quotes"   // quotes, brackets or blanks of a tag break the rules
	Unclosed Why = "unclosed" // an outline has no end
	Surplus  Why = "surplus"  // an end belongs to no outline
	Cut      Why = "cut"      // the file breaks off
	Head     Why = "head"     // the file does not begin as such a list does
)

// builder collects sources, each address in each folder once.
type builder struct {
	list List
	seen map[string]bool
}

func (b *builder) add(s feed.Source) {
	key := s.URL
	for _, f := range s.Folder {
		key += "\x00" + f
	}
	if b.seen == nil {
		b.seen = map[string]bool{}
	}
	if b.seen[key] {
		return
	}
	b.seen[key] = true
	if len(b.list.Sources) >= maxSources {
		b.skip(0, s.URL, TooMany)
		return
	}
	b.list.Sources = append(b.list.Sources, s)
}

func (b *builder) skip(line int, text string, why Why) {
	if len(b.list.Skipped) >= maxSkipped {
		return
	}
	if r := []rune(feed.Line(text)); len(r) > 200 {
		text = string(r[:199]) + "…"
	} else {
		text = string(r)
	}
	b.list.Skipped = append(b.list.Skipped, Skip{Line: line, Text: text, Why: why})
}

func (b *builder) mended(line int, what Why) {
	if len(b.list.Mended) < maxSkipped {
		b.list.Mended = append(b.list.Mended, Skip{Line: line, Why: what})
	}
}

type listJSON struct {
	Title string     `json:"title"`
	Feeds []feedJSON `json:"feeds"`
}

type feedJSON struct {
	URL        string     `json:"url"`
	Title      string     `json:"title"`
	Categories [][]string `json:"categories"`
}

// MarshalJSON writes {"title", "feeds": [{"url", "title", "categories": [["folder",
// "subfolder"]]}]}: each address once, with the paths of all its folders.
func (l List) MarshalJSON() ([]byte, error) {
	out := listJSON{Title: l.Title, Feeds: []feedJSON{}}
	place := map[string]int{}
	for _, s := range l.Sources {
		i, ok := place[s.URL]
		if !ok {
			i = len(out.Feeds)
			place[s.URL] = i
			out.Feeds = append(out.Feeds, feedJSON{URL: s.URL, Title: s.Title, Categories: [][]string{}})
		}
		f := &out.Feeds[i]
		if f.Title == "" {
			f.Title = s.Title
		}
		if len(s.Folder) > 0 && !slices.ContainsFunc(f.Categories, func(c []string) bool { return slices.Equal(c, s.Folder) }) {
			f.Categories = append(f.Categories, s.Folder)
		}
	}
	return json.Marshal(out)
}
