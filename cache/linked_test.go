package cache

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"depesche/feed"
)

func TestFollow(t *testing.T) {
	d := newDesk(t, Options{KeepDays: 30})
	d.feed(tageblatt, story(1, "A"))
	row := d.list(Query{})[0]
	const link = "https://archiv.example/akten?id=7&utm_source=x"
	if _, err := d.Follow(t.Context(), link, row.Source, false); err == nil {
		t.Error("a page that does not answer is there")
	}
	d.origin.pages[link] = feed.Article{Headline: "Die Akten", Body: []feed.Block{{Text: feed.Plain("Text.")}}}
	l, err := d.Follow(t.Context(), link, row.Source, false)
	d.must(err)
	if l.Row.ID != "" || l.Article.Headline != "Die Akten" || l.Article.ID == "" || !l.Fetched.Equal(noon) {
		t.Errorf("%+v", l)
	}
	delete(d.origin.pages, link) // no network any more
	d.now = d.now.Add(time.Hour)
	for _, again := range []string{link, "https://archiv.example/akten?id=7#absatz"} {
		kept, err := d.Follow(t.Context(), again, "", false)
		if err != nil || kept.Article.Headline != "Die Akten" || kept.Article.ID != l.Article.ID || !kept.Fetched.Equal(noon) {
			t.Errorf("%s: %+v, %v", again, kept, err)
		}
	}
	if _, err := d.Follow(t.Context(), link, "", true); err == nil {
		t.Error("fetched anew without a network")
	}
	l, err = d.Follow(t.Context(), row.Link+"#foto", "", false)
	if err != nil || l.Row.ID != row.ID {
		t.Errorf("an article of the cache: %+v, %v", l, err)
	}
	for _, bad := range []string{"", "javascript:alert(1)", "file:///etc/passwd", "mailto:ada@lindenau.example", "#note-1"} {
		if _, err := d.Follow(t.Context(), bad, "", false); !errors.Is(err, ErrNotFound) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestWhatLinksLeadToIsLetGo(t *testing.T) {
	d := newDesk(t, Options{KeepDays: 30})
	const link = "https://archiv.example/alt"
	d.origin.pages[link] = feed.Article{Headline: "Alt"}
	_, err := d.Follow(t.Context(), link, "", false)
	d.must(err)
	files, _ := filepath.Glob(filepath.Join(d.dir, linkedName, "*", "*.json"))
	if len(files) != 1 {
		t.Fatalf("kept %q", files)
	}
	for _, age := range []int{29, 31} {
		d.must(os.Chtimes(files[0], time.Time{}, noon.AddDate(0, 0, -age)))
		_, err := d.Expire(t.Context())
		d.must(err)
		if _, err := os.Stat(files[0]); (err != nil) != (age > 30) {
			t.Errorf("after %d days: %v", age, err)
		}
	}
	if err := os.RemoveAll(filepath.Join(d.dir, linkedName)); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Expire(t.Context()); err != nil {
		t.Errorf("without the folder: %v", err)
	}
}

func TestDamagedLinkedPageIsFetchedAnew(t *testing.T) {
	d := newDesk(t, Options{})
	const link = "https://archiv.example/x"
	d.origin.pages[link] = feed.Article{Headline: "X"}
	_, err := d.Follow(t.Context(), link, "", false)
	d.must(err)
	files, _ := filepath.Glob(filepath.Join(d.dir, linkedName, "*", "*.json"))
	d.must(os.WriteFile(files[0], []byte("{"), 0o600))
	if l, err := d.Follow(t.Context(), link, "", false); err != nil || l.Article.Headline != "X" {
		t.Errorf("%+v, %v", l, err)
	}
}
