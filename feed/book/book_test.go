package book

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"depesche/feed"
)

var testWords = Words{
	Contents: "Inhalt", Photo: "Foto: ", Correction: "Korrektur", Original: "Zur Seite",
	Summary: func(articles, minutes int) string { return fmt.Sprint(articles, " Artikel, ", minutes, " Minuten") },
	Minutes: func(n int) string { return fmt.Sprint(n, " Min.") },
	Date:    func(t time.Time) string { return t.Format("2.1.2006") },
	By:      func(names []string) string { return "Von " + strings.Join(names, ", ") },
	Access:  map[feed.Access]string{feed.Teaser: "Nur der Anriss."},
	File:    func(e *feed.Enclosure) string { return e.Medium().String() + ": " },
	Facts:   func(e *feed.Enclosure) string { return ", " + e.Duration.String() },

	Comments: "Leserbriefe",
}

// everything is an article with every kind of block, and with what strangers may write.
func everything() Article {
	nasty := `<script>alert("&")</script> ]]> ` + "\x1b[31m\x00\uFFFE 🌊"
	p := func(s string) feed.Block { return feed.Block{Text: feed.Plain(s)} }
	a := feed.Article{
		Kicker: nasty, Headline: "Rat & Tat: <b>Brücke</b>", Standfirst: nasty, Authors: []string{"Ada \"Lindner\" <x>"}, Dateline: "Lindenau (dpa) -",
		Section: "Lokales", Credit: "(dpa/red)", Corrections: []string{"Es waren zwei."}, Access: feed.Teaser, Language: "de", Published: made,
		Link: "https://lindenau.example/a?x=1&y=\"2\"", Lead: &feed.Picture{URL: "https://lindenau.example/a.png", Alt: `"Die" Brücke`, Caption: "Die <Brücke>.", Credit: "Jan Krug"},
	}
	a.Comments = "https://lindenau.example/a?leser=1&x=2"
	a.Enclosures = []feed.Enclosure{{URL: "https://lindenau.example/1.mp3?a=1&b=2", Title: nasty, Duration: time.Hour}, {URL: "file:///etc/passwd", Title: "nirgends"}}
	a.Body = []feed.Block{
		p("Erster Absatz."),
		{Text: feed.Text{{Text: "fett & ", Style: feed.Strong}, {Text: "schräg", Style: feed.Emphasis | feed.Strong, Link: "https://lindenau.example/?a=1&b=2"}, {Text: "x", Link: "javascript:alert(1)"}, {Text: "1", Link: "#note-1"}, {Text: "2", Link: "#nirgends"}, {Text: "Post", Link: "mailto:red@lindenau.example"}, {Text: "f()", Style: feed.CodeStyle}}},
		{Kind: feed.Subhead, Text: feed.Plain("Streit <um> Kosten")},
		{Kind: feed.Quote, Text: feed.Plain("Eins\nzwei")},
		{Kind: feed.Quote, Role: feed.PullQuote, Text: feed.Plain("Herausgehoben")},
		{Kind: feed.List, Items: []feed.Text{feed.Plain("a"), feed.Plain("b"), feed.Plain("c"), feed.Plain("d")}, Levels: []int{0, 1, 5, 0}},
		{Kind: feed.OrderedList, Start: 7, Items: []feed.Text{feed.Plain("sieben"), feed.Plain("acht")}},
		{Kind: feed.List},
		{Kind: feed.Table, Text: feed.Plain("Zahlen"), Rows: [][]feed.Text{{feed.Plain("Jahr"), nil}, {feed.Plain("2026"), feed.Plain("<3>")}}},
		{Kind: feed.Table, Headless: true, Rows: [][]feed.Text{{feed.Plain("a")}}},
		{Kind: feed.Figure, Picture: &feed.Picture{URL: "https://lindenau.example/a.png", Caption: "Dieselbe"}},
		{Kind: feed.Figure, Picture: &feed.Picture{URL: "https://lindenau.example/broken.jpg", Caption: "Nur der Text"}},
		{Kind: feed.Figure},
		{Kind: feed.Code, Text: feed.Plain("if a < b {\n\treturn\n}")},
		{Kind: feed.Rule},
		{Kind: feed.Embed, Text: feed.Text{{Text: "Ein Film", Link: "https://film.example/1"}}},
		{Role: feed.FactBox, Kind: feed.Subhead, Text: feed.Plain("Kasten")},
		{Role: feed.FactBox, Text: feed.Plain("Im Kasten")},
		p(""),
		{Role: feed.Footnote, Anchor: "note-1", Text: feed.Plain("Die Note")},
		{Role: feed.Footnote, Anchor: "Not A Name", Text: feed.Plain("Noch eine")},
	}
	return Article{Article: a, Paper: "Bote & Blatt"}
}

var made = time.Date(2026, 11, 24, 6, 30, 0, 0, time.UTC)

func onePicture(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 4, 3))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func edition(t testing.TB) *Edition {
	second := Article{Article: feed.Article{Headline: "", Body: []feed.Block{{Text: feed.Plain("Ohne Titel")}}}}
	return &Edition{
		Title: "depesche <24.11.>", Language: "de", ID: "urn:depesche:1", Made: made, Words: testWords,
		Sections: []Section{{"Lokales & Kultur", []Article{everything(), second}}, {"Leer", nil}, {"", []Article{everything()}}},
		Picture: func(url string) []byte {
			if strings.HasSuffix(url, ".png") {
				return onePicture(t)
			}
			return []byte("<svg>no picture</svg>")
		},
	}
}

func packed(t testing.TB, e *Edition) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := e.EPUB(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func wellFormed(name string, data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = true
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("%s: %w\n%s", name, err, data)
		}
	}
}

func TestTheTypeStandsAtItsPlace(t *testing.T) {
	data := packed(t, edition(t))
	if got := string(data[30:58]); got != "mimetypeapplication/epub+zip" {
		t.Errorf("at 30: %q", got)
	}
	if flags, method, extra := binary.LittleEndian.Uint16(data[6:]), binary.LittleEndian.Uint16(data[8:]), binary.LittleEndian.Uint16(data[28:]); flags != 0 || method != 0 || extra != 0 {
		t.Errorf("flags %d, method %d, extra %d", flags, method, extra)
	}
}

func TestAnEditionIsWhole(t *testing.T) {
	data := packed(t, edition(t))
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if _, twice := files[f.Name]; twice {
			t.Errorf("%s is there twice", f.Name)
		}
		files[f.Name] = string(b)
		if strings.HasSuffix(f.Name, "ml") || strings.HasSuffix(f.Name, ".opf") {
			if err := wellFormed(f.Name, b); err != nil {
				t.Error(err)
			}
		}
	}
	opf := files["book/content.opf"]
	listed := map[string]bool{}
	for _, m := range regexp.MustCompile(`href="([^"]+)" media-type`).FindAllStringSubmatch(opf, -1) {
		listed[m[1]] = true
		if _, ok := files["book/"+m[1]]; !ok {
			t.Errorf("%s is listed and not there", m[1])
		}
	}
	for name := range files {
		if path.Dir(name) == "book" && name != "book/content.opf" && !listed[path.Base(name)] {
			t.Errorf("%s is there and not listed", name)
		}
	}
	for _, m := range regexp.MustCompile(`(?:src|href)="([^"#:]+)"`).FindAllStringSubmatch(files["book/nav.xhtml"]+files["book/a0001.xhtml"], -1) {
		if _, ok := files["book/"+m[1]]; !ok {
			t.Errorf("%s leads nowhere", m[1])
		}
	}
	if n := strings.Count(opf, "image/png"); n != 1 {
		t.Errorf("one picture is listed %d times", n)
	}
	page := files["book/a0001.xhtml"]
	for _, want := range []string{
		"<h1>Rat &amp; Tat: &lt;b&gt;Brücke&lt;/b&gt;</h1>", "Von Ada &quot;Lindner&quot; &lt;x&gt;", "Foto: Jan Krug", "<b class=\"dateline\">Lindenau (dpa) -</b> Erster", "Nur der Text",
		`<aside class="note" id="note-1">`, `<a href="#note-1">1</a>`, "<ol start=\"7\">", "Nur der Anriss.", "Korrektur: Es waren zwei.", "Zur Seite", "Bote &amp; Blatt · Lokales · 24.11.2026",
		"<strong><em>schräg</em></strong></a>", "<li>c</li></ul></li></ul></li>",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	for _, bad := range []string{"<script", "javascript:", "#nirgends", "\x1b", "\uFFFE", "broken.jpg"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %q", bad)
		}
	}
	if t.Failed() {
		t.Log(page)
	}
}

func TestAPageStandsAlone(t *testing.T) {
	page := Page("de", testWords, everything())
	if err := wellFormed("page", []byte(page)); err != nil {
		t.Error(err)
	}
	if !strings.Contains(page, `<img src="https://lindenau.example/a.png" alt="&quot;Die&quot; Brücke"/>`) || !strings.Contains(page, "<style>") {
		t.Error(page)
	}
}

// TestEpubcheck asks the program that publishers ask; DEPESCHE_EPUBCHECK says where
// it is. It takes seconds.
func TestEpubcheck(t *testing.T) {
	program := os.Getenv("DEPESCHE_EPUBCHECK")
	if program == "" {
		t.Skip("DEPESCHE_EPUBCHECK names no program")
	}
	file := filepath.Join(t.TempDir(), "edition.epub")
	if err := os.WriteFile(file, packed(t, edition(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(program, "--failonwarnings", file).CombinedOutput()
	if errors.Is(err, syscall.ENOEXEC) || strings.HasSuffix(program, ".jar") { // Debian's is the archive itself
		out, err = exec.Command("java", "-jar", program, "--failonwarnings", file).CombinedOutput()
	}
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func FuzzText(f *testing.F) {
	f.Add("a<b>&\"\x00\uFFFF]]>", "#note-1", "https://x.example/?a=\"<>")
	f.Fuzz(func(t *testing.T, s, link, url string) {
		a := Article{Article: feed.Article{
			Kicker: s, Headline: s, Language: link, Link: url, Lead: &feed.Picture{URL: url, Alt: s, Caption: s, Credit: s},
			Body: []feed.Block{{Text: feed.Text{{Text: s, Link: link}, {Text: s, Link: url}}}, {Kind: feed.Code, Text: feed.Plain(s), Role: feed.Footnote, Anchor: link}},
		}}
		if err := wellFormed("page", []byte(Page("de", testWords, a))); err != nil {
			t.Error(err)
		}
	})
}
