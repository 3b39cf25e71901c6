package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed"
)

// marking follows the marks on their way to the store. Their rows are drawn as pending until they are
// there. A row that was read before one is there would take it back on the screen, and the next key would
// do nothing.
type marking struct {
	n       int             // that have begun, and that have ended
	open    int             // that have begun and not ended
	pending map[feed.ID]int // the same, by article
	ask     []cache.Key     // rows that came meanwhile, to be read again
	refused []feed.ID       // articles whose mark the store did not take
}

func (k *marking) begin(id feed.ID) {
	if k.pending == nil {
		k.pending = map[feed.ID]int{}
	}
	k.pending[id]++
	k.n, k.open = k.n+1, k.open+1
}

// end gives the rows to read again when the last mark has ended, and the articles that are not as they
// are shown.
func (k *marking) end(id feed.ID) (ask []cache.Key, refused []feed.ID) {
	if k.pending[id]--; k.pending[id] <= 0 {
		delete(k.pending, id)
	}
	k.n, k.open = k.n+1, k.open-1
	if k.open > 0 {
		return nil, nil
	}
	ask, refused = k.ask, k.refused
	k.ask, k.refused = nil, nil
	return ask, refused
}

// lasting is for what has to be stored, also when the screen is told to end.
func (m *Model) lasting() context.Context { return context.WithoutCancel(m.ctx) }

// mark marks an article, on the screen at once and in the store behind it; said is told when it is there.
func (m *Model) mark(row cache.Row, kind feed.MarkKind, said string) tea.Cmd {
	m.changeRow(row.ID, func(r *cache.Row) {
		switch kind {
		case feed.Read, feed.Unread:
			r.Read, r.Changed = kind == feed.Read, false
		case feed.Star, feed.Unstar:
			r.Starred = kind == feed.Star
		case feed.Hide, feed.Unhide:
			r.Hidden = kind == feed.Hide
		}
	})
	switch kind {
	case feed.Read:
		if row.Read {
			break // it was changed, and is read again
		}
		m.sources.count(row.Source, -1, row.Published, m.midnight())
	case feed.Unread:
		m.sources.count(row.Source, 1, row.Published, m.midnight())
	case feed.Star:
		m.sources.starred++
	case feed.Unstar:
		m.sources.starred--
	case feed.Hide, feed.Unhide: // the store counts anew
	}
	m.marking.begin(row.ID)
	return m.writes.add(markCmd(m.lasting(), m.o.Store, feed.Mark{Article: row.ID, Kind: kind, At: m.now}, said))
}

// didOne says what a mark did where no row shows it.
func (m *Model) didOne(kind feed.MarkKind) string {
	return m.t.Screen.DidMany(m.did(kind.String(), 1), m.key("undo"))
}

// marked hears of a mark. One that was refused goes back on the screen, with the reason.
func (m *Model) marked(msg markedMsg) tea.Cmd {
	var cmds []tea.Cmd
	switch {
	case msg.err != nil:
		m.marking.refused = append(m.marking.refused, msg.id)
		if m.o.Log != nil {
			m.o.Log.Warn("mark", "article", msg.id, "err", msg.err)
		}
		cmds = append(cmds, m.say(m.t.Screen.NotMarked(m.words(msg.err)), true))
	case msg.said != "":
		cmds = append(cmds, m.say(msg.said, false))
	}
	ask, refused := m.marking.end(msg.id)
	return tea.Batch(append(cmds, rowsCmd(m.ctx, m.o.Store, m.gen, m.marking.n, ask), standingCmd(m.ctx, m.o.Store, m.marking.n, refused))...)
}

// restore shows articles as the store has them.
func (m *Model) restore(msg standingMsg) tea.Cmd {
	switch {
	case m.marking.open > 0:
		m.marking.refused = append(m.marking.refused, msg.ids...)
		return nil
	case msg.marks != m.marking.n:
		return standingCmd(m.ctx, m.o.Store, m.marking.n, msg.ids)
	}
	for i := range msg.rows {
		is := &msg.rows[i]
		m.changeRow(is.ID, func(r *cache.Row) {
			r.Read, r.Changed, r.Starred, r.Hidden = is.Read, is.Changed, is.Starred, is.Hidden
		})
	}
	return m.sourcesCmd()
}
