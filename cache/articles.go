package cache

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"time"

	"depesche/feed"
)

// copiesSQL counts the further articles of a's story that are in sight. Without "x.story <> 0" SQLite would
// not know that it may use the index of stories, and would read all articles for each row.
const copiesSQL = "(select count(*) from " + copiesOf + ")"

const copiesOf = "article x cross join state y on y.id = x.id where x.story = a.story and x.story <> 0 and x.id <> a.id and y.hidden = 0"

const rowColumns = `select a.id, a.ident, o.sid, case when o.name <> '' then o.name when o.title <> '' then o.title else o.url end,
	a.kicker, a.headline, a.standfirst, a.section, a.link, a.agencies, a.language, s.at, s.minutes, a.access,
	s.read, s.starred, s.changed, a.page_at, a.lead <> '' and exists(select 1 from picture p where p.url = a.lead),
	case when a.story = 0 then 0 else ` + copiesSQL + ` end, s.light, s.hidden & 2 > 0, s.hidden & 4 > 0,
	(select group_concat(g.name, char(31)) from tagged d join tag g on g.id = d.tag where d.article = a.id),
	a.medium, a.duration, exists(select 1 from download w where w.article = a.id and w.done > 0) `

func scanRow(scan func(...any) error) (Row, error) {
	var r Row
	var agencies, medium string
	var duration int64
	var tags sql.NullString
	var at, page int64
	var access uint8
	err := scan(&r.Key, &r.ID, &r.Source, &r.SourceTitle, &r.Kicker, &r.Headline, &r.Standfirst, &r.Section, &r.Link,
		&agencies, &r.Language, &at, &r.Minutes, &access, &r.Read, &r.Starred, &r.Changed, &page, &r.HasPicture, &r.Copies,
		&r.Highlighted, &r.Muted, &r.Hidden, &tags, &medium, &duration, &r.Downloaded)
	r.Medium, r.Duration = feed.ParseMedium(medium), time.Duration(duration)*time.Second
	r.Published, r.Access, r.HasPage, r.Fetched = moment(at), feed.Access(access), page > 0, moment(page)
	if tags.Valid {
		r.Tags = strings.Split(tags.String, "\x1f")
		slices.Sort(r.Tags)
	}
	for w := range strings.FieldsSeq(agencies) {
		r.Agencies = append(r.Agencies, feed.Agency(w))
	}
	return r, err
}

// Rows gives the rows of some keys, in their order; those that were let go
// meanwhile are left out.
func (c *Cache) Rows(ctx context.Context, keys []Key) ([]Row, error) {
	return c.rowsOf(ctx, keys, rowsByKey+" where s.hidden & 1 = 0")
}

const rowsByKey = rowColumns + `from json_each(?) k cross join article a on a.id = k.value cross join state s on s.id = a.id
		cross join source o on o.id = a.source`

func (c *Cache) rowsOf(ctx context.Context, keys []Key, query string) ([]Row, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	out := make([]Row, 0, len(keys))
	err := c.all(ctx, query, []any{keyList(keys)}, func(scan func(...any) error) error {
		r, err := scanRow(scan)
		out = append(out, r)
		return err
	})
	return out, err
}

// Row gives the row of one article.
func (c *Cache) Row(ctx context.Context, id feed.ID) (Row, error) {
	var r Row
	err := ErrNotFound
	if e := c.all(ctx, rowColumns+`from article a cross join state s on s.id = a.id cross join source o on o.id = a.source
		where a.ident = ? and s.hidden & 1 = 0`, []any{string(id)}, func(scan func(...any) error) error {
		r, err = scanRow(scan)
		return err
	}); e != nil {
		return r, e
	}
	return r, err
}

// Article gives one article with its text. It answers ErrNotFound where no text is kept, and
// ErrText where it cannot be read.
func (c *Cache) Article(ctx context.Context, id feed.ID, v Version) (feed.Article, error) {
	var key int64
	var sid, guid string
	var fromFeed, fromPage []byte
	if err := c.one(ctx, `select a.id, o.sid, a.guid, b.feed, b.page from article a join source o on o.id = a.source
		left join body b on b.id = a.id where a.ident = ?`, []any{string(id)}, &key, &sid, &guid, &fromFeed, &fromPage); err != nil {
		return feed.Article{}, err
	}
	switch v { //nolint:exhaustive // Best takes both
	case FromFeed:
		fromPage = nil
	case FromPage:
		fromFeed = nil
	}
	if len(fromFeed)+len(fromPage) == 0 {
		return feed.Article{}, ErrNotFound
	}
	a, err := c.codec.best(fromFeed, fromPage)
	a.ID, a.Source, a.GUID = id, feed.SourceID(sid), guid
	return a, err
}

// Revisions gives the earlier texts of an article, the latest first; those that cannot be read are left out.
func (c *Cache) Revisions(ctx context.Context, id feed.ID) ([]Revision, error) {
	var out []Revision
	err := c.all(ctx, `select r.seen, r.text, o.sid, a.guid from article a join revision r on r.article = a.id join source o on o.id = a.source
		where a.ident = ? order by r.seen desc, r.id desc`, []any{string(id)}, func(scan func(...any) error) error {
		var seen int64
		var blob []byte
		var sid, guid string
		if err := scan(&seen, &blob, &sid, &guid); err != nil {
			return err
		}
		a, err := c.codec.unpack(blob)
		if err != nil {
			return nil //nolint:nilerr // the others can be read
		}
		a.ID, a.Source, a.GUID = id, feed.SourceID(sid), guid
		out = append(out, Revision{Seen: moment(seen), Article: a})
		return nil
	})
	return out, err
}

// Stories gives the other copies of an article's story, the oldest first.
func (c *Cache) Stories(ctx context.Context, id feed.ID) ([]Row, error) {
	var out []Row
	err := c.all(ctx, rowColumns+`from article m cross join article a on a.story = m.story cross join state s on s.id = a.id
		cross join source o on o.id = a.source
		where m.ident = ? and m.story <> 0 and a.story <> 0 and a.id <> m.id and s.hidden = 0 order by s.at, s.id`, []any{string(id)},
		func(scan func(...any) error) error {
			r, err := scanRow(scan)
			out = append(out, r)
			return err
		})
	return out, err
}

// Position gives where the reader was; the zero Position for an article that was not begun.
func (c *Cache) Position(ctx context.Context, id feed.ID) (Position, error) {
	var p Position
	err := c.one(ctx, "select s.block, s.offset from article a join state s on s.id = a.id where a.ident = ?", []any{string(id)}, &p.Block, &p.Offset)
	return p, err
}

// SetPosition keeps where the reader is. It waits for no disk.
func (c *Cache) SetPosition(ctx context.Context, id feed.ID, p Position) error {
	return c.write(ctx, c.fetched, func(t *tx) error {
		n, err := t.exec("update state set block = ?, offset = ? where id = (select id from article where ident = ?)", p.Block, p.Offset, string(id))
		if err == nil && n == 0 {
			err = ErrNotFound
		}
		return err
	})
}

// Recall gives what Remember kept under a name, "" for nothing.
func (c *Cache) Recall(ctx context.Context, name string) (string, error) {
	var v string
	err := c.all(ctx, "select value from setting where name = ?", []any{name}, func(scan func(...any) error) error { return scan(&v) })
	return v, err
}

// Remember keeps a short text for the next start: a layout, a folded folder.
func (c *Cache) Remember(ctx context.Context, name, value string) error {
	return c.write(ctx, c.fetched, func(t *tx) error { return t.remember(name, value) })
}

func (t *tx) remember(name, value string) error {
	_, err := t.exec("insert into setting(name, value) values(?, ?) on conflict(name) do update set value = excluded.value", name, value)
	return err
}

// Version is a number that changes when any program, this one too, has changed
// the database. It costs some microseconds: ask it every second.
func (c *Cache) Version(ctx context.Context) (v int64, err error) {
	c.watching.Lock()
	defer c.watching.Unlock()
	if c.alive.Err() != nil {
		return 0, &StorageError{c.path, ErrClosed}
	}
	if c.watch == nil { // a connection of its own: it sees what all others do
		mode := ""
		if c.options.ReadOnly {
			mode = "mode=ro"
		}
		db := sql.OpenDB(connector{c.door, dsn(c.path, mode, "query_only(1)")})
		db.SetMaxOpenConns(1)
		c.watch = db
	}
	return v, c.problem(c.watch.QueryRowContext(ctx, "pragma data_version").Scan(&v))
}
