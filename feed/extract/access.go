package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"depesche/feed"
	"depesche/feed/extract/lexicon"
)

const (
	shortText  = 1500 // bytes of a text that a closed article is not
	teaserText = 120  // bytes of a text that is no article
)

// access says how much of the article the page holds: told by the page's data,
// by a paywall behind the text, by what the text itself says. A consent
// dialogue is no text: it is taken out.
func (r *reading) access(a *feed.Article) feed.Access {
	p, ld := r.p, r.ld
	if r.consent(a) {
		return feed.ConsentWall
	}
	if r.wallAlone() {
		a.Body = nil
		return feed.Paywall
	}
	size := 0
	for i := range a.Body {
		size += len(a.Body[i].Text.String())
		for _, it := range a.Body[i].Items {
			size += len(it.String())
		}
	}
	closed := ld.closed || p.meta.get("article:content_tier") == "locked"
	open := endsOpen(a.Body)
	switch {
	case r.paywall(closed, open || size < 2*shortText), closed && p.cutShort(ld, a, size):
		return feed.Paywall
	case size == 0:
		return feed.Full // no article, which is told by an error
	case size < teaserText, size < shortText && open:
		return feed.Teaser
	}
	return feed.Full
}

// cutShort reports whether the text of an article that is closed to others is
// not all there: by the number of words that the page states, by the elements
// that it says are closed, else by its size.
func (p *page) cutShort(ld *ldArticle, a *feed.Article, size int) bool {
	if ld.words > 50 {
		return a.Words()*10 < ld.words*7
	}
	for _, w := range ld.walls {
		if at := p.selected(w); at >= 0 && p.nodes[at].good > teaserText {
			return false
		}
	}
	return size < shortText || len(ld.walls) > 0 && size < 2*shortText && endsOpen(a.Body)
}

// selected finds the element that a simple selector names: ".a", "#a", "div.a".
func (p *page) selected(selector string) int32 {
	selector = strings.TrimSpace(selector)
	i := strings.IndexAny(selector, ".#")
	if i < 0 || i+1 == len(selector) || strings.ContainsAny(selector[i+1:], " .#>:[+~") {
		return -1
	}
	tag, name := strings.ToLower(selector[:i]), selector[i+1:]
	return p.find(0, func(nd *node) bool {
		if tag != "" && nd.n.Data != tag {
			return false
		}
		if selector[i] == '#' {
			return attr(nd.n, "id") == name
		}
		for c := range strings.FieldsSeq(attr(nd.n, "class")) {
			if c == name {
				return true
			}
		}
		return false
	})
}

// endsOpen reports whether the last paragraph breaks off.
func endsOpen(body []feed.Block) bool {
	for i := len(body) - 1; i >= 0; i-- {
		if body[i].Kind == feed.Paragraph && body[i].Role == feed.Ordinary {
			s := strings.TrimRight(body[i].Text.String(), " ]()[")
			return strings.HasSuffix(s, "…") || strings.HasSuffix(s, "...")
		}
	}
	return false
}

// wallReach is how many candidates behind the text a paywall may stand.
const wallReach = 8

// paywall reports whether a line in the later half of the text or right behind it is what papers print where a
// text ends for those who do not pay. Where the page does not say that it is closed, the text must look cut: papers
// praise their offers below whole ones too.
func (r *reading) paywall(closed, cut bool) bool {
	text := r.all(partText)
	if len(text) == 0 || !closed && !cut {
		return false
	}
	from, to := text[len(text)/2], min(text[len(text)-1]+wallReach, len(r.cands)-1)
	for i := from; i <= to; i++ {
		c := &r.cands[i]
		if r.part(i).isText() || r.p.nodes[c.at].tag == atom.Li || c.runes > longLine || c.link*10 > c.ink*9 {
			continue
		}
		if said := c.says.All(); said.Has(lexicon.Paywall) || closed && said.Has(lexicon.Subscribe) {
			return true
		}
	}
	return false
}

// wallAlone reports whether what was taken for the text is nothing but lines that sell it.
func (r *reading) wallAlone() bool {
	text := r.all(partText)
	if len(text) == 0 {
		text = r.all(partStandfirst) // of which take makes the text
	}
	for _, i := range text {
		said := r.cands[i].says.All()
		if r.cands[i].runes > longLine || !said.Has(lexicon.Paywall) && !said.Has(lexicon.Subscribe) {
			return false
		}
	}
	return len(text) > 0
}

// wallLines is how many lines ask for consent where a dialogue stands in place of the text.
const wallLines = 2

// consent takes a consent dialogue out of the text where it is the most of the page, and reports whether it was.
func (r *reading) consent(a *feed.Article) bool {
	lines, asked, other := 0, 0, 0
	for i := range r.cands {
		c := &r.cands[i]
		switch {
		case c.kind != aLine || c.runes < shortProse && !c.says.All().Has(lexicon.Consent):
		case c.says.All().Has(lexicon.Consent):
			lines, asked = lines+1, asked+c.runes
		case r.part(i) == partText:
			other += c.runes
		}
	}
	if alone := lines > 0 && other == 0; lines < wallLines && !alone || asked < other {
		return false
	}
	kept := a.Body[:0]
	text := false
	for _, b := range a.Body {
		s := b.Text.String()
		if consentLine.match(strings.ToLower(s)) {
			r.p.tell("drop", "consent dialogue", s)
			continue
		}
		kept = append(kept, b)
		text = text || b.Kind == feed.Paragraph && len(s) > 100
	}
	if a.Body = kept; !text {
		a.Body = nil
		if len(r.titles) > 0 { // what the dialogue calls itself is no headline
			a.Headline = r.p.plainTitle(r.titles)
		}
	}
	return true
}
