package page

import "sort"

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
		name := ""
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
