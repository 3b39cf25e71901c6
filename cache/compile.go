package cache

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// builder turns the nodes of a filter into conditions on state s, and article a
// where they ask for it.
type builder struct {
	ctx     context.Context
	c       *Cache
	article bool   // a condition names a
	parts   []part // of the search index
	list    []sourceState
	loaded  bool
}

func conjuncts(n node) []node {
	a, ok := n.(andNode)
	if !ok {
		return []node{n}
	}
	var out []node
	for _, m := range a.of {
		out = append(out, conjuncts(m)...)
	}
	return out
}

// sql gives a node's condition.
func (b *builder) sql(n node) (string, []any, error) {
	switch n := n.(type) {
	case andNode:
		m, without, rest := match(conjuncts(n))
		if m != "" {
			in, args := inIndex(b.parts, m)
			rest = append(rest, condNode{sql: in, args: args})
		}
		if without != "" {
			in, args := inIndex(b.parts, without)
			rest = append(rest, condNode{sql: "not " + in, args: args})
		}
		return b.join(rest, " and ")
	case orNode:
		if m, ok := textOf(n); ok {
			in, args := inIndex(b.parts, m)
			return in, args, nil
		}
		return b.join(n.of, " or ")
	case notNode:
		s, args, err := b.sql(n.of)
		return "not (" + s + ")", args, err
	case textNode:
		in, args := inIndex(b.parts, n.fts())
		return in, args, nil
	case regexNode:
		b.article = true
		return "matches(?, a.headline)", []any{n.pattern}, nil
	case facetNode:
		return "exists(select 1 from facet g where g.trait = (select id from trait where name = ?) and g.at = s.at and g.article = s.id)", []any{n.name}, nil
	case condNode:
		b.article = b.article || strings.Contains(n.sql, "a.")
		return n.sql, n.args, nil
	case tagNode:
		return "s.id in (select article from tagged where tag = (select id from tag where folded = ?))", []any{n.folded}, nil
	case sourceNode:
		p, err := b.named(n)
		if err != nil {
			return "", nil, err
		}
		return p.cond(), nil, nil
	}
	return "", nil, fmt.Errorf("query: no condition for %T", n)
}

func (b *builder) join(of []node, op string) (string, []any, error) {
	var parts []string
	var args []any
	for _, n := range of {
		s, a, err := b.sql(n)
		if err != nil {
			return "", nil, err
		}
		parts = append(parts, s)
		args = append(args, a...)
	}
	return "(" + strings.Join(parts, op) + ")", args, nil
}

// sources is a choice of sources with what is known of its size.
type sources struct {
	list          string // keys, for SQL
	n             int
	articles, all int
	also          bool // some have articles that stand in other sources
}

// cond is the condition that s is in one of the sources.
func (p *sources) cond() string {
	if !p.also {
		return "+s.source in (" + p.list + ")"
	}
	return "(+s.source in (" + p.list + ") or s.id in (select article from also where source in (" + p.list + ")))"
}

func (b *builder) load() error {
	if b.loaded {
		return nil
	}
	b.loaded = true
	return b.c.all(b.ctx, "select id, sid, url, title, name, folder, total, also_total from source where removed = 0", nil, func(scan func(...any) error) error {
		var s sourceState
		err := scan(&s.key, &s.sid, &s.src.URL, &s.feedTitle, &s.name, &s.folderField, &s.total, &s.alsoTotal)
		s.src.Folder = unpackFolder(s.folderField)
		b.list = append(b.list, s)
		return err
	})
}

// choose collects the sources a test lets through.
func (b *builder) choose(ok func(*sourceState) bool) (*sources, error) {
	if err := b.load(); err != nil {
		return nil, err
	}
	var p sources
	var keys []string
	for i := range b.list {
		s := &b.list[i]
		p.all += s.total
		if ok(s) {
			keys = append(keys, strconv.FormatInt(s.key, 10))
			p.articles += s.total + s.alsoTotal
			p.also = p.also || s.alsoTotal > 0
		}
	}
	p.n, p.list = len(keys), strings.Join(keys, ",")
	if p.n == 0 {
		p.n, p.list = 1, "-1" // no source has this key
	}
	return &p, nil
}

// named finds the sources that a reader means: by id, by title or address, or
// by folder. Every word must begin a word of the title.
func (b *builder) named(n sourceNode) (*sources, error) { return b.choose(n.names) }

func (n sourceNode) names(s *sourceState) bool {
	if n.folder {
		path := foldWord(strings.Join(s.src.Folder, "/"))
		value := strings.Trim(foldWord(n.value), "/")
		return path == value || strings.HasPrefix(path, value+"/") || slices.Contains(strings.Split(path, "/"), value)
	}
	if string(s.sid) == n.value {
		return true
	}
	value, title := foldWord(n.value), foldWord(s.title())
	if strings.Contains(foldWord(s.src.URL), value) || strings.Contains(title, value) {
		return true
	}
	want, have := words(value), words(title)
	for _, w := range want {
		if !slices.ContainsFunc(have, func(h string) bool { return strings.HasPrefix(h, w) }) {
			return false
		}
	}
	return len(want) > 0
}

// pick narrows the list to sources, by Query.Source, Query.Folder and the filter's
// source: conditions, which it takes out; nil where nothing does.
func (b *builder) pick(q Query, of *[]node) (*sources, error) {
	var tests []sourceNode
	var rest []node
	for _, n := range *of {
		if s, ok := n.(sourceNode); ok {
			tests = append(tests, s)
		} else {
			rest = append(rest, n)
		}
	}
	*of = rest
	if q.Source == "" && len(q.Folder) == 0 && tests == nil {
		return nil, nil
	}
	var named []string
	for _, t := range tests {
		p, err := b.named(t)
		if err != nil {
			return nil, err
		}
		named = append(named, ","+p.list+",")
	}
	return b.choose(func(s *sourceState) bool {
		if q.Source != "" && s.sid != q.Source {
			return false
		}
		if len(s.src.Folder) < len(q.Folder) || !slices.Equal(s.src.Folder[:len(q.Folder)], q.Folder) {
			return false
		}
		for _, list := range named {
			if !strings.Contains(list, ","+strconv.FormatInt(s.key, 10)+",") {
				return false
			}
		}
		return true
	})
}

func joinKeys(keys []Key) string {
	out := make([]byte, 0, 7*len(keys))
	for i, k := range keys {
		if i > 0 {
			out = append(out, ',')
		}
		out = strconv.AppendInt(out, int64(k), 10)
	}
	return string(out)
}

// keyList is a list of keys for json_each.
func keyList(keys []Key) string { return "[" + joinKeys(keys) + "]" }
