package picture

import (
	"flag"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"depesche/ui/term"
)

var update = flag.Bool("update", false, "write the golden files anew")

// visible writes bytes for a terminal so that they can be read and compared.
func visible(s string) string {
	s = strings.NewReplacer("\x1b\\", "<ST>\n", "\x1b", "<ESC>", "\a", "<BEL>\n", "\U0010EEEE", "<P>").Replace(s)
	return regexp.MustCompile(`[\x{300}-\x{36f}]`).ReplaceAllStringFunc(s, func(m string) string {
		return fmt.Sprintf("<%X>", []rune(m)[0])
	})
}

// Golden bytes for each protocol.
func TestDrawIsGolden(t *testing.T) {
	data := encoded(t, "png", scene(12, 8))
	for _, c := range []struct {
		name string
		o    Order
	}{
		{"half-truecolour", Order{Protocol: Half, Colours: colorprofile.TrueColor}},
		{"half-256", Order{Protocol: Half, Colours: colorprofile.ANSI256}},
		{"half-16", Order{Protocol: Half, Colours: colorprofile.ANSI}},
		{"kitty", Order{Protocol: Kitty, ID: 42, Colours: colorprofile.TrueColor}},
		{"kitty-tmux", Order{Protocol: Kitty, ID: 42, Wrapped: true, Colours: colorprofile.TrueColor}},
		{"placed", Order{Protocol: Placed, ID: 43}},
		{"sixel", Order{Protocol: Sixel}},
		{"iterm", Order{Protocol: ITerm}},
	} {
		c.o.Cols, c.o.Rows, c.o.Cell = 3, 2, image.Pt(4, 8)
		d, err := Draw(t.Context(), data, c.o)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		got := fmt.Sprintf("%d by %d cells of a picture of %d by %d\n", d.Cells.X, d.Cells.Y, d.Pixels.X, d.Pixels.Y)
		for _, l := range d.Lines {
			got += visible(l) + "\n"
			if w := ansi.StringWidth(l); w != d.Cells.X {
				t.Errorf("%s: a line is %d wide", c.name, w)
			}
			if term.Safe(l) != l {
				t.Errorf("%s: %q does not pass the last door", c.name, l)
			}
		}
		got += visible(d.Send)
		file := filepath.Join("testdata", c.name+".golden")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, want)
		}
	}
}

func TestFit(t *testing.T) {
	cell := image.Pt(8, 16)
	for _, c := range []struct {
		name             string
		size             image.Point
		cols, rows       int
		cell             image.Point
		wantCols, wantUp int
	}{
		{"a wide picture fills the column", image.Pt(1600, 900), 72, 30, cell, 72, 20},
		{"a tall one the height", image.Pt(900, 1600), 72, 20, cell, 23, 20},
		{"square cells", image.Pt(1600, 800), 40, 40, image.Pt(10, 10), 40, 20},
		{"a small one is at most doubled", image.Pt(100, 80), 72, 30, cell, 25, 10},
		{"a line", image.Pt(30000, 1), 72, 30, cell, 72, 1},
		{"a column", image.Pt(1, 30000), 72, 30, cell, 1, 30},
		{"no size is the usual one", image.Point{}, 72, 30, cell, 72, 24},
		{"no cell is the usual one", image.Pt(1600, 900), 72, 30, image.Point{}, 72, 20},
		{"no room", image.Pt(1600, 900), 0, 0, cell, 1, 1},
	} {
		if got := Fit(c.size, c.cols, c.rows, c.cell); got != image.Pt(c.wantCols, c.wantUp) {
			t.Errorf("%s: %v, want %d by %d", c.name, got, c.wantCols, c.wantUp)
		}
	}
}

// A dithered area is on average the colour it stands for.
func TestDitherKeepsTheMean(t *testing.T) {
	m := scene(40, 40)
	for i := 0; i < len(m.Pix); i += 4 {
		m.Pix[i], m.Pix[i+1], m.Pix[i+2] = 120, 100, 70
	}
	for name, p := range map[string]*image.Paletted{"256": dither(m, palette256(), faithful), "16": dither(m, palette16, faithful)} {
		var sum [3]int
		for _, i := range p.Pix {
			r, g, b, _ := p.Palette[i].RGBA()
			sum[0], sum[1], sum[2] = sum[0]+int(r>>8), sum[1]+int(g>>8), sum[2]+int(b>>8)
		}
		for c, want := range [3]int{120, 100, 70} {
			if got := sum[c] / len(p.Pix); got < want-8 || got > want+8 {
				t.Errorf("%s colours: channel %d is %d, want about %d", name, c, got, want)
			}
		}
	}
}

func TestQuantizeKeepsFewColoursAsTheyAre(t *testing.T) {
	if p := quantize(scene(30, 30), 255); len(p) != 4 {
		t.Errorf("%d colours: %v", len(p), p)
	}
}

func BenchmarkDraw(b *testing.B) {
	data := encoded(b, "jpeg", scene(1600, 900))
	for name, o := range map[string]Order{
		"half": {Protocol: Half, Colours: colorprofile.TrueColor}, "half256": {Protocol: Half, Colours: colorprofile.ANSI256},
		"kitty": {Protocol: Kitty, ID: 20}, "sixel": {Protocol: Sixel}, "iterm": {Protocol: ITerm},
	} {
		o.Cols, o.Rows = 72, 22
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Draw(b.Context(), data, o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
