package cache

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"depesche/feed"
)

// subscribed is what is known of the sources while some are added.
type subscribed struct {
	there map[string]bool        // by address: it need not be added
	gone  map[string]bool        // by address: it was removed, and comes back
	ids   map[feed.SourceID]bool // those that are taken
	place int64                  // the last
}

func (t *tx) subscribed() (*subscribed, error) {
	k := &subscribed{there: map[string]bool{}, gone: map[string]bool{}, ids: map[feed.SourceID]bool{}}
	return k, t.each("select sid, address, removed, place from source", nil, func(scan func(...any) error) error {
		var sid feed.SourceID
		var address string
		var removed, place int64
		err := scan(&sid, &address, &removed, &place)
		k.there[address], k.gone[address], k.ids[sid] = removed == 0, removed != 0, true
		k.place = max(k.place, place)
		return err
	})
}

// addSources gives the ids of the sources it made or brought back. What is asked of the table
// is asked once for all of them.
func (t *tx) addSources(sources []feed.Source, now int64) (ids []feed.SourceID, err error) {
	if len(sources) == 1 {
		sid, err := t.addSource(sources[0], now, false)
		if sid != "" {
			ids = append(ids, sid)
		}
		return ids, err
	}
	known, err := t.subscribed()
	if err != nil {
		return nil, err
	}
	var rows []any
	for _, s := range sources {
		s.URL = bareURL(s)
		address := feed.Address(s.URL)
		switch {
		case known.there[address], address == savedURL: // saved pages make their source
			continue
		case known.gone[address]:
			sid, err := t.addSource(s, now, false)
			if err != nil {
				return nil, err
			}
			ids = append(ids, sid)
		default:
			sid, err := newSourceID(s, address, func(sid feed.SourceID) (bool, error) { return known.ids[sid], nil })
			if err != nil {
				return nil, err
			}
			known.place++
			rows = append(rows, sourceRow(s, sid, address, false, now)...)
			rows = append(rows, known.place)
			ids, known.ids[sid] = append(ids, sid), true
		}
		known.there[address] = true
	}
	_, err = t.rows(insertSource+" values", sourceWidth, rows)
	return ids, err
}

const (
	insertSource = "insert or fail into source(sid, url, address, site, name, description, language, icon, hub, folder, sample, added, place)"
	sourceWidth  = 13
)

// sourceRow gives the values of insertSource, but for the place.
func sourceRow(s feed.Source, sid feed.SourceID, address string, sample bool, now int64) []any {
	return []any{string(sid), s.URL, address, s.Site, s.Title, s.Description, s.Language, s.Icon, s.Hub, packFolder(s.Folder), sample, now}
}

// bareURL is the address of a source as it is kept: a password has no place in a file of ours.
func bareURL(s feed.Source) string { return feed.Bare(strings.TrimSpace(s.URL)) }

// newSourceID gives a source its id. One that has moved keeps its own; another one may now
// stand at its old address.
func newSourceID(s feed.Source, address string, taken func(feed.SourceID) (bool, error)) (feed.SourceID, error) {
	sid := s.ID
	if sid == "" {
		sid = feed.NewSourceID(address)
	}
	for n := 0; ; n++ {
		if there, err := taken(sid); !there || err != nil {
			return sid, err
		}
		sid = feed.NewSourceID(fmt.Sprint(address, " ", n))
	}
}

// addSource gives the id of a source it made or brought back, "" for one that is there.
func (t *tx) addSource(s feed.Source, now int64, sample bool) (feed.SourceID, error) {
	s.URL = bareURL(s)
	address := feed.Address(s.URL)
	if address == savedURL {
		return t.addSaved("", s.Title, now)
	}
	var key, removed int64
	var old string
	err := t.row("select id, sid, removed from source where address = ?", []any{address}, &key, &old, &removed)
	switch {
	case err == nil && removed == 0:
		return "", nil
	case err == nil:
		if _, err := t.exec(`update source set removed = 0, gone = 0, next = 0, name = ?, folder = ? where id = ?`, s.Title, packFolder(s.Folder), key); err != nil {
			return "", err
		}
		_, err = t.exec("update state set hidden = hidden & ~1 where source = ?", key)
		return feed.SourceID(old), err
	case !errors.Is(err, sql.ErrNoRows):
		return "", err
	}
	sid, err := newSourceID(s, address, func(sid feed.SourceID) (bool, error) {
		err := t.row("select id from source where sid = ?", []any{string(sid)}, &key)
		if errors.Is(err, sql.ErrNoRows) {
			return false, nil
		}
		return true, err
	})
	if err != nil {
		return "", err
	}
	_, err = t.exec(insertSource+" values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (select coalesce(max(place), 0) + 1 from source))",
		sourceRow(s, sid, address, sample, now)...)
	return sid, err
}
