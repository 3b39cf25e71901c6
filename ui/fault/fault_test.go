package fault

import (
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"
	"time"

	"depesche/cache"
	"depesche/cache/download"
	"depesche/cache/heritage"
	"depesche/feed"
	"depesche/feed/direct"
	"depesche/feed/extract"
	"depesche/feed/fetch"
	"depesche/feed/opml"
	"depesche/feed/parse"
	"depesche/feed/program"
	"depesche/ui/config"
	"depesche/ui/keys"
	"depesche/ui/locale"
)

const where = "https://lindenau.example/feed"

// Each error with a word that its sentence must have, in English and German.
var faults = []struct {
	name   string
	err    error
	en, de string
}{
	{"a host that does not exist", &fetch.NetError{URL: where, Kind: fetch.NoHost}, "lindenau.example was not found", "lindenau.example wurde nicht gefunden"},
	{"nobody listens", &fetch.NetError{URL: where, Kind: fetch.Refused}, "Nothing answers at lindenau.example", "antwortet niemand"},
	{"a bare status", &fetch.StatusError{URL: where, Code: 418}, "418", "418"},
	{"forbidden", &fetch.StatusError{URL: where, Code: 403}, "login", "Anmeldung"},
	{"a login is asked for", &fetch.StatusError{URL: where, Code: 401}, "[[source]]", "[[source]]"},
	{"a page without headlines", direct.ErrNoHeadlines, "no list of linked headlines", "keine Liste verlinkter Überschriften"},
	{"a page for logging in", &direct.NoFeedError{URL: where, Login: true}, "its cookie", "dessen Cookie"},
	{"a browser is asked for", &fetch.StatusError{URL: where, Code: 403, Challenge: true}, "a test for bots", "Prüfung auf Bots"},
	{"another reader's file is damaged", &heritage.Error{Path: "/x/cache.db", Problem: heritage.Damaged, Err: errors.New("malformed")}, "/x/cache.db is damaged", "/x/cache.db ist beschädigt"},
	{"no deed", &cache.DeedError{Text: "delete"}, "mute", "mute"},
	{"an empty rule", cache.ErrEmptyRule, "query", "Abfrage"},
	{"too many rules", cache.ErrTooMany, "500", "500"},
	{"the allowance", cache.ErrBudget, "allowance", "Tagesmaß"},
	{"a part", cache.ErrNoText, "part", "Teil"},
	{"offline", cache.ErrOffline, "Offline", "Ohne Netz"},
	{"no tag", cache.ErrNoTag, "comma", "Komma"},
	{"not there", &fetch.StatusError{URL: where, Code: 404}, where, where},
	{"gone", &fetch.StatusError{URL: where, Code: 410}, "ended for good", "endgültig"},
	{"too many requests, with a time", &fetch.StatusError{URL: where, Code: 429, Wait: 90 * time.Second}, "2 min", "2 min"},
	{"too many requests, without one", &fetch.StatusError{URL: where, Code: 429}, "so often", "so oft"},
	{"the server's own trouble", &fetch.StatusError{URL: where, Code: 502}, "502", "502"},
	{"a private address", fmt.Errorf("fetch %s: %w", where, fetch.ErrPrivate), where + " lies in a private network", where + " liegt in einem privaten Netz"},
	{"a private address without a name", fetch.ErrPrivate, "That address lies", "Diese Adresse liegt"},
	{"too big", fmt.Errorf("fetch %s: %w", where, fetch.ErrTooBig), "refresh.max_size", "refresh.max_size"},
	{"no web address", fmt.Errorf("fetch gopher://x: %w", fetch.ErrScheme), "gopher://x is no web address", "gopher://x ist keine Web-Adresse"},
	{"no address at all", fmt.Errorf("fetch x y: %w", fetch.ErrAddress), "https://host/path", "https://host/pfad"},
	{"redirects in a circle", fmt.Errorf("fetch %s: %w", where, fetch.ErrTooManyRedirects), "round in circles", "im Kreis"},
	{"asked to wait", &cache.WaitError{Until: time.Date(2020, 11, 23, 9, 5, 0, 0, time.Local)}, "09:05", "09:05"},

	{"a page in place of a feed", &parse.NotFeedError{Is: "html"}, "no feed but a web page", "kein Feed, sondern eine Webseite"},
	{"a page that names a feed", &parse.NotFeedError{Is: "html", Feeds: []feed.Source{{URL: where}}}, where, where},
	{"something new in place of a feed", &parse.NotFeedError{Is: "tapestry"}, "binary data", "Binärdaten"},
	{"nothing in place of a feed", &parse.NotFeedError{Is: "empty"}, "not one byte", "kein Byte"},
	{"broken XML", &parse.DamagedError{Problems: []string{"cut short"}}, "cut short", "cut short"},
	{"every problem of a feed", &parse.DamagedError{Problems: []string{parse.CutShort, parse.NoEndTag}}, "cut short, an end tag is missing", "er bricht ab, ein End-Tag fehlt"},
	{"no feed of whatever kind", parse.ErrNotFeed, "no feed", "kein Feed"},
	{"no feed on a whole site", &direct.NoFeedError{URL: where, Not: &parse.NotFeedError{Is: "html"}}, where + " (it is a web page)", where + " wurde kein Feed gefunden (dort steht eine Webseite)"},
	{"no feed that can be read", &direct.NoFeedError{URL: where}, where + ": look", where + " wurde kein Feed gefunden: seine"},
	{"a site that names feeds", &direct.NoFeedError{URL: where, Not: &parse.NotFeedError{Is: "html", Feeds: []feed.Source{{URL: where}}}}, "its feed is " + where, "ihr Feed ist " + where},
	{"a feed without entries", direct.ErrNoEntries, "no articles at the moment", "gerade keine Artikel"},
	{"a feed with too many entries", &parse.TooManyError{Taken: 5000, Of: 20000}, "5,000 of 20,000 entries taken", "5.000 von 20.000 Einträgen übernommen"},
	{"a feed that is too big", &direct.TooBigError{Taken: 1200}, "its first 1,200 articles were taken", "die ersten 1.200 Artikel"},
	{"a feed that broke off", direct.ErrBrokeOff, "broke off", "abgerissen"},
	{"an article without a page", direct.ErrNoPage, "no page of its own", "keine eigene Seite"},
	{"a picture that could not be had", cache.ErrNoPicture, "none that can be shown", "keines, das sich zeigen lässt"},
	{"a picture that is none", direct.ErrNotPicture, "none that can be shown", "keines, das sich zeigen lässt"},
	{"no OPML", opml.ErrNotOPML, "no list of sources", "keine Liste von Quellen"},
	{"no list of addresses", opml.ErrNotURLs, "one a line", "eine je Zeile"},
	{"damaged OPML", opml.ErrDamaged, "The list is damaged", "Die Liste ist beschädigt"},
	{"no article", fmt.Errorf("x: %w", extract.ErrNoArticle), "No article", "kein Artikel"},

	{"a consent dialogue only", fmt.Errorf("x: %w", extract.ErrConsentWall), "consent dialogue", "Zustimmungsdialog"},
	{"a paywall only", fmt.Errorf("x: %w", extract.ErrPaywall), "subscribers", "nur mit Abo"},

	{"asked to wait for days", &cache.WaitError{Until: time.Now().Add(72 * time.Hour)}, time.Now().Add(72 * time.Hour).Format("2 "), time.Now().Add(72 * time.Hour).Format("2. ")},
	{"an id that is too short", cache.ErrAmbiguous, "Several articles", "mehrerer Artikel"},
	{"an address that is taken", fmt.Errorf("change source %q: %w", where, cache.ErrTaken), "has this address already", "schon eine andere Quelle"},
	{"an address that is none", fmt.Errorf("add source %q: %w", "x", cache.ErrAddress), "no web address", "keine Web-Adresse"},
	{"a source that has ended", cache.ErrGone, "ended for good (410)", "endgültig eingestellt (410)"},
	{"a cache that was closed", cache.ErrClosed, "closed in the middle", "mittendrin geschlossen"},
	{"a closed file", &cache.StorageError{Path: "/data", Err: cache.ErrClosed}, "closed in the middle", "mittendrin geschlossen"},
	{"a damaged index", &cache.StorageError{Path: "/data", Err: cache.ErrIndex}, "search index", "Suchverzeichnis"},
	{"a bare damaged index", cache.ErrIndex, "search index", "Suchverzeichnis"},
	{"busy", cache.ErrBusy, "Another program", "Ein anderes Programm"},
	{"full", cache.ErrFull, "no space left", "voll"},
	{"a source that the settings keep", cache.ErrKept, "take it out there", "dort herausnehmen"},
	{"a program that is not there", &program.Error{Name: "wetter"}, "wetter cannot be started", "wetter lässt sich nicht starten"},
	{"a program that fails", &program.Error{Name: "wetter", Kind: program.Failed, Said: "no key"}, "failed (no key)", "gescheitert (no key)"},
	{"a program that hangs", &program.Error{Name: "wetter", Kind: program.TimedOut}, "took too long", "brauchte zu lange"},
	{"a program that floods", &program.Error{Name: "wetter", Kind: program.TooMuch}, "refresh.max_size", "refresh.max_size"},
	{"a program that is no more", direct.ErrNoProgram, "do not name", "nennen das Programm nicht mehr"},
	{"a variable that is not set", &config.MissingError{Variable: "BOTE"}, "BOTE", "BOTE"},
	{"unknown id", cache.ErrNotFound, "depesche list", "depesche list"},
	{"nothing to undo", cache.ErrNothing, "undo", "rückgängig"},
	{"a folder that cannot be written", &cache.StorageError{Path: "/data", Err: cache.ErrReadOnly}, "(/data) cannot be written", "(/data) lässt sich nicht schreiben"},
	{"a file in place of the folder", &cache.StorageError{Path: "/data", Err: &fs.PathError{Op: "mkdir", Path: "/data", Err: syscall.ENOTDIR}}, "/data", "/data"},
	{"a full disk", &cache.StorageError{Path: "/data", Err: cache.ErrFull}, "no space left", "voll"},
	{"a busy database", &cache.StorageError{Path: "/data", Err: cache.ErrBusy}, "Another program", "Ein anderes Programm"},
	{"some other trouble with the folder", &cache.StorageError{Path: "/data", Err: errors.New("odd")}, "odd", "odd"},
	{"a damaged database", &cache.DamagedError{Path: "/d/x", Err: errors.New("malformed")}, "left as it is", "blieb, wie sie ist"},
	{"a damaged database put aside", &cache.DamagedError{Path: "/d/x", Moved: "/d/y", Saved: cache.Saved{Sources: 2, Articles: 1234, Marks: 1}}, "kept as /d/y. Back are 2 sources, 1,234 articles and 1 mark.", "liegt jetzt als /d/y daneben. Wieder da sind 2 Quellen, 1.234 Artikel und 1 Markierung."},
	{"a database of which a copy has more", &cache.DamagedError{Path: "/d/x", Moved: "/d/y", Saved: cache.Saved{Sources: 2, Articles: 9}, Copied: cache.Saved{Articles: 4}, Copy: "/d/z"}, "4 of them only in the copy of", "davon 4 nur in der Kopie vom"},
	{"a database that is gone", &cache.DamagedError{Path: "/d/x", Moved: "/d/y", Lost: true, Saved: cache.Saved{Sources: 2, Articles: 9}, Copy: "/d/z"}, "was missing or empty. Back are 2 sources", "fehlte oder war leer. Wieder da sind 2 Quellen"},
	{"nothing came back", &cache.DamagedError{Path: "/d/x", Moved: "/d/y"}, "Nothing of it could be read: depesche restore", "Nichts davon ließ sich lesen: depesche restore"},
	{"a defect at a feed", &cache.DefectError{While: "feed https://a.example/", Report: "/d/x"}, "at feed https://a.example/; the rest went on. The report is /d/x", "bei feed https://a.example/"},
	{"a copy that is not there", &cache.NoCopyError{ID: "x"}, "There is no copy", "Eine Kopie"},
	{"a database that is open", &cache.StorageError{Path: "/d/x", Err: cache.ErrOpen}, "Another depesche has the database /d/x open", "Ein anderes depesche hat die Datenbank /d/x offen"},
	{"a text that cannot be read", cache.ErrText, "It is kept", "bleibt erhalten"},
	{"a newer database", &cache.NewerError{Path: "/d/x", Have: 9, Know: 1}, "newer depesche", "neueren depesche"},
	{"read-only", cache.ErrReadOnly, "cannot be written", "nicht schreiben"},

	{"a query with a place", &cache.QueryError{Pos: 5, Char: 4, Code: cache.CodeField, Text: "autor", Near: "author"}, `character 5: there is no field "autor"; the nearest is author`, "beim 5. Zeichen"},
	{"a query with a fault that has no words", &cache.QueryError{Pos: 4, Code: "new-fault"}, "new-fault", "new-fault"},

	{"an unknown setting", &config.Error{File: "c.toml", Line: 3, Kind: config.UnknownKey, Key: "widht", Nearest: "width"}, "c.toml, line 3: there is no setting widht; the nearest is width", "c.toml, Zeile 3"},
	{"a bad value", &config.Error{File: "c.toml", Line: 3, Kind: config.BadValue, Key: "width", Value: "7", Want: "20..200"}, "it takes 20..200", "möglich ist 20..200"},
	{"no TOML", &config.Error{File: "c.toml", Line: 3, Kind: config.Syntax, Err: errors.New("x")}, "no TOML", "kein TOML"},
	{"settings that are not there", &config.Error{File: "c.toml", Kind: config.Unreadable, Err: &fs.PathError{Op: "open", Path: "c.toml", Err: fs.ErrNotExist}}, "no file c.toml", "Datei c.toml"},
	{"settings that cannot be read", &config.Error{File: "c.toml", Kind: config.Unreadable, Err: errors.New("odd")}, "odd", "odd"},
	{"no home", config.ErrNoHome, "HOME", "HOME"},
	{"a key bound twice", &keys.ConflictError{Key: "q", Other: "q", Action: "quit", With: "close", Where: "c.toml:3"}, `"q" is bound to quit (c.toml:3) and to close`, "„q“"},
	{"a key that begins another", &keys.ConflictError{Key: "g g", Other: "g", Action: "top", With: "close"}, "begin with", "beginnen mit"},
	{"an unknown action", &keys.NameError{What: "action", Name: "quitt", Near: "quit", Where: "c.toml:3"}, `there is no action "quitt"; the nearest is quit`, "eine Aktion „quitt“ gibt es nicht"},

	{"a file that is not there", &fs.PathError{Op: "open", Path: "/x", Err: fs.ErrNotExist}, "no file /x", "Datei /x gibt es nicht"},
	{"a file that may not be read", &fs.PathError{Op: "open", Path: "/x", Err: fs.ErrPermission}, "check its rights", "Rechte prüfen"},
	{"a file that is there already", &fs.PathError{Op: "open", Path: "/x", Err: fs.ErrExist}, "already there", "gibt es schon"},
	{"a folder in place of a file", &fs.PathError{Op: "read", Path: "/x", Err: syscall.EISDIR}, "is a folder", "ist ein Ordner"},
	{"some other trouble with a file", &fs.PathError{Op: "read", Path: "/x", Err: os.ErrClosed}, "read /x", "read /x"},
	{"an article without a file", cache.ErrNoFile, "no file to download", "keine Datei zum Herunterladen"},
	{"a page in place of a file", fmt.Errorf("fetch %s: %w", where, direct.ErrNotFile), "a web page instead of the file", "statt der Datei eine Webseite"},
	{"a file that is too long", &cache.TooBigError{Most: 2_000_000, Err: feed.ErrTooLong}, "larger than 2.0 MB", "größer als 2,0 MB"},
	{"a file on its way already", download.ErrRunning, "already being downloaded", "schon heruntergeladen"},
	{"a file that broke off", &download.PartialError{Have: 3_000_000, Size: 12_000_000, Keeps: true, Err: &fetch.NetError{URL: where, Kind: fetch.Broken}}, "3.0 MB of 12.0 MB have arrived; download it again to resume", "3,0 MB von 12,0 MB sind angekommen; erneutes Herunterladen setzt fort"},
	{"a file that broke off for good", &download.PartialError{Have: 3_000_000, Size: -1, Err: &fetch.NetError{URL: where, Kind: fetch.Broken}}, "3.0 MB have arrived; the server does not allow", "3,0 MB sind angekommen; der Server erlaubt kein Fortsetzen"},
	{"a part that is another", fmt.Errorf("fetch %s: %w", where, fetch.ErrRange), "another part of the file", "einen anderen Teil der Datei"},
	{"a file that nothing opens", &config.NoOpenerError{File: "/d/x.exe"}, "/d/x.exe", "/d/x.exe"},

	{"interrupted", context.Canceled, "Interrupted", "Unterbrochen"},
	{"out of time", context.DeadlineExceeded, "too long", "zu lange"},
	{"what nobody knows", errors.New("odd thing"), "odd thing.", "odd thing."},
}

func TestSentence(t *testing.T) {
	for _, f := range faults {
		t.Run(f.name, func(t *testing.T) {
			for _, wrapped := range []error{f.err, fmt.Errorf("list: %w", f.err), errors.Join(f.err, nil)} {
				for _, l := range []struct {
					text *locale.Text
					want string
				}{{locale.English(), f.en}, {locale.German(), f.de}} {
					got := Sentence(l.text, wrapped)
					if !strings.Contains(got, l.want) {
						t.Errorf("%s: got %q, want %q in it", l.text.Code, got, l.want)
					}
					if !strings.HasSuffix(got, ".") || strings.HasSuffix(got, "..") || strings.Contains(got, "\n") || strings.Contains(got, "%!") {
						t.Errorf("%s: no sentence: %q", l.text.Code, got)
					}
				}
			}
		})
	}
}

func TestJoinedErrorsAreASentenceEach(t *testing.T) {
	got := Sentence(locale.English(), errors.Join(cache.ErrNothing, fmt.Errorf("x: %w", errors.Join(fs.ErrExist, context.Canceled))))
	if strings.Count(got, "\n") != 1 {
		t.Errorf("got %q", got)
	}
	if Sentence(locale.English(), nil) != "" {
		t.Error("no error has no sentence")
	}
}

// Every kind that fetch and cache know has words in both languages.
func TestNoKindIsSilent(t *testing.T) {
	for _, text := range []*locale.Text{locale.English(), locale.German()} {
		e := &text.Errors
		for k := fetch.Failed; k <= fetch.BadProxy; k++ {
			if e.Net[k.String()] == nil {
				t.Errorf("%s: no words for the network's %q", text.Code, k)
			}
		}
		for _, code := range []string{
			cache.CodeQuote, cache.CodeNoGroup, cache.CodeBracket, cache.CodeClosing, cache.CodeField, cache.CodeValue, cache.CodeTime,
			cache.CodeNumber, cache.CodeRegexp, cache.CodeEmpty, cache.CodeOperand, cache.CodeLong,
		} {
			if e.Query[code] == nil {
				t.Errorf("%s: no words for the query's %q", text.Code, code)
			}
		}
		v := reflect.ValueOf(*e)
		for i := range v.NumField() {
			if v.Field(i).IsZero() {
				t.Errorf("%s: %s is missing", text.Code, v.Type().Field(i).Name)
			}
		}
	}
}

// silent are exported errors that no reader ever meets, and why.
var silent = map[string]string{
	"wire.ErrPrint":         "the cache makes the fingerprint anew",
	"feed.ErrNoFeed":        "direct.NoFeedError is one, with an address",
	"extract.SelectorError": "the settings tell it as a bad value",
}

// Every exported error of the layers below, a variable or a type, stands in the table above.
func TestEveryErrorHasItsSentence(t *testing.T) {
	have := map[string]bool{}
	for _, f := range faults {
		for _, e := range exported {
			if errors.Is(f.err, e.err) {
				have[e.name] = true
			}
		}
		for e := f.err; e != nil; e = errors.Unwrap(e) {
			have[strings.TrimPrefix(reflect.TypeOf(e).String(), "*")] = true
		}
	}
	names := declared(t)
	if len(names) < 25 {
		t.Fatalf("only %d errors found: %v", len(names), names)
	}
	for _, name := range names {
		if !have[name] && silent[name] == "" {
			t.Errorf("%s has no case in faults", name)
		}
	}
}

// exported are the sentinels by their names; TestEveryErrorHasItsSentence finds those that are missing.
var exported = []struct {
	name string
	err  error
}{
	{"cache.ErrEmptyRule", cache.ErrEmptyRule},
	{"cache.ErrTooMany", cache.ErrTooMany},
	{"cache.ErrNoTag", cache.ErrNoTag},
	{"cache.ErrBudget", cache.ErrBudget},
	{"cache.ErrNoText", cache.ErrNoText},
	{"cache.ErrOffline", cache.ErrOffline},
	{"cache.ErrNotFound", cache.ErrNotFound},
	{"cache.ErrNothing", cache.ErrNothing},
	{"cache.ErrAmbiguous", cache.ErrAmbiguous},
	{"cache.ErrTaken", cache.ErrTaken},
	{"cache.ErrAddress", cache.ErrAddress},
	{"cache.ErrReadOnly", cache.ErrReadOnly},
	{"cache.ErrFull", cache.ErrFull},
	{"cache.ErrBusy", cache.ErrBusy},
	{"cache.ErrClosed", cache.ErrClosed},
	{"cache.ErrIndex", cache.ErrIndex},
	{"cache.ErrText", cache.ErrText},
	{"cache.DefectError", &cache.DefectError{}},
	{"cache.NoCopyError", &cache.NoCopyError{}},
	{"cache.ErrOpen", cache.ErrOpen},
	{"cache.ErrGone", cache.ErrGone},
	{"cache.ErrKept", cache.ErrKept},
	{"cache.ErrNoFile", cache.ErrNoFile},
	{"download.ErrRunning", download.ErrRunning},
	{"download.ErrPartial", download.ErrPartial},
	{"feed.ErrTooLong", feed.ErrTooLong},
	{"direct.ErrNotFile", direct.ErrNotFile},
	{"fetch.ErrRange", fetch.ErrRange},
	{"direct.ErrNoProgram", direct.ErrNoProgram},
	{"config.ErrNoHome", config.ErrNoHome},
	{"direct.ErrNoPage", direct.ErrNoPage},
	{"direct.ErrNotPicture", direct.ErrNotPicture},
	{"cache.ErrNoPicture", cache.ErrNoPicture},
	{"direct.ErrNoEntries", direct.ErrNoEntries},
	{"direct.ErrNoHeadlines", direct.ErrNoHeadlines},
	{"direct.ErrBrokeOff", direct.ErrBrokeOff},
	{"extract.ErrNoArticle", extract.ErrNoArticle},
	{"extract.ErrConsentWall", extract.ErrConsentWall},
	{"extract.ErrPaywall", extract.ErrPaywall},
	{"fetch.ErrAddress", fetch.ErrAddress},
	{"fetch.ErrScheme", fetch.ErrScheme},
	{"fetch.ErrPrivate", fetch.ErrPrivate},
	{"fetch.ErrTooBig", fetch.ErrTooBig},
	{"fetch.ErrTooManyRedirects", fetch.ErrTooManyRedirects},
	{"opml.ErrNotOPML", opml.ErrNotOPML},
	{"opml.ErrNotURLs", opml.ErrNotURLs},
	{"opml.ErrDamaged", opml.ErrDamaged},
	{"parse.ErrNotFeed", parse.ErrNotFeed},
}

// declared reads the sources of the packages below for exported errors: "cache.ErrFull", "fetch.StatusError".
func declared(t *testing.T) []string {
	var names []string
	for _, pattern := range []string{"../../cache/*.go", "../../cache/heritage/*.go", "../../cache/download/*.go", "../../feed/*.go", "../../feed/*/*.go", "../config/*.go", "../keys/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range errorNames(f) {
				names = append(names, f.Name.Name+"."+name)
			}
		}
	}
	return names
}

func errorNames(f *ast.File) []string {
	var names []string
	add := func(name string) {
		if ast.IsExported(name) {
			names = append(names, name)
		}
	}
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.GenDecl:
			for _, s := range d.Specs {
				if v, ok := s.(*ast.ValueSpec); ok && d.Tok == token.VAR {
					for _, n := range v.Names {
						if strings.HasPrefix(n.Name, "Err") {
							add(n.Name)
						}
					}
				}
			}
		case *ast.FuncDecl:
			if d.Name.Name != "Error" || d.Recv == nil {
				continue
			}
			switch r := d.Recv.List[0].Type.(type) {
			case *ast.StarExpr:
				add(r.X.(*ast.Ident).Name)
			case *ast.Ident:
				add(r.Name)
			}
		}
	}
	return names
}

// Every problem that package heritage can name has words in both languages, with the file's name.
func TestProblemsOfForeignFilesHaveWords(t *testing.T) {
	problems := []heritage.Problem{heritage.Unknown, heritage.Damaged, heritage.Busy, heritage.TooBig, heritage.TooMany, heritage.TooSlow, heritage.NoPlace, heritage.NoSource, heritage.Packed}
	for _, text := range []*locale.Text{locale.English(), locale.German()} {
		for _, p := range problems {
			if s := Sentence(text, &heritage.Error{Path: "/tmp/cache.db", Problem: p, Err: errors.New("x")}); !strings.Contains(s, "/tmp/cache.db") || strings.HasSuffix(s, "x.") {
				t.Errorf("%s: no words for %q: %s", text.Code, p, s)
			}
		}
		if len(text.Errors.Heritage) != len(problems) {
			t.Errorf("%s: words for problems that nobody has", text.Code)
		}
	}
}

// Every problem that package parse can name has words in both languages.
func TestProblemsHaveWords(t *testing.T) {
	for _, text := range []*locale.Text{locale.English(), locale.German()} {
		for _, p := range []string{parse.CutShort, parse.NoEntryEnd, parse.NoEndTag, parse.NoCDATAEnd, parse.TextInFront, parse.TextTooLong} {
			if text.Errors.Problems[p] == "" {
				t.Errorf("%s: no words for %q", text.Code, p)
			}
		}
		if len(text.Errors.Problems) != 6 {
			t.Errorf("%s: words for problems that nobody has", text.Code)
		}
	}
}
