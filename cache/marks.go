package cache

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"depesche/feed"
)

// Flags of an article as the journal packs them.
const (
	flagRead = 1 << iota
	flagStarred
	flagKept
	flagChanged
	flagBits = iota // of a mark's entry
)

// Further flags that rules set.
const (
	flagLight = 1 << (flagBits + iota)
	flagHeld
	flagMuted
	wideBits = flagBits + iota // of a rule's entry
)

// wideFlags gives all of them in SQL.
const wideFlags = flagsOf + " + 16 * light + 32 * held + 64 * (hidden >> 1 & 1)"

// touch is an article with its flags before an action and after it.
type touch struct {
	key           int64
	before, after int64
}

// marked gives the flags that a mark makes of others.
func marked(kind feed.MarkKind, flags int64) int64 {
	switch kind {
	case feed.Read:
		return flags&^(flagKept|flagChanged) | flagRead
	case feed.Unread:
		return flags&^(flagRead|flagChanged) | flagKept
	case feed.Star:
		return flags | flagStarred
	case feed.Unstar:
		return flags &^ flagStarred
	case feed.Hide, feed.Unhide: // no flag of a mark's entry
	}
	return flags
}

// flagsOf gives the flags in SQL.
const flagsOf = "read + 2 * starred + 4 * kept + 8 * changed"

// markSQL says what a mark sets and on which articles it changes anything.
// The flags before come from the select, as an update can only return the new ones.
var markSQL = [...]struct{ set, where string }{
	feed.Read:   {"read = 1, kept = 0, changed = 0", "(read = 0 or changed = 1)"},
	feed.Unread: {"read = 0, kept = 1, changed = 0", "read = 1"},
	feed.Star:   {"starred = 1", "starred = 0"},
	feed.Unstar: {"starred = 0", "starred = 1"},
}

// Mark stores what the reader did to articles, as one action that Undo takes
// back. It is on the disk when Mark returns. Marks that change nothing leave no
// trace; ErrNotFound if an article is not in the cache, and then nothing is
// marked. Hide and Unhide are not mixed with other kinds.
func (c *Cache) Mark(ctx context.Context, marks ...feed.Mark) error {
	if len(marks) == 0 {
		return nil
	}
	if hides(marks[0].Kind) {
		return c.hide(ctx, marks)
	}
	return c.write(ctx, c.own, func(t *tx) error {
		touched := map[int64]*touch{}
		what := marks[0].Kind.String()
		for _, m := range marks {
			if int(m.Kind) >= len(markSQL) {
				return fmt.Errorf("mark %s: unknown kind %d", m.Article, m.Kind)
			}
			if m.Kind.String() != what {
				what = "marks"
			}
			var key, flags int64
			err := t.row("select s.id, "+flagsOf+" from article a join state s on s.id = a.id where a.ident = ?", []any{string(m.Article)}, &key, &flags)
			if errors.Is(err, sql.ErrNoRows) {
				return fmt.Errorf("mark %s: %w", m.Article, ErrNotFound)
			}
			if err != nil {
				return err
			}
			n, err := t.exec("update state set "+markSQL[m.Kind].set+" where id = ? and "+markSQL[m.Kind].where, key)
			if err != nil {
				return err
			}
			if n == 0 {
				continue
			}
			if touched[key] == nil {
				touched[key] = &touch{key: key, before: flags}
			}
			touched[key].after = marked(m.Kind, flags)
			if err := t.send(key, m.Kind, c.now()); err != nil {
				return err
			}
		}
		return c.logMarks(t, what, touchedList(touched))
	})
}

// MarkAll marks every article of a list as one action, and tells how many it
// changed. Order, Limit and Offset count as in List.
func (c *Cache) MarkAll(ctx context.Context, q Query, kind feed.MarkKind) (n int, err error) {
	if int(kind) >= len(markSQL) && !hides(kind) {
		return 0, fmt.Errorf("mark all: unknown kind %d", kind)
	}
	inner, args, err := c.chosen(ctx, q, c.compile)
	if err != nil {
		return 0, err
	}
	err = c.write(ctx, c.own, func(t *tx) error {
		if hides(kind) {
			n, err = c.hideKeys(t, kind, inner, args...)
			return err
		}
		var list []touch
		m := markSQL[kind]
		if err := t.adhoc("select id, "+flagsOf+" from state where id in ("+inner+") and "+m.where+" order by id", args,
			func(scan func(...any) error) error {
				var x touch
				err := scan(&x.key, &x.before)
				x.after = marked(kind, x.before)
				list = append(list, x)
				return err
			}); err != nil {
			return err
		}
		n = len(list)
		if n == 0 {
			return nil
		}
		if err := t.script("update state set "+m.set+" where id in (select value from json_each(?))", keysJSON(list)); err != nil {
			return err
		}
		if err := t.sendAll(list, kind, c.now()); err != nil {
			return err
		}
		return c.log(t, kind.String(), n, packTouches(list, flagBits))
	})
	return n, err
}

func touchedList(m map[int64]*touch) []touch {
	out := make([]touch, 0, len(m))
	for _, x := range m {
		out = append(out, *x)
	}
	slices.SortFunc(out, func(a, b touch) int { return cmp.Compare(a.key, b.key) })
	return out
}

func (c *Cache) logMarks(t *tx, what string, list []touch) error {
	if len(list) == 0 {
		return nil
	}
	return c.log(t, what, len(list), packTouches(list, flagBits))
}

// packTouches writes keys, ascending, as differences with the flags in the low
// bits, so many before and after: two bytes each where they are near.
func packTouches(list []touch, bits int) []byte {
	out := make([]byte, 0, 2*len(list))
	last := int64(0)
	for _, x := range list {
		out = binary.AppendUvarint(out, uint64(x.key-last)<<(2*bits)|uint64(x.before<<bits|x.after))
		last = x.key
	}
	return out
}

// packKeys writes keys alone; unpackTouches reads them with no bits.
func packKeys(list []touch) []byte {
	plain := make([]touch, len(list))
	for i := range list {
		plain[i].key = list[i].key
	}
	return packTouches(plain, 0)
}

func unpackTouches(data []byte, bits int) ([]touch, error) {
	var out []touch
	last := int64(0)
	for len(data) > 0 {
		v, n := binary.Uvarint(data)
		if n <= 0 {
			return nil, errors.New("journal entry cannot be read")
		}
		data = data[n:]
		last += int64(v >> (2 * bits))
		mask := uint64(1)<<bits - 1
		out = append(out, touch{last, int64(v >> bits & mask), int64(v & mask)})
	}
	return out, nil
}

// keysJSON lists keys for json_each.
func keysJSON(list []touch) string {
	out := make([]byte, 0, 8*len(list)+2)
	out = append(out, '[')
	for i, x := range list {
		if i > 0 {
			out = append(out, ',')
		}
		out = fmt.Append(out, x.key)
	}
	return string(append(out, ']'))
}

// send notes a mark for the server that keeps the article's source, if one does.
func (t *tx) send(key int64, kind feed.MarkKind, now int64) error {
	_, err := t.exec(`insert or replace into outbox(article, family, mark, at)
		select a.id, ?, ?, ? from article a join source s on s.id = a.source where a.id = ? and s.remote = 1`,
		family(kind), int(kind), now, key)
	return err
}

func (t *tx) sendAll(list []touch, kind feed.MarkKind, now int64) error {
	var remote bool
	if err := t.row("select exists(select 1 from source where remote = 1)", nil, &remote); err != nil || !remote {
		return err
	}
	for _, x := range list {
		if err := t.send(x.key, kind, now); err != nil {
			return err
		}
	}
	return nil
}

// family parts the marks that replace each other.
func family(kind feed.MarkKind) int {
	if kind == feed.Star || kind == feed.Unstar {
		return 1
	}
	return 0
}
