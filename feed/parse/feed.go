package parse

import (
	"bytes"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"depesche/feed"
	"depesche/feed/charset"
	"depesche/feed/find"
	"depesche/feed/markup"
)

// Feed reads a feed of any format. The body is as received, in its own charset.
//
// A *DamagedError comes beside the document: the feed was recovered. So does a
// *TooManyError, or both. With any other error there is no document; a *NotFeedError says
// what stood in its place.
func Feed(body []byte, o Options) (*Document, error) {
	doc, err := read(body, o)
	if doc != nil && doc.Total > len(doc.Entries) {
		many := &TooManyError{Taken: len(doc.Entries), Of: doc.Total}
		if err == nil {
			return doc, many
		}
		err = errors.Join(many, err)
	}
	return doc, err
}

func read(body []byte, o Options) (*Document, error) {
	base := markup.Base(nil, o.URL)
	if o.ContentLocation != "" {
		base = markup.Base(base, o.ContentLocation)
	}
	text, _ := charset.UTF8(body, o.ContentType)
	trimmed := bytes.TrimLeft(text, " \t\r\n\x00\uFEFF")
	if len(trimmed) == 0 {
		return nil, &NotFeedError{Is: "empty"}
	}
	if trimmed[0] == '{' || trimmed[0] == '[' {
		if doc, err := readJSON(trimmed, base); doc != nil {
			return doc, err
		}
		if _, is, _ := sniff(text); is != rootFeed {
			return nil, &NotFeedError{Is: "json"}
		}
	}
	start, is, sure := sniff(text)
	if is != rootFeed {
		return nil, notFeed(body, text, is, base)
	}
	doc, err := readXML(text[start:], base)
	front := stray(text[:start])
	if !sure && len(doc.Entries) == 0 && (front || doc.Title == "" && doc.Link == "") {
		return nil, notFeed(body, text, "xml", base)
	}
	if front {
		err = &DamagedError{Problems: append([]string{TextInFront}, problems(err)...)}
	}
	return doc, err
}

func problems(err error) []string {
	var d *DamagedError
	if errors.As(err, &d) {
		return d.Problems
	}
	return nil
}

// roots tells by a document's first element what it is.
const rootFeed = "feed"

var roots = map[string]string{
	"rss": rootFeed, "feed": rootFeed, "rdf": rootFeed, "channel": rootFeed,
	"opml": "opml", "urlset": "sitemap", "sitemapindex": "sitemap", "html": "html", "head": "html", "body": "html", "entry": rootFeed,
}

// sniff finds the root element of a feed and where reading begins: text, warnings
// and even a page of HTML may stand in front of it. Without one it tells what
// the document is, as NotFeedError.Is does. sure says that the root element can be
// nothing but a feed's.
func sniff(text []byte) (start int, is string, sure bool) {
	scan := markup.Scanner{Src: text}
	prolog := -1 // of the declarations that belong to the root
	page := false
	for {
		t := scan.Next()
		switch t.Kind {
		case markup.EOF:
			if page && is == "" {
				is = "html"
			}
			return 0, is, false
		case markup.Declaration:
			page = page || bytes.HasPrefix(bytes.ToLower(t.Inner), []byte("doctype html")) // feeds have it too
			prolog = t.Start
		case markup.StartTag:
			local := t.Name
			if i := bytes.IndexByte(local, ':'); i >= 0 {
				local = local[i+1:]
			}
			if len(local) > 12 {
				first(&is, "xml")
				continue
			}
			var key [16]byte
			what := roots[string(lower(key[:0], local))]
			switch {
			case what == rootFeed && (is == "" || is == "xml" || certain(&t)):
				if prolog >= 0 {
					return prolog, rootFeed, certain(&t)
				}
				return t.Start, rootFeed, certain(&t)
			case what != "" && what != rootFeed && (is == "" || is == "xml"):
				is = what
			case what == "":
				first(&is, "xml")
			}
			if is == "opml" || is == "sitemap" {
				return 0, is, false
			}
			prolog = -1
		default: // of no use here
		}
	}
}

// certain reports whether a root element can be nothing but a feed's, even behind other
// elements: it has a version or a namespace.
func certain(t *markup.Token) bool {
	name := strings.ToLower(string(t.Name))
	return (name == "rss" || name == "feed" || name == "rdf:rdf") && (attr(t.Attrs, "version") != nil || bytes.Contains(t.Attrs, []byte("xmlns")))
}

// stray reports whether anything but declarations, comments and white space
// stands in front of the root.
func stray(text []byte) bool {
	scan := markup.Scanner{Src: text}
	at := 0
	for {
		t := scan.Next()
		if len(bytes.Trim(text[at:t.Start], " \t\r\n\x00\uFEFF")) > 0 {
			return true
		}
		switch t.Kind {
		case markup.EOF:
			return false
		case markup.StartTag, markup.EndTag, markup.CDATA:
			return true
		default: // of no use here
		}
		at = t.End
	}
}

// notFeed says what a document is.
func notFeed(body, text []byte, is string, base *url.URL) error {
	e := &NotFeedError{Is: is}
	mime := http.DetectContentType(body)
	switch {
	case is == "html" || is == "xml" && strings.HasPrefix(mime, "text/html"):
		e.Is = "html"
		address := ""
		if base != nil {
			address = base.String()
		}
		e.Title = pageTitle(text)
		e.Feeds = find.Links(text, address)
	case strings.HasPrefix(mime, "application/pdf"):
		e.Is = "pdf"
	case strings.HasPrefix(mime, "image/"), strings.HasPrefix(mime, "video/"), strings.HasPrefix(mime, "audio/"):
		e.Is = "picture"
	case strings.Contains(mime, "gzip"), strings.Contains(mime, "zip"), strings.Contains(mime, "rar"):
		e.Is = "archive"
	case mime == "application/octet-stream":
		e.Is = "data"
	case is == "":
		e.Is = "text"
	}
	return e
}

// pageTitle is the title of an HTML page, cut to what fits a message.
func pageTitle(page []byte) string {
	scan := markup.Scanner{Src: page[:min(len(page), 1<<16)]}
	for {
		t := scan.Next()
		if t.Kind == markup.EOF {
			return ""
		}
		if t.Kind != markup.StartTag || !bytes.EqualFold(t.Name, []byte("title")) {
			continue
		}
		raw := scan.Src[t.End:]
		if i := bytes.IndexByte(raw, '<'); i >= 0 {
			raw = raw[:i]
		}
		s := []rune(feed.Line(string(markup.AppendText(nil, raw, nil))))
		if len(s) > 100 {
			s = append(s[:99], '…')
		}
		return string(s)
	}
}
