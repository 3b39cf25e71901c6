// Package list is the list of articles: a window on keys whose rows are loaded
// around the cursor. It never reads anything itself; Want says which rows it
// misses, and until they come they keep their place.
package list

import (
	"slices"
	"strings"
	"time"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/locale"
	"depesche/ui/term"
	"depesche/ui/theme"
)

const (
	// ahead is how many rows are loaded on each side of the cursor. A page key
	// moves some 50, so that a held key does not outrun the database.
	ahead = 300
	// slack is how many rows may be missing at the edge before they are asked for.
	slack = 100
	// keep is how many rows stay in memory; those far from the cursor go first.
	keep = 4 * ahead
)

// Look is how the list is drawn.
type Look struct {
	Styles *theme.Styles
	Text   *locale.Text
	Now    time.Time
	ASCII  bool
	Words  bool // rows are sentences, for ears and braille
	Focus  bool // keys go to the list
	Single bool // all rows are of one source, which need not be named
	Order  cache.Order
	Open   feed.ID    // the article on the page beside, "" for none
	End    string     // the line under the last row
	Cells  term.Cells // how the terminal counts columns

	Pending map[feed.ID]int // articles with marks that are not stored yet
}

// List is a snapshot of a query. The zero value is an empty one.
type List struct {
	keys   []cache.Key
	rows   map[cache.Key]*cache.Row
	asked  map[cache.Key]bool
	gone   map[cache.Key]bool // no longer in the cache
	ids    map[feed.ID]cache.Key
	cursor int
	top    int
	shown  int // rows in the window when last drawn
	hits   map[cache.Key]bool
	query  string

	chosen   map[cache.Key]bool
	anchor   int // where a span of chosen rows begins
	spanning bool
	drawn    []int // which row each line of the window belongs to; -1: none
	sheet    sheet
}

// Show replaces the list by the first rows of another one. The cursor goes to
// the top.
func (l *List) Show(rows []cache.Row) {
	*l = List{shown: l.shown}
	l.put(rows)
	l.keys = make([]cache.Key, len(rows))
	for i := range rows {
		l.keys[i] = rows[i].Key
	}
}

// Extend puts in the keys of the whole list, of which the first stand already.
// If they have changed since, those that stand keep their places.
func (l *List) Extend(keys []cache.Key) {
	n := len(l.keys)
	if len(keys) >= n && slices.Equal(keys[:n], l.keys) {
		l.keys = keys
		return
	}
	have := make(map[cache.Key]bool, n)
	for _, k := range l.keys {
		have[k] = true
	}
	for _, k := range keys {
		if !have[k] {
			l.keys = append(l.keys, k)
		}
	}
}

// Want lists the keys whose rows should be loaded now, nearest first, and
// counts them as asked for. It is empty while enough is there.
func (l *List) Want() []cache.Key {
	near := l.missing(slack)
	if len(near) == 0 {
		return nil
	}
	want := l.missing(ahead)
	if l.asked == nil {
		l.asked = map[cache.Key]bool{}
	}
	for _, k := range want {
		l.asked[k] = true
	}
	return want
}

func (l *List) missing(span int) []cache.Key {
	var out []cache.Key
	for i := max(0, l.cursor-span); i < min(len(l.keys), l.cursor+span+1); i++ {
		k := l.keys[i]
		if l.rows[k] == nil && !l.asked[k] && !l.gone[k] {
			out = append(out, k)
		}
	}
	return out
}

// Put brings the rows of keys that were asked for. A key without a row is of
// an article that is gone: its place stays, and says so.
func (l *List) Put(asked []cache.Key, rows []cache.Row) {
	l.put(rows)
	for _, k := range asked {
		delete(l.asked, k)
		if l.rows[k] == nil {
			if l.gone == nil {
				l.gone = map[cache.Key]bool{}
			}
			l.gone[k] = true
		}
	}
	l.trim()
}

// Failed says that the rows of keys could not be loaded; they are asked for again.
func (l *List) Failed(asked []cache.Key) {
	for _, k := range asked {
		delete(l.asked, k)
	}
}

func (l *List) put(rows []cache.Row) {
	if l.rows == nil {
		l.rows, l.ids = map[cache.Key]*cache.Row{}, map[feed.ID]cache.Key{}
	}
	for i := range rows {
		r := rows[i]
		r.Headline, r.Kicker, r.SourceTitle = oneLine(r.Headline), oneLine(r.Kicker), oneLine(r.SourceTitle)
		l.rows[r.Key] = &r
		l.ids[r.ID] = r.Key
	}
}

// oneLine keeps a row in its lines whatever a store hands out.
func oneLine(s string) string {
	if strings.ContainsAny(s, "\n\r\t\x1b") {
		return feed.Line(s)
	}
	return s
}

// trim forgets rows far from the cursor.
func (l *List) trim() {
	if len(l.rows) <= keep {
		return
	}
	near := make(map[cache.Key]bool, 2*ahead+1)
	for i := max(0, l.cursor-ahead); i < min(len(l.keys), l.cursor+ahead+1); i++ {
		near[l.keys[i]] = true
	}
	for k, r := range l.rows {
		if !near[k] {
			delete(l.rows, k)
			delete(l.ids, r.ID)
		}
	}
}

// Stale forgets which rows are loaded but keeps showing them until they come
// anew: another program has changed the cache.
func (l *List) Stale() []cache.Key {
	var out []cache.Key
	for i := max(0, l.cursor-ahead); i < min(len(l.keys), l.cursor+ahead+1); i++ {
		out = append(out, l.keys[i])
	}
	return out
}

// Len is how many articles the list has.
func (l *List) Len() int { return len(l.keys) }

// Keys are all articles of the list, in its order.
func (l *List) Keys() []cache.Key { return slices.Clone(l.keys) }

// Cursor is the place of the current row, from 0.
func (l *List) Cursor() int { return l.cursor }

// Row is the current row; ok is false where there is none or it is not loaded.
func (l *List) Row() (row cache.Row, ok bool) { return l.At(l.cursor) }

// At is the row at a place.
func (l *List) At(i int) (row cache.Row, ok bool) {
	if i < 0 || i >= len(l.keys) || l.rows[l.keys[i]] == nil {
		return cache.Row{}, false
	}
	return *l.rows[l.keys[i]], true
}

// Key is the current row's key, loaded or not; 0 in an empty list.
func (l *List) Key() cache.Key {
	if l.cursor < len(l.keys) {
		return l.keys[l.cursor]
	}
	return 0
}

// Find gives a loaded row by its article.
func (l *List) Find(id feed.ID) (row cache.Row, ok bool) {
	if r := l.rows[l.ids[id]]; r != nil && r.ID == id {
		return *r, true
	}
	return cache.Row{}, false
}

// Change alters a loaded row in its place.
func (l *List) Change(id feed.ID, f func(*cache.Row)) {
	if r := l.rows[l.ids[id]]; r != nil && r.ID == id {
		f(r)
		delete(l.sheet.rows, r.Key)
	}
}

// ChangeAll alters every loaded row.
func (l *List) ChangeAll(f func(*cache.Row)) {
	l.sheet = sheet{}
	for _, r := range l.rows {
		f(r)
	}
}

// GoTo moves the cursor to a place; the nearest there is. It reports whether it moved.
func (l *List) GoTo(i int) bool {
	i = max(0, min(i, len(l.keys)-1))
	moved := i != l.cursor
	l.cursor = i
	return moved
}

// GoToKey moves the cursor to an article that is in the list.
func (l *List) GoToKey(k cache.Key) bool {
	i := slices.Index(l.keys, k)
	if i < 0 {
		return false
	}
	l.GoTo(i)
	return true
}

// Down moves the cursor n rows; Up back. They report whether it moved.
func (l *List) Down(n int) bool { return l.GoTo(l.cursor + n) }

// Up moves the cursor n rows back.
func (l *List) Up(n int) bool { return l.GoTo(l.cursor - n) }

// PageDown moves by a window, HalfDown by half of one.
func (l *List) PageDown() bool { return l.window(max(1, l.shown-1)) }

// PageUp moves a window back.
func (l *List) PageUp() bool { return l.window(-max(1, l.shown-1)) }

// HalfDown moves half a window.
func (l *List) HalfDown() bool { return l.window(max(1, l.shown/2)) }

// HalfUp moves half a window back.
func (l *List) HalfUp() bool { return l.window(-max(1, l.shown/2)) }

func (l *List) window(n int) bool {
	l.top = max(0, min(l.top+n, len(l.keys)-1))
	return l.GoTo(l.cursor + n)
}

// Scroll moves the window n rows, and the cursor only as far as it must to stay
// in it.
func (l *List) Scroll(n int) {
	l.top = max(0, min(l.top+n, len(l.keys)-1))
	low, high := l.top+1, l.top+l.shown-2
	if l.top == 0 {
		low = 0
	}
	l.GoTo(max(low, min(l.cursor, max(low, high))))
}

// Top moves to the first row, Bottom to the last.
func (l *List) Top() bool { return l.GoTo(0) }

// Bottom moves to the last row.
func (l *List) Bottom() bool { return l.GoTo(len(l.keys) - 1) }

// Unread looks for the nearest unread row after the cursor (dir 1) or before
// it (dir -1). place is -1 where there is none among the rows known; known is
// false where rows on the way are not loaded, so that the store must be asked.
func (l *List) Unread(dir int) (place int, known bool) {
	for i := l.cursor + dir; i >= 0 && i < len(l.keys); i += dir {
		r := l.rows[l.keys[i]]
		if r == nil {
			if l.gone[l.keys[i]] {
				continue
			}
			return -1, false
		}
		if !r.Read {
			return i, true
		}
	}
	return -1, true
}

// HasUnread reports whether a loaded row is unread.
func (l *List) HasUnread() bool {
	for _, r := range l.rows {
		if !r.Read {
			return true
		}
	}
	return false
}

// Next finds the nearest of some keys in a direction, -1 where there is none.
func (l *List) Next(in map[cache.Key]bool, dir int) int {
	for i := l.cursor + dir; i >= 0 && i < len(l.keys); i += dir {
		if in[l.keys[i]] {
			return i
		}
	}
	return -1
}

// Mark marks what a search found in the list; query "" ends the search. It
// gives how many of them are in this list.
func (l *List) Mark(query string, found []cache.Key) int {
	l.query, l.hits = query, nil
	if query == "" {
		return 0
	}
	l.hits = make(map[cache.Key]bool, len(found))
	in := make(map[cache.Key]bool, len(found))
	for _, k := range found {
		in[k] = true
	}
	for _, k := range l.keys {
		if in[k] {
			l.hits[k] = true
		}
	}
	return len(l.hits)
}

// Query is what was searched for in the list, "" when nothing is.
func (l *List) Query() string { return l.query }

// Hits gives the place among the hits of the current row, counted from 1 (0:
// it is none), and how many there are.
func (l *List) Hits() (current, total int) {
	if len(l.hits) == 0 {
		return 0, 0
	}
	n := 0
	for i := 0; i <= l.cursor && i < len(l.keys); i++ {
		if l.hits[l.keys[i]] {
			n++
		}
	}
	if !l.hits[l.Key()] {
		n = 0
	}
	return n, len(l.hits)
}

// NextHit moves to the next hit, after the last to the first; dir -1 back.
func (l *List) NextHit(dir int) bool {
	if len(l.hits) == 0 {
		return false
	}
	n := len(l.keys)
	for step := 1; step <= n; step++ {
		i := ((l.cursor+dir*step)%n + n) % n
		if l.hits[l.keys[i]] {
			l.GoTo(i)
			return true
		}
	}
	return false
}

// Line is the place of the row drawn in a line of the window, -1 where none is.
func (l *List) Line(y int) int {
	if y < 0 || y >= len(l.drawn) {
		return -1
	}
	return l.drawn[y]
}
