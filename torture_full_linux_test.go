package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// smallDisk gives the calling test a disk of its own, so large, at a path. It is mounted in a
// name space that only this thread and what it starts see, and that goes with the test.
func smallDisk(t *testing.T, path string, size int) {
	t.Helper()
	runtime.LockOSThread() // and never unlocked: the thread ends with the test
	if err := syscall.Unshare(syscall.CLONE_NEWNS); err != nil {
		t.Skip("no name space of our own here: ", err)
	}
	if err := syscall.Mount("", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, ""); err != nil {
		t.Skip("mounts cannot be kept to ourselves here: ", err)
	}
	if err := os.MkdirAll(path, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", path, "tmpfs", 0, fmt.Sprintf("size=%d", size)); err != nil {
		t.Skip("nothing can be mounted here: ", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(path, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
}

// soundElsewhere has a copy of the database judged, on a disk with room.
func (v *victim) soundElsewhere() {
	v.t.Helper()
	dir := v.t.TempDir()
	for _, suffix := range []string{"", "-wal"} {
		data, err := os.ReadFile(v.file() + suffix)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, "depesche.db"+suffix), data, 0o600)
		}
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			v.t.Fatal(err)
		}
	}
	sqlite3, err := exec.LookPath("sqlite3")
	if err != nil {
		v.t.Skip("no sqlite3 program to judge")
	}
	out, err := exec.Command(sqlite3, filepath.Join(dir, "depesche.db"), "pragma integrity_check; pragma foreign_key_check;").CombinedOutput()
	if got := strings.TrimSpace(string(out)); err != nil || got != "ok" {
		v.t.Fatalf("sqlite3: %v %s", err, got)
	}
}

// fill leaves so many bytes of the disk free.
func (v *victim) fill(free int64) {
	v.t.Helper()
	var st syscall.Statfs_t
	path := filepath.Join(v.dir, "filler")
	if err := errors.Join(os.RemoveAll(path), syscall.Statfs(v.dir, &st)); err != nil {
		v.t.Fatal(err)
	}
	if n := int64(st.Bavail)*st.Bsize - free; n > 0 {
		if err := os.WriteFile(path, make([]byte, n), 0o600); err != nil {
			v.t.Fatal(err)
		}
	}
}

func (v *victim) room() {
	v.t.Helper()
	if err := os.RemoveAll(filepath.Join(v.dir, "filler")); err != nil {
		v.t.Fatal(err)
	}
}

// TestDiskFull works on a disk that has no room left, and on one whose last room goes in
// the middle. What was acknowledged is there, the file is sound, and with room again all goes on.
func TestDiskFull(t *testing.T) {
	v := newVictim(t)
	smallDisk(t, v.dir, 24<<20)
	v.must("import", filepath.Join(v.home, "feeds.opml"))
	v.must("refresh", "--quiet")
	// try runs the program; where it fails it has to say which file, and not to crash.
	try := func(args ...string) (said string, ok bool) {
		t.Helper()
		cmd := v.command(args...)
		var errs bytes.Buffer
		cmd.Stderr = &errs
		err := cmd.Run()
		said = errs.String()
		var exit *exec.ExitError
		if errors.As(err, &exit) && (exit.Sys().(syscall.WaitStatus).Signaled() || exit.ExitCode() > 1) {
			t.Errorf("%v: %v: %s", args, err, said)
		}
		if err != nil && !strings.Contains(said, filepath.Dir(v.file())) {
			t.Errorf("%v: the message names no file: %s", args, said)
		}
		return said, err == nil
	}
	acknowledged := map[string]bool{}
	failed := 0
	for round, free := range []int64{0, 4 << 10, 16 << 10, 64 << 10, 200 << 10, 700 << 10, 2 << 20} {
		v.hour.Add(3)
		ids := v.ids(t)
		v.fill(free)
		for i, args := range [][]string{{"mark", "star", ids[2*round]}, {"refresh", "--quiet"}, {"list"}, {"tidy", "--quiet"}, {"mark", "star", ids[2*round+1]}, {"refresh", "--due"}} {
			said, ok := try(args...)
			if ok && args[0] == "mark" {
				acknowledged[args[2]] = true
			}
			if !ok {
				failed++
				if args[0] == "list" {
					t.Errorf("%d bytes free: a full disk keeps from reading: %s", free, said)
				}
			}
			if i == 1 || !ok {
				v.soundElsewhere()
			}
		}
		v.room()
		have := map[string]bool{}
		for _, id := range strings.Fields(v.must("list", "--starred", "--json")) {
			if _, id, ok := strings.Cut(id, `{"id":"`); ok {
				id, _, _ = strings.Cut(id, `"`)
				have[id] = true
			}
		}
		for id := range acknowledged {
			if !have[id] {
				t.Fatalf("%d bytes free: the star of %s was acknowledged and is lost", free, id)
			}
		}
		v.soundElsewhere()
	}
	if failed == 0 || len(acknowledged) < 3 {
		t.Errorf("the disk was never full: %d failures, %d marks", failed, len(acknowledged))
	}
	v.hour.Add(40)
	before := len(v.ids(t))
	v.must("refresh", "--quiet")
	if after := len(v.ids(t)); after <= before {
		t.Errorf("with room again nothing came: %d, %d", before, after)
	}
	if out := v.must("doctor"); strings.Contains(out, "wrong\t") {
		t.Errorf("doctor:\n%s", out)
	}
	v.soundElsewhere()
	t.Logf("%d programs found no room, %d marks acknowledged, none lost", failed, len(acknowledged))
}

// ids asks the program, which sees the disk, for the articles.
func (v *victim) ids(t *testing.T) (out []string) {
	t.Helper()
	for line := range strings.SplitSeq(v.must("list", "--limit", "0"), "\n") {
		if id, _, ok := strings.Cut(line, "\t"); ok {
			out = append(out, id)
		}
	}
	return out
}

// TestDiskFullWhileMigrating: a disk that has no room for the copy of an older file leaves
// the file as it is, and says so.
func TestDiskFullWhileMigrating(t *testing.T) {
	v := newVictim(t)
	v.oldDatabase()
	old, err := os.ReadFile(v.file())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(v.dir); err != nil {
		t.Fatal(err)
	}
	for _, share := range []int{110, 190, 260, 1200} { // of its size, in hundredths
		t.Run(fmt.Sprint(share), func(t *testing.T) {
			w := &victim{t: t, home: v.home, dir: filepath.Join(v.home, fmt.Sprint("data", share)), site: v.site}
			smallDisk(t, w.dir, len(old)/100*share)
			if err := errors.Join(os.MkdirAll(filepath.Dir(w.file()), 0o700), os.WriteFile(w.file(), old, 0o600)); err != nil {
				t.Fatal(err)
			}
			_, errs, err := w.run("list", "--limit", "1")
			w.soundElsewhere()
			switch {
			case share > 1000 && err != nil:
				t.Errorf("with room: %v %s", err, errs)
			case share < 200 && err == nil:
				t.Error("there was no room, and nothing is said")
			case err != nil && !strings.Contains(errs, filepath.Dir(w.file())):
				t.Errorf("the message names no file: %s", errs)
			}
			t.Logf("%d %% of the file: %v", share, err)
		})
	}
}
