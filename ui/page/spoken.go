package page

import (
	"strings"
	"unicode"

	"depesche/feed"
)

// Interviews and live tickers are paragraphs like all others; here they are told apart.

// isQuestion reports whether a paragraph is an interviewer's: all in bold, and
// asking. The answer stands close below it.
func isQuestion(t feed.Text) bool {
	for _, sp := range t {
		if sp.Style&feed.Strong == 0 && strings.TrimSpace(sp.Text) != "" {
			return false
		}
	}
	s := strings.TrimRightFunc(t.String(), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("\"“”»«’‘", r) })
	return strings.HasSuffix(s, "?")
}

// isTicker reports whether so many paragraphs begin with the time of day that the
// article is a live ticker.
func isTicker(a *feed.Article) bool {
	n := 0
	for i := range a.Body {
		if b := &a.Body[i]; b.Kind == feed.Paragraph && clock(b.Text.String()) > 0 {
			n++
		}
	}
	return n >= 3
}

// clockWords may follow the time of day.
var clockWords = [...]string{" Uhr", "\u00a0Uhr", " a.m.", " p.m.", "am", "pm", " am", " pm"}

// clock is the length of the time of day a text begins with, with the word for
// it: "14:05", "14.05 Uhr:", "9:30 a.m."; 0 where there is none.
func clock(s string) int {
	n := 0
	digits := func(most int) int {
		from := n
		for n < len(s) && n-from < most && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		return n - from
	}
	if digits(2) == 0 || n == len(s) || s[n] != ':' && s[n] != '.' {
		return 0
	}
	dotted := s[n] == '.'
	n++
	if digits(2) != 2 || n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == '.' || s[n] == ',') {
		return 0
	}
	named := false
	for _, w := range clockWords {
		if strings.HasPrefix(s[n:], w) {
			n += len(w)
			named = true
			break
		}
	}
	switch {
	case dotted && !named: // 24.12 is a day, 3.50 a price
		return 0
	case n < len(s) && s[n] == ':':
		n++
	}
	return n
}

// timed sets the time of day a text begins with in bold.
func timed(t feed.Text) feed.Text {
	if len(t) == 0 || t[0].Style&feed.Strong != 0 {
		return t
	}
	n := clock(t[0].Text)
	if n == 0 {
		return t
	}
	head, rest := t[0], t[0]
	head.Text, head.Style, rest.Text = head.Text[:n], head.Style|feed.Strong, rest.Text[n:]
	return append(feed.Text{head, rest}, t[1:]...)
}
