package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"depesche/ui/term/pty"
)

const (
	quiet   = 30 * time.Millisecond // a screen that was silent for so long is done
	patient = 20 * time.Second
)

var errSilent = errors.New("the reader does not say what was waited for")

// terminal is the reader in a pseudo terminal that answers no question, as many do.
type terminal struct {
	cmd     *exec.Cmd
	master  *os.File
	started time.Time

	mu    sync.Mutex
	said  []byte
	first time.Time // of the first byte since it was set to zero
	last  time.Time // of the last byte
	look  []byte    // what is watched for
	seen  time.Time // when it came
}

// answer is what a key brought.
type answer struct {
	first, last time.Duration // from the key to the first bytes, and to the last before a quiet screen
	size        int           // in bytes; 0: none came
}

// start runs the reader at a size; typed is in the terminal before it is.
func start(bin string, env []string, w, h int, typed string) (*terminal, error) {
	master, slave, err := pty.Open(w, h)
	if err != nil {
		return nil, err
	}
	defer slave.Close()
	t := &terminal{cmd: exec.Command(bin), master: master}
	t.cmd.Env = env
	t.cmd.Stdin, t.cmd.Stdout, t.cmd.Stderr = slave, slave, slave
	t.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if _, err := master.WriteString(typed); err != nil {
		return nil, err
	}
	t.started = time.Now()
	if err := t.cmd.Start(); err != nil {
		return nil, err
	}
	go t.read()
	return t, nil
}

func (t *terminal) read() {
	buf := make([]byte, 64<<10)
	for {
		n, err := t.master.Read(buf)
		t.mu.Lock()
		t.said, t.last = append(t.said, buf[:n]...), time.Now()
		if t.first.IsZero() {
			t.first = t.last
		}
		if t.seen.IsZero() && len(t.look) > 0 && bytes.Contains(t.said[max(0, len(t.said)-n-len(t.look)):], t.look) {
			t.seen = t.last
		}
		t.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// heard is what was said from a byte on, and when the last of it came.
func (t *terminal) heard(from int) ([]byte, time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.said[from:]), t.last
}

// watch looks out for a sequence from now on.
func (t *terminal) watch(sequence string) time.Time {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.look, t.seen = []byte(sequence), time.Time{}
	return time.Now()
}

// met is when it came; zero: it has not yet.
func (t *terminal) met() time.Time {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.seen
}

// shows waits until a text stands on the screen, and gives when it was there.
func (t *terminal) shows(text string) (time.Duration, error) {
	for time.Since(t.started) < patient {
		said, last := t.heard(0)
		if strings.Contains(ansi.Strip(string(said)), text) {
			return last.Sub(t.started), nil
		}
		time.Sleep(200 * time.Microsecond)
	}
	return 0, fmt.Errorf("%w: %q", errSilent, text)
}

// stands waits until a text is on the screen as the terminal then shows it.
func (t *terminal) stands(text string, w, h int) error {
	for time.Since(t.started) < patient {
		said, _ := t.heard(0)
		em := vt.NewEmulator(w, h)
		go func() { _, _ = io.Copy(io.Discard, em) }() // it would wait for somebody to take its answers
		_, _ = em.Write(said)
		shown := ansi.Strip(em.Render())
		_ = em.Close()
		if strings.Contains(shown, text) {
			return nil
		}
		time.Sleep(quiet)
	}
	return fmt.Errorf("%w: %q", errSilent, text)
}

// echo types a key and gives how long it took until a sequence came that only the
// answer to it has.
func (t *terminal) echo(key, sequence string) (time.Duration, error) {
	time.Sleep(quiet + rand.N(quiet))
	before, _ := t.heard(0)
	begin := time.Now()
	if _, err := t.master.WriteString(key); err != nil {
		return 0, err
	}
	for time.Since(begin) < patient {
		if said, last := t.heard(len(before)); bytes.Contains(said, []byte(sequence)) {
			return last.Sub(begin), nil
		}
		time.Sleep(100 * time.Microsecond)
	}
	return 0, fmt.Errorf("%w: an answer to %q", errSilent, key)
}

// settle waits until nothing has been said for a second.
func (t *terminal) settle() {
	for {
		if _, last := t.heard(0); time.Since(last) >= time.Second {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
}

// press types keys and waits until the screen is quiet.
func (t *terminal) press(key string) (answer, error) {
	time.Sleep(rand.N(quiet)) // the frames of the screen come at a fixed pace; keys do not
	before, _ := t.heard(0)
	t.mu.Lock()
	t.first = time.Time{}
	t.mu.Unlock()
	begin := time.Now()
	if _, err := t.master.WriteString(key); err != nil {
		return answer{}, err
	}
	for {
		said, last := t.heard(len(before))
		switch {
		case len(said) > 0 && time.Since(last) >= quiet:
			t.mu.Lock()
			defer t.mu.Unlock()
			return answer{t.first.Sub(begin), last.Sub(begin), len(said)}, nil
		case len(said) == 0 && time.Since(begin) >= 10*quiet:
			return answer{}, nil
		}
		time.Sleep(100 * time.Microsecond)
	}
}

// memory is what the reader has in the machine's memory now, in bytes.
func (t *terminal) memory() (int, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", t.cmd.Process.Pid))
	if err != nil {
		return 0, err
	}
	for line := range bytes.Lines(data) {
		if f := strings.Fields(string(line)); len(f) > 1 && f[0] == "VmRSS:" {
			kb, err := strconv.Atoi(f[1])
			return kb << 10, err
		}
	}
	return 0, errors.New("no VmRSS")
}

// work is how much of a processor the reader has used up to now.
func (t *terminal) work() (time.Duration, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", t.cmd.Process.Pid))
	if err != nil {
		return 0, err
	}
	f := strings.Fields(string(data[bytes.LastIndexByte(data, ')')+1:]))
	user, err := strconv.Atoi(f[11])
	if err != nil {
		return 0, err
	}
	system, err := strconv.Atoi(f[12])
	return time.Duration(user+system) * (time.Second / 100), err
}

// end leaves the reader as a reader does, and takes it away if it stays.
func (t *terminal) end() {
	_, _ = t.master.WriteString("Q")
	gone := make(chan struct{})
	go func() { _ = t.cmd.Wait(); close(gone) }()
	select {
	case <-gone:
	case <-time.After(5 * time.Second):
		_ = t.cmd.Process.Kill()
		<-gone
	}
	_ = t.master.Close()
}
