package cache

import (
	"context"
	"fmt"
	"strconv"
	"strings"
)

// The search index is in parts, one table for each 8192 keys. Ranking a hit
// needs to know how often its words are found in the whole table, and a phrase of
// small words, or the beginning of many, is found everywhere: what that costs has
// a bound then, as a search stops at the part that gave it enough.
//
// The parts hold no text: what matched in an article is found in the article.

const partBits = 13

func partOf(id int64) int64 { return id >> partBits }

func partTable(n int64) string { return "search_" + strconv.FormatInt(n, 10) }

// rankWeights weighs a hit by its column: a headline counts more than a body.
const rankWeights = "bm25(12, 6, 5, 4, 2, 1)"

// makePart makes a part of the search index unless it is there.
func (t *tx) makePart(n int64) error {
	made, err := t.exec("insert or ignore into part(n) values(?)", n)
	if err != nil || made == 0 {
		return err
	}
	table := partTable(n)
	return t.script(`create virtual table ` + table + ` using fts5(headline, kicker, standfirst, byline, caption, body,
			content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
		insert into ` + table + `(` + table + `, rank) values('rank', '` + rankWeights + `'), ('hashsize', 8388608), ('automerge', 8)`)
}

// A part is whole when it is full and merged into one piece. What is let go leaves it by a
// note that it is gone, so that its words keep their room until the part is merged
// again: whole counts on from 1 for each, and from mergeAfter that is worth while.
// A part whose articles are all gone is emptied.
const (
	goneBatch  = 200  // articles that are taken out of the index in one transaction
	mergeAfter = 1000 // of the 8192 of a part
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
	touched := map[int64]bool{}
	for _, id := range list {
		n := partOf(id)
		there := touched[n]
		if !there {
			if err := t.row("select exists(select 1 from part where n = ?)", []any{n}, &there); err != nil {
				return false, err
			}
			touched[n] = there
		}
		if there {
			if _, err := t.exec("delete from "+partTable(n)+" where rowid = ?", id); err != nil {
				return false, err
			}
			if _, err := t.exec("update part set whole = whole + 1 where n = ? and whole > 0", n); err != nil {
				return false, err
			}
		}
		if _, err := t.exec("delete from gone where id = ?", id); err != nil {
			return false, err
		}
	}
	for n, there := range touched {
		if there {
			if err := t.dropEmpty(n); err != nil {
				return false, err
			}
		}
	}
	return len(list) == goneBatch, nil
}

// dropEmpty empties a part that no article is in, and that none will come into. The
// table stays: another program may be about to search it.
func (t *tx) dropEmpty(n int64) error {
	var needed bool
	if err := t.row("select whole = 1 or n = (select max(n) from part) or exists(select 1 from article where id >= ? and id < ?) from part where n = ?",
		[]any{n << partBits, (n + 1) << partBits, n}, &needed); err != nil || needed {
		return err
	}
	if err := t.script("insert into " + partTable(n) + "(" + partTable(n) + ") values('delete-all')"); err != nil {
		return err
	}
	_, err := t.exec("update part set whole = 1 where n = ?", n)
	return err
}

// mergeStep is how many pages one step of a merge writes: a mark waits no longer than for that.
const mergeStep = 400

// mergePart makes one piece of the pieces of a part that is full, step by step, and
// tells whether there is more to do. It is smaller then, and searched faster.
func (c *Cache) mergePart(ctx context.Context) (more bool, err error) {
	n, found := int64(0), false
	if err := c.all(ctx, "select n from part where (whole = 0 or whole > ?) and n < (select max(n) from part) limit 1", []any{mergeAfter}, func(scan func(...any) error) error {
		found = true
		return scan(&n)
	}); err != nil || !found {
		return false, err
	}
	table := partTable(n)
	return true, c.write(ctx, c.fetched, func(t *tx) error {
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
		_, err := t.exec("update part set whole = 1 where n = ?", n)
		return err
	})
}

// index brings a text into the search index, in the place of an older one.
func (t *tx) index(id int64, p *parts) error {
	_, err := t.exec("insert or replace into "+partTable(partOf(id))+
		"(rowid, headline, kicker, standfirst, byline, caption, body) values(?, ?, ?, ?, ?, ?, ?)", id, p[0]+headParts(p[0]), p[1], p[2], p[3], p[4], p[5])
	return err
}

// clearIndex empties the search index; digest fills it again.
func (t *tx) clearIndex() error {
	var drop []int64
	if err := t.each("select n from part", nil, func(scan func(...any) error) error {
		var n int64
		err := scan(&n)
		drop = append(drop, n)
		return err
	}); err != nil {
		return err
	}
	for _, n := range drop {
		if err := t.script("drop table " + partTable(n)); err != nil {
			return err
		}
	}
	return t.script("delete from part; delete from gone; insert or ignore into pending(id) select id from body")
}

// searchParts lists the parts of the search index, the newest first.
func (c *Cache) searchParts(ctx context.Context) ([]int64, error) {
	var out []int64
	err := c.all(ctx, "select n from part order by n desc", nil, func(scan func(...any) error) error {
		var n int64
		err := scan(&n)
		out = append(out, n)
		return err
	})
	return out, err
}

// inIndex is the condition that a search over some parts finds s, with its arguments.
func inIndex(parts []int64, match string) (string, []any) {
	if len(parts) == 0 {
		return "s.id = 0", nil // no article has this key
	}
	var b strings.Builder
	args := make([]any, len(parts))
	for i, n := range parts {
		if i > 0 {
			b.WriteString(" union all ")
		}
		fmt.Fprintf(&b, "select rowid from %[1]s where %[1]s match ?", partTable(n))
		args[i] = match
	}
	return "s.id in (" + b.String() + ")", args
}

// hits counts what a search finds, up to a limit, in the newest parts first.
func (c *Cache) hits(ctx context.Context, parts []int64, match string, limit int) (int, error) {
	total := 0
	for _, n := range parts {
		table, count := partTable(n), 0
		if err := c.query(ctx, "select count(*) from (select rowid from "+table+" where "+table+" match ? limit ?)", []any{match, limit - total},
			func(scan func(...any) error) error { return scan(&count) }); err != nil {
			return 0, err
		}
		if total += count; total >= limit {
			break
		}
	}
	return total, nil
}
