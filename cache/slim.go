package cache

import (
	"context"
	"errors"
)

// Slim gives memory back that was needed for a while, at a start or in a refresh:
// connections that read beside the first one, and the pages that all have read. What
// is asked next reads its pages again, mostly from the system's memory.
func (c *Cache) Slim(ctx context.Context) error {
	c.read.db.SetMaxIdleConns(1) // the others are closed, or will be when they are given back
	_, err := c.read.db.ExecContext(ctx, shrink)
	c.read.db.SetMaxIdleConns(readers)
	if c.options.ReadOnly || err != nil {
		return c.problem(err)
	}
	if err := c.takeTurn(ctx); err != nil {
		return err
	}
	defer func() { <-c.turn }()
	for _, w := range []*writer{c.own, c.fetched, c.storing} {
		if w.conn != nil {
			_, werr := w.conn.ExecContext(ctx, shrink)
			err = errors.Join(err, werr)
		}
	}
	return c.problem(err)
}

const shrink = "pragma shrink_memory"
