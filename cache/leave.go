package cache

import (
	"context"
	"errors"
	"fmt"
)

// What retention lets go, and why.

// spare is the condition that article a with state s may go: its feed holds it no more,
// and the reader has not said that it is to stay, by a star, a tag, by setting it back
// to unread, by a rule that keeps, or by packing it into the edition.
const spare = "a.dropped > 0 and " + unmarked

const unmarked = `s.starred = 0 and s.kept = 0 and s.held = 0
	and not exists(select 1 from tagged where article = s.id) and not exists(select 1 from packed where article = s.id)`

// Reason says why an article goes.
type Reason string

// The reasons.
const (
	OverAge    Reason = "days"     // it left its feed long ago
	OverCount  Reason = "articles" // newer ones are as many as are to stay
	OverSize   Reason = "size"     // newer ones take up the room
	OfNoSource Reason = "removed"  // its source was removed a month ago
)

// leaver is an article that is to go.
type leaver struct {
	key Key
	why Reason
}

// leavers lists what is to go, each article once.
type leavers struct {
	ctx  context.Context
	c    *Cache
	seen map[Key]bool
	list []leaver
}

func (l *leavers) add(why Reason, query string, args ...any) error {
	return l.c.all(l.ctx, query, args, func(scan func(...any) error) error {
		var k Key
		if err := scan(&k); err != nil {
			return err
		}
		if !l.seen[k] {
			l.seen[k] = true
			l.list = append(l.list, leaver{k, why})
		}
		return nil
	})
}

// keptSource is a source as retention looks at it.
type keptSource struct {
	id      int64
	total   int
	removed int64 // when the reader took it out; 0: it is there
	own     bool  // the settings have limits for it alone
	keep    Keep
}

func (c *Cache) keptSources(ctx context.Context, p *policy) ([]keptSource, error) {
	var out []keptSource
	err := c.all(ctx, "select id, address, total, case when remote = 0 then removed else 0 end from source", nil, func(scan func(...any) error) error {
		var s keptSource
		var address string
		err := scan(&s.id, &address, &s.total, &s.removed)
		s.keep = p.of(address)
		_, s.own = p.Sources[address]
		out = append(out, s)
		return err
	})
	return out, err
}

const (
	sqlOverAge = `select a.id from article a indexed by article_dropped cross join state s on s.id = a.id
		where a.dropped > 0 and a.dropped < ?1 and s.at < ?1 and a.source not in (select value from json_each(?2)) and ` + spare
	sqlSourceOverAge = `select a.id from article a indexed by article_source cross join state s on s.id = a.id
		where a.source = ?1 and a.dropped > 0 and a.dropped < ?2 and s.at < ?2 and ` + spare
	sqlSourceOverCount = `select n.id from (select id from state indexed by state_source where source = ?1 and hidden = 0
		order by at desc, id desc limit -1 offset ?2) n cross join article a on a.id = n.id cross join state s on s.id = n.id where ` + spare
	sqlOverCount = `select n.id from (select id from state indexed by state_at where hidden = 0
		order by at desc, id desc limit -1 offset ?1) n cross join article a on a.id = n.id cross join state s on s.id = n.id where ` + spare
	sqlSourceSizes = `select length(b.feed), length(b.page) from state s indexed by state_source left join body b on b.id = s.id
		where s.source = ? and s.hidden = 0 order by s.at desc, s.id desc`
	sqlOfSource = `select a.id from article a indexed by article_source cross join state s on s.id = a.id where a.source = ? and ` + unmarked
	sqlOldest   = `select s.id from state s indexed by state_at cross join article a on a.id = s.id where s.hidden = 0 and ` + spare + ` order by s.at, s.id limit ?`
)

// leaving lists what goes by age and number, and with its source.
func (c *Cache) leaving(ctx context.Context, p *policy, now int64) (*leavers, error) {
	l := &leavers{ctx: ctx, c: c, seen: map[Key]bool{}}
	sources, err := c.keptSources(ctx, p)
	if err != nil {
		return l, err
	}
	before := func(days int) int64 { return now - int64(days)*24*3600 }
	own := []Key{-1}
	for _, s := range sources {
		var errs []error
		if s.removed > 0 && s.removed < before(removedDays) {
			errs = append(errs, l.add(OfNoSource, sqlOfSource, s.id))
		}
		if s.own {
			own = append(own, Key(s.id))
			if s.keep.Days > 0 {
				errs = append(errs, l.add(OverAge, sqlSourceOverAge, s.id, before(s.keep.Days)))
			}
		}
		if s.keep.Articles > 0 && s.total > s.keep.Articles {
			errs = append(errs, l.add(OverCount, sqlSourceOverCount, s.id, s.keep.Articles))
		}
		if s.keep.Bytes > 0 {
			n, err := c.fitting(ctx, s.id, s.keep.Bytes)
			errs = append(errs, err, l.add(OverSize, sqlSourceOverCount, s.id, n))
		}
		if err := errors.Join(errs...); err != nil {
			return l, err
		}
	}
	if p.Days > 0 {
		if err := l.add(OverAge, sqlOverAge, before(p.Days), keyList(own)); err != nil {
			return l, err
		}
	}
	if p.Articles > 0 {
		err = l.add(OverCount, sqlOverCount, p.Articles)
	}
	return l, err
}

// fitting tells how many of a source's newest articles have texts of no more than so many bytes.
func (c *Cache) fitting(ctx context.Context, source, limit int64) (n int, err error) {
	full := errors.New("full")
	sum := int64(0)
	err = c.all(ctx, sqlSourceSizes, []any{source}, func(scan func(...any) error) error {
		var fromFeed, fromPage *int64
		if err := scan(&fromFeed, &fromPage); err != nil {
			return err
		}
		for _, size := range []*int64{fromFeed, fromPage} {
			if size != nil {
				sum += *size
			}
		}
		if sum > limit {
			return full
		}
		n++
		return nil
	})
	if errors.Is(err, full) {
		err = nil
	}
	return n, err
}

// diskUse is what the cache takes up, in bytes; daily copies and the free pages of the
// database do not count.
type diskUse struct {
	database, pictures, linked int64
	articles                   int
}

func (u *diskUse) total() int64 { return u.database + u.pictures + u.linked }

// each is what an article takes up on an average.
func (u *diskUse) each() int64 { return max(1, u.database/int64(max(1, u.articles))) }

func (c *Cache) diskUse(ctx context.Context) (diskUse, error) {
	var u diskUse
	err := c.query(ctx, `select (p.page_count - f.freelist_count) * s.page_size, (select coalesce(sum(size), 0) from picture),
		(select coalesce(sum(total), 0) from source) from pragma_page_count p, pragma_freelist_count f, pragma_page_size s`, nil,
		func(scan func(...any) error) error { return scan(&u.database, &u.pictures, &u.articles) })
	if err != nil {
		return u, err
	}
	kept, err := c.linkedFiles()
	for _, k := range kept {
		u.linked += k.size
	}
	if err != nil {
		return u, fmt.Errorf("what links led to: %w", err)
	}
	return u, nil
}
