package picture

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

// scene is a picture whose corners differ: red, green, blue, white.
func scene(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{220, 20, 20, 255}
			switch {
			case x >= w/2 && y < h/2:
				c = color.RGBA{20, 160, 40, 255}
			case x < w/2 && y >= h/2:
				c = color.RGBA{20, 40, 200, 255}
			case x >= w/2 && y >= h/2:
				c = color.RGBA{240, 240, 240, 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

func encoded(t testing.TB, kind string, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch kind {
	case "png":
		err = png.Encode(&b, m)
	case "jpeg":
		err = jpeg.Encode(&b, m, &jpeg.Options{Quality: 95})
	case "gif":
		err = gif.Encode(&b, m, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// chunk is a piece of a PNG file with a true checksum.
func chunk(name string, body []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	out = append(append(out, name...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// pngOf is a PNG file that claims a size and holds some data.
func pngOf(w, h uint32, data []byte) []byte {
	head := binary.BigEndian.AppendUint32(nil, w)
	head = append(binary.BigEndian.AppendUint32(head, h), 8, 2, 0, 0, 0)
	var z bytes.Buffer
	zw := zlib.NewWriter(&z)
	_, _ = zw.Write(data)
	_ = zw.Close()
	out := append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", head)...)
	return append(append(out, chunk("IDAT", z.Bytes())...), chunk("IEND", nil)...)
}

// withOrientation puts an EXIF block into a JPEG file.
func withOrientation(jpg []byte, o byte, order binary.ByteOrder) []byte {
	t := []byte("II*\x00")
	if order == binary.ByteOrder(binary.BigEndian) {
		t = []byte("MM\x00*")
	}
	t = append(t, 0, 0, 0, 0)
	order.PutUint32(t[4:], 8)
	dir := make([]byte, 2+12+4)
	order.PutUint16(dir, 1)
	order.PutUint16(dir[2:], 274)
	order.PutUint16(dir[4:], 3)
	order.PutUint32(dir[6:], 1)
	order.PutUint16(dir[10:], uint16(o))
	body := append(append([]byte("Exif\x00\x00"), t...), dir...)
	seg := append([]byte{0xff, 0xe1, 0, 0}, body...)
	binary.BigEndian.PutUint16(seg[2:], uint16(len(body)+2))
	return append(append(bytes.Clone(jpg[:2]), seg...), jpg[2:]...)
}

func webpFile(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "corners.webp"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestSize(t *testing.T) {
	jpg := encoded(t, "jpeg", scene(40, 20))
	for _, c := range []struct {
		name string
		data []byte
		want image.Point
		err  error
	}{
		{"a JPEG", jpg, image.Pt(40, 20), nil},
		{"a PNG", encoded(t, "png", scene(30, 20)), image.Pt(30, 20), nil},
		{"a GIF", encoded(t, "gif", scene(12, 34)), image.Pt(12, 34), nil},
		{"a WebP", webpFile(t), image.Pt(16, 8), nil},
		{"a JPEG held upright", withOrientation(jpg, 6, binary.BigEndian), image.Pt(20, 40), nil},
		{"a JPEG on its head", withOrientation(jpg, 3, binary.LittleEndian), image.Pt(40, 20), nil},
		{"an orientation there is not", withOrientation(jpg, 99, binary.LittleEndian), image.Pt(40, 20), nil},
		{"nothing", nil, image.Point{}, ErrFormat},
		{"SVG", []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), image.Point{}, ErrFormat},
		{"a page called a picture", []byte("<!doctype html><title>404</title>"), image.Point{}, ErrFormat},
		{"a bitmap, which we do not decode", append([]byte("BM"), make([]byte, 60)...), image.Point{}, ErrFormat},
		{"a head alone", []byte("\x89PNG\r\n\x1a\n"), image.Point{}, ErrFormat},
		{"64 megapixels in some bytes", pngOf(8000, 8000, nil), image.Point{}, ErrSize},
		{"a size that overflows", pngOf(1<<31-1, 1<<31-1, nil), image.Point{}, ErrFormat},
		{"no size", pngOf(0, 5, nil), image.Point{}, ErrFormat},
		{"more bytes than we read", append(bytes.Clone(jpg), make([]byte, MaxBytes)...), image.Point{}, ErrSize},
	} {
		got, err := Size(c.data)
		if got != c.want || !errors.Is(err, c.err) {
			t.Errorf("%s: Size = %v, %v, want %v, %v", c.name, got, err, c.want, c.err)
		}
	}
}

// A bomb says a modest size and holds much more, or ends in the middle.
func TestBombsEndAsErrors(t *testing.T) {
	whole := encoded(t, "jpeg", scene(64, 64))
	for name, data := range map[string][]byte{
		"a PNG that unpacks to more than it says": pngOf(10, 10, make([]byte, 64<<20)),
		"a PNG that holds nothing":                pngOf(6000, 6000, nil),
		"a JPEG cut short":                        whole[:len(whole)/2],
		"a GIF frame outside its screen":          bytes.Replace(encoded(t, "gif", scene(20, 20)), []byte{0x2c, 0, 0, 0, 0, 20, 0, 20, 0}, []byte{0x2c, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff}, 1),
		"a WebP whose frame is another":           bytes.Replace(webpFile(t), []byte("VP8L"), []byte("VP8 "), 1),
	} {
		d, err := Draw(t.Context(), data, Order{Protocol: Half, Cols: 20, Rows: 10})
		if err == nil && name != "a PNG that unpacks to more than it says" {
			t.Errorf("%s: drawn as %v", name, d.Cells)
		}
	}
}

func TestDecodingEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Draw(ctx, encoded(t, "png", scene(400, 300)), Order{Protocol: Half, Cols: 20, Rows: 10}); !errors.Is(err, context.Canceled) {
		t.Errorf("Draw = %v", err)
	}
	r := &watched{ctx: ctx, r: bytes.NewReader(make([]byte, 10))}
	if _, err := r.Read(make([]byte, 4)); !errors.Is(err, context.Canceled) {
		t.Errorf("Read = %v", err)
	}
}

// corner names the colour of a pixel of scene.
func corner(c color.RGBA) string {
	switch {
	case c.R > 200 && c.G > 200:
		return "white"
	case c.R > c.G && c.R > c.B:
		return "red"
	case c.G > c.B:
		return "green"
	}
	return "blue"
}

func TestOrientation(t *testing.T) {
	jpg := encoded(t, "jpeg", scene(64, 32))
	want := map[byte][4]string{ // top left, top right, bottom left, bottom right
		1: {"red", "green", "blue", "white"}, 2: {"green", "red", "white", "blue"},
		3: {"white", "blue", "green", "red"}, 4: {"blue", "white", "red", "green"},
		5: {"red", "blue", "green", "white"}, 6: {"blue", "red", "white", "green"},
		7: {"white", "green", "blue", "red"}, 8: {"green", "white", "red", "blue"},
	}
	for o, corners := range want {
		img, turn, err := decode(t.Context(), withOrientation(jpg, o, binary.LittleEndian))
		if err != nil {
			t.Fatal(err)
		}
		to := image.Pt(32, 16)
		if o >= 5 {
			to = image.Pt(16, 32)
		}
		m := scale(img, turn, to)
		if m.Rect.Size() != to {
			t.Errorf("%d: %v", o, m.Rect)
		}
		w, h := to.X, to.Y
		got := [4]string{corner(m.RGBAAt(2, 2)), corner(m.RGBAAt(w-3, 2)), corner(m.RGBAAt(2, h-3)), corner(m.RGBAAt(w-3, h-3))}
		if got != corners {
			t.Errorf("orientation %d: %v, want %v", o, got, corners)
		}
	}
}

func TestTransparentPicturesLieOnWhite(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 20, 20))
	img, turn, err := decode(t.Context(), encoded(t, "png", m))
	if err != nil {
		t.Fatal(err)
	}
	if c := scale(img, turn, image.Pt(4, 4)).RGBAAt(1, 1); c != (color.RGBA{255, 255, 255, 255}) {
		t.Errorf("%v", c)
	}
}

func FuzzDraw(f *testing.F) {
	for _, kind := range []string{"png", "jpeg", "gif"} {
		f.Add(encoded(f, kind, scene(12, 8)))
	}
	f.Add(webpFile(f))
	f.Add(withOrientation(encoded(f, "jpeg", scene(12, 8)), 6, binary.BigEndian))
	f.Add(pngOf(9000, 9000, nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		size, err := Size(data)
		if err == nil && (size.X <= 0 || size.Y <= 0 || size.X*size.Y > MaxPixels) {
			t.Fatalf("Size = %v", size)
		}
		if size.X*size.Y > 1<<20 {
			return // right, and slow
		}
		d, err := Draw(t.Context(), data, Order{Protocol: Half, Cols: 8, Rows: 4})
		if err != nil {
			return
		}
		if d.Cells.X < 1 || d.Cells.X > 8 || d.Cells.Y < 1 || d.Cells.Y > 4 || len(d.Lines) != d.Cells.Y {
			t.Fatalf("%v cells, %d lines", d.Cells, len(d.Lines))
		}
	})
}
