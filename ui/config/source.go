package config

import (
	"fmt"
	"slices"
	"strings"

	"depesche/feed"
)

// Source is one [[source]]: how a feed is asked for, or a program that makes one.
type Source struct {
	URL       string         `toml:"url"`        // of the feed; what is at the same host is asked for in the same way
	Exec      []string       `toml:"exec"`       // in place of url: a program whose output is the feed
	Filter    []string       `toml:"filter"`     // a program that the feed goes through
	Title     string         `toml:"title"`      // of a program's feed
	Folder    string         `toml:"folder"`     // of a program's feed: "Stadt/Wetter"
	UserAgent string         `toml:"user_agent"` // what we call ourselves there
	User      string         `toml:"user"`
	Password  any            `toml:"password"` // a Secret
	Cookie    any            `toml:"cookie"`   // a Secret
	Headers   map[string]any `toml:"headers"`  // text as it is, or a Secret
}

const (
	wantSource = "url or exec"
	wantSecret = `["program", ...] | "$VARIABLE"`
	wantHeader = `"text" | ` + wantSecret
)

// Secret is where a secret is kept: never in the settings themselves.
type Secret struct {
	Command  []string // a program that prints it, as its first line
	Variable string   // or a variable of the environment
}

// AsSecret reads ["program", ...] or "$VARIABLE".
func AsSecret(v any) (Secret, bool) {
	switch v := v.(type) {
	case string:
		name, ok := strings.CutPrefix(v, "$")
		return Secret{Variable: name}, ok && name != ""
	case []any:
		var s Secret
		for _, w := range v {
			word, ok := w.(string)
			if !ok {
				return Secret{}, false
			}
			s.Command = append(s.Command, word)
		}
		return s, len(s.Command) > 0 && s.Command[0] != ""
	}
	return Secret{}, false
}

// secret reports whether a setting's value is no matter for messages.
func secret(key string) bool {
	return key == "source.password" || key == "source.cookie" || strings.HasPrefix(key, "source.headers.")
}

// Address is what the source goes by: its address, or "exec:" and the program's words.
func (s *Source) Address() string {
	if len(s.Exec) > 0 {
		return "exec:" + strings.Join(s.Exec, " ")
	}
	return s.URL
}

// checkSources tests what stands in [[source]] and drops those that hold nothing.
func (c *Config) checkSources(bad func(key, want string)) {
	c.Sources = slices.DeleteFunc(c.Sources, func(s Source) bool { return s.empty() })
	if len(c.Sources) == 0 {
		c.Sources = nil
	}
	for i := range c.Sources {
		s := &c.Sources[i]
		program := len(s.Exec) > 0 && s.Exec[0] != ""
		switch {
		case s.URL == "" && !program, s.URL != "" && len(s.Exec) > 0, s.URL != "" && feed.WebLink(s.URL) == "":
			bad("source.url", wantSource)
		case len(s.Filter) > 0 && s.Filter[0] == "":
			bad("source.filter", wantCommand)
		}
		for key, v := range map[string]any{"source.password": s.Password, "source.cookie": s.Cookie} {
			if _, ok := AsSecret(v); v != nil && !ok {
				bad(key, wantSecret)
			}
		}
		for name, v := range s.Headers {
			_, text := v.(string)
			if _, ok := AsSecret(v); !ok && !text {
				bad("source.headers."+name, wantHeader)
			}
		}
	}
}

func (s *Source) empty() bool {
	return s.URL == "" && s.Exec == nil && s.Filter == nil && s.Title == "" && s.Folder == "" && s.UserAgent == "" && s.User == "" &&
		s.Password == nil && s.Cookie == nil && s.Headers == nil
}

// text writes the source as TOML. What may be secret is left out: it would stand
// in every report that a reader pastes.
func (s *Source) text() string {
	var b strings.Builder
	line := func(key string, v any, there bool) {
		if there {
			fmt.Fprintf(&b, "%s = %s\n", key, value(v))
		}
	}
	line("url", s.URL, s.URL != "")
	line("exec", s.Exec, len(s.Exec) > 0)
	line("filter", s.Filter, len(s.Filter) > 0)
	line("title", s.Title, s.Title != "")
	line("folder", s.Folder, s.Folder != "")
	line("user_agent", s.UserAgent, s.UserAgent != "")
	line("user", s.User, s.User != "")
	line("password", s.Password, s.Password != nil)
	line("cookie", s.Cookie, s.Cookie != nil)
	var names []string
	for name := range s.Headers {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		v := s.Headers[name]
		if _, kept := AsSecret(v); !kept {
			v = "…"
		}
		line("headers."+quoted(name), v, true)
	}
	return b.String()
}
