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

func TestAFeedsDateKeepsWhatCanBeRead(t *testing.T) {
	for _, tc := range []struct{ in, lang, want string }{
		{"Mon, 23 Sep 2024 10:11:12 XYZ", "", "2024-09-23T10:11:12Z"},
		{"Xyz, 23 Sep 2024 10:11:12 GMT", "", "2024-09-23T10:11:12Z"},
		{"Mon, 23 Sep 2024 25:11:12 +0200", "", "2024-09-23T00:00:00Z"},
		{"2024-09-23T25:00:00Z", "", "2024-09-23T00:00:00Z"},
		{"23/Sep/2024:10:11:12 +0200", "", "2024-09-23T00:00:00Z"},
		{"2024:09:23 10:11:12", "", "2024-09-23T00:00:00Z"},
		{"23 Sep 2024 10.11.12", "", "2024-09-23T10:11:00Z"},
		{"Mon, 31 Sep 2024 10:00:00 GMT", "", ""},
		{"2024-13-01T00:00:00Z", "", ""},
		{"vor 3 Stunden", "de", ""},
		{"Pon, 23 Ruj 2024 10:11:12 +0200", "", "2024-09-23T08:11:12Z"},
		{"čet, 3 lis 2024", "hr", "2024-10-03T00:00:00Z"},
		{"čt, 3 lis 2024", "pl-PL", "2024-11-03T00:00:00Z"},
		{"śr., 25 paź 2024", "", "2024-10-25T00:00:00Z"},
		{"чт, 3 жов 2024", "uk", "2024-10-03T00:00:00Z"},
		{"vin, 3 dec. 2024", "", "2024-12-03T00:00:00Z"},
		{"dc., 3 ag. 2024", "", "2024-08-03T00:00:00Z"},
		{"Τετ, 3 Μαι 2024", "", "2024-05-03T00:00:00Z"},
	} {
		got := ""
		if at := TimeIn(tc.in, tc.lang); !at.IsZero() {
			got = at.UTC().Format(time.RFC3339)
		}
		if got != tc.want {
			t.Errorf("%s: %s, want %s", tc.in, got, tc.want)
		}
	}
}
