package theme

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
)

// papers are the backgrounds people have: white, black, and those of the
// terminals' and editors' common schemes.
var (
	lightPapers = []string{"#ffffff", "#fdf6e3", "#fafafa", "#eff1f5", "#faf4ed", "#fbf1c7"}
	darkPapers  = []string{"#000000", "#1e1e1e", "#282c34", "#002b36", "#1e1e2e", "#2e3440", "#282a36", "#282828", "#300a24"}
)

// luminance and contrast are those of WCAG 2.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	var c [3]uint8
	if _, err := fmt.Sscanf(hex, "#%02x%02x%02x", &c[0], &c[1], &c[2]); err != nil {
		t.Fatalf("%q: %v", hex, err)
	}
	lin := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c[0]) + 0.7152*lin(c[1]) + 0.0722*lin(c[2])
}

func contrast(t *testing.T, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrast(t *testing.T) {
	const least = 4.5
	if len(palettes) < 8 {
		t.Errorf("only %d themes", len(palettes))
	}
	for _, p := range palettes {
		for mode, tk := range map[string]Tokens{"light": p.light, "dark": p.dark} {
			papers := lightPapers
			if mode == "dark" {
				papers = darkPapers
			}
			for job, c := range map[string]string{"ink": tk.Ink, "muted": tk.Muted, "accent": tk.Accent, "link": tk.Link, "alert": tk.Alert} {
				for _, paper := range papers {
					if c == "" {
						continue // the terminal's own
					}
					if got := contrast(t, c, paper); got < least {
						t.Errorf("%s, %s: %s %s on %s has %.2f", p.name, mode, job, c, paper, got)
					}
				}
			}
			if got := contrast(t, tk.OnSelect, tk.Selection); got < 7 {
				t.Errorf("%s, %s: a selected row has %.2f", p.name, mode, got)
			}
			if got := contrast(t, tk.OnHit, tk.Hit); got < 7 {
				t.Errorf("%s, %s: a search hit has %.2f", p.name, mode, got)
			}
		}
	}
}

// styles visits every lipgloss style within a struct.
func styles(v reflect.Value, path string, visit func(string, lipgloss.Style)) {
	if s, ok := v.Interface().(lipgloss.Style); ok {
		visit(path, s)
		return
	}
	if v.Kind() == reflect.Struct {
		for i := range v.NumField() {
			styles(v.Field(i), path+"."+v.Type().Field(i).Name, visit)
		}
	}
}

func each(st *Styles, visit func(string, lipgloss.Style)) {
	styles(reflect.ValueOf(st.Page), "Page", visit)
	styles(reflect.ValueOf(st.Row), "Row", visit)
	styles(reflect.ValueOf(st.Current), "Current", visit)
	styles(reflect.ValueOf(st.Screen), "Screen", visit)
}

var coloured = regexp.MustCompile(`[\[;](3[0-9]|4[0-9]|9[0-7]|10[0-7])[;m]`)

func TestMonoHasNoColours(t *testing.T) {
	each(New(true, true), func(path string, s lipgloss.Style) {
		if got := s.Render("x"); coloured.MatchString(got) {
			t.Errorf("%s is coloured: %q", path, got)
		}
	})
	if g := New(false, true).Glamour; g.Paragraph.Color != nil || g.Code.Color != nil || g.HorizontalRule.Color != nil {
		t.Error("Glamour's styles are coloured")
	}
}

func TestStylesAddNoCharacters(t *testing.T) {
	for _, name := range Names() {
		for _, dark := range []bool{true, false} {
			st, ok := Named(name, dark, false)
			if !ok || st.Name != name || st.Dark != dark {
				t.Fatalf("%s is not found", name)
			}
			each(st, func(path string, s lipgloss.Style) {
				if w := lipgloss.Width(s.Render("x")); w != 1 || strings.Contains(s.Render("x"), "\n") {
					t.Errorf("%s, %s pads", name, path)
				}
			})
		}
	}
}

func TestSelectionAndUnreadShowWithoutColours(t *testing.T) {
	st := New(true, true)
	for what, pair := range map[string][2]lipgloss.Style{
		"unread and read":         {st.Row.Unread, st.Row.Read},
		"selected and not":        {st.Current.Read, st.Row.Read},
		"hit and text":            {st.Page.Hit, st.Page.Byline},
		"current hit and another": {st.Page.CurrentHit, st.Page.Hit},
		"alert and text":          {st.Screen.Alert, st.Screen.Text},
		"link and text":           {st.Page.Link, st.Page.Byline},
	} {
		if pair[0].Render("x") == pair[1].Render("x") {
			t.Errorf("%s look the same", what)
		}
	}
}

func TestUnknownThemeIsTheDefault(t *testing.T) {
	st, ok := Named("nonesuch", true, false)
	if ok || st.Name != Names()[0] {
		t.Errorf("got %s, %v", st.Name, ok)
	}
}

func TestColoursStandOnlyHere(t *testing.T) {
	literal := regexp.MustCompile(`"#[0-9a-fA-F]{3,6}"|lipgloss\.Color\(|color\.RGBA\{`)
	err := filepath.WalkDir("..", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "theme") || strings.Contains(path, "picture") || strings.Contains(path, "gallery") {
			return err
		}
		src, err := os.ReadFile(path)
		if m := literal.Find(src); m != nil {
			t.Errorf("%s names a colour: %s", path, m)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
