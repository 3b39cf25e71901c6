package extract

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// longPage is a page of the size real ones have: the model article amid
// navigation, teasers and scripts.
func longPage(b *testing.B) []byte {
	b.Helper()
	src, err := os.ReadFile("testdata/treaty.html")
	if err != nil {
		b.Fatal(err)
	}
	item := `<li class="nav__item nav__item--level-1"><a class="nav__link" href="/politik/ausland">Ausland und Welt</a></li>`
	card := `<div class="teaser teaser--small"><a href="/a"><img src="/bild/klein.jpg" alt=""><h3 class="teaser__title"><span class="teaser__kicker">Lindenau</span> Ein anderer Artikel über etwas</h3></a><p class="teaser__text">Worum es in dem anderen Artikel geht, in einem Satz.</p></div>`
	script := "<script>window.state = {" + strings.Repeat(`"key":"value",`, 400) + "}</script>"
	page := strings.Replace(string(src), "<main>", "<ul>"+strings.Repeat(item, 300)+"</ul>"+script+"<main>", 1)
	page = strings.Replace(page, "</main>", "</main><section class=\"related\">"+strings.Repeat(card, 200)+"</section>"+script, 1)
	return []byte(page)
}

func BenchmarkArticle(b *testing.B) {
	src := longPage(b)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	_, _ = Article(src, Options{URL: address}) // patterns are compiled when the first page comes
	b.ResetTimer()
	for b.Loop() {
		if _, err := Article(src, Options{URL: address}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkParseOnly is what html.Parse alone costs: Article should stay below 1.8 times that.
func BenchmarkParseOnly(b *testing.B) {
	src := longPage(b)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := html.Parse(bytes.NewReader(src)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkHostile says what the worst pages cost: no more than two seconds each.
func BenchmarkHostile(b *testing.B) {
	for name, page := range hostile {
		b.Run(name, func(b *testing.B) {
			src := []byte(page)
			for b.Loop() {
				_, _ = Article(src, Options{URL: address})
			}
		})
	}
}

// entry is the HTML of a feed's entry, some 300 words.
func entry() string {
	p := "<p>Der Rat der Stadt Lindenau hat am Montag über die Brücke beraten, obwohl noch kein Gutachten vorliegt. „Das Bauwerk ist älter als gedacht“, sagte die Bürgermeisterin. Die Händler am Markt rechnen mit höheren Kosten.</p>"
	return `<p><strong>Die Brücke bleibt ein Jahr gesperrt.</strong></p><figure><img src="https://bote.example/bild/1.jpg" alt="Die Brücke"><figcaption>Die Brücke am Morgen Foto: Ada Lindner/dpa</figcaption></figure>` +
		strings.Repeat(p, 5) + "<h2>Was die Händler sagen</h2>" + strings.Repeat(p, 4) + "<p>(dpa/red)</p>"
}

// BenchmarkFragment should cost no more than html.Parse alone does, parse.
func BenchmarkFragment(b *testing.B) {
	src := entry()
	b.Run("blocks", func(b *testing.B) {
		b.ReportAllocs()
		var f Fragments
		for b.Loop() {
			if len(f.Blocks(src, address)) != 13 {
				b.Fatal("another number of blocks")
			}
		}
	})
	b.Run("parse", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := html.Parse(strings.NewReader(src)); err != nil {
				b.Fatal(err)
			}
		}
	})
}
