package cache

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
)

// settingChange is what the journal keeps of a setting that the reader changed.
type settingChange struct{ Name, Before, After string }

// Change keeps what belongs to a reader under a name, as Remember does, but as an action
// that Undo takes back; what says which. It is on the disk when Change returns.
func (c *Cache) Change(ctx context.Context, what, name, value string) error {
	return c.write(ctx, c.own, func(t *tx) error {
		var before string
		if err := t.row("select value from setting where name = ?", []any{name}, &before); err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		if before == value {
			return nil
		}
		data, err := json.Marshal(settingChange{name, before, value})
		if err != nil {
			return err
		}
		if err := c.log(t, what, 1, data); err != nil {
			return err
		}
		return t.remember(name, value)
	})
}

func (t *tx) replaySetting(data []byte, undo bool) error {
	var change settingChange
	if err := json.Unmarshal(data, &change); err != nil {
		return err
	}
	if undo {
		return t.remember(change.Name, change.Before)
	}
	return t.remember(change.Name, change.After)
}

// packedChange is what the journal keeps of an edition: the keys of the one before and of this
// one, in their order.
type packedChange struct{ Before, After []Key }

// keepPacked notes what the edition holds, in the place of the last one.
func (c *Cache) keepPacked(ctx context.Context, rows []Row) error {
	return c.write(ctx, c.own, func(t *tx) error {
		var p packedChange
		if err := t.each("select article from packed order by place", nil, func(scan func(...any) error) error {
			var k Key
			err := scan(&k)
			p.Before = append(p.Before, k)
			return err
		}); err != nil {
			return err
		}
		for i := range rows {
			p.After = append(p.After, rows[i].Key)
		}
		data, err := json.Marshal(p)
		if err != nil {
			return err
		}
		if err := c.log(t, "edition", len(rows), data); err != nil {
			return err
		}
		return t.setPacked(p.After)
	})
}

// setPacked makes some articles the edition; those that were let go meanwhile are passed over.
func (t *tx) setPacked(keys []Key) error {
	if _, err := t.exec("delete from packed"); err != nil {
		return err
	}
	for i, k := range keys {
		if _, err := t.exec("insert or ignore into packed(article, place) select id, ? from state where id = ?", i, k); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) replayPacking(data []byte, undo bool) error {
	var p packedChange
	if err := json.Unmarshal(data, &p); err != nil {
		return err
	}
	if undo {
		return t.setPacked(p.Before)
	}
	return t.setPacked(p.After)
}
