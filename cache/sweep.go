package cache

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"depesche/feed"
)

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
	return t.setFlags(changed, wideBits, false, now)
}

// setMarksSQL sets the flags of a mark's entry, setFlagsSQL those of a rule's: the first flagBits
// of what flagArgs gives, and all of it.
const (
	setMarksSQL = "update state set read = ?, starred = ?, kept = ?, changed = ?"
	setFlagsSQL = setMarksSQL + ", light = ?, held = ?, hidden = hidden & ~2 | ?"
)

func flagArgs(f int64) []any {
	bit := func(flag int64) int { return int(min(1, f&flag)) }
	return []any{bit(flagRead), bit(flagStarred), bit(flagKept), bit(flagChanged), bit(flagLight), bit(flagHeld), 2 * bit(flagMuted)}
}

// setFlags gives articles the flags they had before an action, or after it: those of a mark's
// entry alone where bits is flagBits. Those that were let go meanwhile are passed over.
func (t *tx) setFlags(list []touch, bits int, before bool, now int64) error {
	set := setFlagsSQL
	if bits == flagBits {
		set = setMarksSQL
	}
	byFlags := map[int64][]touch{}
	for _, x := range list {
		f := x.after
		if before {
			f = x.before
		}
		byFlags[f] = append(byFlags[f], x)
	}
	for f, some := range byFlags {
		if err := t.script(set+" where id in (select value from json_each(?))", append(flagArgs(f)[:bits], keysJSON(some))...); err != nil {
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
	if err := t.setFlags(list, wideBits, undo, now); err != nil {
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
