package ui

import (
	"testing"
	"time"

	"depesche/cache"
)

// pageFetched has the store fetch the third article's page, and the screen hear of it as it does of a refresh.
func (pl *player) pageFetched() {
	pl.t.Helper()
	pl.p.full["https://bote.lindenau.example/3.html"] = article(3, "Wirtschaft", "Werft stellt wieder ein", 3*time.Hour, "Der ganze Text von der Seite.", filler, filler)
	rows, err := pl.c.List(pl.t.Context(), cache.Query{})
	if err != nil {
		pl.t.Fatal(err)
	}
	id := rows[2].ID
	if _, err := pl.c.Full(pl.t.Context(), id); err != nil {
		pl.t.Fatal(err)
	}
	steps := make(chan cache.Progress)
	close(steps)
	pl.m.refresh.running = true
	pl.send(progressMsg{p: cache.Progress{Pages: true, Updated: 1, Article: id, Done: 1, Total: 1}, ok: true, steps: steps})
}

// A text that comes while one reads is announced, and v shows it; what was read stays until then.
func TestATextThatComesWhileReadingIsAnnounced(t *testing.T) {
	pl := play(t, 80, 24, "j", "j", "enter")
	before := pl.m.page.Page().Lines
	pl.pageFetched()
	pl.has("Der vollständige Text ist da; v zeigt ihn.").hasNot("Der ganze Text von der Seite.")
	if &pl.m.page.Page().Lines[0] != &before[0] {
		t.Error("the page was set anew under the reader")
	}
	pl.press("v").has("Der ganze Text von der Seite.", "Der vollste Text")
	pl.press("v").hasNot("Der ganze Text").has("wie ihn der Feed liefert")
}

// Who comes back to an article sees its newest text.
func TestATextThatCameIsThereOnComingBack(t *testing.T) {
	for name, away := range map[string][]string{
		"from the next article":       {"J", "K"},
		"from the list":               {"q", "enter"},
		"from an article and a list":  {"q", "j", "enter", "q", "k", "enter"},
		"that was only glanced at":    nil,
		"that was set ahead unopened": nil,
	} {
		t.Run(name, func(t *testing.T) {
			start := []string{"j", "j", "enter"}
			switch name {
			case "that was only glanced at":
				start, away = []string{"j", "j", "k"}, []string{"j", "enter"}
			case "that was set ahead unopened":
				start, away = []string{"j", "enter"}, []string{"J"}
			}
			pl := play(t, 120, 30, start...)
			pl.pageFetched()
			pl.press(away...).has("Der ganze Text von der Seite.")
		})
	}
}

// Beside the list the text is shown when it comes.
func TestATextThatComesIsShownBesideTheList(t *testing.T) {
	pl := play(t, 120, 30, "j", "j").hasNot("Der ganze Text")
	pl.pageFetched()
	pl.has("Der ganze Text von der Seite.").hasNot("v zeigt ihn")
}

// What the reader fetched is not announced to him.
func TestATextThatWasAskedForIsNotAnnounced(t *testing.T) {
	pl := play(t, 80, 24, "j", "j", "enter")
	pl.p.full["https://bote.lindenau.example/3.html"] = article(3, "Wirtschaft", "Werft stellt wieder ein", 3*time.Hour, "Der ganze Text von der Seite.", filler, filler)
	pl.press("x").has("Der ganze Text von der Seite.", "Die Seite ist geholt").hasNot("v zeigt ihn")
}

// While a refresh runs, and over unread rows, nothing says that all is read, or that nothing came.
func TestSentencesWhileARefreshRuns(t *testing.T) {
	pl := play(t, 80, 40, "A").has("alles ist gelesen")
	steps := make(chan cache.Progress, 1)
	pl.m.refresh.running = true
	pl.hasNot("alles ist gelesen")
	pl.p.articles[blattURL] = append(pl.p.articles[blattURL], article(31, "", "Eine neue Meldung", time.Minute, filler))
	for range pl.c.Refresh(t.Context()) {
	}
	_, wait := pl.m.Update(progressMsg{p: cache.Progress{New: 1, Done: 1, Total: 3}, ok: true, steps: steps})
	pl.press(".").has("Eine neue Meldung")
	pl.press(".").has("Bisher nichts Neues").hasNot("alles ist gelesen")
	close(steps)
	pl.run(wait)
	pl.has("Eine neue Meldung").hasNot("Nichts Neues", "alles ist gelesen")
	pl.press("g", "m").has("alles ist gelesen")
	pl.press(".").has("Nichts Neues")
}
