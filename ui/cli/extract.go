package cli

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed"
	"depesche/feed/charset"
	"depesche/feed/extract"
	"depesche/feed/fetch"
	"depesche/ui/fault"
)

type extractOptions struct {
	from, url   string
	lines, json bool
	why         bool
	workers     int
	width       int
}

func (a *app) extractCmd() *cobra.Command {
	t := &a.text.CLI
	var o extractOptions
	cmd := a.verbCmd("extract FILE|URL|-", t.Verbs.Extract, groupScript, 0, 1, func(ctx context.Context, args []string) error {
		switch {
		case o.lines && o.why:
			return &usageError{t.WhyOnePage}
		case o.lines && len(args) > 0:
			return &usageError{t.LinesAlone}
		case o.lines:
			if err := a.settings(); err != nil {
				return err
			}
			return a.extractLines(ctx, o.workers)
		case len(args) == 0:
			return &usageError{t.TooFew("depesche extract FILE|URL|-")}
		}
		o.from = args[0]
		return a.extract(ctx, o)
	})
	f := cmd.Flags()
	f.StringVar(&o.url, "url", "", t.Flags.URL)
	f.BoolVar(&o.json, "json", false, t.Flags.JSON)
	f.BoolVar(&o.lines, "lines", false, t.Flags.Lines)
	f.IntVar(&o.workers, "workers", 2, t.Flags.Workers)
	f.BoolVar(&o.why, "why", false, t.Flags.Why)
	f.IntVarP(&o.width, "width", "w", 0, t.Flags.Width)
	cmd.ValidArgsFunction = nil // files
	return cmd
}

func (a *app) extract(ctx context.Context, o extractOptions) error {
	if err := a.settings(); err != nil {
		return err
	}
	body, contentType, address, err := a.load(ctx, o.from, fetch.AcceptPage)
	if err != nil {
		return err
	}
	if o.url != "" {
		address = o.url
	}
	if o.why {
		return a.explain(body, contentType, address, o.json)
	}
	art, err := a.takeApart(body, contentType, address)
	if err != nil {
		return err
	}
	if o.json {
		return a.articleObject(art)
	}
	return a.set(art, &cache.Row{}, o.width)
}

// explain prints how a page was taken apart, a line a decision. A page without
// an article is accounted for as well before the error.
func (a *app) explain(body []byte, contentType, address string, asJSON bool) error {
	text, _ := charset.UTF8(body, contentType)
	_, reasons, err := extract.Explain(text, a.extractOptions(address))
	rows := make([][]string, 0, len(reasons))
	for _, r := range reasons {
		if !asJSON {
			rows = append(rows, []string{a.text.Why.Part(r.What), a.text.Why.Rule(r.Rule), r.Path, r.Text})
			continue
		}
		if err := a.object(r); err != nil {
			return err
		}
	}
	a.rows(rows)
	return err
}

// load reads what an argument names: an address, a file, or standard input.
func (a *app) load(ctx context.Context, from, accept string) (body []byte, contentType, address string, err error) {
	if !isAddress(from) {
		body, err = a.input(from)
		return body, "", "", err
	}
	if err := a.settings(); err != nil {
		return nil, "", "", err
	}
	// The reader names the address, so it may lie in the own network.
	p, err := a.client().Get(ctx, fetch.Request{URL: from, Accept: accept, Private: true})
	if err != nil {
		return nil, "", "", err
	}
	if p.Gone {
		return nil, "", "", &fetch.StatusError{URL: fetch.Shown(from), Code: p.Status}
	}
	return p.Body, p.ContentType, p.URL, nil
}

func isAddress(s string) bool {
	low := strings.ToLower(s)
	return strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://")
}

// extractOptions are what is known about a page: its address, and the reader's
// rules for its site.
func (a *app) extractOptions(address string) extract.Options {
	return extract.Options{URL: address, Rules: a.cfg.Rules.For(address)}
}

// takeApart reads a page, or an article as plain text.
func (a *app) takeApart(body []byte, contentType, address string) (feed.Article, error) {
	text, _ := charset.UTF8(body, contentType)
	if extract.IsHTML(text) {
		return extract.Article(text, a.extractOptions(address))
	}
	return extract.Text(text, a.extractOptions(address))
}

// extractLines takes pages apart, one for each line of input.
func (a *app) extractLines(ctx context.Context, workers int) error {
	return a.lines(ctx, min(max(workers, 1), 64), func(j job) ([]byte, error) {
		body, err := a.input(j.Path)
		if err != nil {
			return nil, err
		}
		began := time.Now()
		art, err := a.takeApart(body, "", j.URL)
		front := []member{{"id", id(j)}, {"elapsed_us", time.Since(began).Microseconds()}}
		if err != nil {
			front = append(front, member{"error", fault.Sentence(a.text, err)})
			if !errors.Is(err, extract.ErrNoArticle) {
				return nil, err
			}
		}
		return spliced(art, front...)
	})
}
