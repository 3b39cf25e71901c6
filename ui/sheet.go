package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"depesche/ui/keys"
	"depesche/ui/theme"
)

// tone says how a run of text on a sheet is meant.
type tone uint8

const (
	plainTone tone = iota
	headTone
	mutedTone
	addedTone
	removedTone
)

// run is text in one tone, para a paragraph of runs.
type (
	run struct {
		tone tone
		text string
	}
	para []run
)

// sheet is text to read that is no article: what changed, what a program said,
// which sources fail.
type sheet struct {
	title string
	by    keys.Action // what opened it, and closes it again; None: only Back and Close do
	paras []para
	hang  int      // by how many cells the further lines of a paragraph are set in
	lines []string // for width
	width int
	style string
	top   int
	h     int
}

func (s *sheet) scroll(n int) { s.top = max(0, min(s.top+n, len(s.lines)-s.h)) }

func (m *Model) sheetDo(a keys.Action, count int) tea.Cmd {
	s, n := m.sheet, max(count, 1)
	if a == s.by {
		a = keys.Close
	}
	switch a {
	case keys.Down:
		s.scroll(n)
	case keys.Up:
		s.scroll(-n)
	case keys.HalfDown:
		s.scroll(n * max(1, s.h/2))
	case keys.HalfUp:
		s.scroll(-n * max(1, s.h/2))
	case keys.PageDown, keys.Forward:
		s.scroll(n * max(1, s.h-1))
	case keys.PageUp:
		s.scroll(-n * max(1, s.h-1))
	case keys.Top:
		s.top = 0
	case keys.Bottom:
		s.scroll(len(s.lines))
	case keys.Back, keys.Close:
		m.sheet = nil
	default:
		if act := m.acts[a]; act != nil {
			return act(count)
		}
	}
	return nil
}

// render draws the sheet over w by h cells.
func (s *sheet) render(st *theme.Styles, w, h int, ascii bool) []string {
	width := max(1, min(w-2, 76))
	if look := st.Name + map[bool]string{true: "d", false: "l"}[st.Dark]; s.width != width || s.style != look {
		s.width, s.style, s.lines = width, look, s.lines[:0]
		s.lines = append(s.lines, "", st.Screen.HelpTitle.Render(ansi.Truncate(s.title, width, ellipsis(ascii))), "")
		for _, p := range s.paras {
			s.lines = append(s.lines, setPara(st, p, width, s.hang)...)
		}
	}
	s.h = h
	s.scroll(0)
	left := strings.Repeat(" ", max(0, (w-width)/2))
	out := make([]string, 0, h)
	for i := s.top; i < len(s.lines) && len(out) < h; i++ {
		out = append(out, fit(left+s.lines[i], w))
	}
	for len(out) < h {
		out = append(out, strings.Repeat(" ", w))
	}
	return out
}

// setPara breaks a paragraph into lines; each run keeps its tone over a break. What
// does not fit goes on hang cells further right.
func setPara(st *theme.Styles, p para, width, hang int) []string {
	var b strings.Builder
	for _, r := range p {
		style := st.Screen.Text
		switch r.tone {
		case headTone:
			style = st.Screen.Title
		case mutedTone:
			style = st.Screen.Muted
		case addedTone:
			style = st.Screen.Accent.Underline(true)
		case removedTone:
			style = st.Screen.Muted.Strikethrough(true)
		case plainTone:
		}
		for i, line := range strings.Split(r.text, "\n") {
			if i > 0 {
				b.WriteByte('\n')
			}
			if line != "" {
				b.WriteString(style.Render(line))
			}
		}
	}
	hang = min(hang, width/3)
	var out []string
	for _, line := range strings.Split(b.String(), "\n") {
		for i, part := range strings.Split(lipgloss.Wrap(line, width-hang, ""), "\n") {
			if i > 0 {
				part = strings.Repeat(" ", hang) + part
			}
			out = append(out, part)
		}
	}
	return out
}
