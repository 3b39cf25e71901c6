package picture

import (
	"image"
	"image/color"
	"strconv"
	"strings"

	"github.com/charmbracelet/colorprofile"
)

// halfBlocks draws two pixels in each cell, an upper and a lower one, in the
// colours the terminal has: fewer than all are dithered.
func halfBlocks(img *image.RGBA, colours colorprofile.Profile) []string {
	var pens pens
	switch {
	case colours >= colorprofile.TrueColor:
		pens = trueColour{img}
	case colours >= colorprofile.ANSI256:
		pens = indexed{dither(img, palette256(), calm), pen256}
	default:
		pens = indexed{dither(img, palette16, calmer), pen16}
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()/2
	out := make([]string, h)
	var b strings.Builder
	for y := range out {
		b.Reset()
		fg, bg := -1, -1
		for x := range w {
			top, low := pens.at(x, 2*y), pens.at(x, 2*y+1)
			sign := "▀"
			// The other half block shows the same with the colours changed over, and
			// often one of them is in the pens already.
			if top == bg || low == fg {
				top, low, sign = low, top, "▄"
			}
			if top != fg || low != bg {
				b.WriteString("\x1b[")
				if top != fg {
					pens.write(&b, top, false)
				}
				if low != bg {
					if top != fg {
						b.WriteByte(';')
					}
					pens.write(&b, low, true)
				}
				b.WriteByte('m')
				fg, bg = top, low
			}
			b.WriteString(sign)
		}
		b.WriteString("\x1b[m")
		out[y] = b.String()
	}
	return out
}

// pens are the colours a picture is drawn in: at gives a pixel's, write puts it
// into a sequence that selects it.
type pens interface {
	at(x, y int) int
	write(b *strings.Builder, pen int, ground bool)
}

// trueColour drops the last bits: no eye sees them, and neighbours that become
// the same need no sequence between them.
type trueColour struct{ img *image.RGBA }

func (t trueColour) at(x, y int) int {
	p := t.img.Pix[t.img.PixOffset(x, y):]
	return int(p[0])>>2<<16 | int(p[1])>>2<<8 | int(p[2])>>2
}

func (trueColour) write(b *strings.Builder, pen int, ground bool) {
	b.WriteString(ground256(ground))
	b.WriteString(";2")
	for shift := 16; shift >= 0; shift -= 8 {
		v := pen >> shift & 0x3f
		b.WriteByte(';')
		b.WriteString(strconv.Itoa(v<<2 | v>>4))
	}
}

func ground256(ground bool) string {
	if ground {
		return "48"
	}
	return "38"
}

// indexed is a picture in the colours of a palette.
type indexed struct {
	img *image.Paletted
	pen func(index int, ground bool) string
}

func (i indexed) at(x, y int) int { return int(i.img.ColorIndexAt(x, y)) }

func (i indexed) write(b *strings.Builder, pen int, ground bool) {
	b.WriteString(i.pen(pen, ground))
}

func pen256(i int, ground bool) string {
	return ground256(ground) + ";5;" + strconv.Itoa(i+firstFixed)
}

func pen16(i int, ground bool) string {
	n := 30 + i
	if i >= 8 {
		n = 90 + i - 8
	}
	if ground {
		n += 10
	}
	return strconv.Itoa(n)
}

// firstFixed is the first of the 256 colours that is the same everywhere.
const firstFixed = 16

// palette256 is the colour cube and the greys, from firstFixed on.
func palette256() color.Palette {
	p := make(color.Palette, 0, 240)
	step := func(i int) uint8 {
		if i == 0 {
			return 0
		}
		return uint8(55 + 40*i)
	}
	for i := range 216 {
		p = append(p, color.RGBA{step(i / 36), step(i / 6 % 6), step(i % 6), 255})
	}
	for i := range 24 {
		v := uint8(8 + 10*i)
		p = append(p, color.RGBA{v, v, v, 255})
	}
	return p
}

// palette16 is xterm's. Themes change them, but not what they are called.
var palette16 = color.Palette{
	color.RGBA{0, 0, 0, 255},
	color.RGBA{205, 0, 0, 255},
	color.RGBA{0, 205, 0, 255},
	color.RGBA{205, 205, 0, 255},
	color.RGBA{0, 0, 238, 255},
	color.RGBA{205, 0, 205, 255},
	color.RGBA{0, 205, 205, 255},
	color.RGBA{229, 229, 229, 255},
	color.RGBA{127, 127, 127, 255},
	color.RGBA{255, 0, 0, 255},
	color.RGBA{0, 255, 0, 255},
	color.RGBA{255, 255, 0, 255},
	color.RGBA{92, 92, 255, 255},
	color.RGBA{255, 0, 255, 255},
	color.RGBA{0, 255, 255, 255},
	color.RGBA{255, 255, 255, 255},
}
