package cache

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"depesche/feed"
)

func TestRefreshStoresWhatChanged(t *testing.T) {
	d := newDesk(t, Options{})
	id := d.feed(tageblatt, story(1, "A"), story(2, "B"))
	rows := d.list(Query{})
	d.must(d.Mark(t.Context(), feed.Mark{Article: rows[0].ID}))

	again := story(1, "A, berichtigt")
	d.deliver(tageblatt, story(3, "C"), again)
	steps := d.fetch(id)
	if len(steps) != 1 || steps[0].New != 1 || steps[0].Updated != 1 || steps[0].Done != 1 || steps[0].Total != 1 || steps[0].Title != "Lindenauer Tageblatt" {
		t.Errorf("steps %+v", steps)
	}
	got := d.list(Query{})
	if len(got) != 3 || got[0].Headline != "A, berichtigt" || !got[0].Changed || !got[0].Read || got[0].ID != rows[0].ID {
		t.Errorf("rows %+v", got)
	}
	rev, err := d.Revisions(t.Context(), got[0].ID)
	if err != nil || len(rev) != 1 || rev[0].Article.Headline != "A" || rev[0].Article.ID != got[0].ID {
		t.Errorf("revisions %+v, %v", rev, err)
	}
	if h := d.heads(Query{Filter: "is:changed"}); !slices.Equal(h, []string{"A, berichtigt"}) {
		t.Errorf("is:changed %q", h)
	}
	d.must(d.Mark(t.Context(), feed.Mark{Article: got[0].ID})) // seen
	if h := d.heads(Query{Filter: "is:changed"}); h != nil {
		t.Errorf("still changed: %q", h)
	}
	if h := d.heads(Query{Filter: "berichtigt"}); len(h) != 1 {
		t.Errorf("the new text is not found: %q", h)
	}
	d.sound()
}

func TestNothingIsDeletedByABadAnswer(t *testing.T) {
	d := newDesk(t, Options{KeepDays: 1})
	id := d.feed(tageblatt, story(1, "A"), story(2, "B"))
	for name, answer := range map[string]func(){
		"an empty feed":   func() { d.deliver(tageblatt) },
		"not modified":    func() { d.origin.feeds[tageblatt] = feed.Delivery{NotModified: true} },
		"a failure":       func() { d.origin.errs[tageblatt] = errors.New("no such host") },
		"the end, by 410": func() { delete(d.origin.errs, tageblatt); d.origin.feeds[tageblatt] = feed.Delivery{Gone: true} },
	} {
		answer()
		d.fetch(id)
		d.now = d.now.Add(10 * 24 * time.Hour)
		if n, err := d.Expire(t.Context()); n != 0 || err != nil {
			t.Errorf("%s: %d expired, %v", name, n, err)
		}
		if len(d.list(Query{})) != 2 {
			t.Errorf("%s: articles are gone", name)
		}
	}
}

func (d *desk) source(id feed.SourceID) SourceRow {
	d.t.Helper()
	list, err := d.Sources(d.t.Context())
	d.must(err)
	for _, s := range list {
		if s.ID == id {
			return s
		}
	}
	d.t.Fatalf("no source %s", id)
	return SourceRow{}
}

func TestSchedule(t *testing.T) {
	d := newDesk(t, Options{Interval: time.Hour})
	id := d.feed(tageblatt, story(1, "A"))
	asked := func(f func(context.Context) <-chan Progress) int {
		d.origin.asked = nil
		for range f(t.Context()) {
		}
		return len(d.origin.asked)
	}
	all := func(ctx context.Context) <-chan Progress { return d.Refresh(ctx) }
	one := func(ctx context.Context) <-chan Progress { return d.Refresh(ctx, id) }
	if n := asked(d.RefreshDue); n != 0 {
		t.Error("asked at once again by schedule")
	}
	if asked(all) != 1 || asked(one) != 1 {
		t.Error("not asked by hand")
	}
	d.now = d.now.Add(3 * time.Hour)
	if n := asked(d.RefreshDue); n != 1 {
		t.Error("not asked when it was due")
	}

	d.origin.errs[tageblatt] = errors.New("connection refused")
	var waits []time.Duration
	for range 8 {
		d.fetch(id)
		s := d.source(id)
		waits = append(waits, s.Next.Sub(d.now))
		if s.Problem != "connection refused" || s.Fails != len(waits) || s.Failed.IsZero() {
			t.Errorf("source %+v", s)
		}
	}
	for i := range waits {
		want := min(time.Hour<<i, 24*time.Hour)
		if waits[i] < want || waits[i] > want+want/9 {
			t.Errorf("failure %d: waits %v, want %v and up to a tenth", i+1, waits[i], want)
		}
	}
	d.origin.feeds[tageblatt] = feed.Delivery{Next: 2 * time.Hour} // with an error: Retry-After
	d.fetch(id)
	if n := asked(all) + asked(one) + asked(d.RefreshDue); n != 0 {
		t.Error("asked though the server said to wait")
	}
	steps := d.fetch(id)
	var wait *WaitError
	if len(steps) != 1 || !errors.As(steps[0].Err, &wait) || !wait.Until.Equal(d.now.Add(2*time.Hour)) {
		t.Errorf("steps %+v", steps)
	}
	d.now = d.now.Add(3 * time.Hour)
	delete(d.origin.errs, tageblatt)
	d.deliver(tageblatt, story(1, "A"))
	d.fetch(id)
	if s := d.source(id); s.Fails != 0 || !s.Failed.IsZero() || s.Problem != "" {
		t.Errorf("it works again: %+v", s)
	}
	d.now = d.now.Add(-10 * 365 * 24 * time.Hour) // the clock was wrong
	if n := asked(d.RefreshDue); n != 1 {
		t.Error("not asked after the clock went back ten years")
	}

	d.origin.feeds[tageblatt] = feed.Delivery{Gone: true}
	if steps := d.fetch(id); !errors.Is(steps[0].Err, ErrGone) || !d.source(id).Gone {
		t.Errorf("gone: %+v", steps)
	}
	if asked(all) != 0 || asked(one) != 1 {
		t.Error("a source that has ended is asked only by name")
	}
}

func TestSourceMovesAfterTwoAgreeingAnswers(t *testing.T) {
	d := newDesk(t, Options{})
	id := d.feed(tageblatt, story(1, "A"))
	const to, other = "https://neu.lindenau.example/feed.xml", "https://falsch.example/login"
	for i, step := range []struct{ moved, url string }{
		{other, tageblatt}, {"", tageblatt}, {other, tageblatt}, {to, tageblatt}, {to, to},
	} {
		d.origin.feeds[tageblatt] = feed.Delivery{Moved: step.moved, Articles: []feed.Article{story(1, "A")}}
		d.fetch(id)
		if got := d.source(id).URL; got != step.url {
			t.Errorf("step %d: at %s, want %s", i, got, step.url)
		}
	}
	if len(d.list(Query{Source: id})) != 1 {
		t.Error("the articles did not move along")
	}
}

func TestAdapt(t *testing.T) {
	every := int64(0)
	for range 30 {
		every = adapt(every, time.Hour, 0)
	}
	if every != 24*3600 {
		t.Errorf("a quiet source is asked every %d s", every)
	}
	for range 10 {
		every = adapt(every, time.Hour, 3)
	}
	if every != 3600 {
		t.Errorf("a busy source is asked every %d s", every)
	}
}

func TestHostsGetTwoQuestionsAtOnce(t *testing.T) {
	d := newDesk(t, Options{Workers: 8})
	var mu sync.Mutex
	at, most, all, mostAll := map[string]int{}, 0, 0, 0
	var sources []feed.Source
	for i := range 40 {
		sources = append(sources, feed.Source{URL: fmt.Sprintf("https://h%d.example/%d.xml", i%8, i)})
	}
	if _, err := d.AddSources(t.Context(), sources...); err != nil {
		t.Fatal(err)
	}
	gate := make(chan struct{}, 1)
	d.origin.pull = func(_ context.Context, s feed.Source, _ feed.Validators) (feed.Delivery, error) {
		mu.Lock()
		h := host(s.URL)
		at[h]++
		all++
		most, mostAll = max(most, at[h]), max(mostAll, all)
		mu.Unlock()
		gate <- struct{}{} // one after the other, so that others wait inside
		<-gate
		mu.Lock()
		at[h]--
		all--
		mu.Unlock()
		return feed.Delivery{}, nil
	}
	if n := len(d.fetch()); n != 40 {
		t.Errorf("%d answers", n)
	}
	if most > 2 || mostAll > 8 {
		t.Errorf("%d at once of a host, %d in all", most, mostAll)
	}
}

func TestRefreshEndsWithItsContext(t *testing.T) {
	d := newDesk(t, Options{})
	for i := range 5 {
		_, err := d.AddSources(t.Context(), feed.Source{URL: fmt.Sprintf("https://h%d.example/", i)})
		d.must(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	begun := make(chan struct{}, 5)
	never := make(chan struct{})
	t.Cleanup(func() { close(never) })
	d.origin.pull = func(_ context.Context, s feed.Source, _ feed.Validators) (feed.Delivery, error) {
		if s.URL == "https://h0.example/" {
			return feed.Delivery{Articles: []feed.Article{story(1, "A")}}, nil
		}
		begun <- struct{}{}
		<-never // deaf to its context
		return feed.Delivery{}, nil
	}
	out := d.Refresh(ctx)
	first := <-out
	if first.New != 1 || len(d.list(Query{})) != 1 {
		t.Errorf("not stored when it had answered: %+v", first)
	}
	for range 4 {
		<-begun
	}
	cancel()
	for p := range out {
		t.Errorf("told after the end: %+v", p)
	}
	if s := d.source(d.list(Query{})[0].Source); s.Fails != 0 {
		t.Error("the end of the context counts as a failure")
	}
	d.origin.pull = nil
	if n := len(d.fetch()); n != 5 {
		t.Errorf("%d answers afterwards: sources are stuck", n)
	}
}

func TestPagesBehindTheFeed(t *testing.T) {
	d := newDesk(t, Options{FullText: true})
	a, b := story(1, "A"), story(2, "B")
	a.Access = feed.Teaser
	page := story(1, "A auf der Seite")
	page.GUID, page.Kicker, page.Published = "", "Dachzeile", time.Time{}
	page.Body = append(page.Body, feed.Block{Text: feed.Plain("Und noch ein langer Absatz, der im Feed nicht stand.")})
	d.origin.pages[a.Link] = page
	_, err := d.AddSources(t.Context(), feed.Source{URL: tageblatt})
	d.must(err)
	d.deliver(tageblatt, a, b)
	steps := d.fetch()
	var pages []Progress
	for _, p := range steps {
		if p.Pages {
			pages = append(pages, p)
		}
	}
	if len(steps) != 3 || len(pages) != 2 || pages[1].Done != 2 || pages[1].Total != 2 {
		t.Errorf("steps %+v", steps)
	}
	r := d.list(Query{})[0]
	if r.Headline != "A auf der Seite" || !r.HasPage || r.Kicker != "Dachzeile" || r.Access != feed.Full || r.Changed {
		t.Errorf("row %+v", r)
	}
	if got := d.heads(Query{Filter: "absatz"}); len(got) != 1 {
		t.Errorf("search in the page: %q", got)
	}
	for v, want := range map[Version]string{Best: page.Headline, FromFeed: "A", FromPage: page.Headline} {
		got, err := d.Article(t.Context(), r.ID, v)
		if err != nil || got.Headline != want || got.ID != r.ID || got.GUID != a.GUID {
			t.Errorf("version %d: %q, %v", v, got.Headline, err)
		}
		if v == Best && !got.Published.Equal(a.Published) {
			t.Error("the feed's date is not filled in")
		}
	}

	d.must(d.Mark(t.Context(), feed.Mark{Article: r.ID}))
	corrected := page
	corrected.Corrections = []string{"Berichtigung: Der Rat tagte am Dienstag."}
	d.origin.pages[a.Link] = corrected
	got, err := d.Full(t.Context(), r.ID)
	if err != nil || len(got.Corrections) != 1 {
		t.Fatalf("full: %+v, %v", got, err)
	}
	rev, err := d.Revisions(t.Context(), r.ID)
	if err != nil || len(rev) != 1 || len(rev[0].Article.Corrections) != 0 || !d.list(Query{})[0].Changed {
		t.Errorf("revisions %v, %v", rev, err)
	}
	if _, err := d.Full(t.Context(), r.ID); err != nil {
		t.Error(err)
	}
	if rev, err := d.Revisions(t.Context(), r.ID); err != nil || len(rev) != 1 {
		t.Errorf("the same page again made a revision: %d, %v", len(rev), err)
	}
	if _, err := d.Full(t.Context(), d.list(Query{})[1].ID); err == nil {
		t.Error("a page that is not there")
	}
	d.sound()
}

func TestPagesAreBoundedAndNotTriedForever(t *testing.T) {
	d := newDesk(t, Options{FullText: true, PagesPerRun: 2})
	id := d.feed(tageblatt, story(1, "A"), story(2, "B"), story(3, "C"))
	tries := 0
	for range 8 {
		for _, p := range d.fetch(id) {
			if p.Pages {
				tries++
			}
		}
	}
	if tries != 3*3-2 { // the run that made them has tried two
		t.Errorf("%d tries", tries)
	}
}

func TestLeadPicturesAreFetchedAheadWithinADaysBudget(t *testing.T) {
	d := newDesk(t, Options{Pictures: 25})
	var list []feed.Article
	for i := range 5 {
		a := story(i, fmt.Sprint("Nachricht ", i))
		a.Lead = &feed.Picture{URL: fmt.Sprintf("https://lindenau.example/%d.jpg", i)}
		list = append(list, a)
	}
	d.origin.picture = []byte("ten bytes!")
	d.feed(tageblatt, list...)
	have := func() (n int) {
		for _, r := range d.list(Query{}) {
			if r.HasPicture {
				n++
			}
		}
		return n
	}
	if n := have(); n < 3 || n > 2+pictureLanes {
		t.Errorf("%d pictures of ten bytes with a budget of 25", n)
	}
	before := have()
	d.feed(tageblatt, list...)
	if n := have(); n != before {
		t.Errorf("%d more on the same day", n-before)
	}
	d.now = d.now.Add(25 * time.Hour)
	d.feed(tageblatt, list...)
	if n := have(); n != 5 {
		t.Errorf("%d pictures the day after", n)
	}
}

func TestPicturesThatCannotBeHadAreNotAskedForAgain(t *testing.T) {
	d := newDesk(t, Options{Pictures: 1 << 20})
	a := story(1, "A")
	a.Lead = &feed.Picture{URL: "https://lindenau.example/gone.jpg"}
	d.origin.none = errors.New("404")
	for range 3 {
		d.feed(tageblatt, a)
	}
	if n := len(d.origin.shown); n != 1 {
		t.Errorf("asked %d times", n)
	}
	if _, err := d.KeptPicture(t.Context(), a.Lead.URL); !errors.Is(err, ErrNoPicture) {
		t.Errorf("KeptPicture: %v", err)
	}
	d.now = d.now.Add(2 * time.Hour)
	d.origin.none, d.origin.picture = nil, []byte("x")
	d.feed(tageblatt, a)
	if data, err := d.KeptPicture(t.Context(), a.Lead.URL); err != nil || len(data) == 0 {
		t.Errorf("later: %v", err)
	}
}

func TestNoPicturesAreFetchedUnasked(t *testing.T) {
	d := newDesk(t, Options{})
	a := story(1, "A")
	a.Lead = &feed.Picture{URL: "https://lindenau.example/a.jpg"}
	d.origin.picture = []byte("x")
	d.feed(tageblatt, a)
	if len(d.origin.shown) != 0 {
		t.Error("a picture was fetched")
	}
}

func TestPicture(t *testing.T) {
	d := newDesk(t, Options{})
	a := story(1, "A")
	a.Lead = &feed.Picture{URL: "https://lindenau.example/a.jpg"}
	d.feed(tageblatt, a)
	d.origin.picture = []byte("picture")
	if d.list(Query{})[0].HasPicture {
		t.Error("there is no picture yet")
	}
	for _, origin := range []string{"picture", "another"} {
		d.origin.picture = []byte(origin)
		got, err := d.Picture(t.Context(), a.Lead.URL)
		if err != nil || string(got) != "picture" {
			t.Errorf("picture %q, %v", got, err)
		}
	}
	if !d.list(Query{})[0].HasPicture {
		t.Error("the picture is not noted")
	}
	if _, err := d.Picture(t.Context(), "file:///etc/passwd"); !errors.Is(err, ErrNotFound) {
		t.Errorf("a file: %v", err)
	}
}

// What a source's failure or warning is called is the reader's language's to say.
func TestProblemsAreKeptInTheReadersWords(t *testing.T) {
	d := newDesk(t, Options{Words: func(err error) string { return "Wort für " + err.Error() }})
	id := d.feed(tageblatt, story(1, "A"))
	d.origin.errs[tageblatt] = errors.New("connection refused")
	d.fetch(id)
	if s := d.source(id); s.Problem != "Wort für connection refused" {
		t.Errorf("failure: %q", s.Problem)
	}
	d.origin.errs[tageblatt] = nil
	d.origin.feeds[tageblatt] = feed.Delivery{Warning: errors.New("cut short")}
	d.fetch(id)
	if s := d.source(id); s.Problem != "Wort für cut short" {
		t.Errorf("warning: %q", s.Problem)
	}
}

func TestNoSourceIsAskedEveryMinute(t *testing.T) {
	if got := adapt(0, time.Minute, 5); got != 600 {
		t.Errorf("asked again after %d s", got)
	}
	if got := backOff(time.Minute, 1); got != 600 {
		t.Errorf("asked again after a failure after %d s", got)
	}
}
