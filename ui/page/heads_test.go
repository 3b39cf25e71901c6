package page

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
	"depesche/feed/charset"
	"depesche/feed/extract"
)

// headlines are those of all fixtures.
func headlines(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, path := range pages(t) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text, _ := charset.UTF8(data, "")
		if a, err := extract.Article(text, extract.Options{URL: "https://lindenau.example/a"}); err == nil && a.Headline != "" {
			out = append(out, a.Headline)
		}
	}
	return out
}

// headLines are the lines of a headline at a width.
func headLines(t *testing.T, headline string, width int) []string {
	t.Helper()
	p := set(t, feed.Article{Headline: headline}, Options{Width: width})
	var out []string
	for _, l := range p.Lines {
		if l == "" {
			break
		}
		out = append(out, ansi.Strip(l))
	}
	return out
}

// The last line of a headline is no single short word, where the lines before it
// could give it one more.
func TestHeadlinesHaveNoOrphan(t *testing.T) {
	for _, h := range headlines(t) {
		for w := 28; w <= 76; w += 8 {
			lines := headLines(t, h, w)
			n := len(lines)
			if n < 2 {
				continue
			}
			last, before := lines[n-1], lines[n-2]
			if strings.ContainsAny(last, " -") || ansi.StringWidth(last)*4 >= w {
				continue
			}
			cut := strings.LastIndexByte(before, ' ')
			if cut > 0 && ansi.StringWidth(before[cut+1:])+1+ansi.StringWidth(last) <= w && ansi.StringWidth(before[:cut])*4 >= w {
				t.Errorf("at %d %q ends with %q", w, h, last)
			}
		}
	}
}

// No line begins or ends with a sign that must not, at any width that has room for it.
func TestNoLineBeginsOrEndsWrongly(t *testing.T) {
	texts := []struct{ lang, text, starts, ends string }{
		{"ja", "リンデナウ市議会は月曜日の夜、七時間に及ぶ審議の末、来年度の予算案を可決した。「節約しなければならない」と財務担当者は述べた。（共同）ー、", "、。」）ー", "「（"},
		{"de", "„Wir müssen sparen“, sagte sie, „und zwar dort, wo es (fast) niemandem weh tut!“ Und er: »Ja, wirklich?« Dann: 5 % von 12\u202f000\u00a0€; alles gut.", "“«!?,.;:)", "„»("},
		{"en", "“We can't wait,” she said (twice!), “and ‘never’ will.” So: yes; no… or maybe?", "”’!?,.;:)…", "“("},
		{"fr", "Il a dit : « Non ! » puis « Oui ? » avant de partir ; c'est tout.", "»!?;:.", "«"},
	}
	for _, c := range texts {
		for w := 10; w <= 80; w++ {
			lines := broken(t, c.text, c.lang, Options{Width: w})
			for i, l := range lines {
				l = strings.TrimSpace(l)
				first, _ := utf8.DecodeRuneInString(l)
				last, _ := utf8.DecodeLastRuneInString(l)
				if c.lang == "de" && last == '»' { // »so« opens as it closes «so»
					last = ' '
				}
				if i > 0 && strings.ContainsRune(c.starts, first) || i < len(lines)-1 && strings.ContainsRune(c.ends, last) {
					t.Errorf("%s at %d: %q", c.lang, w, lines)
					break
				}
			}
		}
	}
}

// What may not be parted stays together: a number and its unit behind a no-break
// space, narrow or not.
func TestNoBreakSpacesKeep(t *testing.T) {
	const s = "Die Stadt zahlt 120\u202f000\u00a0Euro und damit 5\u00a0% mehr als im Jahr 2025."
	for w := 12; w <= 60; w++ {
		all := strings.Join(broken(t, s, "de", Options{Width: w, Justify: w%2 == 0}), "\n")
		if !strings.Contains(all, "120\u202f000\u00a0Euro") || !strings.Contains(all, "5\u00a0%") {
			t.Errorf("at %d: %q", w, all)
		}
	}
}
