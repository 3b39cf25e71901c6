package cli

import (
	"context"
	"os"
	"path/filepath"

	"depesche/feed/opml"
	"depesche/ui"
)

// others is where other readers keep their lists, below the folder that a
// variable names, else below one in the home folder.
var others = []struct{ program, variable, home, path string }{
	{"newsboat", "XDG_CONFIG_HOME", ".config", "newsboat/urls"},
	{"newsboat", "", "", ".newsboat/urls"},
	{"newsraft", "XDG_CONFIG_HOME", ".config", "newsraft/feeds"},
	{"nom", "XDG_CONFIG_HOME", ".config", "nom/config.yml"},
	{"Liferea", "XDG_CONFIG_HOME", ".config", "liferea/feedlist.opml"},
	{"Akregator", "XDG_DATA_HOME", ".local/share", "akregator/data/feeds.opml"},
	{"OPML", "", "", "feeds.opml"},
	{"OPML", "", "", "subscriptions.opml"},
	{"OPML", "", "", "Downloads/feeds.opml"},
	{"OPML", "", "", "Downloads/subscriptions.opml"},
}

// finds reads the lists of other readers on this machine and changes none.
func (a *app) finds(ctx context.Context) ([]ui.Found, error) {
	home := a.getenv("HOME")
	if home == "" {
		home = a.getenv("USERPROFILE")
	}
	var out []ui.Found
	for _, o := range others {
		base := ""
		if o.variable != "" {
			base = a.getenv(o.variable)
		}
		if base == "" {
			if home == "" {
				continue
			}
			base = filepath.Join(home, o.home)
		}
		path := filepath.Join(base, filepath.FromSlash(o.path))
		if st, err := os.Stat(path); err != nil || !st.Mode().IsRegular() || st.Size() > maxInput {
			continue
		}
		data, err := a.input(path)
		if err != nil {
			continue
		}
		if list, err := opml.ReadAny(data); err == nil && len(list.Sources) > 0 {
			out = append(out, ui.Found{Program: o.program, Path: path, Sources: list.Sources})
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	return out, nil
}
