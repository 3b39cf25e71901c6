// Package page sets an article as a newspaper page: lines of one width, with
// the places a reader jumps to. Glamour renders the body from a syntax tree that
// is built of the article's blocks, never from Markdown text, which would
// rewrite the news; the lines are broken here.
package page

import (
	"time"

	"depesche/feed"
	"depesche/ui/locale"
	"depesche/ui/theme"
)

// Options say how a page is set.
type Options struct {
	Width     int          // columns of text; at least 1
	Columns   int          // columns of text side by side, the head over all of them; 0: 1
	Text      *locale.Text // the language of what the page itself says; nil: English
	Now       time.Time    // for dates in words; zero: dates are written out
	Source    string       // the paper's name, for the line above the kicker
	Justify   bool         // flush right margin
	Hyphenate Hyphenation
	Tags      []string        // the reader's own, below the text
	Files     map[string]bool // addresses of files that are on the disk
	ASCII     bool            // no signs beyond ASCII but those of the article
	Plain     bool            // for ears and braille: no frames, rules or columns of text, what they say is said in words
	Fetched   time.Time       // when the page was fetched; zero: not told
	Changed   time.Time       // when the text changed after it was read; zero: it did not
	Notes     []string        // further sentences on the article's state, below its head
	// Rows sets at least so many lines below From and stops, for a first screen; 0: the whole article.
	Rows int
	From Position
	// PictureRows says how many lines to keep free for a picture in width columns; nil: none.
	// Pane.Draw says what goes there.
	PictureRows func(p *feed.Picture, width int) int
}

// Hyphenation says when words are divided.
type Hyphenation uint8

// When words are divided. Auto divides where a line would else stay too short.
const (
	Auto Hyphenation = iota
	Always
	Never
)

// Page is an article in lines. Lines are never changed after Set; pages may be shared.
type Page struct {
	ID       feed.ID
	Width    int
	Columns  int      // of text, side by side
	Spread   int      // width of all columns together
	Head     int      // so many lines stand over all columns; 0 where there is one
	Lines    []string // styled, none wider than Width, those of the head than Spread
	Blocks   []int    // first line of each block; [0] is the head, [i+1] Body[i], the last the foot
	Subheads []Mark
	Links    []Link // in printed order, each address once
	Figures  []Figure
	Words    int
	Minutes  int  // time to read
	Whole    bool // false: Options.Rows cut it short

	lines   []line
	spots   []spot
	anchors map[string]int // lines by name: "#note-1" the note, "^note-1" where the text refers to it
	st      *theme.Styles
	between string // what stands between two columns
}

// Mark is a place in a page with a name.
type Mark struct {
	Line  int
	Title string
}

// Link is a web address in the text. N is its number in the list at the page's end.
type Link struct {
	N         int
	URL, Text string
	Line, Col int    // where its text begins
	Jump      string // a place in the page itself, for Pane.Jump: a footnote, or where it is from; then there is no URL
}

// Figure is a picture's place: Rows free lines from Line on, of Width columns from Col
// on, its caption below. A picture that is not drawn has no rows; Line is its caption's.
type Figure struct {
	Line, Rows int
	Col, Width int
	Picture    *feed.Picture
}

// spot is where a link's text begins, each time it does.
type spot struct {
	line, col int
	link      int    // index into Links
	jump      string // else a place in the page
}

// line is what a page knows of one of its lines.
type line struct {
	block  int  // index into Blocks
	offset int  // runes of the block's text before this line
	skip   int  // cells at its start that are no text: indent, bar, bullet
	join   join // how the text goes on in the next line
	keep   bool // a column of text does not end here: the next line belongs with it
}

// anchor names a line, unless the name is given already.
func (pg *Page) anchor(name string, line int) {
	if pg.anchors == nil {
		pg.anchors = map[string]int{}
	}
	if _, known := pg.anchors[name]; !known {
		pg.anchors[name] = line
	}
}

type join uint8

const (
	joinNone   join = iota // the text ends here
	joinBlank              // a blank stood here
	joinTight              // nothing stood here
	joinHyphen             // the hyphen at the end was put in by us
)
