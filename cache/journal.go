package cache

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"depesche/feed"
)

// journalKept bounds how many actions can be undone.
const journalKept = 1000

// log writes an entry of the journal. A new action ends what could be redone.
func (c *Cache) log(t *tx, what string, n int, data []byte) error {
	if _, err := t.exec("delete from journal where undone = 1"); err != nil {
		return err
	}
	id, err := t.insert("insert into journal(what, n, at, data) values(?, ?, ?, ?)", what, n, c.now(), data)
	if err != nil {
		return err
	}
	_, err = t.exec("delete from journal where id <= ?", id-journalKept)
	return err
}

// logSweep writes the journal's entry of an action on rules or tags.
func (c *Cache) logSweep(t *tx, what string, s *sweep) error {
	s.Touched = packTouches(touchedList(s.touched), wideBits)
	if len(s.Before)+len(s.After)+len(s.Touched)+len(s.Links) == 0 {
		return nil
	}
	data, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return c.log(t, what, s.n, data)
}

const journalColumns = "select id, what, n, at, undone, data from journal "

type entry struct {
	Action
	data []byte
}

// savedEntry begins the entry of a page that was saved. It is written as an import, which
// programs that know of no saved pages can undo, too.
const savedEntry = `{"Saved":true`

func (e *entry) scan(scan func(...any) error) error {
	var at int64
	err := scan(&e.ID, &e.What, &e.N, &at, &e.Undone, &e.data)
	e.At = moment(at)
	if e.What == "import" && bytes.HasPrefix(e.data, []byte(savedEntry)) {
		e.What = "save"
	}
	return err
}

// Undo takes back the last action that was not taken back yet; ErrNothing when
// there is none. It works after a restart and for what another program did.
func (c *Cache) Undo(ctx context.Context) (Action, error) {
	return c.step(ctx, journalColumns+"where undone = 0 order by id desc limit 1", true)
}

// Redo does again what Undo took back last; ErrNothing when there is nothing.
func (c *Cache) Redo(ctx context.Context) (Action, error) {
	return c.step(ctx, journalColumns+"where undone = 1 order by id limit 1", false)
}

func (c *Cache) step(ctx context.Context, query string, undo bool) (Action, error) {
	var e entry
	err := c.write(ctx, c.own, func(t *tx) error {
		e = entry{}
		err := t.row(query, nil, &e.ID, &e.What, &e.N, new(int64), &e.Undone, &e.data)
		if errors.Is(err, sql.ErrNoRows) {
			return ErrNothing
		}
		if err != nil {
			return err
		}
		if err := t.each(journalColumns+"where id = ?", []any{e.ID}, e.scan); err != nil {
			return err
		}
		if err := c.replay(t, &e, undo); err != nil {
			return fmt.Errorf("%s: %w", e.What, err)
		}
		e.Undone = undo
		_, err = t.exec("update journal set undone = ? where id = ?", undo, e.ID)
		return err
	})
	return e.Action, err
}

// replay takes an entry back, or does it again.
func (c *Cache) replay(t *tx, e *entry, undo bool) error {
	switch e.What {
	case "add-source", "remove-source", "change-source":
		var change sourceChange
		if err := json.Unmarshal(e.data, &change); err != nil {
			return err
		}
		return c.replaySources(t, e.What, &change, undo)
	case "tag", "untag", "add-rule", "change-rule", "remove-rule", "run-rule", "import-marks":
		var s sweep
		if err := json.Unmarshal(e.data, &s); err != nil {
			return err
		}
		return t.replaySweep(&s, undo, c.now())
	case "import", "save":
		return c.replayImport(t, e.data, undo)
	case "save-view", "rename-view", "remove-view":
		return t.replaySetting(e.data, undo)
	case "edition":
		return t.replayPacking(e.data, undo)
	}
	if kind, ok := feed.ParseMark(e.What); ok && hides(kind) {
		list, err := unpackTouches(e.data, 0)
		if err != nil {
			return err
		}
		return t.setByHand(list, (kind == feed.Hide) != undo)
	}
	list, err := unpackTouches(e.data, flagBits)
	if err != nil {
		return err
	}
	return t.setFlags(list, flagBits, undo, c.now())
}

func (c *Cache) replaySources(t *tx, what string, change *sourceChange, undo bool) error {
	if what == "change-source" {
		s := change.After
		if undo {
			s = change.Before
		}
		return t.changeSource(*s)
	}
	hide := (what == "remove-source") != undo
	for _, sid := range change.IDs {
		var err error
		if hide {
			if what == "remove-source" {
				_, err = c.keepStarred(t, sid)
			}
			if err == nil {
				_, err = t.hideSource(sid, c.now(), new([]moved))
			}
		} else if err = t.showSource(sid); err == nil {
			err = t.moveBack(change.Moved)
		}
		if err != nil && !errors.Is(err, ErrNotFound) {
			return err
		}
	}
	if hide {
		return nil
	}
	return t.endSample()
}

// History lists the last n actions, the newest first; those that were undone
// are among them.
func (c *Cache) History(ctx context.Context, n int) ([]Action, error) {
	var out []Action
	err := c.all(ctx, journalColumns+"order by id desc limit ?", []any{n}, func(scan func(...any) error) error {
		var e entry
		err := e.scan(scan)
		out = append(out, e.Action)
		return err
	})
	return out, err
}
