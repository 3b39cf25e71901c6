package cli

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"runtime"
	"time"

	"depesche/cache"
	"depesche/feed"
	"depesche/feed/direct"
	"depesche/feed/fetch"
	"depesche/feed/program"
	"depesche/feed/sample"
	"depesche/feed/turns"
	"depesche/ui/config"
	"depesche/ui/fault"
)

// access says what a verb does with the cache.
type access int

const (
	reading     access = iota // a data folder that cannot be written will do
	writing                   // it has to be written
	subscribing               // the same, and sources come: the sample edition is not filled in to go at once
)

// dailyCopies is how many copies of the database are kept.
const dailyCopies = 3

// open opens the cache and, where nobody has subscribed to anything yet, fills
// in the sample edition, which needs no network.
func (a *app) open(ctx context.Context, how access) (*cache.Cache, error) {
	if err := a.settings(); err != nil {
		return nil, err
	}
	var c *cache.Cache
	atOnce := turns.New(runtime.NumCPU())
	origin := direct.New(a.client(), direct.Options{
		Sources: func() []feed.Source { return subscribed(ctx, c) }, Rules: a.cfg.Rules, Programs: a.programs(), Turns: atOnce,
		Run: program.Limits{Bytes: int64(a.cfg.Refresh.MaxSize)},
	})
	o := cache.Options{
		Dir: a.paths.Data, Now: a.now, Log: a.logger(), Words: func(err error) string { return fault.Sentence(a.text, err) },
		Workers: a.cfg.Refresh.Connections, PerHost: a.cfg.Refresh.PerHost, Interval: time.Duration(a.cfg.Refresh.Interval),
		FullText: a.cfg.Refresh.FullText, KeepDays: a.cfg.Keep.Days, KeepPerSource: a.cfg.Keep.PerSource, KeepArticles: a.cfg.Keep.Articles,
		KeepBytes: int64(a.cfg.Keep.Size), KeepPictures: int64(a.cfg.Keep.Pictures), KeepSources: a.keepSources(), Ask: a.asking(),
		Sample: sample.Sources(a.text.Code), SavedTitle: a.text.Desk.SavedPages, Downloads: a.downloads(), MaxDownload: int64(a.cfg.Download.MaxSize), Subscribing: how == subscribing, Copies: dailyCopies, Turns: atOnce,
		Defect: func(value any, while string, stack []byte) string {
			path, err := a.writeDefect(value, while, stack)
			if err != nil {
				return ""
			}
			return path
		},
	}
	if a.cfg.Refresh.Pictures == config.Ahead {
		o.Pictures = int64(a.cfg.Refresh.PictureDay)
	}
	c, err := cache.Open(ctx, o, origin)
	if err != nil && how == reading && (errors.Is(err, cache.ErrReadOnly) || errors.Is(err, cache.ErrFull) || errors.Is(err, fs.ErrPermission)) {
		o.ReadOnly = true
		if ro, e := cache.Open(ctx, o, origin); e == nil {
			c, err = ro, nil
		}
	}
	if err != nil {
		return nil, err
	}
	if d := c.Damaged(); d != nil {
		a.logger().Error("database damaged", "path", d.Path, "moved", d.Moved, "err", d.Err)
		a.complain(fault.Sentence(a.text, d))
	}
	if !o.ReadOnly && how != subscribing && c.Sampled() {
		err = a.fillSample(ctx, c)
	}
	if err != nil {
		_ = c.Close()
		return nil, err
	}
	return c, nil
}

// cameBack says in short what became of a damaged database, for the status line; the whole was said before.
func (a *app) cameBack(c *cache.Cache) string {
	d := c.Damaged()
	if d == nil {
		return ""
	}
	return a.text.Desk.CameBack(d.Saved.Articles, d.Saved.Marks, max(d.Copied.Articles, d.Copied.Marks))
}

// with opens the cache for the time of a function.
func (a *app) with(ctx context.Context, how access, do func(*cache.Cache) error) error {
	c, err := a.open(ctx, how)
	if err != nil {
		return err
	}
	return errors.Join(do(c), c.Close())
}

// fillSample brings the sample edition in, once.
func (a *app) fillSample(ctx context.Context, c *cache.Cache) error {
	sources, err := c.Sources(ctx)
	if err != nil {
		return err
	}
	var ids []feed.SourceID
	for _, s := range sources {
		if s.Sample && s.Fetched.IsZero() {
			ids = append(ids, s.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	for p := range c.Refresh(ctx, ids...) {
		if p.Err != nil {
			a.logger().Error("sample edition", "source", p.Title, "err", p.Err)
		}
	}
	return ctx.Err()
}

func subscribed(ctx context.Context, c *cache.Cache) []feed.Source {
	if c == nil {
		return nil
	}
	rows, err := c.Sources(ctx)
	if err != nil {
		return nil
	}
	out := make([]feed.Source, len(rows))
	for i := range rows {
		out[i] = rows[i].Source
	}
	return out
}

// client fetches as the settings say; the sample edition answers from within.
func (a *app) client() *fetch.Client {
	o := fetch.Options{
		UserAgent: "depesche/" + cmp.Or(a.version, "devel"), MaxBytes: int64(a.cfg.Refresh.MaxSize),
		PerHost: a.cfg.Refresh.PerHost, Total: a.cfg.Refresh.Connections, Head: time.Duration(a.cfg.Refresh.Timeout), Now: a.now, Access: a.access, Proxy: a.proxy,
	}
	next := a.network
	if next == nil {
		next = fetch.Network(o)
	}
	o.Transport = sample.Transport(next)
	return fetch.New(o)
}
