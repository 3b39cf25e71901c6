package cache

import (
	"context"
	"errors"
	"slices"
	"time"

	"depesche/feed"
)

// Articles with their marks go out as values and come back in, none of it lost.

// Entry is an article with all that is kept of it.
type Entry struct {
	ID          feed.ID       `json:"id"`
	Source      EntrySource   `json:"source"`
	GUID        string        `json:"guid"`
	Seen        time.Time     `json:"seen"`
	At          time.Time     `json:"at"` // its place in lists
	Read        bool          `json:"read"`
	Starred     bool          `json:"starred"`
	Unread      bool          `json:"kept_unread"` // set back to unread by the reader
	Changed     bool          `json:"changed"`
	Highlighted bool          `json:"highlighted"`
	Kept        bool          `json:"kept"`
	Muted       bool          `json:"muted"`
	Hidden      bool          `json:"hidden"` // by hand
	Tags        []string      `json:"tags"`
	Block       int           `json:"block"` // reading position
	Offset      int           `json:"offset"`
	PageAt      time.Time     `json:"page_at,omitzero"`
	Feed        *feed.Article `json:"feed,omitempty"`
	Page        *feed.Article `json:"page,omitempty"`
}

// EntrySource is what an Entry says of its source.
type EntrySource struct {
	ID     feed.SourceID `json:"id"`
	URL    string        `json:"url"`
	Site   string        `json:"site,omitempty"`
	Title  string        `json:"title"`
	Folder []string      `json:"folder,omitempty"`
}

// entryFlags ties an Entry's marks to the flags of the database.
func (e *Entry) entryFlags() []struct {
	set  *bool
	flag int64
} {
	return []struct {
		set  *bool
		flag int64
	}{
		{&e.Read, flagRead},
		{&e.Starred, flagStarred},
		{&e.Unread, flagKept},
		{&e.Changed, flagChanged},
		{&e.Highlighted, flagLight},
		{&e.Kept, flagHeld},
		{&e.Muted, flagMuted},
	}
}

func (e *Entry) flags() (f int64) {
	for _, m := range e.entryFlags() {
		if *m.set {
			f |= m.flag
		}
	}
	return f
}

// Dump gives the articles of a query in its order.
func (c *Cache) Dump(ctx context.Context, q Query, do func(*Entry) error) error {
	keys, err := c.Keys(ctx, q)
	if err != nil {
		return err
	}
	for _, k := range keys {
		e, err := c.entry(ctx, k)
		if errors.Is(err, ErrNotFound) { // let go meanwhile
			continue
		}
		if err != nil {
			return err
		}
		if err := do(e); err != nil {
			return err
		}
	}
	return nil
}

func (c *Cache) entry(ctx context.Context, k Key) (*Entry, error) {
	var e Entry
	var folder, title, name string
	var seen, at, pageAt, flags int64
	var fromFeed, fromPage []byte
	if err := c.one(ctx, `select a.ident, o.sid, o.url, o.site, o.title, o.name, o.folder, a.guid, a.seen, s.at, a.page_at, s.block, s.offset, s.hidden & 4 > 0, `+wideFlags+`, b.feed, b.page
		from article a join state s on s.id = a.id join source o on o.id = a.source left join body b on b.id = a.id where a.id = ?`, []any{int64(k)},
		&e.ID, &e.Source.ID, &e.Source.URL, &e.Source.Site, &title, &name, &folder, &e.GUID, &seen, &at, &pageAt, &e.Block, &e.Offset, &e.Hidden, &flags, &fromFeed, &fromPage); err != nil {
		return nil, err
	}
	e.Source.Title, e.Source.Folder = title, unpackFolder(folder)
	if name != "" {
		e.Source.Title = name
	}
	e.Seen, e.At, e.PageAt = moment(seen), moment(at), moment(pageAt)
	for _, m := range e.entryFlags() {
		*m.set = flags&m.flag != 0
	}
	for _, v := range []struct {
		blob []byte
		to   **feed.Article
	}{{fromFeed, &e.Feed}, {fromPage, &e.Page}} {
		if len(v.blob) == 0 {
			continue
		}
		a, err := c.codec.unpack(v.blob)
		if err != nil {
			return nil, err
		}
		*v.to = &a
	}
	e.Tags = []string{}
	return &e, c.all(ctx, "select g.name from tagged d join tag g on g.id = d.tag where d.article = ? order by g.folded", []any{int64(k)}, func(scan func(...any) error) error {
		var t string
		err := scan(&t)
		e.Tags = append(e.Tags, t)
		return err
	})
}

// Restored counts what Restore did.
type Restored struct{ Sources, Added, Known int }

// restoreBatch is how many articles are stored in one transaction.
const restoreBatch = 300

// knownEntry is an article of a dump that was here before: its marks are added to those it has.
type knownEntry struct {
	key   int64
	flags int64
	tags  []string
}

// Restore takes in what Dump gave. Sources that are missing are added; an article that
// is here keeps its text and its marks and gets those of the dump besides. Sources and
// added marks can each be undone. next answers nil at the end.
func (c *Cache) Restore(ctx context.Context, next func() (*Entry, error)) (Restored, error) {
	var done Restored
	var known []knownEntry
	for {
		var batch []*Entry
		for len(batch) < restoreBatch {
			e, err := next()
			if err != nil {
				return done, err
			}
			if e == nil {
				break
			}
			batch = append(batch, e)
		}
		if len(batch) == 0 {
			break
		}
		if err := c.restoreSources(ctx, batch, &done); err != nil {
			return done, err
		}
		if err := c.write(ctx, c.fetched, func(t *tx) error {
			return c.restoreBatch(t, batch, &done, &known)
		}); err != nil {
			return done, err
		}
	}
	return done, c.restoreMarks(ctx, known)
}

func (c *Cache) restoreSources(ctx context.Context, batch []*Entry, done *Restored) error {
	var list []feed.Source
	seen := map[string]bool{}
	for _, e := range batch {
		if s := e.Source; !seen[s.URL] && feed.WebLink(s.URL) != "" {
			seen[s.URL] = true
			list = append(list, feed.Source{ID: s.ID, URL: s.URL, Site: s.Site, Title: s.Title, Folder: s.Folder})
		}
	}
	n, err := c.AddSources(ctx, list...)
	done.Sources += n
	return err
}

func (c *Cache) restoreBatch(t *tx, batch []*Entry, done *Restored, known *[]knownEntry) error {
	for _, e := range batch {
		a := e.Feed
		if a == nil {
			a = e.Page
		}
		if a == nil {
			continue
		}
		var src sourceState
		found := false
		if err := t.each(sourceColumns+" where address = ? and removed = 0", []any{feed.Address(e.Source.URL)}, func(scan func(...any) error) error {
			found = true
			return src.scan(scan)
		}); err != nil {
			return err
		}
		if !found {
			continue
		}
		entry := *a
		entry.GUID = e.GUID
		if err := c.restoreOne(t, &src, e, entry, done, known); err != nil {
			return err
		}
	}
	return nil
}

func (c *Cache) restoreOne(t *tx, src *sourceState, e *Entry, a feed.Article, done *Restored, known *[]knownEntry) error {
	list, err := c.arrivals([]feed.Article{a})
	if err != nil {
		return err
	}
	ids, err := t.known(src.key, list)
	if err != nil {
		return err
	}
	if ids[0] != none {
		done.Known++
		*known = append(*known, knownEntry{ids[0], e.flags(), e.Tags})
		return nil
	}
	if e.Feed == nil {
		list[0].blob = nil
	}
	p := &putting{c: c, t: t, src: src, now: c.now(), s: &stored{}, there: map[int64]bool{}, made: map[int64]int64{}}
	if at := stamp(e.At); at > 0 && at != stamp(a.Published) { // an article without a date stands where it was seen
		p.now = at
	}
	id, err := p.insert(&list[0])
	if err != nil {
		return err
	}
	done.Added++
	if err := t.restoreState(id, e); err != nil {
		return err
	}
	if e.Page == nil {
		return nil
	}
	blob, err := c.codec.pack(e.Page)
	if err != nil {
		return err
	}
	if _, err := t.exec("update article set page_at = ?, page_hash = ?, want = 0 where id = ?", max(stamp(e.PageAt), 1), textHash(e.Page), id); err != nil {
		return err
	}
	if err := c.replace(t, id, list[0].blob, blob); err != nil {
		return err
	}
	return t.restoreState(id, e) // what replace says of the change is not new
}

// restoreState gives a new article the marks and tags of a dump.
func (t *tx) restoreState(id int64, e *Entry) error {
	if _, err := t.exec("update article set seen = ? where id = ?", stamp(e.Seen), id); err != nil {
		return err
	}
	if _, err := t.exec("update state set block = ?, offset = ? where id = ?", e.Block, e.Offset, id); err != nil {
		return err
	}
	if err := t.setFlags([]touch{{id, 0, e.flags()}}, false, 0); err != nil {
		return err
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

// restoreMarks adds the marks of a dump to articles that were here, as one action.
func (c *Cache) restoreMarks(ctx context.Context, known []knownEntry) error {
	return c.sweep(ctx, "import-marks", func(t *tx, s *sweep) error {
		for _, k := range known {
			x := touch{key: k.key}
			if err := t.row("select "+wideFlags+" from state where id = ?", []any{k.key}, &x.before); err != nil {
				return err
			}
			x.after = x.before | k.flags
			if x.after&flagRead != 0 {
				x.after &^= flagKept
			}
			if err := t.touch(s, []touch{x}, c.now()); err != nil {
				return err
			}
			for _, name := range k.tags {
				if name = TagName(name); name == "" {
					continue
				}
				if err := t.tag(s, name, true, keysJSON([]touch{x})); err != nil {
					return err
				}
			}
		}
		changed := touchedList(s.touched)
		changed = slices.DeleteFunc(changed, func(x touch) bool { return s.tagged[x.key] })
		s.n = len(changed) + len(s.tagged)
		return nil
	})
}
