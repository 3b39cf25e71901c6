// Command gallery draws the README's pictures: it opens the reader on the
// sample edition in a terminal of its own making, presses keys, and writes what
// that terminal then shows as SVG. Run it from the top of the repository:
//
//	go run ./ui/gallery [FOLDER]
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"image"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/charmbracelet/x/vt"

	"depesche/cache"
	"depesche/feed/direct"
	"depesche/feed/fetch"
	"depesche/feed/sample"
	"depesche/ui"
	"depesche/ui/keys"
	"depesche/ui/locale"
)

// shot is one picture: a terminal's size, its paper, the reader's language and theme,
// and the keys to press before it is taken.
type shot struct {
	name          string
	width, height int
	light         bool
	language      string
	theme         string // "": the default
	kitty         bool   // the terminal shows pictures as kitty does
	keys          []string
}

var shots = []shot{
	{"reader", 120, 40, false, "de", "", true, []string{"j", "\r"}},
	{"reader-light", 120, 40, true, "en", "", false, []string{"j", "j", "\r"}},
	{"half-blocks", 120, 40, false, "de", "", false, []string{"j", "\r"}},
	{"narrow", 80, 24, false, "de", "", false, nil},
	{"wide", 200, 50, true, "de", "", false, []string{"j", "j", "j", "j", "\r"}},
	{"columns", 200, 50, true, "en", "", true, []string{"j", "j", "\r", "z", "C"}},
	{"search", 120, 40, false, "de", "", false, []string{"j", "\r", "/", "Mole", "\r"}},
	{"help", 120, 40, false, "en", "", false, []string{"?"}},
	{"commands", 100, 22, true, "en", "", false, []string{":", "article"}},
	{"salmon", 120, 40, true, "de", "salmon", true, []string{"j", "\r", " ", "]"}},
}

func main() {
	folder := filepath.Join("ui", "gallery", "pictures")
	flag.Parse()
	if flag.NArg() > 0 {
		folder = flag.Arg(0)
	}
	if err := run(folder); err != nil {
		fmt.Fprintln(os.Stderr, "gallery:", err)
		os.Exit(1)
	}
}

func run(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, s := range shots {
		picture, err := s.take(context.Background())
		if err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		if err := os.WriteFile(filepath.Join(folder, s.name+".svg"), picture, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// take opens the reader on a cache of its own, presses the keys and draws the screen.
func (s shot) take(ctx context.Context) (picture []byte, err error) {
	dir, err := os.MkdirTemp("", "depesche-gallery")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	text := locale.For(s.language)
	client := fetch.New(fetch.Options{UserAgent: "depesche", Transport: sample.Transport(nil)})
	store, err := cache.Open(ctx, cache.Options{Dir: dir, Sample: sample.Sources(text.Code), FullText: true, Pictures: 16 << 20}, direct.New(client, direct.Options{}))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	for p := range store.Refresh(ctx) {
		if p.Err != nil {
			return nil, p.Err
		}
	}
	table, err := keys.New("", nil)
	if err != nil {
		return nil, err
	}
	scheme := ui.Dark
	if s.light {
		scheme = ui.Light
	}
	return s.play(ctx, ui.Options{
		Store: store, Text: text, Keys: table, Scheme: scheme, Theme: s.theme, Preview: true,
		Environ: []string{"TERM=xterm-256color", "COLORTERM=truecolor"}, Width: s.width, Height: s.height,
	})
}

// play runs the reader on an emulated terminal.
func (s shot) play(ctx context.Context, o ui.Options) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	screen := vt.NewSafeEmulator(s.width, s.height)
	in, typed := io.Pipe()
	go func() { _, _ = io.Copy(typed, screen) }() // the terminal's answers to the program's questions
	ended := make(chan error, 1)
	shows := &graphics{terminal: terminal{screen}, typed: typed, held: map[int]*image.NRGBA{}}
	out := io.Writer(shows)
	if !s.kitty {
		out = terminal{screen}
	}
	go func() { ended <- ui.Run(ctx, o, in, out) }()
	if err := settle(screen, ended); err != nil {
		return nil, err
	}
	for _, k := range s.keys {
		screen.SendText(k)
		if err := settle(screen, ended); err != nil {
			return nil, err
		}
	}
	picture := draw(screen, shows.held, s.width, s.height, s.light)
	cancel()
	<-ended //nolint:errcheck // stopped by us: what it says of that does not matter
	return picture, nil
}

// settle waits until the screen has shown the same for a while.
func settle(screen *vt.SafeEmulator, ended <-chan error) error {
	last, same := "", 0
	for range 200 {
		select {
		case err := <-ended:
			return fmt.Errorf("the reader ended: %w", errors.Join(err, io.ErrUnexpectedEOF))
		case <-time.After(50 * time.Millisecond):
		}
		if now := screen.Render(); now == last && len(bytes.TrimSpace([]byte(now))) > 0 {
			if same++; same == 8 {
				return nil
			}
		} else {
			last, same = now, 0
		}
	}
	return errors.New("the screen does not come to rest")
}

// terminal is the emulator as an output. A real terminal's driver returns the
// carriage at each new line; so does this.
type terminal struct{ screen *vt.SafeEmulator }

func (t terminal) Write(p []byte) (int, error) {
	if _, err := t.screen.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n"))); err != nil {
		return 0, err
	}
	return len(p), nil
}
