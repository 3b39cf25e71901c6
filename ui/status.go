package ui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"depesche/ui/keys"
	"depesche/ui/picture"
)

// The last line: what was said, what goes on, which keys help, where the reader is.

// status is the last line: what was said or happens at the left, where the
// reader is at the right. A sentence that is too long for it takes the place of
// both, and of lines above it until the next key: what to do stands at its end.
func (m *Model) status(w int) []string {
	if said := m.toast.text; said != "" && ansi.StringWidth(said) > m.besides(w) {
		return m.longStatus(said, w)
	}
	return []string{m.statusLine(w)}
}

// besides is how many cells a sentence has beside the reader's place.
func (m *Model) besides(w int) int { return max(0, w-2-ansi.StringWidth(m.where())-1) }

// longStatus sets a sentence in as many lines as it needs, of half the window at most.
func (m *Model) longStatus(said string, w int) []string {
	style := m.st.Screen.Status
	if m.toast.alert {
		style = m.st.Screen.StatusAlert
	}
	lines := strings.Split(ansi.Wrap(said, max(1, w-2), ""), "\n")
	if most := max(1, m.layout.H/2); len(lines) > most {
		lines = append(lines[:most-1], ansi.Truncate(strings.Join(lines[most-1:], " "), max(0, w-2), m.more()))
	}
	for i, s := range lines {
		lines[i] = fit(" "+style.Render(strings.TrimRight(s, " ")), w)
	}
	return lines
}

func (m *Model) statusLine(w int) string {
	s := &m.st.Screen
	right := m.where()
	if p := m.keys.Pending(); p != "" {
		right = p + "  " + right
	}
	right = ansi.Truncate(right, max(0, w/2), "")
	room := max(0, w-2)
	if right != "" {
		room = max(0, room-ansi.StringWidth(right)-1)
	}
	var left string
	text, style := m.told(room)
	text = ansi.Truncate(text, room, m.more())
	switch style {
	case toneAlert:
		left = s.StatusAlert.Render(text)
	case toneAccent:
		left = s.StatusAccent.Render(text)
	case toneMuted:
		left = s.StatusMuted.Render(text)
	case toneText:
		left = s.Status.Render(text)
	}
	if text == "" {
		left = ""
	}
	gap := strings.Repeat(" ", max(0, w-ansi.StringWidth(text)-ansi.StringWidth(right)-2))
	if right != "" {
		right = s.StatusMuted.Render(right)
	}
	return fit(" "+left+gap+right+" ", w)
}

func (m *Model) more() string { return ellipsis(m.o.ASCII) }

// ellipsis stands where a text was cut.
func ellipsis(ascii bool) string {
	if ascii {
		return "~"
	}
	return "…"
}

// statusTone is how the left of the status line is drawn.
type statusTone uint8

const (
	toneText statusTone = iota
	toneMuted
	toneAccent
	toneAlert
)

// told is what the status line says: an answer to the last key, else what is
// going on, else which keys help. room is how many cells it has.
func (m *Model) told(room int) (string, statusTone) {
	t := &m.t.Screen
	switch {
	case m.toast.text != "" && m.toast.alert:
		return m.toast.text, toneAlert
	case m.toast.text != "":
		return m.toast.text, toneText
	case m.target != nil:
		return t.Target(m.target.URL, m.key("follow-link"), m.key("open-target"), m.key("copy-target")), toneAccent
	case m.page.InLinkMode():
		return t.LinkHint, toneAccent
	case m.refresh.running && m.prefs.linear: // said once, not counted up
		return t.RefreshStarts, toneMuted
	case m.refresh.running && m.refresh.total > 0 && m.refresh.pages:
		return t.FetchingPages(m.refresh.done, m.refresh.total, m.refresh.title), toneMuted
	case m.refresh.running && m.refresh.pictures:
		return m.t.Pictures.Fetching(m.refresh.done, m.refresh.total), toneMuted
	case m.refresh.running && m.refresh.total > 0:
		return t.Refreshing(m.refresh.done, m.refresh.total, m.refresh.title), toneMuted
	case m.refresh.running:
		return t.RefreshStarts, toneMuted
	case m.packing.running:
		return m.t.Desk.Packing(m.packing.done, m.packing.total, m.packing.pictures), toneMuted
	case len(m.queue.files) > 0:
		return m.downloadText(), toneMuted
	case m.offline > 0:
		return m.offlineText(), toneMuted
	case m.fresh > 0:
		return t.New(m.fresh, m.key("reload-list")), toneAccent
	}
	return m.hints(room), toneMuted
}

// hints are the keys worth knowing here, with the keys they have now: as many
// as there is room for, the last, which leads to all others, always.
func (m *Model) hints(room int) string {
	dot := "  ·  "
	switch {
	case m.prefs.linear:
		dot = ", "
	case m.o.ASCII:
		dot = "   "
	}
	names := m.hintNames()
	last := m.hint(names[len(names)-1])
	room -= ansi.StringWidth(last)
	out := ""
	for _, n := range names[:len(names)-1] {
		h := m.hint(n) + dot
		if room -= ansi.StringWidth(h); room < 0 {
			break
		}
		out += h
	}
	return out + last
}

func (m *Model) hint(name string) string { return m.key(name) + " " + m.t.Screen.Short[name] }

func (m *Model) hintNames() []string {
	switch {
	case m.menu != nil && m.menu.multi:
		return []string{"menu-toggle", "accept", "cancel"}
	case m.menu != nil:
		return []string{"accept", "cancel"}
	case m.sheet != nil && m.sheet.by != keys.None:
		return []string{"forward", m.sheet.by.String(), "back"}
	case m.sheet != nil:
		return []string{"forward", "back"}
	case m.prefs.focus == panePage && m.open.linked:
		return []string{"forward", "links", "keep-page", "back", "help"}
	case m.prefs.focus == panePage && len(m.page.Page().Figures) > 0 && !m.prefs.linear && m.pictures.term.Full(m.pictures.setting) != picture.None:
		return []string{"forward", "next-article", "links", "picture", "back", "help"}
	case m.prefs.focus == panePage:
		return []string{"forward", "next-article", "links", "back", "help"}
	case m.prefs.focus == paneSources && m.sources.source() != nil && !m.sampleOnly():
		return []string{"open", "refresh", "rename-source", "move-source", "remove-source", "help"}
	case m.sampleOnly():
		return []string{"add-source", "import-sources", "starter-sources", "help"}
	}
	return []string{"open", "next-unread", "refresh-all", "add-source", "help"}
}

// sampleOnly reports whether there is nothing but the sample edition.
func (m *Model) sampleOnly() bool {
	for i := range m.sources.rows {
		if r := &m.sources.rows[i]; !r.Sample && !r.Saved {
			return false
		}
	}
	return true
}

// where says the place in list or page.
func (m *Model) where() string {
	if m.menu != nil || m.sheet != nil {
		return ""
	}
	num := m.t.Dates.Number
	if m.prefs.focus == panePage {
		return m.progressText()
	}
	if m.list.Len() == 0 {
		return ""
	}
	at := num(m.list.Cursor()+1) + "/" + num(m.list.Len())
	if cur, n := m.list.Hits(); n > 0 {
		at = num(cur) + "/" + num(n) + "  " + at
	}
	return at
}
