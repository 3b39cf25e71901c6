package list

import (
	"depesche/cache"
	"depesche/ui/locale"
	"depesche/ui/term"
	"depesche/ui/theme"
)

// setting is what the lines of every row depend on.
type setting struct {
	styles                  *theme.Styles
	text                    *locale.Text
	ascii, single, oneLined bool
	cells                   term.Cells
	w                       int
}

// drawnRow are a row's lines as they were drawn, but for the row under the cursor, and
// what they show besides the row itself.
type drawnRow struct {
	row         *cache.Row
	age         string
	chosen, hit bool
	pending     bool
	lines       []string
}

// same reports whether a row would look as it did.
func (d *drawnRow) same(now *drawnRow) bool {
	return d.row == now.row && d.age == now.age && d.chosen == now.chosen && d.hit == now.hit && d.pending == now.pending
}

// sheet keeps drawn rows: a key changes two of those in the window.
type sheet struct {
	as   setting
	rows map[cache.Key]drawnRow
}

// begin drops what is drawn in another way, and all where too much is kept.
func (s *sheet) begin(as setting, h int) {
	if s.rows == nil || s.as != as || len(s.rows) > 4*h {
		s.as, s.rows = as, map[cache.Key]drawnRow{}
	}
}

// rowLines gives a row's lines, each w cells wide: those of the last time where nothing has changed.
func (l *List) rowLines(lk *Look, i, w, h int) []string {
	k := l.keys[i]
	now := drawnRow{row: l.rows[k]}
	if lk.Words || i == l.cursor || now.row == nil {
		return padded(l.row(lk, i, w, h), w)
	}
	now.age, now.chosen, now.hit = lk.Text.Dates.Age(now.row.Published, lk.Now), l.isChosen(i, k), l.hits[k]
	now.pending = lk.Pending[now.row.ID] > 0
	was := l.sheet.rows[k]
	if was.same(&now) {
		return was.lines
	}
	now.lines = padded(l.row(lk, i, w, h), w)
	l.sheet.rows[k] = now
	return now.lines
}

func padded(lines []string, w int) []string {
	for i, s := range lines {
		lines[i] = pad(s, w)
	}
	return lines
}
