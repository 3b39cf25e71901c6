package heritage

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// A database that another program may be writing is copied with what SQLite keeps
// beside it, and the copy counts when none of the files has changed meanwhile. A
// transaction that was under way is then taken back in the copy.

const (
	copyTries = 6
	copyPause = 250 * time.Millisecond
)

// beside are the files that belong to a database. SQLite makes "-shm" anew.
var beside = [...]string{"", "-wal", "-journal"}

// copyName is the database's name in the folder of the copy.
const copyName = "copy.db"

// state is what tells that a file has changed.
type state struct {
	size    int64
	changed time.Time
}

// copyDatabase copies a database to a new folder in spool, which the caller removes; the folder is
// gone where there is an error.
func copyDatabase(ctx context.Context, path, spool string) (folder string, err error) {
	if err = os.MkdirAll(spool, 0o700); err == nil {
		folder, err = os.MkdirTemp(spool, "import-")
	}
	if err != nil {
		return "", &Error{Path: path, Problem: NoPlace, Err: err}
	}
	for try := 0; ; try++ {
		err = copyOnce(ctx, path, folder)
		var e *Error
		if try+1 >= copyTries || !errors.As(err, &e) || e.Problem != Busy {
			break
		}
		select {
		case <-ctx.Done():
			err = ctx.Err()
		case <-time.After(copyPause):
			continue
		}
		break
	}
	if err != nil {
		return "", errors.Join(err, os.RemoveAll(folder))
	}
	return folder, nil
}

func copyOnce(ctx context.Context, path, folder string) error {
	before, err := states(path)
	if err != nil {
		return err
	}
	var total int64
	for _, s := range before {
		total += s.size
	}
	if total > maxFile {
		return &Error{Path: path, Problem: TooBig}
	}
	for i, suffix := range beside {
		to := filepath.Join(folder, copyName+suffix)
		if err := os.Remove(to); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return &Error{Path: path, Problem: NoPlace, Err: err}
		}
		if before[i].size == 0 {
			continue
		}
		if err := copyFile(ctx, path+suffix, to, before[i].size); err != nil {
			if errors.Is(err, fs.ErrNotExist) {
				return &Error{Path: path, Problem: Busy}
			}
			return noPlace(path, err)
		}
	}
	after, err := states(path)
	if err != nil {
		return err
	}
	if after != before {
		return &Error{Path: path, Problem: Busy}
	}
	return checkJournal(path, filepath.Join(folder, copyName+"-journal"))
}

// states looks at a database and what belongs to it; a file that is not there is the zero state.
func states(path string) (out [len(beside)]state, err error) {
	for i, suffix := range beside {
		st, err := os.Stat(path + suffix)
		switch {
		case err == nil && st.Mode().IsRegular():
			out[i] = state{st.Size(), st.ModTime()}
		case i == 0 && err == nil:
			return out, &Error{Path: path, Problem: Unknown}
		case i == 0 || err != nil && !errors.Is(err, fs.ErrNotExist):
			return out, err
		}
	}
	return out, nil
}

// copyFile copies no more than so many bytes.
func copyFile(ctx context.Context, from, to string, size int64) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	for size > 0 && err == nil {
		if err = ctx.Err(); err == nil {
			var n int64
			n, err = io.CopyN(out, in, min(size, 8<<20))
			size -= n
		}
	}
	if errors.Is(err, io.EOF) { // it has become shorter: see after
		err = nil
	}
	return err
}

// noPlace tells what went wrong with our copy from what went wrong with the file.
func noPlace(path string, err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG) {
		return &Error{Path: path, Problem: NoPlace, Err: err}
	}
	return err
}

// journalMagic ends a rollback journal that names another journal.
var journalMagic = []byte{0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7}

// checkJournal refuses a journal that names another one, as it does when one transaction
// changes several databases: SQLite would open the file of that name, and may delete it.
func checkJournal(path, journal string) error {
	f, err := os.Open(journal)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil {
		return err
	}
	if st.Size() < int64(len(journalMagic)) {
		return nil
	}
	end := make([]byte, len(journalMagic))
	if _, err := f.ReadAt(end, st.Size()-int64(len(end))); err != nil {
		return err
	}
	if bytes.Equal(end, journalMagic) {
		return &Error{Path: path, Problem: Busy}
	}
	return nil
}
