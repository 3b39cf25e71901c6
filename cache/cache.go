// Package cache keeps what was fetched, in SQLite, and renews it. It holds the
// reader's own marks and so never loses what it was told to keep.
//
// It knows no HTTP and no terminal: where articles come from is an Origin.
package cache

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/binary"
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"modernc.org/sqlite"

	"depesche/cache/schema"
	"depesche/feed"
	"depesche/feed/turns"
	"depesche/feed/wire"
)

// Options says where the cache lives and how it is kept.
type Options struct {
	Dir           string             // data folder; made when it is missing
	Now           func() time.Time   // nil: time.Now
	Log           *slog.Logger       // nil: nothing is logged
	Words         func(error) string // how a source's failure is kept for SourceRow.Problem; nil: as the error says it
	Workers       int                // sources asked at once in a refresh; 0: 128
	PerHost       int                // sources of one host asked at once; 0: 2
	Interval      time.Duration      // shortest time between two questions to a source by schedule; 0: 30 minutes
	FullText      bool               // fetch the pages behind new articles
	PagesPerRun   int                // how many pages one refresh fetches at most; 0: 300
	Pictures      int64              // bytes of lead pictures fetched behind new articles, a day; 0: none
	KeepDays      int                // articles go so many days after they left their feed; 0: never
	KeepPerSource int                // of each source so many articles stay; 0: all
	KeepArticles  int                // so many articles stay in all; 0: all
	KeepBytes     int64              // so much stays on the disk, without the daily copies; 0: any size
	KeepPictures  int64              // so many bytes of pictures stay; 0: any size
	KeepSources   map[string]Keep    // by a feed's address: what holds for it alone
	Ask           map[string]Asking  // by a feed's address: how it alone is asked
	Sample        []feed.Source      // the sample edition: there when no other source is, gone with the first other
	SavedTitle    string             // of the source that saved pages stand in, in the reader's language
	Subscribing   bool               // sources are about to be added: the sample edition is not put in to go at once
	ReadOnly      bool               // nothing is written; marks answer ErrReadOnly
	Turns         turns.Turns        // how many deliveries may be packed at once; the zero value: any number
	Downloads     string             // folder that files of articles are downloaded into; "": "downloads" in Dir
	MaxDownload   int64              // bytes that one of them may have; 0: any number
	Copies        int                // daily copies that are kept, see Copy; 0: none are made

	// Defect writes a report of what a worker has thrown and gives its file, "" where it cannot; nil: none is written.
	// Several workers may call it at once.
	Defect func(value any, while string, stack []byte) string

	overhear func(driver.Driver) driver.Driver // tests listen to what is said to the database
}

func (o *Options) fill() {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Workers <= 0 {
		o.Workers = 128
	}
	if o.PerHost <= 0 {
		o.PerHost = 2
	}
	if o.Interval <= 0 {
		o.Interval = 30 * time.Minute
	}
	if o.PagesPerRun <= 0 {
		o.PagesPerRun = 300
	}
}

// databaseName is the file in the data folder that must not be lost; picturesName
// is the folder beside it that may be deleted at any time.
const (
	databaseName = "depesche.db"
	picturesName = "pictures"
)

// Cache is an open data folder. Its methods may be called from any goroutine.
type Cache struct {
	options Options
	origin  Origin
	dir     string // absolute
	path    string // of the database

	codec   *codec
	door    driver.Driver // makes the connections, which know our functions
	read    *pool
	own     *writer // what the reader did: on the disk when the call returns
	fetched *writer // what can be fetched again
	storing *writer // what a refresh brings: it adds only, and asks no foreign keys
	turn    chan struct{}

	watching sync.Mutex // Version
	watch    *sql.DB

	standing *standing // of whoever has the turn

	sampled bool // the sample edition is in
	damaged *DamagedError
	marked  atomic.Bool // suspect has left its note
	broken  atomic.Bool // the search index is to be made anew

	tidying    chan struct{}        // whoever tidies
	digesting  chan struct{}        // whoever digests
	atWork     atomic.Bool          // the background does
	refreshing atomic.Int32         // so many refreshes are asking sources
	prints     map[int64]wire.Print // of articles that were looked at, see keepPrint

	learning sync.Mutex // whoever stores the dictionary

	seeking sync.Mutex
	sought  map[uint32]bool // dictionaries that were looked for in other files
	found   []dictionary    // those that were there

	busy      sync.Mutex
	asking    map[int64]bool   // sources a refresh is asking just now
	downloads map[string]bool  // addresses of files that are on their way
	missing   map[string]int64 // pictures that could not be had, and when they were asked for
	ending    sync.Mutex       // Close, and what begins work
	work      sync.WaitGroup   // refreshes
	alive     context.Context  // done when the cache is closed
	stop      context.CancelFunc
}

// Open opens the data folder, makes it where it is missing, and raises an older
// schema to this one's. It answers a *NewerError where a newer depesche wrote
// the file, and a *StorageError where it cannot be read or written. A damaged
// file is moved aside and what can be read of it is carried over: see Damaged.
func Open(ctx context.Context, o Options, origin Origin) (*Cache, error) {
	o.fill()
	dir, err := filepath.Abs(o.Dir)
	if err != nil {
		return nil, fileProblem(o.Dir, err)
	}
	if o.Downloads == "" {
		o.Downloads = filepath.Join(dir, "downloads")
	}
	c := &Cache{
		options: o, origin: origin, dir: dir, path: filepath.Join(dir, databaseName),
		turn: make(chan struct{}, 1), asking: map[int64]bool{}, missing: map[string]int64{},
		tidying: make(chan struct{}, 1), digesting: make(chan struct{}, 1), prints: map[int64]wire.Print{},
	}
	if c.codec, err = newCodec(); err != nil {
		return nil, err
	}
	c.codec.reload = func(text []byte) error { return c.findDictionary(c.alive, text) }
	c.alive, c.stop = context.WithCancel(context.WithoutCancel(ctx))
	c.door, err = c.newDoor()
	switch {
	case err != nil:
	case o.ReadOnly:
		err = c.openReadOnly(ctx)
	default:
		if err = c.openWritable(ctx); err == nil {
			_, err = c.own.conn.ExecContext(ctx, "pragma busy_timeout = 0") // begin waits by itself
		}
	}
	if err != nil {
		return nil, errors.Join(err, c.Close())
	}
	c.digestSoon()
	return c, nil
}

// newDoor makes the driver.
func (c *Cache) newDoor() (driver.Driver, error) {
	d := &sqlite.Driver{}
	err := c.codec.functions(d)
	if c.options.overhear != nil {
		return c.options.overhear(d), err
	}
	return d, err
}

// Damaged tells what Open had to move aside; nil as a rule.
func (c *Cache) Damaged() *DamagedError { return c.damaged }

func (c *Cache) openWritable(ctx context.Context) error {
	if err := os.MkdirAll(c.dir, 0o700); err != nil {
		return fileProblem(c.dir, err)
	}
	if lost, err := c.lost(); err != nil {
		return err
	} else if lost {
		return c.recover(ctx, &DamagedError{Path: c.path, Lost: true, Err: errLost})
	}
	f, err := os.OpenFile(c.path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return fileProblem(c.path, err)
	}
	current := looksCurrent(f)
	if err := f.Close(); err != nil {
		return fileProblem(c.path, err)
	}
	err = c.checkSuspect(ctx)
	if err == nil {
		c.connect()
		err = c.prepare(ctx, current)
	}
	var damaged *DamagedError
	if errors.As(err, &damaged) {
		return errors.Join(c.disconnect(), c.recover(ctx, damaged))
	}
	return err
}

var errLost = errors.New("it is gone or empty")

// lost reports whether the database is gone or empty, and there are daily copies of it: a folder
// without any is a new one.
func (c *Cache) lost() (bool, error) {
	for _, suffix := range [...]string{"", "-wal"} {
		info, err := os.Stat(c.path + suffix)
		if err == nil && info.Size() > 0 {
			return false, nil
		}
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return false, fileProblem(c.path+suffix, err)
		}
	}
	list, err := copies(filepath.Join(c.dir, copiesName))
	return len(list) > 0, err
}

// readers is how many connections read at once.
const readers = 4

// connect makes the pools; no connection is opened before it is needed.
func (c *Cache) connect() {
	c.read = newPool(c.door, dsn(c.path, "", "query_only(1)", "cache_size(-8000)"), readers)
	c.own = newWriter(c.door, dsn(c.path, "", "synchronous("+syncFull+")", "foreign_keys(1)", "wal_autocheckpoint(4000)"))
	c.fetched = newWriter(c.door, dsn(c.path, "", "synchronous("+syncNormal+")", "foreign_keys(1)",
		"wal_autocheckpoint(2000)", "journal_size_limit(33554432)", "cache_size(-16000)"))
	// A statement of many rows keeps each page as it was before it: in memory, not in a file. Foreign keys
	// would be looked up for each row of five tables; what stores articles sees to it once that their source is there.
	c.storing = newWriter(c.door, dsn(c.path, "", "synchronous("+syncNormal+")", "foreign_keys(0)", "temp_store(2)",
		"wal_autocheckpoint(2000)", "journal_size_limit(33554432)", "cache_size(-16000)"))
}

func (c *Cache) disconnect() error {
	var errs []error
	if c.read != nil {
		errs = append(errs, c.read.db.Close())
	}
	for _, w := range []*writer{c.own, c.fetched, c.storing} {
		if w != nil {
			errs = append(errs, w.close())
		}
	}
	c.watching.Lock()
	defer c.watching.Unlock()
	if c.watch != nil {
		errs = append(errs, c.watch.Close())
	}
	c.watch = nil
	return errors.Join(errs...)
}

// looksCurrent reports whether a file's head names this program's schema. The log
// beside it may know better: it is a guess.
func looksCurrent(f io.ReaderAt) bool {
	var head [72]byte // https://www.sqlite.org/fileformat.html, 1.3
	_, err := f.ReadAt(head[:], 0)
	return err == nil && binary.BigEndian.Uint32(head[60:]) == uint32(schema.Version()) && binary.BigEndian.Uint32(head[68:]) == schema.ApplicationID
}

// prepare brings the file to this program's schema. Where it seems to have that, the
// first reading connection is opened meanwhile: to read the schema is most of an opening.
func (c *Cache) prepare(ctx context.Context, current bool) error {
	var reader sync.WaitGroup
	if current {
		reader.Go(func() { _ = c.read.db.PingContext(ctx) }) // who reads is told what is wrong
	}
	defer reader.Wait()
	if err := c.own.open(ctx); err != nil {
		return c.problem(err)
	}
	if err := c.migrate(ctx, schema.Steps()); err != nil {
		return err
	}
	reader.Wait()
	if err := c.probe(ctx); err != nil {
		return err
	}
	if err := c.loadDictionaries(ctx); err != nil {
		return err
	}
	return errors.Join(c.sampleEdition(ctx), c.nameSaved(ctx))
}

// probe reads where the tables begin that nothing works without, and their indexes: what is damaged there is
// better known now, while all can still be carried over, than when the reader's mark meets it.
func (c *Cache) probe(ctx context.Context) error {
	var there int
	err := c.one(ctx, `select exists(select 1 from source not indexed) + exists(select 1 from source indexed by source_address where address >= '')
		+ exists(select 1 from article not indexed) + exists(select 1 from state not indexed) + exists(select 1 from state indexed by state_at where hidden = 0)
		+ exists(select 1 from state indexed by state_unread where read = 0 and hidden = 0)
		+ exists(select 1 from body) + exists(select 1 from ident where hash >= 0 and source > 0) + exists(select 1 from journal) + exists(select 1 from setting) + exists(select 1 from dictionary)`, nil, &there)
	var se *sqlite.Error
	if errors.As(err, &se) && se.Code() == codeError { // a table or an index is not there
		return &DamagedError{Path: c.path, Err: err}
	}
	return err
}

// openReadOnly opens what is there and writes nothing, not even beside it.
func (c *Cache) openReadOnly(ctx context.Context) error {
	if _, err := os.Stat(c.path); err != nil {
		if errors.Is(err, os.ErrNotExist) {
			return &StorageError{c.path, ErrNotFound}
		}
		return fileProblem(c.path, err)
	}
	var first error
	for _, mode := range []string{"mode=ro", "immutable=1"} { // the second where the folder takes no -shm file
		c.read = newPool(c.door, dsn(c.path, mode, "query_only(1)"), readers)
		id, version, err := fileHead(ctx, c.read.db)
		if err == nil {
			switch {
			case id != schema.ApplicationID:
				err = &DamagedError{Path: c.path, Err: errForeign}
			case version > schema.Version():
				err = &NewerError{c.path, version, schema.Version()}
			case version < schema.Version():
				err = &StorageError{c.path, ErrReadOnly} // it would have to be migrated
			default:
				err = c.loadDictionaries(ctx)
			}
			return err
		}
		first = errors.Join(first, c.problem(err), c.read.db.Close())
	}
	return first
}

// Close ends all work and closes the files. What comes later is answered with
// an error.
func (c *Cache) Close() error {
	c.ending.Lock()
	first := c.alive.Err() == nil
	c.stop()
	c.ending.Unlock()
	if !first {
		return nil
	}
	c.work.Wait()
	c.firstSpare()
	c.turn <- struct{}{} // and never give it back: nobody writes any more
	err := c.disconnect()
	c.codec.close()
	return err
}

// now is the time in whole seconds, as it is stored.
func (c *Cache) now() int64 { return c.options.Now().Unix() }

func stamp(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.Unix()
}

func moment(seconds int64) time.Time {
	if seconds == 0 {
		return time.Time{}
	}
	return time.Unix(seconds, 0).UTC()
}
