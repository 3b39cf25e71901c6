package cli

import (
	"cmp"
	"context"
	"errors"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/fault"
)

type downloadOptions struct {
	what        []string
	dir         string
	quiet, json bool
}

func (a *app) downloadCmd() *cobra.Command {
	t := &a.text.CLI
	var o downloadOptions
	cmd := a.verbCmd("download ID|QUERY...", a.text.Files.Download, groupRead, 1, -1, func(ctx context.Context, args []string) error {
		o.what = args
		return a.download(ctx, o)
	})
	f := cmd.Flags()
	f.StringVar(&o.dir, "dir", "", a.text.Files.DirFlag)
	f.BoolVarP(&o.quiet, "quiet", "q", false, t.Flags.Quiet)
	f.BoolVar(&o.json, "json", false, t.Flags.JSON)
	a.completeArticles(cmd)
	return cmd
}

// downloads is the folder that files of articles go into.
func (a *app) downloads() string { return a.fromHome(cmp.Or(a.downloadDir, a.cfg.Download.Folder)) }

// download brings every file of the articles that are meant, and says which did not come.
func (a *app) download(ctx context.Context, o downloadOptions) error {
	if o.dir != "" {
		a.downloadDir = a.path(o.dir)
	}
	return a.with(ctx, writing, func(c *cache.Cache) error {
		ids, err := a.articlesMeant(ctx, c, o.what)
		if err != nil {
			return err
		}
		files, lost := 0, false
		for _, id := range ids {
			art, err := c.Article(ctx, id, cache.Best)
			if err != nil {
				return err
			}
			for i := range art.Enclosures {
				files++
				err := a.downloadOne(ctx, c, &art, &art.Enclosures[i], o)
				if ctx.Err() != nil || hopeless(err) {
					return err
				}
				lost = lost || err != nil
			}
		}
		switch {
		case files == 0:
			return cache.ErrNoFile
		case lost:
			return errSilent
		}
		return nil
	})
}

// hopeless reports an error that the other files would meet, too.
func hopeless(err error) bool {
	return errors.Is(err, cache.ErrReadOnly) || errors.Is(err, cache.ErrFull) || errors.Is(err, syscall.ENOSPC) || errors.Is(err, cache.ErrClosed)
}

// articlesMeant are those of ids, of "-" for ids from standard input, or of a query.
func (a *app) articlesMeant(ctx context.Context, c *cache.Cache, what []string) (ids []feed.ID, err error) {
	if len(what) == 1 && what[0] == "-" {
		if what, err = a.readIDs(); err != nil {
			return nil, err
		}
	}
	for _, w := range what {
		var id feed.ID
		if id, err = c.Resolve(ctx, w); err != nil {
			break
		}
		ids = append(ids, id)
	}
	if !errors.Is(err, cache.ErrNotFound) || allIDs(what) {
		return ids, err
	}
	ids = nil
	return ids, a.eachRows(ctx, c, cache.Query{Filter: strings.Join(what, " ")}, func(rows []cache.Row) error {
		for i := range rows {
			if rows[i].Medium != feed.NoFile {
				ids = append(ids, rows[i].ID)
			}
		}
		return nil
	})
}

type downloaded struct {
	ID     feed.ID `json:"id"`
	URL    string  `json:"url"`
	Path   string  `json:"path,omitempty"`
	Bytes  int64   `json:"bytes,omitempty"`
	Before bool    `json:"before,omitempty"` // it was there already
	Error  string  `json:"error,omitempty"`
}

// downloadOne brings one file and tells where it is.
func (a *app) downloadOne(ctx context.Context, c *cache.Cache, art *feed.Article, e *feed.Enclosure, o downloadOptions) error {
	f, err := c.Download(ctx, art.ID, e.URL, a.downloading(art.Headline))
	a.progressEnd()
	if err != nil {
		a.logger().Info("not downloaded", "id", art.ID, "url", e.URL, "err", err)
		say := fault.Sentence(a.text, err)
		if o.json {
			return errors.Join(err, a.object(downloaded{ID: art.ID, URL: e.URL, Error: say}))
		}
		a.complainOf(art.Headline, say)
		return err
	}
	switch {
	case o.json:
		err = a.object(downloaded{art.ID, e.URL, f.Path, f.Bytes, f.Before, ""})
	case a.tty && !o.quiet:
		a.rows([][]string{{string(art.ID), f.Path, a.text.Dates.Bytes(f.Bytes)}})
	case !o.quiet:
		a.record(string(art.ID), f.Path, strconv.FormatInt(f.Bytes, 10))
	}
	_ = a.stdout.Flush()
	return err
}

// progressEvery is how often a line of progress is written.
const progressEvery = 200 * time.Millisecond

// downloading keeps a line of progress for one file.
func (a *app) downloading(name string) func(done, size int64) {
	var last time.Time
	return func(done, size int64) {
		if now := time.Now(); now.Sub(last) >= progressEvery {
			last = now
			a.progressLine(progressOf(a, name, done, size))
		}
	}
}

func progressOf(a *app, name string, done, size int64) string {
	t := &a.text.Files
	if size <= 0 {
		return t.Progress(name, a.text.Dates.Bytes(done), "", -1)
	}
	return t.Progress(name, a.text.Dates.Bytes(done), a.text.Dates.Bytes(size), int(100*done/size))
}
