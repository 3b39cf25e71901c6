package cli

import (
	"context"
	"errors"
	"strconv"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed"
)

func (a *app) undoCmd() *cobra.Command {
	t := &a.text.CLI
	var list, asJSON bool
	cmd := a.verbCmd("undo [N]", t.Verbs.Undo, groupRead, 0, 1, func(ctx context.Context, args []string) error {
		if list {
			return a.history(ctx, asJSON)
		}
		return a.steps(ctx, (*cache.Cache).Undo, args, asJSON)
	})
	cmd.Flags().BoolVar(&list, "list", false, t.Flags.History)
	cmd.Flags().BoolVar(&asJSON, "json", false, t.Flags.JSON)
	return cmd
}

func (a *app) redoCmd() *cobra.Command {
	t := &a.text.CLI
	var asJSON bool
	cmd := a.verbCmd("redo [N]", t.Verbs.Redo, groupRead, 0, 1, func(ctx context.Context, args []string) error {
		return a.steps(ctx, (*cache.Cache).Redo, args, asJSON)
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

// steps takes the last change back, or so many of them as the argument says: fewer
// where there are no more.
func (a *app) steps(ctx context.Context, do func(*cache.Cache, context.Context) (cache.Action, error), args []string, asJSON bool) error {
	n := 1
	if len(args) > 0 {
		var err error
		if n, err = strconv.Atoi(args[0]); err != nil || n < 1 {
			return &usageError{a.text.CLI.TooMany(args[0], "depesche undo [N]")}
		}
	}
	return a.with(ctx, writing, func(c *cache.Cache) error {
		var acts []cache.Action
		for range n {
			act, err := do(c, ctx)
			if errors.Is(err, cache.ErrNothing) && len(acts) > 0 {
				break
			}
			if err != nil {
				return errors.Join(err, a.changes(acts, asJSON))
			}
			acts = append(acts, act)
		}
		return a.changes(acts, asJSON)
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
