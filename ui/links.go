package ui

import (
	tea "charm.land/bubbletea/v2"

	"depesche/feed"
)

// linkMode puts letters at the links in the window.
func (m *Model) linkMode() tea.Cmd {
	if m.page.LinkMode(true) == 0 {
		m.page.LinkMode(false)
		return m.say(m.t.Screen.NoLinks, false)
	}
	return nil
}

// pickLink takes a letter. The chosen link is shown, and opened only by
// another key: a reader sees where it goes.
func (m *Model) pickLink(letter string) tea.Cmd {
	link, ok, more := m.page.Pick(letter)
	switch {
	case ok && link.Jump != "":
		m.jumpToNote(link.Jump)
	case ok:
		m.target = &link
	case !more:
		m.page.LinkMode(false)
		return m.say(m.t.Screen.NoSuchLink, false)
	}
	return nil
}

// clickPage gives the keys to the page; a link under the pointer is chosen, as by its letter.
func (m *Model) clickPage(x, y int) tea.Cmd {
	link, ok := m.page.LinkAt(x, y)
	m.leaveLinks()
	if ok {
		m.target = &link
	}
	return m.focus(panePage)
}

func (m *Model) leaveLinks() tea.Cmd {
	m.target = nil
	m.page.LinkMode(false)
	return nil
}

func (m *Model) openTarget() tea.Cmd {
	if m.target == nil {
		return nil
	}
	link := m.target.URL
	m.leaveLinks()
	return m.openLink(link)
}

func (m *Model) copyTarget() tea.Cmd {
	if m.target == nil {
		return nil
	}
	link := m.target.URL
	m.leaveLinks()
	return m.copy(link)
}

// openLink hands an address to the browser, if it is one of the web.
func (m *Model) openLink(link string) tea.Cmd {
	to := feed.WebLink(link)
	if to == "" || m.o.Open == nil {
		return m.say(m.t.Screen.NoWebLink, true)
	}
	return tea.Batch(m.say(m.t.Screen.Opening(to), false), openLinkCmd(m.ctx, m.o.Open, to))
}

func (m *Model) copy(text string) tea.Cmd {
	if text == "" {
		return m.say(m.t.Screen.NoWebLink, true)
	}
	return tea.Batch(tea.SetClipboard(text), m.say(m.t.Screen.Copied(text), false))
}

// link is the address of what the cursor is on.
func (m *Model) link() string {
	if m.prefs.focus == paneSources {
		if src := m.sources.source(); src != nil {
			if src.Site != "" {
				return src.Site
			}
			return src.URL
		}
		return ""
	}
	row, _ := m.current()
	return row.Link
}

func (m *Model) browse() tea.Cmd   { return m.openLink(m.link()) }
func (m *Model) copyLink() tea.Cmd { return m.copy(feed.WebLink(m.link())) }

// subhead goes n subheads on, or back, as far as there are any.
func (m *Model) subhead(n int, next func() bool) tea.Cmd {
	moved := false
	for range clamp(n, 1, 1000) {
		moved = next() || moved
	}
	switch {
	case moved:
		return nil
	case len(m.page.Outline()) == 0:
		return m.say(m.t.Screen.NoSubheads, false)
	}
	return m.say(m.t.Screen.NoMoreSubheads, false)
}

// chooseSubhead lists the article's subheads to jump to.
func (m *Model) chooseSubhead() tea.Cmd {
	marks := m.page.Outline()
	if len(marks) == 0 {
		return m.say(m.t.Screen.NoSubheads, false)
	}
	items := make([]item, len(marks))
	for i, mk := range marks {
		items[i] = item{label: feed.Line(mk.Title)}
	}
	at := m.page.Line()
	m.menu = newMenu(m.t.Screen.OutlineTitle, m.t.Screen.TypeToFind, items, func(picked []int) tea.Cmd {
		m.page.GoTo(marks[picked[0]].Line)
		return nil
	})
	m.menu.cancel = func() tea.Cmd {
		m.page.GoTo(at)
		return nil
	}
	return nil
}
