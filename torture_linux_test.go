package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"depesche/ui/term/pty"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// terminal is a pseudo terminal with a program on it.
type terminal struct {
	t      *testing.T
	master *os.File
	cmd    *exec.Cmd
	ended  chan error

	mu   sync.Mutex
	cond *sync.Cond
	em   *vt.Emulator // what its reader sees
	out  []byte       // and what came for that
	eof  bool
}

// openTerminal runs a program on a terminal of 100 by 30 cells.
func openTerminal(t *testing.T, cmd *exec.Cmd) *terminal {
	t.Helper()
	master, slave, err := pty.Open(100, 30)
	if err != nil {
		t.Skip("no pseudo terminals here: ", err)
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	if cmd.SysProcAttr == nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	}
	x := &terminal{t: t, master: master, cmd: cmd, ended: make(chan error, 1), em: vt.NewEmulator(100, 30)}
	x.cond = sync.NewCond(&x.mu)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_ = slave.Close()                                // the program has its own
	go func() { _, _ = io.Copy(io.Discard, x.em) }() // it answers nothing
	go x.read()
	go func() { x.ended <- cmd.Wait() }()
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // as a rule it has ended
		_ = master.Close()
	})
	return x
}

func (x *terminal) read() {
	buf := make([]byte, 4096)
	for {
		n, err := x.master.Read(buf)
		x.mu.Lock()
		x.out = append(x.out, buf[:n]...)
		_, _ = x.em.Write(buf[:n])
		x.eof = err != nil
		x.cond.Broadcast()
		x.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// wait waits until something is so; what names it.
func (x *terminal) wait(what string, so func() bool) {
	x.t.Helper()
	timeout := false
	late := time.AfterFunc(time.Minute, func() {
		x.mu.Lock()
		timeout = true
		x.cond.Broadcast()
		x.mu.Unlock()
	})
	defer late.Stop()
	x.mu.Lock()
	defer x.mu.Unlock()
	for !so() {
		if x.eof || timeout {
			x.t.Fatalf("%s does not come; the screen:\n%s\nlast: %q", what, ansi.Strip(x.em.Render()), x.out[max(0, len(x.out)-500):])
		}
		x.cond.Wait()
	}
}

// shows waits until a text stands on the screen, in however many pieces it was drawn.
func (x *terminal) shows(text string) {
	x.t.Helper()
	x.wait(strconv.Quote(text), func() bool { return strings.Contains(ansi.Strip(x.em.Render()), text) })
}

// sent waits until the program has sent a sequence that leaves nothing on the screen.
func (x *terminal) sent(sequence string) {
	x.t.Helper()
	x.wait(strconv.Quote(sequence), func() bool { return bytes.Contains(x.out, []byte(sequence)) })
}

// end waits until the program has ended, and gives all that it sent.
func (x *terminal) end() string {
	x.t.Helper()
	select {
	case <-x.ended:
	case <-time.After(time.Minute):
		x.t.Fatal("it does not end")
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	return string(x.out)
}

func (x *terminal) keys(keys string) {
	x.t.Helper()
	if _, err := io.WriteString(x.master, keys); err != nil {
		x.t.Fatal(err)
	}
}

// TestSignalsInEveryScreen ends the reader from outside, wherever it is: the terminal is
// given back, the mark made before is there, and the file is sound.
func TestSignalsInEveryScreen(t *testing.T) {
	v := newVictim(t)
	v.watch()
	v.must("import", v.home+"/feeds.opml")
	v.must("refresh", "--quiet")
	screens := []struct{ name, keys, shows string }{
		{"list", "", ""},
		{"page", "\r", "h back"}, // its text may be there before, beside the list
		{"help", "?", "Moving"},
		{"search", "\\Mel", "Search: Mel"},
		{"filter", "Fis:", "Filter: is:"},
		{"commands", ":", "Commands"},
		{"adding a source", "a", "Add: address"},
		{"picture", "i", "▄▄▄▄"},
		{"links", "\r\t", "no link in sight"},
		{"undo list", "W", "What was done"},
		{"rule from an article", "M", "A rule for"},
		{"the pane beside", "\t", "h back"},
		{"linear mode", "", "Unread. Meldung"}, // see below

		{"a page in linear mode", "\r", "Picture: Bild"},
		{"while a refresh runs", "R", ""}, // it may be over before it is seen
	}
	for i, screen := range screens {
		for n, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP} {
			t.Run(fmt.Sprint(screen.name, " ", signal), func(t *testing.T) {
				v.t = t
				v.watched = signal == syscall.SIGTERM // the other way out is the same
				before := len(v.starred())
				v.hour.Add(1)
				var args []string
				if strings.Contains(screen.name, "linear") {
					args = []string{"--accessible"} // a key would switch it, and the next start remember that
				}
				x := openTerminal(t, v.command(args...))
				x.shows("Meldung")
				x.keys(strings.Repeat("j", 2*i+n) + "s")                               // each time another row
				for late := time.Now().Add(time.Minute); len(v.starred()) == before; { // the disk has it a little after the screen
					if time.Now().After(late) {
						t.Fatal("the star does not come")
					}
				}
				marked := len(v.starred())    // one less where news had moved a starred row there
				if screen.name == "picture" { // of a page
					x.keys("\r")
					x.sent("\x1b]2;Meldung") // what is typed then waits for its text
				}
				x.keys(screen.keys)
				x.shows(screen.shows)
				if err := x.cmd.Process.Signal(signal); err != nil {
					t.Fatal(err)
				}
				x.end()
				if signal != syscall.SIGHUP { // then nobody is left to give the terminal back to
					x.sent("\x1b[?1049l")
				}
				if after := len(v.starred()); after != marked {
					t.Errorf("%d stars, there were %d", after, marked)
				}
				v.sound()
			})
		}
	}
}

// TestTwoPrograms works on one folder with the screen and the command line at once.
func TestTwoPrograms(t *testing.T) {
	v := newVictim(t)
	v.watch()
	v.must("import", v.home+"/feeds.opml")
	v.must("refresh", "--quiet")
	x := openTerminal(t, v.command())
	x.shows("Meldung")
	// What the command line does comes to the screen.
	v.must(append([]string{"mark", "star"}, v.query("select a.ident from article a join state s on s.id = a.id order by s.at desc, s.id desc limit 3")...)...)
	x.shows("★")
	v.hour.Add(1)
	v.must("refresh", "--quiet")
	x.shows("12 new")
	// Both write at once, and nobody is locked out.
	stop := make(chan struct{})
	refreshed := make(chan error, 1)
	go func() {
		for {
			select {
			case <-stop:
				refreshed <- nil
				return
			default:
			}
			v.hour.Add(1)
			if err := v.command("refresh", "--quiet").Run(); err != nil {
				refreshed <- err
				return
			}
		}
	}()
	for range 15 {
		x.keys("js")
		v.must(append([]string{"mark", "read"}, v.query("select ident from article order by random() limit 3")...)...)
	}
	close(stop)
	if err := <-refreshed; err != nil {
		t.Errorf("refresh beside the screen: %v", err)
	}
	x.keys("q")
	if said := x.end(); strings.Contains(said, "locked") || strings.Contains(said, "busy") {
		t.Errorf("the screen was locked out: %q", said)
	}
	if n := len(v.starred()); n < 10 {
		t.Errorf("%d stars", n)
	}
	v.sound()
}

// TestTwoScreens: what is done in one is seen in the other within about a second, and no key
// waits long while a third program tidies, copies and refreshes.
func TestTwoScreens(t *testing.T) {
	v := newVictim(t)
	v.watch()
	settings := v.home + "/config/depesche/config.toml"
	if err := os.WriteFile(settings, []byte("[refresh]\nfull_text = false\nat_start = false\npictures = \"demand\"\n[keep]\nper_source = 2\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	v.must("import", v.home+"/feeds.opml")
	v.must("refresh", "--quiet")
	here, there := openTerminal(t, v.command()), openTerminal(t, v.command())
	here.shows("Meldung")
	there.shows("Meldung")
	start := time.Now()
	here.keys("s")
	here.shows("★")
	there.shows("★")
	seen := time.Since(start)

	stop := make(chan struct{})
	others := make(chan error, 1)
	go func() {
		for n := 0; ; n++ {
			select {
			case <-stop:
				others <- nil
				return
			default:
			}
			v.hour.Add(tortureEntries)
			args := [][]string{{"refresh", "--quiet"}, {"tidy", "--quiet"}, {"refresh", "--due", "--quiet"}}[n%3]
			if out, err := v.command(args...).CombinedOutput(); err != nil {
				others <- fmt.Errorf("%v: %w: %s", args, err, out)
				return
			}
		}
	}()
	read := func() string { return v.query("select sum(read) from state where starred = 1")[0] }
	longest := time.Duration(0)
	for n := range 2 * rounds() {
		before := read()
		start := time.Now()
		here.keys("gm") // the starred one at the top, which stays
		for read() == before {
			if time.Since(start) > 20*time.Second {
				here.mu.Lock()
				t.Fatalf("mark %d is not on the disk; the screen said %q", n, here.out[max(0, len(here.out)-1500):])
			}
			time.Sleep(2 * time.Millisecond)
		}
		longest = max(longest, time.Since(start))
	}
	close(stop)
	if err := <-others; err != nil {
		t.Error(err)
	}
	t.Logf("the other screen showed a star after %v; from key to disk no longer than %v beside refreshes and tidying", seen.Round(time.Millisecond), longest.Round(time.Millisecond))
	for _, x := range []*terminal{here, there} {
		x.keys("Q")
		if said := x.end(); strings.Contains(said, "locked") || strings.Contains(said, "busy") {
			t.Errorf("a screen was locked out: %q", said)
		}
	}
	v.sound()
}
