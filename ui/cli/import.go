package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed"
	"depesche/feed/opml"
)

// maxInput bounds what is read from a file or standard input.
const maxInput = 32 << 20

type importOptions struct {
	path         string
	folder       string
	dryRun, json bool
}

func (a *app) importCmd() *cobra.Command {
	t := &a.text.CLI
	var o importOptions
	cmd := a.verbCmd("import [FILE|-]", t.Verbs.Import, groupSources, 0, 1, func(ctx context.Context, args []string) error {
		if len(args) == 0 {
			return a.importable(ctx, o.json)
		}
		o.path = args[0]
		return a.importFile(ctx, o)
	})
	f := cmd.Flags()
	f.StringVar(&o.folder, "folder", "", t.Flags.Folder)
	f.BoolVar(&o.dryRun, "dry-run", false, t.Flags.DryRun)
	f.BoolVar(&o.json, "json", false, t.Flags.JSON)
	cmd.ValidArgsFunction = nil // files
	return cmd
}

func (a *app) importFile(ctx context.Context, o importOptions) error {
	data, err := a.input(o.path)
	if err != nil {
		return err
	}
	if isDump(data) {
		return a.importDump(ctx, data, o)
	}
	list, err := opml.ReadAny(data)
	if err != nil {
		return err
	}
	if len(list.Sources) == 0 {
		return errors.New(a.text.CLI.NothingToImport(o.path))
	}
	return a.with(ctx, writing, func(c *cache.Cache) error {
		before, err := c.Sources(ctx)
		if err != nil {
			return err
		}
		var take []feed.Source
		var fresh []feed.SourceID
		for _, s := range list.Sources {
			s.ID = feed.NewSourceID(s.URL)
			s.Folder = append(folders(o.folder), s.Folder...)
			if _, ok := known(before, s); !ok {
				take = append(take, s)
				fresh = append(fresh, s.ID)
			}
		}
		if o.dryRun {
			return a.planned(take, o.json)
		}
		n, err := c.AddSources(ctx, take...)
		if err != nil {
			return err
		}
		a.tellImport(list, n)
		return a.added(ctx, c, fresh, o.json)
	})
}

func (a *app) planned(take []feed.Source, asJSON bool) error {
	var rows [][]string
	for _, s := range take {
		if asJSON {
			if err := a.object(subscribedTo{ID: s.ID, URL: s.URL, Site: s.Site, Title: s.Title, Folder: append([]string{}, s.Folder...)}); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, []string{string(s.ID), s.Title, strings.Join(s.Folder, "/"), "0", s.URL})
	}
	a.rows(rows)
	return nil
}

func (a *app) tellImport(list opml.List, n int) {
	t := &a.text.CLI
	a.complain(t.Imported(n, len(list.Sources)-n))
	for _, s := range list.Skipped {
		why := t.Skipped[string(s.Why)]
		if why == "" {
			why = string(s.Why)
		}
		a.complain(t.LeftOut(s.Line, s.Text, why))
	}
}

// importable lists what other readers left on this machine.
func (a *app) importable(ctx context.Context, asJSON bool) error {
	found, err := a.finds(ctx)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return errors.New(a.text.CLI.NoOtherReader)
	}
	var rows [][]string
	for _, f := range found {
		if asJSON {
			if err := a.object(map[string]any{"program": f.Program, "path": f.Path, "sources": len(f.Sources)}); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, []string{f.Program, strconv.Itoa(len(f.Sources)), f.Path})
	}
	a.rows(rows)
	return nil
}

// input reads a file, or standard input for "-", within bounds.
func (a *app) input(path string) ([]byte, error) {
	if path == "-" {
		return a.limited(a.in, "-")
	}
	f, err := os.Open(a.path(path))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if st, err := f.Stat(); err == nil && st.Mode().IsRegular() && st.Size() > maxInput {
		return nil, a.tooBig(path)
	}
	return a.limited(f, path)
}

func (a *app) limited(r io.Reader, path string) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxInput+1))
	if err == nil && len(data) > maxInput {
		return nil, a.tooBig(path)
	}
	return data, err
}

func (a *app) tooBig(path string) error {
	return errors.New(a.text.CLI.FileTooBig(path, maxInput>>20))
}
