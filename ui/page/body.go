package page

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
)

// block sets one element of the text.
func (s *setter) block(b *feed.Block) {
	switch b.Kind {
	case feed.Paragraph:
		s.paragraph(b.Text)
	case feed.Subhead:
		s.subhead(b.Text)
	case feed.Quote:
		s.gap(1)
		s.text(b.Text, look{element: quotation, frame: frame{first: s.g.quote + " ", rest: s.g.quote + " ", style: s.st.Page.QuoteBar}})
		s.gap(1)
	case feed.List, feed.OrderedList:
		s.list(b)
	case feed.Table:
		s.gap(1)
		s.table(b)
		s.gap(1)
	case feed.Figure:
		if b.Picture != nil {
			s.gap(1)
			s.figure(b.Picture)
			s.gap(1)
		}
	case feed.Code:
		s.gap(1)
		s.code(b.Text.String())
		s.gap(1)
	case feed.Rule:
		s.gap(1)
		n := min(s.o.Width, 9)
		s.put(strings.Repeat(" ", (s.o.Width-n)/2)+s.st.Page.Rule.Render(strings.Repeat(s.g.rule, n)), line{})
		s.gap(1)
		s.ruled = true
	case feed.Embed:
		s.gap(1)
		s.text(b.Text, look{frame: frame{first: s.g.embed + " ", rest: "  ", style: s.st.Page.Embed}})
		s.gap(1)
	}
}

// paragraph sets a paragraph; the first one begins with the dateline, as in print.
func (s *setter) paragraph(t feed.Text) {
	if s.now == 1 && s.a.Dateline != "" {
		lead := feed.Text{{Text: s.a.Dateline, Style: feed.Strong}, {Text: " "}}
		if r, _ := utf8.DecodeLastRuneInString(s.a.Dateline); !strings.ContainsRune("-–—:./|", r) {
			lead[1].Text = " – "
		}
		t = append(lead, t...)
	}
	s.text(t, look{})
	s.gap(1)
}

// subhead sets a subhead close to the text that it opens, with air above.
func (s *setter) subhead(t feed.Text) {
	s.gap(2)
	if s.ruled {
		s.air = 1
	}
	n := len(s.p.Lines)
	if n > 0 {
		n += s.air
	}
	s.text(t, look{element: heading, balanced: true})
	if len(s.p.Lines) > n {
		s.p.Subheads = append(s.p.Subheads, Mark{Line: n, Title: feed.Line(t.String())})
		s.headed = true
	}
}

// list sets items with hanging indents.
func (s *setter) list(b *feed.Block) {
	if !s.headed {
		s.gap(1)
	}
	marks := make([]string, len(b.Items))
	w := 0
	for i := range b.Items {
		marks[i] = s.g.bullet + " "
		if b.Kind == feed.OrderedList {
			marks[i] = strconv.Itoa(i+1) + ". "
		}
		w = max(w, ansi.StringWidth(marks[i]))
	}
	for i, it := range b.Items {
		f := frame{first: strings.Repeat(" ", w-ansi.StringWidth(marks[i])) + marks[i], rest: strings.Repeat(" ", w), style: s.st.Page.Bullet}
		s.text(it, look{frame: f})
	}
	s.gap(1)
}

// code keeps line breaks and blanks; a line too long goes on in the next.
func (s *setter) code(t string) {
	const indent = 2
	avail := s.o.Width - indent
	if avail < 8 {
		avail = s.o.Width
	}
	pad := strings.Repeat(" ", s.o.Width-avail)
	var in [][]segment
	var at []line
	span := &feed.Span{}
	off := 0
	for l := range strings.SplitSeq(strings.Trim(t, "\n"), "\n") {
		n := utf8.RuneCountInString(l) + 1
		l = strings.TrimRight(strings.Map(noControl, strings.ReplaceAll(l, "\t", "    ")), " ")
		for first := true; first || l != ""; first = false {
			cut := ansi.Truncate(l, avail, "")
			if cut == "" && l != "" { // a sign wider than the page
				_, size := utf8.DecodeRuneInString(l)
				l = "·" + l[size:]
				cut = "·"
			}
			l = l[len(cut):]
			how := joinTight
			if bare := strings.TrimRight(cut, " "); bare != cut {
				cut, how = bare, joinBlank
			}
			in = append(in, []segment{{cut, span}})
			at = append(at, line{offset: off, skip: len(pad), join: how})
		}
		at[len(at)-1].join = joinNone
		off += n
	}
	for i, l := range s.press.lines(code, in) {
		if l != "" {
			l = pad + l
		}
		s.put(l, at[i])
	}
	s.offset += off
}

func noControl(r rune) rune {
	if unicode.IsControl(r) {
		return -1
	}
	return r
}
