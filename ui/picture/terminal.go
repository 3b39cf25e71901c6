package picture

import (
	"fmt"
	"image"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Terminal is what is known of the terminal. It begins with what the environment
// tells and learns by Hear.
type Terminal struct {
	Colours colorprofile.Profile
	Cell    image.Point // pixels; zero: not known
	Tmux    bool        // within tmux: what only the terminal behind it knows has to be wrapped
	Plain   bool        // no signs beyond ASCII, or no colours wanted

	mux    bool // within tmux, screen or zellij
	silent bool // it must not be asked: it would print the question
	name   string
	kitty  bool // it answered the graphics query
	sixel  bool
	window image.Point // pixels
}

// NewTerminal reads the environment.
func NewTerminal(environ []string) Terminal {
	env := uv.Environ(environ)
	t := Terminal{Colours: colorprofile.Env(environ)}
	term := env.Getenv("TERM")
	t.Tmux = env.Getenv("TMUX") != "" || strings.HasPrefix(term, "tmux")
	t.mux = t.Tmux || env.Getenv("STY") != "" || env.Getenv("ZELLIJ") != "" || strings.HasPrefix(term, "screen")
	program := env.Getenv("TERM_PROGRAM")
	t.silent = term == "" || term == "dumb" || term == "linux" || strings.HasPrefix(term, "vt") || strings.HasPrefix(term, "eterm") ||
		program == "Apple_Terminal"
	if !t.mux { // what a multiplexer inherits is of the terminal it was started in
		t.name = program + " " + term + " " + env.Getenv("LC_TERMINAL")
	}
	return t
}

// queryID marks our question, so that only its answer counts.
const queryID = 31

// Query asks the terminal what it can do; the answers come as messages, see
// Hear, or not at all: nothing waits for them. The last question is one that
// every terminal answers. A multiplexer is not asked for Kitty's graphics: it
// would hand the answer on as keys.
func (t *Terminal) Query() string {
	if t.silent {
		return ""
	}
	q := ansi.WindowOp(16) + ansi.WindowOp(14)
	if !t.mux {
		q = ansi.KittyGraphics([]byte("AAAA"), "i=31", "s=1", "v=1", "a=q", "t=d", "f=24") + ansi.RequestNameVersion + q
	}
	return q + ansi.RequestPrimaryDeviceAttributes
}

// Hear takes an answer of the terminal; false where msg is none that counts here.
func (t *Terminal) Hear(msg any) bool {
	switch msg := msg.(type) {
	case tea.ColorProfileMsg:
		t.Colours = msg.Profile
	case tea.TerminalVersionMsg:
		t.name += " " + msg.Name
	case uv.KittyGraphicsEvent:
		if msg.Options.ID == queryID {
			t.kitty = string(msg.Payload) == "OK"
		}
	case uv.CellSizeEvent:
		t.cell(msg.Width, msg.Height)
	case uv.PixelSizeEvent:
		t.window = image.Pt(msg.Width, msg.Height)
	case uv.PrimaryDeviceAttributesEvent:
		for _, a := range msg {
			t.sixel = t.sixel || a == 4
		}
	default:
		return false
	}
	return true
}

// Resized says how many cells the window has, from which a terminal that tells
// only its size in pixels has its cells measured.
func (t *Terminal) Resized(cols, rows int) {
	if t.Cell == (image.Point{}) && cols > 0 && rows > 0 {
		t.cell(t.window.X/cols, t.window.Y/rows)
	}
}

// cell believes a size that a font can have.
func (t *Terminal) cell(w, h int) {
	if w >= 2 && h >= 4 && w <= 200 && h <= 400 {
		t.Cell = image.Pt(w, h)
	}
}

func (t *Terminal) called(names ...string) bool {
	for _, n := range names {
		if strings.Contains(strings.ToLower(t.name), n) {
			return true
		}
	}
	return false
}

// placeholders reports whether the terminal shows pictures where placeholders
// stand. Nothing asks for that: WezTerm, Konsole and kitty before 0.28 say that
// they have graphics and show boxes instead, so that only who is known is trusted.
func (t *Terminal) placeholders() bool {
	if t.called("ghostty") {
		return true
	}
	_, version, _ := strings.Cut(t.name, "kitty(")
	var major, minor int
	if _, err := fmt.Sscanf(version, "%d.%d", &major, &minor); err != nil {
		return false
	}
	return major > 0 || minor >= 28
}

// Inline is how pictures are drawn between the lines of a page.
func (t *Terminal) Inline(s Setting) Protocol {
	switch {
	case s == Off || t.Plain || t.Colours < colorprofile.ANSI:
		return None
	case t.Colours < colorprofile.ANSI256 || t.mux && !t.Tmux:
		return Half
	case s == WantKitty, s == Auto && t.kitty && !t.mux && t.placeholders():
		return Kitty
	}
	return Half
}

// Full is how a picture is drawn that has the screen for itself.
func (t *Terminal) Full(s Setting) Protocol {
	in := t.Inline(s)
	switch {
	case in != Half || s == WantHalf:
	case s == WantSixel:
		return Sixel
	case s == WantITerm:
		return ITerm
	case t.called("iterm", "wezterm", "mintty"):
		return ITerm
	case t.kitty && !t.mux:
		return Placed
	case t.sixel:
		return Sixel
	}
	return in
}
