package cache

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"math/bits"
	"slices"
	"strings"

	"depesche/feed"
)

// Lists. A query becomes one select of keys that reads from an index in the
// list's order and stops at its limit; heads are fetched for those keys alone.

const (
	ranked    = 2000 // so many of the newest hits are ranked by BestHit
	fewHits   = 4000 // so many are looked up and sorted; of more, the list is walked by date
	muchOf    = 8    // so does a search that finds one in so many of a part
	snippetsN = 200  // so many rows get a snippet
)

// byRank reports a list in the order of rank, which bestKeys gives and not one select.
func (s *selection) byRank() bool { return s.order == BestHit && s.match != "" }

// walks reports a list that denseKeys gives, and not one select.
func (s *selection) walks() bool { return s.without != "" || s.match != "" && s.dense }

// bestKeys ranks the newest of the hits.
func (c *Cache) bestKeys(ctx context.Context, s *selection) ([]Key, error) {
	type ranking struct {
		key  Key
		at   int64
		rank float64
	}
	conds := append([]string{"%[1]s match ?"}, s.conds...)
	if s.unread {
		conds = append(conds, "s.read = 0")
	}
	from := "%[1]s t cross join state s on s.id = t.rowid"
	if s.article {
		from += " cross join article a on a.id = s.id"
	}
	var list []ranking
	for _, p := range s.parts {
		query := strings.ReplaceAll("select s.id, s.at, t.rank from "+from+" where "+strings.Join(conds, " and ")+
			" order by t.rowid desc limit ?", "%[1]s", p.table)
		args := append(append([]any{s.match}, s.args...), ranked-len(list))
		if err := c.query(ctx, query, args, func(scan func(...any) error) error {
			var r ranking
			err := scan(&r.key, &r.at, &r.rank)
			if p.holds(int64(r.key)) { // not those of one that an earlier program lets join this one just now
				list = append(list, r)
			}
			return err
		}); err != nil {
			return nil, err
		}
		if len(list) >= ranked {
			break
		}
	}
	slices.SortFunc(list, func(a, b ranking) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.at, a.at), cmp.Compare(b.key, a.key))
	})
	list = list[min(max(0, s.skip), len(list)):]
	if s.limit > 0 {
		list = list[:min(s.limit, len(list))]
	}
	keys := make([]Key, len(list))
	for i := range list {
		keys[i] = list[i].key
	}
	return keys, nil
}

// found is what a search finds, a bit for each key, of the parts of the index that were asked so far.
type found struct {
	c     *Cache
	match string
	bits  map[int64][]uint64 // by the part's n
}

func (c *Cache) find(match string) *found {
	return &found{c: c, match: match, bits: map[int64][]uint64{}}
}

// in tells how many articles of a part are found.
func (f *found) in(ctx context.Context, p *part) (int, error) {
	from, to := p.keys()
	have := f.bits[p.n]
	if have == nil {
		keys, err := f.c.packedKeys(ctx, "select rowid as id from "+p.table+" where "+p.table+" match ?", []any{f.match})
		if err != nil {
			return 0, err
		}
		have = make([]uint64, (to-from)/64)
		for _, k := range keys {
			if p.holds(int64(k)) { // not those of one that an earlier program lets join this one just now
				i := int64(k) - from
				have[i/64] |= 1 << (i % 64)
			}
		}
		f.bits[p.n] = have
	}
	n := 0
	for _, b := range have {
		n += bits.OnesCount64(b)
	}
	return n, nil
}

// has reports whether an article of some parts is found, and asks its part if need be.
func (f *found) has(ctx context.Context, parts []part, k Key) (bool, error) {
	i := slices.IndexFunc(parts, func(p part) bool { return p.holds(int64(k)) })
	if i < 0 {
		return false, nil
	}
	p := &parts[i]
	if f.bits[p.n] == nil {
		if _, err := f.in(ctx, p); err != nil {
			return false, err
		}
	}
	from, _ := p.keys()
	at := int64(k) - from
	return f.bits[p.n][at/64]>>(at%64)&1 == 1, nil
}

// keys gives what was found so far.
func (f *found) keys(parts []part) (out []Key) {
	for i := range parts {
		from, _ := parts[i].keys()
		for at, b := range f.bits[parts[i].n] {
			for ; b != 0; b &= b - 1 {
				out = append(out, Key(from)+Key(64*at+bits.TrailingZeros64(b)))
			}
		}
	}
	return out
}

// findsMuch reports whether a search finds so much, in the newest parts of the index, that a list is best
// walked by date.
func (c *Cache) findsMuch(ctx context.Context, s *selection) (bool, error) {
	s.found = c.find(s.match)
	total := 0
	for i := range s.parts {
		n, err := s.found.in(ctx, &s.parts[i])
		if err != nil {
			return false, err
		}
		if total += n; total >= fewHits || n >= int(s.parts[i].size)<<partBits/muchOf {
			return true, nil
		}
	}
	return false, nil
}

// denseKeys goes by a list's order and picks what a search finds that finds much, or what it does not find:
// more and more of the list at a time, until there is enough. What each part of the index finds is
// asked for when the first of its keys comes along.
func (c *Cache) denseKeys(ctx context.Context, s *selection) ([]Key, error) {
	all := *s
	all.match, all.without = "", ""
	f := s.found
	if s.without != "" {
		f = c.find(s.without)
	}
	var out []Key
	want := s.skip + s.limit
	for step, from := max(2*want, 200), 0; ; from, step = from+step, 4*step {
		all.skip, all.limit = from, step
		if s.limit == 0 {
			all.skip, all.limit = 0, 0
		}
		keys, err := c.selectKeys(ctx, &all)
		if err != nil {
			return nil, err
		}
		for _, k := range keys {
			has, err := f.has(ctx, s.parts, k)
			if err != nil {
				return nil, err
			}
			if has == (s.without == "") {
				out = append(out, k)
			}
		}
		if len(keys) < all.limit || all.limit == 0 || len(out) >= want {
			break
		}
	}
	out = out[min(s.skip, len(out)):]
	if s.limit > 0 {
		out = out[:min(s.limit, len(out))]
	}
	return out, nil
}

// chosen gives a select of a list's keys, for an action on all of them; compile is Cache.compile or plan.
func (c *Cache) chosen(ctx context.Context, q Query, compile func(context.Context, Query) (*selection, error)) (query string, args []any, err error) {
	err = asked(func() error {
		s, err := compile(ctx, q)
		if err != nil {
			return err
		}
		if s.parts == nil {
			query, args = s.keys()
			return nil
		}
		keys, err := c.selectKeys(ctx, s)
		query, args = "select value from json_each(?)", []any{keyList(keys)}
		return err
	})
	return query, args, err
}

// Keys gives the keys of the whole list in order, cheaper by far than its rows.
// With a search, BestHit ranks and gives the newest 2,000 hits.
func (c *Cache) Keys(ctx context.Context, q Query) ([]Key, error) {
	_, keys, err := c.listed(ctx, q)
	return keys, err
}

// listed compiles a query and gives its keys.
func (c *Cache) listed(ctx context.Context, q Query) (s *selection, keys []Key, err error) {
	err = asked(func() error {
		if s, err = c.compile(ctx, q); err != nil {
			return err
		}
		keys, err = c.selectKeys(ctx, s)
		return err
	})
	return s, keys, err
}

func (c *Cache) selectKeys(ctx context.Context, s *selection) ([]Key, error) {
	switch {
	case s.byRank():
		return c.bestKeys(ctx, s)
	case s.walks():
		return c.denseKeys(ctx, s)
	}
	query, args := s.keys()
	return c.packedKeys(ctx, query, args)
}

// packedKeys runs a select of keys, which come in one piece.
func (c *Cache) packedKeys(ctx context.Context, query string, args []any) ([]Key, error) {
	var packed sql.NullString
	err := c.query(ctx, "select group_concat(id) from ("+query+")", args, func(scan func(...any) error) error {
		return scan(&packed)
	})
	if err != nil || !packed.Valid {
		return nil, err
	}
	keys := make([]Key, 0, strings.Count(packed.String, ",")+1)
	var k Key
	for i := 0; i < len(packed.String); i++ { // a tenth of what parting and Atoi cost
		if b := packed.String[i]; b == ',' {
			keys = append(keys, k)
			k = 0
		} else {
			k = k*10 + Key(b-'0')
		}
	}
	return append(keys, k), nil
}

// Count tells how many articles the list holds; Limit and Offset do not count.
func (c *Cache) Count(ctx context.Context, q Query) (n int, err error) {
	q.Limit, q.Offset = 0, 0
	if q.Order == BestHit || q.Order == BySource {
		q.Order = Newest
	}
	if n, ok, err := c.quickCount(ctx, q); ok || err != nil {
		return n, err
	}
	err = asked(func() error { n, err = c.count(ctx, q); return err })
	return n, err
}

// count is Count by a select.
func (c *Cache) count(ctx context.Context, q Query) (n int, err error) {
	s, err := c.compile(ctx, q)
	if err != nil {
		return 0, err
	}
	if s.walks() {
		return c.countFound(ctx, s)
	}
	query, args := s.keys()
	if i := strings.LastIndex(query, " order by "); i >= 0 {
		query = query[:i]
	}
	err = c.query(ctx, "select count(*) from ("+query+")", args, func(scan func(...any) error) error { return scan(&n) })
	return n, err
}

// countFound counts a list that is walked.
func (c *Cache) countFound(ctx context.Context, s *selection) (n int, err error) {
	if !s.whole {
		keys, err := c.denseKeys(ctx, s)
		return len(keys), err
	}
	f := s.found
	if s.without != "" {
		f = c.find(s.without)
	}
	for i := range s.parts {
		in, err := f.in(ctx, &s.parts[i])
		if err != nil {
			return 0, err
		}
		n += in
	}
	// What is out of sight, or no longer there, is in the index, too.
	err = c.all(ctx, `select id from state where hidden = 2 union all select id from state indexed by state_by_hand where hidden in (4, 6)
		union all select s.id from source o cross join state s indexed by state_all on s.source = o.id where o.removed <> 0 and s.hidden & 1
		union all select id from gone`, nil, func(scan func(...any) error) error {
		var k Key
		if err := scan(&k); err != nil {
			return err
		}
		has, err := f.has(ctx, s.parts, k)
		if has {
			n--
		}
		return err
	})
	if err != nil || s.without == "" {
		return n, err
	}
	total, _, err := c.quickCount(ctx, Query{})
	return total - n, err
}

// quickCount reads the counters where they answer the question.
func (c *Cache) quickCount(ctx context.Context, q Query) (n int, ok bool, err error) {
	if strings.TrimSpace(q.Filter) != "" || q.Starred || !q.Since.IsZero() || len(q.Folder) > 0 || len(q.Keep) > 0 {
		return 0, false, nil
	}
	column := "total"
	if q.Unread {
		column = "unread"
	}
	if q.Source == "" {
		err = c.one(ctx, "select coalesce(sum("+column+"), 0) from source where removed = 0", nil, &n)
		return n, true, err
	}
	err = c.one(ctx, "select "+column+" + also_"+column+" from source where sid = ? and removed = 0", []any{string(q.Source)}, &n)
	if errors.Is(err, ErrNotFound) {
		return 0, true, nil
	}
	return n, true, err
}

// List gives the rows of a list. With a search, the first 200 of them say where
// it matched.
func (c *Cache) List(ctx context.Context, q Query) ([]Row, error) {
	s, keys, err := c.listed(ctx, q)
	if err != nil {
		return nil, err
	}
	rows, err := c.Rows(ctx, keys)
	if err != nil || s.match == "" {
		return rows, err
	}
	found, err := c.snippets(ctx, s.looks, keys[:min(len(keys), snippetsN)])
	for i := range rows {
		rows[i].Snippet = found[rows[i].Key]
	}
	return rows, err
}

// Snippets says where a search matched in some of its rows, for lists that are
// shown window by window; it gives nothing for a filter without text.
func (c *Cache) Snippets(ctx context.Context, filter string, keys []Key) (map[Key]string, error) {
	f, err := parseQuery(filter, clock{c.options.Now()})
	if err != nil || f.Empty() || !asksText(f.root) {
		return nil, err
	}
	return c.snippets(ctx, looks(f.root), keys)
}

// asksText reports whether a filter needs the text index.
func asksText(n node) bool {
	switch n := n.(type) {
	case textNode:
		return true
	case notNode:
		return asksText(n.of)
	case andNode:
		return slices.ContainsFunc(n.of, asksText)
	case orNode:
		return slices.ContainsFunc(n.of, asksText)
	}
	return false
}

// awaitIndex brings what waits into the text index; after a while it leaves the
// rest to the background: what is in it can be searched.
func (c *Cache) awaitIndex(ctx context.Context) error {
	patience, cancel := context.WithTimeout(ctx, searchWait)
	defer cancel()
	if err := c.digestAll(patience); err != nil && patience.Err() == nil {
		c.options.Log.Warn("search index", "err", err)
	}
	return ctx.Err()
}

// prepareSearch is awaitIndex, or with now only as much of it as a reader does not notice: a long
// digest goes on in the background.
func (c *Cache) prepareSearch(ctx context.Context, now bool) error {
	if !now {
		return c.awaitIndex(ctx)
	}
	waiting, err := c.waiting(ctx, digestBatch+1)
	switch {
	case err != nil || waiting == 0:
		return err
	case waiting <= digestBatch:
		patience, cancel := context.WithTimeout(ctx, searchNow)
		defer cancel()
		if err := c.digestAll(patience); err != nil && patience.Err() == nil {
			c.options.Log.Warn("search index", "err", err)
		}
	default:
		c.digestSoon()
	}
	return ctx.Err()
}

// Waiting tells how many articles a search by this filter does not know yet, because they
// are not in the search index; 0 where the filter asks for no text.
func (c *Cache) Waiting(ctx context.Context, filter string) (int, error) {
	f, err := parseQuery(filter, clock{c.options.Now()})
	if err != nil || f.Empty() || !asksText(f.root) {
		return 0, err
	}
	return c.waiting(ctx, -1)
}

// waiting counts what waits for the search index, up to a limit.
func (c *Cache) waiting(ctx context.Context, limit int) (n int, err error) {
	err = c.one(ctx, "select count(*) from (select 1 from pending limit ?)", []any{limit}, &n)
	return n, err
}

// Resolve finds the article with an id or with the beginning of one;
// ErrNotFound if there is none, ErrAmbiguous if there are several.
func (c *Cache) Resolve(ctx context.Context, prefix string) (feed.ID, error) {
	prefix = strings.ToLower(strings.TrimSpace(prefix))
	if prefix == "" {
		return "", ErrNotFound
	}
	var found []feed.ID
	err := c.all(ctx, "select ident from article where ident >= ? and ident < ? order by ident limit 2", []any{prefix, prefix + "~"},
		func(scan func(...any) error) error {
			var id feed.ID
			err := scan(&id)
			found = append(found, id)
			return err
		})
	switch {
	case err != nil:
		return "", err
	case len(found) == 0:
		return "", ErrNotFound
	case len(found) > 1 && string(found[0]) != prefix:
		return "", ErrAmbiguous
	}
	return found[0], nil
}
