package direct

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"depesche/cache"
	"depesche/feed"
	"depesche/feed/extract"
	"depesche/feed/fetch"
	"depesche/feed/parse"
)

var _ cache.Origin = (*Origin)(nil)

var now = time.Date(2031, 3, 4, 12, 0, 0, 0, time.UTC)

// web answers by address; what it does not know is 404.
type web map[string]func(*http.Request) *http.Response

func (w web) RoundTrip(r *http.Request) (*http.Response, error) {
	if f := w[r.URL.String()]; f != nil {
		return f(r), nil
	}
	return give(404, "")(r), nil
}

// give makes an answer; headers are name, value, name, value, ...
func give(status int, body string, headers ...string) func(*http.Request) *http.Response {
	return func(r *http.Request) *http.Response {
		h := http.Header{}
		for i := 0; i+1 < len(headers); i += 2 {
			h.Add(headers[i], headers[i+1])
		}
		return &http.Response{StatusCode: status, Header: h, Body: io.NopCloser(strings.NewReader(body)), ContentLength: int64(len(body)), Request: r}
	}
}

func reading(w http.RoundTripper) *Origin {
	return New(fetch.New(fetch.Options{Transport: w}), Options{Now: func() time.Time { return now }})
}

// rss makes a feed of items.
func rss(channel string, items ...string) string {
	return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Lindenauer Bote</title><link>https://bote.example/</link><language>de</language>` +
		channel + `<item>` + strings.Join(items, `</item><item>`) + `</item></channel></rss>`
}

const address = "https://bote.example/feed.xml"

var paper = feed.Source{ID: "bote", URL: address}

// pull delivers one feed.
func pull(t *testing.T, body string, headers ...string) feed.Delivery {
	t.Helper()
	d, err := reading(web{address: give(200, body, headers...)}).Pull(t.Context(), paper, feed.Validators{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func one(t *testing.T, item string) feed.Article {
	t.Helper()
	d := pull(t, rss("", item))
	if len(d.Articles) != 1 {
		t.Fatalf("%d articles, %q", len(d.Articles), d.Warning)
	}
	return d.Articles[0]
}

const other = "Auf der Seeseite nisten die Schwalben in den Fugen, und die Angler sitzen, wo sie immer gesessen haben. "

const sentence = "Der Hafen von Lindenau liegt an diesem Morgen so still, dass man die Uhr am Speicher schlagen hört. "

func TestAnEntryBecomesAnArticle(t *testing.T) {
	a := one(t, `<title>Die Mole sinkt</title><link>https://bote.example/mole?utm_source=rss</link><guid isPermaLink="false">m1</guid>
		<pubDate>Tue, 04 Mar 2031 07:00:00 +0100</pubDate><dc:creator>Von Ada Lindner und Jan Krug, dpa</dc:creator><category>Hafen</category><category>hafen</category>
		<description>Vier Millimeter im Jahr.</description>
		<content:encoded><![CDATA[<p>Lindenau (dpa) - <b>Die Mole</b> sinkt. `+strings.Repeat(sentence, 3)+`</p><p>`+strings.Repeat(sentence, 3)+`</p><p>(dpa/red)</p>]]></content:encoded>
		<media:content url="https://bote.example/mole.jpg" medium="image"><media:description>Die Mole am Morgen.</media:description><media:credit>Mia Sander</media:credit></media:content>`)
	want := feed.Article{
		ID: feed.NewID("bote", "https://bote.example/mole"), Source: "bote", GUID: "m1", Link: "https://bote.example/mole?utm_source=rss",
		Headline: "Die Mole sinkt", Standfirst: "Vier Millimeter im Jahr.", Byline: "Von Ada Lindner und Jan Krug, dpa", Authors: []string{"Ada Lindner", "Jan Krug"},
		Dateline: "Lindenau (dpa) -", Topics: []string{"Hafen"}, Credit: "(dpa/red)", Agencies: []feed.Agency{"dpa"}, Access: feed.Full, Language: "de",
		Lead: &feed.Picture{URL: "https://bote.example/mole.jpg", Caption: "Die Mole am Morgen.", Credit: "Mia Sander"},
	}
	if len(a.Body) != 2 || !a.Body[0].Text.Styled() || !strings.HasPrefix(a.Body[0].Text.String(), "Die Mole sinkt.") {
		t.Fatalf("%+v", a.Body)
	}
	if !a.Published.Equal(time.Date(2031, 3, 4, 6, 0, 0, 0, time.UTC)) {
		t.Error(a.Published)
	}
	a.Body, a.Published = nil, time.Time{}
	if got, wanted := fmt.Sprintf("%+v %+v", a, *a.Lead), fmt.Sprintf("%+v %+v", want, *want.Lead); clip(got) != clip(wanted) {
		t.Errorf("\n%s\n%s", got, wanted)
	}
}

// clip takes the addresses of pointers out of a printed value.
func clip(s string) string {
	i := strings.Index(s, "Lead:0x")
	j := strings.IndexByte(s[i:], ' ')
	return s[:i] + s[i+j:]
}

func TestTeasers(t *testing.T) {
	long := strings.Repeat(sentence, 20)
	for _, tc := range []struct {
		name, item, standfirst string
		blocks                 int
		access                 feed.Access
	}{
		{"a summary is a standfirst without a body", `<description>Kurz und klar.</description>`, "Kurz und klar.", 0, feed.Teaser},
		{"its credit is taken off", `<description>Lindenau (afp) - Kurz und klar war die Lage in Lindenau am Morgen.</description>`, "Kurz und klar war die Lage in Lindenau am Morgen.", 0, feed.Teaser},
		{"the same again as content changes nothing", `<description>Kurz und klar.</description><content:encoded>Kurz und klar.</content:encoded>`, "Kurz und klar.", 0, feed.Teaser},
		{"a long description is the article", `<description>` + long + `</description>`, "", 1, feed.Full},
		{"unless it breaks off", `<description>` + long + ` […]</description>`, "", 1, feed.Teaser},
		{"content that begins like the summary needs no standfirst", `<description>Der Hafen von Lindenau liegt …</description><content:encoded>` + long + `</content:encoded>`, "", 1, feed.Full},
		{"content that asks to read on is a teaser", `<description></description><content:encoded><![CDATA[<p>` + sentence + `</p><p><a href="/x">Weiterlesen</a></p>]]></content:encoded>`, strings.TrimSpace(sentence) + " Weiterlesen", 0, feed.Teaser},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a := one(t, `<title>T</title><link>https://bote.example/t</link>`+tc.item)
			if a.Standfirst != tc.standfirst || len(a.Body) != tc.blocks || a.Access != tc.access {
				t.Errorf("%q, %d blocks, %s", a.Standfirst, len(a.Body), a.Access)
			}
		})
	}
}

func TestPicturesAreNotPrintedTwice(t *testing.T) {
	const figure = `<content:encoded><![CDATA[<figure><img src="https://img.example/w600/mole.jpg" alt="Mole"><figcaption>Im Nebel.</figcaption></figure><p>` + sentence + sentence + sentence + sentence + `</p>]]></content:encoded>`
	a := one(t, `<title>T</title><link>https://bote.example/t</link>`+figure)
	if a.Lead == nil || a.Lead.Caption != "Im Nebel." || len(a.Body) != 1 {
		t.Errorf("%+v %d", a.Lead, len(a.Body))
	}
	a = one(t, `<title>T</title><link>https://bote.example/t</link><media:content url="https://img.example/w1200/mole.jpg" medium="image"/>`+figure)
	if a.Lead == nil || a.Lead.URL != "https://img.example/w1200/mole.jpg" || a.Lead.Caption != "Im Nebel." || a.Lead.Alt != "Mole" || len(a.Body) != 1 {
		t.Errorf("%+v %d", a.Lead, len(a.Body))
	}
	a = one(t, `<title>T</title><link>https://bote.example/t</link><media:content url="https://img.example/w1200/other.jpg" medium="image"/>`+figure)
	if len(a.Body) != 2 {
		t.Errorf("another picture was dropped: %+v", a.Body)
	}
}

func TestNoDateOfTomorrow(t *testing.T) {
	a := one(t, `<title>T</title><link>https://bote.example/t</link><pubDate>Mon, 01 Jan 2099 00:00:00 GMT</pubDate>`)
	if !a.Published.IsZero() {
		t.Error(a.Published)
	}
}

func TestAHeadlineIsMadeWhereThereIsNone(t *testing.T) {
	a := one(t, `<link>https://bote.example/t</link><description>`+sentence+sentence+`</description>`)
	if !strings.HasPrefix(a.Headline, "Der Hafen von Lindenau liegt") || !strings.HasSuffix(a.Headline, " …") || len(a.Headline) > 110 {
		t.Errorf("%q", a.Headline)
	}
}

func TestIdentity(t *testing.T) {
	item := func(link, guid, title string) string {
		return `<title>` + title + `</title><link>` + link + `</link><guid isPermaLink="false">` + guid + `</guid>`
	}
	ids := func(items ...string) []feed.ID {
		var out []feed.ID
		for _, a := range pull(t, rss("", items...)).Articles {
			out = append(out, a.ID)
		}
		return out
	}
	if got := ids(item("https://bote.example/a", "1", "A"), item("https://bote.example/a?utm_source=x", "1", "A"), item("https://bote.example/b", "1", "B")); len(got) != 2 {
		t.Errorf("one page twice and one id for two pages: %v", got)
	}
	if got := ids(item("https://bote.example/", "1", "A"), item("https://bote.example/", "2", "B")); len(got) != 2 {
		t.Errorf("all links lead to the front page: %v", got)
	}
	if got := ids(item("https://bote.example/ticker#1", "1", "A"), item("https://bote.example/ticker#2", "2", "B")); len(got) != 2 {
		t.Errorf("a live ticker: %v", got)
	}
	if got := ids(item("https://bote.example/status", "0", "A"), item("https://bote.example/status", "0", "B"), item("https://bote.example/status", "0", "B")); len(got) != 2 || got[0] == got[1] {
		t.Errorf("one id and one page for all: %v", got)
	}
	dated := func(date string) string { return `<title>A</title><link>https://bote.example/</link>` + date }
	if got := ids(dated("<pubDate>Mon, 30 Nov 2026 10:00:00 GMT</pubDate>"), dated("<pubDate>Mon, 30 Nov 2026 11:00:00 GMT</pubDate>")); len(got) != 2 {
		t.Errorf("one title and one page, two dates: %v", got)
	}
	if a, b := ids(item("https://bote.example/a", "1", "A")), ids(item("https://bote.example/a", "other", "New title")); !slices.Equal(a, b) {
		t.Error("a new guid or title makes a new article")
	}
}

func TestWhatTheServerAndTheFeedAskFor(t *testing.T) {
	for _, tc := range []struct {
		name, channel string
		headers       []string
		want          time.Duration
	}{
		{"nothing", "", nil, 0},
		{"max-age", "", []string{"Cache-Control", "max-age=600"}, 10 * time.Minute},
		{"ttl", "<ttl>60</ttl>", nil, time.Hour},
		{"the longer of both", "<ttl>60</ttl>", []string{"Cache-Control", "max-age=7200"}, 2 * time.Hour},
		{"never more than a day", "<ttl>100000</ttl>", nil, 24 * time.Hour},
		{"hours to skip", "<skipHours><hour>12</hour><hour>13</hour></skipHours>", nil, 2 * time.Hour},
		{"a day to skip", "<skipDays><day>Tuesday</day></skipDays>", nil, 12 * time.Hour},
	} {
		d := pull(t, rss(tc.channel, "<title>T</title>"), tc.headers...)
		if d.Next != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, d.Next, tc.want)
		}
	}
}

func TestPullAnswers(t *testing.T) {
	o := reading(web{
		"https://a.example/304": func(r *http.Request) *http.Response {
			if r.Header.Get("If-None-Match") == `"1"` {
				return give(304, "")(r)
			}
			return give(200, rss("", "<title>T</title>"))(r)
		},
		"https://a.example/gone":  give(410, ""),
		"https://a.example/moved": give(301, "", "Location", "https://b.example/feed"),
		"https://b.example/feed":  give(200, rss("", "<title>T</title>"), "ETag", `"2"`),
		"https://a.example/busy":  give(503, "", "Retry-After", "90"),
		"https://a.example/html":  give(200, "<!doctype html><title>Anmelden</title><body>Bitte melden Sie sich an", "Content-Type", "text/html"),
		"https://a.example/empty": give(200, ""),
	})
	at := func(path string) (feed.Delivery, error) {
		return o.Pull(t.Context(), feed.Source{ID: "a", URL: "https://a.example/" + path}, feed.Validators{ETag: `"1"`})
	}
	if d, err := at("304"); err != nil || !d.NotModified || d.Validators.ETag != `"1"` {
		t.Errorf("%+v %v", d, err)
	}
	if d, err := at("gone"); err != nil || !d.Gone {
		t.Errorf("%+v %v", d, err)
	}
	if d, err := at("moved"); err != nil || d.Moved != "https://b.example/feed" || d.Validators.ETag != `"2"` || len(d.Articles) != 1 {
		t.Errorf("%+v %v", d, err)
	}
	var status *fetch.StatusError
	if d, err := at("busy"); !errors.As(err, &status) || d.Next != 90*time.Second {
		t.Errorf("%+v %v", d, err)
	}
	for _, path := range []string{"html", "empty"} {
		if d, err := at(path); !errors.Is(err, parse.ErrNotFeed) || len(d.Articles) != 0 {
			t.Errorf("%s: %+v %v", path, d, err)
		}
	}
}

func TestWarnings(t *testing.T) {
	if d := pull(t, `<rss version="2.0"><channel><title>Leer</title></channel></rss>`); !errors.Is(d.Warning, ErrNoEntries) || len(d.Articles) != 0 {
		t.Errorf("%+v", d)
	}
	broken := rss("", `<title>A</title><link>https://bote.example/a</link>`, `<title>B`)
	if d := pull(t, broken[:len(broken)-20]); d.Warning == nil || len(d.Articles) == 0 {
		t.Errorf("%+v", d)
	}
}

func TestABrokenOffFeedGivesWhatCame(t *testing.T) {
	body := rss("", `<title>A</title><link>https://bote.example/a</link>`, `<title>B</title>`)
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		w.Header().Set("Content-Length", "100000")
		n := len(body)
		if r.URL.Path == "/head" {
			n = 60
		}
		_, _ = io.WriteString(w, body[:n])
		_ = http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	}))
	defer srv.Close()
	c := fetch.New(fetch.Options{})
	defer c.CloseIdleConnections()
	o := New(c, Options{})
	d, err := o.Pull(t.Context(), feed.Source{ID: "x", URL: srv.URL}, feed.Validators{})
	if err != nil || !errors.Is(d.Warning, ErrBrokeOff) || len(d.Articles) != 2 || d.Validators != (feed.Validators{}) {
		t.Errorf("%+v %v", d, err)
	}
	var network *fetch.NetError
	if _, err := o.Pull(t.Context(), feed.Source{ID: "x", URL: srv.URL + "/head"}, feed.Validators{}); !errors.As(err, &network) || network.Kind != fetch.Broken {
		t.Error(err)
	}
}

func TestAPublicFeedBringsNoPrivateAddress(t *testing.T) {
	a := one(t, `<title>T</title><link>http://192.168.1.1/admin</link><media:content url="http://localhost:631/x.png" medium="image"/>
		<content:encoded><![CDATA[<figure><img src="http://10.0.0.1/y.png"></figure><p>`+sentence+`</p>]]></content:encoded>`)
	for _, b := range a.Body {
		if b.Kind == feed.Figure {
			t.Errorf("%+v", b.Picture)
		}
	}
	if a.Lead != nil || a.Link != "" {
		t.Errorf("%+v %q", a.Lead, a.Link)
	}
}

func pixels(t *testing.T, w, h int) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestThePrivateSourceReachesItsOwnHostAlone(t *testing.T) {
	dot := pixels(t, 1, 1)
	serve := func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/feed":
			_, _ = io.WriteString(w, rss("", `<title>T</title><link>http://`+r.Host+`/page</link>`))
		case "/page":
			_, _ = io.WriteString(w, "<html><article><h1>Die Mole sinkt</h1><p>"+strings.Repeat(sentence, 4)+"</p><p>"+strings.Repeat(other, 4)+"</p></article></html>")
		default:
			_, _ = io.WriteString(w, dot)
		}
	}
	mine, theirs := httptest.NewServer(http.HandlerFunc(serve)), httptest.NewServer(http.HandlerFunc(serve))
	defer mine.Close()
	defer theirs.Close()
	c := fetch.New(fetch.Options{})
	defer c.CloseIdleConnections()
	home, public := feed.Source{ID: "home", URL: mine.URL + "/feed"}, feed.Source{ID: "public", URL: "https://bote.example/feed"}
	for _, o := range []*Origin{
		New(c, Options{Sources: func() []feed.Source { return []feed.Source{home, public} }}),
		New(c, Options{}), // which has seen them pulled
	} {
		d, err := o.Pull(t.Context(), home, feed.Validators{})
		if err != nil || len(d.Articles) != 1 {
			t.Fatalf("%+v %v", d, err)
		}
		if a, err := o.Full(t.Context(), d.Articles[0]); err != nil || len(a.Body) != 2 {
			t.Errorf("%v", err)
		}
		if _, err := o.Full(t.Context(), feed.Article{Source: "home", Link: theirs.URL + "/page"}); !errors.Is(err, fetch.ErrPrivate) {
			t.Errorf("another port: %v", err)
		}
		if _, err := o.Full(t.Context(), feed.Article{Source: "public", Link: mine.URL + "/page"}); !errors.Is(err, fetch.ErrPrivate) {
			t.Errorf("a public source: %v", err)
		}
		if _, err := o.Picture(t.Context(), mine.URL+"/x.png"); err != nil {
			t.Errorf("its own picture: %v", err)
		}
		if _, err := o.Picture(t.Context(), theirs.URL+"/x.png"); !errors.Is(err, fetch.ErrPrivate) {
			t.Errorf("another's picture: %v", err)
		}
	}
	// What is added is known at once, though the list was asked for a moment ago.
	list := []feed.Source{public}
	o := New(c, Options{Sources: func() []feed.Source { return list }, Now: func() time.Time { return time.Unix(1e9, 0) }})
	if _, err := o.Full(t.Context(), feed.Article{Source: "home", Link: mine.URL + "/page"}); !errors.Is(err, fetch.ErrPrivate) {
		t.Errorf("before it is added: %v", err)
	}
	list = append(list, home)
	if _, err := o.Pull(t.Context(), home, feed.Validators{}); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Full(t.Context(), feed.Article{Source: "home", Link: mine.URL + "/page"}); err != nil {
		t.Errorf("once it is added: %v", err)
	}
}

func TestFull(t *testing.T) {
	text := "<p>" + strings.Repeat(sentence, 4) + "</p><p>" + strings.Repeat(other, 4) + "</p>"
	o := reading(web{
		"https://bote.example/a":    give(200, `<html lang="de"><article><h1>Die Mole sinkt</h1>`+text+`</article></html>`, "Content-Type", "text/html"),
		"https://bote.example/pdf":  give(200, "%PDF-1.7", "Content-Type", "application/pdf"),
		"https://bote.example/jpg":  give(200, "\xff\xd8\xff", "Content-Type", "image/jpeg"),
		"https://bote.example/text": give(200, "Die Mole sinkt\n\n"+strings.Repeat(sentence, 4)+"\n\n"+strings.Repeat(other, 4)+"\n", "Content-Type", "text/plain; charset=utf-8"),
		"https://bote.example/away": give(302, "", "Location", "/"),
		"https://bote.example/":     give(200, "<html><article><h1>Startseite</h1>"+text+"</article></html>"),
		"https://bote.example/gone": give(410, ""),
		"https://bote.example/app":  give(200, `<html><body><div id="app"></div><script>start()</script></body></html>`),
		"https://bote.example/wall": give(200, `<html lang="de"><article><h1>Die Mole sinkt</h1><p>Zustimmen und weiter: Unsere Partner und wir verarbeiten personenbezogene Daten.</p></article></html>`),
	})
	known := feed.Article{
		ID: "x", Source: "bote", GUID: "g", Link: "https://bote.example/a", Headline: "Mole", Standfirst: "Vier Millimeter im Jahr.", Byline: "Ada Lindner", Authors: []string{"Ada Lindner"},
		Topics: []string{"Hafen"}, Published: now, Agencies: []feed.Agency{"dpa"}, Access: feed.Teaser, Lead: &feed.Picture{URL: "https://bote.example/m.jpg"},
	}
	a, err := o.Full(t.Context(), known)
	if err != nil {
		t.Fatal(err)
	}
	if a.ID != "x" || a.Source != "bote" || a.GUID != "g" || a.Link != known.Link || a.Headline != "Die Mole sinkt" || a.Standfirst != known.Standfirst || a.Byline != "Ada Lindner" ||
		len(a.Authors) != 1 || len(a.Topics) != 1 || !a.Published.Equal(now) || len(a.Agencies) != 1 || a.Access != feed.Full || a.Lead == nil || len(a.Body) != 2 {
		t.Errorf("%+v", a)
	}
	known.Link = "https://bote.example/text"
	if a, err = o.Full(t.Context(), known); err != nil || len(a.Body) != 2 {
		t.Errorf("plain text: %d %v", len(a.Body), err)
	}
	for path, want := range map[string]error{"pdf": extract.ErrNoArticle, "jpg": extract.ErrNoArticle, "away": extract.ErrNoArticle, "app": extract.ErrNoArticle, "gone": nil, "missing": nil} {
		known.Link = "https://bote.example/" + path
		a, err := o.Full(t.Context(), known)
		var status *fetch.StatusError
		if want != nil && !errors.Is(err, want) || want == nil && !errors.As(err, &status) || a.Headline != "Mole" {
			t.Errorf("%s: %v", path, err)
		}
	}
	known.Link = "https://bote.example/wall"
	known.Body = []feed.Block{{Text: feed.Plain(sentence)}}
	if a, err := o.Full(t.Context(), known); err != nil || a.Access != feed.ConsentWall || len(a.Body) != 1 || a.Body[0].Text.String() != sentence {
		t.Errorf("a consent dialogue: %+v, %v", a, err)
	}
	known.Link = ""
	if _, err := o.Full(t.Context(), known); !errors.Is(err, ErrNoPage) {
		t.Error(err)
	}
}

func TestExplain(t *testing.T) {
	o := reading(web{
		"https://bote.example/a":   give(200, `<html lang="de"><article><h1>Die Mole sinkt</h1><p>`+strings.Repeat(sentence, 4)+`</p></article></html>`, "Content-Type", "text/html"),
		"https://bote.example/app": give(200, `<html><body><h1>Die Mole</h1><script>start()</script></body></html>`),
		"https://bote.example/no":  give(200, ""),
	})
	for link, first := range map[string]string{"https://bote.example/a": "Die Mole sinkt", "https://bote.example/app": "Die Mole"} {
		reasons, err := o.Explain(t.Context(), feed.Article{Link: link})
		if err != nil || len(reasons) == 0 || reasons[0].Text != first {
			t.Errorf("%s: %v, %v", link, reasons, err)
		}
	}
	for link, want := range map[string]error{"": ErrNoPage, "https://bote.example/no": extract.ErrNoArticle} {
		if _, err := o.Explain(t.Context(), feed.Article{Link: link}); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", link, err, want)
		}
	}
}

func TestFullByTheReadersRules(t *testing.T) {
	rules, err := extract.NewRules(nil, []string{"p.odd"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	o := reading(web{
		"https://www.bote.example/a": give(200, `<html lang="de"><article><h1>Die Mole sinkt</h1><p>`+strings.Repeat(sentence, 4)+`</p><p class="odd">`+strings.Repeat(other, 4)+`</p></article></html>`, "Content-Type", "text/html"),
	})
	for want, sites := range map[int]extract.Sites{2: {"welt.example": rules}, 1: {"bote.example": rules}} {
		o.o.Rules = sites
		if a, err := o.Full(t.Context(), feed.Article{Link: "https://www.bote.example/a"}); err != nil || len(a.Body) != want {
			t.Errorf("%d blocks, want %d, error %v", len(a.Body), want, err)
		}
	}
}

func TestMerge(t *testing.T) {
	body := func(n int) []feed.Block { return []feed.Block{{Text: feed.Plain(strings.Repeat(sentence, n))}} }
	for _, tc := range []struct {
		name       string
		feed, page feed.Article
		runes      int
		access     feed.Access
	}{
		{"the page has more", feed.Article{Body: body(1), Access: feed.Teaser}, feed.Article{Body: body(5)}, 5, feed.Full},
		{"the feed has more and is whole", feed.Article{Body: body(5)}, feed.Article{Body: body(1), Access: feed.Paywall}, 5, feed.Full},
		{"the feed has more and breaks off", feed.Article{Body: body(5), Access: feed.Teaser}, feed.Article{Body: body(1), Access: feed.Paywall}, 5, feed.Paywall},
		{"a consent dialogue", feed.Article{Body: body(2), Access: feed.Teaser}, feed.Article{Access: feed.ConsentWall}, 2, feed.ConsentWall},
		{"a page that shows a fragment", feed.Article{Body: body(5), Access: feed.Teaser}, feed.Article{Body: body(1)}, 5, feed.Teaser},
	} {
		got := merge(tc.feed, tc.page)
		if len(plain(got.Body)) != len(strings.TrimSpace(strings.Repeat(sentence, tc.runes))) || got.Access != tc.access {
			t.Errorf("%s: %d bytes, %s", tc.name, len(plain(got.Body)), got.Access)
		}
	}
}

func TestPicture(t *testing.T) {
	o := reading(web{
		"https://img.example/ok":   give(200, pixels(t, 3, 2), "Content-Type", "image/png"),
		"https://img.example/html": give(200, "<html>Nein</html>", "Content-Type", "image/png"),
		"https://img.example/bomb": give(200, bomb(pixels(t, 1, 1))),
	})
	if data, err := o.Picture(t.Context(), "https://img.example/ok"); err != nil || len(data) == 0 {
		t.Error(err)
	}
	for _, path := range []string{"html", "bomb"} {
		if _, err := o.Picture(t.Context(), "https://img.example/"+path); !errors.Is(err, ErrNotPicture) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if _, err := o.Picture(t.Context(), "javascript:alert(1)"); !errors.Is(err, fetch.ErrScheme) {
		t.Error(err)
	}
}

// bomb makes a small PNG claim to be 60,000 pixels wide and high.
func bomb(data string) string {
	b := []byte(data)
	copy(b[16:], "\x00\x00\xea\x60\x00\x00\xea\x60")
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
	return string(b)
}

func TestFind(t *testing.T) {
	page := func(links string) func(*http.Request) *http.Response {
		return give(200, "<!doctype html><html><head><title>Bote</title>"+links+"</head><body><p>Hallo</p></body></html>", "Content-Type", "text/html; charset=utf-8")
	}
	good := give(200, rss("", "<title>T</title>"))
	w := web{
		"https://feed.example/rss":        good,
		"https://named.example/":          page(`<link rel="alternate" type="application/rss+xml" href="/broken"><link rel="alternate" type="application/rss+xml" href="/all.xml" title="Alles">`),
		"https://named.example/all.xml":   good,
		"https://named.example/broken":    give(200, "<html>kein Feed"),
		"https://guessed.example/":        page(""),
		"https://guessed.example/feed":    good,
		"https://none.example/":           page(""),
		"https://moved.example/feed":      give(301, "", "Location", "https://feed.example/rss"),
		"https://elsewhere.example/feed":  give(302, "", "Location", "https://feed.example/rss"),
		"https://refused.example/private": give(403, ""),
	}
	o := reading(w)
	for _, tc := range []struct{ name, address, want string }{
		{"a feed is itself", "https://feed.example/rss", "https://feed.example/rss"},
		{"without a scheme", " feed.example/rss", "https://feed.example/rss"},
		{"feed:", "feed://feed.example/rss", "https://feed.example/rss"},
		{"feed:https:", "feed:https://feed.example/rss", "https://feed.example/rss"},
		{"a page that names one", "named.example", "https://named.example/all.xml"},
		{"where sites keep it", "guessed.example", "https://guessed.example/feed"},
		{"moved for good", "moved.example/feed", "https://feed.example/rss"},
		{"moved for now", "elsewhere.example/feed", "https://elsewhere.example/feed"},
	} {
		found, err := o.Find(t.Context(), tc.address)
		if err != nil || len(found) != 1 || feed.Address(found[0].URL) != tc.want && found[0].URL != tc.want {
			t.Errorf("%s: %+v %v", tc.name, found, err)
			continue
		}
		if s := found[0]; s.Title != "Lindenauer Bote" || s.Site != "https://bote.example/" || s.ID != feed.NewSourceID(s.URL) {
			t.Errorf("%s: %+v", tc.name, s)
		}
	}
	var none *NoFeedError
	if _, err := o.Find(t.Context(), "none.example"); !errors.As(err, &none) || none.Not == nil || none.Not.Is != "html" || !errors.Is(err, parse.ErrNotFeed) {
		t.Error(err)
	}
	var status *fetch.StatusError
	if _, err := o.Find(t.Context(), "refused.example/private"); !errors.As(err, &status) || status.Code != 403 {
		t.Error(err)
	}
	if _, err := o.Find(t.Context(), "ftp://feed.example/rss"); !errors.Is(err, fetch.ErrScheme) {
		t.Error(err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := o.Find(ended, "none.example"); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestSpellings(t *testing.T) {
	for in, want := range map[string]string{
		"lindenau.example":                  "https://lindenau.example",
		" lindenau.example/feed":            "https://lindenau.example/feed",
		"http://a.example/":                 "http://a.example/",
		"localhost:8080/feed":               "http://localhost:8080/feed",
		"192.168.1.5":                       "http://192.168.1.5",
		"feed://bote.example/rss":           "https://bote.example/rss",
		"/etc/passwd":                       "/etc/passwd",
		"file:///etc/passwd":                "file:///etc/passwd",
		"":                                  "",
		"https://bote.example/q?a=1 2":      "https://bote.example/q?a=1%202",
		"https://bote.example/50%off/feed":  "https://bote.example/50%25off/feed",
		"https://Zürich.example/Börse.rss":  "https://xn--zrich-kva.example/B%C3%B6rse.rss",
		"https://ada:pw@bote.example/f.xml": "https://ada:pw@bote.example/f.xml",
	} {
		if got := Spellings(in)[0]; got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// A page that programs are kept from, or that leads elsewhere, does not hide its feed.
func TestFindAroundAPage(t *testing.T) {
	good := give(200, rss("", "<title>T</title>"))
	w := web{
		"https://wall.example/blog":         give(403, "<html>", "Cf-Mitigated", "challenge"),
		"https://wall.example/blog/feed":    good,
		"https://login.example/":            give(401, ""),
		"https://login.example/rss.xml":     good,
		"https://often.example/":            give(429, "", "Retry-After", "60"),
		"https://often.example/feed":        good,
		"https://consent.example/":          give(302, "", "Location", "https://wall.example/consent"),
		"https://consent.example/rss":       good,
		"https://wall.example/consent":      give(200, "<!doctype html><html><body>Zustimmen?</body></html>", "Content-Type", "text/html"),
		"https://header.example/":           give(200, "<!doctype html><html><body><p>Text</p></body></html>", "Content-Type", "text/html", "Link", `</a.css>; rel=preload; as=style, </x/atom.xml>; rel="alternate"; type="application/atom+xml"; title="Der, Bote"`),
		"https://header.example/x/atom.xml": good,
		"https://members.example/":          give(302, "", "Location", "https://members.example/login"),
		"https://members.example/login":     give(200, `<!doctype html><html><body><form><input type="password"></form></body></html>`, "Content-Type", "text/html"),
		"https://broken.example/":           give(500, ""),
		"https://broken.example/feed":       good,
	}
	o := reading(w)
	for typed, want := range map[string]string{
		"wall.example/blog": "https://wall.example/blog/feed", "login.example": "https://login.example/rss.xml", "often.example": "https://often.example/feed",
		"consent.example": "https://consent.example/rss", "header.example": "https://header.example/x/atom.xml",
	} {
		found, err := o.Find(t.Context(), typed)
		if err != nil || len(found) != 1 || found[0].URL != want {
			t.Errorf("%s: %+v %v", typed, found, err)
		}
	}
	var none *NoFeedError
	if _, err := o.Find(t.Context(), "members.example"); !errors.As(err, &none) || !none.Login {
		t.Error(err)
	}
	var status *fetch.StatusError
	if _, err := o.Find(t.Context(), "broken.example"); !errors.As(err, &status) || status.Code != 500 {
		t.Error(err)
	}
}

// What a page names is judged by where the page stands: one of the public web has nobody
// asked in the reader's own network, and one within it nobody but its own host.
func TestAPageDoesNotChooseWhoIsAsked(t *testing.T) {
	asked := map[string]int{}
	serve := func(name string, links *string) *httptest.Server {
		return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			asked[name+r.URL.Path]++
			if r.URL.Path != "/feed.xml" {
				w.Header().Set("Content-Type", "text/html")
				_, _ = io.WriteString(w, "<!doctype html><html><head>"+*links+"</head><body>Seite</body></html>")
				return
			}
			_, _ = io.WriteString(w, rss("", "<title>T</title>"))
		}))
	}
	var links string
	house, neighbour := serve("house", &links), serve("neighbour", &links)
	defer house.Close()
	defer neighbour.Close()
	links = `<link rel="alternate" type="application/rss+xml" href="` + neighbour.URL + `/feed.xml"><link rel="alternate" type="application/rss+xml" href="` + house.URL + `/feed.xml">`
	c := fetch.New(fetch.Options{})
	defer c.CloseIdleConnections()
	found, err := New(c, Options{}).Find(t.Context(), house.URL)
	if err != nil || len(found) != 1 || found[0].URL != house.URL+"/feed.xml" || asked["neighbour/feed.xml"] != 0 {
		t.Errorf("from within: %+v %v, asked %v", found, err, asked)
	}
	clear(asked)
	public := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = io.WriteString(w, "<!doctype html><html><head>"+links+"</head><body>Seite</body></html>")
	}))
	defer public.Close()
	far := fetch.New(fetch.Options{Transport: elsewhere{public: public.URL, next: fetch.Network(fetch.Options{})}})
	for _, o := range []Options{{}, {Private: func(feed.Source) bool { return true }}} { // as a preview is
		var none *NoFeedError
		if found, err := New(far, o).Find(t.Context(), "https://public.example/"); !errors.As(err, &none) || len(asked) > 0 {
			t.Errorf("from the public web: %+v %v, asked %v", found, err, asked)
		}
	}
}

// elsewhere sends what is asked of public.example to a server of the test.
type elsewhere struct {
	public string
	next   http.RoundTripper
}

func (e elsewhere) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL.Host != "public.example" {
		return e.next.RoundTrip(r)
	}
	here := r.Clone(context.Background())
	here.URL.Scheme, here.URL.Host = "http", strings.TrimPrefix(e.public, "http://")
	return http.DefaultTransport.RoundTrip(here)
}

// A server that gives its feed once a day to who has no validators is asked once.
func TestTheFirstPullBeginsWithWhatFindBrought(t *testing.T) {
	asked := 0
	w := web{"https://once.example/atom.xml": func(r *http.Request) *http.Response {
		asked++
		switch {
		case r.Header.Get("If-None-Match") == `"a1"`:
			return give(304, "")(r)
		case asked > 1:
			return give(429, "", "Retry-After", "86400")(r)
		}
		return give(200, rss("", "<title>T</title>"), "ETag", `"a1"`)(r)
	}}
	o := reading(w)
	found, err := o.Find(t.Context(), "once.example/atom.xml")
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	d, err := o.Pull(t.Context(), found[0], feed.Validators{})
	if err != nil || len(d.Articles) != 1 || d.Validators.ETag != `"a1"` || asked != 1 {
		t.Errorf("%+v %v, asked %d times", d, err, asked)
	}
	if d, err = o.Pull(t.Context(), found[0], d.Validators); err != nil || !d.NotModified || asked != 2 {
		t.Errorf("%+v %v, asked %d times", d, err, asked)
	}
}

func TestFindTriesHTTPWhereHTTPSDoesNotAnswer(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, rss("", "<title>T</title>")) }))
	defer srv.Close()
	c := fetch.New(fetch.Options{})
	defer c.CloseIdleConnections()
	found, err := New(c, Options{}).Find(t.Context(), strings.TrimPrefix(srv.URL, "http://"))
	if err != nil || len(found) != 1 || found[0].URL != srv.URL {
		t.Errorf("%+v %v", found, err)
	}
}

func FuzzPull(f *testing.F) {
	f.Add([]byte(rss("", `<title>T</title><link>https://bote.example/a</link><description>Lindenau (dpa) - `+sentence+`(dpa)</description>`)))
	f.Add([]byte(rss("", `<title>&#27;]0;x&#7;</title><content:encoded><![CDATA[<figure><img src=x></figure>…]]></content:encoded>`)))
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_text":"\u001b[31m"}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		d, err := reading(web{address: give(200, string(body))}).Pull(t.Context(), paper, feed.Validators{})
		if err != nil {
			return
		}
		for _, a := range d.Articles {
			for _, s := range []string{a.Headline, a.Standfirst, a.Byline, a.Dateline, a.Credit, a.Link, strings.Join(a.Authors, ""), strings.Join(a.Topics, ""), fmt.Sprint(d.Warning), d.Source.Title} {
				if s != feed.Line(s) {
					t.Errorf("%q", s)
				}
			}
			if a.ID == "" || a.Source != paper.ID || a.PlainText() != feed.Clean(a.PlainText()) {
				t.Errorf("%+v", a)
			}
		}
	})
}

func TestAFeedThatBrokeOff(t *testing.T) {
	whole := rss("", "<title>A</title><guid>1</guid>", "<title>B</title><guid>2</guid><description>"+sentence+"</description>")
	for name, tc := range map[string]struct {
		feed  http.RoundTripper
		taken int
	}{
		"XML ends":         {web{address: give(200, whole[:len(whole)-70], "ETag", `"1"`)}, 1},
		"between two":      {web{address: give(200, whole[:strings.Index(whole, "<item><title>B")])}, 1},
		"in the last tags": {web{address: give(200, whole[:len(whole)-3])}, 2},
	} {
		d, err := reading(tc.feed).Pull(t.Context(), paper, feed.Validators{})
		if err != nil || len(d.Articles) != tc.taken || d.Warning == nil {
			t.Errorf("%s: %d articles, %v, %v", name, len(d.Articles), d.Warning, err)
		}
		if broke := errors.Is(d.Warning, ErrBrokeOff); broke != (name == "XML ends") || d.Partial != broke || d.Validators.ETag != "" {
			t.Errorf("%s: %+v", name, d)
		}
	}
}

func TestAFeedThatIsTooBig(t *testing.T) {
	var items []string
	for i := range 40 {
		items = append(items, fmt.Sprintf("<title>A%d</title><guid>%d</guid><description>%s</description>", i, i, strings.Repeat(sentence, 30)))
	}
	o := New(fetch.New(fetch.Options{Transport: web{address: give(200, rss("", items...))}, MaxBytes: 64 << 10}), Options{Now: func() time.Time { return now }})
	d, err := o.Pull(t.Context(), paper, feed.Validators{})
	var big *TooBigError
	if err != nil || !errors.As(d.Warning, &big) || big.Taken != len(d.Articles) || len(d.Articles) < 10 || !d.Partial {
		t.Errorf("%d articles, %v, %v", len(d.Articles), d.Warning, err)
	}
	for _, a := range d.Articles {
		if !strings.Contains(a.PlainText()+a.Standfirst, strings.TrimSpace(sentence)) || len(a.PlainText()) < 20*len(sentence) {
			t.Errorf("%s is cut", a.Headline)
		}
	}
}

func TestAShortTextKeepsItsLinks(t *testing.T) {
	page := `<link>https://bote.example/t</link><title>T</title>`
	for name, tc := range map[string]struct {
		text, standfirst string
		links            int
	}{
		"comments":              {`<a href="https://forum.example/1">Comments</a>`, "", 1},
		"a link in a sentence":  {`<p>Ein <a href="https://anderswo.example/x">Aufsatz</a> über Brücken.</p>`, "", 1},
		"only to read on":       {`<p>Der Rat tagt. <a href="https://bote.example/t?utm_source=rss">Mehr</a></p>`, "Der Rat tagt. Mehr", 0},
		"the site's front page": {`<p>Der Rat tagt.</p><p>Zuerst erschienen bei <a href="https://bote.example/">Bote</a>.</p>`, "Der Rat tagt. Zuerst erschienen bei Bote.", 0},
		"another front page":    {`<p>Der Rat tagt, sagt <a href="https://anderswo.example/">der Anzeiger</a>.</p>`, "", 1},
		"none":                  {`<p>Der Rat tagt.</p>`, "Der Rat tagt.", 0},
		"lines of a list":       {`<p>00:00 Anfang</p><p>02:10 Turm</p>`, "", 0},
		"an aggregator's":       {`<table><tr><td><img src="/k.png" alt="Karte"></td><td>submitted by <a href="https://r.example/u/eva">/u/eva</a> <a href="https://r.example/k">[link]</a> <a href="https://r.example/c">[comments]</a></td></tr></table>`, "", 3},
	} {
		a := one(t, page+"<description><![CDATA["+tc.text+"]]></description>")
		links := 0
		for _, b := range a.Body {
			for _, s := range b.Text {
				if s.Link != "" {
					links++
				}
			}
		}
		if a.Standfirst != tc.standfirst || links != tc.links || a.Access != feed.Teaser {
			t.Errorf("%s: %q, %d links, %+v", name, a.Standfirst, links, a.Body)
		}
	}
}

func TestThePageKeepsWhatTheFeedLinksTo(t *testing.T) {
	text := "<p>" + strings.Repeat(sentence, 4) + "</p><p>" + strings.Repeat(other, 4) + "</p>"
	o := reading(web{"https://bote.example/a": give(200, `<html lang="de"><article><h1>Die Mole sinkt</h1>`+text+`</article></html>`, "Content-Type", "text/html")})
	linked := feed.Span{Text: "Aufsatz", Link: "https://anderswo.example/x"}
	for name, tc := range map[string]struct {
		text feed.Text
		at   int
	}{
		"words before the text":   {feed.Text{{Text: "Wer mehr über diese Mole wissen will, liest den "}, linked}, 0},
		"bare links behind it":    {feed.Text{{Text: "von "}, linked}, 2},
		"a text without a link":   {feed.Text{{Text: "Ein kurzer Text."}}, -1},
		"what stands in the page": {feed.Text{{Text: strings.TrimSpace(sentence)[:60]}, {Link: linked.Link}}, -1},
	} {
		a, err := o.Full(t.Context(), feed.Article{Link: "https://bote.example/a", Headline: "Mole", Access: feed.Teaser, Body: []feed.Block{{Text: tc.text}}})
		at := slices.IndexFunc(a.Body, func(b feed.Block) bool { return b.Text.String() == tc.text.String() })
		if err != nil || at != tc.at || len(a.Body) != 2+min(1, at+1) {
			t.Errorf("%s: %d of %d, %v", name, at, len(a.Body), err)
		}
	}
}

func TestAFeedWithoutATitle(t *testing.T) {
	d, err := reading(web{address: give(200, `<rss version="2.0"><channel><title></title><link>https://www.bote.example/x</link><item><title>A</title></item></channel></rss>`)}).Pull(t.Context(), paper, feed.Validators{})
	if err != nil || d.Source.Title != "bote.example" {
		t.Errorf("%q, %v", d.Source.Title, err)
	}
}
