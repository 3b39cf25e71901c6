package parse

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"depesche/feed"
)

// FuzzFeed holds what every reader of a document relies on, for any bytes.
func FuzzFeed(f *testing.F) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, ".golden") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, "")
	}
	f.Add([]byte("<rss><channel><item><title>\x1b[31m&#27;[0m&amp;#x9b;</title><link>https://x.example/\u202e</link></item>"), "text/xml; charset=koi8-r")
	f.Add([]byte("\xff\xfe<\x00r\x00s\x00s\x00>\x00"), "")
	f.Fuzz(func(t *testing.T, data []byte, contentType string) {
		doc, err := Feed(data, Options{URL: testAddress, ContentType: contentType})
		if doc == nil {
			if err == nil {
				t.Fatal("neither document nor error")
			}
			checkLine(t, "error", err.Error())
			return
		}
		checkDocument(t, doc)
		if _, err := doc.MarshalJSON(); err != nil {
			t.Fatal(err)
		}
	})
}

func checkDocument(t *testing.T, d *Document) {
	t.Helper()
	for name, s := range map[string]string{"title": d.Title, "description": d.Description, "language": d.Language} {
		checkLine(t, name, s)
	}
	for name, s := range map[string]string{"link": d.Link, "feed": d.FeedURL, "icon": d.Icon, "hub": d.Hub} {
		checkLink(t, name, s, false)
	}
	checkTime(t, d.Updated)
	if d.TTL < 0 || d.TTL > maxTTL || len(d.SkipHours) > 24 || len(d.SkipDays) > 7 || len(d.Entries) > maxEntries {
		t.Errorf("out of bounds: %v %v %v, %d entries", d.TTL, d.SkipHours, d.SkipDays, len(d.Entries))
	}
	for i := range d.Entries {
		e := &d.Entries[i]
		lines := append(append([]string{e.ID, e.Title, e.ImageCaption, e.ImageCredit, e.Language}, e.Authors...), e.Categories...)
		for _, c := range e.Enclosures {
			lines = append(lines, c.Type)
			checkLink(t, "enclosure", c.URL, false)
			if c.URL == "" || c.Length < 0 {
				t.Errorf("enclosure %+v", c)
			}
		}
		for _, s := range lines {
			checkLine(t, "text", s)
		}
		checkClean(t, "summary", e.Summary)
		checkClean(t, "content", e.Content)
		checkLink(t, "link", e.Link, true)
		for _, s := range []string{e.Comments, e.CommentsFeed, e.Image} {
			checkLink(t, "address", s, false)
		}
		checkTime(t, e.Published)
		checkTime(t, e.Updated)
		if len(e.Authors) > maxList || len(e.Categories) > maxList || len(e.Enclosures) > maxList {
			t.Error("a list is too long")
		}
	}
}

func checkClean(t *testing.T, name, s string) {
	t.Helper()
	if !utf8.ValidString(s) || feed.Clean(s) != s {
		t.Errorf("%s is not clean: %q", name, s)
	}
}

func checkLine(t *testing.T, name, s string) {
	t.Helper()
	if !utf8.ValidString(s) || feed.Line(s) != s {
		t.Errorf("%s is not one clean line: %q", name, s)
	}
}

func checkLink(t *testing.T, name, s string, mail bool) {
	t.Helper()
	if s == "" || mail && strings.HasPrefix(s, "mailto:") {
		return
	}
	for i := range len(s) {
		if s[i] <= ' ' || s[i] >= 0x7F {
			t.Errorf("%s is not ASCII: %q", name, s)
			return
		}
	}
	if feed.WebLink(s) == "" {
		t.Errorf("%s is no web address: %q", name, s)
	}
}

func checkTime(t *testing.T, at time.Time) {
	t.Helper()
	if at.IsZero() {
		return
	}
	if _, err := time.Parse(time.RFC3339, feed.FormatTime(at)); err != nil {
		t.Errorf("time %v: %v", at, err)
	}
}
