package config

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"depesche/feed"
	"depesche/ui/keys"
	"depesche/ui/locale"
	"depesche/ui/picture"
	"depesche/ui/theme"
)

// Option is one key of config.toml. What it means in words is in locale,
// under the same key.
type Option struct {
	Key     string // dotted
	Want    string // what may stand there
	Example string // a value worth trying, as TOML; "" where the default shows enough

	get func(*Config) any
	ok  func(*Config) bool // nil: the type says enough
}

const (
	wantCommand   = `["program", "argument", ...]`
	wantHost      = `"paper.example"`
	wantSelectors = `[".class", "#id", "div > p"]`
	wantSite      = `"paper.example" = { keep = [...], drop = [...], stop_at = [...] }`
	wantKeys      = `"key" | ["key", ...]`
	wantBool      = "true | false"
	wantInterval  = `"1m".."365d" | "0"`
	wantTimeout   = `"1s".."1h"`
	wantPace      = `"10m".."30d" | "0"`
	wantProxy     = `"http://host:port" | "socks5://host:port" | "socks5h://host:port" | "direct"`
	wantSize      = `"500kB" | "16MB"`
	wantRoom      = `"300MB" | "2GB" | "0"`
	wantFolder    = `"~/folder" | "/folder"`
)

// The words that a value may be.
var (
	languages    = append([]string{"auto"}, locale.Codes()...)
	hyphenations = []string{"auto", "always", "never"}
	backgrounds  = []string{"auto", "light", "dark"}
	pictures     = []string{Ahead, Open, Demand}
	presets      = keys.Presets()
)

const exampleSource = `url = "https://bote.example/abo.xml"
user = "ada"
password = ["secret-tool", "lookup", "service", "bote"]
cookie = "$BOTE_COOKIE"
user_agent = "Mozilla/5.0 (depesche)"
headers = { X-Edition = "abend" }
filter = ["/home/ada/bin/without-sport"]
interval = "3h"
proxy = "socks5h://127.0.0.1:9050"
full_text = false
pictures = false
keep = { days = 30, articles = 500, size = "20MB" }`

var options = []Option{
	{
		Key: "language", Want: oneOf(languages), Example: `"de"`, get: func(c *Config) any { return c.Language },
		ok: func(c *Config) bool { return slices.Contains(languages, c.Language) },
	},
	{
		Key: "browser", Want: wantCommand, Example: `["firefox", "--new-tab"]`, get: func(c *Config) any { return c.Browser },
		ok: func(c *Config) bool { return len(c.Browser) == 0 || c.Browser[0] != "" },
	},
	{
		Key: "screen.theme", Want: oneOf(theme.Names()), get: func(c *Config) any { return c.Screen.Theme },
		ok: func(c *Config) bool { return slices.Contains(theme.Names(), c.Screen.Theme) },
	},
	{
		Key: "screen.background", Want: oneOf(backgrounds), Example: `"dark"`, get: func(c *Config) any { return c.Screen.Background },
		ok: func(c *Config) bool { return slices.Contains(backgrounds, c.Screen.Background) },
	},
	{
		Key: "screen.width", Want: "20..200", Example: "64", get: func(c *Config) any { return c.Screen.Width },
		ok: func(c *Config) bool { return within(c.Screen.Width, 20, 200) },
	},
	{
		Key: "screen.hyphenate", Want: oneOf(hyphenations), get: func(c *Config) any { return c.Screen.Hyphenate },
		ok: func(c *Config) bool { return slices.Contains(hyphenations, c.Screen.Hyphenate) },
	},
	{
		Key: "screen.columns", Want: "1 | 2", Example: "2", get: func(c *Config) any { return c.Screen.Columns },
		ok: func(c *Config) bool { return within(c.Screen.Columns, 1, 2) },
	},
	{Key: "screen.justify", Want: wantBool, get: func(c *Config) any { return c.Screen.Justify }},
	{Key: "screen.unread", Want: wantBool, get: func(c *Config) any { return c.Screen.Unread }},
	{Key: "screen.preview", Want: wantBool, get: func(c *Config) any { return c.Screen.Preview }},
	{Key: "screen.mouse", Want: wantBool, get: func(c *Config) any { return c.Screen.Mouse }},
	{
		Key: "screen.pictures", Want: oneOf(picture.Settings()), Example: `"off"`, get: func(c *Config) any { return c.Screen.Pictures },
		ok: func(c *Config) bool { return slices.Contains(picture.Settings(), c.Screen.Pictures) },
	},
	{Key: "screen.accessible", Want: wantBool, get: func(c *Config) any { return c.Screen.Accessible }},
	{Key: "refresh.at_start", Want: wantBool, get: func(c *Config) any { return c.Refresh.AtStart }},
	{
		Key: "refresh.interval", Want: wantInterval, Example: `"1h"`, get: func(c *Config) any { return c.Refresh.Interval },
		ok: func(c *Config) bool {
			i := c.Refresh.Interval
			return i == 0 || i >= Minutes(1) && i <= Minutes(365*24*60)
		},
	},
	{Key: "refresh.full_text", Want: wantBool, get: func(c *Config) any { return c.Refresh.FullText }},
	{
		Key: "refresh.pictures", Want: oneOf(pictures), Example: `"demand"`, get: func(c *Config) any { return c.Refresh.Pictures },
		ok: func(c *Config) bool { return slices.Contains(pictures, c.Refresh.Pictures) },
	},
	{Key: "refresh.picture_day", Want: wantSize, Example: `"10MB"`, get: func(c *Config) any { return c.Refresh.PictureDay }},
	{
		Key: "refresh.connections", Want: "1..512", get: func(c *Config) any { return c.Refresh.Connections },
		ok: func(c *Config) bool { return within(c.Refresh.Connections, 1, 512) },
	},
	{
		Key: "refresh.per_host", Want: "1..8", get: func(c *Config) any { return c.Refresh.PerHost },
		ok: func(c *Config) bool { return within(c.Refresh.PerHost, 1, 8) },
	},
	{
		Key: "refresh.timeout", Want: wantTimeout, get: func(c *Config) any { return c.Refresh.Timeout },
		ok: func(c *Config) bool { return c.Refresh.Timeout >= Seconds(1) && c.Refresh.Timeout <= Minutes(60) },
	},
	{
		Key: "refresh.max_size", Want: wantSize, get: func(c *Config) any { return c.Refresh.MaxSize },
		ok: func(c *Config) bool { return c.Refresh.MaxSize >= 1000 },
	},
	{
		Key: "network.proxy", Want: wantProxy, Example: `"socks5h://127.0.0.1:9050"`, get: func(c *Config) any { return feed.Bare(c.Network.Proxy) },
		ok: func(c *Config) bool { return isProxy(c.Network.Proxy) },
	},
	{
		Key: "keep.days", Want: "0..36500", Example: "90", get: func(c *Config) any { return c.Keep.Days },
		ok: func(c *Config) bool { return within(c.Keep.Days, 0, 36500) },
	},
	{
		Key: "keep.articles", Want: "0..10000000", Example: "50000", get: func(c *Config) any { return c.Keep.Articles },
		ok: func(c *Config) bool { return within(c.Keep.Articles, 0, 10_000_000) },
	},
	{
		Key: "keep.per_source", Want: "0..1000000", Example: "2000", get: func(c *Config) any { return c.Keep.PerSource },
		ok: func(c *Config) bool { return within(c.Keep.PerSource, 0, 1_000_000) },
	},
	{Key: "keep.size", Want: wantRoom, Example: `"1GB"`, get: func(c *Config) any { return c.Keep.Size }},
	{Key: "keep.pictures", Want: wantRoom, Example: `"100MB"`, get: func(c *Config) any { return c.Keep.Pictures }},
	{
		Key: "download.folder", Want: wantFolder, Example: `"~/Podcasts"`, get: func(c *Config) any { return c.Download.Folder },
		ok: func(c *Config) bool { return isFolder(c.Download.Folder) },
	},
	{Key: "download.max_size", Want: wantRoom, Example: `"500MB"`, get: func(c *Config) any { return c.Download.MaxSize }},
	{
		Key: "keys.preset", Want: oneOf(presets), Example: `"vim"`, get: func(c *Config) any { return c.Keys.Preset },
		ok: func(c *Config) bool { return slices.Contains(presets, c.Keys.Preset) },
	},
	{Key: "keys.bind", Want: wantKeys, Example: `next-subhead = ["]", "}"]`, get: func(c *Config) any { return c.Keys.Bind }},
	{
		Key: "commands", Want: wantProgram, Example: `print = { run = ["lpr", "-T", "{headline}"], input = "text", output = "none" }`,
		get: func(c *Config) any { return c.Commands },
	},
	{Key: "open", Want: wantOpener, Example: `"*.mp3" = ["mpv", "--no-video"]`, get: func(c *Config) any { return c.Open }},
	{Key: "views", Want: wantQuery, Example: `"Hafen" = "hafen | section:Schiffahrt"`, get: func(c *Config) any { return c.Views }},
	{Key: "site", Want: wantSite, Example: `"bote.example" = { keep = ["aside.notes"], drop = [".teaser", "#poll"], stop_at = ["h2.more"] }`, get: func(c *Config) any { return c.Site }},
	{Key: "source", Want: wantSource, Example: exampleSource, get: func(c *Config) any { return c.Sources }},
}

// Options lists every key in the order of the example file.
func Options() []Option { return slices.Clone(options) }

func option(key string) (Option, bool) {
	for _, o := range options {
		if o.Key == key {
			return o, true
		}
	}
	return Option{}, false
}

func names() []string {
	ks := make([]string, len(options))
	for i, o := range options {
		ks[i] = o.Key
	}
	return ks
}

func oneOf(names []string) string { return strings.Join(names, " | ") }

// isFolder reports a folder that is the same from wherever depesche is started; "" is the default.
func isFolder(path string) bool {
	return path == "" || strings.HasPrefix(path, "~/") || filepath.IsAbs(path)
}

func within(n, low, high int) bool { return low <= n && n <= high }

// Example writes a config.toml in which every key stands, commented out, with
// its default and what it means. head opens the file, doc gives a key's meaning.
func Example(head string, doc func(key string) string) string {
	def := Default()
	var b strings.Builder
	comment(&b, head)
	table := ""
	for _, o := range options {
		b.WriteByte('\n')
		t, name := split(o.Key)
		if t != table {
			table = t
			fmt.Fprintf(&b, "[%s]\n\n", t)
		}
		comment(&b, doc(o.Key))
		if name != "" {
			fmt.Fprintf(&b, "#   %s\n", o.Want)
			fmt.Fprintf(&b, "# %s = %s\n", name, value(o.get(&def)))
		}
		if o.Example == "" {
			continue
		}
		if name == "" {
			comment(&b, o.Example)
		} else {
			fmt.Fprintf(&b, "# %s = %s\n", name, o.Example)
		}
	}
	return b.String()
}

// String writes what holds, as TOML.
func (c *Config) String() string {
	var b strings.Builder
	table := ""
	for _, o := range options {
		t, name := split(o.Key)
		if list, ok := o.get(c).([]Source); ok {
			for i := range list {
				fmt.Fprintf(&b, "\n[%s]\n%s", t, list[i].text())
			}
			continue
		}
		if t != table {
			table = t
			fmt.Fprintf(&b, "\n[%s]\n", t)
		}
		if name != "" {
			fmt.Fprintf(&b, "%s = %s\n", name, value(o.get(c)))
			continue
		}
		for _, line := range entries(o.get(c)) {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

// split parts a key into its table and its name; keys.bind, commands, site and source
// are tables themselves.
func split(key string) (table, name string) {
	switch key {
	case "keys.bind", "commands", "open", "views", "site":
		return key, ""
	case "source":
		return "[source]", "" // a list of tables
	}
	if i := strings.LastIndexByte(key, '.'); i >= 0 {
		return key[:i], key[i+1:]
	}
	return "", key
}

func comment(b *strings.Builder, text string) {
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		b.WriteString(strings.TrimRight("# "+line, " ") + "\n")
	}
}

func entries(table any) []string {
	var out []string
	switch t := table.(type) {
	case map[string]any:
		for k, v := range t {
			out = append(out, quoted(k)+" = "+value(v))
		}
	case map[string]string:
		for k, v := range t {
			out = append(out, quoted(k)+" = "+value(v))
		}
	case map[string][]string:
		for k, v := range t {
			out = append(out, quoted(k)+" = "+value(v))
		}
	case map[string]Site:
		for k, v := range t {
			out = append(out, quoted(k)+" = "+v.String())
		}
	}
	slices.Sort(out)
	return out
}

func value(v any) string {
	switch v := v.(type) {
	case string:
		return quoted(v)
	case bool:
		return strconv.FormatBool(v)
	case int:
		return strconv.Itoa(v)
	case fmt.Stringer:
		return quoted(v.String())
	case []string:
		return array(v, quoted)
	case []any:
		return array(v, value)
	case map[string]any:
		return "{ " + strings.Join(entries(v), ", ") + " }"
	}
	return quoted(fmt.Sprint(v))
}

func array[T any](v []T, one func(T) string) string {
	parts := make([]string, len(v))
	for i, e := range v {
		parts[i] = one(e)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// quoted writes a TOML basic string.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < 0x20 || r >= 0x7F && r <= 0x9F:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
