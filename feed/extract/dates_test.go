package extract

import (
	"strings"
	"testing"

	"depesche/feed"
)

// TestDateOfThePage holds which of the dates on a page is the article's: by its place and its label, not by the
// names of classes.
func TestDateOfThePage(t *testing.T) {
	const h1 = "<h1>Rat von Lindenau sperrt die alte Brücke</h1>"
	for _, c := range []struct{ name, meta, head, want string }{
		{name: "a day in the metadata, the time in an element", meta: `<meta name="date" content="2026-11-09">`, head: h1 + `<p><time datetime="2026-11-09T18:04:00+01:00">9.11.2026</time></p>`, want: "2026-11-09T18:04:00+01:00"},
		{name: "a day in the metadata, the time in print", meta: `<meta name="date" content="2026-11-09">`, head: h1 + `<p>Montag, 9. November 2026, 18.04 Uhr</p>`, want: "2026-11-09T18:04:00+01:00"},
		{name: "midnight in the metadata", meta: `<meta property="article:published_time" content="2026-11-09T00:00:00+01:00">`, head: h1 + `<p>9.11.2026 | 18:04</p>`, want: "2026-11-09T18:04:00+01:00"},
		{name: "another day's time stays away", meta: `<meta name="date" content="2026-11-09">`, head: h1 + `<p>10.11.2026 | 18:04</p>`, want: "2026-11-09T00:00:00+01:00"},
		{name: "an instant of the same day in the page's zone", meta: `<meta name="date" content="2026-11-10">`, head: h1 + `<time datetime="2026-11-09T23:30:00Z">10.11.2026</time>`, want: "2026-11-09T23:30:00Z"},
		{name: "the time in the next element", head: h1 + `<div>2026-11-09</div><div>18:04</div>`, want: "2026-11-09T18:04:00+01:00"},
		{name: "a number in the next element is no time", head: h1 + `<div>2026-11-09</div><div>18 Kommentare</div>`, want: "2026-11-09T00:00:00+01:00"},
		{name: "published behind updated", head: h1 + `<p>Aktualisiert: 10.11.2026, 9:00 Uhr · Veröffentlicht: 9.11.2026, 18:04 Uhr</p>`, want: "2026-11-09T18:04:00+01:00 2026-11-10T09:00:00+01:00"},
		{name: "the same in elements", head: h1 + `<p>Aktualisiert <time datetime="2026-11-10T08:00:00Z">gestern</time> Veröffentlicht <time datetime="2026-11-09T17:04:00Z">am Montag</time></p>`, want: "2026-11-09T17:04:00Z 2026-11-10T08:00:00Z"},
		{name: "labels in a list", head: h1 + `<dl><dt>Aktualisiert</dt><dd>10.11.2026 09:00</dd><dt>Erschienen</dt><dd>9.11.2026 18:04</dd></dl>`, want: "2026-11-09T18:04:00+01:00 2026-11-10T09:00:00+01:00"},
		{name: "by what the elements are called", head: h1 + `<p><span itemprop="dateModified" content="2026-11-10T09:00:00+01:00">neu</span> <span itemprop="datePublished" content="2026-11-09T18:04:00+01:00">alt</span></p>`, want: "2026-11-09T18:04:00+01:00 2026-11-10T09:00:00+01:00"},
		{name: "a card with a linked heading", head: h1 + `<p>9. November 2026</p><aside><h3><a href="/b">Fähre verkauft</a></h3><time datetime="2026-11-12T10:00:00+01:00">12.11.</time></aside>`, want: "2026-11-09T00:00:00+01:00"},
		{name: "a card whose date stands first", head: h1 + `<div><time datetime="2026-11-12">12.11.</time><h3><a href="/b">Fähre verkauft</a></h3></div><p>9. November 2026</p>`, want: "2026-11-09T00:00:00+01:00"},
		{name: "a list of links", head: h1 + `<ul><li><a href="/b">Die Fähre über die Linde ist verkauft</a> <time datetime="2026-11-12T10:00:00+01:00">12.11.</time></li></ul><p>9. November 2026</p>`, want: "2026-11-09T00:00:00+01:00"},
		{name: "a box that is only called a card", head: h1 + `<div class="card teaser related"><time datetime="2026-11-09T18:04:00+01:00">9.11.</time></div>`, want: "2026-11-09T18:04:00+01:00"},
		{name: "the instant before the printed day", head: h1 + `<p>9. November 2026</p><p><time datetime="2026-11-09T18:04:00+01:00">vor drei Stunden</time></p>`, want: "2026-11-09T18:04:00+01:00"},
		{name: "a title on a relative time", head: h1 + `<p>Ada Lindner, <span title="9. November 2026, 18:04 Uhr">vor drei Stunden</span></p>`, want: "2026-11-09T18:04:00+01:00"},
		{name: "a day for programs, the time in print", head: h1 + `<time datetime="2026-11-09">9.11.2026, 18:04 Uhr</time>`, want: "2026-11-09T18:04:00+01:00"},
		{name: "above the headline", head: `<p>9.11.2026, 18:04 Uhr</p>` + h1, want: "2026-11-09T18:04:00+01:00"},
		{name: "behind the headline before above it", head: `<p>Dienstag, 10. November 2026</p>` + h1 + `<p>9.11.2026, 18:04 Uhr</p>`, want: "2026-11-09T18:04:00+01:00"},
		{name: "at the end of a byline", head: h1 + `<p>Ein Bericht aus dem Rathaus von Ada Lindner und Jan Krug, 9. November 2026 um 18.04 Uhr.</p>`, want: "2026-11-09T18:04:00+01:00"},
		{name: "a date of something else", head: h1 + `<p>Sitzungstermin: 17.11.2026</p><p>9.11.2026</p>`, want: "2026-11-09T00:00:00+01:00"},
		{name: "a post that is quoted", head: h1 + `<blockquote><p>Die Brücke ist zu.</p><a href="https://netz.example/1">9. November 2026</a></blockquote>`, want: ""},
		{name: "how long ago is no date", head: h1 + `<p>vor 3 Stunden</p>`, want: ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			prose := strings.Repeat("<p>Der Rat hat am Dienstag beschlossen, die Brücke über die Linde zu sperren, und die Arbeiten sollen zwei Jahre dauern.</p>", 4)
			src := `<html lang="de"><head><title>Rat von Lindenau sperrt die alte Brücke</title>` + c.meta + `</head><body><article>` + c.head + prose + `</article></body></html>`
			a, err := Article([]byte(src), Options{URL: "https://bote.example/politik/1"})
			if err != nil {
				t.Fatal(err)
			}
			got := strings.TrimSpace(feed.FormatTime(a.Published) + " " + feed.FormatTime(a.Modified))
			if got != c.want {
				t.Errorf("published and modified are %q, want %q", got, c.want)
			}
		})
	}
}
