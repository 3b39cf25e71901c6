package cache

import (
	"compress/gzip"
	"database/sql"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"modernc.org/sqlite"

	"depesche/cache/schema"
	"depesche/feed"
)

// fixture unpacks a database that an older depesche wrote: the sample edition of its
// day, one article read, one starred, one mark taken back.
func fixture(t *testing.T, version int) (dir string) {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", fmt.Sprintf("schema-%d.db.gz", version)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, databaseName), data, 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestMigrationFromEveryOlderSchema opens what older versions wrote. A new step needs a
// file of the version before it: testdata/schema-N.db.gz.
func TestMigrationFromEveryOlderSchema(t *testing.T) {
	for version := 1; version < schema.Version(); version++ {
		t.Run(fmt.Sprint(version), func(t *testing.T) {
			d := newDesk(t, Options{Dir: fixture(t, version)})
			if d.Damaged() != nil {
				t.Fatal(d.Damaged())
			}
			for filter, want := range map[string]int{
				"": 8, "is:read": 1, "is:starred": 1, "Mole": 1, "lang:en": 3, "agency:dpa": 1, "has:picture": 3, "is:teaser": 7,
				"nachtzug lindenau": 2,
			} {
				if got := d.list(Query{Filter: filter}); len(got) != want {
					t.Errorf("%q finds %d, want %d", filter, len(got), want)
				}
			}
			for _, r := range d.list(Query{}) {
				if a, err := d.Article(t.Context(), r.ID, Best); err != nil || a.Headline != r.Headline || a.Standfirst == "" {
					t.Errorf("%s: %v", r.Headline, err)
				}
			}
			if a, err := d.Redo(t.Context()); err != nil || a.What != "read" {
				t.Errorf("redo: %+v, %v", a, err)
			}
			if n := len(d.list(Query{Filter: "is:read"})); n != 2 {
				t.Errorf("after redo %d are read", n)
			}
			d.sound()
			var kept int
			old := newWriter(d.door, dsn(fmt.Sprintf("%s.schema%d", d.path, version), ""))
			d.must(old.open(t.Context()))
			d.must(old.conn.QueryRowContext(t.Context(), "select count(*) from article").Scan(&kept))
			d.must(old.close())
			if kept != 8 {
				t.Errorf("the copy holds %d articles", kept)
			}
			// What comes next is stored as in a new file.
			d.feed(tageblatt, story(1, "Grundsteuerreform beschlossen"))
			if got := d.list(Query{Filter: "steuer"}); len(got) != 1 || got[0].Read {
				t.Errorf("by a part: %+v", got)
			}
			d.must(d.Mark(t.Context(), feed.Mark{Article: d.list(Query{Filter: "steuer"})[0].ID}))
		})
	}
}

var update = flag.Bool("update", false, "write schema/fresh.sql anew")

// tables gives all that a database is made of, in the order it was made.
func tables(t *testing.T, conn *sql.Conn) string {
	t.Helper()
	rows, err := conn.QueryContext(t.Context(), "select sql from sqlite_schema where sql is not null and name not like 'sqlite_%' order by rowid")
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := eachRow(rows, func(scan func(...any) error) error {
		var s string
		err := scan(&s)
		out.WriteString(s + ";\n")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestFreshSchemaIsWhatTheStepsMake holds the script for a new file to the steps from one
// schema to the next; make golden writes it.
func TestFreshSchemaIsWhatTheStepsMake(t *testing.T) {
	w := newWriter(&sqlite.Driver{}, dsn(filepath.Join(t.TempDir(), "steps.db"), ""))
	defer w.close()
	if err := w.open(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, s := range schema.Steps() {
		if _, err := w.conn.ExecContext(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	want := tables(t, w.conn)
	const head = "-- Made of the steps by make golden.\n\n"
	if *update {
		if err := os.WriteFile("schema/fresh.sql", []byte(head+want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if schema.Fresh() != head+want {
		t.Error("schema/fresh.sql is not what the steps make: make golden")
	}
	d := newDesk(t, Options{})
	if got := tables(t, d.own.conn); got != want {
		t.Errorf("a new file holds\n%s\nwant\n%s", got, want)
	}
}
