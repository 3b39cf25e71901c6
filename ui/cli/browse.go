package cli

import (
	"context"
	"fmt"
	"net/url"
	"os/exec"
	"path"
	"runtime"
	"slices"

	"depesche/feed"
	"depesche/feed/fetch"
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
	argv := a.opener(link)
	if len(argv) == 0 {
		argv = a.cfg.Browser
	}
	if len(argv) == 0 {
		argv = openers[runtime.GOOS]
	}
	if len(argv) == 0 {
		argv = []string{"xdg-open"}
	}
	argv = append(slices.Clone(argv), link)
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

// opener is the program of the settings for an address: the first whose pattern fits
// what stands behind the scheme, or the last part of the path.
func (a *app) opener(link string) []string {
	u, err := url.Parse(link)
	if err != nil {
		return nil
	}
	for _, o := range a.cfg.Openers {
		for _, s := range []string{u.Host + u.Path, path.Base(u.Path), u.Host} {
			if ok, err := path.Match(o.Pattern, s); ok && err == nil {
				return o.Run
			}
		}
	}
	return nil
}
