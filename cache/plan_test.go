package cache

import (
	"context"
	"database/sql"
	"fmt"
	"regexp"
	"strings"
	"testing"

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

// big are the tables that grow with the articles; by their names in our statements.
var bigScan = regexp.MustCompile(`SCAN (a|s|x|y|b|f|g|m|article|state|body|facet|ident|band|expired|revision)\b`)

func plan(t *testing.T, q interface {
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}, query string,
) []string {
	t.Helper()
	var rows *sql.Rows
	var err error
	for n := range 40 { // as many nulls as it has parameters
		if rows, err = q.QueryContext(t.Context(), "explain query plan "+query, make([]any, n)...); err == nil {
			break
		}
	}
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	var out []string
	if err := eachRow(rows, func(scan func(...any) error) error {
		var a, b, c int
		var detail string
		err := scan(&a, &b, &c, &detail)
		out = append(out, detail)
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
		for _, line := range plan(t, d.read.db, query) {
			if bigScan.MatchString(line) && !strings.Contains(line, "USING") {
				t.Errorf("%s: %s", name, line)
			}
			if strings.Contains(line, "TEMP B-TREE FOR ORDER BY") && !sorted[name] {
				t.Errorf("%s: %s\n%s", name, line, query)
			}
		}
	}
}

// TestNoStatementScansArticles looks at every statement that a day with the screen
// has prepared.
func TestNoStatementScansArticles(t *testing.T) {
	d := newDesk(t, Options{FullText: true, KeepDays: 3, KeepPerSource: 2})
	d.origin.pages[story(1, "").Link] = story(1, "A auf der Seite")
	id := d.feed(tageblatt, story(1, "A"), story(2, "B"), story(3, "C"))
	ctx := t.Context()
	for name, q := range lists {
		if _, err := d.List(ctx, q); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if _, err := d.Count(ctx, q); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	r := d.list(Query{})[0]
	_, err1 := d.Row(ctx, r.ID)
	_, err2 := d.Revisions(ctx, r.ID)
	_, err3 := d.Stories(ctx, r.ID)
	_, err4 := d.Position(ctx, r.ID)
	_, err5 := d.Resolve(ctx, string(r.ID[:5]))
	_, err6 := d.MarkAll(ctx, Query{Source: id}, feed.Read)
	_, err7 := d.Undo(ctx)
	_, err8 := d.History(ctx, 5)
	_, err9 := d.Article(ctx, r.ID, Best)
	_, err10 := d.NextDue(ctx)
	_, err11 := d.Snippets(ctx, "rat", []Key{r.Key})
	rule, _, err13 := d.AddRule(ctx, Rule{Query: "rat", Deeds: []Deed{{Kind: Highlight}, {Tagging, "Rat"}}}, true)
	_, err14 := d.RunRules(ctx)
	_, err15 := d.RemoveRule(ctx, rule)
	_, err16 := d.Tag(ctx, []string{"Neu"}, nil, r.ID)
	_, err17 := d.Tags(ctx)
	_, err18 := d.Rules(ctx)
	d.pack(EditionOptions{Query: Query{Unread: true}})
	_, err12 := d.Expire(ctx)
	for i, err := range []error{
		err1, err2, err3, err4, err5, err6, err7, err8, err9, err10, err11, err12, err13, err14, err15, err16, err17, err18, d.Mark(ctx, feed.Mark{Article: r.ID}),
		d.SetPosition(ctx, r.ID, Position{Block: 1, Offset: 2}), d.Remember(ctx, "a", "b"), d.RemoveSource(ctx, id),
	} {
		if err != nil {
			t.Fatal(i, err)
		}
	}
	seen := 0
	check := func(query string) {
		seen++
		for _, line := range plan(t, d.own.conn, query) {
			if bigScan.MatchString(line) && !strings.Contains(line, "USING") {
				t.Errorf("%s\n%s", line, query)
			}
		}
	}
	for query := range d.read.stmts {
		check(query)
	}
	for query := range d.own.stmts {
		check(query)
	}
	for query := range d.fetched.stmts {
		check(query)
	}
	if seen < 50 {
		t.Errorf("only %d statements seen", seen)
	}
}
