package main

import (
	"bytes"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestDamagedFiles gives the program files that are no cache, or not its own.
func TestDamagedFiles(t *testing.T) {
	full := newVictim(t)
	full.must("import", filepath.Join(full.home, "feeds.opml"))
	full.must("refresh", "--quiet")
	full.must(append([]string{"mark", "star"}, full.query("select ident from article limit 20")...)...)
	whole, err := os.ReadFile(full.file())
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name  string
		file  []byte
		moved bool
		saved int // stars, at least
	}{
		{"copied", whole, false, 20},
		{"truncated at a page", whole[:len(whole)/2/8192*8192], true, 0},
		{"truncated within a page", whole[:len(whole)*2/3+777], true, 0},
		{"zeroed", make([]byte, len(whole)), true, 0},
		{"zeroed at its head", append(make([]byte, 8192), whole[8192:]...), true, 0},
		{"a letter", []byte(strings.Repeat("Guten Tag. ", 1000)), true, 0},
		{"empty", nil, false, 0},
		{"another program's database", foreign(t), true, 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			v := newVictim(t)
			if err := errors.Join(os.MkdirAll(filepath.Dir(v.file()), 0o700), os.WriteFile(v.file(), tc.file, 0o600)); err != nil {
				t.Fatal(err)
			}
			_, errs, err := v.run("list")
			if err != nil {
				t.Fatalf("%v: %s", err, errs)
			}
			aside, err := filepath.Glob(filepath.Join(filepath.Dir(v.file()), "depesche-damaged-*.db"))
			if err != nil || (len(aside) == 1) != tc.moved {
				t.Fatalf("moved aside: %q, %v", aside, err)
			}
			if tc.moved {
				kept, err := os.ReadFile(aside[0])
				if err != nil || !bytes.Equal(kept, tc.file) {
					t.Errorf("the file moved aside is not what it was: %v", err)
				}
				if !strings.Contains(errs, aside[0]) || !strings.Contains(errs, v.file()) {
					t.Errorf("the message does not name both files: %q", errs)
				}
			}
			got := len(v.starred())
			if got < tc.saved {
				t.Errorf("%d stars, want %d", got, tc.saved)
			}
			t.Logf("%d of 20 stars, %s of %d articles are there", got, v.query("select count(*) from article")[0], tortureFeeds*tortureEntries)
			v.sound()
			v.must("import", filepath.Join(v.home, "feeds.opml"))
			v.must("refresh", "--quiet")
			v.sound()
		})
	}
}

// foreign is a database that is not depesche's.
func foreign(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "other.db")
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.ExecContext(t.Context(), "create table article(id integer primary key, headline text); insert into article(headline) values('Fremd')")
	data, err2 := os.ReadFile(path)
	if err := errors.Join(err, err2, db.Close()); err != nil {
		t.Fatal(err)
	}
	return data
}

func TestNewerFileIsLeftAlone(t *testing.T) {
	v := newVictim(t)
	v.must("import", filepath.Join(v.home, "feeds.opml"))
	v.query("pragma user_version = 9999")
	v.query("pragma journal_mode = delete")
	before, err := os.ReadFile(v.file())
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"list"}, {"refresh"}, {"mark", "read", "x"}} {
		if _, errs, err := v.run(args...); err == nil || !strings.Contains(errs, v.file()) {
			t.Errorf("%v: %v, says %q", args, err, errs)
		}
	}
	if after, err := os.ReadFile(v.file()); err != nil || !bytes.Equal(before, after) {
		t.Errorf("it was touched: %v", err)
	}
}
