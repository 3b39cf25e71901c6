package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"depesche/feed"
	"depesche/feed/charset"
	"depesche/feed/direct"
	"depesche/feed/fetch"
	"depesche/feed/opml"
	"depesche/feed/parse"
	"depesche/ui/fault"
)

func (a *app) previewCmd() *cobra.Command {
	t := &a.text.CLI
	var lines, asJSON, watch bool
	var address string
	var workers int
	cmd := a.verbCmd("preview URL|FILE|-", t.Verbs.Preview, groupScript, 0, 1, func(ctx context.Context, args []string) error {
		switch {
		case lines && len(args) > 0:
			return &usageError{t.LinesAlone}
		case lines:
			return a.previewLines(ctx, workers)
		case len(args) == 0:
			return &usageError{t.TooFew("depesche preview URL|FILE|-")}
		}
		return a.preview(ctx, args[0], address, asJSON, watch)
	})
	f := cmd.Flags()
	f.StringVar(&address, "url", "", t.Flags.URL)
	f.BoolVar(&asJSON, "json", false, t.Flags.JSON)
	f.BoolVar(&watch, "watch", false, t.Flags.Watch)
	f.BoolVar(&lines, "lines", false, t.Flags.Lines)
	f.IntVar(&workers, "workers", 2, t.Flags.Workers)
	cmd.ValidArgsFunction = nil // files
	return cmd
}

// preview shows a feed. An address of a page that names feeds shows the first.
func (a *app) preview(ctx context.Context, from, address string, asJSON, watch bool) error {
	doc, err := a.previewed(ctx, from, address, watch)
	if doc == nil || err != nil && !recovered(err) {
		return err
	}
	if err != nil {
		a.complain(fault.Sentence(a.text, err))
	}
	if asJSON {
		return a.object(doc)
	}
	a.record(doc.Title, doc.Link)
	var rows [][]string
	for _, e := range doc.Entries {
		when := e.Published
		if when.IsZero() {
			when = e.Updated
		}
		rows = append(rows, []string{stamp(when), e.Title, e.Link})
	}
	a.rows(rows)
	return nil
}

func (a *app) previewed(ctx context.Context, from, address string, watch bool) (*parse.Document, error) {
	if !isAddress(from) {
		body, err := a.input(from)
		if err != nil {
			return nil, err
		}
		if watch {
			text, _ := charset.UTF8(body, "")
			return direct.Headlines(text, address)
		}
		return parse.Feed(body, parse.Options{URL: address})
	}
	if err := a.settings(); err != nil {
		return nil, err
	}
	if watch {
		doc, _, err := a.reader(nil).Look(ctx, feed.Watch(from))
		return doc, err
	}
	doc, offers, err := a.reader(nil).Look(ctx, from)
	if len(offers) > 1 || len(offers) == 1 && feed.Address(offers[0].URL) != feed.Address(from) {
		a.listOffers(offers, 1)
	}
	return doc, err
}

// reader reads what the reader names, which may lie in the own network; sources are those it
// may know.
func (a *app) reader(sources []feed.Source) *direct.Origin {
	return direct.New(a.client(), direct.Options{
		Private: func(feed.Source) bool { return true }, Sources: func() []feed.Source { return sources }, Rules: a.cfg.Rules,
	})
}

// recovered tells a feed that could be read in spite of its faults.
func recovered(err error) bool {
	var d *parse.DamagedError
	return errors.As(err, &d)
}

// previewLines reads feeds and subscription lists, one for each line of input.
func (a *app) previewLines(ctx context.Context, workers int) error {
	return a.lines(ctx, min(max(workers, 1), 64), func(j job) ([]byte, error) {
		raw, err := a.input(j.Path)
		if err != nil {
			return nil, err
		}
		body, err := unpack(raw, header(j.Headers, "Content-Encoding"))
		if err != nil && len(body) == 0 {
			return nil, err
		}
		cut := ""
		if err != nil {
			cut = fault.Sentence(a.text, err)
		}
		if strings.EqualFold(j.Kind, "opml") {
			return a.opmlAnswer(j, body, cut)
		}
		return a.feedAnswer(j, body, cut)
	})
}

// unpack undoes the coding. What breaks off gives what came; what was never
// coded is taken as it is.
func unpack(raw []byte, coding string) ([]byte, error) {
	body, err := fetch.Decode(bytes.NewReader(raw), coding, maxInput)
	if err == nil || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, fetch.ErrTooBig) {
		return body, err
	}
	if len(body) == 0 {
		return raw, nil
	}
	return body, err
}

func header(h map[string]string, name string) string {
	for k, v := range h {
		if strings.EqualFold(k, name) {
			return v
		}
	}
	return ""
}

func (a *app) feedAnswer(j job, body []byte, trouble string) ([]byte, error) {
	doc, err := parse.Feed(body, parse.Options{
		URL: j.URL, ContentType: header(j.Headers, "Content-Type"), ContentLocation: header(j.Headers, "Content-Location"),
	})
	if err != nil {
		if doc == nil || !recovered(err) {
			return nil, err
		}
		trouble = fault.Sentence(a.text, err)
	}
	front := []member{{"id", id(j)}}
	if trouble != "" {
		front = append(front, member{"error", trouble})
	}
	return spliced(doc, front...)
}

func (a *app) opmlAnswer(j job, body []byte, trouble string) ([]byte, error) {
	list, err := opml.ReadAny(body)
	if err != nil {
		if len(list.Sources) == 0 {
			return nil, err
		}
		trouble = fault.Sentence(a.text, err)
	}
	front := []member{{"id", id(j)}}
	if trouble != "" {
		front = append(front, member{"error", trouble})
	}
	return spliced(nil, append(front, member{"opml", list})...)
}
