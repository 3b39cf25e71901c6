package direct

import (
	"slices"
	"strings"

	"depesche/feed"
	"depesche/feed/wire"
)

// takeWire reads the places of a feed's text where an agency is named: the
// dateline before it and the credit behind it.
func takeWire(a *feed.Article) {
	if first := firstParagraph(a.Body); first != nil {
		if dateline, rest, agencies, ok := wire.ParseDateline(first.Text.String(), a.Language); ok {
			a.Dateline = dateline
			first.Text = keepEnd(first.Text, rest)
			addAgencies(a, agencies)
		}
	}
	takeCredit(a)
	if a.Standfirst == "" || len(a.Body) > 0 {
		return
	}
	// A teaser: its standfirst is all there is of the text.
	if dateline, rest, agencies, ok := wire.ParseDateline(a.Standfirst, a.Language); ok && rest != "" {
		a.Dateline, a.Standfirst = dateline, rest
		addAgencies(a, agencies)
	}
	if rest, credit, ok := wire.TrailingCredit(a.Standfirst, a.Language); ok && rest != "" {
		a.Standfirst = rest
		addCredit(a, credit)
	}
}

// takeCredit takes the credit off the end of the body: a line of its own, or
// behind the last sentence.
func takeCredit(a *feed.Article) {
	n := len(a.Body)
	if n == 0 || a.Body[n-1].Kind != feed.Paragraph {
		return
	}
	last := &a.Body[n-1]
	text := last.Text.String()
	if credit, ok := wire.ParseCredit(text, a.Language); ok {
		a.Body = a.Body[:n-1]
		addCredit(a, credit)
		return
	}
	if rest, credit, ok := wire.TrailingCredit(text, a.Language); ok {
		last.Text = keepBegin(last.Text, rest)
		addCredit(a, credit)
	}
}

func addCredit(a *feed.Article, c wire.Credit) {
	a.Credit = c.Line
	addAgencies(a, c.Agencies)
}

func addAgencies(a *feed.Article, codes []feed.Agency) {
	for _, c := range codes {
		if !slices.Contains(a.Agencies, c) {
			a.Agencies = append(a.Agencies, c)
		}
	}
}

func firstParagraph(body []feed.Block) *feed.Block {
	for i := range body {
		switch body[i].Kind {
		case feed.Paragraph:
			return &body[i]
		case feed.Figure, feed.Subhead:
		default:
			return nil
		}
	}
	return nil
}

// keepEnd cuts a text down to its end, with its styles.
func keepEnd(t feed.Text, rest string) feed.Text {
	whole := t.String()
	if !strings.HasSuffix(whole, rest) {
		return feed.Plain(rest)
	}
	drop := len(whole) - len(rest)
	var out feed.Text
	for _, s := range t {
		n := min(drop, len(s.Text))
		drop -= n
		if s.Text = s.Text[n:]; s.Text != "" {
			out = append(out, s)
		}
	}
	return out
}

// keepBegin cuts a text down to its beginning, with its styles.
func keepBegin(t feed.Text, rest string) feed.Text {
	if !strings.HasPrefix(t.String(), rest) {
		return feed.Plain(rest)
	}
	keep := len(rest)
	var out feed.Text
	for _, s := range t {
		n := min(keep, len(s.Text))
		keep -= n
		if s.Text = s.Text[:n]; s.Text != "" {
			out = append(out, s)
		}
	}
	return out
}
