package cache

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"depesche/feed"
)

// A feed, a page or a text that makes us throw fails alone; the others come, and so does the next refresh.
func TestADefectEndsNothingElse(t *testing.T) {
	var reports []string
	var mu sync.Mutex // several workers may throw at once
	d := newDesk(t, Options{FullText: true, Defect: func(_ any, while string, stack []byte) string {
		if !strings.Contains(string(stack), "defect_test.go") {
			t.Errorf("the report of %s does not say where it was", while)
		}
		mu.Lock()
		defer mu.Unlock()
		reports = append(reports, while)
		return "report.txt"
	}})
	d.feed(tageblatt, story(1, "A"))
	d.feed(hafenblatt, story(2, "B"))
	throws := true
	d.origin.pull = func(_ context.Context, s feed.Source, _ feed.Validators) (feed.Delivery, error) {
		if throws && s.URL == hafenblatt {
			panic("a feed nobody has thought of")
		}
		return feed.Delivery{Source: s, Articles: []feed.Article{story(1, "A"), story(3, "C")}}, nil
	}
	d.origin.full = func(feed.Article) (feed.Article, error) {
		if throws {
			panic("a page nobody has thought of")
		}
		return feed.Article{}, errors.New("none")
	}
	var failed []string
	for _, p := range d.fetch() {
		var defect *DefectError
		if errors.As(p.Err, &defect) && defect.Report == "report.txt" {
			failed = append(failed, defect.While)
		}
	}
	if said := strings.Join(failed, "\n"); !strings.Contains(said, "feed "+hafenblatt) || !strings.Contains(said, "page https://") {
		t.Errorf("failed: %q", failed)
	}
	if said := strings.Join(reports, "\n"); !strings.Contains(said, "feed") || strings.Contains(said, "https://") {
		t.Errorf("reports %q", reports)
	}
	if n := len(d.list(Query{})); n < 3 {
		t.Errorf("%d articles", n)
	}
	throws = false
	for _, p := range d.fetch() {
		var defect *DefectError
		if errors.As(p.Err, &defect) {
			t.Errorf("the next refresh: %v", p.Err)
		}
	}
	// In the middle of a transaction: nothing stays open.
	if err := d.guard("a mark", func() error {
		return d.write(t.Context(), d.own, func(t *tx) error {
			if err := t.remember("x", "y"); err != nil {
				return err
			}
			panic("defect_test.go")
		})
	}); err == nil {
		t.Error("no error")
	}
	d.must(d.Remember(t.Context(), "a", "b"))
	if v, err := d.Recall(t.Context(), "x"); v != "" || err != nil {
		t.Errorf("half a transaction was stored: %q, %v", v, err)
	}
	d.sound()
}
