package cache

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// TestCopiesOfMigrationsGoInTime: the newest two stay, and all that are younger than a month.
func TestCopiesOfMigrationsGoInTime(t *testing.T) {
	d := newDesk(t, Options{})
	for name, days := range map[string]int{"schema1": 400, "schema2": 90, "schema3": 60, "schema4": 20, "schema5": 10, "schema6": 1} {
		path := d.path + "." + name
		d.must(os.WriteFile(path, []byte(name), 0o600))
		at := d.now.AddDate(0, 0, -days)
		d.must(os.Chtimes(path, at, at))
	}
	other := filepath.Join(d.o.Dir, "schema1.txt")
	d.must(os.WriteFile(other, nil, 0o600))
	left := func() (out []string) {
		for n := 1; n <= 6; n++ {
			if _, err := os.Stat(fmt.Sprintf("%s.schema%d", d.path, n)); err == nil {
				out = append(out, fmt.Sprint(n))
			}
		}
		return out
	}
	_, err := d.Expire(t.Context())
	d.must(err)
	if got := left(); !slices.Equal(got, []string{"4", "5", "6"}) {
		t.Errorf("left %q", got)
	}
	d.now = d.now.Add(1000 * 24 * time.Hour)
	_, err = d.Expire(t.Context())
	d.must(err)
	if got := left(); !slices.Equal(got, []string{"5", "6"}) {
		t.Errorf("in the end left %q", got)
	}
	if _, err := os.Stat(other); err != nil {
		t.Error(err)
	}
	d.sound()
}
