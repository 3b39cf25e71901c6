package config

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

func load(t *testing.T, text string) (Config, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return Load(path, true)
}

func TestLoad(t *testing.T) {
	c, err := load(t, "\xEF\xBB\xBF"+`
language = "de"
browser = ["firefox", "--new-tab"]
[screen]
width = 60
justify = true
[refresh]
interval = "2d"
timeout = "1500ms"
max_size = "500kB"
[keys]
preset = "vim"
[keys.bind]
quit = "Q"
next-subhead = ["]", "}"]
open-browser = ""
[commands]
speak = ["espeak-ng", "-v", "de"]
`)
	if err != nil {
		t.Fatal(err)
	}
	if c.Language != "de" || c.Screen.Width != 60 || !c.Screen.Justify || c.Screen.Hyphenate != "auto" || c.Keys.Preset != "vim" {
		t.Errorf("plain values: %+v", c)
	}
	if got := time.Duration(c.Refresh.Interval); got != 48*time.Hour {
		t.Errorf("interval %v", got)
	}
	if got := time.Duration(c.Refresh.Timeout); got != 1500*time.Millisecond {
		t.Errorf("timeout %v", got)
	}
	if c.Refresh.MaxSize != 500_000 {
		t.Errorf("max_size %v", c.Refresh.MaxSize)
	}
	want := []Bind{{"quit", []string{"Q"}, 14}, {"next-subhead", []string{"]", "}"}, 15}, {"open-browser", nil, 16}}
	if !reflect.DeepEqual(c.Binds, want) {
		t.Errorf("binds %+v, want %+v", c.Binds, want)
	}
	if got := c.Programs["speak"]; !reflect.DeepEqual(got, Program{Run: []string{"espeak-ng", "-v", "de"}}) {
		t.Errorf("programs %v", c.Programs)
	}
}

func TestSites(t *testing.T) {
	c, err := load(t, "[site]\n'bote.example' = { drop = ['.teaser'] }\n[site.'welt.example']\nkeep = ['aside']\n")
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Rules) != 2 || c.Rules.For("https://www.bote.example/a") == nil || c.Rules.For("https://post.example/") != nil {
		t.Errorf("rules %v", c.Rules)
	}
}

func TestLoadFaults(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []Error
	}{
		"an unknown key": {
			"language = 'de'\nlanguag = 'en'\n",
			[]Error{{Line: 2, Kind: UnknownKey, Key: "languag", Nearest: "language"}},
		},
		"a key in the wrong table": {
			"[refresh]\nwidth = 3\n",
			[]Error{{Line: 2, Kind: UnknownKey, Key: "refresh.width", Nearest: "screen.width"}},
		},
		"a key without its table, misspelt": {
			"intervall = '1h'\n",
			[]Error{{Line: 1, Kind: UnknownKey, Key: "intervall", Nearest: "refresh.interval"}},
		},
		"two unknown keys": {
			"[screen]\nwidht = 3\n\ncolour = 3\n",
			[]Error{{Line: 2, Kind: UnknownKey, Key: "screen.widht", Nearest: "screen.width"}, {Line: 4, Kind: UnknownKey, Key: "screen.colour"}},
		},
		"a value out of range": {
			"[screen]\nwidth = 7\n",
			[]Error{{Line: 2, Kind: BadValue, Key: "screen.width", Value: "7", Want: "20..200"}},
		},
		"two bad values, in the order of the file": {
			"[screen]\nwidth = 7\nbackground = 'pink'\n",
			[]Error{
				{Line: 2, Kind: BadValue, Key: "screen.width", Value: "7", Want: "20..200"},
				{Line: 3, Kind: BadValue, Key: "screen.background", Value: "'pink'", Want: "auto | light | dark"},
			},
		},
		"a value of the wrong type": {
			"[screen]\n\nwidth = \"wide\"\n",
			[]Error{{Line: 3, Kind: BadValue, Key: "screen.width", Value: `"wide"`, Want: "20..200"}},
		},
		"a duration that is none": {
			"[refresh]\ninterval = \"often\"\n",
			[]Error{{Line: 2, Kind: BadValue, Key: "refresh.interval", Value: `"often"`, Want: wantInterval}},
		},
		"an interval that would hammer": {
			"[refresh]\ninterval = \"2s\"\n",
			[]Error{{Line: 2, Kind: BadValue, Key: "refresh.interval", Value: `"2s"`, Want: wantInterval}},
		},
		"a source that would be hammered": {
			"[[source]]\nurl = 'https://a.example/'\ninterval = '1m'\n",
			[]Error{{Line: 3, Kind: BadValue, Key: "source.interval", Value: "'1m'", Want: wantPace}},
		},
		"a proxy that is none, and may hold a password": {
			"[network]\nproxy = 'ada:geheim@proxy'\n",
			[]Error{{Line: 2, Kind: BadValue, Key: "network.proxy", Value: "…", Want: wantProxy}},
		},
		"a key that is no key": {
			"[keys.bind]\nquit = 3\n",
			[]Error{{Line: 2, Kind: BadValue, Key: "keys.bind.quit", Value: "3", Want: wantKeys}},
		},
		"an empty command": {
			"[commands]\nspeak = []\n",
			[]Error{{Line: 2, Kind: BadValue, Key: "commands.speak", Value: "[]", Want: wantProgram}},
		},
		"a command with an input that is none": {
			"[commands]\nspeak = { run = [\"x\"], input = \"pdf\" }\n",
			[]Error{{Line: 2, Kind: BadValue, Key: "commands.speak", Value: `{ run = ["x"], input = "pdf" }`, Want: wantProgram}},
		},
		"a pattern without a program": {
			"[open]\n\"*.mp3\" = []\n",
			[]Error{{Line: 2, Kind: BadValue, Key: "open.*.mp3", Value: "[]", Want: wantOpener}},
		},
		"a query that cannot be read": {
			"[views]\nHafen = \"(\"\n",
			[]Error{{Line: 2, Kind: BadValue, Key: "views.Hafen", Value: `"("`, Want: wantQuery}},
		},
		"a bad selector": {
			"[site.'bote.example']\nkeep = ['.a']\ndrop = [\n '.b',\n 'p[']\n",
			[]Error{{Line: 3, Kind: BadValue, Key: "site.bote.example.drop", Value: `"p["`, Want: wantSelectors}},
		},
		"a bad selector in a table of one line": {
			"[site]\n\"bote.example\" = { stop_at = ['>'] }\n",
			[]Error{{Line: 2, Kind: BadValue, Key: "site.bote.example.stop_at", Value: `">"`, Want: wantSelectors}},
		},
		"an address in place of a host": {
			"[site.'https://bote.example/']\nkeep = ['.a']\n",
			[]Error{{Line: 1, Kind: BadValue, Key: "site.https://bote.example/", Value: `"https://bote.example/"`, Want: wantHost}},
		},
		"an unknown rule of a site": {
			"[site.'bote.example']\nstopat = ['.a']\n",
			[]Error{{Line: 2, Kind: UnknownKey, Key: "site.bote.example.stopat", Nearest: "site.bote.example.stop_at"}},
		},
		"a limit of the first of two sources": {
			"[[source]]\nurl = 'https://a.example/'\nkeep = { days = 40000 }\n[[source]]\nurl = 'https://b.example/'\nkeep = { days = 4 }\n",
			[]Error{{Line: 3, Kind: BadValue, Key: "source.keep.days", Value: "{ days = 40000 }", Want: "0..36500"}},
		},
		"a limit that a source does not have": {
			"[[source]]\nurl = 'https://a.example/'\n[source.keep]\nday = 3\n",
			[]Error{{Line: 4, Kind: UnknownKey, Key: "source.keep.day", Nearest: "source.keep.days"}},
		},
		"a size that is none": {
			"[keep]\nsize = 'big'\n",
			[]Error{{Line: 2, Kind: BadValue, Key: "keep.size", Value: "'big'", Want: wantRoom}},
		},
		"a browser that would be an empty program": {
			"browser = ['', 'x']\n",
			[]Error{{Line: 1, Kind: BadValue, Key: "browser", Value: "['', 'x']", Want: wantCommand}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := load(t, c.text)
			var got []Error
			for _, e := range list(err) {
				f := *e
				f.File, f.Err = "", nil
				got = append(got, f)
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}

// list takes a joined error apart.
func list(err error) []*Error {
	if j, ok := err.(interface{ Unwrap() []error }); ok {
		var out []*Error
		for _, e := range j.Unwrap() {
			out = append(out, list(e)...)
		}
		return out
	}
	var e *Error
	if errors.As(err, &e) {
		return []*Error{e}
	}
	return nil
}

func TestSyntaxErrorNamesTheLine(t *testing.T) {
	_, err := load(t, "language = \"de\"\n\n[screen\nwidth = 3\n")
	var e *Error
	if !errors.As(err, &e) || e.Kind != Syntax || e.Line != 3 {
		t.Fatalf("got %+v", err)
	}
}

// The language is known even where something else is wrong, so that the
// complaint is in it.
func TestLanguageSurvivesAFault(t *testing.T) {
	c, err := load(t, "language = 'de'\n[screen]\nwidth = 2\n")
	if err == nil || c.LocaleName(func(string) string { return "" }) != "de" {
		t.Fatalf("%v, %q", err, c.Language)
	}
}

func TestLoadWithoutAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.toml")
	c, err := Load(path, false)
	if err != nil || !reflect.DeepEqual(c, Default()) {
		t.Errorf("%+v, %v", c, err)
	}
	if _, err := Load(path, true); err == nil {
		t.Error("a file that was named must exist")
	}
	_, err = Load(t.TempDir(), false)
	var e *Error
	if !errors.As(err, &e) || e.Kind != Unreadable {
		t.Errorf("a folder in its place: %v", err)
	}
}

func TestLoadIsBounded(t *testing.T) {
	_, err := load(t, strings.Repeat("# words\n", maxSize/8+1))
	var e *Error
	if !errors.As(err, &e) || e.Kind != Unreadable {
		t.Errorf("got %v", err)
	}
}

// Every key of the struct is in the table and the other way round.
func TestTableIsComplete(t *testing.T) {
	var fields []string
	var walk func(t reflect.Type, prefix string)
	walk = func(t reflect.Type, prefix string) {
		for f := range t.Fields() {
			tag := f.Tag.Get("toml")
			if tag == "-" {
				continue
			}
			if f.Type.Kind() == reflect.Struct {
				walk(f.Type, tag+".")
				continue
			}
			fields = append(fields, prefix+tag)
		}
	}
	walk(reflect.TypeFor[Config](), "")
	want := map[string]bool{}
	for _, k := range fields {
		want[k] = true
		if _, ok := option(k); !ok {
			t.Errorf("%s has no Option", k)
		}
	}
	for _, k := range names() {
		if !want[k] {
			t.Errorf("%s has no field", k)
		}
	}
}

// The example with every default uncommented is the default; with every
// example uncommented it is valid.
func TestExample(t *testing.T) {
	ex := Example("head", func(key string) string { return "doc of " + key })
	if c, err := load(t, ex); err != nil || !same(c, Default()) {
		t.Fatalf("as written: %v, %+v", err, c)
	}
	seen := map[string]bool{}
	var defaults, examples strings.Builder
	for line := range strings.SplitSeq(ex, "\n") {
		setting := strings.TrimPrefix(line, "# ")
		name, _, isSetting := strings.Cut(setting, " = ")
		if !strings.HasPrefix(line, "# ") || !isSetting {
			if strings.HasPrefix(line, "[") {
				seen = map[string]bool{}
			}
			defaults.WriteString(line + "\n")
			examples.WriteString(line + "\n")
			continue
		}
		if seen[name] {
			examples.WriteString(setting + "\n")
		} else {
			defaults.WriteString(setting + "\n")
		}
		seen[name] = true
	}
	got, err := load(t, defaults.String())
	if err != nil {
		t.Fatalf("defaults: %v\n%s", err, defaults.String())
	}
	got.Binds, got.Keys.Bind, got.Commands, got.Site, got.Rules, got.Sources = nil, nil, nil, nil, nil, nil
	got.Open, got.Views, got.Programs, got.Openers, got.Queries = nil, nil, nil, nil, nil
	if !same(got, Default()) {
		t.Errorf("defaults give %+v", got)
	}
	if _, err := load(t, examples.String()); err != nil {
		t.Errorf("examples: %v\n%s", err, examples.String())
	}
}

func same(a, b Config) bool {
	a.File, b.File = "", ""
	if len(a.Browser) == 0 {
		a.Browser = nil
	}
	return reflect.DeepEqual(a, b)
}

// What String prints is read back as the same.
func TestStringRoundTrip(t *testing.T) {
	c := Default()
	c.Browser = []string{"a b", `c"d\`}
	c.Refresh.Interval = Duration(90 * time.Second)
	c.Keys.Bind = map[string]any{"quit": "Q", "next": []any{"]", "}"}}
	c.Commands = map[string]any{"x y": []any{"p", "\u009b"}, "z": map[string]any{"run": []any{"q"}, "input": "html"}}
	c.Open = map[string][]string{"*.mp3": {"mpv"}}
	c.Views = map[string]string{"Hafen": `hafen | "a b"`}
	c.Site = map[string]Site{"bote.example": {Keep: []string{`a[href="x"]`}, StopAt: []string{".b", "#c"}}, "welt.example": {}}
	got, err := load(t, c.String())
	if err != nil {
		t.Fatalf("%v\n%s", err, c.String())
	}
	got.Binds, got.Rules, got.Programs, got.Openers, got.Queries = nil, nil, nil, nil, nil
	if !same(got, c) {
		t.Errorf("got  %+v\nwant %+v", got, c)
	}
}

func TestLocaleName(t *testing.T) {
	for name, c := range map[string]struct {
		setting string
		env     map[string]string
		want    string
	}{
		"the setting wins":                  {"de", map[string]string{"LC_ALL": "en_GB.UTF-8"}, "de"},
		"LC_ALL before LANG":                {"auto", map[string]string{"LC_ALL": "de_AT", "LANG": "en_US"}, "de_AT"},
		"LC_MESSAGES before LANG":           {"auto", map[string]string{"LC_MESSAGES": "de", "LANG": "en_US"}, "de"},
		"an empty variable is not set":      {"auto", map[string]string{"LC_ALL": "", "LANG": "de_DE"}, "de_DE"},
		"nothing said":                      {"auto", nil, ""},
		"a setting that is bad falls to it": {"fr", map[string]string{"LANG": "de_DE"}, "de_DE"},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := Config{Language: c.setting}
			if got := cfg.LocaleName(func(k string) string { return c.env[k] }); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestFindPaths(t *testing.T) {
	root := t.TempDir()
	abs := func(s string) string { return filepath.Join(root, filepath.FromSlash(s)) }
	env := func(m map[string]string) func(string) string { return func(k string) string { return m[k] } }
	xdg := map[string]string{"XDG_CONFIG_HOME": abs("c"), "XDG_DATA_HOME": abs("d"), "XDG_STATE_HOME": abs("s")}

	p, err := FindPaths(env(xdg), "", "")
	want := Paths{abs("c/depesche/config.toml"), abs("d/depesche"), abs("s/depesche/depesche.log")}
	if err != nil || p != want {
		t.Errorf("XDG: %+v, %v", p, err)
	}
	p, err = FindPaths(env(nil), "data", "my.toml")
	want = Paths{"my.toml", "data", filepath.Join("data", "depesche.log")}
	if err != nil || p != want {
		t.Errorf("named: %+v, %v", p, err)
	}
	if _, err = FindPaths(env(map[string]string{"XDG_DATA_HOME": "relative"}), "", ""); !errors.Is(err, ErrNoHome) {
		t.Errorf("no home: %v", err)
	}
	base := map[string]string{"HOME": root, "APPDATA": root, "LOCALAPPDATA": root}
	p, err = FindPaths(env(base), "", "")
	if err != nil || !strings.HasPrefix(p.Data, root) || !strings.HasPrefix(p.Config, root) || !strings.HasPrefix(p.Log, root) {
		t.Errorf("home: %+v, %v", p, err)
	}
}

func TestErrorsInWords(t *testing.T) {
	for _, c := range []struct {
		e    Error
		want string
	}{
		{Error{File: "f", Line: 2, Kind: UnknownKey, Key: "a", Nearest: "b"}, "f:2: unknown key a, nearest is b"},
		{Error{File: "f", Line: 2, Kind: UnknownKey, Key: "a"}, "f:2: unknown key a"},
		{Error{File: "f", Line: 3, Kind: BadValue, Key: "a", Value: "1", Want: "2"}, "f:3: a = 1, want 2"},
		{Error{File: "f", Kind: Unreadable, Err: os.ErrPermission}, "f: permission denied"},
	} {
		if got := c.e.Error(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("[screen]\nwidth = 7\n[keys.bind]\nquit = ['q']\n")
	f.Add("a.b.c = {d = 1}\n[[x]]\n")
	f.Add("key = \"\x00\x9b\"\n'' = 1")
	f.Fuzz(func(t *testing.T, text string) {
		c := Default()
		if err := c.parse([]byte(text)); err != nil && err.Error() == "" {
			t.Error("an error without words")
		}
	})
}

func TestSources(t *testing.T) {
	c, err := load(t, `
[[source]]
url = "https://bote.example/abo.xml"
user = "ada"
password = ["pass", "show", "bote"]
cookie = "$BOTE"
headers = { X-Edition = "abend", X-Key = ["key"] }
interval = "3h"
proxy = "socks5h://mia:abend@127.0.0.1:9050"
full_text = false
pictures = false
[[source]]
[[source]]
exec = ["/bin/wetter", "Lindenau"]
title = "Wetter"
folder = "Stadt"
`)
	if err != nil || len(c.Sources) != 2 {
		t.Fatalf("%v, %+v", err, c.Sources)
	}
	if got := c.Sources[1].Address(); got != "exec:/bin/wetter Lindenau" {
		t.Errorf("address %q", got)
	}
	if s, ok := AsSecret(c.Sources[0].Password); !ok || !reflect.DeepEqual(s.Command, []string{"pass", "show", "bote"}) {
		t.Errorf("password %+v", s)
	}
	if s, ok := AsSecret(c.Sources[0].Cookie); !ok || s.Variable != "BOTE" {
		t.Errorf("cookie %+v", s)
	}
	if s := &c.Sources[0]; s.Interval != Minutes(180) || s.FullText == nil || *s.FullText || s.Pictures == nil || *s.Pictures || s.Proxy == "" {
		t.Errorf("asked %+v", s)
	}
	text := c.String()
	if !strings.Contains(text, "interval = \"3h\"\nproxy = \"socks5h://127.0.0.1:9050\"\nfull_text = false\npictures = false\n") || strings.Contains(text, "abend") || !strings.Contains(text, `exec = ["/bin/wetter", "Lindenau"]`) {
		t.Errorf("shown as\n%s", text)
	}
	again, err := load(t, text)
	if err != nil || len(again.Sources) != 2 || again.Sources[0].URL != c.Sources[0].URL {
		t.Errorf("%v, %+v", err, again.Sources)
	}
}

func TestKeepOfASource(t *testing.T) {
	c, err := load(t, "[keep]\ndays = 9\nper_source = 8\nsize = '2GB'\n[[source]]\nurl = 'https://a.example/'\nkeep = { days = 0, size = '5MB' }\n")
	if err != nil || c.Keep != (Keep{Days: 9, PerSource: 8, Size: 2_000_000_000, Pictures: 500_000_000}) {
		t.Fatalf("%+v, %v", c.Keep, err)
	}
	again, err := load(t, c.String())
	if err != nil || len(again.Sources) != 1 {
		t.Fatalf("%v\n%s", err, c.String())
	}
	if days, articles, size := again.Sources[0].Keep.Over(c.Keep); days != 0 || articles != 8 || size != 5_000_000 {
		t.Errorf("%d days, %d articles, %d bytes", days, articles, size)
	}
}

// What is wrong with a secret is said without it.
func TestBadSources(t *testing.T) {
	for _, text := range []string{
		`password = "hunter2"`, `cookie = "id=hunter2"`, `password = ["", "hunter2"]`, `headers = { X-Key = 5 }`, `exec = ["x"]`, `filter = [""]`,
	} {
		_, err := load(t, "[[source]]\nurl = 'https://bote.example/'\n"+text)
		var e *Error
		if !errors.As(err, &e) || e.Kind != BadValue || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%s: %v", text, err)
		}
	}
	for _, text := range []string{"title = 'x'", "url = 'ftp://x'", "exec = ['']", "url = 'exec:ls'"} {
		if _, err := load(t, "[[source]]\n"+text); err == nil {
			t.Errorf("%s: no error", text)
		}
	}
}

// What is run or looked up by name keeps the order of the file where that decides.
func TestPrograms(t *testing.T) {
	c, err := load(t, `[commands]
print = { run = ["lpr", "{headline}"], input = "text", output = "none" }
[open]
"*.mp3" = ["mpv", "--no-video"]
"video.example/*" = ["mpv"]
"*" = ["lynx"]
[views]
Zoo = "zoo"
Amt = "is:unread"
`)
	if err != nil {
		t.Fatal(err)
	}
	if want := (Program{Run: []string{"lpr", "{headline}"}, Input: "text", Output: "none"}); !reflect.DeepEqual(c.Programs["print"], want) {
		t.Errorf("programs %+v", c.Programs)
	}
	if want := []Opener{{"*.mp3", []string{"mpv", "--no-video"}}, {"video.example/*", []string{"mpv"}}, {"*", []string{"lynx"}}}; !reflect.DeepEqual(c.Openers, want) {
		t.Errorf("openers %+v", c.Openers)
	}
	if want := []Query{{"Zoo", "zoo"}, {"Amt", "is:unread"}}; !reflect.DeepEqual(c.Queries, want) {
		t.Errorf("queries %+v", c.Queries)
	}
}
