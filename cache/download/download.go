// Package download writes a file from the network into a folder of the reader's: beside its name
// first, under it when it is whole, and never over a file that is there. What breaks off is taken
// up again where the server can tell that it is still the same file.
package download

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"depesche/feed"
)

// Why a file does not come.
var (
	ErrRunning = errors.New("it is being downloaded already")
	ErrPartial = errors.New("not all of it came")
)

// PartialError says how much of a file is there when it breaks off. It is an ErrPartial, and wraps why.
type PartialError struct {
	Have, Size int64 // bytes; Size is -1 where the server did not say
	Keeps      bool  // what is there is taken up again the next time
	Err        error
}

func (e *PartialError) Error() string {
	return fmt.Sprintf("%v: %d of %d bytes: %v", ErrPartial, e.Have, e.Size, e.Err)
}

// Unwrap gives the cause.
func (e *PartialError) Unwrap() error { return e.Err }

// Is reports that it is an ErrPartial.
func (e *PartialError) Is(target error) bool { return target == ErrPartial }

// Part is a download as it was begun, to take it up again.
type Part struct {
	Path      string // that the file gets when it is whole
	Validator string // see feed.Piece
	Size      int64  // of the whole; 0: not known
}

// file is where a part is until it is whole.
func (p *Part) file() string { return p.Path + ".part" }

// Job is a file that is to come.
type Job struct {
	Dir    string // made where it is missing
	Name   string // as Name gives it
	Ending string // ".mp3"; "": as the server's media type says
	Left   Part   // by an earlier attempt; zero: there was none

	// Note keeps what a later attempt has to know; it is called before the first byte is written.
	Note func(Part) error
	// Step is told how much is there, of how much (-1: not known), for each piece that comes; nil: nobody asks.
	Step func(done, size int64)
	// Fetch asks for the file, see direct.Origin.Download.
	Fetch func(context.Context, feed.Piece, func(*feed.Transfer) error) error

	part Part
	out  *os.File
	done int64
	size int64
}

// Run brings the file and tells where it is, and how long. Of an error the sort decides what is left: a file that
// broke off stays as a part, with a PartialError; one that is no good goes.
func (j *Job) Run(ctx context.Context) (path string, size int64, err error) {
	if err := os.MkdirAll(j.Dir, 0o755); err != nil {
		return "", 0, err
	}
	have, err := j.resume()
	if err != nil {
		return "", 0, err
	}
	defer func() {
		if j.out != nil {
			_ = j.out.Close()
		}
	}()
	j.size = -1
	if err := j.Fetch(ctx, have, j.take); err != nil {
		return "", 0, j.failed(err)
	}
	if err := j.out.Sync(); err != nil {
		return "", 0, j.failed(err)
	}
	err = j.out.Close()
	j.out = nil
	if err != nil {
		return "", 0, err
	}
	path, err = j.place()
	return path, j.done, err
}

// resume opens what an earlier attempt left.
func (j *Job) resume() (feed.Piece, error) {
	if j.Left.Path == "" || j.Left.Validator == "" {
		return feed.Piece{}, nil
	}
	info, err := os.Lstat(j.Left.file())
	if err != nil || !info.Mode().IsRegular() {
		return feed.Piece{}, nil // the reader has taken it away
	}
	f, err := os.OpenFile(j.Left.file(), os.O_RDWR, 0)
	if err != nil {
		return feed.Piece{}, err
	}
	if err := lock(f); err != nil {
		_ = f.Close()
		return feed.Piece{}, err
	}
	from, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		_ = f.Close()
		return feed.Piece{}, err
	}
	j.out, j.part, j.done = f, j.Left, from
	return feed.Piece{From: from, Validator: j.Left.Validator}, nil
}

// take writes what comes.
func (j *Job) take(t *feed.Transfer) error {
	j.size = t.Size
	if t.From != j.done || j.out == nil {
		if err := j.anew(t); err != nil {
			return err
		}
	}
	j.part.Validator, j.part.Size = t.Validator, max(t.Size, 0)
	if err := j.Note(j.part); err != nil {
		return err
	}
	j.step()
	_, err := io.Copy(j, t.Body)
	if err == nil && j.size >= 0 && j.done != j.size {
		err = io.ErrUnexpectedEOF
	}
	return err
}

// anew begins the file from its beginning.
func (j *Job) anew(t *feed.Transfer) error {
	if t.From != 0 {
		return ErrPartial
	}
	j.done = 0
	if j.out != nil {
		if err := j.out.Truncate(0); err != nil {
			return err
		}
		_, err := j.out.Seek(0, io.SeekStart)
		return err
	}
	ending := j.Ending
	if ending == "" {
		ending = feed.ExtensionOf(t.Type)
	}
	return j.names(ending, func(path string) error {
		if _, err := os.Lstat(path); err == nil {
			return fs.ErrExist
		}
		part := Part{Path: path}
		f, err := os.OpenFile(part.file(), os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return err
		}
		if err := lock(f); err != nil {
			_ = f.Close()
			return err
		}
		j.out, j.part = f, part
		return nil
	})
}

// Write puts down a piece of the file.
func (j *Job) Write(b []byte) (int, error) {
	n, err := j.out.Write(b)
	j.done += int64(n)
	j.step()
	return n, err
}

func (j *Job) step() {
	if j.Step != nil {
		j.Step(j.done, j.size)
	}
}

// names tries the names that the file may have until one is not taken.
func (j *Job) names(ending string, try func(path string) error) error {
	path := filepath.Join(j.Dir, j.Name+ending)
	for n := 2; ; n++ {
		err := try(path)
		if !errors.Is(err, fs.ErrExist) || n > 1000 {
			return err
		}
		path = filepath.Join(j.Dir, fmt.Sprintf("%s (%d)%s", j.Name, n, ending))
	}
}

// place gives the whole file its name. The name is reserved first by an empty file, as renaming
// would go over one that has come meanwhile.
func (j *Job) place() (string, error) {
	reserve := func(path string) error {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
		if err == nil {
			j.part.Path, err = path, f.Close()
		}
		return err
	}
	from := j.part.file()
	err := reserve(j.part.Path)
	if errors.Is(err, fs.ErrExist) {
		err = j.names(filepath.Ext(j.part.Path), reserve)
	}
	if err != nil {
		return "", err
	}
	if err := os.Rename(from, j.part.Path); err != nil {
		_ = os.Remove(j.part.Path)
		return "", err
	}
	return j.part.Path, nil
}

// failed decides what becomes of what came.
func (j *Job) failed(err error) error {
	if j.out == nil {
		return err
	}
	tooLong := errors.Is(err, feed.ErrTooLong)
	keeps := j.done > 0 && j.part.Validator != "" && !tooLong
	if !keeps {
		_ = j.out.Close()
		j.out = nil
		_ = os.Remove(j.part.file())
	}
	if tooLong || j.done == 0 {
		return err
	}
	return &PartialError{j.done, j.size, keeps, err}
}
