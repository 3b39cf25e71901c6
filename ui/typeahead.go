package ui

import (
	tea "charm.land/bubbletea/v2"

	"depesche/ui/keys"
)

// What is typed about a text that is still on its way waits for it, as it does in any
// program that reads keys when it is ready; so do the further actions of a macro.

// heldMost bounds what waits: nobody types more ahead.
const heldMost = 64

// atOnce are actions that wait for no text: they lead away from it.
var atOnce = [...]keys.Action{keys.Back, keys.Quit, keys.NextArticle, keys.PrevArticle, keys.NextUnread, keys.PrevUnread}

// awaiting reports whether the keys are about a text that is not there yet. Of a long one the
// first screen is there before the rest, and its end is not its end.
func (m *Model) awaiting() bool {
	there := m.open.shown.id == m.open.row.ID && m.page.Page().Whole
	return m.prefs.focus == panePage && m.open.row.ID != "" && !there && !m.open.failed && m.layout.Page.W > 0 &&
		m.menu == nil && m.ask == nil && m.sheet == nil && m.viewer == nil && m.target == nil
}

// hold has something wait for the text.
func (m *Model) hold(do func() tea.Cmd) {
	if len(m.held) < heldMost {
		m.held = append(m.held, do)
	}
}

// holdKey has a key wait where it is about a text that is on its way, and reports whether it does.
func (m *Model) holdKey(key tea.KeyPressMsg) bool {
	if !m.awaiting() {
		return false
	}
	// Behind what waits, letters may be text for a prompt that is not open yet.
	if m.o.Keys.Does(key, keys.Page, atOnce[:]...) && (len(m.held) == 0 || key.Text == "") {
		m.held = nil
		return false
	}
	m.hold(func() tea.Cmd { return m.press(key) })
	return true
}

// release does what waited, until a text is awaited again.
func (m *Model) release() tea.Cmd {
	var cmds []tea.Cmd
	for len(m.held) > 0 && !m.awaiting() {
		do := m.held[0]
		m.held = m.held[1:]
		cmds = append(cmds, do())
	}
	return tea.Batch(cmds...)
}
