package cache

import (
	"cmp"
	"database/sql"
	"errors"
	"slices"
	"strconv"
	"strings"

	"depesche/feed"
)

// The new articles of a delivery are stored together, a statement for many rows: one
// statement for each would cost more than the rows do.

// newcomer is an article that is to be stored.
type newcomer struct {
	a      *arrival
	id, at int64
	ident  string
	traits []Key
}

// add gives a new article its key; flush stores it.
func (p *putting) add(a *arrival) (int64, error) {
	at := stamp(a.Published)
	if at <= 0 || at > p.now+24*3600 { // no date, or one that cannot be
		at = p.now
	}
	traits, err := p.t.traits(a.facets)
	if err != nil {
		return 0, err
	}
	id, err := p.t.nextArticle()
	if err != nil {
		return 0, err
	}
	ident := string(p.ident)
	if p.ident = ""; ident == "" {
		ident = string(feed.NewID(p.src.sid, a.Key()))
	}
	p.news = append(p.news, newcomer{a, id, at, ident, traits})
	return id, nil
}

// nextArticle gives a key that no article has or ever had.
func (t *tx) nextArticle() (int64, error) {
	if t.lastArticle == none {
		err := t.row("select seq from sqlite_sequence where name = 'article'", nil, &t.lastArticle)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return 0, err
		}
	}
	t.lastArticle++
	return t.lastArticle, nil
}

// insert stores a new article by itself.
func (p *putting) insert(a *arrival) (int64, error) {
	id, err := p.add(a)
	if err == nil {
		err = p.flush()
	}
	if err == nil {
		err = p.t.insertFacets()
	}
	return id, err
}

// flush stores the articles that were added, and holds them against the rules.
func (p *putting) flush() error {
	news := p.news
	p.news = p.news[:0]
	if len(news) == 0 {
		return nil
	}
	if err := p.articles(news); err != nil {
		return err
	}
	var state, ident, body, pending []any
	for i := range news {
		n := &news[i]
		state = append(state, n.id, p.src.key, n.at, p.src.hidden(), n.a.minutes)
		body = append(body, n.id, p.c.codec.packed(n.a))
		pending = append(pending, n.id)
		for _, h := range n.a.hashes {
			ident = append(ident, h, p.src.key, n.id)
		}
		for _, trait := range n.traits {
			p.t.facets = append(p.t.facets, facet{int64(trait), n.at, n.id})
		}
	}
	for _, rows := range []struct {
		into  string
		width int
		args  []any
	}{
		{"insert or fail into state(id, source, at, hidden, minutes) values", 5, state},
		{"insert or ignore into ident(hash, source, article) values", 3, ident},
		{"insert or fail into body(id, feed) values", 2, body},
		{"insert or fail into pending(id) values", 1, pending},
	} {
		if _, err := p.t.rows(rows.into, rows.width, rows.args); err != nil {
			return err
		}
	}
	p.s.fresh += len(news)
	p.uncounted += len(news)
	for i := range news {
		n := &news[i]
		if err := p.c.arrive(p.t, &arriving{key: n.id, id: n.ident, source: p.src, at: n.at, seen: p.now, best: &n.a.Article}, nil); err != nil {
			return err
		}
	}
	return nil
}

const (
	insertArticles = `insert or ignore into article(id, ident, source, guid, link, published, seen, feed_hash, traits,
		kicker, headline, standfirst, section, agencies, language, modified, access, lead, medium, duration, beside, want) values`
	articleWidth = 22
)

func (p *putting) row(args []any, n *newcomer) []any {
	a, h := n.a, &n.a.head
	return append(args, n.id, n.ident, p.src.key, a.GUID, a.Link, h.published, p.now, a.text, keyList(n.traits),
		h.kicker, h.headline, h.standfirst, h.section, h.agencies, h.language, h.modified, h.access, h.lead, h.medium, h.duration, a.beside, a.wantsPage())
}

// articles stores the rows of article. Where another article has an ID already, as it
// has by chance or in a feed whose entries all have one address, another is found.
func (p *putting) articles(news []newcomer) error {
	args := make([]any, 0, len(news)*articleWidth)
	for i := range news {
		args = p.row(args, &news[i])
	}
	stored, err := p.t.rows(insertArticles, articleWidth, args)
	if err != nil || stored == len(news) {
		return err
	}
	there := map[int64]bool{}
	if err := p.t.each("select id from article where id between ? and ?", []any{news[0].id, news[len(news)-1].id}, func(scan func(...any) error) error {
		var id int64
		err := scan(&id)
		there[id] = true
		return err
	}); err != nil {
		return err
	}
	for i := range news {
		n := &news[i]
		key := n.a.Key()
		for try := 0; !there[n.id]; try++ {
			n.ident = string(feed.NewID(p.src.sid, key))
			stored, err := p.t.rows(insertArticles, articleWidth, p.row(nil, n))
			if err != nil {
				return err
			}
			there[n.id] = stored == 1
			key = n.a.Key() + "\n" + n.a.GUID + "\n" + n.a.Headline + "\n" + strconv.Itoa(try)
		}
	}
	return nil
}

// facet says that an article has a trait.
type facet struct{ trait, at, article int64 }

// setFacets lists an article by its facets.
func (t *tx) setFacets(id, at int64, traits []Key) error {
	for _, trait := range traits {
		t.facets = append(t.facets, facet{int64(trait), at, id})
	}
	return t.insertFacets()
}

// insertFacets lists articles by the facets that were gathered: those of all that a
// transaction stores at once, in the order of the table, as they stand close together there.
func (t *tx) insertFacets() error {
	slices.SortFunc(t.facets, func(a, b facet) int { return cmp.Or(cmp.Compare(a.trait, b.trait), cmp.Compare(a.at, b.at)) })
	args := make([]any, 0, 3*len(t.facets))
	for _, f := range t.facets {
		args = append(args, f.trait, f.at, f.article)
	}
	t.facets = t.facets[:0]
	_, err := t.rows("insert or ignore into facet(trait, at, article) values", 3, args)
	return err
}

// rows inserts rows of so many columns each, as many at once as a few prepared
// statements allow, and tells how many were stored. What is to fail, and not to be ignored,
// is to say "or fail": the whole transaction is rolled back then, and SQLite need not
// keep each page as it was before the statement.
func (t *tx) rows(into string, width int, args []any) (stored int, err error) {
	for len(args) > 0 {
		n := 1
		for n < 64 && n*4*width <= len(args) {
			n *= 4
		}
		row := "(?" + strings.Repeat(", ?", width-1) + ")"
		k, err := t.exec(into+row+strings.Repeat(", "+row, n-1), args[:n*width]...)
		if err != nil {
			return stored, err
		}
		stored += k
		args = args[n*width:]
	}
	return stored, nil
}
