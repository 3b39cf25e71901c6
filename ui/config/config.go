// Package config reads config.toml and gives each package its options. It knows
// every key: an unknown one is an error that names the line and the nearest
// key, never a silent default.
package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"depesche/feed/extract"
	"depesche/ui/locale"
	"depesche/ui/theme"
)

// maxSize bounds the file; nobody writes a megabyte of settings by hand.
const maxSize = 1 << 20

// Config is config.toml. The table in options.go lists the same keys with
// their meaning; a test keeps the two together.
type Config struct {
	Language string   `toml:"language"` // auto, or a code that package locale knows
	Browser  []string `toml:"browser"`  // program and arguments; the address comes last; empty: the system's

	Screen   Screen              `toml:"screen"`
	Refresh  Refresh             `toml:"refresh"`
	Network  Network             `toml:"network"`
	Keep     Keep                `toml:"keep"`
	Download Download            `toml:"download"`
	Keys     Keys                `toml:"keys"`
	Commands map[string]any      `toml:"commands"` // by name: a program that an article is given to
	Open     map[string][]string `toml:"open"`     // by pattern of an address: what opens it in place of the browser
	Views    map[string]string   `toml:"views"`    // by name: a query that stands with the sources
	Sources  []Source            `toml:"source"`   // how single sources are asked

	Site map[string]Site `toml:"site"` // by host: rules for taking its pages apart

	Programs map[string]Program `toml:"-"` // made of Commands
	Openers  []Opener           `toml:"-"` // made of Open, in the order of the file
	Queries  []Query            `toml:"-"` // made of Views, in the order of the file
	Binds    []Bind             `toml:"-"` // Keys.Bind with lines, in the order of the file
	Rules    extract.Sites      `toml:"-"` // made of Site
	File     string             `toml:"-"` // where it was read, "" where there is none
}

// Screen is how pages and lists look.
type Screen struct {
	Theme      string `toml:"theme"`      // a name that package theme knows
	Background string `toml:"background"` // auto, light, dark
	Width      int    `toml:"width"`      // columns of text, 20 to 200
	Columns    int    `toml:"columns"`    // of text side by side in a wide window, 1 or 2
	Hyphenate  string `toml:"hyphenate"`  // auto, always, never
	Justify    bool   `toml:"justify"`    // even right edge
	Unread     bool   `toml:"unread"`     // begin with what is unread
	Preview    bool   `toml:"preview"`    // the page follows the cursor of the list
	Mouse      bool   `toml:"mouse"`      // wheel and click
	Accessible bool   `toml:"accessible"` // linear, states in words, no frames
	Pictures   string `toml:"pictures"`   // auto, kitty, half, sixel, iterm, off
}

// Refresh is how news come in.
type Refresh struct {
	AtStart     bool     `toml:"at_start"`    // when the reader opens
	Interval    Duration `toml:"interval"`    // while it is open; 0: only by key
	FullText    bool     `toml:"full_text"`   // fetch the pages behind the feeds
	Pictures    string   `toml:"pictures"`    // ahead, open, demand
	PictureDay  Size     `toml:"picture_day"` // of pictures fetched ahead, a day
	Connections int      `toml:"connections"` // in all
	PerHost     int      `toml:"per_host"`    // to one host
	Timeout     Duration `toml:"timeout"`     // for one answer
	MaxSize     Size     `toml:"max_size"`    // of one answer
}

// Network is the way to the servers.
type Network struct {
	Proxy string `toml:"proxy"` // of all; "": as the environment says; Direct: none
}

// Direct is the proxy that is none.
const Direct = "direct"

// Keep is how much stays. Starred articles always do.
type Keep struct {
	Days      int  `toml:"days"`       // 0: for ever
	Articles  int  `toml:"articles"`   // in all; 0: any number
	PerSource int  `toml:"per_source"` // 0: any number
	Size      Size `toml:"size"`       // texts and pictures; 0: any
	Pictures  Size `toml:"pictures"`   // 0: any
}

// Download is where files of articles go, and how large they may be.
type Download struct {
	Folder  string `toml:"folder"`   // "": downloads in the data folder; "~/" is the home folder
	MaxSize Size   `toml:"max_size"` // of one file; 0: any
}

// Keys is who the keys follow, and the reader's own.
type Keys struct {
	Preset string         `toml:"preset"`
	Bind   map[string]any `toml:"bind"` // action = "key" or ["key", "key"]
}

// Bind is one entry of [keys.bind].
type Bind struct {
	Action string
	Keys   []string // none: the action loses its keys
	Line   int
}

// When pictures are fetched: behind new articles, when an article is opened, or
// only when the reader asks for them.
const (
	Ahead  = "ahead"
	Open   = "open"
	Demand = "demand"
)

// Default is what holds where config.toml says nothing.
func Default() Config {
	return Config{
		Language: "auto",
		Screen:   Screen{Theme: theme.Names()[0], Background: "auto", Width: 72, Columns: 1, Hyphenate: "auto", Mouse: true, Preview: true, Pictures: "auto"},
		Refresh: Refresh{
			AtStart: true, Interval: Minutes(30), FullText: true, Pictures: Ahead, PictureDay: Megabytes(50),
			Connections: 128, PerHost: 2, Timeout: Seconds(20), MaxSize: Megabytes(16),
		},
		Keep:     Keep{Days: 365, Pictures: Megabytes(500)},
		Download: Download{MaxSize: Megabytes(4000)},
		Keys:     Keys{Preset: "depesche"},
	}
}

// Load reads the file at path. A file that is not there gives the defaults,
// unless must says that the reader named it. An error is an *Error or several
// joined, one for each thing wrong; the Config beside it then holds what could
// be read, so that the error can be told in the reader's language.
func Load(path string, must bool) (Config, error) {
	c := Default()
	data, err := read(path)
	if errors.Is(err, fs.ErrNotExist) && !must {
		return c, nil
	}
	c.File = path
	if err != nil {
		return c, &Error{File: path, Kind: Unreadable, Err: err}
	}
	err = c.parse(data)
	return c, err
}

func read(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	if err == nil && len(data) > maxSize {
		err = fmt.Errorf("more than %d bytes", maxSize)
	}
	return data, err
}

func (c *Config) parse(data []byte) error {
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")) // a BOM, as Windows editors leave it
	dec := toml.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var missing *toml.StrictMissingError
	var broken *toml.DecodeError
	switch err := dec.Decode(c); {
	case errors.As(err, &missing):
		return c.unknown(missing)
	case errors.As(err, &broken):
		return c.broken(data, broken)
	case err != nil:
		return &Error{File: c.File, Kind: Syntax, Err: err}
	}
	return c.check(positions(data))
}

func (c *Config) unknown(missing *toml.StrictMissingError) error {
	var errs []error
	for i := range missing.Errors {
		e := &missing.Errors[i]
		line, _ := e.Position()
		key := strings.Join(e.Key(), ".")
		errs = append(errs, &Error{File: c.File, Line: line, Kind: UnknownKey, Key: key, Nearest: nearest(key, known(key))})
	}
	return errors.Join(errs...)
}

// broken tells bad TOML from a good value of the wrong type.
func (c *Config) broken(data []byte, e *toml.DecodeError) error {
	line, _ := e.Position()
	for key, at := range positions(data) {
		if at.line == line && at.value != "" {
			if o, ok := option(key); ok {
				return &Error{File: c.File, Line: line, Kind: BadValue, Key: key, Value: at.value, Want: o.Want}
			}
		}
	}
	return &Error{File: c.File, Line: line, Kind: Syntax, Err: errors.New(strings.TrimPrefix(e.Error(), "toml: "))}
}

// check tests the values that have the right type; at says where they stand.
func (c *Config) check(at map[string]place) error {
	var errs []error
	badAt := func(place place, key, want string) {
		if secret(key) {
			place.value = "…"
		}
		errs = append(errs, &Error{File: c.File, Line: place.line, Kind: BadValue, Key: key, Value: place.value, Want: want})
	}
	bad := func(key, want string) { badAt(at[key], key, want) }
	for _, o := range options {
		if o.ok != nil && !o.ok(c) {
			bad(o.Key, o.Want)
		}
	}
	c.programs(at, bad)
	c.sites(func(key, value, want string) {
		line := at[key].line
		if line == 0 { // in a table of one line
			line = at[key[:max(strings.LastIndexByte(key, '.'), 0)]].line
		}
		errs = append(errs, &Error{File: c.File, Line: line, Kind: BadValue, Key: key, Value: value, Want: want})
	})
	c.checkSources(at, badAt)
	for action, v := range c.Keys.Bind {
		key := "keys.bind." + action
		ks, ok := keyList(v)
		if !ok {
			bad(key, wantKeys)
			continue
		}
		c.Binds = append(c.Binds, Bind{Action: action, Keys: ks, Line: at[key].line})
	}
	slices.SortFunc(c.Binds, func(a, b Bind) int { return a.Line - b.Line })
	slices.SortFunc(errs, func(a, b error) int { return lineOf(a) - lineOf(b) })
	return errors.Join(errs...)
}

func lineOf(err error) int {
	var e *Error
	if errors.As(err, &e) {
		return e.Line
	}
	return 0
}

// keyList reads "x" or ["x", "y"].
func keyList(v any) ([]string, bool) {
	switch v := v.(type) {
	case string:
		if v == "" {
			return nil, true
		}
		return []string{v}, true
	case []any:
		var ks []string
		for _, e := range v {
			s, ok := e.(string)
			if !ok || s == "" {
				return nil, false
			}
			ks = append(ks, s)
		}
		return ks, true
	}
	return nil, false
}

// LocaleName is the name that locale.For understands: the setting, else what
// the environment says.
func (c *Config) LocaleName(getenv func(string) string) string {
	if slices.Contains(locale.Codes(), c.Language) {
		return c.Language
	}
	for _, v := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if s := getenv(v); s != "" {
			return s
		}
	}
	return ""
}
