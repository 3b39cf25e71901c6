package cache

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// Which pictures stay. They go before any text does, the oldest first; those of articles
// that have to stay, stay with them.

// keptPicture is a picture in the cache.
type keptPicture struct {
	url, file string
	size      int64
}

const sqlPicture = "select url, file, size from picture "

func (p *keptPicture) scan(scan func(...any) error) error { return scan(&p.url, &p.file, &p.size) }

// tidyPictures lets pictures go that are beyond the settings' size, and those that have to
// for the whole to fit; then what links led to.
func (c *Cache) tidyPictures(ctx context.Context, p *policy, use *diskUse, l *leavers, do bool, t *tidying) error {
	over := int64(0)
	if p.Bytes > 0 {
		over = use.total() - p.Bytes - int64(len(l.list))*use.each()
	}
	need := over
	if p.Pictures > 0 {
		need = max(need, use.pictures-p.Pictures)
	}
	if need <= 0 {
		return nil
	}
	spared, err := c.sparedPictures(ctx)
	if err != nil {
		return err
	}
	var drop []keptPicture
	freed := int64(0)
	if err := c.all(ctx, sqlPicture+"order by used", nil, func(scan func(...any) error) error {
		var k keptPicture
		err := k.scan(scan)
		if err == nil && freed < need && !spared[k.url] {
			freed += k.size
			drop = append(drop, k)
		}
		return err
	}); err != nil {
		return err
	}
	t.Pictures, t.PictureBytes = len(drop), freed
	use.pictures -= freed
	if do {
		if err := c.dropPictures(ctx, drop); err != nil {
			return err
		}
	}
	return c.tidyLinked(use, over-freed, do)
}

// tidyLinked lets the oldest pages behind links go, for so many bytes.
func (c *Cache) tidyLinked(use *diskUse, need int64, do bool) error {
	if need <= 0 {
		return nil
	}
	all, err := c.linkedFiles()
	for _, k := range slices.Backward(all) {
		if need <= 0 {
			break
		}
		need -= k.size
		use.linked -= k.size
		if do {
			err = errors.Join(err, ignoreMissing(os.Remove(k.path)))
		}
	}
	return err
}

// sparedPictures are the addresses of the pictures of articles that have to stay.
func (c *Cache) sparedPictures(ctx context.Context) (map[string]bool, error) {
	out := map[string]bool{}
	for _, articles := range []string{
		"select id from state indexed by state_starred where starred = 1 and hidden = 0",
		"select id from state indexed by state_unread where read = 0 and hidden = 0 and kept = 1", // what was set back to unread
		"select article as id from tagged", "select article as id from packed",
		"select id from state indexed by state_at where hidden = 0 and held = 1", // no index has it: a walk, in the background
	} {
		if err := c.all(ctx, "select a.lead, b.feed, b.page from ("+articles+") k cross join article a on a.id = k.id left join body b on b.id = a.id", nil,
			func(scan func(...any) error) error {
				urls, err := c.scanPictures(scan)
				for _, u := range urls {
					out[u] = true
				}
				return err
			}); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// scanPictures reads the addresses of an article's pictures from its lead and its texts.
func (c *Cache) scanPictures(scan func(...any) error, more ...any) ([]string, error) {
	var lead string
	var fromFeed, fromPage []byte
	if err := scan(append(more, &lead, &fromFeed, &fromPage)...); err != nil {
		return nil, err
	}
	var out []string
	if lead != "" {
		out = append(out, lead)
	}
	for _, text := range [][]byte{fromFeed, fromPage} {
		if len(text) == 0 {
			continue
		}
		a, err := c.codec.unpack(text)
		if err != nil { // what cannot be read has no pictures
			continue
		}
		if a.Lead != nil {
			out = append(out, a.Lead.URL)
		}
		for i := range a.Body {
			if p := a.Body[i].Picture; p != nil {
				out = append(out, p.URL)
			}
		}
	}
	return out, nil
}

// picturesOf gives the addresses of the pictures of some articles.
func (c *Cache) picturesOf(ctx context.Context, list []leaver) (map[Key][]string, error) {
	keys := make([]Key, len(list))
	for i, x := range list {
		keys[i] = x.key
	}
	out := map[Key][]string{}
	err := c.all(ctx, `select a.id, a.lead, b.feed, b.page from json_each(?) k cross join article a on a.id = k.value left join body b on b.id = a.id`,
		[]any{keyList(keys)}, func(scan func(...any) error) error {
			var k Key
			urls, err := c.scanPictures(scan, &k)
			out[k] = urls
			return err
		})
	return out, err
}

// notedPictures are those of some addresses that are in the cache.
func (c *Cache) notedPictures(ctx context.Context, urls []string) ([]keptPicture, error) {
	var out []keptPicture
	for _, u := range urls {
		if err := c.all(ctx, sqlPicture+"where url = ?", []any{u}, func(scan func(...any) error) error {
			var k keptPicture
			err := k.scan(scan)
			out = append(out, k)
			return err
		}); err != nil {
			return nil, err
		}
	}
	return out, nil
}

const pictureStep = 200 // pictures that are forgotten in one transaction

// dropPictures deletes pictures and what is noted of them.
func (c *Cache) dropPictures(ctx context.Context, drop []keptPicture) error {
	for some := range slices.Chunk(drop, pictureStep) {
		for _, k := range some {
			_ = os.Remove(filepath.Join(c.dir, picturesName, filepath.FromSlash(k.file))) // it may be gone already
		}
		if err := c.write(ctx, c.fetched, func(t *tx) error {
			for _, k := range some {
				if _, err := t.exec("delete from picture where url = ?", k.url); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			return err
		}
	}
	return nil
}

// strayTime is how old a file must be that nothing is noted of: a new one may just
// be written.
const strayTime = 24 * time.Hour

// sweepPictures forgets pictures whose file is gone, and deletes files that
// nothing is noted of.
func (c *Cache) sweepPictures(ctx context.Context) error {
	root := filepath.Join(c.dir, picturesName)
	known := map[string]bool{}
	var drop []keptPicture
	if err := c.all(ctx, sqlPicture, nil, func(scan func(...any) error) error {
		var k keptPicture
		if err := k.scan(scan); err != nil {
			return err
		}
		known[filepath.FromSlash(k.file)] = true
		if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(k.file))); errors.Is(err, fs.ErrNotExist) {
			drop = append(drop, k)
		}
		return nil
	}); err != nil {
		return err
	}
	if err := c.dropPictures(ctx, drop); err != nil {
		return err
	}
	before := c.options.Now().Add(-strayTime)
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil || d.IsDir():
			return err
		}
		name, err := filepath.Rel(root, path)
		if err != nil || known[name] {
			return err
		}
		if info, err := d.Info(); err == nil && info.ModTime().Before(before) {
			_ = os.Remove(path) // the next time, then
		}
		return nil
	})
}
