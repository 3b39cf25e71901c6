package cache

import (
	"context"
	"errors"

	"depesche/feed"
)

var errSoon = errors.New("not built yet")

func (c *Cache) List(ctx context.Context, q Query) ([]Row, error)    { return nil, errSoon }
func (c *Cache) Keys(ctx context.Context, q Query) ([]Key, error)    { return nil, errSoon }
func (c *Cache) Rows(ctx context.Context, keys []Key) ([]Row, error) { return nil, errSoon }
func (c *Cache) Count(ctx context.Context, q Query) (int, error)     { return 0, errSoon }
func (c *Cache) Article(ctx context.Context, id feed.ID, v Version) (feed.Article, error) {
	return feed.Article{}, errSoon
}
func (c *Cache) Row(ctx context.Context, id feed.ID) (Row, error)            { return Row{}, errSoon }
func (c *Cache) Resolve(ctx context.Context, prefix string) (feed.ID, error) { return "", errSoon }
func (c *Cache) Mark(ctx context.Context, marks ...feed.Mark) error          { return errSoon }
func (c *Cache) MarkAll(ctx context.Context, q Query, kind feed.MarkKind) (int, error) {
	return 0, errSoon
}
func (c *Cache) Undo(ctx context.Context) (Action, error)             { return Action{}, errSoon }
func (c *Cache) Redo(ctx context.Context) (Action, error)             { return Action{}, errSoon }
func (c *Cache) History(ctx context.Context, n int) ([]Action, error) { return nil, errSoon }
func (c *Cache) Sources(ctx context.Context) ([]SourceRow, error)     { return nil, errSoon }
func (c *Cache) Find(ctx context.Context, address string) ([]feed.Source, error) {
	return c.origin.Find(ctx, address)
}
func (c *Cache) AddSources(ctx context.Context, s ...feed.Source) (int, error) { return 0, errSoon }
func (c *Cache) RemoveSource(ctx context.Context, id feed.SourceID) error      { return errSoon }
func (c *Cache) ChangeSource(ctx context.Context, s feed.Source) error         { return errSoon }

// Refresh asks sources for their articles: the named ones, else all.
func (c *Cache) Refresh(ctx context.Context, ids ...feed.SourceID) <-chan Progress {
	ch := make(chan Progress)
	close(ch)
	return ch
}

// RefreshDue asks the sources whose time has come, by their schedule.
func (c *Cache) RefreshDue(ctx context.Context) <-chan Progress { return c.Refresh(ctx) }

func (c *Cache) Full(ctx context.Context, id feed.ID) (feed.Article, error) {
	return feed.Article{}, errSoon
}
func (c *Cache) Picture(ctx context.Context, url string) ([]byte, error) { return nil, errSoon }
func (c *Cache) Position(ctx context.Context, id feed.ID) (Position, error) {
	return Position{}, errSoon
}
func (c *Cache) SetPosition(ctx context.Context, id feed.ID, p Position) error { return errSoon }
func (c *Cache) Recall(ctx context.Context, name string) (string, error)       { return "", errSoon }
func (c *Cache) Remember(ctx context.Context, name, value string) error        { return errSoon }
func (c *Cache) Revisions(ctx context.Context, id feed.ID) ([]Revision, error) { return nil, errSoon }
func (c *Cache) Stories(ctx context.Context, id feed.ID) ([]Row, error)        { return nil, errSoon }
func (c *Cache) Version(ctx context.Context) (int64, error)                    { return 0, errSoon }
func (c *Cache) Expire(ctx context.Context) (int, error)                       { return 0, errSoon }
func (c *Cache) Check(ctx context.Context) ([]Finding, error)                  { return nil, errSoon }
func (c *Cache) Repair(ctx context.Context) ([]Finding, error)                 { return nil, errSoon }
func (c *Cache) Stats(ctx context.Context) (Stats, error)                      { return Stats{}, errSoon }

// ParseQuery reads a filter.
func ParseQuery(filter string) (*Filter, error) { return nil, errSoon }

// Filter is a query, read.
type Filter struct{}
