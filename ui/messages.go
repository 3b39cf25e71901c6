package ui

import (
	"image"
	"time"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/page"
	"depesche/ui/picture"
)

// Messages are what commands answer. Each says what it answers, so that an
// answer the reader no longer waits for can be dropped.

// listMsg brings the first rows of a place.
type listMsg struct {
	gen     int
	place   place
	rows    []cache.Row
	keep    cache.Key // where the cursor should go, if it is still there
	waiting int       // articles that the search does not know yet
	err     error
}

// keysMsg brings all keys of a place.
type keysMsg struct {
	gen      int
	keys     []cache.Key
	keep     cache.Key
	waiting  int  // as in listMsg
	followed bool // asked by restMsg
	err      error
}

// rowsMsg brings rows the list wanted.
type rowsMsg struct {
	gen   int
	marks int // as many had begun or ended when it was asked
	asked []cache.Key
	rows  []cache.Row
	err   error
}

// hitsMsg brings what a search in the list found.
type hitsMsg struct {
	gen     int
	query   string
	keys    []cache.Key
	waiting int // as in listMsg
	err     error
}

// jumpMsg brings the unread articles of a place, to go to the next of them.
type jumpMsg struct {
	gen  int
	dir  int
	keys []cache.Key
	err  error
}

type sourcesMsg struct {
	rows    []cache.SourceRow
	starred int
	today   int
	tags    []cache.TagRow
	found   map[string]int // what is unread in each saved query
	err     error
}

// pageMsg brings a page that was set.
type pageMsg struct {
	key      pageKey
	article  feed.Article
	page     page.Page
	position cache.Position
	changed  time.Time       // when the site changed the text, if it did since it was read
	files    map[string]bool // addresses of its files that are on the disk
	ahead    bool            // it was set before anyone asked
	err      error
}

// followedMsg brings what a link leads to.
type followedMsg struct {
	link  string
	again bool // it was fetched anew, for the page that is open
	from  feed.SourceID
	to    cache.Linked
	err   error
}

// previewMsg says that the cursor has rested long enough to show what it is on.
type previewMsg struct{ seq int }

// writtenMsg says that a write has been done; it holds the answer.
type writtenMsg struct{ w *write }

// markedMsg says that a mark was stored, or not.
type markedMsg struct {
	id   feed.ID
	said string // what to tell of it
	err  error
}

// standingMsg brings the rows of articles whose marks were refused.
type standingMsg struct {
	marks int // as many had begun or ended when it was asked
	ids   []feed.ID
	rows  []cache.Row
}

// allMarkedMsg says how many articles a mark of a whole list touched.
type allMarkedMsg struct {
	n   int
	err error
}

// chosenMsg says what was done with several articles.
type chosenMsg struct {
	what string // as in the journal
	n    int
	err  error
}

type historyMsg struct {
	actions []cache.Action
	err     error
}

type facetsMsg struct {
	agencies, sections []facet
	err                error
}

// sinceMsg says what came since the last visit, the sources with most of it first.
type sinceMsg struct {
	n     int
	where []facet
	err   error
}

// unkeptMsg says that something could not be remembered.
type unkeptMsg struct{ err error }

type undoneMsg struct {
	action  cache.Action // the last of them
	n       int          // how many
	sources bool         // sources or rules were changed: other articles are listed
	views   bool         // saved queries were changed
	stored  string       // as they now are
	redo    bool
	err     error
}

// progressMsg is one step of a refresh; ok is false when it has ended.
type progressMsg struct {
	p     cache.Progress
	ok    bool
	steps <-chan cache.Progress
}

type fullMsg struct {
	id      feed.ID
	changed bool // the text is not the one that was read
	err     error
}

type foundMsg struct {
	address string
	sources []feed.Source
	err     error
	last    bool // the page was asked for its headlines, which the source's description lists
}

type addedMsg struct {
	ids []feed.SourceID
	n   int
	err error
}

// pageSavedMsg says that a page was saved to be read later.
type pageSavedMsg struct {
	row cache.Row
	err error
}

type changedMsg struct {
	what func() string // what to say of it
	err  error
}

type importsMsg struct {
	found []Found
	named bool // it is the file that the reader named
	err   error
}

type takenOverMsg struct {
	done TakenOver
	err  error
}

type storiesMsg struct {
	id   feed.ID
	rows []cache.Row
	err  error
}

type changesMsg struct {
	id    feed.ID
	title string
	paras []para
	err   error
}

type whyMsg struct {
	id      feed.ID
	title   string
	reasons []feed.Reason
	err     error
}

type pipedMsg struct {
	command string
	out     string
	err     error
}

// pictureMsg brings a picture that was drawn.
type pictureMsg struct {
	key     picture.Key
	id      int // Kitty's
	drawing picture.Drawing
	err     error
}

// keptMsg says how large the pictures are that were fetched ahead.
type keptMsg struct{ sizes map[string]image.Point }

// sentMsg says that the terminal has got a picture.
type sentMsg struct {
	key picture.Key
	id  int
}

// patienceMsg says that what takes long may be said to.
type patienceMsg struct{}

// paintMsg says that the screen is empty: the viewer's picture can be painted.
type paintMsg struct{ seq int }

type savedMsg struct {
	name string
	err  error
}

type openedMsg struct {
	url string
	err error
}

// recalledMsg brings what was remembered from the last time.
type recalledMsg struct{ values map[string]string }

type versionMsg struct {
	version int64
	err     error
}

// tickMsg comes every tickEvery: time to save the place.
type tickMsg struct{}

// restMsg comes restEvery while articles wait for the search index that a list's search is about.
type restMsg struct{ gen int }

// listenMsg comes every listenEvery: time to look for changes by other programs.
type listenMsg struct{}

// settledMsg says that a start or a refresh is over: what it needed once goes back to the system.
type settledMsg struct{}

// refreshMsg says that the interval is over.
type refreshMsg struct{}

// cannotStopMsg says that there is no shell to give the terminal back to.
type cannotStopMsg struct{}

// toastMsg takes a toast away.
type toastMsg struct{ seq int }

const (
	settledAfter = 700 * time.Millisecond // a start is over in half of it
	tickEvery    = 15 * time.Second
	restEvery    = 500 * time.Millisecond
	listenEvery  = 900 * time.Millisecond // asking costs some microseconds
	toastFor     = 6 * time.Second
	previewAfter = 120 * time.Millisecond
)
