package picture

import (
	"image"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi/kitty"
)

var kittySays = uv.KittyGraphicsEvent{Options: kitty.Options{ID: queryID}, Payload: []byte("OK")}

func TestTerminal(t *testing.T) {
	xterm := []string{"TERM=xterm-256color", "COLORTERM=truecolor"}
	for _, c := range []struct {
		name    string
		environ []string
		says    []any
		setting Setting
		inline  Protocol
		full    Protocol
	}{
		{"nobody answers", xterm, nil, Auto, Half, Half},
		{"kitty", []string{"TERM=xterm-kitty"}, []any{kittySays, tea.TerminalVersionMsg{Name: "kitty(0.28.1)"}}, Auto, Kitty, Kitty},
		{"kitty before placeholders", []string{"TERM=xterm-kitty"}, []any{kittySays, tea.TerminalVersionMsg{Name: "kitty(0.26.5)"}}, Auto, Half, Placed},
		{"kitty that does not say which", []string{"TERM=xterm-kitty"}, []any{kittySays}, Auto, Half, Placed},
		{"ghostty by its own name", xterm, []any{kittySays, tea.TerminalVersionMsg{Name: "ghostty 1.2"}}, Auto, Kitty, Kitty},
		{"kitty that says no", []string{"TERM=xterm-kitty"}, []any{uv.KittyGraphicsEvent{Options: kitty.Options{ID: queryID}, Payload: []byte("EINVAL")}}, Auto, Half, Half},
		{"another's answer", []string{"TERM=xterm-kitty"}, []any{uv.KittyGraphicsEvent{Options: kitty.Options{ID: 7}, Payload: []byte("OK")}}, Auto, Half, Half},
		{"WezTerm knows no placeholders", xterm, []any{kittySays, tea.TerminalVersionMsg{Name: "WezTerm 2024"}}, Auto, Half, ITerm},
		{"sixels", xterm, []any{uv.PrimaryDeviceAttributesEvent{64, 4}}, Auto, Half, Sixel},
		{"sixels not wanted", xterm, []any{uv.PrimaryDeviceAttributesEvent{64, 4}}, WantHalf, Half, Half},
		{"sixels wanted", xterm, nil, WantSixel, Half, Sixel},
		{"iTerm2 wanted", xterm, nil, WantITerm, Half, ITerm},
		{"Kitty wanted", xterm, nil, WantKitty, Kitty, Kitty},
		{"kitty within tmux", []string{"TERM=tmux-256color", "TMUX=/x", "COLORTERM=truecolor"}, []any{kittySays, tea.TerminalVersionMsg{Name: "kitty"}}, Auto, Half, Half},
		{"kitty within tmux, wanted", []string{"TERM=tmux-256color", "TMUX=/x", "COLORTERM=truecolor"}, nil, WantKitty, Kitty, Kitty},
		{"sixteen colours", []string{"TERM=xterm-16color"}, []any{tea.ColorProfileMsg{Profile: colorprofile.ANSI}}, WantKitty, Half, Half},
		{"no colours", xterm, []any{tea.ColorProfileMsg{Profile: colorprofile.ASCII}}, WantKitty, None, None},
		{"NO_COLOR", append([]string{"NO_COLOR=1"}, xterm...), nil, Auto, None, None},
		{"off", xterm, []any{kittySays}, Off, None, None},
	} {
		term := NewTerminal(c.environ)
		for _, s := range c.says {
			if !term.Hear(s) {
				t.Errorf("%s: %T is not heard", c.name, s)
			}
		}
		if in, full := term.Inline(c.setting), term.Full(c.setting); in != c.inline || full != c.full {
			t.Errorf("%s: %v in the page, %v alone; want %v, %v", c.name, in, full, c.inline, c.full)
		}
	}
}

func TestQuery(t *testing.T) {
	const fence = "\x1b[c"
	for name, c := range map[string]struct {
		environ []string
		kitty   bool
		silent  bool
	}{
		"xterm":           {[]string{"TERM=xterm"}, true, false},
		"tmux":            {[]string{"TERM=screen-256color", "TMUX=x"}, false, false},
		"screen":          {[]string{"TERM=xterm", "STY=x"}, false, false},
		"a console":       {[]string{"TERM=linux"}, false, true},
		"dumb":            {[]string{"TERM=dumb"}, false, true},
		"nothing":         {nil, false, true},
		"Apple's":         {[]string{"TERM=xterm-256color", "TERM_PROGRAM=Apple_Terminal"}, false, true},
		"zellij in kitty": {[]string{"TERM=xterm-kitty", "ZELLIJ=0"}, false, false},
	} {
		term := NewTerminal(c.environ)
		q := term.Query()
		if c.silent != (q == "") || strings.Contains(q, "\x1b_G") != c.kitty || !c.silent && !strings.HasSuffix(q, fence) {
			t.Errorf("%s is asked %q", name, q)
		}
	}
}

func TestCellSize(t *testing.T) {
	var term Terminal
	term.Hear(uv.PixelSizeEvent{Width: 800, Height: 480})
	term.Resized(80, 24)
	if term.Cell != image.Pt(10, 20) {
		t.Errorf("from the window: %v", term.Cell)
	}
	term.Hear(uv.CellSizeEvent{Width: 9, Height: 19})
	term.Hear(uv.CellSizeEvent{Width: 0, Height: 4000})
	if term.Cell != image.Pt(9, 19) {
		t.Errorf("told: %v", term.Cell)
	}
}

func TestSettings(t *testing.T) {
	for i, name := range Settings() {
		if s, ok := ParseSetting(name); !ok || s != Setting(i) {
			t.Errorf("ParseSetting(%q) = %v, %v", name, s, ok)
		}
	}
	if _, ok := ParseSetting("ascii"); ok {
		t.Error("a setting that there is not")
	}
}
