package extract

import (
	"depesche/feed"
)

// leastTimes is how many entries with a time make a live ticker.
const leastTimes = 3

// tickerTimes gives the entries of a live ticker their time: it stands with the
// entry's heading, or is its heading.
func (p *page) tickerTimes(pieces []piece) {
	at := make([]int, 0, 8)
	for i := range pieces {
		if pc := &pieces[i]; pc.drop == "" && (pc.Kind == feed.Paragraph || pc.Kind == feed.Subhead) && len(pc.text) < 40 && clockLine().MatchString(pc.text) {
			at = append(at, i)
		}
	}
	for _, i := range at {
		if i+1 < len(pieces) && joinTime(&pieces[i], &pieces[i+1], true) {
			continue
		}
		if len(at) < leastTimes {
			continue
		}
		if i > 0 && joinTime(&pieces[i], &pieces[i-1], false) {
			continue
		}
		if i+1 < len(pieces) && pieces[i+1].drop == "" && isText(&pieces[i+1]) {
			pieces[i].Kind = feed.Subhead
		}
	}
}

// joinTime puts a time before the heading of its entry, or behind it, as on the page.
func joinTime(t, h *piece, before bool) bool {
	if h.drop != "" || h.Kind != feed.Subhead {
		return false
	}
	if before {
		h.Text = append(feed.Text{{Text: t.text + " – "}}, h.Text...)
	} else {
		h.Text = append(h.Text, feed.Span{Text: " – " + t.text})
	}
	h.text = h.Text.String()
	t.drop = "time of the entry"
	return true
}

var clockLine = lazy(`^(?:\d{1,2}\. ?\d{1,2}\.(?: ?\d{2,4})?,? |\d{1,2}\. \pL+(?: \d{4})?,? |\pL+ \d{1,2},? (?:\d{4},? )?)?\d{1,2}[:.h]\d{2}(?: ?Uhr| ?h| ?[ap]\.?m\.?| ?[A-Z]{2,4})?$`)
