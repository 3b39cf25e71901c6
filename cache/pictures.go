package cache

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	"depesche/feed"
)

// Pictures are files beside the database, in a folder that may be deleted at any
// time: they are fetched again when they are asked for.

func pictureFile(url string) string {
	sum := sha256.Sum256([]byte(url))
	name := hex.EncodeToString(sum[:16])
	return filepath.Join(name[:2], name[2:])
}

// KeptPicture gives a picture that is in the cache, else ErrNotFound, or
// ErrNoPicture where it was asked for lately in vain. It asks nobody.
func (c *Cache) KeptPicture(_ context.Context, url string) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(c.dir, picturesName, pictureFile(url)))
	switch {
	case err == nil && len(data) > 0:
		return data, nil
	case c.inVain(url):
		return nil, ErrNoPicture
	}
	return nil, ErrNotFound
}

// inVainFor is how long a picture that could not be had is not asked for unasked.
const inVainFor = 60 * 60 // seconds

func (c *Cache) inVain(url string) bool {
	c.busy.Lock()
	defer c.busy.Unlock()
	at, ok := c.missing[url]
	return ok && c.now()-at < inVainFor
}

func (c *Cache) noteMissing(url string, missing bool) {
	c.busy.Lock()
	defer c.busy.Unlock()
	delete(c.missing, url)
	if missing {
		c.missing[url] = c.now()
	}
}

// Picture gives a picture as the site sent it, from the cache or else from the
// origin; then it is kept.
func (c *Cache) Picture(ctx context.Context, url string) ([]byte, error) {
	if feed.WebLink(url) == "" {
		return nil, ErrNotFound
	}
	if data, err := c.KeptPicture(ctx, url); err == nil {
		return data, nil
	}
	file := pictureFile(url)
	path := filepath.Join(c.dir, picturesName, file)
	data, err := c.origin.Picture(ctx, url)
	if ctx.Err() == nil {
		c.noteMissing(url, err != nil)
	}
	if err != nil {
		return nil, err
	}
	if c.options.ReadOnly || len(data) == 0 {
		return data, nil
	}
	if err := writeFile(path, data); err != nil {
		c.options.Log.Warn("picture not kept", "url", url, "err", err)
		return data, nil // the reader has it all the same
	}
	err = c.write(ctx, c.fetched, func(t *tx) error {
		_, err := t.exec("insert or replace into picture(url, file, size, used) values(?, ?, ?, ?)", url, filepath.ToSlash(file), len(data), c.now())
		return err
	})
	if err != nil {
		c.options.Log.Warn("picture not noted", "url", url, "err", err)
	}
	return data, nil
}

// Lead pictures are fetched behind new articles, so that they are there without a
// network: those of the newest unread ones first, within a number of bytes a day.
const (
	picturesPerRun = 100
	pictureLanes   = 4 // at once; the client is polite to each host besides
)

func (r *run) pictures() {
	if r.c.options.Pictures <= 0 || r.ctx.Err() != nil {
		return
	}
	urls, left, err := r.c.wantedPictures(r.ctx, picturesPerRun)
	if err != nil || len(urls) == 0 {
		return
	}
	r.mu.Lock()
	r.done, r.total = 0, len(urls)
	r.mu.Unlock()
	queue := make(chan string, len(urls))
	for _, u := range urls {
		queue <- u
	}
	close(queue)
	budget := &atomic.Int64{}
	budget.Store(left)
	var wait sync.WaitGroup
	for range pictureLanes {
		wait.Go(func() {
			for u := range queue {
				if r.ctx.Err() != nil || budget.Load() <= 0 {
					return
				}
				budget.Add(-r.picture(u))
			}
		})
	}
	wait.Wait()
}

// picture fetches one and gives its size in bytes.
func (r *run) picture(url string) int64 {
	var data []byte
	err := r.c.guard("picture "+feed.Bare(url), func() (err error) {
		data, err = r.c.Picture(r.ctx, url)
		return err
	})
	if r.ctx.Err() != nil {
		return 0
	}
	if err != nil {
		r.c.options.Log.Info("picture", "url", url, "err", err)
	}
	r.tell(Progress{Pictures: true})
	return int64(len(data))
}

// wantedPictures lists lead pictures that are not there, and how many bytes may
// still be fetched today.
func (c *Cache) wantedPictures(ctx context.Context, limit int) (urls []string, left int64, err error) {
	left, err = c.pictureAllowance(ctx, c.options.Pictures)
	if err != nil || left <= 0 {
		return nil, 0, err
	}
	without, err := c.otherwise(ctx, true, func(a Asking) *bool { return a.Pictures })
	if err != nil {
		return nil, 0, err
	}
	err = c.all(ctx, `select a.lead from state s indexed by state_unread cross join article a on a.id = s.id
		where s.read = 0 and s.hidden = 0 and s.at >= ? and a.lead <> '' and s.source not in (select value from json_each(?)) and not exists(select 1 from picture p where p.url = a.lead)
		order by s.at desc limit ?`, []any{c.now() - int64(longAgo.Seconds()), keyList(without), limit * 2},
		func(scan func(...any) error) error {
			var u string
			err := scan(&u)
			if !c.inVain(u) && len(urls) < limit {
				urls = append(urls, u)
			}
			return err
		})
	return urls, left, err
}

// writeFile puts a whole file in its place, or none.
func writeFile(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}
