package cache

import (
	"net/url"
	"strings"

	"depesche/feed"
)

// Publishers have many feeds, and one article stands in several of them. It is one
// article: it stands in the source that brought it first, is read once, and the others
// have it, too (table also). What tells is its address.

// countAlso counts anew what sources have besides.
const countAlso = `update source set
	also_total = (select count(*) from also l join state s on s.id = l.article where l.source = source.id and s.hidden = 0),
	also_unread = (select count(*) from also l join state s on s.id = l.article where l.source = source.id and s.hidden = 0 and s.read = 0)`

// ofSisters finds articles that are new in this source and known from another of its publisher.
func (p *putting) ofSisters(list []arrival, ids []int64) error {
	at := map[int64]int{}
	var links []Key
	for i := range list {
		if ids[i] == none && list[i].link != 0 {
			at[list[i].link] = i
			links = append(links, Key(list[i].link))
		}
	}
	if links == nil {
		return nil
	}
	return p.t.each(`select i.hash, i.article, o.url, o.site from ident i cross join article a on a.id = i.article cross join source o on o.id = a.source
		where i.hash in (select value from json_each(?)) and a.source <> ? and o.removed = 0 and o.sample = ? and o.remote = ?`,
		[]any{keyList(links), p.src.key, p.src.sample, p.src.remote}, func(scan func(...any) error) error {
			var hash, id int64
			var address, site string
			err := scan(&hash, &id, &address, &site)
			if i := at[hash]; err == nil && ids[i] == none && samePublisher([]string{p.src.src.URL, p.src.src.Site}, []string{address, site}) {
				ids[i] = id
			}
			return err
		})
}

// share notes that this source has an article, too, that stands in another one. Its
// text is that one's; that it is still in a feed keeps it from being let go.
func (p *putting) share(id int64, h *held, a *arrival) error {
	if err := p.t.identify(p.src.key, id, a.hashes); err != nil {
		return err
	}
	if h.dropped != 0 {
		if _, err := p.t.exec("update article set dropped = 0 where id = ?", id); err != nil {
			return err
		}
	}
	_, err := p.t.exec("insert or ignore into also(source, at, article) select ?, at, id from state where id = ?", p.src.key, id)
	return err
}

// moveShared moves the articles of a source that is removed to others that have them, and tells which and where to.
func (t *tx) moveShared(sid feed.SourceID) (gone []moved, err error) {
	type move struct{ id, at, from, to int64 }
	var list []move
	if err := t.each(`select l.article, l.at, s.source, min(l.source) from source o cross join state s on s.source = o.id
		cross join also l on l.article = s.id cross join source x on x.id = l.source
		where o.sid = ? and x.removed = 0 and exists(select 1 from also) group by l.article`, []any{string(sid)}, func(scan func(...any) error) error {
		var m move
		err := scan(&m.id, &m.at, &m.from, &m.to)
		list = append(list, m)
		return err
	}); err != nil {
		return nil, err
	}
	for _, m := range list {
		gone = append(gone, moved{ID: m.id, From: m.from, To: m.to})
		for _, step := range []struct {
			query string
			args  []any
		}{
			{"delete from also where source = ? and at = ? and article = ?", []any{m.to, m.at, m.id}},
			{"update article set source = ? where id = ?", []any{m.to, m.id}},
			{"update state set source = ? where id = ?", []any{m.to, m.id}},
			{"insert or ignore into also(source, at, article) values(?, ?, ?)", []any{m.from, m.at, m.id}},
		} {
			if _, err := t.exec(step.query, step.args...); err != nil {
				return nil, err
			}
		}
	}
	return gone, nil
}

// samePublisher reports whether addresses are of one publisher: rss.blatt.example and
// www.blatt.example are.
func samePublisher(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if p := publisher(x); p != "" && p == publisher(y) {
				return true
			}
		}
	}
	return false
}

// publisher is the name a publisher has registered, as far as that can be told without a list
// of all registries: the last two labels, or three where the second is short as in "co.uk".
func publisher(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	labels := strings.Split(host, ".")
	n := len(labels)
	if n < 3 || strings.Trim(host, "0123456789.:[]") == "" {
		return u.Host // with its port: a number is no name
	}
	if len(labels[n-2]) <= 3 {
		return strings.Join(labels[n-3:], ".")
	}
	return strings.Join(labels[n-2:], ".")
}
