package ui

import (
	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/ui/keys"
)

// times does f n times, at least once, and then what follows a move.
func (m *Model) times(n int, f func()) tea.Cmd {
	for range clamp(n, 1, 1000) {
		f()
	}
	return m.afterMove()
}

// afterMove is what follows a move of any cursor.
func (m *Model) afterMove() tea.Cmd {
	switch m.prefs.focus {
	case paneList:
		return m.moved()
	case paneSources:
		return m.openSource()
	case panePage:
	}
	return nil
}

func (m *Model) move(n int) tea.Cmd {
	switch m.prefs.focus {
	case paneSources:
		m.sources.move(n)
	case paneList:
		m.list.Down(n)
	case panePage:
		m.page.Down(n)
	}
	return m.afterMove()
}

func (m *Model) halfDown() { m.by(m.list.HalfDown, m.page.HalfDown, m.layout.Sources.H/2) }
func (m *Model) halfUp()   { m.by(m.list.HalfUp, m.page.HalfUp, -m.layout.Sources.H/2) }
func (m *Model) pageDown() { m.by(m.list.PageDown, m.page.PageDown, m.layout.Sources.H-1) }
func (m *Model) pageUp()   { m.by(m.list.PageUp, m.page.PageUp, 1-m.layout.Sources.H) }

func (m *Model) by(list, page func() bool, sources int) {
	switch m.prefs.focus {
	case paneSources:
		m.sources.move(sources)
	case paneList:
		list()
	case panePage:
		page()
	}
}

// forward is the key to read on with: a page down, and at an article's end the
// next unread one.
func (m *Model) forward() tea.Cmd {
	if m.prefs.focus == panePage && m.page.AtEnd() {
		return m.unread(1)
	}
	return m.times(1, m.pageDown)
}

// top goes to the first line, or with a count to that row. At the head of a
// list it takes in what has come since.
func (m *Model) top(n int) tea.Cmd {
	switch m.prefs.focus {
	case paneSources:
		m.sources.goTo(max(0, n-1))
	case paneList:
		if !m.list.GoTo(max(0, n-1)) && m.fresh > 0 {
			return m.goTo(m.place, 0)
		}
	case panePage:
		if n > 0 {
			m.page.GoTo(n - 1)
		} else {
			m.page.Top()
		}
	}
	return m.afterMove()
}

func (m *Model) bottom(n int) tea.Cmd {
	if n > 0 {
		return m.top(n)
	}
	switch m.prefs.focus {
	case paneSources:
		m.sources.goTo(len(m.sources.items) - 1)
	case paneList:
		m.list.Bottom()
	case panePage:
		m.page.Bottom()
	}
	return m.afterMove()
}

// focus gives the keys to a pane.
func (m *Model) focus(p pane) tea.Cmd {
	if m.prefs.focus == p {
		return nil
	}
	m.prefs.focus = p
	if p != panePage {
		m.prefs.zen = false
		m.takeText()
	}
	return tea.Batch(m.relayout(), m.glance())
}

func (m *Model) cycleFocus(dir int) tea.Cmd {
	panes := []pane{paneSources, paneList}
	if m.open.row.ID != "" {
		panes = append(panes, panePage)
	}
	n := len(panes)
	for i, p := range panes {
		if p == m.prefs.focus {
			return m.focus(panes[(i+dir+n)%n])
		}
	}
	return m.focus(paneList)
}

// openCurrent opens what the cursor is on.
func (m *Model) openCurrent() tea.Cmd {
	if it := m.sources.item(); m.prefs.focus == paneSources && it != nil && it.kind == foldItem {
		return m.foldFolder()
	}
	if m.prefs.focus == paneSources {
		return tea.Batch(m.openSource(), m.focus(paneList))
	}
	return m.openHere()
}

// goBack leads one step back: out of a search, from the page to the list, from
// a search's results to the list before, from the list to the sources.
func (m *Model) goBack() tea.Cmd {
	switch m.prefs.focus {
	case panePage:
		if m.page.Query() != "" {
			m.page.Search("")
			return nil
		}
		if cmd, ok := m.stepBack(); ok {
			return cmd
		}
		if m.prefs.zen {
			return m.toggleZen()
		}
		return tea.Batch(m.savePosition(), m.focus(paneList))
	case paneList:
		if m.list.Unchoose() {
			return nil
		}
		if m.list.Query() != "" {
			m.list.Mark("", nil)
			return nil
		}
		if m.leaveSearch() {
			if m.place.waiting > 0 {
				return tea.Batch(m.moved(), m.after(restEvery, restMsg{gen: m.gen}))
			}
			return m.moved()
		}
		if m.place.filter() != "" {
			return m.change(func(q *cache.Query) { q.Filter = m.place.own })
		}
		return m.focus(paneSources)
	case paneSources:
		return m.say(m.t.Screen.Outermost(m.key("quit")), false)
	}
	return nil
}

// close is goBack, and at the outermost place the way out.
func (m *Model) close() tea.Cmd {
	if m.prefs.focus == panePage || m.list.Query() != "" || len(m.visits) > 0 || m.place.filter() != "" {
		if m.prefs.focus == paneSources {
			return m.focus(paneList)
		}
		return m.goBack()
	}
	return m.acts[keys.Quit](0)
}

func (m *Model) toggleZen() tea.Cmd {
	m.prefs.zen = !m.prefs.zen
	if m.prefs.zen && m.prefs.focus != panePage {
		if m.open.row.ID == "" {
			m.prefs.zen = false
			return m.say(m.t.Screen.OpenFirst, false)
		}
		m.prefs.focus = panePage
	}
	return m.relayout()
}

func (m *Model) togglePreview() tea.Cmd {
	m.preview = !m.preview
	m.seen = ""
	said := m.t.Screen.PreviewOff
	if m.preview {
		said = m.t.Screen.PreviewOn
	}
	return tea.Batch(m.say(said, false), m.glance())
}

func (m *Model) toggleSources() tea.Cmd {
	if m.layout.W >= threePanes {
		m.prefs.sources = !m.prefs.sources
		if !m.prefs.sources && m.prefs.focus == paneSources {
			m.prefs.focus = paneList
		}
		return m.relayout()
	}
	if m.prefs.focus == paneSources {
		return m.focus(paneList)
	}
	return m.focus(paneSources)
}

// toggleLinear turns the screen for ears and braille on or off.
func (m *Model) toggleLinear() tea.Cmd {
	m.prefs.linear = !m.prefs.linear
	said, value := m.t.Screen.LinearOff, ""
	if m.prefs.linear {
		said, value = m.t.Screen.LinearOn, "linear"
	}
	return tea.Batch(m.relayout(), m.say(said, false), rememberCmd(m.ctx, m.o.Store, "linear", value), tea.ClearScreen)
}
