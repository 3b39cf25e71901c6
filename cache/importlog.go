package cache

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"depesche/feed"
)

// importLog is what the journal keeps of an import. Sources that it brought are hidden by
// undo with all that stands in them; articles that it brought to sources which were here
// before are moved to a source that is removed, and go with it after some weeks.
type importLog struct {
	Saved  bool              `json:",omitempty"` // a page was saved: no import, but undone like one; it stands first, see entry.scan
	IDs    []feed.SourceID   `json:",omitempty"` // sources added, or brought back
	Added  map[int64][]byte  `json:",omitempty"` // by the key of a source: keys of articles, packed
	Gone   map[int64][]int64 `json:",omitempty"` // by the key of a source: hashes of articles that must not come
	Marks  sweep             // of articles that were here
	Shared []byte            `json:",omitempty"` // keys of articles of other sources that were listed with the saved pages, packed

	entry  int64             // its id in the journal; 0: it has none yet
	added  map[int64][]touch // Added, before it is packed
	shared []touch           // Shared, before it is packed
}

// keepLog writes the journal's entry of the import as it is now.
func (r *restoring) keepLog(t *tx) error {
	l := &r.log
	n := r.done.Added + len(r.sweep.touched)
	if n == 0 {
		n = len(l.shared)
	}
	l.Shared = packKeys(l.shared)
	for key := range r.sweep.tagged {
		if r.sweep.touched[key] == nil {
			n++
		}
	}
	if n+len(l.IDs)+len(l.Gone) == 0 {
		return nil
	}
	l.Added = map[int64][]byte{}
	for source, list := range l.added {
		sorted := slices.Clone(list) // each article is its own
		slices.SortFunc(sorted, func(a, b touch) int { return int(a.key - b.key) })
		l.Added[source] = packKeys(sorted)
	}
	r.sweep.Touched = packTouches(touchedList(r.sweep.touched), wideBits)
	l.Marks = r.sweep
	data, err := json.Marshal(l)
	if err != nil {
		return err
	}
	what := "import"
	if n == 0 && len(l.Gone) == 0 { // no articles yet: replay reads IDs of either
		what, n = "add-source", len(l.IDs)
	}
	if l.entry != 0 {
		there, err := t.exec("update journal set what = ?, data = ?, n = ? where id = ? and undone = 0", what, data, n, l.entry)
		if err != nil || there > 0 {
			return err
		} // it was taken back meanwhile: what follows is an action of its own
	}
	if err := r.c.log(t, what, n, data); err != nil {
		return err
	}
	return t.row("select max(id) from journal", nil, &l.entry)
}

// replayImport takes an import back, or does it again.
func (c *Cache) replayImport(t *tx, data []byte, undo bool) error {
	var l importLog
	if err := json.Unmarshal(data, &l); err != nil {
		return err
	}
	if err := t.replaySweep(&l.Marks, undo, c.now()); err != nil {
		return err
	}
	if err := t.replayShared(l.Shared, undo); err != nil {
		return err
	}
	sources := sourceChange{IDs: l.IDs}
	if len(l.IDs) > 0 {
		if err := c.replaySources(t, "add-source", &sources, undo); err != nil {
			return err
		}
	}
	for _, source := range slices.Sorted(maps.Keys(l.Added)) {
		keys, err := unpackTouches(l.Added[source], 0)
		if err != nil {
			return err
		}
		if undo {
			err = t.setAside(source, keys, c.now())
		} else {
			err = t.bringBack(source, keys)
		}
		if err != nil {
			return err
		}
	}
	for source, hashes := range l.Gone {
		for _, h := range hashes {
			query, args := "delete from expired where hash = ? and source = ?", []any{h, source}
			if !undo {
				query, args = "insert or ignore into expired(hash, source, at) select ?, id, ? from source where id = ?", []any{h, c.now(), source}
			}
			if _, err := t.exec(query, args...); err != nil {
				return err
			}
		}
	}
	return nil
}

// asideAddress is that of the removed source where articles of undone imports wait. No
// feed can have it.
const asideAddress = "undone-import:"

// setAside takes articles out of a source, as if they had never come.
func (t *tx) setAside(source int64, keys []touch, now int64) error {
	var aside int64
	err := t.row("select id from source where address = ?", []any{asideAddress}, &aside)
	if errors.Is(err, sql.ErrNoRows) {
		aside, err = t.insert(`insert into source(sid, url, address, removed, place) values(?, ?, ?, ?, (select coalesce(max(place), 0) + 1 from source))`,
			string(feed.NewSourceID(asideAddress)), asideAddress, asideAddress, now)
	}
	if err != nil {
		return fmt.Errorf("set aside: %w", err)
	}
	if _, err := t.exec("update source set removed = ? where id = ?", now, aside); err != nil {
		return err
	}
	return t.scripts(keysJSON(keys),
		// Feeds that hold them are asked anew, and bring them as what they then are: new.
		step{`update source set etag = '', modified = '' where id = ?2
			or id in (select source from also where article in (select value from json_each(?1)))`, []any{source}},
		step{"delete from also where article in (select value from json_each(?1))", nil},
		step{"update state set hidden = hidden | 1 where source = ?2 and id in (select value from json_each(?1))", []any{source}},
		step{"update state set source = ?2 where source = ?3 and id in (select value from json_each(?1))", []any{aside, source}},
		step{"update article set source = ?2 where source = ?3 and id in (select value from json_each(?1))", []any{aside, source}},
		step{"update or replace ident set source = ?2 where source = ?3 and article in (select value from json_each(?1))", []any{aside, source}},
	)
}

// bringBack puts articles that were set aside into their source again. One that its feed
// has brought meanwhile stays where it is.
func (t *tx) bringBack(source int64, keys []touch) error {
	var aside int64
	err := t.row("select id from source where address = ?", []any{asideAddress}, &aside)
	if errors.Is(err, sql.ErrNoRows) {
		return nil // let go meanwhile
	}
	if err != nil {
		return err
	}
	var back []touch
	if err := t.adhoc(`select s.id from state s where s.source = ?1 and s.id in (select value from json_each(?2))
		and not exists(select 1 from ident mine join ident its on its.hash = mine.hash and its.source = ?3 where mine.article = s.id) order by 1`,
		[]any{aside, keysJSON(keys), source}, collect(&back)); err != nil {
		return err
	}
	return t.scripts(keysJSON(back),
		step{"update or replace ident set source = ?2 where source = ?3 and article in (select value from json_each(?1))", []any{source, aside}},
		step{"update article set source = ?2 where id in (select value from json_each(?1))", []any{source}},
		step{"update state set source = ?2 where id in (select value from json_each(?1))", []any{source}},
		step{"update state set hidden = hidden & ~1 where id in (select value from json_each(?1))", nil},
	)
}

// step is a statement of scripts; ?1 stands for the keys.
type step struct {
	query string
	args  []any
}

func (t *tx) scripts(keys string, steps ...step) error {
	for _, s := range steps {
		if _, err := t.exec(s.query, append([]any{keys}, s.args...)...); err != nil {
			return err
		}
	}
	return nil
}
