package page

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
)

// What stands beside the running text: fact boxes, pull quotes, footnotes.

const (
	shortRule = 9  // columns of a rule that parts what follows from the text
	boxIndent = 2  // cells free on either side within a fact box
	roomy     = 40 // narrower pages have no room for indents

	widestMark = 8      // of a footnote, as the text has it; else its number stands before it
	noteIndent = "    " // of a footnote's further paragraphs: as wide as "[1] "
)

// leave ends what stands beside the text where the next block is not part of it.
func (s *setter) leave(next feed.Role) {
	if s.role == next {
		return
	}
	if s.role == feed.FactBox {
		s.air = 0
		s.narrow(0)
		s.frontier(s.words.BoxEnd)
		s.part()
		s.gap(1)
	}
	s.role = feed.Ordinary
}

// enter begins what stands beside the text.
func (s *setter) enter(b *feed.Block) {
	if s.role == b.Role {
		return
	}
	s.role = b.Role
	switch b.Role {
	case feed.FactBox:
		s.gap(1)
		s.whole = true
		s.frontier(s.words.FactBox)
		s.narrow(boxIndent)
		s.headed = true
	case feed.Footnote:
		s.gap(2)
		if !s.o.Plain {
			s.put(s.st.Page.Rule.Render(strings.Repeat(s.g.rule, min(shortRule, s.width))), line{keep: true})
		}
	case feed.Ordinary, feed.PullQuote:
	}
}

// part ends what stays in one column of text.
func (s *setter) part() {
	s.whole = false
	if n := len(s.p.lines); n > 0 {
		s.p.lines[n-1].keep = false
	}
}

// frontier is the upper or lower edge of a fact box: a rule, or said in words.
func (s *setter) frontier(word string) {
	if s.o.Plain {
		s.styled(word, s.st.Page.Meta, look{})
		return
	}
	s.rule(s.width)
}

// narrow indents what follows on both sides, where the page has room for it.
func (s *setter) narrow(indent int) {
	s.width += 2 * s.indent
	s.indent = 0
	if s.width >= roomy && !s.o.Plain {
		s.indent = indent
		s.width -= 2 * indent
	}
}

// pullQuote sets a sentence from the text large: in the middle, between two
// short rules, with air around it.
func (s *setter) pullQuote(t feed.Text) {
	s.gap(2)
	if s.o.Plain {
		s.text(s.said(s.words.PullQuote, t), look{element: quotation})
		s.gap(2)
		return
	}
	outer := s.indent
	s.narrow(outer + (s.width+2*outer)/8)
	s.whole = true
	s.rule(min(shortRule, s.width))
	s.text(t, look{style: &s.st.Page.PullQuote, balanced: true})
	s.rule(min(shortRule, s.width))
	s.narrow(outer)
	s.part()
	s.gap(2)
}

// footnote sets a note with its mark in front, which leads back to where the
// text has it.
func (s *setter) footnote(b *feed.Block) {
	if b.Anchor == "" || b.Kind != feed.Paragraph {
		s.block(b)
		return
	}
	mark := s.marks[b.Anchor]
	if mark == "" {
		mark = "[" + b.Anchor[strings.LastIndexByte(b.Anchor, '-')+1:] + "]"
	}
	s.air = min(s.air, 1)
	mark += " "
	at, before := len(s.p.Lines)+s.air, len(s.p.spots)
	s.text(b.Text, look{frame: frame{first: mark, rest: strings.Repeat(" ", ansi.StringWidth(mark)), style: s.st.Page.LinkNumber}})
	if len(s.p.Lines) > at {
		s.p.anchor("#"+b.Anchor, at)
		s.p.spots = slices.Insert(s.p.spots, before, spot{line: at, col: s.indent, jump: "^" + b.Anchor})
	}
}

// beside is a sign down the left of a text.
func (s *setter) beside(sign string, style lipgloss.Style) frame {
	if s.o.Plain {
		return frame{}
	}
	return frame{first: sign + " ", rest: sign + " ", style: style}
}

// said puts a word before a text where signs and frames are to be heard.
func (s *setter) said(word string, t feed.Text) feed.Text {
	if !s.o.Plain || word == "" || len(t) == 0 {
		return t
	}
	return append(feed.Text{{Text: word + ": "}}, t...)
}
