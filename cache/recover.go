package cache

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"

	"depesche/cache/schema"
	"depesche/feed"
)

// A damaged file is never written over. It is moved aside under its date, with
// what belongs to it, and what can still be read is carried into a new one.

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

// recover moves the file aside and makes a new one of what it still holds.
func (c *Cache) recover(ctx context.Context, damaged *DamagedError) error {
	moved := c.free(strings.TrimSuffix(c.path, ".db") + "-damaged-" + c.options.Now().Format("2006-01-02") + ".db")
	for _, suffix := range sidecars {
		err := os.Rename(c.path+suffix, moved+suffix)
		if err != nil && !(errors.Is(err, os.ErrNotExist) && suffix != "") {
			return fileProblem(c.path+suffix, err)
		}
	}
	damaged.Moved = moved
	c.damaged = damaged
	c.connect()
	if err := c.own.open(ctx); err != nil {
		return c.problem(err)
	}
	if err := c.migrate(ctx, schema.Steps()); err != nil {
		return err
	}
	if !errors.Is(damaged.Err, errForeign) {
		if err := c.salvage(ctx, moved, &damaged.Saved); err != nil {
			c.options.Log.Warn("salvage", "from", moved, "err", err)
		}
		if err := c.loadDictionaries(ctx); err != nil {
			return err
		}
	}
	c.options.Log.Error("cache was damaged", "path", c.path, "moved", moved, "err", damaged.Err,
		"sources", damaged.Saved.Sources, "articles", damaged.Saved.Articles, "marks", damaged.Saved.Marks)
	return errors.Join(c.sampleEdition(ctx), c.nameSaved(ctx))
}

// salvageOrder lists the tables that are carried over, those that others refer
// to first. Facets, bands and the search index are derived again or not needed.
var salvageOrder = []struct{ table, key string }{
	{"setting", ""},
	{"dictionary", ""},
	{"source", "id"},
	{"article", "id"},
	{"state", "id"},
	{"ident", ""},
	{"expired", ""},
	{"body", "id"},
	{"also", ""},
	{"revision", "id"},
	{"rule", "id"},
	{"met", ""},
	{"tag", "id"},
	{"tagged", ""},
	{"packed", "article"},
	{"journal", "id"},
	{"outbox", ""},
	{"picture", ""},
	{"download", ""},
}

// salvage copies what can be read of a damaged file. What is left out was either
// unreadable, or refers to something that was.
func (c *Cache) salvage(ctx context.Context, from string, saved *Saved) error {
	w := c.fetched
	if err := w.open(ctx); err != nil {
		return c.problem(err)
	}
	// With a writable schema SQLite reads what there is of a file that is shorter than its
	// head says; it is set back at the end.
	if _, err := w.conn.ExecContext(ctx, "pragma writable_schema = on; attach "+quote(readOnlyName(from))+" as old"); err != nil {
		return err
	}
	defer func() { // a file that stays attached is only read
		_, _ = w.conn.ExecContext(context.WithoutCancel(ctx), "detach old")
		_, _ = w.conn.ExecContext(context.WithoutCancel(ctx), "pragma writable_schema = reset")
	}()
	var errs []error
	for _, t := range salvageOrder {
		columns, err := commonColumns(ctx, w.conn, t.table)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		copier := &copier{ctx: ctx, conn: w.conn, table: t.table, columns: columns}
		if t.key == "" {
			copier.copy("true")
			errs = append(errs, copier.err)
			continue
		}
		low, high := copier.bounds(t.key)
		copier.span(t.key, low, high)
		errs = append(errs, copier.err)
	}
	// What refers to nothing goes, the rest is made consistent.
	_, err := w.conn.ExecContext(ctx, `
		delete from article where source not in (select id from source);
		delete from article where id not in (select id from state);
		delete from body where id not in (select id from article);
		insert or ignore into pending(id) select id from body;
		delete from gone;
		delete from state where id not in (select id from article);
		delete from met where article not in (select id from article) or rule not in (select id from rule);
		delete from packed where article not in (select id from article);
		delete from tagged where article not in (select id from article) or tag not in (select id from tag);
		update source set total = (select count(*) from state s where s.source = source.id and hidden = 0),
			unread = (select count(*) from state s where s.source = source.id and hidden = 0 and read = 0);
		delete from also where article not in (select id from state) or source not in (select id from source);
		`+countAlso+`;
		update article set story = 0 where story not in (select id from article)`)
	errs = append(errs, err, w.run(ctx, (*tx).refacet))
	errs = append(errs, w.conn.QueryRowContext(ctx, `select (select count(*) from source), (select count(*) from article),
		(select count(*) from state where read = 1 or starred = 1)`).Scan(&saved.Sources, &saved.Articles, &saved.Marks))
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

// readOnlyName names a file for attach, so that nothing of it is changed.
func readOnlyName(path string) string {
	name, _, _ := strings.Cut(dsn(path, ""), "?")
	return name + "?mode=ro"
}

// maxLost is how many rows of a table may be unreadable before it is given up: each costs
// as much as a thousand that can be read.
const maxLost = 10_000

// commonColumns lists what both files know of a table: the damaged one may be older.
func commonColumns(ctx context.Context, conn *sql.Conn, table string) (string, error) {
	var list sql.NullString
	err := conn.QueryRowContext(ctx, `select group_concat(n.name, ',') from pragma_table_info(?1) n join pragma_table_info(?1, 'old') o on o.name = n.name`, table).Scan(&list)
	if err == nil && !list.Valid {
		err = fmt.Errorf("table %s cannot be read", table)
	}
	return list.String, err
}

// copier copies a table in spans of keys, halving a span that fails until the
// row that cannot be read is alone.
type copier struct {
	ctx            context.Context
	conn           *sql.Conn
	table, columns string
	lost           int
	err            error // the last one met
}

func (c *copier) copy(where string) bool {
	if c.ctx.Err() != nil {
		c.err = c.ctx.Err()
		return true // there is no use in trying smaller spans
	}
	_, err := c.conn.ExecContext(c.ctx, "insert or ignore into main."+c.table+"("+c.columns+") select "+c.columns+" from old."+c.table+" where "+where)
	if err != nil {
		c.err = err
	}
	return err == nil
}

// bounds gives the lowest and highest key; wide ones where the tree's edge cannot be read.
func (c *copier) bounds(key string) (low, high int64) {
	if err := c.conn.QueryRowContext(c.ctx, "select coalesce(min("+key+"), 0) from old."+c.table).Scan(&low); err != nil {
		low = 0
	}
	if err := c.conn.QueryRowContext(c.ctx, "select coalesce(max("+key+"), 0) from old."+c.table).Scan(&high); err != nil {
		high = 1 << 22
	}
	return low, high
}

func (c *copier) span(key string, low, high int64) {
	const step = 1 << 12
	for from := low; from <= high && c.lost < maxLost; from += step {
		c.part(key, from, min(high, from+step-1))
	}
}

func (c *copier) part(key string, low, high int64) {
	if c.copy(fmt.Sprintf("%s between %d and %d", key, low, high)) {
		return
	}
	if low == high {
		c.lost++
		return
	}
	mid := low + (high-low)/2
	c.part(key, low, mid)
	c.part(key, mid+1, high)
}
