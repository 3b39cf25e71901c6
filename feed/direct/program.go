package direct

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"depesche/feed"
	"depesche/feed/fetch"
	"depesche/feed/parse"
	"depesche/feed/program"
)

// Program is a source that a program of the reader's makes, or goes over. It comes
// from their settings alone, never from a list, a feed or a server.
type Program struct {
	Source feed.Source // URL: "exec:" and the program's words; with a Filter alone the feed's own address
	Exec   []string    // makes the feed
	Filter []string    // reads the feed and writes another
}

// IsProgram reports whether an address stands for a program.
func IsProgram(address string) bool { return strings.HasPrefix(address, "exec:") }

// program finds what the settings say of a source.
func (o *Origin) program(s feed.Source) (Program, bool) {
	i := slices.IndexFunc(o.o.Programs, func(p Program) bool { return feed.Address(p.Source.URL) == feed.Address(s.URL) })
	if i < 0 {
		return Program{}, false
	}
	return o.o.Programs[i], true
}

// Sources gives those that programs make; the cache keeps the others.
func (o *Origin) Sources(context.Context) ([]feed.Source, error) {
	if o.o.Programs == nil {
		return nil, nil
	}
	list := []feed.Source{}
	for _, p := range o.o.Programs {
		if len(p.Exec) > 0 {
			list = append(list, p.Source)
		}
	}
	return list, nil
}

// produce runs the program that makes a source.
func (o *Origin) produce(ctx context.Context, s feed.Source) (feed.Delivery, error) {
	p, ok := o.program(s)
	if !ok {
		return feed.Delivery{}, ErrNoProgram // it was taken out of the settings
	}
	out, err := program.Run(ctx, p.Exec, nil, o.o.Run)
	if err == nil && len(p.Filter) > 0 {
		out, err = program.Run(ctx, p.Filter, out, o.o.Run)
	}
	if err != nil {
		return feed.Delivery{}, err
	}
	doc, err := parse.Feed(out, parse.Options{})
	if doc == nil {
		return feed.Delivery{}, fmt.Errorf("read %s: %w", feed.Line(s.URL), err)
	}
	var d feed.Delivery
	fill(&d, conversion{source: s, doc: doc, now: o.o.Now(), foreign: fetch.Local}, err)
	d.Next = pause(doc, 0, o.o.Now())
	return d, nil
}

// filtered puts a feed through the filter that the settings name for it.
func (o *Origin) filtered(ctx context.Context, s feed.Source, page *fetch.Page) error {
	p, ok := o.program(s)
	if !ok || len(p.Filter) == 0 {
		return nil
	}
	out, err := program.Run(ctx, p.Filter, page.Body, o.o.Run)
	if err != nil {
		return err
	}
	page.Body, page.ContentType = out, ""
	return nil
}
