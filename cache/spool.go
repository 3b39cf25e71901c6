package cache

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Spool is the folder beside the database, in the data folder dir, for what a run copies and takes
// away again. What a killed run leaves there goes when the house is kept.
func Spool(dir string) string { return filepath.Join(dir, "spool") }

// sweepSpool deletes what is older than any run that may still use it.
func (c *Cache) sweepSpool() error {
	spool := Spool(c.dir)
	entries, err := os.ReadDir(spool)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fileProblem(spool, err)
	}
	before := c.options.Now().Add(-strayTime)
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.ModTime().Before(before) {
			_ = os.RemoveAll(filepath.Join(spool, e.Name())) // the next time, then
		}
	}
	return nil
}
