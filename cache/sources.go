package cache

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"depesche/feed"
)

// folderMark parts the folders of a path in the database.
const folderMark = "\x1f"

func packFolder(path []string) string { return strings.Join(path, folderMark) }

func unpackFolder(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, folderMark)
}

const sourceColumns = `select id, sid, url, site, title, name, description, language, icon, hub, folder, sample, remote,
	unread, total, fetched, failed, fails, problem, next, blocked, every, gone, etag, modified, moved, removed, also_unread, also_total from source`

// sourceState is a row of source.
type sourceState struct {
	key         int64
	sid         feed.SourceID
	src         feed.Source
	feedTitle   string // the feed's own
	name        string // the reader's
	sample      bool
	remote      bool
	removed     int64
	unread      int
	total       int
	fetched     int64
	failed      int64
	fails       int
	problem     string
	next        int64
	blocked     int64
	every       int64
	gone        bool
	validators  feed.Validators
	moved       string
	alsoUnread  int // of articles that stand in another source
	alsoTotal   int
	folderField string
}

func (s *sourceState) scan(scan func(...any) error) error {
	if err := scan(&s.key, &s.sid, &s.src.URL, &s.src.Site, &s.feedTitle, &s.name, &s.src.Description, &s.src.Language,
		&s.src.Icon, &s.src.Hub, &s.folderField, &s.sample, &s.remote, &s.unread, &s.total, &s.fetched, &s.failed, &s.fails,
		&s.problem, &s.next, &s.blocked, &s.every, &s.gone, &s.validators.ETag, &s.validators.LastModified, &s.moved, &s.removed, &s.alsoUnread, &s.alsoTotal); err != nil {
		return err
	}
	s.src.ID, s.src.Folder, s.src.Title = s.sid, unpackFolder(s.folderField), s.title()
	return nil
}

// title is the reader's name for the source, else the feed's, else its address.
func (s *sourceState) title() string {
	switch {
	case s.name != "":
		return s.name
	case s.feedTitle != "":
		return s.feedTitle
	}
	return s.src.URL
}

func (s *sourceState) hidden() int {
	if s.removed != 0 {
		return 1
	}
	return 0
}

// Sources lists all sources in the order of the sources pane, with their counts.
func (c *Cache) Sources(ctx context.Context) ([]SourceRow, error) {
	var out []SourceRow
	err := c.all(ctx, sourceColumns+" where removed = 0 order by place", nil, func(scan func(...any) error) error {
		var s sourceState
		if err := s.scan(scan); err != nil {
			return err
		}
		if s.saved() && s.total+s.alsoTotal == 0 {
			return nil // it is there for what stands in it
		}
		out = append(out, SourceRow{
			Source: s.src, Unread: s.unread + s.alsoUnread, Total: s.total + s.alsoTotal, Shared: s.alsoUnread, SharedTotal: s.alsoTotal, Fetched: moment(s.fetched), Failed: moment(s.failed), Fails: s.fails,
			Problem: s.problem, Next: moment(max(s.next, s.blocked)), Gone: s.gone && !s.saved(), Sample: s.sample, Saved: s.saved(),
		})
		return nil
	})
	return out, err
}

// Find tells which feeds an address offers. Nothing is stored.
func (c *Cache) Find(ctx context.Context, address string) ([]feed.Source, error) {
	return c.origin.Find(ctx, address)
}

// sourceChange is what the journal keeps to undo an action on sources.
type sourceChange struct {
	IDs    []feed.SourceID
	Before *feed.Source `json:",omitempty"` // change-source
	After  *feed.Source `json:",omitempty"`
	Moved  []moved      `json:",omitempty"` // remove-source: articles that stand elsewhere since
}

// AddSources subscribes to sources that are not there yet and tells how many
// those were; the same address in another spelling is there already. A source
// that was removed comes back with its articles. The given title is the
// reader's name for the source; without one it goes by the feed's own. The
// first source that is added ends the sample edition. Undo takes them out again.
func (c *Cache) AddSources(ctx context.Context, sources ...feed.Source) (added int, err error) {
	for _, s := range sources {
		if feed.WebLink(s.URL) == "" {
			return 0, fmt.Errorf("add source %q: %w", feed.Bare(s.URL), ErrAddress)
		}
	}
	err = c.write(ctx, c.own, func(t *tx) error {
		var change sourceChange
		var err error
		if change.IDs, err = t.addSources(sources, c.now()); err != nil {
			return err
		}
		added = len(change.IDs)
		if added == 0 {
			return nil
		}
		if err := t.endSample(); err != nil {
			return err
		}
		return c.logSources(t, "add-source", change)
	})
	return added, err
}

// moved is an article that left a source which was removed: for another one that had it, too, or, as
// it is starred, for the source of saved pages.
type moved struct {
	ID       int64
	From, To int64 // keys of sources
	Saved    bool
}

// StarredIn counts the starred articles of a source, which RemoveSource keeps.
func (c *Cache) StarredIn(ctx context.Context, sid feed.SourceID) (n int, err error) {
	err = c.one(ctx, `select count(*) from state s join source o on o.id = s.source
		where o.sid = ? and o.sample = 0 and o.address <> ? and s.starred = 1 and s.hidden = 0`, []any{string(sid), savedURL}, &n)
	return n, err
}

// RemoveSource takes a source and its articles out of sight, but for the starred ones: they
// are saved pages from then on, see Save. Undo brings all back where it was; Expire lets the source go for
// good after 30 days.
func (c *Cache) RemoveSource(ctx context.Context, sid feed.SourceID) error {
	return c.write(ctx, c.own, func(t *tx) error {
		var remote int
		if err := t.row("select count(*) from source where sid = ? and remote = 1", []any{string(sid)}, &remote); err != nil {
			return err
		}
		if remote > 0 {
			return ErrKept
		}
		change := sourceChange{IDs: []feed.SourceID{sid}}
		kept, err := c.keepStarred(t, sid)
		if err != nil {
			return err
		}
		n, err := t.hideSource(sid, c.now(), &change.Moved)
		if err != nil {
			return err
		}
		for i := range change.Moved {
			m := &change.Moved[i]
			m.Saved = kept[m.ID]
		}
		if n == 0 {
			return ErrNotFound
		}
		return c.logSources(t, "remove-source", change)
	})
}

// keepStarred lists the starred articles of a source with the saved pages, too, where no other source has
// them, and tells which.
func (c *Cache) keepStarred(t *tx, sid feed.SourceID) (map[int64]bool, error) {
	const starred = ` from source o cross join state s on s.source = o.id
		where o.sid = ?1 and o.sample = 0 and o.removed = 0 and o.address <> ?2 and s.starred = 1 and s.hidden = 0
			and not exists(select 1 from also l join source x on x.id = l.source where l.article = s.id and x.removed = 0)`
	kept := map[int64]bool{}
	if err := t.each("select s.id"+starred, []any{string(sid), savedURL}, func(scan func(...any) error) error {
		var id int64
		err := scan(&id)
		kept[id] = true
		return err
	}); err != nil || len(kept) == 0 {
		return nil, err
	}
	if _, err := t.addSaved(c.options.SavedTitle, "", c.now()); err != nil {
		return nil, err
	}
	if _, err := t.exec(`insert or ignore into ident(hash, source, article) select i.hash, (select id from source where address = ?2), i.article
		from ident i where i.article in (select s.id`+starred+`) and i.source = (select id from source where sid = ?1)`, string(sid), savedURL); err != nil {
		return nil, err
	}
	_, err := t.exec(`insert or ignore into also(source, at, article) select (select id from source where address = ?2), s.at, s.id`+starred, string(sid), savedURL)
	return kept, err
}

// moveBack puts articles into the source again that they had left for others.
func (t *tx) moveBack(list []moved) error {
	for _, m := range list {
		n, err := t.exec("update article set source = ? where id = ? and source = ?", m.From, m.ID, m.To)
		if err != nil {
			return err
		}
		if n == 0 {
			continue // it went on, or was let go
		}
		steps := []step{
			{"update state set source = ?2 where id = ?1", []any{m.From}},
			{"delete from also where article = ?1 and source = ?2", []any{m.From}},
		}
		if m.Saved {
			steps = append(steps, step{"delete from ident where article = ?1 and source = ?2", []any{m.To}})
		} else {
			steps = append(steps, step{"insert or ignore into also(source, at, article) select ?2, at, id from state where id = ?1", []any{m.To}})
		}
		for _, s := range steps {
			if _, err := t.exec(s.query, append([]any{m.ID}, s.args...)...); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *tx) hideSource(sid feed.SourceID, now int64, gone *[]moved) (int, error) {
	n, err := t.exec("update source set removed = ? where sid = ? and removed = 0", now, string(sid))
	if err != nil || n == 0 {
		return n, err
	}
	if *gone, err = t.moveShared(sid); err != nil {
		return n, err
	}
	_, err = t.exec("update state set hidden = hidden | 1 where source = (select id from source where sid = ?)", string(sid))
	return n, err
}

func (t *tx) showSource(sid feed.SourceID) error {
	n, err := t.exec("update source set removed = 0 where sid = ?", string(sid))
	if err != nil {
		return err
	}
	if n == 0 {
		return ErrNotFound // let go meanwhile
	}
	_, err = t.exec("update state set hidden = hidden & ~1 where source = (select id from source where sid = ?)", string(sid))
	return err
}

// ChangeSource gives a source another title, folder or address; s.ID says which.
// An empty title is the feed's own. Undo takes it back.
func (c *Cache) ChangeSource(ctx context.Context, s feed.Source) error {
	return c.write(ctx, c.own, func(t *tx) error {
		var before sourceState
		if err := t.source(s.ID, &before); err != nil {
			return err
		}
		was := before.src
		was.Title = before.name
		if s.Title == before.feedTitle || s.Title == before.src.URL {
			s.Title = "" // not a name of the reader's
		}
		if s.URL = feed.Bare(s.URL); s.URL != was.URL && feed.WebLink(s.URL) == "" {
			return fmt.Errorf("change source %q: %w", s.URL, ErrAddress)
		}
		if err := t.changeSource(s); err != nil {
			return err
		}
		return c.logSources(t, "change-source", sourceChange{IDs: []feed.SourceID{s.ID}, Before: &was, After: &s})
	})
}

// source reads a source that was not removed.
func (t *tx) source(sid feed.SourceID, s *sourceState) error {
	found := false
	err := t.each(sourceColumns+" where sid = ? and removed = 0", []any{string(sid)}, func(scan func(...any) error) error {
		found = true
		return s.scan(scan)
	})
	if err == nil && !found {
		err = ErrNotFound
	}
	return err
}

func (t *tx) changeSource(s feed.Source) error {
	address := feed.Address(s.URL)
	var other string
	err := t.row("select sid from source where address = ? and sid <> ?", []any{address, string(s.ID)}, &other)
	if err == nil {
		return fmt.Errorf("change source %q: %w", s.URL, ErrTaken)
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if _, err := t.exec(`update source set etag = '', modified = '', moved = '', gone = 0, next = 0, fails = 0, failed = 0, problem = ''
		where sid = ? and address <> ?`, string(s.ID), address); err != nil {
		return err
	}
	_, err = t.exec("update source set url = ?, address = ?, name = ?, folder = ? where sid = ?",
		s.URL, address, s.Title, packFolder(s.Folder), string(s.ID))
	return err
}

// logSources writes the journal's entry of an action on sources.
func (c *Cache) logSources(t *tx, what string, change sourceChange) error {
	data, err := json.Marshal(change)
	if err != nil {
		return err
	}
	return c.log(t, what, len(change.IDs), data)
}

// sampleEdition puts the sample sources in when there are no others, and takes
// out those that are not in it any more. Those that it keeps move to the edition's
// folder, which is called otherwise in another language.
func (c *Cache) sampleEdition(ctx context.Context) error {
	var others, samples int
	if err := c.one(ctx, "select coalesce(sum(sample = 0), 0), coalesce(sum(sample), 0) from source where removed = 0 and address <> ?", []any{savedURL}, &others, &samples); err != nil {
		return err
	}
	if samples == 0 && (others > 0 || len(c.options.Sample) == 0 || c.options.Subscribing) {
		return nil
	}
	c.sampled = true
	want := map[string]bool{}
	if others == 0 {
		for _, s := range c.options.Sample {
			want[feed.Address(s.URL)] = true
		}
	}
	return c.write(ctx, c.own, func(t *tx) error {
		var stale []feed.SourceID
		have := map[string]bool{}
		if err := t.each("select sid, address from source where sample = 1", nil, func(scan func(...any) error) error {
			var sid feed.SourceID
			var address string
			err := scan(&sid, &address)
			have[address] = true
			if !want[address] {
				stale = append(stale, sid)
			}
			return err
		}); err != nil {
			return err
		}
		if err := t.dropSample(stale); err != nil {
			return err
		}
		for _, s := range c.options.Sample {
			address := feed.Address(s.URL)
			if !want[address] {
				continue
			}
			if have[address] {
				if _, err := t.exec("update source set folder = ? where address = ? and sample = 1 and folder <> ?", packFolder(s.Folder), address, packFolder(s.Folder)); err != nil {
					return err
				}
				continue
			}
			if _, err := t.addSource(s, c.now(), true); err != nil {
				return err
			}
		}
		return nil
	})
}

// Sampled reports whether the sample edition was in when the cache was opened.
func (c *Cache) Sampled() bool { return c.sampled }

// endSample lets the sample edition go, articles and all.
func (t *tx) endSample() error {
	var all []feed.SourceID
	if err := t.each("select sid from source where sample = 1", nil, func(scan func(...any) error) error {
		var sid feed.SourceID
		err := scan(&sid)
		all = append(all, sid)
		return err
	}); err != nil {
		return err
	}
	return t.dropSample(all)
}

// dropSample lets sources of the sample edition go with their articles, but for those that
// the reader has saved.
func (t *tx) dropSample(sids []feed.SourceID) error {
	for _, sid := range sids {
		if _, err := t.moveShared(sid); err != nil {
			return err
		}
		if _, err := t.exec("delete from source where sid = ?", string(sid)); err != nil {
			return err
		}
	}
	return nil
}

// NextDue tells when the schedule wants the next refresh; the zero time when
// there is nothing to ask.
func (c *Cache) NextDue(ctx context.Context) (time.Time, error) {
	var next sql.NullInt64
	err := c.one(ctx, "select min(max(next, blocked)) from source where removed = 0 and gone = 0 and sample = 0 and address <> ?", []any{savedURL}, &next)
	if err != nil || !next.Valid {
		return time.Time{}, err
	}
	return moment(max(next.Int64, 1)), nil
}
