package extract

import (
	"errors"
	"strings"
	"testing"
)

const rulesPage = `<html lang="de"><head><title>Lindenau erneuert die Brücke</title></head><body>
<div class="note">Das Tageblatt hat diesen Text im Archiv gefunden und noch einmal gelesen.</div>
<article><h1>Lindenau erneuert die Brücke</h1>
<p>Der Stadtrat von Lindenau hat am Dienstag beschlossen, die alte Brücke über die Linde zu erneuern. Die Arbeiten sollen im Frühjahr beginnen und zwei Jahre dauern.</p>
<p class="odd">„Diese Zeile im Haushalt hat uns zehn Jahre gefehlt“, sagte die Bürgermeisterin nach der Sitzung. Die Kosten von zwölf Millionen Euro teilen sich Stadt und Land.</p>
<div class="newsletter"><p>Newsletter bestellen: der Brief aus dem Rathaus</p></div>
<p>Während der Bauzeit wird der Verkehr über die Umgehung geleitet. Die Anwohner befürchten Lärm und fordern ein Fahrverbot für Lastwagen in der Nacht.</p>
<div class="end"><p>Im Archiv der Stadt liegen die Pläne des ersten Baumeisters. Er hatte mit sechs Pfeilern gerechnet und am Ende drei gesetzt, weil das Geld nicht reichte.</p></div>
<p>Vor hundert Jahren kostete die Brücke so viel wie heute ein Haus am Hang über der Stadt. Bezahlt haben sie die Müller am Fluss.</p>
</article><script type="application/ld+json">{"@type":"NewsArticle","headline":"Lindenau erneuert die Brücke","datePublished":"2026-11-10T09:00:00Z"}</script></body></html>`

func TestRules(t *testing.T) {
	for _, c := range []struct {
		name               string
		keep, drop, stopAt []string
		has, hasNot        []string
	}{
		{"none", nil, nil, nil, []string{"Der Stadtrat", "Diese Zeile", "Während", "Vor hundert"}, []string{"Brief", "Tageblatt"}},
		{"drop", nil, []string{"p.odd"}, nil, []string{"Der Stadtrat", "Während"}, []string{"Diese Zeile"}},
		{"keep what looks like noise", []string{".newsletter"}, nil, nil, []string{"Der Stadtrat", "Brief", "Während"}, nil},
		{"keep what stands elsewhere", []string{".note, .nothing"}, nil, nil, []string{"Tageblatt", "Der Stadtrat"}, nil},
		{"stop", nil, nil, []string{"div.end"}, []string{"Der Stadtrat", "Während"}, []string{"Im Archiv", "Vor hundert"}},
		{"all at once", []string{".newsletter"}, []string{".odd", "script + p"}, []string{".end"}, []string{"Brief"}, []string{"Diese Zeile", "Im Archiv"}},
		{"the whole page is not dropped", nil, []string{"body", "html"}, []string{"body"}, []string{"Der Stadtrat"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := NewRules(c.keep, c.drop, c.stopAt)
			if err != nil {
				t.Fatal(err)
			}
			a, reasons, err := Explain([]byte(rulesPage), Options{Rules: r})
			if err != nil {
				t.Fatal(err)
			}
			text := a.PlainText()
			for _, s := range c.has {
				if !strings.Contains(text, s) {
					t.Errorf("%q is missing in %s", s, text)
				}
			}
			for _, s := range c.hasNot {
				if strings.Contains(text, s) {
					t.Errorf("%q stands in %s", s, text)
				}
			}
			if a.Published.IsZero() {
				t.Error("the page's data were cut off")
			}
			told := 0
			for _, r := range reasons {
				if strings.HasPrefix(r.Rule, "your rule: ") {
					told++
				}
			}
			if asked := len(c.keep) + len(c.drop) + len(c.stopAt); (told > 0) != (asked > 0) && c.name != "the whole page is not dropped" {
				t.Errorf("%d reasons for %d rules", told, asked)
			}
		})
	}
}

func TestRulesOfASite(t *testing.T) {
	paper, blog := &Rules{}, &Rules{}
	s := Sites{"bote.example": paper, "blog.bote.example": blog}
	for address, want := range map[string]*Rules{
		"https://bote.example/a": paper, "http://www.BOTE.example:8080/a": paper, "https://blog.bote.example/": blog,
		"https://notbote.example/": nil, "https://example/": nil, "": nil, "::": nil,
	} {
		if got := s.For(address); got != want {
			t.Errorf("%s: wrong rules", address)
		}
	}
	if Sites(nil).For("https://bote.example/") != nil {
		t.Error("rules of no sites")
	}
}

func TestBadSelectors(t *testing.T) {
	for _, s := range []string{"div[", "", "p >", ":nothing-like-it", strings.Repeat(":not(", 500)} {
		_, err := NewRules(nil, []string{".good", s}, nil)
		var bad *SelectorError
		if !errors.As(err, &bad) || !strings.HasPrefix(s, strings.TrimSuffix(bad.Selector, "…")) {
			t.Errorf("%q: %v", s, err)
		}
	}
}
