package ui

import (
	"strings"
	"testing"
	"time"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/locale"
)

// What would go is shown first, and goes only on the first line; a star keeps.
func TestTidy(t *testing.T) {
	papers := newPapers()
	c, err := cache.Open(t.Context(), cache.Options{Dir: t.TempDir(), Now: func() time.Time { return testNow }, KeepPerSource: 1}, papers)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	if _, err := c.AddSources(t.Context(), sourceList()...); err != nil {
		t.Fatal(err)
	}
	for range c.Refresh(t.Context()) {
	}
	rows, err := c.List(t.Context(), cache.Query{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if strings.HasPrefix(r.Headline, "Werft") {
			if err := c.Mark(t.Context(), feed.Mark{Article: r.ID, Kind: feed.Star}); err != nil {
				t.Fatal(err)
			}
		}
	}
	for url := range papers.articles {
		papers.articles[url] = papers.articles[url][:1]
	}
	for range c.Refresh(t.Context()) {
	}
	shows := func(p *player, texts ...string) {
		t.Helper()
		for _, s := range texts {
			if !strings.Contains(p.screen(), s) {
				t.Errorf("%q is not shown:\n%s", s, p.screen())
			}
		}
	}
	p := playWith(t, 100, 30, func(o *Options) { o.Store, o.Text = c, locale.English() }, "~")
	shows(p, "Let all of this go now", "Would go: 3 articles", "keep.per_source", "Eine sehr lange Reportage")
	p.press("down", "enter")
	if n, err := c.Count(t.Context(), cache.Query{}); err != nil || n != len(rows) {
		t.Fatalf("%d articles, %v", n, err)
	}
	p.press("~", "enter")
	shows(p, "Let go: 3 articles")
	if n, err := c.Count(t.Context(), cache.Query{}); err != nil || n != len(rows)-3 {
		t.Fatalf("%d articles, %v", n, err)
	}
	shows(p, "Werft stellt wieder")
	if strings.Contains(p.screen(), "Eine sehr lange Reportage") {
		t.Errorf("what went is still listed:\n%s", p.screen())
	}
	p.press("~")
	shows(p, "Nothing has to go")
}
