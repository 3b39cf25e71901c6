package cli

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/png"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
)

// site serves a folder as a publisher would: with types by extension, ETags
// and 304. $SITE in a text file becomes its own address. /status/503 answers
// that, NAME.head beside NAME holds its status and header (Status: 403), or says that it is
// given Once to who has no validators, /to/PATH redirects to PATH, /drop cuts the connection, /login/PATH wants to
// know who asks. /file/MANNER/NAME gives a recording, see file. A file that holds $CUT breaks off there, though its whole length was announced.
type site struct {
	server *httptest.Server
	dir    string
	closed string // an address at which nobody listens
	down   atomic.Bool

	mu   sync.Mutex
	hits map[string]int
	once map[string]bool // what was given to who had no validators
}

func newSite(dir string) (*site, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &site{dir: dir, closed: "http://" + l.Addr().String(), hits: map[string]int{}, once: map[string]bool{}}
	if err := l.Close(); err != nil {
		return nil, err
	}
	s.server = httptest.NewServer(s)
	return s, nil
}

var types = map[string]string{
	".html": "text/html; charset=utf-8", ".rss": "application/rss+xml", ".atom": "application/atom+xml",
	".json": "application/feed+json", ".xml": "text/xml", ".txt": "text/plain; charset=utf-8",
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.hits[r.URL.Path]++
	s.mu.Unlock()
	switch {
	case s.down.Load() || r.URL.Path == "/drop":
		panic(http.ErrAbortHandler)
	case strings.HasPrefix(r.URL.Path, "/picture/"):
		w.Header().Set("Content-Type", "image/png")
		_ = png.Encode(w, image.NewGray(image.Rect(0, 0, 640, 400)))
		return
	case strings.HasPrefix(r.URL.Path, "/file/"):
		s.file(w, r)
		return
	case strings.HasPrefix(r.URL.Path, "/status/"):
		code, _ := strconv.Atoi(path.Base(r.URL.Path))
		w.WriteHeader(code)
		return
	case strings.HasPrefix(r.URL.Path, "/to/"):
		http.Redirect(w, r, strings.TrimPrefix(r.URL.Path, "/to"), http.StatusFound)
		return
	}
	if within, ok := strings.CutPrefix(r.URL.Path, "/login"); ok {
		user, password, _ := r.BasicAuth()
		if c, err := r.Cookie("abo"); err != nil || c.Value != "7" || user != "ada" || password != "geheim" || r.UserAgent() != "Lesegerät" || r.Header.Get("X-Edition") != "abend" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		r.URL.Path = within
	}
	name := path.Clean(r.URL.Path)
	if name == "/" {
		name = "/index.html"
	}
	body, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)))
	status, ok := s.head(name, w, r)
	if !ok {
		return
	}
	if err != nil && status == http.StatusOK {
		http.NotFound(w, r)
		return
	}
	body = []byte(strings.ReplaceAll(string(body), "$SITE", s.server.URL))
	tag := fmt.Sprintf(`"%x"`, sha256.Sum256(body))
	w.Header().Set("ETag", tag)
	if t := types[path.Ext(name)]; t != "" {
		w.Header().Set("Content-Type", t)
	}
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	body, rest, cut := bytes.Cut(body, []byte("$CUT"))
	if cut {
		w.Header().Set("Content-Length", strconv.Itoa(len(body)+len(rest)))
	}
	w.WriteHeader(status)
	_, _ = w.Write(body)
}

// head does what NAME.head says; ok: the file is to follow.
func (s *site) head(name string, w http.ResponseWriter, r *http.Request) (status int, ok bool) {
	status = http.StatusOK
	text, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)+".head"))
	if err != nil {
		return status, true
	}
	for line := range strings.Lines(strings.ReplaceAll(string(text), "$SITE", s.server.URL)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "Status":
			status, _ = strconv.Atoi(value)
		case "Agent":
			if !strings.HasPrefix(r.UserAgent(), value) {
				status = http.StatusForbidden
			}
		case "Once":
			s.mu.Lock()
			again := s.once[name]
			s.once[name] = again || r.Header.Get("If-None-Match") == ""
			s.mu.Unlock()
			if again && r.Header.Get("If-None-Match") == "" {
				w.Header().Set("Retry-After", value)
				w.WriteHeader(http.StatusTooManyRequests)
				return 0, false
			}
		default:
			w.Header().Add(key, value)
		}
	}
	return status, true
}
