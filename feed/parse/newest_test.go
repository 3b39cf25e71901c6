package parse

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestTheNewestOfManyEntries(t *testing.T) {
	const n = 3*maxEntries + 7
	first := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, tc := range []struct {
		name         string
		minute       func(i int) int // of the i-th entry; below 0: it has no date
		oldest, last string          // what is kept, in the feed's order
	}{
		{"newest first", func(i int) int { return n - i }, "t0", fmt.Sprint("t", maxEntries-1)},
		{"oldest first", func(i int) int { return i }, fmt.Sprint("t", n-maxEntries), fmt.Sprint("t", n-1)},
		{"no dates", func(int) int { return -1 }, "t0", fmt.Sprint("t", maxEntries-1)},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, "<item><title>t%d</title>", i)
				if m := tc.minute(i); m >= 0 {
					b.WriteString("<pubDate>" + first.Add(time.Duration(m)*time.Minute).Format(time.RFC1123Z) + "</pubDate>")
				}
				b.WriteString("</item>")
			}
			d, err := Feed([]byte(rssChannel(b.String())), Options{})
			var many *TooManyError
			if !errors.As(err, &many) || many.Taken != maxEntries || many.Of != n {
				t.Errorf("%v", err)
			}
			if len(d.Entries) != maxEntries || d.Entries[0].Title != tc.oldest || d.Entries[maxEntries-1].Title != tc.last {
				t.Errorf("%d entries from %s to %s", len(d.Entries), d.Entries[0].Title, d.Entries[len(d.Entries)-1].Title)
			}
		})
	}
}

func TestBrokenOff(t *testing.T) {
	for doc, want := range map[string]bool{
		`<rss><channel><item><title>a</title><guid>1</guid></item><item><title>b</title><guid>2</guid><description>Hal`: true,
		`<rss><channel><item><title>a</title><guid>1</guid></item><item><title>b</title><guid>2</guid>`:                 true,
		`<rss><channel><item><title>a</title><guid>1</guid></item><item><title>b</title><guid>2</guid></channel></rss>`: false,
		`<rss><channel><item><title>a</title><guid>1</guid></item>`:                                                     false,
	} {
		d, err := Feed([]byte(doc), Options{})
		if last := d.Entries[len(d.Entries)-1]; want && err == nil || d.Cut != want || last.Cut != want {
			t.Errorf("%s: %v %v, %v", doc, d.Cut, last.Cut, err)
		}
	}
}
