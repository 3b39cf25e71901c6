package feed

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestAValueFromAFileIsCleaned(t *testing.T) {
	const bad = "a\x1b[2Jb\u202Ec"
	text := func() Text {
		return Text{{Text: bad, Link: "javascript:alert(1)"}, {Text: "x", Link: "https://a.example/?q=1"}}
	}
	a := Article{
		Kicker: bad, Headline: bad, Standfirst: bad, Byline: bad, Authors: []string{bad}, Dateline: bad, Section: bad, Topics: []string{bad}, Credit: bad,
		Agencies: []Agency{bad}, Corrections: []string{bad}, Language: bad, Link: "file:///etc/passwd", Canonical: "https://a.example/",
		Lead: &Picture{URL: "data:image/png,x", Alt: bad, Caption: bad, Credit: bad},
		Body: []Block{{Text: text()}, {Kind: List, Items: []Text{text()}}, {Kind: Table, Rows: [][]Text{{text(), nil}}}, {Kind: Figure, Picture: &Picture{URL: "https://a.example/b.png", Caption: bad}}, {Role: Footnote, Anchor: bad}},
	}
	a.Clean()
	data, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range []string{`\u001b`, "\u202E", "javascript", "file:", "data:"} {
		if strings.Contains(string(data), b) {
			t.Errorf("%q is left in %s", b, data)
		}
	}
	if a.Canonical != "https://a.example/" || a.Body[0].Text[1].Link != "https://a.example/?q=1" || a.Body[3].Picture.URL != "https://a.example/b.png" {
		t.Errorf("good addresses are gone: %s", data)
	}
	again := a
	again.Clean()
	if twice, _ := json.Marshal(again); string(twice) != string(data) {
		t.Error("cleaning twice changes something")
	}
}
