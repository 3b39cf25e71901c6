package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/png"
	"io"
	"regexp"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/kitty"
	xdraw "golang.org/x/image/draw"
)

// graphics makes the emulated terminal one like kitty: it answers what such a
// terminal is asked and keeps the pictures it is sent, to be shown where their
// placeholders stand.
type graphics struct {
	terminal
	typed io.Writer // what the program reads
	open  sending
	held  map[int]*image.NRGBA // by id, each as large as its cells
}

// sending is a picture that is not whole yet, with the cells it is to fill.
type sending struct {
	id, cols, rows int
	data           strings.Builder
}

var answers = map[string]string{
	"\x1b_Gi=31,": "\x1b_Gi=31;OK\x1b\\", ansi.RequestNameVersion: "\x1bP>|kitty(0.40.1)\x1b\\",
	ansi.WindowOp(16): fmt.Sprintf("\x1b[6;%d;%dt", cellHeight, cellWidth),
}

var command = regexp.MustCompile("\x1b_G(a=T,[^;]*i=(\\d+),c=(\\d+),r=(\\d+),)?(?:q=2,)?m=([01]);([^\x1b]*)\x1b\\\\")

func (g *graphics) Write(p []byte) (int, error) {
	for asked, answer := range answers {
		if bytes.Contains(p, []byte(asked)) {
			go func() { _, _ = io.WriteString(g.typed, answer) }()
		}
	}
	for _, m := range command.FindAllSubmatch(p, -1) {
		if err := g.take(m); err != nil {
			return 0, err
		}
	}
	return g.terminal.Write(p)
}

// take takes in a piece of a picture.
func (g *graphics) take(m [][]byte) error {
	if len(m[1]) > 0 {
		g.open = sending{}
		if _, err := fmt.Sscan(string(m[2])+" "+string(m[3])+" "+string(m[4]), &g.open.id, &g.open.cols, &g.open.rows); err != nil {
			return err
		}
	}
	g.open.data.Write(m[6])
	if string(m[5]) == "1" {
		return nil
	}
	img, err := png.Decode(base64.NewDecoder(base64.StdEncoding, strings.NewReader(g.open.data.String())))
	if err != nil {
		return err
	}
	box := image.NewNRGBA(image.Rect(0, 0, g.open.cols*cellWidth, g.open.rows*cellHeight))
	to, size := box.Rect, img.Bounds().Size()
	if w := to.Dy() * size.X / size.Y; w < to.Dx() {
		to = image.Rect((to.Dx()-w)/2, 0, (to.Dx()+w)/2, to.Dy())
	} else {
		h := to.Dx() * size.Y / size.X
		to = image.Rect(0, (to.Dy()-h)/2, to.Dx(), (to.Dy()+h)/2)
	}
	xdraw.CatmullRom.Scale(box, to, img, img.Bounds(), xdraw.Src, nil)
	g.held[g.open.id] = box
	return nil
}

// cellOf says which cell of which picture a placeholder stands for; one without
// marks is the next of the line it is in.
type cellOf struct{ id, row, col int }

func (c *cellOf) read(cell *uv.Cell) bool {
	marks, ok := strings.CutPrefix(cell.Content, string(kitty.Placeholder))
	id, indexed := cell.Style.Fg.(ansi.IndexedColor)
	if !ok || !indexed {
		*c = cellOf{}
		return false
	}
	if m := []rune(marks); len(m) >= 2 {
		*c = cellOf{int(id), number(m[0]), number(m[1])}
		return true
	}
	c.col++
	return c.id == int(id)
}

// number is what a mark means.
func number(mark rune) int {
	for i := range 297 {
		if kitty.Diacritic(i) == mark {
			return i
		}
	}
	return 0
}
