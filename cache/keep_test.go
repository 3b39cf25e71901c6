package cache

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"depesche/feed"
)

// row gives the row of a headline.
func (d *desk) row(headline string) Row {
	d.t.Helper()
	for _, r := range d.list(Query{}) {
		if r.Headline == headline {
			return r
		}
	}
	d.t.Fatalf("no article %q", headline)
	return Row{}
}

// paper is a source whose articles have left it; letters give them, the newest first.
func (d *desk) paper(url, letters, body string) {
	d.t.Helper()
	var list []feed.Article
	for i, r := range letters {
		a := story(i+1, string(r))
		a.Link, a.GUID = url+"/"+string(r), ""
		a.Lead = &feed.Picture{URL: "https://bild.example/" + string(r)}
		a.Body = []feed.Block{{Text: feed.Plain(string(r) + body)}}
		list = append(list, a)
	}
	id := d.feed(url, list...)
	d.deliver(url, story(0, "Heute aus "+url))
	d.fetch(id)
}

// left gives the letters that are still there, the newest first.
func (d *desk) left() string {
	d.t.Helper()
	out := ""
	for _, h := range d.heads(Query{}) {
		if len(h) == 1 {
			out += h
		}
	}
	return out
}

const (
	bote    = "https://bote.example/feed.xml"
	kurier  = "https://kurier.example/feed.xml"
	anyPage = " steht im Blatt von Lindenau."
)

func TestKeepLimits(t *testing.T) {
	noise := make([]string, 400) // does not pack well
	for i := range noise {
		noise[i] = fmt.Sprintf("%x", hash64(fmt.Sprint(i)))
	}
	long := strings.Join(noise, " ")
	for name, tc := range map[string]struct {
		o    Options
		body string
		want string
		why  Reason
	}{
		"nothing is set":                       {Options{}, anyPage, "ABCDEFGH", ""},
		"days":                                 {Options{KeepDays: 20}, anyPage, "", OverAge},
		"days of one source":                   {Options{KeepSources: map[string]Keep{bote: {Days: 20}}}, anyPage, "EFGH", OverAge},
		"all days but one source's":            {Options{KeepDays: 20, KeepSources: map[string]Keep{bote: {}}}, anyPage, "ABCD", OverAge},
		"articles of each source":              {Options{KeepPerSource: 3}, anyPage, "ABEF", OverCount},
		"articles of one source":               {Options{KeepSources: map[string]Keep{kurier: {Articles: 2}}}, anyPage, "ABCDE", OverCount},
		"one source is to have any number":     {Options{KeepPerSource: 3, KeepSources: map[string]Keep{"https://KURIER.example/feed.xml": {}}}, anyPage, "ABEFGH", OverCount},
		"articles in all, the newest":          {Options{KeepArticles: 6}, anyPage, "ABEF", OverCount},
		"the size of one source's texts":       {Options{KeepSources: map[string]Keep{bote: {Bytes: 9000}}}, long, "AEFGH", OverSize},
		"a size that is kept to":               {Options{KeepBytes: 1 << 30, KeepPictures: 1 << 30}, anyPage, "ABCDEFGH", ""},
		"a size that cannot be kept to at all": {Options{KeepBytes: 1}, anyPage, "", OverSize},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, tc.o)
			d.paper(bote, "ABCD", tc.body)
			d.paper(kurier, "EFGH", tc.body)
			d.now = d.now.AddDate(0, 0, 3)
			if tc.o.KeepDays > 0 || tc.o.KeepSources[bote].Days > 0 {
				for range 5 { // by strides, as the clock is not believed at once
					if _, err := d.Expire(t.Context()); err != nil || d.left() != "ABEFCDGH" && d.left() != "ABCDEFGH" && len(d.left()) != 8 {
						t.Fatalf("too early: %q, %v", d.left(), err)
					}
					d.now = d.now.AddDate(0, 0, 4)
				}
			}
			want := strings.Split(tc.want, "")
			gone := 8 - len(tc.want)
			dry, err := d.Tidy(t.Context(), true)
			if err != nil || len(dry.Articles) != gone || len(d.left()) != 8 {
				t.Fatalf("a dry run names %d, %v; %q are there", len(dry.Articles), err, d.left())
			}
			for _, l := range dry.Articles {
				if l.Why != tc.why || slices.Contains(want, l.Headline) {
					t.Errorf("%s would go for %s", l.Headline, l.Why)
				}
			}
			if n, err := d.Expire(t.Context()); n != gone || err != nil {
				t.Errorf("%d went, %v", n, err)
			}
			got := strings.Split(d.left(), "")
			slices.Sort(got)
			if strings.Join(got, "") != tc.want {
				t.Errorf("left %q, want %q", got, tc.want)
			}
			if n := len(d.list(Query{})); n != len(tc.want)+2 {
				t.Errorf("what the feeds hold went: %d rows", n)
			}
			d.sound()
		})
	}
}

// TestWhatIsKept sets every limit to nothing: what the reader wants to have stays, with its
// pictures.
func TestWhatIsKept(t *testing.T) {
	d := newDesk(t, Options{KeepDays: 1, KeepPerSource: 1, KeepArticles: 1, KeepBytes: 1, KeepPictures: 1, KeepSources: map[string]Keep{bote: {Days: 1, Articles: 1, Bytes: 1}}})
	inText := &feed.Picture{URL: "https://bild.example/im-text"}
	var list []feed.Article
	for i, h := range []string{"Gemerkt", "Schlagwort", "Ungelesen", "Behalten", "Gepackt", "Gelesen"} {
		a := story(i+1, h)
		a.Lead = &feed.Picture{URL: "https://bild.example/" + h}
		if h == "Gemerkt" {
			a.Body = append(a.Body, feed.Block{Kind: feed.Figure, Picture: inText})
		}
		list = append(list, a)
	}
	id := d.feed(bote, list...)
	d.origin.picture = []byte("ein Bild")
	for _, a := range list {
		_, err := d.Picture(t.Context(), a.Lead.URL)
		d.must(err)
	}
	_, err := d.Picture(t.Context(), inText.URL)
	d.must(err)
	d.must(d.Mark(t.Context(), feed.Mark{Article: d.row("Gemerkt").ID, Kind: feed.Star}))
	_, err = d.Tag(t.Context(), []string{"Rat"}, nil, d.row("Schlagwort").ID)
	d.must(err)
	d.must(d.Mark(t.Context(), feed.Mark{Article: d.row("Ungelesen").ID}))
	d.must(d.Mark(t.Context(), feed.Mark{Article: d.row("Ungelesen").ID, Kind: feed.Unread}))
	d.rule("headline:Behalten", "keep", true)
	d.pack(EditionOptions{Query: Query{Filter: "headline:Gepackt"}})
	d.deliver(bote, story(0, "Heute"))
	d.fetch(id)
	for range 3 {
		d.now = d.now.AddDate(0, 0, 7)
		_, err = d.Tidy(t.Context(), false)
		d.must(err)
	}
	if got := d.heads(Query{}); !slices.Equal(got, []string{"Heute", "Gemerkt", "Schlagwort", "Ungelesen", "Behalten", "Gepackt"}) {
		t.Errorf("left %q", got)
	}
	for _, a := range list {
		if _, err := d.KeptPicture(t.Context(), a.Lead.URL); (err == nil) == (a.Headline == "Gelesen") {
			t.Errorf("the picture of %s: %v", a.Headline, err)
		}
	}
	if _, err := d.KeptPicture(t.Context(), inText.URL); err != nil {
		t.Errorf("the picture in the text of a starred article: %v", err)
	}

	// Nor does it go with its source, a month after that was taken out.
	d.must(d.RemoveSource(t.Context(), id))
	for range 8 {
		d.now = d.now.AddDate(0, 0, 7)
		_, err = d.Tidy(t.Context(), false)
		d.must(err)
	}
	d.feed(bote, story(0, "Heute"))
	if got := d.heads(Query{}); len(got) != 6 {
		t.Errorf("when the source comes back: %q", got)
	}
	d.sound()
}

func TestPicturesGoFirst(t *testing.T) {
	d := newDesk(t, Options{})
	d.paper(bote, "ABCD", anyPage)
	d.origin.picture = make([]byte, 100_000)
	for _, r := range "DCBA" { // A's is the newest
		_, err := d.Picture(t.Context(), "https://bild.example/"+string(r))
		d.must(err)
		d.now = d.now.Add(time.Minute)
	}
	d.must(d.Mark(t.Context(), feed.Mark{Article: d.row("D").ID, Kind: feed.Star}))
	use, err := d.diskUse(t.Context())
	d.must(err)
	pictures := func() (out string) {
		for _, r := range "ABCD" {
			if _, err := d.KeptPicture(t.Context(), "https://bild.example/"+string(r)); err == nil {
				out += string(r)
			}
		}
		return out
	}
	for _, tc := range []struct {
		bytes, pictures int64
		want, texts     string
	}{
		{use.total(), 400_000, "ABCD", "ABCD"},
		{use.total() - 1, 0, "ABD", "ABCD"},
		{0, 250_000, "AD", "ABCD"},
		{use.database + 100_000, 0, "D", "ABCD"},
		{use.database / 2, 0, "D", "D"},
	} {
		d.options.KeepBytes, d.options.KeepPictures = tc.bytes, tc.pictures
		done, err := d.Tidy(t.Context(), false)
		if err != nil || pictures() != tc.want || d.left() != tc.texts {
			t.Errorf("%d bytes, %d of pictures: pictures %q, want %q; texts %q, %v", tc.bytes, tc.pictures, pictures(), tc.want, d.left(), err)
		}
		if done.After > done.Before {
			t.Errorf("it grew: %+v", done)
		}
	}
	d.sound()
}

// TestStrayPictures: a file that nothing is noted of goes when it is a day old, and with an
// article its picture does.
func TestStrayPictures(t *testing.T) {
	d := newDesk(t, Options{KeepPerSource: 2})
	d.paper(bote, "ABC", anyPage)
	d.origin.picture = []byte("ein Bild")
	for _, r := range "ABC" {
		_, err := d.Picture(t.Context(), "https://bild.example/"+string(r))
		d.must(err)
	}
	stray := filepath.Join(d.dir, picturesName, "00", ".new-1")
	d.must(errors.Join(os.MkdirAll(filepath.Dir(stray), 0o700), os.WriteFile(stray, []byte("halb"), 0o600)))
	files := func() int {
		all, err := filepath.Glob(filepath.Join(d.dir, picturesName, "*", "*"))
		d.must(err)
		hidden, err := filepath.Glob(filepath.Join(d.dir, picturesName, "*", ".*"))
		d.must(err)
		return len(all) + len(hidden)
	}
	before := files()
	d.must(os.Chtimes(stray, noon, noon))
	_, err := d.Expire(t.Context())
	d.must(err)
	if _, err := os.Stat(stray); err != nil || files() != before-2 { // B's and C's went with them
		t.Errorf("%d files of %d, %v", files(), before, err)
	}
	d.must(os.Chtimes(stray, noon.AddDate(0, 0, -2), noon.AddDate(0, 0, -2)))
	_, err = d.Expire(t.Context())
	d.must(err)
	if _, err := os.Stat(stray); err == nil {
		t.Error("a file that nothing is noted of stays")
	}
}

// TestNothingGoesByAccident: feeds, network, settings and clock do what they do on a
// bad day.
func TestNothingGoesByAccident(t *testing.T) {
	all := func(d *desk, when string) {
		t.Helper()
		n, err := d.Expire(t.Context())
		if got := d.left(); n != 0 || err != nil || len(got) != 4 {
			t.Errorf("%s: %d went, %q are left, %v", when, n, got, err)
		}
	}
	d := newDesk(t, Options{KeepDays: 10})
	id := d.feed(bote, story(1, "A"), story(2, "B"), story(3, "C"), story(4, "D"))
	week := func() { d.now = d.now.AddDate(0, 0, 7) }
	for range 6 {
		week()
		d.deliver(bote) // the feed is empty
		d.fetch(id)
		all(d, "an empty feed")
		d.origin.errs[bote] = errors.New("no network")
		d.fetch(id)
		all(d, "no network")
		delete(d.origin.errs, bote)
	}
	d.deliver(bote, story(5, "E"))
	d.fetch(id) // now they have left it
	delete(d.origin.feeds, bote)
	start := d.now

	d.now = start.AddDate(10, 0, 0)
	d.again()
	for range 3 {
		d.fetch(id)
		if n, err := d.Expire(t.Context()); n != 0 || err != nil || len(d.list(Query{})) != 5 {
			t.Errorf("ten years ahead: %d went, %v", n, err)
		}
		d.now = d.now.Add(time.Hour)
	}
	d.now = start.AddDate(-10, 0, 0)
	d.deliver(kurier, story(10, "K"))
	_, err := d.AddSources(t.Context(), feed.Source{URL: kurier})
	d.must(err)
	d.fetch()
	d.deliver(kurier, story(11, "L"))
	d.fetch()
	if n, err := d.Expire(t.Context()); n != 0 || err != nil {
		t.Errorf("ten years back: %d went, %v", n, err)
	}
	d.now = start.AddDate(0, 0, 7)
	if n, err := d.Expire(t.Context()); n != 0 || err != nil || len(d.list(Query{})) != 7 {
		t.Errorf("right again: %d went, %v", n, err)
	}
	for range 3 { // and it does end
		d.now = d.now.AddDate(0, 0, 5)
		_, err := d.Expire(t.Context())
		d.must(err)
	}
	if n := len(d.list(Query{})); n != 2 {
		t.Errorf("%d are left when their time has come", n)
	}
	d.sound()
}

func TestStricterSettingsHoldAfterAWeek(t *testing.T) {
	d := newDesk(t, Options{KeepPerSource: 100})
	d.paper(bote, "ABCDEFGH", anyPage)
	expire := func(when string, most, want int) {
		t.Helper()
		d.options.KeepPerSource = most
		if n, err := d.Expire(t.Context()); err != nil || len(d.left()) != want {
			t.Errorf("%s: %d went, %q are left, %v", when, n, d.left(), err)
		}
	}
	expire("as it was", 100, 8)
	expire("the settings are lost", 3, 8)
	d.now = d.now.AddDate(0, 0, 5)
	expire("and another misspelling", 2, 8)
	d.now = d.now.AddDate(0, 0, 5)
	expire("not a week later", 2, 8)
	if done, err := d.Tidy(t.Context(), true); err != nil || len(done.Articles) != 7 || !done.Later.Equal(d.now.AddDate(0, 0, 2)) {
		t.Errorf("a dry run: %d articles, from %v, %v", len(done.Articles), done.Later, err)
	}
	expire("all is well again", 100, 8)
	d.now = d.now.AddDate(0, 0, 5)
	expire("looser at once", 0, 8)
	d.now = d.now.AddDate(0, 0, 30)
	expire("stricter", 5, 8)
	d.now = d.now.AddDate(0, 0, 7)
	expire("after a week", 5, 4) // and what the feed holds
	d.options.KeepPerSource = 3
	if done, err := d.Tidy(t.Context(), false); err != nil || len(done.Articles) != 2 {
		t.Errorf("by hand at once: %d, %v", len(done.Articles), err)
	}
}

// TestASourceThatLeftTheSettings is out of sight, and loses nothing.
func TestASourceThatLeftTheSettings(t *testing.T) {
	d := newDesk(t, Options{KeepDays: 10})
	const program = "exec:wetter Lindenau"
	d.origin.server = []feed.Source{{URL: program, Title: "Wetter"}}
	d.deliver(program, story(1, "A"), story(2, "B"))
	d.fetch()
	if got := d.left(); got != "AB" {
		t.Fatalf("there are %q", got)
	}
	d.origin.server = []feed.Source{}
	for range 10 {
		d.fetch()
		d.now = d.now.AddDate(0, 0, 7)
		if n, err := d.Expire(t.Context()); n != 0 || err != nil {
			t.Fatalf("%d went, %v", n, err)
		}
	}
	if got := d.left(); got != "" {
		t.Errorf("in sight: %q", got)
	}
	d.origin.server = []feed.Source{{URL: program, Title: "Wetter"}}
	d.fetch()
	if got := d.left(); got != "AB" {
		t.Errorf("when it is back: %q", got)
	}
}

func TestHouseIsKept(t *testing.T) {
	d := newDesk(t, Options{KeepPerSource: 1, Copies: 3})
	d.paper(bote, "ABC", anyPage)
	d.keepHouse(time.Millisecond, 5*time.Millisecond)
	await := func(what string, done func() bool) {
		t.Helper()
		for late := time.Now().Add(time.Minute); !done(); time.Sleep(5 * time.Millisecond) {
			if time.Now().After(late) {
				t.Fatal(what)
			}
		}
	}
	await("it does not tidy", func() bool { return d.left() == "" })
	d.paper(kurier, "DE", anyPage)
	await("it tidies only once", func() bool { return d.left() == "" })
	await("no copy", func() bool { have, _ := copies(filepath.Join(d.dir, copiesName)); return len(have) == 1 })
	d.must(d.Close())
}
