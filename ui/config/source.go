package config

import (
	"cmp"
	"fmt"
	"net/url"
	"reflect"
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
	Password  any            `toml:"password"`  // a Secret
	Cookie    any            `toml:"cookie"`    // a Secret
	Headers   map[string]any `toml:"headers"`   // text as it is, or a Secret
	Interval  Duration       `toml:"interval"`  // between two questions by schedule; 0: it adapts
	Proxy     string         `toml:"proxy"`     // for this source; "": as [network] says
	FullText  *bool          `toml:"full_text"` // nil: as [refresh] says
	Pictures  *bool          `toml:"pictures"`  // false: only when the reader asks; nil: as [refresh] says
	Keep      SourceKeep     `toml:"keep"`
}

// SourceKeep is how much stays of one source; nil: as [keep] says.
type SourceKeep struct {
	Days     *int  `toml:"days"`     // 0: for ever
	Articles *int  `toml:"articles"` // 0: any number
	Size     *Size `toml:"size"`     // of texts; 0: any
}

// Over is what holds for the source where [keep] says k.
func (s SourceKeep) Over(k Keep) (days, articles int, size Size) {
	days, articles = k.Days, k.PerSource
	if s.Days != nil {
		days = *s.Days
	}
	if s.Articles != nil {
		articles = *s.Articles
	}
	if s.Size != nil {
		size = *s.Size
	}
	return days, articles, size
}

// entries are the settings that are there, as TOML.
func (s SourceKeep) entries() []string {
	var out []string
	if s.Days != nil {
		out = append(out, "days = "+value(*s.Days))
	}
	if s.Articles != nil {
		out = append(out, "articles = "+value(*s.Articles))
	}
	if s.Size != nil {
		out = append(out, "size = "+value(*s.Size))
	}
	return out
}

// sourceKeys are the settings of a source, dotted.
func sourceKeys() []string {
	var out []string
	for f := range reflect.TypeFor[Source]().Fields() {
		name := "source." + f.Tag.Get("toml")
		if f.Type != reflect.TypeFor[SourceKeep]() {
			out = append(out, name)
			continue
		}
		for k := range f.Type.Fields() {
			out = append(out, name+"."+k.Tag.Get("toml"))
		}
	}
	return out
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
	return key == "network.proxy" || key == "source.proxy" || key == "source.password" || key == "source.cookie" || strings.HasPrefix(key, "source.headers.")
}

// Address is what the source goes by: its address, or "exec:" and the program's words.
func (s *Source) Address() string {
	if len(s.Exec) > 0 {
		return "exec:" + strings.Join(s.Exec, " ")
	}
	return s.URL
}

// checkSources tests what stands in [[source]] and drops those that hold nothing.
func (c *Config) checkSources(at map[string]place, badAt func(at place, key, want string)) {
	for i := range c.Sources {
		s := &c.Sources[i]
		if s.empty() {
			continue
		}
		bad := func(name, want string) {
			nth := numbered("source", i)
			table, _, _ := strings.Cut(name, ".")
			badAt(cmp.Or(at[nth+name], at[nth+table], at["source."+name], at["source"]), "source."+name, want)
		}
		program := len(s.Exec) > 0 && s.Exec[0] != ""
		switch {
		case s.URL == "" && !program, s.URL != "" && len(s.Exec) > 0, s.URL != "" && feed.WebLink(s.URL) == "":
			bad("url", wantSource)
		case len(s.Filter) > 0 && s.Filter[0] == "":
			bad("filter", wantCommand)
		}
		for key, v := range map[string]any{"password": s.Password, "cookie": s.Cookie} {
			if _, ok := AsSecret(v); v != nil && !ok {
				bad(key, wantSecret)
			}
		}
		for name, v := range s.Headers {
			_, text := v.(string)
			if _, ok := AsSecret(v); !ok && !text {
				bad("headers."+name, wantHeader)
			}
		}
		if s.Interval != 0 && (s.Interval < Minutes(10) || s.Interval > Minutes(30*24*60)) {
			bad("interval", wantPace)
		}
		if !isProxy(s.Proxy) {
			bad("proxy", wantProxy)
		}
		if k := s.Keep.Days; k != nil && !within(*k, 0, 36500) {
			bad("keep.days", "0..36500")
		}
		if k := s.Keep.Articles; k != nil && !within(*k, 0, 1_000_000) {
			bad("keep.articles", "0..1000000")
		}
	}
	c.Sources = slices.DeleteFunc(c.Sources, func(s Source) bool { return s.empty() })
	if len(c.Sources) == 0 {
		c.Sources = nil
	}
}

func (s *Source) empty() bool {
	return s.URL == "" && s.Exec == nil && s.Filter == nil && s.Title == "" && s.Folder == "" && s.UserAgent == "" && s.User == "" &&
		s.Password == nil && s.Cookie == nil && s.Headers == nil && s.Keep == SourceKeep{} && !s.askedOtherwise()
}

// askedOtherwise reports whether the source is asked otherwise than all.
func (s *Source) askedOtherwise() bool {
	return s.Interval != 0 || s.Proxy != "" || s.FullText != nil || s.Pictures != nil
}

// isProxy reports whether a value names a proxy, or none.
func isProxy(v string) bool {
	if v == "" || v == Direct {
		return true
	}
	u, err := url.Parse(v)
	return err == nil && u.Hostname() != "" && slices.Contains(proxies, u.Scheme)
}

// proxies are the ways in which proxies are spoken to; with socks5h they look names up, too.
var proxies = []string{"http", "https", "socks5", "socks5h"}

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
	line("interval", s.Interval, s.Interval != 0)
	line("proxy", feed.Bare(s.Proxy), s.Proxy != "")
	if s.FullText != nil {
		line("full_text", *s.FullText, true)
	}
	if s.Pictures != nil {
		line("pictures", *s.Pictures, true)
	}
	if keep := s.Keep.entries(); keep != nil {
		fmt.Fprintf(&b, "keep = { %s }\n", strings.Join(keep, ", "))
	}
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
