package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"depesche/cache"
	"depesche/feed"
	"depesche/feed/race"
	"depesche/ui/keys"
	"depesche/ui/locale"
)

// screens are the screens of the golden tests and of the sweep over sizes: how
// to get there from the start.
var screens = []struct {
	name string
	keys []string
}{
	{"list", nil},
	{"page", []string{"enter"}},
	{"page-scrolled", []string{"j", "enter", "space", "]"}},
	{"page-search", []string{"enter", "/", "type:Kosten", "enter"}},
	{"links", []string{"enter", "G", "tab"}},
	{"sources", []string{"h"}},
	{"search", []string{`\`, "type:Brücke", "enter"}},
	{"filter-prompt", []string{"F", "type:is:un"}},
	{"help", []string{"?"}},
	{"help-searched", []string{"?", "type:unread"}},
	{"commands", []string{":"}},
	{"themes", []string{"T"}},
	{"starter", []string{"S"}},
	{"outline", []string{"enter", "O"}},
	{"zen", []string{"enter", "z"}},
	{"columns", []string{"j", "enter", "C", "space"}},
	{"by-source", []string{",", ","}},
	{"chosen", []string{"t", "j", "V", "j"}},
	{"history", []string{"s", "m", "W"}},
	{"hidden", []string{"D", "j", "t", "j", "t", "D"}},
	{"rule", []string{"M"}},
	{"tags", []string{"#", "type:Stadt"}},
	{"edition", []string{"E"}},
	{"problems", []string{"!"}},
	{"nothing-found", []string{`\`, "type:Quastenflosser", "enter"}},
	{"stray-key", []string{"h", "#"}},
}

func TestGoldenScreens(t *testing.T) {
	for _, s := range screens {
		for _, lang := range []*locale.Text{locale.German(), locale.English()} {
			for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 50}} {
				name := fmt.Sprintf("%s-%s-%dx%d", s.name, lang.Code, size[0], size[1])
				t.Run(name, func(t *testing.T) {
					playWith(t, size[0], size[1], func(o *Options) { o.Text = lang }, s.keys...).golden(name)
				})
			}
		}
	}
	for _, name := range []string{"list", "page"} {
		keys := []string{}
		if name == "page" {
			keys = append(keys, "enter")
		}
		playWith(t, 80, 24, func(o *Options) { o.ASCII, o.Mono = true, true }, keys...).golden(name + "-ascii-80x24")
	}
}

func TestTwoColumns(t *testing.T) {
	for _, lang := range []*locale.Text{locale.German(), locale.English()} {
		playWith(t, 200, 50, func(o *Options) { o.Text, o.Columns = lang, 2 }, "enter").golden("columns-set-" + lang.Code + "-200x50")
	}
	pl := play(t, 170, 40, "j", "enter", "C").has("Zwei Spalten.")
	if n := pl.m.page.Page().Columns; n != 2 {
		t.Fatalf("%d columns", n)
	}
	pl.press("space", "space")
	at := pl.m.page.Position()
	pl.send(tea.WindowSizeMsg{Width: 120, Height: 30})
	if n := pl.m.page.Page().Columns; n != 1 || pl.m.page.Position() != at {
		t.Errorf("%d columns in a narrow window, at %v instead of %v", n, pl.m.page.Position(), at)
	}
	pl.send(tea.WindowSizeMsg{Width: 170, Height: 40})
	if pl.m.page.Position() != at {
		t.Errorf("at %v instead of %v", pl.m.page.Position(), at)
	}
	pl.press("Q") // what was chosen is remembered
	pl.start(170, 40, func(*Options) {})
	pl.press("j", "enter")
	if n := pl.m.page.Page().Columns; n != 2 || pl.m.page.Position() != at {
		t.Errorf("after a restart %d columns, at %v instead of %v", n, pl.m.page.Position(), at)
	}
	pl.press("C").has("Eine Spalte.")
	pl.start(170, 40, func(o *Options) { o.Columns = 2 }) // the settings say so later
	pl.press("enter")
	if n := pl.m.page.Page().Columns; n != 2 {
		t.Errorf("%d columns, against newer settings", n)
	}
	play(t, 100, 30, "enter", "C").has("sobald das Fenster 160 Zeichen breit ist")
}

// Every screen fits at every size: as many lines as there are, none too wide.
func TestEverySizeFits(t *testing.T) {
	sizes := [][2]int{{120, 40}}
	for w := 1; w <= 40; w += 3 {
		for h := 1; h <= 24; h += 4 {
			sizes = append(sizes, [2]int{w, h})
		}
	}
	for _, w := range []int{59, 60, 79, 80, 99, 100, 101, 159, 160, 161, 200} {
		for _, h := range []int{1, 2, 5, 7, 8, 15, 16, 24, 60} {
			sizes = append(sizes, [2]int{w, h})
		}
	}
	if race.Detects { // drawn one after the other
		sizes = slices.DeleteFunc(sizes, func(size [2]int) bool { return size[0] != 60 && size[0] != 160 })
	}
	for _, s := range screens {
		t.Run(s.name, func(t *testing.T) {
			pl := play(t, 120, 40, s.keys...)
			for _, size := range sizes {
				pl.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				checkFit(t, pl.m, size[0], size[1])
			}
			pl = playWith(t, 120, 40, func(o *Options) { o.Linear = true }, s.keys...)
			for _, size := range sizes {
				pl.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				checkFit(t, pl.m, size[0], size[1])
				if c := pl.m.View().Cursor; c != nil && (c.X >= size[0] || c.Y >= size[1]) {
					t.Fatalf("the cursor stands at %d, %d of %dx%d", c.X, c.Y, size[0], size[1])
				}
			}
		})
	}
}

func checkFit(t *testing.T, m *Model, w, h int) {
	t.Helper()
	lines := strings.Split(m.View().Content, "\n")
	if len(lines) != h {
		t.Fatalf("%d lines at %dx%d", len(lines), w, h)
	}
	for y, l := range lines {
		if n := ansi.StringWidth(l); n > w {
			t.Fatalf("line %d is %d cells wide at %dx%d: %q", y, n, w, h, l)
		}
	}
}

func TestNothingIsDrawnBeforeTheSizeIsKnown(t *testing.T) {
	m := New(Options{Keys: mustKeys(t)})
	if v := m.View(); v.Content != "" || !v.AltScreen {
		t.Errorf("drawn: %q", v.Content)
	}
}

func mustKeys(t testing.TB) *keys.Map {
	t.Helper()
	km, err := keys.New("", nil)
	if err != nil {
		t.Fatal(err)
	}
	return km
}

func TestOpeningMarksAsReadAndGlancingDoesNot(t *testing.T) {
	pl := play(t, 120, 40, "j", "k")
	unread := func() int {
		n, err := pl.c.Count(t.Context(), cache.Query{Unread: true})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	pl.has("Nach zehn Jahren Streit") // the page follows the cursor
	if n := unread(); n != 7 {
		t.Fatalf("%d unread after a look at the list, want 7", n)
	}
	pl.press("enter")
	if n := unread(); n != 6 {
		t.Errorf("%d unread after opening one, want 6", n)
	}
	pl.press("m")
	if n := unread(); n != 7 {
		t.Errorf("%d unread after m, want 7", n)
	}
	pl.press("u")
	if n := unread(); n != 6 {
		t.Errorf("%d unread after undo, want 6", n)
	}
}

// TestWhatIsUnreadAgainStaysSo: the page that is set anew for a new window is not opened
// anew. Opened once more, the article is read.
func TestWhatIsUnreadAgainStaysSo(t *testing.T) {
	for _, key := range []string{"u", "m"} {
		t.Run(key, func(t *testing.T) {
			pl := play(t, 120, 40, "enter", key)
			want := func(n int, when string) {
				t.Helper()
				if got, err := pl.c.Count(t.Context(), cache.Query{Unread: true}); got != n || err != nil {
					t.Errorf("%d unread %s, want %d (%v)", got, when, n, err)
				}
			}
			want(7, "after "+key)
			pl.send(tea.WindowSizeMsg{Width: 90, Height: 30})
			pl.send(tea.BlurMsg{})
			pl.send(tea.FocusMsg{})
			want(7, "in another window")
			pl.press("esc", "enter")
			want(6, "opened again")
		})
	}
}

func TestMarkAllReadCanBeTakenBack(t *testing.T) {
	pl := play(t, 80, 24, "A").has("7 Artikel als gelesen markiert", "u nimmt es zurück")
	pl.hasNot("●")
	pl.press("u").has("Zurückgenommen", "●")
	pl.press("U").has("Wiederholt").hasNot("●")
}

func TestMarkAllReadLeavesWhatCameSince(t *testing.T) {
	pl := play(t, 80, 24)
	pl.p.articles[courierURL] = append(pl.p.articles[courierURL], article(31, "", "Ganz neu", time.Minute, filler))
	pl.press("R", "A").has("7 Artikel als gelesen markiert")
	if n, _ := pl.c.Count(t.Context(), cache.Query{Unread: true}); n != 1 {
		t.Errorf("%d unread, want the new one", n)
	}
	pl.press("u")
	if n, _ := pl.c.Count(t.Context(), cache.Query{Unread: true}); n != 8 {
		t.Errorf("%d unread after undo, want 8", n)
	}
}

func TestStarring(t *testing.T) {
	pl := play(t, 80, 24, "s").has("★")
	if n, _ := pl.c.Count(t.Context(), cache.Query{Starred: true}); n != 1 {
		t.Errorf("%d starred", n)
	}
	pl.press("s").hasNot("★")
}

func TestUnreadNavigationReadsThrough(t *testing.T) {
	pl := play(t, 80, 24, "enter").has("Brücke")
	for range 6 {
		pl.press("n")
	}
	if n, _ := pl.c.Count(t.Context(), cache.Query{Unread: true}); n != 0 {
		t.Errorf("%d unread at the end", n)
	}
	pl.press("n").has("Weiter ist hier nichts ungelesen")
	pl.press("m", "q", "g", "n")
	if row, _ := pl.m.list.Row(); row.Headline != "SV Lindenau gewinnt" {
		t.Errorf("n went to %q", row.Headline)
	}
}

func TestSpaceLeadsToTheNextUnread(t *testing.T) {
	pl := play(t, 80, 24, "j", "j", "enter").has("Werft stellt wieder ein")
	pl.press("space").has("Why the harbour")
}

func TestArticleKeysStepThroughTheList(t *testing.T) {
	pl := play(t, 120, 40, "J").has("Am 1. Tag der Fahrt")
	pl.press("K").has("Nach zehn Jahren Streit")
	pl.press("2", "J").has("Bezahlschranke")
	pl.press("9", "9", "J", "J").has("Hier endet die Liste")
}

func TestThePlaceIsKeptOverRestartAndWidth(t *testing.T) {
	pl := play(t, 80, 24, "j", "enter", "]", "]", "]", "j", "j")
	at := pl.m.position()
	if at == (cache.Position{}) {
		t.Fatal("nothing scrolled")
	}
	pl.press("q")
	got, err := pl.c.Position(t.Context(), pl.m.open.row.ID)
	if err != nil || got != at {
		t.Fatalf("kept %v, %v, want %v", got, err, at)
	}
	pl.start(120, 40, func(*Options) {})
	pl.press("j", "enter")
	if now := pl.m.position(); now.Block != at.Block {
		t.Errorf("after a restart at %v, want %v", now, at)
	}
	pl.send(tea.WindowSizeMsg{Width: 60, Height: 20})
	if now := pl.m.position(); now.Block != at.Block {
		t.Errorf("after a resize at %v, want %v", now, at)
	}
}

func TestQuittingKeepsThePlace(t *testing.T) {
	pl := play(t, 80, 24, "j", "enter", "space", "Q")
	if !pl.quit {
		t.Fatal("Q does not quit")
	}
	if got, _ := pl.c.Position(t.Context(), pl.m.open.row.ID); got != pl.m.position() || got == (cache.Position{}) {
		t.Errorf("kept %v, was at %v", got, pl.m.position())
	}
}

func TestALongArticleIsWholeInTheEnd(t *testing.T) {
	pl := play(t, 80, 24, "j", "enter")
	if !pl.m.page.Page().Whole {
		t.Fatal("only its beginning is set")
	}
	pl.press("G").has("100 %")
}

func TestNothingMovesDuringARefresh(t *testing.T) {
	pl := play(t, 80, 24, "j", "j")
	before := pl.screen()
	pl.p.mu.Lock()
	pl.p.articles[courierURL] = append(pl.p.articles[courierURL], article(31, "", "Ganz neu", time.Minute, filler), article(32, "", "Auch neu", 2*time.Minute, filler))
	pl.p.mu.Unlock()
	pl.press("R").has("2 neu; . zeigt sie.").hasNot("Ganz neu")
	body := func(s string) string {
		lines := strings.Split(s, "\n")
		return strings.Join(lines[2:len(lines)-1], "\n")
	}
	if body(before) != body(pl.screen()) {
		t.Errorf("the list moved:\n%s\n%s", before, pl.screen())
	}
	pl.press(".").has("Ganz neu", "Auch neu")
	if row, _ := pl.m.list.Row(); row.Headline != "Werft stellt wieder ein" {
		t.Errorf("the cursor went to %q", row.Headline)
	}
}

func TestTheHeadOfTheListTakesInTheNews(t *testing.T) {
	pl := play(t, 80, 24)
	pl.p.articles[courierURL] = append(pl.p.articles[courierURL], article(31, "", "Ganz neu", time.Minute, filler))
	pl.press("R", "g").has("Ganz neu").hasNot("1 neu")
}

func TestProgressIsShown(t *testing.T) {
	pl := play(t, 80, 24)
	if pl.m.View().ProgressBar != nil {
		t.Fatal("a progress bar without a refresh")
	}
	steps := make(chan cache.Progress, 1)
	pl.m.startRefresh(false, nil)
	if b := pl.m.View().ProgressBar; b == nil || b.State != tea.ProgressBarIndeterminate {
		t.Errorf("at the start: %+v", b)
	}
	pl.m.Update(progressMsg{p: cache.Progress{Done: 50, Total: 200, Title: "Bote"}, ok: true, steps: steps})
	if b := pl.m.View().ProgressBar; b == nil || b.State != tea.ProgressBarDefault || b.Value != 25 {
		t.Errorf("on the way: %+v", b)
	}
	pl.has("Aktualisiert 50/200  Bote")
	pl.m.Update(progressMsg{p: cache.Progress{Done: 3, Total: 4, Title: "Seite", Pages: true}, ok: true, steps: steps})
	pl.has("Holt Seiten 3/4")
	pl.m.Update(progressMsg{})
	if pl.m.View().ProgressBar != nil {
		t.Error("the bar stays")
	}
}

func TestFailingSourcesAreTold(t *testing.T) {
	pl := play(t, 120, 40)
	pl.p.fails[blattURL] = errors.New("connection refused")
	pl.press("R").has("1 von 3 Quellen", "! sagt, warum")
	pl.press("!").has("Zustand der Quellen", "Hafenblatt", "connection refused")
	pl.press("q").has("Alle Artikel")
	pl.press("h").has("! Hafenblatt")
}

func TestAPageThatIsGoneIsNoFaultOfItsSource(t *testing.T) {
	pl := play(t, 80, 24)
	steps := make(chan cache.Progress, 1)
	pl.m.startRefresh(false, nil)
	pl.m.Update(progressMsg{p: cache.Progress{Done: 3, Total: 3, Title: "Bote"}, ok: true, steps: steps})
	pl.m.Update(progressMsg{p: cache.Progress{Done: 1, Total: 5, Pages: true, Err: errors.New("404")}, ok: true, steps: steps})
	pl.m.Update(progressMsg{p: cache.Progress{Done: 1, Total: 2, Pictures: true, Err: errors.New("404")}, ok: true, steps: steps})
	pl.m.Update(progressMsg{})
	pl.has("Eine Seite war nicht zu holen").hasNot("Quellen antworte", "Quelle antworte")
	pl.m.startRefresh(false, nil)
	pl.m.Update(progressMsg{p: cache.Progress{Done: 1, Total: 3, Err: errors.New("refused")}, ok: true, steps: steps})
	pl.m.Update(progressMsg{p: cache.Progress{Done: 1, Total: 50, Pages: true, Err: errors.New("404")}, ok: true, steps: steps})
	pl.m.Update(progressMsg{})
	pl.has("1 von 3 Quellen")
}

func TestTheHelpExplainsTheSignsOfTheList(t *testing.T) {
	pl := play(t, 80, 24, "?", "type:▣").has("Zeichen in der Liste", "mit Bild")
	pl.press("enter").has(" ▣ mit Bild  ")
	pl.press("?", "type:netz").has("der ganze Text der Seite ist da")
	pl.press("esc", "&", "?", "type:▣").hasNot("mit Bild")
}

func TestAFilterIsPutRightWhereItIsWrong(t *testing.T) {
	for _, key := range []string{"F", `\`} {
		pl := play(t, 80, 24, key, "type:Brücke unfug:x", "enter")
		pl.has("at 9: unknown-field", "Brücke unfug:x")
		if pl.m.ask == nil {
			t.Fatalf("%s: the prompt is gone", key)
		}
		pl.press("type:source:Hafenblatt ").has("Brücke source:Hafenblatt unfug:x").hasNot("unknown-field")
		pl.press("ctrl+k", "enter")
		if pl.m.ask != nil {
			t.Errorf("%s: a filter that is right is asked for again", key)
		}
	}
}

func TestSearches(t *testing.T) {
	pl := play(t, 80, 24, `\`, "type:Brücke", "enter").has("Suche: Brücke", "Sanierung der alten Brücke").hasNot("Werft")
	pl.press("h").has("Werft stellt wieder ein", "Alle Artikel")
	pl.press("/", "type:Werft", "enter").has("1/1")
	if row, _ := pl.m.list.Row(); row.Headline != "Werft stellt wieder ein" {
		t.Errorf("the search went to %q", row.Headline)
	}
	pl.press("esc", "F", "type:quelle:Hafenblatt", "enter").has("[quelle:Hafenblatt]", "Möwen").hasNot("Werft")
	pl.press("esc").has("Werft")
	pl.press(`\`, "type:xyzzy", "enter").has("Nichts gefunden")
	pl.press("h", "F", "type:nosuch:x", "enter")
	if !pl.m.toast.alert {
		t.Error("a bad filter is not told")
	}
	pl.press("esc").has("Werft")
	pl.press("g", "enter", "/", "type:Kosten", "enter", "n")
	if cur, n := pl.m.page.Hits(); n < 2 || cur < 1 {
		t.Errorf("hit %d of %d", cur, n)
	}
	pl.press("esc", "/", "type:xyzzy", "enter").has("Nichts gefunden: xyzzy")
}

func TestPromptsRemember(t *testing.T) {
	pl := play(t, 80, 24, `\`, "type:Brücke", "enter")
	pl.start(80, 24, func(*Options) {})
	pl.press(`\`, "up").has("Suche: Brücke")
	pl.press("ctrl+u", "type:sou", "tab").has("source:")
	pl.press("type:Haf", "tab").has("source:Hafenblatt")
	pl.press("esc").has("Alle Artikel")
}

func TestSourcesPane(t *testing.T) {
	pl := play(t, 80, 24, "h").has("Alle Artikel", "Ungelesen", "Heute", "Gemerkt", "Lokal", "Hafenblatt", "The Courier")
	pl.press("G", "enter").has("The Courier", "Why the harbour").hasNot("Werft")
	pl.press("h", "g", "6j", "-").hasNot("Hafenblatt")
	pl.press("enter").has("Lokal", "Möwen").hasNot("Why the harbour")
	pl.press("q")
	if !pl.quit {
		t.Error("q at the list does not quit")
	}
}

// Numbers are set as in the line above everything.
func TestTheSourcesCountInThousands(t *testing.T) {
	pl := play(t, 200, 50)
	pl.m.sources.rows[0].Unread = 12345
	pl.m.listSources()
	pl.has(" 12.345 ").hasNot("12345")
	pl.press("&", "h").has("12.345").hasNot("12345")
}

func TestSourcesAreChanged(t *testing.T) {
	pl := play(t, 120, 40, "h", "G", "e", "ctrl+u", "type:Kurier", "enter").has("Heißt jetzt Kurier.", "Kurier")
	pl.press("G", "M", "type:Welt/Presse", "enter").has("Welt", "Presse")
	pl.press("D")
	rows, err := pl.c.Sources(t.Context())
	if err != nil || len(rows) != 2 {
		t.Fatalf("%d sources, %v", len(rows), err)
	}
	pl.hasNot("Why the harbour")
	pl.press("u").has("Kurier", "Why the harbour")
}

func TestAddingASource(t *testing.T) {
	pl := play(t, 80, 24)
	pl.p.articles["https://neu.example/feed"] = []feed.Article{article(41, "", "Aus der neuen Quelle", time.Minute, filler)}
	pl.p.articles["https://neu.example/sport"] = []feed.Article{article(42, "", "Aus dem Sport", time.Minute, filler)}
	pl.p.offers = []feed.Source{{URL: "https://neu.example/feed", Title: "Neu"}}
	pl.press("a", "type:neu.example", "enter").has("Aus der neuen Quelle")
	pl.press("a", "type:neu.example", "enter").has("schon da")
	pl.p.offers = append(pl.p.offers, feed.Source{URL: "https://neu.example/sport", Title: "Neu Sport"})
	pl.press("a", "type:neu.example", "enter").has("neu.example bietet 2 Feeds an", "Neu Sport", ">○ ").hasNot("Sucht Feeds")
	pl.press("type:sport", "enter").has("Aus dem Sport")
	pl.press("a", "type:nowhere.example", "enter").has("nothing answers")
	pl.p.offers = nil
	pl.press("a", "type:leer.example", "enter").has("kein Feed gefunden")
}

func TestTheFirstRunSaysWhatToDo(t *testing.T) {
	pl := &player{t: t, p: newPapers(), saved: map[string]string{}}
	pl.c = emptyCache(t, pl.p)
	pl.start(80, 24, func(*Options) {})
	pl.has("Es gibt noch keine Quellen", "a Quelle hinzufügen", "i importieren", "S Vorschläge", "? Hilfe")
	pl.press("S").has("tagesschau", "BBC News", "Tab wählt mehrere")
	pl.press("tab", "tab", "enter")
	rows, err := pl.c.Sources(t.Context())
	if err != nil || len(rows) != 2 {
		t.Errorf("%d sources, %v", len(rows), err)
	}
}

func TestImportOffersWhatIsThere(t *testing.T) {
	found := []Found{{Program: "newsboat", Path: "/home/x/.newsboat/urls", Sources: []feed.Source{{URL: "https://alt.example/rss", Title: "Alt"}}}}
	var pl *player
	pl = playWith(t, 80, 24, func(o *Options) {
		o.Import = func(context.Context) ([]Found, error) { return found, nil }
		o.TakeOver = func(ctx context.Context, f []Found) (TakenOver, error) {
			n, err := pl.c.AddSources(ctx, f[0].Sources...)
			return TakenOver{Restored: cache.Restored{Sources: n}}, err
		}
	}, "i").has("newsboat", "1 Quelle")
	pl.press("enter").has("1 Quelle und 0 Artikel übernommen")
	rows, err := pl.c.Sources(t.Context())
	if err != nil || len(rows) != 4 {
		t.Errorf("%d sources, %v", len(rows), err)
	}
	play(t, 80, 24, "i").has("Nichts von anderen Feedreadern gefunden")
}

func TestLinksAreShownBeforeTheyAreOpened(t *testing.T) {
	pl := play(t, 80, 40, "enter", "]", "tab").has("Buchstaben eines Links")
	for _, l := range "abcdefghijklmnopqrstuvwxyz" {
		if pl.m.target == nil && pl.m.page.InLinkMode() {
			pl.press(string(l))
		}
		if !pl.m.page.InLinkMode() && pl.m.target == nil {
			pl.press("tab")
		}
	}
	pl.has("https://lindenau.example/plan", "o Browser")
	if len(pl.links) != 0 {
		t.Fatalf("opened %q unasked", pl.links)
	}
	pl.press("o")
	if len(pl.links) != 1 || pl.links[0] != "https://lindenau.example/plan" {
		t.Errorf("opened %q", pl.links)
	}
	pl.press("y")
	if pl.clip != "https://bote.lindenau.example/1.html" {
		t.Errorf("copied %q", pl.clip)
	}
	pl.press("o")
	if len(pl.links) != 2 || pl.links[1] != "https://bote.lindenau.example/1.html" {
		t.Errorf("opened %q", pl.links)
	}
}

func TestOnlyWebLinksLeave(t *testing.T) {
	pl := play(t, 80, 24)
	for _, bad := range []string{"", "file:///etc/passwd", "javascript:alert(1)", "-rf", "ftp://x/"} {
		pl.run(pl.m.openLink(bad))
	}
	if len(pl.links) != 0 {
		t.Errorf("opened %q", pl.links)
	}
}

func TestFetchingAndVersions(t *testing.T) {
	pl := play(t, 80, 24, "j", "j", "enter")
	full := article(3, "Wirtschaft", "Werft stellt wieder ein", 3*time.Hour, "Der ganze Text von der Seite.", filler, filler)
	pl.p.full["https://bote.lindenau.example/3.html"] = full
	pl.press("x").has("Der ganze Text von der Seite.", "Die Seite ist geholt")
	pl.press("v").hasNot("Der ganze Text").has("wie ihn der Feed liefert")
	pl.press("v").has("Der ganze Text", "wie er auf der Seite steht")
	pl.press("v").has("Der ganze Text", "vollste")
	pl.press("J", "x").has("nothing answers")
}

func TestThePageIsAccountedFor(t *testing.T) {
	pl := play(t, 80, 24, "j", "j", "enter")
	pl.p.full["https://bote.lindenau.example/3.html"] = article(3, "Wirtschaft", "Werft", 3*time.Hour, filler)
	pl.press("X").has("Überschrift", "Überschrift statt neben dem Text um 3.1", "article > h1", "weggelassen", "Unser Brief am Morgen", "hinter dem Artikel statt Text um 2.0: in footer=yes +0.6", "Autorenzeile  Ada Lindner")
	pl.press("q").has("Werft stellt wieder ein").hasNot("weggelassen")
	pl.press("J", "X").has("nothing answers").hasNot("weggelassen")
}

// The key that opened a sheet closes it, and another sheet's key opens that one.
func TestTheKeyOfASheetClosesIt(t *testing.T) {
	pl := play(t, 80, 24, "j", "j", "enter")
	pl.p.full["https://bote.lindenau.example/3.html"] = article(3, "Wirtschaft", "Werft", 3*time.Hour, filler)
	page := pl.screen()
	for _, key := range []string{"!", "X"} {
		pl.press(key).has(key+" schließen", "h zurück")
		pl.press(key)
		if s := pl.screen(); s != page {
			t.Errorf("%s pressed twice leaves\n%s", key, s)
		}
	}
	pl.press("!", "X").has("article > h1").press("!").hasNot("article > h1").has("Zustand der Quellen").press("!").hasNot("Zustand der Quellen")
	pl.press("|", "type:cat", "enter").has("| cat").press("X").has("article > h1")
}

// Without colours the line to type in and the line under the cursor have signs of their own.
func TestTheCursorOfAMenuIsToldWithoutColours(t *testing.T) {
	for _, key := range []string{":", "?", "T", "O"} {
		pl := playWith(t, 80, 24, func(o *Options) { o.Mono, o.ASCII = true, true }, "enter", key)
		if n := strings.Count(pl.screen(), "\n> ") + strings.Count(pl.screen(), "\n  > "); n != 1 {
			t.Errorf("%s: > stands in %d lines:\n%s", key, n, pl.screen())
		}
		pl.has("  / ")
	}
}

// The screen has keys for what the command line has verbs for.
func TestWhatWasRemovedMeanwhileIsToldInTheScreensWords(t *testing.T) {
	pl := playWith(t, 120, 40, func(o *Options) { o.Preview, o.Words = false, func(error) string { return "depesche list" } })
	gone, _ := pl.m.list.Row()
	gone.ID = "gone" // as after a tidying in another window
	pl.run(pl.m.openArticle(gone, true))
	pl.has("inzwischen entfernt", ". lädt die Liste neu").hasNot("depesche list")
}

func TestChangesAreShownWordByWord(t *testing.T) {
	pl := play(t, 80, 24, "enter", "d").has("Ein früherer Text dieses Artikels ist nicht bekannt")
	list := pl.p.articles[boteURL]
	changed := list[0]
	changed.Body = append([]feed.Block(nil), list[0].Body...)
	changed.Body[0].Text = feed.Plain(strings.Replace(filler, "knapper", "großer", 1))
	changed.Modified = testNow
	pl.p.mu.Lock()
	pl.p.articles[boteURL] = []feed.Article{changed, list[1], list[2]}
	pl.p.mu.Unlock()
	pl.press("R", "d").has("mit knapper großer Mehrheit", "Geändert, bemerkt am").press("d").hasNot("Geändert, bemerkt am").press("d")
	pl.press("q").has("Brücke")
}

func TestSavingNeverOverwrites(t *testing.T) {
	pl := play(t, 80, 24, "enter", "w", "enter")
	name := "stadtrat-von-lindenau-beschließt-die-sanierung-der-alten-brücke.md"
	if s := pl.saved[name]; !strings.Contains(s, "# Stadtrat von Lindenau") || !strings.Contains(s, "## Streit um die Kosten") {
		t.Fatalf("saved %q", pl.saved)
	}
	pl.has("Gespeichert: ")
	pl.press("w", "enter")
	if !pl.m.toast.alert {
		t.Error("a second save is not refused")
	}
	pl.press("w", "ctrl+u", "type:a.txt", "enter", "w", "ctrl+u", "type:a.json", "enter")
	if s := pl.saved["a.txt"]; !strings.Contains(s, "Streit um die Kosten") || strings.Contains(s, "#") {
		t.Errorf("text: %q", s)
	}
	if s := pl.saved["a.json"]; !strings.Contains(s, `"headline"`) {
		t.Errorf("json: %q", s)
	}
}

func TestPipingThroughAProgram(t *testing.T) {
	pl := play(t, 80, 24, "enter", "|", "type:grep -c Streit", "enter").has("| grep -c Streit", "2")
	pl.press("q", "|", "type:no-such-program-anywhere", "enter")
	if !pl.m.toast.alert {
		t.Error("a missing program is not told")
	}
	pl.press("|", "type:cat 'open", "enter")
	if !pl.m.toast.alert {
		t.Error("an open quote is not told")
	}
}

func TestHelpAndCommandsRunTheirActions(t *testing.T) {
	pl := play(t, 80, 24, ":", "type:toggle-star", "enter").has("★")
	pl.press("?", "type:zen", "enter", "esc", "esc")
	pl.press("?", "type:add-source").has("a ").press("enter").has("Hinzufügen: ")
	pl.press("esc").hasNot("Hinzufügen: ")
}

func TestThemesArePreviewedAndKept(t *testing.T) {
	pl := play(t, 120, 40)
	was := pl.m.st.Name
	pl.press("T", "down", "down", "down", "down")
	if pl.m.st.Name == was {
		t.Error("no theme is tried on")
	}
	pl.press("esc")
	if pl.m.st.Name != was {
		t.Error("esc keeps the theme that was tried on")
	}
	pl.press("T", "up", "up").has("gilt") // over the dark paper to the light one
	if pl.m.st.Dark {
		t.Error("the paper is not tried on")
	}
	pl.press("down", "down", "down") // and on to a theme: the paper was only passed
	if !pl.m.st.Dark || pl.m.scheme != Dark || pl.m.st.Name == was {
		t.Errorf("dark %v, scheme %v, theme %s", pl.m.st.Dark, pl.m.scheme, pl.m.st.Name)
	}
	pl.press("type:quastenflosser").has("Nichts gefunden: quastenflosser").press("esc")
	pl.press("T", "type:slate", "enter")
	pl.start(120, 40, func(*Options) {})
	if pl.m.st.Name != "slate" {
		t.Errorf("after a restart the theme is %s", pl.m.st.Name)
	}
}

func TestThePaperFollowsTheTerminal(t *testing.T) {
	pl := playWith(t, 80, 24, func(o *Options) { o.Scheme = Auto })
	if !pl.m.dark {
		t.Fatal("not dark until the terminal answers")
	}
	pl.m.background(false)
	if pl.m.dark || pl.m.st.Dark {
		t.Error("the terminal's light paper is not taken up")
	}
	pl = playWith(t, 80, 24, func(o *Options) { o.Scheme = Dark })
	pl.m.background(false)
	if !pl.m.st.Dark {
		t.Error("a chosen scheme gives way")
	}
}

func TestLateAnswersAreDropped(t *testing.T) {
	pl := play(t, 120, 40, "enter")
	old := pl.m.open.shown
	a := pl.m.open.article
	pl.press("J")
	now := pl.m.page.ID()
	pl.send(setCmd(a, cache.Position{}, pl.m.setting(old, &cache.Row{}))())
	if pl.m.page.ID() != now {
		t.Error("a late page is shown")
	}
	before := pl.screen()
	pl.send(listMsg{gen: pl.m.gen - 1})
	pl.send(keysMsg{gen: pl.m.gen - 1})
	pl.send(rowsMsg{gen: pl.m.gen - 1})
	if pl.screen() != before {
		t.Error("a late list is shown")
	}
}

func TestCountsMoveByRows(t *testing.T) {
	pl := play(t, 80, 24, "3", "j")
	if pl.m.list.Cursor() != 3 {
		t.Errorf("3j goes to row %d", pl.m.list.Cursor())
	}
	pl.press("2").has(" 2  ")
	pl.press("k")
	if pl.m.list.Cursor() != 1 {
		t.Errorf("2k goes to row %d", pl.m.list.Cursor())
	}
	pl.press("5", "G")
	if pl.m.list.Cursor() != 4 {
		t.Errorf("5G goes to row %d", pl.m.list.Cursor())
	}
}

func TestOtherProgramsChangesAreSeen(t *testing.T) {
	pl := play(t, 80, 24)
	row, _ := pl.m.list.Row()
	if err := pl.c.Mark(t.Context(), feed.Mark{Article: row.ID, Kind: feed.Star, At: testNow}); err != nil {
		t.Fatal(err)
	}
	pl.hasNot("★")
	pl.send(versionMsg{version: pl.m.version + 1})
	pl.has("★")
}

func TestUnreadOnlyAndOrder(t *testing.T) {
	pl := play(t, 80, 24, "enter", "q", "H").hasNot("Sanierung der alten")
	pl.press("H").has("Sanierung der alten")
	pl.press(",").has("Älteste zuerst")
	if row, _ := pl.m.list.At(0); row.Headline != "SV Lindenau gewinnt" {
		t.Errorf("the oldest is %q", row.Headline)
	}
}

func TestZenShowsThePageAlone(t *testing.T) {
	pl := play(t, 120, 40, "enter", "z").hasNot("DEPESCHE", "│ ●")
	pl.press("esc").has("DEPESCHE")
}

func TestColumnWidthIsRemembered(t *testing.T) {
	pl := play(t, 120, 40, "enter", "<", "<").has("68 Zeichen")
	pl.start(120, 40, func(*Options) {})
	if pl.m.pageWidth != 68 {
		t.Errorf("%d columns after a restart", pl.m.pageWidth)
	}
	pl.start(120, 40, func(o *Options) { o.PageWidth = 60 })
	if pl.m.pageWidth != 60 {
		t.Errorf("%d columns where the options now say 60", pl.m.pageWidth)
	}
}

func TestEveryActionHasAHandlerAndWords(t *testing.T) {
	m := New(Options{Keys: mustKeys(t)})
	const typing = keys.Prompt | keys.Menu
	for _, e := range keys.Table() {
		if e.Scope&^typing != 0 && m.acts[e.Action] == nil {
			t.Errorf("%s does nothing", e.Name)
		}
		for _, l := range []*locale.Text{locale.German(), locale.English()} {
			if l.Screen.Actions[e.Name] == "" {
				t.Errorf("%s: no words for %s", l.Code, e.Name)
			}
		}
	}
	for _, l := range []*locale.Text{locale.German(), locale.English()} {
		for n := range l.Screen.Actions {
			if _, ok := keys.ParseAction(n); !ok {
				t.Errorf("%s: words for %s, which is no action", l.Code, n)
			}
		}
		for n := range l.Screen.Short {
			if _, ok := keys.ParseAction(n); !ok {
				t.Errorf("%s: short words for %s, which is no action", l.Code, n)
			}
		}
	}
}

func TestHelpListsEveryActionWithItsLiveKeys(t *testing.T) {
	km, err := keys.New("vim", []keys.Binding{{Actions: []string{"zen"}, Keys: []string{"Z x"}}})
	if err != nil {
		t.Fatal(err)
	}
	m := New(Options{Keys: km})
	help, _ := m.actionItems(true)
	if len(help) != len(keys.Table()) {
		t.Errorf("%d of %d actions in the help", len(help), len(keys.Table()))
	}
	found := false
	for _, it := range help {
		found = found || it.detail == "zen" && it.key == "Zx"
	}
	if !found {
		t.Error("the help does not show the reader's own key")
	}
}

func TestTheMouseScrollsAndSelects(t *testing.T) {
	pl := playWith(t, 120, 40, func(o *Options) { o.Mouse = true })
	if pl.m.View().MouseMode != tea.MouseModeCellMotion {
		t.Error("the mouse is not asked for")
	}
	l := pl.m.layout
	pl.send(tea.MouseClickMsg{X: l.List.X + 5, Y: l.List.Y + 4, Button: tea.MouseLeft})
	if pl.m.list.Cursor() != 1 {
		t.Errorf("a click goes to row %d", pl.m.list.Cursor())
	}
	pl.send(tea.MouseWheelMsg{X: l.Page.X + 5, Y: l.Page.Y + 5, Button: tea.MouseWheelDown})
	if pl.m.page.Line() != wheelLines {
		t.Errorf("the wheel goes to line %d", pl.m.page.Line())
	}
	pl.send(tea.MouseWheelMsg{X: l.List.X + 5, Y: l.List.Y + 5, Button: tea.MouseWheelDown})
	if pl.m.list.Cursor() != 4 {
		t.Errorf("the wheel goes to row %d", pl.m.list.Cursor())
	}
	pl.send(tea.MouseClickMsg{X: l.Page.X + 5, Y: l.Page.Y + 5, Button: tea.MouseLeft})
	if pl.m.prefs.focus != panePage {
		t.Error("a click on the page does not bring the keys there")
	}
	pl.press("h", "h")
	l = pl.m.layout
	pl.send(tea.MouseClickMsg{X: 3, Y: l.Sources.Y + 1, Button: tea.MouseLeft})
	pl.has("Ungelesen ·")
}

// Where a page has no feed, its headlines are offered; it is followed when the reader says so.
func TestFollowingAPageWithoutAFeed(t *testing.T) {
	pl := play(t, 80, 24)
	pl.press("a", "type:feedless.example", "enter").
		has("Kein Feed: den Überschriften von feedless.example folgen?", "Der Markt zieht um", "Brücke bleibt gesperrt", "allen folgen").hasNot("Sucht Feeds").press("esc")
	watched := func() bool {
		rows, err := pl.c.Sources(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return slices.ContainsFunc(rows, func(s cache.SourceRow) bool { return feed.IsWatch(s.URL) })
	}
	if watched() {
		t.Error("followed unasked")
	}
	if pl.press("a", "type:feedless.example", "enter", "enter"); !watched() {
		t.Error("not followed")
	}
	pl.press("a", "type:feedless.example/empty", "enter").has("no feed").hasNot("folgen?")
}

// Where the locale is not UTF-8, no byte beyond ASCII goes to the terminal, and rows keep their
// columns.
func TestNothingBeyondASCII(t *testing.T) {
	for _, keys := range [][]string{{}, {"enter"}, {"?"}, {"enter", "tab"}, {"!"}, {"a"}, {":"}, {"esc", "h"}} {
		pl := playWith(t, 100, 30, func(o *Options) { o.ASCII = true }, keys...)
		v := pl.m.View()
		for i := range len(v.Content) {
			if v.Content[i] >= utf8.RuneSelf {
				t.Fatalf("%v: %q", keys, v.Content[max(0, i-40):min(len(v.Content), i+20)])
			}
		}
		for line := range strings.Lines(v.Content) {
			if w := ansi.StringWidth(strings.TrimSuffix(line, "\n")); w > 100 {
				t.Errorf("%v: %d columns: %q", keys, w, line)
			}
		}
		for i := range len(v.WindowTitle) {
			if v.WindowTitle[i] >= utf8.RuneSelf {
				t.Errorf("title %q", v.WindowTitle)
			}
		}
	}
}
