package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
)

// cell is one grapheme cluster of a text.
type cell struct {
	from, to int32 // its bytes in flow.text
	span     int32 // the span it belongs to
	w        uint8 // columns
	kind     kind
}

// kind is what a cell means for line breaking.
type kind uint8

const (
	letter  kind = iota
	digit        // 0-9
	mark         // other visible characters
	blank        // a run of white space, one column
	newline      // ends the line
	opener       // opening bracket or quote
	closer       // closing bracket or quote, and punctuation that never begins a line
	quote        // a quotation mark that opens or closes, as its neighbours say
	dash         // hyphen: a line may end behind it
	endash       // en and em dash
	slash        // a line may end behind it
	ideo         // ideograph or kana: a line may end on either side
	hangul       // Hangul: the same, less gladly
	noStart      // CJK that never begins a line
	noEnd        // CJK that never ends a line
	soft         // soft hyphen: no column, a line may end here with a hyphen
	zero         // zero-width space: no column, a line may end here
	misfit       // wider than the whole page
)

// flow is a text as cells. Its slices are used again for the next text.
type flow struct {
	text  string // all spans, one behind the other
	spans feed.Text
	cells []cell
	sum   []int32 // columns before each cell, one more entry than cells
	rtl   bool    // there are right-to-left letters in it
}

// load takes a text in, to be set in lines of avail columns. White space
// collapses, controls go.
func (f *flow) load(spans feed.Text, avail int) {
	f.spans, f.cells, f.sum = spans, f.cells[:0], f.sum[:0]
	f.text, f.rtl = spans.String(), false
	at := int32(0)
	for i := range spans {
		f.loadSpan(at, at+int32(len(spans[i].Text)), int32(i))
		at += int32(len(spans[i].Text))
	}
	for len(f.cells) > 0 && isGap(f.cells[len(f.cells)-1].kind) {
		f.cells = f.cells[:len(f.cells)-1]
	}
	f.settleQuotes()
	w := int32(0)
	for i := range f.cells {
		c := &f.cells[i]
		if int(c.w) > avail { // wider than the page: as narrow as it can be
			c.w = uint8(ansi.StringWidth(f.text[c.from:c.to]))
			if int(c.w) > avail {
				c.w, c.kind = 1, misfit
			}
		}
		f.sum = append(f.sum, w)
		w += int32(c.w)
	}
	f.sum = append(f.sum, w)
}

func isGap(k kind) bool { return k == blank || k == newline }

func (f *flow) loadSpan(at, end, span int32) {
	for at < end {
		c := cell{from: at, span: span}
		if b := f.text[at]; b >= ' ' && b < 0x7f && (at+1 == end || f.text[at+1] < utf8.RuneSelf) {
			c.to, c.w, c.kind = at+1, 1, asciiKinds[b]
		} else {
			c.to, c.w, c.kind = cluster(f.text[at:end])
			c.to += at
			if b >= 0xd6 && !f.rtl { // the first byte of Hebrew, Arabic and all beyond
				r, _ := utf8.DecodeRuneInString(f.text[at:])
				f.rtl = isRTL(r)
			}
		}
		at = c.to
		if c.w == 0 && c.kind != soft && c.kind != zero && c.kind != newline {
			f.weightless(c)
			continue
		}
		if isGap(c.kind) {
			f.gap(c)
			continue
		}
		f.cells = append(f.cells, c)
	}
}

// weightless is a cluster without a column: a control goes, a mark without a
// letter before it (a direction mark, say) stays with its neighbour.
func (f *flow) weightless(c cell) {
	r, _ := utf8.DecodeRuneInString(f.text[c.from:c.to])
	if unicode.IsControl(r) {
		return
	}
	c.kind = mark
	f.cells = append(f.cells, c)
}

// gap adds white space: none at the start, one blank for many, a newline over blanks.
func (f *flow) gap(c cell) {
	n := len(f.cells)
	switch {
	case n == 0:
	case !isGap(f.cells[n-1].kind):
		f.cells = append(f.cells, c)
	case c.kind == newline && f.cells[n-1].kind == blank:
		f.cells[n-1] = c
	}
}

// cluster measures the first grapheme cluster of s. The width is the larger of
// what terminals with and without grapheme clustering make of it, so that a
// line is cut by neither.
func cluster(s string) (n int32, w uint8, k kind) {
	r, size := utf8.DecodeRuneInString(s)
	if plainRune(r) && size < len(s) {
		if next, _ := utf8.DecodeRuneInString(s[size:]); plainRune(next) {
			return int32(size), plainWidth(r), kindOf(r)
		}
	}
	c, gw := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if bare := strings.TrimRight(c, " "); bare != c && bare != "" { // a sign that joins the blank behind it leaves it a blank
		c = bare
		gw = ansi.StringWidth(c)
	}
	ww := ansi.StringWidthWc(c)
	k = kindOf(r)
	if k == blank && len(c) > size {
		k = mark // an accent on a blank is no white space
	}
	return int32(len(c)), uint8(min(max(gw, ww), 200)), k
}

// plainRune is a rune that joins with no other of its sort: the letters of
// Europe and the dashes, quotes and dots of printing.
func plainRune(r rune) bool {
	return r < 0x300 && r != 0xa9 && r != 0xae || r >= 0x2010 && r <= 0x2027
}

func plainWidth(r rune) uint8 {
	if r == 0xad || r < 0x20 || r >= 0x7f && r < 0xa0 {
		if r == '\t' {
			return 1
		}
		return 0
	}
	return 1
}

var asciiKinds = func() (t [128]kind) {
	for i := range t {
		t[i] = kindOf(rune(i))
	}
	return t
}()

// closers never begin a line, openers never end one.
const (
	closers = "!),.:;?]}%…‥‰′″"
	openers = "([{¿¡„‚"
	quotes  = "\"'«»‹›“”‘’"

	cjkNoStart = "、。，．・：；？！）］｝〕〉》」』】〙〗〟〞゛゜ヽヾゝゞ々ー〜～ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ％‰℃｡｣､･ｰﾞﾟ｠"
	cjkNoEnd   = "（［｛〔〈《「『【〘〖〝｢｟＄￡￥＃"
)

func kindOf(r rune) kind {
	switch {
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
		return letter
	case r >= '0' && r <= '9':
		return digit
	case r >= 0xc0 && r < 0x250 && r != '×' && r != '÷':
		return letter
	case r == '\n' || r == 0x2028 || r == 0x2029:
		return newline
	case r == ' ' || r == '\t' || r >= 0x2000 && r <= 0x200a && r != 0x2007 || r == 0x205f || r == 0x1680:
		return blank
	case r == '-' || r == 0x2010:
		return dash
	case r == '–' || r == '—':
		return endash
	case r == '/':
		return slash
	case r == 0xad:
		return soft
	case r == 0x200b:
		return zero
	case strings.ContainsRune(closers, r):
		return closer
	case strings.ContainsRune(openers, r):
		return opener
	case strings.ContainsRune(quotes, r):
		return quote
	case r < 0x2e80:
		if unicode.IsLetter(r) {
			return letter
		}
		return mark
	}
	return wideKind(r)
}

func wideKind(r rune) kind {
	switch {
	case strings.ContainsRune(cjkNoStart, r):
		return noStart
	case strings.ContainsRune(cjkNoEnd, r):
		return noEnd
	case r <= 0x9fff, r >= 0xf900 && r <= 0xfaff, r >= 0xff01 && r <= 0xff9f, r >= 0x20000 && r <= 0x3ffff:
		return ideo
	case r >= 0xac00 && r <= 0xd7a3:
		return hangul
	case unicode.IsLetter(r):
		return letter
	}
	return mark
}

// settleQuotes decides by its neighbours whether a quotation mark opens or
// closes, for „this", »this«, « this » and “this” use the same signs both ways.
func (f *flow) settleQuotes() {
	for i := range f.cells {
		if f.cells[i].kind != quote {
			continue
		}
		before := i == 0 || isGap(f.cells[i-1].kind) || f.cells[i-1].kind == opener || f.cells[i-1].kind == endash || f.cells[i-1].kind == slash
		after := i+1 == len(f.cells) || isGap(f.cells[i+1].kind) || f.cells[i+1].kind == closer
		switch {
		case before && after: // alone between blanks, as French sets them
			f.cells[i].kind = closer
			if s := f.text[f.cells[i].from:f.cells[i].to]; s == "«" || s == "‹" || s == "“" || s == "‘" {
				f.cells[i].kind = opener
			}
		case before:
			f.cells[i].kind = opener
		case after:
			f.cells[i].kind = closer
		default:
			f.cells[i].kind = mark // an apostrophe within a word
		}
	}
}

// segments appends the text of a line to dst, a segment for each span, with so
// many extra blanks spread over its gaps.
func (f *flow) segments(dst []segment, r run, extra int) []segment {
	gaps := 0
	if extra > 0 {
		for i := r.from; i < r.to; i++ {
			if f.cells[i].kind == blank {
				gaps++
			}
		}
	}
	for i := r.from; i < r.to; {
		span, j, whole := f.cells[i].span, i, gaps == 0
		for ; j < r.to && f.cells[j].span == span; j++ {
			whole = whole && f.asPrinted(j) && (j == i || f.cells[j].from == f.cells[j-1].to)
		}
		s := f.text[f.cells[i].from:f.cells[j-1].to]
		if !whole {
			var b strings.Builder
			for ; i < j; i++ {
				b.WriteString(f.shown(i))
				if gaps > 0 && f.cells[i].kind == blank {
					n := extra / gaps
					if (gaps^int(r.from))&1 == 1 { // the odd blanks fall now left, now right: no white rivers
						n = (extra + gaps - 1) / gaps
					}
					b.WriteString(strings.Repeat(" ", n))
					extra, gaps = extra-n, gaps-1
				}
			}
			s = b.String()
		}
		if s != "" {
			dst = append(dst, segment{s, &f.spans[span]})
		}
		i = j
	}
	return dst
}

// asPrinted reports whether a cell stands on the page with just its own bytes.
func (f *flow) asPrinted(i int32) bool {
	c := f.cells[i]
	return c.kind != soft && c.kind != zero && c.kind != misfit && (c.kind != blank || f.text[c.from] >= ' ')
}

// shown is what a cell puts on the page.
func (f *flow) shown(i int32) string {
	c := f.cells[i]
	switch {
	case c.kind == soft || c.kind == zero:
		return ""
	case c.kind == misfit:
		return "·"
	case c.kind == blank && f.text[c.from] < ' ':
		return " "
	}
	return f.text[c.from:c.to]
}

// runsLeft tells whether the first letter in a stretch of cells runs to the left.
func (f *flow) runsLeft(from, to int32) (rtl, found bool) {
	if from >= to {
		return false, false
	}
	for _, r := range f.text[f.cells[from].from:f.cells[to-1].to] {
		switch {
		case isRTL(r):
			return true, true
		case unicode.IsLetter(r):
			return false, true
		}
	}
	return false, false
}

// leftward reports whether the text runs from right to left.
func (f *flow) leftward() bool {
	if !f.rtl {
		return false
	}
	l, _ := f.runsLeft(0, int32(len(f.cells)))
	return l
}

func isRTL(r rune) bool {
	return r >= 0x590 && r <= 0x8ff || r == 0x200f || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefc || r >= 0x10800 && r <= 0x10fff || r >= 0x1e800 && r <= 0x1efff
}

// Direction marks: they weigh nothing and are seen by terminals that set
// Arabic and Hebrew from right to left.
const (
	markLTR = "\u200e"
	markRTL = "\u200f"
)

// direction is the mark a line needs so that a terminal, which judges each line by its
// first letter, takes it the way its paragraph runs; mostly none.
func (f *flow) direction(r run) string {
	if !f.rtl {
		return ""
	}
	para, _ := f.runsLeft(0, int32(len(f.cells)))
	l, found := f.runsLeft(r.from, r.to)
	switch {
	case para && (!l || !found):
		return markRTL
	case !para && l:
		return markLTR
	}
	return ""
}
