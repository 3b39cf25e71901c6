package cache

import (
	"fmt"
	"net/url"
	"strings"

	"depesche/feed"
)

// mend makes what was carried over consistent. A lost row takes no other one along: it is made
// anew from those that refer to it.
func (s *salvage) mend() error {
	steps := []func() error{
		s.mendArticles, s.mendSources, s.mendStates,
		func() error {
			return s.exec(`
				delete from body where id not in (select id from article);
				insert or ignore into pending(id) select id from body;
				delete from gone;
				delete from state where id not in (select id from article);
				update state set source = (select source from article a where a.id = state.id) where source <> (select source from article a where a.id = state.id);
				delete from ident where article not in (select id from article);
				delete from expired where source not in (select id from source);
				delete from revision where article not in (select id from article);
				delete from download where article not in (select id from article);
				delete from outbox where article not in (select id from article);
				delete from met where article not in (select id from article) or rule not in (select id from rule);
				delete from packed where article not in (select id from article);
				delete from tagged where article not in (select id from article) or tag not in (select id from tag);
				update state set hidden = hidden | 1 where hidden & 1 = 0 and source in (select id from source where removed > 0);
				update source set total = (select count(*) from state s where s.source = source.id and hidden = 0),
					unread = (select count(*) from state s where s.source = source.id and hidden = 0 and read = 0);
				delete from also where article not in (select id from state) or source not in (select id from source);
				` + countAlso + `;
				update article set story = 0 where story not in (select id from article)`)
		},
		s.mendIdentities,
		func() error { return s.c.fetched.run(s.ctx, s.c.mendHeads) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// mendArticles makes articles for texts whose articles are lost; mendHeads finds their headlines.
func (s *salvage) mendArticles() error {
	type lost struct{ id, source int64 }
	var list []lost
	if err := s.each(`select b.id, coalesce(s.source, 0) from body b left join state s on s.id = b.id where b.id not in (select id from article)`, func(scan func(...any) error) error {
		var x lost
		err := scan(&x.id, &x.source)
		list = append(list, x)
		return err
	}); err != nil {
		return err
	}
	for _, x := range list {
		ident := feed.NewID("lost", fmt.Sprint(x.id))
		if err := s.exec("insert or ignore into article(id, ident, source) values(?, ?, ?)", x.id, string(ident), x.source); err != nil {
			return err
		}
	}
	return nil
}

// mendSources makes sources for articles whose sources are lost: one for each, called by the site that
// its articles are of, which nobody asks.
func (s *salvage) mendSources() error {
	links := map[int64]map[string]int{}
	if err := s.each("select source, link from article where source not in (select id from source)", func(scan func(...any) error) error {
		var source int64
		var link string
		err := scan(&source, &link)
		if links[source] == nil {
			links[source] = map[string]int{}
		}
		if u, perr := url.Parse(link); perr == nil && u.Host != "" {
			links[source][u.Host]++
		}
		return err
	}); err != nil {
		return err
	}
	for source, hosts := range links {
		best := ""
		for h, n := range hosts {
			if n > hosts[best] || n == hosts[best] && h < best {
				best = h
			}
		}
		address := "https://" + best + "/"
		var taken int
		if err := s.conn.QueryRowContext(s.ctx, "select count(*) from source where address = ?", address).Scan(&taken); err != nil {
			return err
		}
		if best == "" || taken > 0 {
			address = fmt.Sprintf("https://lost-%d.invalid/", source)
		}
		title := best
		if title == "" {
			title = strings.TrimSuffix(strings.TrimPrefix(address, "https://"), "/")
		}
		if err := s.exec(`insert into source(id, sid, url, address, site, title, gone, added, place) values(nullif(?, 0), ?, ?, ?, ?, ?, 1, ?, (select coalesce(max(place), 0) + 1 from source))`,
			source, string(feed.NewSourceID(fmt.Sprint("lost ", source))), address, address, address, title, s.c.now()); err != nil {
			return err
		}
		if source == 0 { // no key is 0
			if err := s.exec("update article set source = (select max(id) from source) where source = 0; update state set source = (select max(id) from source) where source = 0"); err != nil {
				return err
			}
		}
	}
	if err := s.exec("update source set gone = 1, title = ? where address = ?", s.c.options.SavedTitle, savedURL); err != nil {
		return err
	}
	return s.exec(`create temp table places as select id, row_number() over (order by place) as n from source;
		update source set place = -(select n from temp.places p where p.id = source.id);
		update source set place = -place;
		drop table temp.places`)
}

// mendStates makes states for articles whose states are lost: unread, where they were published.
func (s *salvage) mendStates() error {
	return s.exec(`insert into state(id, source, at) select id, source, iif(published > 0, published, seen) from article where id not in (select id from state)`)
}

// mendIdentities makes articles known again to their feeds whose names are lost, so that they do not come twice.
func (s *salvage) mendIdentities() error {
	type row struct {
		id int64
		a  feed.Article
	}
	of := map[int64][]row{}
	if err := s.each("select id, source, guid, link, headline, published from article where id not in (select article from ident) order by id desc", func(scan func(...any) error) error {
		var r row
		var source, at int64
		err := scan(&r.id, &source, &r.a.GUID, &r.a.Link, &r.a.Headline, &at)
		r.a.Published = moment(at)
		of[source] = append(of[source], r)
		return err
	}); err != nil {
		return err
	}
	return s.c.fetched.run(s.ctx, func(t *tx) error {
		for source, rows := range of {
			articles := make([]feed.Article, len(rows))
			for i := range rows {
				articles[i] = rows[i].a
			}
			hashes, _, _ := identities(articles)
			for i := range rows {
				for _, h := range hashes[i] {
					if _, err := t.exec("insert or ignore into ident(hash, source, article) values(?, ?, ?)", h, source, rows[i].id); err != nil {
						return err
					}
				}
			}
		}
		return nil
	})
}

// mendHeads gives articles whose rows were lost the heads that stand in their texts.
func (c *Cache) mendHeads(t *tx) error {
	type row struct {
		id, at             int64
		fromFeed, fromPage []byte
	}
	var list []row
	if err := t.each(`select a.id, s.at, b.feed, b.page from article a join state s on s.id = a.id join body b on b.id = a.id
		where a.headline = '' and a.link = '' and a.published = 0`, nil, func(scan func(...any) error) error {
		var r row
		err := scan(&r.id, &r.at, &r.fromFeed, &r.fromPage)
		list = append(list, r)
		return err
	}); err != nil {
		return err
	}
	for i := range list {
		r := &list[i]
		best, err := c.codec.best(r.fromFeed, r.fromPage)
		if err != nil {
			continue // it is kept
		}
		if err := c.setText(t, r.id, r.at, &best, r.fromFeed, r.fromPage); err != nil {
			return err
		}
		if _, err := t.exec("update article set link = ?, page_at = iif(?, max(page_at, 1), page_at), want = 0 where id = ?", best.Link, len(r.fromPage) > 0, r.id); err != nil {
			return err
		}
		if r.at == 0 {
			if _, err := t.exec("update state set at = ? where id = ?", stamp(best.Published), r.id); err != nil {
				return err
			}
		}
	}
	return nil
}
