package config

import (
	"cmp"
	"path"
	"slices"

	"depesche/cache"
)

// Program is one entry of [commands]: ["program", "argument"] or
// { run = [...], input = "html", output = "terminal" }.
type Program struct {
	Run           []string
	Input, Output string
}

// Opener is one entry of [open].
type Opener struct {
	Pattern string // as path.Match reads it, of the address without its scheme or of its last part
	Run     []string
}

// NoOpenerError says that nothing under [open] is for a file on the disk, and that it is not of a kind that the
// system may be asked to open: what strangers wrote could be a program.
type NoOpenerError struct{ File string }

func (e *NoOpenerError) Error() string { return "no program under [open] for " + e.File }

// Query is one entry of [views].
type Query struct{ Name, Query string }

const (
	wantProgram = `["program", "argument", ...] | { run = [...], input = "markdown | text | html | json | none", output = "page | terminal | none" }`
	wantOpener  = `"pattern" = ["program", "argument", ...]`
	wantQuery   = `"query"`
)

var (
	inputs  = []string{"", "markdown", "text", "html", "json", "none"}
	outputs = []string{"", "page", "terminal", "none"}
)

// programs reads what runs or is looked up by name; bad is told the key and what it wants.
func (c *Config) programs(at map[string]place, bad func(key, want string)) {
	for name, v := range c.Commands {
		p, ok := program(v)
		if !ok {
			bad("commands."+name, wantProgram)
			continue
		}
		if c.Programs == nil {
			c.Programs = map[string]Program{}
		}
		c.Programs[name] = p
	}
	for pattern, run := range c.Open {
		if _, err := path.Match(pattern, ""); err != nil || len(run) == 0 || run[0] == "" {
			bad("open."+pattern, wantOpener)
			continue
		}
		c.Openers = append(c.Openers, Opener{pattern, run})
	}
	slices.SortFunc(c.Openers, func(a, b Opener) int {
		return cmp.Compare(at["open."+a.Pattern].line, at["open."+b.Pattern].line)
	})
	for name, q := range c.Views {
		if _, err := cache.ParseQuery(q); err != nil || name == "" {
			bad("views."+name, wantQuery)
			continue
		}
		c.Queries = append(c.Queries, Query{name, q})
	}
	slices.SortFunc(c.Queries, func(a, b Query) int {
		return cmp.Compare(at["views."+a.Name].line, at["views."+b.Name].line)
	})
}

// program reads one entry of [commands].
func program(v any) (Program, bool) {
	var p Program
	var ok bool
	switch v := v.(type) {
	case []any:
		p.Run, ok = keyList(v)
	case map[string]any:
		for key, v := range v {
			switch key {
			case "run":
				p.Run, ok = keyList(v)
			case "input":
				p.Input, _ = v.(string)
			case "output":
				p.Output, _ = v.(string)
			default:
				return p, false
			}
		}
	}
	return p, ok && len(p.Run) > 0 && slices.Contains(inputs, p.Input) && slices.Contains(outputs, p.Output)
}
