package cache

import (
	"context"
	"time"

	"depesche/feed"
)

// Asking is what holds for one source alone; what is not set is as Options say.
type Asking struct {
	Interval time.Duration // between two questions by schedule, at least ten minutes; 0: it adapts
	FullText *bool         // fetch the pages behind its articles
	Pictures *bool         // fetch its lead pictures
}

// asking is what holds for a source.
func (o *Options) asking(s *sourceState) Asking { return o.Ask[feed.Address(s.src.URL)] }

// every gives the seconds until the next question by schedule, after an answer with so many new
// articles.
func (c *Cache) every(s *sourceState, fresh int) int64 {
	if own := c.options.asking(s).Interval; own > 0 {
		return int64(max(own, shortestInterval).Seconds())
	}
	return adapt(s.every, c.options.Interval, fresh)
}

// hurried reports whether the settings want a source asked that was last scheduled when they
// left it more time.
func (c *Cache) hurried(s *sourceState, now int64) bool {
	own := int64(max(c.options.asking(s).Interval, shortestInterval).Seconds())
	return c.options.asking(s).Interval > 0 && s.fails == 0 && own < s.every && s.fetched+own <= now
}

// otherwise lists the sources for which a setting says something else than what holds in general.
func (c *Cache) otherwise(ctx context.Context, general bool, setting func(Asking) *bool) (keys []Key, err error) {
	if len(c.options.Ask) == 0 {
		return nil, nil
	}
	err = c.all(ctx, "select id, address from source where removed = 0", nil, func(scan func(...any) error) error {
		var key Key
		var address string
		err := scan(&key, &address)
		if own := setting(c.options.Ask[address]); own != nil && *own != general {
			keys = append(keys, key)
		}
		return err
	})
	return keys, err
}

// quietTime is how long a source may bring nothing before it is asked without validators: some
// servers answer "not modified" for ever.
const quietTime = 7 * 24 * time.Hour

// validators are what a source is asked with: none once in a week without news. The week is
// counted from the last article, and the answer before this one tells whether it was asked so
// in this week already.
func (c *Cache) validators(ctx context.Context, s *sourceState) (feed.Validators, error) {
	now, week := c.now(), int64(quietTime.Seconds())
	if s.validators == (feed.Validators{}) || s.fetched == 0 {
		return s.validators, nil
	}
	var news int64
	if err := c.one(ctx, "select coalesce(max(seen), 0) from article indexed by article_source where source = ? and dropped = 0", []any{s.key}, &news); err != nil {
		return s.validators, err
	}
	if now >= news && s.fetched >= news && (now-news)/week > (s.fetched-news)/week {
		return feed.Validators{}, nil
	}
	return s.validators, nil
}
