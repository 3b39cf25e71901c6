package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	imagedraw "image/draw"
	"image/png"
	"strings"

	"github.com/charmbracelet/x/ansi/kitty"
	"github.com/charmbracelet/x/vt"
)

// pixels are what pictures on a screen are made of: half blocks, which as text would
// not meet at their edges, and what stands where Kitty's placeholders are. They are
// one picture laid over the cells.
type pixels struct {
	img  *image.NRGBA
	used image.Rectangle // what of it is not empty
}

func pictures(screen *vt.SafeEmulator, held map[int]*image.NRGBA, width, height int) *pixels {
	p := &pixels{img: image.NewNRGBA(image.Rect(0, 0, width*cellWidth, height*cellHeight))}
	const upper = (cellHeight + 1) / 2
	for y := range height {
		var of cellOf
		for x := range width {
			c := screen.CellAt(x, y)
			if c == nil {
				continue
			}
			at := image.Pt(x*cellWidth, y*cellHeight)
			if of.read(c) {
				p.copy(at, held[of.id], of)
				continue
			}
			top, low := c.Style.Fg, c.Style.Bg
			switch c.Content {
			case "▄":
				top, low = low, top
			case "▀":
			default:
				continue
			}
			p.fill(image.Rect(0, 0, cellWidth, upper).Add(at), top)
			p.fill(image.Rect(0, upper, cellWidth, cellHeight).Add(at), low)
		}
	}
	return p
}

func (p *pixels) fill(r image.Rectangle, c color.Color) {
	if c != nil {
		imagedraw.Draw(p.img, r, image.NewUniform(c), image.Point{}, imagedraw.Src)
		p.used = p.used.Union(r)
	}
}

// copy shows a cell of a picture the terminal holds.
func (p *pixels) copy(at image.Point, from *image.NRGBA, of cellOf) {
	if from == nil {
		return
	}
	r := image.Rect(0, 0, cellWidth, cellHeight).Add(at)
	imagedraw.Draw(p.img, r, from, image.Pt(of.col*cellWidth, of.row*cellHeight), imagedraw.Src)
	p.used = p.used.Union(r)
}

// holds reports whether a stretch is part of a picture.
func (p *pixels) holds(s *stretch) bool {
	text := s.text.String()
	return !p.used.Empty() && (strings.Trim(text, "▀▄") == "" || strings.HasPrefix(text, string(kitty.Placeholder)))
}

func (p *pixels) write(b *bytes.Buffer) {
	if p.used.Empty() {
		return
	}
	var data bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestCompression}
	if err := e.Encode(&data, p.img.SubImage(p.used)); err != nil {
		panic(err) // the picture is small, and the buffer takes all
	}
	fmt.Fprintf(b, "<image x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" href=\"data:image/png;base64,%s\"/>\n",
		frame+p.used.Min.X, frame+p.used.Min.Y, p.used.Dx(), p.used.Dy(), base64.StdEncoding.EncodeToString(data.Bytes()))
}
