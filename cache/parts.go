package cache

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"modernc.org/sqlite"
)

// The search index is in parts, one table of FTS5 for 8192 keys. Ranking a hit needs to know how often its words
// are found in the whole table, and a phrase of small words, or the beginning of many, is found
// everywhere: what that costs has a bound then, as a search stops at the part that gave it enough. A rare
// word is looked for in each part, which costs by the part: a million articles have 122.
//
// The parts hold no text: what matched in an article is found in the article. Nobody writes into their
// own tables but FTS5. Earlier programs had parts of 2048 keys and larger ones; those stay as they are.

const (
	partBits = 11 // parts begin and end at a multiple of 2048 keys, a unit
	partSize = 4  // units of a new part
)

// part is a table of the search index. It holds the keys from n << partBits on, size << partBits of them.
type part struct {
	n, size, whole int64
	table          string
}

const partColumn = "n, size, whole, name"

func (p *part) scan(scan func(...any) error) error { return scan(&p.n, &p.size, &p.whole, &p.table) }

// holds reports whether an article's key is one of the part's.
func (p *part) holds(id int64) bool { return id>>partBits >= p.n && id>>partBits < p.n+p.size }

// keys are the part's first key and the one behind its last.
func (p *part) keys() (from, to int64) { return p.n << partBits, (p.n + p.size) << partBits }

// rankWeights weighs a hit by its column: a headline counts more than a body.
const rankWeights = "bm25(12, 6, 5, 4, 2, 1)"

// partOf gives the part that a key belongs to; there is false where it is not made yet.
func (t *tx) partOf(id int64) (p part, there bool, err error) {
	err = t.each("select "+partColumn+" from part where n <= ? order by n desc limit 1", []any{id >> partBits}, p.scan)
	return p, err == nil && p.table != "" && p.holds(id), err
}

// makePart gives the part that a key belongs to, and makes it where it is not there: of the usual size, or
// as large as there is room between those of an earlier program.
func (t *tx) makePart(id int64) (part, error) {
	before, there, err := t.partOf(id)
	if err != nil || there {
		return before, err
	}
	unit := id >> partBits
	first := unit - unit%partSize
	end := first + partSize
	if before.table != "" {
		first = max(first, before.n+before.size)
	}
	if err := t.row("select coalesce(min(n), ?1) from part where n > ?2 and n < ?1", []any{end, unit}, &end); err != nil {
		return part{}, err
	}
	p := part{n: first, size: end - first, table: partName + strconv.FormatInt(first, 10)}
	if _, err := t.exec("insert into part(n, size, name) values(?, ?, ?)", p.n, p.size, p.table); err != nil {
		return p, err
	}
	return p, t.script(`create virtual table ` + p.table + ` using fts5(headline, kicker, standfirst, byline, caption, body,
			content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
		insert into ` + p.table + `(` + p.table + `, rank) values('rank', '` + rankWeights + `'), ('hashsize', 8388608), ('automerge', 8)`)
}

// partName is how the names of the tables begin; before schema 8 it was search_.
const partName = "text_"

// dropPart takes a part out of the search index; its table goes later, see clearSpent. Who reads the list of parts
// before and searches afterwards asks again, see asked.
func (t *tx) dropPart(p *part) error {
	if _, err := t.exec("delete from part where n = ?", p.n); err != nil {
		return err
	}
	if err := t.dropStatements(p.table); err != nil {
		return err
	}
	return t.script(fmt.Sprintf("alter table %s rename to %s%016x", p.table, spentName, rand.Uint64()))
}

// A table that nothing is searched in any more is emptied before it is dropped: to drop a large one would
// keep a reader's mark waiting.
const (
	spentName  = "spent_" // how the names of such tables begin
	spentPages = 300      // that one transaction deletes
)

// tendParts clears away what is spent, then merges what is full, step by step; it tells whether there is more.
func (c *Cache) tendParts(ctx context.Context) (more bool, err error) {
	select {
	case c.digesting <- struct{}{}:
		defer func() { <-c.digesting }()
	case <-ctx.Done():
		return false, ctx.Err()
	}
	if more, err = c.clearSpent(ctx); more || err != nil {
		return more, err
	}
	return c.mergePart(ctx)
}

// clearSpent empties such a table step by step, drops it, and tells whether there is more to do.
func (c *Cache) clearSpent(ctx context.Context) (more bool, err error) {
	table := ""
	if err := c.all(ctx, "select name from sqlite_schema where type = 'table' and name glob ? and sql like 'create virtual%' limit 1", []any{spentName + "*"},
		func(scan func(...any) error) error { return scan(&table) }); err != nil || table == "" {
		return false, err
	}
	return true, c.write(ctx, c.fetched, func(t *tx) error {
		there := false
		if err := t.row("select exists(select 1 from sqlite_schema where name = ?)", []any{table}, &there); err != nil || !there {
			return err // another program was faster
		}
		left := 0
		if err := t.script("delete from "+table+"_data where id in (select id from "+table+"_data where id > 10 order by id limit ?)", spentPages); err != nil {
			return err
		}
		if err := t.adhoc("select count(*) from (select 1 from "+table+"_data limit 3)", nil, func(scan func(...any) error) error { return scan(&left) }); err != nil || left == 3 {
			return err
		}
		return t.script("drop table " + table)
	})
}

// A part is whole when it is full and merged into one piece. What is let go leaves it by a
// note that it is gone, so that its words keep their room until the part is merged
// again: whole counts on from 1 for each, and from mergeAfter that is worth while.
// A part whose articles are all gone goes.
const (
	goneBatch  = 200 // articles that are taken out of the index in one transaction
	mergeAfter = 256 // of each 2048 of a part
)

// dropGone takes some of what was let go out of the search index, and tells whether
// there is more.
func (t *tx) dropGone() (more bool, err error) {
	var list []int64
	if err := t.each("select id from gone limit ?", []any{goneBatch}, func(scan func(...any) error) error {
		var id int64
		err := scan(&id)
		list = append(list, id)
		return err
	}); err != nil {
		return false, err
	}
	touched := map[int64]part{}
	var p part
	there := false
	for _, id := range list {
		if !there || !p.holds(id) {
			if p, there, err = t.partOf(id); err != nil {
				return false, err
			}
		}
		if there {
			touched[p.n] = p
			if _, err := t.exec("delete from "+p.table+" where rowid = ?", id); err != nil {
				return false, err
			}
			if _, err := t.exec("update part set whole = whole + 1 where n = ? and whole > 0", p.n); err != nil {
				return false, err
			}
		}
		if _, err := t.exec("delete from gone where id = ?", id); err != nil {
			return false, err
		}
	}
	for _, p := range touched {
		if err := t.dropEmpty(&p); err != nil {
			return false, err
		}
	}
	return len(list) == goneBatch, nil
}

// dropEmpty drops a part that no article is in, and that none will come into.
func (t *tx) dropEmpty(p *part) error {
	var needed bool
	from, to := p.keys()
	if err := t.row("select ? = (select max(n) from part) or exists(select 1 from article where id >= ? and id < ?)",
		[]any{p.n, from, to}, &needed); err != nil || needed {
		return err
	}
	return t.dropPart(p)
}

// mergeStep is how many pages one step of a merge writes: a mark waits no longer than for that.
const mergeStep = 200

// mergePart makes one piece of the pieces of a part that is full, step by step, and
// tells whether there is more to do. It is smaller then, and searched faster.
func (c *Cache) mergePart(ctx context.Context) (more bool, err error) {
	var p part
	if err := c.all(ctx, "select "+partColumn+" from part where (whole = 0 or whole > size * ?) and n < (select max(n) from part) limit 1", []any{mergeAfter}, p.scan); err != nil || p.table == "" {
		return false, err
	}
	table := p.table
	return true, c.write(ctx, c.fetched, func(t *tx) error {
		// Another program may have changed or dropped it by now.
		if q, there, err := t.partOf(p.n << partBits); err != nil || !there || q != p {
			return err
		}
		var before, after int
		if err := t.row("select total_changes()", nil, &before); err != nil {
			return err
		}
		if err := t.script("insert into "+table+"("+table+", rank) values('merge', ?)", -mergeStep); err != nil {
			return err
		}
		if err := t.row("select total_changes()", nil, &after); err != nil || after-before >= 2 {
			return err
		}
		_, err := t.exec("update part set whole = 1 where n = ?", p.n)
		return err
	})
}

// index brings a text into a part of the search index, in the place of an older one.
func (t *tx) index(p *part, id int64, text *parts) error {
	_, err := t.exec("insert or replace into "+p.table+"(rowid, headline, kicker, standfirst, byline, caption, body) values(?, ?, ?, ?, ?, ?, ?)",
		id, text[0]+headParts(text[0]), text[1], text[2], text[3], text[4], text[5])
	return err
}

// clearIndex empties the search index; digest fills it again.
func (t *tx) clearIndex() error {
	var drop []part
	if err := t.each("select "+partColumn+" from part", nil, func(scan func(...any) error) error {
		var p part
		err := p.scan(scan)
		drop = append(drop, p)
		return err
	}); err != nil {
		return err
	}
	for i := range drop {
		if err := t.dropPart(&drop[i]); err != nil {
			return err
		}
	}
	return t.script("delete from gone; insert or ignore into pending(id) select id from body")
}

// searchParts lists the parts of the search index, the newest first.
func (c *Cache) searchParts(ctx context.Context) ([]part, error) {
	var out []part
	err := c.all(ctx, "select "+partColumn+" from part order by n desc", nil, func(scan func(...any) error) error {
		var p part
		err := p.scan(scan)
		out = append(out, p)
		return err
	})
	return out, err
}

// asked runs a search, and once more where a part of the index went meanwhile.
func asked(search func() error) error {
	for try := 0; ; try++ {
		err := search()
		var se *sqlite.Error
		if try == searchTries || !errors.As(err, &se) || !strings.Contains(se.Error(), "no such table: ") {
			return err
		}
	}
}

const searchTries = 5

// inIndex is the condition that a search over some parts finds s, with its arguments.
func inIndex(parts []part, match string) (string, []any) {
	if len(parts) == 0 {
		return "s.id = 0", nil // no article has this key
	}
	var b strings.Builder
	args := make([]any, len(parts))
	for i, p := range parts {
		if i > 0 {
			b.WriteString(" union all ")
		}
		fmt.Fprintf(&b, "select rowid from %[1]s where %[1]s match ?", p.table)
		args[i] = match
	}
	return "s.id in (" + b.String() + ")", args
}
