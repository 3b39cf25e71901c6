package cache

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"depesche/feed"
)

// The marks around a hit in Row.Snippet.
const (
	HitStart = "\x02"
	HitEnd   = "\x03"
)

const (
	snippetTokens = 24 // words of a snippet
	snippetLead   = 5  // of them, before the first hit
	snippetLanes  = 4  // texts that are taken apart at a time
)

// look is a text that a search looks for: one of its spellings will do.
type look struct {
	columns []int      // of parts; nil: all
	phrases [][]string // folded words
	prefix  bool       // the last word is a beginning
	apart   bool       // the words need not stand together
	within  []string   // in a headline, words that hold one of these will do, too
}

// partColumns are the parts of split, by the search index's names for them.
var partColumns = [len(parts{})]string{"headline", "kicker", "standfirst", "byline", "caption", "body"}

// snippetOrder is where a snippet is taken from when several parts have as many of
// the words: the head stands in the row already.
var snippetOrder = [...]int{5, 2, 4, 3, 1, 0}

// looks lists what a filter looks for, without what it leaves out.
func looks(n node) []look {
	var out []look
	switch n := n.(type) {
	case andNode:
		for _, m := range n.of {
			out = append(out, looks(m)...)
		}
	case orNode:
		for _, m := range n.of {
			out = append(out, looks(m)...)
		}
	case textNode:
		l := look{prefix: n.prefix, apart: n.near > 0}
		for _, column := range n.columns {
			l.columns = append(l.columns, slices.Index(partColumns[:], column))
		}
		for _, p := range n.phrases() {
			for i := range p {
				p[i] = foldWord(p[i])
			}
			l.phrases = append(l.phrases, p)
		}
		if n.partial() {
			l.within = n.partSpellings()
		}
		out = append(out, l)
	}
	return out
}

// token is a word of a text, folded as the search index folds it.
type token struct {
	from, to int // bytes of the text
	word     string
}

func tokens(s string) []token {
	out := make([]token, 0, len(s)/6)
	from := -1
	for i, r := range s {
		if in := r < utf8.RuneSelf && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9') ||
			r >= utf8.RuneSelf && isWordRune(r); in == (from >= 0) {
			continue
		}
		if from < 0 {
			from = i
			continue
		}
		out = append(out, token{from, i, foldToken(s[from:i])})
		from = -1
	}
	if from >= 0 {
		out = append(out, token{from, len(s), foldToken(s[from:])})
	}
	return out
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || unicode.Is(unicode.Co, r)
}

// foldToken is foldWord, with a short way for most words.
func foldToken(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return foldWord(s)
		}
	}
	return strings.ToLower(s)
}

// hit is where a look was found: tokens from and to.
type hit struct{ look, from, to int }

// find gives the hits in one part of an article.
func find(list []look, column int, text []token) []hit {
	var out []hit
	for n, l := range list {
		if l.columns != nil && !slices.Contains(l.columns, column) {
			continue
		}
		for i := range text {
			if column == 0 && slices.ContainsFunc(l.within, func(s string) bool { return holds(text[i].word, s) }) {
				out = append(out, hit{n, i, i})
				continue
			}
			for _, p := range l.phrases {
				switch {
				case l.apart && slices.Contains(p, text[i].word):
					out = append(out, hit{n, i, i})
				case !l.apart && standsAt(text[i:], p, l.prefix):
					out = append(out, hit{n, i, i + len(p) - 1})
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b hit) int { return a.from - b.from })
	return out
}

func standsAt(text []token, phrase []string, prefix bool) bool {
	if len(text) < len(phrase) {
		return false
	}
	for i, w := range phrase {
		if i == len(phrase)-1 && prefix {
			return strings.HasPrefix(text[i].word, w)
		}
		if text[i].word != w {
			return false
		}
	}
	return true
}

// window picks the stretch of a text that has most of the looks: its hits and how
// many different looks are among them.
func window(hits []hit) (best []hit, different int) {
	for i := range hits {
		seen := map[int]bool{}
		j := i
		for j < len(hits) && hits[j].to-hits[i].from < snippetTokens-snippetLead {
			seen[hits[j].look] = true
			j++
		}
		if len(seen) > different || len(seen) == different && j-i > len(best) {
			best, different = hits[i:j], len(seen)
		}
	}
	return best, different
}

// snippet shows where an article has what is looked for; "" where it has not.
func snippet(list []look, a *feed.Article) string {
	p := split(a)
	var text string
	var words []token
	var hits []hit
	most := 0
	for _, column := range snippetOrder {
		t := tokens(p[column])
		if best, n := window(find(list, column, t)); n > most {
			text, words, hits, most = p[column], t, best, n
		}
		if most == len(list) {
			break // no other part has more
		}
	}
	if most == 0 {
		return ""
	}
	return mark(text, words, hits)
}

// mark cuts a text around its hits and puts marks around them.
func mark(text string, words []token, hits []hit) string {
	first := max(0, hits[0].from-snippetLead)
	last := min(len(words)-1, max(first+snippetTokens-1, hits[0].to))
	var b strings.Builder
	if first > 0 {
		b.WriteString("…")
	}
	at := words[first].from
	if first == 0 {
		at = 0
	}
	for _, h := range hits {
		if h.to > last || words[h.from].from < at { // a hit within the one before
			continue
		}
		b.WriteString(text[at:words[h.from].from] + HitStart + text[words[h.from].from:words[h.to].to] + HitEnd)
		at = words[h.to].to
	}
	if last == len(words)-1 {
		b.WriteString(text[at:])
	} else {
		b.WriteString(text[at:words[last].to] + "…")
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// snippets shows where a search matched, for some keys.
func (c *Cache) snippets(ctx context.Context, list []look, keys []Key) (map[Key]string, error) {
	if len(keys) == 0 || len(list) == 0 {
		return nil, nil
	}
	type text struct {
		key                Key
		fromFeed, fromPage []byte
		snippet            string
	}
	texts := make([]text, 0, len(keys))
	if err := c.all(ctx, "select b.id, b.feed, b.page from json_each(?) k cross join body b on b.id = k.value", []any{keyList(keys)},
		func(scan func(...any) error) error {
			var t text
			err := scan(&t.key, &t.fromFeed, &t.fromPage)
			texts = append(texts, t)
			return err
		}); err != nil {
		return nil, err
	}
	var wait sync.WaitGroup
	for some := range slices.Chunk(texts, (len(texts)+snippetLanes)/snippetLanes) {
		wait.Go(func() {
			for i := range some {
				t := &some[i]
				_ = c.guarded(fmt.Sprint("article ", t.key), func() { // what cannot be read has no snippet
					if a, err := c.codec.best(t.fromFeed, t.fromPage); err == nil {
						t.snippet = snippet(list, &a)
					}
				})
			}
		})
	}
	wait.Wait()
	out := make(map[Key]string, len(texts))
	for i := range texts {
		out[texts[i].key] = texts[i].snippet
	}
	return out, nil
}
