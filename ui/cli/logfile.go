package cli

import (
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
)

// The log is a file of at most logSize bytes and one older one beside it.
const logSize = 1 << 20

// logger opens the log file when the first line is written to it. It says
// nothing where no file can be opened: a reader does not stop for its log.
func (a *app) logger() *slog.Logger {
	if a.log != nil {
		return a.log
	}
	w := io.Discard
	if a.paths.Log != "" {
		f := &logFile{path: a.paths.Log}
		a.logFile = f
		w = f
	}
	a.log = slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: slog.LevelInfo}))
	return a.log
}

// logFile appends to a file that is made with the first write and moved aside
// when it has grown too long. Several programs may write to it at a time: each
// line is one write at the file's end.
type logFile struct {
	path string

	mu   sync.Mutex
	f    *os.File
	size int64
	dead bool
}

// Write never fails; a log that cannot be written is left alone.
func (l *logFile) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.dead {
		return len(p), nil
	}
	if l.f != nil && l.size > logSize {
		l.rotate()
	}
	if l.f == nil && !l.open() {
		l.dead = true
		return len(p), nil
	}
	n, err := l.f.Write(p)
	l.size += int64(n)
	l.dead = err != nil
	return len(p), nil
}

func (l *logFile) open() bool {
	if os.MkdirAll(filepath.Dir(l.path), 0o700) != nil {
		return false
	}
	f, err := os.OpenFile(l.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return false
	}
	l.f, l.size = f, 0
	if st, err := f.Stat(); err == nil {
		l.size = st.Size()
	}
	if l.size > logSize {
		l.rotate()
		return l.f != nil || l.open()
	}
	return true
}

// rotate moves the file aside, unless another program has just done so.
func (l *logFile) rotate() {
	_ = l.f.Close()
	l.f = nil
	if st, err := os.Stat(l.path); err == nil && st.Size() > logSize {
		_ = os.Rename(l.path, l.path+".1")
	}
}

// Close ends the log.
func (l *logFile) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.dead = true
	if l.f == nil {
		return nil
	}
	err := l.f.Close()
	l.f = nil
	return err
}
