package cache

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"strings"

	"depesche/cache/schema"
	"depesche/feed"
)

// A damaged file is never written over. It is moved aside under its date, with
// what belongs to it, and what can still be read is carried into a new one; what the
// newest good copy has besides, too.

// sidecars are the files SQLite keeps beside a database.
var sidecars = [...]string{"", "-wal", "-shm"}

// suspectFile is the note that a query met damage; the next Open looks closely.
func (c *Cache) suspectFile() string { return c.path + ".damaged" }

func (c *Cache) suspect() {
	if c.marked.Swap(true) {
		return
	}
	if err := os.WriteFile(c.suspectFile(), nil, 0o600); err != nil {
		c.options.Log.Warn("damage not noted", "err", err)
	}
}

// checkSuspect looks the file over if the last run has met damage in it, and moves
// it aside if it finds some; nil if all is well.
func (c *Cache) checkSuspect(ctx context.Context) error {
	if _, err := os.Stat(c.suspectFile()); err != nil {
		return nil
	}
	if err := os.Remove(c.suspectFile()); err != nil {
		return fileProblem(c.suspectFile(), err)
	}
	db := sql.OpenDB(connector{c.door, dsn(c.path, "")})
	db.SetMaxOpenConns(1)
	err := lookOver(ctx, db)
	if err == nil {
		return db.Close()
	}
	damaged := &DamagedError{Path: c.path, Err: err}
	_ = db.Close() // it is damaged: what closing says is no news
	if ctx.Err() != nil {
		c.suspect()
		return ctx.Err()
	}
	return damaged
}

// lookOver answers what is wrong with a database file.
func lookOver(ctx context.Context, db *sql.DB) error {
	for _, query := range []string{
		"pragma quick_check(20)",
		`select 'broken reference in ' || "table" from pragma_foreign_key_check limit 1`,
	} {
		rows, err := db.QueryContext(ctx, query)
		if err != nil {
			return err
		}
		var lines []string
		if err := eachRow(rows, func(scan func(...any) error) error {
			var s string
			err := scan(&s)
			lines = append(lines, s)
			return err
		}); err != nil {
			return err
		}
		if lines = fileTrouble(lines); len(lines) > 0 {
			return errors.New(lines[0])
		}
	}
	return nil
}

// free gives a name that no file has.
func (c *Cache) free(name string) string {
	taken := func(s string) bool { _, err := os.Lstat(s); return err == nil }
	out := name
	for n := 2; taken(out); n++ {
		out = fmt.Sprintf("%s-%d", name, n)
	}
	return out
}

// recover moves the file aside and makes a new one of what it still holds, and of what the newest
// good copy holds besides. Nothing is deleted.
func (c *Cache) recover(ctx context.Context, damaged *DamagedError) error {
	if v := headSchema(c.path); v > schema.Version() { // who wrote it will read more of it than we can
		return &NewerError{c.path, v, schema.Version()}
	}
	if err := c.moveAside(damaged); err != nil {
		return err
	}
	c.damaged = damaged
	c.connect()
	if err := c.own.open(ctx); err != nil {
		return c.problem(err)
	}
	if err := c.migrate(ctx, schema.Steps()); err != nil {
		return err
	}
	if err := c.carryOver(ctx, damaged); err != nil {
		c.options.Log.Warn("carry over", "from", damaged.Moved, "err", err)
	}
	if err := c.loadDictionaries(ctx); err != nil {
		return err
	}
	c.options.Log.Error("cache was damaged", "path", c.path, "moved", damaged.Moved, "err", damaged.Err, "copy", damaged.Copy,
		"sources", damaged.Saved.Sources, "articles", damaged.Saved.Articles, "marks", damaged.Saved.Marks)
	return errors.Join(c.sampleEdition(ctx), c.nameSaved(ctx))
}

// moveAside gives the database, if it is there, the name under which it is kept.
func (c *Cache) moveAside(damaged *DamagedError) error {
	moved := c.free(strings.TrimSuffix(c.path, ".db") + damagedMark + c.options.Now().Format("2006-01-02") + ".db")
	for _, suffix := range sidecars {
		err := os.Rename(c.path+suffix, moved+suffix)
		if errors.Is(err, os.ErrNotExist) && (suffix != "" || damaged.Lost) {
			continue
		}
		if err != nil {
			return fileProblem(c.path+suffix, err)
		}
	}
	damaged.Moved = moved
	return nil
}

// damagedMark stands in the name of a file that was moved aside, before its date.
const damagedMark = "-damaged-"

// carryOver fills the new database: with what can be read of the damaged one, then with what the
// newest good copy has besides.
func (c *Cache) carryOver(ctx context.Context, damaged *DamagedError) error {
	w := c.fetched
	if err := w.open(ctx); err != nil {
		return c.problem(err)
	}
	s := &salvage{c: c, ctx: ctx, conn: w.conn}
	if err := s.begin(); err != nil {
		return err
	}
	errs := []error{s.fromDamaged(damaged)}
	var own Saved
	errs = append(errs, s.count(&own), s.fromCopy(damaged), s.mend(), s.end(), w.run(ctx, (*tx).refacet), s.count(&damaged.Saved))
	damaged.Copied = damaged.Saved.less(own)
	return errors.Join(errs...)
}

// refacet finds the facets of all articles by their heads.
func (t *tx) refacet() error {
	type row struct {
		id, at int64
		a      feed.Article
	}
	var list []row
	if err := t.each("select a.id, s.at, a.access, a.agencies, a.section, a.language, a.lead, a.medium from article a join state s on s.id = a.id", nil,
		func(scan func(...any) error) error {
			var r row
			var agencies, lead, medium string
			if err := scan(&r.id, &r.at, (*uint8)(&r.a.Access), &agencies, &r.a.Section, &r.a.Language, &lead, &medium); err != nil {
				return err
			}
			for g := range strings.FieldsSeq(agencies) {
				r.a.Agencies = append(r.a.Agencies, feed.Agency(g))
			}
			if lead != "" {
				r.a.Lead = &feed.Picture{URL: lead}
			}
			if medium != "" { // of the first file alone: the text that names the others may be lost
				r.a.Enclosures = []feed.Enclosure{{Type: medium}}
			}
			list = append(list, r)
			return nil
		}); err != nil {
		return err
	}
	for i := range list {
		r := &list[i]
		traits, err := t.traits(facets(&r.a))
		if err != nil {
			return err
		}
		if _, err := t.exec("update article set traits = ? where id = ?", keyList(traits), r.id); err != nil {
			return err
		}
		if err := t.setFacets(r.id, r.at, traits); err != nil {
			return err
		}
	}
	return nil
}

// headSchema reads from a file's head which schema it has; 0 where that is not to be known.
func headSchema(path string) int {
	f, err := os.Open(path)
	if err != nil {
		return 0
	}
	defer f.Close()
	var head [72]byte
	if _, err := f.ReadAt(head[:], 0); err != nil || binary.BigEndian.Uint32(head[68:]) != schema.ApplicationID {
		return 0
	}
	return int(binary.BigEndian.Uint32(head[60:]))
}
