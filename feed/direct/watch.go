package direct

import (
	"context"
	"errors"
	"fmt"
	"html"
	"strings"

	"depesche/feed"
	"depesche/feed/charset"
	"depesche/feed/fetch"
	"depesche/feed/find"
	"depesche/feed/parse"
)

// ErrNoHeadlines says that a page has no list of linked headings that could be followed.
var ErrNoHeadlines = errors.New("the page has no list of headlines")

// readPage makes a document of a page without a feed: its headlines are the entries.
func readPage(page *fetch.Page) (*parse.Document, error) {
	text, _ := charset.UTF8(page.Body, page.ContentType)
	doc, err := Headlines(text, page.URL)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", fetch.Shown(page.URL), err)
	}
	return doc, nil
}

// Headlines makes a document of a page without a feed, as text in UTF-8; base is its address.
// Where it has none the error is ErrNoHeadlines.
func Headlines(text []byte, base string) (*parse.Document, error) {
	title, list := find.Headlines(text, base)
	if len(list) == 0 {
		return nil, ErrNoHeadlines
	}
	doc := &parse.Document{Title: title, Link: feed.WebLink(base), Total: len(list)}
	for _, h := range list {
		doc.Entries = append(doc.Entries, parse.Entry{
			ID: h.Link, Title: h.Title, Link: h.Link, Published: h.Published, Summary: html.EscapeString(h.Teaser),
		})
	}
	return doc, nil
}

// reader gives how what stands at an address is read.
func reader(address string) func(*fetch.Page) (*parse.Document, error) {
	if feed.IsWatch(address) {
		return readPage
	}
	return readFeed
}

// accept is what is asked for at an address.
func accept(address string) string {
	if feed.IsWatch(address) {
		return fetch.AcceptPage
	}
	return fetch.AcceptFeed
}

// shownHeadlines is how many headlines tell what a page would bring.
const shownHeadlines = 8

// watch makes a source of a page whose headlines are followed; its description is the first of
// them, a line each.
func (o *Origin) watch(ctx context.Context, address string) ([]feed.Source, error) {
	page, _, err := o.reach(ctx, address)
	if err != nil {
		return nil, err
	}
	doc, err := readPage(page)
	if err != nil {
		return nil, err
	}
	at := feed.Watch(page.Moved)
	var lines []string
	for _, e := range doc.Entries[:min(len(doc.Entries), shownHeadlines)] {
		lines = append(lines, e.Title)
	}
	o.hold(at, page)
	return []feed.Source{{
		ID: feed.NewSourceID(at), URL: at, Site: feed.WebLink(page.URL), Title: cut(doc.Title, maxHeadline), Description: strings.Join(lines, "\n"),
	}}, nil
}
