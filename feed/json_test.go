package feed

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"
)

func whole() Article {
	return Article{
		Link: "https://lindenau.example/a", Canonical: "https://lindenau.example/b", Language: "de-AT",
		Kicker: "Hochwasser", Headline: "Die Linde sinkt", Standfirst: "Ein <Fluss> & sein Tal", Byline: "Von Ada Lindner", Authors: []string{"Ada Lindner"},
		Dateline: "Lindenau (dpa) -", Section: "Land", Topics: []string{"Fluss", "Wetter"},
		Lead: &Picture{URL: "https://lindenau.example/p.jpg", Alt: "Ufer", Caption: "Am Ufer", Credit: "Jan Krug", Width: 1200, Height: 800},
		Body: []Block{
			{Kind: Paragraph, Text: Text{{Text: "Der "}, {Text: "Fluss", Style: Strong | Emphasis, Link: "https://lindenau.example/f"}, {Text: "x := 1", Style: CodeStyle}}},
			{Kind: Subhead, Text: Plain("Regen")},
			{Kind: Quote, Text: Plain("Wir warten.\nNoch immer.")},
			{Kind: List, Items: []Text{Plain("eins"), {{Text: "zwei", Style: Strong}}}},
			{Kind: OrderedList, Items: []Text{Plain("eins"), nil, Plain("drei")}, Start: 4},
			{Kind: Table, Text: Plain("Pegel"), Rows: [][]Text{{Plain("Ort"), Plain("Stand")}, {{{Text: "Lindenau", Link: "https://lindenau.example/"}}, nil}}},
			{Kind: Figure, Picture: &Picture{URL: "https://lindenau.example/q.jpg", Caption: "Der Pegel", Credit: "dpa"}},
			{Kind: Code, Text: Plain("  a\n\tb")},
			{Kind: Rule},
			{Kind: Embed, Text: Text{{Text: "Karte", Link: "https://lindenau.example/karte"}}},
			{Kind: Quote, Role: PullQuote, Text: Plain("Der Fluss war immer da.")},
			{Kind: Subhead, Role: FactBox, Text: Plain("Die Linde")},
			{Kind: List, Role: FactBox, Items: []Text{Plain("Lauf"), Plain("Quelle"), Plain("Mündung")}, Levels: []int{0, 1, 1}},
			{Kind: Table, Headless: true, Rows: [][]Text{{Plain("1"), Plain("2")}}},
			{Kind: Paragraph, Text: Text{{Text: "Gemessen am Morgen."}, {Text: "1", Link: "#note-1"}}},
			{Kind: Paragraph, Role: Footnote, Anchor: "note-1", Text: Plain("Um sechs Uhr.")},
		},
		Enclosures: []Enclosure{
			{URL: "https://lindenau.example/f.mp3", Type: "audio/mpeg", Title: "Der Fluss", Length: 12_345_678_901, Duration: 62*time.Minute + 3*time.Second},
			{URL: "https://lindenau.example/g"},
		},
		Comments: "https://lindenau.example/a/leser",
		Credit:   "(dpa/red)", Agencies: []Agency{"dpa"}, Corrections: []string{"In einer früheren Fassung stand 4."},
		Access: Paywall, Published: time.Date(2026, 11, 9, 12, 30, 0, 0, time.FixedZone("", 3600)), Modified: time.Date(2026, 11, 10, 8, 0, 0, 0, time.UTC),
	}
}

func TestArticleJSONRoundTrip(t *testing.T) {
	for name, a := range map[string]Article{"whole": whole(), "empty": {}} {
		data, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		var back Article
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatal(err)
		}
		if !back.Published.Equal(a.Published) || !back.Modified.Equal(a.Modified) {
			t.Errorf("%s: dates %v, %v became %v, %v", name, a.Published, a.Modified, back.Published, back.Modified)
		}
		back.Published, back.Modified = a.Published, a.Modified
		if !reflect.DeepEqual(a, back) {
			t.Errorf("%s: read back\n%+v\nwant\n%+v", name, back, a)
		}
	}
}

// Other programs read these names.
func TestArticleJSONShape(t *testing.T) {
	data, err := json.Marshal(whole())
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	for _, k := range strings.Fields("url canonical_url language kicker headline standfirst byline authors dateline section topics published modified credit_line agencies corrections access lead body enclosures comments") {
		if _, ok := got[k]; !ok {
			t.Errorf("%q is missing", k)
		}
		delete(got, k)
	}
	if len(got) > 0 {
		t.Errorf("there is more than was agreed: %v", got)
	}
	for _, want := range []string{
		`"published":"2026-11-09T12:30:00+01:00"`, `"access":"paywall"`, `"lead":{"type":"figure","image":"https://lindenau.example/p.jpg","alt":"Ufer","caption":"Am Ufer","credit":"Jan Krug","width":1200,"height":800}`,
		`{"type":"list","ordered":true,"items":["eins","","drei"],"start":4}`, `{"type":"rule"}`, `{"type":"quote","role":"pull_quote","text":"Der Fluss war immer da."}`,
		`{"type":"list","role":"fact_box","items":["Lauf","Quelle","Mündung"],"levels":[0,1,1]}`, `"headless":true`,
		`{"type":"paragraph","role":"footnote","anchor":"note-1","text":"Um sechs Uhr."}`, `"link":"#note-1"`,
		`"enclosures":[{"url":"https://lindenau.example/f.mp3","type":"audio/mpeg","title":"Der Fluss","length":12345678901,"duration":3723},{"url":"https://lindenau.example/g"}]`,
		`"comments":"https://lindenau.example/a/leser"`,
		`"rows":[["Ort","Stand"],["Lindenau",""]]`,
	} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("%s is missing in %s", want, data)
		}
	}
	empty, err := json.Marshal(Article{})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"authors":[]`, `"body":[]`, `"lead":null`, `"published":""`, `"access":"full"`} {
		if !bytes.Contains(empty, []byte(want)) {
			t.Errorf("%s is missing in %s", want, empty)
		}
	}
}

func TestArticleJSONKeepsIdentity(t *testing.T) {
	a := Article{ID: "id", Source: "source", GUID: "guid", Headline: "old"}
	if err := json.Unmarshal([]byte(`{"headline":"new"}`), &a); err != nil {
		t.Fatal(err)
	}
	if a.ID != "id" || a.Source != "source" || a.GUID != "guid" || a.Headline != "new" {
		t.Errorf("read %+v", a)
	}
}

// What is odd in stored JSON does no harm: levels that do not fit.
func TestBodyJSONIsReadLeniently(t *testing.T) {
	got, err := UnmarshalBody([]byte(`[{"type":"paragraph","text":"a"},{"type":"list","items":["b"],"levels":[0,1]}]`))
	want := []Block{{Text: Plain("a")}, {Kind: List, Items: []Text{Plain("b")}}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("read %+v, error %v, want %+v", got, err, want)
	}
}

func TestArticleJSONErrors(t *testing.T) {
	for _, s := range []string{`{"published":"yesterday"}`, `{"modified":"2026-13-01T00:00:00Z"}`, `{"body":7}`, `[`} {
		a := Article{Headline: "stays"}
		if err := json.Unmarshal([]byte(s), &a); err == nil || a.Headline != "stays" {
			t.Errorf("%s: error %v, headline %q", s, err, a.Headline)
		}
	}
	if _, err := UnmarshalBody([]byte(`{`)); err == nil {
		t.Error("UnmarshalBody takes half an object")
	}
}

// A date is a stranger's word. Whatever it says, the article can be read back.
func TestFormatTime(t *testing.T) {
	at := time.Date(2026, 11, 9, 12, 0, 0, 0, time.UTC)
	tests := []struct {
		in   time.Time
		want string
	}{
		{time.Time{}, ""},
		{at, "2026-11-09T12:00:00Z"},
		{at.In(time.FixedZone("", -34200)), "2026-11-09T02:30:00-09:30"},
		{at.In(time.FixedZone("LMT", 3208)), "2026-11-09T12:00:00Z"},
		{at.In(time.FixedZone("", 100*3600)), "2026-11-09T12:00:00Z"},
		{time.Date(12026, 1, 1, 0, 0, 0, 0, time.UTC), ""},
		{time.Date(-5, 1, 1, 0, 0, 0, 0, time.UTC), ""},
		{time.Date(9999, 12, 31, 23, 0, 0, 0, time.FixedZone("", -7200)), "9999-12-31T23:00:00-02:00"},
	}
	for _, tt := range tests {
		got := FormatTime(tt.in)
		if got != tt.want {
			t.Errorf("FormatTime(%v) = %q, want %q", tt.in, got, tt.want)
		}
		if back, err := parseTime(got); err != nil || got != "" && !back.Equal(tt.in) {
			t.Errorf("%q is read back as %v, %v", got, back, err)
		}
	}
}

// FuzzArticleJSON: what was read once is written and read again without a loss.
func FuzzArticleJSON(f *testing.F) {
	data, err := json.Marshal(whole())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"body":[{"type":"table","rows":[[],null,["a"]],"row_spans":[[[{"text":"b"}]]]},{"type":"figure"},{"type":"list","items":[""],"item_spans":[null,[]]}]}`))
	f.Add([]byte(`{"published":"9999-12-31T23:59:59-23:59","modified":"0000-01-01T00:00:00+23:59"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var a, b, c Article
		if json.Unmarshal(data, &a) != nil {
			return
		}
		first, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(first, &b); err != nil {
			t.Fatalf("%s\ncannot be read back: %v", first, err)
		}
		second, err := json.Marshal(b)
		if err != nil || !bytes.Equal(first, second) {
			t.Errorf("%s\nbecame\n%s (%v)", first, second, err)
		}
		if err := json.Unmarshal(second, &c); err != nil || a.PlainText() != c.PlainText() {
			t.Errorf("%s\nreads\n%q\nthen\n%q", data, a.PlainText(), c.PlainText())
		}
		body, err := MarshalBody(a.Body)
		if err != nil {
			t.Fatal(err)
		}
		blocks, err := UnmarshalBody(body)
		if err != nil || len(blocks) != len(a.Body) {
			t.Errorf("%d blocks became %d: %v", len(a.Body), len(blocks), err)
		}
	})
}

func BenchmarkUnmarshalBody(b *testing.B) {
	var blocks []Block
	for range 30 {
		blocks = append(blocks, whole().Body...)
	}
	data, err := MarshalBody(blocks)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := UnmarshalBody(data); err != nil {
			b.Fatal(err)
		}
	}
}
