package cli

import (
	"context"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed"
)

func (a *app) removeCmd() *cobra.Command {
	cmd := a.verbCmd("remove SOURCE...", a.text.CLI.Verbs.Remove, groupSources, 1, -1, a.remove)
	a.completeSources(cmd, "")
	return cmd
}

// remove unsubscribes. All names are understood before the first source goes.
func (a *app) remove(ctx context.Context, names []string) error {
	return a.with(ctx, writing, func(c *cache.Cache) error {
		var leave []feed.Source
		for _, name := range names {
			s, err := a.source(ctx, c, name)
			if err != nil {
				return err
			}
			leave = append(leave, s)
		}
		var rows [][]string
		for _, s := range leave {
			starred, err := c.StarredIn(ctx, s.ID)
			if err != nil {
				return err
			}
			if err := c.RemoveSource(ctx, s.ID); err != nil {
				return err
			}
			if starred > 0 {
				a.complain(a.text.CLI.StarredStay(s.Title, starred))
			}
			rows = append(rows, []string{string(s.ID), s.Title, s.URL})
		}
		a.rows(rows)
		if a.tty {
			a.complain(a.text.CLI.CanUndo)
		}
		return nil
	})
}
