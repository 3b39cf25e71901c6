package page

// LinkMode puts a letter at every link in the window, or takes them away. It
// gives how many there are.
func (p *Pane) LinkMode(on bool) int {
	p.links, p.typed = on, ""
	return 0
}

// InLinkMode reports whether letters stand at the links.
func (p *Pane) InLinkMode() bool { return p.links }

// Pick takes a letter typed in link mode. ok: it names link, and the mode ends; more: a
// further letter is needed; neither: there is no such link, and the mode ends.
func (p *Pane) Pick(letter string) (link Link, ok, more bool) {
	return Link{}, false, false
}
