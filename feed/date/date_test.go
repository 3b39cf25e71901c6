package date

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestFeeds reads the dates that testdata/feeds.txt has, as feeds are read.
func TestFeeds(t *testing.T) {
	table, err := os.ReadFile("testdata/feeds.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(table)) {
		quoted, want, ok := strings.Cut(strings.TrimSpace(line), " -> ")
		if !ok {
			continue
		}
		n++
		in, err := strconv.Unquote(quoted)
		if err != nil {
			t.Fatalf("%s: %v", quoted, err)
		}
		got := "none"
		if at := Time(in); !at.IsZero() {
			got = at.UTC().Format(time.RFC3339Nano)
		}
		if got != want {
			t.Errorf("Time(%q) = %s, want %s", in, got, want)
		}
	}
	if n < 150 {
		t.Errorf("only %d dates in the table", n)
	}
}
