package cache

import (
	"testing"

	"depesche/feed"
)

// TestTextHashIsOfWhatTheIndexHolds: the hashes of a million articles stand in readers'
// databases; another way to the same text must come to the same number.
func TestTextHashIsOfWhatTheIndexHolds(t *testing.T) {
	k, err := newCodec()
	if err != nil {
		t.Fatal(err)
	}
	defer k.close()
	p := func(kind feed.Kind, s string) feed.Block { return feed.Block{Kind: kind, Text: feed.Text{{Text: s}}} }
	full := feed.Article{
		Headline: "Brücke zu", Kicker: "Lindenau", Standfirst: "Für Wochen.", Byline: " Von Anna Beispiel ", Authors: []string{"Anna Beispiel", "Ben Muster"},
		Dateline: "Lindenau", Credit: "(dpa)", Corrections: []string{"Es waren drei.", "Nicht vier."}, Access: feed.Teaser,
		Lead: &feed.Picture{Caption: " Die Brücke", Credit: "Foto: dpa"},
		Body: []feed.Block{
			p(feed.Paragraph, "Erster Absatz."), p(feed.Subhead, "Zwischenzeile"), p(feed.Paragraph, ""),
			{Kind: feed.Figure, Picture: &feed.Picture{Caption: "Im Nebel", Credit: "Foto: afp "}},
		},
	}
	longer := full
	longer.Body = append(longer.Body, p(feed.Paragraph, "Und noch einer."))
	for i, a := range []feed.Article{{}, full, longer, {Authors: []string{"Ben Muster"}}} {
		s := split(&a)
		if got, want := k.textHash(&a), hash64(a.Access.String(), s[0], s[1], s[2], s[3], s[4], s[5]); got != want {
			t.Errorf("article %d: %d, want %d", i, got, want)
		}
	}
}
