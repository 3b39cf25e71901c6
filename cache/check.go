package cache

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

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
		{"foreign-keys", c.checkForeignKeys},
		{"search-index", c.checkSearch},
		{"counters", c.checkCounters},
		{"pictures", c.checkPictures},
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
		case "search-index":
			c.broken.Store(true)
			err = c.reindex(ctx)
		case "counters":
			err = c.write(ctx, c.fetched, func(t *tx) error {
				return t.script(`update source set total = (select count(*) from state s where s.source = source.id and hidden = 0),
					unread = (select count(*) from state s where s.source = source.id and hidden = 0 and read = 0)`)
			})
		case "pictures":
			err = c.expirePictures(ctx)
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
	return slices.DeleteFunc(lines, func(s string) bool { return s == "ok" || strings.Contains(s, "article_fts") })
}

func (c *Cache) checkForeignKeys(ctx context.Context) (string, error) {
	lines, err := c.answers(ctx, `select "table" || ' ' || coalesce(rowid, 0) from pragma_foreign_key_check limit 20`)
	return strings.Join(lines, "; "), err
}

// checkSearch asks the index whether it fits the texts; that needs a writing
// connection though it writes nothing.
func (c *Cache) checkSearch(ctx context.Context) (string, error) {
	if c.options.ReadOnly {
		return "", nil
	}
	var pending int
	if err := c.one(ctx, "select count(*) from body where indexed = 0", nil, &pending); err != nil {
		return "", err
	}
	if pending > 0 {
		return fmt.Sprintf("%d articles not indexed", pending), nil
	}
	err := c.write(ctx, c.fetched, func(t *tx) error {
		return t.script("insert into article_fts(article_fts, rank) values('integrity-check', 1)")
	})
	return "", err
}

func (c *Cache) checkCounters(ctx context.Context) (string, error) {
	lines, err := c.answers(ctx, `select o.sid from source o where total <> (select count(*) from state s where s.source = o.id and hidden = 0)
		or unread <> (select count(*) from state s where s.source = o.id and hidden = 0 and read = 0) limit 20`)
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

// clearIndex empties the search index; reindex fills it again.
func (t *tx) clearIndex() error {
	return t.script(`update body set indexed = 0;
		drop table article_fts;
		create virtual table article_fts using fts5(headline, kicker, standfirst, byline, caption, body,
			content = 'article_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
		insert into article_fts(article_fts, rank) values('rank', 'bm25(12, 6, 5, 4, 2, 1)')`)
}

// reindex brings the articles into the search index that are not in it: after a
// repair, or when a newer program takes texts apart in another way.
func (c *Cache) reindex(ctx context.Context) error {
	version := ""
	if err := c.all(ctx, "select value from setting where name = ?", []any{settingText}, func(scan func(...any) error) error {
		return scan(&version)
	}); err != nil {
		return err
	}
	if version != textVersion || c.broken.Load() {
		if err := c.write(ctx, c.fetched, func(t *tx) error {
			if version != "" || c.broken.Load() { // a new file needs no clearing
				if err := t.clearIndex(); err != nil {
					return err
				}
			}
			return t.remember(settingText, textVersion)
		}); err != nil {
			return err
		}
		c.broken.Store(false)
	}
	for {
		n := 0
		err := c.write(ctx, c.fetched, func(t *tx) error {
			n = 0
			return t.reindexSome(c.codec, &n)
		})
		if err != nil || n < reindexBatch {
			return err
		}
	}
}

const (
	settingText  = ".text" // the textVersion that the search index was made with
	reindexBatch = 100
)

func (t *tx) reindexSome(k *codec, n *int) error {
	type text struct {
		id         int64
		feed, page []byte
	}
	var some []text
	if err := t.each("select id, feed, page from body where indexed = 0 limit ?", []any{reindexBatch}, func(scan func(...any) error) error {
		var x text
		err := scan(&x.id, &x.feed, &x.page)
		some = append(some, x)
		return err
	}); err != nil {
		return err
	}
	*n = len(some)
	for _, x := range some {
		if _, err := t.exec("update body set indexed = 1 where id = ?", x.id); err != nil {
			return err
		}
		if len(x.feed)+len(x.page) == 0 {
			continue
		}
		a, err := k.best(x.feed, x.page)
		if err != nil { // a text that cannot be unpacked is dropped, not stumbled over each time
			if _, err := t.exec("update body set indexed = 0, feed = null, page = null where id = ?", x.id); err != nil {
				return err
			}
			if _, err := t.exec("delete from body where id = ?", x.id); err != nil {
				return err
			}
			continue
		}
		if err := t.index(x.id, &a); err != nil {
			return err
		}
	}
	return nil
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
