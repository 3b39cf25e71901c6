package page

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"depesche/feed"
	"depesche/feed/charset"
	"depesche/feed/extract"
	"depesche/ui/locale"
)

// pages are all web pages among the fixtures; DEPESCHE_PAGES may name a folder with more.
func pages(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, root := range []string{"../../feed", os.Getenv("DEPESCHE_PAGES")} {
		if root == "" {
			continue
		}
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && filepath.Ext(path) == ".html" {
				out = append(out, path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// five widths, from a telephone's to a wide window's.
var fiveWidths = []int{24, 38, 60, 72, 110}

// Not one character of an article is lost or changed, whatever page it is from.
func TestEveryFixtureKeepsItsLetters(t *testing.T) {
	articles := 0
	for _, path := range pages(t) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text, _ := charset.UTF8(data, "")
		a, err := extract.Article(text, extract.Options{URL: "https://lindenau.example/a"})
		if err != nil {
			continue // no article, as some fixtures are to show
		}
		articles++
		a.ID = feed.ID(filepath.Base(path))
		for i, w := range fiveWidths {
			o := opts(w, locale.German())
			o.Justify, o.Hyphenate = i%2 == 1, Hyphenation(i%3)
			o.Columns = 1 + i/4
			p := set(t, a, o)
			checkPage(t, &p)
			for _, lost := range lostLetters(&p, &a) {
				t.Errorf("%s at %d: %s", path, w, lost)
			}
		}
	}
	t.Logf("%d articles", articles)
	if articles < 50 {
		t.Errorf("only %d articles", articles)
	}
}

func TestEveryKindKeepsItsLetters(t *testing.T) {
	for _, a := range []feed.Article{pool(), ferry(), world(), asides(), hostile()} {
		for _, w := range fiveWidths {
			p := set(t, a, opts(w, locale.German()))
			for _, lost := range lostLetters(&p, &a) {
				t.Errorf("%s at %d: %s", a.ID, w, lost)
			}
		}
	}
}

// lostLetters tells what of an article is not on its page, or not as it was.
func lostLetters(p *Page, a *feed.Article) []string {
	var out []string
	head, foot := printedLetters(p, 0), printedLetters(p, len(a.Body)+1)
	for _, part := range []struct{ in, what, text string }{
		{head, "kicker", a.Kicker},
		{head, "headline", a.Headline},
		{head, "standfirst", a.Standfirst},
		{head, "byline", a.Byline},
		{foot, "credit", a.Credit},
		{foot, "corrections", strings.Join(a.Corrections, "")},
	} {
		if part.what == "corrections" && len(a.Corrections) > 1 {
			continue // words of ours stand between them
		}
		if !strings.Contains(part.in, letters(part.text)) {
			out = append(out, part.what+": "+part.text)
		}
	}
	for i := range a.Body {
		b := &a.Body[i]
		if what := lostOfBlock(printedLetters(p, i+1), b, i == 0 && b.Kind == feed.Paragraph && a.Dateline != ""); what != "" {
			out = append(out, what)
		}
	}
	return out
}

// frames are signs of ours in tables and boxes.
const frames = "─│▌▸-"

// lostOfBlock compares what is printed of a block with what it holds; "" when
// nothing is lost. Cells of a table stand side by side: there letters are counted.
func lostOfBlock(got string, b *feed.Block, dateline bool) string {
	want := lettersOf(b)
	switch {
	case b.Kind == feed.Rule:
		return ""
	case b.Kind == feed.Figure:
		if b.Picture != nil && (!strings.Contains(got, letters(b.Picture.Caption)) || !strings.Contains(got, letters(b.Picture.Credit))) {
			return "figure: " + b.Picture.Caption + " " + b.Picture.Credit
		}
		return ""
	case b.Kind == feed.Table:
		for _, r := range b.Rows {
			for _, c := range r {
				want += letters(c.String())
			}
		}
		if !holds(got, want) {
			return "table: in " + want + "\nout " + got
		}
		return ""
	case b.Role != feed.Ordinary || dateline: // rules around, the place in front
		if !strings.Contains(got, want) {
			return "in  " + want + "\nout " + got
		}
		return ""
	case got != want:
		return "in  " + want + "\nout " + got
	}
	return ""
}

// holds reports whether the letters of want are among those of got, as often.
func holds(got, want string) bool {
	have := []rune(got)
	slices.Sort(have)
	need := []rune(want)
	slices.Sort(need)
	i := 0
	for _, r := range need {
		if strings.ContainsRune(frames, r) {
			continue
		}
		for i < len(have) && have[i] < r {
			i++
		}
		if i == len(have) || have[i] != r {
			return false
		}
		i++
	}
	return true
}
