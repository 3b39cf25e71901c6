package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"depesche/cache"
	"depesche/feed"
)

// crowd adds many sources, each with news that are newer than all that is there.
func crowd(t *testing.T, pl *player, n int) {
	t.Helper()
	var sources []feed.Source
	for i := range n {
		url := fmt.Sprintf("https://blatt%d.lindenau.example/feed", i)
		sources = append(sources, feed.Source{URL: url, Title: fmt.Sprintf("Blatt %d", i)})
		for k := range 3 {
			a := article(1000+10*i+k, "", fmt.Sprintf("Eilmeldung %d/%d", i, k), -time.Duration(i*3+k)*time.Second, filler)
			a.Link = fmt.Sprintf("https://blatt%d.lindenau.example/%d.html", i, k)
			pl.p.articles[url] = append(pl.p.articles[url], a)
		}
	}
	if _, err := pl.c.AddSources(t.Context(), sources...); err != nil {
		t.Fatal(err)
	}
}

// body is the screen without head and status line, which say what is new.
func body(pl *player) string {
	lines := strings.Split(pl.screen(), "\n")
	return strings.Join(lines[2:len(lines)-1], "\n")
}

// A refresh of many sources moves nothing in the list, in whatever order it is, nor
// on the open page; what has come is taken in when the reader says so, and the
// cursor stays on its article.
func TestNothingMovesWhateverTheOrder(t *testing.T) {
	for _, order := range []cache.Order{cache.Newest, cache.Oldest, cache.BySource} {
		for _, reading := range []bool{false, true} {
			t.Run(fmt.Sprintf("order %d, reading %v", order, reading), func(t *testing.T) {
				pl := play(t, 80, 24)
				for range order {
					pl.press(",")
				}
				pl.press("j", "j")
				if reading {
					pl.press("enter")
				}
				crowd(t, pl, 60)
				row, _ := pl.m.list.Row()
				before, keys := body(pl), pl.m.list.Keys()
				steps := pl.c.Refresh(t.Context())
				for p := range steps { // step by step, as a slow network brings them
					pl.m.refresh.running = true
					pl.m.Update(progressMsg{p: p, ok: true})
					if got := body(pl); got != before {
						t.Fatalf("after %d of %d sources the screen is\n%s\nand was\n%s", p.Done, p.Total, got, before)
					}
				}
				pl.send(progressMsg{})
				if got := body(pl); got != before {
					t.Fatalf("after the refresh the screen is\n%s\nand was\n%s", got, before)
				}
				if fmt.Sprint(pl.m.list.Keys()) != fmt.Sprint(keys) {
					t.Error("the list has other articles")
				}
				pl.has("180 neu")
				pl.press(".")
				if now, _ := pl.m.list.Row(); now.ID != row.ID {
					t.Errorf("the cursor went from %q to %q", row.Headline, now.Headline)
				}
				if n := pl.m.list.Len(); n != len(keys)+180 {
					t.Errorf("%d articles are in the list", n)
				}
			})
		}
	}
}

// A source that is added while others are being asked is asked when they have answered.
func TestASourceAddedDuringARefreshIsAskedAfterIt(t *testing.T) {
	pl := play(t, 120, 40)
	late := "https://neu.lindenau.example/feed.xml"
	pl.p.articles[late] = []feed.Article{article(60, "", "Die neue Zeitung ist da", 0, filler)}
	pl.p.offers = []feed.Source{{ID: feed.NewSourceID(late), URL: late, Title: "Neue Zeitung"}}
	pl.m.refresh.running = true
	pl.press("a", "type:neu.lindenau.example", "enter").has("1 Quelle hinzugefügt.").hasNot("Die neue Zeitung ist da")
	pl.send(progressMsg{}) // the refresh has ended
	pl.has("Die neue Zeitung ist da")
	if pl.m.refresh.running {
		t.Error("it still runs")
	}
}
