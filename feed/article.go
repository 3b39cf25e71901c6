package feed

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Article is one story, taken apart into the parts a newspaper page has.
// The printed string stays beside the parsed value (Byline and Authors,
// Credit and Agencies), so that a page can be set as it was printed and
// searched by what it means. The zero value of a field means: not known.
type Article struct {
	ID     ID       // identity in the cache, see NewID
	Source SourceID // where it was delivered
	GUID   string   // the feed's own id, as delivered

	Link      string // http(s) address of the page
	Canonical string // address the page gives itself

	Kicker     string // line above the headline
	Headline   string
	Standfirst string   // summary between headline and text
	Byline     string   // as printed: "Von Ada Lindner und Jan Krug"
	Authors    []string // names only, in printed order
	Dateline   string   // place in front of the text, as printed: "Berlin (dpa) -"
	Section    string
	Topics     []string

	Lead *Picture // picture above the text; nil where there is none
	Body []Block

	Enclosures []Enclosure // files that go with it, at most MaxEnclosures, each address once
	Comments   string      // http(s) address of the page on which it is discussed; "" where there is none

	Credit      string   // agency credit as printed: "(afp/red)"
	Agencies    []Agency // canonical codes in printed order, each once
	Corrections []string // the paper's own correction notices

	Access   Access
	Language string // BCP 47: "de", "en-GB"

	Published time.Time
	Modified  time.Time

	newer string // fields in JSON that only a newer program knows; see newer.go
}

// Access says how much of an article the site let us have. It is told to the
// reader, never hidden.
type Access uint8

// The ways a site can answer.
const (
	Full        Access = iota // the whole text
	Teaser                    // a summary only, as feeds deliver it
	Paywall                   // the text ends at a paywall
	ConsentWall               // a consent dialogue stood in place of the text
)

var accessNames = [...]string{Full: "full", Teaser: "teaser", Paywall: "paywall", ConsentWall: "consent"}

// String gives the name that scripts see: full, teaser, paywall or consent.
func (a Access) String() string {
	if int(a) < len(accessNames) {
		return accessNames[a]
	}
	return accessNames[Full]
}

// ParseAccess reads what String wrote; an unknown name is Full.
func ParseAccess(s string) Access {
	for i, n := range accessNames {
		if n == s {
			return Access(i)
		}
	}
	return Full
}

// Agency is the canonical code of a news agency, as package wire lists them:
// "AFP", "dpa", "Reuters".
type Agency string

// Kind says what a Block is. What has no Kind (comments, teasers, share bars,
// newsletter boxes) has no way into an article.
type Kind uint8

// The kinds of blocks, and which fields of Block each fills.
const (
	Paragraph   Kind = iota // Text
	Subhead                 // Text
	Quote                   // Text; lines of a poem or several paragraphs are parted by "\n"
	List                    // Items, Levels; of a list of definitions, "term: what it is" with the term in bold
	OrderedList             // Items, Levels
	Table                   // Rows; the first row is the head, unless Headless; Text is its title
	Figure                  // Picture
	Code                    // Text, with "\n" and leading blanks kept
	Rule                    // nothing
	Embed                   // Text says what stood there, its span links to it
)

var kindNames = [...]string{
	Paragraph: "paragraph", Subhead: "subhead", Quote: "quote", List: "list", OrderedList: "ordered_list",
	Table: "table", Figure: "figure", Code: "code", Rule: "rule", Embed: "embed",
}

// String gives the kind's name in the cache: paragraph, subhead, ...
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return kindNames[Paragraph]
}

// Role says that a block stands beside the running text, and as what. A fact
// box is several blocks in a row, its title a Subhead; so is a long footnote.
type Role uint8

// The roles of blocks.
const (
	Ordinary  Role = iota // part of the running text
	PullQuote             // a Quote set apart that stands nowhere else in the text
	FactBox
	Footnote // its first block has an Anchor
)

var roleNames = [...]string{Ordinary: "", PullQuote: "pull_quote", FactBox: "fact_box", Footnote: "footnote"}

// String gives the name that scripts see: pull_quote, fact_box, footnote, or "" for Ordinary.
func (r Role) String() string {
	if int(r) < len(roleNames) {
		return roleNames[r]
	}
	return roleNames[Ordinary]
}

// parseRole reads what String wrote; an unknown name is Ordinary.
func parseRole(s string) Role {
	for i, n := range roleNames {
		if n == s {
			return Role(i)
		}
	}
	return Ordinary
}

// Block is one element of the text, top to bottom.
type Block struct {
	Kind     Kind
	Role     Role
	Text     Text
	Items    []Text   // List, OrderedList
	Start    int      // OrderedList: the number of its first item; 0: 1
	Levels   []int    // how deep each item is nested, 0 to MaxLevel; nil: none is
	Rows     [][]Text // Table: rows of cells, all of one length; what a wide or high cell covers is nil
	Headless bool     // Table: the first row is one like the others
	Picture  *Picture // Figure
	Anchor   string   // Footnote: "note-1"; the span that refers to it has the Link "#note-1"

	newer string // the block's JSON, where it holds what only a newer program knows; see newer.go
}

// MaxLevel is how deep a list's item can be nested.
const MaxLevel = 5

// Text is a run of spans, read one after the other without blanks between.
type Text []Span

// Span is a stretch of text in one style. Link is an absolute http, https or
// mailto address, or "#" and the Anchor of a block of this article, or empty.
type Span struct {
	Text  string
	Style Style
	Link  string
}

// Style is a set of bits.
type Style uint8

// The styles of a span.
const (
	Strong Style = 1 << iota
	Emphasis
	CodeStyle
	Struck // taken back, and still shown
)

// Plain makes a Text of one unstyled span; of the empty string it makes nil.
func Plain(s string) Text {
	if s == "" {
		return nil
	}
	return Text{{Text: s}}
}

// String is the text without its styles and links.
func (t Text) String() string {
	switch len(t) {
	case 0:
		return ""
	case 1:
		return t[0].Text
	}
	var b strings.Builder
	for _, s := range t {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Styled reports whether any span has a style or a link.
func (t Text) Styled() bool {
	for _, s := range t {
		if s.Style != 0 || s.Link != "" {
			return true
		}
	}
	return false
}

// Picture is a picture with what the paper printed under it. Caption and
// Credit are apart: Credit is the photographer and the agency or library,
// "NAME/POOL/AFP via Getty Images", without the word "Foto:".
type Picture struct {
	URL           string // absolute http(s) address
	Alt           string
	Caption       string
	Credit        string
	Width, Height int // pixels as the page says; 0: unknown
}

// Pictures are those of the article in the order they stand in it, the lead first.
func (a *Article) Pictures() []*Picture {
	var out []*Picture
	if a.Lead != nil {
		out = append(out, a.Lead)
	}
	for i := range a.Body {
		if p := a.Body[i].Picture; p != nil {
			out = append(out, p)
		}
	}
	return out
}

// PlainText is the whole article as a reader would read it aloud, a line for each
// part. Search indexes it and reading time is counted on it.
func (a *Article) PlainText() string {
	var b strings.Builder
	b.Grow(a.plainSize())
	a.eachPiece(func(s string) { b.WriteString(s) })
	return b.String()
}

// AppendPlainText appends PlainText to b.
func (a *Article) AppendPlainText(b []byte) []byte {
	a.eachPiece(func(s string) { b = append(b, s...) })
	return b
}

// eachPiece calls f with the pieces of PlainText.
func (a *Article) eachPiece(f func(string)) {
	line := false
	a.eachRun(func(s string, ends bool) {
		f(s)
		if line = line || s != ""; ends && line {
			f("\n")
			line = false
		}
	})
}

// eachRun calls f with the plain text of the body, piece by piece in its order; ends says
// that a line ends behind the piece.
func (a *Article) eachRun(f func(s string, ends bool)) {
	text := func(t Text) {
		for i := range t {
			f(t[i].Text, i == len(t)-1)
		}
	}
	for i := range a.Body {
		blk := &a.Body[i]
		text(blk.Text)
		for _, it := range blk.Items {
			text(it)
		}
		for _, row := range blk.Rows {
			for j, cell := range row {
				if j > 0 {
					f(" ", false)
				}
				for k := range cell {
					f(cell[k].Text, false)
				}
			}
			f("", true)
		}
		if blk.Picture != nil {
			f(blk.Picture.Caption, true)
		}
	}
}

// plainSize is about how many bytes PlainText gives: what most of it is made of.
func (a *Article) plainSize() int {
	n := 0
	for i := range a.Body {
		for _, s := range a.Body[i].Text {
			n += len(s.Text)
		}
		n++
	}
	return n
}

// Words counts the words of head and body; a run of CJK counts two
// characters as a word, which is close to how fast it is read.
func (a *Article) Words() int {
	var c wordCount
	a.eachRun(func(s string, ends bool) {
		if c.add(s); ends {
			c.in = false
		}
	})
	return countWords(a.Headline) + countWords(a.Standfirst) + c.sum()
}

func countWords(s string) int {
	var c wordCount
	c.add(s)
	return c.sum()
}

// wordCount counts the words of a text that comes in pieces.
type wordCount struct {
	words, cjk int
	in         bool // inside a word
}

func (c *wordCount) sum() int { return c.words + (c.cjk+1)/2 }

func (c *wordCount) add(s string) {
	in := c.in
	for i := 0; i < len(s); {
		b := s[i]
		if b|0x20 >= 'a' && b|0x20 <= 'z' { // most of them
			if !in {
				c.words++
				in = true
			}
			i++
			continue
		}
		if b == ' ' {
			in = false
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case isIdeograph(r):
			c.cjk++
			in = false
		case unicode.IsSpace(r), r >= 0x3000 && r <= 0x303F:
			in = false
		case !in && (unicode.IsLetter(r) || unicode.IsDigit(r)): // a dash between blanks is no word
			c.words++
			in = true
		}
	}
	c.in = in
}

// isIdeograph reports Han, Kana and Hangul, full stops and brackets apart.
func isIdeograph(r rune) bool {
	return r >= 0x2E80 && r <= 0x9FFF && (r < 0x3000 || r > 0x303F) || r >= 0xAC00 && r <= 0xD7A3 || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x3FFFF
}

// Minutes is the time to read n words at 200 words a minute, at least 1 where there is
// anything to read, else 0.
func Minutes(words int) int {
	if words <= 0 {
		return 0
	}
	return max(1, (words+100)/200)
}
