package main

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"depesche/feed/extract"
)

// aligned finds out which state each candidate of a page is in, as far as its truth tells.
type aligned struct {
	t     *truth
	seen  []extract.Seen
	keys  []string
	parts []int // the part of each candidate, -1: not known yet
	name  map[string]int
	head  int // candidate of the headline, -1: none
	first int // first and last candidate of the text
	last  int

	signed bool // a line names an author
}

func newAligned(seen []extract.Seen, t *truth) *aligned {
	a := &aligned{t: t, seen: seen, head: -1, first: -1, last: -1, name: map[string]int{}}
	for i, p := range extract.Parts() {
		a.name[p] = i
	}
	a.keys, a.parts = make([]string, len(seen)), make([]int, len(seen))
	for i := range seen {
		a.keys[i], a.parts[i] = key(seen[i].Text), -1
	}
	return a
}

// align gives for each candidate the states it may be in, a bit each.
func align(seen []extract.Seen, t *truth) []uint64 {
	a := newAligned(seen, t)
	a.headline()
	a.text()
	if a.first < 0 {
		return nil
	}
	a.standfirst()
	a.kicker()
	a.pictures()
	a.byline()
	a.source()
	return a.states()
}

func (a *aligned) is(i int, part string) { a.parts[i] = a.name[part] }

func (a *aligned) words(i int) bool { return a.seen[i].Kind == "words" }

// rank prefers headings.
func rank(element string) int {
	switch element {
	case "h1":
		return 3
	case "h2":
		return 2
	case "title":
		return 0
	}
	return 1
}

// headline finds the headline: the line that is the truth's, a heading before others, else the
// heading that is likest to it.
func (a *aligned) headline() {
	most := 0.0
	for i := range a.seen {
		if !a.words(i) || a.keys[i] == "" {
			continue
		}
		for _, h := range a.t.headlines {
			k := key(h)
			score := float64(rank(a.seen[i].Element))
			switch {
			case k == "":
				continue
			case k == a.keys[i]:
				score += 10
			case len(a.keys[i]) > 12 && strings.HasSuffix(k, a.keys[i]) && rank(a.seen[i].Element) > 1:
				score += 7
			case strings.HasSuffix(a.keys[i], k) && len(a.keys[i]) < 2*len(k):
				score += 6
			case rank(a.seen[i].Element) == 3 && !a.t.whole:
				score += 6 * alike(h, a.seen[i].Text)
			case rank(a.seen[i].Element) == 2 && !a.t.whole && alike(h, a.seen[i].Text) > 0.6:
				score += 5 * alike(h, a.seen[i].Text)
			default:
				continue
			}
			if score > most && score > 3.5 {
				a.head, most = i, score
			}
		}
	}
	if a.head >= 0 {
		a.is(a.head, "headline")
	}
}

// alike is the share of words that two texts have in common.
func alike(x, y string) float64 {
	count := map[string]int{}
	n := 0
	for _, w := range strings.Fields(strings.ToLower(x)) {
		count[w]++
		n++
	}
	both := 0
	for _, w := range strings.Fields(strings.ToLower(y)) {
		n++
		if count[w] > 0 {
			count[w]--
			both++
		}
	}
	if n == 0 {
		return 0
	}
	return 2 * float64(both) / float64(n)
}

// text finds the running text in its order.
func (a *aligned) text() {
	at := map[string][]int{}
	for k, u := range a.t.flow {
		at[u.key] = append(at[u.key], k)
	}
	captions := map[string]bool{}
	for _, f := range a.t.figures {
		captions[key(f.caption)] = f.caption != ""
	}
	done := -1
	for i := range a.seen {
		if i == a.head || a.keys[i] == "" || a.seen[i].Kind == "picture" {
			continue
		}
		k := a.unitAt(i, at, done)
		if k < 0 || captions[a.keys[i]] && i > 0 && a.seen[i-1].Kind == "picture" { // a caption may repeat a sentence of the text
			continue
		}
		if k < done+20 {
			done = max(done, k)
		}
		if a.first < 0 {
			a.first = i
		}
		a.last = i
		if a.t.flow[k].subhead {
			a.is(i, "subhead")
		} else {
			a.is(i, "text")
		}
	}
}

// leastPart is the least that a piece of a paragraph has in letters to be told as one.
const leastPart = 25

// surePart is so long that a piece of it stands nowhere else.
const surePart = 80

// unitAt finds the piece of text that a candidate is, or is part of, or holds.
func (a *aligned) unitAt(i int, at map[string][]int, done int) int {
	k := a.keys[i]
	for _, n := range at[k] {
		if len(k) > surePart || n >= done-2 && (n <= done+40 || done < 0) {
			return n
		}
	}
	if len(k) < leastPart && a.seen[i].Kind != "table" {
		return a.shortUnit(i, done)
	}
	for n := max(done-1, 0); n < min(done+14, len(a.t.flow)); n++ {
		u := a.t.flow[n].key
		if len(u) >= leastPart && (strings.Contains(k, u) && (len(k) < 2*len(u) || a.seen[i].Kind != "words" || len(u) > 200)) || strings.Contains(u, k) {
			return n
		}
	}
	if len(k) > surePart { // a paragraph that lost its dateline or its credit, or stands in another place
		for n := range a.t.flow {
			if u := a.t.flow[n].key; len(u) > surePart && (strings.Contains(u, k) || strings.Contains(k, u)) {
				return n
			}
		}
		for n := max(done-1, 0); n < min(done+14, len(a.t.flow)); n++ {
			if u := a.t.flow[n].key; len(u) > 60 && (strings.Contains(u, k[10:len(k)-10]) || strings.HasSuffix(u, k[40:]) || strings.HasPrefix(u, k[:60])) {
				return n
			}
		}
	}
	return -1
}

// shortPart is the least that a term, or a time before a subhead, has in letters.
const shortPart = 4

// shortUnit finds the next piece of text that begins or ends with a short candidate: a term and what it is, a time and
// a subhead.
func (a *aligned) shortUnit(i, done int) int {
	k := a.keys[i]
	for n := max(done, 0); n < min(done+3, len(a.t.flow)) && len(k) >= shortPart; n++ {
		u := a.t.flow[n].key
		if u != k && len(u) < 200 && (strings.HasPrefix(u, k) && n > done || strings.HasSuffix(u, k)) && (a.t.flow[n].subhead || strings.HasPrefix(a.seen[i].Element, "d")) {
			return n
		}
	}
	return -1
}

// standfirst finds the lines of the standfirst between headline and text.
func (a *aligned) standfirst() {
	all := key(strings.Join(a.t.standfirst, ""))
	if all == "" {
		return
	}
	best := -1
	for i := range a.seen {
		if !a.words(i) || i == a.head || a.parts[i] >= 0 && i > a.first || i > a.last {
			continue
		}
		k := a.keys[i]
		if len(k) > 14 && strings.Contains(all, k) || len(all) > 20 && strings.Contains(k, all) && len(k) < 2*len(all) {
			if a.head >= 0 && i < a.head-6 || i > a.first+12 {
				continue
			}
			if k == all && best >= 0 && key(a.seen[best].Text) == all {
				continue
			}
			a.is(i, "standfirst")
			best = i
		}
	}
	if a.first >= 0 && a.parts[a.first] == a.name["standfirst"] {
		for a.first < a.last && a.parts[a.first] != a.name["text"] && a.parts[a.first] != a.name["subhead"] {
			a.first++
		}
	}
}

func (a *aligned) kicker() {
	k := key(a.t.kicker)
	if k == "" || a.head < 0 {
		return
	}
	for _, i := range near(a.head, 12) {
		if i >= 0 && i < len(a.seen) && i != a.head && a.words(i) && a.keys[i] == k && a.parts[i] < 0 {
			a.is(i, "kicker")
			return
		}
	}
}

// near gives the places around one, the nearest first, those before it before those behind it.
func near(i, reach int) []int {
	var out []int
	for d := 1; d <= reach; d++ {
		out = append(out, i-d)
	}
	return append(out, i+1, i+2, i+3)
}

var sizeTail = regexp.MustCompile(`(?i)([-_.~@]*(\d+x\d+|\d{2,4}w|\d+x|scaled|small|medium|large|thumb(nail)?))+$`)

// stem is what addresses of one picture in several sizes have in common.
func stem(address string) string {
	address, _, _ = strings.Cut(address, "?")
	base := path.Base(address)
	return sizeTail.ReplaceAllString(strings.TrimSuffix(base, path.Ext(base)), "")
}

// samePicture reports whether two addresses are of one picture.
func samePicture(x, y string) bool {
	if x == "" || y == "" {
		return false
	}
	return x == y || stem(x) == stem(y) && len(stem(x)) > 5
}

// pictures finds captions and credits, and their pictures.
func (a *aligned) pictures() {
	for _, f := range a.t.figures {
		c, cr := key(f.caption), key(f.credit)
		at := -1
		for i := range a.seen {
			if !a.words(i) || a.parts[i] >= 0 || a.keys[i] == "" || i > a.last+40 {
				continue
			}
			k := a.keys[i]
			if c != "" && saysCaption(k, c, len(cr)) && (at < 0 || c == k) {
				a.is(i, "caption")
				at = i
			}
		}
		if cr != "" {
			a.creditOf(at, f.image, cr)
		}
		for i := range a.seen {
			if a.seen[i].Kind == "picture" && samePicture(a.seen[i].Address, f.image) && a.parts[i] < 0 {
				a.is(i, "figure")
				at = -1
				break
			}
		}
		if at >= 0 {
			a.pictureOf(at)
		}
	}
	for i := range a.seen {
		for _, l := range a.t.lead {
			if a.seen[i].Kind == "picture" && a.parts[i] < 0 && samePicture(a.seen[i].Address, l) && i < a.last && i > a.head-25 {
				a.is(i, "figure")
			}
		}
	}
}

// saysCaption reports whether a line is a caption, with its credit or cut short.
func saysCaption(line, caption string, credit int) bool {
	const marks, leastCut, leastInside = 40, 20, 30 // letters
	switch {
	case line == caption:
		return true
	case strings.HasPrefix(line, caption):
		return len(line) < len(caption)+credit+marks
	case strings.HasPrefix(caption, line):
		return len(line) > leastCut && len(line)*2 > len(caption)
	}
	return len(line) > leastInside && strings.Contains(line, caption) && len(line) < 2*len(caption)
}

// creditOf finds the line of a credit: near the caption, else near the picture, else wherever a line is nothing
// but the credit.
func (a *aligned) creditOf(caption int, image, credit string) {
	around := caption
	for i := 0; i < len(a.seen) && around < 0; i++ {
		if a.seen[i].Kind == "picture" && samePicture(a.seen[i].Address, image) {
			around = i
		}
	}
	if around < 0 {
		for i := max(a.head, 0); i < min(a.last+creditReach, len(a.seen)) && a.t.whole; i++ {
			if a.saysCredit(i, credit) {
				a.is(i, "photo credit")
				return
			}
		}
		return
	}
	for d := 1; d < creditReach; d++ {
		for _, i := range []int{around + d, around - d} {
			if a.saysCredit(i, credit) {
				a.is(i, "photo credit")
				return
			}
		}
	}
}

// creditReach is how many candidates from its picture or caption a credit may stand.
const creditReach = 8

// saysCredit reports whether a line that nothing is known of is a credit, with its mark.
func (a *aligned) saysCredit(i int, credit string) bool {
	const marks = 45 // letters
	if i < 0 || i >= len(a.seen) || !a.words(i) || a.parts[i] >= 0 || a.keys[i] == "" {
		return false
	}
	return strings.Contains(a.keys[i], credit) && len(a.keys[i]) < len(credit)+marks
}

// pictureOf takes the picture before or behind a caption as its own.
func (a *aligned) pictureOf(caption int) {
	for d := 1; d < 6; d++ {
		for _, i := range []int{caption - d, caption + d} {
			if i >= 0 && i < len(a.seen) && a.seen[i].Kind == "picture" {
				if a.parts[i] < 0 {
					a.is(i, "figure")
				}
				return
			}
		}
	}
}

var dated = regexp.MustCompile(`(?i)\b(19|20)\d\d\b|\d{1,2}[:.h]\d\d|\d+ ?(min|hours?|stunden|ago)|^(vor|hace|il y a|fa) |年|分`)

// byline finds the lines that name the authors or a date, around the headline and behind the text.
func (a *aligned) byline() {
	from := max(a.head-8, 0)
	if a.head < 0 {
		from = max(a.first-8, 0)
	}
	for i := from; i < len(a.seen); i++ {
		if !a.words(i) || a.parts[i] >= 0 || len(a.seen[i].Text) > 220 || i > a.first && i <= a.last || i > a.last+6 {
			continue
		}
		named := false
		for _, n := range a.t.authors {
			if k := key(n); len(k) > 4 && strings.Contains(a.keys[i], k) {
				named = true
			}
		}
		a.signed = a.signed || named
		switch {
		case i > a.last:
			if named && a.t.whole && len(a.seen[i].Text) < 80 {
				a.is(i, "byline")
				a.last = i
			}
		case named, len(a.seen[i].Text) < 110 && dated.MatchString(a.seen[i].Text):
			a.is(i, "byline")
		}
	}
}

// source finds the line of the agency's credit.
func (a *aligned) source() {
	k := key(a.t.credit)
	if k == "" {
		return
	}
	for i := len(a.seen) - 1; i > a.first; i-- {
		if a.words(i) && a.keys[i] == k && a.parts[i] < 0 {
			a.is(i, "source")
			a.last = max(a.last, i)
			return
		}
	}
}

// pictureReach is how many candidates behind the last line of text a picture of the article and its caption may
// stand.
const pictureReach = 6

// states says which states each candidate may be in.
func (a *aligned) states() []uint64 {
	for i := a.last + 1; i <= min(a.last+pictureReach, len(a.seen)-1); i++ {
		if p := a.parts[i]; p == a.name["figure"] || p == a.name["caption"] || p == a.name["photo credit"] {
			a.last = i
		}
	}
	by := map[[2]int]uint64{}
	of := map[int]uint64{}
	for s := range extract.Order().States {
		p, stretch := extract.PartOf(s)
		by[[2]int{p, stretch}] |= 1 << s
		of[p] |= 1 << s
	}
	out := make([]uint64, len(a.seen))
	start := a.head
	if start < 0 {
		start = a.firstPart() - 1
	}
	neutral := map[string]bool{}
	for _, n := range a.t.neutral {
		neutral[n] = true
		neutral[key(n)] = true
	}
	for i := range a.seen {
		stretch := 0
		switch {
		case i == a.head:
			stretch = 1
		case i > a.last:
			stretch = 4
		case i >= a.first:
			stretch = 3
		case i > start:
			stretch = 2
		}
		if p := a.parts[i]; p >= 0 {
			if out[i] = by[[2]int{p, stretch}]; out[i] == 0 { // a picture behind the text
				out[i] = by[[2]int{a.name["after"], 4}]
			}
			continue
		}
		if k := a.seen[i].Kind; stretch == 3 && (k == "code" || k == "table" && a.t.whole) { // what code and tables amid the text are
			out[i] = by[[2]int{a.name["text"], stretch}]
			continue
		}
		furniture := [...]string{"before", "aside", "aside", "aside", "after"}[stretch]
		out[i] = by[[2]int{a.name[furniture], stretch}]
		if neutral[a.seen[i].Address] || neutral[a.keys[i]] && a.keys[i] != "" || a.inNeutral(i, neutral) {
			for p := range a.name {
				out[i] |= by[[2]int{a.name[p], stretch}]
			}
			continue
		}
		if a.uncounted(i) {
			out[i] |= by[[2]int{a.name["text"], stretch}]
			continue
		}
		if !a.t.whole {
			out[i] |= a.unsure(i, stretch, by)
		}
	}
	return out
}

// uncounted reports whether a line is one that is text or not, and nothing else.
func (a *aligned) uncounted(i int) bool {
	return a.keys[i] != "" && slices.Contains(a.t.uncounted, a.keys[i])
}

// inNeutral reports whether a candidate is a part of something that is neither right nor wrong.
func (a *aligned) inNeutral(i int, neutral map[string]bool) bool {
	if len(a.keys[i]) < 12 {
		return false
	}
	for n := range neutral {
		if len(n) > 11 && (strings.Contains(n, a.keys[i]) || strings.Contains(a.keys[i], n)) {
			return true
		}
	}
	return false
}

// firstPart is the first candidate that is known to be a part of the article.
func (a *aligned) firstPart() int {
	for i, p := range a.parts {
		if p >= 0 {
			return i
		}
	}
	return 0
}

// unsure gives what else a candidate of a real page may be whose truth does not name all there is.
func (a *aligned) unsure(i, stretch int, by map[[2]int]uint64) uint64 {
	add := func(parts ...string) (out uint64) {
		for _, p := range parts {
			out |= by[[2]int{a.name[p], stretch}]
		}
		return out
	}
	s := &a.seen[i]
	switch {
	case s.Kind == "picture" && stretch < 4 && len(a.t.figures) == 0:
		return add("figure")
	case stretch == 0 && !a.t.noKicker && a.head >= 0 && i > a.head-4 && len(s.Text) < 60 && a.t.kicker == "":
		return add("kicker")
	case stretch == 1 && len(s.Text) < 60 && !a.t.noKicker:
		return add("kicker")
	case s.Element == "figcaption":
		return add("caption", "photo credit")
	case stretch == 2 && len(s.Text) > 40 && len(a.t.standfirst) == 0:
		return add("standfirst")
	case stretch == 2 && len(s.Text) < 60:
		return add("byline")
	case stretch == 3 && s.Kind != "words" && s.Kind != "picture":
		return add("text")
	case stretch == 3 && (s.Element == "li" || s.Element == "blockquote" || s.Element == "dt" || s.Element == "dd" || s.Element == "td"):
		return add("text")
	case stretch == 3 && !a.t.heads && strings.HasPrefix(s.Element, "h"):
		return add("subhead")
	case stretch == 3 && a.seen[i].Kind == "words" && len(s.Text) < 120:
		return add("caption", "photo credit")
	}
	return 0
}
