package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed"
	"depesche/feed/fetch"
)

type showOptions struct {
	id         string
	text       string // best, feed, page
	full, json bool
	width      int
}

func (a *app) showCmd() *cobra.Command {
	t := &a.text.CLI
	var o showOptions
	cmd := a.verbCmd("show ID|URL|FILE", t.Verbs.Show, groupRead, 1, 1, func(ctx context.Context, args []string) error {
		o.id = args[0]
		return a.show(ctx, o)
	})
	f := cmd.Flags()
	f.StringVar(&o.text, "text", "best", t.Flags.Text)
	f.BoolVar(&o.full, "full", false, t.Flags.Full)
	f.IntVarP(&o.width, "width", "w", 0, t.Flags.Width)
	f.BoolVar(&o.json, "json", false, t.Flags.JSON)
	a.completeArticles(cmd)
	return cmd
}

var versions = map[string]cache.Version{"best": cache.Best, "feed": cache.FromFeed, "page": cache.FromPage}

func (a *app) show(ctx context.Context, o showOptions) error {
	if err := a.oneOf("text", o.text, "best", "feed", "page"); err != nil {
		return err
	}
	switch {
	case isAddress(o.id):
		return a.showAddress(ctx, o)
	case isFileName(o.id):
		return a.extract(ctx, extractOptions{from: o.id, json: o.json, width: o.width})
	}
	how := reading
	if o.full {
		how = writing
	}
	return a.with(ctx, how, func(c *cache.Cache) error {
		id, err := c.Resolve(ctx, o.id)
		if errors.Is(err, cache.ErrNotFound) && a.isFile(o.id) {
			return a.extract(ctx, extractOptions{from: o.id, json: o.json, width: o.width})
		}
		if err != nil {
			return err
		}
		if o.full {
			if _, err := c.Full(ctx, id); err != nil {
				return err
			}
		}
		art, err := c.Article(ctx, id, versions[o.text])
		if err != nil {
			return err
		}
		r, err := c.Row(ctx, id)
		if err != nil {
			r = cache.Row{ID: id} // its source was removed
		}
		files, err := c.Files(ctx, id)
		if err != nil {
			return err
		}
		return a.showArticle(art, &r, o, files...)
	})
}

// showAddress shows what an address leads to: an article of the cache, or the page
// there, which is kept for the next time. With full it is fetched anew.
func (a *app) showAddress(ctx context.Context, o showOptions) error {
	return a.with(ctx, reading, func(c *cache.Cache) error {
		l, err := c.Follow(ctx, o.id, "", o.full)
		switch {
		case errors.Is(err, fetch.ErrPrivate): // the reader names it: read, but not kept
			return a.extract(ctx, extractOptions{from: o.id, json: o.json, width: o.width})
		case err != nil:
			return err
		case l.Row.ID != "":
			art, err := c.Article(ctx, l.Row.ID, versions[o.text])
			if err != nil {
				return err
			}
			return a.showArticle(art, &l.Row, o)
		}
		return a.showArticle(l.Article, &cache.Row{ID: l.Article.ID, Fetched: l.Fetched}, o)
	})
}

func (a *app) showArticle(art feed.Article, r *cache.Row, o showOptions, files ...cache.File) error {
	if o.json {
		return a.articleObject(art, member{"id", r.ID}, member{"source", art.Source})
	}
	return a.set(art, r, o.width, files...)
}

// articleObject writes an article as JSON, with more in front.
func (a *app) articleObject(art feed.Article, front ...member) error {
	line, err := spliced(art, front...)
	if err != nil {
		return err
	}
	_, err = a.stdout.Write(append(a.json(line), '\n'))
	return err
}
