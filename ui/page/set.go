package page

import (
	"strings"
	"time"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
	"depesche/ui/locale"
	"depesche/ui/page/hyphen"
	"depesche/ui/theme"
)

// Set sets an article. It makes its own renderer and may run beside others.
func Set(st *theme.Styles, a feed.Article, o Options) (Page, error) {
	s := newSetter(st, &a, o)
	s.head()
	for i := range a.Body {
		if s.full() {
			s.p.Whole = false
			return s.p, nil
		}
		s.leave(a.Body[i].Role)
		s.open(i + 1)
		s.enter(&a.Body[i])
		s.block(&a.Body[i])
	}
	s.leave(feed.Ordinary)
	s.open(len(a.Body) + 1)
	s.foot()
	return s.p, nil
}

// setter is a page in the making.
type setter struct {
	p      Page
	a      *feed.Article
	o      Options
	st     *theme.Styles
	words  *locale.Page
	g      glyphs
	press  *press
	flow   flow
	br     breaker
	set    []setLine
	segs   []segment
	seen   map[string]int    // index into p.Links by address
	marks  map[string]string // of footnotes, as the text has them, by anchor
	role   feed.Role         // of the block being set
	ticker bool              // paragraphs begin with the time of day

	width  int  // columns a text may take now
	indent int  // cells left of it
	whole  bool // what is set now stays in one column of text

	now    int        // the block being set
	offset int        // runes of it that are set
	air    int        // empty lines owed before the next line
	headed bool       // the line before is a subhead: its text follows close
	ruled  bool       // the line before is a rule: it is air enough
	linked *feed.Span // the link noted last
}

// glyphs are the signs that are not text; bullets go by how deep an item is nested.
type glyphs struct {
	bullets                 [3]string
	bar, quote, rule, embed string
	more, dot               string
	media                   map[feed.Medium]string // "": the word for it stands there instead
}

var (
	printed = glyphs{bullets: [3]string{"•", "–", "·"}, bar: "│", quote: "▌", rule: "─", embed: "▸", more: "…", dot: "\u00a0· ", media: MediaSigns}
	typed   = glyphs{bullets: [3]string{"*", "-", "+"}, bar: "|", quote: "|", rule: "-", embed: ">", more: "...", dot: "\u00a0- "}
)

func newSetter(st *theme.Styles, a *feed.Article, o Options) *setter {
	o.Width, o.Columns = max(1, o.Width), max(1, o.Columns)
	if o.Text == nil {
		o.Text = locale.English()
	}
	s := &setter{a: a, o: o, st: st, words: &o.Text.Page, g: printed, press: newPress(st), seen: map[string]int{}, width: o.Width}
	if o.ASCII {
		s.g = typed
	}
	if o.Plain {
		s.o.Justify, s.o.Hyphenate, s.o.Columns = false, Never, 1
		s.g.dot = ", "
	}
	o = s.o
	s.ticker = isTicker(a)
	s.p = Page{ID: a.ID, Width: o.Width, Columns: o.Columns, Spread: o.spread(), Whole: true, st: st}
	s.p.between = strings.Repeat(" ", Gutter/2) + st.Page.Rule.Render(s.g.bar) + strings.Repeat(" ", Gutter-1-Gutter/2)
	s.p.Words = a.Words()
	s.p.Minutes = feed.Minutes(s.p.Words)
	s.br.mode = o.Hyphenate
	s.br.words = func() *hyphen.Patterns { return hyphen.For(language(a)) }
	n := min(len(a.Body)*4+16, 1<<14)
	s.p.Lines, s.p.lines = make([]string, 0, n), make([]line, 0, n)
	s.open(0)
	return s
}

// full reports whether as many lines are set as were asked for.
func (s *setter) full() bool {
	return s.o.Rows > 0 && s.now >= s.o.From.Block && len(s.p.Lines)-s.p.line(s.o.From) >= s.o.Rows
}

// open begins a block.
func (s *setter) open(block int) {
	s.now, s.offset = block, 0
	s.p.Blocks = append(s.p.Blocks, len(s.p.Lines))
}

// gap asks for empty lines before what comes next, as many as the most that was asked for.
func (s *setter) gap(n int) { s.air = max(s.air, n) }

// put adds a line to the page; the empty lines owed go before it.
func (s *setter) put(text string, l line) {
	if n := len(s.p.Lines); n > 0 {
		for range s.air {
			s.p.Lines = append(s.p.Lines, "")
			s.p.lines = append(s.p.lines, line{block: s.p.lines[n-1].block, offset: s.p.lines[n-1].offset})
		}
		if s.p.Blocks[s.now] == n {
			s.p.Blocks[s.now] = n + s.air
		}
	}
	s.air, s.headed, s.ruled = 0, false, false
	l.block = s.now
	l.offset += s.offset
	l.keep = l.keep || s.whole
	if s.indent > 0 && text != "" {
		text = strings.Repeat(" ", s.indent) + text
		l.skip += s.indent
	}
	s.p.Lines = append(s.p.Lines, text)
	s.p.lines = append(s.p.lines, l)
}

// look is how a text is set: drawn by Glamour as an element, or by Lip Gloss in a style.
type look struct {
	element  element
	style    *lipgloss.Style
	balanced bool // lines of like length, as in headlines
	right    bool // flush right
	frame    frame
}

// frame is what stands left of a text's lines.
type frame struct {
	first, rest string
	style       lipgloss.Style
}

func (f *frame) width() int { return max(ansi.StringWidth(f.first), ansi.StringWidth(f.rest)) }

// setLine is a line of a text, not yet on the page.
type setLine struct {
	text   string
	width  int
	offset int
	join   join
	links  []place
}

// place is where a link's text begins within a line.
type place struct {
	col  int
	span *feed.Span
}

// compose breaks and draws a text in avail columns. The lines are good until the next call.
func (s *setter) compose(t feed.Text, k look, avail int) []setLine {
	s.flow.load(t, avail)
	justify := s.o.Justify && k.style == nil && k.element == body
	s.br.head, s.br.justify = k.balanced && !s.o.Plain, justify
	runs := s.br.lines(&s.flow, avail)
	s.set, s.segs = s.set[:0], s.segs[:0]
	in := make([][]segment, len(runs))
	off, at := 0, int32(0)
	for i, r := range runs {
		off += s.flow.runes(at, r.from)
		at = r.from
		l := setLine{width: int(s.flow.sum[r.to] - s.flow.sum[r.from]), offset: off, join: r.join}
		if r.join == joinHyphen {
			l.width++
		}
		extra := 0
		if justify && r.join != joinNone {
			extra = avail - l.width
			l.width = avail
		}
		from := len(s.segs)
		s.segs = s.flow.segments(s.segs, r, extra)
		in[i] = s.segs[from:len(s.segs):len(s.segs)]
		if n := len(in[i]); n > 0 {
			in[i][0].text = s.flow.direction(r) + in[i][0].text
			if r.join == joinHyphen {
				in[i][n-1].text += "-"
			}
		}
		l.links = places(in[i])
		s.set = append(s.set, l)
	}
	s.draw(k, in)
	return s.set
}

func (s *setter) draw(k look, in [][]segment) {
	switch {
	case len(in) == 0:
	case k.style != nil:
		for i, l := range in {
			s.set[i].text = k.style.Render(plainLine(l))
		}
	default:
		for i, l := range s.press.lines(k.element, in) {
			s.set[i].text = l
		}
	}
}

func places(l []segment) []place {
	var out []place
	col := 0
	for i := range l {
		if l[i].span.Link != "" {
			out = append(out, place{col, l[i].span})
		}
		if i+1 < len(l) {
			col += ansi.StringWidth(l[i].text)
		}
	}
	return out
}

// text sets a text on the page; where the page is too narrow for its frame, without.
func (s *setter) text(t feed.Text, k look) {
	fw := k.frame.width()
	first, rest := "", ""
	switch {
	case fw > 0 && s.width-fw < 8:
		fw = 0
	case fw > 0:
		first, rest = k.frame.style.Render(k.frame.first), k.frame.style.Render(k.frame.rest)
	}
	avail := s.width - fw
	lines := s.compose(t, k, avail)
	right := !s.o.Plain && (k.right || fw == 0 && s.flow.leftward())
	for i, l := range lines {
		lead := rest
		if i == 0 {
			lead = first
		}
		skip := ansi.StringWidth(lead)
		if right && l.width > 0 { // a mark without a letter would join the blanks before it
			lead += strings.Repeat(" ", max(0, avail-l.width))
			skip += max(0, avail-l.width)
		}
		lone := i == 0 && len(lines) > 1 || i == len(lines)-2 // no column ends or begins with one line of a text
		s.put(lead+l.text, line{offset: l.offset, skip: skip, join: l.join, keep: lone})
		s.noteLinks(l.links, skip)
	}
	s.offset += utf8.RuneCountInString(s.flow.text)
}

// styled sets a string in a style of Lip Gloss.
func (s *setter) styled(t string, st lipgloss.Style, k look) {
	if t != "" {
		k.style = &st
		s.text(feed.Text{{Text: t}}, k)
	}
}

// noteLinks enters the links of the line just put.
func (s *setter) noteLinks(links []place, skip int) {
	skip += s.indent
	for _, l := range links {
		if l.span == s.linked {
			continue
		}
		if name, ok := strings.CutPrefix(l.span.Link, "#"); ok && name != "" {
			s.linked = l.span
			s.noteMark(name, l, skip)
			continue
		}
		u := target(l.span.Link)
		if u == "" {
			continue
		}
		s.linked = l.span
		i, known := s.seen[u]
		if !known {
			i = len(s.p.Links)
			s.seen[u] = i
			s.p.Links = append(s.p.Links, Link{N: i + 1, URL: u, Text: l.span.Text, Line: len(s.p.Lines) - 1, Col: skip + l.col})
		}
		s.p.spots = append(s.p.spots, spot{line: len(s.p.Lines) - 1, col: skip + l.col, link: i})
	}
}

// noteMark enters the mark of a footnote in the line just put.
func (s *setter) noteMark(name string, l place, skip int) {
	if s.marks == nil {
		s.marks = map[string]string{}
	}
	if mark := feed.Line(l.span.Text); ansi.StringWidth(mark) <= widestMark {
		s.marks[name] = mark
	}
	at := len(s.p.Lines) - 1
	s.p.anchor("^"+name, at)
	s.p.spots = append(s.p.spots, spot{line: at, col: skip + l.col, jump: "#" + name})
}

// language is the article's, or what its commonest words say.
func language(a *feed.Article) string {
	if a.Language != "" {
		return a.Language
	}
	text := " " + a.Headline + " " + a.Standfirst
	for i := 0; i < len(a.Body) && len(text) < 2000; i++ {
		text += " " + a.Body[i].Text.String()
	}
	text = strings.ToLower(text[:min(len(text), 4000)])
	de, en := 0, 0
	for _, w := range []string{" der ", " die ", " und ", " das ", " ist ", " nicht ", " von "} {
		de += strings.Count(text, w)
	}
	for _, w := range []string{" the ", " and ", " of ", " to ", " is ", " that ", " for "} {
		en += strings.Count(text, w)
	}
	switch {
	case de > 2*en:
		return "de"
	case en > 2*de:
		return "en"
	}
	return ""
}

// local puts a time in the reader's zone.
func (s *setter) local(t time.Time) time.Time {
	if s.o.Now.IsZero() {
		return t
	}
	return t.In(s.o.Now.Location())
}
