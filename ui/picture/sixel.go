package picture

import (
	"fmt"
	"image"
	"image/color"
	"sort"
	"strings"
)

// sixels draws a picture at the cursor: a palette of the picture's own, then
// bands of six rows, in each the columns of one colour after the other.
func sixels(img *image.RGBA) string {
	p := dither(img, quantize(img, 255), faithful)
	w, h := p.Rect.Dx(), p.Rect.Dy()
	var b strings.Builder
	fmt.Fprintf(&b, "\x1bP0;1;0q\"1;1;%d;%d", w, h)
	for i, c := range p.Palette {
		r, g, bl, _ := c.RGBA()
		fmt.Fprintf(&b, "#%d;2;%d;%d;%d", i, r*100/0xffff, g*100/0xffff, bl*100/0xffff)
	}
	band := make([][]byte, len(p.Palette)) // a mask of six bits for each column, nil: the colour is not used
	for top := 0; top < h; top += 6 {
		var used []int
		for y := top; y < min(top+6, h); y++ {
			for x := range w {
				i := int(p.Pix[y*p.Stride+x])
				if band[i] == nil {
					band[i] = make([]byte, w)
					used = append(used, i)
				}
				band[i][x] |= 1 << (y - top)
			}
		}
		for n, i := range used {
			if n > 0 {
				b.WriteByte('$')
			}
			fmt.Fprintf(&b, "#%d", i)
			writeBand(&b, band[i])
			band[i] = nil
		}
		b.WriteByte('-')
	}
	b.WriteString("\x1b\\")
	return b.String()
}

// writeBand writes columns, runs of the same shortened; empty ones at the end are left out.
func writeBand(b *strings.Builder, masks []byte) {
	for len(masks) > 0 && masks[len(masks)-1] == 0 {
		masks = masks[:len(masks)-1]
	}
	for i := 0; i < len(masks); {
		j := i + 1
		for j < len(masks) && masks[j] == masks[i] {
			j++
		}
		if n := j - i; n > 3 {
			fmt.Fprintf(b, "!%d%c", n, masks[i]+'?')
		} else {
			b.WriteString(strings.Repeat(string(rune(masks[i]+'?')), n))
		}
		i = j
	}
}

// quantize chooses at most n colours for a picture by median cut: the box of
// colours that matters most is cut in two at the middle of its pixels.
func quantize(img *image.RGBA, n int) color.Palette {
	px := samples(img)
	boxes := [][][3]uint8{px}
	for len(boxes) < n {
		best, axis, weight := -1, 0, 0
		for i, bx := range boxes {
			if a, span := longest(bx); len(bx) > 1 && span > 0 && span*len(bx) > weight {
				best, axis, weight = i, a, span*len(bx)
			}
		}
		if best < 0 {
			break
		}
		bx := boxes[best]
		sort.Slice(bx, func(i, j int) bool { return bx[i][axis] < bx[j][axis] })
		boxes[best] = bx[:len(bx)/2]
		boxes = append(boxes, bx[len(bx)/2:])
	}
	out := make(color.Palette, len(boxes))
	for i, bx := range boxes {
		var sum [3]int
		for _, c := range bx {
			for k := range sum {
				sum[k] += int(c[k])
			}
		}
		out[i] = color.RGBA{uint8(sum[0] / len(bx)), uint8(sum[1] / len(bx)), uint8(sum[2] / len(bx)), 255}
	}
	return out
}

// maxSamples is from how many pixels a palette is chosen.
const maxSamples = 1 << 14

func samples(img *image.RGBA) [][3]uint8 {
	n := len(img.Pix) / 4
	step := max(1, n/maxSamples)
	out := make([][3]uint8, 0, n/step+1)
	for i := 0; i < n; i += step {
		p := img.Pix[4*i:]
		out = append(out, [3]uint8{p[0], p[1], p[2]})
	}
	return out
}

func longest(box [][3]uint8) (axis, span int) {
	low, high := [3]uint8{255, 255, 255}, [3]uint8{}
	for _, c := range box {
		for k := range c {
			low[k], high[k] = min(low[k], c[k]), max(high[k], c[k])
		}
	}
	for k := range low {
		if s := int(high[k]) - int(low[k]); s > span {
			axis, span = k, s
		}
	}
	return axis, span
}
