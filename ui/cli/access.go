package cli

import (
	"cmp"
	"context"
	"encoding/base64"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"depesche/cache"
	"depesche/feed"
	"depesche/feed/direct"
	"depesche/feed/fetch"
	"depesche/feed/program"
	"depesche/ui/config"
)

// vault keeps secrets while the program runs, so that one that prints a password is run
// once and not for each page.
type vault struct {
	mu   sync.Mutex
	kept map[string]string
}

// secretTime is what a program has that prints a secret: it may have to ask its owner.
const secretTime = 2 * time.Minute

// secret fetches a secret from where the settings say it is.
func (a *app) secret(ctx context.Context, s config.Secret) (string, error) {
	if s.Variable != "" {
		v := a.getenv(s.Variable)
		if v == "" {
			return "", &config.MissingError{Variable: s.Variable}
		}
		return v, nil
	}
	a.vault.mu.Lock()
	defer a.vault.mu.Unlock()
	key := strings.Join(s.Command, "\x00")
	if v, ok := a.vault.kept[key]; ok {
		return v, nil
	}
	out, err := program.Run(ctx, s.Command, nil, program.Limits{Time: secretTime, Bytes: 64 << 10, Secret: true})
	if err != nil {
		return "", err
	}
	v, _, _ := strings.Cut(string(out), "\n")
	v = strings.TrimSuffix(v, "\r")
	if a.vault.kept == nil {
		a.vault.kept = map[string]string{}
	}
	a.vault.kept[key] = v
	return v, nil
}

// sourceFor finds what the settings say of an address: of the feed itself, else of
// another at the same host.
func (a *app) sourceFor(address string) *config.Source {
	var near *config.Source
	for i := range a.cfg.Sources {
		s := &a.cfg.Sources[i]
		switch {
		case s.URL == "":
		case feed.Address(s.URL) == feed.Address(address):
			return s
		case near == nil && fetch.SameHost(s.URL, address):
			near = s
		}
	}
	return near
}

// access is fetch.Options.Access by the settings.
func (a *app) access(ctx context.Context, address string) (http.Header, error) {
	s := a.sourceFor(address)
	if s == nil {
		return nil, nil
	}
	h := http.Header{}
	set := func(name string, v any) error {
		kept, ok := config.AsSecret(v)
		if !ok {
			text, _ := v.(string)
			h.Set(name, text)
			return nil
		}
		text, err := a.secret(ctx, kept)
		h.Set(name, text)
		return err
	}
	for name, v := range s.Headers {
		if err := set(name, v); err != nil {
			return nil, err
		}
	}
	if s.Cookie != nil {
		if err := set("Cookie", s.Cookie); err != nil {
			return nil, err
		}
	}
	if s.UserAgent != "" {
		h.Set("User-Agent", s.UserAgent)
	}
	if s.User != "" || s.Password != nil {
		password := ""
		if kept, ok := config.AsSecret(s.Password); ok {
			var err error
			if password, err = a.secret(ctx, kept); err != nil {
				return nil, err
			}
		}
		h.Set("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(s.User+":"+password)))
	}
	return h, nil
}

// proxy is fetch.Options.Proxy by the settings: that of the source on whose behalf is asked, else
// of the address; else the one for all, but not to the own network; else as the environment says.
func (a *app) proxy(r *http.Request) (*url.URL, error) {
	address := r.URL.String()
	set := ""
	if s := a.sourceFor(cmp.Or(fetch.Behalf(r.Context()), address)); s != nil {
		set = s.Proxy
	}
	if set == "" && !fetch.Local(address) {
		set = a.cfg.Network.Proxy
	}
	switch set {
	case "":
		return http.ProxyFromEnvironment(r)
	case config.Direct:
		return nil, nil
	}
	return url.Parse(set)
}

// asking is how single sources are asked, by their address.
func (a *app) asking() map[string]cache.Asking {
	out := map[string]cache.Asking{}
	for i := range a.cfg.Sources {
		s := &a.cfg.Sources[i]
		if s.Interval != 0 || s.FullText != nil || s.Pictures != nil {
			out[feed.Address(s.Address())] = cache.Asking{Interval: time.Duration(s.Interval), FullText: s.FullText, Pictures: s.Pictures}
		}
	}
	return out
}

// bare are the addresses of the sources without pictures.
func (a *app) bare() map[string]bool {
	out := map[string]bool{}
	for i := range a.cfg.Sources {
		if s := &a.cfg.Sources[i]; s.Pictures != nil && !*s.Pictures {
			out[feed.Address(s.Address())] = true
		}
	}
	return out
}

// programs are the sources that the settings let programs make or filter.
func (a *app) programs() []direct.Program {
	out := []direct.Program{}
	for i := range a.cfg.Sources {
		s := &a.cfg.Sources[i]
		if len(s.Exec) == 0 && len(s.Filter) == 0 {
			continue
		}
		out = append(out, direct.Program{
			Source: feed.Source{URL: s.Address(), Title: feed.Line(s.Title), Folder: folders(s.Folder)}, Exec: s.Exec, Filter: s.Filter,
		})
	}
	return out
}

// runs says which program makes a source or goes over it, "" where none does.
func (a *app) runs(address string) string {
	if words, ok := strings.CutPrefix(address, "exec:"); ok {
		return words
	}
	for i := range a.cfg.Sources {
		if s := &a.cfg.Sources[i]; len(s.Filter) > 0 && feed.Address(s.Address()) == feed.Address(address) {
			return strings.Join(s.Filter, " ")
		}
	}
	return ""
}
