package ui

import (
	"context"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed"
)

// chosen are the articles that a key is meant for where several were chosen.
func (m *Model) chosen() []cache.Key {
	if m.prefs.focus != paneList {
		return nil
	}
	return m.list.Chosen()
}

// choose takes the current article among the chosen ones and goes on to the next.
func (m *Model) choose(n int) tea.Cmd {
	if m.list.Len() == 0 {
		return m.noArticle()
	}
	for range max(n, 1) {
		m.list.Choose()
		m.list.Down(1)
	}
	return m.moved()
}

// chooseAll chooses every article of the list, or none where all are.
func (m *Model) chooseAll() tea.Cmd {
	if m.list.Len() == 0 {
		return m.noArticle()
	}
	m.list.ChooseAll()
	return nil
}

// chooseSpan begins a span at the cursor, or ends it here.
func (m *Model) chooseSpan() tea.Cmd {
	if !m.list.Span() && m.list.Len() == 0 {
		return m.noArticle()
	}
	return nil
}

// twofold is one of the two things an article is or is not.
type twofold struct {
	set, unset feed.MarkKind
	is         func(*cache.Row) bool
}

var (
	readFlag = twofold{feed.Read, feed.Unread, func(r *cache.Row) bool { return r.Read }}
	starFlag = twofold{feed.Star, feed.Unstar, func(r *cache.Row) bool { return r.Starred }}
	hideFlag = twofold{feed.Hide, feed.Unhide, func(r *cache.Row) bool { return r.Hidden }}
)

// markChosenCmd marks several articles as one action: those that are not yet so,
// and only where all are, back again.
func markChosenCmd(ctx context.Context, s Store, ks []cache.Key, f twofold, now time.Time) tea.Cmd {
	return func() tea.Msg {
		rows, err := s.Rows(ctx, ks)
		if err != nil {
			return chosenMsg{err: err}
		}
		kind := f.set
		if !slices.ContainsFunc(rows, func(r cache.Row) bool { return !f.is(&r) }) {
			kind = f.unset
		}
		var marks []feed.Mark
		for i := range rows {
			if f.is(&rows[i]) != (kind == f.set) {
				marks = append(marks, feed.Mark{Article: rows[i].ID, Kind: kind, At: now})
			}
		}
		return chosenMsg{what: kind.String(), n: len(marks), err: s.Mark(ctx, marks...)}
	}
}

// chosenDone tells what was done with several articles and shows it.
func (m *Model) chosenDone(msg chosenMsg) tea.Cmd {
	if msg.err != nil {
		return m.fail(msg.err)
	}
	m.list.Unchoose()
	return tea.Batch(m.reread(), m.say(m.t.Screen.DidMany(m.did(msg.what, msg.n), m.key("undo")), false))
}

// did says an action of the journal in words.
func (m *Model) did(what string, n int) string {
	if f := m.t.Screen.Did[what]; f != nil {
		return f(n)
	}
	return what
}

// askTags asks for tags to give to the chosen articles, or the current one; "-"
// before a tag takes it away.
func (m *Model) askTags() tea.Cmd {
	ks := m.chosen()
	if ks == nil {
		row, ok := m.current()
		if !ok {
			return m.noArticle()
		}
		ks = []cache.Key{row.Key}
	}
	q := m.askFor("tag", m.t.Screen.TagLabel, "", m.t.Screen.TagHint, func(text string) tea.Cmd {
		return m.writes.add(tagCmd(m.lasting(), m.o.Store, ks, text))
	})
	q.prompt.Complete = m.completeTag
	return nil
}

// completeTag offers the tags there are.
func (m *Model) completeTag(word string) []string {
	word, minus := strings.CutPrefix(word, "-")
	var out []string
	for _, t := range m.sources.tags {
		if strings.HasPrefix(strings.ToLower(t.Name), strings.ToLower(word)) && !strings.Contains(t.Name, " ") {
			out = append(out, map[bool]string{true: "-"}[minus]+t.Name)
		}
	}
	return out
}

func tagCmd(ctx context.Context, s Store, ks []cache.Key, text string) tea.Cmd {
	return func() tea.Msg {
		rows, err := s.Rows(ctx, ks)
		if err != nil {
			return chosenMsg{err: err}
		}
		ids := make([]feed.ID, len(rows))
		for i := range rows {
			ids[i] = rows[i].ID
		}
		var add, drop []string
		for name := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' || r == ',' }) {
			if name, away := strings.CutPrefix(name, "-"); away {
				drop = append(drop, name)
			} else {
				add = append(add, name)
			}
		}
		msg := chosenMsg{what: "tag"}
		if len(add) == 0 {
			msg.what = "untag"
		}
		msg.n, msg.err = s.Tag(ctx, add, drop, ids...)
		return msg
	}
}

// askHistory lists what was done, the last first.
func (m *Model) askHistory() tea.Cmd { return historyCmd(m.ctx, m.o.Store) }

// keptHistory is how much of the journal the undo list shows.
const keptHistory = 200

func historyCmd(ctx context.Context, s Store) tea.Cmd {
	return func() tea.Msg {
		actions, err := s.History(ctx, keptHistory)
		return historyMsg{actions: actions, err: err}
	}
}

// showHistory lets the reader choose how far to go back, or forward again: the
// journal is a pile, so that what lies above the chosen action goes with it.
func (m *Model) showHistory(msg historyMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		return m.fail(msg.err)
	case len(msg.actions) == 0:
		return m.say(m.t.Screen.NothingDone, false)
	}
	items := make([]item, len(msg.actions))
	for i, a := range msg.actions {
		group := m.t.Screen.DoneTitle
		if a.Undone {
			group = m.t.Screen.UndoneTitle
		}
		items[i] = item{group: group, label: m.did(a.What, a.N), detail: m.t.Dates.Ago(a.At, m.now)}
	}
	m.menu = newMenu(m.t.Screen.HistoryTitle, m.t.Screen.HistoryHint, items, func(picked []int) tea.Cmd {
		redo, n := steps(msg.actions, picked[0])
		return m.writes.add(undoCmd(m.lasting(), m.o.Store, redo, n))
	})
	return nil
}

// steps tells how often to undo, or to redo, until the chosen action has been reached.
func steps(actions []cache.Action, chosen int) (redo bool, n int) {
	redo = actions[chosen].Undone
	from, to := 0, chosen // the newer ones and it
	if redo {
		from, to = chosen, len(actions)-1 // the older ones and it
	}
	for i := from; i <= to; i++ {
		if actions[i].Undone == redo {
			n++
		}
	}
	return redo, n
}
