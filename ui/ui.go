// Package ui is the screen: sources, list and page, the status line under
// them, and what a key does. One Model owns it all; its parts are plain structs
// in the packages below, and everything slow happens in commands.
//
// A key's way: tea.KeyPressMsg -> keys.Reader.Press -> Model.do -> openCmd ->
// Store.Article + page.Set -> pageMsg -> showPage -> View. A refresh's way:
// refreshCmd -> progressMsg -> waitCmd -> progressMsg ... -> refreshedMsg.
package ui

import (
	"context"
	"log/slog"
	"os"
	"time"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/keys"
	"depesche/ui/locale"
	"depesche/ui/page"
	"depesche/ui/picture"
)

// Scheme says whether the colours are for a light or a dark background.
type Scheme uint8

// The schemes.
const (
	Auto  Scheme = iota // as the terminal answers; dark until it does
	Light               // for a light background
	Dark                // for a dark background
)

// Options is what the screen is given. Store, Text and Keys must be set; the
// zero value of any other field is a sensible choice.
type Options struct {
	Store Store
	Text  *locale.Text
	Keys  *keys.Map

	Theme  string // a name package theme knows; "": the default
	Scheme Scheme
	Mono   bool // no colours: NO_COLOR or a terminal that has none
	Linear bool // one part at a time, states in words, no frames: for ears and braille
	ASCII  bool // the terminal has no UTF-8: no line drawing and no signs beyond ASCII

	Now            func() time.Time // nil: time.Now
	Interval       time.Duration    // between refreshes; 0: only when asked
	RefreshAtStart bool
	Preview        bool // beside the list, the page shows what the cursor is on
	PageWidth      int  // widest column of text; 0: 72
	Columns        int  // columns of text side by side where there is room, 1 or 2; 0: 1
	Justify        bool // even right edge
	Hyphenate      page.Hyphenation
	Unread         bool // begin with what is unread
	Mouse          bool // the wheel scrolls, a click selects

	Pictures         picture.Setting // how pictures are drawn
	PicturesOnDemand bool            // they are fetched only when the reader asks for them
	Bare             map[string]bool // by a source's address, as feed.Address writes it: its pictures are, whatever holds for others

	Alert    string                                                    // what has to be said first: a database that came back; "": nothing
	Drawn    func()                                                    // called when the first frame stands: what can wait for it; nil: nothing
	Settled  func()                                                    // called in the background when a start or a refresh is over: gives back what it needed; nil: nothing
	Open     func(ctx context.Context, url string) error               // hands a link to the browser; nil: links cannot be opened
	Save     func(name string, data []byte) error                      // writes a new file and never overwrites one; nil: in the working directory
	SavePage func(ctx context.Context, from string) (cache.Row, error) // saves the page at an address, or a file, among the articles; nil: addresses only, of the open network
	Import   func(ctx context.Context) ([]Found, error)                // what other readers left; reads, never changes; nil: nothing
	FromFile func(ctx context.Context, path string) (Found, error)     // what a file that the reader names holds; nil: none is asked for
	TakeOver func(context.Context, []Found) (TakenOver, error)         // takes it over; goes with Import
	Words    func(error) string                                        // an error as a sentence for people; nil: its own words
	Commands map[string]Program                                        // the reader's own programs, by name
	Views    []View                                                    // saved queries of the settings
	Starter  []feed.Source                                             // what S offers; nil: the built-in list
	Log      *slog.Logger                                              // nil: silent
	Environ  []string                                                  // the terminal's environment; nil: the process's

	// OpenFile opens one of an article's files: as file on the disk, or, where file is "", by its
	// address. nil: Open gets the address.
	OpenFile func(ctx context.Context, e feed.Enclosure, file string) error

	Width, Height int // of an output that is no terminal and cannot be asked, in cells; 0: ask
}

func (o *Options) environ() []string {
	if o.Environ != nil {
		return o.Environ
	}
	return os.Environ()
}

// Found is what another program left.
type Found struct {
	Program                 string // "newsboat"
	Path                    string // its list of sources; "": it has none
	Data                    string // the file with its articles; "": there is none
	Sources                 []feed.Source
	Articles, Read, Starred int
	Err                     error // why Data cannot be read
}

// TakenOver is what Options.TakeOver did.
type TakenOver struct {
	IDs []feed.SourceID // of all sources that were meant
	cache.Restored
}
