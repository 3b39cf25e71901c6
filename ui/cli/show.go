package cli

import (
	"context"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed"
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
	cmd := a.verbCmd("show ID", t.Verbs.Show, groupRead, 1, 1, func(ctx context.Context, args []string) error {
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
	how := reading
	if o.full {
		how = writing
	}
	return a.with(ctx, how, func(c *cache.Cache) error {
		id, err := c.Resolve(ctx, o.id)
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
		if o.json {
			return a.articleObject(art, member{"id", id}, member{"source", art.Source})
		}
		return a.set(art, a.sourceTitle(ctx, c, id), o.width)
	})
}

// articleObject writes an article as JSON, with more in front.
func (a *app) articleObject(art feed.Article, front ...member) error {
	line, err := spliced(art, front...)
	if err != nil {
		return err
	}
	_, err = a.stdout.Write(append(line, '\n'))
	return err
}

func (a *app) sourceTitle(ctx context.Context, c *cache.Cache, id feed.ID) string {
	r, err := c.Row(ctx, id)
	if err != nil {
		return ""
	}
	return r.SourceTitle
}
