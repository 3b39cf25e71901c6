package extract

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"depesche/feed"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const address = "https://tageblatt.example/politik/vertrag-gilt"

// read takes a file of testdata apart, HTML or plain text.
func read(t testing.TB, name string) feed.Article {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var a feed.Article
	if IsHTML(src) {
		a, err = Article(src, Options{URL: address})
	} else {
		a, err = Text(src, Options{URL: address})
	}
	if err != nil && !errors.Is(err, ErrNoArticle) {
		t.Fatal(err)
	}
	return a
}

func TestPages(t *testing.T) {
	var files []string
	for _, pattern := range []string{"testdata/*.html", "testdata/*.txt"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Fatal("no pages in testdata")
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			got, err := json.MarshalIndent(read(t, name), "", " ")
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, '\n')
			golden := name + ".golden"
			if strings.HasSuffix(name, ".html") {
				golden = strings.TrimSuffix(name, ".html") + ".golden"
			}
			if *update {
				if err := os.WriteFile(golden, got, 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%s:\n%s", name, firstDifference(string(got), string(want)))
			}
		})
	}
}

// firstDifference shows where two goldens part.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		a, b := "", ""
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			return "got  " + a + "\nwant " + b
		}
	}
	return ""
}
