// Package picture draws pictures in a terminal: Kitty's graphics by Unicode
// placeholders, half blocks in as many colours as there are, and for a screen
// of their own sixels and iTerm2's images. It asks the terminal what it can do
// and decodes what strangers send within bounds. Nothing of a picture's bytes
// reaches the terminal: it is decoded, scaled and encoded anew.
package picture

import "image"

// Protocol is a way to draw.
type Protocol uint8

// The ways to draw. Half and Kitty are text and scroll with the page; the others
// paint on the screen and need one of their own. Placed is Kitty's protocol where
// the terminal knows no placeholders.
const (
	None Protocol = iota
	Half
	Kitty
	Sixel
	ITerm
	Placed
)

// Painted reports whether a drawing is not text but painted at the cursor.
func (p Protocol) Painted() bool { return p >= Sixel }

// Setting is what the reader wants.
type Setting uint8

// The settings. Auto takes the best the terminal is known to have.
const (
	Auto Setting = iota
	WantKitty
	WantHalf
	WantSixel
	WantITerm
	Off
)

var settings = [...]string{Auto: "auto", WantKitty: "kitty", WantHalf: "half", WantSixel: "sixel", WantITerm: "iterm", Off: "off"}

// Settings names the settings in their order.
func Settings() []string { return append([]string(nil), settings[:]...) }

// String is the setting's name.
func (s Setting) String() string { return settings[s] }

// ParseSetting finds a setting by its name.
func ParseSetting(name string) (Setting, bool) {
	for i, s := range settings {
		if s == name {
			return Setting(i), true
		}
	}
	return Auto, false
}

// Usual is the size of a picture that nobody has told the size of.
var Usual = image.Pt(1200, 800)

// usualCell is a cell's size in pixels where the terminal does not say.
var usualCell = image.Pt(8, 16)

// enlarged is how many times its own size a small picture may be drawn.
const enlarged = 2

// Fit is how many cells a picture of so many pixels takes, its shape kept, where it
// may take cols by rows at most; at least one by one.
func Fit(size image.Point, cols, rows int, cell image.Point) image.Point {
	if size.X <= 0 || size.Y <= 0 {
		size = Usual
	}
	if cell.X <= 0 || cell.Y <= 0 {
		cell = usualCell
	}
	w := min(cols, (enlarged*size.X+cell.X-1)/cell.X)
	tall := func(w int) int { return (w*cell.X*size.Y + size.X*cell.Y/2) / (size.X * cell.Y) }
	h := tall(w)
	if h > rows {
		h = rows
		w = (h*cell.Y*size.X + size.Y*cell.X/2) / (size.Y * cell.X)
	}
	return image.Pt(max(1, min(w, cols)), max(1, h))
}
