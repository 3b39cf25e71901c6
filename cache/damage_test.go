package cache

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"depesche/feed"
)

// A database is damaged in every way that disks and programs have, and opened again. What must come
// back is counted: all that the copy of the day before held, and, where the damaged file can still be
// read, what came after it.

const (
	beforeCopy = 120 // articles that the copy holds
	afterCopy  = 60  // and that came later
)

const hafenblatt = "https://hafenblatt.example/feed"

// damageable makes a closed cache with a copy of yesterday; copied false: without.
func damageable(t *testing.T, copied bool) *desk {
	t.Helper()
	d := newDesk(t, Options{Copies: 3})
	var list []feed.Article
	for i := range beforeCopy {
		list = append(list, wordy(i))
	}
	d.feed(tageblatt, list...)
	d.feed(hafenblatt, story(1000, "Schiff"), story(1001, "Kran"))
	d.mark(feed.Star, 10)
	d.mark(feed.Read, 20)
	d.must(d.Settle(t.Context()))
	if copied {
		name, err := d.Copy(t.Context())
		d.must(err)
		if name == "" {
			t.Fatal("no copy")
		}
	}
	d.now = d.now.Add(20 * time.Hour)
	for i := range afterCopy {
		list = append(list, wordy(beforeCopy+i))
	}
	d.deliver(tageblatt, list...)
	d.fetch(feed.NewSourceID(tageblatt))
	d.mark(feed.Star, 30)
	d.mark(feed.Read, 40)
	d.must(d.Settle(t.Context()))
	d.must(d.Close())
	return d
}

// clone gives a copy of a closed cache.
func (d *desk) clone(t *testing.T) *desk {
	t.Helper()
	dir := t.TempDir()
	d.must(os.CopyFS(dir, os.DirFS(d.dir)))
	copies, err := filepath.Glob(filepath.Join(d.dir, copiesName, "*"))
	d.must(err)
	for _, name := range copies { // their age counts
		info, err := os.Stat(name)
		d.must(err)
		d.must(os.Chtimes(filepath.Join(dir, copiesName, filepath.Base(name)), info.ModTime(), info.ModTime()))
	}
	e := &desk{t: t, now: d.now, o: d.o, origin: d.origin}
	e.o.Dir, e.o.Now = dir, func() time.Time { return e.now }
	e.Cache = &Cache{dir: dir, path: filepath.Join(dir, databaseName)}
	t.Cleanup(func() {
		if e.alive != nil {
			e.Cache.Close()
		}
	})
	return e
}

// mark marks so many of the newest articles.
func (d *desk) mark(kind feed.MarkKind, n int) {
	d.t.Helper()
	_, err := d.MarkAll(d.t.Context(), Query{Limit: n}, kind)
	d.must(err)
}

func (d *desk) roots() map[string]int64 {
	d.t.Helper()
	out := map[string]int64{}
	for _, o := range readSpare(d.path).Objects {
		out[o.Name] = o.Root
	}
	if out["article"] == 0 {
		d.t.Fatal("the spare file names no tables")
	}
	return out
}

// overwrite damages some pages; what is 0: zeros, 1: noise, 2: a page of another kind.
func (d *desk) overwrite(r *rand.Rand, what int, pages ...int64) {
	d.t.Helper()
	f, err := os.OpenFile(d.path, os.O_RDWR, 0)
	d.must(err)
	defer f.Close()
	const size = 8192
	for _, p := range pages {
		b := make([]byte, size)
		switch what {
		case 1:
			for i := range b {
				b[i] = byte(r.UintN(256))
			}
		case 2:
			copy(b, bytes.Repeat([]byte("Guten Tag, dies ist ein Brief. "), size/31))
		}
		_, err := f.WriteAt(b, (p-1)*size)
		d.must(err)
	}
}

func (d *desk) holdings() (n Saved) {
	d.t.Helper()
	d.must(holdings(d.t.Context(), d.read.db, &n))
	return n
}

// readable counts the articles whose texts can be read.
func (d *desk) readable() (n int) {
	d.t.Helper()
	for _, r := range d.list(Query{}) {
		if a, err := d.Article(d.t.Context(), r.ID, Best); err == nil && len(a.Body) > 0 && a.Headline != "" {
			n++
		}
	}
	return n
}

// comesBack opens the damaged cache until it is whole: at once, or when somebody has met the damage.
func (d *desk) comesBack() *DamagedError {
	d.t.Helper()
	d.open()
	if d.Damaged() == nil {
		if _, err := d.Repair(d.t.Context()); err != nil {
			d.t.Log(err)
		}
		d.must(d.Close())
		d.open()
	}
	e := d.Damaged()
	d.sound()
	d.again()
	if d.Damaged() != nil {
		d.t.Errorf("damaged for good: %v", d.Damaged())
	}
	return e
}

func TestOneLostRootLosesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	with, without := damageable(t, true), damageable(t, false)
	for _, name := range []string{"source", "article", "state", "body", "ident", "dictionary", "setting", "state_at", "sqlite_autoindex_article_1", "article_source"} {
		for _, copied := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s, copy %v", name, copied), func(t *testing.T) {
				d := with.clone(t)
				if !copied {
					d = without.clone(t)
				}
				d.overwrite(r, r.IntN(3), d.roots()[name])
				var e *DamagedError
				switch name {
				case "source", "article", "state", "body", "ident", "dictionary", "setting", "state_at":
					d.open() // is enough to notice
					if d.Damaged() == nil {
						t.Error("it was not noticed at once")
					}
					e = d.Damaged()
					d.again()
					d.sound()
				default:
					e = d.comesBack()
				}
				if e == nil {
					t.Fatal("nothing was noticed")
				}
				got := d.holdings()
				// What the article's own row alone knew comes from its text.
				want := Saved{2, beforeCopy + afterCopy + 2, 40}
				if name == "body" && !copied {
					want = Saved{2, beforeCopy + afterCopy + 2, 40} // the heads are there
				}
				if got.Sources < want.Sources || got.Articles < want.Articles || got.Marks < want.Marks {
					t.Errorf("came back %+v of %+v; %+v", got, want, e)
				}
				if n := d.readable(); n < want.Articles && name != "body" && (name != "dictionary" || copied) {
					t.Errorf("%d of %d can be read", n, want.Articles)
				}
				if name == "body" && copied && d.readable() < beforeCopy {
					t.Errorf("%d of the copy's texts can be read", d.readable())
				}
				if n := len(d.list(Query{Starred: true})); n != 30 {
					t.Errorf("%d stars", n)
				}
				if _, err := os.Stat(e.Moved); err != nil {
					t.Errorf("the damaged file is gone: %v", err)
				}
				before := d.holdings().Articles
				d.fetch(feed.NewSourceID(tageblatt))
				if after := d.holdings().Articles; after != before {
					t.Errorf("the next refresh makes %d articles of %d", after, before)
				}
			})
		}
	}
}

func TestALostHeadLosesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	with, without := damageable(t, true), damageable(t, false)
	for what := range 3 {
		for _, copied := range []bool{true, false} {
			t.Run(fmt.Sprint(what, copied), func(t *testing.T) {
				d := with.clone(t)
				if !copied {
					d = without.clone(t)
				}
				d.overwrite(r, what, 1)
				e := d.comesBack()
				if e == nil || !strings.Contains(e.Moved, damagedMark) {
					t.Fatalf("%+v", e)
				}
				if got, want := d.holdings(), (Saved{2, beforeCopy + afterCopy + 2, 40}); got != want || e.Saved != want {
					t.Errorf("came back %+v, said %+v, want %+v", got, e.Saved, want)
				}
				if n := d.readable(); n != beforeCopy+afterCopy+2 {
					t.Errorf("%d can be read", n)
				}
				if names := fileNames(t, d.dir); slices.ContainsFunc(names, func(s string) bool { return strings.Contains(s, ".work") }) {
					t.Errorf("left behind: %q", names)
				}
			})
		}
	}
}

// A program was killed and its log is not worked in; then the head goes.
func TestWhatStandsInTheLogComesBack(t *testing.T) {
	whole := damageable(t, true)
	for _, what := range []string{"head", "state"} {
		t.Run(what, func(t *testing.T) {
			d := whole.clone(t)
			d.open()
			d.mark(feed.Star, 50)
			d.must(d.one(t.Context(), "select 1", nil, new(int)))
			killed := t.TempDir()
			for _, name := range []string{databaseName, databaseName + "-wal", databaseName + spareSuffix} {
				d.must(copyFile(filepath.Join(d.dir, name), filepath.Join(killed, name)))
			}
			k := newDesk(t, Options{Dir: killed})
			d.must(k.Close())
			for _, name := range []string{databaseName, databaseName + "-wal", databaseName + spareSuffix} {
				d.must(copyFile(filepath.Join(d.dir, name), filepath.Join(killed, name)))
			}
			root := int64(1)
			if what != "head" {
				root = d.roots()[what]
			}
			k.overwrite(rand.New(rand.NewPCG(1, 1)), 0, root)
			k.comesBack()
			if n := len(k.list(Query{Starred: true})); n != 50 {
				t.Errorf("%d stars", n)
			}
		})
	}
}

// Whatever happens to the file, the copy comes back, and nothing is deleted.
func TestNoDamageLosesTheCopy(t *testing.T) {
	const seeds = 24
	whole := damageable(t, true)
	for seed := range uint64(seeds) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 42))
			d := whole.clone(t)
			info, err := os.Stat(d.path)
			d.must(err)
			pages := info.Size() / 8192
			said := d.damage(r, pages)
			before := fileNames(t, filepath.Join(d.dir, copiesName))
			e := d.comesBack()
			n := d.holdings()
			t.Logf("%s: %+v, %+v", said, n, e)
			if n.Sources < 2 || n.Articles < beforeCopy+2 || n.Marks < 20 {
				t.Errorf("%s: only %+v came back", said, n)
			}
			if n := d.readable(); n < beforeCopy+2 {
				t.Errorf("%s: %d can be read", said, n)
			}
			if after := fileNames(t, filepath.Join(d.dir, copiesName)); !slices.Equal(before, after) {
				t.Errorf("%s: the copies were %q and are %q", said, before, after)
			}
			if e != nil && !e.Lost {
				if _, err := os.Stat(e.Moved); err != nil {
					t.Errorf("%s: the damaged file is gone: %v", said, err)
				}
			}
		})
	}
}

// damage does one harm to the file and says which.
func (d *desk) damage(r *rand.Rand, pages int64) string {
	d.t.Helper()
	page := func() int64 { return 1 + r.Int64N(pages) }
	switch r.IntN(8) {
	case 0:
		n := r.Int64N(pages) * 8192
		d.must(os.Truncate(d.path, n))
		return fmt.Sprintf("cut to %d bytes", n)
	case 1:
		n := r.Int64N(pages * 8192)
		d.must(os.Truncate(d.path, n))
		return fmt.Sprintf("cut to %d bytes, amid a page", n)
	case 2:
		d.must(os.Truncate(d.path, 0))
		return "emptied"
	case 3:
		d.must(os.Remove(d.path))
		return "removed"
	case 4:
		d.overwrite(r, 1, 1, page(), page())
		return "noise in the head and in two pages"
	case 5:
		from := page()
		var list []int64
		for p := from; p <= pages; p++ {
			list = append(list, p)
		}
		d.overwrite(r, r.IntN(3), list...)
		return fmt.Sprintf("the tail from page %d", from)
	case 6:
		var list []int64
		for range 1 + r.IntN(40) {
			list = append(list, page())
		}
		d.overwrite(r, r.IntN(3), list...)
		return fmt.Sprintf("pages %v", list)
	}
	d.must(os.WriteFile(d.path, make([]byte, pages*8192), 0o600))
	return "zeroed"
}

func TestACopyThatHoldsMoreStays(t *testing.T) {
	d := damageable(t, true)
	full := fileNames(t, filepath.Join(d.dir, copiesName))[0]
	d.must(os.Remove(d.path))
	d.must(os.Rename(filepath.Join(d.dir, copiesName), filepath.Join(d.dir, "elsewhere")))
	d.open() // begins anew
	d.must(os.RemoveAll(filepath.Join(d.dir, copiesName)))
	d.must(os.Rename(filepath.Join(d.dir, "elsewhere"), filepath.Join(d.dir, copiesName)))
	d.feed(hafenblatt, story(1, "A"))
	for range 6 {
		d.now = d.now.Add(25 * time.Hour)
		if _, err := d.Copy(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	names := fileNames(t, filepath.Join(d.dir, copiesName))
	if !slices.Contains(names, full) || len(names) != 4 {
		t.Errorf("copies %q, the full one is %s", names, full)
	}
}

func TestTakeBack(t *testing.T) {
	d := damageable(t, true)
	ctx := t.Context()
	list, err := Copies(ctx, d.dir)
	if err != nil || len(list) != 1 || list[0].ID != "2026-11-23" || list[0].Saved != (Saved{2, beforeCopy + 2, 20}) || list[0].Err != nil {
		t.Fatalf("%+v, %v", list, err)
	}
	var none *NoCopyError
	if _, _, err := TakeBack(ctx, d.o, "2026-12"); !errors.As(err, &none) || none.Several {
		t.Errorf("no copy: %v", err)
	}
	d.open()
	if _, _, err := TakeBack(ctx, d.o, "2026"); !errors.Is(err, ErrOpen) {
		t.Errorf("while it is open: %v", err)
	}
	d.must(d.Close())
	_, kept, err := TakeBack(ctx, d.o, "2026")
	d.must(err)
	d.open()
	if n := d.holdings(); n != (Saved{2, beforeCopy + 2, 20}) || d.Damaged() != nil || d.readable() != beforeCopy+2 {
		t.Errorf("after it: %+v, %v", n, d.Damaged())
	}
	d.sound()
	d.must(d.Close())
	if _, _, err := TakeBack(ctx, d.o, kept); err != nil { // and back
		t.Fatalf("%s: %v", kept, err)
	}
	d.open()
	if n := d.holdings(); n != (Saved{2, beforeCopy + afterCopy + 2, 40}) {
		t.Errorf("and back: %+v", n)
	}
	// A copy that is damaged is not taken.
	d.must(os.WriteFile(filepath.Join(d.dir, copiesName, "depesche-2026-11-01.db"), []byte("x"), 0o600))
	d.must(d.Close())
	var damaged *DamagedError
	if _, _, err := TakeBack(ctx, d.o, "2026-11-01"); !errors.As(err, &damaged) {
		t.Errorf("a damaged copy: %v", err)
	}
	d.open()
}
