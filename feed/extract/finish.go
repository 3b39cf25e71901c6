package extract

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"depesche/feed"
)

// finish throws out the pieces that are no part of the article, in place, and
// gives the rest.
func (p *page) finish(pieces []piece, a *feed.Article) []piece {
	p.dropKnown(pieces, a)
	p.tickerTimes(pieces)
	lastCorrections(pieces, a)
	p.creditLine(pieces, a)
	p.attribution(pieces)
	p.loneSubheads(pieces)
	p.dateline(pieces, a)
	out := pieces[:0]
	for i := range pieces {
		switch pieces[i].drop {
		case "":
			p.note(pieces[i].Kind.String(), "stands in the text", pieces[i].at)
		case keptByRule:
			p.note(pieces[i].Kind.String(), keptByRule, pieces[i].at)
		default:
			p.note("drop", pieces[i].drop, pieces[i].at)
			continue
		}
		out = append(out, pieces[i])
	}
	for n := len(out); n > 0 && out[n-1].Kind == feed.Rule && out[n-1].drop == ""; n = len(out) { // it parts the text from what was left out
		out = out[:n-1]
	}
	return out
}

const keptByRule = "your rule: keep"

func isText(pc *piece) bool { return pc.Kind == feed.Paragraph || pc.Kind == feed.Quote }

// dropKnown drops what already stands in the head: headline, kicker,
// standfirst, byline, date.
func (p *page) dropKnown(pieces []piece, a *feed.Article) {
	head, stand := foldKey(a.Headline), foldKey(a.Standfirst)
	texts := 0
	seen := map[string]int{}
	for i := range pieces {
		pc := &pieces[i]
		if pc.drop != "" || pc.text == "" || pc.Kind == feed.Figure {
			continue
		}
		k := foldKey(pc.text)
		switch {
		case k == "":
			if pc.Kind != feed.Rule {
				pc.drop = "no letters"
			}
		case k == head || a.Kicker != "" && texts == 0 && k == foldKey(a.Kicker):
			pc.drop = "headline again"
		case stand != "" && k == stand:
			pc.drop = "standfirst again"
		case len(k) > 60 && seen[k] > 0 || len(k) > 25 && pc.Kind == feed.Quote && seen[k] > 0:
			pc.drop = "text twice"
		}
		if pc.drop == "" {
			seen[k]++
			if isText(pc) && len(pc.text) > 60 {
				texts++
			}
		}
	}
	// A pull quote repeats a sentence of the text.
	var all strings.Builder
	for i := range pieces {
		if pieces[i].drop == "" && pieces[i].Kind == feed.Paragraph {
			all.WriteString(foldKey(pieces[i].text))
		}
	}
	body := all.String()
	for i := range pieces {
		pc := &pieces[i]
		if pc.drop == "" && (pc.Kind == feed.Quote || pc.marks&mQuote != 0) && len(pc.text) > 20 && len(pc.text) < 500 {
			quote, _, _ := strings.Cut(pc.text, said)
			k := foldKey(quote)
			if n := strings.Count(body, k); n > 1 || n == 1 && pc.Kind == feed.Quote || pc.Role == feed.PullQuote && repeats(quote, body) {
				pc.drop = "pull quote"
			}
		}
	}
}

// correctionReach is how many pieces from the end of the text on a notice of correction stands.
const correctionReach = 4

// lastCorrections keeps the paper's own notices of what it changed apart from the text that they end.
func lastCorrections(pieces []piece, a *feed.Article) {
	seen := 0
	for i := len(pieces) - 1; i >= 0 && seen < correctionReach; i-- {
		pc := &pieces[i]
		if pc.drop != "" || pc.Kind != feed.Paragraph {
			continue
		}
		if seen++; len(pc.text) < longCaption && correction.match(strings.ToLower(pc.text)) {
			a.Corrections = append([]string{pc.text}, a.Corrections...)
			pc.drop = "correction"
		}
	}
}

// attribution joins the line that says whose words a quotation is to it.
func (p *page) attribution(pieces []piece) {
	last := -1
	for i := range pieces {
		pc := &pieces[i]
		if pc.drop != "" {
			continue
		}
		if last >= 0 && pc.Kind == feed.Paragraph && len(pc.text) < 130 && !sentenceEnd(pc.text) && pc.link == 0 && (!isSentence(pc.text) || speaker().MatchString(pc.text)) {
			q := &pieces[last]
			q.Text = append(q.Text, feed.Span{Text: said + strings.TrimLeft(pc.text, "–—- ")})
			q.text = q.Text.String()
			pc.drop = "part of the quotation"
		}
		last = -1
		if pc.Kind == feed.Quote && utf8.RuneCountInString(pc.text) > 3 {
			last = i
		}
	}
}

// loneSubheads drops subheads that have no text under them.
func (p *page) loneSubheads(pieces []piece) {
	next, below := feed.Subhead, atom.Atom(0)
	for i := len(pieces) - 1; i >= 0; i-- {
		pc := &pieces[i]
		if pc.drop != "" && pc.drop != keptByRule || pc.Kind == feed.Rule {
			continue
		}
		if pc.drop == "" && pc.Kind == feed.Subhead && next == feed.Subhead && (below == 0 || below == pc.tag && pc.tag != 0) {
			pc.drop = "heading without text"
			continue
		}
		next, below = pc.Kind, pc.tag
	}
}

var speaker = lazy(`^[–—-]?\s?(?:\p{Lu}[\pL.'’-]*\s){1,3}\p{Lu}[\pL'’-]*,\s`)
