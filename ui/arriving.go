package ui

import (
	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/feed"
)

// A text that comes while its article is in sight does not move what is being read. Beside the list it is
// shown; on the page a line says that it is there, and v, or coming back to it, shows it.

// texts follows what rows say of their articles' texts: pages set from older ones are dropped.
func (m *Model) texts(rows []cache.Row) tea.Cmd {
	var cmd tea.Cmd
	for i := range rows {
		now := &rows[i]
		if now.ID == m.open.row.ID && !m.open.linked {
			cmd = m.textCame(now)
			continue
		}
		if was, ok := m.list.Find(now.ID); ok && cameSince(&was, now) {
			m.pages.renew(now.ID)
		}
	}
	return cmd
}

// cameSince reports whether there is a text that a row did not know of.
func cameSince(was, now *cache.Row) bool {
	return now.HasPage && !was.HasPage || now.Changed && !was.Changed
}

// textCame takes the row of the open article, and shows its new text or says that there is one.
func (m *Model) textCame(now *cache.Row) tea.Cmd {
	came, page := cameSince(&m.open.row, now), now.HasPage && !m.open.row.HasPage
	if !came || m.open.shown.id != now.ID {
		m.open.row = *now
		if came {
			m.pages.renew(now.ID)
		}
		return nil
	}
	m.open.came = true
	if m.prefs.focus != panePage && m.page.Line() == 0 {
		m.open.row = *now
		m.takeText()
		return m.setOpen()
	}
	m.open.row = *now
	said := m.t.Screen.TextChanged(m.key("versions"))
	if page {
		said = m.t.Screen.TextCame(m.key("versions"))
	}
	return m.say(said, false)
}

// takeText has the page set from the newest text, where another one came since; it reports whether one did.
func (m *Model) takeText() bool {
	if !m.open.came {
		return false
	}
	m.open.came = false
	m.pages.renew(m.open.row.ID)
	return true
}

// pageCame asks for the row of an article whose page a refresh has fetched, where that is in sight.
func (m *Model) pageCame(p cache.Progress) tea.Cmd {
	if !p.Pages || p.Updated == 0 {
		return nil
	}
	row, ok := m.list.Find(p.Article)
	if !ok && m.open.row.ID == p.Article && p.Article != feed.ID("") {
		row, ok = m.open.row, !m.open.linked
	}
	if !ok {
		return nil
	}
	return rowsCmd(m.ctx, m.o.Store, m.gen, m.marking.n, []cache.Key{row.Key})
}
