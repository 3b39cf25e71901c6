package cli

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"depesche/feed/race"
	"depesche/ui/term/pty"
)

// TestMain lets the test's own binary be the program: the whole of it, as main runs it, or with
// a clock that is wrong by so much.
func TestMain(m *testing.M) {
	if wrong, err := time.ParseDuration(os.Getenv(wrongClock)); err == nil {
		os.Exit(run(context.Background(), world{
			args: os.Args[1:], in: os.Stdin, out: os.Stdout, errs: os.Stderr, environ: os.Environ(),
			now: func() time.Time { return time.Now().Add(wrong) },
		}))
	}
	if os.Getenv("DEPESCHE_TEST_PROGRAM") != "" {
		os.Exit(Main(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

// payloads are what a terminal must not be told by strangers. Each names itself: "666" stands
// in sequences of parameters, "PWN" in strings.
var payloads = []string{
	"\x1b[666;31m", "\x1b[2J\x1b[666;1H", "\x1bc", "\x1b]0;PWN\a", "\x1b]8;;file:///PWN\x1b\\", "\x1b]52;c;UFdOPWN=\a", "\x1bPPWN\x1b\\", "\x1b_GPWN;\x1b\\",
	"\x1b^PWN\x1b\\", "\x1bXPWN\x1b\\", "\u009b666m", "\u009d0;PWN\u009c", "\u0090PWN\u009c", "\u009fPWN\u009c", "\u009ePWN\u009c", "\u0098PWN\u009c",
	"\x9b666m", "\x9d0;PWN\x9c", "\a\b\x0e\x0f\x7f\x00", "\r\x1b[K", "\u202ePWN\u202c", "\u2066PWN\u2069\u2067\u2068", "\U000E0001\U000E0050\U000E0057", "\u200b\ufeff\u2060",
	"&#27;[666m", "&#x9b;666m", "&#8238;PWN&#8236;", "%1b[666m", "\x1b\x1b[0m[666;31m", "\x1b]8;;https://x.example/\x1b]0;PWN\a\x1b\\",
}

// marks counts payloads: each has a word before it that a screen can be searched for, so that a
// program that shows nothing does not pass.
type marks struct {
	places []string
}

// at is a text for one place with one payload after the other.
func (m *marks) at(place string) string {
	m.places = append(m.places, place)
	p := payloads[len(m.places)%len(payloads)]
	return fmt.Sprintf("Mk%sq%sz", place, p)
}

// all is a text with every payload.
func (m *marks) all(place string) string {
	var b strings.Builder
	for i, p := range payloads {
		name := fmt.Sprintf("%s%d", place, i)
		m.places = append(m.places, name)
		fmt.Fprintf(&b, "Mk%sq%sz ", name, p)
	}
	return b.String()
}

// press is what a hostile publisher prints: feeds, pages, headers and status lines.
type press struct {
	marks
	address string
	answers map[string]string // by path: whole answers, as they go over the wire
}

func reply(status, headers, body string) string {
	return fmt.Sprintf("HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n%s", status, len(body), headers, body)
}

func newPress(t *testing.T) *press {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	p := &press{address: "http://" + l.Addr().String()}
	p.print()
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go p.serve(c)
		}
	}()
	return p
}

func (p *press) serve(c net.Conn) {
	defer c.Close()
	r, err := http.ReadRequest(bufio.NewReader(c))
	if err != nil {
		return
	}
	answer, ok := p.answers[r.URL.Path]
	if !ok {
		answer = reply("404 "+strings.NewReplacer("\r", "", "\n", "").Replace(payloads[0]+"PWN"), "", "")
	}
	_, _ = io.WriteString(c, answer)
}

func (p *press) print() {
	a := func(place string) string { return strings.NewReplacer("\"", "", "<", "", ">", "").Replace(p.at(place)) }
	var items strings.Builder
	for i := range 6 {
		n := func(s string) string { return fmt.Sprint(s, i) }
		fmt.Fprintf(&items, `<item><title>%s</title><link>%s/page%d</link><guid isPermaLink="false">%s</guid><author>%s</author>
<category>%s</category><comments>%s/k?%s</comments><pubDate>%s</pubDate><description><![CDATA[<p>%s</p>]]></description>
<content:encoded><![CDATA[<h2>%s</h2><p>%s <a href="%s/l?%s">%s</a></p><blockquote>%s</blockquote><ul><li>%s</li></ul><pre>%s</pre><table><tr><td>%s</td></tr></table>
<figure><img src="%s/b.png?%s" alt="%s"><figcaption>%s</figcaption></figure>]]></content:encoded>
<enclosure url="%s/e.mp3?%s" type="%s" length="5"/><media:content url="%s/m.jpg?%s" medium="image"><media:description>%s</media:description><media:credit>%s</media:credit></media:content></item>`,
			p.at(n("title")), p.address, i, p.at(n("guid")), p.at(n("author")), p.at(n("category")), p.address, a(n("comments")), p.at(n("date")), p.at(n("summary")),
			p.at(n("subhead")), p.all(n("text")), p.address, a(n("href")), p.at(n("anchor")), p.at(n("quote")), p.at(n("item")), p.at(n("code")), p.at(n("cell")),
			p.address, a(n("src")), a(n("alt")), p.at(n("caption")), p.address, a(n("file")), a(n("type")), p.address, a(n("media")), p.at(n("mediatext")), p.at(n("credit")))
	}
	rss := `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>` +
		p.at("feed") + `</title><description>` + p.at("description") + `</description><language>` + p.at("language") + `</language><link>` + p.address + `/?` + a("site") + `</link>` + items.String() + `</channel></rss>`
	atom := `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">` + p.at("atomfeed") + `</title><entry><title type="xhtml"><div>` + p.at("atomtitle") + `</div></title><id>` + p.at("atomid") +
		`</id><link href="` + p.address + `/page0?` + a("atomlink") + `"/><author><name>` + p.at("atomauthor") + `</name></author><category term="` + a("atomterm") + `"/><content type="html">` + p.all("atomtext") + `</content></entry></feed>`
	j := func(place string) string { return fmt.Sprintf("%q", strings.ToValidUTF8(p.at(place), "")) }
	json := `{"version":"https://jsonfeed.org/version/1","title":` + jsonText(j("jsonfeed")) + `,"items":[{"id":` + jsonText(j("jsonid")) + `,"title":` + jsonText(j("jsontitle")) + `,"content_text":` + jsonText(j("jsontext")) + `,"authors":[{"name":` + jsonText(j("jsonname")) + `}]}]}`
	page := func(i int) string {
		n := func(s string) string { return fmt.Sprint("page", s, i) }
		return `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>` + p.at(n("title")) + `</title><meta name="author" content="` + a(n("meta")) + `"><meta property="og:title" content="` + a(n("og")) + `">
<script type="application/ld+json">{"@type":"NewsArticle","headline":` + jsonText(j(n("ld"))) + `,"author":{"name":` + jsonText(j(n("ldname"))) + `}}</script></head><body><article><p class="kicker">` + p.at(n("kicker")) + `</p><h1>` + p.at(n("h1")) + `</h1>
<p class="intro">Ein Vorspann, ` + p.at(n("intro")) + `</p><p class="byline">Von ` + p.at(n("byline")) + `</p><figure><img src="/b.png" alt="` + a(n("alt")) + `"><figcaption>` + p.at(n("caption")) + ` <span class="credit">Foto: ` + p.at(n("credit")) + `</span></figcaption></figure>` +
			strings.Repeat(`<p>Der Rat beriet lange und vertagte die Entscheidung auf die kommende Woche, `+p.all(n("body"))+` und so weiter bis in die Nacht.</p>`, 1) +
			`<h2>` + p.at(n("h2")) + `</h2><p>Am Ende stand ein Beschluss, den keiner wollte, sagte ` + p.at(n("said")) + ` am Montag in Lindenau.</p><p>(` + p.at(n("agency")) + `/dpa)</p></article></body></html>`
	}
	raw := func(s string) string { return strings.NewReplacer("\r", "", "\n", "", "\x00", "").Replace(s) }
	p.answers = map[string]string{
		"/rss":      reply("200 OK", "Content-Type: application/rss+xml; charset=\u009b666mPWN\r\nETag: \"\u009b666mPWN\"\r\nLast-Modified: \u009d0;PWN\u009c\r\n", rss),
		"/atom":     reply("200 \u009b666mPWN", "Content-Type: application/atom+xml\r\nContent-Location: \u009b666mPWN\r\n", atom),
		"/headers":  reply("200 "+raw(payloads[0]), "Content-Type: application/rss+xml; charset="+raw(payloads[3])+"\r\nETag: \""+raw(payloads[4])+"\"\r\n", rss),
		"/json":     reply("200 OK", "Content-Type: application/feed+json\r\n", json),
		"/status":   reply("503 \u009b666mPWN", "Retry-After: \u009b666mPWN\r\n", ""),
		"/moved":    reply("301 \u009b666mPWN", "Location: "+p.address+"/none?\u009b666mPWN\r\n", ""),
		"/nowhere":  reply("302 Found", "Location: foo:\u009b666mPWN\r\n", ""),
		"/coding":   reply("200 OK", "Content-Encoding: \u009b666mPWN\r\n", rss),
		"/html":     reply("200 OK", "Content-Type: text/html\r\n", `<html><head><title>`+p.at("noFeed")+`</title><link rel="alternate" type="application/rss+xml" href="/rss?`+a("offer")+`" title="`+a("offertitle")+`"></head></html>`),
		"/broken":   reply("200 OK", "Content-Type: application/rss+xml\r\n", rss[:len(rss)*2/3]),
		"/garbage":  "HTTP/1.1 " + raw(payloads[0]) + "PWN\r\n\r\n",
		"/b.png":    reply("200 OK", "Content-Type: image/\u009b666mPWN\r\n", "\x89PNG"+payloads[3]),
		"/redirect": reply("200 OK", "", payloads[3]),
	}
	for i := range 6 {
		p.answers[fmt.Sprintf("/page%d", i)] = reply("200 OK", "Content-Type: text/html; charset=utf-8\r\n", page(i))
	}
}

// jsonText writes what %q wrote as JSON does.
func jsonText(q string) string {
	q = strings.NewReplacer(`\x1b`, `\u001b`, `\a`, `\u0007`, `\b`, `\u0008`, `\x0e`, `\u000e`, `\x0f`, `\u000f`, `\x7f`, `\u007f`, `\x00`, `\u0000`).Replace(q)
	return regexp.MustCompile(`\\U000([0-9a-fE])([0-9a-f]{4})`).ReplaceAllString(q, "")
}

// notOurs tells a sequence of a payload's from those of the program: the window's title and links may
// repeat a payload's words.
func notOurs(s string) bool {
	if strings.HasPrefix(s, "\x1b]2;") {
		return false
	}
	if web, ok := strings.CutPrefix(s, "\x1b]8;"); ok {
		_, address, _ := strings.Cut(web, ";")
		address = strings.TrimRight(address, "\a\x1b\\")
		return address != "" && !strings.HasPrefix(address, "http://127.0.0.1:")
	}
	return strings.Contains(s, "PWN") || strings.Contains(s, "666") || strings.Contains(s, "UFdO") || s == "\x1bc"
}

// foreign finds what strangers have told the terminal.
func foreign(out []byte) []string {
	var found []string
	note := func(what string, at int) {
		if len(found) < 20 {
			found = append(found, fmt.Sprintf("%s: %q", what, out[max(0, at-40):min(len(out), at+40)]))
		}
	}
	if !utf8.Valid(out) {
		for i := 0; i < len(out); {
			r, n := utf8.DecodeRune(out[i:])
			if r == utf8.RuneError && n == 1 {
				note("a byte that is no UTF-8", i)
				break
			}
			i += n
		}
	}
	state := byte(0)
	for len(out) > 0 {
		seq, _, n, next := ansi.DecodeSequence(out, state, nil)
		if n == 0 {
			break
		}
		s := string(seq)
		switch r, _ := utf8.DecodeRuneInString(s); {
		case strings.HasPrefix(s, "\x1b"):
			if notOurs(s) {
				note("a sequence", 0)
			}
		case r >= 0x80 && r < 0xA0, r == 0x7F, r < 0x20 && !strings.ContainsRune("\t\n\r\b", r):
			note("a control character", 0)
		case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r >= 0xE0000 && r <= 0xE007F:
			note("a character that turns or hides text", 0)
		}
		for _, c := range s {
			if c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c >= 0xE0000 && c <= 0xE007F || c >= 0x80 && c < 0xA0 {
				note("a hidden character in a cell or sequence", 0)
				break
			}
		}
		out, state = out[n:], next
	}
	return found
}

// The scan finds every payload in what is not cleaned.
func TestForeignIsFound(t *testing.T) {
	for _, p := range payloads {
		if strings.HasPrefix(p, "&#") || strings.HasPrefix(p, "%") || strings.HasPrefix(p, "\u200b") || p == "\r\x1b[K" || strings.HasPrefix(p, "\x1b\x1b") {
			continue // text until somebody decodes it, or drops half of it; what is only invisible; what we print ourselves
		}
		if len(foreign([]byte("Mkq"+p+"z"))) == 0 {
			t.Errorf("%q is not found", p)
		}
	}
	if f := foreign([]byte("\x1b[1mGröße\x1b[m \x1b]8;;http://127.0.0.1:80/\x1b\\Bote\x1b]8;;\x1b\\\r\n")); len(f) > 0 {
		t.Errorf("found in our own: %q", f)
	}
}

// reader is the program in a terminal.
type reader struct {
	t      *testing.T
	em     *vt.SafeEmulator
	master *os.File
	cmd    *exec.Cmd
	seen   map[string]bool // marks that stood on a screen

	mu   sync.Mutex
	raw  bytes.Buffer
	last time.Time
}

func readerEnviron(home string) []string {
	return []string{
		"DEPESCHE_TEST_PROGRAM=1", "HOME=" + home, "PATH=" + os.Getenv("PATH"), "LANG=de_DE.UTF-8", "TERM=xterm-256color", "COLORTERM=truecolor",
		"XDG_DATA_HOME=" + home + "/data", "XDG_CONFIG_HOME=" + home + "/config", "XDG_STATE_HOME=" + home + "/state",
	}
}

func (p *press) open(t *testing.T, home string, w, h int, args ...string) *reader {
	t.Helper()
	return onTerminal(t, home, w, h, exec.CommandContext(t.Context(), os.Args[0], args...))
}

// onTerminal runs a command on a terminal of w by h cells.
func onTerminal(t *testing.T, home string, w, h int, cmd *exec.Cmd) *reader {
	t.Helper()
	master, slave, err := pty.Open(w, h)
	if err != nil {
		t.Skip("no pseudo terminals here:", err)
	}
	r := &reader{t: t, em: vt.NewSafeEmulator(w, h), master: master, cmd: cmd, seen: map[string]bool{}, last: time.Now()}
	r.cmd.Env, r.cmd.Dir = append(r.cmd.Env, readerEnviron(home)...), home
	r.cmd.Stdin, r.cmd.Stdout, r.cmd.Stderr = slave, slave, slave
	r.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := r.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_ = slave.Close()
	go func() { _, _ = io.Copy(master, r.em) }() // what the terminal answers
	go func() { _, _ = io.Copy(r, master) }()
	t.Cleanup(func() { _ = master.Close() })
	return r
}

func (r *reader) Write(b []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.raw.Write(b)
	r.last = time.Now()
	return r.em.Write(b)
}

// quiet waits until the screen has stood still, and notes the marks on it.
func (r *reader) quiet(still time.Duration) {
	deadline := time.After(time.Minute)
	look := time.NewTicker(5 * time.Millisecond)
	defer look.Stop()
	for {
		r.mu.Lock()
		silent := time.Since(r.last)
		r.mu.Unlock()
		if silent >= still {
			break
		}
		select {
		case <-deadline:
			return // something moves all the time; what there is counts
		case <-look.C:
		}
	}
	for _, m := range markPattern.FindAllStringSubmatch(ansi.Strip(r.em.Render()), -1) {
		r.seen[m[1]] = true
	}
}

var markPattern = regexp.MustCompile(`Mk([A-Za-z0-9]+)q`)

func (r *reader) press(keys ...string) {
	for _, k := range keys {
		if _, err := io.WriteString(r.master, k); err != nil {
			return // it has ended; end says so
		}
		r.mu.Lock()
		r.last = time.Now()
		r.mu.Unlock()
		if k == "\x1b" { // with a key right behind it, it would be another key
			r.quiet(80 * time.Millisecond)
		} else {
			r.quiet(20 * time.Millisecond)
		}
	}
}

func (r *reader) output() []byte {
	r.mu.Lock()
	defer r.mu.Unlock()
	return bytes.Clone(r.raw.Bytes())
}

// end waits for the program's end.
func (r *reader) end() error {
	done := make(chan error, 1)
	go func() { done <- r.cmd.Wait() }()
	select {
	case err := <-done:
		return err
	case <-time.After(time.Minute):
		_ = r.cmd.Process.Kill()
		return fmt.Errorf("it does not end: %w", <-done)
	}
}

// verbs are command lines that show what strangers have written; each runs with its
// output in a pipe and in a terminal.
func (p *press) verbs(home string) [][]string {
	bad := payloads[0] + "PWN"
	return [][]string{
		{"list"},
		{"list", "--json"},
		{"list", "--unread", "--limit", "3"},
		{"sources"},
		{"sources", "--json"},
		{"search", "Mk"},
		{"search", "--json", "Rat"},
		{"show", "NEWEST"},
		{"show", "--json", "NEWEST"},
		{"preview", p.address + "/rss"},
		{"preview", "--json", p.address + "/rss"},
		{"preview", p.address + "/atom"},
		{"preview", p.address + "/json"},
		{"preview", "--json", p.address + "/atom"},
		{"preview", "--json", p.address + "/json"},
		{"preview", p.address + "/headers"},
		{"preview", p.address + "/html"},
		{"preview", p.address + "/status"},
		{"preview", p.address + "/moved"},
		{"preview", p.address + "/nowhere"},
		{"preview", p.address + "/coding"},
		{"preview", p.address + "/garbage"},
		{"preview", p.address + "/none"},
		{"preview", p.address + "/redirect"},
		{"extract", p.address + "/page0"},
		{"extract", "--json", p.address + "/page1"},
		{"import", filepath.Join(home, "list.opml")},
		{"import", filepath.Join(home, "urls"+bad)},
		{"export"},
		{"doctor"},
		{"undo"},
		{"redo"},
		{"log"},
		{"log", "--tail", "50"},
		{"config"},
		{"add", p.address + "/html"},
		{"add", p.address + "/rss?" + bad},
		{"add", bad},
		{"refresh"},
		{"refresh", "--json"},
		{bad},
		{"list", bad},
		{"list", "--" + bad},
		{"show", bad},
		{"search", "(" + bad},
		{"--data", home + "/" + bad, "list"},
		{"mark", "star", bad},
		{"mark", "read", "Mk"},
		{"remove", bad},
	}
}

func (p *press) list(t *testing.T, home string) {
	var b strings.Builder
	b.WriteString(`<opml version="2.0"><head><title>` + p.at("listtitle") + `</title></head><body><outline text="` + strings.NewReplacer("\"", "", "<", "").Replace(p.at("folder")) + `">`)
	for _, path := range []string{"rss", "atom", "json", "status", "moved", "nowhere", "coding", "html", "broken", "garbage", "headers"} {
		title := ""
		if path == "json" {
			title = strings.NewReplacer("\"", "", "<", "").Replace(p.at("listname"))
		}
		fmt.Fprintf(&b, `<outline type="rss" title="%s" xmlUrl="%s/%s"/>`, title, p.address, path)
	}
	b.WriteString(`<outline text="x" xmlUrl="exec:` + strings.ReplaceAll(payloads[0], "\"", "") + `PWN"/></outline></body></opml>`)
	if err := os.WriteFile(filepath.Join(home, "list.opml"), []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(home+"/config/depesche", 0o700); err != nil {
		t.Fatal(err)
	}
	settings := "browser = [\"true\"]\n[refresh]\nat_start = false\n[commands]\nlook = [\"cat\"]\n"
	if err := os.WriteFile(home+"/config/depesche/config.toml", []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
}

// run runs a verb with its output in a pipe.
func (p *press) run(t *testing.T, home string, args ...string) []byte {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 60*time.Second)
	defer cancel()
	c := exec.CommandContext(ctx, os.Args[0], args...)
	c.Env, c.Dir = readerEnviron(home), home
	out, _ := c.CombinedOutput() // that many fail is the point
	if ctx.Err() != nil {
		t.Errorf("%q does not end", args)
	}
	return out
}

// TestNothingForeignReachesTheTerminal runs the whole program against a publisher who has put
// control sequences into everything, presses every key, runs every verb, and looks at each byte
// that comes out.
func TestNothingForeignReachesTheTerminal(t *testing.T) {
	if testing.Short() {
		t.Skip("drives the whole program")
	}
	home := t.TempDir()
	p := newPress(t)
	p.list(t, home)
	shown := map[string]bool{}
	bytesSeen := 0
	look := func(where string, out []byte) {
		bytesSeen += len(out)
		for _, f := range foreign(out) {
			t.Errorf("%s: %s", where, f)
		}
		for _, m := range markPattern.FindAllStringSubmatch(string(out), -1) {
			shown[m[1]] = true
		}
	}
	look("import", p.run(t, home, "import", filepath.Join(home, "list.opml")))
	look("refresh", p.run(t, home, "refresh"))
	newest, _, _ := strings.Cut(string(p.run(t, home, "list", "--limit", "1")), "\t")
	screens := 0
	sizes := [][2]int{{120, 40}, {80, 24}}
	if race.Detects { // every byte is looked at without it; here the program is watched at work
		sizes = sizes[:1]
	}
	for i, size := range sizes {
		r := p.open(t, home, size[0], size[1])
		r.quiet(300 * time.Millisecond)
		for _, keys := range journeys[i:] {
			r.press(keys...)
			r.press("\x1b", "\x1b")
			screens += len(keys)
		}
		r.press("\x1b", "\x1b", "\x1b", "Q", "Q") // on a busy machine the first may be taken for Alt-Q
		if err := r.end(); err != nil {
			t.Errorf("%v at the end: %v\n%s", size, err, ansi.Strip(r.em.Render()))
		}
		look(fmt.Sprint("the reader at ", size), r.output())
		for m := range r.seen {
			shown[m] = true
		}
	}
	verbs := p.verbs(home)
	for _, args := range verbs {
		for i := range args {
			if args[i] == "NEWEST" {
				args[i] = newest
			}
		}
		look(fmt.Sprintf("%q", args), p.run(t, home, args...))
		if race.Detects {
			continue
		}
		r := p.open(t, home, 100, 30, args...)
		_ = r.end()
		r.quiet(25 * time.Millisecond)
		look(fmt.Sprintf("%q in a terminal", args), r.output())
	}
	for _, file := range []string{home + "/state/depesche/depesche.log"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Error(err)
		}
		look(file, data)
	}
	var missing []string
	for _, place := range p.places {
		if !shown[place] {
			missing = append(missing, place)
		}
	}
	slices.Sort(missing)
	t.Logf("%d payloads in %d kinds, %d shown; %d screens, %d verbs, %d bytes looked at; not shown: %v", len(p.places), len(payloads), len(p.places)-len(missing), screens, len(verbs), bytesSeen, missing)
	if got := len(p.places) - len(missing); got < len(p.places)*6/10 {
		t.Errorf("only %d of %d payloads were shown", got, len(p.places))
	}
}

// journeys are what a reader presses, screen by screen.
var journeys = [][]string{
	{"j", "j", "k", "G", "g", "\r", " ", " ", "b", "]", "]", "[", "O", "j", "\x1b", "\t", "\x1b", "v", "j", "\r", "d", "\x1b", "c", "\x1b", "h"},
	{"\r", "x", " ", " ", " ", "G", "J", " ", " ", "J", " ", "J", " ", "J", " ", "K", "i", "\x1b", "I", "z", "z", ">", ">", "<", "C", "C", "h"},
	{"l", "/", "M", "k", "\r", "n", "N", "\x1b", "h", "\\", "R", "a", "t", "\r", "\r", "\x1b", "\x1b"},
	{"h", "h", "j", "j", "j", "e", "\x1b", "M", "\x1b", "-", "-", "B", "B", "!", " ", " ", "\x1b"},
	{"?", " ", " ", " ", "\x1b", ":", "s", "o", "\x1b", "T", "j", "\x1b", "F", "i", "s", ":", "u", "n", "r", "e", "a", "d", "\r", "\x1b", "H", "H", ",", ",", "."},
	{"m", "s", "s", "A", "u", "U", "u", "y", "o", "w", "\x1b", "|", "c", "a", "t", "\r", " ", "\x1b", "P", "P", "\x0c"},
	{"a", "h", "t", "t", "p", ":", "/", "/", "x", "\x1b", "i", "\x1b", "S", "\x1b", "r", "R", "!", "\x1b", "\t", "\t", "n", "p", "f", "\x02"},
	{"j", "j", "\r", " ", " ", " ", "J", " ", " ", "J", " ", " ", "J", " ", " ", "J", " ", " ", "J", " ", " ", "J", " ", " ", "h"},
}
