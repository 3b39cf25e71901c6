package opml

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"depesche/feed"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden reads each list of testdata and compares its JSON, and what was
// left out, to the golden file.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, file := range files {
		ext := filepath.Ext(file)
		if ext != ".opml" && ext != ".urls" {
			continue
		}
		n++
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			read := Read
			if ext == ".urls" {
				read = ReadURLs
			}
			list, err := read(data)
			var out bytes.Buffer
			if err != nil {
				out.WriteString("error: " + err.Error() + "\n")
			}
			enc := json.NewEncoder(&out)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			if err := errors.Join(enc.Encode(list), enc.Encode(list.Skipped), enc.Encode(list.Mended)); err != nil {
				t.Fatal(err)
			}
			golden := strings.TrimSuffix(file, ext) + ".golden"
			if *update {
				if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(out.Bytes(), want) {
				t.Errorf("got\n%s\nwant\n%s", out.Bytes(), want)
			}
		})
	}
	if n == 0 {
		t.Fatal("no lists")
	}
}

func TestRoundTrip(t *testing.T) {
	list := List{Title: `Ada's "Liste" & <mehr>`, Sources: []feed.Source{
		{URL: "https://eins.example/rss?a=1&b=2", Title: "Eins & <zwei>", Site: "https://eins.example/", Folder: []string{"Politik", "Inland & Ausland"}},
		{URL: "https://zwei.example/rss", Title: "Zwei", Description: "Ein \"Blatt\"", Language: "de", Folder: []string{"Politik"}},
		{URL: "https://zwei.example/rss", Title: "Zwei", Description: "Ein \"Blatt\"", Language: "de", Folder: []string{"Sport"}},
		{URL: "https://drei.example/rss", Title: "Übung 日本"},
	}}
	var b bytes.Buffer
	if err := Write(&b, list); err != nil {
		t.Fatal(err)
	}
	got, err := Read(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, list) {
		t.Errorf("got\n%+v\nwant\n%+v\nfrom\n%s", got, list, b.String())
	}
}

func TestWriteIsClean(t *testing.T) {
	var b bytes.Buffer
	err := Write(&b, List{Sources: []feed.Source{{URL: "https://eins.example/", Title: "Rot\x1b[31m\u202e\x00"}}})
	if err != nil || strings.ContainsAny(b.String(), "\x1b\x00\u202e") {
		t.Errorf("%v, %q", err, b.String())
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestWriteFails(t *testing.T) {
	if err := Write(full{}, List{}); !errors.Is(err, os.ErrClosed) {
		t.Errorf("got %v", err)
	}
}

func TestReadRefuses(t *testing.T) {
	for name, data := range map[string]string{
		"nothing":    "",
		"a page":     "<html><body><p>Hallo</p></body></html>",
		"a feed":     "<rss><channel><title>x</title></channel></rss>",
		"plain text": "Hallo",
		"JSON":       `{"a": 1}`,
	} {
		if l, err := Read([]byte(data)); !errors.Is(err, ErrNotOPML) || len(l.Sources) > 0 {
			t.Errorf("%s: %v, %v", name, l, err)
		}
	}
	if _, err := ReadURLs([]byte("Das ist\nkeine Liste\n")); !errors.Is(err, ErrNotURLs) {
		t.Errorf("got %v", err)
	}
	if l, err := ReadURLs([]byte("# leer\n\n")); err != nil || len(l.Sources) > 0 {
		t.Errorf("got %v, %v", l, err)
	}
}

// The lists of this test are megabytes of one thing: what is not linear in
// them does not come to an end.
func TestHostile(t *testing.T) {
	const n = 100_000
	rep := func(s string) string { return strings.Repeat(s, n) }
	source := `<outline xmlUrl="https://eins.example/"/>`
	for name, data := range map[string]string{
		"deep":                   rep(`<outline text="x">`),
		"deep without names":     rep(`<outline>`),
		"end tags":               rep(`</outline>`),
		"not closed":             rep(`<outline text="x" `),
		"quotes":                 rep(`<outline text="`),
		"attributes":             "<outline " + rep(`a="b" `) + "/>",
		"categories":             `<outline xmlUrl="https://zwei.example/" category="` + rep("/a,") + `"/>`,
		"deep categories":        `<outline xmlUrl="https://zwei.example/" category="` + rep("/a") + `"/>`,
		"many that are nowhere":  strings.Repeat("<outline xmlUrl='exec:x'/>\n", n),
		"many that are the same": rep(source),
		"titles":                 rep("<title>"),
	} {
		t.Run(name, func(t *testing.T) {
			l, err := Read([]byte("<opml><body>" + source + data + "</body></opml>"))
			if len(l.Sources) == 0 || l.Sources[0].URL != "https://eins.example/" {
				t.Errorf("lost: %v, %v", l.Sources, err)
			}
			checkList(t, l)
		})
	}
	many := strings.Builder{}
	for i := range maxSources + 10 {
		many.WriteString("<outline xmlUrl='https://eins.example/" + strings.Repeat("x", i%100) + string(rune('a'+i%26)) + "/" + itoa(i) + "'/>")
	}
	if l, _ := Read([]byte("<opml>" + many.String() + "</opml>")); len(l.Sources) != maxSources || len(l.Skipped) != 10 || l.Skipped[0].Why != TooMany {
		t.Errorf("%d sources, %d skipped", len(l.Sources), len(l.Skipped))
	}
}

func itoa(i int) string {
	b, _ := json.Marshal(i)
	return string(b)
}

func checkList(t *testing.T, l List) {
	t.Helper()
	line := func(s string) {
		if feed.Line(s) != s {
			t.Errorf("not one clean line: %q", s)
		}
	}
	line(l.Title)
	for _, s := range l.Sources {
		line(s.Title)
		line(s.Description)
		line(s.Language)
		for _, f := range s.Folder {
			line(f)
		}
		if feed.WebLink(s.URL) == "" || s.Site != "" && feed.WebLink(s.Site) == "" || len(s.Folder) > maxFolders {
			t.Errorf("%+v", s)
		}
	}
	for _, s := range l.Skipped {
		line(s.Text)
	}
}

func seeds(f *testing.F, ext string) {
	files, err := filepath.Glob("testdata/*" + ext)
	if err != nil || len(files) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
}

func FuzzRead(f *testing.F) {
	seeds(f, ".opml")
	f.Fuzz(func(t *testing.T, data []byte) {
		l, _ := Read(data)
		checkList(t, l)
		var b bytes.Buffer
		if err := Write(&b, l); err != nil {
			t.Fatal(err)
		}
		again, err := Read(b.Bytes())
		if err != nil {
			t.Fatalf("what was written cannot be read: %v\n%s", err, b.String())
		}
		for i := range again.Sources {
			if feed.WebLink(again.Sources[i].URL) == "" {
				t.Fatalf("%+v", again.Sources[i])
			}
		}
		if len(again.Sources) != len(l.Sources) {
			t.Fatalf("%d sources became %d\n%s", len(l.Sources), len(again.Sources), b.String())
		}
	})
}

func FuzzReadURLs(f *testing.F) {
	seeds(f, ".urls")
	f.Fuzz(func(t *testing.T, data []byte) {
		l, _ := ReadURLs(data)
		checkList(t, l)
	})
}
