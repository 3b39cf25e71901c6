package heritage

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"modernc.org/sqlite"

	"depesche/feed"
	"depesche/feed/parse"
)

// isDatabase knows an SQLite file by how it begins.
func isDatabase(head []byte) bool { return bytes.HasPrefix(head, []byte("SQLite format 3\x00")) }

// layout says how a program keeps its articles in SQLite.
type layout struct {
	program string
	table   string        // of articles
	columns []string      // with the names they had in turn, parted by "|"; "?" at the end: it may be missing
	also    string        // a further table that tells the program; "": none
	item    func(row) raw // the values in the order of columns
	feeds   string        // the table of sources; "": none
	sources []string      // its columns
	source  func(row) raw // of which feed counts
}

// layouts are the programs we know.
var layouts = []*layout{&newsboat, &newsraft, &nom}

// row is the values of a row of a foreign table.
type row []any

// text is a value as text; a missing one is "".
func (r row) text(i int) string {
	switch v := r[i].(type) {
	case string:
		return v
	case []byte:
		return string(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return ""
}

// number is a value as a number; what is none is 0.
func (r row) number(i int) int64 {
	switch v := r[i].(type) {
	case int64:
		return v
	case float64:
		return int64(v)
	}
	n, _ := strconv.ParseInt(strings.TrimSpace(r.text(i)), 10, 64)
	return n
}

// seconds is a value that counts seconds since 1970; what cannot be a date is no date.
func (r row) seconds(i int) time.Time { return moment(r.number(i)) }

func moment(seconds int64) time.Time {
	if seconds <= 0 || seconds > 1<<33 {
		return time.Time{}
	}
	return time.Unix(seconds, 0).UTC()
}

// database is our copy of a program's database.
type database struct {
	path   string // of the original
	folder string
	db     *sql.DB
	conn   *sql.Conn
}

// Limits of SQLite, https://www.sqlite.org/c3ref/c_limit_attached.html.
const (
	limitLength = 0 // bytes of a value or a row
	maxValue    = 32 << 20
)

func openDatabase(ctx context.Context, path, spool string) (*Estate, error) {
	folder, err := copyDatabase(ctx, path, spool)
	if err != nil {
		return nil, err
	}
	d := &database{path: path, folder: folder}
	e, err := d.open(ctx)
	if err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return e, nil
}

func (d *database) Close() error {
	var errs []error
	if d.conn != nil {
		errs = append(errs, d.conn.Close())
	}
	if d.db != nil {
		errs = append(errs, d.db.Close())
	}
	return errors.Join(append(errs, os.RemoveAll(d.folder))...)
}

func (d *database) open(ctx context.Context) (*Estate, error) {
	ctx, end := context.WithTimeout(ctx, maxTime)
	defer end()
	slash := filepath.ToSlash(filepath.Join(d.folder, copyName))
	if !strings.HasPrefix(slash, "/") {
		slash = "/" + slash // Windows: /C:/Users/...
	}
	u := url.URL{Scheme: "file", Path: slash}
	// It is opened for writing only so that a transaction that was under way can be taken back.
	dsn := u.String() + "?mode=rw"
	for _, p := range []string{"trusted_schema(0)", "query_only(1)", "mmap_size(0)", "cell_size_check(1)", "temp_store(2)", "cache_size(-4000)"} {
		dsn += "&_pragma=" + url.QueryEscape(p)
	}
	var err error
	if d.db, err = sql.Open("sqlite", dsn); err != nil {
		return nil, d.problem(ctx, err)
	}
	d.db.SetMaxOpenConns(1)
	if d.conn, err = d.db.Conn(ctx); err != nil {
		return nil, d.problem(ctx, err)
	}
	if _, err := sqlite.Limit(d.conn, limitLength, maxValue); err != nil {
		return nil, d.problem(ctx, err)
	}
	for _, l := range layouts {
		items, ok, err := d.columns(ctx, l.table, l.columns)
		if err != nil {
			return nil, err
		}
		if ok && l.also != "" {
			_, ok, err = d.columns(ctx, l.also, nil)
		}
		if err != nil {
			return nil, err
		}
		if ok {
			return d.estate(ctx, l, items)
		}
	}
	return nil, &Error{Path: d.path, Problem: Unknown}
}

func (d *database) estate(ctx context.Context, l *layout, items []string) (*Estate, error) {
	e := &Estate{Program: l.program, Path: d.path, close: d.Close}
	if l.feeds != "" {
		columns, ok, err := d.columns(ctx, l.feeds, l.sources)
		if err != nil {
			return nil, err
		}
		if ok {
			if err := d.rows(ctx, l.feeds, columns, func(r row) error {
				s := l.source(r).feed
				if feed.WebLink(s.URL) != "" && len(e.Sources) < maxItems {
					e.Sources = append(e.Sources, tidy(s))
				}
				return nil
			}); err != nil {
				return nil, err
			}
		}
	}
	e.walk = func(ctx context.Context, do func(*raw) error) error {
		return d.rows(ctx, l.table, items, func(r row) error {
			it := l.item(r)
			return do(&it)
		})
	}
	return e, nil
}

// columns finds the columns of a table as SQL, and tells whether it has all that are needed. A view
// is no table, nor is a virtual table, and a column that is computed is none: what they
// would run is not ours to run.
func (d *database) columns(ctx context.Context, table string, names []string) ([]string, bool, error) {
	var kind, text string
	err := d.conn.QueryRowContext(ctx, "select type, coalesce(sql, '') from sqlite_schema where name = ? and tbl_name = name", table).Scan(&kind, &text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, d.problem(ctx, err)
	}
	if words := strings.Fields(strings.ToLower(text)); kind != "table" || len(words) < 2 || words[1] != "table" {
		return nil, false, nil
	}
	has := map[string]bool{}
	rows, err := d.conn.QueryContext(ctx, "select name from pragma_table_xinfo(?) where hidden = 0", table)
	if err != nil {
		return nil, false, d.problem(ctx, err)
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, false, d.problem(ctx, err)
		}
		has[strings.ToLower(name)] = true
	}
	if err := rows.Err(); err != nil {
		return nil, false, d.problem(ctx, err)
	}
	out := make([]string, len(names))
	for i, n := range names {
		n, optional := strings.CutSuffix(n, "?")
		kinds := strings.Split(n, "|")
		j := slices.IndexFunc(kinds, func(k string) bool { return has[strings.ToLower(k)] })
		switch {
		case j >= 0:
			out[i] = `"` + kinds[j] + `"`
		case optional:
			out[i] = "null"
		default:
			return nil, false, nil
		}
	}
	return out, true, nil
}

// rows gives the rows of a table, within our bounds.
func (d *database) rows(ctx context.Context, table string, columns []string, do func(row) error) error {
	ctx, end := context.WithTimeout(ctx, maxTime)
	defer end()
	casts := make([]string, len(columns))
	for i, c := range columns {
		casts[i] = c
		if c != "null" {
			casts[i] = "+" + c // else the driver would make times of what is declared as one
		}
	}
	rows, err := d.conn.QueryContext(ctx, "select "+strings.Join(casts, ", ")+` from "`+table+`"`)
	if err != nil {
		return d.problem(ctx, err)
	}
	defer rows.Close()
	values := make(row, len(columns))
	into := make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return d.problem(ctx, err)
		}
		if err := do(values); err != nil {
			return err
		}
		if ctx.Err() != nil {
			return d.problem(ctx, ctx.Err())
		}
	}
	return d.problem(ctx, rows.Err())
}

// problem gives an error of SQLite its name.
func (d *database) problem(ctx context.Context, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return &Error{Path: d.path, Problem: TooSlow}
	case ctx.Err() != nil:
		return ctx.Err()
	}
	return &Error{Path: d.path, Problem: Damaged, Err: err}
}

// enclosure is a file that goes with an article; none where there is no address.
func enclosure(address, kind string) []parse.Enclosure {
	if address == "" {
		return nil
	}
	return []parse.Enclosure{{URL: address, Type: kind}}
}
