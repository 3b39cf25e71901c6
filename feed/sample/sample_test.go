package sample_test

import (
	"bytes"
	"errors"
	"image/jpeg"
	"io"
	"io/fs"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"depesche/feed"
	"depesche/feed/direct"
	"depesche/feed/fetch"
	"depesche/feed/sample"
	"depesche/feed/wire"
)

// offline fails every request: the edition needs no network.
type offline struct{}

func (offline) RoundTrip(*http.Request) (*http.Response, error) {
	return nil, errors.New("there is no network")
}

func at(hour int) func() time.Time {
	return func() time.Time { return time.Date(2031, 3, 4, hour, 30, 0, 0, time.UTC) }
}

func origin(hour int) *direct.Origin {
	e := &sample.Edition{Next: offline{}, Now: at(hour)}
	return direct.New(fetch.New(fetch.Options{Transport: e, Now: at(hour)}), direct.Options{Now: at(hour)})
}

// edition is the whole of it, as the feeds deliver it and as its pages have it, by path.
func edition(t *testing.T, hour int) (feeds, pages map[string]feed.Article) {
	t.Helper()
	feeds, pages = map[string]feed.Article{}, map[string]feed.Article{}
	o := origin(hour)
	for _, s := range append(sample.Sources("de"), sample.Sources("en")...) {
		d, err := o.Pull(t.Context(), s, feed.Validators{})
		if err != nil || d.Warning != nil {
			t.Fatalf("%s: %v %q", s.URL, err, d.Warning)
		}
		if d.Source.Title != s.Title || d.Source.Site != s.Site || d.Source.Language != s.Language || d.Source.Icon == "" {
			t.Errorf("%s says of itself %+v", s.URL, d.Source)
		}
		for _, a := range d.Articles {
			name := strings.TrimPrefix(a.Link, "https://"+sample.Host+"/")
			feeds[name] = a
			if pages[name], err = o.Full(t.Context(), a); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
	return feeds, pages
}

func TestSources(t *testing.T) {
	for lang, want := range map[string]struct{ folder, first string }{
		"de": {"Musterausgabe", "Lindenauer Bote"}, "de-AT": {"Musterausgabe", "Lindenauer Bote"},
		"en": {"Sample edition", "The Lindenau Courier"}, "fr": {"Sample edition", "The Lindenau Courier"},
	} {
		got := sample.Sources(lang)
		if len(got) != 3 || got[0].Title != want.first {
			t.Errorf("%s: %+v", lang, got)
		}
		for _, s := range got {
			if len(s.Folder) != 1 || s.Folder[0] != want.folder || s.ID != feed.NewSourceID(s.URL) {
				t.Errorf("%s: %+v", lang, s)
			}
		}
	}
}

func TestEveryPageHasTheEssentials(t *testing.T) {
	feeds, pages := edition(t, 9)
	if len(pages) != 9 {
		t.Errorf("%d articles", len(pages))
	}
	for name, a := range pages {
		if a.Kicker == "" || a.Headline == "" || a.Standfirst == "" || a.Language == "" || a.Published.IsZero() || len(a.Body) == 0 {
			t.Errorf("%s lacks a part: %q %q %q %q %s", name, a.Kicker, a.Headline, a.Standfirst, a.Language, a.Published)
		}
		if a.Headline != feeds[name].Headline {
			t.Errorf("%s: the feed says %q, the page %q", name, feeds[name].Headline, a.Headline)
		}
		if a.Lead != nil && (a.Lead.Caption == "" || a.Lead.Credit == "" || a.Lead.Alt == "") {
			t.Errorf("%s: %+v", name, a.Lead)
		}
		text := a.PlainText()
		for _, noise := range []string{
			"Newsletter", "abonnieren", "Anmelden", "Kommentar", "Kohlenkai beißt", "Käsestand", "Lexikonbesitzer", "zum Anfassen", "Meistgelesen", "Cookies",
			"Gift this", "Recommend", "reedbed", "Marmalade", "Finnish", "Hafenblatt Plus",
		} {
			if strings.Contains(text, noise) {
				t.Errorf("%s: %q has got into the text", name, noise)
			}
		}
	}
}

func TestTheAnatomyOfAPage(t *testing.T) {
	_, pages := edition(t, 9)
	a := pages["bote/mole.html"]
	if a.Kicker != "Nordmole" || a.Byline != "Von Ada Lindner und Jan Krug" || len(a.Authors) != 2 || a.Section != "Hafen" ||
		a.Credit != "(afp/red)" || !slices.Equal(a.Agencies, []feed.Agency{"AFP"}) || a.Access != feed.Full {
		t.Errorf("%+v", a)
	}
	if a.Lead == nil || a.Lead.Credit != "Mia Sander/Lindenauer Bote" || !strings.HasPrefix(a.Lead.Caption, "Die Nordmole") {
		t.Errorf("%+v", a.Lead)
	}
	if n := count(a, feed.Subhead); n != 3 {
		t.Errorf("%d subheads", n)
	}
	if last := a.Body[len(a.Body)-1].Text.String(); strings.Contains(last, "afp") || !strings.HasSuffix(last, "besser nicht.“") {
		t.Errorf("%q", last)
	}
}

func TestTheLongRead(t *testing.T) {
	_, pages := edition(t, 9)
	a := pages["courier/ferry.html"]
	if n := a.Words(); n < 1500 {
		t.Errorf("%d words", n)
	}
	for kind, least := range map[feed.Kind]int{feed.Subhead: 4, feed.Quote: 1, feed.List: 1, feed.Table: 1} {
		if n := count(a, kind); n < least {
			t.Errorf("%d of %s", n, kind)
		}
	}
}

func TestTheCorrectedArticle(t *testing.T) {
	_, pages := edition(t, 9)
	a := pages["hafenblatt/turm.html"]
	if len(a.Corrections) != 1 || !strings.Contains(a.Corrections[0], "48 Meter") || !a.Modified.After(a.Published) {
		t.Errorf("%q %s %s", a.Corrections, a.Published, a.Modified)
	}
}

func TestTheSameAgencyCopyInTwoPapers(t *testing.T) {
	_, pages := edition(t, 9)
	a, b := pages["bote/nachtzug.html"], pages["hafenblatt/nachtzug.html"]
	for _, x := range []feed.Article{a, b} {
		if !slices.Equal(x.Agencies, []feed.Agency{"dpa"}) {
			t.Errorf("%s: %v", x.Headline, x.Agencies)
		}
	}
	if a.Dateline == "" || b.Credit != "(dpa)" || a.Headline == b.Headline {
		t.Errorf("%q %q", a.Dateline, b.Credit)
	}
	if !wire.Same(wire.Fingerprint(&a), wire.Fingerprint(&b)) {
		t.Error("package wire does not take them for the same story")
	}
	other := pages["bote/mole.html"]
	if wire.Same(wire.Fingerprint(&a), wire.Fingerprint(&other)) {
		t.Error("package wire takes any two for the same story")
	}
}

func TestTheTeaserAndItsPaywall(t *testing.T) {
	feeds, pages := edition(t, 9)
	if a := feeds["hafenblatt/moewen.html"]; a.Access != feed.Teaser || !strings.Contains(a.Standfirst, "selbst gezählt") {
		t.Errorf("%s %q", a.Access, a.Standfirst)
	}
	if a := pages["hafenblatt/moewen.html"]; a.Access != feed.Paywall {
		t.Errorf("%s", a.Access)
	}
}

func TestTheScripts(t *testing.T) {
	_, pages := edition(t, 9)
	a := pages["courier/scripts.html"]
	text := a.PlainText()
	for _, s := range []string{"饮用水在左边", "ようこそ", "환영합니다", "مرحبا بكم", "ברוכים הבאים", "स्वागत", "ยินดีต้อนรับ", "👨‍👩‍👧‍👦", "👍🏽"} {
		if !strings.Contains(text, s) {
			t.Errorf("%s is missing", s)
		}
	}
	if len(a.Authors) != 2 || !strings.Contains(a.Headline, "⚓") {
		t.Errorf("%q %q", a.Authors, a.Headline)
	}
}

func TestTheGuidesAreWholeInTheFeedToo(t *testing.T) {
	feeds, pages := edition(t, 9)
	for _, name := range []string{"bote/zwei-minuten.html", "courier/two-minutes.html"} {
		a, b := feeds[name], pages[name]
		if a.Access != feed.Full || count(a, feed.Table) != 1 || a.PlainText() != b.PlainText() {
			t.Errorf("%s: %s, %d words in the feed, %d on the page", name, a.Access, a.Words(), b.Words())
		}
	}
}

func count(a feed.Article, k feed.Kind) int {
	n := 0
	for _, b := range a.Body {
		if b.Kind == k {
			n++
		}
	}
	return n
}

func TestTheEditionIsThisMorning(t *testing.T) {
	for hour, day := range map[int]int{9: 4, 23: 4, 3: 3} {
		feeds, pages := edition(t, hour)
		want := time.Date(2031, 3, day, 6, 0, 0, 0, time.UTC)
		for name, a := range feeds {
			if a.Published.After(want) || want.Sub(a.Published) > 12*time.Hour || !a.Published.Equal(pages[name].Published) {
				t.Errorf("at %d: %s is of %s", hour, name, a.Published)
			}
		}
		if got := feeds["bote/zwei-minuten.html"].Published; !got.Equal(want) {
			t.Errorf("at %d the edition is of %s", hour, got)
		}
	}
}

func TestTheSecondRefreshIsNotModified(t *testing.T) {
	o := origin(9)
	for _, s := range sample.Sources("en") {
		first, err := o.Pull(t.Context(), s, feed.Validators{})
		if err != nil {
			t.Fatal(err)
		}
		again, err := o.Pull(t.Context(), s, first.Validators)
		if err != nil || !again.NotModified {
			t.Errorf("%s: %+v %v", s.URL, again, err)
		}
		next, err := origin(3).Pull(t.Context(), s, first.Validators)
		if err != nil || next.NotModified {
			t.Errorf("%s: another day's paper is another paper", s.URL)
		}
	}
}

func TestThePicturesAreThereAndSmall(t *testing.T) {
	_, pages := edition(t, 9)
	o := origin(9)
	seen := map[string]bool{}
	for name, a := range pages {
		if a.Lead == nil || seen[a.Lead.URL] {
			continue
		}
		seen[a.Lead.URL] = true
		data, err := o.Picture(t.Context(), a.Lead.URL)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		img, err := jpeg.Decode(bytes.NewReader(data))
		if err != nil || img.Bounds().Dx() != a.Lead.Width || img.Bounds().Dy() != a.Lead.Height {
			t.Errorf("%s: %v", name, err)
		}
	}
	if len(seen) != 6 {
		t.Errorf("%d pictures in use", len(seen))
	}
	var total int64
	err := fs.WalkDir(os.DirFS("site/img"), ".", func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		if total += info.Size(); info.Size() > 64<<10 {
			t.Errorf("%s has %d bytes", d.Name(), info.Size())
		}
		return nil
	})
	if err != nil || total > 400<<10 {
		t.Errorf("%d bytes in all, %v", total, err)
	}
}

func TestTheSitesNameTheirFeeds(t *testing.T) {
	for _, s := range sample.Sources("de") {
		found, err := origin(9).Find(t.Context(), s.Site)
		if address, _, _ := strings.Cut(s.URL, "?"); err != nil || len(found) != 1 || found[0].URL != address {
			t.Errorf("%s: %+v %v", s.Site, found, err)
		}
	}
}

func TestTheGuideIsInTheReadersLanguageAndFirst(t *testing.T) {
	for lang, headline := range map[string]string{"de": "depesche in zwei Minuten", "en": "depesche in two minutes"} {
		var heads []string
		for _, s := range sample.Sources(lang) {
			d, err := origin(9).Pull(t.Context(), s, feed.Validators{})
			if err != nil {
				t.Fatal(err)
			}
			for _, a := range d.Articles {
				heads = append(heads, a.Headline)
			}
		}
		if len(heads) != 8 || heads[0] != headline {
			t.Errorf("%s: %q", lang, heads)
		}
	}
}

func TestWithoutANextTransportThereIsOnlyTheEdition(t *testing.T) {
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "https://lindenau.example/", http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := sample.Transport(nil).RoundTrip(r); err == nil {
		t.Error("somebody answered")
	}
}

func TestOtherHostsGoToTheNextTransport(t *testing.T) {
	next := transportFunc(func(r *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: http.StatusTeapot, Header: http.Header{}, Body: io.NopCloser(strings.NewReader("")), Request: r}, nil
	})
	tr := sample.Transport(next)
	for address, want := range map[string]int{
		"https://lindenau.example/": 418, "https://sample.invalid/bote/feed.xml": 200, "https://SAMPLE.invalid:443/bote/": 200,
		"https://sample.invalid/nothing": 404, "https://sample.invalid/../sample.go": 404, "https://sample.invalid/": 404, "https://sample.invalid/img": 404,
	} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, http.NoBody)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := tr.RoundTrip(r)
		if err != nil || resp.StatusCode != want {
			t.Errorf("%s: %v %v", address, resp, err)
		}
	}
}

type transportFunc func(*http.Request) (*http.Response, error)

func (f transportFunc) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }
