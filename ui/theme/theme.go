// Package theme makes every style of the screen and of the page, Glamour's
// too, out of a few colours that are named for their jobs.
package theme

import (
	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
)

// Styles is a theme ready for use. It is never changed after it is made, so
// that it can be shared between goroutines.
type Styles struct {
	Name   string
	Dark   bool
	Mono   bool // no colours: bold, underline and reverse only
	Tokens Tokens

	Page    Page
	Row     Row // a row of a list
	Current Row // the row under the cursor
	Screen  Screen
	Glamour ansi.StyleConfig // body text: paragraphs, subheads, quotes, lists, code
}

// Page is the article page.
type Page struct {
	Kicker, Headline, Standfirst         lipgloss.Style
	Byline, Dateline, Meta               lipgloss.Style // Meta: date, reading time, source and section
	Rule                                 lipgloss.Style
	Caption, Credit, Frame               lipgloss.Style // Frame: the line beside captions and notices
	QuoteBar, PullQuote, Bullet          lipgloss.Style
	Notice                               lipgloss.Style // access states in words
	Correction, CorrectionLabel          lipgloss.Style
	Agency                               lipgloss.Style // agency credit under the text
	Link, LinkNumber, LinkTitle, LinkURL lipgloss.Style
	Code                                 lipgloss.Style // code within a sentence
	Embed                                lipgloss.Style
	TableHead, TableRule                 lipgloss.Style
	Hit, CurrentHit                      lipgloss.Style // search hits
	Label                                lipgloss.Style // letters of the link mode
}

// Row is what a row of a list is made of.
type Row struct {
	Marker, Star, Kicker, Unread, Read, Meta, Agency, Snippet, Hit, Fill lipgloss.Style
}

// Screen is all that is neither page nor list.
type Screen struct {
	Text, Muted, Accent, Alert                       lipgloss.Style
	Title, Masthead                                  lipgloss.Style
	Divider, DividerFocus                            lipgloss.Style // lines between panes
	PaneTitle, PaneTitleFocus                        lipgloss.Style
	Section                                          lipgloss.Style // headings within lists: a day, a source, a folder
	Count                                            lipgloss.Style // unread counts
	Status, StatusMuted, StatusAccent, StatusAlert   lipgloss.Style
	Prompt, PromptText, PromptHint, PromptAlert      lipgloss.Style
	Chosen                                           lipgloss.Style // chosen entry of a completion or palette
	HelpTitle, HelpKey, HelpText, HelpMuted, HelpHit lipgloss.Style
	Toast, ToastAlert                                lipgloss.Style
	Progress                                         lipgloss.Style
}

// New makes the default theme for dark or light paper, or without colours.
func New(dark, mono bool) *Styles {
	st, _ := Named(palettes[0].name, dark, mono)
	return st
}

// Named makes a theme by name; an unknown name gives the default and false.
func Named(name string, dark, mono bool) (*Styles, bool) {
	p, ok := palettes[0], false
	for i := range palettes {
		if palettes[i].name == name {
			p, ok = palettes[i], true
			break
		}
	}
	t := p.light
	if dark {
		t = p.dark
	}
	return Make(p.name, t, dark, mono), ok
}

// Make makes a theme of the reader's own colours. With mono the tokens are left out.
func Make(name string, t Tokens, dark, mono bool) *Styles {
	if mono {
		t = Tokens{}
	}
	st := &Styles{Name: name, Dark: dark, Mono: mono, Tokens: t}
	b := builder{t: t, mono: mono}
	st.Page = b.page()
	st.Row = b.row()
	st.Current = b.current()
	st.Screen = b.screen()
	st.Glamour = b.glamour()
	return st
}

type builder struct {
	t    Tokens
	mono bool
}

// ink is text in a colour; "" is the terminal's own.
func (b builder) ink(c string) lipgloss.Style {
	s := lipgloss.NewStyle()
	if c != "" {
		s = s.Foreground(lipgloss.Color(c))
	}
	return s
}

// on is text on a ground; without colours it is reversed.
func (b builder) on(text, ground string) lipgloss.Style {
	if ground == "" {
		return lipgloss.NewStyle().Reverse(true)
	}
	return b.ink(text).Background(lipgloss.Color(ground))
}

func (b builder) page() Page {
	t := b.t
	muted, accent := b.ink(t.Muted), b.ink(t.Accent)
	return Page{
		Kicker:          accent.Bold(true),
		Headline:        b.ink(t.Ink).Bold(true),
		Standfirst:      b.ink(t.Ink).Italic(!b.mono),
		Byline:          b.ink(t.Ink),
		Dateline:        b.ink(t.Ink).Bold(true),
		Meta:            muted,
		Rule:            b.ink(t.Rule),
		Caption:         muted.Italic(!b.mono),
		Credit:          muted,
		Frame:           b.ink(t.Rule),
		QuoteBar:        b.ink(t.Accent),
		PullQuote:       accent.Bold(true),
		Bullet:          b.ink(t.Accent),
		Notice:          accent,
		Correction:      b.ink(t.Ink),
		CorrectionLabel: b.ink(t.Alert).Bold(true),
		Agency:          muted,
		Link:            b.ink(t.Link).Underline(true),
		LinkNumber:      muted,
		LinkTitle:       b.ink(t.Ink),
		LinkURL:         b.ink(t.Link),
		Code:            accent,
		Embed:           muted,
		TableHead:       b.ink(t.Ink).Bold(true),
		TableRule:       b.ink(t.Rule),
		Hit:             b.hit(),
		CurrentHit:      b.hit().Bold(true).Underline(true),
		Label:           b.on(t.OnHit, t.Hit).Bold(true),
	}
}

func (b builder) hit() lipgloss.Style {
	if b.mono {
		return lipgloss.NewStyle().Reverse(true)
	}
	return b.on(b.t.OnHit, b.t.Hit)
}

func (b builder) row() Row {
	t := b.t
	return Row{
		Marker:  b.ink(t.Accent).Bold(true),
		Star:    b.ink(t.Accent),
		Kicker:  b.ink(t.Muted),
		Unread:  b.ink(t.Ink).Bold(true),
		Read:    b.ink(t.Muted),
		Meta:    b.ink(t.Muted),
		Agency:  b.ink(t.Muted),
		Snippet: b.ink(t.Muted),
		Hit:     b.hit(),
		Fill:    lipgloss.NewStyle(),
	}
}

func (b builder) current() Row {
	s := b.on(b.t.OnSelect, b.t.Selection)
	return Row{
		Marker: s.Bold(true), Star: s, Kicker: s, Unread: s.Bold(true), Read: s, Meta: s, Agency: s, Snippet: s,
		Hit: s.Underline(true), Fill: s,
	}
}

func (b builder) screen() Screen {
	t := b.t
	text, muted, accent, alert := b.ink(t.Ink), b.ink(t.Muted), b.ink(t.Accent), b.ink(t.Alert)
	if b.mono {
		alert = alert.Bold(true)
	}
	sel := b.on(t.OnSelect, t.Selection)
	return Screen{
		Text: text, Muted: muted, Accent: accent, Alert: alert,
		Title: text.Bold(true), Masthead: accent.Bold(true),
		Divider: b.ink(t.Rule), DividerFocus: accent,
		PaneTitle: muted, PaneTitleFocus: accent.Bold(true),
		Section: muted.Bold(true), Count: accent,
		Status: text, StatusMuted: muted, StatusAccent: accent.Bold(true), StatusAlert: alert,
		Prompt: accent.Bold(true), PromptText: text, PromptHint: muted, PromptAlert: alert,
		Chosen:    sel.Bold(true),
		HelpTitle: accent.Bold(true), HelpKey: text.Bold(true), HelpText: text, HelpMuted: muted, HelpHit: b.hit(),
		Toast: sel, ToastAlert: sel.Bold(true),
		Progress: accent,
	}
}

// glamour is the style of body text. Nothing in it writes a character: no
// prefixes, no margins, no padding; ui/page sets the lines itself.
func (b builder) glamour() ansi.StyleConfig {
	yes := true
	prim := func(c string) ansi.StylePrimitive {
		if c == "" {
			return ansi.StylePrimitive{}
		}
		return ansi.StylePrimitive{Color: &c}
	}
	ink := prim(b.t.Ink)
	strong, emph, head, quote := ink, ink, ink, ink
	strong.Bold, head.Bold = &yes, &yes
	emph.Italic = &yes
	if b.mono {
		emph.Italic, emph.Underline = nil, &yes
	} else {
		quote.Italic = &yes
	}
	code := prim(b.t.Accent)
	rule := prim(b.t.Rule)
	return ansi.StyleConfig{
		Paragraph:      ansi.StyleBlock{StylePrimitive: ink},
		H2:             ansi.StyleBlock{StylePrimitive: head},
		BlockQuote:     ansi.StyleBlock{StylePrimitive: quote},
		List:           ansi.StyleList{StyleBlock: ansi.StyleBlock{StylePrimitive: ink}},
		Strong:         strong,
		Emph:           emph,
		HorizontalRule: rule,
		Code:           ansi.StyleBlock{StylePrimitive: code},
		CodeBlock:      ansi.StyleCodeBlock{StyleBlock: ansi.StyleBlock{StylePrimitive: prim(b.t.Muted)}},
	}
}
