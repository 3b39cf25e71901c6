package cache

import (
	"context"
	"errors"
	"math"
	"os"
	"path"
	"slices"
	"strings"

	"depesche/cache/download"
	"depesche/feed"
)

// Files that go with articles are the reader's once they are downloaded: they stand in a folder of
// the reader's choice, nothing here ever deletes them, and one that the reader deletes is
// only not there any more.

// ErrNoFile says that an article has no file, or not that one.
var ErrNoFile = errors.New("the article has no such file")

// TooBigError says that a file is longer than Options.MaxDownload.
type TooBigError struct {
	Most int64 // bytes that it may have
	Err  error
}

func (e *TooBigError) Error() string { return e.Err.Error() }

// Unwrap gives the cause.
func (e *TooBigError) Unwrap() error { return e.Err }

// File is one of an article's files on the disk.
type File struct {
	URL    string // its address in the article
	Path   string // absolute
	Bytes  int64
	Before bool // it was there already
}

// Files gives those of an article's files that were downloaded and are still there.
func (c *Cache) Files(ctx context.Context, id feed.ID) ([]File, error) {
	var out []File
	err := c.all(ctx, `select d.url, d.file from article a join download d on d.article = a.id where a.ident = ? and d.done > 0`, []any{string(id)},
		func(scan func(...any) error) error {
			var f File
			if err := scan(&f.URL, &f.Path); err != nil {
				return err
			}
			if info, err := os.Stat(f.Path); err == nil && info.Mode().IsRegular() {
				f.Bytes, f.Before = info.Size(), true
				out = append(out, f)
			}
			return nil
		})
	return out, err
}

// Download brings one of an article's files, by its address there; one that is there already is
// only told. step is told how many bytes have come, of how many (-1: not known).
func (c *Cache) Download(ctx context.Context, id feed.ID, url string, step func(done, size int64)) (File, error) {
	if c.options.ReadOnly {
		return File{}, &StorageError{c.path, ErrReadOnly}
	}
	files, err := c.Files(ctx, id)
	if err != nil {
		return File{}, err
	}
	if i := slices.IndexFunc(files, func(f File) bool { return f.URL == url }); i >= 0 {
		return files[i], nil
	}
	a, err := c.Article(ctx, id, Best)
	if err != nil {
		return File{}, err
	}
	i := slices.IndexFunc(a.Enclosures, func(e feed.Enclosure) bool { return e.URL == url })
	if i < 0 {
		return File{}, ErrNoFile
	}
	leave, err := c.loading(url)
	if err != nil {
		return File{}, err
	}
	defer leave()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(c.alive, cancel)()
	return c.download(ctx, &a, &a.Enclosures[i], step)
}

// loading notes that a file is on its way, so that it is so once.
func (c *Cache) loading(url string) (leave func(), err error) {
	c.busy.Lock()
	defer c.busy.Unlock()
	if c.downloads[url] {
		return nil, download.ErrRunning
	}
	if c.downloads == nil {
		c.downloads = map[string]bool{}
	}
	c.downloads[url] = true
	return func() {
		c.busy.Lock()
		defer c.busy.Unlock()
		delete(c.downloads, url)
	}, nil
}

func (c *Cache) download(ctx context.Context, a *feed.Article, e *feed.Enclosure, step func(done, size int64)) (File, error) {
	left, title, err := c.begun(ctx, a.ID, e.URL)
	if err != nil {
		return File{}, err
	}
	most := c.options.MaxDownload
	if most <= 0 {
		most = math.MaxInt64 - 1
	}
	j := &download.Job{
		Dir: c.options.Downloads, Name: fileName(a, e, title), Ending: download.Ending(e.Extension()), Left: left, Step: step,
		Note: func(p download.Part) error { return c.noteDownload(ctx, a.ID, e.URL, p, 0) },
		Fetch: func(ctx context.Context, have feed.Piece, take func(*feed.Transfer) error) error {
			return c.origin.Download(ctx, *a, *e, have, most, take)
		},
	}
	if j.Ending == "" {
		j.Ending = download.Ending(path.Ext(strings.ToLower(pathOf(e.URL))))
	}
	to, n, err := j.Run(ctx)
	if errors.Is(err, feed.ErrTooLong) {
		err = &TooBigError{most, err}
	}
	if err != nil {
		return File{}, err
	}
	// It is there, whether the reader still waits for it or not.
	return File{URL: e.URL, Path: to, Bytes: n}, c.noteDownload(context.WithoutCancel(ctx), a.ID, e.URL, download.Part{Path: to, Size: n}, max(c.now(), 1))
}

// begun gives what an earlier attempt left, and the name of the article's paper.
func (c *Cache) begun(ctx context.Context, id feed.ID, url string) (left download.Part, title string, err error) {
	if err := c.all(ctx, "select d.file, d.validator, d.size from article a join download d on d.article = a.id where a.ident = ? and d.url = ? and d.done = 0",
		[]any{string(id), url}, func(scan func(...any) error) error { return scan(&left.Path, &left.Validator, &left.Size) }); err != nil {
		return left, "", err
	}
	r, err := c.Row(ctx, id)
	if errors.Is(err, ErrNotFound) { // its source was removed
		err = nil
	}
	return left, r.SourceTitle, err
}

// noteDownload keeps where a file is, or will be.
func (c *Cache) noteDownload(ctx context.Context, id feed.ID, url string, p download.Part, done int64) error {
	return c.write(ctx, c.own, func(t *tx) error {
		_, err := t.exec(`insert into download(article, url, file, validator, size, done) select id, ?, ?, ?, ?, ? from article where ident = ?
			on conflict(article, url) do update set file = excluded.file, validator = excluded.validator, size = excluded.size, done = excluded.done`,
			url, p.Path, p.Validator, p.Size, done, string(id))
		return err
	})
}

// fileName names a file for what it is: paper, headline, and, of several, its own title.
func fileName(a *feed.Article, e *feed.Enclosure, paper string) string {
	parts := []string{paper, a.Headline}
	if name := strings.TrimSuffix(e.Name(), path.Ext(pathOf(e.URL))); len(a.Enclosures) > 1 && name != a.Headline {
		parts = append(parts, name)
	}
	return download.Name(parts...)
}

// pathOf is an address without what stands behind its path.
func pathOf(address string) string {
	address, _, _ = strings.Cut(address, "#")
	address, _, _ = strings.Cut(address, "?")
	_, address, _ = strings.Cut(address, "://")
	_, p, _ := strings.Cut(address, "/")
	return p
}
