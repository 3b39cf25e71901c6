package cache

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"

	"depesche/cache/schema"
)

var errForeign = errors.New("another program's database")

// fileHead gives what the file says it is: application id and schema.
func fileHead(ctx context.Context, q interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
},
) (id, version int, err error) {
	if err = q.QueryRowContext(ctx, "pragma application_id").Scan(&id); err != nil {
		return
	}
	err = q.QueryRowContext(ctx, "pragma user_version").Scan(&version)
	return
}

// migrate makes an empty file ours, and takes the steps an older one lacks. Before
// an older file is touched, a copy of it is put beside it.
func (c *Cache) migrate(ctx context.Context, steps []string) error {
	conn := c.own.conn
	id, have, err := fileHead(ctx, conn)
	if err != nil {
		return c.problem(err)
	}
	if id != schema.ApplicationID {
		var tables int
		if err := conn.QueryRowContext(ctx, "select count(*) from sqlite_schema").Scan(&tables); err != nil {
			return c.problem(err)
		}
		if id != 0 || have != 0 || tables != 0 {
			return &DamagedError{Path: c.path, Err: errForeign}
		}
	}
	if have > len(steps) {
		return &NewerError{c.path, have, len(steps)}
	}
	if err := c.journalMode(ctx, have == 0); err != nil || have == len(steps) {
		return err
	}
	if have > 0 {
		if err := c.copyAside(ctx, have); err != nil {
			return err
		}
	}
	return c.problem(c.own.run(ctx, func(t *tx) error {
		// Another program may have been here first.
		if _, have, err = fileHead(ctx, t.w.conn); err != nil {
			return err
		}
		from := have
		if from == 0 {
			if err := t.script(schema.Fresh()); err != nil {
				return fmt.Errorf("schema: %w", err)
			}
			from = schema.Version()
		}
		for i := from; i < len(steps); i++ {
			if err := t.script(steps[i]); err != nil {
				return fmt.Errorf("schema %d: %w", i+1, err)
			}
		}
		return t.script(fmt.Sprintf("pragma application_id = %d; pragma user_version = %d", schema.ApplicationID, max(have, len(steps))))
	}))
}

// journalMode makes the file a write-ahead one, which it then stays. Space can be
// given back only if that is said before the first table: of an empty file, which has nothing
// to lose, so that nothing waits for the disk. That the file is a write-ahead one has to be
// there before anything is in the log: SQLite throws away the log of an empty file.
func (c *Cache) journalMode(ctx context.Context, empty bool) error {
	var mode string
	if err := c.own.conn.QueryRowContext(ctx, "pragma journal_mode").Scan(&mode); err != nil {
		return c.problem(err)
	}
	if mode == "wal" {
		return nil
	}
	steps := "pragma journal_mode = wal"
	if empty {
		steps = "pragma synchronous = off; pragma page_size = 8192; pragma auto_vacuum = incremental; pragma synchronous = " + syncFull + "; " + steps
	}
	_, err := c.own.conn.ExecContext(ctx, steps)
	return c.problem(err)
}

// asideMark parts the name of such a copy: the database's, and the schema it has.
const asideMark = ".schema"

// copyAside keeps the file as it is before its schema is raised.
func (c *Cache) copyAside(ctx context.Context, have int) error {
	name := c.free(fmt.Sprintf("%s%s%d", c.path, asideMark, have))
	// SQLite writes into a file that is there and empty: one that nobody else may read, and that has
	// another name until it is whole.
	f, err := os.CreateTemp(c.dir, ".half-*")
	if err != nil {
		return fileProblem(c.dir, err)
	}
	half := f.Name()
	_, verr := c.own.conn.ExecContext(ctx, "vacuum into "+quote(half))
	if err := errors.Join(c.problem(verr), f.Sync(), f.Close()); err != nil {
		return errors.Join(err, ignoreMissing(os.Remove(half)))
	}
	return fileProblem(name, os.Rename(half, name))
}

// quote makes a literal of SQL.
func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
