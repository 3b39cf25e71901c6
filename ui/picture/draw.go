package picture

import (
	"context"
	"image"

	"github.com/charmbracelet/colorprofile"
	xdraw "golang.org/x/image/draw"
)

// Order says how a picture is to be drawn.
type Order struct {
	Protocol   Protocol
	Cols, Rows int         // the most it may take
	Cell       image.Point // in pixels; zero: usual
	Colours    colorprofile.Profile
	ID         int  // Kitty and Placed: from a Shelf
	Wrapped    bool // Kitty within tmux: what is sent goes through it
}

// Drawing is a picture ready to be shown.
type Drawing struct {
	Pixels image.Point // the picture's own size
	Cells  image.Point // what it takes
	Lines  []string    // Half and Kitty: Cells.Y lines, each Cells.X wide
	Send   string      // Kitty: goes to the terminal once, before Lines; the painted ones: draws at the cursor
}

// Draw decodes a picture and draws it. It may take a second: never call it in
// Update.
func Draw(ctx context.Context, data []byte, o Order) (Drawing, error) {
	img, turn, err := decode(ctx, data)
	if err != nil {
		return Drawing{}, err
	}
	if o.Cell == (image.Point{}) {
		o.Cell = usualCell
	}
	d := Drawing{Pixels: img.Bounds().Size()}
	if turn.sideways() {
		d.Pixels.X, d.Pixels.Y = d.Pixels.Y, d.Pixels.X
	}
	d.Cells = Fit(d.Pixels, o.Cols, o.Rows, o.Cell)
	box := image.Pt(d.Cells.X*o.Cell.X, d.Cells.Y*o.Cell.Y)
	switch o.Protocol {
	case Half:
		d.Lines = halfBlocks(scale(img, turn, image.Pt(d.Cells.X, 2*d.Cells.Y)), o.Colours)
	case Kitty:
		d.Send, err = transmit(scale(img, turn, within(d.Pixels, box)), d.Cells, o)
		d.Lines = placeholders(d.Cells, o.ID)
	case Placed:
		d.Send, err = transmit(scale(img, turn, within(d.Pixels, box)), d.Cells, o)
	case Sixel:
		d.Send = sixels(scale(img, turn, shaped(d.Pixels, box)))
	case ITerm:
		d.Send, err = iterm(scale(img, turn, within(d.Pixels, box)), d.Cells)
	case None:
	}
	return d, err
}

// shaped is the largest size of a picture's shape in a box; within is no larger
// than the picture: what the terminal enlarges itself need not be sent.
func shaped(size, box image.Point) image.Point {
	w, h := box.X, box.X*size.Y/size.X
	if h > box.Y {
		w, h = box.Y*size.X/size.Y, box.Y
	}
	return image.Pt(max(1, w), max(1, h))
}

func within(size, box image.Point) image.Point {
	return shaped(size, image.Pt(min(box.X, size.X), min(box.Y, size.Y)))
}

// scale gives a picture in so many pixels, upright and on white paper.
func scale(img image.Image, turn orientation, to image.Point) *image.RGBA {
	if turn.sideways() {
		to.X, to.Y = to.Y, to.X
	}
	dst := image.NewRGBA(image.Rectangle{Max: to})
	op := xdraw.Src
	if o, ok := img.(interface{ Opaque() bool }); !ok || !o.Opaque() {
		xdraw.Draw(dst, dst.Rect, paper, image.Point{}, xdraw.Src)
		op = xdraw.Over
	}
	xdraw.CatmullRom.Scale(dst, dst.Rect, img, img.Bounds(), op, nil)
	return turn.upright(dst)
}
