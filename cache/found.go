package cache

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"github.com/klauspost/compress/zstd"
)

// A text whose dictionary is not in the database is kept, and the dictionary is looked for
// where it may stand besides: in the spare file, in the copies, in files that were moved aside.

// foundDictionaries are those that came from other files and are not yet in this one.
func (c *Cache) foundDictionaries() []dictionary {
	c.seeking.Lock()
	defer c.seeking.Unlock()
	return slices.Clone(c.found)
}

// findDictionary looks for the dictionary of a text: in the file, where another program may just
// have put it, and once in all others. It writes nothing, as who asks may be in the middle of it.
func (c *Cache) findDictionary(ctx context.Context, text []byte) error {
	var h zstd.Header
	if err := h.Decode(text); err != nil {
		return err
	}
	list, err := c.dictionaries(ctx)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(list, func(d dictionary) bool { return d.ID == h.DictionaryID }) {
		c.seek(ctx, h.DictionaryID, text)
	}
	return c.loadDictionaries(ctx)
}

func (c *Cache) seek(ctx context.Context, id uint32, text []byte) {
	c.seeking.Lock()
	defer c.seeking.Unlock()
	if c.sought[id] {
		return
	}
	if c.sought == nil {
		c.sought = map[uint32]bool{}
	}
	c.sought[id] = true
	for _, from := range c.dictionarySources() {
		for _, d := range from(ctx) {
			if d.ID == id && d.fits(text) {
				c.found = append(c.found, d)
				c.options.Log.Info("dictionary found", "id", id)
				return
			}
		}
	}
}

func (c *Cache) dictionarySources() []func(context.Context) []dictionary {
	out := []func(context.Context) []dictionary{func(context.Context) []dictionary { return readSpare(c.path).Dictionaries }}
	for _, pattern := range []string{filepath.Join(c.dir, copiesName, "*.db"), filepath.Join(c.dir, "depesche-*.db"), c.path + asideMark + "*"} {
		names, _ := filepath.Glob(pattern) // the patterns are sound
		for _, name := range slices.Backward(names) {
			out = append(out, func(ctx context.Context) []dictionary { return c.dictionariesOf(ctx, name) })
		}
	}
	return out
}

// dictionariesOf reads what can be read of another file's.
func (c *Cache) dictionariesOf(ctx context.Context, name string) (list []dictionary) {
	db := c.openBeside(name)
	defer func() { _ = db.Close() }()
	rows, err := db.QueryContext(ctx, "select id, sum, data from dictionary")
	if err != nil {
		return nil
	}
	_ = eachRow(rows, func(scan func(...any) error) error {
		var d dictionary
		err := scan(&d.ID, &d.Sum, &d.Data)
		if hash64(string(d.Data)) == d.Sum {
			list = append(list, d)
		}
		return err
	})
	return list
}

// fits reports whether a text was packed with this very dictionary, and not another one of its id.
func (d *dictionary) fits(text []byte) bool {
	p, err := newPacking([]dictionary{*d}, nil)
	if err != nil {
		return false
	}
	defer p.dec.Close()
	data, err := p.dec.DecodeAll(text, nil)
	return err == nil && json.Valid(data)
}

// storeFound puts dictionaries that were found into the file, and has the texts indexed that could not be read.
func (c *Cache) storeFound(ctx context.Context) (more bool, err error) {
	found := c.foundDictionaries()
	if len(found) == 0 {
		return false, nil
	}
	list, err := c.dictionaries(ctx)
	if err != nil {
		return false, err
	}
	parts, err := c.searchParts(ctx)
	if err != nil {
		return false, err
	}
	if err := c.write(ctx, c.own, func(t *tx) error {
		errs := []error{t.script("delete from dictionary")} // the one to pack with stands last
		for _, d := range append(found, list...) {
			errs = append(errs, t.addDictionary(d))
		}
		for _, p := range parts {
			from, to := p.keys()
			errs = append(errs, t.script("insert or ignore into pending(id) select id from body where id >= ? and id < ? and id not in (select id from "+p.table+"_docsize)", from, to))
		}
		return errors.Join(errs...)
	}); err != nil {
		return false, err
	}
	c.seeking.Lock()
	c.found = nil
	c.seeking.Unlock()
	if err := errors.Join(c.loadDictionaries(ctx), c.keepSpare(ctx)); err != nil {
		return false, err
	}
	return false, c.digestAll(ctx)
}

// openBeside opens another file than the database to be read: one with a log beside it as what it is, any
// other as one that nobody changes, which writes nothing beside it.
func (c *Cache) openBeside(name string) *sql.DB {
	mode := "immutable=1"
	if info, err := os.Stat(name + "-wal"); err == nil && info.Size() > 0 {
		mode = "mode=ro"
	}
	db := sql.OpenDB(connector{c.door, dsn(name, mode)})
	db.SetMaxOpenConns(1)
	return db
}
