package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/ui/locale"
	"depesche/ui/theme"
)

type searchOptions struct {
	query        string
	limit        int
	newest, json bool
}

func (a *app) searchCmd() *cobra.Command {
	t := &a.text.CLI
	var o searchOptions
	verb := t.Verbs.Search
	verb.Example += "\n" + queryExamples(t.Queries)
	cmd := a.verbCmd("search QUERY...", verb, groupRead, 1, -1, func(ctx context.Context, args []string) error {
		o.query = strings.Join(args, " ")
		return a.search(ctx, o)
	})
	f := cmd.Flags()
	f.IntVarP(&o.limit, "limit", "n", 50, t.Flags.Limit)
	f.BoolVar(&o.newest, "newest", false, t.Flags.Newest)
	f.BoolVar(&o.json, "json", false, t.Flags.JSON)
	return cmd
}

// queryExamples are the lines of the query language as calls of search.
func queryExamples(lines []locale.QueryLine) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString("\ndepesche search '" + l.Query + "' # " + l.Finds)
	}
	return b.String()
}

func (a *app) search(ctx context.Context, o searchOptions) error {
	return a.with(ctx, reading, func(c *cache.Cache) error {
		q := cache.Query{Filter: o.query, Order: cache.BestHit, Limit: max(0, o.limit)}
		if o.newest {
			q.Order = cache.Newest
		}
		rows, err := c.List(ctx, q)
		if err != nil {
			return err
		}
		if err := a.printRows(a.styles(), rows, o.json); err != nil {
			return err
		}
		return a.tellWaiting(ctx, c, q)
	})
}

// tellWaiting says where a search did not know all articles, having waited for a while.
func (a *app) tellWaiting(ctx context.Context, c *cache.Cache, q cache.Query) error {
	n, err := c.Waiting(ctx, q.Filter)
	if err == nil && n > 0 {
		a.complain(a.text.CLI.NotSearched(n))
	}
	return err
}

// A snippet's hits stand between these.
const (
	hitBegin = "\x02"
	hitEnd   = "\x03"
)

func unmarked(snippet string) string {
	return strings.NewReplacer(hitBegin, "", hitEnd, "").Replace(snippet)
}

// hits are the words of a snippet that matched, as they stand there.
func hits(snippet string) []string {
	var out []string
	for {
		_, rest, ok := strings.Cut(snippet, hitBegin)
		if !ok {
			return out
		}
		hit, rest, _ := strings.Cut(rest, hitEnd)
		out = append(out, hit)
		snippet = rest
	}
}

func highlighted(st *theme.Styles, snippet string) string {
	var b strings.Builder
	for snippet != "" {
		plain, rest, _ := strings.Cut(snippet, hitBegin)
		hit, rest, _ := strings.Cut(rest, hitEnd)
		b.WriteString(st.Row.Snippet.Render(plain))
		if hit != "" {
			b.WriteString(st.Row.Hit.Render(hit))
		}
		snippet = rest
	}
	return b.String()
}
