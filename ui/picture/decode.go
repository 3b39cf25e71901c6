package picture

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"time"

	"golang.org/x/image/webp"
)

// Bounds of what is decoded.
const (
	MaxBytes  = 20 << 20
	MaxPixels = 40_000_000
	patience  = 15 * time.Second // for one picture
	atOnce    = 2                // pictures
)

// Reasons why a picture is not shown.
var (
	ErrFormat = errors.New("not a picture that can be shown")
	ErrSize   = errors.New("the picture is too large")
)

// format is a kind of picture, told by how its file begins, whatever the server
// calls it.
type format struct {
	magic  string // "?" stands for any byte
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}

var formats = [...]format{
	{"\xff\xd8\xff", jpeg.DecodeConfig, jpeg.Decode},
	{"\x89PNG\r\n\x1a\n", png.DecodeConfig, png.Decode},
	{"GIF8?a", gif.DecodeConfig, gif.Decode}, // of a moving picture the first
	{"RIFF????WEBPVP8", webp.DecodeConfig, webp.Decode},
}

func formatOf(data []byte) *format {
	for i := range formats {
		if f := &formats[i]; begins(data, f.magic) {
			return f
		}
	}
	return nil
}

func begins(data []byte, magic string) bool {
	if len(data) < len(magic) {
		return false
	}
	for i := range len(magic) {
		if magic[i] != '?' && magic[i] != data[i] {
			return false
		}
	}
	return true
}

// Size is a picture's size in pixels as it will be seen. It reads the head only.
func Size(data []byte) (image.Point, error) {
	size, _, _, err := head(data)
	return size, err
}

func head(data []byte) (size image.Point, turn orientation, f *format, err error) {
	if len(data) > MaxBytes {
		return size, 0, nil, ErrSize
	}
	if f = formatOf(data); f == nil {
		return size, 0, nil, ErrFormat
	}
	defer func() { // a decoder that cannot cope is a picture that cannot be shown
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", ErrFormat, r)
		}
	}()
	c, err := f.config(bytes.NewReader(data))
	switch {
	case err != nil:
		return size, 0, nil, fmt.Errorf("%w: %w", ErrFormat, err)
	case c.Width <= 0 || c.Height <= 0:
		return size, 0, nil, ErrFormat
	case int64(c.Width)*int64(c.Height) > MaxPixels:
		return size, 0, nil, ErrSize
	}
	turn = exif(data)
	size = image.Pt(c.Width, c.Height)
	if turn.sideways() {
		size.X, size.Y = size.Y, size.X
	}
	return size, turn, f, nil
}

// turns lets so many pictures be decoded at once: each takes up to some 160 MB.
var turns = make(chan struct{}, atOnce)

// decode reads a picture, not yet turned the way it will be seen. It ends soon
// after ctx does.
func decode(ctx context.Context, data []byte) (img image.Image, turn orientation, err error) {
	_, turn, f, err := head(data)
	if err != nil {
		return nil, 0, err
	}
	select {
	case turns <- struct{}{}:
		defer func() { <-turns }()
	case <-ctx.Done():
		return nil, 0, ctx.Err()
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", ErrFormat, r)
		}
	}()
	img, err = f.decode(&watched{ctx: ctx, r: bytes.NewReader(data)})
	switch {
	case ctx.Err() != nil:
		return nil, 0, ctx.Err()
	case err != nil:
		return nil, 0, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	// What the head promised binds: a file may say one size and hold another.
	if b := img.Bounds(); b.Empty() || int64(b.Dx())*int64(b.Dy()) > MaxPixels {
		return nil, 0, ErrSize
	}
	return img, turn, nil
}

// watched gives a picture in small pieces and stops when the context ends: the
// decoders know no contexts, but all read as they go.
type watched struct {
	ctx context.Context
	r   *bytes.Reader
}

func (w *watched) Read(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.r.Read(p[:min(len(p), 1024)])
}

// paper is what transparent pictures are laid on: most are charts drawn for
// white pages.
var paper = image.NewUniform(color.White)
