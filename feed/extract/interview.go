package extract

import (
	"strings"

	"depesche/feed"
)

// questions sets the questions of an interview apart, which the page tells from
// the answers by an element's class only.
func questions(pieces []piece) {
	var at []int
	for i := range pieces {
		if pc := &pieces[i]; pc.drop == "" && pc.Kind == feed.Paragraph && pc.marks&mQuestion != 0 && pc.marks&mPoll == 0 {
			at = append(at, i)
		}
	}
	if len(at) < 2 || len(at)*3 > len(pieces)*2 {
		return // one is no interview, and where all is marked nothing is told apart
	}
	for _, i := range at {
		pieces[i].Text = tidy(bold(pieces[i].Text))
	}
}

// interview reports whether bold lines are the questions of an interview, and
// no subheads.
func interview(lines []string) bool {
	n := 0
	for _, s := range lines {
		if r := strings.TrimRight(s, "\"“”»«’ "); strings.HasSuffix(r, "?") || strings.HasSuffix(r, "？") || strings.HasSuffix(r, "؟") {
			n++
		}
	}
	return n > 2 && n*3 > len(lines)*2
}
