package cli

import (
	"bufio"
	"context"
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed"
)

func (a *app) markCmd() *cobra.Command {
	t := &a.text.CLI
	var asJSON bool
	cmd := a.verbCmd("mark read|unread|star|unstar|hide|unhide ID|QUERY...", t.Verbs.Mark, groupRead, 2, -1, func(ctx context.Context, args []string) error {
		kind, ok := feed.ParseMark(args[0])
		if !ok {
			return &usageError{t.NoMark(args[0])}
		}
		return a.mark(ctx, kind, args[1:], asJSON)
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, t.Flags.JSON)
	articles := cmd
	a.completeArticles(articles)
	ids := cmd.ValidArgsFunction
	cmd.ValidArgsFunction = func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(args) == 0 {
			return []string{"read", "unread", "star", "unstar", "hide", "unhide"}, cobra.ShellCompDirectiveNoFileComp
		}
		return ids(cmd, args, typed)
	}
	return cmd
}

type marked struct {
	Mark  string `json:"mark"`
	Count int    `json:"count"`
}

// mark takes ids if each argument is one, "-" for ids from standard input, else
// a query.
func (a *app) mark(ctx context.Context, kind feed.MarkKind, args []string, asJSON bool) error {
	return a.with(ctx, writing, func(c *cache.Cache) error {
		n, err := a.markWhat(ctx, c, kind, args)
		if err != nil {
			return err
		}
		if asJSON {
			return a.object(marked{kind.String(), n})
		}
		a.rows([][]string{{kind.String(), strconv.Itoa(n)}})
		return nil
	})
}

func (a *app) markWhat(ctx context.Context, c *cache.Cache, kind feed.MarkKind, args []string) (int, error) {
	if len(args) == 1 && args[0] == "-" {
		ids, err := a.readIDs()
		if err != nil || len(ids) == 0 {
			return 0, err
		}
		return a.markIDs(ctx, c, kind, ids)
	}
	n, err := a.markIDs(ctx, c, kind, args)
	if errors.Is(err, cache.ErrNotFound) && !allIDs(args) {
		return c.MarkAll(ctx, cache.Query{Filter: strings.Join(args, " ")}, kind)
	}
	return n, err
}

func (a *app) markIDs(ctx context.Context, c *cache.Cache, kind feed.MarkKind, args []string) (int, error) {
	marks := make([]feed.Mark, len(args))
	for i, arg := range args {
		id, err := c.Resolve(ctx, arg)
		if err != nil {
			return 0, err
		}
		marks[i] = feed.Mark{Article: id, Kind: kind, At: a.now()}
	}
	return len(marks), c.Mark(ctx, marks...)
}

// readIDs takes the first field of each line, so that the output of list and
// search can be piped in.
func (a *app) readIDs() ([]string, error) {
	var ids []string
	lines := bufio.NewScanner(a.stdin())
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		id, _, _ := strings.Cut(lines.Text(), "\t")
		if id = strings.TrimSpace(id); id != "" {
			ids = append(ids, id)
		}
	}
	return ids, lines.Err()
}

// allIDs reports whether every word looks like a whole id: then a query is not
// what was meant.
func allIDs(words []string) bool {
	for _, w := range words {
		if len(w) != len(feed.NewID("", "")) || strings.ContainsAny(w, ": \"-") {
			return false
		}
	}
	return true
}
