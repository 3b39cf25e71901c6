package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"depesche/ui/keys"
	"depesche/ui/prompt"
	"depesche/ui/theme"
)

// menu is a list to choose from, narrowed by typing: help, commands, feeds
// that a site offers, subheads, themes.
type menu struct {
	title, hint string
	items       []item
	filter      prompt.Prompt
	shown       []int // items that fit what was typed
	cursor, top int
	height      int // lines of items when last drawn
	line        int // where the item under the cursor was drawn
	multi       bool
	chosen      map[int]bool

	command lineCommand // what the whole line means, where it fits no item

	accept func(items []int) tea.Cmd // the chosen ones, else the one under the cursor
	moved  func(i int) tea.Cmd       // nil: nothing happens before accept
	cancel func() tea.Cmd
}

// lineCommand is a command that is typed with its argument in place of being chosen.
type lineCommand struct {
	say func(text string) string // what Accept would do; "": the text is no such command
	run func(text string) tea.Cmd
}

// means says what the typed line would do as a command, "" where it is none.
func (mn *menu) means() string {
	if mn.command.say == nil || len(mn.shown) > 0 {
		return ""
	}
	return mn.command.say(mn.filter.Text())
}

// item is a line of a menu.
type item struct {
	group  string // heading it stands under
	key    string // at the left: a key
	label  string
	detail string // muted, behind the label
	words  string // further words it is found by
}

func newMenu(title, hint string, items []item, accept func([]int) tea.Cmd) *menu {
	mn := &menu{title: title, hint: hint, items: items, accept: accept, chosen: map[int]bool{}, height: 10}
	mn.narrow()
	return mn
}

// narrow keeps the items that hold every word that was typed.
func (mn *menu) narrow() {
	words := strings.Fields(strings.ToLower(mn.filter.Text()))
	mn.shown = mn.shown[:0]
	for i := range mn.items {
		it := &mn.items[i]
		all := strings.ToLower(it.label + " " + it.detail + " " + it.words + " " + it.group)
		fits := true
		for _, w := range words {
			fits = fits && (strings.Contains(all, w) || it.key != "" && strings.EqualFold(it.key, w))
		}
		if fits {
			mn.shown = append(mn.shown, i)
		}
	}
	mn.cursor, mn.top = 0, 0
}

func (mn *menu) typed(s string) {
	if mn.filter.Type(s) == prompt.Edited {
		mn.narrow()
	}
}

// picked is what Accept means now.
func (mn *menu) picked() []int {
	var out []int
	for i := range mn.items {
		if mn.chosen[i] {
			out = append(out, i)
		}
	}
	if len(out) == 0 && mn.cursor < len(mn.shown) {
		out = append(out, mn.shown[mn.cursor])
	}
	return out
}

func (m *Model) menuDo(a keys.Action) tea.Cmd {
	mn := m.menu
	before := mn.cursor
	switch a {
	case keys.Accept:
		m.menu = nil
		if mn.means() != "" {
			return mn.command.run(mn.filter.Text())
		}
		if p := mn.picked(); len(p) > 0 {
			return mn.accept(p)
		}
		return nil
	case keys.Cancel:
		m.menu = nil
		if mn.cancel != nil {
			return mn.cancel()
		}
		return nil
	case keys.MenuDown:
		mn.cursor++
	case keys.MenuUp:
		mn.cursor--
	case keys.MenuPageDown:
		mn.cursor += mn.height
	case keys.MenuPageUp:
		mn.cursor -= mn.height
	case keys.MenuFirst:
		mn.cursor = 0
	case keys.MenuLast:
		mn.cursor = len(mn.shown) - 1
	case keys.MenuToggle:
		if mn.multi && mn.cursor < len(mn.shown) {
			i := mn.shown[mn.cursor]
			mn.chosen[i] = !mn.chosen[i]
			mn.cursor++
		}
	default:
		if mn.filter.Do(a) == prompt.Edited {
			mn.narrow()
		}
		return nil
	}
	mn.cursor = max(0, min(mn.cursor, len(mn.shown)-1))
	if mn.moved != nil && mn.cursor != before && mn.cursor < len(mn.shown) {
		return mn.moved(mn.shown[mn.cursor])
	}
	return nil
}

// render draws the menu over w by h cells, and says where the cursor stands. nothing
// stands there when what was typed fits no item.
func (mn *menu) render(st *theme.Styles, w, h int, ascii bool, nothing string) (lines []string, x, y int) {
	width := min(w, 84)
	left := (w - width) / 2
	put := func(s string) {
		lines = append(lines, fit(strings.Repeat(" ", left)+fit(s, width), w))
	}
	if h >= 6 {
		put("")
		put(" " + st.Screen.HelpTitle.Render(ansi.Truncate(mn.title, max(0, width-2), ellipsis(ascii))))
	}
	y = len(lines)
	mn.filter.Label, mn.filter.Hint = "  / ", mn.hint // ">" is the cursor, and told apart without colours
	if mn.filter.Text() != "" && !mn.multi {          // typing has been found out
		mn.filter.Hint = ""
	}
	line, at := mn.filter.Render(st, width)
	x = min(w-1, left+at)
	put(line)
	if h >= 6 {
		put("")
	}
	mn.height = max(1, h-len(lines))
	mn.line = len(lines)
	if len(mn.shown) == 0 && len(lines) < h {
		put("   " + st.Screen.HelpMuted.Render(ansi.Truncate(nothing, max(0, width-3), ellipsis(ascii))))
	}
	for _, s := range mn.body(st, width, h-len(lines), ascii) {
		put(s)
	}
	for len(lines) < h {
		put("")
	}
	return lines[:max(0, h)], x, min(y, max(0, h-1))
}

// body draws the items around the cursor, under their headings.
func (mn *menu) body(st *theme.Styles, w, h int, ascii bool) []string {
	if h <= 0 {
		return nil
	}
	keyWidth := 0
	for _, i := range mn.shown {
		keyWidth = max(keyWidth, ansi.StringWidth(mn.items[i].key))
	}
	keyWidth = min(keyWidth, 16, w/3)
	var all []string
	at, group := 0, ""
	for n, i := range mn.shown {
		it := &mn.items[i]
		if it.group != group {
			group = it.group
			if len(all) > 0 {
				all = append(all, "")
			}
			all = append(all, " "+st.Screen.Section.Render(ansi.Truncate(group, max(0, w-1), ellipsis(ascii))))
		}
		if n == mn.cursor {
			at = len(all)
		}
		all = append(all, mn.row(st, i, n == mn.cursor, keyWidth, w, ascii))
	}
	if mn.top > at {
		mn.top = at
	}
	if at < mn.height && mn.cursor == 0 {
		mn.top = 0
	}
	mn.top = max(mn.top, at-h+1)
	mn.top = max(0, min(mn.top, len(all)-h))
	mn.line += at - mn.top
	return all[mn.top:min(len(all), mn.top+h)]
}

// wholeWords cuts a line of keys behind the last that fits.
func wholeWords(s string, w int, more string) string {
	if ansi.StringWidth(s) <= w {
		return s
	}
	cut := ansi.Truncate(s, max(0, w-2), "")
	if i := strings.LastIndexByte(cut, ' '); i > 0 && s[len(cut)] != ' ' {
		cut = cut[:i]
	}
	return ansi.Truncate(cut+" "+more, w, "")
}

func (mn *menu) row(st *theme.Styles, i int, current bool, keyWidth, w int, ascii bool) string {
	it := &mn.items[i]
	key, label, detail := st.Screen.HelpKey, st.Screen.HelpText, st.Screen.HelpMuted
	if current {
		key, label, detail = st.Screen.Chosen, st.Screen.Chosen, st.Screen.Chosen
	}
	lead := "  "
	if mn.multi {
		lead = " ○ "
		if mn.chosen[i] {
			lead = " ● "
		}
		if ascii {
			lead = map[bool]string{true: " [x] ", false: " [ ] "}[mn.chosen[i]]
		}
	}
	if current && mn.multi {
		lead = ">" + lead[1:]
	} else if current {
		lead = "> "
	}
	out := label.Render(lead)
	room := w - ansi.StringWidth(lead)
	if keyWidth > 0 {
		out += key.Render(fit(wholeWords(it.key, keyWidth, ellipsis(ascii)), keyWidth) + "  ")
		room -= keyWidth + 2
	}
	text := ansi.Truncate(it.label, max(0, room), ellipsis(ascii))
	out += label.Render(text)
	room -= ansi.StringWidth(text)
	switch n := ansi.StringWidth(it.detail); {
	case it.detail == "" || room < 6:
	case keyWidth > 0: // a name, in a column of its own where there is room
		if n+3 <= room {
			out += detail.Render(strings.Repeat(" ", room-n-1) + it.detail + " ")
			room = 0
		}
	default:
		text = "  " + ansi.Truncate(it.detail, room-3, ellipsis(ascii))
		out += detail.Render(text)
		room -= ansi.StringWidth(text)
	}
	if current && room > 0 {
		out += label.Render(strings.Repeat(" ", room))
	}
	return ansi.Truncate(out, w, "")
}
