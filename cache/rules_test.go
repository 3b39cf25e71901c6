package cache

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"depesche/feed"
)

func (d *desk) rule(query, deeds string, run bool) int64 {
	d.t.Helper()
	list, err := ParseDeeds(deeds)
	d.must(err)
	id, _, err := d.AddRule(d.t.Context(), Rule{Query: query, Deeds: list}, run)
	d.must(err)
	return id
}

func (d *desk) undo() Action {
	d.t.Helper()
	a, err := d.Undo(d.t.Context())
	d.must(err)
	return a
}

// marks shows every article in sight, and the muted ones behind a bar.
func (d *desk) marks() string {
	d.t.Helper()
	show := func(rows []Row) string {
		var out []string
		for _, r := range rows {
			s := r.Headline
			for _, f := range []struct {
				on   bool
				sign string
			}{{r.Read, "r"}, {r.Starred, "*"}, {r.Highlighted, "!"}} {
				if f.on {
					s += f.sign
				}
			}
			if len(r.Tags) > 0 {
				s += "#" + strings.Join(r.Tags, "#")
			}
			out = append(out, s)
		}
		return strings.Join(out, " ")
	}
	return show(d.list(Query{})) + " | " + show(d.list(Query{Filter: "is:muted"}))
}

func (d *desk) wantMarks(when, want string) {
	d.t.Helper()
	if got := d.marks(); got != want {
		d.t.Errorf("%s: %s, want %s", when, got, want)
	}
	unread, total := d.counts()
	wantUnread, err := d.Count(d.t.Context(), Query{Filter: "is:unread"})
	d.must(err)
	if n := len(d.list(Query{})); total != n || unread != wantUnread {
		d.t.Errorf("%s: counters say %d of %d, lists %d of %d", when, unread, total, wantUnread, n)
	}
}

func TestRulesMeetArticlesOnArrival(t *testing.T) {
	d := newDesk(t, Options{})
	d.rule("headline:Fußball", "mute", false)
	d.rule("Rathaus or /wahl/", "highlight, tag:Stadt", false)
	d.rule("source:tageblatt agency:dpa -is:teaser", "read,star", false)
	b := story(2, "Neue Rathaustür")
	b.Standfirst = "Das Rathaus bekommt eine Tür."
	c := story(3, "Aus aller Welt")
	c.Agencies = []feed.Agency{"dpa"}
	d.feed(tageblatt, story(1, "FUSSBALL am Abend"), b, c, story(4, "Kommunalwahl"))
	d.wantMarks("arrived", "Neue Rathaustür!#Stadt Aus aller Weltr* Kommunalwahl!#Stadt | FUSSBALL am Abend")
	if _, err := d.Undo(t.Context()); err != nil { // the last rule, not what it met
		t.Fatal(err)
	}
	rules, err := d.Rules(t.Context())
	d.must(err)
	if len(rules) != 3 { // the last action was adding the source
		t.Errorf("rules: %+v", rules)
	}
}

func TestARuleRunsIsUndoneAndRedone(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "Rat"), story(2, "Fest"), story(3, "Rat und Fest"), story(4, "Markt"))
	d.must(d.Mark(t.Context(), feed.Mark{Article: d.list(Query{})[3].ID, Kind: feed.Read}))
	fest := d.rule("headline:Fest", "mute,star,tag:Feier", true)
	steps := []string{"Rat Fest Rat und Fest Marktr | ", "Rat Marktr | Fest*#Feier Rat und Fest*#Feier"}
	d.wantMarks("rule", steps[1])
	d.rule("headline:Rat", "mute,highlight,keep", true) // does not see what is muted
	steps = append(steps, "Marktr | Rat! Fest*#Feier Rat und Fest*#Feier")
	d.wantMarks("second rule", steps[2])
	if n, err := d.RemoveRule(t.Context(), fest); err != nil || n != 2 {
		t.Fatal(n, err)
	}
	steps = append(steps, "Fest*#Feier Rat und Fest*#Feier Marktr | Rat!")
	d.wantMarks("removed", steps[3])
	for i := len(steps) - 2; i >= 0; i-- {
		if i == 1 {
			d.again()
		}
		d.undo()
		d.wantMarks(fmt.Sprint("undo to ", i), steps[i])
	}
	for i := 1; i < len(steps); i++ {
		if _, err := d.Redo(t.Context()); err != nil {
			t.Fatal(err)
		}
		d.wantMarks(fmt.Sprint("redo to ", i), steps[i])
	}
	found, err := d.Check(t.Context())
	d.must(err)
	for _, f := range found {
		if !f.OK {
			t.Errorf("%s: %s", f.What, f.Detail)
		}
	}
}

func TestRemovedSourceAndMuteStayApart(t *testing.T) {
	d := newDesk(t, Options{})
	id := d.feed(tageblatt, story(1, "A"), story(2, "B"))
	d.rule("headline:A", "mute", true)
	d.must(d.RemoveSource(t.Context(), id))
	d.wantMarks("removed", " | ")
	d.undo()
	d.wantMarks("back", "B | A")
	d.undo()
	d.wantMarks("rule gone", "A B | ")
}

func TestChangedRuleGivesBackWhatItHad(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "A"), story(2, "B"))
	id := d.rule("headline:A", "mute", true)
	met, err := d.ChangeRule(t.Context(), Rule{ID: id, Query: "headline:B", Deeds: []Deed{{Kind: Mute}}}, true)
	if err != nil || met != 1 {
		t.Fatal(met, err)
	}
	d.wantMarks("changed", "A | B")
	d.undo()
	d.wantMarks("undone", "B | A")
}

func TestExpiredRulesDoNothing(t *testing.T) {
	d := newDesk(t, Options{})
	r := Rule{Query: "headline:A", Deeds: []Deed{{Kind: Mute}}, Expires: noon.AddDate(0, 0, 1)}
	if _, _, err := d.AddRule(t.Context(), r, false); err != nil {
		t.Fatal(err)
	}
	d.feed(tageblatt, story(1, "A eins"))
	d.now = noon.AddDate(0, 0, 2)
	d.deliver(tageblatt, story(1, "A eins"), story(2, "A zwei"))
	d.fetch()
	d.wantMarks("later", "A zwei | A eins")
}

func TestRulesSeeThePage(t *testing.T) {
	d := newDesk(t, Options{FullText: true})
	d.rule("agency:afp", "tag:Agentur", false)
	d.rule("is:teaser", "read", false)
	entry, page := story(1, "Meldung"), story(1, "Meldung")
	entry.Access = feed.Teaser
	page.Agencies = []feed.Agency{"afp"}
	d.origin.pages[entry.Link] = page
	d.feed(tageblatt, entry)
	id := d.list(Query{})[0].ID
	d.wantMarks("feed", "Meldungr | ") // read articles' pages are not fetched unasked
	d.must(d.Mark(t.Context(), feed.Mark{Article: id, Kind: feed.Unread}))
	if _, err := d.Full(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	d.wantMarks("page", "Meldung#Agentur | ")
}

func TestRulesThatCannotBe(t *testing.T) {
	d := newDesk(t, Options{})
	for _, r := range []Rule{{Query: "", Deeds: []Deed{{}}}, {Query: "x"}, {Query: "nofield:x", Deeds: []Deed{{}}}, {Query: "(", Deeds: []Deed{{}}}} {
		if _, _, err := d.AddRule(t.Context(), r, true); err == nil {
			t.Errorf("taken: %+v", r)
		}
	}
	for _, s := range []string{"", "delete", "mute,", "tag:", "tag:a\"b"} {
		if _, err := ParseDeeds(s); err == nil {
			t.Errorf("taken: %q", s)
		}
	}
	if _, err := d.Undo(t.Context()); err == nil {
		t.Error("a rule that was refused left an entry")
	}
}

func TestTagsAreUndoneAndListed(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "A"), story(2, "B"), story(3, "C"))
	rows := d.list(Query{})
	tag := func(name string, add bool, want int, ids ...feed.ID) {
		t.Helper()
		give, take := []string{name}, []string(nil)
		if !add {
			give, take = take, give
		}
		if n, err := d.Tag(t.Context(), give, take, ids...); err != nil || n != want {
			t.Fatalf("%s: %d, %v", name, n, err)
		}
	}
	tag("#Öffentlich", true, 2, rows[0].ID, rows[1].ID)
	tag("offentlich", true, 1, rows[0].ID, rows[2].ID) // one tag: folded alike
	tag("Nachlesen", true, 1, rows[2].ID)
	d.wantMarks("tagged", "A#Öffentlich B#Öffentlich C#Nachlesen#Öffentlich | ")
	if got := d.heads(Query{Filter: "tag:öffentlich -tag:nachlesen"}); !slices.Equal(got, []string{"A", "B"}) {
		t.Errorf("query: %v", got)
	}
	if got := d.heads(Query{Filter: "tag:nachlesen or headline:A"}); !slices.Equal(got, []string{"A", "C"}) {
		t.Errorf("either: %v", got)
	}
	tags, err := d.Tags(t.Context())
	if err != nil || len(tags) != 2 || tags[0] != (TagRow{"Nachlesen", 1, 1}) || tags[1] != (TagRow{"Öffentlich", 3, 3}) {
		t.Errorf("tags: %+v, %v", tags, err)
	}
	if n, err := d.TagAll(t.Context(), nil, []string{"Öffentlich"}, Query{Filter: "headline:A or headline:B"}); n != 2 || err != nil {
		t.Fatal(n, err)
	}
	d.wantMarks("untagged", "A B C#Nachlesen#Öffentlich | ")
	if a := d.undo(); a.What != "untag" || a.N != 2 {
		t.Errorf("undone: %+v", a)
	}
	d.undo()
	d.undo()
	d.wantMarks("back", "A#Öffentlich B#Öffentlich C | ")
	if _, err := d.Tag(t.Context(), []string{"a,b"}, nil, rows[0].ID); err == nil {
		t.Error("a name with a comma was taken")
	}
}

func TestTaggedAndHeldArticlesStay(t *testing.T) {
	d := newDesk(t, Options{KeepDays: 1})
	d.rule("headline:B", "keep", false)
	d.feed(tageblatt, story(1, "A"), story(2, "B"), story(3, "C"), story(4, "D"))
	if _, err := d.Tag(t.Context(), []string{"x"}, nil, d.list(Query{})[0].ID); err != nil {
		t.Fatal(err)
	}
	if _, err := d.MarkAll(t.Context(), Query{}, feed.Read); err != nil {
		t.Fatal(err)
	}
	d.deliver(tageblatt, story(4, "D"))
	d.fetch()
	d.now = noon.AddDate(0, 0, 9)
	if n, err := d.Expire(t.Context()); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	if got := d.heads(Query{}); !slices.Equal(got, []string{"A", "B", "D"}) {
		t.Errorf("left: %v", got)
	}
}

// TestRulesMeetWhatListsShow holds many queries against many articles twice: as they
// arrive, in memory, and as a list shows them.
func TestRulesMeetWhatListsShow(t *testing.T) {
	queries := []string{
		"rat", "Straße", "strasse", "Mueller", "müller", "headline:müll*", "\"rat von lindenau\"", "\"rat lindenau\"~1", "\"lindenau rat\"~0", "\"rat lindenau\"~5",
		"-rat", "rat -markt", "rat or markt", "not (rat or markt)", "text:markt", "author:Beispiel", "kicker:lokales", "caption:foto", "source:tageblatt", "-source:abendpost",
		"source:\"lind tage\"", "agency:dpa", "section:\"lokales wirtschaft\"", "lang:de", "lang:de-at", "is:teaser", "is:full", "has:picture", "has:agency", "has:tag",
		"is:unread", "is:read", "is:starred", "is:new", "age:3h", "age:>3h", "after:2026-11-23", "before:gestern", "minutes:1", "minutes:>1", "minutes:2-9",
		"/^rat/", "/STRASSE|straße/", "COVID-19", "éclair", "eclair", "rat (markt or -straße)", "is:muted", "is:highlighted", "folder:stadt", "has:page",
	}
	var arts []feed.Article
	heads := []string{"Rat", "Rat von Lindenau tagt", "Lindenau: der Rat", "Straße gesperrt", "Müller geht", "Mueller kommt", "COVID-19 im Markt", "Éclair", "Markt und Rat"}
	for i := range 36 {
		a := story(i, heads[i%len(heads)])
		a.Body = []feed.Block{{Text: feed.Plain(strings.Repeat([]string{"Der Markt ist voll. ", "Der Rat der schönen Stadt Lindenau hat beraten. "}[i%2], 1+i%5*30))}}
		a.Access = []feed.Access{feed.Full, feed.Teaser}[i/2%2]
		a.Section = []string{"", "Lokales", "Lokales / Wirtschaft"}[i%3]
		a.Language = []string{"de", "en", "de-AT", ""}[i%4]
		if i%5 == 0 {
			a.Agencies, a.Byline = []feed.Agency{"dpa"}, "Von B. Beispiel"
		}
		if i%7 == 0 {
			a.Kicker, a.Lead = "Lokales", &feed.Picture{URL: "https://lindenau.example/x.jpg", Caption: "Foto vom Markt"}
		}
		arts = append(arts, a)
	}
	d := newDesk(t, Options{})
	for i, q := range queries {
		d.rule(q, fmt.Sprintf("tag:q%d", i), false)
	}
	d.feed(tageblatt, arts...)
	for i, q := range queries {
		met, shown := d.heads(Query{Filter: fmt.Sprintf("tag:q%d", i)}), d.heads(Query{Filter: q})
		if strings.HasPrefix(q, "has:tag") { // earlier rules tag before it
			continue
		}
		if !slices.Equal(met, shown) {
			t.Errorf("%s: the rule met %d %v, the list shows %d %v", q, len(met), met, len(shown), shown)
		}
	}
}
