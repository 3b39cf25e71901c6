package direct

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"depesche/feed"
	"depesche/feed/extract"
	"depesche/feed/fetch"
)

// ErrNotFile says that the server sent a page, or a line of text, in place of a file.
var ErrNotFile = errors.New("a page in place of the file")

// Download fetches one of an article's files, of at most so many bytes, and hands it to take as it
// comes. have is what is there of it: the Transfer begins behind that, or at the beginning
// where the server cannot go on there. take is called once; its error is Download's. One that the
// network ends may leave a Piece to go on with; one that is longer is feed.ErrTooLong.
func (o *Origin) Download(ctx context.Context, a feed.Article, e feed.Enclosure, have feed.Piece, most int64, take func(*feed.Transfer) error) error {
	s, known := o.source(a.Source)
	r := fetch.Request{
		URL: e.URL, Accept: "*/*", MaxBytes: most, Private: known && o.mayReach(s, e.URL), Source: s.URL, From: have.From, IfRange: have.Validator,
		Stream: func(p *fetch.Page, body io.Reader) error {
			in := bufio.NewReaderSize(body, sniffed)
			if p.From == 0 {
				if err := fits(in, &e, p.ContentType); err != nil {
					return err
				}
			}
			return take(&feed.Transfer{From: p.From, Size: p.Size, Type: p.ContentType, Validator: p.IfRange, Body: in})
		},
	}
	page, err := o.client.Get(ctx, r)
	if errors.Is(err, fetch.ErrRange) && r.From > 0 {
		r.From, r.IfRange = 0, ""
		page, err = o.client.Get(ctx, r)
	}
	if err == nil && page.Gone {
		err = &fetch.StatusError{URL: fetch.Shown(page.URL), Code: http.StatusGone}
	}
	if errors.Is(err, fetch.ErrTooBig) {
		err = fmt.Errorf("%w: %w", feed.ErrTooLong, err)
	}
	return err
}

// sniffed is how many bytes of a file are looked at.
const sniffed = 4 << 10

// fits looks at how a file begins: servers send their error pages, and those on which one has to
// pay, with the best of answers.
func fits(in *bufio.Reader, e *feed.Enclosure, contentType string) error {
	head, err := in.Peek(sniffed)
	if len(head) == 0 {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF // an empty file is none
		}
		return err
	}
	is := http.DetectContentType(head)
	text := strings.HasPrefix(is, "text/")
	page := strings.HasPrefix(is, "text/html") || text && extract.IsHTML(head)
	says := strings.Contains(strings.ToLower(contentType), "html")
	switch m := e.Medium(); {
	case wantsText(e):
		return nil
	case page, text && says, text && m != feed.Document:
		return fmt.Errorf("%w: %s", ErrNotFile, is)
	}
	return nil
}

// wantsText reports whether a file is text by its own account: a page, or a list of what to play.
func wantsText(e *feed.Enclosure) bool {
	kind := strings.ToLower(e.Type)
	for _, word := range []string{"html", "text/", "xml", "json", "mpegurl", "scpls"} {
		if strings.Contains(kind, word) {
			return true
		}
	}
	return kind == "" && strings.HasPrefix(feed.MediaType(e.URL), "text/")
}
