package cli

import (
	"image/color"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"charm.land/fang/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	xterm "github.com/charmbracelet/x/term"

	"depesche/ui/term"
)

// door is the only way out: what is written passes package term, line by line.
type door struct {
	to    io.Writer
	safe  *term.Writer
	help  bool              // what is written is fang's help
	words map[string]string // its headings in the reader's language, by fang's English ones
	lost  error             // the first write that failed: most who write do not look

	ascii func(string) string // makes a text one of ASCII; nil: it goes out as it is
	rest  []byte              // the beginning of a sign that was cut by the end of a write
}

func newDoor(w io.Writer) *door { return &door{to: w, safe: term.NewWriter(w)} }

// Write holds an unfinished line back until Flush.
func (d *door) Write(p []byte) (int, error) {
	if err := d.write(p); err != nil {
		return 0, err
	}
	return len(p), nil
}

func (d *door) write(p []byte) error {
	if !d.help {
		return d.pass(p)
	}
	// Fang pads lines with blanks, which help nobody on a pipe.
	lines := strings.Split(string(p), "\n")
	for i, line := range lines {
		plain := strings.TrimSpace(ansi.Strip(line))
		if w, ok := d.words[plain]; ok {
			line = strings.Replace(line, plain, w, 1)
		}
		lines[i] = strings.TrimRight(line, " ")
	}
	return d.pass([]byte(strings.Join(lines, "\n")))
}

// pass hands on what is to be written, in ASCII where the locale asks for that.
func (d *door) pass(p []byte) error {
	if d.ascii == nil {
		return d.lose(d.safe.Write(p))
	}
	p = append(d.rest, p...)
	n := len(p) - cutSign(p)
	d.rest = append([]byte(nil), p[n:]...)
	return d.lose(d.safe.Write([]byte(d.ascii(string(p[:n])))))
}

// cutSign is how many bytes at the end of p begin a sign that is not complete.
func cutSign(p []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(p); n++ {
		if c := p[len(p)-n]; utf8.RuneStart(c) {
			if c >= utf8.RuneSelf && !utf8.FullRune(p[len(p)-n:]) {
				return n
			}
			return 0
		}
	}
	return 0
}

// lose keeps the first error, and gives it back.
func (d *door) lose(_ int, err error) error {
	if d.lost == nil {
		d.lost = err
	}
	return err
}

// colours fits what is written from here on to the colours that the terminal
// has. Only who writes styles asks, for the answer takes some milliseconds.
func (d *door) colours(environ []string) {
	if _, done := d.to.(*colorprofile.Writer); done || !d.terminal() {
		return
	}
	_ = d.safe.Flush()
	d.to = colorprofile.NewWriter(d.to, environ)
	d.safe = term.NewWriter(d.to)
}

// plain leaves every style out of what is written from here on.
func (d *door) plain() {
	d.to = &colorprofile.Writer{Forward: d.to, Profile: colorprofile.NoTTY}
	d.safe = term.NewWriter(d.to)
}

// Flush writes what is held back. Its error is the first of all writes.
func (d *door) Flush() error {
	_ = d.lose(0, d.safe.Flush())
	return d.lost
}

func (d *door) terminal() bool {
	f, ok := d.to.(xterm.File)
	return ok && xterm.IsTerminal(f.Fd())
}

// terminalDoor is a door that says it is a terminal, for who asks by its file
// descriptor whether to use colours.
type terminalDoor struct{ *door }

// Fd is the terminal's.
func (d terminalDoor) Fd() uintptr {
	if f, ok := d.to.(xterm.File); ok {
		return f.Fd()
	}
	return os.Stdout.Fd()
}

// Read is there for the interface; nobody reads from a door.
func (terminalDoor) Read([]byte) (int, error) { return 0, io.EOF }

// Close leaves the terminal open.
func (terminalDoor) Close() error { return nil }

// helpColours are of the terminal's own sixteen, which suit its background
// whatever it is.
func helpColours(lipgloss.LightDarkFunc) fang.ColorScheme {
	none, accent, muted := lipgloss.NoColor{}, lipgloss.Blue, lipgloss.BrightBlack
	return fang.ColorScheme{
		Base: none, Title: accent, Description: none, Codeblock: none, Program: accent, DimmedArgument: muted,
		Comment: muted, Flag: accent, FlagDefault: muted, Command: accent, QuotedString: none, Argument: none,
		Help: muted, Dash: muted, ErrorHeader: [2]color.Color{none, none}, ErrorDetails: none,
	}
}
