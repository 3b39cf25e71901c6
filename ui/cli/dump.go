package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"depesche/cache"
	"depesche/feed"
)

// isDump reports whether data is what export --format jsonl wrote.
func isDump(data []byte) bool {
	line, _, _ := bytes.Cut(bytes.TrimSpace(data), []byte("\n"))
	var e struct {
		ID     feed.ID
		Source struct{ URL string }
		Feed   json.RawMessage
		Page   json.RawMessage
	}
	return bytes.HasPrefix(line, []byte("{")) && json.Unmarshal(line, &e) == nil && e.ID != "" && e.Source.URL != "" && len(e.Feed)+len(e.Page) > 0
}

// importDump takes in articles with their marks.
func (a *app) importDump(ctx context.Context, data []byte, o importOptions) error {
	in := json.NewDecoder(bytes.NewReader(data))
	n := 0
	next := func() (*cache.Entry, error) {
		if !in.More() {
			return nil, nil
		}
		n++
		var e cache.Entry
		if err := in.Decode(&e); err != nil {
			return nil, fmt.Errorf("%s, %d: %w", o.path, n, err)
		}
		cleanEntry(&e)
		return &e, nil
	}
	if o.dryRun {
		for e, err := next(); e != nil || err != nil; e, err = next() {
			if err != nil {
				return err
			}
		}
		return a.count("articles", n, o.json)
	}
	return a.with(ctx, writing, func(c *cache.Cache) error {
		done, err := c.Restore(ctx, next)
		if err != nil {
			return err
		}
		return a.restored(done, o.json)
	})
}

type restoredLine struct {
	Sources int `json:"sources"`
	Added   int `json:"added"`
	Known   int `json:"known"`
}

func (a *app) restored(done cache.Restored, asJSON bool) error {
	if asJSON {
		return a.object(restoredLine(done))
	}
	a.complain(a.text.Desk.Restored(done.Sources, done.Added, done.Known))
	return nil
}

// cleanEntry is the door for texts of a file: what a feed may not bring in, a file may
// not either.
func cleanEntry(e *cache.Entry) {
	e.GUID, e.Source.Title = feed.Line(e.GUID), feed.Line(e.Source.Title)
	for i, f := range e.Source.Folder {
		e.Source.Folder[i] = feed.Line(f)
	}
	for _, a := range []*feed.Article{e.Feed, e.Page} {
		if a != nil {
			a.Clean()
		}
	}
}
