package parse

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"depesche/feed"
	"depesche/feed/markup"
)

// Kept is an entry as another feed reader has kept it, not cleaned in any way.
type Kept struct {
	ID, Title, Link  string
	Base             string // relative addresses are read against it; "": against Link
	Language         string
	Authors          []string
	Published        time.Time
	Updated          time.Time
	Summary, Content string // HTML
	Categories       []string
	Enclosures       []Enclosure
}

// Entry makes of it what the feed would have given: texts pass the same doors,
// addresses are absolute.
func (k *Kept) Entry() Entry {
	base := markup.Base(nil, k.Link)
	if k.Base != "" {
		base = markup.Base(base, k.Base)
	}
	e := Entry{
		ID: short(feed.Line(k.ID)), Title: jsonTitle(k.Title), Link: reference(base, feed.Line(k.Link)),
		Language: languageTag(k.Language), Published: k.Published, Updated: k.Updated,
		Summary: keptHTML(k.Summary, base), Content: keptHTML(k.Content, base),
	}
	e.Link = feed.WebLink(e.Link)
	for _, a := range k.Authors {
		name, mail := splitPerson(jsonTitle(a))
		if name == "" {
			name = mail
		}
		if name != "" && len(e.Authors) < maxList && !slices.Contains(e.Authors, name) {
			e.Authors = append(e.Authors, name)
		}
	}
	for _, c := range k.Categories {
		if c = jsonTitle(c); c != "" && len(e.Categories) < maxList && !slices.Contains(e.Categories, c) {
			e.Categories = append(e.Categories, c)
		}
	}
	for _, c := range k.Enclosures {
		c.URL, c.Type = feed.WebLink(reference(base, feed.Line(c.URL))), short(feed.Line(c.Type))
		if c.URL == "" || len(e.Enclosures) >= maxList {
			continue
		}
		e.Enclosures = append(e.Enclosures, c)
		if e.Image == "" && pictureType(c.Type, c.URL) {
			e.Image = c.URL
		}
	}
	if e.Image == "" {
		e.Image, e.ImageCaption = firstPicture(e.Content+e.Summary, base)
	}
	return e
}

// keptHTML is a text that was kept as HTML, or as plain text where the feed had that.
func keptHTML(s string, base *url.URL) string {
	s = strings.TrimSpace(s)
	if len(s) > maxHTML {
		s = s[:maxHTML]
		if i := strings.LastIndexByte(s, '<'); i > maxHTML/2 {
			s = s[:i] // no half tag
		}
	}
	if !looksHTML(s) {
		return markup.Escape(feed.Clean(s))
	}
	return finishHTML([]byte(s), base)
}
