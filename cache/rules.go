package cache

import (
	"context"
	"database/sql"
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

// Deed is one thing a rule does.
type Deed struct {
	Kind DeedKind
	Tag  string // of Tagging
}

// DeedKind says what a deed is.
type DeedKind uint8

// The deeds.
const (
	Mute      DeedKind = iota // listed no more, but by is:muted
	Highlight                 // stands out in lists
	MarkRead
	MarkStar
	Hold // never let go
	Tagging
)

var deedNames = [...]string{Mute: "mute", Highlight: "highlight", MarkRead: "read", MarkStar: "star", Hold: "keep", Tagging: "tag"}

// DeedNames lists what a rule can do, as ParseDeeds reads it; "tag:" wants a name.
func DeedNames() []string { return append(slices.Clone(deedNames[:Tagging]), "tag:") }

// String gives the deed as ParseDeeds reads it: "mute", "tag:Berlin".
func (d Deed) String() string {
	if d.Kind == Tagging {
		return "tag:" + d.Tag
	}
	if int(d.Kind) < len(deedNames) {
		return deedNames[d.Kind]
	}
	return ""
}

// DeedError says which word is no deed.
type DeedError struct{ Text string }

func (e *DeedError) Error() string { return fmt.Sprintf("%q is nothing a rule does", e.Text) }

// ParseDeeds reads deeds parted by commas: "star, tag:Berlin".
func ParseDeeds(s string) ([]Deed, error) {
	var out []Deed
	for part := range strings.SplitSeq(s, ",") {
		part = strings.TrimSpace(part)
		if name, ok := strings.CutPrefix(part, "tag:"); ok {
			tag := TagName(name)
			if tag == "" {
				return nil, &DeedError{part}
			}
			out = append(out, Deed{Tagging, tag})
			continue
		}
		kind := slices.Index(deedNames[:Tagging], strings.ToLower(part))
		if kind < 0 {
			return nil, &DeedError{part}
		}
		out = append(out, Deed{Kind: DeedKind(kind)})
	}
	return out, nil
}

// FormatDeeds writes what ParseDeeds reads.
func FormatDeeds(deeds []Deed) string {
	words := make([]string, len(deeds))
	for i, d := range deeds {
		words[i] = d.String()
	}
	return strings.Join(words, ", ")
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
	sel, err := c.plan(t.ctx, Query{Filter: r.Query})
	if err != nil {
		return 0, err
	}
	inner, args, err := c.chosen(t.ctx, sel)
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

// sweep is what an action on rules or tags did, as the journal keeps it.
type sweep struct {
	Before, After []Rule    `json:",omitempty"` // rules that changed
	Touched       []byte    `json:",omitempty"` // packed, with all flags
	Links         []linking `json:",omitempty"`

	n       int // articles or rules, for the journal
	touched map[int64]*touch
	tagged  map[int64]bool // articles whose tags changed
}

// linking is articles that were tied to a tag or a rule, or untied.
type linking struct {
	Tag  string `json:",omitempty"`
	Rule int64  `json:",omitempty"`
	Add  bool
	Keys []byte
}

// sweep runs an action on rules or tags as one transaction with its journal
// entry; an action that changed nothing leaves none.
func (c *Cache) sweep(ctx context.Context, what string, do func(*tx, *sweep) error) error {
	if err := c.awaitIndex(ctx); err != nil {
		return err
	}
	return c.write(ctx, c.own, func(t *tx) error {
		s := &sweep{touched: map[int64]*touch{}, tagged: map[int64]bool{}}
		if err := do(t, s); err != nil {
			return err
		}
		return c.logSweep(t, what, s)
	})
}

// touch sets flags and notes the change; what is set already is no change.
func (t *tx) touch(s *sweep, list []touch, now int64) error {
	changed := slices.DeleteFunc(slices.Clone(list), func(x touch) bool { return x.before == x.after })
	for _, x := range changed {
		if had := s.touched[x.key]; had != nil {
			had.after = x.after
		} else {
			s.touched[x.key] = &x
		}
	}
	return t.setFlags(changed, false, now)
}

// setFlagsSQL sets what flagArgs gives.
const setFlagsSQL = "update state set read = ?, starred = ?, kept = ?, changed = ?, light = ?, held = ?, hidden = hidden & ~2 | ?"

func flagArgs(f int64) []any {
	bit := func(flag int64) int { return int(min(1, f&flag)) }
	return []any{bit(flagRead), bit(flagStarred), bit(flagKept), bit(flagChanged), bit(flagLight), bit(flagHeld), 2 * bit(flagMuted)}
}

// setFlags gives articles the flags they had before an action, or after it.
func (t *tx) setFlags(list []touch, before bool, now int64) error {
	byFlags := map[int64][]touch{}
	for _, x := range list {
		f := x.after
		if before {
			f = x.before
		}
		byFlags[f] = append(byFlags[f], x)
	}
	for f, some := range byFlags {
		if err := t.script(setFlagsSQL+" where id in (select value from json_each(?))", append(flagArgs(f), keysJSON(some))...); err != nil {
			return err
		}
		if err := t.sendChanged(some, f, now); err != nil {
			return err
		}
	}
	return nil
}

// sendChanged notes for a server what changed in articles that now have the flags f.
func (t *tx) sendChanged(list []touch, f, now int64) error {
	for _, m := range []struct {
		flag       int64
		set, unset feed.MarkKind
	}{{flagRead, feed.Read, feed.Unread}, {flagStarred, feed.Star, feed.Unstar}} {
		changed := slices.DeleteFunc(slices.Clone(list), func(x touch) bool { return (x.before^x.after)&m.flag == 0 })
		kind := m.unset
		if f&m.flag != 0 {
			kind = m.set
		}
		if err := t.sendAll(changed, kind, now); err != nil {
			return err
		}
	}
	return nil
}

// meet notes which articles a rule has met.
func (t *tx) meet(s *sweep, rule int64, keys string) error {
	var fresh []touch
	if err := t.adhoc(`select k.value from json_each(?) k where not exists(select 1 from met where rule = ? and article = k.value) order by 1`,
		[]any{keys, rule}, collect(&fresh)); err != nil || len(fresh) == 0 {
		return err
	}
	s.Links = append(s.Links, linking{Rule: rule, Add: true, Keys: packKeys(fresh)})
	return t.link("", rule, true, fresh)
}

func (t *tx) forget(s *sweep, rule int64) error {
	var had []touch
	if err := t.adhoc("select article from met where rule = ? order by 1", []any{rule}, collect(&had)); err != nil || len(had) == 0 {
		return err
	}
	s.Links = append(s.Links, linking{Rule: rule, Keys: packKeys(had)})
	return t.link("", rule, false, had)
}

// collect gathers keys.
func collect(list *[]touch) func(func(...any) error) error {
	return func(scan func(...any) error) error {
		var x touch
		err := scan(&x.key)
		*list = append(*list, x)
		return err
	}
}

// link ties articles to a tag, or to a rule, or unties them; those that were let
// go meanwhile are passed over.
func (t *tx) link(tag string, rule int64, add bool, keys []touch) error {
	table, column := "met(rule, article)", "met where rule"
	if tag != "" {
		table, column = "tagged(tag, article)", "tagged where tag"
		var err error
		if rule, err = t.tagID(tag, add); errors.Is(err, sql.ErrNoRows) {
			return nil
		} else if err != nil {
			return err
		}
	}
	if add {
		return t.script("insert or ignore into "+table+" select ?, id from state where id in (select value from json_each(?))", rule, keysJSON(keys))
	}
	return t.script("delete from "+column+" = ? and article in (select value from json_each(?))", rule, keysJSON(keys))
}

// replaySweep takes an action on rules or tags back, or does it again.
func (t *tx) replaySweep(s *sweep, undo bool, now int64) error {
	gone, there := s.Before, s.After
	if undo {
		gone, there = s.After, s.Before
	}
	for i := range gone {
		if !slices.ContainsFunc(there, func(r Rule) bool { return r.ID == gone[i].ID }) {
			if err := t.dropRule(gone[i].ID); err != nil {
				return err
			}
		}
	}
	for i := range there {
		if err := t.setRule(&there[i]); err != nil {
			return err
		}
	}
	list, err := unpackTouches(s.Touched, wideBits)
	if err != nil {
		return err
	}
	if err := t.setFlags(list, undo, now); err != nil {
		return err
	}
	links := slices.Clone(s.Links)
	if undo {
		slices.Reverse(links)
	}
	for _, l := range links {
		keys, err := unpackTouches(l.Keys, 0)
		if err != nil {
			return err
		}
		if err := t.link(l.Tag, l.Rule, l.Add != undo, keys); err != nil {
			return err
		}
	}
	return nil
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
