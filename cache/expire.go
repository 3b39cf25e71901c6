package cache

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"
)

// What is let go, and how its room is given back. All of it is done in small steps with
// a rest between them: a reader's mark waits for no more than one step, in this
// program and in another.

const (
	removedDays = 30  // a source taken out can be brought back so long
	expiredDays = 180 // an article let go is known so long after its feed last held it

	stepTime  = 20 * time.Millisecond // so long one step should hold the file
	firstStep = 20                    // articles of the first one
	restTime  = 5 * time.Millisecond  // between two: longer than another program sleeps that waits for the file, see begin
	sizeRuns  = 3                     // how often it is looked whether what went was enough
)

// Leaving is an article that retention lets go.
type Leaving struct {
	Row
	Why Reason
}

// Tidied is what retention let go, or would.
type Tidied struct {
	Articles      []Leaving // oldest first
	Pictures      int
	PictureBytes  int64
	Before, After int64     // bytes on the disk, without the daily copies; After is 0 where nothing was done
	Later         time.Time // stricter settings hold by themselves from then on; zero: they do
}

// Expire lets go what the settings no longer keep, and tells how many articles that were.
// An article goes that its feed holds no more and that is over an age, a number or a
// size; pictures go before texts do. What is starred or tagged, was set back to unread, is kept by
// a rule or packed in the edition stays, whatever the limits say. Sources removed 30 days
// ago go for good. Settings that have become stricter hold after a week, and a clock that jumps is
// followed slowly: see keeping and keepClock.
func (c *Cache) Expire(ctx context.Context) (int, error) {
	p, _, err := c.keeping(ctx, true)
	if err != nil {
		return 0, err
	}
	t, err := c.tidy(ctx, &p, true, false)
	return t.n, err
}

// Tidy does what Expire does with the settings as they are now, and lists what went.
// A dry run only lists it.
func (c *Cache) Tidy(ctx context.Context, dry bool) (Tidied, error) {
	_, later, err := c.keeping(ctx, !dry)
	if err != nil {
		return Tidied{}, err
	}
	p := c.options.policy()
	t, err := c.tidy(ctx, &p, !dry, true)
	t.Later = later
	return t.Tidied, err
}

// tidying is a Tidied in the making.
type tidying struct {
	Tidied
	n int
}

func (c *Cache) tidy(ctx context.Context, p *policy, do, list bool) (t tidying, err error) {
	if do {
		select { // one at a time is enough
		case c.tidying <- struct{}{}:
			defer func() { <-c.tidying }()
		case <-ctx.Done():
			return t, ctx.Err()
		}
	}
	now, err := c.keepClock(ctx, do)
	if err != nil {
		return t, err
	}
	use, err := c.diskUse(ctx)
	if err != nil {
		return t, err
	}
	t.Before = use.total()
	l, err := c.leaving(ctx, p, now)
	if err != nil {
		return t, err
	}
	if err := c.tidyPictures(ctx, p, &use, l, do, &t); err != nil {
		return t, err
	}
	if err := c.overSize(p, &use, l); err != nil {
		return t, err
	}
	if list {
		if err := c.describe(ctx, l.list, &t); err != nil {
			return t, err
		}
	}
	if !do {
		t.n = len(l.list)
		return t, nil
	}
	if err := c.carryOut(ctx, p, l, now, &t); err != nil {
		return t, err
	}
	use, err = c.diskUse(ctx)
	t.After = use.total()
	return t, err
}

// carryOut lets the articles go, then all that hung on them.
func (c *Cache) carryOut(ctx context.Context, p *policy, l *leavers, now int64, t *tidying) error {
	for run := 0; ; run++ {
		n, err := c.letGoAll(ctx, l.list)
		if t.n += n; err != nil {
			return err
		}
		if n > 0 {
			if err := c.Settle(ctx); err != nil {
				return err
			}
		}
		if p.Bytes == 0 || n == 0 || run == sizeRuns {
			break
		}
		use, err := c.diskUse(ctx)
		if err != nil {
			return err
		}
		l.list = nil
		if err := c.overSize(p, &use, l); err != nil {
			return err
		}
	}
	if err := c.purge(ctx, now); err != nil {
		return err
	}
	if err := errors.Join(c.sweepPictures(ctx), c.expireLinked(now), c.expireAside(), c.sweepSpool()); err != nil {
		return err
	}
	return c.giveBack(ctx)
}

// overSize adds the oldest articles that have to go for the whole to fit, whatever
// else goes with them.
func (c *Cache) overSize(p *policy, use *diskUse, l *leavers) error {
	over := use.total() - p.Bytes - int64(len(l.list))*use.each()
	if p.Bytes == 0 || over <= 0 {
		return nil
	}
	n := int((over + use.each() - 1) / use.each())
	had := len(l.list)
	if err := l.add(OverSize, sqlOldest, n+had); err != nil {
		return err
	}
	l.list = l.list[:min(len(l.list), had+n)]
	return nil
}

// describe lists articles with what a reader knows them by, the oldest first.
func (c *Cache) describe(ctx context.Context, list []leaver, t *tidying) error {
	why := make(map[Key]Reason, len(list))
	for some := range slices.Chunk(list, 1000) {
		keys := make([]Key, len(some))
		for i, x := range some {
			keys[i], why[x.key] = x.key, x.why
		}
		rows, err := c.rowsOf(ctx, keys, rowsByKey)
		if err != nil {
			return err
		}
		for _, r := range rows {
			t.Articles = append(t.Articles, Leaving{r, why[r.Key]})
		}
	}
	slices.SortStableFunc(t.Articles, func(a, b Leaving) int { return a.Published.Compare(b.Published) })
	return nil
}

// letGoAll lets articles go with their pictures, step by step, and tells how many went:
// one that was marked meanwhile, or came back into its feed, stays.
func (c *Cache) letGoAll(ctx context.Context, list []leaver) (n int, err error) {
	var spared map[string]bool
	for size := firstStep; len(list) > 0; {
		some := list[:min(size, len(list))]
		list = list[len(some):]
		pictures, err := c.picturesOf(ctx, some)
		if err != nil {
			return n, err
		}
		gone, took, err := c.letGoSome(ctx, some)
		if err != nil {
			return n, err
		}
		n += len(gone)
		size = pace(size, took)
		var urls []string
		for _, k := range gone {
			urls = append(urls, pictures[k]...)
		}
		drop, err := c.notedPictures(ctx, urls)
		if err == nil && len(drop) > 0 {
			if spared == nil {
				spared, err = c.sparedPictures(ctx)
			}
			drop = slices.DeleteFunc(drop, func(k keptPicture) bool { return spared[k.url] })
		}
		if err := errors.Join(err, c.dropPictures(ctx, drop), c.rest(ctx, restTime)); err != nil {
			return n, err
		}
	}
	return n, nil
}

// letGoSome lets articles go in one transaction, and tells which went and how long it took.
func (c *Cache) letGoSome(ctx context.Context, some []leaver) (gone []Key, took time.Duration, err error) {
	err = c.write(ctx, c.fetched, func(t *tx) error {
		start := time.Now()
		defer func() { took = time.Since(start) }()
		gone = gone[:0]
		for _, x := range some {
			free, err := t.mayGo(x)
			if err != nil {
				return err
			}
			if !free {
				continue
			}
			if x.why == OfNoSource { // should it come back, its articles do
				_, err = t.exec("delete from article where id = ?", x.key)
			} else {
				err = t.letGo(x.key, c.now())
			}
			if err != nil {
				return err
			}
			gone = append(gone, x.key)
		}
		return nil
	})
	return gone, took, err
}

// pace gives the size of the next step after one that took so long.
func pace(size int, took time.Duration) int {
	next := int(int64(size) * int64(stepTime) / int64(max(took, time.Millisecond)))
	return max(1, min(next, 2*size, 1000))
}

// rest waits, so that others get at the file.
func (c *Cache) rest(ctx context.Context, d time.Duration) error {
	wait := time.NewTimer(d)
	defer wait.Stop()
	select {
	case <-wait.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-c.alive.Done():
		return &StorageError{c.path, ErrClosed}
	}
}

// mayGo tells whether an article may go now.
func (t *tx) mayGo(x leaver) (free bool, err error) {
	still := "select exists(select 1 from article a join state s on s.id = a.id where a.id = ? and " + spare + ")"
	if x.why == OfNoSource { // nobody asks its feed any more
		still = "select exists(select 1 from article a join state s on s.id = a.id join source o on o.id = a.source where a.id = ? and o.removed > 0 and " + unmarked + ")"
	}
	err = t.row(still, []any{x.key}, &free)
	return free, err
}

// letGo deletes an article and remembers its hashes, so that its feed does not bring it
// back as new.
func (t *tx) letGo(k Key, now int64) error {
	if _, err := t.exec(`insert or replace into expired(hash, source, at) select hash, source, ? from ident where article = ?`, now, k); err != nil {
		return err
	}
	_, err := t.exec("delete from article where id = ?", k)
	return err
}

// purge deletes removed sources that are empty, and forgets what no feed has held for
// long. A source that holds an article which has to stay stays with it, out of sight;
// so does one that left the settings or the server, and that may come back.
func (c *Cache) purge(ctx context.Context, now int64) error {
	return c.write(ctx, c.fetched, func(t *tx) error {
		if _, err := t.exec(`delete from source where removed > 0 and removed < ? and remote = 0
			and not exists(select 1 from article where source = source.id)`, now-removedDays*24*3600); err != nil {
			return err
		}
		_, err := t.exec("delete from expired where source in (select id from source) and at < ?", now-expiredDays*24*3600)
		return err
	})
}

const (
	giveStep  = 256 // pages that are given back in one go
	spareFree = 256 // pages that stay for the next refresh

	largeLog = 4 << 20 // bytes of the file's log from which it is cut
)

// giveBack shrinks the file by its free pages, and its log where nobody reads from it just
// now.
func (c *Cache) giveBack(ctx context.Context) error {
	for more := true; more; {
		var err error
		if more, err = c.giveBackPages(ctx, 0); err != nil {
			return err
		}
		if err := c.rest(ctx, restTime); err != nil {
			return err
		}
	}
	if info, err := os.Stat(c.path + "-wal"); err != nil || info.Size() < largeLog {
		return nil
	}
	return c.alone(ctx, func(conn *sql.Conn) error {
		for _, pragma := range []string{"busy_timeout = 0", "wal_checkpoint(truncate)", fmt.Sprint("busy_timeout = ", busyMillis)} {
			rows, err := conn.QueryContext(context.WithoutCancel(ctx), "pragma "+pragma)
			if err != nil {
				return err
			}
			if err := eachRow(rows, func(func(...any) error) error { return nil }); err != nil {
				return err
			}
		}
		return nil
	})
}

// alone runs f on the connection for what was fetched, outside of any transaction.
func (c *Cache) alone(ctx context.Context, f func(*sql.Conn) error) error {
	if err := c.takeTurn(ctx); err != nil {
		return err
	}
	defer func() { <-c.turn }()
	if err := c.fetched.open(ctx); err != nil {
		return c.problem(err)
	}
	return c.problem(f(c.fetched.conn))
}

func (c *Cache) giveBackSome(ctx context.Context) (more bool, err error) {
	return c.giveBackPages(ctx, spareFree)
}

// giveBackPages gives back some of the free pages beyond those that are to stay, and
// tells whether there are more.
func (c *Cache) giveBackPages(ctx context.Context, spare int) (more bool, err error) {
	var free int
	if err := c.query(ctx, "pragma freelist_count", nil, func(scan func(...any) error) error { return scan(&free) }); err != nil || free <= spare {
		return false, err
	}
	err = c.alone(ctx, func(conn *sql.Conn) error {
		rows, err := conn.QueryContext(ctx, fmt.Sprintf("pragma incremental_vacuum(%d)", giveStep)) // a page a row
		if err != nil {
			return err
		}
		if err := eachRow(rows, func(func(...any) error) error { return nil }); err != nil || free > spare+giveStep {
			return err
		}
		_, err = conn.ExecContext(ctx, "pragma wal_checkpoint(passive)")
		return err
	})
	return err == nil && free > spare+giveStep, err
}
