package cache

import "slices"

// What an import does to marks: those of articles that are new, and of those that were here.

// setState gives a new article its marks and tags. Those of a dump are the whole truth; to
// another reader's, rules of ours may have added.
func (r *restoring) setState(t *tx, src *sourceState, id int64, e *Entry) error {
	if e.Block != 0 || e.Offset != 0 {
		if _, err := t.exec("update state set block = ?, offset = ? where id = ?", e.Block, e.Offset, id); err != nil {
			return err
		}
	}
	x := touch{key: id}
	if err := t.row("select "+wideFlags+" from state where id = ?", []any{id}, &x.before); err != nil {
		return err
	}
	if x.after = e.flags(); r.foreign {
		x.after |= x.before
	}
	if x.after != x.before {
		if _, err := t.exec(setFlagsSQL+" where id = ?", append(flagArgs(x.after), id)...); err != nil {
			return err
		}
	}
	if src.remote {
		if err := t.sendChanged([]touch{x}, x.after, r.c.now()); err != nil {
			return err
		}
	}
	if e.Hidden {
		if err := t.setByHand([]touch{{key: id}}, true); err != nil {
			return err
		}
	}
	for _, name := range e.Tags {
		if name = TagName(name); name != "" {
			if err := t.link(name, 0, true, []touch{{key: id}}); err != nil {
				return err
			}
		}
	}
	return nil
}

// forget notes that an article is not to come with its feed.
func (r *restoring) forget(t *tx, source int64, hashes []int64) error {
	for _, h := range hashes {
		n, err := t.exec("insert or ignore into expired(hash, source, at) values(?, ?, ?)", h, source, r.c.now())
		if err != nil {
			return err
		}
		if n > 0 {
			r.log.Gone[source] = append(r.log.Gone[source], h)
		}
	}
	return nil
}

// knownEntry is an entry whose article was here before: its marks are added to those it has.
type knownEntry struct {
	key int64
	e   *Entry
}

func (r *restoring) mark(t *tx, known []knownEntry) error {
	var list []touch
	tags := map[string][]touch{}
	var names []string
	for _, k := range known {
		if k.e.Deleted { // here it is not
			continue
		}
		r.done.Known++
		x := touch{key: k.key}
		if err := t.row("select "+wideFlags+" from state where id = ?", []any{k.key}, &x.before); err != nil {
			return err
		}
		flags := k.e.flags()
		if r.foreign && x.before&flagKept != 0 {
			flags &^= flagRead
		}
		if x.after = x.before | flags; x.after&flagRead != 0 {
			x.after &^= flagKept
		}
		list = append(list, x)
		for _, name := range k.e.Tags {
			if name = TagName(name); name == "" {
				continue
			}
			if tags[name] == nil {
				names = append(names, name)
			}
			tags[name] = append(tags[name], touch{key: k.key})
		}
	}
	if err := t.touch(&r.sweep, list, r.c.now()); err != nil {
		return err
	}
	slices.Sort(names)
	for _, name := range names {
		if err := t.tag(&r.sweep, name, true, keysJSON(tags[name])); err != nil {
			return err
		}
	}
	return nil
}
