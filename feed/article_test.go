package feed

import (
	"strings"
	"testing"
)

func TestCountWords(t *testing.T) {
	tests := []struct {
		in   string
		want int
	}{
		{"", 0},
		{" \n\t\u00a0", 0},
		{"Die Linde sinkt.", 3},
		{"Die\u00a0Linde\u202fsinkt\nnicht", 4},
		{"Die\u2003Linde\u2009sinkt", 3},
		{"Lindenau – eine Stadt", 3},
		{"Rhein-Main, l’eau, 9. Uhr", 4},
		{"„Wir“ … (warten)", 2},
		{"100.000 Euro", 2},
		{"👩‍🚒 🚒", 0},
		{"川の水位", 2},
		{"川の水位が", 3},
		{"川の、水位。", 2},
		{"川　の", 1},
		{"Die 川 sinkt", 3},
		{"한국 신문", 2},
		{"Река обмелела", 2},
		{"النهر ينخفض", 2},
		{"𠮷野", 1},
	}
	for _, tt := range tests {
		if got := countWords(tt.in); got != tt.want {
			t.Errorf("countWords(%q) = %d, want %d", tt.in, got, tt.want)
		}
	}
}

func TestMinutes(t *testing.T) {
	for words, want := range map[int]int{-1: 0, 0: 0, 1: 1, 100: 1, 299: 1, 300: 2, 800: 4, 8000: 40} {
		if got := Minutes(words); got != want {
			t.Errorf("Minutes(%d) = %d, want %d", words, got, want)
		}
	}
}

func TestPlainText(t *testing.T) {
	a := Article{
		Headline: "Die Linde sinkt", Standfirst: "Ein Fluss", Lead: &Picture{Caption: "Am Ufer"},
		Body: []Block{
			{Kind: Paragraph, Text: Text{{Text: "Der "}, {Text: "Fluss", Style: Strong}, {Text: " sinkt."}}},
			{Kind: List, Items: []Text{Plain("eins"), Plain("zwei")}},
			{Kind: Table, Text: Plain("Pegel"), Rows: [][]Text{{Plain("Ort"), Plain("Stand")}, {Plain("Lindenau"), Plain("3")}}},
			{Kind: Rule},
			{Kind: Figure, Picture: &Picture{Caption: "Der Pegel", Credit: "Jan Krug"}},
		},
	}
	want := "Der Fluss sinkt.\neins\nzwei\nPegel\nOrt Stand\nLindenau 3\nDer Pegel\n"
	if got := a.PlainText(); got != want {
		t.Errorf("PlainText() = %q, want %q", got, want)
	}
	if got := a.Words(); got != 17 {
		t.Errorf("Words() = %d, want 17", got)
	}
	if got := (&Article{}).PlainText(); got != "" {
		t.Errorf("an empty article reads %q", got)
	}
}

func TestText(t *testing.T) {
	if Plain("") != nil || Plain("a").String() != "a" || Text(nil).String() != "" {
		t.Error("Plain and String disagree")
	}
	if Plain("a").Styled() || !(Text{{Text: "a", Style: CodeStyle}}).Styled() || !(Text{{Text: "a"}, {Text: "b", Link: "https://lindenau.example/"}}).Styled() {
		t.Error("Styled does not see a style or a link")
	}
}

func TestNames(t *testing.T) {
	for _, a := range []Access{Full, Teaser, Paywall, ConsentWall} {
		if got := ParseAccess(a.String()); got != a {
			t.Errorf("ParseAccess(%q) = %v", a.String(), got)
		}
	}
	if ParseAccess("nonsense") != Full || Access(99).String() != "full" {
		t.Error("an unknown access is not full")
	}
	seen := map[string]bool{}
	for k := Paragraph; k <= Embed; k++ {
		if n := k.String(); n == "" || seen[n] || strings.ToLower(n) != n {
			t.Errorf("kind %d is called %q", k, n)
		}
		seen[k.String()] = true
	}
	if Kind(99).String() != "paragraph" {
		t.Error("an unknown kind is no paragraph")
	}
}
