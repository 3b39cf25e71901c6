package ui

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/page"
)

// choose brings a link of the open page in sight and chooses it by its letter.
func (pl *player) choose(url string) *player {
	pl.t.Helper()
	for _, l := range pl.m.page.Page().Links {
		if l.URL == url {
			pl.m.page.GoTo(l.Line)
		}
	}
	for _, letter := range "asdfghjkl" {
		pl.press("tab", string(letter))
		if pl.m.target != nil && pl.m.target.URL == url {
			return pl
		}
		pl.press("esc")
	}
	pl.t.Fatalf("no letter leads to %s", url)
	return pl
}

const planURL = "https://lindenau.example/plan"

func TestALinkIsReadHereAndBackLeadsToItsPlace(t *testing.T) {
	pl := play(t, 80, 24, "enter")
	pl.p.full = map[string]feed.Article{planURL: {
		Headline: "Der Plan der Stadt", Language: "de", Body: []feed.Block{
			{Text: feed.Plain(strings.Repeat(filler+" ", 20))},
			{Text: feed.Text{{Text: "Mehr "}, {Text: "in der Reportage", Link: "https://bote.lindenau.example/2.html?utm_source=plan"}, {Text: "."}}},
		},
	}}
	pl.choose(planURL)
	at := pl.m.page.Position()
	pl.has("Enter hier, o Browser, y Kopie: https://lindenau.example/plan")
	pl.press("enter").has("Der Plan der Stadt", "lindenau.example")
	if len(pl.links) != 0 {
		t.Errorf("the browser was given %q", pl.links)
	}
	if n := len(pl.m.trail); n != 1 {
		t.Fatalf("%d pages on the way back", n)
	}
	if s := pl.m.open.row.Source; s != "" {
		t.Errorf("a page on another host has the rights of source %s", s)
	}
	pl.press("s").has("in keiner Liste") // it is no article of a source
	pl.press("m").has("in keiner Liste")
	pl.press("o")
	if len(pl.links) != 1 || pl.links[0] != planURL {
		t.Errorf("o opened %q", pl.links)
	}

	// A link to an article of the cache opens that one, and it counts as read.
	pl.choose("https://bote.lindenau.example/2.html?utm_source=plan")
	plan := pl.m.page.Position()
	pl.press("enter").has("Eine sehr lange Reportage")
	if row, _ := pl.m.current(); !row.Read || row.ID != pl.m.open.row.ID {
		t.Error("the article behind the link is not open, or not read")
	}
	pl.press("space", "h").has("Mehr in der Reportage")
	if pl.m.page.Position() != plan {
		t.Errorf("back at %v, want %v", pl.m.page.Position(), plan)
	}
	pl.press("h")
	if pl.m.open.row.Headline != "Stadtrat von Lindenau beschließt die Sanierung der alten Brücke" || pl.m.page.Position() != at {
		t.Errorf("back in %q at %v, want %v", pl.m.open.row.Headline, pl.m.page.Position(), at)
	}
	if pl.press("h"); pl.m.prefs.focus != paneList {
		t.Error("behind the first page comes the list")
	}

	// Without a network the page that was read once is there.
	pl.p.full = nil
	pl.press("enter").choose(planURL).press("enter").has("Der Plan der Stadt")
	pl.press("x").has("nothing answers").has("Der Plan der Stadt")
	pl.press("J")
	if len(pl.m.trail) != 0 {
		t.Error("the way back is kept in the next article")
	}
}

// A blank line has no place of its own in the text; the way back leads to it all the same.
func TestTheWayBackLeadsToTheLine(t *testing.T) {
	pl := play(t, 80, 24, "enter")
	pl.p.full = map[string]feed.Article{planURL: {Headline: "Der Plan", Language: "de", Body: []feed.Block{{Text: feed.Plain(filler)}}}}
	pl.choose(planURL).press("esc")
	last := pl.m.page.Line()
	for line := max(0, last-12); line <= last; line++ {
		pl.m.page.GoTo(line)
		from, before := pl.m.page.Line(), pl.screen()
		pl.press("tab", "a", "enter").has("Der Plan").press("h")
		if pl.m.page.Line() != from || pl.screen() != before {
			t.Errorf("back at line %d, want %d:\n%s", pl.m.page.Line(), from, pl.screen())
		}
	}
}

func TestALinkIsChosenByAClick(t *testing.T) {
	pl := play(t, 120, 40, "j", "k")
	for y, l := range strings.Split(pl.screen(), "\n") {
		if i := strings.Index(l, "auf der Seite der Stadt"); i >= 0 && pl.m.target == nil {
			pl.send(tea.MouseClickMsg{X: ansi.StringWidth(l[:i]) + 3, Y: y, Button: tea.MouseLeft})
		}
	}
	pl.has("Enter hier, o Browser, y Kopie: " + planURL)
	pl.send(tea.MouseClickMsg{X: 118, Y: 38, Button: tea.MouseLeft})
	pl.hasNot("y Kopie")
}

func TestALinkThatCannotBeFetchedSaysSo(t *testing.T) {
	pl := play(t, 80, 24, "enter").choose(planURL)
	pl.press("enter").has("nothing answers", "Der Plan steht auf der Seite der Stadt")
	if len(pl.m.trail) != 0 {
		t.Error("there is a way back from nowhere")
	}
}

func TestALinkThatComesLateIsDropped(t *testing.T) {
	pl := play(t, 80, 24, "enter")
	pl.p.full = map[string]feed.Article{planURL: {Headline: "Der Plan"}}
	late := followCmd(t.Context(), pl.c, planURL, "", false)()
	pl.press("J")
	pl.send(late)
	pl.hasNot("Der Plan")
}

func TestLinkedPagesAreSetAnew(t *testing.T) {
	pl := play(t, 120, 40, "enter")
	pl.p.full = map[string]feed.Article{planURL: {Headline: "Der Plan der Stadt", Body: []feed.Block{{Text: feed.Plain(filler)}}}}
	pl.choose(planURL).press("enter", "<").has("Der Plan der Stadt")
	pl.m.pages = pageCache{}
	pl.press("<").has("Der Plan der Stadt")
	pl.p.full[planURL] = feed.Article{Headline: "Der neue Plan", Body: []feed.Block{{Text: feed.Plain(filler)}}}
	pl.press("x").has("Der neue Plan")
	if n := len(pl.m.trail); n != 1 {
		t.Errorf("%d pages on the way back", n)
	}
	pl.press("v").has("in keiner Liste")
	pl.m.pages = pageCache{}
	pl.press("esc").has("Streit um die Kosten", "auf der Seite der Stadt")
}

func TestFootnotesLeadBack(t *testing.T) {
	pl := play(t, 80, 14)
	a := article(30, "", "Mit Fußnote", 0, filler, filler, filler, filler)
	a.Body[0].Text = append(a.Body[0].Text, feed.Span{Text: "[1]", Link: "#note-1"})
	a.Body = append(a.Body, feed.Block{Kind: feed.Paragraph, Role: feed.Footnote, Anchor: "note-1", Text: feed.Plain("Das Protokoll.")})
	pl.p.articles[boteURL] = []feed.Article{a}
	pl.press("R", "g", "enter", "tab", "a")
	pl.has("[1] Das Protokoll.")
	pl.press("h")
	if pl.m.page.Position() != (page.Position{}) || pl.m.prefs.focus != panePage {
		t.Errorf("back at %v", pl.m.page.Position())
	}
	pl.press("tab", "a", "tab", "a") // and by letter
	if !strings.Contains(ansi.Strip(pl.m.View().Content), "[1]") || strings.Contains(pl.screen(), "Das Protokoll.") {
		t.Errorf("the letter at the note does not lead back:\n%s", pl.screen())
	}
}

func TestWhatChangedSinceItWasReadIsSaid(t *testing.T) {
	pl := play(t, 80, 24, "enter", "h")
	changed := pl.p.articles[boteURL][0]
	changed.Body = append([]feed.Block{{Text: feed.Plain("Ganz neu ist dieser Absatz.")}}, changed.Body...)
	pl.p.articles[boteURL][0] = changed
	pl.press("R", "enter").has("Der Text hat sich geändert, seit Sie ihn gelesen")
	pl.press(">").has("Der Text hat sich geändert")
	pl.press("J", "K").hasNot("hat sich geändert")
}

func TestFetchingSaysThatTheTextIsAnother(t *testing.T) {
	pl := play(t, 80, 24)
	row, _ := pl.m.list.Row()
	pl.p.full = map[string]feed.Article{row.Link: {Headline: "Fertig", Body: []feed.Block{{Text: feed.Plain(strings.Repeat(filler, 20))}}}}
	pl.press("enter", "x").has("Die Seite ist geholt")
	pl.press("h", "enter")
	pl.p.full[row.Link] = feed.Article{Headline: "Fertig", Body: []feed.Block{{Text: feed.Plain("Und noch etwas. " + strings.Repeat(filler, 20))}}}
	pl.press("x").has("der Text hat sich geändert, d zeigt, was", "seit Sie ihn gelesen")
}

func TestWhereThePicturesMayBe(t *testing.T) {
	pl := play(t, 80, 24)
	pl.p.articles[boteURL] = []feed.Article{article(40, "", "Ohne Bild", 0, filler)}
	pl.press("R", ".", "g", "enter").has("Ohne Bild")
	pl.press("i").has("x holt die Seite")
	row, _ := pl.m.list.Row()
	pl.p.full = map[string]feed.Article{row.Link: {Headline: "Ohne Bild", Body: []feed.Block{{Text: feed.Plain(filler + filler)}}}}
	pl.press("x", "i").has("hat keine Bilder").hasNot("holt die Seite")
}

func TestALinkedPageIsSavedToReadLater(t *testing.T) {
	pl := play(t, 80, 24, "enter")
	pl.p.full = map[string]feed.Article{planURL: {
		Headline: "Der Plan der Stadt", Language: "de", Body: []feed.Block{{Text: feed.Plain(strings.Repeat(filler+" ", 20))}},
	}}
	pl.choose(planURL).press("enter").has("Der Plan der Stadt", "L speichern")
	pl.press("s").has("L speichert sie für später")
	pl.press("L").has("Für später gespeichert: Der Plan der Stadt; u macht es")
	rows, err := pl.c.List(t.Context(), cache.Query{Starred: true})
	if err != nil || len(rows) != 1 || rows[0].Headline != "Der Plan der Stadt" || rows[0].Read || rows[0].Link != planURL {
		t.Fatalf("%+v, %v", rows, err)
	}
	pl.press("u").has("zum späteren Lesen gespeichert")
	if n, err := pl.c.Count(t.Context(), cache.Query{Starred: true}); err != nil || n != 0 {
		t.Errorf("after undo %d, %v", n, err)
	}
	pl.press("U")
	if n, err := pl.c.Count(t.Context(), cache.Query{Starred: true}); err != nil || n != 1 {
		t.Errorf("after redo %d, %v", n, err)
	}
	// The link now leads to the article.
	pl.press("h").choose(planURL).press("enter")
	if pl.m.open.linked || pl.m.open.row.ID != rows[0].ID {
		t.Errorf("%+v", pl.m.open.row)
	}
}

func TestTheOpenArticleIsSavedWhereItIs(t *testing.T) {
	pl := play(t, 80, 24, "enter", "L")
	pl.has("Für später gespeichert: Stadtrat von Lindenau")
	id := pl.m.open.row.ID
	row, err := pl.c.Row(t.Context(), id)
	if err != nil || !row.Starred || row.Read {
		t.Errorf("%+v, %v", row, err)
	}
	n := 0
	for i := range pl.m.sources.rows {
		if pl.m.sources.rows[i].Saved {
			n++
		}
	}
	if n != 1 {
		t.Errorf("the saved pages are listed %d times", n)
	}
	pl.press("h", "shift+tab", "G", "r").has("Gespeicherte Seiten sind kein Feed")
}

func TestAnAddressOrAFileIsSavedByCommand(t *testing.T) {
	var asked []string
	pl := playWith(t, 80, 24, func(o *Options) {
		o.SavePage = func(ctx context.Context, from string) (cache.Row, error) {
			asked = append(asked, from)
			return o.Store.Save(ctx, feed.Article{GUID: from, Headline: "Aus " + from, Body: []feed.Block{{Text: feed.Plain(filler)}}}, time.Time{})
		}
	})
	pl.press(":").press("type:save ~/notiz.txt").has("Enter speichert ~/notiz.txt für später.")
	pl.press("enter").has("Für später gespeichert: Aus ~/notiz.txt")
	pl.press("@").press("type:https://lindenau.example/plan").press("enter").has("Aus https://lindenau.example/plan")
	if want := []string{"~/notiz.txt", "https://lindenau.example/plan"}; !slices.Equal(asked, want) {
		t.Errorf("asked for %q", asked)
	}
	pl.press(":").press("type:save nichts").hasNot("Enter speichert")
}
