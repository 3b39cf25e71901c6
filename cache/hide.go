package cache

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"depesche/feed"
)

// An article hidden by hand is listed no more, but by is:hidden. It stays known, so that
// its feed does not bring it back.

// byHand is its bit in state.hidden, beside 1 of a removed source and 2 of rules.
const byHand = 4

// hiddenSQL is what is:hidden asks for; a list that wants it shows nothing else.
const hiddenSQL = "s.hidden in (4, 6)"

// hides reports whether a mark takes articles out of the lists, or back into them.
func hides(k feed.MarkKind) bool { return k == feed.Hide || k == feed.Unhide }

// hide is Mark for feed.Hide and feed.Unhide, all marks of the same kind.
func (c *Cache) hide(ctx context.Context, marks []feed.Mark) error {
	kind := marks[0].Kind
	return c.write(ctx, c.own, func(t *tx) error {
		found := map[int64]*touch{}
		for _, m := range marks {
			if m.Kind != kind {
				return fmt.Errorf("mark %s: %s and %s in one action", m.Article, kind, m.Kind)
			}
			var key int64
			err := t.row("select id from article where ident = ?", []any{string(m.Article)}, &key)
			if errors.Is(err, sql.ErrNoRows) {
				err = ErrNotFound
			}
			if err != nil {
				return fmt.Errorf("mark %s: %w", m.Article, err)
			}
			found[key] = &touch{key: key}
		}
		_, err := c.hideKeys(t, kind, "select value from json_each(?)", keysJSON(touchedList(found)))
		return err
	})
}

// hideKeys hides the articles whose keys a query gives, or shows them again, and tells
// how many that changed.
func (c *Cache) hideKeys(t *tx, kind feed.MarkKind, query string, args ...any) (n int, err error) {
	var list []touch
	is := map[bool]int{true: 0, false: byHand}[kind == feed.Hide]
	if err := t.adhoc(fmt.Sprintf("select id from state where id in (%s) and hidden & %d = %d order by id", query, byHand, is), args, collect(&list)); err != nil || len(list) == 0 {
		return 0, err
	}
	if err := t.setByHand(list, kind == feed.Hide); err != nil {
		return 0, err
	}
	return len(list), c.log(t, kind.String(), len(list), packKeys(list))
}

func (t *tx) setByHand(list []touch, hide bool) error {
	bit := 0
	if hide {
		bit = byHand
	}
	return t.script(fmt.Sprintf("update state set hidden = hidden & ~%d | ? where id in (select value from json_each(?))", byHand), bit, keysJSON(list))
}
