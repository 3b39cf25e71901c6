package cli

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed"
)

func (a *app) undoCmd() *cobra.Command {
	t := &a.text.CLI
	var list, asJSON bool
	cmd := a.verbCmd("undo", t.Verbs.Undo, groupRead, 0, 0, func(ctx context.Context, _ []string) error {
		if list {
			return a.history(ctx, asJSON)
		}
		return a.step(ctx, (*cache.Cache).Undo, asJSON)
	})
	cmd.Flags().BoolVar(&list, "list", false, t.Flags.History)
	cmd.Flags().BoolVar(&asJSON, "json", false, t.Flags.JSON)
	return cmd
}

func (a *app) redoCmd() *cobra.Command {
	t := &a.text.CLI
	var asJSON bool
	cmd := a.verbCmd("redo", t.Verbs.Redo, groupRead, 0, 0, func(ctx context.Context, _ []string) error {
		return a.step(ctx, (*cache.Cache).Redo, asJSON)
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, t.Flags.JSON)
	return cmd
}

type change struct {
	ID     int64  `json:"id"`
	What   string `json:"what"`
	Count  int    `json:"count"`
	At     string `json:"at"`
	Undone bool   `json:"undone"`
}

func (a *app) step(ctx context.Context, do func(*cache.Cache, context.Context) (cache.Action, error), asJSON bool) error {
	return a.with(ctx, writing, func(c *cache.Cache) error {
		act, err := do(c, ctx)
		if err != nil {
			return err
		}
		return a.changes([]cache.Action{act}, asJSON)
	})
}

// historyLength is how many changes undo --list shows.
const historyLength = 100

func (a *app) history(ctx context.Context, asJSON bool) error {
	return a.with(ctx, reading, func(c *cache.Cache) error {
		acts, err := c.History(ctx, historyLength)
		if err != nil {
			return err
		}
		return a.changes(acts, asJSON)
	})
}

func (a *app) changes(acts []cache.Action, asJSON bool) error {
	var rows [][]string
	for _, act := range acts {
		if asJSON {
			if err := a.object(change{act.ID, act.What, act.N, feed.FormatTime(act.At), act.Undone}); err != nil {
				return err
			}
			continue
		}
		state := "done"
		if act.Undone {
			state = "undone"
		}
		rows = append(rows, []string{feed.FormatTime(act.At), act.What, strconv.Itoa(act.N), state})
	}
	a.rows(rows)
	return nil
}
