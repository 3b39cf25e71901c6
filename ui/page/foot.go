package page

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
)

// foot sets what stands under the text: how much of it there is, the agency's
// credit, corrections, links.
func (s *setter) foot() {
	st, a := &s.st.Page, s.a
	s.gap(1)
	if n := s.access(); n != "" {
		s.styled(n, st.Notice, look{frame: s.bar()})
		s.gap(1)
	}
	s.styled(a.Credit, st.Agency, look{right: true})
	for _, c := range a.Corrections {
		s.gap(1)
		s.correction(c)
	}
	if len(s.o.Tags) > 0 {
		s.gap(1)
		s.styled("#"+strings.Join(s.o.Tags, " #"), st.Meta, look{})
	}
	if !s.o.Fetched.IsZero() {
		s.gap(1)
		s.styled(s.words.Fetched(s.o.Text.Dates.Stamp(s.local(s.o.Fetched))), st.Meta, look{})
	}
	s.comments()
	s.links()
}

// access says in words what the reader does not get.
func (s *setter) access() string {
	switch s.a.Access {
	case feed.Teaser:
		return s.words.Teaser
	case feed.Paywall:
		return s.words.Paywall
	case feed.ConsentWall:
		return s.words.Consent
	case feed.Full:
	}
	if len(s.a.Body) == 0 && s.a.Standfirst == "" {
		return s.words.Empty
	}
	return ""
}

// correction marks a correction as one, also where the paper did not say the word.
func (s *setter) correction(c string) {
	f := s.beside(s.g.quote, s.st.Page.CorrectionLabel)
	if !strings.HasPrefix(strings.ToLower(c), strings.ToLower(s.words.Correction)) {
		s.styled(s.words.Correction, s.st.Page.CorrectionLabel, look{frame: f})
	}
	s.styled(c, s.st.Page.Correction, look{frame: f})
}

// links lists where the links of the text lead, each address once.
func (s *setter) links() {
	n := len(s.p.Links)
	if n == 0 {
		return
	}
	st := &s.st.Page
	s.gap(2)
	s.rule(s.width)
	s.styled(s.words.Links, st.Meta, look{})
	w := len(fmt.Sprint(n))
	for i := range n {
		l := s.p.Links[i]
		f := frame{first: fmt.Sprintf("%*d  ", w, l.N), rest: strings.Repeat(" ", w+2), style: st.LinkNumber}
		shown := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(l.URL, "https://"), "http://"), "/")
		if t := feed.Line(l.Text); t != "" && t != shown && t != l.URL {
			s.styled(t, st.LinkTitle, look{frame: f})
			f.first = f.rest
		}
		s.address(i, shown, f)
	}
}

// address is one line with a link; a long one is cut, the link itself is whole.
func (s *setter) address(i int, shown string, f frame) {
	w := f.width()
	if s.width-w < 8 {
		f, w = frame{}, 0
	}
	shown = ansi.Truncate(shown, s.width-w, s.g.more)
	on, off := "\x1b]8;;"+s.p.Links[i].URL+"\x1b\\", "\x1b]8;;\x1b\\"
	s.put(f.style.Render(f.first)+on+s.st.Page.LinkURL.Render(shown)+off, line{skip: w})
	s.p.spots = append(s.p.spots, spot{line: len(s.p.Lines) - 1, col: w, link: i})
	s.offset += len([]rune(shown))
}
