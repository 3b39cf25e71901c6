package ui

import (
	"strings"
	"testing"

	"depesche/cache"
	"depesche/ui/locale"
)

// drawn is what the linear screen must not show: frames, rules, signs that stand for a state.
const drawn = "│─┬▌●★✓▸▾·—…¶▣"

func TestTheLinearScreen(t *testing.T) {
	for _, text := range []*locale.Text{locale.German(), locale.English()} {
		for _, s := range []struct {
			name string
			keys []string
		}{
			{"list", []string{"s", "j", "t", "k"}},
			{"sources", []string{"h", "j"}},
			{"page", []string{"enter"}},
			{"search", []string{"/", "type:Brücke", "enter"}},
			{"help", []string{"?", "down"}},
			{"wide", nil},
		} {
			t.Run(s.name+"-"+text.Code, func(t *testing.T) {
				w, h := 80, 24
				if s.name == "wide" {
					w, h = 200, 50
				}
				pl := playWith(t, w, h, func(o *Options) { o.Linear, o.Text = true, text }, s.keys...)
				screen := pl.screen()
				if s.name != "help" { // its arrows are the names of keys
					if i := strings.IndexAny(screen, drawn); i >= 0 {
						t.Errorf("%q stands on the screen:\n%s", screen[i:min(len(screen), i+12)], screen)
					}
				}
				pl.golden("linear-" + s.name + "-" + text.Code)
				if pl.m.View().Cursor == nil {
					t.Error("the terminal's cursor is hidden")
				}
			})
		}
	}
}

// The terminal's cursor follows the reader's line.
func TestTheLinearCursor(t *testing.T) {
	pl := playWith(t, 80, 24, func(o *Options) { o.Linear = true })
	at := func() string { return strings.Split(pl.screen(), "\n")[pl.m.View().Cursor.Y] }
	for _, c := range []struct{ key, line string }{
		{"j", "Ungelesen. Eine sehr lange"},
		{"m", "Ungelesen. Wirtschaft."},
		{"k", "Gelesen. Eine sehr lange"},
		{"s", "Gelesen, gemerkt. Eine sehr lange"},
		{"t", "Ungelesen. Wirtschaft."},
		{"k", "Gelesen, gemerkt, gewählt. Eine sehr lange"},
		{"esc", "Gelesen, gemerkt. Eine"},
		{"h", "Alle Artikel, wird gezeigt."},
		{"j", "Ungelesen, wird gezeigt"},
		{"?", ">"},
		{"down", ">"},
	} {
		if pl.press(c.key); !strings.HasPrefix(at(), c.line) {
			t.Errorf("after %s the cursor stands on %q, not on %q", c.key, at(), c.line)
		}
	}
}

// A refresh says that it runs, and does not count.
func TestTheLinearScreenDoesNotChatter(t *testing.T) {
	pl := playWith(t, 80, 24, func(o *Options) { o.Linear = true })
	pl.m.refresh = refreshing{running: true}
	before := pl.screen()
	pl.m.showProgress(progressMsg{p: cache.Progress{Done: 3, Total: 10, Title: "Hafenblatt"}, ok: true})
	if v := pl.m.View(); v.ProgressBar != nil || pl.screen() != before {
		t.Errorf("the screen changes while a refresh runs:\n%s", pl.screen())
	}
}

func TestTheLinearScreenIsTurnedOnByKey(t *testing.T) {
	pl := play(t, 120, 40, "&").has("linear", "Ungelesen. Haushalt.").hasNot("─", "│")
	pl.start(120, 40, func(*Options) {})
	pl.has("Ungelesen. Haushalt.").press("&").has("│", "Bereiche")
}
