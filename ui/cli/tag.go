package cli

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed"
)

func (a *app) tagCmd() *cobra.Command {
	t := &a.text.Desk
	var asJSON bool
	cmd := a.verbCmd("tag add|remove NAME ID|QUERY... | list", t.Tag, groupRead, 1, -1, func(ctx context.Context, args []string) error {
		switch {
		case args[0] == "list":
			return a.with(ctx, reading, func(c *cache.Cache) error { return a.listTags(ctx, c, asJSON) })
		case args[0] != "add" && args[0] != "remove":
			return &usageError{t.NoTagVerb(args[0])}
		case len(args) < 3:
			return &usageError{a.text.CLI.TooFew("depesche tag " + args[0] + " NAME ID|QUERY...")}
		}
		return a.with(ctx, writing, func(c *cache.Cache) error {
			add, drop := []string{args[1]}, []string(nil)
			if args[0] == "remove" {
				add, drop = drop, add
			}
			n, err := a.tagWhat(ctx, c, add, drop, args[2:])
			if err != nil {
				return err
			}
			return a.count(args[0], n, asJSON)
		})
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, a.text.CLI.Flags.JSON)
	a.completeArticles(cmd)
	ids := cmd.ValidArgsFunction
	cmd.ValidArgsFunction = func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		switch len(args) {
		case 0:
			return []string{"add", "remove", "list"}, cobra.ShellCompDirectiveNoFileComp
		case 1:
			return a.tagNames(cmd.Context()), cobra.ShellCompDirectiveNoFileComp
		}
		return ids(cmd, args, typed)
	}
	return cmd
}

func (a *app) tagNames(ctx context.Context) (out []string) {
	_ = a.with(ctx, reading, func(c *cache.Cache) error { // completion says nothing of what fails
		rows, err := c.Tags(ctx)
		for _, r := range rows {
			out = append(out, r.Name)
		}
		return err
	})
	return out
}

// tagWhat takes ids if each argument is one, "-" for ids from standard input, else a query.
func (a *app) tagWhat(ctx context.Context, c *cache.Cache, add, drop, args []string) (int, error) {
	words := args
	if len(args) == 1 && args[0] == "-" {
		var err error
		if words, err = a.readIDs(); err != nil || len(words) == 0 {
			return 0, err
		}
	}
	ids := make([]feed.ID, len(words))
	for i, w := range words {
		id, err := c.Resolve(ctx, w)
		if errors.Is(err, cache.ErrNotFound) && !allIDs(words) {
			return c.TagAll(ctx, add, drop, cache.Query{Filter: strings.Join(words, " ")})
		}
		if err != nil {
			return 0, err
		}
		ids[i] = id
	}
	return c.Tag(ctx, add, drop, ids...)
}

type tagLine struct {
	Tag    string `json:"tag"`
	Count  int    `json:"count"`
	Unread int    `json:"unread"`
}

func (a *app) listTags(ctx context.Context, c *cache.Cache, asJSON bool) error {
	tags, err := c.Tags(ctx)
	if err != nil {
		return err
	}
	var rows [][]string
	for _, t := range tags {
		if asJSON {
			if err := a.object(tagLine{t.Name, t.N, t.Unread}); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, []string{t.Name, strconv.Itoa(t.N), strconv.Itoa(t.Unread)})
	}
	a.rows(rows)
	return nil
}
