package cache

import (
	"context"
	"slices"
	"strconv"
	"strings"
)

// How a list is read: from which index, by which conditions, in which order.

// selection is a query ready to run.
type selection struct {
	with    []Key  // Query.Keep
	match   string // for the text index; "" without a search
	without string // for the text index, where match is "": what this finds is left out
	looks   []look // what it looks for, for snippets
	parts   []part // of the text index, the newest first
	dense   bool   // the search matches much: walk by date and look which match
	found   *found // what the search was seen to find
	whole   bool   // nothing but the text decides what is in the list
	from    string
	conds   []string
	args    []any // of conds
	more    []any // of from, before args
	order   Order
	limit   int
	skip    int
	unread,
	article bool // reads article a as well
	few bool // a tag decides the list, or an id: its articles are looked up
}

// compile reads the filter and chooses the index. A filter that asks for text first
// brings what waits into the text index.
func (c *Cache) compile(ctx context.Context, q Query) (*selection, error) {
	if f, err := parseQuery(q.Filter, clock{}); err == nil && !f.Empty() && asksText(f.root) {
		if err := c.prepareSearch(ctx, q.Now); err != nil {
			return nil, err
		}
	}
	return c.plan(ctx, q)
}

// plan is compile for whoever writes just now.
func (c *Cache) plan(ctx context.Context, q Query) (*selection, error) {
	f, err := parseQuery(q.Filter, clock{c.options.Now()})
	if err != nil {
		return nil, err
	}
	s := &selection{order: q.Order, limit: q.Limit, skip: q.Offset, unread: q.Unread}
	if q.Unread {
		s.with = q.Keep
	}
	var of []node
	b := builder{ctx: ctx, c: c}
	if !f.Empty() {
		if asksText(f.root) {
			if b.parts, err = c.searchParts(ctx); err != nil {
				return nil, err
			}
			s.looks, s.parts = looks(f.root), b.parts
		}
		of = conjuncts(f.root)
	}
	s.match, s.without, of = match(of)
	s.where(sight(of))
	s.few = tagged(of)
	if q.Starred {
		s.where("s.starred = 1")
	}
	if !q.Since.IsZero() {
		s.where("s.at >= ?", q.Since.Unix())
	}
	picked, err := b.pick(q, &of)
	if err != nil {
		return nil, err
	}
	lead := s.leadingFacet(picked, &of)
	for _, n := range of {
		sql, args, err := b.sql(n)
		if err != nil {
			return nil, err
		}
		s.where(sql, args...)
	}
	s.article = b.article
	if s.match != "" && s.order != BestHit {
		if s.dense, err = c.findsMuch(ctx, s); err != nil {
			return nil, err
		}
	}
	s.whole = slices.Equal(s.conds, []string{"s.hidden = 0"}) && picked == nil && lead == "" && !q.Unread
	s.choose(picked, lead)
	return s, nil
}

// sight says which articles a list can show: those that are not hidden, or those
// that rules have muted, or the reader has hidden, where the filter asks for them.
func sight(of []node) string {
	for _, n := range of {
		if c, ok := n.(condNode); ok && (c.sql == mutedSQL || c.sql == hiddenSQL) {
			return c.sql
		}
	}
	return "s.hidden = 0"
}

// tagged reports whether a condition on a tag decides the list, or the edition, or an id, or
// what was downloaded.
func tagged(of []node) bool {
	return slices.ContainsFunc(of, func(n node) bool {
		c, ok := n.(condNode)
		if ok {
			return c.sql == packedSQL || c.sql == idSQL || c.sql == downloadedSQL
		}
		_, ok = n.(tagNode)
		return ok
	})
}

func (s *selection) where(sql string, args ...any) {
	s.conds = append(s.conds, sql)
	s.args = append(s.args, args...)
}

// choose says which index the list is read from. Where the choice is left to
// SQLite, the condition that decides is a lookup by key.
func (s *selection) choose(picked *sources, lead string) {
	suffix := ""
	if s.unread {
		suffix = "_unread"
	}
	sparse := picked != nil && picked.articles*4 < picked.all && (s.limit == 0 || picked.articles < fewHits)
	muted := hasCond(s.conds, mutedSQL)
	switch {
	case s.few, muted, hasCond(s.conds, hiddenSQL):
		s.from = "state s"
		switch {
		case s.order == BySource:
			s.from = "state s cross join source o on o.id = s.source"
		case !s.few && s.match == "" && muted:
			s.from += " indexed by state_muted"
		case !s.few && s.match == "":
			s.from += " indexed by state_by_hand"
		}
	case picked != nil && picked.also && (picked.n == 1 || sparse) && (s.order != BySource || picked.n == 1):
		if s.order == BySource { // of one source: by date
			s.order = Newest
		}
		s.from = "state s"
		s.where("s.id in (select id from state where source in (" + picked.list + ") and hidden = 0 union all select article from also where source in (" + picked.list + "))")
		return
	case s.order == BySource && picked == nil && s.rare() != "":
		s.from = "state s indexed by " + s.rare() + " cross join source o on o.id = s.source"
		return
	case s.order == BySource:
		s.from = "source o cross join state s indexed by state_source" + suffix + " on s.source = o.id"
		s.where("o.removed = 0")
		if picked != nil {
			s.where("o.id in (" + picked.list + ")")
		}
		return
	case lead != "":
		s.from = "facet f cross join state s on s.id = f.article"
		s.conds = append([]string{"f.trait = (select id from trait where name = ?)"}, s.conds...)
		s.more = append(s.more, lead)
	case s.match != "" && !s.dense:
		s.from = "state s"
	case picked != nil && picked.n == 1:
		s.from = "state s indexed by state_source" + suffix
		s.where("s.source = " + picked.list)
		return
	case picked != nil && sparse:
		s.from = "state s indexed by state_source" + suffix
		s.where("s.source in (" + picked.list + ")")
		return
	case s.rare() != "":
		s.from = "state s indexed by " + s.rare()
	case s.unread || hasCond(s.conds, "s.read = 0"):
		s.from = "state s indexed by state_unread"
	default:
		s.from = "state s indexed by state_at"
	}
	if picked != nil {
		s.where(picked.cond())
	}
}

// rare gives the index of a mark that few articles have, "" where the list asks for none.
func (s *selection) rare() string {
	for _, m := range [...]struct{ cond, index string }{
		{"s.starred = 1", "state_starred"},
		{"s.light = 1", "state_light"},
		{"s.changed = 1", "state_changed"},
		{"s.held = 1", "state_held"},
	} {
		if hasCond(s.conds, m.cond) {
			return m.index
		}
	}
	return ""
}

func hasCond(conds []string, want string) bool {
	for _, c := range conds {
		if c == want {
			return true
		}
	}
	return false
}

// leadingFacet takes the facet out of the conditions that the list is read by: one
// that few articles have, unless a source or a search narrows the list more.
func (s *selection) leadingFacet(picked *sources, of *[]node) string {
	if picked != nil || s.few || s.match != "" || s.order == BySource || hasCond(s.conds, mutedSQL) || hasCond(s.conds, hiddenSQL) || hasCond(s.conds, "s.starred = 1") {
		return ""
	}
	for i, n := range *of {
		f, ok := n.(facetNode)
		if !ok {
			continue
		}
		rare := strings.HasPrefix(f.name, "agency=") || strings.HasPrefix(f.name, "section=") || f.name == "access=paywall" || f.name == "access=consent"
		if rare || !s.unread && len(*of) == 1 {
			*of = append((*of)[:i:i], (*of)[i+1:]...)
			return f.name
		}
	}
	return ""
}

var orders = [...]string{
	Newest:   "s.at desc, s.id desc",
	Oldest:   "s.at, s.id",
	BySource: "o.place, s.at desc, s.id desc",
	BestHit:  "s.at desc, s.id desc",
}

// ordering gives the order's SQL, with the columns of the index that is read.
func (s *selection) ordering() string {
	o := orders[Newest]
	if int(s.order) < len(orders) {
		o = orders[s.order]
	}
	if strings.HasPrefix(s.from, "facet") {
		o = strings.NewReplacer("s.at", "f.at", "s.id", "f.article").Replace(o)
	}
	return o
}

// body gives from and where, without the read flag.
func (s *selection) body(extra ...string) (string, []any) {
	args := append([]any{}, s.more...)
	from := s.from
	if s.article {
		from += " cross join article a on a.id = s.id"
	}
	conds := append(append([]string{}, s.conds...), extra...)
	args = append(args, s.args...)
	if s.match != "" {
		in, more := inIndex(s.parts, s.match)
		switch {
		case s.dense:
			in = "+" + in
		case s.found != nil: // all of it
			in, more = "s.id in (select value from json_each(?))", []any{keyList(s.found.keys(s.parts))}
		}
		conds = append(conds, in)
		args = append(args, more...)
	}
	if s.without != "" {
		in, more := inIndex(s.parts, s.without)
		conds = append(conds, "not "+in)
		args = append(args, more...)
	}
	return " from " + from + " where " + strings.Join(conds, " and "), args
}

// keys gives the select of the list's keys, in order.
func (s *selection) keys() (string, []any) {
	var query string
	var args []any
	switch {
	case s.unread && len(s.with) > 0:
		a, args1 := s.body("s.read = 0")
		kept := *s
		kept.from, kept.more, kept.conds = "state s", nil, s.conds
		if strings.HasPrefix(s.from, "facet") {
			kept.conds = append([]string{"exists(select 1 from facet f where f.trait = (select id from trait where name = ?) and f.at = s.at and f.article = s.id)"}, s.conds[1:]...)
			kept.more = s.more
		}
		column, order := "0 as place", "at desc, id desc"
		switch s.order {
		case BySource:
			kept.from, column, order = "state s cross join source o on o.id = s.source", "o.place as place", "place, at desc, id desc"
		case Oldest:
			order = "at, id"
		default:
		}
		b, args2 := kept.body("s.read = 1", "s.id in ("+joinKeys(s.with)+")")
		first := "select s.id as id, s.at as at, " + column + a
		if s.limit > 0 { // no more than these are sorted with the kept ones
			first = "select * from (" + first + " order by " + s.ordering() + " limit " + strconv.Itoa(s.limit+max(0, s.skip)) + ")"
		}
		query = "select id from (" + first + " union all select s.id, s.at, " + column + b + ") order by " + order
		args = append(args1, args2...)
	case s.unread:
		query, args = s.body("s.read = 0")
		query = "select s.id" + query + " order by " + s.ordering()
	default:
		query, args = s.body()
		query = "select s.id" + query + " order by " + s.ordering()
	}
	return s.page(query), args
}

func (s *selection) page(query string) string {
	if s.limit > 0 || s.skip > 0 {
		limit := s.limit
		if limit <= 0 {
			limit = -1
		}
		query += " limit " + strconv.Itoa(limit) + " offset " + strconv.Itoa(max(0, s.skip))
	}
	return query
}
