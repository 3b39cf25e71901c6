package cache

import (
	"context"
	"database/sql/driver"
	"strings"
	"sync"
)

// ear notes every statement that is said to a database.
type ear struct {
	mu   sync.Mutex
	said map[string]bool
}

func newEar() *ear { return &ear{said: map[string]bool{}} }

func (e *ear) note(query string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.said[strings.TrimSpace(query)] = true
}

// statements gives what was said, and forgets it.
func (e *ear) statements() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	var out []string
	for q := range e.said {
		out = append(out, q)
	}
	e.said = map[string]bool{}
	return out
}

func (e *ear) on(d driver.Driver) driver.Driver { return heardDriver{d, e} }

type heardDriver struct {
	driver.Driver
	ear *ear
}

func (d heardDriver) Open(name string) (driver.Conn, error) {
	c, err := d.Driver.Open(name)
	if err != nil {
		return nil, err
	}
	return &heardConn{c.(conn), d.ear}, nil
}

// conn is what a connection of the real driver can do.
type conn interface {
	driver.Conn
	driver.ConnPrepareContext
	driver.QueryerContext
	driver.ExecerContext
}

type heardConn struct {
	conn
	ear *ear
}

func (c *heardConn) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	c.ear.note(query)
	return c.conn.PrepareContext(ctx, query)
}

func (c *heardConn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	c.ear.note(query)
	return c.conn.QueryContext(ctx, query, args)
}

func (c *heardConn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	c.ear.note(query)
	return c.conn.ExecContext(ctx, query, args)
}
