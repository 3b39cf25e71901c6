package ui

import (
	"io"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"depesche/cache"
	"depesche/cache/cachetest"
	"depesche/feed"
	"depesche/ui/locale"
)

// View is drawn at every frame: the budget is 2 ms and 200 KB at 200x50.
func BenchmarkView(b *testing.B) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 50}} {
		b.Run(locale.English().Dates.Number(size[0]), func(b *testing.B) {
			pl := play(b, size[0], size[1], "enter")
			b.ReportAllocs()
			for b.Loop() {
				pl.m.View()
			}
		})
	}
}

// Turning pages of a long article in two columns.
func BenchmarkTurn(b *testing.B) {
	pl := playWith(b, 200, 50, func(o *Options) { o.Columns = 2 }, "j", "enter")
	on, back := keyOf("f"), keyOf("b")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%2 == 0 {
			pl.m.Update(on)
		} else {
			pl.m.Update(back)
		}
		pl.m.View()
	}
}

// A key in the list, from the press to the drawn screen.
func BenchmarkScroll(b *testing.B) {
	for _, pane := range []string{"list", "page"} {
		b.Run(pane, func(b *testing.B) {
			pl := playWith(b, 200, 50, func(o *Options) { o.Preview = false }, "j")
			if pane == "page" {
				pl.press("enter")
			}
			down, up := keyOf("j"), keyOf("k")
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if i%2 == 0 {
					pl.m.Update(down)
				} else {
					pl.m.Update(up)
				}
				pl.m.View()
			}
		})
	}
}

// From opening the cache to the first screen with its list drawn, with 100,000
// articles: what depesche does before the reader sees something.
func BenchmarkFirstScreen100k(b *testing.B) {
	dir := b.TempDir()
	origin := cachetest.Origin{Articles: 100_000, Words: 60}
	open := func() *cache.Cache {
		c, err := cache.Open(b.Context(), cache.Options{Dir: dir, Now: func() time.Time { return cachetest.Now }}, origin)
		if err != nil {
			b.Fatal(err)
		}
		return c
	}
	c := open()
	if err := origin.Fill(b.Context(), c); err != nil {
		b.Fatal(err)
	}
	if err := c.Close(); err != nil {
		b.Fatal(err)
	}
	km := mustKeys(b)
	for b.Loop() {
		c := open()
		m := New(Options{Store: c, Text: locale.English(), Keys: km, Scheme: Dark, Now: func() time.Time { return cachetest.Now }})
		m.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
		m.first(io.Discard)
		if m.list.Len() < firstRows {
			b.Fatalf("%d rows", m.list.Len())
		}
		m.View()
		b.StopTimer()
		if err := c.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

// Opening an article, from the key to its first screen.
func BenchmarkOpen(b *testing.B) {
	pl := play(b, 120, 40, "j")
	row, _ := pl.m.list.Row()
	for b.Loop() {
		pl.m.pages = pageCache{}
		pl.m.open = reading{}
		pl.m.seen = feed.ID("")
		pl.run(pl.m.openArticle(row, true))
		pl.m.View()
	}
}
