package cache

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"depesche/feed"
)

// Pages that the reader saves to read them later stand in a source of their own. It is a
// row like all others, so that older programs list it and keep what stands in it; its
// address is one that no site can have, and it counts as ended, so that nobody asks it.

// savedURL is the address of the source that saved pages stand in.
const savedURL = "https://saved.invalid/"

func (s *sourceState) saved() bool { return s.src.URL == savedURL }

// Save puts a page or text among the articles, to be read later: in a source of its own,
// starred and unread, at the time it was saved. fetched is when it was read; zero: now.
//
// An article is known again by its Link or its GUID and then is not stored twice: it is
// starred and unread again, and a text that is no poorer than the one that was kept takes
// its place, while that one stays as a revision. A GUID goes before a Link: two texts with
// GUIDs of their own and one Link are one article only where their headlines are the same.
// Undo takes it all back.
func (c *Cache) Save(ctx context.Context, a feed.Article, fetched time.Time) (Row, error) {
	a.ID, a.Source, a.Link = "", "", feed.WebLink(a.Link)
	now := moment(c.now())
	if fetched.IsZero() {
		fetched = now
	}
	e := &Entry{GUID: a.GUID, Seen: now, At: now, Starred: true, PageAt: fetched, Page: &a}
	list, _ := c.arrivals([]feed.Article{a}, nil, func() {})
	list[0].blob, list[0].Published = nil, time.Time{} // it stands in lists where it was saved
	var id int64
	err := c.saving(ctx, func(r *restoring, t *tx, src *sourceState) error {
		var err error
		if id, err = savedBefore(t, src.key, &list[0]); err != nil {
			return err
		}
		if id == none {
			id, err = r.storeSaved(t, src, e, &list[0])
			return err
		}
		if err := c.renewSaved(t, src.key, id, &list[0]); err != nil {
			return err
		}
		return r.markSaved(t, id)
	})
	if err != nil {
		return Row{}, err
	}
	return c.rowOf(ctx, id)
}

// SaveListed does with an article of the cache what Save does: it is starred and unread,
// and listed with the saved pages besides its own source. When that is removed, the article
// stays with them.
func (c *Cache) SaveListed(ctx context.Context, id feed.ID) (Row, error) {
	var key int64
	err := c.saving(ctx, func(r *restoring, t *tx, src *sourceState) error {
		var source int64
		err := t.row("select id, source from article where ident = ?", []any{string(id)}, &key, &source)
		if errors.Is(err, sql.ErrNoRows) {
			return fmt.Errorf("save %s: %w", id, ErrNotFound)
		}
		if err != nil {
			return err
		}
		if source != src.key {
			if err := r.shareSaved(t, key, source, src.key); err != nil {
				return err
			}
		}
		return r.markSaved(t, key)
	})
	if err != nil {
		return Row{}, err
	}
	return c.rowOf(ctx, key)
}

func (c *Cache) rowOf(ctx context.Context, key int64) (Row, error) {
	rows, err := c.Rows(ctx, []Key{Key(key)})
	if err == nil && len(rows) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return Row{}, err
	}
	return rows[0], nil
}

// saving runs f as one transaction, with the source that saved pages stand in and one entry
// of the journal.
func (c *Cache) saving(ctx context.Context, f func(*restoring, *tx, *sourceState) error) error {
	defer c.digestSoon()
	return c.write(ctx, c.own, func(t *tx) error {
		r := c.newRestoring(false)
		r.log.Saved = true
		if _, err := t.addSaved(c.options.SavedTitle, "", c.now()); err != nil {
			return err
		}
		var src sourceState
		if err := t.each(sourceColumns+" where address = ?", []any{savedURL}, src.scan); err != nil {
			return err
		}
		if err := f(r, t, &src); err != nil {
			return err
		}
		return r.keepLog(t)
	})
}

// addSaved makes the source of saved pages, or brings it back with what stands in it. It
// gives its id, "" where it is there. name is the reader's own for it, "" for none.
func (t *tx) addSaved(title, name string, now int64) (feed.SourceID, error) {
	sid := feed.NewSourceID(savedURL)
	var removed int64
	err := t.row("select sid, removed from source where address = ?", []any{savedURL}, &sid, &removed)
	switch {
	case err == nil && removed == 0:
		return "", nil
	case err == nil:
		return sid, t.showSource(sid)
	case !errors.Is(err, sql.ErrNoRows):
		return "", err
	}
	_, err = t.exec(`insert into source(sid, url, address, title, name, gone, added, place)
		values(?, ?, ?, ?, ?, 1, ?, (select coalesce(max(place), 0) + 1 from source))`, string(sid), savedURL, savedURL, title, name, now)
	return sid, err
}

// nameSaved gives the source of saved pages its title, which is another one in another
// language.
func (c *Cache) nameSaved(ctx context.Context) error {
	if c.options.SavedTitle == "" {
		return nil
	}
	var title string
	err := c.one(ctx, "select title from source where address = ?", []any{savedURL}, &title)
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	if err != nil || title == c.options.SavedTitle {
		return err
	}
	return c.write(ctx, c.own, func(t *tx) error {
		_, err := t.exec("update source set title = ? where address = ?", c.options.SavedTitle, savedURL)
		return err
	})
}

// savedBefore finds the article that a page is; none for a new one.
func savedBefore(t *tx, source int64, a *arrival) (int64, error) {
	ids, err := t.known(source, []arrival{*a})
	if err != nil || ids[0] == none || a.GUID == "" {
		return ids[0], err
	}
	byGUID, err := t.known(source, []arrival{{hashes: a.hashes[:1]}})
	if err != nil || byGUID[0] != none {
		return byGUID[0], err
	}
	// Only the address is the same, and pages exist that name a whole section as theirs.
	var headline string
	if err := t.row("select headline from article where id = ?", []any{ids[0]}, &headline); err != nil {
		return none, err
	}
	if !strings.EqualFold(headline, a.head.headline) {
		return none, nil
	}
	return ids[0], nil
}

// storeSaved stores a page that was not there. No feed holds it: once the reader takes the
// star away, its age counts from now.
func (r *restoring) storeSaved(t *tx, src *sourceState, e *Entry, a *arrival) (int64, error) {
	p := &putting{c: r.c, t: t, src: src, s: &stored{}, there: map[int64]bool{}, made: map[int64]int64{}}
	id, err := r.store(t, p, e, a)
	if err != nil {
		return 0, err
	}
	_, err = t.exec("update article set dropped = ? where id = ?", r.c.now(), id)
	return id, err
}

// renewSaved puts the text of a page that is saved again in the place of the one that was
// kept, unless it is poorer: a site may show less today than it did then.
func (c *Cache) renewSaved(t *tx, source, id int64, x *arrival) error {
	a := &x.Article
	var fromFeed, fromPage []byte
	var at int64
	if err := t.row("select s.at, b.feed, b.page from state s join body b using(id) where s.id = ?", []any{id}, &at, &fromFeed, &fromPage); err != nil {
		return err
	}
	old, err := c.codec.best(fromFeed, fromPage)
	unread := err != nil // any text is better than one that cannot be read
	same := c.codec.textHash(&old) == c.codec.textHash(a)
	found := old.Link == "" && a.Link != "" // now it is known where it comes from
	if !unread && (same && !found || poorer(a, &old)) {
		return nil
	}
	if !same && !unread {
		if err := c.keepRevision(t, id, &old); err != nil {
			return err
		}
	}
	if found {
		if _, err := t.exec("update article set link = ? where id = ?", a.Link, id); err != nil {
			return err
		}
		if err := t.identify(source, id, x.hashes); err != nil {
			return err
		}
	} else if old.Link != "" {
		a.Link = old.Link
	}
	if _, err := t.exec("update article set page_at = ?, page_hash = ?, want = 0 where id = ?", max(c.now(), 1), c.codec.textHash(a), id); err != nil {
		return err
	}
	page := c.codec.pack(a)
	best, err := c.codec.best(fromFeed, page)
	if err != nil {
		return err
	}
	return c.setText(t, id, at, &best, fromFeed, page)
}

// poorer reports whether a text holds less than an older one: it is cut off where that was
// not, or not half as long.
func poorer(a, old *feed.Article) bool {
	return old.Access == feed.Full && a.Access != feed.Full || a.Words() < old.Words()/2
}

// shareSaved lists an article of another source with the saved pages, too.
func (r *restoring) shareSaved(t *tx, key, source, saved int64) error {
	if _, err := t.exec("insert or ignore into ident(hash, source, article) select hash, ?, article from ident where article = ? and source = ?", saved, key, source); err != nil {
		return err
	}
	n, err := t.exec("insert or ignore into also(source, at, article) select ?, at, id from state where id = ?", saved, key)
	if n > 0 {
		r.log.shared = append(r.log.shared, touch{key: key})
	}
	return err
}

// replayShared takes articles of other sources from the saved pages, or lists them there again.
func (t *tx) replayShared(packed []byte, undo bool) error {
	keys, err := unpackTouches(packed, 0)
	if err != nil || len(keys) == 0 {
		return err
	}
	query := `delete from also where source = (select id from source where address = ?2) and article in (select value from json_each(?1))`
	if !undo {
		query = `insert or ignore into also(source, at, article) select o.id, s.at, s.id from state s join source o on o.address = ?2
			where s.source <> o.id and s.id in (select value from json_each(?1))`
	}
	return t.scripts(keysJSON(keys), step{query, []any{savedURL}})
}

// markSaved stars an article that is saved again, or from a list, and makes it unread; it
// is in sight again, whoever hid it.
func (r *restoring) markSaved(t *tx, id int64) error {
	x := touch{key: id}
	if err := t.row("select "+wideFlags+" from state where id = ?", []any{id}, &x.before); err != nil {
		return err
	}
	x.after = x.before&^(flagRead|flagMuted) | flagStarred
	if err := t.setByHand([]touch{x}, false); err != nil {
		return err
	}
	return t.touch(&r.sweep, []touch{x}, r.c.now())
}
