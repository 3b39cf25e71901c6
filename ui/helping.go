package ui

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/ui/keys"
	"depesche/ui/list"
	"depesche/ui/theme"
)

// key is the first key of an action, as people read it; the action's name
// where it has none.
func (m *Model) key(name string) string {
	a, _ := keys.ParseAction(name)
	if ks := m.o.Keys.Keys(a); len(ks) > 0 {
		return keys.Label(ks[0], m.o.ASCII)
	}
	return ":" + name
}

// actionItems lists the actions of the table with the keys they have now.
func (m *Model) actionItems(grouped bool) (items []item, what []keys.Bound) {
	for _, b := range m.o.Keys.Bound() {
		if b.Modal() && !grouped {
			continue
		}
		labels := make([]string, len(b.Keys))
		for i, k := range b.Keys {
			labels[i] = keys.Label(k, m.o.ASCII)
		}
		it := item{key: strings.Join(labels, " "), label: m.t.Screen.Actions[b.Name], detail: b.Name, words: strings.Join(b.Keys, " ")}
		if it.label == "" {
			it.label, it.detail = b.Name, ""
		}
		if grouped {
			it.group = m.t.Screen.Groups[b.Group]
		}
		items, what = append(items, it), append(what, b)
	}
	return items, what
}

// showHelp lists every key, to look up by typing and to try with enter.
func (m *Model) showHelp() tea.Cmd { return m.showActions(m.t.Screen.HelpTitle, true) }

// signItems explain the marks in the list; for ears they are words already.
func (m *Model) signItems() (items []item) {
	if m.prefs.linear {
		return nil
	}
	for i, s := range list.Legend(&list.Look{Text: m.t, ASCII: m.o.ASCII}) {
		items = append(items, item{group: m.t.Screen.SignsTitle, key: s, label: m.t.Screen.Signs[i]})
	}
	return items
}

// showCommands lists every action by name. "save" with an address or a file behind it is a
// command, too.
func (m *Model) showCommands() tea.Cmd {
	cmd := m.showActions(m.t.Screen.CommandsTitle, false)
	m.menu.command = lineCommand{
		say: func(text string) string {
			if from := saveArgument(text); from != "" {
				return m.t.Screen.EnterSaves(from)
			}
			return ""
		},
		run: func(text string) tea.Cmd { return m.savePage(saveArgument(text)) },
	}
	return cmd
}

func (m *Model) showActions(title string, grouped bool) tea.Cmd {
	items, what := m.actionItems(grouped)
	if grouped {
		items = append(items, m.signItems()...)
	}
	m.menu = newMenu(title, m.t.Screen.TypeToFind, items, func(picked []int) tea.Cmd {
		if picked[0] >= len(what) {
			return m.say(items[picked[0]].key+" "+items[picked[0]].label, false)
		}
		b := what[picked[0]]
		if b.Modal() {
			return m.say(m.t.Screen.OnlyWhile, false)
		}
		if m.sheet == nil && b.Scope&(m.paneScope()|keys.Hits) == 0 {
			return m.say(m.t.Screen.KeyElsewhere(b.Name, m.paneNames(b.Scope)), false)
		}
		var cmds []tea.Cmd
		for _, a := range append([]keys.Action{b.Action}, b.Also...) {
			cmds = append(cmds, m.do(a, 0))
		}
		return tea.Batch(cmds...)
	})
	return nil
}

// chooseTheme lists the themes and shows each as the cursor passes over it.
func (m *Model) chooseTheme() tea.Cmd {
	names := theme.Names()
	schemes := []Scheme{Auto, Light, Dark}
	was, scheme, dark := m.st.Name, m.scheme, m.dark
	inUse := map[bool]string{true: m.t.Screen.InUse}
	items := make([]item, 0, len(names)+len(schemes))
	for i, s := range schemes {
		items = append(items, item{group: m.t.Screen.SchemeTitle, label: m.t.Screen.Schemes[i], detail: inUse[s == scheme], words: strconv.Itoa(int(s))})
	}
	for _, n := range names {
		items = append(items, item{group: m.t.Screen.ThemeTitle, label: n, detail: inUse[n == was]})
	}
	try := func(i int) tea.Cmd { // one of the two: what the cursor only passed is as before
		m.scheme, m.dark = scheme, dark
		if i >= len(schemes) {
			return m.restyle(names[i-len(schemes)])
		}
		m.scheme = schemes[i]
		if m.scheme != Auto {
			m.dark = m.scheme == Dark
		}
		return m.restyle(was)
	}
	m.menu = newMenu(m.t.Screen.ThemeTitle, m.t.Screen.TypeToFind, items, func(picked []int) tea.Cmd {
		cmds := []tea.Cmd{
			try(picked[0]), rememberCmd(m.ctx, m.o.Store, "theme", m.st.Name),
			rememberCmd(m.ctx, m.o.Store, "scheme", strconv.Itoa(int(m.scheme))),
		}
		if m.scheme == Auto {
			cmds = append(cmds, tea.RequestBackgroundColor)
		}
		return tea.Batch(cmds...)
	})
	m.menu.moved = try
	m.menu.cursor = len(schemes) + max(0, slices.Index(names, was))
	m.menu.cancel = func() tea.Cmd {
		m.scheme, m.dark = scheme, dark
		return m.restyle(was)
	}
	return nil
}

// What the screen remembers from one time to the next, by name.
const historyName = "history."

var rememberedNames = []string{
	"theme", "scheme", "width", "columns", "folded", picturesName, viewsName, "order", "paper", "list", "linear", visitName,
	historyName + "search", historyName + "filter", historyName + "add", historyName + "pipe", historyName + "save", historyName + "page", historyName + "folder", historyName + "import",
}

// recalled takes up what was remembered. A theme given in the options wins.
func (m *Model) recalled(msg recalledMsg) tea.Cmd {
	for name, v := range msg.values {
		if h, ok := strings.CutPrefix(name, historyName); ok {
			var lines []string
			if json.Unmarshal([]byte(v), &lines) == nil {
				m.lines[h] = lines
			}
		}
	}
	if n, ok := chosen(msg.values["width"], m.o.PageWidth); ok {
		m.pageWidth = clamp(n, 30, 120)
	}
	if n, ok := chosen(msg.values["columns"], max(m.o.Columns, 1)); ok {
		m.columns = clamp(n, 1, 2)
		m.prefs.columns = m.columns > 1
	}
	m.recallPictures(msg.values[picturesName])
	if v, ok := msg.values[viewsName]; ok {
		m.setViews(v)
	}
	if n, err := strconv.Atoi(msg.values["order"]); err == nil && n >= 0 && n < int(cache.BestHit) {
		m.place.query.Order = cache.Order(n)
	}
	if v := msg.values["folded"]; v != "" {
		m.sources.folded = map[string]bool{}
		for f := range strings.SplitSeq(v, "\n") {
			m.sources.folded[strings.ReplaceAll(f, "\t", "\x00")] = true
		}
		m.listSources()
	}
	if n, err := strconv.Atoi(msg.values["scheme"]); err == nil && m.o.Scheme == Auto && n >= int(Auto) && n <= int(Dark) {
		m.scheme = Scheme(n)
		if m.scheme != Auto {
			m.dark = m.scheme == Dark
		}
	}
	if n, err := strconv.Atoi(msg.values["list"]); err == nil && n > 0 {
		m.prefs.list = n
	}
	if msg.values["linear"] != "" {
		m.prefs.linear = true
	}
	if at, err := time.Parse(time.RFC3339, msg.values[visitName]); err == nil {
		m.lastTime = at
	}
	if v := msg.values["paper"]; v != "" && m.scheme == Auto { // as the terminal answered last
		m.dark = v == "dark"
	}
	name := m.st.Name
	if v := msg.values["theme"]; v != "" && (m.o.Theme == "" || m.o.Theme == theme.Names()[0]) {
		name = v
	}
	return m.restyle(name)
}

// chosen is a number the reader chose by key beside one in the options; another
// one there is the newer choice.
func chosen(kept string, option int) (int, bool) {
	choice, base, ok := strings.Cut(kept, "/")
	if !ok || base != strconv.Itoa(option) {
		return 0, false
	}
	n, err := strconv.Atoi(choice)
	return n, err == nil
}
