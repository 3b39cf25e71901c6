package cli

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed"
)

func (a *app) sourcesCmd() *cobra.Command {
	t := &a.text.CLI
	var asJSON, failing bool
	cmd := a.verbCmd("sources", t.Verbs.Sources, groupSources, 0, 0, func(ctx context.Context, _ []string) error {
		return a.sources(ctx, failing, asJSON)
	})
	cmd.Flags().BoolVar(&failing, "failing", false, t.Flags.Failing)
	cmd.Flags().BoolVar(&asJSON, "json", false, t.Flags.JSON)
	return cmd
}

type subscribedTo struct {
	ID      feed.SourceID `json:"id"`
	URL     string        `json:"url"`
	Site    string        `json:"site"`
	Title   string        `json:"title"`
	Folder  []string      `json:"folder"`
	Unread  int           `json:"unread"`
	Total   int           `json:"total"`
	Fetched string        `json:"fetched"`
	Next    string        `json:"next"`
	Failed  string        `json:"failed"`
	Fails   int           `json:"fails"`
	Problem string        `json:"problem"`
	Gone    bool          `json:"gone"`
	Sample  bool          `json:"sample"`
	Saved   bool          `json:"saved"`             // holds what was saved, and is not asked
	State   string        `json:"state"`             // all of that in words
	Program string        `json:"program,omitempty"` // that makes it or goes over it
}

func (a *app) sources(ctx context.Context, failing, asJSON bool) error {
	return a.with(ctx, reading, func(c *cache.Cache) error {
		all, err := c.Sources(ctx)
		if err != nil {
			return err
		}
		var rows [][]string
		for _, s := range all {
			how := a.text.State(s.Fetched, s.Failed, s.Next, s.Fails, s.Gone, a.now())
			if s.Saved {
				how = a.text.Schedule.Saved
			}
			if failing && s.Problem == "" && !s.Gone {
				continue
			}
			if asJSON {
				err := a.object(subscribedTo{
					ID: s.ID, URL: s.URL, Site: s.Site, Title: s.Title, Folder: append([]string{}, s.Folder...), Unread: s.Unread, Total: s.Total,
					Fetched: stamp(s.Fetched), Next: stamp(s.Next), Failed: stamp(s.Failed), Fails: s.Fails, Problem: s.Problem, Gone: s.Gone, Sample: s.Sample, Saved: s.Saved, State: how, Program: a.runs(s.URL),
				})
				if err != nil {
					return err
				}
				continue
			}
			rows = append(rows, []string{string(s.ID), s.Title, strings.Join(s.Folder, "/"), strconv.Itoa(s.Unread), strconv.Itoa(s.Total), s.URL, s.Problem, how})
		}
		a.rows(rows)
		return nil
	})
}

// source finds the one source that is meant: by its id, its address, or the
// beginning of its name.
func (a *app) source(ctx context.Context, c *cache.Cache, name string) (feed.Source, error) {
	all, err := c.Sources(ctx)
	if err != nil {
		return feed.Source{}, err
	}
	low := strings.ToLower(name)
	var like []feed.Source
	for _, s := range all {
		switch title := strings.ToLower(s.Title); {
		case string(s.ID) == name, s.URL == name, feed.Address(s.URL) == feed.Address(name), title == low, s.Site != "" && s.Site == name:
			return s.Source, nil
		case strings.HasPrefix(title, low), len(name) >= 4 && strings.HasPrefix(string(s.ID), name):
			like = append(like, s.Source)
		}
	}
	switch len(like) {
	case 0:
		return feed.Source{}, cache.ErrNotFound
	case 1:
		return like[0], nil
	}
	names := make([]string, len(like))
	for i, s := range like {
		names[i] = s.Title
	}
	return feed.Source{}, &usageError{a.text.CLI.Ambiguous(name, strings.Join(names, ", "))}
}

// completeSources offers the sources' ids, with their names, for a flag, or
// for the arguments where flag is "".
func (a *app) completeSources(cmd *cobra.Command, flag string) {
	offer := func(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
		var out []string
		err := a.with(cmd.Context(), reading, func(c *cache.Cache) error {
			all, err := c.Sources(cmd.Context())
			for _, s := range all {
				out = append(out, string(s.ID)+"\t"+feed.Line(s.Title))
			}
			return err
		})
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
	if flag == "" {
		cmd.ValidArgsFunction = offer
		return
	}
	if err := cmd.RegisterFlagCompletionFunc(flag, offer); err != nil {
		panic(err) // no such flag: a defect
	}
}

// completeArticles offers the newest articles' ids, with their headlines.
func (a *app) completeArticles(cmd *cobra.Command) {
	cmd.ValidArgsFunction = func(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		var out []string
		err := a.with(cmd.Context(), reading, func(c *cache.Cache) error {
			rows, err := c.List(cmd.Context(), cache.Query{Limit: 200})
			for i := range rows {
				if strings.HasPrefix(string(rows[i].ID), typed) {
					out = append(out, string(rows[i].ID)+"\t"+feed.Line(rows[i].Headline))
				}
			}
			return err
		})
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
}
