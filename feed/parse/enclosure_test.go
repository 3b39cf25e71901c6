package parse

import (
	"testing"
	"time"
)

func TestDurationsInAllForms(t *testing.T) {
	const hour = time.Hour + 2*time.Minute + 3*time.Second
	for s, want := range map[string]time.Duration{
		"3723": hour, "3723.4": hour, "62:03": hour, "1:02:03": hour, "01:02:03": hour, "01:02:03.200": hour, " 1:02:03\n": hour,
		"1h2m3s": hour, "1h 2m 3s": hour, "PT1H2M3S": hour, "1 hour, 2 minutes, 3 seconds": hour, "1 Std. 2 Min. 3 Sek.": hour, "1 Stück": 0, "1 h 2 Min. 3 Sek.": hour,
		"45 min": 45 * time.Minute, "45m": 45 * time.Minute, "90 Minuten": 90 * time.Minute, "90s": 90 * time.Second, "0,5 h": 30 * time.Minute,
		"": 0, "0": 0, "-5": 0, "live": 0, "1:2:3:4": 0, ":": 0, "::30": 30 * time.Second, "NaN": 0, "1e9": 0, "9999999999": 0, "999999:00:00": 0, "1..2": 0, "pt": 0,
	} {
		if got := duration(s); got != want {
			t.Errorf("%q is %v, want %v", s, got, want)
		}
	}
}
