package cache

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"depesche/feed"
)

// crashDir tells the test binary that it is to be the program that is killed.
const crashDir = "DEPESCHE_CRASH_DIR"

func TestMain(m *testing.M) {
	if dir := os.Getenv(crashDir); dir != "" {
		fmt.Fprintln(os.Stderr, crashing(dir))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// crashing fetches, marks, saves pages and takes back without an end, and says each mark when it
// is promised to be on the disk.
func crashing(dir string) error {
	ctx := context.Background()
	start := time.Now()
	round := 0
	origin := &fake{}
	origin.pull = func(context.Context, feed.Source, feed.Validators) (feed.Delivery, error) {
		round++
		var d feed.Delivery
		for i := range 40 {
			d.Articles = append(d.Articles, story(i, fmt.Sprint("Meldung ", start.UnixNano(), " ", round)))
		}
		return d, nil
	}
	c, err := Open(ctx, Options{Dir: dir}, origin)
	if err != nil {
		return err
	}
	if _, err := c.AddSources(ctx, feed.Source{URL: tageblatt}); err != nil {
		return err
	}
	for range c.Refresh(ctx) {
	}
	rows, err := c.List(ctx, Query{})
	if err != nil {
		return err
	}
	go func() {
		for {
			for range c.Refresh(ctx) {
			}
		}
	}()
	for n := 0; ; n++ {
		r := rows[n%len(rows)]
		kind := feed.Star
		if n/len(rows)%2 == 1 {
			kind = feed.Unstar
		}
		if err := c.Mark(ctx, feed.Mark{Article: r.ID, Kind: kind}); err != nil {
			return err
		}
		fmt.Println(kind, r.ID)
		if n%5 == 0 { // pages are saved, too, and stay starred
			saved, err := c.Save(ctx, page(fmt.Sprint(savedPage, start.UnixNano(), n), "Der Hafen"), start)
			if err != nil {
				return err
			}
			fmt.Println(feed.Star, saved.ID)
		}
		if n%7 == 0 { // and something larger
			if _, err := c.MarkAll(ctx, Query{}, feed.Read); err != nil {
				return err
			}
			if _, err := c.Undo(ctx); err != nil {
				return err
			}
		}
	}
}

// TestNoAcknowledgedMarkIsLost kills a program in the middle of its writing.
func TestNoAcknowledgedMarkIsLost(t *testing.T) {
	dir := t.TempDir()
	for round := range 10 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), crashDir+"="+dir)
		var stderr strings.Builder
		cmd.Stderr = &stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		said := map[string]string{} // article -> last mark
		lines := bufio.NewScanner(out)
		for n := 0; lines.Scan(); n++ {
			if n == 3+round*11 {
				if err := cmd.Process.Kill(); err != nil {
					t.Fatal(err)
				}
			}
			if kind, id, ok := strings.Cut(lines.Text(), " "); ok { // what stood in the pipe counts, too
				said[id] = kind
			}
		}
		if err := cmd.Wait(); err == nil || stderr.Len() > 0 {
			t.Fatalf("round %d: it was not killed: %v %s", round, err, stderr.String())
		}
		c, err := Open(t.Context(), Options{Dir: dir}, &fake{})
		if err != nil {
			t.Fatal(err)
		}
		if c.Damaged() != nil {
			t.Errorf("round %d: %v", round, c.Damaged())
		}
		found, err := c.Check(t.Context())
		for _, f := range found {
			if err != nil || !f.OK {
				t.Errorf("round %d: %s: %s, %v", round, f.What, f.Detail, err)
			}
		}
		missing := 0
		for id, kind := range said {
			r, err := c.Row(t.Context(), feed.ID(id))
			if err != nil || r.Starred != (kind == feed.Star.String()) {
				missing++
			}
		}
		if missing > 1 { // the last mark may have been taken back by one more that was not said any more
			t.Errorf("round %d: %d of %d marks are not there", round, missing, len(said))
		}
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	}
}
