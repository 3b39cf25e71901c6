package page

import (
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
		s.paragraph(b)
	case feed.Subhead:
		s.subhead(b.Text)
	case feed.Quote:
		s.quote(b)
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
		s.parting()
	case feed.Embed:
		s.gap(1)
		f := s.beside(s.g.embed, s.st.Page.Embed)
		f.rest = strings.Repeat(" ", ansi.StringWidth(f.first))
		s.text(b.Text, look{frame: f})
		s.gap(1)
	}
}

func (s *setter) quote(b *feed.Block) {
	if b.Role == feed.PullQuote {
		s.pullQuote(b.Text)
		return
	}
	s.gap(1)
	s.text(s.said(s.words.Quote, b.Text), look{element: quotation, frame: s.beside(s.g.quote, s.st.Page.QuoteBar)})
	s.gap(1)
}

// parting is a short rule between parts of the text; where there are no rules, air alone.
func (s *setter) parting() {
	if s.o.Plain {
		s.gap(2)
		return
	}
	s.gap(1)
	n := min(s.width, shortRule)
	s.put(strings.Repeat(" ", (s.width-n)/2)+s.st.Page.Rule.Render(strings.Repeat(s.g.rule, n)), line{})
	s.gap(1)
	s.ruled = true
}

// paragraph sets a paragraph; the first one begins with the dateline, as in print.
func (s *setter) paragraph(b *feed.Block) {
	t := b.Text
	switch {
	case b.Role == feed.Footnote && b.Anchor != "":
		s.footnote(b)
		s.gap(1)
		return
	case b.Role == feed.Footnote: // it goes on
		s.text(t, look{frame: frame{first: noteIndent, rest: noteIndent}})
		s.gap(1)
		return
	case s.now == 1 && s.a.Dateline != "":
		lead := feed.Text{{Text: s.a.Dateline, Style: feed.Strong}, {Text: " "}}
		if r, _ := utf8.DecodeLastRuneInString(s.a.Dateline); !strings.ContainsRune("-–—:./|", r) {
			lead[1].Text = " – "
		}
		t = append(lead, t...)
	case s.ticker:
		t = timed(t)
	}
	s.text(t, look{})
	if isQuestion(t) {
		s.follow()
		return
	}
	s.gap(1)
}

// follow has the next text stand close below the line just put, in the same column.
func (s *setter) follow() {
	if n := len(s.p.lines); n > 0 {
		s.p.lines[n-1].keep = true
	}
	s.headed = true
}

// subhead sets a subhead close to the text that it opens, with air above.
func (s *setter) subhead(t feed.Text) {
	switch {
	case s.ruled:
		s.air = 1
	case s.role == feed.FactBox && s.headed: // the box's title, below its rule
	case s.role == feed.FactBox:
		s.gap(1)
	default:
		s.gap(2)
	}
	n := len(s.p.Lines)
	if n > 0 {
		n += s.air
	}
	s.text(s.said(s.words.Subhead, t), look{element: heading, balanced: true})
	if len(s.p.Lines) <= n {
		return
	}
	s.p.Subheads = append(s.p.Subheads, Mark{Line: n, Title: feed.Line(t.String())})
	for i := n; i < len(s.p.lines); i++ {
		s.p.lines[i].keep = true
	}
	s.follow()
}

// code keeps line breaks and blanks; a line too long goes on in the next.
func (s *setter) code(t string) {
	const indent = 2
	avail := s.width - indent
	if avail < 8 {
		avail = s.width
	}
	pad := strings.Repeat(" ", s.width-avail)
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
