package ui

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed"
)

// Rules are made from the article under the cursor: what of it is meant, then what
// is to be done. The list of rules says what can be done with each.

// shortestWord is how many letters a word of a headline has that a rule is offered for.
const shortestWord = 4

// ruleFromRow offers what of the article a rule could go by.
func (m *Model) ruleFromRow() tea.Cmd {
	row, ok := m.current()
	if !ok {
		return m.noArticle()
	}
	t := &m.t.Desk
	var items []item
	var queries []string
	offer := func(what, field, value string) {
		if value = feed.Line(value); value == "" {
			return
		}
		items = append(items, item{group: what, label: value, words: what})
		queries = append(queries, m.fieldName(field)+":"+quoted(value))
	}
	for _, w := range headlineWords(row.Headline) {
		offer(t.OfWord, "headline", w)
	}
	offer(t.OfKicker, "kicker", row.Kicker)
	offer(t.OfSection, "section", row.Section)
	for _, a := range row.Agencies {
		offer(t.OfAgency, "agency", string(a))
	}
	if m.open.shown.id == row.ID {
		for _, name := range m.open.article.Authors {
			offer(t.OfAuthor, "author", name)
		}
	}
	offer(t.OfSource, "source", row.SourceTitle)
	items, queries = append(items, item{group: m.t.Desk.RulesTitle, label: t.OwnQuery}), append(queries, "")
	m.menu = newMenu(t.RuleFrom, m.t.Screen.TypeToFind, items, func(picked []int) tea.Cmd {
		if q := queries[picked[0]]; q != "" {
			return metCmd(m.ctx, m.o.Store, q)
		}
		m.askRule("")
		return nil
	})
	return nil
}

// fieldName is a field of the query language in the reader's language.
func (m *Model) fieldName(name string) string {
	for _, f := range cache.Fields() {
		if f.Names[0] == name && m.t.Code == "de" {
			return f.Names[len(f.Names)-1]
		}
	}
	return name
}

// headlineWords are the words of a headline long enough to mean something, each once.
func headlineWords(headline string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(feed.Line(headline), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }) {
		w = strings.Trim(w, "-")
		if utf8.RuneCountInString(w) >= shortestWord && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// askRule asks for a query, then what is to be done with what it meets.
func (m *Model) askRule(query string) {
	q := m.askFor("filter", m.t.Desk.QueryLabel, query, m.t.Screen.FilterHint, func(text string) tea.Cmd {
		return metCmd(m.ctx, m.o.Store, text)
	})
	q.prompt.Complete, q.query = m.completeFilter, true
}

// metMsg says how many articles a query meets that may become a rule.
type metMsg struct {
	query string
	n     int
	err   error
}

func metCmd(ctx context.Context, s Store, query string) tea.Cmd {
	return func() tea.Msg {
		n, err := s.Count(ctx, cache.Query{Filter: query})
		return metMsg{query: query, n: n, err: err}
	}
}

// chooseDeed offers what to do with the articles of a query.
func (m *Model) chooseDeed(msg metMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	t := &m.t.Desk
	names := cache.DeedNames()
	var items []item
	for _, n := range names {
		items = append(items, item{label: t.Deeds[n], words: n})
	}
	items = append(items, item{label: t.RuleShow})
	m.menu = newMenu(t.DoWhat(msg.query)+"  ("+t.Articles(msg.n)+")", m.t.Screen.TypeToFind, items, func(picked []int) tea.Cmd {
		switch i := picked[0]; {
		case i == len(names):
			return m.showQuery(msg.query)
		case names[i] == "tag:":
			m.askFor("tag", m.t.Screen.TagLabel, "", "", func(tag string) tea.Cmd { return m.addRule(msg.query, "tag:"+tag) }).prompt.Complete = m.completeTag
			return nil
		default:
			return m.addRule(msg.query, names[i])
		}
	})
	return nil
}

func (m *Model) showQuery(query string) tea.Cmd {
	p := place{title: m.t.Screen.Found(query), query: cache.Query{Filter: query}, found: true}
	return tea.Batch(m.goTo(p, 0), m.focus(paneList))
}

// addRule makes a rule and carries it out at once.
func (m *Model) addRule(query, deeds string) tea.Cmd {
	list, err := cache.ParseDeeds(deeds)
	if err != nil {
		return m.fail(err)
	}
	r := cache.Rule{Query: query, Deeds: list}
	return m.ruleCmd(m.t.Desk.RuleAdded, func() (int, error) {
		_, n, err := m.o.Store.AddRule(m.ctx, r, true)
		return n, err
	})
}

// ruledMsg says that rules have changed: the list is made anew around keep.
type ruledMsg struct {
	say  string
	keep cache.Key
	err  error
}

// ruleCmd changes rules, and finds where the cursor should stand when articles
// have gone from the list or come back: on its article, else on the next that stays.
func (m *Model) ruleCmd(say func(int, string) string, change func() (int, error)) tea.Cmd {
	ctx, s, q, undo := m.ctx, m.o.Store, m.place.query, m.key("undo")
	was, at := m.list.Keys(), m.list.Cursor()
	return func() tea.Msg {
		n, err := change()
		if err != nil {
			return ruledMsg{err: err}
		}
		left, err := s.Keys(ctx, q)
		return ruledMsg{say: say(n, undo), keep: nearest(was, at, left), err: err}
	}
}

// nearest is the key at a place of a list, else the first behind it that is
// left, else the last before it.
func nearest(was []cache.Key, at int, left []cache.Key) cache.Key {
	there := make(map[cache.Key]bool, len(left))
	for _, k := range left {
		there[k] = true
	}
	for i := at; i < len(was); i++ {
		if there[was[i]] {
			return was[i]
		}
	}
	for i := min(at, len(was)) - 1; i >= 0; i-- {
		if there[was[i]] {
			return was[i]
		}
	}
	return 0
}

func (m *Model) ruled(msg ruledMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	return tea.Batch(m.say(msg.say, false), m.goTo(m.place, msg.keep), sourcesCmd(m.ctx, m.o.Store, m.midnight(), m.allViews()))
}

type rulesMsg struct {
	rules []cache.Rule
	err   error
}

func (m *Model) listRules() tea.Cmd {
	ctx, s := m.ctx, m.o.Store
	return func() tea.Msg {
		rules, err := s.Rules(ctx)
		return rulesMsg{rules: rules, err: err}
	}
}

// showRules lists the rules, the latest first.
func (m *Model) showRules(msg rulesMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	t := &m.t.Desk
	if len(msg.rules) == 0 {
		return m.say(t.NoRules(m.key("rule-from-article")), false)
	}
	rules := slices.Clone(msg.rules)
	slices.Reverse(rules)
	var items []item
	for _, r := range rules {
		detail := t.Articles(r.Met)
		switch {
		case r.Expires.IsZero():
		case r.Expires.Before(m.now):
			detail += ", " + t.Expired
		default:
			detail += ", " + t.Until(m.t.Dates.Stamp(r.Expires.In(m.now.Location())))
		}
		items = append(items, item{label: m.deeds(r.Deeds) + ":  " + r.Query, detail: detail})
	}
	items = append(items, item{label: t.NewRule})
	m.menu = newMenu(t.RulesTitle, t.RulesHint, items, func(picked []int) tea.Cmd {
		if picked[0] == len(rules) {
			m.askRule("")
			return nil
		}
		m.chooseWithRule(rules[picked[0]])
		return nil
	})
	return nil
}

// deeds says what a rule does, in words.
func (m *Model) deeds(list []cache.Deed) string {
	words := make([]string, len(list))
	for i, d := range list {
		if d.Kind == cache.Tagging {
			words[i] = m.t.Desk.Tagged(d.Tag)
		} else {
			words[i] = m.t.Desk.Deeds[d.String()]
		}
	}
	return strings.Join(words, ", ")
}

// chooseWithRule offers what can be done with a rule.
func (m *Model) chooseWithRule(r cache.Rule) {
	t, s := &m.t.Desk, m.o.Store
	change := func(r cache.Rule) tea.Cmd {
		return m.ruleCmd(t.RuleChanged, func() (int, error) { return s.ChangeRule(m.ctx, r, true) })
	}
	does := []struct {
		label string
		do    func() tea.Cmd
	}{
		{t.RuleShow, func() tea.Cmd { return m.showQuery(r.Query) }},
		{t.RuleRun, func() tea.Cmd {
			return m.ruleCmd(t.RuleRan, func() (int, error) { return s.RunRules(m.ctx, r.ID) })
		}},
		{t.RuleQuery, func() tea.Cmd {
			q := m.askFor("filter", t.QueryLabel, r.Query, m.t.Screen.FilterHint, func(text string) tea.Cmd {
				r.Query = text
				return change(r)
			})
			q.prompt.Complete, q.query = m.completeFilter, true
			return nil
		}},
		{t.RuleUntil, func() tea.Cmd { m.askUntil(r, change); return nil }},
		{t.RuleDelete, func() tea.Cmd {
			return m.ruleCmd(func(_ int, undo string) string { return t.RuleRemoved(undo) },
				func() (int, error) { return s.RemoveRule(m.ctx, r.ID) })
		}},
	}
	items := make([]item, len(does))
	for i := range does {
		items[i] = item{label: does[i].label}
	}
	m.menu = newMenu(m.deeds(r.Deeds)+":  "+r.Query, m.t.Screen.TypeToFind, items, func(picked []int) tea.Cmd { return does[picked[0]].do() })
}

// askUntil asks until when a rule holds.
func (m *Model) askUntil(r cache.Rule, change func(cache.Rule) tea.Cmd) {
	was := ""
	if !r.Expires.IsZero() {
		was = r.Expires.In(m.now.Location()).Format(time.DateOnly)
	}
	m.askFor("until", m.t.Desk.UntilLabel, was, m.t.Desk.UntilHint, func(text string) tea.Cmd {
		r.Expires = time.Time{}
		if text != "" {
			var ok bool
			if r.Expires, ok = cache.Deadline(m.now, text); !ok {
				return m.say(m.t.Desk.NoUntil(text), true)
			}
		}
		return change(r)
	}).plain = true
}
