package cache

import (
	"context"
	"strings"
	"unicode/utf8"
)

// German builds words of words: who looks for "Steuer" means "Einkommensteuer",
// too. The long words of all headlines stand in a table of their own with an index of
// their trigrams; a search asks it for those that hold the word, and looks for them in
// the headlines as well. What a search leaves out (-word) is the word alone.

const (
	partMin       = 4  // letters of a word that is looked for in others
	headwordMin   = 8  // letters of a word that may hold others
	headwordMax   = 80 // bytes
	maxCompounds  = 48 // words that a search looks for beside the one
	headwordsSeen = 20_000
)

// keepHeadwords notes the long words of a headline.
func (t *tx) keepHeadwords(headline string) error {
	for _, w := range words(headline) {
		if len(w) < headwordMin || len(w) > headwordMax || utf8.RuneCountInString(w) < headwordMin {
			continue
		}
		w = foldWord(w)
		if t.w.headwords[w] {
			continue
		}
		n, err := t.exec("insert or ignore into headword(word) values(?)", w)
		if err != nil {
			return err
		}
		if n > 0 {
			if _, err := t.exec("insert into headword_part(rowid, word) select id, word from headword where word = ?", w); err != nil {
				return err
			}
		}
		t.w.noteHeadword(w)
	}
	return nil
}

// noteHeadword remembers a word that is in the table, so as not to ask for each of
// the few words that all papers use.
func (w *writer) noteHeadword(word string) {
	if len(w.headwords) >= headwordsSeen {
		clear(w.headwords)
	}
	w.headwords[word] = true
}

// expand adds to the single words of a filter the longer ones that hold them.
func (c *Cache) expand(ctx context.Context, n node) (node, error) {
	switch n := n.(type) {
	case andNode:
		of, err := c.expandAll(ctx, n.of)
		return andNode{of}, err
	case orNode:
		of, err := c.expandAll(ctx, n.of)
		return orNode{of}, err
	case textNode:
		if !n.partial() {
			return n, nil
		}
		var err error
		n.compounds, err = c.compounds(ctx, n.words[0])
		return n, err
	}
	return n, nil
}

func (c *Cache) expandAll(ctx context.Context, list []node) ([]node, error) {
	out := make([]node, len(list))
	for i, n := range list {
		var err error
		if out[i], err = c.expand(ctx, n); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// partial reports a word that is also looked for in the longer ones of headlines.
func (t textNode) partial() bool {
	return !t.whole && !t.prefix && len(t.words) == 1 && utf8.RuneCountInString(t.words[0]) >= partMin &&
		(t.columns == nil || len(t.columns) == 1 && t.columns[0] == partColumns[0])
}

// holds reports whether a headline's word is long enough to hold others, and holds a part.
func holds(word, part string) bool {
	return len(part) >= partMin && utf8.RuneCountInString(word) >= headwordMin && len(word) <= headwordMax && strings.Contains(word, part)
}

// compounds gives the headlines' words that hold a word, the shortest first.
func (c *Cache) compounds(ctx context.Context, word string) ([]string, error) {
	var conds []string
	var args []any
	seen := map[string]bool{}
	for _, s := range spellings(word) {
		if s = foldWord(s); utf8.RuneCountInString(s) < partMin || seen[s] {
			continue
		}
		seen[s] = true
		conds = append(conds, "select w.id, w.word from headword_part p cross join headword w on w.id = p.rowid where p.word like ?")
		args = append(args, "%"+s+"%")
	}
	if conds == nil {
		return nil, nil
	}
	var out []string
	err := c.query(ctx, "select distinct word from ("+strings.Join(conds, " union all ")+") order by length(word), id limit ?", append(args, maxCompounds),
		func(scan func(...any) error) error {
			var w string
			err := scan(&w)
			if !seen[w] {
				out = append(out, w)
			}
			return err
		})
	return out, err
}
