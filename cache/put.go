package cache

import (
	"context"
	"strings"
	"unicode/utf8"

	"depesche/feed"
)

// arrival is an article made ready for storing, outside of any transaction.
type arrival struct {
	feed.Article
	hashes []int64 // see identities
	text   int64   // textHash
	blob   []byte
}

// arrivals packs what a source delivered.
func (c *Cache) arrivals(articles []feed.Article) ([]arrival, error) {
	out := make([]arrival, len(articles))
	hashes := identities(articles)
	for i := range articles {
		a := &articles[i]
		blob, err := c.codec.pack(a)
		if err != nil {
			return nil, err
		}
		out[i] = arrival{Article: *a, hashes: hashes[i], text: textHash(a), blob: blob}
	}
	return out, nil
}

// stored is what became of a delivery.
type stored struct {
	fresh, updated int
	ids            []int64 // new articles, newest first
}

// put stores what a source delivered, in one transaction. Nothing is deleted:
// an article that is no longer in the feed is only noted as dropped, and not
// even that when the feed came empty.
func (c *Cache) put(ctx context.Context, src *sourceState, list []arrival, after func(*tx, stored) error) (stored, error) {
	var s stored
	err := c.write(ctx, c.fetched, func(t *tx) error {
		s = stored{}
		there := make(map[int64]bool, len(list))
		ids, err := t.known(src.key, list)
		if err != nil {
			return err
		}
		for i := len(list) - 1; i >= 0; i-- { // the first in a feed is the newest: it gets the highest key
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := c.putOne(t, src, &list[i], ids[i], there, &s); err != nil {
				return err
			}
		}
		if len(list) > 0 {
			if err := t.drop(src.key, there, c.now()); err != nil {
				return err
			}
		}
		return after(t, s)
	})
	return s, err
}

func (c *Cache) putOne(t *tx, src *sourceState, a *arrival, id int64, there map[int64]bool, s *stored) error {
	if id == none { // unless it came twice: then the first of them has just been stored
		var err error
		if id, err = t.byHash(src.key, a.hashes[0]); err != nil {
			return err
		}
	}
	if id == none {
		if gone, err := t.letGoBefore(src.key, a.hashes, c.now()); gone || err != nil {
			return err
		}
		id, err := c.insert(t, src, a)
		s.fresh++
		s.ids = append(s.ids, id)
		there[id] = true
		return err
	}
	if there[id] {
		return nil // the same entry twice in one feed
	}
	there[id] = true
	changed, err := c.renew(t, src, id, a)
	if changed {
		s.updated++
	}
	return err
}

// insert stores a new article.
func (c *Cache) insert(t *tx, src *sourceState, a *arrival) (int64, error) {
	ident, err := t.freshID(src.sid, &a.Article)
	if err != nil {
		return 0, err
	}
	now := c.now()
	id, err := t.insert("insert into article(ident, source, guid, link, published, seen, feed_hash) values(?, ?, ?, ?, ?, ?, ?)",
		string(ident), src.key, a.GUID, a.Link, stamp(a.Published), now, a.text)
	if err != nil {
		return 0, err
	}
	at := stamp(a.Published)
	if at <= 0 || at > now+24*3600 { // no date, or one that cannot be
		at = now
	}
	if _, err := t.exec("insert into state(id, source, at, hidden) values(?, ?, ?, ?)", id, src.key, at, src.hidden()); err != nil {
		return 0, err
	}
	if err := t.identify(src.key, id, a.hashes); err != nil {
		return 0, err
	}
	if err := c.setText(t, id, at, &a.Article, a.blob, nil); err != nil {
		return 0, err
	}
	return id, c.arrive(t, &arriving{key: id, id: string(ident), source: src, at: at, seen: now, best: &a.Article}, nil)
}

// renew stores what changed in an article that is known.
func (c *Cache) renew(t *tx, src *sourceState, id int64, a *arrival) (changed bool, err error) {
	var was struct {
		text, dropped int64
		link, guid    string
	}
	if err := t.row("select feed_hash, dropped, link, guid from article where id = ?", []any{id},
		&was.text, &was.dropped, &was.link, &was.guid); err != nil {
		return false, err
	}
	if was.dropped != 0 {
		if _, err := t.exec("update article set dropped = 0 where id = ?", id); err != nil {
			return false, err
		}
	}
	if was.link != a.Link || was.guid != a.GUID {
		if err := t.identify(src.key, id, a.hashes); err != nil {
			return false, err
		}
		if _, err := t.exec("update article set link = ?, guid = ? where id = ?", a.Link, a.GUID, id); err != nil {
			return false, err
		}
	}
	if was.text == a.text {
		return false, nil
	}
	var page []byte
	if err := t.row("select page from body where id = ?", []any{id}, &page); err != nil {
		return false, err
	}
	if _, err := t.exec("update article set feed_hash = ?, want = 1, page_tries = 0 where id = ?", a.text, id); err != nil {
		return false, err
	}
	return true, c.replace(t, id, a.blob, page)
}

// drop notes which articles the feed no longer holds.
func (t *tx) drop(source int64, there map[int64]bool, now int64) error {
	var left []int64
	err := t.each("select id from article where source = ? and dropped = 0", []any{source}, func(scan func(...any) error) error {
		var id int64
		if err := scan(&id); err != nil {
			return err
		}
		if !there[id] {
			left = append(left, id)
		}
		return nil
	})
	for _, id := range left {
		if err != nil {
			break
		}
		_, err = t.exec("update article set dropped = ? where id = ?", now, id)
	}
	return err
}

// replace puts a new text in the place of an article's old one. If the reader
// has read the old one and sees a difference, it is kept as a revision.
func (c *Cache) replace(t *tx, id int64, fromFeed, fromPage []byte) error {
	var at, read int64
	var oldFeed, oldPage []byte
	if err := t.row("select s.at, s.read, b.feed, b.page from state s join body b using(id) where s.id = ?", []any{id},
		&at, &read, &oldFeed, &oldPage); err != nil {
		return err
	}
	best, err := c.codec.best(fromFeed, fromPage)
	if err != nil {
		return err
	}
	if read == 1 {
		old, err := c.codec.best(oldFeed, oldPage)
		if err != nil {
			return err
		}
		if len(fromPage) > 0 == (len(oldPage) > 0) && textHash(&old) != textHash(&best) { // the first page is no change
			if err := c.keepRevision(t, id, &old); err != nil {
				return err
			}
		}
	}
	return c.setText(t, id, at, &best, fromFeed, fromPage)
}

// revisionsKept bounds how many earlier texts an article keeps.
const revisionsKept = 20

func (c *Cache) keepRevision(t *tx, id int64, old *feed.Article) error {
	blob, err := c.codec.pack(old)
	if err != nil {
		return err
	}
	if _, err := t.exec("insert into revision(article, seen, text) values(?, ?, ?)", id, c.now(), blob); err != nil {
		return err
	}
	if _, err := t.exec(`delete from revision where article = ?1 and id not in
		(select id from revision where article = ?1 order by seen desc, id desc limit ?2)`, id, revisionsKept); err != nil {
		return err
	}
	_, err = t.exec("update state set changed = 1 where id = ?", id)
	return err
}

// setText stores both versions of an article's text with all that is derived
// from the best of them: head, search index, facets, story.
func (c *Cache) setText(t *tx, id, at int64, best *feed.Article, fromFeed, fromPage []byte) error {
	if err := t.unindex(id); err != nil {
		return err
	}
	if _, err := t.exec(`insert into body(id, indexed, feed, page) values(?, 1, ?, ?)
		on conflict(id) do update set indexed = 1, feed = excluded.feed, page = excluded.page`, id, fromFeed, fromPage); err != nil {
		return err
	}
	if err := t.index(id, best); err != nil {
		return err
	}
	lead := ""
	if best.Lead != nil {
		lead = best.Lead.URL
	}
	agencies := make([]string, len(best.Agencies))
	for i, a := range best.Agencies {
		agencies[i] = string(a)
	}
	if _, err := t.exec(`update article set kicker = ?, headline = ?, standfirst = ?, section = ?, agencies = ?, language = ?,
		published = ?, modified = ?, access = ?, lead = ? where id = ?`,
		best.Kicker, best.Headline, cut(best.Standfirst, 200), best.Section, strings.Join(agencies, " "), best.Language,
		stamp(best.Published), stamp(best.Modified), int(best.Access), lead, id); err != nil {
		return err
	}
	if _, err := t.exec("update state set minutes = ? where id = ?", feed.Minutes(best.Words()), id); err != nil {
		return err
	}
	if err := t.setFacets(id, at, best); err != nil {
		return err
	}
	return t.setStory(c.codec, id, best)
}

// unindex takes an article out of the search index, which must be told the very
// text that it was given.
func (t *tx) unindex(id int64) error {
	_, err := t.exec(`insert into article_fts(article_fts, rowid, headline, kicker, standfirst, byline, caption, body)
		select 'delete', a.id, a.headline, a.kicker, a.standfirst, a.byline, a.caption, a.body
		from body b join article_text a on a.id = b.id where b.id = ? and b.indexed = 1`, id)
	return err
}

func (t *tx) index(id int64, best *feed.Article) error {
	p := split(best)
	_, err := t.exec(`insert into article_fts(rowid, headline, kicker, standfirst, byline, caption, body)
		values(?, ?, ?, ?, ?, ?, ?)`, id, p[0], p[1], p[2], p[3], p[4], p[5])
	return err
}

// setFacets stores what an article has in common with others.
func (t *tx) setFacets(id, at int64, a *feed.Article) error {
	if _, err := t.exec("delete from facet where article = ?", id); err != nil {
		return err
	}
	for _, name := range facets(a) {
		if _, err := t.exec("insert or ignore into facet(name, at, article) values(?, ?, ?)", name, at, id); err != nil {
			return err
		}
	}
	return nil
}

// facets names what an article can be listed by. The query language makes the same names.
func facets(a *feed.Article) []string {
	out := []string{"access=" + a.Access.String()}
	if a.Lead != nil {
		out = append(out, "has=picture")
	}
	for _, g := range a.Agencies {
		out = append(out, "agency="+foldWord(string(g)))
	}
	for _, w := range words(a.Section) {
		out = append(out, "section="+foldWord(w))
	}
	if a.Language != "" {
		l := strings.ToLower(a.Language)
		out = append(out, "lang="+l)
		if base, _, more := strings.Cut(l, "-"); more {
			out = append(out, "lang="+base)
		}
	}
	return out
}

// cut shortens a text to at most n characters, at a blank where one is near.
func cut(s string, n int) string {
	if len(s) <= n || utf8.RuneCountInString(s) <= n {
		return s
	}
	end, blank, i := len(s), 0, 0
	for at, r := range s {
		if i == n-1 {
			end = at
			break
		}
		if r == ' ' {
			blank = at
		}
		i++
	}
	if blank > end*3/4 {
		end = blank
	}
	return strings.TrimRight(s[:end], " ,;:-") + "…"
}
