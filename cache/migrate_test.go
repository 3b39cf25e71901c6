package cache

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

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
