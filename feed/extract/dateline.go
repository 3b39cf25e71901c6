package extract

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"depesche/feed"
	"depesche/feed/wire"
)

// dateline parts the place (and agency) in front of a first paragraph from it:
// "Berlin (dpa) - ", "PARIS, Nov 9 (Reuters) - ".
func dateline(s, lang string) (line, rest string, agencies []feed.Agency, ok bool) {
	m := datelineForm.FindStringSubmatchIndex(s)
	if m == nil {
		return "", s, nil, false
	}
	for part := range strings.FieldsFuncSeq(s[m[4]:m[5]], func(r rune) bool { return r == '/' || r == ',' }) {
		if g, ok := wire.Lookup(strings.TrimSpace(part), lang); ok {
			agencies = append(agencies, g)
		}
	}
	if len(agencies) == 0 || len(s)-m[1] < 20 {
		return "", s, nil, false
	}
	return strings.TrimSpace(s[:m[1]]), s[m[1]:], agencies, true
}

// datelineForm is a place, perhaps a date, an agency in brackets, a dash or stop.
var datelineForm = regexp.MustCompile(`^(\p{Lu}[^().!?:„“"]{1,60}?)\s?\(([^()]{2,40})\)\s?(?:[-–—.:]+|\s)\s*`)

// dateline takes the dateline off the first paragraph; a place alone in a first
// short paragraph is one too.
func (p *page) dateline(pieces []piece, a *feed.Article) {
	for i := range pieces {
		pc := &pieces[i]
		if pc.drop != "" || pc.Kind != feed.Paragraph {
			continue
		}
		if utf8.RuneCountInString(pc.text) < 30 && strings.HasSuffix(pc.text, ".") && strings.Count(pc.text, " ") < 3 && moreProse(pieces[i+1:]) {
			a.Dateline = pc.text
			pc.drop = "dateline"
			return
		}
		if line, rest, agencies, ok := dateline(pc.text, p.lang); ok {
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
