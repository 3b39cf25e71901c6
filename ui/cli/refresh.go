package cli

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strconv"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/fault"
	"depesche/ui/term"
)

type refreshOptions struct {
	sources          []string
	due, quiet, json bool
}

func (a *app) refreshCmd() *cobra.Command {
	t := &a.text.CLI
	var o refreshOptions
	cmd := a.verbCmd("refresh [SOURCE...]", t.Verbs.Refresh, groupSources, 0, -1, func(ctx context.Context, args []string) error {
		o.sources = args
		return a.refresh(ctx, o)
	})
	f := cmd.Flags()
	f.BoolVar(&o.due, "due", false, t.Flags.Due)
	f.BoolVarP(&o.quiet, "quiet", "q", false, t.Flags.Quiet)
	f.BoolVar(&o.json, "json", false, t.Flags.JSON)
	a.completeSources(cmd, "")
	return cmd
}

// How much garbage a refresh may leave beside what it holds, in percent, and how large both may
// grow before it is collected all the same, in bytes: it makes much, holds little, and ends.
const (
	refreshGarbage = 800
	refreshMemory  = 160 << 20
)

func (a *app) refresh(ctx context.Context, o refreshOptions) error {
	defer debug.SetGCPercent(debug.SetGCPercent(refreshGarbage))
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(refreshMemory))
	return a.with(ctx, writing, func(c *cache.Cache) error {
		var ids []feed.SourceID
		for _, name := range o.sources {
			s, err := a.source(ctx, c, name)
			if err != nil {
				return err
			}
			ids = append(ids, s.ID)
		}
		steps := c.Refresh
		if o.due {
			steps = func(ctx context.Context, _ ...feed.SourceID) <-chan cache.Progress { return c.RefreshDue(ctx) }
		}
		brought, err := a.follow(ctx, steps(ctx, ids...), o.quiet, o.json)
		if err != nil || !brought && !o.due { // what nothing was added to needs no tidying
			return err
		}
		if err := a.expire(ctx, c); err != nil || !o.due {
			return err
		}
		// By a timer nobody waits: the search index is brought up to date, and a copy made. The
		// articles are there whatever becomes of either.
		if err := c.Settle(ctx); err != nil && ctx.Err() == nil {
			a.logger().Warn("search index", "err", err)
		}
		if _, err := c.Copy(ctx); err != nil {
			a.logger().Warn("daily copy", "err", err)
		}
		return nil
	})
}

// expire lets go what the settings no longer keep. A folder that cannot be
// written keeps everything.
func (a *app) expire(ctx context.Context, c *cache.Cache) error {
	n, err := c.Expire(ctx)
	if errors.Is(err, cache.ErrReadOnly) {
		return nil
	}
	if n > 0 {
		a.logger().Info("articles let go", "n", n)
	}
	return err
}

type refreshed struct {
	ID          feed.SourceID `json:"id"`
	Title       string        `json:"title"`
	New         int           `json:"new"`
	Updated     int           `json:"updated"`
	NotModified bool          `json:"not_modified"`
	Error       string        `json:"error,omitempty"`
	Warning     string        `json:"warning,omitempty"`
}

// follow tells of a refresh while it runs, and whether it brought anything; it answers
// an error when not one source has answered.
func (a *app) follow(ctx context.Context, steps <-chan cache.Progress, quiet, asJSON bool) (brought bool, err error) {
	asked, failures := 0, 0
	for p := range steps {
		a.progress(p)
		if p.Pages || p.Pictures {
			brought = true
			continue
		}
		asked++
		brought = brought || p.New+p.Updated > 0
		if p.Err != nil {
			failures++
		}
		if err := a.tell(p, quiet, asJSON); err != nil {
			return brought, err
		}
		_ = a.stdout.Flush()
	}
	a.progressEnd()
	if err := ctx.Err(); err != nil {
		return brought, err
	}
	if asked > 0 && failures == asked {
		return brought, errSilent
	}
	return brought, nil
}

// tell writes what one source answered.
func (a *app) tell(p cache.Progress, quiet, asJSON bool) error {
	why, warning := "", ""
	if p.Err != nil {
		why = fault.Sentence(a.text, p.Err)
	}
	if p.Warning != nil {
		warning = fault.Sentence(a.text, p.Warning)
	}
	if asJSON {
		return a.object(refreshed{p.Source, p.Title, p.New, p.Updated, p.NotModified, why, warning})
	}
	if why != "" {
		a.complainOf(p.Title, why)
		return nil
	}
	if quiet {
		return nil
	}
	if warning != "" {
		a.complainOf(p.Title, warning)
	}
	if a.tty {
		a.progressEnd()
	}
	a.rows([][]string{{string(p.Source), p.Title, strconv.Itoa(p.New), strconv.Itoa(p.Updated)}})
	return nil
}

// complainOf says what is wrong with a source.
func (a *app) complainOf(title, why string) {
	a.progressEnd()
	if title != "" {
		why = title + ": " + why
	}
	a.complain(why)
}

// progress keeps one line of a terminal current; package term takes a carriage
// return for what it is, so the line is written past the door, of our own words
// and numbers alone.
func (a *app) progress(p cache.Progress) {
	say := a.text.CLI.Asked
	switch {
	case p.Pages:
		say = a.text.CLI.Fetched
	case p.Pictures:
		say = a.text.Pictures.Fetching
	}
	if p.Total > 0 {
		a.progressLine(say(p.Done, p.Total))
	}
}

func (a *app) progressLine(text string) {
	if !newDoor(a.errs).terminal() || a.getenv("TERM") == "dumb" {
		return
	}
	_ = a.stderr.Flush()
	if !a.utf8() {
		text = term.InCells(text)
	}
	fmt.Fprintf(a.errs, "\r\x1b[K%s", text)
}

// progressEnd clears that line.
func (a *app) progressEnd() {
	if newDoor(a.errs).terminal() && a.getenv("TERM") != "dumb" {
		fmt.Fprint(a.errs, "\r\x1b[K")
	}
}
