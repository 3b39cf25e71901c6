package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"depesche/feed"
	"depesche/feed/wire"
)

// dateline takes the dateline off the first paragraph; a place alone in a first
// short paragraph is one too.
func (p *page) dateline(pieces []piece, a *feed.Article) {
	for i := range pieces {
		pc := &pieces[i]
		if pc.drop != "" || pc.Kind != feed.Paragraph {
			continue
		}
		if utf8.RuneCountInString(pc.text) < 30 && strings.HasSuffix(pc.text, ".") && isPlaceAlone(pc.text) && moreProse(pieces[i+1:]) {
			a.Dateline = pc.text
			pc.drop = "dateline"
			return
		}
		if line, rest, agencies, ok := wire.ParseDateline(pc.text, p.lang); ok && len(rest) > 20 && strings.HasSuffix(pc.text, rest) {
			a.Dateline = line
			addAgencies(a, agencies)
			pc.Text = dropFront(pc.Text, len(pc.text)-len(rest))
			pc.text = rest
		}
		return
	}
}

func moreProse(pieces []piece) bool {
	for i := range pieces {
		if pieces[i].drop == "" && pieces[i].Kind == feed.Paragraph {
			return len(pieces[i].text) > 80
		}
	}
	return false
}

// dropFront drops the first n bytes of a text.
func dropFront(t feed.Text, n int) feed.Text {
	var out feed.Text
	for _, s := range t {
		if n >= len(s.Text) {
			n -= len(s.Text)
			continue
		}
		s.Text = s.Text[n:]
		n = 0
		out = append(out, s)
	}
	if len(out) > 0 {
		out[0].Text = strings.TrimLeft(out[0].Text, " \u00a0")
	}
	return out
}

// mostPlaceWords is how many words the name of a place has at most.
const mostPlaceWords = 3

// isPlaceAlone reports whether a line may be a place and nothing else: a few words, each with a capital.
func isPlaceAlone(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		if !unicode.IsUpper(firstRune(w)) {
			return false
		}
	}
	return len(words) <= mostPlaceWords
}
