package locale

import (
	"testing"
	"time"
)

func TestLength(t *testing.T) {
	for d, want := range map[time.Duration]string{
		time.Second: "1 s", 59 * time.Second: "59 s", 90 * time.Second: "2 min", 45 * time.Minute: "45 min",
		59*time.Minute + 40*time.Second: "1 h", 62 * time.Minute: "1 h 2 min", 26 * time.Hour: "26 h",
	} {
		if got := Length(d); got != want {
			t.Errorf("%v is %q, want %q", d, got, want)
		}
	}
}
