package cache

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"depesche/feed"
)

func TestFullDisk(t *testing.T) {
	d := newDesk(t, Options{})
	id := d.feed(tageblatt, story(1, "A"))
	limit := func(pages int) {
		for _, w := range []*writer{d.own, d.fetched, d.storing} {
			d.must(w.open(t.Context()))
			_, err := w.conn.ExecContext(t.Context(), fmt.Sprintf("pragma max_page_count = %d", pages))
			d.must(err)
		}
	}
	limit(1) // no page more than there are
	var many []feed.Article
	for i := range 100 {
		a := story(i+1, fmt.Sprint("Meldung ", i))
		a.Body = []feed.Block{{Text: feed.Plain(strings.Repeat(fmt.Sprint("Wort", i, " "), 500))}}
		many = append(many, a)
	}
	d.deliver(tageblatt, many...)
	steps := d.fetch(id)
	var se *StorageError
	if len(steps) != 1 || !errors.Is(steps[0].Err, ErrFull) || !errors.As(steps[0].Err, &se) || se.Path != d.path {
		t.Errorf("steps %+v", steps)
	}
	if got := d.heads(Query{}); len(got) != 1 || got[0] != "A" {
		t.Errorf("half a delivery was stored: %q", got)
	}
	// Of many sources it is said once, and no more are asked than were being asked.
	for i := range 60 {
		address := fmt.Sprintf("https://blatt-%d.example/feed", i)
		limit(1 << 20)
		_, err := d.AddSources(t.Context(), feed.Source{URL: address})
		d.must(err)
		d.deliver(address, many...)
	}
	limit(1)
	said := 0
	for _, s := range d.fetch() {
		if errors.Is(s.Err, ErrFull) {
			said++
		}
	}
	if said != 1 {
		t.Errorf("a full disk was said %d times", said)
	}
	limit(1 << 20)
	if steps := d.fetch(id); steps[0].Err != nil || steps[0].New != 99 {
		t.Errorf("with room again: %+v", steps)
	}
	d.sound()
}

func TestIndexIsMadeAnewForNewTexts(t *testing.T) {
	d := newDesk(t, Options{})
	id := d.feed(tageblatt, story(1, "A"), story(2, "B"))
	d.must(d.Remember(t.Context(), settingText, "of an older program"))
	d.must(d.write(t.Context(), d.fetched, func(t *tx) error {
		return t.script("delete from text_0")
	}))
	d.fetch(id)
	if got := d.heads(Query{Filter: "lindenau"}); len(got) != 2 {
		t.Errorf("found %q", got)
	}
	d.sound()
}

func TestArticlesOfOddDates(t *testing.T) {
	d := newDesk(t, Options{})
	a, b, c := story(1, "Future"), story(2, "No date, first"), story(3, "No date, second")
	a.Published = noon.AddDate(70, 0, 0)
	b.Published, c.Published = a.Published.AddDate(-500, 0, 0), c.Published.AddDate(-2026, 0, 0)
	d.feed(tageblatt, a, b, c)
	for _, r := range d.list(Query{}) {
		if r.Published.After(noon) {
			t.Errorf("%s stands at %v", r.Headline, r.Published)
		}
	}
}

func TestResolve(t *testing.T) {
	d := newDesk(t, Options{})
	var many []feed.Article
	for i := range 200 {
		many = append(many, story(i, fmt.Sprint(i)))
	}
	d.feed(tageblatt, many...)
	id := d.list(Query{})[0].ID
	for _, prefix := range []string{string(id), strings.ToUpper(string(id)), string(id[:11])} {
		if got, err := d.Resolve(t.Context(), prefix); got != id || err != nil {
			t.Errorf("%s: %s, %v", prefix, got, err)
		}
	}
	if _, err := d.Resolve(t.Context(), string(id[:1])); !errors.Is(err, ErrAmbiguous) {
		t.Errorf("a letter: %v", err)
	}
	for _, s := range []string{"", "0", "zzzzzzzzzzzzzz", "%"} {
		if _, err := d.Resolve(t.Context(), s); !errors.Is(err, ErrNotFound) {
			t.Errorf("%q: %v", s, err)
		}
	}
}

func TestPositionAndSettings(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "A"))
	id := d.list(Query{})[0].ID
	want := Position{Block: 7, Offset: 123}
	d.must(d.SetPosition(t.Context(), id, want))
	d.must(d.Remember(t.Context(), "theme", "dark"))
	d.must(d.Remember(t.Context(), "theme", "light"))
	d.again()
	if got, err := d.Position(t.Context(), id); got != want || err != nil {
		t.Errorf("position %v, %v", got, err)
	}
	if got, err := d.Recall(t.Context(), "theme"); got != "light" || err != nil {
		t.Errorf("setting %q, %v", got, err)
	}
	if got, err := d.Recall(t.Context(), "none"); got != "" || err != nil {
		t.Errorf("no setting %q, %v", got, err)
	}
	if err := d.SetPosition(t.Context(), "none", want); !errors.Is(err, ErrNotFound) {
		t.Errorf("position of nothing: %v", err)
	}
}

func TestCut(t *testing.T) {
	for _, tc := range []struct {
		in   string
		n    int
		want string
	}{
		{"kurz", 10, "kurz"},
		{"zehn Zeich", 10, "zehn Zeich"},
		{"ein Satz, der zu lang ist", 12, "ein Satz…"},
		{"äöüäöüäöüäöü", 5, "äöüä…"},
		{"", 5, ""},
	} {
		if got := cut(tc.in, tc.n); got != tc.want {
			t.Errorf("%q to %d: %q, want %q", tc.in, tc.n, got, tc.want)
		}
	}
}
