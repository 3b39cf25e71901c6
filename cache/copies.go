package cache

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// Once a day a copy of the database is put into a folder beside it, and the last
// few are kept. It is made from a reading connection, so that nobody waits for it.

const (
	copiesName = "copies"
	copyEvery  = 24 * time.Hour
)

// Copy makes the day's copy unless it is there, and lets the oldest go beyond
// Options.Copies. It tells the new copy's name, "" where none was due. A copy is a whole
// cache: put in the place of the database it is the cache of that day.
func (c *Cache) Copy(ctx context.Context) (name string, err error) {
	if c.options.Copies <= 0 || c.options.ReadOnly {
		return "", nil
	}
	dir := filepath.Join(c.dir, copiesName)
	have, err := copies(dir)
	if err != nil {
		return "", fileProblem(dir, err)
	}
	now := c.options.Now()
	ahead := 0 // copies from the future come from a clock that was wrong: they are the first to go
	for ahead < len(have) && have[ahead].made.After(now) {
		ahead++
	}
	have = append(have[ahead:len(have):len(have)], have[:ahead]...)
	if ahead < len(have) && now.Sub(have[0].made) < copyEvery {
		return "", nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fileProblem(dir, err)
	}
	name = c.free(filepath.Join(dir, "depesche-"+now.Format("2006-01-02")+".db"))
	half := name + ".half"
	// Empty and ours before SQLite writes into it: a copy is never readable by others, not even half of it.
	if err := errors.Join(ignoreMissing(os.Remove(half)), os.WriteFile(half, nil, 0o600), c.copyTo(ctx, half)); err != nil {
		return "", errors.Join(err, ignoreMissing(os.Remove(half)))
	}
	if err := errors.Join(os.Chmod(half, 0o600), os.Chtimes(half, now, now), os.Rename(half, name)); err != nil {
		return "", fileProblem(name, err)
	}
	return name, c.rotate(ctx, have)
}

// rotate lets the oldest copies go beyond Options.Copies, of which one has just been made. The copies that
// hold most sources, articles and marks stay however old they are while the database holds less: they may be all
// that is left of what was lost. have are those from before, the newest first.
func (c *Cache) rotate(ctx context.Context, have []dayCopy) (err error) {
	if len(have) < c.options.Copies {
		return nil
	}
	var most Saved
	if err := holdings(ctx, c.read.db, &most); err != nil {
		return c.problem(err)
	}
	stays := map[int]bool{}
	var keeper [3]int // of sources, articles, marks; -1: the database has most
	for m := range keeper {
		keeper[m] = -1
	}
	for i, old := range have {
		var n Saved
		if err := c.holdsCopy(ctx, old.name, &n); err != nil {
			stays[i] = true // what cannot be read is not ours to delete
			continue
		}
		for m, x := range [...]struct {
			have int
			most *int
		}{{n.Sources, &most.Sources}, {n.Articles, &most.Articles}, {n.Marks, &most.Marks}} {
			if x.have > *x.most {
				*x.most, keeper[m] = x.have, i
			}
		}
	}
	for i, old := range have {
		if i >= c.options.Copies-1 && !stays[i] && !slices.Contains(keeper[:], i) {
			err = errors.Join(err, ignoreMissing(os.Remove(old.name)))
		}
	}
	return err
}

// copyTo copies the database on a connection of its own: those of the reading pool may not
// write anywhere.
func (c *Cache) copyTo(ctx context.Context, name string) error {
	db := sql.OpenDB(connector{c.door, dsn(c.path, "")})
	db.SetMaxOpenConns(1)
	_, err := db.ExecContext(ctx, "vacuum into "+quote(name))
	return errors.Join(c.problem(err), db.Close())
}

// holdsCopy counts what a copy holds.
func (c *Cache) holdsCopy(ctx context.Context, name string, n *Saved) error {
	db := c.openBeside(name)
	return errors.Join(holdings(ctx, db, n), db.Close())
}

// dayCopy is a copy and when it was made.
type dayCopy struct {
	name string
	made time.Time
}

// copies lists the copies of a folder, the newest first.
func copies(dir string) ([]dayCopy, error) {
	names, err := filepath.Glob(filepath.Join(dir, "depesche-*.db"))
	if err != nil {
		return nil, err
	}
	var out []dayCopy
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			return nil, err
		}
		out = append(out, dayCopy{name, info.ModTime()})
	}
	slices.SortFunc(out, func(a, b dayCopy) int { return b.made.Compare(a.made) })
	return out, nil
}

func ignoreMissing(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}
