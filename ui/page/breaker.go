package page

import (
	"unicode"
	"unicode/utf8"

	"depesche/ui/page/hyphen"
)

// run is a line of a flow: the cells from..to, and how the text goes on behind it.
type run struct {
	from, to int32
	join     join
}

// brk is a place where a line may end: its text stops before cell end, the
// next line begins at cell next.
type brk struct {
	end, next int32
	join      join
	forced    bool
	cost      float64 // of ending a line here
	total     float64 // of the best way here
	prev      int32   // the break before on that way
}

// Costs are measured against the square of the slack in percent of the line:
// a line a tenth short costs 100.
const (
	costLine     = 20    // each line: fewer are better
	costHyphen   = 150   // dividing a word
	costStack    = 150   // two divisions in a row
	costPart     = 1200  // dividing a part of a compound that has hyphens of its own
	costScrap    = 60    // leaving only two letters before the hyphen
	costName     = 1500  // dividing a name, where capitals tell names
	costTail     = 400   // a last line that holds the rest of a divided word
	costDash     = 30    // behind a hyphen that stands in the text, a dash or a slash
	costInitial  = 250   // leaving a single letter before it: E-Mail
	costHangul   = 40    // between syllables without a blank
	costUnit     = 250   // parting a number from its sign
	costNumber   = 60    // parting a number from its word
	costAbbrev   = 900   // behind "z." or "1."
	costBareDash = 120   // a line that begins with a dash
	costOrphan   = 120   // a last line of one short word
	costCut      = 4000  // anywhere in a word too long for a line
	costHeadLine = 1e6   // headlines: as few lines as can be
	costHeadWord = 90    // headlines: a line that ends with "the" or "in"
	window       = 4000  // cells looked at together: a hostile paragraph is set piece by piece
	slackRagged  = 15.0  // percent a line may stay short before words are divided
	slackJustify = 6.0   // the same for a flush margin
	minDivided   = 4     // columns; narrower lines have no room for hyphens
	infinite     = 1e300 // no way here
)

// breaker ends the lines of a flow where the whole of a paragraph looks best,
// not where each line is fullest.
type breaker struct {
	f       *flow
	avail   int32
	head    bool // a headline: balanced lines, no divisions
	justify bool
	mode    Hyphenation
	words   func() *hyphen.Patterns // asked only when needed
	brks    []brk
	points  []int
	part    bool // the points belong to a part of a compound
	name    bool // or to a name
	runs    []run
}

// lines breaks the flow. The result is good until the next call.
func (b *breaker) lines(f *flow, avail int) []run {
	b.f, b.avail, b.runs = f, int32(avail), b.runs[:0]
	for from := int32(0); from < int32(len(f.cells)); {
		from = b.stretch(from)
	}
	return b.runs
}

// stretch sets a window of cells and gives the cell the next line begins at.
func (b *breaker) stretch(from int32) int32 {
	to := min(from+window, int32(len(b.f.cells)))
	var pats *hyphen.Patterns
	if b.mode == Always && !b.head {
		pats = b.words()
	}
	b.opportunities(from, to, pats)
	worst := b.solve()
	limit := slackRagged
	if b.justify {
		limit = slackJustify
	}
	if worst > limit && b.mode == Auto && !b.head {
		if pats = b.words(); pats != nil {
			b.opportunities(from, to, pats)
			b.solve()
		}
	}
	return b.take(to)
}

// take turns the best way into lines. Where the window ends before the text does, the last
// line is left to the next window.
func (b *breaker) take(to int32) int32 {
	start := len(b.runs)
	for i := int32(len(b.brks) - 1); i > 0; i = b.brks[i].prev {
		k := &b.brks[i]
		b.runs = append(b.runs, run{from: b.brks[k.prev].next, to: k.end, join: k.join})
	}
	got := b.runs[start:]
	for i, j := 0, len(got)-1; i < j; i, j = i+1, j-1 {
		got[i], got[j] = got[j], got[i]
	}
	if to == int32(len(b.f.cells)) {
		return to
	}
	if len(got) > 1 {
		last := got[len(got)-1]
		b.runs = b.runs[:len(b.runs)-1]
		return last.from
	}
	return b.brks[len(b.brks)-1].next
}

// opportunities lists where lines may end in a window, the window's end
// included. Every stretch between two of them fits a line.
func (b *breaker) opportunities(from, to int32, pats *hyphen.Patterns) {
	f := b.f
	b.brks = append(b.brks[:0], brk{end: from, next: from})
	word := int32(-1) // start of the run of letters that points belong to
	b.points = b.points[:0]
	for i := from + 1; i < to; i++ {
		if f.cells[i-1].kind == letter && (i-1 == from || f.cells[i-2].kind != letter) {
			word, b.points = i-1, b.points[:0]
			if pats != nil {
				b.divide(word, to, pats)
			}
		}
		if len(b.points) > 0 && word >= 0 {
			at := int32(b.points[0]) + f.cells[word].from
			if f.cells[i].from >= at {
				b.points = b.points[1:]
				if f.cells[i].from == at {
					k := brk{end: i, next: i, join: joinHyphen, cost: b.hyphenCost()}
					if i-word <= 2 {
						k.cost += costScrap
					}
					if b.part {
						k.cost += costPart
					}
					if b.name {
						k.cost += costName
					}
					b.add(k)
				}
			}
		}
		if k, ok := b.between(i); ok {
			b.add(k)
		}
	}
	last := brk{end: to, next: to, join: joinTight}
	if to == int32(len(f.cells)) {
		last.join, last.forced = joinNone, true
	}
	b.add(last)
}

func (b *breaker) hyphenCost() float64 {
	switch {
	case b.justify, b.mode == Always:
		return costHyphen / 3
	case b.head:
		return costCut
	}
	return costHyphen
}

// add appends a break, with breaks between all cells before it where the
// stretch since the last would not fit a line.
func (b *breaker) add(k brk) {
	if k.join == joinHyphen && b.avail < minDivided {
		k.join, k.cost = joinTight, costCut
	}
	last := &b.brks[len(b.brks)-1]
	if k.end < last.next || k.end == last.end && k.next == last.next {
		return
	}
	if b.width(last, &k) > b.avail {
		for i := last.next + 1; i < k.end; i++ {
			switch {
			case isGap(b.f.cells[i].kind):
				b.brks = append(b.brks, brk{end: i, next: i + 1, join: joinBlank, cost: costCut})
			case !isGap(b.f.cells[i-1].kind):
				k := brk{end: i, next: i, join: joinTight, cost: costCut}
				if !b.mayPart(i) {
					k.cost *= 4
				}
				b.brks = append(b.brks, k)
			}
		}
	}
	b.brks = append(b.brks, k)
}

// mayPart reports whether neither a line that ends before cell i nor the one that
// begins with it has a sign there that must not.
func (b *breaker) mayPart(i int32) bool {
	prev, cur := b.f.cells[i-1].kind, b.f.cells[i].kind
	return cur != closer && cur != noStart && cur != soft && cur != zero && prev != opener && prev != noEnd
}

// width is the columns of the line between two breaks.
func (b *breaker) width(from, to *brk) int32 {
	w := b.f.sum[to.end] - b.f.sum[from.next]
	if to.join == joinHyphen {
		w++
	}
	return w
}

// divide looks a word up; addresses and the like are not divided.
func (b *breaker) divide(i, to int32, pats *hyphen.Patterns) {
	f := b.f
	j := i
	for j < to && f.cells[j].kind == letter {
		j++
	}
	if i > 0 && inName(f, i-1) || j < to && (inName(f, j) || f.cells[j].kind == soft) {
		return
	}
	if j+1 < to && f.cells[j].kind == closer && f.cells[j+1].kind == letter { // example.org
		return
	}
	b.part = i > 0 && f.cells[i-1].kind == dash || j < to && f.cells[j].kind == dash
	if b.part && j+1 < to && f.cells[j].kind == dash && f.cells[j+1].kind == digit { // Covid-19
		return
	}
	b.name = pats.Names() && b.isName(i)
	b.points = pats.Points(b.points, f.text[f.cells[i].from:f.cells[j-1].to])
}

// isName reports whether the word at cell i has a capital that does not come from
// beginning a sentence.
func (b *breaker) isName(i int32) bool {
	f := b.f
	if r, _ := utf8.DecodeRuneInString(f.text[f.cells[i].from:]); !unicode.IsUpper(r) {
		return false
	}
	for i--; i >= 0 && (isGap(f.cells[i].kind) || f.cells[i].kind == opener || f.cells[i].kind == mark); i-- {
	}
	return i >= 0 && (f.cells[i].kind != closer || f.text[f.cells[i].from] == ',')
}

// inName reports whether a cell ties letters to something that is no word.
func inName(f *flow, i int32) bool {
	switch c := f.cells[i]; c.kind {
	case digit, slash, soft:
		return true
	case mark:
		s := f.text[c.from:c.to]
		return s == "@" || s == "_" || s == "#" || s == "\\"
	default:
		return false
	}
}

// between says whether a line may end between cells i-1 and i.
func (b *breaker) between(i int32) (brk, bool) {
	f := b.f
	prev, cur := f.cells[i-1].kind, f.cells[i].kind
	switch {
	case cur == newline:
		return brk{end: i, next: i + 1, forced: true}, true
	case cur == blank:
		return b.atBlank(i)
	case prev == soft:
		return brk{end: i - 1, next: i, join: joinHyphen, cost: b.hyphenCost() / 2}, true
	case prev == zero:
		return brk{end: i - 1, next: i, join: joinTight}, true
	case isGap(prev), !b.mayPart(i):
		return brk{}, false
	case wide(prev) || wide(cur):
		k := brk{end: i, next: i, join: joinTight}
		if prev == hangul && cur == hangul {
			k.cost = costHangul
		}
		return k, true
	case i >= 2 && (prev == dash || prev == endash || prev == slash):
		return b.behindDash(i)
	}
	return brk{}, false
}

func wide(k kind) bool { return k == ideo || k == hangul || k == noStart || k == noEnd }

// behindDash breaks compounds, ranges and pairs: not before a digit behind a
// hyphen (Covid-19), not within an address.
func (b *breaker) behindDash(i int32) (brk, bool) {
	f := b.f
	before, prev, cur := f.cells[i-2].kind, f.cells[i-1].kind, f.cells[i].kind
	word := before == letter || before == closer || before == digit && prev != slash
	if !word || cur != letter && (cur != digit || prev != endash) {
		return brk{}, false
	}
	k := brk{end: i, next: i, join: joinTight, cost: costDash}
	if before == letter && (i < 3 || f.cells[i-3].kind != letter) {
		k.cost = costInitial
	}
	return k, true
}

// atBlank breaks at the blank at cell i, which stands in neither line.
func (b *breaker) atBlank(i int32) (brk, bool) {
	f := b.f
	n := int32(len(f.cells))
	if i+1 >= n {
		return brk{}, false
	}
	prev, next := f.cells[i-1].kind, f.cells[i+1].kind
	if next == closer || next == noStart || prev == opener || prev == noEnd {
		return brk{}, false
	}
	k := brk{end: i, next: i + 1, join: joinBlank}
	alone := i+2 >= n || isGap(f.cells[i+2].kind) // the next word is one sign
	switch {
	case next == endash && alone:
		k.cost = costBareDash
	case prev == digit && next == mark && alone:
		k.cost = costUnit
	case prev == digit && next == letter:
		k.cost = costNumber
	case prev == closer && i >= 2 && f.text[f.cells[i-1].from] == '.' && b.short(i-2):
		k.cost = costAbbrev
	}
	if b.head && b.small(i) {
		k.cost += costHeadWord
	}
	return k, true
}

// short reports whether the word that ends with cell i has one letter or at most two digits.
func (b *breaker) short(i int32) bool {
	f := b.f
	k := f.cells[i].kind
	if k != letter && k != digit {
		return false
	}
	if k == digit && i > 0 && f.cells[i-1].kind == digit {
		i--
	}
	return i == 0 || isGap(f.cells[i-1].kind) || f.cells[i-1].kind == closer
}

// small reports whether the word before cell i has at most three letters.
func (b *breaker) small(i int32) bool {
	for n := int32(1); n <= 4; n++ {
		if i-n < 0 || isGap(b.f.cells[i-n].kind) {
			return true
		}
		if b.f.cells[i-n].kind != letter {
			return false
		}
	}
	return false
}

// solve finds the best way through the breaks and gives its worst slack in percent.
func (b *breaker) solve() float64 {
	b.brks[0].total, b.brks[0].prev = 0, -1
	for j := int32(1); j < int32(len(b.brks)); j++ {
		k := &b.brks[j]
		k.total, k.prev = infinite, j-1
		word := true // the line holds one word, or the rest of one
		for i := j - 1; i >= 0; i-- {
			from := &b.brks[i]
			if i < j-1 && b.brks[i+1].join != joinHyphen {
				word = false
			}
			w := b.width(from, k)
			if w > b.avail && i < j-1 {
				break
			}
			if from.total < infinite {
				if c := from.total + b.cost(from, k, w, word); c < k.total {
					k.total, k.prev = c, i
				}
			}
			if from.forced {
				break
			}
		}
	}
	worst := 0.0
	for i := int32(len(b.brks) - 1); i > 0; i = b.brks[i].prev {
		k := &b.brks[i]
		if !k.forced {
			worst = max(worst, b.slack(b.width(&b.brks[k.prev], k)))
		}
		if k.cost >= costCut {
			worst = 100
		}
	}
	return worst
}

func (b *breaker) slack(w int32) float64 { return float64(b.avail-w) * 100 / float64(b.avail) }

// cost is what a line between two breaks adds; word says that it holds one word or the rest of one.
func (b *breaker) cost(from, to *brk, w int32, word bool) float64 {
	s := b.slack(w)
	c := s*s + to.cost + costLine
	switch {
	case w > b.avail:
		return infinite / 4
	case b.head:
		return c + costHeadLine
	case to.forced:
		c = costLine
		if word && from.prev >= 0 && w*6 < b.avail {
			c += costOrphan
		}
		if word && from.join == joinHyphen {
			c += costTail
		}
	case to.join == joinHyphen && from.join == joinHyphen:
		c += costStack
	}
	return c
}

// runes counts the characters of a stretch of cells, as positions are counted.
func (f *flow) runes(from, to int32) int {
	if from >= to {
		return 0
	}
	return utf8.RuneCountInString(f.text[f.cells[from].from:f.cells[to-1].to])
}
