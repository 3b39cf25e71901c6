package cli

import (
	"context"
	"errors"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"depesche/cache"
	"depesche/cache/heritage"
	"depesche/feed"
	"depesche/feed/direct"
	"depesche/feed/opml"
	"depesche/ui"
)

// What other readers left becomes our own: their articles go the way that articles of
// feeds go, and are stored with their marks.

// taken is what was taken over.
type taken struct {
	cache.Restored
	fresh   []feed.SourceID // sources that were not here
	leftOut int
}

// estate opens a file that another reader left; Close is to be called.
func (a *app) estate(ctx context.Context, path string) (*heritage.Estate, error) {
	if err := a.settings(); err != nil {
		return nil, err
	}
	return heritage.Open(ctx, path, cache.Spool(a.paths.Data))
}

// takeOver stores what a file of another reader holds. list says what is subscribed to, where
// that stands in a file of its own; folder is put in front of all folders.
func (a *app) takeOver(ctx context.Context, c *cache.Cache, path string, list []feed.Source, folder []string) (done taken, err error) {
	e, err := a.estate(ctx, path)
	if err != nil {
		return done, err
	}
	defer func() { err = errors.Join(err, e.Close()) }()
	if len(list) > 0 {
		e.Subscribed(list)
	}
	before, err := c.Sources(ctx)
	if err != nil {
		return done, err
	}
	done.leftOut = e.LeftOut
	have, sources := subscriptionsOf(before), withFolder(e.Sources, folder)
	for _, s := range sources {
		if _, here := have.find(s); !here {
			done.fresh = append(done.fresh, s.ID)
		}
	}
	next, end := entries(ctx, e, a.now())
	defer end()
	done.Restored, err = c.Inherit(ctx, sources, next)
	return done, err
}

// entries gives the articles of an estate one after the other, some ahead: taking HTML apart
// and storing it go side by side. end must be called before the estate is closed.
func entries(ctx context.Context, e *heritage.Estate, now time.Time) (next func() (*cache.Entry, error), end func()) {
	ctx, stop := context.WithCancel(ctx)
	ready := make(chan *cache.Entry, 256)
	var failed error
	go func() {
		defer close(ready)
		defer func() {
			if r := recover(); r != nil {
				failed = &ui.PanicError{Value: r, Stack: debug.Stack(), While: "an import"}
			}
		}()
		failed = e.Each(ctx, func(it *heritage.Item) error {
			select {
			case ready <- inherited(it, now):
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	}()
	next = func() (*cache.Entry, error) {
		if e := <-ready; e != nil {
			return e, nil
		}
		return nil, failed // written before the channel was closed
	}
	return next, func() {
		stop()
		for range ready { // until Each has ended
		}
	}
}

// inherited is another reader's article as the cache takes it.
func inherited(it *heritage.Item, now time.Time) *cache.Entry {
	art := direct.Article(it.Source, &it.Entry, now)
	e := &cache.Entry{
		Source: cache.EntrySource{ID: it.Source.ID, URL: it.Source.URL}, GUID: art.GUID, Seen: art.Published,
		Read: it.Read, Starred: it.Starred, Deleted: it.Deleted, Tags: slices.Clone(it.Tags), Feed: &art,
	}
	if e.Seen.IsZero() {
		e.Seen = now
	}
	return e
}

// takeOverAll takes over what was chosen on the screen.
func (a *app) takeOverAll(ctx context.Context, c *cache.Cache, found []ui.Found) (ui.TakenOver, error) {
	var out ui.TakenOver
	for _, f := range found {
		if f.Data == "" || f.Err != nil {
			list := withFolder(f.Sources, nil)
			n, err := c.AddSources(ctx, list...)
			if err != nil {
				return out, err
			}
			out.Sources += n
		} else {
			done, err := a.takeOver(ctx, c, f.Data, ofList(f), nil)
			out.Sources, out.Added, out.Known = out.Sources+done.Sources, out.Added+done.Added, out.Known+done.Known
			if err != nil {
				return out, err
			}
		}
		for _, s := range f.Sources {
			out.IDs = append(out.IDs, feed.NewSourceID(feed.Address(s.URL)))
		}
	}
	return out, nil
}

// importFound takes over what a program left.
func (a *app) importFound(ctx context.Context, f ui.Found, o importOptions) error {
	if f.Err != nil {
		return f.Err
	}
	if f.Data == "" {
		return a.importFile(ctx, importOptions{path: f.Path, folder: o.folder, dryRun: o.dryRun, json: o.json})
	}
	if f.Path != "" {
		list, err := a.listFile(f.Program, f.Path)
		if err != nil && !errors.Is(err, opml.ErrDamaged) {
			return err
		}
		a.tellSkipped(list)
	}
	return a.importEstate(ctx, f.Data, ofList(f), o)
}

// ofList are the sources that a list names; nil where there is no list.
func ofList(f ui.Found) []feed.Source {
	if f.Path == "" {
		return nil
	}
	return f.Sources
}

// importEstate takes over a file of another reader with articles.
func (a *app) importEstate(ctx context.Context, path string, list []feed.Source, o importOptions) error {
	if o.dryRun {
		return a.planEstate(ctx, path, list, o)
	}
	return a.with(ctx, subscribing, func(c *cache.Cache) error {
		done, err := a.takeOver(ctx, c, path, list, folders(o.folder))
		if err != nil {
			return err
		}
		if o.json {
			return a.object(takenLine{restoredLine(done.Restored), done.leftOut})
		}
		a.complain(a.text.Desk.Restored(done.Sources, done.Added, done.Known))
		if done.leftOut > 0 {
			a.complain(a.text.CLI.WithoutSource(done.leftOut))
		}
		return a.added(ctx, c, done.fresh, false)
	})
}

type takenLine struct {
	restoredLine
	LeftOut int `json:"left_out"`
}

// planEstate says what would be taken over.
func (a *app) planEstate(ctx context.Context, path string, list []feed.Source, o importOptions) (err error) {
	e, err := a.estate(ctx, path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, e.Close()) }()
	if len(list) > 0 {
		e.Subscribed(list)
	}
	return a.with(ctx, reading, func(c *cache.Cache) error {
		before, err := c.Sources(ctx)
		if err != nil {
			return err
		}
		have := subscriptionsOf(before)
		sources := slices.DeleteFunc(withFolder(e.Sources, folders(o.folder)), func(s feed.Source) bool {
			_, here := have.find(s)
			return here
		})
		if err := a.planned(sources, o.json); err != nil {
			return err
		}
		a.complain(e.Program + ": " + strings.TrimSpace(a.text.Screen.Estate(len(e.Sources), e.Articles, e.Read, e.Starred)))
		return nil
	})
}
