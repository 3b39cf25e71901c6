package list

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/locale"
	"depesche/ui/theme"
)

var now = time.Date(2026, 11, 23, 18, 0, 0, 0, time.UTC)

func rows(from, n int) []cache.Row {
	out := make([]cache.Row, n)
	for i := range out {
		k := from + i
		out[i] = cache.Row{
			Key: cache.Key(k + 1), ID: feed.ID(fmt.Sprint("id", k)), Source: "s", SourceTitle: "Lindenauer Bote",
			Headline: fmt.Sprintf("Nummer %d", k), Published: now.Add(-time.Duration(k) * time.Hour), Minutes: 2, Read: k%3 == 0,
		}
	}
	return out
}

func allKeys(n int) []cache.Key {
	out := make([]cache.Key, n)
	for i := range out {
		out[i] = cache.Key(i + 1)
	}
	return out
}

func look() *Look {
	return &Look{Styles: theme.New(true, false), Text: locale.German(), Now: now, Focus: true, End: "Ende"}
}

func text(l *List, lk *Look, w, h int) string {
	lines := l.Render(lk, w, h)
	for i := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(lines[i]), " ")
	}
	return strings.Join(lines, "\n")
}

func TestRowsAreWantedAroundTheCursorOnly(t *testing.T) {
	var l List
	l.Show(rows(0, 300))
	l.Extend(allKeys(100_000))
	if l.Len() != 100_000 {
		t.Fatalf("%d long", l.Len())
	}
	if w := l.Want(); len(w) != 0 {
		t.Errorf("wants %d rows at the top", len(w))
	}
	l.GoTo(210)
	w := l.Want()
	if len(w) != 211 || w[0] != 301 {
		t.Fatalf("wants %d rows near the edge, from %d", len(w), w[0])
	}
	if again := l.Want(); len(again) != 0 {
		t.Errorf("asks for %d rows a second time", len(again))
	}
	l.Failed(w)
	if again := l.Want(); len(again) != len(w) {
		t.Errorf("after a failure asks for %d, want %d", len(again), len(w))
	}
	for i := range 40 {
		l.GoTo(i * 2500)
		w := l.Want()
		var got []cache.Row
		for _, k := range w {
			got = append(got, rows(int(k)-1, 1)...)
		}
		l.Put(w, got)
	}
	if n := len(l.rows); n > keep+2*ahead+1 {
		t.Errorf("%d rows stay in memory", n)
	}
	if _, ok := l.Row(); !ok {
		t.Error("the row under the cursor is forgotten")
	}
}

func TestRowsThatAreNotLoadedKeepTheirPlace(t *testing.T) {
	var l List
	l.Show(rows(0, 300))
	l.Extend(allKeys(1000))
	l.Bottom()
	before := text(&l, look(), 60, 20)
	if !strings.Contains(before, "…") {
		t.Fatalf("no sign of rows on their way:\n%s", before)
	}
	if l.Cursor() != 999 {
		t.Fatalf("cursor at %d", l.Cursor())
	}
	w := l.Want()
	l.Put(w, rows(int(w[0])-1, len(w)-1)) // the last of them is gone
	after := text(&l, look(), 60, 20)
	if !strings.Contains(after, "Nummer 998") || !strings.Contains(after, "nicht mehr da") || l.Cursor() != 999 {
		t.Errorf("cursor at %d:\n%s", l.Cursor(), after)
	}
}

func TestExtendKeepsWhatStands(t *testing.T) {
	var l List
	l.Show(rows(5, 3)) // keys 6, 7, 8
	l.Extend([]cache.Key{1, 6, 8, 9, 7, 10})
	if want := []cache.Key{6, 7, 8, 1, 9, 10}; !slices.Equal(l.keys, want) {
		t.Errorf("keys %v, want %v", l.keys, want)
	}
}

func TestUnread(t *testing.T) {
	var l List
	l.Show(rows(0, 6)) // 0 and 3 are read
	for _, c := range []struct {
		cursor, dir, want int
		known             bool
	}{{0, 1, 1, true}, {2, 1, 4, true}, {4, -1, 2, true}, {5, 1, -1, true}, {1, -1, -1, true}} {
		l.GoTo(c.cursor)
		if got, known := l.Unread(c.dir); got != c.want || known != c.known {
			t.Errorf("from %d by %d: %d, %t; want %d, %t", c.cursor, c.dir, got, known, c.want, c.known)
		}
	}
	l.Extend(allKeys(10))
	l.GoTo(5)
	if got, known := l.Unread(1); got != -1 || known {
		t.Errorf("over rows not loaded: %d, %t", got, known)
	}
	if got := l.Next(map[cache.Key]bool{9: true}, 1); got != 8 {
		t.Errorf("next of the keys is %d", got)
	}
}

func TestHits(t *testing.T) {
	var l List
	l.Show(rows(0, 8))
	if n := l.Mark("x", []cache.Key{3, 6, 99}); n != 2 {
		t.Fatalf("%d hits in the list", n)
	}
	var at []int
	for range 3 {
		l.NextHit(1)
		at = append(at, l.Cursor())
	}
	if !slices.Equal(at, []int{2, 5, 2}) {
		t.Errorf("hits at %v", at)
	}
	if cur, n := l.Hits(); cur != 1 || n != 2 {
		t.Errorf("hit %d of %d", cur, n)
	}
	l.Mark("", nil)
	if l.NextHit(1) || l.Query() != "" {
		t.Error("the search does not end")
	}
}

func TestHeadlinesBreakBetweenWords(t *testing.T) {
	for _, c := range []struct {
		in         string
		w          int
		line, rest string
	}{
		{"kurz", 10, "kurz", ""},
		{"eins zwei drei", 9, "eins zwei", "drei"},
		{"eins zwei drei", 10, "eins zwei", "drei"},
		{"Donaudampfschiff", 5, "Donau", "dampfschiff"},
		{"日本語の記事", 5, "日本", "語の記事"},
		{"日", 1, "", "日"},
	} {
		if line, rest := breakLine(c.in, c.w); line != c.line || rest != c.rest {
			t.Errorf("%q at %d: %q, %q", c.in, c.w, line, rest)
		}
	}
}

func TestDaysAndSourcesAreHeadings(t *testing.T) {
	var l List
	l.Show(rows(0, 40))
	lk := look()
	if got := text(&l, lk, 60, 60); !strings.Contains(got, " Heute ─") || !strings.Contains(got, "\n\n Gestern ─") {
		t.Errorf("no days:\n%s", got)
	}
	old := rows(0, 3)
	for i := range old {
		old[i].Published = now.AddDate(0, 0, -40-i)
	}
	var months List
	months.Show(old)
	if got := text(&months, lk, 60, 20); strings.Count(got, "─ ")+strings.Count(got, "─\n") != 1 || !strings.Contains(got, " Oktober 2026 ─") {
		t.Errorf("older articles do not stand under their month:\n%s", got)
	}
	lk.Order = cache.BySource
	if got := text(&l, lk, 60, 10); !strings.Contains(got, " Lindenauer Bote ─") {
		t.Errorf("no source:\n%s", got)
	}
}

func TestStatesAreShown(t *testing.T) {
	r := rows(1, 1)
	r[0].Access, r[0].Changed, r[0].Copies, r[0].HasPage, r[0].HasPicture = feed.Paywall, true, 2, true, true
	r[0].Starred, r[0].Agencies, r[0].Kicker = true, []feed.Agency{"AFP", "dpa"}, "Haushalt"
	r[0].Medium, r[0].Duration, r[0].Downloaded = feed.Audio, 45*time.Minute, true
	r[0].Snippet = "vor dem \x02Treffer\x03 danach"
	var l List
	l.Show(r)
	got := text(&l, look(), 99, 10)
	for _, want := range []string{"★ Haushalt  Nummer 1", "Bezahlschranke", "geändert", "AFP/dpa", "+2", "¶▣", "♪↓ 45 min", "1h", "vor dem Treffer danach"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing:\n%s", want, got)
		}
	}
	lk := look()
	lk.ASCII = true
	for _, r := range ansi.Strip(text(&l, lk, 90, 10)) {
		if r > 126 && !strings.ContainsRune("äöüß", r) {
			t.Errorf("%q is no ASCII", r)
		}
	}
}

func TestEveryLineIsAsWideAsTheWindow(t *testing.T) {
	r := rows(0, 30)
	r[1].Headline, r[2].Headline = strings.Repeat("日本 👩‍👩‍👧‍👦 ", 20), ""
	r[3].Kicker, r[4].Headline = strings.Repeat("Kicker ", 9), "a\nb\tc\x1b[31m"
	r[5].Snippet = strings.Repeat("wort \x02日本\x03 ", 30)
	for w := 1; w < 170; w += 7 {
		for _, h := range []int{1, 2, 5, 6, 11, 12, 40} {
			var l List
			l.Show(r)
			for _, at := range []int{0, 3, 29} {
				l.GoTo(at)
				lines := l.Render(look(), w, h)
				if len(lines) != h {
					t.Fatalf("%d lines at %dx%d", len(lines), w, h)
				}
				shown := false
				for y, s := range lines {
					if n := ansi.StringWidth(s); n != w || strings.Contains(s, "\n") {
						t.Fatalf("line %d is %d cells wide at %dx%d: %q", y, n, w, h, s)
					}
					shown = shown || l.Line(y) == at
				}
				if !shown && h >= 2 {
					t.Errorf("row %d is not in the window at %dx%d", at, w, h)
				}
			}
		}
	}
}

func TestPagesMoveByWhatIsShown(t *testing.T) {
	var l List
	l.Show(rows(0, 100))
	l.Render(look(), 60, 21)
	l.PageDown()
	if l.Cursor() < 5 || l.Cursor() > 10 {
		t.Errorf("a page down goes to row %d", l.Cursor())
	}
	l.PageUp()
	if l.Cursor() != 0 {
		t.Errorf("a page up goes to row %d", l.Cursor())
	}
	l.Bottom()
	if got := text(&l, look(), 60, 20); !strings.Contains(got, "Nummer 99") {
		t.Errorf("the end is not shown:\n%s", got)
	}
}
