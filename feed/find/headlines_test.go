package find

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"depesche/feed"
)

const menu = `<header><a href="/"><img src="/logo.svg" alt="Bote"></a><nav><ul><li><a href="/politik">Politik</a></li><li><a href="/sport">Sport</a></li><li><a href="/kultur">Kultur</a></li><li><a href="/wetter">Das Wetter für Lindenau und Umgebung</a></li></ul></nav></header>`

const foot = `<footer><ul><li><a href="/impressum">Impressum und alle Angaben zum Verlag</a></li><li><a href="/agb">Allgemeine Bedingungen für unsere Abonnenten</a></li><li><a href="/datenschutz">Hinweise zum Schutz der Daten unserer Leser</a></li></ul></footer>`

func TestHeadlines(t *testing.T) {
	for name, tc := range map[string]struct {
		page string
		want []string // title address
	}{
		"headings with links": {
			menu + `<main><article><h1><a href="/mole">Die Mole von Lindenau sinkt</a></h1><p>Ein Vorspann, der in wenigen Worten sagt, worum es in diesem Text geht.</p></article>
				<section><article><h2><a href="/markt">Der Markt zieht um</a></h2><a href="/markt">Weiterlesen</a></article>
				<article><h2><a href="/bruecke?utm_source=x">Brücke bleibt bis Freitag gesperrt</a></h2><a href="/bruecke">Weiterlesen</a></article>
				<article><h2><a href="/rat">Rat</a></h2></article></section></main>` + foot,
			[]string{"Der Markt zieht um /markt", "Brücke bleibt bis Freitag gesperrt /bruecke?utm_source=x", "Rat /rat"},
		},
		"links around headings, with a picture before": {
			menu + `<div><div class="x1"><a href="/a"><img src="a.jpg"></a><a href="/a"><div><h3>Hafenfest beginnt am Samstag</h3><p>Zwei Tage lang.</p></div></a></div>
				<div class="q9"><a href="/b"><div><h3>Neue Fähre nach Auental</h3></div></a></div><div><a href="https://anders.example/c"><div><h3>Speicher wird Museum</h3></div></a></div></div>` + foot,
			[]string{"Hafenfest beginnt am Samstag /a", "Neue Fähre nach Auental /b", "Speicher wird Museum https://anders.example/c"},
		},
		"a plain list of links": {
			`<ul><li><a href="/1">Start</a></li><li><a href="/2">Über uns</a></li><li><a href="/3">Kontakt</a></li><li><a href="/4">Presse</a></li></ul>
				<h2>Aktuelles</h2><ul><li>3. Mai: <a href="/m/31">Sperrmüll wird ab Juni anders abgeholt</a></li><li>2. Mai: <a href="/m/30">Schwimmbad öffnet nach Umbau wieder</a></li><li>1. Mai: <a href="/m/29">Stadt sucht Helfer für die Wahl</a></li></ul>`,
			nil, // the same shape as the menu: see below
		},
		"a table of stories": {
			`<table><tr><td><a href="/new">neu</a> | <a href="/past">alt</a> | <a href="/ask">fragen</a></td></tr></table><table>` +
				rows("item", "Wie wir unser Archiv in einen Tag umzogen", "Ein Uhrwerk aus dem Drucker erklärt", "Warum Brücken im Winter kürzer werden", "Karten zeichnen ohne Koordinaten") + `</table>`,
			[]string{"Wie wir unser Archiv in einen Tag umzogen /item/0", "Ein Uhrwerk aus dem Drucker erklärt /item/1", "Warum Brücken im Winter kürzer werden /item/2", "Karten zeichnen ohne Koordinaten /item/3"},
		},
		"Japanese": {
			`<nav><a href="/a">政治</a><a href="/b">経済</a><a href="/c">文化</a></nav><div><p><a href="/1">港の水位が昨夜から下がり続けている</a></p><p><a href="/2">新しい橋の工事が来月から始まる予定</a></p><p><a href="/3">市場の移転について住民説明会を開く</a></p></div>`,
			[]string{"港の水位が昨夜から下がり続けている /1", "新しい橋の工事が来月から始まる予定 /2", "市場の移転について住民説明会を開く /3"},
		},
		"an article": {
			menu + `<main><article><h1>Die Mole sinkt</h1><p>Ein Absatz mit <a href="/x">einem Verweis auf einen anderen Text</a>.</p><p>Noch einer.</p></article></main><aside><h2><a href="/r1">Mehr zum Thema Hafen</a></h2></aside>` + foot,
			nil,
		},
		"nothing": {"", nil},
		"strangers": {
			"<div><h2><a href='javascript:alert(1)'>Ein Titel mit genug Worten</a></h2><h2><a href='/a'>Rot &#27;[31m\u202eund noch mehr Worte</a></h2><h2><a href='/b'>Zweiter Titel mit Worten</a></h2><h2><a href='file:///etc'>Dritter Titel mit Worten</a></h2><h2><a href='/c'>Vierter Titel mit Worten</a></h2></div>",
			[]string{"Rot [31mund noch mehr Worte /a", "Zweiter Titel mit Worten /b", "Vierter Titel mit Worten /c"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, list := Headlines([]byte("<!doctype html><html><head><title>Bote</title></head><body>"+tc.page+"</body></html>"), "https://bote.example/")
			var got []string
			for _, h := range list {
				got = append(got, h.Title+" "+strings.TrimPrefix(h.Link, "https://bote.example"))
			}
			if tc.want != nil && !slices.Equal(got, tc.want) || name == "an article" && got != nil {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tc.want, "\n"))
			}
		})
	}
}

func rows(path string, titles ...string) string {
	var b strings.Builder
	for i, s := range titles {
		fmt.Fprintf(&b, `<tr><td>%d.</td><td><span><a href="/%s/%d">%s</a></span></td></tr><tr><td></td><td>12 Punkte <a href="/user?%d">ada</a> <a href="/%s/%d#c">7 Kommentare</a></td></tr>`, i+1, path, i, s, i, path, i)
	}
	return b.String()
}

// What stands with a headline in a box of its own belongs to it.
func TestWhatStandsWithAHeadline(t *testing.T) {
	page := `<main><ul><li><time datetime="2026-11-30T08:00:00+01:00">gestern</time><h3><a href="/a">Die Mole von Lindenau sinkt</a></h3><p>Vier Millimeter im Jahr sind es, und niemand weiß genau, warum das so ist.</p></li>
		<li><h3><a href="/b">Der Markt zieht um</a></h3><p>Kurz.</p></li><li><h3><a href="/c">Brücke bleibt gesperrt</a></h3></li></ul><p>Ein Absatz unter der Liste, der zu keiner der Überschriften gehört, sondern zur Seite.</p></main>`
	_, list := Headlines([]byte(page), "https://bote.example/")
	if len(list) != 3 || list[0].Published.IsZero() || list[0].Published.UTC().Hour() != 7 || !strings.HasPrefix(list[0].Teaser, "Vier Millimeter") ||
		list[1].Teaser != "" || list[2].Teaser != "" || !list[2].Published.IsZero() {
		t.Errorf("%+v", list)
	}
}

// Pages that are megabytes of one thing come to an end, and within their bounds.
func TestHostileHeadlines(t *testing.T) {
	const n = 30_000
	for name, page := range map[string]string{
		"deep":    strings.Repeat("<div>", n) + `<h2><a href="/a">Ein Titel mit Worten</a></h2>`,
		"links":   strings.Repeat(`<h2><a href="/a">Ein Titel mit Worten</a></h2>`, n),
		"nested":  strings.Repeat(`<h2><a href="/a">x`, n),
		"a title": "<h2><a href='/a'>" + strings.Repeat("Wort ", n) + "</a></h2>",
		"many": func() string {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, `<p><h2><a href="/%d">Titel mit Worten %d</a></h2>`, i, i)
			}
			return b.String()
		}(),
	} {
		_, list := Headlines([]byte(page), "https://bote.example/")
		if len(list) > maxHeadlines {
			t.Errorf("%s: %d headlines", name, len(list))
		}
		for _, h := range list {
			if len([]rune(h.Title)) > maxTitle || feed.WebLink(h.Link) == "" {
				t.Errorf("%s: %+v", name, h)
			}
		}
	}
}

func FuzzHeadlines(f *testing.F) {
	f.Add([]byte(menu + "<h2><a href=/a>Eins zwei drei</a></h2><h2><a href=/b>Vier fünf sechs</a></h2><h2><a href=/c>Sieben acht neun</a></h2>" + foot))
	f.Fuzz(func(t *testing.T, page []byte) {
		_, list := Headlines(page, "https://bote.example/")
		for _, h := range list {
			if h.Title != feed.Line(h.Title) || h.Teaser != feed.Line(h.Teaser) || feed.WebLink(h.Link) == "" || h.Title == "" {
				t.Errorf("%+v", h)
			}
		}
	})
}
