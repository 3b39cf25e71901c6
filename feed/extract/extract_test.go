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

// wrongPages are the fixtures that do not come out as their goldens want them, which say what a reader wants. They
// stand in testdata/wrong.list, a name a line: none comes in without a line in the diff, and one that comes out right has to go.
func wrongPages(t *testing.T) map[string]bool {
	t.Helper()
	list, err := os.ReadFile("testdata/wrong.list")
	if err != nil {
		t.Fatal(err)
	}
	wrong := map[string]bool{}
	for name := range strings.FieldsSeq(string(list)) {
		if _, err := os.Stat("testdata/" + name); err != nil {
			t.Errorf("testdata/wrong.list names no page: %v", err)
		}
		wrong[name] = true
	}
	return wrong
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
	wrong := wrongPages(t)
	if len(files) == 0 || len(wrong)*4 > len(files) {
		t.Fatalf("%d pages in testdata, %d of them known to come out wrong", len(files), len(wrong))
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) { checkPage(t, name, wrong[filepath.Base(name)]) })
	}
}

// checkPage holds a page against its golden; one that is known to come out wrong must still differ from it.
func checkPage(t *testing.T, name string, wrong bool) {
	got, err := json.MarshalIndent(read(t, name), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	got = append(got, '\n')
	golden := name + ".golden"
	if strings.HasSuffix(name, ".html") {
		golden = strings.TrimSuffix(name, ".html") + ".golden"
	}
	if *update && !wrong {
		if err := os.WriteFile(golden, got, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	switch same := bytes.Equal(got, want); {
	case same && wrong:
		t.Errorf("%s comes out right: take it off testdata/wrong.list", name)
	case !same && !wrong:
		t.Errorf("%s:\n%s", name, firstDifference(string(got), string(want)))
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
