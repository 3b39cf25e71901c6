package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"depesche/feed/race"

	_ "modernc.org/sqlite"
)

// The torture tests run the program itself and take what it stands on away: its life,
// the disk, the file. What was said to be stored must be there afterwards, and
// SQLite judges the file. TORTURE_ROUNDS says how often (make torture: 60), and
// TORTURE_BIN names a binary; without it this test's own runs main. Where the race detector
// watches the tests, it watches the programs that work side by side (victim.watched) as well; what
// is killed and starved one at a time is a build without it, which starts ten times as fast.

const asProgram = "DEPESCHE_TORTURE"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	code := m.Run()
	if plainDir != "" {
		_ = os.RemoveAll(plainDir) // of this run alone
	}
	os.Exit(code)
}

var plainDir string // of plainBuild

// plainBuild builds the program as it is released, without the race detector, and gives its path.
var plainBuild = sync.OnceValues(func() (path string, err error) {
	if plainDir, err = os.MkdirTemp("", "depesche-torture"); err != nil {
		return "", err
	}
	path = filepath.Join(plainDir, "depesche")
	build := exec.Command("go", "build", "-race=false", "-o", path, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return path, nil
})

func rounds() int {
	if n, err := strconv.Atoi(os.Getenv("TORTURE_ROUNDS")); err == nil {
		return n
	}
	return 10
}

// victim is a data folder and the program that works on it.
type victim struct {
	t    *testing.T
	home string
	dir  string // of the data
	site *httptest.Server
	hour atomic.Int64 // what the site prints

	watched bool // see watch
}

const (
	tortureFeeds   = 12
	tortureEntries = 15
)

func newVictim(t *testing.T) *victim {
	t.Helper()
	v := &victim{t: t, home: t.TempDir()}
	v.dir = filepath.Join(v.home, "data")
	v.site = httptest.NewServer(http.HandlerFunc(v.print))
	t.Cleanup(v.site.Close)
	for name, text := range map[string]string{
		"config/depesche/config.toml": "[refresh]\nfull_text = false\npictures = \"demand\"\n",
		"feeds.opml":                  v.opml(),
	} {
		path := filepath.Join(v.home, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	return v
}

func (v *victim) opml() string {
	var b strings.Builder
	b.WriteString(`<opml version="2.0"><body>`)
	for i := range tortureFeeds {
		fmt.Fprintf(&b, `<outline type="rss" text="Blatt %d" xmlUrl="%s/%d.xml"/>`, i, v.site.URL, i)
	}
	return b.String() + `</body></opml>`
}

// print answers with a feed whose articles change from hour to hour, and to which
// some are added.
func (v *victim) print(w http.ResponseWriter, r *http.Request) {
	if strings.HasSuffix(r.URL.Path, ".png") {
		_ = png.Encode(w, image.NewGray(image.Rect(0, 0, 64, 48)))
		return
	}
	hour := int(v.hour.Load())
	fmt.Fprint(w, `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Blatt</title><link>https://lindenau.example/</link>`)
	for i := range tortureEntries {
		n := i
		if i >= tortureEntries/2 {
			n = i + hour // new ones
		}
		fmt.Fprintf(w, `<item><guid>%[1]s-%[2]d</guid><title>Meldung %[2]d</title><link>https://lindenau.example%[1]s/%[2]d</link><description>%[3]s</description><media:content url="%[4]s/bild-%[2]d.png" medium="image" width="64" height="48"><media:description>Bild %[2]d</media:description></media:content></item>`,
			r.URL.Path, n, strings.Repeat(fmt.Sprintf("Stand %d der Meldung %d aus Lindenau. ", hour, n), 40), v.site.URL)
	}
	fmt.Fprint(w, `</channel></rss>`)
}

// command makes a run of the program.
func (v *victim) command(args ...string) *exec.Cmd {
	program := os.Getenv("TORTURE_BIN")
	if program == "" {
		program = os.Args[0]
		if race.Detects && !v.watched {
			var err error
			if program, err = plainBuild(); err != nil {
				v.t.Fatal(err)
			}
		}
	}
	cmd := exec.Command(program, args...)
	cmd.Env = v.env()
	return cmd
}

func (v *victim) env() []string {
	return append(os.Environ(), asProgram+"=1", "HOME="+v.home, "XDG_CONFIG_HOME="+filepath.Join(v.home, "config"),
		"XDG_STATE_HOME="+filepath.Join(v.home, "state"), "XDG_DATA_HOME="+v.dir, "LANG=en_GB.UTF-8", "TERM=xterm-256color", "NO_COLOR=", "GORACE=log_path="+filepath.Join(v.home, "race"))
}

func (v *victim) file() string { return filepath.Join(v.dir, "depesche", "depesche.db") }

// watch has the race detector watch the programs, where it watches the tests. What it finds fails the
// test, whatever the program ends with.
func (v *victim) watch() {
	v.watched = true
	t := v.t
	t.Cleanup(func() {
		found, err := filepath.Glob(filepath.Join(v.home, "race.*"))
		if err != nil {
			t.Error(err)
		}
		for _, name := range found {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Error(err)
			}
			for report := range strings.SplitSeq(string(data), "==================") {
				// Bubble Tea waits half a second for its reader to end and then closes what it reads from.
				if strings.Contains(report, "DATA RACE") && !strings.Contains(report, "cancelreader") {
					t.Error(report)
				}
			}
		}
	})
}

// run runs the program to its end.
func (v *victim) run(args ...string) (stdout, stderr string, err error) {
	v.t.Helper()
	cmd := v.command(args...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err = cmd.Run()
	return out.String(), errs.String(), err
}

// must is run for what has to work.
func (v *victim) must(args ...string) string {
	v.t.Helper()
	out, errs, err := v.run(args...)
	if err != nil {
		v.t.Fatalf("depesche %s: %v\n%s", strings.Join(args, " "), err, errs)
	}
	return out
}

// killed runs the program and kills it after a while; it reports whether it had
// ended well before.
func (v *victim) killed(after time.Duration, args ...string) (done bool) {
	v.t.Helper()
	cmd := v.command(args...)
	if err := cmd.Start(); err != nil {
		v.t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			v.t.Errorf("depesche %s: %v", strings.Join(args, " "), err)
		}
		return err == nil
	case <-time.After(after):
		_ = cmd.Process.Kill() // it may just have ended
		return <-ended == nil
	}
}

// sound lets SQLite judge the file: its own program where there is one, else the library.
func (v *victim) sound() {
	v.t.Helper()
	const checks = "pragma integrity_check; pragma foreign_key_check;"
	if sqlite3, err := exec.LookPath("sqlite3"); err == nil {
		out, err := exec.Command(sqlite3, v.file(), checks).CombinedOutput()
		if got := strings.TrimSpace(string(out)); err != nil || got != "ok" {
			v.t.Fatalf("sqlite3: %v %s", err, got)
		}
		return
	}
	if got := v.query("select integrity_check from pragma_integrity_check union all select \"table\" from pragma_foreign_key_check"); len(got) != 1 || got[0] != "ok" {
		v.t.Fatalf("sqlite: %q", got)
	}
}

// query asks the database file for a column of texts.
func (v *victim) query(query string) []string {
	v.t.Helper()
	db, err := sql.Open("sqlite", "file:"+v.file()+"?_pragma=busy_timeout(5000)")
	if err != nil {
		v.t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.QueryContext(context.Background(), query)
	if err != nil {
		v.t.Fatal(err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			v.t.Fatal(err)
		}
		out = append(out, s)
	}
	if err := rows.Err(); err != nil {
		v.t.Fatal(err)
	}
	return out
}

// starred lists the articles with a star.
func (v *victim) starred() map[string]bool {
	v.t.Helper()
	out := map[string]bool{}
	for _, id := range v.query("select ident from article a join state s on s.id = a.id where starred = 1") {
		out[id] = true
	}
	return out
}

// TestKilledWhileRefreshingAndMarking kills refreshes and marks at any moment. A mark whose
// program ended well is there for good.
func TestKilledWhileRefreshingAndMarking(t *testing.T) {
	v := newVictim(t)
	v.must("import", filepath.Join(v.home, "feeds.opml"))
	start := time.Now()
	v.must("refresh", "--quiet")
	whole := time.Since(start) // how long a refresh takes on this machine
	ids := v.query("select ident from article order by id")
	if len(ids) != tortureFeeds*tortureEntries {
		t.Fatalf("%d articles", len(ids))
	}
	r := rand.New(rand.NewPCG(1, 2))
	said := map[string]bool{} // acknowledged stars
	open := map[string]bool{} // marks whose program was killed: either way is right
	kills, acknowledged := 0, 0
	for round := range rounds() {
		v.hour.Add(1)
		refreshing := v.command("refresh", "--quiet")
		if err := refreshing.Start(); err != nil {
			t.Fatal(err)
		}
		deadline := time.After(time.Duration(r.Int64N(int64(whole) * 5 / 4)))
		for marking := true; marking; {
			some := ids[r.IntN(len(ids)-5):][:5]
			kind := []string{"star", "unstar"}[r.IntN(2)]
			mark := v.command(append([]string{"mark", kind}, some...)...)
			if err := mark.Start(); err != nil {
				t.Fatal(err)
			}
			ended := make(chan error, 1)
			go func() { ended <- mark.Wait() }()
			select {
			case err := <-ended:
				if err != nil {
					t.Fatalf("round %d: mark: %v", round, err)
				}
				acknowledged += len(some)
				for _, id := range some {
					said[id] = kind == "star"
					delete(open, id)
				}
			case <-deadline:
				_ = mark.Process.Kill()
				if <-ended != nil {
					kills++
				}
				for _, id := range some {
					open[id] = true
				}
				marking = false
			}
		}
		_ = refreshing.Process.Kill()
		if refreshing.Wait() != nil {
			kills++
		}
		v.sound()
		have := v.starred()
		for id, want := range said {
			if !open[id] && have[id] != want {
				t.Errorf("round %d: %s starred %v, it was said to be %v", round, id, have[id], want)
			}
		}
	}
	v.must("refresh", "--quiet")
	if out := v.must("search", "Lindenau"); !strings.Contains(out, "Meldung") {
		t.Error("nothing is found")
	}
	if out := v.must("doctor"); strings.Contains(out, "wrong") {
		t.Errorf("doctor:\n%s", out)
	}
	v.sound()
	t.Logf("%d rounds, %d programs killed, %d marks acknowledged, none lost", rounds(), kills, acknowledged)
}

// oldDatabase writes what an older depesche left, made large enough for its migration
// to take a while.
func (v *victim) oldDatabase() {
	v.t.Helper()
	f, err := os.Open(filepath.Join("cache", "testdata", "schema-1.db.gz"))
	if err != nil {
		v.t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		v.t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		v.t.Fatal(err)
	}
	if err := errors.Join(os.RemoveAll(filepath.Dir(v.file())), os.MkdirAll(filepath.Dir(v.file()), 0o700), os.WriteFile(v.file(), data, 0o600)); err != nil {
		v.t.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+v.file())
	if err != nil {
		v.t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(context.Background(), `
		create temp table copy as with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000) select i from n;
		create temp table old as select * from article;
		insert into article(ident, source, link, headline, published, seen)
			select ident || '-' || i, source, link || i, headline, published, seen from old, copy;
		insert into state(id, source, at, starred) select id, source, seen, id % 3 = 0 from article where id not in (select id from state);
		insert into facet(name, at, article) select 'lang=de', at, id from state where id not in (select article from facet);
		insert into body(id, feed) select a.id, b.feed from article a join old o on a.ident like o.ident || '-%' join body b on b.id = o.id;
		pragma wal_checkpoint(truncate)`); err != nil {
		v.t.Fatal(err)
	}
}

func TestKilledWhileMigrating(t *testing.T) {
	v := newVictim(t)
	v.oldDatabase()
	want := v.starred()
	start := time.Now()
	v.must("list", "--limit", "1")
	whole := time.Since(start)
	if len(want) < 1000 {
		t.Fatalf("only %d stars to lose", len(want))
	}
	newest := v.query("select user_version from pragma_user_version")[0]
	r := rand.New(rand.NewPCG(3, 4))
	killed, half := 0, 0
	for round := range rounds() {
		v.oldDatabase()
		if !v.killed(time.Duration(r.Int64N(int64(whole))), "list", "--limit", "1") {
			killed++
		}
		v.sound()
		if at := v.query("select user_version from pragma_user_version")[0]; at != newest {
			half++
			if at != "1" {
				t.Fatalf("round %d: schema %s", round, at)
			}
		}
		v.must("list", "--limit", "1")
		v.sound()
		have := v.starred()
		for id := range want {
			if !have[id] {
				t.Fatalf("round %d: the star of %s is lost", round, id)
			}
		}
	}
	t.Logf("%d rounds, %d programs killed, %d of them before the migration was there; no mark lost", rounds(), killed, half)
}

// TestFileSizeLimit refuses the file more room, as a full disk does.
func TestFileSizeLimit(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no shell to set the limit")
	}
	v := newVictim(t)
	v.must("import", filepath.Join(v.home, "feeds.opml"))
	v.must("refresh", "--quiet")
	ids := v.query("select ident from article order by id limit 10")
	v.must(append([]string{"mark", "star"}, ids...)...)
	info, err := os.Stat(v.file())
	if err != nil {
		t.Fatal(err)
	}
	v.hour.Add(40)
	for _, more := range []int64{0, 64, 256} {
		full := v.command("refresh", "--quiet")
		limited := exec.Command(sh, append([]string{"-c", fmt.Sprintf(`ulimit -f %d; exec "$0" "$@"`, (info.Size()/1024+more)*2)}, full.Args...)...)
		if out, err := exec.Command(sh, "-c", "ulimit -f 1; ulimit -f").Output(); err != nil || strings.TrimSpace(string(out)) != "1" {
			t.Skip("no limit here")
		}
		limited.Env = full.Env
		var said bytes.Buffer
		limited.Stderr = &said
		err := limited.Run()
		var exit *exec.ExitError
		if errors.As(err, &exit) && exit.Sys().(syscall.WaitStatus).Signaled() {
			t.Errorf("%d KiB more: %v", more, err)
		}
		if err != nil && !strings.Contains(said.String(), "depesche.db") {
			t.Errorf("%d KiB more: the message names no file: %s", more, said.String())
		}
		v.sound()
		if have := v.starred(); len(have) != len(ids) {
			t.Errorf("%d stars, want %d", len(have), len(ids))
		}
	}
	v.must("refresh", "--quiet")
	if n := v.query("select count(*) from article")[0]; n == fmt.Sprint(tortureFeeds*tortureEntries) {
		t.Error("with room again nothing came")
	}
	v.sound()
}

func TestReadOnlyFolder(t *testing.T) {
	v := newVictim(t)
	v.must("import", filepath.Join(v.home, "feeds.opml"))
	v.must("refresh", "--quiet")
	id := v.query("select ident from article limit 1")[0]
	folder := filepath.Dir(v.file())
	program := filepath.Join(v.home, "program")
	if data, err := os.ReadFile(v.command().Path); err != nil || os.WriteFile(program, data, 0o755) != nil { //nolint:gosec // a program
		t.Fatal(err)
	}
	as := func(args ...string) (string, string, error) {
		cmd := v.command(args...)
		cmd.Path = program
		if os.Geteuid() == 0 { // nobody keeps root from writing: be somebody else
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		}
		var out, errs bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &errs
		err := cmd.Run()
		return out.String(), errs.String(), err
	}
	if err := errors.Join(openFor(v.home), os.Chmod(v.file(), 0o444), os.Chmod(folder, 0o555)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o700) })
	if out, errs, err := as("list", "--limit", "3"); err != nil || !strings.Contains(out, "Meldung") {
		t.Errorf("reading: %v %s", err, errs)
	}
	for _, args := range [][]string{{"mark", "star", id}, {"refresh"}} {
		if _, errs, err := as(args...); err == nil || !strings.Contains(errs, folder) {
			t.Errorf("%v: %v, says %q", args, err, errs)
		}
	}
	if err := os.Chmod(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	v.sound()
}

// openFor lets everybody into a folder and those above it that are the test's.
func openFor(dir string) error {
	for d := dir; strings.HasPrefix(d, os.TempDir()) && d != os.TempDir(); d = filepath.Dir(d) {
		if err := os.Chmod(d, 0o755); err != nil {
			return err
		}
	}
	return filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || !e.IsDir() {
			return err
		}
		return os.Chmod(path, 0o755)
	})
}

// TestKilledWhileTidying kills the program while it lets articles go, copies the database
// and gives room back.
func TestKilledWhileTidying(t *testing.T) {
	v := newVictim(t)
	settings := filepath.Join(v.home, "config/depesche/config.toml")
	if err := os.WriteFile(settings, []byte("[refresh]\nfull_text = false\npictures = \"demand\"\n[keep]\nper_source = 3\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	v.must("import", filepath.Join(v.home, "feeds.opml"))
	r := rand.New(rand.NewPCG(5, 6))
	killed := 0
	for round := range rounds() {
		v.hour.Add(tortureEntries) // half of the entries are others
		v.must("refresh", "--quiet")
		some := v.query("select ident from article order by random() limit 4")
		v.must(append([]string{"mark", "star"}, some...)...)
		want := v.starred()
		v.hour.Add(tortureEntries)
		copies, err := filepath.Glob(filepath.Join(filepath.Dir(v.file()), "copies", "*"))
		for _, name := range copies { // the next makes another
			err = errors.Join(err, os.Remove(name))
		}
		if err != nil {
			t.Fatal(err)
		}
		args := [][]string{{"tidy", "--quiet"}, {"refresh", "--quiet"}}[round%2]
		if !v.killed(time.Duration(r.Int64N(int64(400*time.Millisecond))), args...) {
			killed++
		}
		v.sound()
		have := v.starred()
		for id := range want {
			if !have[id] {
				t.Fatalf("round %d: the star of %s is lost", round, id)
			}
		}
	}
	v.must("tidy", "--quiet")
	if out := v.must("doctor"); strings.Contains(out, "wrong") {
		t.Errorf("doctor:\n%s", out)
	}
	t.Logf("%d rounds, %d programs killed, no star lost", rounds(), killed)
}
