package main

import (
	"bytes"
	"fmt"
	"html"
	"image"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
)

// A cell's size in the picture, and the empty frame around the screen.
const (
	cellWidth  = 9
	cellHeight = 19
	frame      = 16
)

// paper is what a terminal's default colours look like.
type paper struct{ ink, ground string }

var (
	darkPaper  = paper{"#d6d3cd", "#1b1b1d"}
	lightPaper = paper{"#242220", "#fbf9f4"}
)

// stretch is a run of cells of one line that look alike.
type stretch struct {
	x, width int
	text     strings.Builder
	style    uv.Style
	linked   bool
}

// draw writes the screen as SVG: a rectangle and a text for each stretch, the
// text held to the cells by its length whatever the viewer's font.
func draw(screen *vt.SafeEmulator, held map[int]*image.NRGBA, width, height int, light bool) []byte {
	p := darkPaper
	if light {
		p = lightPaper
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="15">`,
		width*cellWidth+2*frame, height*cellHeight+2*frame)
	fmt.Fprintf(&b, "\n<rect width=\"100%%\" height=\"100%%\" rx=\"8\" fill=\"%s\"/>\n", p.ground)
	over := pictures(screen, held, width, height)
	for y := range height {
		for _, s := range stretches(screen, y, width) {
			if !over.holds(s) {
				s.draw(&b, y, p)
			}
		}
	}
	over.write(&b)
	b.WriteString("</svg>\n")
	return b.Bytes()
}

func stretches(screen *vt.SafeEmulator, y, width int) []*stretch {
	var out []*stretch
	for x := 0; x < width; {
		c := screen.CellAt(x, y)
		if c == nil || c.Width == 0 {
			x++
			continue
		}
		last := (*stretch)(nil)
		if len(out) > 0 {
			last = out[len(out)-1]
		}
		linked := c.Link.URL != ""
		// A wide character stands alone: fonts differ in how wide they draw it.
		if last == nil || c.Width > 1 || last.width > 0 && last.x+last.width != x || !last.style.Equal(&c.Style) || last.linked != linked || wide(last) {
			last = &stretch{x: x, style: c.Style, linked: linked}
			out = append(out, last)
		}
		if c.Content == "" {
			last.text.WriteByte(' ')
		} else {
			last.text.WriteString(c.Content)
		}
		last.width += c.Width
		x += c.Width
	}
	return out
}

func wide(s *stretch) bool { return s.width == 2 && len([]rune(s.text.String())) == 1 }

func (s *stretch) draw(b *bytes.Buffer, y int, p paper) {
	ink, ground := hex(s.style.Fg, p.ink), hex(s.style.Bg, "")
	if s.style.Attrs&uv.AttrReverse != 0 {
		if ground == "" {
			ground = p.ground
		}
		ink, ground = ground, ink
	}
	x, top, width := frame+s.x*cellWidth, frame+y*cellHeight, s.width*cellWidth
	if ground != "" {
		fmt.Fprintf(b, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n", x, top, width, cellHeight, ground)
	}
	text := s.text.String()
	if strings.TrimSpace(text) == "" {
		return
	}
	look := ""
	if s.style.Attrs&uv.AttrBold != 0 {
		look += ` font-weight="bold"`
	}
	if s.style.Attrs&uv.AttrItalic != 0 {
		look += ` font-style="italic"`
	}
	if s.style.Attrs&uv.AttrFaint != 0 {
		look += ` opacity="0.6"`
	}
	if s.style.Underline != 0 || s.linked {
		look += ` text-decoration="underline"`
	}
	fmt.Fprintf(b, "<text x=\"%d\" y=\"%d\" textLength=\"%d\" fill=\"%s\" xml:space=\"preserve\"%s>%s</text>\n",
		x, top+15, width, ink, look, html.EscapeString(text))
}

func hex(c color.Color, otherwise string) string {
	if c == nil {
		return otherwise
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
