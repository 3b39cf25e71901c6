package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"depesche/ui"
)

// A defect is told in a sentence that names the file with its report.
func TestADefectIsReported(t *testing.T) {
	home := t.TempDir()
	var errs bytes.Buffer
	a := newApp(world{
		errs: &errs, out: &bytes.Buffer{}, environ: []string{"HOME=" + home, "XDG_STATE_HOME=" + home, "TERM=xterm", "LANG=de_DE.UTF-8"},
		now: func() time.Time { return time.Date(2026, 11, 23, 18, 30, 5, 0, time.UTC) },
	})
	defer a.close()
	if code := a.report(&ui.PanicError{Value: "index out of range", Stack: []byte("goroutine 1\nmain.go:7"), While: "key j"}); code != failed {
		t.Errorf("exit code %d", code)
	}
	said := errs.String()
	files, err := filepath.Glob(filepath.Join(home, "depesche", "defect-20261123-183005.txt"))
	if err != nil || len(files) != 1 {
		t.Fatalf("reports %v, %v; said %s", files, err, said)
	}
	if !strings.Contains(said, files[0]) || strings.Contains(said, "goroutine") {
		t.Errorf("said %q", said)
	}
	report, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"depesche ", "while: key j", "value: index out of range", "main.go:7", `terminal "xterm"`} {
		if !strings.Contains(string(report), want) {
			t.Errorf("the report lacks %q:\n%s", want, report)
		}
	}
}
