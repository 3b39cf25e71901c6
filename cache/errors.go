package cache

import (
	"errors"
	"fmt"
	"time"
)

// What can be wrong with the place the cache lives in; each comes inside a
// *StorageError that names the path.
var (
	ErrReadOnly = errors.New("not writable")
	ErrFull     = errors.New("no space left")
	ErrBusy     = errors.New("another program holds the cache") // for longer than we wait
	ErrClosed   = errors.New("the cache is closed")
	ErrIndex    = errors.New("the search index is damaged") // the next refresh, or Repair, makes it anew
)

// ErrText says that an article's text stands in the database and cannot be read: the dictionary
// that it was packed with is missing, or it is damaged. It is kept, see Check.
var ErrText = errors.New("the stored text cannot be read")

// StorageError says which file or folder could not be used, and why.
type StorageError struct {
	Path string
	Err  error // ErrReadOnly, ErrFull, ErrBusy, ErrIndex, or what the system said
}

func (e *StorageError) Error() string { return fmt.Sprintf("cache %s: %v", e.Path, e.Err) }

// Unwrap gives the reason.
func (e *StorageError) Unwrap() error { return e.Err }

// DamagedError says that the database cannot be read. Moved is where Open put
// it, "" while it still stands in its place.
type DamagedError struct {
	Path, Moved string
	Lost        bool      // it was not damaged, but gone or empty, and there are copies of it
	Err         error     // what SQLite said
	Saved       Saved     // what the new file holds
	Copied      Saved     // so much of it comes from the copy alone
	Copy        string    // the copy's file; "" where none was used
	Made        time.Time // when the copy was made
}

// Saved counts what was carried over from a damaged file and a copy: sources and articles
// without the sample edition, articles that are read, starred or tagged.
type Saved struct{ Sources, Articles, Marks int }

func (s Saved) less(o Saved) Saved {
	return Saved{max(0, s.Sources-o.Sources), max(0, s.Articles-o.Articles), max(0, s.Marks-o.Marks)}
}

func (e *DamagedError) Error() string {
	if e.Moved == "" {
		return fmt.Sprintf("cache %s is damaged: %v", e.Path, e.Err)
	}
	return fmt.Sprintf("cache %s was damaged and is now %s: %v", e.Path, e.Moved, e.Err)
}

// Unwrap gives what SQLite said.
func (e *DamagedError) Unwrap() error { return e.Err }

// NewerError says that a newer depesche wrote the file. It was not touched.
type NewerError struct {
	Path       string
	Have, Know int // the file's schema, the newest one this program knows
}

func (e *NewerError) Error() string {
	return fmt.Sprintf("cache %s has schema %d, this program knows %d", e.Path, e.Have, e.Know)
}

// WaitError says that a server asked not to be asked before Until.
type WaitError struct{ Until time.Time }

func (e *WaitError) Error() string {
	return "asked to wait until " + e.Until.Format(time.RFC3339)
}

// QueryError says what is wrong with a query, and where.
type QueryError struct {
	Pos  int    // byte offset in the filter
	Char int    // the same place in letters, as people count
	Len  int    // bytes the trouble spans, at least 1 but at the end
	Code string // for the reader's language: "unclosed-quote", "unknown-field", ... see the Code constants
	Text string // the piece of the filter that is meant
	Near string // for unknown names: the nearest known one, "" if none is near; for CodeNoGroup: the field, with its colon
}

func (e *QueryError) Error() string {
	s := fmt.Sprintf("query, at %d: %s", e.Pos+1, e.Code)
	if e.Text != "" {
		s += fmt.Sprintf(" %q", e.Text)
	}
	if e.Near != "" {
		s += fmt.Sprintf(" (%s?)", e.Near)
	}
	return s
}

// The codes of a QueryError.
const (
	CodeQuote   = "unclosed-quote"
	CodeBracket = "unclosed-bracket"
	CodeClosing = "closing-bracket" // one too many
	CodeField   = "unknown-field"
	CodeValue   = "unknown-value"
	CodeTime    = "not-a-time"
	CodeNumber  = "not-a-number"
	CodeRegexp  = "bad-regexp"
	CodeEmpty   = "empty-value"
	CodeNoGroup = "no-group"        // a bracket in place of a field's value; Near is the field
	CodeOperand = "missing-operand" // "or" or "-" with nothing behind it
	CodeLong    = "too-long"
)
