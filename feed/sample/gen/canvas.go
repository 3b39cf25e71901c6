package main

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// canvas is a picture that is painted from back to front.
type canvas struct {
	img  *image.RGBA
	w, h float64
	seed uint32
}

func newCanvas(w, h int) *canvas {
	return &canvas{img: image.NewRGBA(image.Rect(0, 0, w, h)), w: float64(w), h: float64(h), seed: 7}
}

// random is between 0 and 1, the same on every run.
func (c *canvas) random() float64 {
	c.seed = c.seed*1664525 + 1013904223
	return float64(c.seed>>8) / (1 << 24)
}

// rgb makes an opaque colour of a number like 0xRRGGBB.
func rgb(n uint32) color.RGBA {
	return color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}
}

// thin makes a colour translucent; a is between 0 and 1.
func thin(c color.RGBA, a float64) color.RGBA {
	f := func(v uint8) uint8 { return uint8(float64(v) * a) }
	return color.RGBA{f(c.R), f(c.G), f(c.B), uint8(255 * a)}
}

func mix(a, b color.RGBA, t float64) color.RGBA {
	f := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*t) }
	return color.RGBA{f(a.R, b.R), f(a.G, b.G), f(a.B, b.B), 255}
}

// gradient fills a band from top to bottom, from one colour over others to the last.
func (c *canvas) gradient(top, bottom float64, stops ...color.RGBA) {
	for y := top; y < bottom; y++ {
		t := (y - top) / (bottom - top) * float64(len(stops)-1)
		i := min(int(t), len(stops)-2)
		line := image.Rect(0, int(y), int(c.w), int(y)+1)
		draw.Draw(c.img, line, image.NewUniform(mix(stops[i], stops[i+1], t-float64(i))), image.Point{}, draw.Src)
	}
}

// shape fills a polygon, given as x, y, x, y, ...
func (c *canvas) shape(fill color.RGBA, points ...float64) {
	r := vector.NewRasterizer(int(c.w), int(c.h))
	r.MoveTo(float32(points[0]), float32(points[1]))
	for i := 2; i+1 < len(points); i += 2 {
		r.LineTo(float32(points[i]), float32(points[i+1]))
	}
	r.ClosePath()
	r.Draw(c.img, c.img.Bounds(), image.NewUniform(fill), image.Point{})
}

func (c *canvas) rect(x0, y0, x1, y1 float64, fill color.RGBA) {
	c.shape(fill, x0, y0, x1, y0, x1, y1, x0, y1)
}

// line draws a straight stroke.
func (c *canvas) line(x0, y0, x1, y1, width float64, ink color.RGBA) {
	dx, dy := x1-x0, y1-y0
	n := math.Hypot(dx, dy)
	ox, oy := -dy/n*width/2, dx/n*width/2
	c.shape(ink, x0+ox, y0+oy, x1+ox, y1+oy, x1-ox, y1-oy, x0-ox, y0-oy)
}

func (c *canvas) ellipse(x, y, rx, ry float64, fill color.RGBA) {
	points := make([]float64, 0, 96)
	for i := range 48 {
		a := float64(i) / 48 * 2 * math.Pi
		points = append(points, x+rx*math.Cos(a), y+ry*math.Sin(a))
	}
	c.shape(fill, points...)
}

// glow lays light around a point, fading towards the radius.
func (c *canvas) glow(x, y, radius float64, light color.RGBA, strength float64) {
	for py := int(max(0, y-radius)); py < int(min(c.h, y+radius)); py++ {
		for px := int(max(0, x-radius)); px < int(min(c.w, x+radius)); px++ {
			near := 1 - math.Hypot(float64(px)-x, float64(py)-y)/radius
			if near > 0 {
				c.img.SetRGBA(px, py, mix(c.img.RGBAAt(px, py), light, strength*near*near))
			}
		}
	}
}

// hills draws a skyline of soft waves down to the given base.
func (c *canvas) hills(y, height, length, phase, base float64, fill color.RGBA) {
	points := []float64{0, base}
	for x := 0.0; x <= c.w; x += 8 {
		points = append(points, x, y-height*(math.Sin(x/length+phase)+0.5*math.Sin(x/length*2.3+phase*2)))
	}
	c.shape(fill, append(points, c.w, base)...)
}

// ripples lays short strokes on water, longer towards the foreground.
func (c *canvas) ripples(top, bottom float64, n int, ink color.RGBA) {
	for range n {
		t := c.random()
		y := top + (bottom-top)*t*t
		length := 10 + 90*(y-top)/(bottom-top)
		x := c.random()*(c.w+length) - length
		c.rect(x, y, x+length, y+1+2*t, ink)
	}
}
