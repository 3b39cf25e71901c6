package cache

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

	"modernc.org/sqlite"

	"depesche/cache/schema"
	"depesche/feed"
)

// script runs SQL on a file that no cache holds.
func script(t *testing.T, path, query string) {
	t.Helper()
	db := sql.OpenDB(connector{&sqlite.Driver{}, dsn(path, "")})
	defer db.Close()
	if _, err := db.Exec(query); err != nil {
		t.Fatal(err)
	}
}

func fileNames(t *testing.T, dir string) []string {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range list {
		out = append(out, e.Name())
	}
	return out
}

func TestOpenTellsWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(t.Context(), Options{Dir: filepath.Join(file, "below")}, &fake{})
	var se *StorageError
	if !errors.As(err, &se) || se.Path != filepath.Join(file, "below") {
		t.Errorf("a folder below a file: %v", err)
	}
	if _, err := Open(t.Context(), Options{Dir: filepath.Join(dir, "none"), ReadOnly: true}, &fake{}); !errors.Is(err, ErrNotFound) {
		t.Errorf("nothing to read: %v", err)
	}
	for err, want := range map[error]error{
		&fs.PathError{Err: syscall.EACCES}: ErrReadOnly, &fs.PathError{Err: syscall.EROFS}: ErrReadOnly,
		&fs.PathError{Err: syscall.ENOSPC}: ErrFull, &fs.PathError{Err: syscall.ENOTDIR}: syscall.ENOTDIR,
	} {
		if got := fileProblem("/x", err); !errors.Is(got, want) || !errors.As(got, &se) || se.Path != "/x" {
			t.Errorf("%v: %v", err, got)
		}
	}
}

// Only a file of today's schema is read by two connections at once when it is opened.
func TestTheHeadOfAFileTellsItsSchema(t *testing.T) {
	d := newDesk(t, Options{})
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(d.path)
	if err != nil {
		t.Fatal(err)
	}
	if !looksCurrent(bytes.NewReader(data)) {
		t.Error("a file we have just closed is not taken for ours")
	}
	script(t, d.path, fmt.Sprintf("pragma user_version = %d", schema.Version()-1))
	older, err := os.ReadFile(d.path)
	if err != nil {
		t.Fatal(err)
	}
	for what, head := range map[string][]byte{"an older schema": older, "an empty file": nil, "a cut head": data[:70], "something else": make([]byte, 4096)} {
		if looksCurrent(bytes.NewReader(head)) {
			t.Errorf("%s is taken for today's", what)
		}
	}
}

func TestNewerSchemaIsNotTouched(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "A"))
	d.must(d.Close())
	script(t, d.path, fmt.Sprintf("pragma user_version = %d; pragma wal_checkpoint(truncate)", schema.Version()+7))
	before, err := os.ReadFile(d.path)
	d.must(err)
	for _, o := range []Options{{Dir: d.o.Dir}, {Dir: d.o.Dir, ReadOnly: true}} {
		_, err = Open(t.Context(), o, d.origin)
		var newer *NewerError
		if !errors.As(err, &newer) || newer.Have != schema.Version()+7 || newer.Know != schema.Version() || newer.Path != d.path {
			t.Errorf("read only %v: %v", o.ReadOnly, err)
		}
	}
	after, err := os.ReadFile(d.path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file was touched: %v", err)
	}
	script(t, d.path, fmt.Sprintf("pragma user_version = %d", schema.Version()))
	d.open()
}

// filled makes a closed cache of 300 articles, a hundred of them read.
func filled(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t, Options{})
	var list []feed.Article
	for i := range 300 {
		list = append(list, story(i+1, fmt.Sprint("Meldung ", i+1)))
	}
	d.feed(tageblatt, list...)
	if _, err := d.MarkAll(t.Context(), Query{Limit: 100}, feed.Read); err != nil {
		t.Fatal(err)
	}
	d.must(d.Remember(t.Context(), "layout", "wide"))
	d.must(d.Close())
	if got := fileNames(t, d.dir); !slices.Equal(got, []string{databaseName, databaseName + spareSuffix}) {
		t.Fatalf("after closing: %q", got)
	}
	return d
}

func TestDamagedFileIsMovedAsideAndSalvaged(t *testing.T) {
	overwrite := func(d *desk, from, n int64) {
		f, err := os.OpenFile(d.path, os.O_RDWR, 0)
		d.must(err)
		_, err = f.WriteAt(bytes.Repeat([]byte{0xA5}, int(n)), from)
		d.must(errors.Join(err, f.Close()))
	}
	for _, tc := range []struct {
		name     string
		damage   func(*desk)
		articles int // at least so many are carried over
		noticed  bool
	}{
		{"zeroed", func(d *desk) { d.must(os.WriteFile(d.path, make([]byte, 1<<16), 0o600)) }, 0, true},
		{"no database", func(d *desk) { d.must(os.WriteFile(d.path, []byte("Guten Tag, dies ist ein Brief."), 0o600)) }, 0, true},
		{"truncated", func(d *desk) {
			info, err := os.Stat(d.path)
			d.must(err)
			d.must(os.Truncate(d.path, info.Size()/2/4096*4096))
		}, 0, true},
		{"another program's", func(d *desk) {
			d.must(os.Remove(d.path))
			script(d.t, d.path, "create table recipe(id integer primary key); pragma application_id = 77")
		}, 0, true},
		{"pages in the middle", func(d *desk) { overwrite(d, 60*4096, 3*4096) }, 50, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d := filled(t)
			tc.damage(d)
			damagedFile, err := os.ReadFile(d.path)
			d.must(err)
			if !tc.noticed { // not at once, but when somebody looks
				d.open()
				found, err := d.Repair(t.Context())
				if err != nil || found[0].OK {
					t.Fatalf("repair %+v, %v", found, err)
				}
				d.must(d.Close())
			}
			d.open()
			e := d.Damaged()
			if e == nil || e.Path != d.path || e.Moved != filepath.Join(d.dir, "depesche-damaged-2026-11-23.db") {
				t.Fatalf("damaged: %+v", e)
			}
			kept, err := os.ReadFile(e.Moved)
			if err != nil || len(kept) < len(damagedFile) && tc.noticed {
				t.Errorf("the damaged file is not what it was: %v", err)
			}
			if e.Saved.Articles < tc.articles {
				t.Errorf("saved %+v", e.Saved)
			}
			if tc.articles > 0 {
				if v, err := d.Recall(t.Context(), "layout"); v != "wide" || err != nil {
					t.Errorf("setting %q, %v", v, err)
				}
				if e.Saved.Sources != 1 || e.Saved.Marks == 0 {
					t.Errorf("saved %+v", e.Saved)
				}
				d.fetch()
			}
			d.sound()
			d.again()
			if d.Damaged() != nil {
				t.Error("damaged for good")
			}
		})
	}
}

func TestMigration(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "A"), story(2, "B"))
	d.must(d.Mark(t.Context(), feed.Mark{Article: d.list(Query{})[0].ID}))
	// The schema after next, as a newer program would have it.
	steps := append(schema.Steps(),
		"create table later(name text primary key, n integer not null default 0); insert into later(name) select 'rubrik'",
		"alter table source add column rank integer not null default 7")
	d.must(d.migrate(t.Context(), steps))
	var version, rank int
	d.must(d.one(t.Context(), "select (select user_version from pragma_user_version), rank from source", nil, &version, &rank))
	if version != len(steps) || rank != 7 {
		t.Errorf("schema %d, rank %d", version, rank)
	}
	if got := d.list(Query{}); len(got) != 2 || !got[0].Read {
		t.Errorf("rows %+v", got)
	}
	d.must(d.migrate(t.Context(), steps)) // nothing more to do
	old := d.path + ".schema" + fmt.Sprint(schema.Version())
	if got := fileNames(t, d.dir); !slices.Contains(got, filepath.Base(old)) || slices.ContainsFunc(got, func(s string) bool { return strings.HasSuffix(s, filepath.Base(old)+"-2") }) {
		t.Errorf("files %q", got)
	}
	if info, err := os.Stat(old); err != nil || info.Mode().Perm() != 0o600 && runtime.GOOS != "windows" {
		t.Errorf("the copy: %v, %v", info.Mode(), err)
	}
	if got := fileNames(t, d.dir); slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, ".half") }) {
		t.Errorf("half a copy is left: %q", got)
	}
	// The copy is the cache as it was.
	dir := t.TempDir()
	d.must(os.Rename(old, filepath.Join(dir, databaseName)))
	c, err := Open(t.Context(), Options{Dir: dir}, d.origin)
	d.must(err)
	defer c.Close()
	if rows, err := c.List(t.Context(), Query{Unread: true}); err != nil || len(rows) != 1 {
		t.Errorf("the copy has %d unread, %v", len(rows), err)
	}

	// A step that fails leaves everything as it was.
	bad := append(slices.Clone(steps), "create table half(x); create table later(x)")
	if err := d.migrate(t.Context(), bad); err == nil {
		t.Error("a bad step went through")
	}
	var n int
	d.must(d.one(t.Context(), "select count(*) from sqlite_schema where name = 'half'", nil, &n))
	if n != 0 {
		t.Error("half a step was taken")
	}
}

func TestReadOnly(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "A"))
	d.must(d.Close())
	d.o.ReadOnly = true
	d.open()
	rows := d.list(Query{Filter: "rat"})
	if len(rows) != 1 {
		t.Fatalf("%d rows", len(rows))
	}
	var se *StorageError
	for name, err := range map[string]error{
		"mark":   d.Mark(t.Context(), feed.Mark{Article: rows[0].ID}),
		"remove": d.RemoveSource(t.Context(), rows[0].Source), "remember": d.Remember(t.Context(), "a", "b"),
		"refresh": (<-d.Refresh(t.Context())).Err,
	} {
		if !errors.Is(err, ErrReadOnly) || !errors.As(err, &se) || se.Path != d.path {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := d.Version(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestTwoCachesOnOneFolder(t *testing.T) {
	a := newDesk(t, Options{})
	id := a.feed(tageblatt, story(1, "A"))
	b := newDesk(t, Options{Dir: a.o.Dir})
	before, err := b.Version(t.Context())
	b.must(err)
	if again, err := b.Version(t.Context()); again != before || err != nil {
		t.Errorf("version moves by itself: %d, %d, %v", before, again, err)
	}
	a.must(a.Mark(t.Context(), feed.Mark{Article: a.list(Query{})[0].ID}))
	after, err := b.Version(t.Context())
	if after == before || err != nil || !b.list(Query{})[0].Read {
		t.Errorf("the other's mark is not seen: %d, %d, %v", before, after, err)
	}
	b.must(b.Mark(t.Context(), feed.Mark{Article: a.list(Query{})[0].ID, Kind: feed.Star}))
	if own, err := b.Version(t.Context()); own == after || err != nil {
		t.Error("one's own mark is not seen")
	}
	// Both write at once.
	errs := make(chan error, 2)
	for _, d := range []*desk{a, b} {
		go func() {
			var err error
			for i := range 30 {
				kind := feed.Read
				if i%2 == 0 {
					kind = feed.Unread
				}
				_, e := d.MarkAll(t.Context(), Query{}, kind)
				err = errors.Join(err, e)
			}
			errs <- err
		}()
	}
	a.must(errors.Join(<-errs, <-errs))
	a.deliver(tageblatt, story(1, "A"), story(2, "B"))
	a.fetch(id)
	if len(b.list(Query{})) != 2 {
		t.Error("the other's refresh is not seen")
	}
	b.sound()
}

func TestNothingPanicsAfterClose(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "A"))
	r := d.list(Query{})[0]
	d.must(d.Close())
	ctx := t.Context()
	_, err1 := d.List(ctx, Query{})
	_, err2 := d.Article(ctx, r.ID, Best)
	_, err3 := d.Undo(ctx)
	_, err4 := d.Expire(ctx)
	for i, err := range []error{err1, err2, err3, err4, d.Mark(ctx, feed.Mark{Article: r.ID}), d.SetPosition(ctx, r.ID, Position{})} {
		if err == nil {
			t.Errorf("%d: no error", i)
		}
	}
	if _, open := <-d.Refresh(ctx); open {
		t.Error("a refresh began")
	}
	d.must(d.Close())
}
