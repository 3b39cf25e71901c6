package heritage

import (
	"context"
	"database/sql"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"depesche/feed"
	"depesche/feed/race"
)

// problem opens a file and gives what is wrong with it. No copy stays behind.
func problem(t *testing.T, path string) Problem {
	t.Helper()
	spool := t.TempDir()
	e, err := Open(t.Context(), path, spool)
	if err == nil {
		err = e.Close()
	}
	if left, listErr := os.ReadDir(spool); listErr != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, listErr)
	}
	if err == nil {
		return ""
	}
	var p *Error
	if !errors.As(err, &p) {
		t.Fatalf("%v", err)
	}
	if p.Path != path || !strings.Contains(p.Error(), path) {
		t.Errorf("%v does not name the file", p)
	}
	return p.Problem
}

func TestWhatIsBrokenOrForgedIsRefused(t *testing.T) {
	real, err := os.ReadFile(filepath.Join("testdata", "newsboat.db"))
	if err != nil {
		t.Fatal(err)
	}
	put := func(data []byte) string {
		path := filepath.Join(t.TempDir(), "cache.db")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	zeroed := append([]byte(nil), real...)
	clear(zeroed[4096:])
	mixed := append([]byte(nil), real...)
	for i := 4096 * 2; i < len(mixed); i += 7 {
		mixed[i] ^= 0x5a
	}
	sparse := func(head string, size int64) string {
		path := put([]byte(head))
		if err := os.Truncate(path, size); err != nil {
			t.Fatal(err)
		}
		return path
	}
	item := "create table rss_feed(rssurl, url, title); "
	full, most := fullestDatabase(t, item)
	for name, c := range map[string]struct {
		path string
		want Problem
	}{
		"nothing":                  {put(nil), Unknown},
		"text":                     {put([]byte("https://a.example/\n")), Unknown},
		"cut":                      {put(real[:len(real)/2]), Damaged},
		"the head alone":           {put(real[:100]), Damaged},
		"zeroed":                   {put(zeroed), Damaged},
		"mixed up":                 {put(mixed), Damaged},
		"of another program":       {makeDatabase(t, "create table bookmarks(url, title)"), Unknown},
		"half of the tables":       {makeDatabase(t, "create table rss_item(guid, title)"), Unknown},
		"empty":                    {makeDatabase(t, item+"create table rss_item(feedurl, guid, title, author, url, pubDate, content, unread)"), NoSource},
		"a view in the place":      {makeDatabase(t, item+"create view rss_item as with recursive r(n) as (select 1 union all select n + 1 from r) select n as feedurl, n as guid, n as title, n as author, n as url, n as pubDate, n as content, n as unread from r"), Unknown},
		"a computed column":        {makeDatabase(t, item+"create table rss_item(feedurl, guid, title, author, url, pubDate, unread, content as (hex(zeroblob(100000000))))"), Unknown},
		"a virtual table":          {makeDatabase(t, item+"create virtual table rss_item using fts5(feedurl, guid, title, author, url, pubDate, content, unread)"), Unknown},
		"a text without end":       {makeDatabase(t, item+"create table rss_item(feedurl, guid, title, author, url, pubDate, content, unread); insert into rss_item values('https://a.example/', 1, 1, '', '', 0, zeroblob(40000000), 1)"), Damaged},
		"JSON of another kind":     {put([]byte(`{"bookmarks": [{"url": "https://a.example/"}]}`)), Unknown},
		"a JSON feed":              {put([]byte(`{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1"}]}`)), Unknown},
		"JSON that breaks off":     {put([]byte(`{"entries": [{"status": "read", "url": "https://a.example/1", "feed": {"feed_url": "https://a.example/"}}, {"sta`)), Damaged},
		"a list that is none":      {put([]byte(`{"items": {"a": 1}}`)), Unknown},
		"only what has no address": {put([]byte(`[{"status": "read", "url": "https://a.example/1", "feed_id": 3}]`)), NoSource},
		"deep":                     {put([]byte(`{"items": ` + strings.Repeat("[", 100000))), Damaged},
		"an archive":               {put([]byte("PK\x03\x04...")), Packed},
		"a huge database":          {sparse(string(real[:100]), maxFile+1), TooBig},
		"huge JSON":                {sparse("{", maxJSON+1), TooBig},
		"too many articles":        {full, TooMany},
		"a folder":                 {t.TempDir(), "folder"},
	} {
		t.Run(name, func(t *testing.T) {
			if c.want == "folder" {
				if _, err := Open(t.Context(), c.path, t.TempDir()); err == nil {
					t.Error("a folder was read")
				}
				return
			}
			if c.path == "" {
				t.Skip("rows one after the other, without the race detector")
			}
			before := worked()
			if got := problem(t, c.path); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
			if work := worked() - before; most > 0 && work > 2*most {
				t.Errorf("refusing it took %v of the processor, reading the most that is taken takes %v", work, most)
			}
		})
	}
}

// fullestDatabase gives a database with one article more than is taken, and what work it is to read
// it without that one. Under the race detector there is none.
func fullestDatabase(t *testing.T, tables string) (path string, work time.Duration) {
	t.Helper()
	if race.Detects {
		return "", 0
	}
	path = makeDatabase(t, tables+"create table rss_item(feedurl, guid, title, author, url, pubDate, content, unread); with recursive n(i) as (select 1 union all select i + 1 from n where i < "+strconv.Itoa(maxItems)+") insert into rss_item select 'https://a.example/', '', '', '', '', 0, '', 1 from n")
	before := worked()
	e, err := Open(t.Context(), path, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	work = worked() - before
	if e.Articles != maxItems {
		t.Errorf("%d articles, want %d", e.Articles, maxItems)
	}
	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(path))
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.ExecContext(t.Context(), "insert into rss_item select * from rss_item limit 1")
	if err := errors.Join(err, db.Close(), e.Close()); err != nil {
		t.Fatal(err)
	}
	return path, work
}

func TestWhatAFileSaysIsCleaned(t *testing.T) {
	path := makeDatabase(t, `create table rss_feed(rssurl, url, title); create table rss_item(feedurl, guid, title, author, url, pubDate, content, unread, flags);
		create trigger t after insert on rss_item begin select 1; end;
		insert into rss_feed values('https://a.example/feed', 'javascript:alert(1)', 'Titel' || char(27) || ']0;x' || char(7)), ('javascript:alert(1)', '', 'x');
		insert into rss_item values('https://a.example/feed', char(27) || '[2J', 'Kopf' || char(0x9b) || '31m', 'Ada' || char(27), 'javascript:alert(1)', 'morgen', '<p onclick=x>Text' || char(27) || '[0m <a href="javascript:x">y</a></p>', 0, 'a' || char(27)),
			('javascript:alert(1)', 'x', 'x', '', '', 0, '', 1, null), ('https://b.example/feed', x'ff00fe', x'00ff', 3.5, 17, 1e300, null, 'nein', 1);`)
	e := open(t, path)
	if len(e.Sources) != 2 || e.Sources[0].Site != "" || e.Sources[0].Title != "Titel]0;x" || e.LeftOut != 1 {
		t.Errorf("%+v, %d", e.Sources, e.LeftOut)
	}
	list := items(t, e)
	if len(list) != 2 {
		t.Fatalf("%+v", list)
	}
	for _, it := range list {
		checkItem(t, &it)
	}
	if it := list[0]; it.Entry.Link != "" || it.Entry.Title != "Kopf31m" || !it.Read || !it.Starred {
		t.Errorf("%+v", it)
	}
}

// A password in an address comes no further than here.
func TestPasswordsInAddressesAreLeftThere(t *testing.T) {
	e := open(t, makeDatabase(t, `create table rss_feed(rssurl, url, title); create table rss_item(feedurl, guid, title, author, url, pubDate, content, unread);
		insert into rss_feed values('https://ada:geheim@a.example/feed', '', 'A');
		insert into rss_item values('https://ada:geheim@a.example/feed', 1, 'Eins', '', '', 0, '', 1)`))
	e.Subscribed([]feed.Source{{URL: "https://ada:geheim@a.example/feed"}})
	list := items(t, e)
	if len(e.Sources) != 1 || e.Sources[0].URL != "https://a.example/feed" || len(list) != 1 || list[0].Source.URL != "https://a.example/feed" {
		t.Errorf("%+v, %+v", e.Sources, list)
	}
}

func checkItem(t *testing.T, it *Item) {
	t.Helper()
	e := &it.Entry
	for _, s := range append([]string{e.ID, e.Title, e.Link, it.Source.Title, it.Source.Site}, append(append(append(it.Source.Folder, it.Tags...), e.Authors...), e.Categories...)...) {
		if feed.Line(s) != s {
			t.Errorf("not one clean line: %q", s)
		}
	}
	for _, s := range []string{e.Summary, e.Content} {
		if feed.Clean(s) != s {
			t.Errorf("not clean: %q", s)
		}
	}
	for _, s := range []string{e.Link, it.Source.Site, it.Source.URL} {
		if s != "" && feed.WebLink(s) == "" {
			t.Errorf("no web address: %q", s)
		}
	}
	if it.Source.ID == "" || it.Source.URL == "" {
		t.Errorf("%+v", it.Source)
	}
}

// A program that writes is waited for; what it has in its log counts, what it has not
// finished does not.
func TestADatabaseThatIsBeingWritten(t *testing.T) {
	for mode, want := range map[string]int{"wal": 2, "delete": 1} {
		t.Run(mode, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "cache.db")
			db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(path)+"?_pragma=journal_mode("+mode+")&_pragma=wal_autocheckpoint(0)&_pragma=cache_size(1)")
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			db.SetMaxOpenConns(1)
			do := func(q string) {
				t.Helper()
				if _, err := db.Exec(q); err != nil {
					t.Fatal(err)
				}
			}
			do("create table rss_feed(rssurl, url, title); create table rss_item(feedurl, guid, title, author, url, pubDate, content, unread)")
			insert := "insert into rss_item select 'https://a.example/', value, 'Eins', '', '', 0, hex(zeroblob(500)), 1 from generate_series(1, 1)"
			insert = strings.ReplaceAll(insert, " from generate_series(1, 1)", " from (select 1 as value)")
			do(insert)
			if mode == "wal" {
				do(strings.ReplaceAll(insert, "Eins", "Zwei"))
			}
			do("begin immediate")
			do("with recursive n(value) as (select 1 union all select value + 1 from n where value < 400) insert into rss_item select 'https://a.example/', value, 'Halb', '', '', 0, hex(zeroblob(2000)), 1 from n")
			e := open(t, path) // the writer stands still: its transaction is taken back in the copy
			if e.Articles != want {
				t.Errorf("%d articles, want %d", e.Articles, want)
			}
			do("rollback")
		})
	}
}

func TestADatabaseThatNeverRests(t *testing.T) {
	path := makeDatabase(t, "create table rss_feed(rssurl, url, title); create table rss_item(feedurl, guid, title, author, url, pubDate, content, unread); insert into rss_item values('https://a.example/', 1, 1, '', '', 0, zeroblob(24000000), 1)")
	ctx, stop := context.WithCancel(t.Context())
	done, begun := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for n := int64(0); ctx.Err() == nil; n++ {
			_ = os.Chtimes(path, time.Time{}, time.Unix(1795428000+n, 0)) // the test shows if it fails
			if n == 1 {
				close(begun)
			}
		}
	}()
	<-begun
	got := problem(t, path)
	for try := 0; got == "" && try < 5; try++ { // a machine under load may let the writer wait
		got = problem(t, path)
	}
	stop()
	<-done
	if got != Busy {
		t.Errorf("%q", got)
	}
}

// A journal may name another file, which SQLite would look at and delete.
func TestAJournalThatNamesAnotherFileIsRefused(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "newsboat.db"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "cache.db")
	for name, b := range map[string][]byte{"": data, "-journal": append([]byte("name of another"), journalMagic...)} {
		if err := os.WriteFile(path+name, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got := problem(t, path); got != Busy {
		t.Errorf("%q", got)
	}
}

func TestReadingEndsWithItsContext(t *testing.T) {
	e := open(t, filepath.Join("testdata", "newsboat.db"))
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := e.Each(ctx, func(*Item) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := Open(ctx, filepath.Join("testdata", "newsboat.db"), t.TempDir()); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// Whatever is wrong with a database, it is read to an end or refused, and what comes of it is clean.
func TestDamageOfEveryKind(t *testing.T) {
	whole, err := os.ReadFile(filepath.Join("testdata", "newsboat.db"))
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	refused := 0
	for range 200 {
		data := append([]byte(nil), whole...)
		for range 1 + r.IntN(30) {
			at := r.IntN(len(data))
			if r.IntN(2) == 0 { // the heads of pages
				at = 4096*r.IntN(len(data)/4096) + r.IntN(200)
			}
			data[at] = byte(r.IntN(256))
		}
		if r.IntN(5) == 0 {
			data = data[:r.IntN(len(data))]
		}
		path := filepath.Join(t.TempDir(), "cache.db")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		e, err := Open(t.Context(), path, t.TempDir())
		if err != nil {
			refused++
			continue
		}
		_ = e.Each(t.Context(), func(it *Item) error { checkItem(t, it); return nil }) // it may break off
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	}
	if refused == 0 || refused == 200 {
		t.Errorf("%d refused", refused)
	}
}

// FuzzOpen feeds anything to what tells files apart and reads them.
func FuzzOpen(f *testing.F) {
	small := makeDatabase(f, "pragma page_size = 512; create table rss_feed(rssurl, url, title); create table rss_item(feedurl, guid, title, author, url, pubDate, content, unread, flags); insert into rss_item values('https://a.example/', 1, 'Eins', '', 'https://a.example/1', 1795428000, '<p>Text</p>', 0, 'a')")
	for _, path := range []string{small, filepath.Join("testdata", "miniflux.json"), filepath.Join("testdata", "reader.json")} {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("https://a.example/\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "x")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		e, err := Open(t.Context(), path, t.TempDir())
		if err != nil {
			return
		}
		defer e.Close()
		_ = e.Each(t.Context(), func(it *Item) error { checkItem(t, it); return nil }) // it may be damaged
	})
}

// FuzzJSON feeds articles of any shape to both readers of exports.
func FuzzJSON(f *testing.F) {
	for _, name := range []string{"miniflux.json", "freshrss.json", "reader.json"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(`[{"status":"read","url":"x","feed":{"feed_url":"https://a.example/","category":3}}]`))
	f.Add([]byte(`{"items":[{"origin":[],"categories":"x","canonical":[{"href":1}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		e, err := fromJSON("x", data)
		if err != nil {
			return
		}
		if err := e.count(t.Context()); err != nil {
			return
		}
		n := 0
		if err := e.Each(t.Context(), func(it *Item) error { n++; checkItem(t, it); return nil }); err != nil {
			t.Fatal(err)
		}
		if n > 0 && len(e.Sources) == 0 {
			t.Fatal("articles without a source")
		}
	})
}
