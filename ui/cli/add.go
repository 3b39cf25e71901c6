package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed"
	"depesche/feed/direct"
	"depesche/feed/parse"
	"depesche/ui/fault"
)

type addOptions struct {
	addresses           []string
	title, folder       string
	all                 bool
	choose              int
	unchecked, noneYet  bool
	watch               bool
	json                bool
	folderSet, titleSet bool
}

func (a *app) addCmd() *cobra.Command {
	t := &a.text.CLI
	var o addOptions
	cmd := a.verbCmd("add URL...", t.Verbs.Add, groupSources, 1, -1, nil)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		o.addresses = args
		o.titleSet, o.folderSet = cmd.Flags().Changed("title"), cmd.Flags().Changed("folder")
		return a.add(cmd.Context(), o)
	}
	f := cmd.Flags()
	f.StringVar(&o.title, "title", "", t.Flags.Title)
	f.StringVar(&o.folder, "folder", "", t.Flags.Folder)
	f.BoolVar(&o.all, "all", false, t.Flags.All)
	f.IntVar(&o.choose, "choose", 1, t.Flags.Choose)
	f.BoolVar(&o.watch, "watch", false, t.Flags.Watch)
	f.BoolVar(&o.unchecked, "unchecked", false, t.Flags.Unchecked)
	f.BoolVar(&o.noneYet, "no-refresh", false, t.Flags.NoRefresh)
	f.BoolVar(&o.json, "json", false, t.Flags.JSON)
	return cmd
}

func (a *app) add(ctx context.Context, o addOptions) error {
	if o.choose < 1 {
		return &usageError{a.text.CLI.FlagBad("--choose", fmt.Sprint(o.choose), "")}
	}
	return a.with(ctx, subscribing, func(c *cache.Cache) error {
		var take []feed.Source
		for _, address := range o.addresses {
			if s := direct.Spellings(address)[0]; feed.Bare(s) != s {
				a.complain(a.text.CLI.NoPassword)
			}
			found, err := a.offered(ctx, c, address, o)
			if err != nil {
				return err
			}
			take = append(take, found...)
		}
		return a.subscribe(ctx, c, take, o)
	})
}

// offered asks an address for its feeds and chooses among them.
func (a *app) offered(ctx context.Context, c *cache.Cache, address string, o addOptions) ([]feed.Source, error) {
	switch {
	case direct.IsProgram(address): // which the settings alone can name
		return []feed.Source{{URL: address}}, nil
	case o.watch && o.unchecked:
		return []feed.Source{{URL: feed.Watch(direct.Spellings(address)[0])}}, nil
	case o.watch:
		found, err := c.Find(ctx, feed.Watch(address))
		for i := range found {
			found[i].Description = "" // what the page announces today
		}
		return found, err
	case o.unchecked:
		return []feed.Source{{URL: direct.Spellings(address)[0]}}, nil
	}
	found, err := c.Find(ctx, address)
	switch {
	case err != nil:
		return nil, err
	case len(found) == 0:
		return nil, &parse.NotFeedError{Is: "html"}
	case o.all || len(found) == 1:
		return found, nil
	case o.choose > len(found):
		a.listOffers(found, 0)
		return nil, &usageError{a.text.CLI.OnlyFeeds(len(found))}
	}
	a.listOffers(found, o.choose)
	return found[o.choose-1 : o.choose], nil
}

// listOffers says which feeds there are, and which of them was taken.
func (a *app) listOffers(found []feed.Source, taken int) {
	a.complain(a.text.CLI.Offers(len(found)))
	for i, s := range found {
		mark := " "
		if i+1 == taken {
			mark = "*"
		}
		fmt.Fprintf(a.stderr, "  %s %d  %s  %s\n", mark, i+1, s.URL, feed.Line(s.Title))
	}
	_ = a.stderr.Flush()
}

func (a *app) subscribe(ctx context.Context, c *cache.Cache, take []feed.Source, o addOptions) error {
	before, err := c.Sources(ctx)
	if err != nil {
		return err
	}
	have := subscriptionsOf(before)
	var fresh []feed.SourceID
	for _, s := range take {
		if s.ID == "" {
			s.ID = feed.NewSourceID(s.URL)
		}
		if o.titleSet {
			s.Title = o.title
		}
		if o.folderSet {
			s.Folder = folders(o.folder)
		}
		if old, ok := have.find(s); ok {
			if err := a.change(ctx, c, old, o); err != nil {
				return err
			}
			continue
		}
		n, err := c.AddSources(ctx, s)
		if err != nil {
			return err
		}
		if n > 0 {
			fresh = append(fresh, s.ID)
		}
	}
	if len(fresh) > 0 && !o.noneYet && !o.unchecked {
		for p := range c.Refresh(ctx, fresh...) {
			a.progress(p)
			switch {
			case p.Err != nil:
				_ = a.tell(p, true, false)
			case p.Warning != nil:
				a.complainOf(p.Title, fault.Sentence(a.text, p.Warning))
			}
		}
		a.progressEnd()
	}
	return a.added(ctx, c, fresh, o.json)
}

// subscriptions are sources by their ids and by their addresses.
type subscriptions map[string]feed.Source

func subscriptionsOf(rows []cache.SourceRow) subscriptions {
	out := make(subscriptions, 2*len(rows))
	for _, r := range rows {
		if !r.Sample && !r.Saved {
			out[string(r.ID)], out[feed.Address(r.URL)] = r.Source, r.Source
		}
	}
	return out
}

// find gives a source that is there already.
func (in subscriptions) find(s feed.Source) (feed.Source, bool) {
	old, ok := in[feed.Address(s.URL)]
	if !ok {
		old, ok = in[string(s.ID)]
	}
	return old, ok
}

// change gives a source that is already there its new title or folder.
func (a *app) change(ctx context.Context, c *cache.Cache, old feed.Source, o addOptions) error {
	if !o.titleSet && !o.folderSet {
		a.complain(a.text.CLI.AlreadyThere(old.Title))
		return nil
	}
	if o.titleSet {
		old.Title = o.title
	}
	if o.folderSet {
		old.Folder = folders(o.folder)
	}
	return c.ChangeSource(ctx, old)
}

// added lists new sources as they now are.
func (a *app) added(ctx context.Context, c *cache.Cache, ids []feed.SourceID, asJSON bool) error {
	all, err := c.Sources(ctx)
	if err != nil {
		return err
	}
	var rows [][]string
	now := make(map[feed.SourceID]*cache.SourceRow, len(all))
	for i := range all {
		now[all[i].ID] = &all[i]
	}
	for _, id := range ids {
		s := now[id]
		if s == nil {
			continue
		}
		if asJSON {
			if err := a.object(subscribedTo{ID: s.ID, URL: s.URL, Site: s.Site, Title: s.Title, Folder: append([]string{}, s.Folder...), Unread: s.Unread, Total: s.Total, Fetched: stamp(s.Fetched), Problem: s.Problem}); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, []string{string(s.ID), s.Title, strings.Join(s.Folder, "/"), fmt.Sprint(s.Total), s.URL})
	}
	a.rows(rows)
	return nil
}
