package page

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
	"depesche/ui/locale"
	"depesche/ui/theme"
)

// Set sets an article. It makes its own renderer and may run beside others.
func Set(st *theme.Styles, a feed.Article, o Options) (Page, error) {
	if o.Width < 1 {
		o.Width = 1
	}
	if o.Text == nil {
		o.Text = locale.English()
	}
	p := Page{ID: a.ID, Width: o.Width, Whole: true, st: st}
	p.Words = a.Words()
	p.Minutes = feed.Minutes(p.Words)
	put := func(block int, s string) {
		off := 0
		for _, l := range strings.Split(ansi.Wrap(s, o.Width, ""), "\n") {
			p.Lines = append(p.Lines, l)
			p.lines = append(p.lines, line{block: block, offset: off})
			off += len([]rune(l)) + 1
		}
		p.Lines = append(p.Lines, "")
		p.lines = append(p.lines, line{block: block, offset: off})
	}
	p.Blocks = append(p.Blocks, 0)
	for _, s := range []string{a.Kicker, a.Headline, a.Standfirst, a.Byline} {
		if s != "" {
			put(0, s)
		}
	}
	for i := range a.Body {
		p.Blocks = append(p.Blocks, len(p.Lines))
		if a.Body[i].Kind == feed.Subhead {
			p.Subheads = append(p.Subheads, Mark{Line: len(p.Lines), Title: a.Body[i].Text.String()})
		}
		put(i+1, a.Body[i].Text.String())
	}
	p.Blocks = append(p.Blocks, len(p.Lines))
	return p, nil
}
