package cache

import (
	"slices"
	"strings"

	"depesche/feed"
)

// Rules meet an article when it arrives, and once more when its page has come and
// says more than the feed did. It is held against them in memory: the search index
// need not know it yet, and a rule costs some microseconds an article.

// arriving is an article that is being stored, as rules see it.
type arriving struct {
	key    int64
	id     string
	source *sourceState
	at     int64
	seen   int64
	flags  int64
	page   bool // its page was fetched
	tags   []string
	best   *feed.Article

	length int // minutes, once asked for
	names  []string
	where  map[string][]place // of each word
}

// place is where a word stands: the part of the text, and the word's number in it.
type place struct{ part, at int }

func (a *arriving) minutes() int {
	if a.length == 0 {
		a.length = feed.Minutes(a.best.Words())
	}
	return a.length
}

// facet reports whether an article can be listed by a name.
func (a *arriving) facet(name string) bool {
	if a.names == nil {
		a.names = facets(a.best)
	}
	return slices.Contains(a.names, name)
}

// places notes where each word stands.
func (a *arriving) places() map[string][]place {
	if a.where != nil {
		return a.where
	}
	a.where = map[string][]place{}
	for part, text := range split(a.best) {
		for at, w := range words(text) {
			w = foldToken(w)
			a.where[w] = append(a.where[w], place{part, at})
		}
	}
	return a.where
}

// standing rules are those that have not expired, ready to be held against articles.
type standing struct {
	stamp   string // which rules these are
	until   int64  // relative times in them hold so long
	rules   []Rule
	filters []*Filter
}

// rulesStamp is the setting that changes whenever rules do.
const rulesStamp = "rules"

// standingRules gives the rules that hold now. They are read when they have changed,
// and every minute for the sake of expiry and relative times.
func (c *Cache) standingRules(t *tx) (*standing, error) {
	if t.standing != nil {
		return t.standing, nil
	}
	var stamp string
	if err := t.row("select coalesce(max(value), '') from setting where name = ?", []any{rulesStamp}, &stamp); err != nil {
		return nil, err
	}
	now := c.now()
	if s := c.standing; s != nil && s.stamp == stamp && now < s.until && now >= s.until-60 {
		t.standing = s
		return s, nil
	}
	rules, err := t.rules(now, nil)
	if err != nil {
		return nil, err
	}
	s := &standing{stamp: stamp, until: now + 60}
	for _, r := range rules {
		f, err := parseQuery(r.Query, clock{c.options.Now()})
		if err != nil || f.Empty() { // an older program's rule: not understood, not carried out
			c.options.Log.Warn("rule not understood", "query", r.Query, "err", err)
			continue
		}
		s.rules, s.filters = append(s.rules, r), append(s.filters, f)
	}
	c.standing, t.standing = s, s
	return s, nil
}

// arrive holds an article against the rules and does what they say. before is the
// article as it stood when the rules last saw it: those that met it then do not
// meet it again.
func (c *Cache) arrive(t *tx, a, before *arriving) error {
	s, err := c.standingRules(t)
	if err != nil || len(s.rules) == 0 {
		return err
	}
	old := a.flags
	for i := range s.rules {
		r := &s.rules[i]
		fits, err := t.holds(s.filters[i].root, a)
		if err != nil || !fits {
			if err != nil {
				return err
			}
			continue
		}
		if before != nil {
			if had, err := t.holds(s.filters[i].root, before); had || err != nil {
				if err != nil {
					return err
				}
				continue
			}
		}
		if err := t.carryOut(r, a); err != nil {
			return err
		}
	}
	if a.flags == old {
		return nil
	}
	return t.setFlags([]touch{{a.key, old, a.flags}}, wideBits, false, c.now())
}

// carryOut does what a rule says with an article that arrives, but for its flags,
// which are set once for all rules.
func (t *tx) carryOut(r *Rule, a *arriving) error {
	a.flags = r.flags(a.flags)
	for _, d := range r.Deeds {
		if d.Kind != Tagging {
			continue
		}
		tag, err := t.tagID(d.Tag, true)
		if err != nil {
			return err
		}
		a.tags = append(a.tags, foldWord(d.Tag))
		if _, err := t.exec("insert or ignore into tagged(tag, article) values(?, ?)", tag, a.key); err != nil {
			return err
		}
	}
	_, err := t.exec("insert or ignore into met(rule, article) values(?, ?)", r.ID, a.key)
	return err
}

// holds reports whether an article fits a filter, as a list of it would show.
func (t *tx) holds(n node, a *arriving) (bool, error) {
	switch n := n.(type) {
	case andNode:
		return t.anyOf(n.of, a, false)
	case orNode:
		return t.anyOf(n.of, a, true)
	case notNode:
		fits, err := t.holds(n.of, a)
		return !fits, err
	case textNode:
		return n.in(a.places()), nil
	case regexNode:
		re, err := compilePattern(n.pattern)
		return err == nil && re.MatchString(a.best.Headline), err
	case facetNode:
		return a.facet(n.name), nil
	case tagNode:
		return slices.Contains(a.tags, n.folded), nil
	case condNode:
		return n.fits(a), nil
	case sourceNode:
		return n.names(a.source), nil
	}
	return false, nil
}

// anyOf asks nodes until one answers as wanted; that answer, or the other one.
func (t *tx) anyOf(of []node, a *arriving, want bool) (bool, error) {
	for _, n := range of {
		if fits, err := t.holds(n, a); fits == want || err != nil {
			return fits, err
		}
	}
	return !want, nil
}

// in reports whether a text holds the words, as the search index would find them.
func (n textNode) in(where map[string][]place) bool {
	found := make([][]place, len(n.words))
	for i, w := range n.words {
		found[i] = n.find(where, w, n.prefix && i == len(n.words)-1)
		if len(found[i]) == 0 {
			return false
		}
	}
	if n.near > 0 && len(found) > 1 {
		return near(found, n.near)
	}
	for _, p := range found[0] {
		whole := true
		for i := 1; i < len(found) && whole; i++ {
			whole = slices.Contains(found[i], place{p.part, p.at + i})
		}
		if whole {
			return true
		}
	}
	return false
}

// find gives the places of a word in any of its spellings, in the parts asked for.
func (n textNode) find(where map[string][]place, word string, prefix bool) []place {
	var out []place
	add := func(list []place) {
		for _, p := range list {
			if n.columns == nil || slices.Contains(n.columns, partColumns[p.part]) {
				out = append(out, p)
			}
		}
	}
	for _, s := range spellings(word) {
		s = foldWord(s)
		if !prefix {
			add(where[s])
			continue
		}
		for w, list := range where {
			if strings.HasPrefix(w, s) {
				add(list)
			}
		}
	}
	if n.partial() && !prefix {
		for _, s := range n.partSpellings() {
			for w, list := range where {
				if holds(w, s) {
					add(slices.DeleteFunc(slices.Clone(list), func(p place) bool { return p.part != 0 }))
				}
			}
		}
	}
	return out
}

// near reports whether words stand together with no more than so many others
// between the first and the last of them.
func near(found [][]place, most int) bool {
	for _, list := range found {
		for _, from := range list {
			all := true
			for _, other := range found {
				all = all && slices.ContainsFunc(other, func(p place) bool {
					return p.part == from.part && p.at >= from.at && p.at-from.at <= most+1
				})
			}
			if all {
				return true
			}
		}
	}
	return false
}
