package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// late presses keys while no command answers, then has them answer in turn.
func (pl *player) late(names ...string) {
	var waiting []tea.Cmd
	for _, name := range names {
		_, cmd := pl.m.Update(keyOf(name))
		waiting = append(waiting, cmd)
	}
	for _, cmd := range waiting {
		pl.run(cmd)
	}
}

func TestWhatIsTypedAheadWaitsForTheText(t *testing.T) {
	quick, late := play(t, 80, 24, "j"), play(t, 80, 24, "j")
	for _, pl := range []*player{quick, late} {
		pl.m.pages = pageCache{}
	}
	quick.press("enter", "f", "/", "type:der", "enter", "n")
	late.late("enter", "f", "/", "d", "e", "r", "enter", "n")
	if got, want := late.screen(), quick.screen(); got != want {
		t.Errorf("typed ahead:\n%s\ntyped when it was there:\n%s", got, want)
	}
}

func TestBackWaitsForNoText(t *testing.T) {
	pl := play(t, 80, 24, "j")
	pl.m.pages = pageCache{}
	for _, names := range [][]string{{"enter", "h"}, {"enter", "f", "esc"}} {
		var waiting []tea.Cmd
		for _, name := range names {
			_, cmd := pl.m.Update(keyOf(name))
			waiting = append(waiting, cmd)
		}
		if pl.m.prefs.focus != paneList || len(pl.m.held) != 0 {
			t.Errorf("%v: the reader is in pane %d, %d keys wait", names, pl.m.prefs.focus, len(pl.m.held))
		}
		for _, cmd := range waiting {
			pl.run(cmd)
		}
		pl.m.open, pl.m.pages = reading{}, pageCache{}
	}
}
