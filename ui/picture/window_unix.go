//go:build unix && !aix

package picture

import (
	"image"
	"io"

	"github.com/charmbracelet/x/termios"
)

// Measure asks the system how large a terminal's window is in pixels, which some
// terminals tell it and no program.
func (t *Terminal) Measure(out io.Writer) {
	f, ok := out.(interface{ Fd() uintptr })
	if !ok {
		return
	}
	if w, err := termios.GetWinsize(int(f.Fd())); err == nil && w.Xpixel > 0 && w.Ypixel > 0 {
		t.window = image.Pt(int(w.Xpixel), int(w.Ypixel))
		t.Resized(int(w.Col), int(w.Row))
	}
}
