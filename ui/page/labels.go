package page

import (
	"sort"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// labelLetters are typed with the fingers at rest first.
const labelLetters = "asdfghjklqwertyuiopzxcvbnm"

// label is a letter, or two, that stands at a link.
type label struct {
	spot
	name string
}

// labels names the links in the window, top to bottom.
func (p *Pane) labels() []label {
	spots := p.page.spots
	first, end := p.window()
	from := sort.Search(len(spots), func(i int) bool { return spots[i].line >= first })
	to := sort.Search(len(spots), func(i int) bool { return spots[i].line >= end })
	n := to - from
	out := make([]label, 0, n)
	const k = len(labelLetters)
	for i, sp := range spots[from:to] {
		var name string
		switch {
		case n <= k:
			name = labelLetters[i : i+1]
		case i < k*k:
			name = labelLetters[i/k:i/k+1] + labelLetters[i%k:i%k+1]
		default:
			return out // more than 676 in one window
		}
		out = append(out, label{sp, name})
	}
	return out
}

// LinkMode puts a letter at every link in the window, or takes them away. It
// gives how many there are; where there is none the mode does not begin.
func (p *Pane) LinkMode(on bool) int {
	p.links, p.typed = false, ""
	if !on {
		return 0
	}
	n := len(p.labels())
	p.links = n > 0
	return n
}

// InLinkMode reports whether letters stand at the links.
func (p *Pane) InLinkMode() bool { return p.links }

// Pick takes a letter typed in link mode. ok: it names link, and the mode ends; more: a
// further letter is needed; neither: there is no such link, and the mode ends.
func (p *Pane) Pick(letter string) (link Link, ok, more bool) {
	if !p.links {
		return Link{}, false, false
	}
	typed := p.typed + letter
	for _, l := range p.labels() {
		switch {
		case l.name == typed:
			p.LinkMode(false)
			if l.jump != "" {
				return Link{Jump: l.jump}, true, false
			}
			return p.page.Links[l.link], true, false
		case len(typed) < len(l.name) && l.name[:len(typed)] == typed:
			more = true
		}
	}
	if !more {
		p.LinkMode(false)
		return Link{}, false, false
	}
	p.typed = typed
	return Link{}, false, true
}

// LinkAt gives the link that stands in a cell of the window, if one does.
func (p *Pane) LinkAt(x, y int) (Link, bool) {
	n, col := p.lineAt(x, y)
	if n < 0 {
		return Link{}, false
	}
	url := hyperlinkAt(p.page.Lines[n], col)
	for _, l := range p.page.Links {
		if url != "" && l.URL == url {
			return l, true
		}
	}
	return Link{}, false
}

// lineAt gives the line, and its column, that stands in a cell of the window; -1 where none does.
func (p *Pane) lineAt(x, y int) (line, col int) {
	from, to := p.window()
	x -= max(0, (p.w-p.page.Spread)/2)
	if !p.paged() {
		if y < 0 || from+y >= to {
			return -1, 0
		}
		return from + y, x
	}
	if len(p.spreads) == 0 {
		return -1, 0
	}
	s := &p.spreads[p.spreadAt(p.top)]
	if y < s.head {
		return s.from + y, x
	}
	if s.head > 0 {
		y -= s.head + 1
	}
	for i, c := range s.cols {
		if at := x - i*(p.page.Width+Gutter); y >= 0 && at >= 0 && at < p.page.Width && c[0]+y < c[1] {
			return c[0] + y, at
		}
	}
	return -1, 0
}

// hyperlinkAt is the address that a column of a styled line leads to, "" for none.
func hyperlinkAt(s string, col int) string {
	url, at := "", 0
	var state byte
	for len(s) > 0 {
		seq, w, n, next := ansi.DecodeSequence(s, state, nil)
		state, s = next, s[n:]
		if w == 0 {
			if rest, ok := strings.CutPrefix(seq, "\x1b]8;;"); ok {
				url = strings.TrimSuffix(strings.TrimSuffix(rest, "\x1b\\"), "\a")
			}
			continue
		}
		if col >= at && col < at+w {
			return url
		}
		at += w
	}
	return ""
}
