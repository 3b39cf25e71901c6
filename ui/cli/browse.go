package cli

import (
	"context"
	"fmt"
	"net/url"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"depesche/feed"
	"depesche/feed/fetch"
	"depesche/ui/config"
)

// openers are the systems' own programs that hand an address to a browser.
var openers = map[string][]string{
	"windows": {"rundll32", "url.dll,FileProtocolHandler"},
	"darwin":  {"open"},
}

// browse hands an address to the browser: one argument, http or https, never
// through a shell. An address that WebLink passes begins with "http" and so is
// never taken for an option.
func (a *app) browse(_ context.Context, address string) error {
	link := feed.WebLink(address)
	if link == "" {
		return fmt.Errorf("open %s: %w", fetch.Shown(address), fetch.ErrScheme)
	}
	argv := a.opener(addressNames(link))
	if len(argv) == 0 {
		argv = a.cfg.Browser
	}
	if len(argv) == 0 {
		argv = systemOpener()
	}
	return a.launch(argv, link)
}

// systemOpener is the system's own program that opens addresses and files.
func systemOpener() []string {
	if argv := openers[runtime.GOOS]; argv != nil {
		return argv
	}
	return []string{"xdg-open"}
}

// play hands one of an article's files to the program that the settings have for it: the file on
// the disk where there is one, else its address. Without such a program the browser gets the
// address, and the system the file, if it is one that is only played or shown.
func (a *app) play(ctx context.Context, e feed.Enclosure, file string) error {
	names := append(addressNames(feed.WebLink(e.URL)), strings.ToLower(e.Type))
	if file != "" {
		names = append(names, filepath.Base(file))
	}
	argv := a.opener(names)
	switch {
	case file == "" && len(argv) == 0:
		return a.browse(ctx, e.URL)
	case file == "":
		link := feed.WebLink(e.URL)
		if link == "" {
			return fmt.Errorf("open %s: %w", fetch.Shown(e.URL), fetch.ErrScheme)
		}
		return a.launch(argv, link)
	case len(argv) == 0 && feed.MediaType(file) == "":
		return &config.NoOpenerError{File: file}
	case len(argv) == 0:
		argv = systemOpener()
	}
	return a.launch(argv, file)
}

// launch runs a program with one more argument.
func (a *app) launch(argv []string, what string) error {
	argv = append(slices.Clone(argv), what)
	// Not bound to the context: the browser outlives us.
	cmd := exec.Command(argv[0], argv[1:]...)
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() {
		if err := cmd.Wait(); err != nil {
			a.logger().Warn("browser", "program", argv[0], "err", err)
		}
	}()
	return nil
}

// opener is the program of the settings for what has such names: the first whose pattern fits one.
func (a *app) opener(names []string) []string {
	for _, o := range a.cfg.Openers {
		for _, s := range names {
			if ok, err := path.Match(o.Pattern, s); ok && err == nil && s != "" {
				return o.Run
			}
		}
	}
	return nil
}

// addressNames are what a pattern may fit of an address: what stands behind the scheme, the last
// part of the path, or the host.
func addressNames(link string) []string {
	u, err := url.Parse(link)
	if err != nil || u.Host == "" {
		return nil
	}
	return []string{u.Host + u.Path, path.Base(u.Path), u.Host}
}
