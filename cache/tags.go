package cache

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"depesche/feed"
)

// Tags are words a reader gives to articles. A tagged article is not let go.

// maxTag bounds a tag's name, in characters.
const maxTag = 60

// ErrNoTag says that a text is no name for a tag.
var ErrNoTag = errors.New("not a name for a tag")

// TagName makes a tag's name of what a reader wrote, "" where it cannot be one:
// it has neither commas, nor quotes, nor a "#" in front.
func TagName(s string) string {
	s = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(feed.Line(s)), "#"))
	if strings.ContainsAny(s, ",\"") || utf8.RuneCountInString(s) > maxTag {
		return ""
	}
	return s
}

// TagRow is a tag and how many articles have it.
type TagRow struct {
	Name   string
	N      int
	Unread int
}

// Tags lists the tags that articles have, by name.
func (c *Cache) Tags(ctx context.Context) ([]TagRow, error) {
	var out []TagRow
	err := c.all(ctx, `select tag.name, count(*), sum(s.read = 0) from tag cross join tagged d on d.tag = tag.id
		cross join state s on s.id = d.article where s.hidden = 0 group by tag.id order by tag.folded`, nil, func(scan func(...any) error) error {
		var r TagRow
		err := scan(&r.Name, &r.N, &r.Unread)
		out = append(out, r)
		return err
	})
	return out, err
}

// Tag gives articles tags and takes others away, as one action that Undo takes
// back. It tells with how many articles that changed anything; ErrNotFound if an article is not
// in the cache, and then nothing is done.
func (c *Cache) Tag(ctx context.Context, add, drop []string, ids ...feed.ID) (n int, err error) {
	return c.tagThese(ctx, add, drop, func(t *tx) ([]touch, error) {
		var keys []touch
		for _, id := range ids {
			var x touch
			err := t.row("select id from article where ident = ?", []any{string(id)}, &x.key)
			if errors.Is(err, sql.ErrNoRows) {
				err = fmt.Errorf("tag %s: %w", id, ErrNotFound)
			}
			if err != nil {
				return nil, err
			}
			keys = append(keys, x)
		}
		return keys, nil
	})
}

// TagAll does what Tag does with every article of a list.
func (c *Cache) TagAll(ctx context.Context, add, drop []string, q Query) (n int, err error) {
	inner, args, err := c.chosen(ctx, q, c.compile)
	if err != nil {
		return 0, err
	}
	return c.tagThese(ctx, add, drop, func(t *tx) ([]touch, error) {
		var keys []touch
		err := t.adhoc(inner, args, collect(&keys))
		return keys, err
	})
}

func (c *Cache) tagThese(ctx context.Context, add, drop []string, find func(*tx) ([]touch, error)) (n int, err error) {
	names := slices.Concat(add, drop)
	for i, name := range names {
		if names[i] = TagName(name); names[i] == "" {
			return 0, fmt.Errorf("tag %q: %w", name, ErrNoTag)
		}
	}
	what := "tag"
	if len(add) == 0 {
		what = "untag"
	}
	err = c.sweep(ctx, what, func(t *tx, s *sweep) error {
		keys, err := find(t)
		if err != nil {
			return err
		}
		for i, name := range names {
			if err := t.tag(s, name, i < len(add), keysJSON(keys)); err != nil {
				return err
			}
		}
		n = len(s.tagged)
		s.n = n
		return nil
	})
	return n, err
}

// tag ties articles to a tag or unties them, and notes those that changed.
func (t *tx) tag(s *sweep, name string, add bool, keys string) error {
	id, err := t.tagID(name, add)
	if errors.Is(err, sql.ErrNoRows) {
		return nil // nobody has it
	}
	if err != nil {
		return err
	}
	var changed []touch
	if err := t.adhoc(`select distinct k.value from json_each(?) k where exists(select 1 from tagged where tag = ? and article = k.value) <> ? order by 1`,
		[]any{keys, id, add}, collect(&changed)); err != nil || len(changed) == 0 {
		return err
	}
	s.Links = append(s.Links, linking{Tag: name, Add: add, Keys: packKeys(changed)})
	for _, x := range changed {
		s.tagged[x.key] = true
	}
	return t.link(name, 0, add, changed)
}

// tagID gives the key of a tag; with make it is made where it is missing, else
// sql.ErrNoRows says that it is.
func (t *tx) tagID(name string, make bool) (id int64, err error) {
	err = t.row("select id from tag where folded = ?", []any{foldWord(name)}, &id)
	if make && errors.Is(err, sql.ErrNoRows) {
		return t.insert("insert into tag(name, folded) values(?, ?)", name, foldWord(name))
	}
	return id, err
}
