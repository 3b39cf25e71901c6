package cache

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"depesche/feed"
	"depesche/feed/wire"
)

// Storing leaves the costly part for later: the search index and the comparison of
// stories. What waits for them stands in the table pending, so that nothing is
// forgotten when the program ends in between. A refresh digests a little
// before it ends and leaves the rest to the background; a search first digests all, unless its
// reader is to see at once what there is (Query.Now).

const (
	digestBatch = 200 // articles of one transaction: a mark waits no longer than for that
	storyDays   = 30  // copies are looked for among what is so new
	searchWait  = 5 * time.Second
	searchNow   = 250 * time.Millisecond // with Query.Now
	settlePause = 300 * time.Millisecond // a verb that is done sooner pays nothing for what waits
	printsKept  = 8192
	settingText = ".text" // the textVersion that the search index was made with
)

// morsel is a text that waits to be digested.
type morsel struct {
	id, at     int64
	feed, page []byte
	best       feed.Article
	text       parts
	print      wire.Print
	ready      bool // for the search index
	part       part // of it
	err        error
}

// digestAll digests until nothing waits or the context ends.
func (c *Cache) digestAll(ctx context.Context) error {
	if c.options.ReadOnly {
		return nil
	}
	for {
		more, err := c.digest(ctx)
		if !more || err != nil {
			return err
		}
	}
}

// digestSoon settles the cache in the background, unless sources are being asked: then
// whoever asks them does it afterwards.
func (c *Cache) digestSoon() {
	c.ending.Lock()
	defer c.ending.Unlock()
	if c.alive.Err() != nil || c.options.ReadOnly || !c.atWork.CompareAndSwap(false, true) {
		return
	}
	c.work.Go(func() {
		done := false
		defer func() {
			c.atWork.Store(false)
			if !done && c.refreshing.Load() == 0 { // it ended just now, and found us still at work
				c.digestSoon()
			}
		}()
		select {
		case <-time.After(settlePause):
		case <-c.alive.Done():
			return
		}
		var err error
		if err = c.guard("maintenance", func() (err error) {
			done, err = c.settleUnless(c.alive, func() bool { return c.refreshing.Load() > 0 })
			return err
		}); err != nil {
			done = true
			if c.alive.Err() == nil {
				c.options.Log.Warn("search index", "err", err)
			}
		}
	})
}

// Settle does now what the cache leaves to the background: it brings all texts into
// the search index, and makes the file smaller.
func (c *Cache) Settle(ctx context.Context) error {
	_, err := c.settleUnless(ctx, func() bool { return false })
	return err
}

// settleUnless is Settle, which a caller may interrupt between two steps; done tells whether it did not.
func (c *Cache) settleUnless(ctx context.Context, interrupted func() bool) (done bool, err error) {
	for _, step := range []func(context.Context) (bool, error){c.digest, c.storeFound, c.repack, c.tendParts, c.giveBackSome, c.spareStep} {
		for more := true; more; {
			if interrupted() {
				return false, nil
			}
			if more, err = step(ctx); err != nil {
				return false, err
			}
			if more {
				if err := c.rest(ctx, restTime); err != nil {
					return false, err
				}
			}
		}
	}
	return true, nil
}

// digest takes one batch of what waits, the newest first, and tells whether there is more.
func (c *Cache) digest(ctx context.Context) (more bool, err error) {
	select {
	case c.digesting <- struct{}{}:
		defer func() { <-c.digesting }()
	case <-ctx.Done():
		return false, ctx.Err()
	}
	if err := c.renewIndex(ctx); err != nil {
		return false, err
	}
	list, err := c.morsels(ctx)
	if err != nil {
		return false, err
	}
	var gone bool
	if err := c.one(ctx, "select exists(select 1 from gone)", nil, &gone); err != nil || len(list) == 0 && !gone {
		return false, err
	}
	c.chew(list)
	gone = false
	err = c.write(ctx, c.fetched, func(t *tx) error {
		var err error
		if gone, err = t.dropGone(); err != nil {
			return err
		}
		for i := range list {
			if err := c.swallow(t, &list[i]); err != nil {
				return err
			}
		}
		// All at once and last, and by key: other statements in between, or a smaller key, make
		// the index write what it has gathered, each time.
		for i := range slices.Backward(list) {
			if m := &list[i]; m.ready {
				if err := t.index(&m.part, m.id, &m.text); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return len(list) == digestBatch || gone, err
}

// renewIndex empties the search index where it is broken, or of another program's texts.
func (c *Cache) renewIndex(ctx context.Context) error {
	version := ""
	if err := c.all(ctx, "select value from setting where name = ?", []any{settingText}, func(scan func(...any) error) error {
		return scan(&version)
	}); err != nil {
		return err
	}
	if version == textVersion && !c.broken.Load() {
		return nil
	}
	if err := c.write(ctx, c.fetched, func(t *tx) error {
		if version != "" || c.broken.Load() { // a new file needs no clearing
			if err := t.clearIndex(); err != nil {
				return err
			}
		}
		return t.remember(settingText, textVersion)
	}); err != nil {
		return err
	}
	c.broken.Store(false)
	return nil
}

func (c *Cache) morsels(ctx context.Context) ([]morsel, error) {
	var list []morsel
	err := c.all(ctx, `select p.id, s.at, b.feed, b.page from pending p cross join state s on s.id = p.id left join body b on b.id = p.id
		order by p.id desc limit ?`, []any{digestBatch}, func(scan func(...any) error) error {
		var m morsel
		err := scan(&m.id, &m.at, &m.feed, &m.page)
		list = append(list, m)
		return err
	})
	return list, err
}

// chew takes texts apart, outside of any transaction and on all cores.
func (c *Cache) chew(list []morsel) {
	var wait sync.WaitGroup
	const share = digestBatch / 4
	for from := 0; from < len(list); from += share {
		some := list[from:min(from+share, len(list))]
		wait.Go(func() {
			for i := range some {
				m := &some[i]
				if len(m.feed)+len(m.page) == 0 {
					continue
				}
				m.err = c.guard(fmt.Sprint("article ", m.id), func() (err error) {
					if m.best, err = c.codec.best(m.feed, m.page); err == nil {
						m.text, m.print = split(&m.best), wire.Fingerprint(&m.best)
					}
					return err
				})
			}
		})
	}
	wait.Wait()
}

// swallow makes an article ready for the search index and finds its story. What has
// changed while it was chewed waits for the next batch.
func (c *Cache) swallow(t *tx, m *morsel) error {
	if len(m.feed)+len(m.page) > 0 {
		var fromFeed, fromPage []byte
		err := t.each("select feed, page from body where id = ?", []any{m.id}, func(scan func(...any) error) error { return scan(&fromFeed, &fromPage) })
		if err != nil {
			return err
		}
		if !bytes.Equal(fromFeed, m.feed) || !bytes.Equal(fromPage, m.page) {
			return nil
		}
	}
	n, err := t.exec("delete from pending where id = ?", m.id)
	if err != nil || n == 0 { // another program was faster, or it was let go
		return err
	}
	switch {
	case m.err != nil: // it waits no more, and stays: a newer program, or a dictionary that is found, may read it
		c.options.Log.Warn("text not indexed", "key", m.id, "err", m.err)
		return nil
	case len(m.feed)+len(m.page) == 0:
		return nil
	}
	if m.part, err = t.makePart(m.id); err != nil {
		return err
	}
	m.ready = true
	return c.setStory(t, m)
}
