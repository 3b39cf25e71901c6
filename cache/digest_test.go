package cache

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"depesche/feed"
)

func TestSearchFindsPartsOfHeadlineWords(t *testing.T) {
	d := newDesk(t, Options{})
	body := story(4, "Der Haushalt")
	body.Body = []feed.Block{{Text: feed.Plain("Es geht um die Gewerbesteuer und nichts sonst.")}}
	d.feed(tageblatt, story(1, "Einkommensteuer sinkt"), story(2, "Steuer auf Hunde"), story(3, "Straßenbahngleise fertig"), body)
	for filter, want := range map[string]int{
		"steuer": 2, "Steuer": 2, `"steuer"`: 1, "steuer*": 1, "headline:steuer": 2, "kicker:steuer": 0, "bahngleis": 1, "strassenbahn": 1,
		"-steuer": 3, "steuer -hunde": 1, "gewerbe": 0, "ste": 0, "(steuer or bahn) is:unread": 3, "not (steuer or gleise)": 3,
	} {
		if got := d.heads(Query{Filter: filter}); len(got) != want {
			t.Errorf("%s: %q, want %d", filter, got, want)
		}
		if n, err := d.Count(t.Context(), Query{Filter: filter}); n != want || err != nil {
			t.Errorf("%s: counted %d, %v", filter, n, err)
		}
	}
	if rows := d.list(Query{Filter: "steuer"}); rows[0].Snippet != "\x02Einkommensteuer\x03 sinkt" || rows[1].Snippet != "\x02Steuer\x03 auf Hunde" {
		t.Errorf("snippets %q, %q", rows[0].Snippet, rows[1].Snippet)
	}
}

func TestSnippets(t *testing.T) {
	long := strings.Repeat("eins zwei drei vier ", 20)
	for _, tc := range []struct{ filter, text, want string }{
		{"Müller", "Frau Mueller lacht.", "Frau \x02Mueller\x03 lacht."},
		{"strasse", "Die Straße ist lang.", "Die \x02Straße\x03 ist lang."},
		{`"ist lang"`, "Die Straße ist lang.", "Die Straße \x02ist lang\x03."},
		{"str*", "Die Straße ist lang.", "Die \x02Straße\x03 ist lang."},
		{`"die lang"~3`, "Die Straße ist lang.", "\x02Die\x03 Straße ist \x02lang\x03."},
		{"lang -kurz", "Die Straße ist lang.", "Die Straße ist \x02lang\x03."},
		{"fünf", long + "fünf " + long, "…zwei drei vier eins zwei drei vier \x02fünf\x03 eins"},
		{"headline:lang", "Die Straße ist lang.", ""},
	} {
		f, err := ParseQuery(tc.filter)
		if err != nil {
			t.Fatal(err)
		}
		got := snippet(looks(f.root), &feed.Article{Body: []feed.Block{{Text: feed.Plain(tc.text)}}})
		if tc.filter == "fünf" {
			if !strings.HasPrefix(got, "…") || !strings.HasSuffix(got, "…") || !strings.Contains(got, " vier \x02fünf\x03 eins zwei ") || len(strings.Fields(got)) != snippetTokens {
				t.Errorf("%s: %q", tc.filter, got)
			}
			continue
		}
		if got != tc.want {
			t.Errorf("%s: %q, want %q", tc.filter, got, tc.want)
		}
	}
}

func TestRulesMeetPartsAsSearchesDo(t *testing.T) {
	d := newDesk(t, Options{})
	if _, _, err := d.AddRule(t.Context(), Rule{Query: "steuer", Deeds: []Deed{{Kind: Highlight}}}, false); err != nil {
		t.Fatal(err)
	}
	d.feed(tageblatt, story(1, "Einkommensteuer sinkt"), story(2, "Steuer auf Hunde"), story(3, "Straßenbahn steht"))
	for _, r := range d.list(Query{}) {
		if found := r.Headline != "Straßenbahn steht"; r.Highlighted != found {
			t.Errorf("%s: highlighted %v", r.Headline, r.Highlighted)
		}
	}
}

// TestWhatWaitsIsFound stands for a program that ended before it had digested.
func TestWhatWaitsIsFound(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "A"), story(2, "B"))
	d.must(d.write(t.Context(), d.fetched, func(t *tx) error {
		return t.script("insert into pending select id from body; delete from text_0; update article set story = 0")
	}))
	if got := d.heads(Query{Filter: "lindenau"}); len(got) != 2 {
		t.Errorf("found %q", got)
	}
	d.sound()
}

// TestTheIndexWaitsWhileSourcesAreAsked: the background takes nothing apart while a source has not
// answered, and all of it afterwards.
func TestTheIndexWaitsWhileSourcesAreAsked(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "A"), story(2, "B"), story(3, "C"))
	waiting := func() (n int) {
		d.must(d.one(t.Context(), "select count(*) from pending", nil, &n))
		return n
	}
	until := func(what string, so func() bool) {
		t.Helper()
		for late := time.Now().Add(time.Minute); !so(); time.Sleep(5 * time.Millisecond) {
			if time.Now().After(late) {
				t.Fatalf("%s: %d texts wait", what, waiting())
			}
		}
	}
	until("what the first refresh left is done", func() bool { return waiting() == 0 && !d.atWork.Load() })
	asked, answer := make(chan struct{}), make(chan struct{})
	d.origin.pull = func(context.Context, feed.Source, feed.Validators) (feed.Delivery, error) {
		close(asked)
		<-answer
		return feed.Delivery{NotModified: true}, nil
	}
	steps := d.Refresh(t.Context())
	<-asked
	d.must(d.write(t.Context(), d.fetched, func(t *tx) error { return t.script("insert into pending select id from body") }))
	d.digestSoon()
	until("the background has looked", func() bool { return !d.atWork.Load() })
	if n := waiting(); n != 3 {
		t.Errorf("%d texts wait while a source is being asked, want 3", n)
	}
	close(answer)
	for range steps {
	}
	until("the rest is done when it has answered", func() bool { return waiting() == 0 })
	d.sound()
}

func TestSearchIndexGrowsByParts(t *testing.T) {
	d := newDesk(t, Options{KeepPerSource: 2})
	d.feed(tageblatt, story(90, "Alter Hafen"), story(91, "Alter Markt"))
	d.must(d.write(t.Context(), d.fetched, func(t *tx) error {
		return t.script(fmt.Sprintf("update sqlite_sequence set seq = %d where name = 'article'", 2*partSize<<partBits-3))
	}))
	d.deliver(tageblatt, story(1, "Neuer Hafen"), story(2, "Hafen zu"), story(3, "Hafen auf"), story(4, "Der Hafen im Hafen"))
	d.fetch()
	parts, err := d.searchParts(t.Context())
	d.must(err)
	if len(parts) != 3 || parts[0].n != 2*partSize {
		t.Fatalf("parts %v", parts)
	}
	for _, o := range []Order{Newest, BestHit, BySource} {
		if got := d.heads(Query{Filter: "hafen", Order: o}); len(got) != 5 {
			t.Errorf("order %d: %q", o, got)
		}
		if got := d.heads(Query{Filter: "hafen", Order: o, Limit: 2, Offset: 4}); len(got) != 1 {
			t.Errorf("order %d, the last page: %q", o, got)
		}
	}
	if got := d.heads(Query{Filter: "hafen or is:starred"}); len(got) != 5 {
		t.Errorf("either: %q", got)
	}
	d.must(d.digestAll(t.Context()))
	for more := true; more; {
		more, err = d.mergePart(t.Context())
		d.must(err)
	}
	if n, err := d.Expire(t.Context()); n != 2 || err != nil {
		t.Fatalf("%d went, %v", n, err)
	}
	if got := d.heads(Query{Filter: "alter"}); len(got) != 0 {
		t.Errorf("found what was let go: %q", got)
	}
	var left int
	d.must(d.one(t.Context(), "select (select count(*) from part where n = 0) + (select count(*) from sqlite_schema where name like 'text_0%' or name like 'spent_%') + (select count(*) from gone)", nil, &left))
	if left != 0 {
		t.Errorf("%d stand in the index yet", left)
	}
	d.sound()
}

// TestSearchesThatFindMuch asks the same by the two ways a search by date is answered.
func TestSearchesThatFindMuch(t *testing.T) {
	d := newDesk(t, Options{})
	var list []feed.Article
	for i := range 900 {
		list = append(list, story(i+1, []string{"Stadtrat berät", "Hafen zu", "Ratlos am Hafen"}[i%3]))
	}
	d.feed(tageblatt, list...)
	if _, err := d.MarkAll(t.Context(), Query{Limit: 450}, feed.Read); err != nil {
		t.Fatal(err)
	}
	keep, err := d.Keys(t.Context(), Query{Limit: 20})
	d.must(err)
	for name, q := range map[string]Query{
		"all": {Filter: "hafen"}, "a page": {Filter: "hafen", Limit: 50}, "the last page": {Filter: "hafen", Limit: 50, Offset: 590},
		"beyond it": {Filter: "hafen", Limit: 50, Offset: 9000}, "unread": {Filter: "hafen", Unread: true, Limit: 250},
		"unread and kept": {Filter: "hafen", Unread: true, Keep: keep}, "oldest": {Filter: "hafen", Order: Oldest, Limit: 7},
		"with more": {Filter: "hafen -ratlos is:read lang:de", Limit: 100}, "by source": {Filter: "hafen", Order: BySource, Limit: 40},
	} {
		few, err := d.compile(t.Context(), q)
		d.must(err)
		want, err := d.selectKeys(t.Context(), few)
		d.must(err)
		much, err := d.compile(t.Context(), q)
		d.must(err)
		much.dense = true
		got, err := d.selectKeys(t.Context(), much)
		d.must(err)
		if !slices.Equal(got, want) || len(want) == 0 && name != "beyond it" {
			t.Errorf("%s: %d keys, want %d", name, len(got), len(want))
		}
	}
}

// TestSearchAnswersFromWhatIsIndexed holds the digest up, as one of ten thousand articles would.
func TestSearchAnswersFromWhatIsIndexed(t *testing.T) {
	d := newDesk(t, Options{})
	var list []feed.Article
	for i := range digestBatch + 50 {
		list = append(list, story(i+1, "Hafen zu"))
	}
	d.feed(tageblatt, list...)
	d.must(d.digestAll(t.Context()))
	d.digesting <- struct{}{}
	d.must(d.write(t.Context(), d.fetched, func(t *tx) error {
		return t.script("insert into pending select id from body where id > 10; delete from text_0 where rowid > 10")
	}))
	q := Query{Filter: "hafen", Now: true}
	waiting := func(filter string) int {
		t.Helper()
		n, err := d.Waiting(t.Context(), filter)
		d.must(err)
		return n
	}
	ask := func(want int) {
		t.Helper()
		start := time.Now()
		keys, err := d.Keys(t.Context(), q)
		d.must(err)
		if n, err := d.Count(t.Context(), q); n != want || err != nil || len(keys) != want {
			t.Errorf("%d found, %d counted, want %d; %v", len(keys), n, want, err)
		}
		if took := time.Since(start); took > searchWait/2 {
			t.Errorf("it took %v", took)
		}
	}
	ask(10)
	if n := waiting("hafen"); n != digestBatch+40 {
		t.Errorf("%d wait", n)
	}
	if n := waiting("is:unread -is:starred"); n != 0 {
		t.Errorf("%d wait for what needs no index", n)
	}
	<-d.digesting
	d.must(d.Settle(t.Context()))
	ask(digestBatch + 50)
	if n := waiting("hafen"); n != 0 {
		t.Errorf("%d wait", n)
	}
}

// TestSearchTakesInWhatIsLittle stands for a refresh that brought a few articles.
func TestSearchTakesInWhatIsLittle(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "Hafen zu"), story(2, "Hafen auf"))
	d.must(d.digestAll(t.Context()))
	d.must(d.write(t.Context(), d.fetched, func(t *tx) error {
		return t.script("insert into pending select id from body; delete from text_0")
	}))
	if keys, err := d.Keys(t.Context(), Query{Filter: "hafen", Now: true}); err != nil || len(keys) != 2 {
		t.Errorf("%d found, %v", len(keys), err)
	}
}
