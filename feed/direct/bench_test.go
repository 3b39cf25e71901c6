package direct

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"depesche/feed"
	"depesche/feed/fetch"
)

// newsFeed is a feed as papers serve it whole: twenty articles of some 300 words with a bold
// opening, a picture with caption and credit, subheads, and the agency behind the text.
func newsFeed(base string) string {
	subjects := strings.Split("Der Rat der Stadt Lindenau|Die Bürgermeisterin|Ein Sprecher der Hafenbehörde|Das Amtsgericht|Die Händler am Markt|Der Verein der Brückenfreunde|Eine Prüferin des Landes", "|")
	did := strings.Split("hat die Sperrung der Brücke verlängert|will größere Züge auf der Strecke einsetzen|lehnt den Entwurf für das Ufer ab|prüft, ob das „alte Bauwerk“ zu halten ist|rechnet mit höheren Kosten für die Straßenbahn|sagte am Montag, das sei „kein Ergebnis für die Anwohner“", "|")
	ends := strings.Split(", obwohl noch kein Gutachten vorliegt.|, wie aus einem Brief an die Händler hervorgeht.| – und das schon zum dritten Mal in einem Jahr.|, bevor der Ausschuss am Donnerstag darüber berät.|.", "|")
	next := uint32(7)
	pick := func(of []string) string {
		next = next*1664525 + 1013904223
		return of[int(next>>8)%len(of)]
	}
	text := func(sentences int) string {
		var s strings.Builder
		for range sentences {
			s.WriteString(pick(subjects) + " " + pick(did) + pick(ends) + " ")
		}
		return strings.TrimSpace(s.String())
	}
	items := make([]string, 20)
	for i := range items {
		lead, caption := text(2), pick(subjects)+" auf der Brücke"
		var body strings.Builder
		fmt.Fprintf(&body, `<p><strong>%s</strong></p><figure><img src="%s/bild/%d.jpg" alt="%s"><figcaption>%s Foto: Ada Lindner/POOL/AFP via Getty Images</figcaption></figure>`, lead, base, i, caption, caption)
		for k := range 8 {
			if k%3 == 2 {
				fmt.Fprintf(&body, "<h2>%s am Ufer</h2>", pick(subjects))
			}
			fmt.Fprintf(&body, "<p>%s</p>", text(2+k%2))
		}
		body.WriteString("<p>(dpa/red)</p>")
		items[i] = fmt.Sprintf(`<title>%s</title><guid isPermaLink="false">bote-%d</guid><link>%s/a/%d.html</link><dc:creator>Ada Lindner</dc:creator><pubDate>Mon, 03 Mar 2031 %02d:00:00 +0100</pubDate><category>Lokales</category><description>%s</description><content:encoded><![CDATA[%s]]></content:encoded><media:content url="%s/bild/%d.jpg" medium="image"/>`,
			text(1), i, base, i, i, lead, body.String(), base, i)
	}
	return rss("", items...)
}

// teasers is a feed of thirty articles of which it gives two sentences each, half of them with
// a dateline or a credit.
func teasers(base string) string {
	items := make([]string, 30)
	for i := range items {
		text := "Die Bürgermeisterin hat die Sperrung der Brücke verlängert, obwohl noch kein Gutachten vorliegt. Die Händler am Markt rechnen mit höheren Kosten."
		switch i % 4 {
		case 0:
			text = "Lindenau (dpa) - " + text
		case 2:
			text += " (afp/red)"
		}
		items[i] = fmt.Sprintf(`<title>Die Brücke bleibt ein Jahr gesperrt, Teil %d</title><link>%s/a/%d.html</link><author>redaktion@bote.example (Ada Lindner)</author><pubDate>Mon, 03 Mar 2031 %02d:00:00 +0100</pubDate><description>&lt;img src="%s/bild/%d.jpg"&gt; %s</description>`,
			i, base, i, i%24, base, i, text)
	}
	return rss("", items...)
}

// BenchmarkPull is what one feed of a refresh costs on its side: fetched over loopback,
// unpacked, parsed, every text taken apart. The server's part is in it, some percent.
func BenchmarkPull(b *testing.B) {
	for name, make := range map[string]func(string) string{"whole": newsFeed, "teasers": teasers} {
		b.Run(name, func(b *testing.B) { benchmarkPull(b, make) })
	}
}

func benchmarkPull(b *testing.B, make func(base string) string) {
	var packed bytes.Buffer
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/rss+xml; charset=utf-8")
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write(packed.Bytes())
	}))
	defer srv.Close()
	z := gzip.NewWriter(&packed)
	_, _ = z.Write([]byte(make(srv.URL)))
	_ = z.Close()
	o, s := New(fetch.New(fetch.Options{}), Options{}), feed.Source{ID: "bote", URL: srv.URL + "/feed.xml"}
	b.ReportAllocs()
	for b.Loop() {
		d, err := o.Pull(b.Context(), s, feed.Validators{})
		if err != nil || len(d.Articles) < 20 || d.Articles[0].Standfirst == "" && len(d.Articles[0].Body) < 9 || d.Articles[0].Lead == nil {
			b.Fatal(err, len(d.Articles))
		}
	}
}
