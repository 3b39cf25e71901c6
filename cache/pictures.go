package cache

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"

	"depesche/feed"
)

// Pictures are files beside the database, in a folder that may be deleted at any
// time: they are fetched again when they are asked for.

// keepPictures is how many bytes of pictures stay; the oldest go first.
const keepPictures = 512 << 20

func pictureFile(url string) string {
	sum := sha256.Sum256([]byte(url))
	name := hex.EncodeToString(sum[:16])
	return filepath.Join(name[:2], name[2:])
}

// Picture gives a picture as the site sent it, from the cache or else from the
// origin; then it is kept.
func (c *Cache) Picture(ctx context.Context, url string) ([]byte, error) {
	if feed.WebLink(url) == "" {
		return nil, ErrNotFound
	}
	file := pictureFile(url)
	path := filepath.Join(c.dir, picturesName, file)
	if data, err := os.ReadFile(path); err == nil && len(data) > 0 {
		return data, nil
	}
	data, err := c.origin.Picture(ctx, url)
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

// expirePictures keeps the newest within keepPictures, and forgets those whose
// file is gone.
func (c *Cache) expirePictures(ctx context.Context) error {
	type kept struct {
		url, file string
		size      int64
	}
	var drop []kept
	total := int64(0)
	if err := c.all(ctx, "select url, file, size from picture order by used desc", nil, func(scan func(...any) error) error {
		var k kept
		if err := scan(&k.url, &k.file, &k.size); err != nil {
			return err
		}
		_, err := os.Stat(filepath.Join(c.dir, picturesName, filepath.FromSlash(k.file)))
		if total += k.size; total > keepPictures || err != nil {
			drop = append(drop, k)
		}
		return nil
	}); err != nil || len(drop) == 0 {
		return err
	}
	for _, k := range drop {
		_ = os.Remove(filepath.Join(c.dir, picturesName, filepath.FromSlash(k.file))) // it may be gone already
	}
	return c.write(ctx, c.fetched, func(t *tx) error {
		for _, k := range drop {
			if _, err := t.exec("delete from picture where url = ?", k.url); err != nil {
				return err
			}
		}
		return nil
	})
}
