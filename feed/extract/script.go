package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// Figures set high and low, as characters of their own: a reader without them
// would take 10^6 for 106.

const (
	raisedFrom  = "0123456789+-−–=()nixjk"
	raisedTo    = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱˣʲᵏ"
	loweredFrom = "0123456789+-−–=()nixjkmt"
	loweredTo   = "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₙᵢₓⱼₖₘₜ"

	maxScriptText = 40 // bytes of what is set high or low; longer is text
)

// shifted writes s with the characters of from as those of to; false where one has none.
func shifted(s, from, to string) (string, bool) {
	have, want := []rune(from), []rune(to)
	var b strings.Builder
	for _, r := range s {
		at := -1
		for k, f := range have {
			if f == r {
				at = k
			}
		}
		if at < 0 {
			return "", false
		}
		b.WriteRune(want[at])
	}
	return b.String(), s != ""
}

func raised(s string) (string, bool)  { return shifted(s, raisedFrom, raisedTo) }
func lowered(s string) (string, bool) { return shifted(s, loweredFrom, loweredTo) }

// superscript writes s as what is set high behind a text: "²", or "^(a+b)".
func superscript(s string) string {
	if out, ok := raised(strings.ReplaceAll(s, " ", "")); ok {
		return out
	}
	return grouped("^", s)
}

// subscript writes s as what is set low behind a text.
func subscript(s string) string {
	if out, ok := lowered(strings.ReplaceAll(s, " ", "")); ok {
		return out
	}
	return grouped("_", s)
}

func grouped(sign, s string) string {
	if s == "" || utf8.RuneCountInString(s) == 1 {
		return sign + s
	}
	return sign + "(" + s + ")"
}

// script takes a <sup> or <sub>. Words stay as they are, "1st" and "Mme" are read
// so; so do links, which are the marks of notes.
func (b *builder) script(i int32, high bool) {
	if b.p.nodes[i].text > maxScriptText || b.p.find(i, func(nd *node) bool { return nd.tag == atom.A }) >= 0 {
		b.children(i)
		return
	}
	s := strings.TrimSpace(b.p.rawText(i))
	before := b.lastRune()
	figures := strings.ContainsAny(s, "0123456789")
	single := utf8.RuneCountInString(s) == 1
	out, ok := lowered(s)
	if high {
		out, ok = raised(s)
	}
	word := !figures && !single && !strings.ContainsAny(s, "+-−")
	runsOn := unicode.IsDigit(before) && unicode.IsDigit(firstRune(s)) // a reader would take both for one number
	switch {
	case word, before == 0, unicode.IsSpace(before):
		b.children(i)
	case ok:
		b.text(out)
	case runsOn && high:
		b.text(grouped("^", s))
	case runsOn:
		b.text(grouped("_", s))
	default:
		b.children(i)
	}
}

// lastRune is the character that the run ends with so far, 0 for none.
func (b *builder) lastRune() rune {
	if len(b.run) == 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(b.run[len(b.run)-1].Text)
	return r
}
