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
func (t *tx) setStory(k *codec, id int64, a *feed.Article) error {
	if _, err := t.exec("delete from band where article = ?", id); err != nil {
		return err
	}
	twin, err := t.sameLink(id, a)
	if err != nil {
		return err
	}
	p := wire.Fingerprint(a)
	bands := p.Key()
	if twin == 0 && len(bands) > 0 {
		if twin, err = t.sameText(k, id, p, bands); err != nil {
			return err
		}
	}
	for _, b := range bands {
		if _, err := t.exec("insert or ignore into band(band, article) values(?, ?)", b, id); err != nil {
			return err
		}
	}
	if twin == 0 {
		return nil
	}
	var story int64
	if err := t.row("select iif(story = 0, id, story) from article where id = ?", []any{twin}, &story); err != nil {
		return err
	}
	_, err = t.exec("update article set story = ? where id in (?, ?)", story, id, twin)
	return err
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
func (t *tx) sameText(k *codec, id int64, p wire.Print, bands []int64) (int64, error) {
	shared := map[int64]int{}
	for _, b := range bands {
		if err := t.each("select article from band where band = ? order by article desc limit ?", []any{b, perBand}, func(scan func(...any) error) error {
			var other int64
			err := scan(&other)
			if other != id {
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
		var fromFeed, fromPage []byte
		if err := t.row("select feed, page from body where id = ?", []any{other}, &fromFeed, &fromPage); err != nil {
			return 0, err
		}
		b, err := k.best(fromFeed, fromPage)
		if err != nil {
			continue // unreadable: no twin of anything
		}
		if wire.Same(p, wire.Fingerprint(&b)) {
			return other, nil
		}
	}
	return 0, nil
}
