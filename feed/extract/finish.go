package extract

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"depesche/feed"
	"depesche/feed/wire"
)

// finish throws out the pieces that are no part of the article, in place, and
// gives the rest.
func (p *page) finish(pieces []piece, a *feed.Article) []piece {
	p.attachCaptions(pieces)
	p.dropKnown(pieces, a)
	for i := range pieces {
		if pieces[i].drop == "" && p.isKept(&pieces[i]) {
			pieces[i].drop = keptByRule // no rule below looks at what is dropped already
		}
	}
	p.markedSubheads(pieces)
	p.comments(pieces)
	p.stopHeadings(pieces)
	p.tickerTimes(pieces)
	repeated(pieces)
	p.headList(pieces, a)
	p.dropLines(pieces, a)
	p.trimStart(pieces, a)
	p.creditLine(pieces, a)
	p.endMatter(pieces, a)
	p.trimEnd(pieces)
	p.attribution(pieces)
	questions(pieces)
	p.boldSubheads(pieces)
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

// comments drops what readers wrote: all behind a heading such as "12
// Kommentare", or behind the one agency credit that ends the text.
func (p *page) comments(pieces []piece) {
	total, credits, credit := 0, 0, -1
	for i := range pieces {
		total += len(pieces[i].text)
		if pieces[i].Kind == feed.Paragraph && pieces[i].drop == "" && p.endsInCredit(pieces[i].text) {
			credits++
			credit = i
		}
	}
	before := 0
	for i := range pieces {
		pc := &pieces[i]
		before += len(pc.text)
		if pc.drop != "" || before < 350 || pc.Kind != feed.Paragraph && pc.Kind != feed.Subhead {
			continue
		}
		heading := len(pc.text) < 60 && commentHeading().MatchString(strings.ToLower(pc.text)) && (pc.Kind == feed.Subhead || before*2 >= total)
		own := credits == 1 && i == credit && before*4 >= total
		if !heading && !own {
			continue
		}
		for k := i; k < len(pieces); k++ {
			if pieces[k].drop == "" && (k > i || heading) && !correction.match(strings.ToLower(pieces[k].text)) && (heading || pieces[k].Kind != feed.Figure) {
				pieces[k].drop = "behind the end of the article"
			}
		}
		return
	}
}

// endsInCredit reports whether a paragraph is, or ends in, an agency credit in
// brackets or between slashes.
func (p *page) endsInCredit(s string) bool {
	if len(s) < 60 {
		return p.bareCredit(s)
	}
	if !strings.HasSuffix(s, ")") {
		return false
	}
	_, _, ok := wire.TrailingCredit(s, p.lang)
	return ok
}

// bareCredit reports whether a line is an agency credit in brackets or between
// slashes, the mark that ends an article.
func (p *page) bareCredit(s string) bool {
	if s == "" || s[0] != '(' && !strings.Contains(s, "/") {
		return false
	}
	_, ok := wire.ParseCredit(s, p.lang)
	return ok
}

// stopHeadings drops sections that lead elsewhere: "Mehr zum Thema" and what
// belongs to it, and everything behind the headings that end an article.
func (p *page) stopHeadings(pieces []piece) {
	for i := range pieces {
		pc := &pieces[i]
		if pc.drop != "" || len(pc.text) > 90 || pc.Kind != feed.Subhead && pc.Kind != feed.Paragraph {
			continue
		}
		if low := strings.ToLower(pc.text); !stopHeading.match(low) || pc.link > 0 && pc.link < len(pc.text) && pointer.match(low) {
			continue
		}
		pc.drop = "stop heading"
		p.walled = p.walled || i*2 > len(pieces) && paywallLine.match(strings.ToLower(pc.text))
		for k := i + 1; k < len(pieces); k++ {
			n := &pieces[k]
			if n.Kind == feed.Subhead && n.link*2 < len(n.text) || isText(n) && n.link*3 < len(n.text) && len(n.text) > 100 {
				break
			}
			if n.Kind == feed.Figure && n.Picture.Caption != "" {
				continue
			}
			if n.drop == "" {
				n.drop = "below a stop heading"
			}
		}
	}
}

// dropLines drops single lines: pointers to other articles, invitations,
// labels, bylines and dates inside the text.
func (p *page) dropLines(pieces []piece, a *feed.Article) {
	for i := range pieces {
		pc := &pieces[i]
		if pc.drop != "" {
			continue
		}
		switch pc.Kind {
		case feed.List, feed.OrderedList:
			if len(pc.text) > 0 && pc.link*10 > len(pc.text)*6 {
				pc.drop = "list of links"
			} else if labels(pc) {
				pc.drop = "list of labels"
			} else if len(pc.text) < 800 && invitation.match(strings.ToLower(pc.text)) && len(pc.Items) < 8 {
				pc.drop = "list of invitations"
			}
			continue
		case feed.Paragraph, feed.Subhead, feed.Quote:
		default:
			continue
		}
		low := strings.ToLower(pc.text)
		switch {
		case len(pc.text) < 400 && pointer.match(low) && (pc.link > 0 || len(pc.text) < 120):
			pc.drop = "pointer to another article"
		case len(pc.text) < 400 && (len(pc.text) < 250 || pc.link > 0 || i*10 > len(pieces)*8) && invitation.match(low),
			len(pc.text) < 200 && (pc.link > 0 || i*10 > len(pieces)*8 || len(pc.text) < 60) && weakInvitation.match(low):
			pc.drop = "invitation"
			p.walled = p.walled || i*2 > len(pieces) && paywallLine.match(low)
		case len(pc.text) < 200 && i*2 > len(pieces) && paywallLine.match(low):
			pc.drop = "paywall"
			p.walled = true
		case len(pc.text) < 800 && embedNote.match(low):
			pc.drop = "note in place of an embed"
		case len(pc.text) < 500 && filmLength().MatchString(low):
			pc.drop = "a film's caption"
		case len(pc.text) < 60 && label.match(low):
			pc.drop = "label"
		case pc.Kind == feed.Paragraph && pc.link*10 >= len(pc.text)*9 && len(pc.text) < 200:
			pc.drop = "link alone"
		case pc.Kind == feed.Subhead && pc.link > 0 && strings.HasPrefix(pc.text, ":"):
			pc.drop = "teaser's heading"
		case pc.Kind == feed.Subhead && pc.link*10 >= len(pc.text)*9 && pc.marks&(mTeaser|mRelated|mArticle) != 0:
			pc.drop = "linked heading"
		case len(pc.text) < 120 && pc.marks&(mByline|mDate|mCounter) != 0 && pc.tag != atom.P && pc.Kind != feed.Subhead:
			pc.drop = "byline or date"
		case len(pc.text) < 80 && pc.Kind == feed.Paragraph && (pc.marks&mByline != 0 || bylineLead().MatchString(low)) && !sentenceEnd(pc.text) && i < 6:
			pc.drop = "byline"
			if len(a.Authors) == 0 {
				p.takeByline(a, pc.text)
			}
		case len(pc.text) < 60 && pc.Kind == feed.Paragraph && !sentenceEnd(pc.text) && !p.date(pc.text).IsZero():
			pc.drop = "date"
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

// boldSubheads makes subheads of paragraphs that are one bold line, where
// there are at least two and no real ones.
func (p *page) boldSubheads(pieces []piece) {
	var bold []int
	var lines []string
	for i := range pieces {
		pc := &pieces[i]
		if pc.drop != "" {
			continue
		}
		if pc.Kind == feed.Subhead && pc.Role == feed.Ordinary {
			return
		}
		if pc.Kind == feed.Paragraph && pc.Role == feed.Ordinary && pc.strong > 0 && pc.strong*100 >= len(pc.text)*95 && len(pc.text) < 120 && !strings.HasSuffix(pc.text, ".") && pc.link == 0 {
			bold = append(bold, i)
			lines = append(lines, pc.text)
		}
	}
	if len(bold) < 2 || interview(lines) {
		return
	}
	for _, i := range bold {
		pieces[i].Kind = feed.Subhead
		pieces[i].Text = feed.Plain(pieces[i].text)
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

var (
	speaker    = lazy(`^[–—-]?\s?(?:\p{Lu}[\pL.'’-]*\s){1,3}\p{Lu}[\pL'’-]*,\s`)
	filmLength = lazy(`\| ?\d{1,2}:\d{2} min\.?$`)
)
