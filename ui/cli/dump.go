package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"depesche/cache"
	"depesche/cache/heritage"
	"depesche/feed"
)

// maxEntry bounds an article of a dump, in bytes of JSON.
const maxEntry = 64 << 20

// isDump reports whether a file begins as export --format jsonl writes it.
func isDump(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	var e struct {
		ID     feed.ID
		Source struct{ URL string }
		Feed   json.RawMessage
		Page   json.RawMessage
	}
	return json.NewDecoder(io.LimitReader(f, maxEntry)).Decode(&e) == nil && e.ID != "" && e.Source.URL != "" && len(e.Feed)+len(e.Page) > 0
}

// dump reads the articles of a file one after the other.
type dump struct {
	path string
	in   *json.Decoder
	n    int
}

func (d *dump) next() (*cache.Entry, error) {
	if !d.in.More() {
		return nil, nil
	}
	d.n++
	var e cache.Entry
	if err := d.in.Decode(&e); err != nil {
		return nil, &heritage.Error{Path: d.path, Problem: heritage.Damaged, Err: fmt.Errorf("article %d: %w", d.n, err)}
	}
	cleanEntry(&e)
	return &e, nil
}

// importDump takes in articles with their marks. The file is read to its end first: of a broken
// one nothing is taken.
func (a *app) importDump(ctx context.Context, path string, o importOptions) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	d := dump{path: o.path, in: json.NewDecoder(bufio.NewReader(f))}
	for e, err := d.next(); e != nil || err != nil; e, err = d.next() {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
	}
	if o.dryRun {
		return a.count("articles", d.n, o.json)
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	d = dump{path: o.path, in: json.NewDecoder(bufio.NewReader(f))}
	return a.with(ctx, subscribing, func(c *cache.Cache) error {
		done, err := c.Restore(ctx, d.next)
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
