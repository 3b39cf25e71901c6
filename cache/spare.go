package cache

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
)

// What a few bytes of the database tell of all others stands a second time, in a file beside it:
// the dictionaries, without which no text can be read, and on which pages tables and indexes
// begin, without which nothing can be found in a file whose first page is gone.

// spareSuffix is how the name of that file ends.
const spareSuffix = ".spare"

const (
	maxSpare          = 16 << 20
	spareDictionaries = 8 // of other databases, too, that stood in this folder
)

type spareNote struct {
	Schema       int
	PageSize     int
	Objects      []object // of this program's schema, without the search index
	Dictionaries []dictionary
}

// object is a table or an index of the database.
type object struct {
	Type, Name, Table string
	Root              int64 // the page it begins on
	SQL               string
}

func spareFile(database string) string { return database + spareSuffix }

// readSpare gives what stands beside a database; nothing where there is no such file, or not a sound one.
func readSpare(database string) (s spareNote) {
	data, err := os.ReadFile(spareFile(database))
	if err != nil || len(data) > maxSpare || json.Unmarshal(data, &s) != nil {
		return spareNote{}
	}
	s.Dictionaries = slices.DeleteFunc(s.Dictionaries, func(d dictionary) bool { return hash64(string(d.Data)) != d.Sum })
	return s
}

// keepSpare writes the file anew where it says something else than the database.
func (c *Cache) keepSpare(ctx context.Context) error {
	if c.options.ReadOnly {
		return nil
	}
	have := readSpare(c.path)
	var s spareNote
	if err := c.one(ctx, "select (select user_version from pragma_user_version), (select page_size from pragma_page_size)", nil, &s.Schema, &s.PageSize); err != nil {
		return err
	}
	if err := c.all(ctx, `select type, name, tbl_name, coalesce(rootpage, 0), coalesce(sql, '') from sqlite_schema
		where type in ('table', 'index') and tbl_name not glob '`+partName+`*' and tbl_name not glob '`+spentName+`*' and tbl_name not glob 'search_*'
		order by rootpage`, nil, func(scan func(...any) error) error {
		var o object
		err := scan(&o.Type, &o.Name, &o.Table, &o.Root, &o.SQL)
		s.Objects = append(s.Objects, o)
		return err
	}); err != nil {
		return err
	}
	list, err := c.dictionaries(ctx)
	if err != nil {
		return err
	}
	s.Dictionaries = list
	for _, d := range have.Dictionaries {
		if len(s.Dictionaries) < spareDictionaries && !slices.ContainsFunc(s.Dictionaries, func(x dictionary) bool { return x.Sum == d.Sum }) {
			s.Dictionaries = append(s.Dictionaries, d)
		}
	}
	before, err1 := json.Marshal(have)
	after, err2 := json.Marshal(s)
	if err := errors.Join(err1, err2); err != nil || bytes.Equal(before, after) {
		return err
	}
	return writeAside(spareFile(c.path), after)
}

// writeAside writes a file under another name, and renames it when it is on the disk.
func writeAside(name string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".half-*") // 0600
	if err != nil {
		return fileProblem(name, err)
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return fileProblem(name, errors.Join(err, os.Remove(f.Name())))
	}
	return nil
}

// spareStep is keepSpare as a step of Settle: that the file cannot be written stops nothing else.
func (c *Cache) spareStep(ctx context.Context) (more bool, err error) {
	if err := c.keepSpare(ctx); err != nil && ctx.Err() == nil {
		c.options.Log.Warn("spare", "err", err)
	}
	return false, ctx.Err()
}

// firstSpare writes the file where there is none yet, for programs that end sooner than Settle comes to it.
func (c *Cache) firstSpare() {
	if c.read == nil || c.options.ReadOnly || c.damaged != nil && c.damaged.Moved == "" {
		return
	}
	if _, err := os.Stat(spareFile(c.path)); !errors.Is(err, os.ErrNotExist) {
		return
	}
	if err := c.keepSpare(context.WithoutCancel(c.alive)); err != nil {
		c.options.Log.Warn("spare", "err", err)
	}
}
