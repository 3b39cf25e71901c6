package cache

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"depesche/cache/schema"
)

// Copies of the database, whoever made them, can take its place.

// CopyKind says why a copy was made.
type CopyKind string

// The kinds of copies.
const (
	DailyCopy    CopyKind = "daily"
	OlderCopy    CopyKind = "older"    // from before a newer program changed the database
	ReplacedCopy CopyKind = "replaced" // what stood in the database's place before a copy took it
	DamagedCopy  CopyKind = "damaged"  // a damaged database that was moved aside
)

// Copied is a copy of the database.
type Copied struct {
	Name  string    // its file
	ID    string    // what it is called by: its date, and more where one day has several
	Made  time.Time // when it was made
	Kind  CopyKind
	Saved Saved // what it holds
	Bytes int64
	Err   error // why it cannot be read
}

// ErrOpen says that another program has the database open.
var ErrOpen = errors.New("the database is open elsewhere")

// NoCopyError says that no copy is called so, or that Several begin so.
type NoCopyError struct {
	ID      string
	Several bool
}

func (e *NoCopyError) Error() string {
	if e.Several {
		return fmt.Sprintf("several copies begin with %q", e.ID)
	}
	return fmt.Sprintf("no copy %q", e.ID)
}

const replacedMark = "-replaced-"

// Copies lists the copies of a data folder's database, the newest first. They need no database that can be opened.
func Copies(ctx context.Context, dir string) ([]Copied, error) {
	c, err := bare(Options{Dir: dir})
	if err != nil {
		return nil, err
	}
	return c.copiesHere(ctx)
}

// bare is a cache that is not open, for what is done to its files.
func bare(o Options) (*Cache, error) {
	o.fill()
	dir, err := filepath.Abs(o.Dir)
	if err != nil {
		return nil, fileProblem(o.Dir, err)
	}
	c := &Cache{options: o, dir: dir, path: filepath.Join(dir, databaseName)}
	if c.codec, err = newCodec(); err != nil {
		return nil, err
	}
	c.door, err = c.newDoor()
	return c, err
}

func (c *Cache) copiesHere(ctx context.Context) ([]Copied, error) {
	var out []Copied
	base := strings.TrimSuffix(databaseName, ".db")
	for _, place := range [...]struct {
		dir, prefix, suffix string
		kind                CopyKind
	}{
		{filepath.Join(c.dir, copiesName), base + "-", ".db", DailyCopy},
		{filepath.Join(c.dir, copiesName), base + replacedMark, ".db", ReplacedCopy},
		{c.dir, base + damagedMark, ".db", DamagedCopy},
		{c.dir, databaseName + asideMark, "", OlderCopy},
	} {
		entries, err := os.ReadDir(place.dir)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, fileProblem(place.dir, err)
		}
		for _, e := range entries {
			id, starts := strings.CutPrefix(e.Name(), place.prefix)
			if !starts || !isCopy(id, place.suffix, e) || place.kind == DailyCopy && strings.HasPrefix(e.Name(), base+replacedMark) {
				continue
			}
			info, err := e.Info()
			if err != nil {
				continue // another program was faster
			}
			x := Copied{Name: filepath.Join(place.dir, e.Name()), ID: strings.Replace(id, ".db", "", 1), Made: info.ModTime(), Kind: place.kind, Bytes: info.Size()}
			if x.Kind != DailyCopy {
				x.ID = string(x.Kind) + "-" + x.ID
			}
			x.Err = c.holdsCopy(ctx, x.Name, &x.Saved)
			out = append(out, x)
		}
	}
	slices.SortFunc(out, func(a, b Copied) int { return b.Made.Compare(a.Made) })
	return out, nil
}

// isCopy tells a copy from what is beside it: half ones, logs, working copies.
func isCopy(name, suffix string, e os.DirEntry) bool {
	plain := strings.TrimRight(name, "-0123456789") // a second one of a day has a number behind its name
	return e.Type().IsRegular() && (suffix == "" && plain == "" || suffix != "" && strings.HasSuffix(plain, suffix))
}

// checkCopy answers what is wrong with a copy.
func (c *Cache) checkCopy(ctx context.Context, name string) error {
	db := c.openBeside(name)
	defer func() { _ = db.Close() }()
	id, version, err := fileHead(ctx, db)
	switch {
	case err != nil:
		return c.problem(err)
	case id != schema.ApplicationID:
		return &DamagedError{Path: name, Err: errForeign}
	case version > schema.Version():
		return &NewerError{name, version, schema.Version()}
	}
	if err := lookOver(ctx, db); err != nil {
		return &DamagedError{Path: name, Err: err}
	}
	return nil
}

// TakeBack puts a copy into the database's place. The database that stood there is kept, and is a copy
// itself then: kept is what it is called by, "" where there was none. id is a copy's ID, or the beginning
// of one that no other begins with. It answers a *NoCopyError where it names none, and ErrOpen where another
// program has the database open, and changes nothing then.
func TakeBack(ctx context.Context, o Options, id string) (back Copied, kept string, err error) {
	c, err := bare(o)
	if err != nil {
		return back, "", err
	}
	list, err := c.copiesHere(ctx)
	if err != nil {
		return back, "", err
	}
	if back, err = chooseCopy(list, id); err != nil {
		return back, "", err
	}
	if err := c.checkCopy(ctx, back.Name); err != nil {
		return back, "", err
	}
	half := c.path + ".half"
	if err := errors.Join(ignoreMissing(os.Remove(half)), copyFile(back.Name, half)); err != nil {
		return back, "", errors.Join(err, ignoreMissing(os.Remove(half)))
	}
	if kept, err = c.setAside(ctx); err != nil {
		return back, "", errors.Join(err, os.Remove(half))
	}
	if err := os.Rename(half, c.path); err != nil {
		return back, kept, fileProblem(c.path, err)
	}
	return back, kept, nil
}

func chooseCopy(list []Copied, id string) (Copied, error) {
	var found []Copied
	for _, x := range list {
		if x.ID == id || x.Name == id {
			return x, nil
		}
		if strings.HasPrefix(x.ID, id) {
			found = append(found, x)
		}
	}
	switch len(found) {
	case 0:
		return Copied{}, &NoCopyError{ID: id}
	case 1:
		return found[0], nil
	}
	return Copied{}, &NoCopyError{ID: id, Several: true}
}

// setAside moves the database out of the way and gives the id by which it is a copy.
func (c *Cache) setAside(ctx context.Context) (string, error) {
	if _, err := os.Stat(c.path); errors.Is(err, os.ErrNotExist) {
		return "", nil
	}
	if err := c.foldLog(ctx); err != nil {
		return "", err
	}
	dir := filepath.Join(c.dir, copiesName)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fileProblem(dir, err)
	}
	name := filepath.Join(dir, strings.TrimSuffix(databaseName, ".db")+replacedMark+c.options.Now().Format("2006-01-02-150405")+".db")
	name = c.free(name)
	for _, suffix := range sidecars {
		if err := os.Rename(c.path+suffix, name+suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", fileProblem(c.path+suffix, err)
		}
	}
	now := c.options.Now()
	_ = os.Chtimes(name, now, now) // for the order of the list
	id := strings.TrimPrefix(filepath.Base(name), strings.TrimSuffix(databaseName, ".db")+"-")
	return strings.Replace(id, ".db", "", 1), nil
}

// foldLog works the log into the database, which only the one program that has it open can end.
func (c *Cache) foldLog(ctx context.Context) error {
	db := sql.OpenDB(connector{c.door, dsn(c.path, "", "busy_timeout(200)")})
	db.SetMaxOpenConns(1)
	var mode string
	err := c.problem(db.QueryRowContext(ctx, "pragma journal_mode = delete").Scan(&mode))
	err = errors.Join(err, db.Close())
	var damaged *DamagedError
	switch {
	case errors.Is(err, ErrBusy), err == nil && mode == "wal":
		return &StorageError{c.path, ErrOpen}
	case errors.As(err, &damaged):
		return nil // as it is, with its log
	}
	return err
}
