package cache

import (
	"context"
	"time"
)

// What a reader that stays open for weeks does besides: the day's copy, and letting go
// what the settings no longer keep.

const (
	houseAfter = 20 * time.Second // a program that ends sooner does neither
	houseEvery = time.Hour
)

// KeepHouse does it in the background until the cache is closed: first when the program has
// run for a while, then every hour.
func (c *Cache) KeepHouse() { c.keepHouse(houseAfter, houseEvery) }

func (c *Cache) keepHouse(after, every time.Duration) {
	c.ending.Lock()
	defer c.ending.Unlock()
	if c.alive.Err() != nil || c.options.ReadOnly {
		return
	}
	c.work.Go(func() {
		for wait := after; c.rest(c.alive, wait) == nil; wait = every {
			for _, chore := range []struct {
				name string
				do   func(context.Context) error
			}{
				{"daily copy", func(ctx context.Context) error { _, err := c.Copy(ctx); return err }},
				{"tidy", func(ctx context.Context) error { _, err := c.Expire(ctx); return err }},
			} {
				if err := c.guard(chore.name, func() error { return chore.do(c.alive) }); err != nil && c.alive.Err() == nil {
					c.options.Log.Warn(chore.name, "err", err)
				}
			}
		}
	})
}
