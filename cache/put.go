package cache

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"depesche/feed"
)

// arrival is an article made ready for storing, outside of any transaction.
type arrival struct {
	feed.Article
	hashes []int64 // see identities
	exact  int64   // see identities
	link   int64   // the one of them that is its address; 0 where that names no article
	text   int64   // textHash
	beside int64   // besideHash
	blob   []byte
	later  bool // its text is in the cache already, by all we know: blob is made where it is asked for

	head    head
	facets  []string
	minutes int
}

// arrivals packs what a source delivered; learn is called before each article that is packed. have are hashes of
// texts that need not be packed, as most of a feed is what it was an hour ago; shared are
// hashes that name no single article of it, see identities.
func (c *Cache) arrivals(articles []feed.Article, have map[int64]bool, learn func()) (out []arrival, shared []int64) {
	out = make([]arrival, len(articles))
	hashes, exact, shared := identities(articles)
	for i := range articles {
		a := &articles[i]
		out[i] = arrival{
			Article: *a, hashes: hashes[i], exact: exact[i], text: c.codec.textHash(a), beside: besideHash(a),
			head: headOf(a), facets: facets(a), minutes: feed.Minutes(a.Words()),
		}
		if out[i].later = have[out[i].text]; !out[i].later {
			learn()
			out[i].blob = c.codec.pack(a)
		}
		if h := hash64("link", feed.Address(a.Link)); slices.Contains(hashes[i], h) {
			out[i].link = h
		}
	}
	return out, shared
}

// packed gives the blob of an arrival.
func (k *codec) packed(a *arrival) []byte {
	if a.later {
		a.blob, a.later = k.pack(&a.Article), false
	}
	return a.blob
}

// textsOf gives the hashes of the texts that a source's feed held when it was last asked.
func (c *Cache) textsOf(ctx context.Context, source int64) (map[int64]bool, error) {
	have := map[int64]bool{}
	err := c.all(ctx, "select feed_hash from article where source = ? and dropped = 0", []any{source}, func(scan func(...any) error) error {
		var h int64
		err := scan(&h)
		have[h] = true
		return err
	})
	return have, err
}

// delivery is what put stores.
type delivery struct {
	list    []arrival
	shared  []int64 // hashes that name no article any more, see identities
	partial bool    // it broke off: what it does not hold may still be in the feed
}

// stored is what became of a delivery.
type stored struct {
	fresh, updated int
}

// put stores what a source delivered. Nothing is deleted: an article that is no
// longer in the feed is only noted as dropped, and not even that when the feed
// came empty or broke off. What articles can be listed by waits for insertFacets.
func (c *Cache) put(t *tx, src *sourceState, d delivery) (stored, error) {
	var s stored
	list := d.list
	if len(list) == 0 {
		return s, nil
	}
	var there int
	if err := t.row("select count(*) from source where id = ?", []any{src.key}, &there); err != nil {
		return s, err
	}
	if there == 0 { // another program has let it go for good, and no foreign key would tell
		return s, ErrNotFound
	}
	p := &putting{c: c, t: t, src: src, now: c.now(), there: make(map[int64]bool, len(list)), s: &s}
	ids, err := t.known(src.key, list)
	if err != nil {
		return s, err
	}
	if err := p.ofSisters(list, ids); err != nil {
		return s, err
	}
	was, err := t.inFeed(src.key)
	if err != nil {
		return s, err
	}
	if d.partial {
		was = nil // who knows what would have come
	}
	if err := p.resembling(list, ids, was); err != nil {
		return s, err
	}
	twins(list, ids)
	if err := t.unname(src.key, d.shared); err != nil {
		return s, err
	}
	if err := p.look(list, ids); err != nil {
		return s, err
	}
	for i := len(list) - 1; i >= 0; i-- { // the first in a feed is the newest: it gets the highest key
		if err := p.one(&list[i], ids[i]); err != nil {
			return s, err
		}
	}
	if err := p.flush(); err != nil {
		return s, err
	}
	if err := p.count(); err != nil {
		return s, err
	}
	return s, t.drop(was, p.there, p.now)
}

// count adds the articles that were stored since it was last called to their source's counts. What became of them
// since, the triggers on state have seen to.
func (p *putting) count() error {
	n := p.uncounted
	p.uncounted = 0
	if n == 0 || p.src.hidden() != 0 {
		return nil
	}
	_, err := p.t.exec("update source set total = total + ?1, unread = unread + ?1 where id = ?2", n, p.src.key)
	return err
}

// putting is a delivery on its way into the database.
type putting struct {
	c     *Cache
	t     *tx
	src   *sourceState
	now   int64
	have  map[int64]held  // the articles that are known
	there map[int64]bool  // articles of this delivery
	made  map[int64]int64 // strongest hash -> article that this delivery made
	gone  map[int64]bool  // hashes of articles that were let go
	ident feed.ID         // what the next article is to be called; "": by its key
	news  []newcomer      // articles that are not yet stored
	s     *stored

	uncounted int // articles that are not yet in the source's counts
}

// foreignText stands for the hash of a text that another reader kept: what the feed says
// is not the same, and takes its place without being a change.
const foreignText = 0

// held is what is compared of an article that is known.
type held struct {
	source        int64
	text, dropped int64
	beside        int64
	link, guid    string
}

// look asks for all articles of the delivery at once.
func (p *putting) look(list []arrival, ids []int64) error {
	var known []Key
	var hashes []Key
	for i, id := range ids {
		if id != none {
			known = append(known, Key(id))
			continue
		}
		for _, h := range list[i].hashes {
			hashes = append(hashes, Key(h))
		}
	}
	p.have, p.made, p.gone = make(map[int64]held, len(known)), map[int64]int64{}, map[int64]bool{}
	if known != nil {
		if err := p.t.each("select id, source, feed_hash, beside, dropped, link, guid from article where id in (select value from json_each(?))", []any{keyList(known)},
			func(scan func(...any) error) error {
				var id int64
				var h held
				err := scan(&id, &h.source, &h.text, &h.beside, &h.dropped, &h.link, &h.guid)
				p.have[id] = h
				return err
			}); err != nil {
			return err
		}
	}
	if hashes == nil {
		return nil
	}
	// An article that was let go and is still in its feed does not come back; that it is
	// still in it is noted.
	return p.t.each("update expired set at = ? where source = ? and hash in (select value from json_each(?)) returning hash",
		[]any{p.now, p.src.key, keyList(hashes)}, func(scan func(...any) error) error {
			var h int64
			err := scan(&h)
			p.gone[h] = true
			return err
		})
}

func (p *putting) one(a *arrival, id int64) error {
	if id == none { // unless it came twice: then the first of them has just been stored
		id = p.made[a.hashes[0]]
	}
	if id == none {
		if slices.ContainsFunc(a.hashes, func(h int64) bool { return p.gone[h] }) {
			return nil
		}
		id, err := p.add(a)
		p.there[id], p.made[a.hashes[0]] = true, id
		return err
	}
	if p.there[id] {
		return nil // the same entry twice in one feed
	}
	p.there[id] = true
	if h, ok := p.have[id]; ok && h.source != p.src.key {
		return p.share(id, &h, a)
	}
	changed, err := p.renew(id, a)
	if changed {
		p.s.updated++
	}
	return err
}

// renew stores what changed in an article that is known.
func (p *putting) renew(id int64, a *arrival) (changed bool, err error) {
	was := p.have[id]
	if was.dropped != 0 {
		if _, err := p.t.exec("update article set dropped = 0 where id = ?", id); err != nil {
			return false, err
		}
	}
	if was.link != a.Link || was.guid != a.GUID {
		if err := p.t.identify(p.src.key, id, a.hashes); err != nil {
			return false, err
		}
		if _, err := p.t.exec("update article set link = ?, guid = ? where id = ?", a.Link, a.GUID, id); err != nil {
			return false, err
		}
	}
	if was.text == a.text && was.beside == a.beside {
		return false, nil
	}
	var old, page []byte
	if err := p.t.each("select feed, page from body where id = ?", []any{id}, func(scan func(...any) error) error { return scan(&old, &page) }); err != nil {
		return false, err
	}
	if was.text == a.text {
		return false, p.besides(id, a, page)
	}
	if p.c.sameWords(old, &a.Article) {
		if _, err := p.t.exec("update article set feed_hash = ?, beside = ? where id = ?", a.text, a.beside, id); err != nil {
			return false, err
		}
		return false, p.c.supersede(p.t, id, p.c.codec.packed(a), page)
	}
	if _, err := p.t.exec("update article set feed_hash = ?, beside = ?, want = ?, page_tries = 0 where id = ?", a.text, a.beside, a.wantsPage(), id); err != nil {
		return false, err
	}
	if was.text == foreignText {
		return true, p.c.supersede(p.t, id, p.c.codec.packed(a), page)
	}
	return true, p.c.replace(p.t, id, p.c.codec.packed(a), page)
}

// besides stores an article whose text is as it was, with other files or comments: no news to
// anybody, and the search index knows neither.
func (p *putting) besides(id int64, a *arrival, page []byte) error {
	blob := p.c.codec.packed(a)
	best, err := p.c.codec.best(blob, page)
	if err != nil {
		return err
	}
	var at int64
	if err := p.t.row("select at from state where id = ?", []any{id}, &at); err != nil {
		return err
	}
	if _, err := p.t.exec("update article set beside = ? where id = ?", a.beside, id); err != nil {
		return err
	}
	return p.c.setBest(p.t, id, at, &best, blob, page)
}

// wantsPage reports whether there is a page behind what the feed delivered.
func (a *arrival) wantsPage() int {
	if a.FileLink() {
		return 0
	}
	return 1
}

// sameWords reports whether a text that is stored says the same as a new one, word for word: one
// that is only taken apart otherwise, as by an earlier version of this program, did not change.
func (c *Cache) sameWords(packed []byte, a *feed.Article) bool {
	old, err := c.codec.unpack(packed)
	return err == nil && len(packed) > 0 && spoken(&old) == spoken(a)
}

// spoken is what an article says, in one line; the captions of its pictures apart.
func spoken(a *feed.Article) string {
	return feed.Line(strings.Join([]string{a.Kicker, a.Headline, a.Standfirst, a.PlainText(), authors(a), a.Dateline, a.Credit, a.Access.String()}, " "))
}

// inFeed gives the articles of a source that its feed held when it was last asked.
func (t *tx) inFeed(source int64) ([]int64, error) {
	var out []int64
	err := t.each("select id from article where source = ? and dropped = 0", []any{source}, func(scan func(...any) error) error {
		var id int64
		err := scan(&id)
		out = append(out, id)
		return err
	})
	return out, err
}

// drop notes which of the articles that were in a feed it no longer holds.
func (t *tx) drop(was []int64, there map[int64]bool, now int64) error {
	for _, id := range was {
		if there[id] {
			continue
		}
		if _, err := t.exec("update article set dropped = ? where id = ?", now, id); err != nil {
			return err
		}
	}
	return nil
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
	if sameKind := len(fromPage) > 0 == (len(oldPage) > 0); read == 1 && sameKind { // the first page is no change
		old, err := c.codec.best(oldFeed, oldPage)
		if err == nil && c.codec.textHash(&old) != c.codec.textHash(&best) {
			if err := c.keepRevision(t, id, &old); err != nil {
				return err
			}
		}
	}
	return c.setText(t, id, at, &best, fromFeed, fromPage)
}

// keepUnread keeps those of an article's texts that cannot be read as revisions when others take
// their places: a newer program, or a dictionary that is found, may read them.
func (c *Cache) keepUnread(t *tx, id int64, fromFeed, fromPage []byte) error {
	var oldFeed, oldPage []byte
	if err := t.each("select feed, page from body where id = ?", []any{id}, func(scan func(...any) error) error { return scan(&oldFeed, &oldPage) }); err != nil {
		return err
	}
	for _, x := range [...]struct{ old, fresh []byte }{{oldFeed, fromFeed}, {oldPage, fromPage}} {
		if len(x.old) == 0 || bytes.Equal(x.old, x.fresh) {
			continue
		}
		if _, err := c.codec.unpack(x.old); err == nil {
			continue
		}
		if _, err := t.exec("insert into revision(article, seen, text) values(?, ?, ?)", id, c.now(), x.old); err != nil {
			return err
		}
	}
	return nil
}

// supersede puts a text in the place of one that is no earlier text of the paper's.
func (c *Cache) supersede(t *tx, id int64, fromFeed, fromPage []byte) error {
	var at int64
	if err := t.row("select at from state where id = ?", []any{id}, &at); err != nil {
		return err
	}
	best, err := c.codec.best(fromFeed, fromPage)
	if err != nil {
		return err
	}
	return c.setText(t, id, at, &best, fromFeed, fromPage)
}

// revisionsKept bounds how many earlier texts an article keeps.
const revisionsKept = 20

func (c *Cache) keepRevision(t *tx, id int64, old *feed.Article) error {
	if _, err := t.exec("insert into revision(article, seen, text) values(?, ?, ?)", id, c.now(), c.codec.pack(old)); err != nil {
		return err
	}
	if _, err := t.exec(`delete from revision where article = ?1 and id not in
		(select id from revision where article = ?1 order by seen desc, id desc limit ?2)`, id, revisionsKept); err != nil {
		return err
	}
	_, err := t.exec("update state set changed = 1 where id = ?", id)
	return err
}

// head is an article's head as columns.
type head struct {
	kicker, headline, standfirst, section, agencies, language, lead, medium string
	published, modified, duration                                           int64
	access                                                                  int
}

// opening is what a list prints below the headline: the standfirst, else a teaser's text.
func opening(a *feed.Article) string {
	if a.Standfirst != "" || a.Access != feed.Teaser {
		return a.Standfirst
	}
	for i := range a.Body {
		if b := &a.Body[i]; b.Kind == feed.Paragraph {
			return feed.Line(b.Text.String())
		}
	}
	return ""
}

func headOf(a *feed.Article) head {
	h := head{
		kicker: a.Kicker, headline: a.Headline, standfirst: cut(opening(a), 200), section: a.Section, language: a.Language,
		published: stamp(a.Published), modified: stamp(a.Modified), access: int(a.Access),
	}
	if a.Lead != nil {
		h.lead = a.Lead.URL
	}
	if len(a.Enclosures) > 0 {
		first := &a.Enclosures[0]
		h.medium, h.duration = first.Medium().String(), int64(first.Duration/time.Second)
	}
	agencies := make([]string, len(a.Agencies))
	for i, g := range a.Agencies {
		agencies[i] = string(g)
	}
	h.agencies = strings.Join(agencies, " ")
	return h
}

// setText stores both versions of an article's text with the head and the facets
// of the best of them. The search index and the story follow: see digest.
func (c *Cache) setText(t *tx, id, at int64, best *feed.Article, fromFeed, fromPage []byte) error {
	if err := c.setBest(t, id, at, best, fromFeed, fromPage); err != nil {
		return err
	}
	_, err := t.exec("insert or ignore into pending(id) values(?)", id)
	return err
}

// setBest is setText but for the search index.
func (c *Cache) setBest(t *tx, id, at int64, best *feed.Article, fromFeed, fromPage []byte) error {
	if err := c.keepUnread(t, id, fromFeed, fromPage); err != nil {
		return err
	}
	if _, err := t.exec(`insert into body(id, feed, page) values(?, ?, ?)
		on conflict(id) do update set feed = excluded.feed, page = excluded.page`, id, fromFeed, fromPage); err != nil {
		return err
	}
	if _, err := t.exec("delete from facet where trait in (select value from json_each((select traits from article where id = ?1))) and at = ?2 and article = ?1", id, at); err != nil {
		return err
	}
	traits, err := t.traits(facets(best))
	if err != nil {
		return err
	}
	h := headOf(best)
	if _, err := t.exec(`update article set kicker = ?, headline = ?, standfirst = ?, section = ?, agencies = ?, language = ?,
		published = ?, modified = ?, access = ?, lead = ?, medium = ?, duration = ?, traits = ? where id = ?`,
		h.kicker, h.headline, h.standfirst, h.section, h.agencies, h.language, h.published, h.modified, h.access, h.lead, h.medium, h.duration, keyList(traits), id); err != nil {
		return err
	}
	if _, err := t.exec("update state set minutes = ? where id = ?", feed.Minutes(best.Words()), id); err != nil {
		return err
	}
	return t.setFacets(id, at, traits)
}

// traits gives the numbers of facets.
func (t *tx) traits(names []string) ([]Key, error) {
	ids := make([]Key, 0, len(names))
	for _, name := range names {
		id, ok := t.w.traits[name]
		if !ok {
			if _, err := t.exec("insert or ignore into trait(name) values(?)", name); err != nil {
				return nil, err
			}
			if err := t.row("select id from trait where name = ?", []any{name}, &id); err != nil {
				return nil, err
			}
			t.w.traits[name] = id
		}
		ids = append(ids, Key(id))
	}
	return ids, nil
}

// facets names what an article can be listed by. The query language makes the same names.
func facets(a *feed.Article) []string {
	out := []string{"access=" + a.Access.String()}
	if a.Lead != nil {
		out = append(out, "has=picture")
	}
	for i := range a.Enclosures {
		for _, name := range []string{"has=enclosure", "has=" + a.Enclosures[i].Medium().String()} {
			if !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
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
