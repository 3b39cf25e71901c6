package cache

import (
	"context"
	"errors"
	"time"

	"depesche/feed"
)

// Origin is where articles come from: the sites themselves, a server, or the
// sample edition.
type Origin interface {
	// Sources lists what the origin itself knows; nil where the cache keeps the list.
	Sources(context.Context) ([]feed.Source, error)
	// Find tells which feeds an address offers: itself if it is one, else what the page names.
	Find(ctx context.Context, address string) ([]feed.Source, error)
	// Pull asks one source for its articles.
	Pull(context.Context, feed.Source, feed.Validators) (feed.Delivery, error)
	// Full fetches the article's page and takes it apart. ID, Source and GUID stay.
	Full(context.Context, feed.Article) (feed.Article, error)
	// Explain fetches the article's page and tells how it is taken apart.
	Explain(context.Context, feed.Article) ([]feed.Reason, error)
	// Picture fetches one picture, bounded in size.
	Picture(ctx context.Context, url string) ([]byte, error)
	// Download fetches one of an article's files, of at most so many bytes, and hands it to take
	// as it comes, from behind have on where that can be.
	Download(ctx context.Context, a feed.Article, e feed.Enclosure, have feed.Piece, most int64, take func(*feed.Transfer) error) error
	// Push hands the reader's marks to a server; nothing where there is none.
	Push(context.Context, []feed.Mark) error
}

// Errors that a caller tells apart.
var (
	ErrNotFound  = errors.New("not in the cache")
	ErrNoPicture = errors.New("the picture could not be had")    // lately; KeptPicture
	ErrNothing   = errors.New("nothing to undo")                 // Undo, Redo: the journal has no further entry
	ErrAmbiguous = errors.New("several articles begin so")       // Resolve: the beginning of an id is too short
	ErrTaken     = errors.New("another source has this address") // ChangeSource
	ErrAddress   = errors.New("not a web address")               // AddSources, ChangeSource
	ErrKept      = errors.New("the origin keeps this source")    // RemoveSource: it would come back
)

// Key is a row's place in the database, for lists. It is never used again for
// another article.
type Key int64

// Order says how a list is sorted.
type Order uint8

// The orders of a list.
const (
	Newest   Order = iota // by date, newest first
	Oldest                // by date, oldest first
	BySource              // by source in the order of the sources pane, newest first within
	BestHit               // by rank of the full-text search, else as Newest
)

// Query says which articles a list holds. The zero value holds all, newest first.
type Query struct {
	Filter  string        // in the query language, see ParseQuery; "" holds all
	Source  feed.SourceID // only this source
	Folder  []string      // only sources in this folder and below it
	Unread  bool          // only unread, and those in Keep
	Keep    []Key         // with Unread: these too, though they were read meanwhile
	Starred bool
	Since   time.Time // only published (else: first seen) at or after
	Order   Order
	Limit   int // 0: no limit
	Offset  int
	Now     bool // a search does not wait for what is not in the search index yet, see Waiting
}

// Row is what a list shows of one article.
type Row struct {
	Key         Key
	ID          feed.ID
	Source      feed.SourceID
	SourceTitle string
	Kicker      string
	Headline    string
	Standfirst  string // cut to about 200 characters
	Section     string
	Link        string
	Agencies    []feed.Agency
	Language    string
	Published   time.Time // as the feed or page says, else when first seen
	Minutes     int       // reading time
	Access      feed.Access
	Read        bool
	Starred     bool
	HasPage     bool          // the page was fetched and taken apart: more than the feed's text
	Fetched     time.Time     // when the page was; zero without HasPage
	HasPicture  bool          // the lead picture is in the cache
	Changed     bool          // the site changed the text after it was read
	Copies      int           // further articles of the same story in the cache, see feed/wire
	Highlighted bool          // a rule wants it to stand out
	Muted       bool          // a rule took it out of the lists
	Hidden      bool          // the reader took it out of the lists
	Medium      feed.Medium   // of its first file; NoFile where it has none
	Duration    time.Duration // of that file; 0: not said
	Downloaded  bool          // one of its files is on the disk
	Tags        []string
	Snippet     string // where a full-text search matched; hits stand between \x02 and \x03
}

// SourceRow is what the sources pane shows of one source.
type SourceRow struct {
	feed.Source
	Unread, Total int
	Shared        int       // unread among them that stand in another source of the publisher, and are counted there
	SharedTotal   int       // all of those
	Fetched       time.Time // last answer, also a 304
	Failed        time.Time // when it began to fail; zero: it works
	Fails         int       // failures in a row
	Problem       string    // the last failure in words; "" when it works
	Next          time.Time // when it will be asked again
	Gone          bool      // it has ended (410) and is not asked any more
	Sample        bool      // part of the sample edition
	Saved         bool      // holds the pages that the reader saved: no feed, and never asked
}

// Position is where a reader was in an article: the block, and the character
// within its text. It survives width, theme and restart.
type Position struct {
	Block  int // 0: the head; 1: the first block of the body, and so on
	Offset int // runes
}

// Version says which text of an article is meant.
type Version uint8

// The versions of an article.
const (
	Best     Version = iota // the page where it was fetched and holds more, else the feed's text
	FromFeed                // as the feed delivered it
	FromPage                // as taken from the page; ErrNotFound where it was not fetched
)

// Revision is an earlier text of an article that the site has since changed.
type Revision struct {
	Seen    time.Time // when the cache first saw the newer text
	Article feed.Article
}

// Progress is one step of a refresh.
type Progress struct {
	Done, Total int           // sources that have answered, of how many
	Source      feed.SourceID // who answered
	Title       string
	New         int     // articles that were not known
	Updated     int     // articles that changed
	NotModified bool    // the source had nothing new (304)
	Pages       bool    // a step of fetching full pages behind the feeds, Done and Total count pages
	Article     feed.ID // whose page it was
	Pictures    bool    // a step of fetching lead pictures ahead, Done and Total count them
	Err         error
	Warning     error // what was wrong with a feed that could be read all the same
}

// Action is an entry of the undo journal.
type Action struct {
	ID     int64
	What   string // "read", "unread", "star", "unstar", "remove-source", "tag", "add-rule", "save", ...
	N      int    // how many articles or sources it touched
	At     time.Time
	Undone bool
}

// Finding is one answer of Check or Repair.
type Finding struct {
	What   string // "integrity", "foreign-keys", "search-index", "counters", "pictures", "tables", "texts"
	OK     bool
	Detail string // what is wrong, as SQLite or we found it; "" when OK
	Fixed  bool   // Repair has mended it
}

// Stats is what the data folder holds.
type Stats struct {
	Path               string // the database
	Schema             int
	Sources, Articles  int
	Unread, Starred    int
	Pages, Pictures    int // pages fetched, pictures kept
	Bytes, PictureSize int64
	Journal            int // actions that can be undone
	Outbox             int // marks a server has not heard of yet
	Oldest, Newest     time.Time
}
