package picture

import (
	"image"
	"image/color"
)

// manner is how a picture is dithered: how much of what a pixel is off goes on, in
// sixteenths, and how much worse another tint is than another brightness. Less
// than all and more than nothing calm a picture whose pixels are as large as half
// a cell and whose colours are few.
type manner struct{ share, tint int32 }

var (
	faithful = manner{share: 16}
	calm     = manner{share: 11}          // for 256 colours
	calmer   = manner{share: 12, tint: 1} // for 16
)

// dither draws a picture in the colours of a palette; what each pixel is off is
// handed to its neighbours (Floyd and Steinberg), row by row to and fro, so that
// no worms appear.
func dither(img *image.RGBA, p color.Palette, m manner) *image.Paletted {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := image.NewPaletted(image.Rect(0, 0, w, h), p)
	near := newNearest(p, m.tint)
	this, next := make([][3]int32, w+2), make([][3]int32, w+2)
	for y := range h {
		x, end, step := 0, w, 1
		if y&1 == 1 {
			x, end, step = w-1, -1, -1
		}
		for ; x != end; x += step {
			pix := img.Pix[img.PixOffset(x, y):]
			var want [3]int32
			for c := range want {
				want[c] = max(-overshoot, min(int32(pix[c])+this[x+1][c]*m.share/256, 255+overshoot))
			}
			i := near.find(want)
			out.Pix[out.PixOffset(x, y)] = uint8(i)
			for c := range want {
				off := want[c] - near.rgb[i][c]
				this[x+1+step][c] += 7 * off
				next[x+1-step][c] += 3 * off
				next[x+1][c] += 5 * off
				next[x+1+step][c] += off
			}
		}
		this, next = next, this
		clear(next)
	}
	return out
}

// overshoot is how far beyond black and white a debt may grow. Sixteen colours
// need it: what they are off is large and often paid only some pixels later.
const overshoot = 128

// nearest finds the colour of a palette that is nearest, and remembers what it
// found for colours that agree in their first five bits.
type nearest struct {
	rgb  [][3]int32
	tint int32
	seen [1 << 15]int16 // index + 1
}

func newNearest(p color.Palette, tint int32) *nearest {
	n := &nearest{rgb: make([][3]int32, len(p)), tint: tint}
	for i, c := range p {
		r, g, b, _ := c.RGBA()
		n.rgb[i] = [3]int32{int32(r >> 8), int32(g >> 8), int32(b >> 8)}
	}
	return n
}

func (n *nearest) find(c [3]int32) int {
	for k := range c {
		c[k] = max(0, min(c[k], 255))
	}
	key := c[0]>>3<<10 | c[1]>>3<<5 | c[2]>>3
	if i := n.seen[key]; i > 0 {
		return int(i - 1)
	}
	best, least := 0, int32(1<<30)
	for i := range n.rgb {
		if d := n.distance(c, n.rgb[i]); d < least {
			best, least = i, d
		}
	}
	n.seen[key] = int16(best + 1)
	return best
}

// distance weighs brightness as eyes do, green most.
func (n *nearest) distance(a, b [3]int32) int32 {
	r, g, bl := a[0]-b[0], a[1]-b[1], a[2]-b[2]
	return 2*r*r + 4*g*g + 3*bl*bl + n.tint*((r-g)*(r-g)+(g-bl)*(g-bl)+(r-bl)*(r-bl))
}
