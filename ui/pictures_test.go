package ui

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi/kitty"

	"depesche/feed"
	"depesche/ui/picture"
)

const placeholder = string(kitty.Placeholder)

// photo is a picture of many colours, different for each seed.
func photo(t testing.TB, w, h, seed int) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.SetRGBA(x, y, color.RGBA{uint8(x*255/w + seed), uint8(y * 255 / h), uint8((x*y)/64 + 20*seed), 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	leadURL = "https://bote.lindenau.example/b.jpg"
	bodyURL = "https://bote.lindenau.example/c.jpg"
)

// illustrated are papers whose first article has a picture above and one within its text.
func illustrated(t testing.TB) *papers {
	p := newPapers()
	bridge := &p.articles[boteURL][0]
	bridge.Lead.Alt = "Eine Brücke über einem Fluss"
	fig := feed.Block{Kind: feed.Figure, Picture: &feed.Picture{URL: bodyURL, Caption: "Der Pfeiler.", Width: 600, Height: 600}}
	bridge.Body = slices.Insert(bridge.Body, 3, fig)
	p.pictures = map[string][]byte{leadURL: photo(t, 320, 160, 1), bodyURL: photo(t, 200, 200, 2)}
	return p
}

// shows starts the screen on papers with pictures, in true colour.
func shows(t testing.TB, w, h int, p *papers, change func(*Options), press ...string) *player {
	t.Helper()
	pl := &player{t: t, p: p, c: filledCache(t, p), saved: map[string]string{}}
	pl.start(w, h, func(o *Options) {
		o.Pictures, o.Preview = picture.Auto, false
		o.Environ = []string{"TERM=xterm-256color", "COLORTERM=truecolor"}
		if change != nil {
			change(o)
		}
	})
	pl.press(press...)
	return pl
}

func (pl *player) hear(msgs ...tea.Msg) *player {
	for _, m := range msgs {
		pl.send(m)
	}
	return pl
}

var kittyAnswers = []tea.Msg{
	uv.KittyGraphicsEvent{Options: kitty.Options{ID: 31}, Payload: []byte("OK")},
	tea.TerminalVersionMsg{Name: "kitty(0.40.1)"},
	uv.CellSizeEvent{Width: 10, Height: 20},
	uv.PrimaryDeviceAttributesEvent{62},
}

func TestPicturesInThePageAreGolden(t *testing.T) {
	shows(t, 80, 24, illustrated(t), nil, "j", "k", "enter").golden("picture-de-80x24")
	shows(t, 120, 40, illustrated(t), nil, "j", "k", "enter").golden("picture-de-120x40")
	shows(t, 120, 40, illustrated(t), nil, "j", "k", "enter", "i").golden("viewer-de-120x40")
}

// What the caption says does not stand in the frame once more.
func TestAFrameDoesNotRepeatTheCaption(t *testing.T) {
	p := illustrated(t)
	p.pictures = nil
	lead := *p.articles[boteURL][0].Lead
	lead.Alt = strings.ToUpper(lead.Caption)
	p.articles[boteURL][0].Lead = &lead
	pl := shows(t, 120, 40, p, nil, "enter").has("Das Bild lässt sich nicht zeigen", "Die Brücke am Morgen.").hasNot(lead.Alt)
	if n := strings.Count(strings.ToLower(pl.screen()), "die brücke am morgen"); n != 1 {
		t.Errorf("the caption stands there %d times:\n%s", n, pl.screen())
	}
}

// The page keeps a picture's place from the first frame: nothing moves when it comes.
func TestNothingMovesWhenAPictureComes(t *testing.T) {
	p := illustrated(t)
	p.pictures = nil
	pl := shows(t, 120, 40, p, nil, "enter")
	pl.has("Das Bild lässt sich nicht zeigen", "Eine Brücke über einem Fluss", "Die Brücke am Morgen.")
	before := slices.Clone(pl.m.page.Page().Figures)
	lines := len(pl.m.page.Page().Lines)
	p.pictures = illustrated(t).pictures
	pl.hear(tea.ResumeMsg{}) // asks again
	pl.has("▀", "Die Brücke am Morgen.").hasNot("lässt sich nicht zeigen")
	if after := pl.m.page.Page(); len(after.Lines) != lines || !slices.Equal(after.Figures, before) {
		t.Errorf("%d lines and %v, before %d and %v", len(after.Lines), after.Figures, lines, before)
	}
}

// A picture that could not be had keeps its place while its article is open, and
// has none when it is opened again, until it can be had.
func TestALostPictureLosesItsPlace(t *testing.T) {
	p := illustrated(t)
	there := p.pictures
	p.pictures = nil
	pl := shows(t, 120, 40, p, nil, "enter").has("┌──")
	pl.press("J", "K").hasNot("┌──").has("│ Bild: Eine Brücke über einem Fluss", "│ Die Brücke am Morgen.")
	p.pictures = there
	pl.press("J", "K", "J", "K").has("▀").hasNot("│ Die Brücke am Morgen.")
}

// Out of sight, with its caption, its place goes, and no line in the window moves.
func TestALostPictureYieldsItsPlaceOutOfSight(t *testing.T) {
	p := illustrated(t)
	p.pictures = nil
	bridge := &p.articles[boteURL][0]
	for range 8 {
		bridge.Body = append(bridge.Body, bridge.Body[0])
	}
	pl := shows(t, 80, 40, p, nil, "enter").has("┌──")
	lead, below := pl.m.page.Page().Figures[0], pl.m.page.Page().Figures[1]
	if lead.Rows == 0 || below.Rows != 0 {
		t.Fatalf("in sight %+v, below %+v", lead, below)
	}
	body := func() string { return strings.Join(strings.Split(pl.screen(), "\n")[2:38], "\n") }
	for i := 0; pl.m.page.Page().Figures[0].Rows > 0; i++ {
		if lead := pl.m.page.Page().Figures[0]; pl.m.page.Line() > lead.Line+lead.Rows+4 || i > 60 {
			t.Fatalf("it keeps its place at line %d of %d:\n%s", lead.Line, pl.m.page.Line(), pl.screen())
		}
		before := strings.SplitN(body(), "\n", 2)[1] // a line down
		pl.press("j")
		if after := body(); !strings.HasPrefix(after, before) {
			t.Fatalf("the page moved; before:\n%s\nafter:\n%s", before, after)
		}
	}
	pl.press("g").hasNot("┌──").has("│ Bild: Eine Brücke über einem Fluss", "│ Die Brücke am Morgen.")
}

// Without a network a picture that is not there has no place to begin with.
func TestAPictureHasNoPlaceWithoutANetwork(t *testing.T) {
	p := illustrated(t)
	there := p.pictures
	p.pictures = nil
	pl := shows(t, 120, 40, p, nil)
	pl.m.offline = time.Minute
	pl.press("enter").hasNot("┌──").has("│ Bild: Eine Brücke über einem Fluss")
	pl.m.offline, p.pictures = 0, there
	pl.press("J", "K", "J", "K").has("▀")
}

// A window of another size is laid out anew in any case.
func TestALostPictureYieldsItsPlaceWhenTheWindowChanges(t *testing.T) {
	p := illustrated(t)
	p.pictures = nil
	pl := shows(t, 120, 40, p, nil, "enter").has("┌──")
	pl.send(tea.WindowSizeMsg{Width: 100, Height: 40})
	if s := shown(pl.m.View().Content, 100, 40); strings.Contains(s, "┌──") || !strings.Contains(s, "│ Bild: Eine Brücke") {
		t.Errorf("the frame is still there:\n%s", s)
	}
}

func TestAPictureThatIsSlowSaysSo(t *testing.T) {
	pl := shows(t, 120, 40, illustrated(t), nil, "enter")
	now := testNow
	pl.m.o.Now = func() time.Time { return now }
	pl.m.pictures.shelf.Clear()
	pl.m.Update(patienceMsg{}) // asks for it; the answer never comes
	pl.hasNot("unterwegs")
	now = now.Add(patience)
	pl.m.Update(patienceMsg{})
	pl.has("Das Bild ist unterwegs")
}

func TestWhatIsNoPictureIsItsCaption(t *testing.T) {
	for name, data := range map[string][]byte{
		"SVG": []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`), "HTML": []byte("<!doctype html><h1>404"),
		"a broken file": photo(t, 30, 30, 1)[:60], "nothing": nil,
	} {
		p := illustrated(t)
		p.pictures = map[string][]byte{leadURL: data}
		pl := shows(t, 120, 40, p, nil, "enter")
		pl.has("Das Bild lässt sich nicht zeigen", "Die Brücke am Morgen.")
		if s := pl.m.View().Content; strings.Contains(s, "▀") {
			t.Errorf("%s is drawn", name)
		}
	}
}

func TestKittySendsAPictureOnce(t *testing.T) {
	pl := shows(t, 104, 30, illustrated(t), nil)
	if q := strings.Join(pl.raw, ""); !strings.Contains(q, "\x1b_G") || !strings.HasSuffix(q, "\x1b[c") {
		t.Errorf("the terminal is asked %q", q)
	}
	pl.hear(kittyAnswers...)
	pl.raw = nil
	pl.press("enter")
	sent := func() int { return strings.Count(strings.Join(pl.raw, ""), "a=T") }
	pl.press("j", "j", "j", "j", "space", "space", "b", "k", "G", "g", "/", "type:Kosten", "enter", "esc", "h", "enter", "i", "esc")
	if n := sent(); n != 3 { // two in the page, one in the viewer
		t.Errorf("%d pictures were sent for two in the page and one in the viewer", n)
	}
	if s := pl.press("g").m.View().Content; !strings.Contains(s, "\x1b[38;5;16m"+placeholder) {
		t.Error("the page does not show it")
	}
	pl.hear(tea.ResumeMsg{})
	if n := sent(); n != 5 {
		t.Errorf("%d were sent after the screen was lost", n)
	}
	if s := strings.Join(pl.raw, ""); strings.Count(s, "a=d") != 3 {
		t.Errorf("what was held is not freed first: %d", strings.Count(s, "a=d"))
	}
}

func TestAPlaceholderInAnArticleIsNone(t *testing.T) {
	p := illustrated(t)
	p.articles[boteURL][0].Body[0].Text = feed.Plain("Vor " + placeholder + "\u0305 nach \x1b_Ga=d\x1b\\ Ende")
	pl := shows(t, 104, 30, p, nil, "enter", "space")
	if s := pl.m.View().Content; strings.Contains(s, placeholder) || strings.Contains(s, "\x1b_") {
		t.Error("it is on the screen")
	}
}

func TestPicturesOnDemand(t *testing.T) {
	p := illustrated(t)
	pl := shows(t, 120, 40, p, func(o *Options) { o.PicturesOnDemand = true }, "enter", "space", "g", "J", "K")
	if len(p.fetched) != 0 {
		t.Fatalf("unasked: %v", p.fetched)
	}
	pl.hasNot("▀").press("I").has("▀")
	if !slices.Equal(p.fetched, []string{leadURL, bodyURL}) {
		t.Errorf("on demand: %v", p.fetched)
	}
	pl.press("I").hasNot("▀")
	p.fetched = nil
	pl.press("J").hasNot("▀")
	if len(p.fetched) != 0 {
		t.Errorf("the next article's: %v", p.fetched)
	}
}

// The pictures of a source without them are on demand, whatever holds for others.
func TestPicturesOfASourceOnDemand(t *testing.T) {
	p := illustrated(t)
	pl := shows(t, 120, 40, p, func(o *Options) { o.Bare = map[string]bool{feed.Address(boteURL): true} }, "enter", "space", "g")
	if len(p.fetched) != 0 {
		t.Fatalf("unasked: %v", p.fetched)
	}
	pl.hasNot("▀").press("I").has("▀")
	if !slices.Equal(p.fetched, []string{leadURL, bodyURL}) {
		t.Errorf("on demand: %v", p.fetched)
	}
}

func TestTheReaderHidesPicturesForGood(t *testing.T) {
	p := illustrated(t)
	pl := shows(t, 120, 40, p, nil, "enter").has("▀").press("I").hasNot("▀").has("Die Brücke am Morgen.")
	again := func(s picture.Setting) {
		pl.start(120, 40, func(o *Options) {
			o.Pictures, o.Preview, o.Environ = s, false, []string{"TERM=xterm-256color", "COLORTERM=truecolor"}
		})
		pl.press("enter")
	}
	again(picture.Auto)
	pl.hasNot("▀")
	again(picture.WantHalf) // the settings are the newer choice
	pl.has("▀")
}

func TestNoPicturesWhereTheTerminalHasNone(t *testing.T) {
	for name, change := range map[string]func(*Options){
		"no colours": func(o *Options) { o.Mono = true },
		"ASCII":      func(o *Options) { o.ASCII = true },
		"for ears":   func(o *Options) { o.Linear = true },
		"off":        func(o *Options) { o.Pictures = picture.Off },
	} {
		p := illustrated(t)
		pl := shows(t, 120, 40, p, change, "enter")
		caption := "Die Brücke am Morgen."
		if name == "ASCII" {
			caption = "Die Brucke am Morgen."
		}
		pl.has(caption).hasNot("▀", "lässt sich nicht", "lasst sich nicht")
		if len(p.fetched) > 0 || name != "for ears" && len(pl.raw) > 0 { // who listens may still look
			t.Errorf("%s: asked %q, fetched %v", name, pl.raw, p.fetched)
		}
	}
}

func TestViewer(t *testing.T) {
	pl := shows(t, 100, 30, illustrated(t), nil, "enter", "i").has("Die Brücke am Morgen.", "1/2", "Jan Krug")
	pl.press("right").has("Der Pfeiler.", "2/2").press("j").has("1/2").press("left").has("2/2")
	pl.hear(tea.WindowSizeMsg{Width: 40, Height: 10}).has("2/2", "▀").hear(tea.WindowSizeMsg{Width: 1, Height: 1})
	pl.screen()
	pl.hear(tea.WindowSizeMsg{Width: 100, Height: 30}).press("esc").has("Stadtrat von Lindenau")
	pl.press("J", "i").has("keine Bilder")
}

func TestViewerPaintsSixels(t *testing.T) {
	pl := shows(t, 100, 30, illustrated(t), nil).hear(uv.PrimaryDeviceAttributesEvent{64, 4}, uv.CellSizeEvent{Width: 4, Height: 8})
	paint := func() string {
		pl.raw = nil
		for _, msg := range pl.timed {
			if msg, ok := msg.(paintMsg); ok {
				pl.send(msg)
			}
		}
		pl.timed = nil
		return strings.Join(pl.raw, "")
	}
	pl.press("enter").has("▀").press("i").hasNot("▀")
	first := paint()
	if !strings.HasPrefix(first, "\x1b7\x1b[2;1H\x1bP") || !strings.HasSuffix(first, "\x1b\\\x1b8") {
		t.Errorf("painted: %.40q", first)
	}
	if again := paint(); again != "" {
		t.Errorf("painted again: %.40q", again)
	}
	pl.press("l")
	if second := paint(); second == first || second == "" {
		t.Errorf("the next picture: %.40q", second)
	}
	pl.hear(tea.WindowSizeMsg{Width: 80, Height: 24})
	if paint() == "" {
		t.Error("it is not painted anew in another size")
	}
	pl.press("h", "q")
	if late := paint(); late != "" {
		t.Errorf("painted over the page: %.40q", late)
	}
}

// What is being drawn while the window is resized is given up, not fetched again,
// and drawn for the new size.
func TestResizingGivesUpWhatIsBeingDrawn(t *testing.T) {
	p := illustrated(t)
	pl := shows(t, 120, 40, p, nil, "enter")
	pl.m.pictures.shelf.Clear()
	fetched := len(p.fetched)
	late := pl.m.drawPictures()
	pl.hear(tea.WindowSizeMsg{Width: 121, Height: 40})
	pl.run(late)
	pl.has("▀").hasNot("lässt sich nicht")
	if len(p.fetched) != fetched {
		t.Errorf("fetched again: %v", p.fetched[fetched:])
	}
}

// terminalOf answers the program's questions as a terminal of a kind does, and
// keeps what it is sent.
type terminalOf struct {
	mu      sync.Mutex
	answers map[string]string
	got     bytes.Buffer
	in      *io.PipeWriter
	heard   chan struct{}
}

func (s *terminalOf) Write(p []byte) (int, error) {
	s.mu.Lock()
	s.got.Write(p)
	s.mu.Unlock()
	for asked, answer := range s.answers {
		if bytes.Contains(p, []byte(asked)) {
			go io.WriteString(s.in, answer)
		}
	}
	select {
	case s.heard <- struct{}{}:
	default:
	}
	return len(p), nil
}

// until waits until something was sent.
func (s *terminalOf) until(t *testing.T, want string) string {
	t.Helper()
	deadline := time.After(time.Minute)
	for {
		s.mu.Lock()
		got := s.got.String()
		s.mu.Unlock()
		if strings.Contains(got, want) {
			return got
		}
		select {
		case <-s.heard:
		case <-deadline:
			t.Fatalf("%q was not sent; but %.3000q", want, got)
		}
	}
}

var kittyTerminal = map[string]string{
	"\x1b_Gi=31": "\x1b_Gi=31;OK\x1b\\", "\x1b[>q": "\x1bP>|kitty(0.40.1)\x1b\\", "\x1b[16t": "\x1b[6;20;10t", "\x1b[c": "\x1b[?62;c",
}

func runAs(t *testing.T, term *terminalOf, p *papers, change func(*Options)) (ended chan error) {
	t.Helper()
	c := filledCache(t, p)
	in, w := io.Pipe()
	term.in, term.heard = w, make(chan struct{}, 1)
	o := Options{
		Store: c, Text: shows(t, 80, 24, newPapers(), nil).m.t, Keys: mustKeys(t), Scheme: Dark, Width: 104, Height: 30,
		Environ: []string{"TERM=xterm-256color", "COLORTERM=truecolor"}, Now: func() time.Time { return testNow },
	}
	if change != nil {
		change(&o)
	}
	ended = make(chan error, 1)
	go func() { ended <- Run(t.Context(), o, in, term) }()
	return ended
}

// On a terminal that answers like kitty: one question, one transmission, cells
// behind it, and at the end the picture is freed on the screen it was sent to.
func TestOnATerminalLikeKitty(t *testing.T) {
	term := &terminalOf{answers: kittyTerminal}
	ended := runAs(t, term, illustrated(t), nil)
	term.until(t, "\x1b_Gi=31")
	io.WriteString(term.in, "\r")
	got := term.until(t, placeholder)
	sent := strings.Index(got, "a=T,q=2,f=100,U=1,")
	if sent < 0 || sent > strings.Index(got, placeholder) {
		t.Error("its cells came before the picture")
	}
	io.WriteString(term.in, "Q")
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	freed(t, term)
}

var sentID = regexp.MustCompile(`a=T,q=2,f=100,U=1,i=(\d+),`)

// freed checks that every picture that was sent is freed at the end, on the
// screen it was sent to.
func freed(t *testing.T, term *terminalOf) {
	t.Helper()
	got := term.until(t, "a=d")
	end := got[strings.LastIndex(got, "\x1b[?1049h"):]
	if !strings.HasSuffix(end, "\x1b[?1049l") {
		t.Errorf("the end: %q", end)
	}
	for _, m := range sentID.FindAllStringSubmatch(got, -1) {
		if !strings.Contains(end, "a=d,d=I,q=2,i="+m[1]+"\x1b\\") {
			t.Errorf("picture %s is not freed: %q", m[1], end)
		}
	}
}

func TestPicturesAreFreedAfterAPanic(t *testing.T) {
	term := &terminalOf{answers: kittyTerminal}
	ended := runAs(t, term, illustrated(t), func(o *Options) {
		o.Open = func(context.Context, string) error { return errors.New("no browser") }
		o.Words = func(error) string { panic("in the middle of Update") }
	})
	term.until(t, "\x1b_Gi=31")
	io.WriteString(term.in, "\r")
	term.until(t, placeholder)
	io.WriteString(term.in, "o")
	var defect *PanicError
	if err := <-ended; !errors.As(err, &defect) {
		t.Fatalf("it ended with %v", err)
	}
	freed(t, term)
}

// A terminal that answers nothing is not waited for.
func TestOnASilentTerminal(t *testing.T) {
	term := &terminalOf{}
	ended := runAs(t, term, illustrated(t), nil)
	term.until(t, "DEPESCHE")
	io.WriteString(term.in, "\r")
	if got := term.until(t, "▀"); strings.Contains(got, "a=T") {
		t.Error("a picture was sent that nobody understands")
	}
	io.WriteString(term.in, "Q")
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	if got := term.got.String(); strings.Contains(got, "a=d") {
		t.Error("pictures are freed that were never sent")
	}
}

// A key in a page of text, and in one with ten pictures: time from the press to
// the drawn screen, and the bytes that the terminal is sent for it.
func BenchmarkScrollPictures(b *testing.B) {
	for _, c := range []struct {
		name    string
		setting picture.Setting
		w, h    int
	}{
		{"text", picture.Off, 200, 50},
		{"kitty", picture.WantKitty, 200, 50},
		{"half", picture.WantHalf, 200, 50},
		{"text-alone", picture.Off, 90, 50},
		{"kitty-alone", picture.WantKitty, 90, 50},
		{"half-alone", picture.WantHalf, 90, 50},
	} {
		b.Run(fmt.Sprintf("%s-%dx%d", c.name, c.w, c.h), func(b *testing.B) {
			p := newPapers()
			p.pictures = map[string][]byte{}
			long := &p.articles[boteURL][0]
			long.Lead, long.Body = nil, nil
			for i := range 10 {
				u := fmt.Sprintf("https://bote.lindenau.example/%d.png", i)
				p.pictures[u] = photo(b, 480, 270, i)
				long.Body = append(long.Body, feed.Block{Kind: feed.Figure, Picture: &feed.Picture{URL: u, Caption: "Ein Bild."}})
				for n := range 3 { // no two alike: lines that repeat are not found again when they have moved
					long.Body = append(long.Body, feed.Block{Kind: feed.Paragraph, Text: feed.Plain(fmt.Sprintf("Absatz %d.%d. %s", i, n, filler))})
				}
			}
			pl := shows(b, c.w, c.h, p, func(o *Options) { o.Pictures = c.setting }, "enter")
			paint := newPainter(pl)
			paint.frame()
			down := keyOf("j")
			n, keys := 0, 0
			b.ReportAllocs()
			for b.Loop() {
				if pl.m.page.AtEnd() {
					b.StopTimer()
					pl.press("g")
					paint.frame()
					b.StartTimer()
				}
				pl.send(down)
				n, keys = n+paint.frame(), keys+1
			}
			b.ReportMetric(float64(n)/float64(keys), "bytes/key")
		})
	}
}
