// Package heritage gives what other feed readers left: their databases and what they
// export, with the articles and what was read, starred and tagged.
//
// What it reads is never changed, and trusted in nothing. A database is read in a copy
// of our own, as plain tables alone; size, rows and time are bounded. Which program left
// a file is told by what stands in it, not by its name.
package heritage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"depesche/feed"
	"depesche/feed/markup"
	"depesche/feed/parse"
)

// Bounds of what is read.
const (
	maxFile  = 1 << 30   // bytes of a database
	maxJSON  = 256 << 20 // bytes of an export
	maxItems = 500_000
	maxTime  = 3 * time.Minute // of reading it once
)

// Item is an article that another reader kept.
type Item struct {
	Source                 feed.Source // URL and ID; title, site and folder as far as they are known
	Entry                  parse.Entry
	Read, Starred, Deleted bool // Deleted: it is not to come again
	Tags                   []string
}

// Counts say how much there is.
type Counts struct{ Articles, Read, Starred int }

// Estate is what a program left in a file.
type Estate struct {
	Program string        // "newsboat"
	Path    string        // the file
	Sources []feed.Source // each address once; ID, URL, Site, Title, Folder
	Counts                // of the articles of these sources
	LeftOut int           // articles whose feed has no web address, or is no source any more

	of    map[string]int // place in Sources, by sourceKey
	each  map[string]*Counts
	lost  int // articles whose feed has no web address
	walk  func(context.Context, func(*raw) error) error
	close func() error
}

// raw is an article as it was found.
type raw struct {
	feed                   feed.Source
	kept                   parse.Kept
	text                   string // HTML, where it was not said whether it is all
	read, starred, deleted bool
	tags                   []string
}

// Problem says what is wrong with a file.
type Problem string

// The problems.
const (
	Unknown  Problem = "unknown"  // no program's that we know
	Damaged  Problem = "damaged"  // broken, cut off, or forged
	Busy     Problem = "busy"     // it is being written
	TooBig   Problem = "big"      // more bytes than we take
	TooMany  Problem = "many"     // more articles than we take
	TooSlow  Problem = "slow"     // it cannot be read in the time we give it
	NoPlace  Problem = "no-place" // the copy could not be written
	NoSource Problem = "none"     // it names no feed
	Packed   Problem = "packed"   // an archive
)

// Error says what is wrong with which file.
type Error struct {
	Path    string
	Problem Problem
	Err     error // what the system or SQLite said; may be nil
}

func (e *Error) Error() string {
	s := fmt.Sprintf("%s: %s", e.Path, string(e.Problem))
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap gives what the system or SQLite said.
func (e *Error) Unwrap() error { return e.Err }

// Open reads a file through and tells what is in it; Each gives the articles. A database is
// copied to a folder in spool, which is made where it is not there and which Close removes; a
// program that is killed leaves it. It answers
// an *Error, with Unknown where the file is of no kind known here, and what the system says
// where it cannot be opened.
func Open(ctx context.Context, path, spool string) (*Estate, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	head := make([]byte, 4096)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	var e *Estate
	switch head = head[:n]; {
	case isDatabase(head):
		e, err = openDatabase(ctx, path, spool)
	case isJSON(head):
		e, err = openJSON(path, f)
	case isPacked(head):
		return nil, &Error{Path: path, Problem: Packed}
	default:
		return nil, &Error{Path: path, Problem: Unknown}
	}
	if err != nil {
		return nil, err
	}
	if err := e.count(ctx); err != nil {
		return nil, errors.Join(err, e.Close())
	}
	return e, nil
}

// isPacked knows archives, such as FreshRSS makes of all it exports at once.
func isPacked(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("\x1f\x8b"))
}

// Knows reports whether a file is of a kind that Open has something to say of: a database of
// SQLite, JSON, or an archive.
func Knows(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 4096)
	n, _ := io.ReadFull(f, head) // a short file is one, too
	return isDatabase(head[:n]) || isJSON(head[:n]) || isPacked(head[:n])
}

// Close removes what Open made.
func (e *Estate) Close() error {
	if e.close == nil {
		return nil
	}
	return e.close()
}

// sourceKey is the same for the spellings of one feed's address, with a password and without;
// newsraft drops slashes at its end.
func sourceKey(address string) string {
	return strings.TrimRight(feed.Address(feed.Bare(address)), "/")
}

// count reads all once, so that a broken file is known before anything is taken over.
func (e *Estate) count(ctx context.Context) error {
	e.each = map[string]*Counts{}
	e.of = map[string]int{}
	for i, s := range e.Sources {
		e.of[sourceKey(s.URL)] = i
	}
	n := 0
	if err := e.walk(ctx, func(r *raw) error {
		if n++; n > maxItems {
			return &Error{Path: e.Path, Problem: TooMany}
		}
		if feed.WebLink(r.feed.URL) == "" {
			e.lost++
			return nil
		}
		key := sourceKey(r.feed.URL)
		c := e.each[key]
		if c == nil {
			c = &Counts{}
			e.each[key] = c
		}
		if _, ok := e.of[key]; !ok {
			e.of[key] = len(e.Sources)
			e.Sources = append(e.Sources, tidy(r.feed))
		}
		if r.deleted {
			return nil
		}
		c.Articles++
		if r.read {
			c.Read++
		}
		if r.starred {
			c.Starred++
		}
		return nil
	}); err != nil {
		return err
	}
	e.sum()
	if len(e.Sources) == 0 {
		return &Error{Path: e.Path, Problem: NoSource}
	}
	return nil
}

func (e *Estate) sum() {
	e.Counts, e.LeftOut = Counts{}, e.lost
	for key, c := range e.each {
		if _, ok := e.of[key]; !ok {
			e.LeftOut += c.Articles
			continue
		}
		e.Articles += c.Articles
		e.Read += c.Read
		e.Starred += c.Starred
	}
}

// Subscribed says which sources a program had of late, with the names and folders that it
// had given them. Articles of others are left out.
func (e *Estate) Subscribed(list []feed.Source) {
	known := e.of
	found := e.Sources
	e.Sources, e.of = nil, map[string]int{}
	for _, s := range list {
		key := sourceKey(s.URL)
		if _, twice := e.of[key]; twice {
			continue
		}
		if i, ok := known[key]; ok {
			s.URL = found[i].URL // as it was asked for
			if s.Title == "" {
				s.Title = found[i].Title
			}
			if s.Site == "" {
				s.Site = found[i].Site
			}
		}
		e.of[key] = len(e.Sources)
		e.Sources = append(e.Sources, tidy(s))
	}
	e.sum()
}

// tidy is the door for what a file says of a source.
func tidy(s feed.Source) feed.Source {
	s.URL, s.Site, s.Title = feed.Bare(feed.WebLink(s.URL)), feed.WebLink(s.Site), cut(feed.Line(s.Title))
	s.ID = feed.NewSourceID(feed.Address(s.URL))
	if s.Site == s.URL { // what newsboat puts where a feed names no site
		s.Site = ""
	}
	var folder []string
	for _, f := range s.Folder {
		if f = cut(feed.Line(f)); f != "" && len(folder) < 8 {
			folder = append(folder, f)
		}
	}
	s.Folder = folder
	return s
}

// Each gives the articles one after the other.
func (e *Estate) Each(ctx context.Context, do func(*Item) error) error {
	return e.walk(ctx, func(r *raw) error {
		i, ok := e.of[sourceKey(r.feed.URL)]
		if !ok || feed.WebLink(r.feed.URL) == "" {
			return nil
		}
		if whole(r.text) {
			r.kept.Content = r.text
		} else if r.text != "" {
			r.kept.Summary = r.text
		}
		it := Item{Source: e.Sources[i], Entry: r.kept.Entry(), Read: r.read, Starred: r.starred, Deleted: r.deleted}
		for _, t := range r.tags {
			if t = cut(feed.Line(t)); t != "" && len(it.Tags) < 50 {
				it.Tags = append(it.Tags, t)
			}
		}
		if it.Entry.Title == "" && it.Entry.Summary == "" && it.Entry.Content == "" {
			if it.Entry.Title = it.Entry.Link; it.Entry.Title == "" { // only its state is known
				it.Entry.Title = it.Entry.ID
			}
		}
		if it.Entry.Title == "" && it.Entry.Summary == "" && it.Entry.Content == "" {
			return nil
		}
		return do(&it)
	})
}

// longestTeaser is how many characters of a text are taken for a teaser where the program
// kept one text and did not say which.
const longestTeaser = 700

// whole reports whether a text of HTML is longer than a teaser.
func whole(html string) bool {
	n := 0
	for len(html) > 0 && n <= longestTeaser {
		i := strings.IndexByte(html, '<')
		if i < 0 {
			i = len(html)
		}
		n += len([]rune(html[:min(i, 4*longestTeaser)]))
		if html = html[i:]; html == "" {
			break
		}
		j := strings.IndexByte(html, '>')
		if j < 0 {
			break
		}
		html = html[j+1:]
	}
	return n > longestTeaser
}

// cut keeps a name within bounds.
func cut(s string) string {
	if r := []rune(s); len(r) > 300 {
		return string(r[:299]) + "…"
	}
	return s
}

// plainAsHTML is a plain text as HTML, for a program that says which it kept.
func plainAsHTML(s string) string { return markup.Escape(s) }
