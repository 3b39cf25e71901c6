package cache

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"modernc.org/sqlite"
)

// How a connection writes. What the reader did is on the disk before we say
// so; what was fetched can be fetched again and waits for the next checkpoint.
const (
	syncNormal = "normal"
	syncFull   = "full"
)

// busyMillis is how long a connection waits for another program's transaction.
const busyMillis = 10_000

// Result codes of SQLite that we tell apart, https://www.sqlite.org/rescode.html.
const (
	codeError    = 1 // of SQL: what it names is not there
	codeBusy     = 5
	codeLocked   = 6
	codeReadOnly = 8
	codeIO       = 10
	codeCorrupt  = 11
	codeFull     = 13
	codeCantOpen = 14
	codeNotADB   = 26
	codeIOWrite  = 10 | 3<<8
	codeIOShm    = 10 | 19<<8 // the log's index could not be made larger
	codeIndex    = 11 | 1<<8  // the full-text index is wrong, not the file
)

// connector opens connections through a driver of our own, which knows our
// functions, so that nothing is registered for the whole process.
type connector struct {
	driver driver.Driver
	dsn    string
}

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.dsn) }
func (c connector) Driver() driver.Driver                        { return c.driver }

// dsn names a database file for the driver. Pragmas are run on each new
// connection, in order.
func dsn(path, mode string, pragmas ...string) string {
	slash := filepath.ToSlash(path)
	if !strings.HasPrefix(slash, "/") {
		slash = "/" + slash // Windows: /C:/Users/...
	}
	u := url.URL{Scheme: "file", Path: slash}
	var b strings.Builder
	b.WriteString(u.String())
	b.WriteString("?_txlock=immediate&_pragma=busy_timeout(" + strconv.Itoa(busyMillis) + ")")
	for _, p := range pragmas {
		b.WriteString("&_pragma=" + url.QueryEscape(p))
	}
	if mode != "" {
		b.WriteString("&" + mode)
	}
	return b.String()
}

// pool is a set of reading connections with the statements they know.
type pool struct {
	db    *sql.DB
	mu    sync.Mutex
	stmts map[string]*sql.Stmt
}

func newPool(d driver.Driver, name string, size int) *pool {
	db := sql.OpenDB(connector{d, name})
	db.SetMaxOpenConns(size)
	db.SetMaxIdleConns(size)
	return &pool{db: db, stmts: map[string]*sql.Stmt{}}
}

// stmt gives the prepared statement of a query that is a constant of ours.
func (p *pool) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if s := p.stmts[query]; s != nil {
		return s, nil
	}
	s, err := p.db.PrepareContext(context.WithoutCancel(ctx), query)
	if err != nil {
		return nil, err
	}
	p.stmts[query] = s
	return s, nil
}

// writer is one writing connection, opened when it is first needed, with the
// statements it knows. Whoever uses it has the cache's turn.
type writer struct {
	db    *sql.DB
	conn  *sql.Conn
	stmts map[string]*sql.Stmt

	traits map[string]int64 // what is known of the table; forgotten when a transaction fails
}

func newWriter(d driver.Driver, name string) *writer {
	db := sql.OpenDB(connector{d, name})
	db.SetMaxOpenConns(1)
	return &writer{db: db, stmts: map[string]*sql.Stmt{}, traits: map[string]int64{}}
}

func (w *writer) open(ctx context.Context) error {
	if w.conn != nil {
		return nil
	}
	conn, err := w.db.Conn(ctx)
	w.conn = conn
	return err
}

// close ends the connection. Its statements must go first: a connection with
// open ones lingers, and keeps SQLite from folding its log into the file.
func (w *writer) close() error {
	var errs []error
	for _, s := range w.stmts {
		errs = append(errs, s.Close())
	}
	if w.conn != nil {
		errs = append(errs, w.conn.Close())
	}
	return errors.Join(append(errs, w.db.Close())...)
}

// tx is a transaction on a writer. Its statements run to their end; whoever
// loops over many asks the context in between. A query passed to its methods is
// a constant: its statement is kept.
type tx struct {
	ctx context.Context // never done
	w   *writer

	standing    *standing // the rules, once asked for
	lastArticle int64     // the highest key so far, once asked for
	facets      []facet   // of articles that were stored, see insertFacets
}

func (t *tx) prepared(query string) (*sql.Stmt, error) {
	if s := t.w.stmts[query]; s != nil {
		return s, nil
	}
	s, err := t.w.conn.PrepareContext(t.ctx, query)
	if err == nil {
		t.w.stmts[query] = s
	}
	return s, err
}

// dropStatements closes the statements that name a table which is about to go.
func (t *tx) dropStatements(table string) error {
	var errs []error
	for query, s := range t.w.stmts {
		if strings.Contains(query, table+" ") || strings.Contains(query, table+"(") {
			errs = append(errs, s.Close())
			delete(t.w.stmts, query)
		}
	}
	return errors.Join(errs...)
}

// script runs statements that are not kept.
func (t *tx) script(query string, args ...any) error {
	_, err := t.w.conn.ExecContext(t.ctx, query, args...)
	return err
}

// exec runs a statement and gives the number of rows it touched.
func (t *tx) exec(query string, args ...any) (int, error) {
	s, err := t.prepared(query)
	if err != nil {
		return 0, err
	}
	r, err := s.ExecContext(t.ctx, args...)
	if err != nil {
		return 0, err
	}
	n, err := r.RowsAffected()
	return int(n), err
}

// insert runs an insert and gives the new row's id, 0 where it was ignored.
func (t *tx) insert(query string, args ...any) (int64, error) {
	s, err := t.prepared(query)
	if err != nil {
		return 0, err
	}
	r, err := s.ExecContext(t.ctx, args...)
	if err != nil {
		return 0, err
	}
	if n, err := r.RowsAffected(); n == 0 || err != nil {
		return 0, err
	}
	return r.LastInsertId()
}

// row runs a query for one row; sql.ErrNoRows where there is none.
func (t *tx) row(query string, args []any, dest ...any) error {
	s, err := t.prepared(query)
	if err != nil {
		return err
	}
	return s.QueryRowContext(t.ctx, args...).Scan(dest...)
}

// each calls f for each row of a query; f scans.
func (t *tx) each(query string, args []any, f func(scan func(...any) error) error) error {
	s, err := t.prepared(query)
	if err != nil {
		return err
	}
	rows, err := s.QueryContext(t.ctx, args...)
	if err != nil {
		return err
	}
	return eachRow(rows, f)
}

// adhoc is each for a query that was put together for the occasion.
func (t *tx) adhoc(query string, args []any, f func(scan func(...any) error) error) error {
	rows, err := t.w.conn.QueryContext(t.ctx, query, args...)
	if err != nil {
		return err
	}
	return eachRow(rows, f)
}

func eachRow(rows *sql.Rows, f func(scan func(...any) error) error) error {
	defer rows.Close()
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// How a transaction waits for another program's. SQLite sleeps ever longer, up to a tenth of a
// second, and misses the moments in which the file is free while the other takes step
// after step; a reader's mark is not to wait for more than one of those.
const (
	firstWait = time.Millisecond
	laterWait = 10 * time.Millisecond
	waitsLong = time.Second // from then on
)

// begin starts a transaction when no other program writes.
func (t *tx) begin() error {
	start := time.Now()
	for {
		err := t.script("begin immediate")
		var se *sqlite.Error
		waited := time.Since(start)
		if err == nil || !errors.As(err, &se) || se.Code()&0xff != codeBusy || waited > busyMillis*time.Millisecond {
			return err
		}
		wait := firstWait
		if waited > waitsLong {
			wait = laterWait
		}
		time.Sleep(wait)
	}
}

// run makes f one transaction: all of it is stored, or nothing.
func (w *writer) run(ctx context.Context, f func(*tx) error) (err error) {
	t := &tx{ctx: context.WithoutCancel(ctx), w: w}
	if err := w.open(t.ctx); err != nil {
		return err
	}
	if err := t.begin(); err != nil {
		return err
	}
	done := false // f may throw
	defer func() {
		if !done || err != nil {
			_ = t.script("rollback") // SQLite may have rolled back itself; err is what counts
			clear(w.traits)
		}
	}()
	err = f(t)
	done = true
	if err != nil {
		return err
	}
	return t.script("commit")
}

// write runs f in a transaction of its own, one writer of this program at a
// time: waiting in line here is fair, waiting for SQLite's lock is not.
func (c *Cache) write(ctx context.Context, w *writer, f func(*tx) error) error {
	if c.options.ReadOnly {
		return &StorageError{c.path, ErrReadOnly}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := c.takeTurn(ctx); err != nil {
		return err
	}
	defer func() { <-c.turn }()
	return c.problem(w.run(ctx, f))
}

// takeTurn waits until this program writes nothing else; who has the turn gives it back.
func (c *Cache) takeTurn(ctx context.Context) error {
	select {
	case c.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-c.alive.Done():
		return &StorageError{c.path, ErrClosed}
	}
}

// query runs a query of the reading pool that is put together for the occasion.
func (c *Cache) query(ctx context.Context, query string, args []any, f func(scan func(...any) error) error) error {
	rows, err := c.read.db.QueryContext(ctx, query, args...)
	if err != nil {
		return c.problem(err)
	}
	return c.problem(eachRow(rows, f))
}

// one runs a constant query of the reading pool for one row; ErrNotFound where there is none.
func (c *Cache) one(ctx context.Context, query string, args []any, dest ...any) error {
	s, err := c.read.stmt(ctx, query)
	if err != nil {
		return c.problem(err)
	}
	err = s.QueryRowContext(ctx, args...).Scan(dest...)
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNotFound
	}
	return c.problem(err)
}

// all runs a constant query of the reading pool.
func (c *Cache) all(ctx context.Context, query string, args []any, f func(scan func(...any) error) error) error {
	s, err := c.read.stmt(ctx, query)
	if err != nil {
		return c.problem(err)
	}
	rows, err := s.QueryContext(ctx, args...)
	if err != nil {
		return c.problem(err)
	}
	return c.problem(eachRow(rows, f))
}

// problem gives SQLite's errors the types that callers tell apart.
func (c *Cache) problem(err error) error {
	err = classify(c.path, err)
	var damaged *DamagedError
	switch {
	case errors.Is(err, ErrIndex):
		c.broken.Store(true)
	case errors.As(err, &damaged) && !c.options.ReadOnly:
		c.suspect()
	}
	return err
}

func classify(path string, err error) error {
	var se *sqlite.Error
	if err == nil || !errors.As(err, &se) {
		return err
	}
	switch code := se.Code(); {
	case code == codeIndex:
		return &StorageError{path, ErrIndex}
	case code&0xff == codeCorrupt, code&0xff == codeNotADB:
		return &DamagedError{Path: path, Err: err}
	case code&0xff == codeFull:
		return &StorageError{path, ErrFull}
	case code&0xff == codeReadOnly, code&0xff == codeCantOpen:
		return &StorageError{path, ErrReadOnly}
	case code&0xff == codeBusy, code&0xff == codeLocked:
		return &StorageError{path, ErrBusy}
	case code == codeIOWrite, code == codeIOShm: // SQLite tells a full disk apart, a full quota or file-size limit not
		return &StorageError{path, ErrFull}
	case code&0xff == codeIO:
		return &StorageError{path, err}
	}
	return err
}

// fileProblem does the same for what the system says about files.
func fileProblem(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.EACCES), errors.Is(err, syscall.EPERM), errors.Is(err, syscall.EROFS):
		return &StorageError{path, ErrReadOnly}
	case errors.Is(err, syscall.ENOSPC):
		return &StorageError{path, ErrFull}
	}
	return &StorageError{path, err}
}
