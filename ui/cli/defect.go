package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// defect tells of a defect of ours and writes what is known of it to a file that
// can be sent to whoever mends it: no article text, no addresses.
func (a *app) defect(value any, while string, stack []byte) {
	a.logger().Error("panic", "while", while, "value", fmt.Sprint(value), "stack", string(stack))
	path, err := a.writeDefect(value, while, stack)
	if err != nil {
		a.complain(a.text.Errors.Internal)
		return
	}
	a.complain(a.text.Errors.Reported(path))
}

func (a *app) writeDefect(value any, while string, stack []byte) (string, error) {
	dir := filepath.Dir(a.paths.Log)
	if a.paths.Log == "" {
		dir = os.TempDir()
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	now := a.now()
	path := filepath.Join(dir, "defect-"+now.Format("20060102-150405")+".txt")
	text := fmt.Sprintf("depesche %s, %s, %s/%s\nterminal %q, %s\n%s\n\nwhile: %s\nvalue: %v\n\n%s",
		a.version, runtime.Version(), runtime.GOOS, runtime.GOARCH, a.getenv("TERM"), a.text.Code,
		now.Format("2006-01-02 15:04:05 -0700"), while, value, stack)
	return path, os.WriteFile(path, []byte(text), 0o600)
}
