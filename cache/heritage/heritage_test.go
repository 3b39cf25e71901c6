package heritage

import (
	"database/sql"
	"os"
	"path/filepath"
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
	e, err := Open(t.Context(), path, t.TempDir())
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

func BenchmarkNewsboat(b *testing.B) {
	path := makeDatabase(b, `create table rss_feed(rssurl, url, title); create table rss_item(feedurl, guid, title, author, url, pubDate, content, unread);
		with recursive n(i) as (select 1 union all select i + 1 from n where i < 10000)
		insert into rss_item select 'https://a.example/' || (i % 50), i, 'Meldung ' || i, '', 'https://a.example/a/' || i, 1795428000 - i,
			replace(hex(zeroblob(60)), '00', '<p>Der Rat hat lange beraten.</p>'), i % 2 from n`)
	for b.Loop() {
		e, err := Open(b.Context(), path, b.TempDir())
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
