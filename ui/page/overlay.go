package page

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// patch is what an overlay does to columns from..to of a line: another style,
// or another text of the same width.
type patch struct {
	from, to int
	on, off  string // select graphic rendition
	text     string // "" keeps what stands there
}

// overlay draws patches, in order and apart from each other, onto a styled
// line. What is around them keeps its style, links stay links.
func overlay(s string, patches []patch) string {
	if len(patches) == 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 32*len(patches))
	var pen strings.Builder // the style in force outside of patches
	inside := false
	col := 0
	var state byte
	for len(s) > 0 {
		seq, w, n, next := ansi.DecodeSequence(s, state, nil)
		state = next
		s = s[n:]
		if w == 0 {
			if isSGR(seq) {
				if seq == "\x1b[m" || seq == "\x1b[0m" {
					pen.Reset()
				} else {
					pen.WriteString(seq)
				}
				if inside {
					continue
				}
			}
			b.WriteString(seq)
			continue
		}
		if inside && col >= patches[0].to {
			b.WriteString(patches[0].off + pen.String())
			inside, patches = false, patches[1:]
		}
		if !inside && len(patches) > 0 && col+w > patches[0].from && col < patches[0].to {
			if pen.Len() > 0 {
				b.WriteString("\x1b[m")
			}
			b.WriteString(patches[0].on)
			b.WriteString(patches[0].text)
			inside = true
		}
		if !inside || patches[0].text == "" {
			b.WriteString(seq)
		}
		col += w
	}
	if inside {
		b.WriteString(patches[0].off)
	}
	return b.String()
}

func isSGR(seq string) bool {
	return strings.HasPrefix(seq, "\x1b[") && strings.HasSuffix(seq, "m")
}

// decorate is a line with search hits and link letters on it, or of a picture.
func (p *Pane) decorate(n int, labels []label) string {
	s := p.page.Lines[n]
	if s == "" && p.art != nil {
		if f := p.figureAt(n); f != nil {
			return strings.Repeat(" ", f.Col) + p.art(f, n-f.Line)
		}
	}
	var patches []patch
	for _, m := range p.find.on(n) {
		st := p.page.st.Page.Hit
		if m.hit == p.find.cur {
			st = p.page.st.Page.CurrentHit
		}
		on, off := sgr(st)
		patches = append(patches, patch{from: m.from, to: m.to, on: on, off: off})
	}
	s = overlay(s, patches)
	patches = patches[:0]
	for _, l := range labels {
		if l.line == n {
			on, off := sgr(p.page.st.Page.Label)
			at := max(0, min(l.col, p.page.full(n)-len(l.name)))
			if k := len(patches); k > 0 {
				at = max(at, patches[k-1].to)
			}
			patches = append(patches, patch{from: at, to: at + len(l.name), on: on, off: off, text: l.name})
		}
	}
	return overlay(s, patches)
}
