package cache

import (
	"cmp"
	"database/sql"
	"errors"
	"slices"

	"depesche/feed"
	"depesche/feed/wire"
)

// Stories. Articles whose prints are the same, or that have one address in two
// feeds, are copies of one story: each names the story by its first copy's key.

const (
	perBand    = 30 // so many of the newest articles of a band are looked at
	candidates = 6  // so many of those that share most bands are compared
)

// setStory finds the story of an article whose text is new.
func (c *Cache) setStory(t *tx, m *morsel) error {
	if _, err := t.exec("delete from band where article = ?", m.id); err != nil {
		return err
	}
	twin, err := t.sameLink(m.id, &m.best)
	if err != nil {
		return err
	}
	if m.at >= c.now()-storyDays*24*3600 {
		c.keepPrint(m.id, m.print)
		bands := m.print.Key()
		if twin == 0 && len(bands) > 0 {
			if twin, err = c.sameText(t, m, bands); err != nil {
				return err
			}
		}
		for _, b := range bands {
			if _, err := t.exec("insert or ignore into band(band, article) values(?, ?)", b, m.id); err != nil {
				return err
			}
		}
	}
	if twin == 0 {
		return nil
	}
	var story int64
	if err := t.row("select iif(story = 0, id, story) from article where id = ?", []any{twin}, &story); err != nil {
		return err
	}
	_, err = t.exec("update article set story = ? where id in (?, ?)", story, m.id, twin)
	return err
}

// keepPrint remembers a print while the cache is open: what comes with a refresh is
// compared with what else came with it. Whoever calls it has the turn.
func (c *Cache) keepPrint(id int64, p wire.Print) {
	if len(c.prints) >= printsKept {
		clear(c.prints)
	}
	c.prints[id] = p
}

// printOf gives the print of an article; the zero Print, which is like no other, for one
// whose text cannot be read.
func (c *Cache) printOf(t *tx, id int64) (wire.Print, error) {
	if p, ok := c.prints[id]; ok {
		return p, nil
	}
	var fromFeed, fromPage []byte
	err := t.row("select feed, page from body where id = ?", []any{id}, &fromFeed, &fromPage)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return wire.Print{}, err
	}
	var p wire.Print
	if a, err := c.codec.best(fromFeed, fromPage); err == nil {
		p = wire.Fingerprint(&a)
	}
	c.keepPrint(id, p)
	return p, nil
}

// sameLink finds an article of another source with the same address.
func (t *tx) sameLink(id int64, a *feed.Article) (twin int64, err error) {
	address := feed.Address(a.Link)
	if address == "" || frontPage(address) {
		return 0, nil
	}
	err = t.row("select article from ident where hash = ? and article <> ? order by article limit 1", []any{hash64("link", address), id}, &twin)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return twin, err
}

// sameText finds an article with the same print among those that share bands.
func (c *Cache) sameText(t *tx, m *morsel, bands []int64) (int64, error) {
	shared := map[int64]int{}
	for _, b := range bands {
		if err := t.each("select article from band where band = ? order by article desc limit ?", []any{b, perBand}, func(scan func(...any) error) error {
			var other int64
			err := scan(&other)
			if other != m.id {
				shared[other]++
			}
			return err
		}); err != nil {
			return 0, err
		}
	}
	list := make([]int64, 0, len(shared))
	for other := range shared {
		list = append(list, other)
	}
	slices.SortFunc(list, func(a, b int64) int {
		return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(b, a))
	})
	for _, other := range list[:min(len(list), candidates)] {
		p, err := c.printOf(t, other)
		if err != nil {
			return 0, err
		}
		if wire.Same(m.print, p) {
			return other, nil
		}
	}
	return 0, nil
}
