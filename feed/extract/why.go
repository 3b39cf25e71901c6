package extract

// trace collects what was taken as what, and what was left out, by which rule.
type trace struct{ lines []Reason }

// Reason is one decision about a part of a page.
type Reason struct {
	What string // "keep", "drop", or the part of the article: "headline", "kicker", ...
	Rule string // the rule that decided
	Path string // where it stands: "article > div.body > p"
	Text string // how it begins
}

func (p *page) note(what, rule string, at int32) {
	if p.why == nil {
		return
	}
	p.why.lines = append(p.why.lines, Reason{what, rule, p.path(at), cut(p.line(at), 80)})
}
