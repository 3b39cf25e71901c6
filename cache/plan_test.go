package cache

import (
	"context"
	"database/sql"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"depesche/feed"
)

// lists are the queries of the screen, and of the command line.
var lists = map[string]Query{
	"all": {Limit: 50}, "oldest": {Limit: 50, Order: Oldest}, "by source": {Limit: 50, Order: BySource}, "unread by source": {Limit: 50, Order: BySource, Unread: true},
	"unread": {Unread: true, Limit: 50}, "unread and kept": {Unread: true, Keep: []Key{1, 2}, Limit: 50}, "starred": {Starred: true, Limit: 50},
	"source": {Source: feed.NewSourceID(tageblatt), Limit: 50}, "unread of a source": {Source: feed.NewSourceID(tageblatt), Unread: true, Limit: 50},
	"folder": {Folder: []string{"X"}, Limit: 50}, "since": {Since: noon, Limit: 50}, "page two": {Limit: 50, Offset: 50},
	"agency": {Filter: "agency:dpa", Limit: 50}, "section": {Filter: "section:politik is:unread", Limit: 50}, "teaser": {Filter: "is:teaser", Limit: 50},
	"picture": {Filter: "has:picture", Limit: 50}, "language": {Filter: "lang:de", Limit: 50}, "changed": {Filter: "is:changed", Limit: 50},
	"read": {Filter: "is:read", Limit: 50}, "age": {Filter: "age:2d", Limit: 50}, "minutes": {Filter: "minutes:>5", Limit: 50},
	"regex": {Filter: "/rat/", Limit: 50}, "without": {Filter: "-agency:dpa", Limit: 50}, "either": {Filter: "agency:dpa or is:starred", Limit: 50},
	"search": {Filter: "rat", Limit: 50}, "ranked": {Filter: "rat", Order: BestHit, Limit: 50}, "search unread": {Filter: "rat -stadt is:unread", Limit: 50},
	"muted": {Filter: "is:muted", Limit: 50}, "muted of a source": {Filter: "is:muted source:tageblatt", Limit: 50}, "highlighted": {Filter: "is:highlighted", Limit: 50},
	"hidden": {Filter: "is:hidden", Limit: 50}, "packed": {Filter: "is:packed", Limit: 50}, "tag": {Filter: "tag:Rat", Limit: 50}, "tag unread by source": {Filter: "tag:Rat", Order: BySource, Unread: true, Limit: 50},
	"keys": {}, "keys unread": {Unread: true}, "copies": {Filter: "has:copies", Limit: 50}, "id": {Filter: "id:abc"},
}

// planLine is a line of a query plan: what it is part of, and what it does.
type planLine struct {
	id, parent int
	detail     string
}

func plan(t *testing.T, q interface {
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}, query string,
) []planLine {
	t.Helper()
	var rows *sql.Rows
	var err error
	for n := strings.Count(query, "?"); n >= 0; n-- { // as many nulls as it has parameters: some have one twice
		if rows, err = q.QueryContext(t.Context(), "explain query plan "+query, make([]any, n)...); err == nil {
			break
		}
	}
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	var out []planLine
	if err := eachRow(rows, func(scan func(...any) error) error {
		var s planLine
		var unused int
		err := scan(&s.id, &s.parent, &unused, &s.detail)
		out = append(out, s)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestNoListScansArticles(t *testing.T) {
	d := newDesk(t, Options{})
	d.feed(tageblatt, story(1, "A"), story(2, "B"))
	sorted := map[string]bool{ // sorts what a search or a few sources found
		"packed": true, "tag": true, "tag unread by source": true, // a reader gives them by hand
		"search": true, "ranked": true, "search unread": true, "folder": true, "id": true,
		"unread and kept": true, // no more than its limit
	}
	for name, q := range lists {
		s, err := d.compile(t.Context(), q)
		d.must(err)
		query, args := s.keys()
		for i, a := range args { // literally: nulls would let parts of the plan go
			switch a := a.(type) {
			case string:
				query = strings.Replace(query, "?", quote(a), 1)
			default:
				query = strings.Replace(query, "?", fmt.Sprint(a), 1)
			}
			args[i] = nil
		}
		steps := plan(t, d.read.db, query)
		for _, line := range walked(query, steps) {
			t.Errorf("%s: %s", name, line)
		}
		for _, st := range steps {
			if strings.Contains(st.detail, "TEMP B-TREE FOR ORDER BY") && !sorted[name] {
				t.Errorf("%s: %s\n%s", name, st.detail, query)
			}
		}
	}
}

// small are the tables, by their names in our statements, that do not grow with the articles,
// and what is no table.
var small = map[string]bool{
	"o": true, "source": true, "rule": true, "tag": true, "part": true, "setting": true, "dictionary": true, "trait": true, "journal": true, // a thousand at most
	"value": true, "json_each": true, "k": true, "CONSTANT": true, "download": true, "n": true, "pragma_page_count": true, "p": true, "pending": true, "gone": true,
	"outbox": true, "w": true, "picture": true, "packed": true, "sqlite_sequence": true, "sqlite_schema": true,
}

// meant are the indexes that a statement may read as a whole without naming them.
var meant = map[string]string{
	"state_muted":    "what the reader's rules have muted",
	"state_by_hand":  "what the reader has hidden",
	"tagged_article": "what the reader has tagged",
	"also_article":   "only whether there is any, which the first row tells",
}

// walked is what a plan reads from one end to the other, in any part of the statement.
//
// To read a whole index is that, too, unless it is meant: a list is read in the order of an index that the
// statement names by "indexed by", and stops at its limit. Even then it must be the
// outermost loop: an inner one begins anew for each row of the outer, and a subquery with each row.
func walked(query string, plan []planLine) (out []string) {
	part := map[int]string{} // of the statement, by its line's id
	loops := map[int]int{}   // of a part, so far
	for _, line := range plan {
		part[line.id] = line.detail
		if strings.HasPrefix(line.detail, "SCAN ") || strings.HasPrefix(line.detail, "SEARCH ") {
			loops[line.parent]++
		}
		m := scanned.FindStringSubmatch(line.detail)
		if m == nil || small[m[1]] || strings.Contains(query, "from pragma_") {
			continue
		}
		inner := loops[line.parent] > 1 || strings.HasPrefix(part[line.parent], "CORRELATED")
		if !scanMeant(query, line.detail) || inner && !strings.Contains(line.detail, " EXISTS ") {
			out = append(out, line.detail)
		}
	}
	return out
}

var (
	scanned      = regexp.MustCompile(`^SCAN (\w+)`)
	scannedIndex = regexp.MustCompile(`USING (?:COVERING )?INDEX (\w+)`)
	matched      = regexp.MustCompile(`VIRTUAL TABLE INDEX \d+:\w*M`) // a search in the index of words
)

func scanMeant(query, detail string) bool {
	if strings.Contains(detail, "VIRTUAL TABLE") {
		return matched.MatchString(detail)
	}
	if strings.Contains(detail, "VALUES CLAUSE") {
		return true
	}
	m := scannedIndex.FindStringSubmatch(detail)
	return m != nil && (meant[m[1]] != "" || strings.Contains(query, "indexed by "+m[1]+" "))
}

// everyFilter has each field of the query language with each of its values, alone and with others.
func everyFilter(t *testing.T) []string {
	free := map[string][]string{
		"source": {"tageblatt", "nirgends"}, "folder": {"X"}, "agency": {"dpa"}, "section": {"politik", `"politik lokales"`}, "author": {"lindner"},
		"headline": {"rat", "rat*"}, "kicker": {"rat"}, "caption": {"rat"}, "text": {"rat"}, "lang": {"de"}, "after": {"3d", "today"}, "before": {"3d"},
		"age": {"3d", ">3d"}, "minutes": {"5", ">5", "3-8"}, "tag": {"Rat"}, "id": {"abc"},
	}
	all := []string{"", "rat", "rat*", `"der rat"`, `"der rat"~5`, "/rat/"}
	for _, f := range Fields() {
		values := free[f.Names[0]]
		for _, names := range f.Values {
			values = append(values, names[0])
		}
		if len(values) == 0 {
			t.Fatalf("no value of %s:", f.Names[0])
		}
		for _, v := range values {
			all = append(all, f.Names[0]+":"+v)
		}
	}
	out := slices.Clone(all)
	for _, f := range all[1:] {
		out = append(out, "-"+f, f+" or is:starred", f+" rat", "("+f+" or agency:dpa) is:unread -lang:en")
	}
	return out
}

// everyView are the lists that a filter may narrow.
func everyView() map[string]Query {
	id := feed.NewSourceID(tageblatt)
	return map[string]Query{
		"all": {}, "unread": {Unread: true}, "unread and kept": {Unread: true, Keep: []Key{1, 2}}, "starred": {Starred: true}, "a source": {Source: id},
		"unread of a source": {Source: id, Unread: true}, "a folder": {Folder: []string{"X"}}, "since": {Since: noon.Add(-time.Hour)},
	}
}

// TestNoStatementScansArticles listens to a day with the screen: every filter in every view
// and order, and all that a reader does. None of the statements reads a table that grows with the
// articles without an index.
func TestNoStatementScansArticles(t *testing.T) {
	ear := newEar()
	d := newDesk(t, Options{FullText: true, KeepDays: 3, KeepPerSource: 2, KeepArticles: 2, KeepBytes: 1, KeepPictures: 1, KeepSources: map[string]Keep{bote: {1, 1, 1}}, overhear: ear.on})
	ear.statements() // migrations may scan
	ctx := t.Context()
	a := story(1, "A")
	a.Lead, a.Agencies = &feed.Picture{URL: "https://lindenau.example/a.jpg"}, []feed.Agency{"dpa"}
	d.origin.pages[a.Link] = story(1, "A auf der Seite")
	d.origin.picture = []byte("ein Bild")
	id := d.feed(tageblatt, a, story(2, "B"), story(3, "C"))
	d.feed("https://www.lindenau.example/noch-einer.xml", a, story(2, "B")) // also
	other := story(3, "C im Boten")                                         // a copy: the address of another paper's
	d.feed(bote, story(4, "D"), story(5, "E"), story(6, "F"), other)
	d.must(d.Settle(ctx))
	if n, err := d.Count(ctx, Query{Filter: "has:copies"}); err != nil || n != 2 {
		t.Fatalf("%d articles are in stories, %v", n, err)
	}

	for _, f := range everyFilter(t) {
		for name, q := range everyView() {
			for order := Newest; order <= BestHit; order++ {
				if order != Newest && strings.Contains(f, "(") {
					continue // the order changes nothing that the filter alone does not
				}
				q.Filter, q.Order, q.Limit = f, order, 50
				if _, err := d.Keys(ctx, q); err != nil {
					t.Fatalf("%s, %s: %v", f, name, err)
				}
				if _, err := d.Count(ctx, q); err != nil {
					t.Fatalf("%s, %s: %v", f, name, err)
				}
			}
		}
	}
	for name, q := range lists {
		if _, err := d.List(ctx, q); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	d.aDay(id)

	for _, query := range []string{
		"select id from state where minutes = 3", "select count(*) from article a where headline <> ''", "select id from body where page is null",
		"select (select count(*) from article x join state y on y.id = x.id where x.story = a.story and y.hidden = 0) from article a where a.id = 1",
		"select id from state where id in (select id from article where seen > 5)", "select s.id from article a cross join state s indexed by state_at where s.hidden = 0 and a.id = 1",
		"select count(*) from state where hidden = 0", "select a.id from article a where exists(select 1 from body b where b.page = a.lead) and a.id = 1",
	} {
		if walked(query, plan(t, d.own.conn, query)) == nil {
			t.Fatalf("the test sees nothing in %s", query)
		}
	}
	seen := 0
	for _, script := range ear.statements() {
		for query := range strings.SplitSeq(script, ";\n") {
			query = strings.TrimSpace(query)
			verb, _, _ := strings.Cut(strings.ToLower(query), " ")
			if !slices.Contains([]string{"select", "insert", "update", "delete"}, verb) {
				continue
			}
			seen++
			if lines := walked(query, plan(t, d.own.conn, query)); lines != nil {
				t.Errorf("%s\n%s", strings.Join(lines, "\n"), query)
			}
		}
	}
	t.Logf("%d statements", seen)
	if seen < 1000 {
		t.Errorf("only %d statements heard", seen)
	}
}

// aDay does once all that a reader does to articles.
func (d *desk) aDay(id feed.SourceID) {
	t, ctx := d.t, d.t.Context()
	t.Helper()
	ok := func(_ any, err error) {
		t.Helper()
		d.must(err)
	}
	r := d.list(Query{})[0]
	ok(d.Row(ctx, r.ID))
	ok(d.Rows(ctx, []Key{r.Key}))
	ok(d.Revisions(ctx, r.ID))
	ok(d.Stories(ctx, r.ID))
	ok(d.Position(ctx, r.ID))
	ok(d.Resolve(ctx, string(r.ID[:5])))
	ok(d.Article(ctx, r.ID, Best))
	ok(d.Picture(ctx, "https://lindenau.example/a.jpg"))
	ok(d.Follow(ctx, r.Link, r.Source, false))
	ok(d.Snippets(ctx, "rat", []Key{r.Key}))
	ok(d.Sources(ctx))
	ok(d.NextDue(ctx))
	ok(d.Version(ctx))
	ok(d.Recall(ctx, "a"))
	d.must(d.SetPosition(ctx, r.ID, Position{Block: 1, Offset: 2}))
	d.must(d.Remember(ctx, "a", "b"))
	for _, kind := range []feed.MarkKind{feed.Read, feed.Unread, feed.Star, feed.Unstar, feed.Hide, feed.Unhide} {
		d.must(d.Mark(ctx, feed.Mark{Article: r.ID, Kind: kind}))
		ok(d.MarkAll(ctx, Query{Source: id}, kind))
		if n, err := d.MarkAll(ctx, Query{Filter: "rat"}, kind); err != nil {
			t.Fatal(n, err)
		}
		for range 2 {
			ok(d.Undo(ctx))
		}
		ok(d.Redo(ctx))
	}
	rule, _, err := d.AddRule(ctx, Rule{Query: "rat", Deeds: []Deed{{Kind: Highlight}, {Tagging, "Rat"}, {Kind: Hold}}}, true)
	d.must(err)
	ok(d.ChangeRule(ctx, Rule{ID: rule, Query: "agency:dpa", Deeds: []Deed{{Kind: Mute}}}, true))
	ok(d.RunRules(ctx))
	ok(d.Rules(ctx))
	ok(d.RemoveRule(ctx, rule))
	ok(d.Tag(ctx, []string{"Neu"}, []string{"Alt"}, r.ID))
	ok(d.TagAll(ctx, []string{"Neu"}, nil, Query{Source: id}))
	ok(d.Tags(ctx))
	ok(d.Undo(ctx))
	ok(d.History(ctx, 5))
	d.pack(EditionOptions{Query: Query{Unread: true}})
	s, err := d.Sources(ctx)
	d.must(err)
	s[0].Folder = []string{"X"}
	d.must(d.ChangeSource(ctx, s[0].Source))
	d.deliver(tageblatt, story(7, "G"))
	d.deliver(bote, story(8, "H"))
	d.fetch()
	for range d.RefreshDue(ctx) {
	}
	d.now = d.now.AddDate(0, 0, 6)
	ok(d.Tidy(ctx, true))
	ok(d.Tidy(ctx, false))
	ok(d.Expire(ctx))
	d.must(d.RemoveSource(ctx, id))
	ok(d.Undo(ctx))
}
