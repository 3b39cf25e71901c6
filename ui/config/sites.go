package config

import (
	"errors"
	"strings"

	"depesche/feed/extract"
)

// Site is what the reader knows better about the pages of one host, in CSS
// selectors: [site] "bote.example" = { drop = [".teaser"] }.
type Site struct {
	Keep   []string `toml:"keep"`    // part of the text, whatever it looks like
	Drop   []string `toml:"drop"`    // no part of it
	StopAt []string `toml:"stop_at"` // where the article ends
}

// sites makes rules of what the reader wrote; bad is told what is none, and under
// which key.
func (c *Config) sites(bad func(key, value, want string)) {
	for host, s := range c.Site {
		key := "site." + host
		if host == "" || host != strings.ToLower(host) || strings.ContainsAny(host, "/:@*? ") {
			bad(key, quoted(host), wantHost)
			continue
		}
		for _, part := range []struct {
			name      string
			selectors []string
		}{{"keep", s.Keep}, {"drop", s.Drop}, {"stop_at", s.StopAt}} {
			_, err := extract.NewRules(part.selectors, nil, nil)
			var e *extract.SelectorError
			if errors.As(err, &e) {
				bad(key+"."+part.name, quoted(e.Selector), wantSelectors)
			}
		}
		if r, err := extract.NewRules(s.Keep, s.Drop, s.StopAt); err == nil {
			if c.Rules == nil {
				c.Rules = extract.Sites{}
			}
			c.Rules[host] = r
		}
	}
}

// String writes the rules of a site as they are read.
func (s Site) String() string {
	var parts []string
	for _, p := range []struct {
		name      string
		selectors []string
	}{{"keep", s.Keep}, {"drop", s.Drop}, {"stop_at", s.StopAt}} {
		if len(p.selectors) > 0 {
			parts = append(parts, p.name+" = "+array(p.selectors, quoted))
		}
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

// known are the keys that one might have been meant to be: those of a site bear
// its name.
func known(key string) []string {
	if strings.HasPrefix(key, "source.") {
		return sourceKeys()
	}
	i := strings.LastIndexByte(key, '.')
	if i < 0 || !strings.HasPrefix(key, "site.") {
		return names()
	}
	return []string{key[:i] + ".keep", key[:i] + ".drop", key[:i] + ".stop_at"}
}
