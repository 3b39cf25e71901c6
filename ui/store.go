package ui

import (
	"context"
	"time"

	"depesche/cache"
	"depesche/feed"
)

// Store is what the screen needs of the cache; *cache.Cache is one. Its
// methods are called from commands only, several at a time.
type Store interface {
	List(context.Context, cache.Query) ([]cache.Row, error)
	Keys(context.Context, cache.Query) ([]cache.Key, error)
	Rows(context.Context, []cache.Key) ([]cache.Row, error)
	Count(context.Context, cache.Query) (int, error)
	Waiting(ctx context.Context, filter string) (int, error)
	Row(context.Context, feed.ID) (cache.Row, error)
	Article(context.Context, feed.ID, cache.Version) (feed.Article, error)
	Full(context.Context, feed.ID) (feed.Article, error)
	Why(ctx context.Context, from feed.SourceID, link string) ([]feed.Reason, error)
	Follow(ctx context.Context, link string, from feed.SourceID, again bool) (cache.Linked, error)
	Save(ctx context.Context, a feed.Article, fetched time.Time) (cache.Row, error)
	SaveListed(context.Context, feed.ID) (cache.Row, error)
	Revisions(context.Context, feed.ID) ([]cache.Revision, error)
	Stories(context.Context, feed.ID) ([]cache.Row, error)
	Picture(context.Context, string) ([]byte, error)
	KeptPicture(context.Context, string) ([]byte, error)
	Files(context.Context, feed.ID) ([]cache.File, error)
	Download(ctx context.Context, id feed.ID, url string, step func(done, size int64)) (cache.File, error)

	Tags(context.Context) ([]cache.TagRow, error)
	Tag(ctx context.Context, add, drop []string, ids ...feed.ID) (int, error)
	Mark(context.Context, ...feed.Mark) error
	MarkAll(context.Context, cache.Query, feed.MarkKind) (int, error)
	Undo(context.Context) (cache.Action, error)
	Redo(context.Context) (cache.Action, error)
	History(context.Context, int) ([]cache.Action, error)
	Tidy(ctx context.Context, dry bool) (cache.Tidied, error)

	Pack(context.Context, cache.EditionOptions) <-chan cache.PackStep
	Rules(context.Context) ([]cache.Rule, error)
	AddRule(ctx context.Context, r cache.Rule, run bool) (id int64, met int, err error)
	ChangeRule(ctx context.Context, r cache.Rule, run bool) (met int, err error)
	RemoveRule(ctx context.Context, id int64) (met int, err error)
	RunRules(ctx context.Context, ids ...int64) (met int, err error)

	Sources(context.Context) ([]cache.SourceRow, error)
	Find(context.Context, string) ([]feed.Source, error)
	AddSources(context.Context, ...feed.Source) (int, error)
	RemoveSource(context.Context, feed.SourceID) error
	StarredIn(context.Context, feed.SourceID) (int, error)
	ChangeSource(context.Context, feed.Source) error
	Refresh(context.Context, ...feed.SourceID) <-chan cache.Progress
	RefreshDue(context.Context) <-chan cache.Progress

	Position(context.Context, feed.ID) (cache.Position, error)
	SetPosition(context.Context, feed.ID, cache.Position) error
	Recall(context.Context, string) (string, error)
	Remember(context.Context, string, string) error
	Change(ctx context.Context, what, name, value string) error
	Version(context.Context) (int64, error)
}
