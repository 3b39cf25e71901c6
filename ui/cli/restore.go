package cli

import (
	"context"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/fault"
)

func (a *app) restoreCmd() *cobra.Command {
	t := &a.text.CLI
	var asJSON bool
	cmd := a.verbCmd("restore [COPY]", t.Verbs.Restore, groupSelf, 0, 1, func(ctx context.Context, args []string) error {
		if len(args) == 0 {
			return a.copies(ctx, asJSON)
		}
		return a.restore(ctx, args[0])
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, t.Flags.JSON)
	cmd.ValidArgsFunction = func(cmd *cobra.Command, _ []string, _ string) (out []string, _ cobra.ShellCompDirective) {
		list, _ := cache.Copies(cmd.Context(), a.paths.Data) // completion says nothing of what fails
		for _, x := range list {
			out = append(out, x.ID)
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
	return cmd
}

// copyLine is a copy of the database, as JSON.
type copyLine struct {
	ID       string         `json:"id"`
	Made     string         `json:"made"`
	Kind     cache.CopyKind `json:"kind"` // daily, older, replaced, damaged
	Sources  int            `json:"sources"`
	Articles int            `json:"articles"`
	Marks    int            `json:"marks"`
	Bytes    int64          `json:"bytes"`
	File     string         `json:"file"`
	Error    string         `json:"error,omitempty"`
}

func (a *app) copies(ctx context.Context, asJSON bool) error {
	list, err := cache.Copies(ctx, a.paths.Data)
	if err != nil {
		return err
	}
	var rows [][]string
	for _, x := range list {
		problem := ""
		if x.Err != nil {
			problem = fault.Sentence(a.text, x.Err)
		}
		if asJSON {
			if err := a.object(copyLine{x.ID, feed.FormatTime(x.Made), x.Kind, x.Saved.Sources, x.Saved.Articles, x.Saved.Marks, x.Bytes, x.Name, problem}); err != nil {
				return err
			}
			continue
		}
		n := strconv.Itoa
		rows = append(rows, []string{
			x.ID, x.Made.In(a.now().Location()).Format(time.DateTime), a.text.CLI.CopyKinds[string(x.Kind)],
			n(x.Saved.Sources), n(x.Saved.Articles), n(x.Saved.Marks), a.text.Dates.Bytes(x.Bytes), x.Name,
		})
	}
	if len(list) == 0 && !asJSON {
		a.complain(a.text.CLI.NoCopies)
	}
	a.rows(rows)
	return nil
}

func (a *app) restore(ctx context.Context, id string) error {
	back, kept, err := cache.TakeBack(ctx, cache.Options{Dir: a.paths.Data, Now: a.now}, id)
	if err != nil {
		return err
	}
	a.complain(a.text.CLI.Restored(a.text.Dates.Stamp(back.Made.In(a.now().Location())), back.Saved.Sources, back.Saved.Articles, back.Saved.Marks, kept))
	return nil
}
