package prompt

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"depesche/ui/keys"
	"depesche/ui/theme"
)

func TestEditing(t *testing.T) {
	for _, c := range []struct {
		name  string
		start string
		do    []keys.Action
		typed string
		want  string
	}{
		{"typing goes to the end", "ab", nil, "c", "abc"},
		{"at the start", "ab", []keys.Action{keys.CursorStart}, "c", "cab"},
		{"a family is one grapheme", "a👩‍👩‍👧‍👦", []keys.Action{keys.DeleteBack}, "", "a"},
		{"a flag is one step", "🇩🇪x", []keys.Action{keys.CursorLeft, keys.CursorLeft}, "_", "_🇩🇪x"},
		{"combining marks go with their letter", "ae\u0301", []keys.Action{keys.DeleteBack}, "", "a"},
		{"delete forward", "abc", []keys.Action{keys.CursorStart, keys.DeleteForward}, "", "bc"},
		{"delete a word", "eins zwei  ", []keys.Action{keys.DeleteWord}, "", "eins "},
		{"delete to the start", "eins zwei", []keys.Action{keys.WordLeft, keys.DeleteLine}, "", "zwei"},
		{"delete to the end", "eins zwei", []keys.Action{keys.CursorStart, keys.WordRight, keys.DeleteRest}, "", "eins"},
		{"nothing before the start", "a", []keys.Action{keys.CursorStart, keys.DeleteBack, keys.CursorLeft}, "", "a"},
		{"nothing after the end", "a", []keys.Action{keys.DeleteForward, keys.CursorRight}, "", "a"},
		{"pasted lines become one", "", nil, "a\nb\x1b[31m", "a b[31m"},
	} {
		p := New("", c.start, nil)
		for _, a := range c.do {
			p.Do(a)
		}
		p.Type(c.typed)
		if p.Text() != c.want {
			t.Errorf("%s: %q, want %q", c.name, p.Text(), c.want)
		}
	}
}

func TestOutcomes(t *testing.T) {
	p := New("", "x", nil)
	for a, want := range map[keys.Action]Outcome{keys.Accept: Accepted, keys.Cancel: Cancelled, keys.CursorLeft: Nothing, keys.Down: Nothing} {
		if got := p.Do(a); got != want {
			t.Errorf("%s: %d, want %d", a, got, want)
		}
	}
	if got := p.Type("y"); got != Edited {
		t.Errorf("typing: %d", got)
	}
	if got := p.Type(strings.Repeat("ä", maxText)); got != Edited || len(p.Text()) > maxText {
		t.Errorf("a long paste: %d, %d bytes", got, len(p.Text()))
	}
}

func TestHistory(t *testing.T) {
	p := New("", "", []string{"wahl", "brücke", "wetter"})
	for i, want := range []string{"wetter", "brücke", "wahl", "wahl"} {
		p.Do(keys.Older)
		if p.Text() != want {
			t.Errorf("step %d back: %q, want %q", i, p.Text(), want)
		}
	}
	for i, want := range []string{"brücke", "wetter", "", ""} {
		p.Do(keys.Newer)
		if p.Text() != want {
			t.Errorf("step %d on: %q, want %q", i, p.Text(), want)
		}
	}
	p = New("", "w", []string{"wahl", "brücke", "wetter"})
	p.Do(keys.Older)
	p.Do(keys.Older)
	if p.Text() != "wahl" {
		t.Errorf("only what begins as typed: %q", p.Text())
	}
}

func TestRemember(t *testing.T) {
	got := Remember(Remember([]string{"a", "b", "c"}, "a", 3), "  ", 3)
	if !slices.Equal(got, []string{"b", "c", "a"}) {
		t.Errorf("got %q", got)
	}
	if got := Remember(got, "d", 2); !slices.Equal(got, []string{"a", "d"}) {
		t.Errorf("got %q", got)
	}
}

func TestCompletion(t *testing.T) {
	p := New("", "is:un so", nil)
	p.Complete = func(word string) []string {
		if word == "so" {
			return []string{"source:", "sort:"}
		}
		return nil
	}
	for i, want := range []string{"is:un source:", "is:un sort:", "is:un so", "is:un source:"} {
		p.Do(keys.Complete)
		if p.Text() != want {
			t.Errorf("tab %d: %q, want %q", i, p.Text(), want)
		}
	}
}

func TestRenderFitsAndFollowsTheCursor(t *testing.T) {
	st := theme.New(true, false)
	for _, text := range []string{"", "kurz", strings.Repeat("日本 ", 40), strings.Repeat("abc ", 50)} {
		for w := range 60 {
			p := New("Suche: ", text, nil)
			p.Hint = "Wörter"
			for range 3 {
				line, cur := p.Render(st, w)
				if got := ansi.StringWidth(line); got > w {
					t.Fatalf("%d cells wide at %d", got, w)
				}
				if w > 0 && (cur < 0 || cur >= w) {
					t.Fatalf("cursor in cell %d of %d", cur, w)
				}
				p.Do(keys.WordLeft)
			}
		}
	}
}
