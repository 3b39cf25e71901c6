// Package prompt is one line of input: searches, filters, addresses, names.
// It has a history and completes words, and knows nothing of what they are for.
package prompt

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"depesche/ui/keys"
	"depesche/ui/theme"
)

// maxText bounds what can be typed or pasted, in bytes.
const maxText = 4096

// Outcome is what an action did to the prompt.
type Outcome uint8

// The outcomes.
const (
	Nothing Outcome = iota
	Edited          // the text is another now
	Accepted
	Cancelled
)

// Prompt is one line of input. The zero value is empty and ready.
type Prompt struct {
	Label    string
	Hint     string                     // shown, muted, while nothing is typed
	Complete func(word string) []string // what a word may become; nil: nothing

	text    string
	pos     int // byte offset of the cursor, always between two graphemes
	history []string
	at      int // place in history; len(history) is the line being typed
	typed   string
	offers  []string // completions being gone through
	offer   int
	from    int // where the completed word begins
}

// New opens a prompt with a text to begin with and the lines typed before, oldest first.
func New(label, text string, history []string) Prompt {
	return Prompt{Label: label, text: text, pos: len(text), history: history, at: len(history)}
}

// Text is what has been typed.
func (p *Prompt) Text() string { return p.text }

// Set replaces the text.
func (p *Prompt) Set(s string) { p.text, p.pos = s, len(s) }

// At puts the cursor before the grapheme that byte n of the text belongs to.
func (p *Prompt) At(n int) {
	p.pos = 0
	for p.pos < len(p.text) && p.after(p.pos) <= n {
		p.pos = p.after(p.pos)
	}
}

// Type puts text in at the cursor; line breaks become blanks, controls are left out.
func (p *Prompt) Type(s string) Outcome {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case unicode.IsControl(r) || r == utf8.RuneError:
			return -1
		}
		return r
	}, s)
	if room := maxText - len(p.text); len(s) > room {
		s = strings.ToValidUTF8(s[:max(0, room)], "")
	}
	if s == "" {
		return Nothing
	}
	p.text = p.text[:p.pos] + s + p.text[p.pos:]
	p.pos += len(s)
	p.offers = nil
	return Edited
}

// Do carries out one of the typing actions; others are Nothing.
func (p *Prompt) Do(a keys.Action) Outcome {
	if a != keys.Complete {
		p.offers = nil
	}
	before := p.text
	switch a {
	case keys.Accept:
		return Accepted
	case keys.Cancel:
		return Cancelled
	case keys.Complete:
		p.complete()
	case keys.Older:
		p.recall(-1)
	case keys.Newer:
		p.recall(1)
	default:
		p.edit(a)
	}
	if p.text != before {
		return Edited
	}
	return Nothing
}

func (p *Prompt) edit(a keys.Action) {
	switch a {
	case keys.CursorLeft:
		p.pos = p.before(p.pos)
	case keys.CursorRight:
		p.pos = p.after(p.pos)
	case keys.CursorStart:
		p.pos = 0
	case keys.CursorEnd:
		p.pos = len(p.text)
	case keys.WordLeft:
		p.pos = p.wordBefore()
	case keys.WordRight:
		p.pos = p.wordAfter()
	case keys.DeleteBack:
		p.cut(p.before(p.pos), p.pos)
	case keys.DeleteForward:
		p.cut(p.pos, p.after(p.pos))
	case keys.DeleteWord:
		p.cut(p.wordBefore(), p.pos)
	case keys.DeleteLine:
		p.cut(0, p.pos)
	case keys.DeleteRest:
		p.cut(p.pos, len(p.text))
	default:
	}
}

func (p *Prompt) cut(from, to int) {
	p.text = p.text[:from] + p.text[to:]
	p.pos = from
}

// after is the offset behind the grapheme at i.
func (p *Prompt) after(i int) int {
	if i >= len(p.text) {
		return len(p.text)
	}
	g, _ := ansi.FirstGraphemeCluster(p.text[i:], ansi.GraphemeWidth)
	return i + max(1, len(g))
}

// before is the offset of the grapheme that ends at i. Graphemes can only be
// told from the left, so it walks there.
func (p *Prompt) before(i int) int {
	at := 0
	for next := p.after(0); next < i; next = p.after(at) {
		at = next
	}
	return at
}

func (p *Prompt) wordBefore() int {
	s := strings.TrimRightFunc(p.text[:p.pos], unicode.IsSpace)
	return strings.LastIndexFunc(s, unicode.IsSpace) + 1
}

func (p *Prompt) wordAfter() int {
	rest := p.text[p.pos:]
	blank := len(rest) - len(strings.TrimLeftFunc(rest, unicode.IsSpace))
	if i := strings.IndexFunc(rest[blank:], unicode.IsSpace); i >= 0 {
		return p.pos + blank + i
	}
	return len(p.text)
}

// recall goes through the history: only lines that begin as what was typed.
func (p *Prompt) recall(dir int) {
	if p.at == len(p.history) {
		p.typed = p.text
	}
	for i := p.at + dir; i >= 0 && i <= len(p.history); i += dir {
		if i == len(p.history) {
			p.at = i
			p.Set(p.typed)
			return
		}
		if strings.HasPrefix(p.history[i], p.typed) && p.history[i] != p.text {
			p.at = i
			p.Set(p.history[i])
			return
		}
	}
}

// complete puts in the next of the completions of the word before the cursor.
func (p *Prompt) complete() {
	if p.Complete == nil {
		return
	}
	if p.offers == nil {
		p.from = strings.LastIndexFunc(p.text[:p.pos], unicode.IsSpace) + 1
		word := p.text[p.from:p.pos]
		p.offers = append(slices.Clone(p.Complete(word)), word)
		p.offer = -1
	}
	p.offer = (p.offer + 1) % len(p.offers)
	p.cut(p.from, p.pos)
	s := p.offers[p.offer]
	p.text = p.text[:p.pos] + s + p.text[p.pos:]
	p.pos += len(s)
}

// Remember puts a line at the end of a history, each once, no more than limit.
func Remember(history []string, line string, limit int) []string {
	line = strings.TrimSpace(line)
	if line == "" {
		return history
	}
	out := slices.DeleteFunc(slices.Clone(history), func(s string) bool { return s == line })
	out = append(out, line)
	return out[max(0, len(out)-limit):]
}

// Render draws the prompt at most w cells wide and says in which cell the
// cursor stands. Of a long text the part around the cursor is shown.
func (p *Prompt) Render(st *theme.Styles, w int) (line string, cursor int) {
	if w <= 0 {
		return "", 0
	}
	label := p.Label
	if ansi.StringWidth(label) > w/2 {
		label = ansi.Truncate(label, w/2, "")
	}
	room := w - ansi.StringWidth(label) - 1 // one cell for the cursor behind the text
	out := st.Screen.Prompt.Render(label)
	if label == "" {
		out = ""
	}
	if p.text == "" {
		if p.Hint != "" && room > 0 {
			out += st.Screen.PromptHint.Render(ansi.Truncate(p.Hint, room, ""))
		}
		return out, min(w-1, ansi.StringWidth(label))
	}
	from := 0
	for from < p.pos && ansi.StringWidth(p.text[from:p.pos]) > max(0, room-1) {
		from = p.after(from)
	}
	shown := ansi.Truncate(p.text[from:], max(0, room), "")
	if shown != "" {
		out += st.Screen.PromptText.Render(shown)
	}
	if gap := room - ansi.StringWidth(shown) - ansi.StringWidth(p.Hint); p.Hint != "" && gap > 2 { // as long as there is room for it
		out += strings.Repeat(" ", gap) + st.Screen.PromptHint.Render(p.Hint)
	}
	return out, min(w-1, ansi.StringWidth(label)+ansi.StringWidth(p.text[from:p.pos]))
}
