package picture

import (
	"encoding/binary"
	"image"
)

// orientation is how a camera was held, as EXIF counts: 1 upright, 3 on its
// head, 6 and 8 on a side, the others mirrored.
type orientation uint8

func (o orientation) sideways() bool { return o >= 5 && o <= 8 }

// exif finds the orientation in a JPEG's head; 1 where it says none or nonsense.
func exif(data []byte) orientation {
	if len(data) < 4 || data[0] != 0xff || data[1] != 0xd8 {
		return 1
	}
	for at := 2; at+4 <= len(data) && data[at] == 0xff; {
		kind, n := data[at+1], int(data[at+2])<<8|int(data[at+3])
		if kind == 0xda || n < 2 || at+2+n > len(data) { // the picture itself begins
			break
		}
		if body := data[at+4 : at+2+n]; kind == 0xe1 && len(body) > 14 && string(body[:6]) == "Exif\x00\x00" {
			return tiff(body[6:])
		}
		at += 2 + n
	}
	return 1
}

// tiff reads tag 274 of the first directory.
func tiff(t []byte) orientation {
	var order binary.ByteOrder = binary.LittleEndian
	switch string(t[:2]) {
	case "MM":
		order = binary.BigEndian
	case "II":
	default:
		return 1
	}
	at := int64(order.Uint32(t[4:8]))
	if at+2 > int64(len(t)) {
		return 1
	}
	n := int64(order.Uint16(t[at:]))
	for i := range n {
		e := at + 2 + 12*i
		if e+12 > int64(len(t)) {
			break
		}
		if order.Uint16(t[e:]) == 274 {
			if v := order.Uint16(t[e+8:]); v >= 1 && v <= 8 {
				return orientation(v)
			}
			break
		}
	}
	return 1
}

// upright turns a picture the way it was taken.
func (o orientation) upright(src *image.RGBA) *image.RGBA {
	if o <= 1 || o > 8 {
		return src
	}
	w, h := src.Rect.Dx(), src.Rect.Dy()
	dw, dh := w, h
	if o.sideways() {
		dw, dh = h, w
	}
	dst := image.NewRGBA(image.Rect(0, 0, dw, dh))
	for y := range dh {
		for x := range dw {
			sx, sy := o.from(x, y, w, h)
			copy(dst.Pix[dst.PixOffset(x, y):][:4], src.Pix[src.PixOffset(sx, sy):][:4])
		}
	}
	return dst
}

// from says which pixel of a picture of w by h is seen at x, y.
func (o orientation) from(x, y, w, h int) (int, int) {
	switch o {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return y, h - 1 - x
	case 7:
		return w - 1 - y, h - 1 - x
	case 8:
		return w - 1 - y, x
	}
	return x, y
}
