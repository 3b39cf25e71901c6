package cache

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"depesche/cache/schema"
)

// A database whose first page is gone still has all others, and nobody knows where in it what
// begins. The spare file does: a working copy gets a first page that was made for it. See
// https://www.sqlite.org/fileformat.html, of which we write nothing into a database that is used.

const headMagic = "SQLite format 3\x00"

// hasHead reports whether a file begins like a database.
func hasHead(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	var head [len(headMagic)]byte
	_, err = f.ReadAt(head[:], 0)
	return err == nil && string(head[:]) == headMagic
}

// rebuild makes a working copy of a damaged file: with its log worked in, and with a new head where it has none, or is to have one.
func (c *Cache) rebuild(ctx context.Context, from, work string, newHead bool) error {
	note := readSpare(c.path)
	if err := copyFile(from, work); err != nil {
		return err
	}
	if err := applyLog(from+"-wal", work); err != nil && !errors.Is(err, os.ErrNotExist) {
		c.options.Log.Warn("log", "err", err)
	}
	switch {
	case hasHead(work) && !newHead:
		return setRollback(work)
	case note.PageSize == 0:
		return fmt.Errorf("%s has no head, and no file beside it tells what stood there", from)
	}
	return c.newHead(ctx, &note, work)
}

// copyFile copies a file's bytes into a new one.
func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return fileProblem(from, err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fileProblem(to, err)
	}
	_, err = io.Copy(out, in)
	if err = errors.Join(err, out.Sync(), out.Close()); err != nil {
		return fileProblem(to, err)
	}
	return nil
}

// setRollback says in a file's head that it has no log: that is worked in.
func setRollback(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	_, err = f.WriteAt([]byte{1, 1}, 18)
	return errors.Join(err, f.Close())
}

// newHead writes a first page by which SQLite finds the tables and indexes.
func (c *Cache) newHead(ctx context.Context, note *spareNote, work string) error {
	page, err := c.emptyHead(ctx, note, work)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(work, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	size, err := f.Seek(0, io.SeekEnd)
	pages := size / int64(note.PageSize)
	put := func(at int, v int64) { binary.BigEndian.PutUint32(page[at:], uint32(v)) }
	put(28, pages)
	put(32, 0) // no free pages
	put(36, 0)
	var last int64
	for _, o := range note.Objects {
		last = max(last, o.Root)
	}
	put(52, last)
	put(92, int64(binary.BigEndian.Uint32(page[24:]))) // the number of pages holds
	_, err2 := f.WriteAt(page, 0)
	if err := errors.Join(err, err2, f.Truncate(pages*int64(note.PageSize)), f.Close()); err != nil {
		return err
	}
	db := sql.OpenDB(connector{c.door, dsn(work, "", "writable_schema(1)", "journal_mode(off)", "synchronous(0)")})
	db.SetMaxOpenConns(1)
	defer func() { _ = db.Close() }()
	for _, o := range note.Objects {
		if o.Root <= 0 || o.Root > pages {
			continue
		}
		text := any(o.SQL)
		if o.SQL == "" {
			text = nil
		}
		if _, err := db.ExecContext(ctx, "insert into sqlite_schema(type, name, tbl_name, rootpage, sql) values(?, ?, ?, ?, ?)", o.Type, o.Name, o.Table, o.Root, text); err != nil {
			return err
		}
	}
	return nil
}

// emptyHead gives the first page of a database without tables.
func (c *Cache) emptyHead(ctx context.Context, note *spareNote, work string) ([]byte, error) {
	name := work + ".head"
	defer func() { _ = os.Remove(name) }()
	db := sql.OpenDB(connector{c.door, dsn(name, "")})
	db.SetMaxOpenConns(1)
	_, err := db.ExecContext(ctx, fmt.Sprintf("pragma page_size = %d; pragma auto_vacuum = incremental; pragma application_id = %d; pragma user_version = %d",
		note.PageSize, schema.ApplicationID, note.Schema))
	if err := errors.Join(err, db.Close()); err != nil {
		return nil, err
	}
	page, err := os.ReadFile(name)
	if err == nil && len(page) < note.PageSize {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		return nil, err
	}
	return page[:note.PageSize], nil
}

// applyLog works a write-ahead log into a database file, up to the last transaction that is whole.
func applyLog(log, database string) error {
	f, err := os.Open(log)
	if err != nil {
		return err
	}
	defer f.Close()
	r, err := newLogReader(f)
	if err != nil {
		return err
	}
	last := 0 // frames of whole transactions
	for n := 1; ; n++ {
		_, size, err := r.frame()
		if err != nil {
			break // what follows was never promised to anybody
		}
		if size > 0 {
			last = n
		}
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	if r, err = newLogReader(f); err != nil {
		return err
	}
	db, err := os.OpenFile(database, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	for range last {
		var page int64
		if page, _, err = r.frame(); err == nil {
			_, err = db.WriteAt(r.page, (page-1)*int64(len(r.page)))
		}
		if err != nil {
			break
		}
	}
	return errors.Join(err, db.Close())
}

// logReader reads the frames of a write-ahead log, https://www.sqlite.org/fileformat.html#the_write_ahead_log.
type logReader struct {
	in    io.Reader
	order binary.ByteOrder
	salt  []byte
	sum   [2]uint32
	page  []byte // of the last frame
}

var errLog = errors.New("this is no write-ahead log")

func newLogReader(in io.Reader) (*logReader, error) {
	var head [32]byte
	if _, err := io.ReadFull(in, head[:]); err != nil {
		return nil, errLog
	}
	r := &logReader{in: in, order: binary.LittleEndian, salt: bytes.Clone(head[16:24])}
	magic, size := binary.BigEndian.Uint32(head[:]), binary.BigEndian.Uint32(head[8:])
	if magic&1 == 1 {
		r.order = binary.BigEndian
	}
	r.add(head[:24])
	if magic&^1 != 0x377f0682 || size < 512 || size > 1<<16 || !r.checks(head[24:]) {
		return nil, errLog
	}
	r.page = make([]byte, size)
	return r, nil
}

// frame reads the next frame: the page's number, and how large the database is where a transaction ends with it, else 0.
func (r *logReader) frame() (page, size int64, err error) {
	var head [24]byte
	_, err1 := io.ReadFull(r.in, head[:])
	_, err2 := io.ReadFull(r.in, r.page)
	if err := errors.Join(err1, err2); err != nil {
		return 0, 0, err
	}
	r.add(head[:8])
	r.add(r.page)
	page = int64(binary.BigEndian.Uint32(head[:]))
	if !bytes.Equal(head[8:16], r.salt) || !r.checks(head[16:]) || page == 0 {
		return 0, 0, errLog
	}
	return page, int64(binary.BigEndian.Uint32(head[4:])), nil
}

func (r *logReader) add(b []byte) {
	for ; len(b) >= 8; b = b[8:] {
		r.sum[0] += r.order.Uint32(b) + r.sum[1]
		r.sum[1] += r.order.Uint32(b[4:]) + r.sum[0]
	}
}

func (r *logReader) checks(b []byte) bool {
	return binary.BigEndian.Uint32(b) == r.sum[0] && binary.BigEndian.Uint32(b[4:]) == r.sum[1]
}
