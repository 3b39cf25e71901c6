package cli

import (
	"bytes"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// recording is what /file/ gives: it begins as an MP3 does.
func recording() []byte {
	out := []byte("ID3\x04\x00\x00\x00\x00\x00\x00")
	for i := range 60_000 {
		out = strconv.AppendInt(out, int64(i), 10)
	}
	return out
}

// file gives a recording as servers give files: whole and in parts (whole); breaking off (cut), with another
// part than was asked for (wrong), as another one since (changed), without anything to know it by (plain), longer
// than it is said to be (lies), too long (huge), without an end (endless), as a page (page), from elsewhere (passwd, inside).
func (s *site) file(w http.ResponseWriter, r *http.Request) {
	data, again := recording(), r.Header.Get("Range") != ""
	manner, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/file/"), "/")
	w.Header().Set("Content-Type", "audio/mpeg")
	if manner != "plain" {
		w.Header().Set("ETag", `"1"`)
	}
	switch manner {
	case "passwd":
		w.Header().Set("Location", "file:///etc/passwd")
		w.WriteHeader(http.StatusFound)
		return
	case "inside":
		http.Redirect(w, r, "http://169.254.169.254/latest/meta-data", http.StatusFound)
		return
	case "page":
		_, _ = w.Write([]byte("<!doctype html><title>Anmelden</title><p>Bitte melden Sie sich an."))
		return
	case "huge":
		w.Header().Set("Content-Length", "5000000000")
		_, _ = w.Write(data)
		return
	case "endless":
		for r.Context().Err() == nil {
			_, _ = w.Write(data)
		}
		return
	case "changed":
		if again {
			w.Header().Set("ETag", `"2"`)
			_, _ = w.Write(data)
			return
		}
	case "wrong":
		if again {
			w.Header().Set("Content-Range", "bytes 7-9/"+strconv.Itoa(len(data)))
			w.WriteHeader(http.StatusPartialContent)
			_, _ = w.Write([]byte("xyz"))
			return
		}
	}
	if manner == "whole" || again || manner == "wrong" && s.asked(r.URL.Path) > 2 {
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
		return
	}
	length := len(data)
	if manner == "lies" {
		data, length = data[:len(data)/2], 2*len(data)
	}
	w.Header().Set("Content-Length", strconv.Itoa(length))
	_, _ = w.Write(data[:len(data)/2])
}

func (s *site) asked(path string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.hits[path]
}

func cmdRecorded(ts *testscript.TestScript, neg bool, args []string) {
	got, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	if same := bytes.Equal(got, recording()); same == neg {
		ts.Fatalf("%s has %d bytes that begin %q", args[0], len(got), strings.ToValidUTF8(string(got[:min(len(got), 20)]), "?"))
	}
}
