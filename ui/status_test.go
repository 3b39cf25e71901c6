package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"depesche/ui/locale"
)

// What to do stands at a sentence's end: none is cut, however narrow the window.
func TestNoSentenceIsCut(t *testing.T) {
	for _, w := range []int{40, 80, 120, 200} {
		for _, linear := range []bool{false, true} {
			pl := playWith(t, w, 24, func(o *Options) { o.Linear = linear }, "G")
			pl.m.say("Die Verbindung zu lindenau.example ist nach einer Minute abgerissen: später noch einmal versuchen oder mit ! nachsehen, woran es liegt.", true)
			checkFit(t, pl.m, w, 24)
			lines := strings.Split(pl.screen(), "\n")
			from := max(0, len(lines)-5)
			if said := strings.Join(strings.Fields(strings.Join(lines[from:], " ")), " "); !strings.Contains(said, "mit ! nachsehen, woran es liegt.") {
				t.Errorf("%d columns: %s", w, said)
			}
			top := strings.Join(lines[:4], "\n")
			pl.press("k")
			if now := strings.Join(strings.Split(pl.screen(), "\n")[:4], "\n"); now != top && !linear {
				t.Errorf("%d columns: the lines above have moved:\n%s\n%s", w, top, now)
			}
		}
	}
	play(t, 120, 24, "h", "G").has("e umbenennen", "D entfernen")
	pl := play(t, 20, 6)
	pl.m.say(strings.Repeat("sehr lange Rede ", 40), false)
	checkFit(t, pl.m, 20, 6)
	pl.has("…")
}

// Hints of prompts and the keys of the status line have room at 80 columns.
func TestHintsFitIn80Columns(t *testing.T) {
	for _, lang := range []*locale.Text{locale.German(), locale.English()} {
		for _, from := range [][]string{nil, {"enter"}, {"h"}, {"h", "G"}} {
			pl := playWith(t, 80, 24, func(o *Options) { o.Text = lang }, from...)
			if last := lastLine(pl); !strings.Contains(last, lang.Screen.Short["help"]) {
				t.Errorf("%s %v: no way to the help: %s", lang.Code, from, last)
			}
			for _, key := range []string{"/", `\`, "F", "a", "#", "E", "|", "w", "+", "e", "M"} {
				pl.press(key)
				if q := pl.m.ask; q != nil {
					if n := ansi.StringWidth(q.prompt.Label + q.prompt.Hint); n > 79 {
						t.Errorf("%s %v: %s asks with %d cells: %s%s", lang.Code, from, key, n, q.prompt.Label, q.prompt.Hint)
					}
				}
				pl.press("esc")
			}
		}
	}
}

func TestAHintStaysWhereThereIsRoom(t *testing.T) {
	pl := play(t, 120, 24, "E").has("45", "ohne Abfrage das Ungelesene")
	pl.press("type: " + strings.Repeat("agentur:dpa ", 6)).hasNot("das Ungelesene").has("45 agentur:dpa")
	pl.press("esc", "F", "type:Quastenflosser", "enter").has("Nichts gefunden: Quastenflosser")
	pl.hasNot("7 ungelesen") // which is said of the whole list
}

func lastLine(pl *player) string {
	lines := strings.Split(pl.screen(), "\n")
	return lines[len(lines)-1]
}

func TestAKeyThatDoesNothingHereSaysWhere(t *testing.T) {
	pl := play(t, 80, 24)
	pl.press("$").has("$ tut hier nichts; ? zeigt alle Tasten.")
	pl.press("]").has("] gilt auf der Seite, hier nicht.")
	pl.press("h", "#").has("# gilt in der Liste und auf der Seite, hier nicht.")
	for _, key := range []string{"E", "w", "|"} {
		pl.press(key).has(fmt.Sprintf("%s gilt in der Liste und auf der Seite, hier nicht.", key))
	}
	pl.press("j", "esc").has("Weiter zurück geht es nicht; Q verlässt depesche.")
	pl.press("l", "enter", "t").has("t gilt in der Liste, hier nicht.")
	pl.press("!", "t").has("t gilt in der Liste, hier nicht.").press("h")
	pl.press("5", "$").has("$ tut hier nichts")
	pl.press("enter", "G", "tab", "type:ö").has("Diesen Buchstaben hat hier kein Link.")
}

// The further lines of a paragraph hang, in the tone that has begun, and the blanks
// before them have none.
func TestSheetsHaveHangingIndents(t *testing.T) {
	pl := play(t, 60, 24)
	pl.m.sheet = &sheet{title: "Titel", hang: 3, paras: []para{{{removedTone, "Unser"}, {plainTone, "  " + strings.Repeat("Brief am Morgen ", 12)}}}}
	lines := strings.Split(pl.screen(), "\n")
	at := 0
	for i, l := range lines {
		if strings.Contains(l, "Unser  Brief") {
			at = i
		}
	}
	under := strings.Repeat(" ", strings.Index(lines[at], "Unser")+3)
	if at == 0 || !strings.HasPrefix(lines[at+1], under) || strings.HasPrefix(lines[at+1], under+" ") {
		t.Errorf("set as\n%s", strings.Join(lines, "\n"))
	}
	for _, l := range setPara(pl.m.st, para{{removedTone, strings.Repeat("Unser Brief ", 9)}}, 40, 3)[1:] {
		if !strings.HasPrefix(l, "   \x1b[") {
			t.Errorf("%q does not begin with blanks of no tone", l)
		}
	}
}
