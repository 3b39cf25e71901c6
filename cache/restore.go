package cache

import (
	"context"

	"depesche/feed"
)

// Articles come in from a file: a dump of our own, or what another reader kept. They
// are stored in batches, each with the journal's entry of the whole import as it then
// is: what is there can be undone in one step, however the import ended.

// Restored counts what Restore or Inherit did.
type Restored struct{ Sources, Added, Known int }

// restoreBatch is how many articles are stored in one transaction.
const restoreBatch = 300

// Restore takes in what Dump gave. Sources that are missing are added; an article that
// is here keeps its text and its marks and gets those of the dump besides. Undo takes all of
// it back as one action. next answers nil at the end.
func (c *Cache) Restore(ctx context.Context, next func() (*Entry, error)) (Restored, error) {
	r := c.newRestoring(false)
	err := r.run(ctx, nil, next)
	return r.done, err
}

// Inherit takes over what another reader kept: its sources, and its articles with their
// marks. It does what Restore does, but that the text of an article is another reader's:
// what the feed says of it later takes its place and is no change of it. What the reader set
// back to unread here stays so.
func (c *Cache) Inherit(ctx context.Context, sources []feed.Source, next func() (*Entry, error)) (Restored, error) {
	r := c.newRestoring(true)
	err := r.run(ctx, sources, next)
	return r.done, err
}

// restoring is a run of Restore or Inherit.
type restoring struct {
	c       *Cache
	foreign bool // another reader's
	done    Restored
	log     importLog
	sweep   sweep
	claimed map[int64]bool // articles that are an entry of this run
	fresh   map[int64]bool // keys of sources that were not here before
}

func (c *Cache) newRestoring(foreign bool) *restoring {
	return &restoring{
		c: c, foreign: foreign, claimed: map[int64]bool{}, fresh: map[int64]bool{},
		log:   importLog{added: map[int64][]touch{}, Gone: map[int64][]int64{}},
		sweep: sweep{touched: map[int64]*touch{}, tagged: map[int64]bool{}},
	}
}

func (r *restoring) run(ctx context.Context, sources []feed.Source, next func() (*Entry, error)) error {
	if err := r.c.awaitIndex(ctx); err != nil {
		return err
	}
	if len(sources) > 0 {
		if err := r.write(ctx, func(t *tx) error { return r.addSources(t, sources) }); err != nil {
			return err
		}
	}
	defer r.c.digestSoon()
	for last := false; !last; {
		var batch []*Entry
		var err error
		if batch, last, err = gather(next); err != nil {
			return err
		}
		groups := r.prepare(batch)
		if err := r.write(ctx, func(t *tx) error { return r.batch(t, groups) }); err != nil {
			return err
		}
	}
	return nil
}

// write runs f as one transaction that ends with the journal's entry.
func (r *restoring) write(ctx context.Context, f func(*tx) error) error {
	return r.c.write(ctx, r.c.own, func(t *tx) error {
		if err := f(t); err != nil {
			return err
		}
		return r.keepLog(t)
	})
}

// gather takes a batch, and tells whether it is the last one.
func gather(next func() (*Entry, error)) (batch []*Entry, last bool, err error) {
	for len(batch) < restoreBatch {
		e, err := next()
		if err != nil {
			return nil, true, err
		}
		if e == nil {
			return batch, true, nil
		}
		batch = append(batch, e)
	}
	return batch, false, nil
}

// inheritance is what a batch holds of one source.
type inheritance struct {
	source  feed.Source
	entries []*Entry
	list    []arrival
}

// prepare makes a batch ready for storing, source by source.
func (r *restoring) prepare(batch []*Entry) []*inheritance {
	var groups []*inheritance
	of := map[string]*inheritance{}
	for _, e := range batch {
		if e.Feed == nil && e.Page == nil || feed.WebLink(e.Source.URL) == "" {
			continue
		}
		g := of[e.Source.URL]
		if g == nil {
			s := e.Source
			g = &inheritance{source: feed.Source{ID: s.ID, URL: s.URL, Site: s.Site, Title: s.Title, Folder: s.Folder}}
			of[s.URL] = g
			groups = append(groups, g)
		}
		g.entries = append(g.entries, e)
	}
	for _, g := range groups {
		articles := make([]feed.Article, len(g.entries))
		for i, e := range g.entries {
			if e.Feed != nil {
				articles[i] = *e.Feed
			} else {
				articles[i] = *e.Page
			}
			articles[i].GUID = e.GUID
		}
		g.list, _ = r.c.arrivals(articles, nil, func() {})
		for i, e := range g.entries {
			if e.Feed == nil {
				g.list[i].blob = nil
			}
		}
	}
	return groups
}

func (r *restoring) addSources(t *tx, sources []feed.Source) error {
	for _, s := range sources {
		if feed.WebLink(s.URL) == "" {
			continue
		}
		sid, err := r.addSource(t, s)
		if err != nil {
			return err
		}
		if sid == "" {
			continue
		}
		if len(r.log.IDs) == 0 {
			if err := t.endSample(); err != nil {
				return err
			}
		}
		var key int64
		if err := t.row("select id from source where sid = ?", []any{string(sid)}, &key); err != nil {
			return err
		}
		r.log.IDs = append(r.log.IDs, sid)
		r.fresh[key] = true
		r.done.Sources++
	}
	return nil
}

// addSource gives the id of a source it made or brought back, "" for one that is there.
func (r *restoring) addSource(t *tx, s feed.Source) (feed.SourceID, error) {
	if s.URL != savedURL {
		return t.addSource(s, r.c.now(), false)
	}
	title := r.c.options.SavedTitle
	if s.Title == title {
		s.Title = "" // no name of the reader's
	}
	return t.addSaved(title, s.Title, r.c.now())
}

func (r *restoring) batch(t *tx, groups []*inheritance) error {
	for _, g := range groups {
		if err := r.addSources(t, []feed.Source{g.source}); err != nil {
			return err
		}
		var src sourceState
		found := false
		if err := t.each(sourceColumns+" where address = ? and removed = 0", []any{feed.Address(feed.Bare(g.source.URL))}, func(scan func(...any) error) error {
			found = true
			return src.scan(scan)
		}); err != nil {
			return err
		}
		if !found {
			continue
		}
		if err := r.group(t, &src, g); err != nil {
			return err
		}
	}
	return nil
}

// group stores what a batch holds of a source.
func (r *restoring) group(t *tx, src *sourceState, g *inheritance) error {
	ids, err := r.identify(t, src.key, g.list)
	if err != nil {
		return err
	}
	p := &putting{c: r.c, t: t, src: src, s: &stored{}, there: map[int64]bool{}, made: map[int64]int64{}}
	if err := p.ofSisters(g.list, ids); err != nil {
		return err
	}
	var known []knownEntry
	for i := len(g.entries) - 1; i >= 0; i-- { // the newest stands first, and gets the highest key
		e, a := g.entries[i], &g.list[i]
		id := ids[i]
		if id == none {
			id = p.made[a.hashes[0]] // twice in one batch
		}
		switch {
		case id != none:
			r.claimed[id] = true
			known = append(known, knownEntry{id, e})
			err = p.alsoHere(id, a)
		case e.Deleted:
			err = r.forget(t, src.key, a.hashes)
		default:
			if id, err = r.store(t, p, e, a); err == nil {
				p.made[a.hashes[0]], r.claimed[id] = id, true
			}
		}
		if err != nil {
			return err
		}
	}
	return r.mark(t, known)
}

// alsoHere notes that this source has an article, too, that stands in a sister of it.
func (p *putting) alsoHere(id int64, a *arrival) error {
	var h held
	if err := p.t.row("select source, dropped from article where id = ?", []any{id}, &h.source, &h.dropped); err != nil || h.source == p.src.key {
		return err
	}
	return p.share(id, &h, a)
}

// identify finds the articles that are here already. An article of this very run is
// known again by its strongest hash alone: who kept two articles with one address
// apart by their ids knew why.
func (r *restoring) identify(t *tx, source int64, list []arrival) ([]int64, error) {
	ids, err := t.known(source, list)
	if err != nil {
		return nil, err
	}
	for i, id := range ids {
		if id == none || !r.claimed[id] {
			continue
		}
		strict := []arrival{{hashes: list[i].hashes[:1], exact: list[i].exact}}
		again, err := t.known(source, strict)
		if err != nil {
			return nil, err
		}
		ids[i] = again[0]
	}
	return ids, nil
}

// store puts in an article that was not here.
func (r *restoring) store(t *tx, p *putting, e *Entry, a *arrival) (int64, error) {
	p.now = r.c.now()
	if at := stamp(e.At); at > 0 && at != stamp(a.Published) { // an article without a date stands where it was seen
		p.now = at
	}
	if e.ID.Valid() {
		p.ident = e.ID
	}
	id, err := p.insert(a)
	if err == nil {
		err = p.count()
	}
	if err != nil {
		return 0, err
	}
	r.done.Added++
	if !r.fresh[p.src.key] {
		r.log.added[p.src.key] = append(r.log.added[p.src.key], touch{key: id})
	}
	text := a.text
	if r.foreign {
		text = foreignText
	}
	if _, err := t.exec("update article set seen = ?, feed_hash = ? where id = ?", stamp(e.Seen), text, id); err != nil {
		return 0, err
	}
	if err := r.setState(t, p.src, id, e); err != nil || e.Page == nil {
		return id, err
	}
	if _, err := t.exec("update article set page_at = ?, page_hash = ?, want = 0 where id = ?", max(stamp(e.PageAt), 1), r.c.codec.textHash(e.Page), id); err != nil {
		return 0, err
	}
	if err := r.c.replace(t, id, a.blob, r.c.codec.pack(e.Page)); err != nil {
		return 0, err
	}
	return id, r.setState(t, p.src, id, e) // what replace says of the change is not new
}
