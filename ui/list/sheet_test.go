package list

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/locale"
	"depesche/ui/theme"
)

// Rows that were drawn before look as if they were drawn now, whatever has happened.
func TestKeptRowsLookLikeNewOnes(t *testing.T) {
	var l List
	l.Show(rows(0, 120))
	lk := look()
	w, h := 120, 40
	r := rand.New(rand.NewPCG(1, 2))
	some := func() int { return r.IntN(60) }
	deeds := map[string]func(){
		"down": func() { l.Down(1) }, "up": func() { l.Up(1) }, "page down": func() { l.PageDown() }, "top": func() { l.Top() },
		"scroll":   func() { l.Scroll(r.IntN(7) - 3) },
		"read":     func() { l.Change(rows(some(), 1)[0].ID, func(r *cache.Row) { r.Read = !r.Read }) },
		"star all": func() { l.ChangeAll(func(r *cache.Row) { r.Starred = !r.Starred }) },
		"loaded anew": func() {
			again := rows(some(), 9)
			again[0].Headline, again[1].Snippet = "Neue Zeile", "ein \x02Treffer\x03 im Text"
			l.Put(nil, again)
		},
		"hits":   func() { l.Mark("x", []cache.Key{cache.Key(some()), cache.Key(some())}) },
		"no hit": func() { l.Mark("", nil) }, "choose": func() { l.Choose() }, "span": func() { l.Span() }, "unchoose": func() { l.Unchoose() },
		"time":   func() { lk.Now = lk.Now.Add(time.Duration(r.IntN(90)) * time.Minute) },
		"theme":  func() { lk.Styles = theme.New(r.IntN(2) == 0, false) },
		"focus":  func() { lk.Focus = !lk.Focus },
		"open":   func() { lk.Open = feed.ID([]string{"", "id3"}[r.IntN(2)]) },
		"one":    func() { lk.Single = !lk.Single },
		"tongue": func() { lk.Text = []*locale.Text{locale.German(), locale.English()}[r.IntN(2)] },
		"ascii":  func() { lk.ASCII = !lk.ASCII }, "linear": func() { lk.Words = !lk.Words },
		"size":  func() { w, h = 20+r.IntN(150), 4+r.IntN(50) },
		"cells": func() { lk.Cells.Clusters = !lk.Cells.Clusters },
	}
	names := slices.Sorted(maps.Keys(deeds))
	kept := 0
	for range 1500 {
		deed := names[r.IntN(len(names))]
		deeds[deed]()
		bare := l
		bare.sheet = sheet{}
		got, want := l.Render(lk, w, h), bare.Render(lk, w, h)
		if !slices.Equal(got, want) {
			t.Fatalf("after %q, %dx%d:\n%q\nwant\n%q", deed, w, h, got, want)
		}
		kept = max(kept, len(l.sheet.rows))
	}
	if kept == 0 {
		t.Error("nothing was kept")
	}
}

func BenchmarkRenderAfterAKey(b *testing.B) {
	var l List
	l.Show(rows(0, 120))
	lk := look()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		l.GoTo(10 + i%20)
		l.Render(lk, 110, 47)
	}
}
