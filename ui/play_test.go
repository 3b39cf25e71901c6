package ui

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"depesche/cache"
	"depesche/feed"
	"depesche/ui/keys"
	"depesche/ui/locale"
	"depesche/ui/picture"
)

var update = flag.Bool("update", false, "write the golden screens anew")

// testNow is when the tests read: a Monday evening.
var testNow = time.Date(2026, 11, 23, 18, 30, 0, 0, time.UTC)

// papers is an origin of a few made-up papers whose news a test can change.
type papers struct {
	mu        sync.Mutex
	articles  map[string][]feed.Article // by the feed's address
	fails     map[string]error
	unreached bool          // nobody answers Find
	offers    []feed.Source // what Find answers
	pictures  map[string][]byte
	fetched   []string // pictures that were asked for
	full      map[string]feed.Article
	files     map[string]string // by address, to download
}

func (p *papers) Sources(context.Context) ([]feed.Source, error) { return nil, nil }

func (p *papers) Find(_ context.Context, address string) ([]feed.Source, error) {
	if p.unreached {
		return nil, unreached{}
	}
	if strings.Contains(address, "nowhere") {
		return nil, errors.New("nothing answers at " + address)
	}
	if strings.Contains(address, "feedless") {
		if !feed.IsWatch(address) || strings.Contains(address, "empty") {
			return nil, fmt.Errorf("at %s: %w", address, feed.ErrNoFeed)
		}
		return []feed.Source{{URL: "https://feedless.example/" + "#:headlines", Title: "Amt", Description: "Der Markt zieht um\nBrücke bleibt gesperrt"}}, nil
	}
	return p.offers, nil
}

func (p *papers) Pull(_ context.Context, s feed.Source, _ feed.Validators) (feed.Delivery, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.fails[s.URL]; err != nil {
		return feed.Delivery{}, err
	}
	return feed.Delivery{Source: feed.Source{Title: s.Title}, Articles: append([]feed.Article(nil), p.articles[s.URL]...)}, nil
}

func (p *papers) Full(_ context.Context, a feed.Article) (feed.Article, error) {
	f, ok := p.full[a.Link]
	if !ok {
		return a, errors.New("nothing answers")
	}
	f.ID, f.Source, f.GUID, f.Link = a.ID, a.Source, a.GUID, a.Link
	return f, nil
}

func (p *papers) Explain(_ context.Context, a feed.Article) ([]feed.Reason, error) {
	if _, ok := p.full[a.Link]; !ok {
		return nil, errors.New("nothing answers")
	}
	return []feed.Reason{
		{What: "headline", Rule: "headline rather than aside by 3.1: title=all +0.9", Path: "article > h1", Text: a.Headline},
		{What: "drop", Rule: "after rather than text by 2.0: in footer=yes +0.6", Path: "div.newsletter > p", Text: "Unser Brief am Morgen"},
		{What: "byline", Rule: "JSON-LD", Text: "Ada Lindner"},
	}, nil
}

func (p *papers) Picture(_ context.Context, url string) ([]byte, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.fetched = append(p.fetched, url)
	if data := p.pictures[url]; data != nil {
		return data, nil
	}
	return nil, errors.New("no picture")
}

// Download gives the files that a test has put there.
func (p *papers) Download(_ context.Context, _ feed.Article, e feed.Enclosure, _ feed.Piece, _ int64, take func(*feed.Transfer) error) error {
	p.mu.Lock()
	data, known := p.files[e.URL]
	p.mu.Unlock()
	if !known {
		return errors.New("nothing answers")
	}
	return take(&feed.Transfer{Size: int64(len(data)), Type: e.Type, Body: strings.NewReader(data)})
}

func (p *papers) Push(context.Context, []feed.Mark) error { return nil }

const (
	boteURL    = "https://bote.lindenau.example/feed.xml"
	courierURL = "https://courier.lindenau.example/rss"
	blattURL   = "https://blatt.lindenau.example/atom.xml"
)

func article(n int, kicker, headline string, age time.Duration, body ...string) feed.Article {
	a := feed.Article{
		GUID: fmt.Sprint("a", n), Link: fmt.Sprintf("https://bote.lindenau.example/%d.html", n),
		Kicker: kicker, Headline: headline, Published: testNow.Add(-age), Language: "de",
	}
	for _, s := range body {
		switch {
		case strings.HasPrefix(s, "# "):
			a.Body = append(a.Body, feed.Block{Kind: feed.Subhead, Text: feed.Plain(s[2:])})
		case strings.HasPrefix(s, "http"):
			a.Body = append(a.Body, feed.Block{Kind: feed.Paragraph, Text: feed.Text{
				{Text: "Der Plan steht "}, {Text: "auf der Seite der Stadt", Link: s}, {Text: "."},
			}})
		default:
			a.Body = append(a.Body, feed.Block{Kind: feed.Paragraph, Text: feed.Plain(s)})
		}
	}
	return a
}

const filler = "Der Rat der Stadt hat am Abend lange beraten und sich dann doch geeinigt, mit knapper Mehrheit und " +
	"nach einer Sitzung, die um Mitternacht endete. Die Kosten trägt zur Hälfte das Land."

func newPapers() *papers {
	bridge := article(1, "Haushalt", "Stadtrat von Lindenau beschließt die Sanierung der alten Brücke", time.Hour,
		filler, "# Streit um die Kosten", filler, filler, "https://lindenau.example/plan", "# Wie es weitergeht", filler, filler, filler)
	bridge.Standfirst, bridge.Byline = "Nach zehn Jahren Streit ist der Weg frei.", "Von Ada Lindner"
	bridge.Lead = &feed.Picture{URL: "https://bote.lindenau.example/b.jpg", Caption: "Die Brücke am Morgen.", Credit: "Jan Krug"}
	bridge.Agencies, bridge.Credit, bridge.Section = []feed.Agency{"dpa"}, "(dpa/red)", "Lokales"
	long := article(2, "", "Eine sehr lange Reportage über den Fluss", 2*time.Hour)
	for i := range 60 {
		if i%6 == 5 {
			long.Body = append(long.Body, feed.Block{Kind: feed.Subhead, Text: feed.Plain(fmt.Sprintf("Kapitel %d", i/6+1))})
		}
		long.Body = append(long.Body, feed.Block{Kind: feed.Paragraph, Text: feed.Plain(fmt.Sprintf("Am %d. Tag der Fahrt liegt Nebel über dem Wasser, und die Schiffer warten, bis die Sonne ihn nimmt; %s", i+1, strings.Repeat("dann geht es weiter, Schleuse um Schleuse, bis zum Meer, ", 5)))})
	}
	wall := article(3, "Wirtschaft", "Werft stellt wieder ein", 3*time.Hour, filler)
	wall.Access = feed.Paywall
	hostile := article(4, "", "Wörter 日本語 👩‍👩‍👧‍👦 🇩🇪 mit allen Zeichen", 30*time.Hour, "日本語の記事です。", filler)
	return &papers{articles: map[string][]feed.Article{
		boteURL:    {bridge, long, wall},
		courierURL: {article(11, "Opinion", "Why the harbour needs its light", 4*time.Hour, filler), hostile},
		blattURL:   {article(21, "", "Möwen über dem Markt", 50*time.Hour, filler), article(22, "Sport", "SV Lindenau gewinnt", 51*time.Hour, filler)},
	}, fails: map[string]error{}, full: map[string]feed.Article{}}
}

func sourceList() []feed.Source {
	return []feed.Source{
		{ID: feed.NewSourceID(boteURL), URL: boteURL, Title: "Lindenauer Bote", Folder: []string{"Lokal"}},
		{ID: feed.NewSourceID(courierURL), URL: courierURL, Title: "The Courier"},
		{ID: feed.NewSourceID(blattURL), URL: blattURL, Title: "Hafenblatt", Folder: []string{"Lokal"}},
	}
}

// filledCache is a cache with the papers' news in it.
func filledCache(t testing.TB, p *papers) *cache.Cache {
	t.Helper()
	return filledCacheIn(t, t.TempDir(), p)
}

func filledCacheIn(t testing.TB, dir string, p *papers) *cache.Cache {
	t.Helper()
	c := cacheIn(t, dir, p)
	if _, err := c.AddSources(t.Context(), sourceList()...); err != nil {
		t.Fatal(err)
	}
	for range c.Refresh(t.Context()) {
	}
	return c
}

// usual holds the files of a cache with what newPapers print, which nearly every test begins with:
// making the tables and storing the news costs more than many a test.
var usual struct {
	once  sync.Once
	files fstest.MapFS
}

// usualCache is filledCache for newPapers, as a copy.
func usualCache(t testing.TB, p *papers) *cache.Cache {
	t.Helper()
	usual.once.Do(func() {
		dir := t.TempDir()
		err := filledCacheIn(t, dir, newPapers()).Close()
		files := fstest.MapFS{}
		entries, readErr := os.ReadDir(dir)
		err = errors.Join(err, readErr)
		for _, e := range entries {
			data, readErr := os.ReadFile(filepath.Join(dir, e.Name()))
			err = errors.Join(err, readErr)
			files[e.Name()] = &fstest.MapFile{Data: data, Mode: 0o600}
		}
		if err != nil {
			t.Fatal(err)
		}
		usual.files = files
	})
	dir := t.TempDir()
	if err := os.CopyFS(dir, usual.files); err != nil {
		t.Fatal(err)
	}
	return cacheIn(t, dir, p)
}

func emptyCache(t testing.TB, p *papers) *cache.Cache {
	t.Helper()
	return cacheIn(t, t.TempDir(), p)
}

func cacheIn(t testing.TB, dir string, p *papers) *cache.Cache {
	t.Helper()
	c, err := cache.Open(t.Context(), cache.Options{Dir: dir, Now: func() time.Time { return testNow }}, p)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// player presses keys on a model and runs its commands at once.
type player struct {
	t     testing.TB
	m     *Model
	p     *papers
	c     *cache.Cache
	quit  bool
	clip  string
	raw   []string // what was sent to the terminal beside the frames
	links []string
	saved map[string]string
	timed []tea.Msg // what would come later
}

// play starts the screen over filled papers and presses keys.
func play(t testing.TB, w, h int, press ...string) *player {
	t.Helper()
	return playWith(t, w, h, func(*Options) {}, press...)
}

func playWith(t testing.TB, w, h int, change func(*Options), press ...string) *player {
	t.Helper()
	p := newPapers()
	pl := &player{t: t, p: p, c: usualCache(t, p), saved: map[string]string{}}
	pl.start(w, h, change)
	pl.press(press...)
	return pl
}

// start makes a new model over the player's cache: the first time, and after a restart.
func (pl *player) start(w, h int, change func(*Options)) {
	pl.t.Helper()
	km, err := keys.New("", nil)
	if err != nil {
		pl.t.Fatal(err)
	}
	o := Options{
		Store: pl.c, Text: locale.German(), Keys: km, Scheme: Dark, Preview: true, Pictures: picture.Off,
		Now:  func() time.Time { return testNow },
		Open: func(_ context.Context, url string) error { pl.links = append(pl.links, url); return nil },
		Save: func(name string, data []byte) error {
			if _, ok := pl.saved[name]; ok {
				return os.ErrExist
			}
			pl.saved[name] = string(data)
			return nil
		},
	}
	change(&o)
	pl.m = New(o)
	pl.m.ctx = pl.t.Context()
	pl.m.after = func(_ time.Duration, msg tea.Msg) tea.Cmd {
		if _, ok := msg.(previewMsg); ok {
			return func() tea.Msg { return msg }
		}
		pl.timed = append(pl.timed, msg)
		return nil
	}
	pl.m.first(io.Discard)
	pl.send(tea.WindowSizeMsg{Width: w, Height: h})
	pl.send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset}) // as shown counts
	pl.run(pl.m.Init())
}

func (pl *player) send(msg tea.Msg) {
	_, cmd := pl.m.Update(msg)
	pl.run(cmd)
}

// run does a command and everything that follows from it.
func (pl *player) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.QuitMsg:
		pl.quit = true
	case tea.RawMsg:
		pl.raw = append(pl.raw, fmt.Sprint(msg.Msg))
		pl.send(msg)
	case tea.BatchMsg:
		for _, c := range msg {
			pl.run(c)
		}
	default:
		v := reflect.ValueOf(msg)
		switch {
		case v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd](): // a sequence
			for i := range v.Len() {
				pl.run(v.Index(i).Interface().(tea.Cmd))
			}
		case v.Kind() == reflect.String: // the clipboard
			pl.clip = v.String()
		default:
			pl.send(msg)
		}
	}
}

var specialKeys = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd, "backspace": tea.KeyBackspace,
}

// press presses keys: "j", "enter", "ctrl+d"; a text behind "type:" letter by letter.
func (pl *player) press(names ...string) *player {
	for _, name := range names {
		if n := len(name) - 1; n > 0 && strings.Trim(name[:n], "0123456789") == "" { // a count and a key
			pl.press(strings.Split(name, "")...)
			continue
		}
		if text, ok := strings.CutPrefix(name, "type:"); ok {
			for _, r := range text {
				pl.send(tea.KeyPressMsg{Code: r, Text: string(r)})
			}
			continue
		}
		pl.send(keyOf(name))
	}
	return pl
}

func keyOf(name string) tea.KeyPressMsg {
	k := tea.KeyPressMsg{}
	for _, m := range []struct {
		name string
		mod  tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"alt+", tea.ModAlt}, {"shift+", tea.ModShift}} {
		if rest, ok := strings.CutPrefix(name, m.name); ok {
			name, k.Mod = rest, k.Mod|m.mod
		}
	}
	switch c, ok := specialKeys[name]; {
	case ok:
		k.Code = c
	case name == "space":
		k.Code, k.Text = tea.KeySpace, " "
	default:
		k.Code = []rune(name)[0]
		if k.Mod == 0 {
			k.Text = name
		}
	}
	return k
}

// screen is what a terminal shows: lines without styles, no blanks at their ends.
func (pl *player) screen() string {
	return shown(pl.m.View().Content, pl.m.layout.W, pl.m.layout.H)
}

func shown(content string, w, h int) string {
	b := uv.NewScreenBuffer(w, h)
	b.Method = ansi.GraphemeWidth
	uv.NewStyledString(content).Draw(b, b.Bounds())
	lines := strings.Split(ansi.Strip(b.Render()), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \r")
	}
	return strings.Join(lines, "\n")
}

func (pl *player) has(parts ...string) *player {
	pl.t.Helper()
	s := pl.screen()
	for _, p := range parts {
		if !strings.Contains(s, p) {
			pl.t.Errorf("the screen does not show %q:\n%s", p, s)
		}
	}
	return pl
}

func (pl *player) hasNot(parts ...string) *player {
	pl.t.Helper()
	s := pl.screen()
	for _, p := range parts {
		if strings.Contains(s, p) {
			pl.t.Errorf("the screen shows %q:\n%s", p, s)
		}
	}
	return pl
}

// golden compares the screen with the file of a name.
func (pl *player) golden(name string) {
	pl.t.Helper()
	path := filepath.Join("testdata", "screens", name+".txt")
	got := pl.screen() + "\n"
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			pl.t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			pl.t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		pl.t.Fatal(err)
	}
	if got != strings.ReplaceAll(string(want), "\r\n", "\n") {
		pl.t.Errorf("%s differs (go test ./ui -update writes it anew); got:\n%s", name, got)
	}
}
