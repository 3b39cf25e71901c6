package parse

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

const testAddress = "https://bote.example/nachrichten/rss.xml"

// TestGolden reads each document of testdata and compares what `depesche preview`
// would print, with the fields beside it, to the golden file.
func TestGolden(t *testing.T) {
	for _, pattern := range []string{"testdata/*.xml", "testdata/*.json"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no documents: %v", err)
		}
		for _, file := range files {
			t.Run(filepath.Base(file), func(t *testing.T) { golden(t, file) })
		}
	}
}

func golden(t *testing.T, file string) {
	body, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Feed(body, Options{URL: testAddress})
	var out bytes.Buffer
	if err != nil {
		out.WriteString("error: " + err.Error() + "\n")
	}
	if doc != nil {
		enc := json.NewEncoder(&out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(doc.preview()); err != nil {
			t.Fatal(err)
		}
		rest := map[string]any{}
		note := func(name string, v any, set bool) {
			if set {
				rest[name] = v
			}
		}
		note("ttl", doc.TTL.String(), doc.TTL != 0)
		note("skip_hours", doc.SkipHours, doc.SkipHours != nil)
		note("skip_days", doc.SkipDays, doc.SkipDays != nil)
		for _, e := range doc.Entries {
			note("comments_feed "+e.Title, e.CommentsFeed, e.CommentsFeed != "")
			note("comment_count "+e.Title, e.CommentCount, e.CommentCount != 0)
			note("language "+e.Title, e.Language, e.Language != doc.Language)
		}
		if err := enc.Encode(rest); err != nil {
			t.Fatal(err)
		}
	}
	name := strings.TrimSuffix(file, filepath.Ext(file)) + ".golden"
	if *update {
		if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), want) {
		t.Errorf("got\n%s\nwant\n%s", out.Bytes(), want)
	}
}
