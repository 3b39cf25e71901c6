package cache

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
)

// salvage fills a new database from files of which parts cannot be read.
type salvage struct {
	c    *Cache
	ctx  context.Context
	conn *sql.Conn
}

// salvageOrder lists the tables that are carried over. Facets, bands and the search index are
// derived again or not needed. key: rows can be asked for by it, span by span.
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

// begin lets rows stand whose fellows are missing: end sees to them. With a writable schema
// SQLite reads what there is of a file that is shorter than its head says.
func (s *salvage) begin() error {
	return s.exec("pragma foreign_keys = off; pragma writable_schema = on")
}

func (s *salvage) end() error {
	return s.exec("pragma writable_schema = reset; pragma foreign_keys = on")
}

func (s *salvage) exec(query string, args ...any) error {
	_, err := s.conn.ExecContext(s.ctx, query, args...)
	return err
}

func (s *salvage) each(query string, f func(scan func(...any) error) error) error {
	rows, err := s.conn.QueryContext(s.ctx, query)
	if err != nil {
		return err
	}
	return eachRow(rows, f)
}

// attach makes a file known as "old" while f runs.
func (s *salvage) attach(name string, f func() error) error {
	plain, _, _ := strings.Cut(dsn(name, ""), "?")
	if err := s.exec("attach " + quote(plain+"?immutable=1") + " as old"); err != nil {
		return err
	}
	return errors.Join(f(), s.exec("detach old"))
}

// fromDamaged carries over what can be read of the file that was moved aside: as it is, else with a head
// that is made for it, as the list of tables begins in the head and goes on anywhere.
func (s *salvage) fromDamaged(d *DamagedError) error {
	if d.Moved == "" || d.Lost {
		return nil
	}
	err := s.fromFile(d.Moved, false)
	if err == nil || errors.Is(err, errForeign) {
		return err
	}
	return errors.Join(err, s.fromFile(d.Moved, true))
}

// fromFile answers an error where the list of tables cannot be read.
func (s *salvage) fromFile(moved string, newHead bool) error {
	name, done, err := s.readable(moved, newHead)
	defer done()
	if err != nil {
		return err
	}
	return s.attach(name, func() error {
		var ours int
		if err := s.conn.QueryRowContext(s.ctx, "select count(*) from old.sqlite_schema where type = 'table' and name in ('source', 'article', 'state', 'body')").Scan(&ours); err != nil {
			return err
		}
		if ours < 2 {
			return errForeign
		}
		if err := errors.Join(s.tables(), s.fromIndexes()); err != nil {
			s.c.options.Log.Warn("salvage", "from", moved, "err", err)
		}
		return s.ctx.Err()
	})
}

// fromCopy adds what the newest good copy has and the damaged file has not.
func (s *salvage) fromCopy(d *DamagedError) error {
	list, err := s.c.copiesHere(s.ctx)
	if err != nil {
		return err
	}
	for _, x := range list {
		if x.Kind == DamagedCopy || x.Err != nil || x.Saved == (Saved{}) {
			continue
		}
		if err := s.c.checkCopy(s.ctx, x.Name); err != nil {
			s.c.options.Log.Warn("copy cannot be read", "name", x.Name, "err", err)
			continue
		}
		return s.attach(x.Name, func() error {
			same, err := s.sameCache()
			if err != nil || !same {
				return err // another database's: its keys mean other articles
			}
			d.Copy, d.Made = x.Name, x.Made
			return errors.Join(s.keepNewer(), s.dropBroken(), s.tables(), s.dropExpired())
		})
	}
	return nil
}

// sameCache reports whether the attached file and the new one are of one database: no key means two articles.
func (s *salvage) sameCache() (bool, error) {
	var differ int
	err := s.conn.QueryRowContext(s.ctx, "select count(*) from main.article m join old.article o on o.id = m.id where o.ident <> m.ident").Scan(&differ)
	return differ == 0, err
}

// keepNewer notes which articles the damaged file gave, and makes room for sources that the copy has at the same place.
func (s *salvage) keepNewer() error {
	return s.exec(`create temp table came as select id from main.article;
		update main.source set place = place - 1000000000`)
}

// dropBroken makes room for the copy's texts in the places of those that are no texts any more: where a file
// was cut off, SQLite reads zeros.
func (s *salvage) dropBroken() error {
	if err := s.c.loadDictionaries(s.ctx); err != nil {
		return err
	}
	var broken []Key
	if err := s.each("select b.id, b.feed, b.page from main.body b join old.body o on o.id = b.id", func(scan func(...any) error) error {
		var id int64
		var texts [2][]byte
		err := scan(&id, &texts[0], &texts[1])
		for _, text := range texts {
			if len(text) == 0 {
				continue
			}
			if _, err := s.c.codec.unpack(text); err != nil {
				broken = append(broken, Key(id))
			}
		}
		return err
	}); err != nil {
		return err
	}
	return s.exec("delete from main.body where id in (select value from json_each(?))", keyList(broken))
}

// dropExpired takes out again what was let go after the copy was made.
func (s *salvage) dropExpired() error {
	return s.exec(`delete from main.article where exists(select 1 from temp.came) and id not in (select id from temp.came)
			and id in (select i.article from main.ident i join main.expired e on e.hash = i.hash and e.source = i.source)
			and id not in (select id from main.state where starred = 1);
		drop table temp.came`)
}

// tables copies all of the attached file's tables; what is there already stays.
func (s *salvage) tables() error {
	var errs []error
	for _, t := range salvageOrder {
		columns, err := commonColumns(s.ctx, s.conn, t.table)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		copier := &copier{ctx: s.ctx, conn: s.conn, table: t.table, columns: columns}
		if t.key == "" {
			copier.whole()
		} else {
			copier.span(t.key)
		}
		if copier.err != nil {
			errs = append(errs, fmt.Errorf("table %s: %w", t.table, copier.err))
		}
	}
	return errors.Join(errs...)
}

// maxLost is how many rows of a table may be unreadable before it is given up: each costs
// as much as a thousand that can be read.
const maxLost = 10_000

// commonColumns lists what both files know of a table: the attached one may be older.
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
	_, err := c.conn.ExecContext(c.ctx, "insert or ignore into main."+c.table+"("+c.columns+") select "+c.columns+" from old."+c.table+" not indexed where "+where)
	if err != nil {
		c.err = err
	}
	return err == nil
}

// whole copies a table that has no key to ask by. Where that fails, its rows are read from both
// ends, up to the place that cannot be read.
func (c *copier) whole() {
	if c.copy("true") || c.err == nil {
		return
	}
	var order sql.NullString
	if err := c.conn.QueryRowContext(c.ctx, "select group_concat(name, ',') from (select name from pragma_table_info(?, 'old') where pk > 0 order by pk)", c.table).Scan(&order); err != nil || !order.Valid {
		return
	}
	down := strings.ReplaceAll(order.String, ",", " desc,") + " desc"
	for _, by := range [...]string{order.String, down} {
		c.rows("select " + c.columns + " from old." + c.table + " order by " + by)
	}
}

// rows puts in what a query gives before it fails.
func (c *copier) rows(query string) {
	n := strings.Count(c.columns, ",") + 1
	var list [][]any
	rows, err := c.conn.QueryContext(c.ctx, query)
	if err != nil {
		return
	}
	_ = eachRow(rows, func(scan func(...any) error) error {
		row, to := make([]any, n), make([]any, n)
		for i := range row {
			to[i] = &row[i]
		}
		err := scan(to...)
		list = append(list, row)
		return err
	})
	insert := "insert or ignore into main." + c.table + "(" + c.columns + ") values(?" + strings.Repeat(",?", n-1) + ")"
	for _, row := range list {
		if _, err := c.conn.ExecContext(c.ctx, insert, row...); err != nil {
			c.err = err
		}
	}
}

// bounds gives the lowest and highest key; wide ones where the tree's edge cannot be read.
func (c *copier) bounds(key string) (low, high int64) {
	if err := c.conn.QueryRowContext(c.ctx, "select coalesce(min("+key+"), 0) from old."+c.table+" not indexed").Scan(&low); err != nil {
		low = 0
	}
	if err := c.conn.QueryRowContext(c.ctx, "select coalesce(max("+key+"), 0) from old."+c.table+" not indexed").Scan(&high); err != nil {
		high = 1 << 22
	}
	return low, high
}

// reads reports whether any of some rows between two keys, there or not, can be looked for.
func (c *copier) reads(key string, low, high int64) bool {
	const probes = 64
	for i := range int64(probes) {
		var n int
		at := low + (high-low)*i/(probes-1)
		if err := c.conn.QueryRowContext(c.ctx, "select count(*) from old."+c.table+" not indexed where "+key+" = ?", at).Scan(&n); err == nil {
			return true
		}
	}
	return false
}

func (c *copier) span(key string) {
	low, high := c.bounds(key)
	const step = 1 << 12
	if c.copy(fmt.Sprintf("%s between %d and %d", key, low, min(high, low+step-1))) {
		low += step
	} else if !c.reads(key, low, high) {
		return // its root is gone
	}
	for from := low; from <= high && c.lost < maxLost; from += step {
		c.part(key, from, min(high, from+step-1))
	}
}

func (c *copier) part(key string, low, high int64) {
	if c.lost >= maxLost || c.copy(fmt.Sprintf("%s between %d and %d", key, low, high)) {
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

// fromIndexes makes rows of what indexes know of tables that cannot be read: which articles there
// are, where they stand, which are read and starred, and which sources the reader has.
func (s *salvage) fromIndexes() error {
	for _, query := range [...]string{
		`insert or ignore into main.source(id, sid, url, address, place) select a.id, b.sid, a.address, a.address, c.place
			from (select id, address from old.source indexed by source_address where address >= '') a
			join (select id, sid from old.source indexed by sqlite_autoindex_source_1 where sid >= '') b on b.id = a.id
			join (select id, place from old.source indexed by sqlite_autoindex_source_2 where place >= 0) c on c.id = a.id`,
		`insert or ignore into main.article(id, ident, source, dropped) select a.id, a.ident, b.source, b.dropped
			from (select id, ident from old.article indexed by sqlite_autoindex_article_1 where ident >= '') a
			join (select id, source, dropped from old.article indexed by article_source where source >= 0) b on b.id = a.id`,
		`create temp table lost as select id, source, at, minutes, 0 as hidden from old.state indexed by state_at where hidden = 0`,
		`insert into temp.lost select id, source, at, 0, 2 from old.state indexed by state_muted where hidden = 2`,
		`insert into temp.lost select id, source, at, 0, 4 from old.state indexed by state_by_hand where hidden in (4, 6)`,
		`delete from temp.lost where id in (select id from main.state)`,
		`create temp table unread as select id from old.state indexed by state_unread where read = 0 and hidden = 0`,
		`insert or ignore into main.state(id, source, at, minutes, hidden, read) select id, source, at, minutes, hidden, hidden = 0 and id not in (select id from temp.unread) from temp.lost`,
		`insert or ignore into main.state(id, source, at, minutes, hidden) select id, source, at, minutes, hidden from temp.lost`, // where the one before fails
		`update main.state set starred = 1 where id in (select id from temp.lost) and id in (select id from old.state indexed by state_starred where starred = 1 and hidden = 0)`,
		`update main.state set changed = 1 where id in (select id from temp.lost) and id in (select id from old.state indexed by state_changed where changed = 1 and hidden = 0)`,
		`update main.state set light = 1 where id in (select id from temp.lost) and id in (select id from old.state indexed by state_light where light = 1 and hidden = 0)`,
		`update main.state set held = 1 where id in (select id from temp.lost) and id in (select id from old.state indexed by state_held where held = 1 and hidden = 0)`,
		`drop table temp.lost`, `drop table temp.unread`,
	} {
		if err := s.exec(query); err != nil {
			s.c.options.Log.Info("salvage by index", "err", err) // the next one may be sound
		}
	}
	return s.ctx.Err()
}

// count counts what is there.
func (s *salvage) count(n *Saved) error { return holdings(s.ctx, s.conn, n) }

// holdings counts what a database holds.
func holdings(ctx context.Context, q interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
}, n *Saved,
) error {
	return q.QueryRowContext(ctx, `select (select count(*) from source where removed = 0 and sample = 0 and address <> ?),
		(select count(*) from state where hidden = 0 and source not in (select id from source where sample = 1)),
		(select count(*) from state s where (s.read = 1 or s.starred = 1 or exists(select 1 from tagged d where d.article = s.id))
			and s.source not in (select id from source where sample = 1))`, savedURL).Scan(&n.Sources, &n.Articles, &n.Marks)
}

// readable gives the name under which the file that was moved aside can be attached: its own, or that
// of a working copy with its log worked in and, where it has none or newHead says so, a head that was made
// for it. done takes the copy away.
func (s *salvage) readable(moved string, newHead bool) (name string, done func(), err error) {
	if info, err := os.Stat(moved + "-wal"); !newHead && hasHead(moved) && (err != nil || info.Size() == 0) {
		return moved, func() {}, nil
	}
	work := moved + ".work"
	done = func() {
		for _, suffix := range slices.Concat(sidecars[:], []string{"-journal"}) {
			_ = os.Remove(work + suffix)
		}
	}
	return work, done, s.c.rebuild(s.ctx, moved, work, newHead)
}
