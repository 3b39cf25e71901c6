package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
	"unsafe"
)

// terminal is a pseudo terminal with a program on it.
type terminal struct {
	t      *testing.T
	master *os.File
	cmd    *exec.Cmd
	ended  chan error

	mu   sync.Mutex
	cond *sync.Cond
	out  []byte
	eof  bool
}

func ioctl(f *os.File, request uintptr, arg unsafe.Pointer) error {
	if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, f.Fd(), request, uintptr(arg)); errno != 0 {
		return errno
	}
	return nil
}

// openTerminal runs a program on a terminal of 100 by 30 cells.
func openTerminal(t *testing.T, cmd *exec.Cmd) *terminal {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no pseudo terminals here: ", err)
	}
	var unlock, number int32
	size := struct{ rows, cols, x, y uint16 }{rows: 30, cols: 100}
	if err := errors.Join(ioctl(master, syscall.TIOCSPTLCK, unsafe.Pointer(&unlock)), ioctl(master, syscall.TIOCGPTN, unsafe.Pointer(&number)),
		ioctl(master, syscall.TIOCSWINSZ, unsafe.Pointer(&size))); err != nil {
		t.Fatal(err)
	}
	slave, err := os.OpenFile(fmt.Sprint("/dev/pts/", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	term := &terminal{t: t, master: master, cmd: cmd, ended: make(chan error, 1)}
	term.cond = sync.NewCond(&term.mu)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_ = slave.Close() // the program has its own
	go term.read()
	go func() { term.ended <- cmd.Wait() }()
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // as a rule it has ended
		_ = master.Close()
	})
	return term
}

func (x *terminal) read() {
	buf := make([]byte, 4096)
	for {
		n, err := x.master.Read(buf)
		x.mu.Lock()
		x.out = append(x.out, buf[:n]...)
		x.eof = err != nil
		x.cond.Broadcast()
		x.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// await waits until what the program has written since a place holds a text, and gives
// the place behind it.
func (x *terminal) await(from int, text string) int {
	x.t.Helper()
	late := time.AfterFunc(20*time.Second, func() {
		x.mu.Lock()
		x.eof = true
		x.cond.Broadcast()
		x.mu.Unlock()
	})
	defer late.Stop()
	x.mu.Lock()
	defer x.mu.Unlock()
	for {
		if i := bytes.Index(x.out[min(from, len(x.out)):], []byte(text)); i >= 0 {
			return from + i + len(text)
		}
		if x.eof {
			x.t.Fatalf("%q does not come; last: %q", text, x.out[max(0, len(x.out)-2000):])
		}
		x.cond.Wait()
	}
}

func (x *terminal) length() int {
	x.mu.Lock()
	defer x.mu.Unlock()
	return len(x.out)
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
	v.must("import", v.home+"/feeds.opml")
	v.must("refresh", "--quiet")
	screens := []struct{ name, keys, shows string }{
		{"list", "", ""},
		{"page", "\r", "h back"}, // its text may be there before, beside the list
		{"help", "?", ""},
		{"search", "\\Mel", "Mel"},
		{"filter", "Fis:", "Filter"},
		{"commands", ":", ""},
		{"adding a source", "a", ""},
		{"picture", "i", "▄▄▄▄"},
		{"links", "\r\t", ""},
		{"undo list", "W", "star"},
		{"rule from an article", "M", ""},
		{"sources", "\t", ""},
		{"linear mode", "&", ""},
		{"a page in linear mode", "&\r", "Lindenau"},
		{"while a refresh runs", "R", ""},
	}
	for i, screen := range screens {
		for n, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP} {
			t.Run(fmt.Sprint(screen.name, " ", signal), func(t *testing.T) {
				v.t = t
				before := len(v.starred())
				v.hour.Add(1)
				x := openTerminal(t, v.command())
				at := x.await(0, "Meldung")
				x.keys(strings.Repeat("j", 2*i+n) + "s")                                    // each time another row
				for late := time.Now().Add(20 * time.Second); len(v.starred()) == before; { // the disk has it a little after the screen
					if time.Now().After(late) {
						t.Fatal("the star does not come")
					}
					at = x.length()
				}
				marked := len(v.starred())    // one less where news had moved a starred row there
				if screen.name == "picture" { // of a page
					x.keys("\r")
					x.await(at, "\x1b]2;Meldung")
					time.Sleep(300 * time.Millisecond) // the page has its text
				}
				x.keys(screen.keys)
				if screen.keys != "" {
					x.await(at, screen.shows)
				}
				if err := x.cmd.Process.Signal(signal); err != nil {
					t.Fatal(err)
				}
				select {
				case <-x.ended:
				case <-time.After(10 * time.Second):
					t.Fatal("it does not end")
				}
				if signal != syscall.SIGHUP { // then nobody is left to give the terminal back to
					x.await(0, "\x1b[?1049l")
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
	v.must("import", v.home+"/feeds.opml")
	v.must("refresh", "--quiet")
	x := openTerminal(t, v.command())
	at := x.await(0, "Meldung")
	// What the command line does comes to the screen.
	v.must(append([]string{"mark", "star"}, v.query("select a.ident from article a join state s on s.id = a.id order by s.at desc, s.id desc limit 3")...)...)
	at = x.await(at, "★")
	v.hour.Add(1)
	v.must("refresh", "--quiet")
	at = x.await(at, "12 new")
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
	select {
	case <-x.ended:
	case <-time.After(10 * time.Second):
		t.Fatal("it does not end")
	}
	x.mu.Lock() // the last of what it wrote may still be read
	said := bytes.Clone(x.out[at:])
	x.mu.Unlock()
	if bytes.Contains(said, []byte("locked")) || bytes.Contains(said, []byte("busy")) {
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
	settings := v.home + "/config/depesche/config.toml"
	if err := os.WriteFile(settings, []byte("[refresh]\nfull_text = false\nat_start = false\npictures = \"demand\"\n[keep]\nper_source = 2\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	v.must("import", v.home+"/feeds.opml")
	v.must("refresh", "--quiet")
	here, there := openTerminal(t, v.command()), openTerminal(t, v.command())
	at := here.await(0, "Meldung")
	there.await(0, "Meldung")
	start := time.Now()
	here.keys("s")
	here.await(at, "★")
	there.await(0, "★")
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
		select {
		case <-x.ended:
		case <-time.After(10 * time.Second):
			t.Fatal("it does not end")
		}
		x.mu.Lock()
		said := bytes.Clone(x.out)
		x.mu.Unlock()
		if bytes.Contains(said, []byte("locked")) || bytes.Contains(said, []byte("busy")) {
			t.Errorf("a screen was locked out: %q", said)
		}
	}
	v.sound()
}
