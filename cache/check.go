package cache

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"

	"depesche/cache/schema"
)

// Check reads the whole database and says what is wrong with it. It changes
// nothing and takes seconds where the cache is large.
func (c *Cache) Check(ctx context.Context) ([]Finding, error) {
	var out []Finding
	for _, check := range []struct {
		what string
		run  func(context.Context) (string, error)
	}{
		{"integrity", c.checkIntegrity},
		{"tables", c.checkTables},
		{"foreign-keys", c.checkForeignKeys},
		{"search-index", c.checkSearch},
		{"counters", c.checkCounters},
		{"pictures", c.checkPictures},
		{"texts", c.checkTexts},
	} {
		detail, err := check.run(ctx)
		if ctx.Err() != nil {
			return out, ctx.Err()
		}
		if err != nil {
			detail = err.Error()
		}
		out = append(out, Finding{What: check.what, OK: detail == "", Detail: detail})
	}
	return out, nil
}

// checkTables answers which tables, indexes and triggers of this program's schema are missing.
func (c *Cache) checkTables(ctx context.Context) (string, error) {
	missing, err := c.missingObjects(ctx)
	var names []string
	for _, o := range missing {
		names = append(names, o.Type+" "+o.Name)
	}
	return strings.Join(names, ", "), err
}

// missingObjects compares the database with one that was just made.
func (c *Cache) missingObjects(ctx context.Context) (missing []object, err error) {
	list := func(db *sql.DB) (out []object, err error) {
		rows, err := db.QueryContext(ctx, "select type, name, tbl_name, coalesce(sql, '') from sqlite_schema where name not glob 'sqlite_*' order by rowid")
		if err != nil {
			return nil, err
		}
		err = eachRow(rows, func(scan func(...any) error) error {
			var o object
			err := scan(&o.Type, &o.Name, &o.Table, &o.SQL)
			out = append(out, o)
			return err
		})
		return out, err
	}
	fresh := sql.OpenDB(connector{c.door, ":memory:"})
	fresh.SetMaxOpenConns(1)
	defer func() { _ = fresh.Close() }()
	if _, err := fresh.ExecContext(ctx, schema.Fresh()); err != nil {
		return nil, err
	}
	want, err := list(fresh)
	if err != nil {
		return nil, err
	}
	have, err := list(c.read.db)
	for _, o := range want {
		if !slices.ContainsFunc(have, func(h object) bool { return h.Type == o.Type && h.Name == o.Name }) {
			missing = append(missing, o)
		}
	}
	return missing, err
}

// makeMissing makes what is missing, empty. A dictionary is looked for by whoever meets a text of it.
func (c *Cache) makeMissing(ctx context.Context) error {
	missing, err := c.missingObjects(ctx)
	if err != nil {
		return err
	}
	return c.write(ctx, c.own, func(t *tx) error {
		for _, o := range missing {
			if err := t.script(o.SQL); err != nil {
				return err
			}
		}
		return nil
	})
}

// checkTexts counts the texts that cannot be read, and says which dictionaries they lack.
func (c *Cache) checkTexts(ctx context.Context) (string, error) {
	broken, lacking := 0, map[uint32]int{}
	err := c.query(ctx, "select feed from body union all select page from body", nil, func(scan func(...any) error) error {
		var text []byte
		if err := scan(&text); err != nil || len(text) == 0 {
			return err
		}
		switch _, err := c.codec.unpacked(text); {
		case errors.Is(err, zstd.ErrUnknownDictionary):
			var h zstd.Header
			_ = h.Decode(text) // it was decoded
			lacking[h.DictionaryID]++
		case err != nil:
			broken++
		}
		return nil
	})
	var said []string
	for _, id := range slices.Sorted(maps.Keys(lacking)) {
		said = append(said, fmt.Sprintf("%d without dictionary %d", lacking[id], id))
	}
	if broken > 0 {
		said = append(said, fmt.Sprintf("%d unreadable", broken))
	}
	return strings.Join(said, ", "), err
}

// Repair mends what can be mended in place: search index, counters, notes of
// pictures. A file that fails its integrity check is moved aside and carried over
// by the next Open.
func (c *Cache) Repair(ctx context.Context) ([]Finding, error) {
	if c.options.ReadOnly {
		return nil, &StorageError{c.path, ErrReadOnly}
	}
	found, err := c.Check(ctx)
	if err != nil {
		return found, err
	}
	for i := range found {
		f := &found[i]
		if f.OK {
			continue
		}
		switch f.What {
		case "integrity", "foreign-keys":
			c.suspect()
			if f.What == "integrity" { // what else is wrong comes from there
				return found, nil
			}
			continue
		case "texts": // they are kept, until their dictionary is found
			continue
		case "tables":
			err = c.makeMissing(ctx)
		case "search-index":
			c.broken.Store(true)
			err = c.digestAll(ctx)
		case "counters":
			err = c.write(ctx, c.fetched, func(t *tx) error {
				return t.script(`update source set total = (select count(*) from state s where s.source = source.id and hidden = 0),
					unread = (select count(*) from state s where s.source = source.id and hidden = 0 and read = 0);
					` + countAlso)
			})
		case "pictures":
			err = c.sweepPictures(ctx)
		}
		if err != nil {
			return found, err
		}
		f.Fixed = true
	}
	return found, nil
}

// answers collects the lines of a pragma.
func (c *Cache) answers(ctx context.Context, pragma string) ([]string, error) {
	var out []string
	err := c.query(ctx, pragma, nil, func(scan func(...any) error) error {
		var s string
		err := scan(&s)
		out = append(out, s)
		return err
	})
	return out, err
}

func (c *Cache) checkIntegrity(ctx context.Context) (string, error) {
	lines, err := c.answers(ctx, "pragma integrity_check(20)")
	return strings.Join(fileTrouble(lines), "; "), err
}

// fileTrouble picks from an integrity check's answer what is wrong with the file; the
// search index, which the check looks at, too, can be made anew.
func fileTrouble(lines []string) []string {
	return slices.DeleteFunc(lines, func(s string) bool {
		return s == "ok" || strings.Contains(s, "search_")
	})
}

func (c *Cache) checkForeignKeys(ctx context.Context) (string, error) {
	lines, err := c.answers(ctx, `select "table" || ' ' || coalesce(rowid, 0) from pragma_foreign_key_check limit 20`)
	return strings.Join(lines, "; "), err
}

// checkSearch asks each part of the index whether it is sound, which needs a writing
// connection though it writes nothing, and whether it holds what it should.
func (c *Cache) checkSearch(ctx context.Context) (string, error) {
	if c.options.ReadOnly {
		return "", nil
	}
	if err := c.digestAll(ctx); err != nil {
		return "", err
	}
	parts, err := c.searchParts(ctx)
	if err != nil {
		return "", err
	}
	missing := 0
	for _, p := range parts {
		table := p.table
		from, to := p.keys()
		if err := c.write(ctx, c.fetched, func(t *tx) error {
			return t.script("insert into " + table + "(" + table + ") values('integrity-check')")
		}); err != nil {
			return "", err
		}
		if err := c.query(ctx, "select b.feed, b.page from body b where b.id >= ? and b.id < ? and b.id not in (select id from "+table+"_docsize) and b.id not in (select id from pending)",
			[]any{from, to}, func(scan func(...any) error) error {
				var fromFeed, fromPage []byte
				err := scan(&fromFeed, &fromPage)
				if _, unread := c.codec.best(fromFeed, fromPage); unread == nil { // of the others checkTexts tells
					missing++
				}
				return err
			}); err != nil {
			return "", err
		}
	}
	if missing > 0 {
		return fmt.Sprintf("%d articles not indexed", missing), nil
	}
	return "", nil
}

func (c *Cache) checkCounters(ctx context.Context) (string, error) {
	lines, err := c.answers(ctx, `select o.sid from source o where total <> (select count(*) from state s where s.source = o.id and hidden = 0)
		or unread <> (select count(*) from state s where s.source = o.id and hidden = 0 and read = 0)
		or also_total <> (select count(*) from also l join state s on s.id = l.article where l.source = o.id and s.hidden = 0)
		or also_unread <> (select count(*) from also l join state s on s.id = l.article where l.source = o.id and s.hidden = 0 and s.read = 0) limit 20`)
	return strings.Join(lines, " "), err
}

func (c *Cache) checkPictures(ctx context.Context) (string, error) {
	missing := 0
	err := c.all(ctx, "select file from picture", nil, func(scan func(...any) error) error {
		var file string
		if err := scan(&file); err != nil {
			return err
		}
		if _, err := os.Stat(filepath.Join(c.dir, picturesName, filepath.FromSlash(file))); err != nil {
			missing++
		}
		return nil
	})
	if missing > 0 {
		return fmt.Sprintf("%d files missing", missing), err
	}
	return "", err
}

// Stats counts what the data folder holds.
func (c *Cache) Stats(ctx context.Context) (Stats, error) {
	s := Stats{Path: c.path, Schema: schema.Version()}
	var oldest, newest int64
	err := c.one(ctx, `select (select count(*) from source where removed = 0), (select coalesce(sum(total), 0) from source where removed = 0),
		(select coalesce(sum(unread), 0) from source where removed = 0), (select count(*) from state where starred = 1 and hidden = 0),
		(select count(*) from article where page_at > 0), (select count(*) from picture), (select coalesce(sum(size), 0) from picture),
		(select count(*) from journal where undone = 0), (select count(*) from outbox),
		(select coalesce(min(at), 0) from state where hidden = 0), (select coalesce(max(at), 0) from state where hidden = 0)`, nil,
		&s.Sources, &s.Articles, &s.Unread, &s.Starred, &s.Pages, &s.Pictures, &s.PictureSize, &s.Journal, &s.Outbox, &oldest, &newest)
	if err != nil {
		return s, err
	}
	s.Oldest, s.Newest = moment(oldest), moment(newest)
	for _, suffix := range []string{"", "-wal"} {
		if info, err := os.Stat(c.path + suffix); err == nil {
			s.Bytes += info.Size()
		}
	}
	return s, nil
}
