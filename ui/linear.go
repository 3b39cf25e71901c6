package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
)

// The linear screen is for ears and braille: one part at a time, no frames and
// nothing in columns, nothing that turns or counts while it waits, states in
// words, and the terminal's cursor on the line that the keys are about.

// linear gives the lines between head and status, and where the cursor stands in them.
func (m *Model) linear(w, h int) (lines []string, cursor int) {
	switch {
	case m.layout.Sources.W > 0:
		return m.linearSources(w, h)
	case m.layout.List.W > 0:
		return m.listLines(w, h), max(0, m.list.CursorLine())
	}
	return m.pageLines(w, h), 0
}

func (m *Model) linearSources(w, h int) (lines []string, cursor int) {
	s := &m.sources
	s.fit(h)
	for i := s.top; i < len(s.items) && len(lines) < h; i++ {
		if s.items[i].gap && len(lines) > 0 {
			lines = append(lines, strings.Repeat(" ", w))
		}
		if i == s.cursor {
			cursor = len(lines)
		}
		lines = append(lines, fit(ansi.Truncate(s.words(m.t, i), w, ""), w))
	}
	for len(lines) < h {
		lines = append(lines, strings.Repeat(" ", w))
	}
	return lines[:h], cursor
}

// linearHead says what is shown, as a sentence.
func (m *Model) linearHead() string {
	out := "depesche. " + m.place.title
	if f := m.place.filter(); f != "" && !m.place.found {
		out += ", " + m.t.Screen.FilterLabel + f
	}
	if n := m.unreadHere(); n > 0 && m.place.filter() == "" {
		out += ", " + m.t.Screen.UnreadCount(n)
	}
	return feed.Line(out) + "."
}

// linearCursor puts the terminal's cursor on the line that the keys are about.
func linearCursor(above, at, h int) *tea.Cursor { return tea.NewCursor(0, min(above+at, max(0, h-1))) }
