package cache

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"depesche/feed"
)

// Rules say what is done with articles on arrival. They stand in the database,
// with what the reader did, and every change of them can be undone.

// Rule is a query and what is done with the articles it meets.
type Rule struct {
	ID      int64
	Query   string // in the query language; it must ask for something
	Deeds   []Deed
	Added   time.Time
	Expires time.Time // from then on it does nothing; zero: never
	Met     int       // articles in the cache that it has met
}

// ErrEmptyRule says that a rule would meet every article, or does nothing.
var ErrEmptyRule = errors.New("a rule needs a query and something to do")

// maxRules bounds how many rules an arriving article is held against.
const maxRules = 500

// ErrTooMany says that there are as many rules as there may be.
var ErrTooMany = errors.New("too many rules")

func (r *Rule) check() error {
	f, err := ParseQuery(r.Query)
	if err == nil && (f.Empty() || len(r.Deeds) == 0) {
		err = ErrEmptyRule
	}
	return err
}

const ruleColumns = "select id, query, actions, added, expires from rule "

func scanRule(scan func(...any) error) (Rule, error) {
	var r Rule
	var actions string
	var added, expires int64
	if err := scan(&r.ID, &r.Query, &actions, &added, &expires); err != nil {
		return r, err
	}
	r.Added, r.Expires = moment(added), moment(expires)
	deeds, err := ParseDeeds(actions)
	r.Deeds = deeds
	return r, err
}

// Rules lists the rules in the order they were made.
func (c *Cache) Rules(ctx context.Context) ([]Rule, error) {
	var out []Rule
	err := c.all(ctx, ruleColumns+"order by id", nil, func(scan func(...any) error) error {
		r, err := scanRule(scan)
		out = append(out, r)
		return err
	})
	for i := range out {
		if err == nil {
			err = c.one(ctx, "select count(*) from met where rule = ?", []any{out[i].ID}, &out[i].Met)
		}
	}
	return out, err
}

// AddRule makes a rule, and where run says so carries it out on the articles
// that are there; it tells how many those are. Undo takes both back.
func (c *Cache) AddRule(ctx context.Context, r Rule, run bool) (id int64, met int, err error) {
	if err := r.check(); err != nil {
		return 0, 0, err
	}
	err = c.sweep(ctx, "add-rule", func(t *tx, s *sweep) error {
		var n int
		if err := t.row("select count(*) from rule", nil, &n); err != nil {
			return err
		}
		if n >= maxRules {
			return ErrTooMany
		}
		if err := t.row("select coalesce(max(seq), 0) + 1 from sqlite_sequence where name = 'rule'", nil, &r.ID); err != nil {
			return err
		}
		id, r.Added = r.ID, moment(c.now())
		if err := t.setRule(&r); err != nil {
			return err
		}
		s.After = []Rule{r}
		var err error
		if run {
			met, err = c.runRule(t, s, &r)
		}
		s.n = 1
		return err
	})
	return id, met, err
}

// ChangeRule replaces the rule with r's ID. What the old one had muted,
// highlighted or held comes back first; with run the new one is carried out.
func (c *Cache) ChangeRule(ctx context.Context, r Rule, run bool) (met int, err error) {
	if err := r.check(); err != nil {
		return 0, err
	}
	err = c.sweep(ctx, "change-rule", func(t *tx, s *sweep) error {
		was, err := t.rule(r.ID)
		if err != nil {
			return err
		}
		r.Added = was.Added
		if err := t.release(s, &was, c.now()); err != nil {
			return err
		}
		if err := t.setRule(&r); err != nil {
			return err
		}
		s.Before, s.After = []Rule{was}, []Rule{r}
		if run {
			met, err = c.runRule(t, s, &r)
		}
		s.n = 1
		return err
	})
	return met, err
}

// RemoveRule takes a rule away. What it alone had muted, highlighted or held
// comes back; marks, stars and tags stay. It tells how many articles it had met.
func (c *Cache) RemoveRule(ctx context.Context, id int64) (met int, err error) {
	err = c.sweep(ctx, "remove-rule", func(t *tx, s *sweep) error {
		r, err := t.rule(id)
		if err != nil {
			return err
		}
		if err := t.row("select count(*) from met where rule = ?", []any{id}, &met); err != nil {
			return err
		}
		if err := t.release(s, &r, c.now()); err != nil {
			return err
		}
		s.Before, s.n = []Rule{r}, 1
		return t.dropRule(id)
	})
	return met, err
}

// RunRules carries rules out on the articles that are there, those named or all
// that have not expired, and tells how many articles they met. Undo takes it back.
func (c *Cache) RunRules(ctx context.Context, ids ...int64) (met int, err error) {
	err = c.sweep(ctx, "run-rule", func(t *tx, s *sweep) error {
		rules, err := t.rules(c.now(), ids)
		if err != nil {
			return err
		}
		for i := range rules {
			n, err := c.runRule(t, s, &rules[i])
			if err != nil {
				return err
			}
			met += n
		}
		s.n = met
		return nil
	})
	return met, err
}

// rules reads the rules with some ids, ErrNotFound where one is missing; without
// ids those that have not expired.
func (t *tx) rules(now int64, ids []int64) ([]Rule, error) {
	var out []Rule
	if len(ids) == 0 {
		err := t.each(ruleColumns+"where expires = 0 or expires > ? order by id", []any{now}, func(scan func(...any) error) error {
			r, err := scanRule(scan)
			out = append(out, r)
			return err
		})
		return out, err
	}
	for _, id := range ids {
		r, err := t.rule(id)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

func (t *tx) rule(id int64) (Rule, error) {
	var r Rule
	err := ErrNotFound
	if e := t.each(ruleColumns+"where id = ?", []any{id}, func(scan func(...any) error) error {
		r, err = scanRule(scan)
		return err
	}); e != nil {
		return r, e
	}
	return r, err
}

func (t *tx) setRule(r *Rule) error {
	if err := t.rulesChanged(); err != nil {
		return err
	}
	_, err := t.exec(`insert into rule(id, query, actions, added, expires) values(?, ?, ?, ?, ?)
		on conflict(id) do update set query = excluded.query, actions = excluded.actions, expires = excluded.expires`,
		r.ID, r.Query, FormatDeeds(r.Deeds), stamp(r.Added), stamp(r.Expires))
	return err
}

func (t *tx) dropRule(id int64) error {
	if _, err := t.exec("delete from rule where id = ?", id); err != nil {
		return err
	}
	return t.rulesChanged()
}

// rulesChanged tells whoever holds articles against rules to read them again.
func (t *tx) rulesChanged() error {
	t.standing = nil
	_, err := t.exec(`insert into setting(name, value) values(?, '1') on conflict(name) do update set value = value + 1`, rulesStamp)
	return err
}

// runRule carries out a rule on the articles its query finds.
func (c *Cache) runRule(t *tx, s *sweep, r *Rule) (int, error) {
	inner, args, err := c.chosen(t.ctx, Query{Filter: r.Query}, c.plan)
	if err != nil {
		return 0, err
	}
	var found []touch
	if err := t.adhoc("select id, "+wideFlags+" from state where id in ("+inner+") order by id", args, func(scan func(...any) error) error {
		var x touch
		err := scan(&x.key, &x.before)
		x.after = r.flags(x.before)
		found = append(found, x)
		return err
	}); err != nil || len(found) == 0 {
		return 0, err
	}
	if err := t.touch(s, found, c.now()); err != nil {
		return 0, err
	}
	keys := keysJSON(found)
	for _, d := range r.Deeds {
		if d.Kind == Tagging {
			if err := t.tag(s, d.Tag, true, keys); err != nil {
				return 0, err
			}
		}
	}
	return len(found), t.meet(s, r.ID, keys)
}

// flags are an article's after the rule.
func (r *Rule) flags(f int64) int64 {
	for _, d := range r.Deeds {
		switch d.Kind {
		case Mute:
			f |= flagMuted
		case Highlight:
			f |= flagLight
		case MarkRead:
			f = marked(feed.Read, f)
		case MarkStar:
			f = marked(feed.Star, f)
		case Hold:
			f |= flagHeld
		case Tagging:
		}
	}
	return f
}

// release takes back what a rule alone has muted, highlighted or held, and
// forgets which articles it met.
func (t *tx) release(s *sweep, r *Rule, now int64) error {
	var others []Rule
	if err := t.each(ruleColumns+"where id <> ?", []any{r.ID}, func(scan func(...any) error) error {
		o, err := scanRule(scan)
		others = append(others, o)
		return err
	}); err != nil {
		return err
	}
	changed := map[int64]*touch{}
	for _, d := range r.Deeds {
		flag := map[DeedKind]int64{Mute: flagMuted, Highlight: flagLight, Hold: flagHeld}[d.Kind]
		if flag == 0 {
			continue
		}
		same := []string{"0"}
		for i := range others {
			if slices.Contains(others[i].Deeds, d) {
				same = append(same, fmt.Sprint(others[i].ID))
			}
		}
		if err := t.adhoc("select id, "+wideFlags+" from met m join state on id = m.article where m.rule = ? and not exists(select 1 from met o where o.article = m.article and o.rule in ("+
			strings.Join(same, ",")+"))", []any{r.ID}, func(scan func(...any) error) error {
			var x touch
			if err := scan(&x.key, &x.before); err != nil {
				return err
			}
			if changed[x.key] == nil {
				x.after = x.before
				changed[x.key] = &x
			}
			changed[x.key].after &^= flag
			return nil
		}); err != nil {
			return err
		}
	}
	if err := t.touch(s, touchedList(changed), now); err != nil {
		return err
	}
	return t.forget(s, r.ID)
}

// Deadline reads until when a rule holds: a day, or a length of time from now, as
// 2026-12-01, 1.12., 2w. It must not lie in the past.
func Deadline(now time.Time, s string) (time.Time, bool) {
	c := clock{now}
	if d, ok := span(s); ok && d > 0 {
		return now.Add(d), true
	}
	t, ok := c.parse(s)
	if ok && t.Before(now) && t.AddDate(1, 0, 0).After(now) && strings.HasSuffix(s, ".") { // 1.12. in December is next year's
		t = t.AddDate(1, 0, 0)
	}
	return t, ok && t.After(now)
}
