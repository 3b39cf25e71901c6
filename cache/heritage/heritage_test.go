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
)

// make builds a database of a script of SQL.
func makeDatabase(t testing.TB, script string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "fremd ä.db")
	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(path))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(script); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func source(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join("testdata", name)
	if filepath.Ext(name) != ".sql" {
		return path
	}
	script, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return makeDatabase(t, string(script))
}

func open(t testing.TB, path string) *Estate {
	t.Helper()
	e, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.Close() })
	return e
}

func items(t testing.TB, e *Estate) []Item {
	t.Helper()
	var out []Item
	if err := e.Each(t.Context(), func(it *Item) error { out = append(out, *it); return nil }); err != nil {
		t.Fatal(err)
	}
	return out
}

// shown is an item in a line: its marks, what tells it, and its text.
func shown(it *Item) string {
	e := &it.Entry
	s := e.Title
	for _, f := range []struct {
		on   bool
		sign string
	}{{it.Read, " r"}, {it.Starred, " *"}, {it.Deleted, " x"}} {
		if f.on {
			s += f.sign
		}
	}
	date := ""
	if !e.Published.IsZero() {
		date = e.Published.UTC().Format("02.15:04")
	}
	var files []string
	for _, c := range e.Enclosures {
		files = append(files, c.URL)
	}
	return strings.Join([]string{
		s, strings.Join(it.Tags, "#"), e.ID, e.Link, date, strings.Join(e.Authors, ";"), strings.Join(e.Categories, ";"),
		e.Summary, e.Content, strings.Join(files, " "),
	}, "|")
}

const bote = "https://bote.lindenau.example"

func TestWhatOtherReadersLeft(t *testing.T) {
	for name, c := range map[string]struct {
		program string
		counts  Counts
		left    int
		sources string
		items   []string
	}{
		// Made by newsboat 2.21 itself, by its keys: read, flagged, deleted.
		"newsboat.db": {
			"newsboat",
			Counts{4, 2, 1},
			0,
			"http://127.0.0.1:8132/bote.xml Lindenauer Bote " + bote + "/ ; http://127.0.0.1:8132/ton.xml Lindenau hört  ",
			[]string{
				"Weg damit r x||bote-4|" + bote + "/4.html|23.07:00|||Wird gelöscht.||",
				"Ohne Kennung r|||" + bote + "/3.html|23.08:00|||Ein Satz.||",
				"Markt & Müll *|newsboat-B#newsboat-a|bote-2|" + bote + "/2.html|23.09:00|||<p>Der Markt zieht um.…</p>||",
				`Brücke wird saniert r||bote-1|` + bote + `/1.html|23.10:00|Ada Lindner||<p>Nach zehn Jahren <b>endlich</b>: die <a href="https://bote.lindenau.example/bruecke">Brücke</a>.</p>||`,
				"Folge 1||urn:lindenau:ton:1|https://ton.lindenau.example/folgen/1|22.06:00|||<p>Wir hören die Brücke.</p>||https://ton.lindenau.example/1.mp3",
			},
		},
		"newsraft.sql": {
			"newsraft",
			Counts{2, 1, 1},
			0, bote + "/feed Lindenauer Bote " + bote + "/ ",
			[]string{
				"Brücke wird saniert r *||bote-1|" + bote + "/1.html|23.10:00|Ada Lindner|Stadt|Kurz &amp; knapp.|<p>Nach zehn Jahren ist es so weit.</p>|" + bote + "/1.mp3",
				"Markt zieht um||bote-2|" + bote + "/2.html|23.09:00|||||",
			},
		},
		"nom.sql": {
			"nom",
			Counts{2, 1, 1},
			0, bote + "/feed   ",
			[]string{
				"Brücke wird saniert r *||bote-1|" + bote + "/1.html|23.10:00|Ada Lindner||<p>Nach zehn Jahren.</p>||",
				"Markt zieht um|||" + bote + "/2.html|22.12:00|||||",
			},
		},
		"miniflux.json": {
			"Miniflux",
			Counts{2, 1, 1},
			0, bote + "/feed Lindenauer Bote " + bote + "/ Lokales",
			[]string{
				"Brücke wird saniert r *|||" + bote + "/1.html|23.10:00|Ada Lindner|Stadt|<p>Nach zehn Jahren.</p>||" + bote + "/1.mp3",
				"Markt zieht um|||" + bote + "/2.html|23.09:00|||||",
				"Weg damit x|||" + bote + "/4.html||||||",
			},
		},
		"freshrss.json": {
			"FreshRSS",
			Counts{2, 1, 2},
			0, bote + "/feed Lindenauer Bote " + bote + "/ ",
			[]string{
				"Brücke wird saniert r *|Nachlesen|bote-1|" + bote + "/1.html|23.10:00|Ada Lindner|Stadt|<p>Nach zehn Jahren.</p>||",
				"Markt zieht um *||bote-2|" + bote + "/2.html|23.09:00|||||",
			},
		},
		"reader.json": {
			"Google Reader",
			Counts{2, 1, 1},
			1, bote + "/feed Lindenauer Bote " + bote + "/ ",
			[]string{
				"Brücke wird saniert r *|Lokales||" + bote + "/1.html|23.10:00|Ada Lindner|Stadt|<p>Nach zehn Jahren.</p>||",
				"Markt zieht um|||" + bote + "/2.html|23.09:00|||||",
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := source(t, name)
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			e := open(t, path)
			if e.Program != c.program || e.Counts != c.counts || e.LeftOut != c.left {
				t.Errorf("%s %+v, %d left out", e.Program, e.Counts, e.LeftOut)
			}
			var sources []string
			for _, s := range e.Sources {
				sources = append(sources, s.URL+" "+s.Title+" "+s.Site+" "+strings.Join(s.Folder, "/"))
			}
			if got := strings.Join(sources, "; "); got != c.sources {
				t.Errorf("sources %q", got)
			}
			got := items(t, e)
			for i := range got {
				line := shown(&got[i])
				if i >= len(c.items) {
					t.Errorf("besides %s", line)
					continue
				}
				front, back, cut := strings.Cut(c.items[i], "…")
				if !cut && line != c.items[i] || !strings.HasPrefix(line, front) || !strings.HasSuffix(line, back) {
					t.Errorf("got  %s\nwant %s", line, c.items[i])
				}
			}
			if len(got) < len(c.items) {
				t.Errorf("%d items", len(got))
			}
			if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
				t.Error("the file was changed")
			}
			there, err := os.ReadDir(filepath.Dir(path))
			if err != nil || filepath.Ext(name) == ".sql" && len(there) != 1 {
				t.Errorf("%v, %v", there, err)
			}
		})
	}
}

func TestTheListSaysWhatIsSubscribed(t *testing.T) {
	e := open(t, filepath.Join("testdata", "newsboat.db"))
	e.Subscribed([]feed.Source{
		{URL: "http://127.0.0.1:8132/bote.xml/", Title: "Mein Bote", Folder: []string{"Lokales"}},
		{URL: "http://127.0.0.1:8132/bote.xml", Folder: []string{"Noch einer"}},
		{URL: "https://neu.example/feed"},
	})
	if len(e.Sources) != 2 || e.Articles != 3 || e.Read != 2 || e.LeftOut != 1 {
		t.Errorf("%+v, %+v, %d", e.Sources, e.Counts, e.LeftOut)
	}
	if s := e.Sources[0]; s.Title != "Mein Bote" || s.Site != bote+"/" || s.ID != feed.NewSourceID(feed.Address(s.URL)) {
		t.Errorf("%+v", s)
	}
	for _, it := range items(t, e) {
		if it.Source.Title != "Mein Bote" || strings.Join(it.Source.Folder, "/") != "Lokales" {
			t.Errorf("%+v", it.Source)
		}
	}
}

// problem opens a file and gives what is wrong with it.
func problem(t *testing.T, path string) Problem {
	t.Helper()
	begin := time.Now()
	e, err := Open(t.Context(), path)
	if err == nil {
		e.Close()
		return ""
	}
	var p *Error
	if !errors.As(err, &p) {
		t.Fatalf("%v", err)
	}
	if p.Path != path || !strings.Contains(p.Error(), path) {
		t.Errorf("%v does not name the file", p)
	}
	if d := time.Since(begin); d > 20*time.Second {
		t.Errorf("it took %v", d)
	}
	return p.Problem
}

func TestWhatIsBrokenOrForgedIsRefused(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TMP", temp)
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
		"too many articles":        {makeDatabase(t, item+"create table rss_item(feedurl, guid, title, author, url, pubDate, content, unread); with recursive n(i) as (select 1 union all select i + 1 from n where i < "+strconv.Itoa(maxItems+1)+") insert into rss_item select 'https://a.example/', '', '', '', '', 0, '', 1 from n"), TooMany},
		"a folder":                 {t.TempDir(), "folder"},
	} {
		t.Run(name, func(t *testing.T) {
			if c.want == "folder" {
				if _, err := Open(t.Context(), c.path); err == nil {
					t.Error("a folder was read")
				}
				return
			}
			if got := problem(t, c.path); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
	left, err := filepath.Glob(filepath.Join(temp, "depesche-import-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %q, %v", left, err)
	}
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
	if _, err := Open(ctx, filepath.Join("testdata", "newsboat.db")); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestIdsThatNewsboatMadeItself(t *testing.T) {
	for id, want := range map[string]bool{
		bote + "/1Mon, 23 Nov 2026 08:00:00 GMT": true, bote + "/1": false, bote + "/1#2": false, bote + "/12": false, "Mon, 23 Nov 2026 08:00:00 GMT": false, "Titel": false,
	} {
		if madeUp(id, bote+"/1", "Titel") != want {
			t.Errorf("%q", id)
		}
	}
	if !madeUp("Titel", "", "Titel") || madeUp("x", "", "Titel") {
		t.Error("without an address")
	}
}

func TestTimesThatGoWrite(t *testing.T) {
	for s, want := range map[string]string{
		"2026-11-23 12:00:00.123456789+01:00":      "2026-11-23T11:00:00Z",
		"2026-11-23 12:00:00 +0000 UTC":            "2026-11-23T12:00:00Z",
		"2026-11-23 12:00:00.5 +0100 CET m=+0.001": "2026-11-23T11:00:00Z",
		"2026-11-23T12:00:00Z":                     "2026-11-23T12:00:00Z",
		"0001-01-01 00:00:00+00:00":                "", "gestern": "", "": "",
	} {
		got := feed.FormatTime(written(s).Truncate(time.Second))
		if got != want {
			t.Errorf("%q: %q", s, got)
		}
	}
}

func TestATeaserIsNoWholeText(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "<p>kurz</p>": false, strings.Repeat("<b></b>", 5000): false,
		strings.Repeat("<p>Wort</p>", 200): true, strings.Repeat("ä", 701): true, "<p " + strings.Repeat("x", 2000): false,
	} {
		if whole(text) != want {
			t.Errorf("%.20q: %v", text, !want)
		}
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
		e, err := Open(t.Context(), path)
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
		e, err := Open(t.Context(), path)
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

func BenchmarkNewsboat(b *testing.B) {
	path := makeDatabase(b, `create table rss_feed(rssurl, url, title); create table rss_item(feedurl, guid, title, author, url, pubDate, content, unread);
		with recursive n(i) as (select 1 union all select i + 1 from n where i < 10000)
		insert into rss_item select 'https://a.example/' || (i % 50), i, 'Meldung ' || i, '', 'https://a.example/a/' || i, 1795428000 - i,
			replace(hex(zeroblob(60)), '00', '<p>Der Rat hat lange beraten.</p>'), i % 2 from n`)
	for b.Loop() {
		e, err := Open(b.Context(), path)
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		if err := e.Each(b.Context(), func(*Item) error { n++; return nil }); err != nil || n != 10000 {
			b.Fatal(n, err)
		}
		if err := e.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
