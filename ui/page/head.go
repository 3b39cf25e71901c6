package page

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
)

// widest is how many columns a standfirst over several columns of text takes at most.
const widest = 100

// head sets all that stands above the text.
func (s *setter) head() {
	st, a := &s.st.Page, s.a
	s.width = s.o.spread()
	s.running()
	s.gap(1)
	s.styled(a.Kicker, st.Kicker, look{balanced: true})
	headline := a.Headline
	if headline == "" {
		headline = s.words.Untitled
	}
	s.styled(headline, st.Headline, look{balanced: true})
	s.gap(1)
	s.width = min(s.width, widest)
	s.styled(a.Standfirst, st.Standfirst, look{})
	s.gap(1)
	byline := a.Byline
	if byline == "" && len(a.Authors) > 0 {
		byline = s.words.By(a.Authors)
	}
	s.styled(byline, st.Byline, look{balanced: true})
	s.styled(s.dates(), st.Meta, look{})
	s.files()
	s.notes()
	s.width = s.o.Width
	if s.o.Columns > 1 {
		s.p.Head = len(s.p.Lines)
	}
	if a.Lead != nil {
		s.gap(1)
		s.figure(a.Lead)
	}
	s.gap(1)
	if a.Dateline != "" && (len(a.Body) == 0 || a.Body[0].Kind != feed.Paragraph) {
		s.styled(a.Dateline, st.Dateline, look{})
		s.gap(1)
	}
}

// notes say what a reader must know of the text before reading it.
func (s *setter) notes() {
	notes := s.o.Notes
	if !s.o.Changed.IsZero() {
		notes = append([]string{s.words.Changed(s.o.Text.Dates.Stamp(s.local(s.o.Changed)))}, notes...)
	}
	for i, n := range notes {
		if i == 0 {
			s.gap(1)
		}
		s.styled(n, s.st.Page.Notice, look{frame: s.bar(), balanced: true})
	}
}

// running is the line at the top of a page: the paper at the left, the
// section at the right, a rule below.
func (s *setter) running() {
	left, right := feed.Line(s.o.Source), feed.Line(s.a.Section)
	if strings.EqualFold(left, right) {
		right = ""
	}
	if left == "" {
		left, right = right, ""
	}
	if left == "" {
		return
	}
	st := s.st.Page.Meta
	w := s.width - ansi.StringWidth(left) - ansi.StringWidth(right)
	if w < 2 || right == "" || s.o.Plain {
		s.styled(left, st, look{})
		s.styled(right, st, look{})
	} else {
		s.put(st.Render(left+strings.Repeat(" ", w)+right), line{})
		s.offset += utf8.RuneCountInString(left + right)
	}
	s.rule(s.width)
}

// rule is a line across the page; there is none for ears.
func (s *setter) rule(n int) {
	if !s.o.Plain {
		s.put(s.st.Page.Rule.Render(strings.Repeat(s.g.rule, n)), line{keep: true})
	}
}

// bar is a line down the left of a text.
func (s *setter) bar() frame { return s.beside(s.g.bar, s.st.Page.Frame) }

// dates says when the article was published and changed, and how long it takes to read.
func (s *setter) dates() string {
	a, d := s.a, &s.o.Text.Dates
	var parts []string
	pub, mod := s.local(a.Published), s.local(a.Modified)
	if !a.Published.IsZero() {
		parts = append(parts, s.stamp(pub))
	}
	switch {
	case a.Modified.IsZero() || a.Modified.Sub(a.Published) < 2*time.Minute:
	case !a.Published.IsZero() && pub.Format(time.DateOnly) == mod.Format(time.DateOnly):
		parts = append(parts, s.words.Updated(d.Clock(mod)))
	default:
		parts = append(parts, s.words.Updated(s.stamp(mod)))
	}
	if a.Access == feed.Full && s.p.Minutes > 0 && len(a.Body) > 0 {
		parts = append(parts, s.words.Minutes(s.p.Minutes))
	}
	return strings.Join(parts, s.g.dot)
}

// stamp is a date with its time; a source that gives midnight knows no time.
func (s *setter) stamp(t time.Time) string {
	if t.UTC().Hour() == 0 && t.UTC().Minute() == 0 && t.UTC().Second() == 0 {
		return s.o.Text.Dates.Date(t)
	}
	return s.o.Text.Dates.Stamp(t)
}

// figure keeps a picture's place free and sets its caption, and apart from it its credit.
func (s *setter) figure(p *feed.Picture) {
	rows := 0
	if s.o.PictureRows != nil && p.URL != "" {
		rows = max(0, s.o.PictureRows(p, s.width))
	}
	k := look{frame: s.bar()}
	if rows > 0 {
		k.frame = frame{}
	}
	at := Figure{Rows: rows, Col: s.indent, Width: s.width, Picture: p}
	for i := range rows {
		s.put("", line{keep: true})
		if i == 0 {
			at.Line = len(s.p.Lines) - 1
		}
	}
	first := len(s.p.Lines) + s.air
	caption := p.Caption
	if caption == "" {
		caption = p.Alt
	}
	if caption == "" && p.Credit == "" && rows == 0 {
		caption = s.words.Picture
	}
	switch {
	case rows == 0 && TellsMore(p.Alt, p.Caption): // who does not see the picture is told what it shows
		s.styled(s.words.Picture+": "+p.Alt, s.st.Page.Meta, k)
	case s.o.Plain && caption != s.words.Picture:
		caption = s.words.Picture + ": " + caption
	}
	s.styled(caption, s.st.Page.Caption, k)
	k.right = true
	s.styled(s.credit(p.Credit), s.st.Page.Credit, k)
	if rows == 0 {
		at.Line = first
	}
	if len(s.p.Lines) == at.Line {
		return // nothing is printed of it
	}
	s.p.Figures = append(s.p.Figures, at)
	for i := at.Line; i < len(s.p.lines)-1; i++ { // the picture and its caption stand together
		s.p.lines[i].keep = true
	}
}

// TellsMore reports whether what a picture shows is not what its caption says.
func TellsMore(alt, caption string) bool {
	if alt == "" || caption == "" {
		return false
	}
	alt, caption = strings.ToLower(strings.TrimRight(alt, ". ")), strings.ToLower(caption)
	return !strings.Contains(caption, alt) && !strings.Contains(alt, strings.TrimRight(caption, ". "))
}

// credit puts "Photo:" before a credit that does not begin with such a word.
func (s *setter) credit(c string) string {
	if c == "" {
		return ""
	}
	low := strings.ToLower(c)
	for _, w := range s.words.PhotoWords {
		if rest, ok := strings.CutPrefix(low, w); ok && (rest == "" || strings.IndexAny(rest, " :/|(") == 0 || w == "©") {
			return c
		}
	}
	return s.words.Photo + c
}
