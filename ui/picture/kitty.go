package picture

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/png"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/kitty"
)

// Kitty's pictures are sent once, under an id, and shown wherever cells hold a
// placeholder in the colour that is the id: an index of the palette of 256,
// which no colour profile rewrites. The first sixteen are left out, for they can
// be written in other ways.
const (
	firstID = 16
	lastID  = 255
)

// transmit is what sends a picture and says that it is to be shown in so many
// cells: where placeholders stand, or else at the cursor, which stays.
func transmit(img image.Image, cells image.Point, o Order) (string, error) {
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, img); err != nil {
		return "", err
	}
	data := base64.StdEncoding.EncodeToString(b.Bytes())
	var out strings.Builder
	where := "U=1"
	if o.Protocol == Placed {
		where = "C=1"
	}
	head := fmt.Sprintf("a=T,q=2,f=100,%s,i=%d,c=%d,r=%d,", where, o.ID, cells.X, cells.Y)
	for first := true; first || data != ""; first = false {
		n := min(len(data), kitty.MaxChunkSize)
		more := "m=0"
		if n < len(data) {
			more = "m=1"
		}
		if !first {
			head = "q=2,"
		}
		out.WriteString(wrap("\x1b_G"+head+more+";"+data[:n]+"\x1b\\", o.Wrapped))
		data = data[n:]
	}
	return out.String(), nil
}

// Forget makes the terminal free pictures by their ids.
func Forget(ids []int, wrapped bool) string {
	var out strings.Builder
	for _, id := range ids {
		out.WriteString(wrap(fmt.Sprintf("\x1b_Ga=d,d=I,q=2,i=%d\x1b\\", id), wrapped))
	}
	return out.String()
}

// Release is Forget for when the program has ended and has left the alternate
// screen: pictures belong to the screen they were sent to, so that it is entered
// once more.
func Release(ids []int, wrapped bool) string {
	return ansi.SetModeAltScreenSaveCursor + Forget(ids, wrapped) + ansi.ResetModeAltScreenSaveCursor
}

func wrap(seq string, wrapped bool) string {
	if wrapped {
		return ansi.TmuxPassthrough(seq)
	}
	return seq
}

// placeholders are the cells of a picture. Only the first of a line says which
// line it is; each cell after it without a mark is the next column, so that all
// lines have the same cells but one, and scrolling writes little. Package term
// lets these lines pass, and no others like them.
func placeholders(cells image.Point, id int) []string {
	rest := strings.Repeat(string(kitty.Placeholder), cells.X-1)
	out := make([]string, cells.Y)
	for y := range out {
		out[y] = fmt.Sprintf("\x1b[38;5;%dm%c%c%c%s\x1b[39m", id, kitty.Placeholder, kitty.Diacritic(y), kitty.Diacritic(0), rest)
	}
	return out
}
