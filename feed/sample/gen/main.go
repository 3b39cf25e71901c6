// Command gen draws the pictures of the sample edition. They are made of
// shapes and a seeded random source, so that drawing them again gives the same.
//
//	go generate ./feed/sample
package main

import (
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"path/filepath"
)

// scenes are the pictures, by the name of their file.
var scenes = map[string]func(*canvas){
	"harbour": harbour, "dusk": dusk, "ferry": ferry, "station": station, "letters": letters, "desk": desk,
}

// icons are the papers' signs: a letter-like mark on a colour.
var icons = map[string]color.RGBA{
	"bote": {0x8c, 0x2f, 0x2b, 255}, "hafenblatt": {0x1f, 0x4e, 0x6b, 255}, "courier": {0x2c, 0x4a, 0x3b, 255},
}

func main() {
	dir := flag.String("dir", "site/img", "where the pictures go")
	flag.Parse()
	if err := run(*dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(dir string) error {
	for name, draw := range scenes {
		c := newCanvas(960, 540)
		draw(c)
		if err := save(filepath.Join(dir, name+".jpg"), func(w io.Writer) error {
			return jpeg.Encode(w, c.img, &jpeg.Options{Quality: 70})
		}); err != nil {
			return err
		}
	}
	for name, ground := range icons {
		img := icon(ground)
		if err := save(filepath.Join(dir, name+".png"), func(w io.Writer) error { return png.Encode(w, img) }); err != nil {
			return err
		}
	}
	return nil
}

func save(name string, write func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func icon(ground color.RGBA) image.Image {
	c := newCanvas(64, 64)
	c.rect(0, 0, 64, 64, ground)
	paper := color.RGBA{0xf6, 0xf1, 0xe4, 255}
	c.rect(14, 12, 50, 20, paper)
	for y := 26.0; y < 52; y += 7 {
		c.rect(14, y, 50, y+3, paper)
	}
	return c.img
}
