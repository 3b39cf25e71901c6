package book

import (
	"bytes"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/webp"
)

// maxPixels bounds a picture that has to be painted anew.
const maxPixels = 40_000_000

// kind is a type of picture that every reader of EPUB knows.
type kind struct{ media, ending string }

// printable gives a picture as it can stand in an edition: JPEG, PNG and GIF as they
// are, WebP painted anew. What is none of these, or broken, is left out.
func printable(data []byte) ([]byte, *kind) {
	whole := func(config func() (image.Config, error)) bool {
		c, err := config()
		return err == nil && c.Width > 0 && c.Height > 0
	}
	in := func() *bytes.Reader { return bytes.NewReader(data) }
	switch {
	case whole(func() (image.Config, error) { return jpeg.DecodeConfig(in()) }):
		return data, &kind{"image/jpeg", "jpg"}
	case whole(func() (image.Config, error) { return png.DecodeConfig(in()) }):
		return data, &kind{"image/png", "png"}
	case whole(func() (image.Config, error) { return gif.DecodeConfig(in()) }):
		return data, &kind{"image/gif", "gif"}
	}
	c, err := webp.DecodeConfig(in())
	if err != nil || c.Width <= 0 || c.Height <= 0 || c.Width > maxPixels/c.Height {
		return nil, nil
	}
	picture, err := webp.Decode(in())
	if err != nil {
		return nil, nil
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: 85}); err != nil {
		return nil, nil
	}
	return out.Bytes(), &kind{"image/jpeg", "jpg"}
}
