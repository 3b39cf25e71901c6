package keys

import (
	"errors"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func mustNew(t *testing.T, preset string, user ...Binding) *Map {
	t.Helper()
	m, err := New(preset, user)
	if err != nil {
		t.Fatalf("New(%q): %v", preset, err)
	}
	return m
}

// press makes the message of a key by its name.
func press(name string) tea.KeyPressMsg {
	special := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "space": tea.KeySpace, "up": tea.KeyUp, "down": tea.KeyDown,
		"left": tea.KeyLeft, "right": tea.KeyRight, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
		"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "f1": tea.KeyF1,
	}
	k := tea.Key{}
	for _, m := range []struct {
		name string
		mod  tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"alt+", tea.ModAlt}, {"shift+", tea.ModShift}} {
		if rest, ok := strings.CutPrefix(name, m.name); ok && rest != "" {
			name, k.Mod = rest, k.Mod|m.mod
		}
	}
	if c, ok := special[name]; ok {
		k.Code = c
		if name == "space" && k.Mod == 0 {
			k.Text = " "
		}
		return tea.KeyPressMsg(k)
	}
	k.Code = []rune(name)[0]
	if k.Mod == 0 {
		k.Text = name
	}
	return tea.KeyPressMsg(k)
}

func TestTheTableHasEveryActionOnce(t *testing.T) {
	seen := map[Action]string{}
	byName := map[string]bool{}
	for _, e := range table {
		if seen[e.Action] != "" || byName[e.Name] {
			t.Errorf("%s stands twice", e.Name)
		}
		seen[e.Action], byName[e.Name] = e.Name, true
		if e.Scope == 0 || len(e.Keys) == 0 {
			t.Errorf("%s has no scope or no key", e.Name)
		}
		for _, k := range e.Keys {
			if p, err := Parse(k); err != nil || p != k {
				t.Errorf("%s: key %q is spelt %q, %v", e.Name, k, p, err)
			}
		}
	}
	for a := None + 1; a < actions; a++ {
		if seen[a] == "" {
			t.Errorf("action %d stands nowhere", a)
		}
	}
}

func TestPresetsHaveNoConflicts(t *testing.T) {
	for _, p := range Presets() {
		m, err := New(p, nil)
		if err != nil {
			t.Errorf("%s: %v", p, err)
			continue
		}
		for a := None + 1; a < actions; a++ {
			if len(m.Keys(a)) == 0 {
				t.Errorf("%s: %s has no key", p, a)
			}
			for _, k := range m.Keys(a) {
				if s, err := Parse(k); err != nil || s != k {
					t.Errorf("%s: %s: key %q is spelt %q, %v", p, a, k, s, err)
				}
			}
		}
	}
	if len(presets) != len(Presets()) {
		t.Error("Presets does not name them all")
	}
}

func TestEveryKeyOfEveryPresetReachesItsAction(t *testing.T) {
	for _, p := range Presets() {
		m := mustNew(t, p)
		for _, b := range m.Bound() {
			for s := Scope(1); s <= Prompt; s <<= 1 {
				if b.Scope&s == 0 {
					continue
				}
				for _, k := range b.Keys {
					var r Reader
					var got Result
					for one := range strings.FieldsSeq(k) {
						got = r.Press(m, press(one), s)
					}
					if len(got.Actions) != 1 || got.Actions[0] != b.Action {
						t.Errorf("%s: %q in %s gives %v, want %s", p, k, s, got.Actions, b.Name)
					}
				}
			}
		}
	}
}

func TestParseReadsWhatPeopleWrite(t *testing.T) {
	for in, want := range map[string]string{
		"j": "j", "G": "G", "gg": "g g", "g g": "g g", "ZZ": "Z Z", "^D": "ctrl+d", "C-d": "ctrl+d", "<C-d>": "ctrl+d", "Ctrl-D": "ctrl+d",
		"ctrl+shift+a": "ctrl+shift+a", "M-x": "alt+x", "alt+>": "alt+>", "shift+x": "X", "SPC": "space", "<space>": "space", "Return": "enter",
		"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+x ctrl+c": "ctrl+x ctrl+c", "shift+tab": "shift+tab", "S-tab": "shift+tab", "+": "+", "-": "-",
		"ctrl++": "ctrl++", "ö": "ö", "PgDn": "pgdown", "]]": "] ]", "f12": "f12", "ctrl+left": "ctrl+left",
	} {
		if got, err := Parse(in); err != nil || got != want {
			t.Errorf("Parse(%q) = %q, %v; want %q", in, got, err, want)
		}
	}
	for _, in := range []string{"", "  ", "ctrl+nothing", "escspe", "hyperspace", "\x01", "ctrl+"} {
		if got, err := Parse(in); err == nil {
			t.Errorf("Parse(%q) = %q, want an error", in, got)
		}
	}
}

func TestLabels(t *testing.T) {
	for in, want := range map[string]string{
		"j": "j", "g g": "gg", "ctrl+d": "^D", "space": "Space", "up": "↑", "alt+x": "Alt-x", "shift+tab": "Shift-Tab",
		"ctrl+x ctrl+c": "^X ^C", "+": "+", "ctrl+left": "Ctrl-←", "f1": "F1", "": "",
	} {
		if got := Label(in, false); got != want {
			t.Errorf("Label(%q) = %q, want %q", in, got, want)
		}
	}
	if got := Label("up", true); got != "Up" {
		t.Errorf("plain label of up is %q", got)
	}
}

func TestCountsAndSequences(t *testing.T) {
	m := mustNew(t, "vim")
	var r Reader
	steps := []struct {
		key     string
		pending string
		want    Action
		count   int
	}{
		{"1", "1", None, 0},
		{"0", "10", None, 0},
		{"j", "", Down, 10},
		{"g", "g", None, 0},
		{"g", "", Top, 0},
		{"5", "5", None, 0},
		{"g", "5g", None, 0},
		{"esc", "", None, 0},
		{"g", "g", None, 0},
		{"j", "", None, 0}, // no such sequence: forgotten, not half done
		{"0", "", None, 0},
		{"j", "", Down, 0},
	}
	for i, s := range steps {
		got := r.Press(m, press(s.key), List)
		if a := append(got.Actions, None)[0]; a != s.want || got.Count != s.count || r.Pending() != s.pending {
			t.Errorf("step %d, %q: %s count %d pending %q, want %s %d %q", i, s.key, a, got.Count, r.Pending(), s.want, s.count, s.pending)
		}
	}
	for range 12 {
		r.Press(m, press("9"), List)
	}
	if got := r.Press(m, press("j"), List); got.Count != maxCount {
		t.Errorf("count is %d, want %d", got.Count, maxCount)
	}
}

func TestTheInnerScopeHidesTheOuter(t *testing.T) {
	m := mustNew(t, "")
	var r Reader
	if got := r.Press(m, press("n"), Hits, Page); !slices.Equal(got.Actions, []Action{NextHit}) {
		t.Errorf("n over hits: %v", got.Actions)
	}
	if got := r.Press(m, press("n"), Page); !slices.Equal(got.Actions, []Action{NextUnread}) {
		t.Errorf("n: %v", got.Actions)
	}
}

func TestPromptsTakeWhatIsNotBound(t *testing.T) {
	m := mustNew(t, "")
	var r Reader
	for _, k := range []string{"j", "5", "?", "space", "ü"} {
		want := k
		if k == "space" {
			want = " "
		}
		if got := r.Press(m, press(k), Prompt); got.Text != want || len(got.Actions) > 0 {
			t.Errorf("%q types %q (%v)", k, got.Text, got.Actions)
		}
	}
	if got := r.Press(m, press("ctrl+o"), Prompt); got.Text != "" {
		t.Errorf("^O types %q", got.Text)
	}
}

func TestUserBindings(t *testing.T) {
	m := mustNew(t, "", Binding{Actions: []string{"down"}, Keys: []string{"x"}, Where: "c:1"},
		Binding{Actions: []string{"open", "next-subhead"}, Keys: []string{"gs"}, Where: "c:2"},
		Binding{Actions: []string{"top"}, Keys: []string{"gg"}, Where: "c:3"},
		Binding{Actions: []string{"zen"}, Where: "c:4"})
	if got := m.Keys(Down); !slices.Equal(got, []string{"x"}) {
		t.Errorf("down has %q", got)
	}
	if got := m.Keys(FetchPage); len(got) != 0 {
		t.Errorf("fetch-page keeps %q, which the reader gave away", got)
	}
	if got := m.Keys(Zen); len(got) != 0 {
		t.Errorf("zen keeps %q", got)
	}
	var r Reader
	r.Press(m, press("g"), List)
	if got := r.Press(m, press("s"), List); !slices.Equal(got.Actions, []Action{Open, NextSubhead}) {
		t.Errorf("the macro gives %v", got.Actions)
	}
	if got := r.Press(m, press("j"), List); len(got.Actions) != 0 {
		t.Errorf("j still gives %v", got.Actions)
	}
}

func TestConflictsNameBoth(t *testing.T) {
	_, err := New("", []Binding{
		{Actions: []string{"down"}, Keys: []string{"x"}, Where: "config.toml:12"},
		{Actions: []string{"up"}, Keys: []string{"x"}, Where: "config.toml:15"},
	})
	var c *ConflictError
	if !errors.As(err, &c) {
		t.Fatalf("no conflict: %v", err)
	}
	if want := `key "x" is bound to up (config.toml:15) and to down (config.toml:12)`; err.Error() != want {
		t.Errorf("got %s, want %s", err, want)
	}
	_, err = New("", []Binding{
		{Actions: []string{"top"}, Keys: []string{"g"}, Where: "a:1"},
		{Actions: []string{"browser"}, Keys: []string{"g x"}, Where: "a:2"},
	})
	if !errors.As(err, &c) || c.Key != "g x" || c.Other != "g" {
		t.Errorf("a sequence that begins with a bound key: %v", err)
	}
	_, err = New("", []Binding{
		{Actions: []string{"next-subhead"}, Keys: []string{"x"}},
		{Actions: []string{"remove-source"}, Keys: []string{"x"}},
	})
	if err != nil {
		t.Errorf("keys in different places are no conflict: %v", err)
	}
}

func TestUnknownNames(t *testing.T) {
	for _, c := range []struct {
		preset string
		user   []Binding
		want   string
	}{
		{"vi", nil, `no preset is called "vi", did you mean "vim"`},
		{"", []Binding{{Actions: []string{"next-subhed"}, Keys: []string{"x"}, Where: "c:3"}}, `c:3: no action is called "next-subhed", did you mean "next-subhead"`},
		{"", []Binding{{Actions: []string{"star"}, Keys: []string{"x"}, Where: "c:3"}}, `c:3: no action is called "star", did you mean "toggle-star"`},
		{"", []Binding{{Actions: []string{"down"}, Keys: []string{"ctrl+nix"}, Where: "c:4"}}, `c:4: no key is called "ctrl+nix"`},
	} {
		_, err := New(c.preset, c.user)
		var n *NameError
		if !errors.As(err, &n) || err.Error() != c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

// What the programs bind by default does here what it does there, where there is
// the like: newsboat's src/keymap.cpp, less(1), Vim's :help index, the Emacs manual.
func TestPresetsFollowTheirPrograms(t *testing.T) {
	for preset, places := range map[string]map[Scope]map[string]Action{
		"newsboat": {
			List: {
				"enter": Open, "q": Close, "Q": Quit, "r": RefreshOne, "R": RefreshAll, "A": MarkAllRead, "s": Save, "J": NextArticle, "K": PrevArticle,
				"n": NextUnread, "p": PrevUnread, "o": Browser, "O": Browser, "?": Help, "N": ToggleRead, "l": UnreadOnly, "/": Search, "ctrl+l": Redraw,
				":": Commands, "F": Filter, "f": Filter, "ctrl+e": ToggleStar, "|": Pipe, "g": SortOrder, "G": SortOrder, "D": ToggleHidden,
				"up": Up, "down": Down, "pgup": PageUp, "pgdown": PageDown, "home": Top, "end": Bottom,
			},
			Page:    {"u": Links, "ctrl+u": Versions, "b": PageUp, "space": Forward, "n": NextUnread, "s": Save, "o": Browser},
			Sources: {"enter": Open, "E": RenameSource, "tab": FocusNext},
		},
		"vim": {
			List: {
				"j": Down, "ctrl+n": Down, "k": Up, "ctrl+p": Up, "ctrl+d": HalfDown, "ctrl+u": HalfUp, "ctrl+f": PageDown, "ctrl+b": PageUp,
				"g g": Top, "G": Bottom, "/": Search, "u": Undo, "ctrl+r": Redo, "Z Z": Quit, "Z Q": Quit, "V": ChooseSpan, "y y": CopyLink, "g x": Browser, ":": Commands, "d d": ToggleHidden,
			},
			Page:    {"ctrl+e": Down, "ctrl+y": Up, "] ]": NextSubhead, "[ [": PrevSubhead, "g O": Outline},
			Sources: {"z a": FoldFolder, "d d": RemoveSource, "ctrl+w w": FocusNext},
			Hits:    {"n": NextHit, "N": PrevHit},
		},
		"less": {
			Page: {
				"e": Down, "ctrl+e": Down, "j": Down, "ctrl+n": Down, "y": Up, "ctrl+y": Up, "k": Up, "ctrl+k": Up, "ctrl+p": Up,
				"f": PageDown, "ctrl+f": PageDown, "ctrl+v": PageDown, "space": Forward, "b": PageUp, "ctrl+b": PageUp, "alt+v": PageUp,
				"d": HalfDown, "ctrl+d": HalfDown, "u": HalfUp, "ctrl+u": HalfUp, "g": Top, "<": Top, "alt+<": Top, "G": Bottom, ">": Bottom, "alt+>": Bottom,
				"/": Search, "&": Filter, "q": Close, "Q": Quit, "Z Z": Quit, "h": Help, "H": Help, "ctrl+l": Redraw, "ctrl+r": Redraw, "s": Save, "|": Pipe,
			},
			Hits: {"n": NextHit, "N": PrevHit},
		},
		"emacs": {
			List: {
				"ctrl+n": Down, "ctrl+p": Up, "ctrl+v": PageDown, "alt+v": PageUp, "alt+<": Top, "alt+>": Bottom, "ctrl+s": Search, "ctrl+g": Back, "alt+x": Commands,
				"ctrl+_": Undo, "ctrl+x u": Undo, "ctrl+alt+_": Redo, "ctrl+x ctrl+c": Quit, "ctrl+x ctrl+s": Save, "ctrl+x o": FocusNext,
				"alt+w": CopyLink, "ctrl+space": ChooseSpan, "ctrl+x h": ChooseAll, "ctrl+l": Redraw, "alt+|": Pipe,
			},
			Page: {"alt+{": PrevSubhead, "alt+}": NextSubhead, "ctrl+x 1": Zen},
			Hits: {"ctrl+s": NextHit, "ctrl+r": PrevHit},
		},
	} {
		m, err := New(preset, nil)
		if err != nil {
			t.Fatal(err)
		}
		for scope, want := range places {
			for key, action := range want {
				if got := m.seqs[scope][key]; len(got) != 1 || got[0] != action {
					t.Errorf("%s: %s in the %s is %v, not %v", preset, key, scope, got, action)
				}
			}
		}
	}
}
