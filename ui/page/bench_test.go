package page

import (
	"strings"
	"testing"

	"depesche/feed"
	"depesche/ui/theme"
)

// long is an article of about so many words.
func long(words int) feed.Article {
	a := pool()
	a.ID = "long"
	base := []feed.Block{a.Body[0], a.Body[1], a.Body[3], a.Body[0], a.Body[1], a.Body[2]}
	a.Body = nil
	for n := 0; n < words; {
		for _, b := range base {
			a.Body = append(a.Body, b)
			n += len(strings.Fields(b.Text.String()))
		}
	}
	return a
}

func benchSet(b *testing.B, a feed.Article, o Options) {
	st := theme.New(true, false)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Set(st, a, o); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSet800Words(b *testing.B)    { benchSet(b, long(800), opts(66, nil)) }
func BenchmarkSet800Narrow(b *testing.B)   { benchSet(b, long(800), opts(38, nil)) }
func BenchmarkSet10000Words(b *testing.B)  { benchSet(b, long(10000), opts(66, nil)) }
func BenchmarkSet10000Narrow(b *testing.B) { benchSet(b, long(10000), opts(38, nil)) }

func BenchmarkFirstScreen(b *testing.B) {
	o := opts(66, nil)
	o.Rows = 50
	benchSet(b, long(10000), o)
}

func BenchmarkRender(b *testing.B) {
	var p Pane
	p.Show(set(b, long(10000), opts(72, nil)))
	p.Resize(200, 50)
	p.Search("der")
	b.ReportAllocs()
	for b.Loop() {
		if !p.Down(1) {
			p.Top()
		}
		p.Render(200, 50)
	}
}

func BenchmarkSearch(b *testing.B) {
	var p Pane
	p.Show(set(b, long(10000), opts(72, nil)))
	for b.Loop() {
		p.find = search{}
		p.Search("haushalt")
	}
}
