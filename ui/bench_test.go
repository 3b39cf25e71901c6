package ui

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

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

// painter paints a player's screens as Bubble Tea does.
type painter struct {
	pl     *player
	out    bytes.Buffer
	r      *uv.TerminalRenderer
	screen uv.ScreenBuffer
}

func newPainter(pl *player) *painter {
	p := &painter{pl: pl, screen: uv.NewScreenBuffer(pl.m.layout.W, pl.m.layout.H)}
	p.r = uv.NewTerminalRenderer(&p.out, pl.m.o.Environ)
	p.r.SetColorProfile(colorprofile.TrueColor)
	p.r.SetFullscreen(true)
	p.r.SetScrollOptim(true)
	return p
}

// frame paints what is to be seen now and gives the bytes a terminal is sent for it.
func (p *painter) frame() int {
	p.out.Reset()
	p.screen.Clear()
	uv.NewStyledString(p.pl.m.View().Content).Draw(p.screen, p.screen.Bounds())
	p.r.Render(p.screen.RenderBuffer)
	if err := p.r.Flush(); err != nil {
		p.pl.t.Fatal(err)
	}
	return p.out.Len()
}

// A page down in an article of 10,000 words, from the press to the drawn screen, and
// the bytes it costs.
func BenchmarkPageDown(b *testing.B) {
	for _, c := range []struct {
		name    string
		w, h    int
		columns int
	}{{"narrow", 80, 24, 1}, {"panes", 200, 50, 1}, {"columns", 200, 50, 2}} {
		b.Run(fmt.Sprintf("%s-%dx%d", c.name, c.w, c.h), func(b *testing.B) {
			p := newPapers()
			long := &p.articles[boteURL][0]
			long.Lead, long.Body = nil, nil
			words, r := strings.Fields(filler), rand.New(rand.NewPCG(1, 2))
			for range 250 { // no two lines alike
				text := ""
				for range 40 {
					text += words[r.IntN(len(words))] + " "
				}
				long.Body = append(long.Body, feed.Block{Text: feed.Plain(text)})
			}
			pl := &player{t: b, p: p, c: filledCache(b, p), saved: map[string]string{}}
			pl.start(c.w, c.h, func(o *Options) { o.Columns, o.Preview = c.columns, false })
			pl.press("enter")
			paint := newPainter(pl)
			paint.frame()
			down, n, keys := keyOf("f"), 0, 0
			b.ReportAllocs()
			for b.Loop() {
				if pl.m.page.AtEnd() {
					b.StopTimer()
					pl.press("g")
					paint.frame()
					b.StartTimer()
				}
				pl.send(down)
				n, keys = n+paint.frame(), keys+1
			}
			b.ReportMetric(float64(n)/float64(keys), "bytes/key")
		})
	}
}

// A window that is being dragged: an article of 800 words is laid out anew for each
// of its sizes. A frame of 60 a second has 16.7 ms.
func BenchmarkResize(b *testing.B) {
	p := newPapers()
	article := &p.articles[boteURL][0]
	for range 20 {
		article.Body = append(article.Body, feed.Block{Text: feed.Plain(strings.TrimSpace(strings.Repeat(filler+" ", 40/len(strings.Fields(filler))+1)))})
	}
	pl := &player{t: b, p: p, c: filledCache(b, p), saved: map[string]string{}}
	pl.start(120, 40, func(o *Options) { o.Preview = false })
	pl.press("enter")
	paint := newPainter(pl)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		w := 100 + i%60 // each width anew: what was set for another is of no use
		pl.m.pages = pageCache{}
		pl.send(tea.WindowSizeMsg{Width: w, Height: 40})
		paint.screen.Resize(w, 40)
		paint.r.Erase()
		paint.frame()
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
