package cache

import (
	"context"
	"errors"
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
	Deleted     bool          `json:"-"` // of another reader's: thrown away there, and not to come with its feed
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
	var head feed.Article
	var seen, at, pageAt, flags int64
	var fromFeed, fromPage []byte
	if err := c.one(ctx, `select a.ident, o.sid, o.url, o.site, o.title, o.name, o.folder, a.guid, a.seen, s.at, a.page_at, s.block, s.offset, s.hidden & 4 > 0, `+wideFlags+`, b.feed, b.page,
			a.link, a.kicker, a.headline, a.standfirst, a.section, a.language
		from article a join state s on s.id = a.id join source o on o.id = a.source left join body b on b.id = a.id where a.id = ?`, []any{int64(k)},
		&e.ID, &e.Source.ID, &e.Source.URL, &e.Source.Site, &title, &name, &folder, &e.GUID, &seen, &at, &pageAt, &e.Block, &e.Offset, &e.Hidden, &flags, &fromFeed, &fromPage,
		&head.Link, &head.Kicker, &head.Headline, &head.Standfirst, &head.Section, &head.Language); err != nil {
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
		if err != nil { // the other version goes out, or the head: who asks for his articles gets what there is of them
			c.options.Log.Warn("text left out", "article", e.ID, "err", err)
			continue
		}
		*v.to = &a
	}
	if e.Feed == nil && e.Page == nil {
		head.Published, head.Access = e.At, feed.Teaser
		e.Feed = &head
	}
	e.Tags = []string{}
	return &e, c.all(ctx, "select g.name from tagged d join tag g on g.id = d.tag where d.article = ? order by g.folded", []any{int64(k)}, func(scan func(...any) error) error {
		var t string
		err := scan(&t)
		e.Tags = append(e.Tags, t)
		return err
	})
}
