package ui

import "depesche/ui/page"

// rect is a part of the screen, in cells. An empty one is not shown.
type rect struct{ X, Y, W, H int }

func (r rect) has(x, y int) bool { return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H }

// pane is where keys go.
type pane uint8

const (
	paneSources pane = iota
	paneList
	panePage
)

// The widths from which two and three panes stand side by side.
const (
	twoPanes   = 100
	threePanes = 160
	twoColumns = 160 // of text; the page then has the window to itself
)

// prefs is what the layout depends on beside the size.
type prefs struct {
	focus   pane
	linear  bool // one part at a time and no lines between, for ears and braille
	zen     bool // the page alone
	list    int  // width of the list beside the page as the reader drew it; 0: as it fits
	sources bool // the sources have a pane of their own where there is room
	columns bool // the text is read in two columns where there is room
}

// layout is where everything stands. Panes side by side have one free column
// between them, for the dividing line.
type layout struct {
	W, H                int
	Head, Rule          rect
	Sources, List, Page rect
	Status              rect
}

// arrange lays the screen out. It is a pure function, and total: any size has a layout.
func arrange(w, h int, p prefs) layout {
	l := layout{W: w, H: h}
	if w <= 0 || h <= 0 {
		return l
	}
	top, bottom := 0, h
	if h >= 2 && !p.zen {
		bottom = h - 1
		l.Status = rect{0, bottom, w, 1}
	}
	if h >= 8 && !p.zen {
		l.Head = rect{0, 0, w, 1}
		top = 1
	}
	if h >= 16 && !p.zen && !p.linear {
		l.Rule = rect{0, 1, w, 1}
		top = 2
	}
	body := rect{0, top, w, bottom - top}
	switch {
	case p.zen || p.linear || w < twoPanes || p.columns && w >= twoColumns && p.focus == panePage:
		l.narrow(body, p)
	case w < threePanes || !p.sources:
		l.middle(body, p)
	default:
		l.Sources, body = split(body, min(32, 24+(w-threePanes)/8))
		l.List, l.Page = split(body, p.listWidth(body.W, 44))
	}
	return l
}

func (l *layout) narrow(body rect, p prefs) {
	switch {
	case p.zen || p.focus == panePage:
		l.Page = body
	case p.focus == paneSources:
		l.Sources = body
	default:
		l.List = body
	}
}

func (l *layout) middle(body rect, p prefs) {
	if p.focus == paneSources {
		l.Sources, l.List = split(body, clamp(body.W*30/100, 28, 40))
		return
	}
	l.List, l.Page = split(body, p.listWidth(body.W, 34))
}

// The least that the divider leaves to the list and to the page.
const (
	leastList = 24
	leastPage = 34
)

// listWidth is how wide the list beside the page is, of w cells for both.
func (p *prefs) listWidth(w, least int) int {
	if p.list > 0 {
		return clamp(p.list, leastList, max(leastList, w-leastPage-1))
	}
	return clamp(w*38/100, least, 64)
}

// split cuts a rect in two, left one n wide, with a column between.
func split(r rect, n int) (left, right rect) {
	left, right = r, r
	left.W = min(n, r.W)
	right.X = r.X + left.W + 1
	right.W = max(0, r.W-left.W-1)
	return left, right
}

func clamp(n, low, high int) int { return max(low, min(n, high)) }

// leastColumn is how wide each of two columns of text is at least.
const leastColumn = 60

// text says in how many columns the text on the page is set, and how wide each
// may be: the reader's width, less a margin where there is room for one.
func (l *layout) text(columns, widest int) (n, width int) {
	w := l.Page.W
	switch {
	case w >= 60:
		w -= 4
	case w >= 24:
		w -= 2
	}
	if half := (w - page.Gutter) / 2; columns > 1 && l.W >= twoColumns && half >= min(leastColumn, widest) {
		return 2, min(half, widest)
	}
	return 1, max(1, min(w, widest))
}
