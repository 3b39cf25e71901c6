package cli

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"depesche/cache/heritage"
	"depesche/feed"
	"depesche/feed/opml"
	"depesche/ui"
	"depesche/ui/fault"
)

// place is a file below the folder that a variable names, else below one in the home folder.
type place struct{ variable, home, path string }

// other is a program, and where it keeps its list of sources and its articles; either may
// have no place.
type other struct {
	program    string
	list, data place
}

const (
	configVar, configHome = "XDG_CONFIG_HOME", ".config"
	dataVar, dataHome     = "XDG_DATA_HOME", ".local/share"
)

// others are the programs whose lists we look for.
var others = []other{
	{"newsboat", place{configVar, configHome, "newsboat/urls"}, place{dataVar, dataHome, "newsboat/cache.db"}},
	{"newsboat", place{"", "", ".newsboat/urls"}, place{"", "", ".newsboat/cache.db"}},
	{"newsbeuter", place{configVar, configHome, "newsbeuter/urls"}, place{dataVar, dataHome, "newsbeuter/cache.db"}},
	{"newsbeuter", place{"", "", ".newsbeuter/urls"}, place{"", "", ".newsbeuter/cache.db"}},
	{"newsraft", place{configVar, configHome, "newsraft/feeds"}, place{dataVar, dataHome, "newsraft/newsraft.sqlite3"}},
	{"nom", place{configVar, configHome, "nom/config.yml"}, place{configVar, configHome, "nom/nom.db"}},
	{"Liferea", place{configVar, configHome, "liferea/feedlist.opml"}, place{}},
	{"Akregator", place{dataVar, dataHome, "akregator/data/feeds.opml"}, place{}},
	{"OPML", place{"", "", "feeds.opml"}, place{}},
	{"OPML", place{"", "", "subscriptions.opml"}, place{}},
	{"OPML", place{"", "", "Downloads/feeds.opml"}, place{}},
	{"OPML", place{"", "", "Downloads/subscriptions.opml"}, place{}},
}

// inFolder are the names of a program's list and of its database where both stand in one folder.
var inFolder = []struct{ program, list, data string }{
	{"newsboat", "urls", "cache.db"}, {"newsraft", "feeds", "newsraft.sqlite3"}, {"nom", "config.yml", "nom.db"},
}

// at is where a place is; "" where it cannot be.
func (a *app) at(p place) string {
	home := cmp.Or(a.getenv("HOME"), a.getenv("USERPROFILE"))
	base := ""
	if p.variable != "" {
		base = a.getenv(p.variable)
	}
	if base == "" && home != "" {
		base = filepath.Join(home, filepath.FromSlash(p.home))
	}
	if base == "" || p.path == "" {
		return ""
	}
	return filepath.Join(base, filepath.FromSlash(p.path))
}

// finds reads what other readers left on this machine and changes none of it.
func (a *app) finds(ctx context.Context) ([]ui.Found, error) {
	var out []ui.Found
	for _, o := range others {
		f, err := a.look(ctx, o.program, a.at(o.list), a.at(o.data))
		if err != nil {
			return nil, err
		}
		if len(f.Sources) > 0 || f.Err != nil {
			out = append(out, f)
		}
	}
	return out, nil
}

// fromFile reads what a file holds that another reader wrote: a list of sources, a database or an export.
func (a *app) fromFile(ctx context.Context, name string) (ui.Found, error) {
	if f, ok, err := a.named(ctx, name); ok || err != nil {
		return f, err
	}
	path := a.path(name)
	if rest, ok := strings.CutPrefix(name, "~/"); ok {
		path = filepath.Join(cmp.Or(a.getenv("HOME"), a.getenv("USERPROFILE")), rest)
	}
	switch {
	case isDump(path):
		return ui.Found{}, errors.New(a.text.CLI.DumpByVerb(name))
	case heritage.Knows(path):
		f, err := a.look(ctx, filepath.Base(path), "", path)
		return f, cmp.Or(err, f.Err)
	}
	list, err := a.listFile("", path)
	switch {
	case errors.Is(err, opml.ErrDamaged) && len(list.Sources) > 0: // what could be read can be taken
		return ui.Found{Program: filepath.Base(path), Path: path, Sources: list.Sources, Err: err}, nil
	case errors.Is(err, opml.ErrDamaged):
		return ui.Found{}, &heritage.Error{Path: name, Problem: heritage.Damaged, Err: err}
	case err != nil:
		return ui.Found{}, errors.New(name + ": " + fault.Sentence(a.text, err))
	case len(list.Sources) == 0:
		return ui.Found{}, errors.New(a.text.CLI.NothingToImport(name))
	}
	return ui.Found{Program: filepath.Base(path), Path: path, Sources: list.Sources}, nil
}

// look counts what a program keeps in two files; one that is not there holds nothing.
func (a *app) look(ctx context.Context, program, list, data string) (f ui.Found, err error) {
	f.Program = program
	if isFile(list) {
		if read, err := a.listFile(program, list); (err == nil || errors.Is(err, opml.ErrDamaged)) && len(read.Sources) > 0 {
			f.Path, f.Sources = list, read.Sources
		}
	}
	if !isFile(data) {
		return f, ctx.Err()
	}
	e, err := a.estate(ctx, data)
	var p *heritage.Error
	switch {
	case ctx.Err() != nil:
		return f, ctx.Err()
	case errors.As(err, &p) && p.Problem == heritage.NoSource: // nothing was ever fetched
		return f, nil
	case err != nil:
		f.Data, f.Err = data, err
		return f, nil
	}
	defer func() { err = errors.Join(err, e.Close()) }()
	if len(f.Sources) > 0 {
		e.Subscribed(f.Sources)
	} else {
		f.Sources = e.Sources
	}
	f.Data, f.Articles, f.Read, f.Starred = data, e.Articles, e.Read, e.Starred
	return f, nil
}

// listFile reads a program's list of sources. newsraft's has a form of its own, which cannot
// always be told from newsboat's.
func (a *app) listFile(program, path string) (opml.List, error) {
	data, err := a.input(path)
	if err != nil {
		return opml.List{}, err
	}
	if program == "newsraft" {
		return opml.ReadNewsraft(data)
	}
	return opml.ReadAny(data)
}

func isFile(path string) bool {
	if path == "" {
		return false
	}
	st, err := os.Stat(path)
	return err == nil && st.Mode().IsRegular()
}

// named finds what is meant by the name of a program, or by a folder in which one keeps its files.
func (a *app) named(ctx context.Context, name string) (f ui.Found, ok bool, err error) {
	path := a.path(name)
	st, err := os.Stat(path)
	switch {
	case err == nil && st.IsDir():
		for _, n := range inFolder {
			f, err := a.look(ctx, n.program, filepath.Join(path, n.list), filepath.Join(path, n.data))
			if err != nil || len(f.Sources) > 0 || f.Err != nil {
				return f, true, err
			}
		}
		return f, false, nil
	case err == nil || !slices.ContainsFunc(others, func(o other) bool { return o.program == name }):
		return f, false, nil
	}
	found, err := a.finds(ctx)
	for _, f := range found {
		if f.Program == name {
			return f, true, err
		}
	}
	return f, false, cmp.Or(err, errors.New(a.text.CLI.NoOtherReader))
}

// withFolder puts sources below a folder.
func withFolder(sources []feed.Source, folder []string) []feed.Source {
	out := slices.Clone(sources)
	for i := range out {
		out[i].Folder = append(slices.Clone(folder), out[i].Folder...)
	}
	return out
}
