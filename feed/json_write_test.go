package feed

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"testing"
	"time"
)

// reflected writes an article as encoding/json does from articleJSON: what AppendJSON is
// held to.
func reflected(a *Article) ([]byte, error) {
	j := articleJSON{
		URL: a.Link, CanonicalURL: a.Canonical, Language: a.Language,
		Kicker: a.Kicker, Headline: a.Headline, Standfirst: a.Standfirst,
		Byline: a.Byline, Authors: list(a.Authors), Dateline: a.Dateline, Section: a.Section, Topics: list(a.Topics),
		Published: FormatTime(a.Published), Modified: FormatTime(a.Modified),
		CreditLine: a.Credit, Agencies: list(a.Agencies), Corrections: list(a.Corrections),
		Access: a.Access.String(), Body: blocksOut(a.Body),
	}
	for _, e := range a.Enclosures {
		j.Enclosures = append(j.Enclosures, enclosureJSON{e.URL, e.Type, e.Title, e.Length, int64(e.Duration / time.Second)})
	}
	j.Comments = a.Comments
	if a.Lead != nil {
		lead := blockOut(&Block{Kind: Figure, Picture: a.Lead})
		j.Lead = &lead
	}
	return json.Marshal(j)
}

func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

func blocksOut(body []Block) []blockJSON {
	out := make([]blockJSON, len(body))
	for i := range body {
		out[i] = blockOut(&body[i])
	}
	return out
}

func blockOut(b *Block) blockJSON {
	j := blockJSON{
		Type: b.Kind.String(), Role: b.Role.String(), Anchor: b.Anchor, Text: b.Text.String(), Spans: spansOut(b.Text),
		Levels: b.Levels, Start: b.Start, Headless: b.Headless,
	}
	if b.Kind == OrderedList {
		j.Type, j.Ordered = List.String(), true
	}
	j.Items, j.ItemSpans = textsOut(b.Items)
	var rowSpans [][][]spanJSON
	styled := false
	for _, row := range b.Rows {
		cells, spans := textsOut(row)
		j.Rows = append(j.Rows, list(cells))
		rowSpans = append(rowSpans, spans)
		styled = styled || spans != nil
	}
	if styled {
		j.RowSpans = rowSpans
	}
	if p := b.Picture; p != nil {
		j.Image, j.Alt, j.Caption, j.Credit, j.Width, j.Height = p.URL, p.Alt, p.Caption, p.Credit, p.Width, p.Height
	}
	return j
}

func spansOut(t Text) []spanJSON {
	if !t.Styled() {
		return nil
	}
	out := make([]spanJSON, len(t))
	for i, s := range t {
		out[i] = spanJSON{s.Text, s.Style&Strong != 0, s.Style&Emphasis != 0, s.Style&CodeStyle != 0, s.Style&Struck != 0, s.Link}
	}
	return out
}

func textsOut(ts []Text) (plain []string, spans [][]spanJSON) {
	styled := false
	for _, t := range ts {
		plain = append(plain, t.String())
		spans = append(spans, spansOut(t))
		styled = styled || t.Styled()
	}
	if !styled {
		spans = nil
	}
	return plain, spans
}

// rough makes texts of what JSON, HTML and UTF-8 find awkward.
func rough(r *rand.Rand) string {
	bits := [...]string{
		"a", "Mole", " ", "ü", "„", "“", "–", "\u2028", "\u2029", "\"", "\\", "<b>", "&", "\n", "\t", "\r", "\b", "\f", "\x00", "\x1f", "\x7f",
		"\xff", "\xe2\x80", "\xe2", "\xed\xa0\x80", "川", "👩‍🚒", "\ufffd",
	}
	var b []byte
	for range r.IntN(8) {
		b = append(b, bits[r.IntN(len(bits))]...)
	}
	return string(b)
}

func roughStrings(r *rand.Rand) (out []string) {
	for range r.IntN(3) {
		out = append(out, rough(r))
	}
	return out
}

func roughText(r *rand.Rand) (t Text) {
	for range r.IntN(3) {
		s := Span{Text: rough(r)}
		if r.IntN(3) == 0 {
			s.Style, s.Link = Style(r.IntN(16)), rough(r)
		}
		t = append(t, s)
	}
	return t
}

func roughTexts(r *rand.Rand) (out []Text) {
	for range r.IntN(4) {
		out = append(out, roughText(r))
	}
	return out
}

func roughPicture(r *rand.Rand) *Picture {
	if r.IntN(2) == 0 {
		return nil
	}
	return &Picture{rough(r), rough(r), rough(r), rough(r), r.IntN(3) - 1, r.IntN(2000)}
}

func roughArticle(r *rand.Rand) Article {
	a := Article{
		Link: rough(r), Canonical: rough(r), Kicker: rough(r), Headline: rough(r), Standfirst: rough(r), Byline: rough(r), Authors: roughStrings(r),
		Dateline: rough(r), Section: rough(r), Topics: roughStrings(r), Lead: roughPicture(r), Credit: rough(r), Corrections: roughStrings(r),
		Access: Access(r.IntN(6)), Language: rough(r),
	}
	for _, s := range roughStrings(r) {
		a.Agencies = append(a.Agencies, Agency(s))
	}
	if r.IntN(2) == 0 {
		a.Published = time.Unix(r.Int64N(1<<34), 0).In(time.FixedZone("", r.IntN(7200)))
	}
	for range r.IntN(3) {
		a.Enclosures = append(a.Enclosures, Enclosure{rough(r), rough(r), rough(r), r.Int64N(3) * 1 << 40, time.Duration(r.IntN(3)) * time.Hour})
	}
	if r.IntN(2) == 0 {
		a.Comments = rough(r)
	}
	for range r.IntN(4) {
		b := Block{
			Kind: Kind(r.IntN(12)), Role: Role(r.IntN(5)), Text: roughText(r), Items: roughTexts(r), Start: r.IntN(3) - 1,
			Headless: r.IntN(2) == 0, Picture: roughPicture(r), Anchor: rough(r),
		}
		for range r.IntN(3) {
			b.Levels = append(b.Levels, r.IntN(6))
		}
		for range r.IntN(3) {
			b.Rows = append(b.Rows, roughTexts(r))
		}
		a.Body = append(a.Body, b)
	}
	return a
}

func TestArticleJSONIsWhatEncodingJSONWrites(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2026))
	list := []Article{{}, whole()}
	for range 20_000 {
		list = append(list, roughArticle(r))
	}
	for i := range list {
		a := &list[i]
		want, err := reflected(a)
		if err != nil {
			t.Fatal(err)
		}
		if got := a.AppendJSON([]byte("before")); string(got) != "before"+string(want) {
			t.Fatalf("%+v\nis written\n%s\nencoding/json writes\n%s", a, got[6:], want)
		}
		if got, err := json.Marshal(*a); err != nil || !bytes.Equal(got, want) {
			t.Fatalf("json.Marshal writes (%v)\n%s\nwant\n%s", err, got, want)
		}
		want, err = json.Marshal(blocksOut(a.Body))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := MarshalBody(a.Body); err != nil || !bytes.Equal(got, want) {
			t.Fatalf("MarshalBody writes (%v)\n%s\nwant\n%s", err, got, want)
		}
	}
}

func BenchmarkAppendJSON(b *testing.B) {
	a := whole()
	for range 8 {
		a.Body = append(a.Body, Block{Text: Plain("Der Rat der Stadt hat am Montag über die Brücke beraten. „Wir warten seit Jahren“, sagte die Bürgermeisterin – und schwieg.")})
	}
	b.Run("append", func(b *testing.B) {
		var buf []byte
		for b.Loop() {
			buf = a.AppendJSON(buf[:0])
		}
		b.SetBytes(int64(len(buf)))
	})
	b.Run("reflect", func(b *testing.B) {
		for b.Loop() {
			if _, err := reflected(&a); err != nil {
				b.Fatal(err)
			}
		}
	})
}
