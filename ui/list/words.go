package list

import (
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"depesche/cache"
	"depesche/feed"
)

// For ears and braille a row is a sentence: what has been done with it first, in
// words, then headline, source, facts and age. Nothing stands in columns and no
// sign means anything.

// words is a row as lines of at most w cells.
func (l *List) words(lk *Look, i, w int) []string {
	t := &lk.Text.Screen
	k := l.keys[i]
	r := l.rows[k]
	if r == nil {
		if l.gone[k] {
			return []string{ansi.Truncate(t.Gone, w, "")}
		}
		return []string{""}
	}
	state := []string{t.StateUnread}
	if r.Read {
		state[0] = t.StateRead
	}
	if r.Starred {
		state = append(state, t.StateStarred)
	}
	if lk.Pending[r.ID] > 0 {
		state = append(state, t.StatePending)
	}
	if l.isChosen(i, k) {
		state = append(state, t.StateChosen)
	}
	if l.hits[k] {
		state = append(state, t.StateHit)
	}
	head := r.Headline
	if head == "" {
		head = lk.Text.Page.Untitled
	}
	parts := []string{strings.Join(state, ", ")}
	if r.Kicker != "" {
		parts = append(parts, r.Kicker)
	}
	parts = append(parts, head, strings.Join(spoken(lk, r), ", "))
	return strings.Split(ansi.Wrap(strings.Join(parts, ". ")+".", max(1, w), ""), "\n")
}

// spoken are the facts of a row in words.
func spoken(lk *Look, r *cache.Row) []string {
	t := &lk.Text.Screen
	var out []string
	if !lk.Single && r.SourceTitle != "" {
		out = append(out, r.SourceTitle)
	}
	out = append(out, hindrance(lk, r)...)
	if len(r.Agencies) > 0 {
		out = append(out, agencies(r.Agencies))
	}
	if r.Minutes > 0 {
		out = append(out, t.StateMinutes(r.Minutes))
	}
	if r.Medium != feed.NoFile {
		out = append(out, lk.Text.Files.Media[r.Medium.String()])
		if r.Duration >= time.Minute {
			out = append(out, t.StateMinutes(int(r.Duration.Round(time.Minute)/time.Minute)))
		}
		if r.Downloaded {
			out = append(out, lk.Text.Files.Here)
		}
	}
	if r.Copies > 0 {
		out = append(out, t.StateCopies(r.Copies))
	}
	if r.HasPage {
		out = append(out, t.StatePage)
	}
	if r.HasPicture {
		out = append(out, t.StatePicture)
	}
	out = append(out, r.Tags...)
	return append(out, lk.Text.Dates.Ago(r.Published, lk.Now))
}

// CursorLine is the line of the window in which the current row begins, as last
// drawn; -1 where it is not in it.
func (l *List) CursorLine() int {
	for y, i := range l.drawn {
		if i == l.cursor {
			return y
		}
	}
	return -1
}
