package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/cache/heritage"
	"depesche/feed"
	"depesche/feed/opml"
	"depesche/ui/fault"
)

// maxInput bounds what is read from a file or standard input.
const maxInput = 32 << 20

// maxSpool bounds what import takes from standard input.
const maxSpool = 1 << 30

type importOptions struct {
	path         string
	folder       string
	dryRun, json bool
}

func (a *app) importCmd() *cobra.Command {
	t := &a.text.CLI
	var o importOptions
	cmd := a.verbCmd("import [PROGRAM|FOLDER|FILE|-]", t.Verbs.Import, groupSources, 0, 1, func(ctx context.Context, args []string) error {
		if len(args) == 0 {
			return a.importable(ctx, o.json)
		}
		o.path = args[0]
		if f, ok, err := a.named(ctx, o.path); ok || err != nil {
			if err != nil {
				return err
			}
			return a.importFound(ctx, f, o)
		}
		return a.importFile(ctx, o)
	})
	f := cmd.Flags()
	f.StringVar(&o.folder, "folder", "", t.Flags.Folder)
	f.BoolVar(&o.dryRun, "dry-run", false, t.Flags.DryRun)
	f.BoolVar(&o.json, "json", false, t.Flags.JSON)
	cmd.ValidArgsFunction = nil // files
	return cmd
}

// importFile takes in a file of any kind, which what stands in it tells.
func (a *app) importFile(ctx context.Context, o importOptions) error {
	path, remove, err := a.spooled(o.path)
	if err != nil {
		return err
	}
	defer remove()
	if isDump(path) {
		return a.importDump(ctx, path, o)
	}
	if heritage.Knows(path) {
		return a.importEstate(ctx, path, nil, o)
	}
	data, err := a.input(path)
	if err != nil {
		return err
	}
	list, err := opml.ReadAny(data)
	switch {
	case errors.Is(err, opml.ErrDamaged) && len(list.Sources) > 0: // what could be read is taken
	case errors.Is(err, opml.ErrDamaged):
		return &heritage.Error{Path: o.path, Problem: heritage.Damaged, Err: err}
	case err != nil:
		return errors.New(o.path + ": " + fault.Sentence(a.text, err))
	}
	if len(list.Sources) == 0 {
		return errors.New(a.text.CLI.NothingToImport(o.path))
	}
	return a.with(ctx, subscribing, func(c *cache.Cache) error {
		before, err := c.Sources(ctx)
		if err != nil {
			return err
		}
		have := subscriptionsOf(before)
		var take []feed.Source
		var fresh []feed.SourceID
		for _, s := range list.Sources {
			s.ID = feed.NewSourceID(s.URL)
			s.Folder = append(folders(o.folder), s.Folder...)
			if _, ok := have.find(s); !ok {
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
		if slices.ContainsFunc(list.Sources, func(s feed.Source) bool { return feed.Bare(s.URL) != s.URL }) {
			a.complain(a.text.CLI.NoPassword)
		}
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
	a.complain(a.text.CLI.Imported(n, len(list.Sources)-n))
	a.tellSkipped(list)
}

// tellSkipped says which lines of a list were left out, and why, and which were broken.
func (a *app) tellSkipped(list opml.List) {
	t := &a.text.CLI
	for _, s := range list.Mended {
		a.complain(t.Mended(s.Line, t.Skipped[string(s.Why)]))
	}
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
		problem := ""
		if f.Err != nil {
			problem = fault.Sentence(a.text, f.Err)
		}
		if asJSON {
			if err := a.object(foundLine{f.Program, f.Path, f.Data, len(f.Sources), f.Articles, f.Read, f.Starred, problem}); err != nil {
				return err
			}
			continue
		}
		path := strings.TrimSpace(f.Path + " " + f.Data)
		if a.tty {
			rows = append(rows, []string{f.Program, a.text.Screen.Estate(len(f.Sources), f.Articles, f.Read, f.Starred), path})
		} else {
			rows = append(rows, []string{f.Program, strconv.Itoa(len(f.Sources)), strconv.Itoa(f.Articles), strconv.Itoa(f.Read), strconv.Itoa(f.Starred), path})
		}
		if problem != "" {
			a.complain(problem)
		}
	}
	a.rows(rows)
	return nil
}

// foundLine is what a script sees of a program that left something.
type foundLine struct {
	Program  string `json:"program"`
	Path     string `json:"path"` // the list of sources; "": there is none
	Data     string `json:"data"` // the articles; "": there are none
	Sources  int    `json:"sources"`
	Articles int    `json:"articles"`
	Read     int    `json:"read"`
	Starred  int    `json:"starred"`
	Problem  string `json:"problem"`
}

// spooled gives the path of a file; standard input becomes one. remove is to be called.
func (a *app) spooled(path string) (at string, remove func(), err error) {
	if path != "-" {
		return a.path(path), func() {}, nil
	}
	if err := a.settings(); err != nil {
		return "", nil, err
	}
	spool := cache.Spool(a.paths.Data)
	if err := os.MkdirAll(spool, 0o700); err != nil {
		return "", nil, err
	}
	f, err := os.CreateTemp(spool, "import-*")
	if err != nil {
		return "", nil, err
	}
	remove = func() { _ = os.Remove(f.Name()) } // a file of ours in the folder for such
	n, err := io.Copy(f, io.LimitReader(a.stdin(), maxSpool+1))
	if err = errors.Join(err, f.Close()); err == nil && n > maxSpool {
		err = errors.New(a.text.CLI.FileTooBig("-", maxSpool>>20))
	}
	if err != nil {
		remove()
		return "", nil, err
	}
	return f.Name(), remove, nil
}

// input reads a file, or standard input for "-", within bounds.
func (a *app) input(path string) ([]byte, error) {
	if path == "-" {
		return a.limited(a.stdin(), "-")
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
