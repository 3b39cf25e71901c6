package extract

import (
	"strings"
	"unicode/utf8"

	"depesche/feed"
)

// mostLabels is how much text labels and times above the text have, in bytes;
// more are verses, or lines without full stops.
const mostLabels = 400

// trimStart drops labels, times and menus above the first real paragraph.
func (p *page) trimStart(pieces []piece, a *feed.Article) {
	first := 0
	for first < len(pieces) && (pieces[first].drop != "" || pieces[first].Kind != feed.Paragraph || utf8.RuneCountInString(pieces[first].text) < 80 && !(sentenceEnd(pieces[first].text) && len(pieces[first].text) > 30)) {
		first++
	}
	if first == len(pieces) {
		return
	}
	labels := 0
	for i := range pieces[:first] {
		if pieces[i].drop == "" && pieces[i].Kind == feed.Paragraph {
			labels += len(pieces[i].text)
		}
	}
	for i := range pieces[:first] {
		pc := &pieces[i]
		if pc.drop != "" || labels > mostLabels && pc.Kind == feed.Paragraph {
			continue
		}
		switch pc.Kind {
		case feed.Paragraph:
			if !sentenceEnd(pc.text) || len(pc.text) < 8 {
				pc.drop = "label above the text"
				if len(a.Authors) == 0 && pc.strong+pc.link > 0 && looksLikeNames(pc.text) {
					p.takeByline(a, pc.text)
				}
			}
		case feed.Subhead:
			if len(a.Authors) == 0 && looksLikeNames(pc.text) && i < 3 {
				p.takeByline(a, pc.text)
				pc.drop = "byline"
			}
		case feed.List, feed.OrderedList:
			if !strings.ContainsAny(pc.text, ".!?") && len(pc.text) < 60*len(pc.Items) {
				pc.drop = "menu above the text"
			}
		default:
		}
	}
}

// trimEnd drops what follows the last real paragraph.
func (p *page) trimEnd(pieces []piece) {
	for i := len(pieces) - 1; i >= 0; i-- {
		pc := &pieces[i]
		if pc.drop != "" {
			continue
		}
		switch pc.Kind {
		case feed.Paragraph, feed.Quote:
			if pc.link*2 > len(pc.text) || utf8.RuneCountInString(pc.text) < 30 && !sentenceEnd(pc.text) {
				pc.drop = "end matter"
				continue
			}
			return
		case feed.List, feed.OrderedList:
			if pc.link*2 > len(pc.text) {
				pc.drop = "end matter"
				continue
			}
			return
		case feed.Subhead:
			if saysMore(pieces, i) {
				return
			}
			pc.drop = "heading without text"
		case feed.Rule:
			pc.drop = "heading without text"
		case feed.Figure, feed.Embed:
			continue
		default:
			return
		}
	}
}

// endMatter drops the small print behind the text: about the author, rights,
// where it was broadcast. The paper's corrections are kept apart.
func (p *page) endMatter(pieces []piece, a *feed.Article) {
	seen := 0
	for i := len(pieces) - 1; i >= 0 && seen < 8; i-- {
		pc := &pieces[i]
		if pc.drop == "" && pc.Kind == feed.Figure && portrait(pc.Picture, a.Authors, seen == 0) {
			pc.drop = "author's portrait"
		}
		if pc.drop != "" || pc.Kind != feed.Paragraph {
			continue
		}
		seen++
		low := strings.ToLower(pc.text)
		switch {
		case len(pc.text) < 700 && correction.match(low):
			a.Corrections = append([]string{pc.text}, a.Corrections...)
			pc.drop = "correction"
		case len(pc.text) < 500 && smallPrint.match(low):
			pc.drop = "small print"
		case len(pc.text) < 500 && seen < 4 && aboutAuthor(pc.text, low, a.Authors):
			pc.drop = "about the author"
		case len(pc.text) > 200 && seen > 4:
			return
		}
	}
}

// portrait reports whether a picture shows one of the authors, beside some
// words about them: a small one whose caption begins with the name, or a small
// square one behind the text.
func portrait(pic *feed.Picture, authors []string, behind bool) bool {
	if behind && pic.Width > 0 && pic.Width <= 150 && pic.Height == pic.Width {
		return true
	}
	for _, n := range authors {
		if rest, ok := strings.CutPrefix(pic.Caption, n); ok && (pic.Width > 0 && pic.Width <= 200 || bioVerb().MatchString(strings.ToLower(rest))) {
			return true
		}
	}
	return false
}

// aboutAuthor reports whether a last paragraph introduces one of the authors.
func aboutAuthor(text, low string, authors []string) bool {
	if roleStart().MatchString(low) {
		return true
	}
	text = strings.TrimLeft(text, "*-–—• ")
	for _, n := range authors {
		if rest, ok := strings.CutPrefix(text, n); ok && bioVerb().MatchString(strings.ToLower(rest)) {
			return true
		}
	}
	return false
}
