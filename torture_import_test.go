package main

import (
	"database/sql"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// leftByNewsboat writes what newsboat is said to have left: articles of a source that is
// here, and of others.
func (v *victim) leftByNewsboat(articles int) {
	v.t.Helper()
	dir := filepath.Join(v.home, ".newsboat")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		v.t.Fatal(err)
	}
	db, err := sql.Open("sqlite", filepath.Join(dir, "cache.db"))
	if err != nil {
		v.t.Fatal(err)
	}
	if _, err := db.Exec(`create table rss_feed(rssurl, url, title); create table rss_item(feedurl, guid, title, author, url, pubDate, content, unread, flags);
		with recursive n(i) as (select 1 union all select i + 1 from n where i < ?1)
		insert into rss_item select iif(i % 10, 'https://blatt.example/' || (i % 30), ?2), 'n' || i, 'Meldung ' || i, '', 'https://blatt.example/a/' || i, 1795428000 - i, ?3, i % 2, iif(i % 50, '', 'a') from n`,
		articles, v.site.URL+"/0.xml", strings.Repeat("<p>Der Rat hat lange beraten.</p>", 40)); err != nil {
		v.t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		v.t.Fatal(err)
	}
}

// TestAnImportFillsInNoSampleEdition: sources come, so that it would be taken in to go at once.
func TestAnImportFillsInNoSampleEdition(t *testing.T) {
	for _, c := range []struct{ what, articles string }{{"feeds.opml", "0"}, {"newsboat", "30"}, {"-", "0"}} {
		t.Run(c.what, func(t *testing.T) {
			v := newVictim(t)
			v.leftByNewsboat(30)
			cmd := v.command("import", c.what)
			cmd.Dir, cmd.Stdin = v.home, strings.NewReader(v.opml())
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			if n := v.query("select coalesce(max(seq), 0) from sqlite_sequence where name = 'article'")[0]; n != c.articles {
				t.Errorf("%s articles were ever stored, want %s", n, c.articles)
			}
			if n := v.query("select count(*) from source where removed = 0")[0]; n == "0" {
				t.Error("no source came")
			}
		})
	}
}

// TestWhatAKilledImportLeaves: the copy in which another reader's database is read stands in the
// data folder, and goes with the tidying once no import can still be reading it.
func TestWhatAKilledImportLeaves(t *testing.T) {
	v := newVictim(t)
	v.leftByNewsboat(3000)
	spool, temp := filepath.Join(filepath.Dir(v.file()), "spool"), filepath.Join(v.home, "temp")
	if err := os.Mkdir(temp, 0o700); err != nil {
		t.Fatal(err)
	}
	left := func(dir string) []string {
		names, err := filepath.Glob(filepath.Join(dir, "*"))
		if err != nil {
			t.Fatal(err)
		}
		return names
	}
	for try := 0; len(left(spool)) == 0; try++ {
		if try == 20 {
			t.Fatal("the import was always over before it was killed")
		}
		cmd := v.command("import", "newsboat")
		cmd.Env = append(cmd.Env, "TMPDIR="+temp)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		for running := true; running; {
			select {
			case err := <-ended:
				t.Log("it has ended: ", err)
				running = false
			case <-time.After(time.Millisecond):
				if len(left(spool)) > 0 {
					_ = cmd.Process.Kill() // it may just have ended
					<-ended
					running = false
				}
			}
		}
	}
	if got := left(temp); len(got) > 0 {
		t.Errorf("in the folder for temporary files: %q", got)
	}
	v.must("tidy", "--quiet")
	copies := left(spool)
	if len(copies) == 0 {
		t.Error("a copy that an import may be reading was deleted")
	}
	for _, path := range copies {
		long := time.Now().Add(-25 * time.Hour)
		if err := os.Chtimes(path, long, long); err != nil {
			t.Fatal(err)
		}
	}
	v.must("tidy", "--quiet")
	if got := left(spool); len(got) > 0 {
		t.Errorf("still there: %q", got)
	}
	v.must("import", "newsboat")
	if n := len(v.inSight()); n != 3000 || len(left(spool)) > 0 {
		t.Errorf("%d articles, in the spool %q", n, left(spool))
	}
}

// inSight lists the articles that a reader sees, with their marks.
func (v *victim) inSight() []string {
	v.t.Helper()
	return v.query("select a.ident || s.read || s.starred from article a join state s on s.id = a.id where s.hidden = 0 order by 1")
}

// TestKilledWhileTakingOver kills imports at any moment. What was here stays as it is, the
// journal knows all that came, and undo takes it back.
func TestKilledWhileTakingOver(t *testing.T) {
	v := newVictim(t)
	v.must("import", filepath.Join(v.home, "feeds.opml"))
	v.must("refresh", "--quiet")
	v.must("mark", "star", "Meldung")
	base := v.inSight()
	const articles = 1500
	v.leftByNewsboat(articles)
	kept := filepath.Join(v.home, "kept")
	if err := os.CopyFS(kept, os.DirFS(v.dir)); err != nil {
		t.Fatal(err)
	}
	again := func() {
		t.Helper()
		if err := os.RemoveAll(v.dir); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(v.dir, os.DirFS(kept)); err != nil {
			t.Fatal(err)
		}
	}
	start := time.Now()
	v.must("import", "newsboat")
	whole := time.Since(start)
	if n := len(v.inSight()); n != len(base)+articles {
		t.Fatalf("%d articles", n)
	}
	r := rand.New(rand.NewPCG(3, 4))
	kills, half := 0, 0
	for round := range rounds() {
		again()
		if !v.killed(time.Duration(r.Int64N(int64(whole))), "import", "newsboat") {
			kills++
		}
		v.sound()
		came := len(v.inSight()) - len(base)
		if came > 0 && came < articles {
			half++
		}
		n := 0
		for _, s := range v.query("select n from journal where what = 'import' and undone = 0") {
			some, err := strconv.Atoi(s)
			if err != nil {
				t.Fatal(err)
			}
			n += some
		}
		if n != came {
			t.Errorf("round %d: %d articles came, the journal says %d", round, came, n)
		}
		for _, what := range v.query("select what from journal where undone = 0 order by id desc") {
			if what != "import" && (what != "add-source" || came > 0) { // the marks and sources from before
				break
			}
			v.must("undo")
			if what == "add-source" {
				break
			}
		}
		if got := v.inSight(); !slices.Equal(got, base) {
			t.Errorf("round %d: %d articles after undo, were %d", round, len(got), len(base))
		}
		v.sound()
	}
	again()
	v.killed(whole/3, "import", "newsboat")
	v.must("import", "newsboat")
	if n := len(v.inSight()); n != len(base)+articles {
		t.Errorf("%d articles after all, want %d", n, len(base)+articles)
	}
	if out := v.must("list", "--limit", "0", "is:starred", "tag:newsboat-a"); strings.Count(out, "\n") != articles/50 {
		t.Errorf("%d have a flag", strings.Count(out, "\n"))
	}
	v.sound()
	t.Logf("%d rounds, %d killed, %d of them half way", rounds(), kills, half)
}
