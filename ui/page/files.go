package page

import (
	"strings"

	"depesche/feed"
	"depesche/ui/locale"
)

// MediaSigns stand before a file, by what it is.
var MediaSigns = map[feed.Medium]string{feed.Audio: "♪", feed.Video: "▶", feed.Image: "▣", feed.Document: "▤"}

// FileFacts are what is told of a file behind its name: its type, its size and how long it
// takes, as the feed says.
func FileFacts(t *locale.Text, e *feed.Enclosure) []string {
	var out []string
	if e.Type != "" {
		out = append(out, feed.Line(e.Type))
	}
	if e.Length >= minLength {
		out = append(out, t.Dates.Bytes(e.Length))
	}
	if e.Duration > 0 {
		out = append(out, locale.Length(e.Duration))
	}
	return out
}

// minLength is the least number of bytes that is told: feeds that know no length write 0 or 1, or the
// seconds.
const minLength = 10_000

// files name what goes with the article, a line each.
func (s *setter) files() {
	for i := range s.a.Enclosures {
		e := &s.a.Enclosures[i]
		if i == 0 {
			s.gap(1)
		}
		lead := s.g.media[e.Medium()] + "\u00a0"
		if s.g.media == nil || s.o.Plain {
			lead = s.o.Text.Files.Media[e.Medium().String()] + ": "
		}
		facts := FileFacts(s.o.Text, e)
		if s.o.Files[e.URL] {
			facts = append(facts, s.o.Text.Files.Here)
		}
		tail := ""
		if len(facts) > 0 {
			tail = s.g.dot + strings.Join(facts, s.g.dot)
		}
		s.text(feed.Text{{Text: lead}, {Text: e.Name(), Link: e.URL}, {Text: tail}}, look{})
	}
}

// comments leads to the page on which the article is discussed.
func (s *setter) comments() {
	if s.a.Comments == "" || s.a.Comments == s.a.Link {
		return
	}
	s.gap(1)
	s.text(feed.Text{{Text: s.o.Text.Files.Comments, Link: s.a.Comments}}, look{})
}
