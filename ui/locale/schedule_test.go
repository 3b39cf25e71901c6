package locale

import (
	"testing"
	"time"
)

func TestState(t *testing.T) {
	now := time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)
	ago := func(d time.Duration) time.Time { return now.Add(-d) }
	for name, c := range map[string]struct {
		fetched, failed, next time.Time
		fails                 int
		gone                  bool
		en, de                string
	}{
		"new":           {en: "not asked yet", de: "noch nicht gefragt"},
		"well":          {fetched: ago(5 * time.Minute), next: ago(-25 * time.Minute), en: "answered 5 minutes ago; next at 14:25", de: "hat vor 5 Minuten geantwortet; nächster Abruf: 14:25"},
		"due":           {fetched: ago(time.Hour), next: ago(time.Minute), en: "answered 1 hour ago; due now", de: "hat vor 1 Stunde geantwortet; jetzt an der Reihe"},
		"failing once":  {failed: ago(0), next: ago(-time.Hour), fails: 1, en: "failing, first just now; next at 15:00", de: "gestört, zuerst gerade eben; nächster Abruf: 15:00"},
		"failing often": {failed: ago(3 * time.Hour), next: ago(-20 * time.Hour), fails: 4, en: "failing, first 3 hours ago, 4 times in a row; next at 24 November 2026, 10:00", de: "gestört, zuerst vor 3 Stunden, 4-mal in Folge; nächster Abruf: 24. November 2026, 10:00 Uhr"},
		"ended":         {fetched: ago(time.Hour), gone: true, en: "ended (410), not asked any more", de: "eingestellt (410), wird nicht mehr gefragt"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := English().State(c.fetched, c.failed, c.next, c.fails, c.gone, now); got != c.en {
				t.Errorf("got %q", got)
			}
			if got := German().State(c.fetched, c.failed, c.next, c.fails, c.gone, now); got != c.de {
				t.Errorf("got %q", got)
			}
		})
	}
}
