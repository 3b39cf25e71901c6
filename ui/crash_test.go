package ui

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"depesche/ui/keys"
)

// throwing makes a model that throws in one of three places.
var throwing = map[string]func(*Model){
	"Update": func(m *Model) { m.acts[keys.Help] = func(int) tea.Cmd { panic("thrown") } },
	"View":   func(m *Model) { m.acts[keys.Help] = func(int) tea.Cmd { m.st = nil; return nil } },
	"a command": func(m *Model) {
		m.acts[keys.Help] = func(int) tea.Cmd { return func() tea.Msg { panic("thrown") } }
	},
	"a command of a sequence": func(m *Model) {
		m.acts[keys.Help] = func(int) tea.Cmd {
			return tea.Sequence(func() tea.Msg { return nil }, tea.Batch(func() tea.Msg { panic("thrown") }, func() tea.Msg { return nil }))
		}
	},
}

func TestADefectIsHeldAndNamed(t *testing.T) {
	for name, spoil := range throwing {
		t.Run(name, func(t *testing.T) {
			pl := play(t, 80, 24)
			spoil(pl.m)
			pl.press("?")
			pl.m.View()
			if pl.m.crash == nil {
				t.Fatal("nothing was held")
			}
			if !strings.Contains(string(pl.m.crash.Stack), "crash_test.go") && name != "View" {
				t.Errorf("the stack does not lead to the defect:\n%s", pl.m.crash.Stack)
			}
			pl.press("j")
			if !pl.quit {
				t.Error("the screen goes on")
			}
			if v := pl.m.View(); !v.AltScreen {
				t.Error("the last view leaves the alternate screen before the terminal is given back")
			}
			var err error = pl.m.crash
			if e := (&PanicError{}); !errors.As(err, &e) || e.While == "" {
				t.Errorf("no place is named: %v", err)
			}
		})
	}
}

func TestNothingIsReadWhileTheReaderIsElsewhere(t *testing.T) {
	pl := play(t, 80, 24)
	pl.send(tea.BlurMsg{})
	pl.press("enter")
	if n := count(readOf(t, pl)); n != 0 {
		t.Error("an article was marked as read behind the reader's back")
	}
	pl.send(tea.FocusMsg{})
	if n := count(readOf(t, pl)); n != 1 {
		t.Errorf("%d are read once the reader is back", n)
	}
}
