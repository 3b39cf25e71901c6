package cache

import (
	"context"
	"errors"
	"fmt"
)

const (
	removedDays = 30  // a source taken out can be brought back so long
	expiredDays = 180 // an article let go is known so long after its feed last held it
	expireBatch = 500 // so many articles go in one transaction
)

// untagged holds for an article without tags that is in no edition, by its id.
const untagged = "id not in (select article from tagged union all select article from packed)"

// Expire lets old articles go and tells how many: those that left their feed more
// than KeepDays ago, and of each source the oldest beyond KeepPerSource that left
// it. Starred and tagged articles stay, those set back to unread or held by a
// rule, and all that a feed still holds. Sources removed 30 days ago go for good. The space is given
// back to the file system.
func (c *Cache) Expire(ctx context.Context) (int, error) {
	total := 0
	if days := c.options.KeepDays; days > 0 {
		before := c.now() - int64(days)*24*3600
		n, err := c.expire(ctx, `select a.id from article a indexed by article_dropped cross join state s on s.id = a.id
			where a.dropped > 0 and a.dropped < ?1 and s.at < ?1 and s.starred = 0 and s.kept = 0 and s.held = 0 and s.`+untagged+` limit ?2`, before, expireBatch)
		if total += n; err != nil {
			return total, err
		}
	}
	if most := c.options.KeepPerSource; most > 0 {
		var full []int64
		if err := c.all(ctx, "select id from source where removed = 0 and total > ?", []any{most}, func(scan func(...any) error) error {
			var id int64
			err := scan(&id)
			full = append(full, id)
			return err
		}); err != nil {
			return total, err
		}
		for _, id := range full {
			n, err := c.expire(ctx, `select id from (select s.id, a.dropped, s.starred, s.kept, s.held from state s indexed by state_source
				cross join article a on a.id = s.id where s.source = ?1 and s.hidden = 0 order by s.at desc, s.id desc limit -1 offset ?2)
				where dropped > 0 and starred = 0 and kept = 0 and held = 0 and `+untagged+` limit ?3`, id, most, expireBatch)
			if total += n; err != nil {
				return total, err
			}
		}
	}
	n, err := c.purge(ctx)
	if total += n; err != nil {
		return total, err
	}
	if err := errors.Join(c.expirePictures(ctx), c.expireLinked(), c.expireAside()); err != nil {
		return total, err
	}
	return total, c.giveBack(ctx)
}

// expire lets go what a query finds, batch by batch.
func (c *Cache) expire(ctx context.Context, query string, args ...any) (int, error) {
	total := 0
	for {
		var keys []Key
		err := c.write(ctx, c.fetched, func(t *tx) error {
			keys = nil
			if err := t.each(query, args, func(scan func(...any) error) error {
				var k Key
				err := scan(&k)
				keys = append(keys, k)
				return err
			}); err != nil {
				return err
			}
			for _, k := range keys {
				if err := t.letGo(k, c.now()); err != nil {
					return err
				}
			}
			return nil
		})
		if total += len(keys); err != nil || len(keys) < expireBatch {
			return total, err
		}
	}
}

// letGo deletes an article and remembers its hashes, so that its feed does not
// bring it back as new.
func (t *tx) letGo(k Key, now int64) error {
	if _, err := t.exec(`insert or replace into expired(hash, source, at) select hash, source, ? from ident where article = ?`, now, k); err != nil {
		return err
	}
	_, err := t.exec("delete from article where id = ?", k)
	return err
}

// purge deletes what was removed long ago, source by source and batch by batch, and
// forgets what no feed has held for long.
func (c *Cache) purge(ctx context.Context) (int, error) {
	now := c.now()
	before := now - removedDays*24*3600
	var sources []int64
	if err := c.all(ctx, "select id from source where removed > 0 and removed < ?", []any{before}, func(scan func(...any) error) error {
		var id int64
		err := scan(&id)
		sources = append(sources, id)
		return err
	}); err != nil {
		return 0, err
	}
	total := 0
	for _, id := range sources {
		n, err := c.expire(ctx, "select id from article where source = ? limit ?", id, expireBatch)
		if total += n; err != nil {
			return total, err
		}
		if err := c.write(ctx, c.fetched, func(t *tx) error {
			_, err := t.exec("delete from source where id = ? and removed > 0", id)
			return err
		}); err != nil {
			return total, err
		}
	}
	return total, c.write(ctx, c.fetched, func(t *tx) error {
		_, err := t.exec("delete from expired where at < ?", now-expiredDays*24*3600)
		return err
	})
}

const (
	giveStep  = 256 // pages that are given back in one go
	spareFree = 256 // pages that stay for the next refresh
)

// giveBack shrinks the file by its free pages.
func (c *Cache) giveBack(ctx context.Context) error {
	for more := true; more; {
		var err error
		if more, err = c.giveBackPages(ctx, 0); err != nil {
			return err
		}
	}
	return nil
}

func (c *Cache) giveBackSome(ctx context.Context) (more bool, err error) {
	return c.giveBackPages(ctx, spareFree)
}

// giveBackPages gives back some of the free pages beyond those that are to stay, and
// tells whether there are more.
func (c *Cache) giveBackPages(ctx context.Context, spare int) (more bool, err error) {
	var free int
	if err := c.query(ctx, "pragma freelist_count", nil, func(scan func(...any) error) error { return scan(&free) }); err != nil || free <= spare {
		return false, err
	}
	select {
	case c.turn <- struct{}{}:
		defer func() { <-c.turn }()
	case <-ctx.Done():
		return false, ctx.Err()
	case <-c.alive.Done():
		return false, &StorageError{c.path, ErrClosed}
	}
	if err := c.fetched.open(ctx); err != nil {
		return false, c.problem(err)
	}
	rows, err := c.fetched.conn.QueryContext(ctx, fmt.Sprintf("pragma incremental_vacuum(%d)", giveStep)) // a page a row
	if err != nil {
		return false, c.problem(err)
	}
	if err := eachRow(rows, func(func(...any) error) error { return nil }); err != nil || free > spare+giveStep {
		return err == nil, c.problem(err)
	}
	_, err = c.fetched.conn.ExecContext(ctx, "pragma wal_checkpoint(passive)")
	return false, c.problem(err)
}
