package cli

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/config"
)

func (a *app) tidyCmd() *cobra.Command {
	t := &a.text.CLI
	var dry, quiet, asJSON bool
	cmd := a.verbCmd("tidy", t.Verbs.Tidy, groupSelf, 0, 0, func(ctx context.Context, _ []string) error {
		how := writing
		if dry {
			how = reading
		}
		return a.with(ctx, how, func(c *cache.Cache) error { return a.tidy(ctx, c, dry, quiet, asJSON) })
	})
	f := cmd.Flags()
	f.BoolVar(&dry, "dry-run", false, t.Flags.WouldGo)
	f.BoolVarP(&quiet, "quiet", "q", false, t.Flags.Quiet)
	f.BoolVar(&asJSON, "json", false, t.Flags.JSON)
	return cmd
}

// leaving is an article that goes, as JSON.
type leaving struct {
	Why       cache.Reason  `json:"why"` // days, articles, size, removed
	ID        feed.ID       `json:"id"`
	Published string        `json:"published"`
	Source    feed.SourceID `json:"source"`
	Title     string        `json:"source_title"`
	Headline  string        `json:"headline"`
}

// tidy lets go what is beyond the settings, or only says what that is.
func (a *app) tidy(ctx context.Context, c *cache.Cache, dry, quiet, asJSON bool) error {
	done, err := c.Tidy(ctx, dry)
	if err != nil {
		return err
	}
	var rows [][]string
	for i := range done.Articles {
		r := &done.Articles[i]
		if asJSON {
			if err := a.object(leaving{r.Why, r.ID, feed.FormatTime(r.Published), r.Source, r.SourceTitle, headline(&r.Row)}); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, []string{string(r.Why), string(r.ID), r.Published.In(a.now().Location()).Format(time.DateOnly), r.SourceTitle, headline(&r.Row)})
	}
	if quiet || asJSON {
		return nil
	}
	a.rows(rows)
	if err := a.stdout.Flush(); err != nil {
		return err
	}
	t := &a.text.CLI
	if !dry {
		a.complain(t.Tidied(len(done.Articles), done.Pictures, a.text.Dates.Freed(done.Before-done.After)))
		return nil
	}
	a.complain(t.WouldGo(len(done.Articles), done.Pictures, a.text.Dates.Bytes(done.PictureBytes)))
	if !done.Later.IsZero() {
		a.complain(t.StricterFrom(a.text.Dates.Stamp(done.Later.In(a.now().Location()))))
	}
	return nil
}

// keepSources are the limits of single sources, by their address.
func (a *app) keepSources() map[string]cache.Keep {
	out := map[string]cache.Keep{}
	for i := range a.cfg.Sources {
		s := &a.cfg.Sources[i]
		if s.Keep == (config.SourceKeep{}) {
			continue
		}
		days, articles, size := s.Keep.Over(a.cfg.Keep)
		out[s.Address()] = cache.Keep{Days: days, Articles: articles, Bytes: int64(size)}
	}
	return out
}
