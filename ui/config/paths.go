package config

import (
	"errors"
	"path/filepath"
	"runtime"
)

// Paths says where depesche keeps what.
type Paths struct {
	Config string // the file config.toml
	Data   string // the folder of the database and the pictures
	Log    string // the file depesche.log
}

// ErrNoHome means that neither the XDG variables nor a home folder are set.
var ErrNoHome = errors.New("no home folder is set")

// FindPaths follows the XDG variables, else ~/.config and the like, on Windows
// %APPDATA% and %LOCALAPPDATA%. data and file, where not empty, are what the
// reader named on the command line; a named data folder holds its own log.
func FindPaths(getenv func(string) string, data, file string) (Paths, error) {
	p := Paths{Config: file, Data: data}
	if data != "" {
		p.Log = filepath.Join(data, "depesche.log")
	}
	for _, x := range []struct {
		to                    *string
		xdg, unix, win, after string
	}{
		{&p.Config, "XDG_CONFIG_HOME", ".config", "APPDATA", "config.toml"},
		{&p.Data, "XDG_DATA_HOME", ".local/share", "LOCALAPPDATA", ""},
		{&p.Log, "XDG_STATE_HOME", ".local/state", "LOCALAPPDATA", "depesche.log"},
	} {
		if *x.to != "" {
			continue
		}
		base := getenv(x.xdg)
		if !filepath.IsAbs(base) { // the specification: a relative one is to be ignored
			base = home(getenv, x.unix, x.win)
		}
		if base == "" {
			return p, ErrNoHome
		}
		*x.to = filepath.Join(base, "depesche", x.after)
	}
	return p, nil
}

func home(getenv func(string) string, unix, win string) string {
	if runtime.GOOS == "windows" {
		return getenv(win)
	}
	if h := getenv("HOME"); filepath.IsAbs(h) {
		return filepath.Join(h, filepath.FromSlash(unix))
	}
	return ""
}
